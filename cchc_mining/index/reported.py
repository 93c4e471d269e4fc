"""What the audit asks of figures that reports give: of one thing differently, and what changed since.

Chosen in SQL, so that few figures of an archive are looked at, and those of one agency and period at
a time.  Of several files that are one document, the leading one counts.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from ..records import Passage
from .places import passage_at

Rows = Callable[[str, Sequence[object]], Iterable[sqlite3.Row]]

_IS_REPORTED = """
f.agency IS NOT NULL AND f.period IS NOT NULL AND f.value IS NOT NULL
AND f.role IN ('value', 'change', 'share') AND f.document IN counted_documents
"""
_FIGURE = """
d.source, d.doc_id, d.doc_date, d.province, f.start, f."end", f.text, f.page, f.boxes, f.value,
f.unit, f.approx, f.role, f.label, f.indicator_id, f.indicator_confidence, f.indicator_value,
f.period, f.agency, d.issuer AS reporter, b.before, b.words
"""
_OF_FIGURE = "JOIN documents d ON d.id = f.document LEFT JOIN temp.beside b ON b.figure = f.id"
# What a figure of another period may get its name from: 80 characters hold '1.438 cuộc gọi, cùng kỳ năm
# 2017 tiếp nhận 1.353 cuộc gọi' and the like.
_BESIDE = f"""
CREATE TEMP TABLE IF NOT EXISTS beside AS
SELECT figure, before, substr(t.text, before_end + 1, start - before_end) AS words
FROM (
  SELECT f.id AS figure, f.document, f.start, f.period, f.unit, f.role, lag(f.id) OVER near AS before,
    lag(f."end") OVER near AS before_end, lag(f.period) OVER near AS before_period,
    lag(f.unit) OVER near AS before_unit, lag(f.role) OVER near AS before_role
  FROM figures f WHERE {_IS_REPORTED}
  WINDOW near AS (PARTITION BY f.agency, f.document ORDER BY f.start)
) f JOIN texts t USING (document)
WHERE f.start - before_end BETWEEN 1 AND 80 AND period <> before_period AND unit IS before_unit
  AND role <> 'change' AND before_role <> 'change'
"""
_BESIDE_INDEX = "CREATE UNIQUE INDEX IF NOT EXISTS temp.beside_of ON beside (figure)"
# Some of these may agree by rounding, or be of different things: the audit tells.
_DIFFERENT = f"""
WITH of_values AS (
  SELECT id, document, agency, period, folded(f.unit) AS unit, value
  FROM figures f WHERE {_IS_REPORTED} AND f.role <> 'change'
)
SELECT {_FIGURE} FROM (
  SELECT agency, period, unit FROM of_values GROUP BY agency, period, unit
  HAVING min(document) <> max(document) AND min(value) <> max(value)
) JOIN of_values USING (agency, period, unit)
JOIN figures f ON f.id = of_values.id {_OF_FIGURE}
ORDER BY f.agency, f.period, d.province, d.source, f.start
"""
# A change with the value of the same agency right before it, and the words from that value on.
_CHANGES = f"""
SELECT value, change, substr(t.text, value_end + 1, change_end - value_end + ?2) AS words
FROM (
  SELECT f.document, f.id AS change, f.role, f.approx, f.start, f."end" AS change_end,
    lag(f.id) OVER before AS value, lag(f.role) OVER before AS value_role,
    lag(f.approx) OVER before AS value_approx, lag(f."end") OVER before AS value_end
  FROM figures f WHERE {_IS_REPORTED}
  WINDOW before AS (PARTITION BY f.agency, f.document ORDER BY f.start)
) c JOIN texts t ON t.document = c.document JOIN documents d ON d.id = c.document
WHERE c.role = 'change' AND value_role <> 'change' AND c.approx IS NULL AND value_approx IS NULL
  AND c.start - value_end BETWEEN 0 AND ?1
ORDER BY d.source, c.start
"""
_BY_ID = f"SELECT {_FIGURE} FROM figures f {_OF_FIGURE} WHERE f.id = ?"
_VALUES_TABLE = f"""
CREATE TEMP TABLE IF NOT EXISTS reported AS
SELECT f.agency, f.period, folded(f.unit) AS unit, f.id AS figure FROM figures f
WHERE {_IS_REPORTED} AND f.role <> 'change' AND f.approx IS NULL
"""
_VALUES_INDEX = "CREATE INDEX IF NOT EXISTS temp.reported_of ON reported (agency, period, unit)"
_VALUES = f"""
SELECT {_FIGURE} FROM temp.reported r JOIN figures f ON f.id = r.figure {_OF_FIGURE}
WHERE r.agency = ? AND r.period = ? AND r.unit = folded(?)
ORDER BY d.province, d.source, f.start
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


def different_figures(rows: Rows) -> Iterator[list[ReportedFigure]]:
    """Figures of one agency and period, each of a unit in which several reports give several values.

    Neither changes nor what is said of other periods; by source and place.
    """
    _note_what_stands_beside(rows)
    found = (_figure(rows, row) for row in rows(_DIFFERENT, ()))
    for _, of_one in groupby(found, key=lambda f: (f.agency, f.period, f.province)):
        yield list(of_one)


def reported_changes(rows: Rows, near: int, after: int) -> Iterator[ReportedChange]:
    """Changes whose value stands up to `near` characters before, with `after` characters behind.

    None of what is approximate; by source and place.
    """
    _note_what_stands_beside(rows)
    for value, change, words in rows(_CHANGES, (near, after)):
        yield ReportedChange(_one(rows, value), _one(rows, change), words)


def reported_values(rows: Rows, like: ReportedFigure, period: str) -> list[ReportedFigure]:
    """The exact values that reports give of a figure's agency for a period, in its unit, by source and
    place."""
    _note_what_stands_beside(rows)
    _make(rows, "reported_of", (_VALUES_TABLE, _VALUES_INDEX))
    of_agency = rows(_VALUES, (like.agency, period, like.unit))
    found = [_figure(rows, row) for row in of_agency]
    return [figure for figure in found if figure.province == like.province]


def is_local(body: str | None) -> bool:
    """Whether a body may have a namesake in another province."""
    return bool(body and _LOCAL.search(body))


def _note_what_stands_beside(rows: Rows) -> None:
    _make(rows, "beside_of", (_BESIDE, _BESIDE_INDEX))


def _make(rows: Rows, name: str, statements: Sequence[str]) -> None:
    """A temporary table with its index, of that name, unless it is there already."""
    if not list(rows("SELECT 1 FROM temp.sqlite_master WHERE name = ?", (name,))):
        for statement in statements:
            list(rows(statement, ()))


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
