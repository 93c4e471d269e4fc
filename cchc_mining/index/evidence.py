"""What the audit asks of citations: those of one legal document, number or issuer.

Only what counts is asked: resolved documents, and of several files of one document the leading one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from ..records import Passage
from .places import passage_at
from .reported import is_local
from .schema import is_counted

Rows = Callable[[str, Sequence[object]], Iterable[sqlite3.Row]]
Field = Literal["date", "issuer", "subject"]

_CITED = """
SELECT l.target, d.source, d.doc_id, d.doc_date, d.province, c.start, c."end", c.text, c.page, c.boxes,
  c.number, c.doc_type, c.type_code, c.date, c.issuer, c.issuer_text, c.subject, c.relation, c.kind, 1 AS sources
FROM citations c JOIN documents d ON d.id = c.document JOIN legal_documents l ON l.id = c.legal
"""
_RESOLVED = "l.status = 'resolved' AND c.kind <> 'reference'"
_COUNTS = f"{_RESOLVED} AND d.id IN counted_documents"
_SEVERAL = f"""{_CITED}
WHERE {_COUNTS} AND l.id IN (
  SELECT legal FROM observations WHERE field = ?1 AND mentions > 0 GROUP BY legal
  HAVING count(*) > 1
)
ORDER BY l.target, d.province, d.source, c.start
"""
# Of many citations of a document under one day, the first of each province and how many documents have
# one tell all that is asked.
_IN_SERIES = f"""{_CITED.replace("1 AS sources", "chosen.sources")}
JOIN (
  SELECT first.id, row_number() OVER (alike ORDER BY d.source) AS nth, count(*) OVER alike AS sources
  FROM (
    SELECT c.id, min(c.start), c.document, c.issuer, c.legal, c.date
    FROM citations c JOIN documents d ON d.id = c.document JOIN legal_documents l ON l.id = c.legal
    WHERE {_COUNTS} AND c.kind IN ('numbered', 'self') AND c.issuer IS NOT NULL
      AND length(c.date) = 10 AND c.number GLOB '*[-/]*'
    GROUP BY c.issuer, c.legal, c.date, c.document
  ) first JOIN documents d ON d.id = first.document
  WINDOW alike AS (PARTITION BY first.issuer, d.province, first.legal, first.date)
) chosen ON chosen.id = c.id AND chosen.nth = 1
ORDER BY c.issuer, substr(c.date, 1, 4), d.province, l.target, d.source, c.start
"""
_BY_NUMBER = f"""{_CITED}
WHERE {_COUNTS} AND c.kind = 'numbered' AND length(c.date) = 10 AND (c.issuer, c.number) IN (
  SELECT issuer, number FROM citations WHERE kind = 'numbered' AND length(date) = 10
  GROUP BY issuer, number HAVING min(legal) <> max(legal)
)
ORDER BY c.issuer, c.number, d.province, l.target, d.source, c.start
"""
_ON_DAY = f"""{_CITED}
WHERE {_RESOLVED} AND {is_counted("d.id")} AND l.target = ? AND c.date = ? AND c.kind IN ('numbered', 'self')
ORDER BY d.source, c.start
"""
_NUMBERED = f"""{_CITED}
WHERE {_COUNTS} AND c.kind = 'numbered' AND c.number GLOB '*[-/]*' AND c.legal IS NOT d.legal
ORDER BY l.target, d.source, c.start
"""


class CitedPassage(Struct, frozen=True, kw_only=True):
    """One citation of a legal document (`target`): what is written of it, and where.

    `doc_date` is the day of the citing document.  `sources` is how many documents cite it so, where one
    citation stands for all of them.
    """

    target: str
    at: Passage
    kind: str
    doc_date: str | None = None
    number: str | None = None
    doc_type: str | None = None
    type_code: str | None = None
    date: str | None = None
    issuer: str | None = None
    issuer_text: str | None = None
    subject: str | None = None
    relation: str | None = None
    sources: int = 1


def cited_with_several(rows: Rows, field: Field) -> Iterator[list[CitedPassage]]:
    """The citations of each document of which several dates, issuers or subjects are written."""
    for _, of_one in groupby(
        rows(_SEVERAL, (field,)), key=lambda row: (row["target"], _where(row))
    ):
        yield list(map(_passage, of_one))


def dated_by_issuer(rows: Rows) -> Iterator[list[CitedPassage]]:
    """The documents of each issuer and year as they are cited with number and day: one citation of each
    in each province, with the number of those that it stands for."""
    for _, of_one in groupby(
        rows(_IN_SERIES, ()), key=lambda row: (row["issuer"], row["date"][:4], _where(row))
    ):
        yield list(map(_passage, of_one))


def cited_on(rows: Rows, target: str, day: str) -> Iterator[CitedPassage]:
    """The citations of a legal document that give it a day, by source and place."""
    return map(_passage, rows(_ON_DAY, (target, day)))


def cited_by_number(rows: Rows) -> Iterator[list[CitedPassage]]:
    """The dated citations of documents that share issuer and number, of several years."""
    for _, of_one in groupby(
        rows(_BY_NUMBER, ()), key=lambda row: (row["issuer"], row["number"], _where(row))
    ):
        yield list(map(_passage, of_one))


def numbered_citations(rows: Rows) -> Iterator[list[CitedPassage]]:
    """The numbered citations of one legal document in one document."""
    cited = map(_passage, rows(_NUMBERED, ()))
    for _, of_one in groupby(cited, key=lambda passage: (passage.target, passage.at.source)):
        yield list(of_one)


def _passage(row: sqlite3.Row) -> CitedPassage:
    return CitedPassage(
        target=row["target"],
        at=passage_at(row),
        kind=row["kind"],
        doc_date=row["doc_date"],
        number=row["number"],
        doc_type=row["doc_type"],
        type_code=row["type_code"],
        date=row["date"],
        issuer=row["issuer"],
        issuer_text=row["issuer_text"],
        subject=row["subject"],
        relation=row["relation"],
        sources=row["sources"],
    )


def _where(row: sqlite3.Row) -> str | None:
    """What tells a district's or commune's body from its namesakes: the province of who speaks of it."""
    return row["province"] if is_local(row["issuer"]) else None
