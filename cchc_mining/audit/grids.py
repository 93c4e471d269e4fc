"""Tables as the checks see them: the numbers of a table by row and column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from ..records import Indicator, Table
from .arithmetic import Shown, shown

_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số| chung| toàn \w+)?|cộng(?: chung| dồn)?|toàn (?:tỉnh|huyện|xã|thành phố|ngành|quốc))[:.]?",
    re.I,
)
_TOTAL_OF = re.compile(r"tổng(?: cộng| số)? (?:thu|chi|vốn|kinh phí|số|giá trị)", re.I)
_ORDINAL = re.compile(
    r"(?P<roman>[IVX]{1,5})|(?P<number>\d{1,3})|(?P<under>\d{1,2}\.\d{1,2}.*)|(?P<letter>[A-HĐa-hđ])"
)
_UNDER = re.compile(r"\s*(?:trong đó|gồm|[-+–*])", re.I)
_NOTHING = frozenset(("", "-", "–", "0"))


class AuditedTable:
    """One table: its cells' texts, and the figures that stand in them."""

    def __init__(self, table: Table, figures: Iterable[Indicator]) -> None:
        self.table = table
        self.figures: dict[tuple[int, int], Indicator] = {
            (figure.table.row, figure.table.column): figure for figure in figures if figure.table
        }
        self._numbers = {cell: shown(figure) for cell, figure in self.figures.items()}

    @cached_property
    def rows(self) -> range:
        """The rows of data."""
        return range(self.table.header_rows, len(self.table.rows))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that have figures, from left to right."""
        return tuple(sorted({column for _, column in self.figures}))

    @cached_property
    def shares(self) -> frozenset[int]:
        """The columns of percentages, whose figures do not add up."""
        units: dict[int, list[str | None]] = defaultdict(list)
        for (_, column), figure in self.figures.items():
            units[column].append(figure.unit)
        return frozenset(c for c, found in units.items() if found.count("%") * 2 > len(found))

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """The columns whose figures can be added: no percentages, ranks, scores, averages."""
        return tuple(
            c
            for c in self.columns
            if c not in self.shares and not _NOT_ADDED.search(self.heading(c).lower())
        )

    def heading(self, column: int) -> str:
        """The headings above a column, outer first."""
        columns = self.table.columns
        return columns[column] if column < len(columns) else ""

    def number(self, row: int, column: int) -> Shown | None:
        """The number in a cell; None where there is none, or a fraction."""
        return self._numbers.get((row, column))

    def addend(self, row: int, column: int) -> Decimal | None:
        """A cell to be added: an empty one is nothing; None for words."""
        number = self.number(row, column)
        if number is not None:
            return number.value
        return Decimal(0) if self.text(row, column) in _NOTHING else None

    def text(self, row: int, column: int) -> str:
        """The words of a cell."""
        cells = self.table.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def label(self, row: int) -> str:
        """What names a row."""
        labels = self.table.row_labels
        found = labels[row] if row < len(labels) else ""
        return found or next((cell.strip() for cell in self.table.rows[row] if cell.strip()), "")

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The rows named 'Tổng cộng', 'Cộng', 'Toàn tỉnh'; else a last one without a number, 'Tổng thu'."""
        named = tuple(r for r in self.rows if _TOTAL.fullmatch(self.label(r).strip(" *_")))
        return named or tuple(r for r in self.rows[-1:] if self._closes(r))

    def _closes(self, row: int) -> bool:
        """Whether a row is named a total of something below rows that are numbered."""
        return (
            _TOTAL_OF.match(self.label(row).strip(" *_")) is not None
            and not self.text(row, 0)
            and all(self.text(r, 0) for r in self.rows[:-1])
        )

    def depth(self, row: int) -> int:
        """How deep a row lies: 0 for 'I', 1 for '1', 2 for '1.1' and what stands under a row; 9 where
        the table does not number it."""
        return self._depths[row - self.rows.start]

    @cached_property
    def _depths(self) -> tuple[int, ...]:
        return tuple(map(self._depth, self.rows))

    def _depth(self, row: int) -> int:
        first = self.text(row, 0).strip(".) *_(")
        if _UNDER.match(self.label(row)) or _UNDER.match(self.text(row, 0)):
            return 2
        found = _ORDINAL.fullmatch(first)
        if found is None:
            return 9
        return {"roman": 0, "number": 1, "under": 2, "letter": 1}[str(found.lastgroup)]


_NOT_ADDED = re.compile(
    r"%|tỷ lệ|tỉ lệ|xếp hạng|thứ hạng|(?<!\w)điểm|bình quân|trung bình|chỉ số|thứ bậc|đơn giá|tốc độ|năm \d{4}/"
)
