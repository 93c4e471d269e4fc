"""What the audit asks of figures that reports give: of one thing differently, and what changed since.

Chosen in SQL, so that few figures of an archive are looked at, and those of one agency and period at
a time.  Of several files that are one document, the leading one counts.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice

from msgspec import Struct

from ..records import Passage
from .places import passage_at

Rows = Callable[[str, Sequence[object]], Iterable[sqlite3.Row]]

_IS_REPORTED = """
f.agency IS NOT NULL AND f.period IS NOT NULL AND f.value IS NOT NULL
AND f.role IN ('value', 'change', 'share') AND f.document IN counted_documents
"""
# The figure of the same agency right before one.  Ids follow the text; what stands further off than so
# many figures is not near.
_BEFORE = """(
  SELECT p.id FROM figures p
  WHERE p.id BETWEEN f.id - 20 AND f.id - 1 AND p.document = f.document AND p.agency = f.agency
    AND p.period IS NOT NULL AND p.value IS NOT NULL AND p.role IN ('value', 'change', 'share')
  ORDER BY p.id DESC LIMIT 1
)"""
_WORDS_BETWEEN = """(
  SELECT substr(t.text, b."end" + 1, f.start - b."end") FROM texts t WHERE t.document = b.document
)"""
_FIGURE = f"""
d.source, d.doc_id, d.doc_date, d.province, f.start, f."end", f.text, f.page, f.boxes, f.value,
f.unit, f.approx, f.role, f.label, f.indicator_id, f.indicator_confidence, f.indicator_value,
f.period, f.agency, d.issuer AS reporter, b.id AS before, {_WORDS_BETWEEN} AS words
"""
# What a figure of another period may get its name from: 80 characters hold '1.438 cuộc gọi, cùng kỳ năm
# 2017 tiếp nhận 1.353 cuộc gọi' and the like.
_OF_FIGURE = f"""JOIN documents d ON d.id = f.document
LEFT JOIN figures b ON b.id = {_BEFORE} AND f.start - b."end" BETWEEN 1 AND 80
  AND b.period <> f.period AND b.unit IS f.unit AND f.role <> 'change' AND b.role <> 'change'
"""
_BY_ID = f"SELECT {_FIGURE} FROM figures f {_OF_FIGURE} WHERE f.id = ?"
_BY_IDS = f"""
SELECT f.id, {_FIGURE} FROM json_each(?) x JOIN figures f ON f.id = x.value {_OF_FIGURE}
"""
_BATCH = 200  # changes whose figures are asked for at once
# Every value that is reported, to be found by whose it is, of when and of what unit.  Made by statements
# that open no transaction, which would lock the file.
_NOTE_VALUES = (
    f"""
CREATE TEMP TABLE IF NOT EXISTS reported AS
SELECT f.agency, f.period, folded(f.unit) AS unit, f.id AS figure, f.document, f.value
FROM figures f WHERE {_IS_REPORTED} AND f.role <> 'change'
""",
    "CREATE INDEX IF NOT EXISTS temp.reported_of ON reported"
    " (agency, period, unit, document, value, figure)",
)
# Some of these may agree by rounding, or be of different things: the audit tells.
_DIFFERENT = f"""
SELECT {_FIGURE} FROM (
  SELECT agency, period, unit FROM temp.reported GROUP BY agency, period, unit
  HAVING min(document) <> max(document) AND min(value) <> max(value)
) JOIN temp.reported r USING (agency, period, unit)
JOIN figures f ON f.id = r.figure {_OF_FIGURE}
ORDER BY f.agency, f.period, d.province, d.source, f.start
"""
_VALUES = f"""
SELECT {_FIGURE} FROM temp.reported r JOIN figures f ON f.id = r.figure {_OF_FIGURE}
WHERE r.agency = ? AND r.period = ? AND r.unit = folded(?) AND f.approx IS NULL
ORDER BY d.province, d.source, f.start
"""
# A change with the value of the same agency right before it, and the words from that value on.
_CHANGES = f"""
SELECT v.id, f.id, substr(t.text, v."end" + 1, f."end" - v."end" + ?2)
FROM figures f JOIN figures v ON v.id = {_BEFORE}
JOIN texts t ON t.document = f.document JOIN documents d ON d.id = f.document
WHERE {_IS_REPORTED} AND f.role = 'change' AND v.role <> 'change' AND f.approx IS NULL
  AND v.approx IS NULL AND f.start - v."end" BETWEEN 0 AND ?1
