"""What became of legal documents, by the archive's own words and by the lexicon.

'Quyết định A thay thế Quyết định B': A is named in the sentence, or is the document that says so and
can act.  A report that only tells of a replacement replaces nothing.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from .linking import Linker

# A fate is told of the first of (old, new).  'X được sửa đổi theo Y' is told of Y, with X acting.
_TOLD = """
SELECT o.target, {fate}, n.target, n.number, n.date, o.date, NOT c.partly, c.id, n.id, o.id
FROM citations c JOIN documents d ON d.id = c.document LEFT JOIN citations a ON a.id = c.actor
JOIN legal_documents o ON o.id = {old} JOIN legal_documents n ON n.id = {new}
WHERE c.relation IN ('replaces', 'repeals', 'amends', 'amended_by') AND c.relation {which}
  AND c.kind <> 'self' AND o.id <> n.id AND o.status = 'resolved' AND n.status = 'resolved'
-- the best evidence first: the whole act, in a document that counts
ORDER BY o.target, 2, n.target, c.partly,
  d.id NOT IN (SELECT id FROM counted_documents), d.source, c.start
"""
_BY_ACTOR = {
    "fate": "CASE c.relation WHEN 'replaces' THEN 'replaced' WHEN 'repeals' THEN 'repealed'"
    " ELSE 'amended' END",
    "old": "c.legal",
    "new": "CASE WHEN c.actor IS NOT NULL THEN a.legal WHEN d.acts THEN d.legal END",
    "which": "<> 'amended_by'",
}
_AMENDED_BY = {
    "fate": "'amended'",
    "old": "a.legal",
    "new": "c.legal",
    "which": "= 'amended_by'",
}
_INSERT = (
    "INSERT OR IGNORE INTO fates (target, fate, by_target, by_number, by_date, since, whole,"
    " doubt, origin, citation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_DAYS = (
    "SELECT value, mentions FROM observations WHERE legal = ? AND field = 'date' AND mentions > 0"
    " AND length(value) = 10 ORDER BY mentions DESC, value"
)
# From every act to those that followed it, however many steps away.
_FLAG_CIRCLES = """
WITH RECURSIVE
  ends AS (
    SELECT target, by_target FROM fates WHERE fate <> 'amended' AND doubt IS NULL AND whole
  ),
  later (start, reached) AS (
    SELECT target, by_target FROM ends
    UNION SELECT later.start, ends.by_target FROM later JOIN ends ON ends.target = later.reached
  )
UPDATE fates SET doubt = 'circular' WHERE fate <> 'amended' AND doubt IS NULL AND whole
  AND (by_target, target) IN (SELECT start, reached FROM later)
"""


def find_fates(connection: sqlite3.Connection, linker: Linker) -> None:
    """Fill the table `fates` anew."""
    connection.execute("DELETE FROM fates")
    for told in (_BY_ACTOR, _AMENDED_BY):
        for row in connection.execute(_TOLD.format(**told)).fetchall():
            connection.execute(_INSERT, _from_archive(connection, linker, row))
    for (target,) in connection.execute(
        "SELECT target FROM legal_documents WHERE status = 'resolved'"
    ).fetchall():
        connection.executemany(
            _INSERT,
            [
                (
                    r.target,
                    "replaced",
                    r.by,
                    r.by_number,
                    r.by_date,
                    r.since,
                    1,
                    None,
                    "lexicon",
                    None,
                )
                for r in linker.replacements(target)
            ],
        )
    connection.execute(_FLAG_CIRCLES)


def _from_archive(
    connection: sqlite3.Connection, linker: Linker, row: tuple[Any, ...]
) -> tuple[Any, ...]:
    target, fate, by, number, date, old_date, whole, citation, new_id, old_id = row
    signed = date or _likeliest_day(connection, new_id) or by.rpartition("@")[2]
    before = old_date or _likeliest_day(connection, old_id) or target.rpartition("@")[2]
    same_detail = min(len(signed), len(before))
    doubt = "earlier" if signed[:same_detail] < before[:same_detail] else None
    since = linker.holds_from(number, signed)
    return target, fate, by, number, signed, since, whole, doubt, "archive", citation


def _likeliest_day(connection: sqlite3.Connection, legal: int) -> str | None:
    """Of several days written of a document the one that most mentions give; else the latest."""
    days = connection.execute(_DAYS, (legal,)).fetchall()
    if not days:
        return None
    (often, mentions), written = days[0], sum(mentions for _, mentions in days)
    return often if 2 * mentions > written else max(day for day, _ in days)
