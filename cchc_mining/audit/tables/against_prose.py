"""The total row of a table against the text that introduces it: '38.214 hồ sơ' here, 38.241 there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...records import Fraction, Indicator, Words
from ..arithmetic import written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..grids import AuditedTable

_REACH = 1500  # characters before and behind a table in which the text speaks of it
_NEAR = 0.1
_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "số lượng tổng cộng đã được các của và trong kỳ toàn tỉnh huyện xã năm có là mới".split()
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for table in document.tables:
        prose = [f for f in document.record.indicators if f.table is None and _is_near(f, table)]
        for row in table.totals[:1] if prose else ():
            yield from _compared(document, table, row, prose)


def _is_near(figure: Indicator, table: AuditedTable) -> bool:
    start, end = table.table.start, table.table.end
    return (
        start - _REACH < figure.start < end + _REACH
        and figure.role == "value"
        and not figure.approx
        and figure.parent is None
        and figure.unit != "%"
        and not isinstance(figure.value, Fraction)
    )


def _compared(
    document: AuditedDocument, table: AuditedTable, row: int, prose: list[Indicator]
) -> Iterator[Discrepancy]:
    """A figure of the text that has a column's words, but is near its total and not equal."""
    cells = {c: cell for c in table.counts if (cell := table.figures.get((row, c))) is not None}
    values = {cell.value for cell in cells.values()}
    headings = {c: _words(table.heading(c)) for c in cells}
    for figure in prose:
        words = _words(figure.label or "")
        if not words or figure.value in values or isinstance(figure.value, Fraction):
            continue
        alike = [c for c, heading in headings.items() if heading == words]
        if not alike and _introduces(document, figure, table):
            alike = [c for c, heading in headings.items() if heading < words or words < heading]
        if len(alike) != 1:
            continue
        cell = cells[alike[0]]
        if isinstance(cell.value, Fraction) or not cell.value or not _one_unit(cell, figure):
            continue
        if cell.period != figure.period or cell.agency not in (None, figure.agency):
            continue
        if abs(cell.value - figure.value) <= _NEAR * abs(cell.value):
            yield Discrepancy(
                at=document.at(figure),
                about=(figure.label, figure.value, cell.value),
                severity="warning",
                message=_DIFFERS,
                arithmetic=f"Bảng ghi {written(cell.value)}; lời văn ghi {figure.text}",
                evidence=(document.at(cell),),
                confidence=0.7,
            )


def _introduces(document: AuditedDocument, figure: Indicator, table: AuditedTable) -> bool:
    """Whether a figure stands in the very paragraph above its table.

    There a column says more or less of the same: 'đã chứng thực 11.734 bản sao, cụ thể như sau'
    above 'Bản sao chứng thực'.
    """
    between = document.text[figure.end : table.table.start]
    return bool(between) and "\n" not in between.strip()


def _one_unit(cell: Indicator, figure: Indicator) -> bool:
    """'bản sao' and 'bản sao điện tử' may count one thing, 'hồ sơ' and 'người' may not."""
    one, other = sorted((cell.unit or "", figure.unit or ""), key=len)
    return other.startswith(one)


@lru_cache(maxsize=4096)
def _words(label: str) -> frozenset[str]:
    return frozenset(_WORD.findall(label.lower())) - _EMPTY


_DIFFERS = Words(
    "Số trong lời văn khác số ở dòng tổng của bảng kèm theo.",
    "The text gives another value than the total row of its table.",
)
_TABLE = (
    "STT\tLĩnh vực\tSố hồ sơ tiếp nhận\tSố hồ sơ quá hạn\n"
    "1\tĐất đai\t9.846\t150\n2\tHộ tịch\t14.530\t31\nTổng cộng\t\t24.376\t181\n"
)

CHECK = DocumentCheck(
    slug="table-against-prose",
    group="tables",
    title=Words("Bảng so với lời văn", "Table against text"),
    rule=Words(
        "Số nêu trong lời văn ngay trước hoặc sau bảng, cùng nội dung, kỳ và cơ quan, phải bằng số ở dòng tổng.",
        "A figure in the text beside a table, of the same words, period and agency, equals its total row.",
    ),
    source="Tính nhất quán trong một văn bản",
    tolerance=Words("Không; chỉ báo khi hai số gần nhau.", "None; told only where the two are near."),
    fires=(example("Năm 2023, UBND huyện Đông Khê tiếp nhận 24.367 hồ sơ.\nKết quả như sau:\n" + _TABLE),),
    silent=(example("Năm 2023, UBND huyện Đông Khê tiếp nhận 24.376 hồ sơ.\nKết quả như sau:\n" + _TABLE),),
    find=_find,
)  # fmt: skip
