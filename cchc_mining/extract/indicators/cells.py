"""Figures in tables: each numeric cell one figure, named by its row and its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...reading import Cell, Grid
from ...records import CellRef, Fraction, Role
from ...vietnamese.numbers import NUMERAL, Value, read_number
from .nouns import noun_at, noun_in

_CELL = re.compile(
    rf"[(]?\s*(?P<sign>[-–+](?=\s?\d))?\s*(?P<number>{NUMERAL})(?:\s*/\s*(?P<den>{NUMERAL}))?"
    r"\s*(?P<percent>%)?\s*[)]?"
)
_DIGIT = re.compile(r"[0-9]")
_PERCENT = re.compile(r"%|tỷ lệ|tỉ lệ|tỷ trọng|phần trăm")
_BRACKETED = re.compile(r"\(\s*([^()]{1,24})\s*\)\s*$")
_TARGET = re.compile(r"(?<!\w)(?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự kiến|phấn đấu)(?!\w)(?! \w+ đã)")
_CHANGE = re.compile(
    r"tăng\s*[,/(+]?\s*giảm|tăng/giảm|chênh lệch|so với cùng kỳ|so với năm|\+/-|tăng \(|giảm \("
)
_ORDINAL_UNIT = re.compile(r"xếp hạng|thứ hạng|thứ bậc|vị trí xếp hạng")
_SCORE = re.compile(r"(?<!\w)điểm(?!\w)")


class CellFigure(NamedTuple):
    """A numeric cell: the place of its number, what it says, and where it stands in the table."""

    start: int
    end: int
    ref: CellRef
    value: Value | Fraction
    unit: str | None
    role: Role
    label: str


class _Column(NamedTuple):
    path: str
    unit: str | None
    role: Role


def cell_figures(grid: Grid) -> Iterator[CellFigure]:
    """The figures of a table, row by row."""
    columns = _columns(grid)
    counts = any(column.unit != "%" for column in columns.values())
    for r in range(grid.first_data, len(grid.rows)):
        label = grid.labels[r]
        row_unit = _row_unit(grid, r)
        for c, column in columns.items():
            cell = grid.rows[r][c]
            match = _CELL.fullmatch(cell.text)
            value = _value(match) if match else None
            if match is None or value is None:
                continue
            unit = _unit(match, column, row_unit, grid)
            role = column.role
            if role == "value" and unit == "%" and counts:
                role = "share"
            start = cell.start + match.start("number")
            end = cell.start + match.end("den" if match["den"] else "number")
            ref = _ref(grid, r, c, column)
            yield CellFigure(start, end, ref, value, unit, role, _name(label, column.path))


def text_cells(grid: Grid) -> Iterator[Cell]:
    """Cells of words with numbers in them, to be read like sentences."""
    for row in grid.rows[grid.first_data :]:
        for cell in row:
            text = cell.text
            if " " in text and _DIGIT.search(text) and not _CELL.fullmatch(text):
                yield cell


def _value(match: re.Match[str]) -> Value | Fraction | None:
    reading = read_number(match["number"])
    if reading is None:
        return None
    value = reading.value
    if match["percent"] and value > 100 and reading.other is not None:
        value = reading.other
    if match["den"]:
        denominator = read_number(match["den"])
        return Fraction(value, denominator.value) if denominator else None
    return -value if match["sign"] in ("-", "–") else value


def _ref(grid: Grid, row: int, column: int, heading: _Column) -> CellRef:
    return CellRef(
        table=grid.id,
        row=row,
        column=column,
        row_label=grid.labels[row],
        column_path=heading.path,
    )


def _name(row: str, column: str) -> str:
    return f"{row} > {column}" if row and column else row or column


def _columns(grid: Grid) -> dict[int, _Column]:
    """The columns of figures; a change has the unit of the column before it."""
    columns: dict[int, _Column] = {}
    unit: str | None = None
    for c in grid.figures:
        column = _column(grid, c)
        if column.unit is None and column.role == "change":
            column = column._replace(unit=unit)
        columns[c] = column
        unit = column.unit
    return columns


def _column(grid: Grid, c: int) -> _Column:
    path = grid.column_path(c)
    low = path.lower()
    role: Role = "value"
    if _CHANGE.search(low):
        role = "change"
    elif _TARGET.search(low):
        role = "target"
    return _Column(path, _said_unit(low) or _counted(low), role)


def _said_unit(low: str) -> str | None:
    """The unit that a heading or row label states: 'Tỷ lệ (%)', 'Kinh phí (triệu đồng)'."""
    if bracket := _BRACKETED.search(low):
        if bracket[1] == "%":
            return "%"
        hit = noun_at(bracket[1], 0)
        if hit and hit.end == len(bracket[1]):
            return hit.unit
    if _PERCENT.search(low):
        return "%"
    if _ORDINAL_UNIT.search(low):
        return "thứ bậc"
    return None


def _counted(low: str) -> str | None:
    """The noun that a heading counts: 'Số lượng hồ sơ tiếp nhận'."""
    return noun_in(low) or ("điểm" if _SCORE.search(low) else None)


def _row_unit(grid: Grid, r: int) -> str | None:
    written = grid.units[r].lower()
    if written:
        hit = noun_at(written, 0)
        return (
            "%"
            if written == "%"
            else hit.unit
            if hit and hit.end == len(written)
            else grid.units[r]
        )
    low = grid.labels[r].lower()
    return _said_unit(low)


def _unit(match: re.Match[str], column: _Column, row_unit: str | None, grid: Grid) -> str | None:
    """The nearest word on the unit: in the cell, the row, the column, above the table."""
    if match["percent"]:
        return "%"
    if row_unit:
        return row_unit
    if column.unit and (column.unit == "%" or grid.unit is None):
        return column.unit
    if grid.unit:
        low = grid.unit.lower()
        hit = noun_at(low, 0)
        return hit.unit if hit and hit.end == len(low) else "%" if low == "%" else grid.unit
    return column.unit or (noun_in(grid.caption.lower()) if grid.caption else None)
