"""What the audit asks of the index: citations of one legal document, figures of one agency.

Only what counts is asked: resolved documents, and of several files of one document the leading one.
"""

from __future__ import annotations

import re
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
SELECT l.target, d.source, d.doc_id, d.doc_date, d.province, c.start, c."end", c.text, c.page, c.boxes,
  c.number, c.doc_type, c.type_code, c.date, c.issuer, c.issuer_text, c.subject, c.relation, c.kind
FROM citations c JOIN documents d ON d.id = c.document JOIN legal_documents l ON l.id = c.legal
"""
_COUNTS = "l.status = 'resolved' AND c.kind <> 'reference' AND d.id IN counted_documents"
_SEVERAL = f"""{_CITED}
WHERE {_COUNTS} AND l.id IN (
  SELECT legal FROM observations WHERE field = ?1 AND mentions > 0 GROUP BY legal
  HAVING count(*) > 1
)
ORDER BY l.target, d.province, d.source, c.start
"""
_IN_SERIES = f"""{_CITED}
WHERE {_COUNTS} AND c.kind IN ('numbered', 'self') AND c.issuer IS NOT NULL
  AND length(c.date) = 10 AND c.number GLOB '*[-/]*'
ORDER BY c.issuer, d.province, l.target, d.source, c.start
"""
_BY_NUMBER = f"""{_CITED}
WHERE {_COUNTS} AND c.kind = 'numbered' AND c.issuer IS NOT NULL
ORDER BY c.issuer, c.number, d.province, l.target, d.source, c.start
"""


_FIGURES = """
SELECT d.source, d.doc_id, d.doc_date, d.province, f.start, f."end", f.text, f.page, f.boxes, f.value, f.unit,
  f.approx, f.role, f.label, f.indicator_id, f.indicator_confidence, f.indicator_value, f.period,
  f.agency, d.issuer AS reporter
FROM figures f JOIN documents d ON d.id = f.document
WHERE f.agency IS NOT NULL AND f.period IS NOT NULL AND f.value IS NOT NULL
  AND f.role IN ('value', 'change', 'share') AND d.id IN counted_documents
ORDER BY f.agency, d.province, d.source, f.start
"""
# Of these every province may have one of the name.
_LOCAL = re.compile(r"\b(?:huyện|quận|thị xã|xã|phường|thị trấn|thành phố)\b", re.I)
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


class ReportedFigure(Struct, frozen=True, kw_only=True):
    """A figure that a report gives of an agency for a period.

    `doc_date` is the report's day, `reporter` the body that issued it.
    """

    at: Passage
    value: float
    role: str
    period: str
    agency: str
    doc_date: str | None = None
    reporter: str | None = None
    unit: str | None = None
    approx: str | None = None
    label: str | None = None
    indicator_id: str | None = None
    indicator_confidence: float | None = None
    indicator_value: float | None = None


def cited_with_several(rows: Rows, field: Field) -> Iterator[list[CitedPassage]]:
    """The citations of each document of which several dates, issuers or subjects are written."""
    for _, of_one in groupby(
        rows(_SEVERAL, (field,)), key=lambda row: (row["target"], _where(row))
    ):
        yield list(map(_passage, of_one))


def dated_by_issuer(rows: Rows) -> Iterator[list[CitedPassage]]:
    """The numbered and dated citations of each issuer's documents."""
    for _, of_one in groupby(rows(_IN_SERIES, ()), key=lambda row: (row["issuer"], _where(row))):
        yield list(map(_passage, of_one))


def cited_by_number(rows: Rows) -> Iterator[list[CitedPassage]]:
    """The citations that share issuer and number, whatever their years."""
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
        at=_at(row),
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


def figures_by_agency(rows: Rows) -> Iterator[list[ReportedFigure]]:
    """All figures of each agency in all reports, by source and place."""
    for _, of_one in groupby(
        rows(_FIGURES, ()), key=lambda row: (row["agency"], _where(row, "agency"))
    ):
        yield list(map(_figure, of_one))


def _where(row: sqlite3.Row, body: str = "issuer") -> str | None:
    """What tells a district's or commune's body from its namesakes: the province of who speaks of it."""
    return row["province"] if _LOCAL.search(row[body] or "") else None


def _figure(row: sqlite3.Row) -> ReportedFigure:
    return ReportedFigure(
        at=_at(row),
        value=row["value"],
        role=row["role"],
        period=row["period"],
        agency=row["agency"],
        doc_date=row["doc_date"],
        reporter=row["reporter"],
        unit=row["unit"],
        approx=row["approx"],
        label=row["label"],
        indicator_id=row["indicator_id"],
        indicator_confidence=row["indicator_confidence"],
        indicator_value=row["indicator_value"],
    )


def _at(row: sqlite3.Row) -> Passage:
    return Passage(
        source=row["source"],
        doc_id=row["doc_id"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        page=row["page"],
        boxes=_read_boxes(row["boxes"]) if row["boxes"] else (),
    )
