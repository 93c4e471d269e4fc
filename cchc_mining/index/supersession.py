"""Questions about what became of legal documents, and who went on to cite them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from .answers import CitedMention
from .storage import fields_of

Rows = Callable[[str, Sequence[object]], list[sqlite3.Row]]

_BATCH = 500

_FATE = """
SELECT f.target, f.fate, f.by_target, f.by_number, f.by_date, f.since, f.whole, f.doubt, f.origin,
  e.source, e.doc_id, c.evidence_start AS start, c.evidence_end AS "end",
  substr(t.text, c.evidence_start + 1, c.evidence_end - c.evidence_start) AS text
FROM fates f LEFT JOIN citations c ON c.id = f.citation LEFT JOIN documents e ON e.id = c.document
LEFT JOIN texts t ON t.document = e.id
"""
# What takes an act out of force altogether, and is not in doubt.
_ENDS = "f.fate <> 'amended' AND f.whole AND f.doubt IS NULL"
# Cited after its end, and not to say that it ended.  Of several ends the first counts.
_CITED_AFTER = f"""
SELECT c.id, d.doc_date, f.target, f.fate, f.by_target, min(f.since) AS since,
  substr(t.text, max(c.start - 80, 0) + 1, min(c.start, 80)) AS before,
  substr(t.text, c."end" + 1, 50) AS after
FROM fates f JOIN legal_documents l ON l.target = f.target JOIN citations c ON c.legal = l.id
JOIN documents d ON d.id = c.document JOIN texts t ON t.document = d.id
WHERE {_ENDS} AND c.kind <> 'self' AND d.doc_date > f.since AND d.id IN counted_documents
  AND coalesce(c.relation, '') NOT IN ('replaces', 'repeals', 'amends', 'amended_by')
GROUP BY c.id ORDER BY d.source, c.start, c.id
"""
# An act told as what was in force then: 'Nghị định 43/2006/NĐ-CP, sau là Nghị định 16/2015/NĐ-CP',
# 'Trước ngày 21/6/2018 thực hiện theo Quyết định 09/2015/QĐ-TTg'.
_SUCCEEDED = re.compile(
    r"[\s,;(]*(?:và\s+)?(?:sau(?: này| đó)?|hiện nay|nay)(?: được thay thế)?(?: là| bằng| bởi)(?!\w)"
)
_THEN = re.compile(
    r"(?<!\w)(?:trước (?:ngày|đây|khi|thời điểm|tháng|năm)|giai đoạn trước)(?!\w)[^.;\n]*$", re.I
)
_CHAIN = f"""
WITH RECURSIVE reached (target) AS (
  SELECT ?1 UNION SELECT f.by_target FROM reached r JOIN fates f ON f.target = r.target
  WHERE f.fate <> 'amended' AND f.doubt IS NULL
)
{_FATE} WHERE f.target IN (SELECT target FROM reached) ORDER BY f.since, f.target, f.by_target
"""
_SUCCESSOR = f"SELECT f.by_target FROM fates f WHERE f.target = ? AND f.since < ? AND {_ENDS}" + (
    " ORDER BY f.since, f.by_target LIMIT 1"
)


class Fate(Struct, frozen=True, kw_only=True):
    """What became of a legal document: `by_target` replaced, repealed or amended it.

    `since` is a day from which that surely holds (a law in force two years after it was passed at
    the latest, a normative act 45 days after its date).  `whole` is false where only some articles are
    concerned.  `doubt`: 'earlier' where the later document is dated before, 'circular' where each
    is said to replace the other.  The evidence (`source`, `start`, `end`, `text`) is missing where the
    lexicon tells.
    """

    target: str
    fate: Literal["replaced", "repealed", "amended"]
    by_target: str
    since: str
    origin: Literal["archive", "lexicon"]
    by_number: str | None = None
    by_date: str | None = None
    whole: bool = True
    doubt: Literal["earlier", "circular"] | None = None
    source: str | None = None
    doc_id: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None


class SupersededCitation(Struct, frozen=True, kw_only=True):
    """A document cited after its end.  `current` is what had taken its place by the citing date."""

    mention: CitedMention
    fate: Fate
    current: str


def fates_of(rows: Rows, target: str) -> tuple[Fate, ...]:
    """What became of a legal document, and of those that replaced it, the earliest first."""
    return tuple(map(_fate, rows(_CHAIN, (target,))))


def _is_history(row: sqlite3.Row) -> bool:
    return bool(_SUCCEEDED.match(row["after"]) or _THEN.search(row["before"]))


def superseded_citations(
    rows: Rows, mentions: Callable[[Sequence[int]], Sequence[CitedMention]]
) -> Iterator[SupersededCitation]:
    """Every citation of a document as in force after it was replaced or repealed, by source and place.

    `mentions` gives the mentions of citations' ids, in their order.
    """
    found = [row for row in rows(_CITED_AFTER, ()) if not _is_history(row)]
    for i in range(0, len(found), _BATCH):
        batch = found[i : i + _BATCH]
        for row, mention in zip(batch, mentions([row["id"] for row in batch]), strict=True):
            (fate,) = rows(
                f"{_FATE} WHERE f.target = ? AND f.fate = ? AND f.by_target = ?",
                (row["target"], row["fate"], row["by_target"]),
            )
            current = _current(rows, row["by_target"], row["doc_date"])
            yield SupersededCitation(mention=mention, fate=_fate(fate), current=current)


def _current(rows: Rows, target: str, day: str) -> str:
    """The end of the chain as it was on a day; what is circular has no end and is left out of it."""
    seen = {target}
    while (found := rows(_SUCCESSOR, (target, day))) and found[0][0] not in seen:
        target = found[0][0]
        seen.add(target)
    return target


def _fate(row: sqlite3.Row) -> Fate:
    return msgspec.convert({**fields_of(row), "whole": bool(row["whole"])}, Fate)
