"""What the audit asks of the index: citations that speak of one legal document, side by side.

Only what counts is asked: resolved documents, and of several files of one document the leading one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

import msgspec
from msgspec import Struct

from ..records import Box, Passage

Rows = Callable[[str, Sequence[object]], Iterable[sqlite3.Row]]
Field = Literal["date", "issuer", "subject"]

_read_boxes = msgspec.json.Decoder(tuple[Box, ...]).decode

_CITED = """
SELECT l.target, d.source, d.doc_id, d.doc_date, c.start, c."end", c.text, c.page, c.boxes,
  c.number, c.doc_type, c.type_code, c.date, c.issuer, c.issuer_text, c.subject, c.relation, c.kind
FROM citations c JOIN documents d ON d.id = c.document JOIN legal_documents l ON l.id = c.legal
"""
_COUNTS = "l.status = 'resolved' AND c.kind <> 'reference' AND d.id IN counted_documents"
_SEVERAL = f"""{_CITED}
WHERE {_COUNTS} AND l.id IN (
  SELECT legal FROM observations WHERE field = ?1 AND mentions > 0 GROUP BY legal
  HAVING count(*) > 1
)
ORDER BY l.target, d.source, c.start
"""
_IN_SERIES = f"""{_CITED}
WHERE {_COUNTS} AND c.kind IN ('numbered', 'self') AND c.issuer IS NOT NULL
  AND length(c.date) = 10 AND c.number GLOB '*[-/]*'
ORDER BY c.issuer, l.target, d.source, c.start
"""
_ACTED_ON = f"""
SELECT c.id, a.id AS actor FROM citations c JOIN citations a ON a.id = c.actor
JOIN documents d ON d.id = c.document JOIN legal_documents l ON l.id = c.legal
WHERE {_COUNTS} AND length(c.date) = 10 AND length(a.date) = 10 AND a.date < c.date
ORDER BY d.source, c.start
"""
_PAIR = f"{_CITED} WHERE c.id IN (?1, ?2) ORDER BY c.id <> ?1"
_OF_SUBJECTS = f"""{_CITED}
WHERE {_COUNTS} AND c.kind = 'numbered' AND c.subject IS NOT NULL AND c.issuer IS NOT NULL
ORDER BY c.issuer, c.number, l.target, d.source, c.start
"""


_NUMBERED = f"""{_CITED}
WHERE {_COUNTS} AND c.kind = 'numbered' AND c.number GLOB '*[-/]*' AND c.legal IS NOT d.legal
ORDER BY l.target, d.source, c.start
"""


class CitedPassage(Struct, frozen=True, kw_only=True):
    """One citation of a legal document (`target`): what is written of it, and where.

    `doc_date` is the day of the citing document.
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


def cited_with_several(rows: Rows, field: Field) -> Iterator[list[CitedPassage]]:
    """The citations of each document of which several dates, issuers or subjects are written."""
    cited = map(_passage, rows(_SEVERAL, (field,)))
    for _, of_one in groupby(cited, key=lambda passage: passage.target):
        yield list(of_one)


def dated_by_issuer(rows: Rows) -> Iterator[list[CitedPassage]]:
    """The numbered and dated citations of each issuer's documents."""
    cited = map(_passage, rows(_IN_SERIES, ()))
    for _, of_one in groupby(cited, key=lambda passage: passage.issuer):
        yield list(of_one)


def subjects_by_number(rows: Rows) -> Iterator[list[CitedPassage]]:
    """The citations with a subject that share issuer and number, whatever their years."""
    cited = map(_passage, rows(_OF_SUBJECTS, ()))
    for _, of_one in groupby(cited, key=lambda passage: (passage.issuer, passage.number)):
        yield list(of_one)


def numbered_citations(rows: Rows) -> Iterator[list[CitedPassage]]:
    """The numbered citations of one legal document in one document."""
    cited = map(_passage, rows(_NUMBERED, ()))
    for _, of_one in groupby(cited, key=lambda passage: (passage.target, passage.at.source)):
        yield list(of_one)


def acting_before(rows: Rows) -> Iterator[tuple[CitedPassage, CitedPassage]]:
    """Citations (acting, acted on) of which the first is dated before what it acts on."""
    for row in rows(_ACTED_ON, ()):
        pair = [*map(_passage, rows(_PAIR, (row["actor"], row["id"])))]
        if len(pair) == 2:  # an actor that names no document has no row
            yield pair[0], pair[1]


def _passage(row: sqlite3.Row) -> CitedPassage:
    return CitedPassage(
        target=row["target"],
        at=Passage(
            source=row["source"],
            doc_id=row["doc_id"],
            start=row["start"],
            end=row["end"],
            text=row["text"],
            page=row["page"],
            boxes=_read_boxes(row["boxes"]) if row["boxes"] else (),
        ),
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
    )