ORDER BY d.source, f.start
"""
# Of these every province may have one of the name.
_LOCAL = re.compile(r"\b(?:huyện|quận|thị xã|xã|phường|thị trấn|thành phố)\b", re.I)


class ReportedFigure(Struct, frozen=True, kw_only=True):
    """A figure that a report gives of an agency for a period.

    `doc_date` is the report's day, `reporter` the body that issued it, `province` that in which it
    speaks, where the agency may have a namesake elsewhere.  `beside` is what the figure may be compared
    with.
    """

    at: Passage
    value: float
    role: str
    period: str
    agency: str
    province: str | None = None
    doc_date: str | None = None
    reporter: str | None = None
    unit: str | None = None
    approx: str | None = None
    label: str | None = None
    indicator_id: str | None = None
    indicator_confidence: float | None = None
    indicator_value: float | None = None
    beside: Beside | None = None


class Beside(Struct, frozen=True):
    """The figure of the same agency and unit, but of another period, that stands right before one in
    its report, and the words between."""

    figure: ReportedFigure
    words: str


class ReportedChange(Struct, frozen=True):
    """A change right behind the value that it led to; `words` are those from the value's end on."""

    value: ReportedFigure
    change: ReportedFigure
    words: str


def note_values(rows: Rows) -> None:
    """Make what `different_figures` and `reported_values` look into; once a connection."""
    for statement in _NOTE_VALUES:
        list(rows(statement, ()))


def different_figures(rows: Rows) -> Iterator[list[ReportedFigure]]:
    """Figures of one agency and period, each of a unit in which several reports give several values.

    Neither changes nor what is said of other periods; by source and place.
    """
    found = (_figure(rows, row) for row in rows(_DIFFERENT, ()))
    for _, of_one in groupby(found, key=lambda f: (f.agency, f.period, f.province)):
        yield list(of_one)


def reported_changes(rows: Rows, near: int, after: int) -> Iterator[ReportedChange]:
    """Changes whose value stands up to `near` characters before, with `after` characters behind.

    None of what is approximate; by source and place.
    """
    found = iter(rows(_CHANGES, (near, after)))
    while batch := list(islice(found, _BATCH)):
        ids = json.dumps([id_ for value, change, _ in batch for id_ in (value, change)])
        figures = {row["id"]: row for row in rows(_BY_IDS, (ids,))}
        for value, change, words in batch:
            both = [_figure(rows, figures[id_]) for id_ in (value, change)]
            yield ReportedChange(both[0], both[1], words)


def reported_values(rows: Rows, like: ReportedFigure, period: str) -> list[ReportedFigure]:
    """The exact values that reports give of a figure's agency for a period, in its unit, by source and
    place."""
    of_agency = rows(_VALUES, (like.agency, period, like.unit))
    found = [_figure(rows, row) for row in of_agency]
    return [figure for figure in found if figure.province == like.province]


def is_local(body: str | None) -> bool:
    """Whether a body may have a namesake in another province."""
    return bool(body and _LOCAL.search(body))


def _one(rows: Rows, figure: int) -> ReportedFigure:
    (row,) = rows(_BY_ID, (figure,))
    return _figure(rows, row)


def _figure(rows: Rows, row: sqlite3.Row) -> ReportedFigure:
    return ReportedFigure(
        at=passage_at(row),
        value=row["value"],
        role=row["role"],
        period=row["period"],
        agency=row["agency"],
        province=row["province"] if is_local(row["agency"]) else None,
        doc_date=row["doc_date"],
        reporter=row["reporter"],
        unit=row["unit"],
        approx=row["approx"],
        label=row["label"],
        indicator_id=row["indicator_id"],
        indicator_confidence=row["indicator_confidence"],
        indicator_value=row["indicator_value"],
        beside=Beside(_one(rows, row["before"]), row["words"]) if row["before"] else None,
    )
