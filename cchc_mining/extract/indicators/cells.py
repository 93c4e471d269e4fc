"""Figures in tables: each numeric cell one figure, named by its row and its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...reading import Cell, Grid
from ...records import CellRef, Fraction, Role
from ...vietnamese.numbers import NUMERAL, Value, read_number
from .nouns import noun_at, noun_in
from .units import stated_unit

_CELL = re.compile(
    rf"[(]?\s*(?:(?P<sign>[-–+](?=\s?\d))|(?P<moves>[Tt]ăng|[Gg]iảm)\s)?\s*(?P<number>{NUMERAL})(?:\s*/\s*(?P<den>{NUMERAL}))?"
    r"\s*(?P<percent>%)?\s*[)]?"
)
_DIGIT = re.compile(r"[0-9]")
# 'Tỷ lệ (%)', but not the rate in a name: 'Kinh phí công đoàn 2%'
_PERCENT = re.compile(r"(?<!\d)(?<!\d )%|tỷ lệ|tỉ lệ|tỷ trọng|phần trăm")
# 'Kinh phí (triệu đồng)', 'Điện thương phẩm (triệu kWh) > Năm 2019'
_BRACKETED = re.compile(r"\(\s*([^()]{1,24})\s*\)\s*(?=$|>)")
# 'Số cuộc thanh tra', 'Tổng số lượt': what the figures count, whatever unit stands above the table
_NUMBER_OF = re.compile(r"(?:^|> )(?P<total>tổng )?số (?:lượng )?(?!kế hoạch)")
_TARGET = re.compile(
    r"(?<!\w)(?<!/)(?<!so với )(?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự kiến|phấn đấu|nghị quyết"
    r"|dự toán [^>]{0,20}giao)(?!\w)(?! \w+ đã)"
)
_CHANGE = re.compile(
    r"tăng\s*[,/(+]?\s*giảm|tăng/giảm|chênh lệch|so với cùng kỳ|so với năm|\+/-|tăng \(|giảm \("
    r"|tăng trưởng|tốc độ tăng"
)
# 'So với năm 2017 (%)': from what it was, or by how much it changed; the cells tell which.
_COMPARED = re.compile(r"so (?:với )?(?:cùng kỳ|năm)")
_SAYS_CHANGE = re.compile(r"tăng|giảm|chênh lệch|\+/-")
_FALL = re.compile(r"(?:^|> )(?:tỷ lệ |mức |số )?giảm(?![^>]*tăng)[^>]*$")
_ROUNDED = 0.06  # by which a rate may differ from what the cells beside it make
_LEAST_RATIO = 40  # percent of an earlier year below which no total of a report falls
# 'So với kế hoạch (%)', '% TH/KH', 'Tỷ lệ (%)': how much of a plan or of a whole that stands beside.
_OF_WHOLE = re.compile(
    r"so (?:với )?(?:kế hoạch|kh(?!\w)|chỉ tiêu|mục tiêu|dự toán|dt(?!\w))|th\w*\s?/\s?(?:kh|dt)(?!\w)"
    r"|(?:tỷ lệ|tỉ lệ|%)\s*(?:đạt|hoàn thành|thực hiện)|đạt[^>]{0,12}%"
    r"|(?:^|> )(?:tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu)(?: \(%\)| %)?$"
)
_MONEY = re.compile(r"(?<!\w)(?:kinh phí|tiền|vốn|thu|chi|phí|giá trị|doanh thu)(?!\w)", re.I)
_ORDINAL_UNIT = re.compile(
    r"xếp hạng|thứ hạng|thứ bậc|vị trí xếp hạng|(?:^|> )hạng(?: \d{4}| năm \d{4})?$"
)
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
    """What the headings of a column say of its figures; `firm` units hold whatever the unit of the
    table, and all figures of one that `falls` are negative: 'Giảm so với năm 2019 (%)'."""

    path: str
    unit: str | None
    role: Role
    firm: bool = False
    falls: bool = False


def cell_figures(grid: Grid) -> Iterator[CellFigure]:
    """The figures of a table, row by row."""
    rows = {r: dict(_row_cells(grid, r)) for r in range(grid.first_data, len(grid.rows))}
    declared = _declared_unit(grid)
    headed = _parts_of_total(_columns(grid, declared), rows.values(), declared is not None)
    columns = {
        c: _settled(column, [(cells[c], cells) for cells in rows.values() if c in cells])
        for c, column in headed.items()
    }
    captioned = noun_in((grid.caption or "").lower())
    for r, cells in rows.items():
        row_unit = _row_unit(grid, r)
        for c, read in cells.items():
            column, cell, match = columns[c], grid.rows[r][c], read.match
            unit = "%" if match["percent"] else _unit(column, row_unit, declared) or captioned
            start = cell.start + match.start("number")
            end = cell.start + match.end("den" if match["den"] else "number")
            ref = _ref(grid, r, c, column)
            name = _name(grid.labels[r], column.path)
            role = "change" if match["moves"] else column.role
            yield CellFigure(start, end, ref, _signed(read, column), unit, role, name)


class _Read(NamedTuple):
    """What a numeric cell says."""

    match: re.Match[str]
    value: Value | Fraction


def _row_cells(grid: Grid, row: int) -> Iterator[tuple[int, _Read]]:
    """The numeric cells of a row, by column."""
    for c in grid.figures:
        match = _CELL.fullmatch(grid.rows[row][c].text)
        value = _value(match) if match else None
        if match is not None and value is not None:
            yield c, _Read(match, value)


def _settled(column: _Column, cells: Sequence[tuple[_Read, dict[int, _Read]]]) -> _Column:
    """A column of rates with the role that its cells give it.

    `cells` are its own, each with all cells of its row.
    """
    if not cells or not (column.unit == "%" or cells[0][0].match["percent"]):
        return column
    low = column.path.lower()
    if column.role == "change":
        changes = not _COMPARED.search(low) or _SAYS_CHANGE.search(low)
        ratios = all(
            not isinstance(own.value, Fraction) and own.value >= _LEAST_RATIO for own, _ in cells
        )
        return column if changes or not ratios else column._replace(role="value")
    restating = _OF_WHOLE.search(low) or (
        column.role == "value" and 2 * sum(_restates(*cell) for cell in cells) >= len(cells)
    )
    return column._replace(role="share") if restating else column


def _restates(rate: _Read, row: dict[int, _Read]) -> bool:
    """Whether a rate is what one cell of its row makes of another, or lacks to be all of it."""
    if isinstance(rate.value, Fraction):
        return False
    value = float(rate.value)
    close = 10 * _ROUNDED if value.is_integer() else _ROUNDED
    counts = [
        float(read.value)
        for read in row.values()
        if read is not rate and not isinstance(read.value, Fraction) and read.value > 0
    ]
    made = (100 * part / whole for part in counts for whole in counts)
    return any(abs(rest - value) <= close for rate in made for rest in (rate, 100 - rate))


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
    falls = match["sign"] in ("-", "–") or (match["moves"] or "").lower() == "giảm"
    return -value if falls else value


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


def _signed(read: _Read, column: _Column) -> Value | Fraction:
    value = read.value
    return -abs(value) if column.falls and not isinstance(value, Fraction) else value


def _columns(grid: Grid, declared: str | None) -> dict[int, _Column]:
    """The columns of figures; a change has the unit of the column before it, or the one declared above
    the table behind a rate: 'So với dự toán (%)', 'Tăng so với năm 2020'."""
    columns: dict[int, _Column] = {}
    before: _Column | None = None
    for c in grid.figures:
        column = _column(grid.column_path(c))
        changes = column.unit is None and column.role == "change"
        if changes and before is not None and not (declared and before.unit == "%"):
            column = column._replace(unit=before.unit, firm=before.firm)
        columns[c] = before = column
    return columns


def _column(path: str) -> _Column:
    low = path.lower()
    role: Role = "value"
    if _CHANGE.search(low):
        role = "change"
    elif _TARGET.search(low):
        role = "target"
    firm = _said_unit(low) or _number_of(low)
    falls = role == "change" and _FALL.search(low) is not None
    return _Column(path, firm or _counted(low), role, firm is not None, falls)


def _parts_of_total(
    columns: dict[int, _Column], rows: Iterable[dict[int, _Read]], declared: bool
) -> dict[int, _Column]:
    """The columns, those beside a total counting what it counts: 'Trực tiếp', 'Tổng số hồ sơ'; such
    as are of something else ('Tiếp nhận hồ sơ', 'Tổng số lượt') or of money, or stand under a unit
    of the whole table, only where they add up to it."""
    totals = [(c, column.unit) for c, column in columns.items() if _is_total(column)]
    parts = [c for c, column in columns.items() if not column.firm and column.role == "value"]
    if len(totals) != 1 or not parts:
        return columns
    total, unit = totals[0]
    sums = [
        sum(_plain(row[c]) for c in parts if c in row) == _plain(row[total])
        for row in rows
        if total in row
    ]
    adds_up = 2 * sum(sums) > len(sums)
    return {
        c: column._replace(unit=unit, firm=True)
        if c in parts and (adds_up or not (declared or column.unit or _MONEY.search(column.path)))
        else column
        for c, column in columns.items()
    }


def _is_total(column: _Column) -> bool:
    last = column.path.lower().rpartition("> ")[2]
    return column.firm and (number := _NUMBER_OF.match(last)) is not None and bool(number["total"])


def _plain(read: _Read) -> float:
    return 0.0 if isinstance(read.value, Fraction) else round(float(read.value), 6)


def _said_unit(low: str) -> str | None:
    """The unit that a heading or row label states: 'Tỷ lệ (%)', 'Kinh phí (triệu đồng)'."""
    if bracketed := _bracketed_unit(low):
        return bracketed
    if _PERCENT.search(low):
        return "%"
    if _ORDINAL_UNIT.search(low):
        return "thứ bậc"
    return None


def _bracketed_unit(low: str) -> str | None:
    """The last unit in brackets at the end of a heading: 'Thu ngân sách (tỷ đồng)'."""
    said = map(stated_unit, reversed(_BRACKETED.findall(low)))
    return next(filter(None, said), None)


def _number_of(low: str) -> str | None:
    """The noun behind 'Số': 'Số tổ chức, cá nhân vi phạm', 'Số hồ sơ > Đã giải quyết'."""
    for number in _NUMBER_OF.finditer(low):
        noun = noun_at(low, number.end())
        if noun and not noun.is_measure:
            return noun.unit
    return None


def _counted(low: str) -> str | None:
    """The noun that a heading counts: 'Số lượng hồ sơ tiếp nhận'."""
    return noun_in(low) or ("điểm" if _SCORE.search(low) else None)


def _row_unit(grid: Grid, r: int) -> str | None:
    """The unit in a row's cell of units, else the one that its name states."""
    if written := grid.units[r]:
        return stated_unit(written.lower()) or written
    return _said_unit(grid.labels[r].lower())


def _declared_unit(grid: Grid) -> str | None:
    """The unit above a table: 'Đơn vị tính: tỷ đồng', 'Bảng 2. Thu ngân sách (tỷ đồng)'."""
    if grid.unit:
        return stated_unit(grid.unit.lower()) or grid.unit
    caption = (grid.caption or "").lower().rstrip(" .:")
    return _bracketed_unit(caption)


def _unit(column: _Column, row: str | None, declared: str | None) -> str | None:
    """The nearest word on the unit: in the row, the column, above the table."""
    if column.unit == "%":
        return "%"  # 'So với kế hoạch (%)' of an amount too
    return row or (column.unit if column.firm else None) or declared or column.unit
