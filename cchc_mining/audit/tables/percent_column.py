"""A column of percentages and the two columns, or the column and its total, it is taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...records import Indicator, Words
from ..arithmetic import Shown, fits, percentage, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..grids import AuditedTable
from ._rows import holds

_MOST_COLUMNS = 14
_GROWTH = re.compile(r"tăng|giảm|so với|tốc độ", re.I)
_TELLING = (Decimal(0), Decimal(100))  # shares that many pairs of columns give by chance


class _Source(Struct, frozen=True):
    """The column of the parts, and that of the wholes or the one total of the parts; or the columns of
    the value after and before, where the percentages are of growth."""

    part: int
    whole: int | None
    total: Decimal | None = None
    grows: bool = False

    def cells(self, table: AuditedTable, row: int) -> Iterator[Indicator]:
        """The cells that give the percentage of a row."""
        for column in (self.part, self.whole):
            if column is not None and (row, column) in table.figures:
                yield table.figures[row, column]

    def percentage(self, part: Decimal, whole: Decimal) -> Decimal:
        """What part and whole give; growth without its sign."""
        return percentage(abs(part - whole) if self.grows else part, whole)

    def written(self, part: Decimal, whole: Decimal) -> str:
        """How that is calculated."""
        one, other = written(part), written(whole)
        return f"({one} - {other})/{other}" if self.grows else f"{one}/{other}"

    def of(self, table: AuditedTable, row: int) -> tuple[Decimal, Decimal] | None:
        part = table.number(row, self.part)
        whole = self.total
        if self.whole is not None:
            number = table.number(row, self.whole)
            whole = number.value if number else None
        if part is None or whole is None or whole <= 0 or part.value < 0:
            return None
        return part.value, whole


class _Row(Struct, frozen=True):
    row: int
    part: Decimal
    whole: Decimal
    said: Shown


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for table in document.tables:
        if len(table.columns) > _MOST_COLUMNS:
            continue
        for column in sorted(table.shares):
            for source in _sources(table, column):
                broken = _broken(table, column, source)
                if broken is not None:
                    yield from (
                        _discrepancy(document, table, column, source, row) for row in broken
                    )
                    break


def _sources(table: AuditedTable, column: int) -> Iterator[_Source]:
    ways = (False, True) if _GROWTH.search(table.heading(column)) else (False,)
    for grows in ways:
        for part in table.counts:
            others = (whole for whole in table.counts if whole != part)
            yield from (_Source(part, whole, grows=grows) for whole in others)
    totals = table.totals
    for part in table.counts:
        for row in totals[:1]:
            if number := table.number(row, part):
                yield _Source(part, None, number.value)


def _broken(table: AuditedTable, column: int, source: _Source) -> list[_Row] | None:
    """The rows whose percentage does not follow; None where that is no rule of the table."""
    kept: list[int] = []
    broken: list[_Row] = []
    for row in table.rows:
        said, values = table.number(row, column), source.of(table, row)
        if said is None or values is None:
            continue
        size = Shown(abs(said.value), said.decimals) if source.grows else said
        if fits(source.percentage(*values), size):
            if said.value not in _TELLING:
                kept.append(row)
        else:
            broken.append(_Row(row, *values, said))
    return broken if holds(kept, [b.row for b in broken]) else None


def _discrepancy(
    document: AuditedDocument, table: AuditedTable, column: int, source: _Source, found: _Row
) -> Discrepancy:
    figure = table.figures[found.row, column]
    true, decimals = source.percentage(found.part, found.whole), found.said.decimals
    return Discrepancy(
        at=document.at(figure),
        about=(
            table.label(found.row),
            table.heading(column),
            found.part,
            found.whole,
            found.said.value,
        ),
        severity="error",
        message=_WRONG,
        expected=f"{written(true, decimals)} %",
        arithmetic=(
            f"Dòng '{table.label(found.row)}': {source.written(found.part, found.whole)} ="
            f" {written(true, max(decimals, 2))} %; văn bản ghi {figure.text} %"
        ),
        evidence=document.evidence(source.cells(table, found.row)),
        confidence=0.9,
    )


_WRONG = Words(
    "Tỷ lệ ở dòng này không khớp với hai cột số mà các dòng khác tính ra.",
    "The percentage does not follow from the columns that give it in the other rows.",
)
_GREW = "STT\tĐối tượng\tNăm 2019\tNăm 2020\tGiảm so với năm 2019 (%)\n"
_HEAD = "STT\tĐơn vị\tTiếp nhận\tTrực tuyến\tTỷ lệ (%)\n"

CHECK = DocumentCheck(
    slug="table-percentages",
    group="tables",
    title=Words("Cột tỷ lệ của bảng", "Columns of percentages"),
    rule=Words(
        "Khi cột tỷ lệ bằng thương của hai cột (hoặc của cột và dòng tổng), hoặc bằng tốc độ tăng, giảm giữa hai cột,"
        " ở hầu hết các dòng thì các dòng còn lại cũng phải vậy.",
        "Where percentages are one column over another, or over its total, or the growth from one to another, in"
        " nearly all rows, they are in the others.",
    ),
    source="Số học",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối, cắt bớt được chấp nhận; cần ít nhất ba dòng và bảy phần mười số dòng khớp.",
        "Half a unit of the last digit or cut off; three rows and seven tenths of all must fit.",
    ),
    fires=(
        example(_GREW + "1\tTàu cá\t250\t200\t20,00\n2\tLồng bè\t80\t60\t25,00\n3\tAo nuôi\t120\t90\t25,00\n4\tTrại"
                        " giống\t40\t38\t9,00\n"),
        example(_HEAD + "1\tSở Y tế\t120\t110\t91,67\n2\tSở Nội vụ\t81\t70\t86,42\n3\tSở Công"
                        " Thương\t40\t38\t95,00\n4\tSở Tư pháp\t65\t60\t82,31\n"),
    ),
    silent=(
        example(_GREW + "1\tTàu cá\t250\t200\t20,00\n2\tLồng bè\t80\t60\t25,00\n3\tAo nuôi\t120\t90\t25,00\n4\tTrại"
                        " giống\t40\t38\t5,00\n"),
        example(_HEAD + "1\tSở Y tế\t120\t110\t91,67\n2\tSở Nội vụ\t81\t70\t86,42\n3\tSở Công"
                        " Thương\t40\t38\t95,00\n4\tSở Tư pháp\t65\t60\t92,31\n"),
    ),
    find=_find,
)  # fmt: skip
