"""Tables read as figures: each numeric cell with the period and owner that column, row, caption or
the words before the table name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...reading import Context, Grid, View
from ...records import AgencyMention, Indicator
from .beside import BY_WORD_OF
from .canonical import canonical_indicator
from .cells import CellFigure, cell_figures
from .elided import headed_territory
from .land import is_of_land
from .places import named_territory, territory
from .timeline import Timeline
from .times import is_before, is_told_exactly, moved, span_years_ago
from .topics import Topics

_TOTAL = re.compile(r"(?:tổng|cộng)", re.I)
# 'Dự toán 2025', '9T/2024', '6 tháng 2016'
_BARE_YEAR = re.compile(
    r"(?:(?<!\w)(\d{1,2})\s?(?:T|tháng)\s?/?\s?|(?<![\d/.-]))((?:19|20)\d{2})(?![\d.,])"
)
# 'Theo số liệu của Kho bạc Nhà nước tỉnh, kết quả giải ngân:' is of the one that reports.
_BY_WORD_OF = re.compile(BY_WORD_OF)
_BEFORE_NAME = 60  # characters in which they are looked for
_COMPARED = re.compile(r"so với|so sánh|tăng|giảm", re.I)
_NUMBERED = re.compile(r"\W*(?:bảng|biểu|phụ lục)(?: số)? ?\d", re.I)
_SUM = re.compile(r"(?:tổng )?cộng|tổng(?: số)?", re.I)
# 'Năm 2020/năm 2019 (%)': what the later year is of the earlier
_RATIO = re.compile(r"(?:năm )?((?:19|20)\d\d) ?/ ?(?:năm )?((?:19|20)\d\d)(?!\d)", re.I)
_SAME_SPAN = re.compile(r"cùng kỳ", re.I)
_REST_OF_NAME = re.compile(r"(?:,? (?!và )[^\W\d_]+){1,8}")
_BUDGET = re.compile(r"dự toán", re.I)
_DONE = re.compile(
    r"(?<!\w)(?:kết quả|ước|đã|hiện (?:có|nay)|thực hiện (?:đến|quý|\d|6 tháng))(?!\w)", re.I
)
_YEAR_BEGINS = re.compile(r"(?:19|20)\d{2}(?!\d)|\d{1,2} ?(?:tháng|T)(?!\w)")
_NUMBERING = frozenset("0123456789(")
_LONGEST_ROW_TIME = 24
# Agencies that a territory has beside one another.
_OF_TERRITORY = ("Sở ", "Ủy ban nhân dân ", "Văn phòng Ủy ban nhân dân ", "Ban ")
# Units that a department has under it.
_UNITS = ("Chi cục ", "Trung tâm ", "Phòng ", "Hạt ", "Trạm ", "Trường ", "Bệnh viện ", "Văn phòng ",
          "Thanh tra ", "Ban Quản lý ", "Quỹ ", "Đội ", "Chi nhánh ", "Bảo tàng ", "Thư viện ", "Đoàn ")  # fmt: skip


class GridReader:
    """Turns the tables of one document into indicators; offsets are the view's."""

    def __init__(
        self,
        view: View,
        context: Context,
        reporter: str | None,
        timeline: Timeline,
        topics: Topics,
        agencies: Sequence[AgencyMention],
        taken: Sequence[tuple[int, int]],
    ) -> None:
        self._view = view
        self._context = context
        self._reporter = reporter
        self._timeline = timeline
        self._topics = topics
        self._agencies = agencies
        self._agency_starts = [mention.start for mention in agencies]
        self._taken = taken
        self._taken_starts = [start for start, _ in taken]

    def read(self, grid: Grid) -> Iterator[Indicator]:
        """The figures of a table, row by row."""
        period = self._period(grid)
        columns = self._column_periods(grid, period)
        rows = {r: self._row_period(grid, r) for r in range(grid.first_data, len(grid.rows))}
        owners = self._row_owners(grid)
        plans = self._timeline.planned(grid.start)
        for figure in cell_figures(grid):
            if not self._is_taken(figure):
                row, column = figure.ref.row, figure.ref.column
                told = (
                    _part_of_year(rows[row], columns[column])
                    or columns[column]
                    or rows[row]
                    or period
                )
                figure = _planned(figure, told, period, plans)
                yield self._indicator(figure, told, owners[row])

    def _column_periods(self, grid: Grid, period: str | None) -> dict[int, str | None]:
        """The times of the columns; of a sum over columns of years all these years."""
        told = {c: self._column_period(grid, c, period) for c in grid.figures}
        years = sorted({time for time in told.values() if time and len(time) == 4})
        if len(years) < 2 or int(years[-1]) - int(years[0]) != len(years) - 1:
            return told
        span = f"{years[0]}/{years[-1]}"
        return {
            c: span if time is None and _SUM.fullmatch(grid.column_path(c)) else time
            for c, time in told.items()
        }

    def _column_period(self, grid: Grid, column: int, period: str | None) -> str | None:
        """The time that the innermost of a column's headings names: 'TH 6 tháng 2016', 'KH 2016'."""
        for start, end, text in _headings(grid, column):
            if (ratio := _RATIO.match(text)) and ratio[1] > ratio[2]:
                return ratio[1]
            told = self._timeline.within(start, end) or self._bare_year(text)
            if told and len(told) == 4 and period and _SAME_SPAN.search(text):
                return span_years_ago(period, told)
            if told and period and len(told) == 10 and period.endswith(f"/{told}"):
                return period  # 'Thực hiện đến 10/12/2025' where that ends the reported days
            if told:
                return told
        return None

    def _row_period(self, grid: Grid, row: int) -> str | None:
        """'Năm 2023', 'Quý I/2024' as what names a row; not where it goes on below other cells."""
        for cell in grid.rows[row]:
            if cell.text == grid.labels[row] and cell.end - cell.start < _LONGEST_ROW_TIME:
                return self._timeline.within(cell.start, cell.end)
        return None

    def _bare_year(self, heading: str) -> str | None:
        """A year without its word in a heading: 'Dự toán 2025', '9T/2024', '2023'."""
        years = _BARE_YEAR.findall(heading)
        if len(years) != 1 or _COMPARED.search(heading):
            return None
        months, year = years[0]
        return f"{year}-01/{year}-{int(months):02d}" if months and 1 < int(months) < 12 else year

    def _period(self, grid: Grid) -> str | None:
        """What the caption says, else the passage that leads to the table."""
        where = grid.start if grid.caption_start is None else grid.caption_start
        captioned = grid.caption is not None and _NUMBERED.match(grid.caption) is not None
        named = self._timeline.within(where, grid.start)
        told = (
            self._timeline.leading_to(where, captioned)
            if named is None or len(named) < 11
            else None
        )
        return told if named is None or (told and is_told_exactly(named, told)) else named

    def _is_taken(self, figure: CellFigure) -> bool:
        i = bisect_left(self._taken_starts, figure.end) - 1
        return i >= 0 and self._taken[i][1] > figure.start

    def _indicator(self, figure: CellFigure, period: str | None, owner: str | None) -> Indicator:
        canonical = canonical_indicator(figure.label, figure.unit, figure.role, figure.value)
        return Indicator(
            start=figure.start,
            end=figure.end,
            text=self._view.raw[figure.start : figure.end],
            value=figure.value,
            unit=figure.unit,
            role=figure.role,
            label=figure.label,
            indicator_id=canonical.id,
            indicator_confidence=canonical.confidence,
            indicator_value=canonical.value,
            period=period,
            agency=owner,
            table=figure.ref,
        )

    def _row_owners(self, grid: Grid) -> dict[int, str | None]:
        """Whose each data row is: the agency it names; a total over several is the territory's."""
        rows = range(grid.first_data, len(grid.rows))
        named = {r: self._row_name(grid, r) for r in rows}
        several = {name for name in named.values() if name}
        default = self._reporter
        if len(several) > 1:
            whole = self._whole(several)
            return {
                r: named[r] or (whole if _TOTAL.match(grid.labels[r]) else default) for r in rows
            }
        shared = self._owner(grid) or default
        return {r: named[r] or shared for r in rows}

    def _whole(self, members: set[str]) -> str | None:
        """Whose the total over several agencies or places is: of the one that reports, where these
        are its own branches ('Điện lực Việt Yên'), else of the territory."""
        default = self._reporter
        if default is None or default[0].islower():
            return territory(self._context) or default
        if default.startswith(_OF_TERRITORY):
            branches = all(name.startswith(_UNITS) for name in members)
        else:
            branches = not any(
                name.startswith(_OF_TERRITORY) or name[0].islower() for name in members
            )
        return default if branches else territory(self._context) or default

    def _owner(self, grid: Grid) -> str | None:
        """Whose all rows of a table are: of the territory or agency that its caption names, else of
        whom the text above it tells."""
        where = grid.start if grid.caption_start is None else grid.caption_start
        introduction = self._view.text[where : grid.start]
        if is_of_land(introduction.lower()):
            return territory(self._context)
        told = " ".join((introduction, grid.unit or ""))
        named = self._named_in(where, grid.start)
        return named or self._topics.leading_to(where, grid.start, told)

    def _named_in(self, start: int, end: int) -> str | None:
        """The agency that a caption ends with: 'Kết quả giải quyết hồ sơ tại Sở Y tế'."""
        first = bisect_left(self._agency_starts, start)
        for mention in self._agencies[first : bisect_left(self._agency_starts, end, first)]:
            before = self._view.text[
                max(mention.start - _BEFORE_NAME, start) : mention.start
            ].lower()
            if mention.anaphor or _BY_WORD_OF.search(before):
                continue
            if before.endswith((" của ", " tại ")):
                return mention.name
        return None

    def _row_name(self, grid: Grid, row: int) -> str | None:
        """The agency or territory that is all a cell of the row says."""
        label = grid.labels[row]
        if named := self._row_agency(grid, row) or named_territory(label, self._context):
            return named
        cell = next((c for c, cell in enumerate(grid.rows[row]) if cell.text == label), None)
        heading = grid.columns[cell][-1:] if label and cell is not None else ()
        return headed_territory(label, heading[0], self._view.text) if heading else None

    def _row_agency(self, grid: Grid, row: int) -> str | None:
        """The agency that is all a cell of the row says; the cell's words where they are more than
        was read of its name: 'Vụ Thị trường trong nước'."""
        cells = grid.rows[row]
        first = bisect_left(self._agency_starts, cells[0].start)
        last = bisect_left(self._agency_starts, cells[-1].end, first)
        for mention in self._agencies[first:last]:
            cell = next((c for c in cells if c.start == mention.start), None)
            if cell is not None and cell.end - mention.end < 3:
                return mention.name
            if cell is not None and _REST_OF_NAME.fullmatch(cell.text, mention.end - cell.start):
                return " ".join(cell.text.split())
        return None


