"""Sheets as text: the name of the sheet, then its rows, cells parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from ...errors import IntakeError
from ...vietnamese.legacy import Run
from ..flow import Table, table_lines
from ..limits import MOST_CELLS

_BLANKS = re.compile(r"\s+")
# The names that programs give to sheets nobody has named.
_UNNAMED = re.compile(r"(?:Sheet|Trang[ _]?tính|Feuil)\s?\d*", re.I)
_STATE_TITLE = re.compile(
    r"cộng hòa xã hội chủ nghĩa việt nam|cộng hoà xã hội chủ nghĩa việt nam", re.I
)
# What may stand alone in a row of the head: 'Số: 12/BC-SNV', 'Lâm Hải, ngày 05 tháng 7 năm 2024'.
_OF_HEAD = re.compile(r"số\b|[^\d\n]{0,40}\bngày\b", re.I)
_MOST_ROWS_OF_HEAD = 4
_MOST_PLACES = 20_000_000


class Row(Struct, frozen=True):
    """The texts of a row's columns, and how many of its cells hold something."""

    cells: list[str]
    used: int

    def texts(self) -> list[str]:
        """What its cells say, without the empty ones."""
        return [text for text in self.cells if text]


class Sheet(Struct):
    """One sheet: the texts of its cells by row and column, which count from 0.

    `uncomputed` names the cells with a formula and no value; their texts are empty.  `fonts` has
    the texts of cells in their fonts, where these are known; one run for a text in one font.
    """

    name: str
    rows: dict[int, dict[int, str]] = msgspec.field(default_factory=dict[int, dict[int, str]])
    hidden: bool = False
    hides_rows: bool = False
    used: int = 0
    uncomputed: list[str] = msgspec.field(default_factory=list[str])
    fonts: dict[tuple[int, int], list[Run]] = msgspec.field(
        default_factory=dict[tuple[int, int], list[Run]]
    )

    def put(self, row: int, column: int, text: str) -> None:
        """Write a cell; blanks alone are nothing.  Raises IntakeError with code `too-many-cells`."""
        text = one_line(text)
        if text:
            self.used += 1
            if self.used > MOST_CELLS:
                raise IntakeError("too-many-cells", f"the sheet {self.name!r} has too many cells")
            self.rows.setdefault(row, {})[column] = text

    def put_uncomputed(self, row: int, column: int, reference: str) -> None:
        """Note a formula that has no value."""
        self.rows.setdefault(row, {})[column] = ""
        self.uncomputed.append(reference)


def reference(row: int, column: int) -> str:
    """A cell as spreadsheets name it.

    >>> reference(51, 27)
    'AB52'
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def one_line(text: str) -> str:
    """A text as a cell holds it: with single blanks, and none around it."""
    return _BLANKS.sub(" ", text).strip()


def lines(sheets: Iterable[Sheet], name: str) -> Iterator[str]:
    """The lines of some sheets.  Raises IntakeError with code `too-large-inside` or `too-many-cells`."""
    places = used = 0
    for sheet in sheets:
        used += sheet.used
        if used > MOST_CELLS:
            raise IntakeError("too-many-cells", f"{name}: its sheets have {used} cells in all")
        columns = sorted({column for row in sheet.rows.values() for column in row})
        places += len(columns) * len(sheet.rows)
        if places > _MOST_PLACES:
            raise IntakeError("too-large-inside", f"{name}: its tables have {places} cells")
        caption = one_line(sheet.name)
        if columns and caption and not _UNNAMED.fullmatch(caption):
            yield caption
        for block in _blocks(sheet, columns):
            yield from _block_lines(block)


def _blocks(sheet: Sheet, columns: list[int]) -> Iterator[list[Row]]:
    """Runs of rows without an empty one between them; columns without any text are left out."""
    block: list[Row] = []
    before = -1
    for number in sorted(sheet.rows):
        if block and number != before + 1:
            yield block
            block = []
        row = sheet.rows[number]
        block.append(Row([row.get(column, "") for column in columns], len(row)))
        before = number
    if block:
        yield block


def _block_lines(rows: list[Row]) -> Iterator[str]:
    """A block's rows; titles above and notes below its table are not rows of it."""
    first = 0
    while first < len(rows):
        head = _official_head(rows, first)
        if head:
            yield from table_lines(head)
            first += len(head.rows)
        elif rows[first].used == 1:
            yield from rows[first].texts()
            first += 1
        else:
            break
    last = len(rows)
    while last > first and rows[last - 1].used == 1:
        last -= 1
    for row in rows[first:last]:
        yield "\t".join(row.cells)
    for row in rows[last:]:
        yield from row.texts()


def _official_head(rows: list[Row], first: int) -> Table | None:
    """The head of an official document, two cells beside one another in each of its rows."""
    cells = rows[first].cells
    filled = [i for i, text in enumerate(cells) if text]
    if not any(_STATE_TITLE.fullmatch(cells[i]) for i in filled):
        return None
    middle = (filled[0] + filled[-1]) / 2 if len(filled) > 1 else filled[0]
    table = Table()
    for row in rows[first : first + _MOST_ROWS_OF_HEAD]:
        if row.used > 2 or (row.used == 1 and not _OF_HEAD.match(row.texts()[0])):
            break
        table.start_row()
        for is_right in (False, True):
            side = (t for i, t in enumerate(row.cells) if t and (i >= middle) == is_right)
            table.start_cell(heading=False, columns=1, rows=1).flow.write(" ".join(side))
    return table if table.rows else None
