"""What is written of each legal document, gathered once for all that is concluded from it.

The archive says the same of a document again and again, so the distinct sayings (`temp.seen`) are
few beside the citations.  `n` counts those in documents that count: of several files that are one
document, the leading one.
"""

from __future__ import annotations

import sqlite3

_SAYINGS = """
INSERT INTO temp.seen
SELECT legal, date, issuer, doc_type, subject, number, CASE kind WHEN 'named' THEN text END,
  sum(document NOT IN (SELECT document FROM manifestations WHERE document <> leading))
FROM citations WHERE legal IS NOT NULL AND {which}
AND kind <> 'reference'  -- an alias calls a document by another's type and by half its number
GROUP BY legal, date, issuer, doc_type, subject, number, CASE kind WHEN 'named' THEN text END
"""


def note_complete(connection: sqlite3.Connection) -> None:
    """Begin anew, with what is said under targets that are complete by themselves."""
    connection.execute("DROP TABLE IF EXISTS temp.seen")
    connection.execute(
        "CREATE TEMP TABLE seen (legal INTEGER, date, issuer, doc_type, subject, number, name, n)"
    )
    connection.execute(_SAYINGS.format(which="claim IS NULL"))
    connection.execute("CREATE INDEX temp.seen_legal ON seen (legal)")


def note_claims(connection: sqlite3.Connection) -> None:
    """Add what is said under open targets, and under variants, now that they are settled."""
    connection.execute(_SAYINGS.format(which="claim IS NOT NULL"))