def _headings(grid: Grid, column: int) -> Iterator[tuple[int, int, str]]:
    """The headings of a column from the innermost out, merged ones too: place and text."""
    for row in reversed(grid.rows[: grid.first_data]):
        c = column
        while c and not row[c].text:
            c -= 1
        text = row[c].text
        above = c == column or text in grid.columns[column]
        if text and above and (text[0] not in _NUMBERING or _YEAR_BEGINS.match(text)):
            yield row[c].start, row[c].end, text


def _part_of_year(row: str | None, column: str | None) -> str | None:
    """The quarter or months that a row names, in the year that the column names: 'Quý I' under
    'Năm 2018'."""
    if row is None or column is None or len(column) != 4 or len(row) < 7 or row[4] != "-":
        return None
    return moved(row, int(column) - int(row[:4]))


def _planned(
    figure: CellFigure, told: str | None, period: str | None, plans: str | None
) -> CellFigure:
    """A cell is a target where `plans` are tabled and it is not of a time before them, and the budget
    of a year that is not over: 'Dự toán 2025' in a report on 9 months."""
    path = figure.ref.column_path or ""
    coming = plans and told and not is_before(told, plans) and not _DONE.search(path)
    if coming and figure.role != "share":
        return figure._replace(role="target")
    running = told and period and len(told) == 4 < len(period) and period.startswith(told)
    if running and figure.role == "value" and _BUDGET.search(path):
        return figure._replace(role="target")
    return figure
