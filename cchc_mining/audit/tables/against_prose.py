"""The total row of a table against the text that introduces it: '38.214 hồ sơ' here, 38.241 there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from ...records import Fraction, Indicator, Words
from ..arithmetic import shown
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..grids import AuditedTable

_REACH = 1500  # characters before and behind a table in which the text speaks of it
_NEAR = 0.1
_LONG = 100  # numbers of fewer digits are often made of the same ones
_LEAD = 80  # characters before a figure that say what it counts
_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "số lượng tổng cộng đã được các của và trong kỳ toàn tỉnh huyện xã năm có là mới".split()
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for table in document.tables:
        for row in table.totals[:1]:
            yield from _compared(document, table, row)


def _slips(
    document: AuditedDocument, table: AuditedTable, totals: Iterable[Indicator]
) -> Iterator[Indicator]:
    """The figures of the text around a table that may be slips of one of its totals."""
    meant = [cell.value for cell in totals]
    prose = (figure for figure in document.record.indicators if figure.table is None)
    near = (figure for figure in prose if _is_near(figure, table))
    return (f for f in near if any(_is_slip_of(f.value, value) for value in meant))


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


def _compared(document: AuditedDocument, table: AuditedTable, row: int) -> Iterator[Discrepancy]:
    """A figure of the text that has a column's words, but is near its total and not equal.

    In the paragraph above the table words need only be akin, and what it says right is explained.
    """
    cells = {c: cell for c in table.counts if (cell := table.figures.get((row, c))) is not None}
    slips = list(_slips(document, table, cells.values()))
    if not slips:
        return
    values = _values(cells.values())
    headings = {c: _words(table.heading(c)) for c in cells}
    for figure in slips:
        number = shown(figure)
        if number is None or number.value in values:
            continue
        words = _words(figure.label or "")
        if not words:
            continue
        alike = [
            c for c, heading in headings.items() if heading == words and _is_of(cells[c], figure)
        ]
        if not alike and _introduces(document, figure, table):
            said = words | _words(document.lead(figure, _LEAD).rpartition(";")[2])
            told = _told_above(document, table)
            alike = [
                c
                for c in _akin(headings, said)
                if _year(cells[c]) == _year(figure)
                and cells[c].value not in told
                and _names_leaf(table.heading(c), said)
            ]
        mistaken = [c for c in alike if _may_mean(figure, cells[c])]
        if len(mistaken) == 1:
            yield _discrepancy(document, figure, cells[mistaken[0]])


def _values(cells: Iterable[Indicator]) -> set[Decimal]:
    """What a row says, and what two of its cells make together or leave: the text may speak of what came
    in anew where the column 'Tổng số' holds what was carried over too."""
    said = [number.value for cell in cells if (number := shown(cell)) is not None]
    pairs = permutations(said, 2)
    return {*said, *(one + sign * other for one, other in pairs for sign in (1, -1))}


def _told_above(document: AuditedDocument, table: AuditedTable) -> set[object]:
    """All values, parts too, that the paragraph above a table gives."""
    return {
        figure.value
        for figure in document.record.indicators
        if figure.table is None and _introduces(document, figure, table)
    }


def _names_leaf(heading: str, said: frozenset[str]) -> bool:
    """Whether what is said speaks of a column itself, not only of the group it stands in."""
    leaf = _words(heading.rpartition(" > ")[2])
    return not leaf or not leaf.isdisjoint(said)


def _is_of(cell: Indicator, figure: Indicator) -> bool:
    """Whether cell and figure are of one period and agency."""
    return cell.period == figure.period and cell.agency in (None, figure.agency)


def _year(figure: Indicator) -> str:
    """The year a figure is of: a table's cells may be dated by the day of its title."""
    return (figure.period or "")[:4]


def _akin(headings: dict[int, frozenset[str]], words: frozenset[str]) -> list[int]:
    """The columns whose headings have most words in common with what is said, and hardly another."""
    common = {c: len(heading & words) for c, heading in headings.items() if heading}
    most = max(common.values(), default=0)
    return [c for c, n in common.items() if n == most and 2 * n >= len(headings[c]) and n]


def _may_mean(figure: Indicator, cell: Indicator) -> bool:
    """Whether a figure is a slip of a cell of its unit."""
    return _one_unit(cell, figure) and _is_slip_of(figure.value, cell.value)


def _is_slip_of(said: object, meant: object) -> bool:
    """Whether a number is near another, or has its digits in another order.

    >>> _is_slip_of(24367, 24376), _is_slip_of(1429, 1249), _is_slip_of(900, 1200)
    (True, True, False)
    """
    if not isinstance(said, int | float) or not isinstance(meant, int | float) or not meant:
        return False
    if abs(said - meant) <= _NEAR * abs(meant):
        return True
    digits, others = str(said), str(meant)
    return abs(meant) >= _LONG and len(digits) == len(others) and sorted(digits) == sorted(others)


def _discrepancy(document: AuditedDocument, figure: Indicator, cell: Indicator) -> Discrepancy:
    return Discrepancy(
        at=document.at(figure),
        about=(figure.label, figure.value, cell.value),
        severity="warning",
        message=_DIFFERS,
        arithmetic=f"Bảng ghi {cell.text}; lời văn ghi {figure.text}",
        evidence=(document.at(cell),),
        confidence=0.7,
    )


def _introduces(document: AuditedDocument, figure: Indicator, table: AuditedTable) -> bool:
    """Whether a figure stands in the very paragraph above its table.

    There a column says more or less of the same: 'đã chứng thực 11.734 bản sao, cụ thể như sau'
    above 'Bản sao chứng thực'.
    """
    start = table.table.start
    if not figure.end < start < figure.end + _REACH:
        return False
    return "\n" not in document.text[figure.end : start].strip()


def _one_unit(cell: Indicator, figure: Indicator) -> bool:
    """'bản sao' and 'bản sao điện tử' may count one thing, 'hồ sơ' and 'người' may not; what the
    heading itself names is counted below it."""
    one, other = sorted((cell.unit or "", figure.unit or ""), key=len)
    heading = cell.table.column_path if cell.table else ""
    return other.startswith(one) or (figure.unit or "").lower() in heading.lower()


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
_CASES = (
    "STT\tĐịa bàn\tVụ việc hòa giải\tVụ việc chuyển tòa án\n"
    "1\tPhường Tân An\t600\t20\n2\tXã Ea Tu\t649\t31\nTổng cộng\t\t1.249\t51\n"
)
_CARRIED = (
    "STT\tLĩnh vực\tTổng số hồ sơ tiếp nhận\tTừ kỳ trước\n1\tĐất đai\t1.400\t40\n2\tHộ tịch\t1.000\t50\nTổng cộng"
    "\t\t2.400\t90\n"
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
    fires=(
        example("Năm 2023, Ban đã hòa giải 1.429 vụ việc, chia theo địa bàn:\n" + _CASES),
        example("Năm 2023, UBND huyện Đông Khê tiếp nhận 24.367 hồ sơ.\nKết quả như sau:\n" + _TABLE),
    ),
    silent=(
        example("Năm 2022 hòa giải 1.190 vụ việc, năm 2023 hòa giải 1.249 vụ việc, chia theo địa bàn:\n" + _CASES),
        example("Năm 2023, Sở tiếp nhận mới 2.310 hồ sơ.\nKết quả như sau:\n" + _CARRIED),
        example("Năm 2023, Ban đã bố trí 1.142 người trực, chia theo địa bàn:\n" + _CASES),
        example("Năm 2023, UBND huyện Đông Khê tiếp nhận 24.376 hồ sơ.\nKết quả như sau:\n" + _TABLE),
    ),
    find=_find,
)  # fmt: skip
