"""Lines and tables put together from the pieces of a marked-up text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..vietnamese import fold

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLANK_RUN = re.compile(r" {2,}")
_MOST_COLUMNS_SPANNED = 100

# What stands in one cell of the two-column head and foot of an official document.
_STATE_TITLE = "cộng hòa xã hội chủ nghĩa việt nam"
_RECIPIENTS = "nơi nhận"
_MOST_ROWS_OF_LAYOUT = 4


class Flow:
    """Text being laid out in lines.  Empty lines are dropped."""

    __slots__ = ("_done", "_pieces")

    def __init__(self) -> None:
        self._done: list[str] = []
        self._pieces: list[str] = []

    def write(self, text: str, *, preformatted: bool = False) -> None:
        """Add to the line; the line ends of preformatted text count, those of other text do not."""
        if not preformatted:
            self._pieces.append(_BLANKS.sub(" ", text))
            return
        first, *rest = text.splitlines(keepends=False) or [""]
        self._pieces.append(first)
        for line in rest:
            self.end_line()
            self._pieces.append(line)
        if rest and text.endswith("\n"):
            self.end_line()

    def end_line(self) -> None:
        """Close the line being written, if there is anything in it."""
        if self._pieces:
            line = _BLANK_RUN.sub(" ", "".join(self._pieces)).strip()
            if line:
                self._done.append(line)
            self._pieces.clear()

    def extend(self, lines: Iterable[str]) -> None:
        """Add finished lines."""
        self.end_line()
        self._done.extend(lines)

    def lines(self) -> list[str]:
        """The lines so far."""
        self.end_line()
        return self._done


class Cell:
    """A table cell: its text and how many columns and rows it covers."""

    __slots__ = ("columns", "flow", "heading", "rows")

    def __init__(self, *, heading: bool, columns: int, rows: int) -> None:
        self.flow = Flow()
        self.heading = heading
        self.columns = min(columns, _MOST_COLUMNS_SPANNED)
        self.rows = rows

    def text(self) -> str:
        """The cell on one line, without the tabs that would end it."""
        return " ".join(self.flow.lines()).replace("\t", " ")


class Table:
    """A table being read: rows of cells as written, merged cells once."""

    __slots__ = ("holds_table", "rows")

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.holds_table = False

    def start_row(self) -> None:
        """Begin a row."""
        self.rows.append([])

    def start_cell(self, *, heading: bool, columns: int, rows: int) -> Cell:
        """Begin a cell of the last row."""
        if not self.rows:
            self.start_row()
        cell = Cell(heading=heading, columns=columns, rows=rows)
        self.rows[-1].append(cell)
        return cell


def table_lines(table: Table) -> list[str]:
    """A table as lines: cells joined by tabs; a layout table as the blocks it lays out.

    A merged cell stands at its first place and leaves the other places it covers empty, so that
    every cell stands under its heading.
    """
    rows = [row for row in table.rows if row]
    if _is_official_block(rows):
        return [line for column in _columns(rows) for cell in column for line in cell.flow.lines()]
    if table.holds_table or _is_layout(rows):
        return [line for row in rows for cell in row for line in cell.flow.lines()]
    lines = ("\t".join(texts) for texts in _spread(rows))
    return [line for line in lines if line.strip()]


def _is_official_block(rows: list[list[Cell]]) -> bool:
    """The head or foot of an official document, which is read column by column."""
    if not rows or len(rows) > _MOST_ROWS_OF_LAYOUT:
        return False
    texts = [fold(cell.text()[:200]) for row in rows for cell in row]
    return any(_STATE_TITLE in text or text.startswith(_RECIPIENTS) for text in texts)


def _columns(rows: list[list[Cell]]) -> Iterator[list[Cell]]:
    for i in range(max(map(len, rows))):
        yield [row[i] for row in rows if i < len(row)]


def _is_layout(rows: list[list[Cell]]) -> bool:
    """A table that only sets blocks beside one another: one column, or two with several lines."""
    cells = [cell for row in rows for cell in row]
    widest = max((sum(bool(c.flow.lines()) for c in row) for row in rows), default=0)
    if widest <= 1:
        return True
    return (
        widest == 2
        and len(rows) <= _MOST_ROWS_OF_LAYOUT
        and not any(cell.heading for cell in cells)
        and any(len(cell.flow.lines()) > 1 for cell in cells)
    )


def _spread(rows: list[list[Cell]]) -> Iterator[list[str]]:
    """The texts of each row's places, those that a merged cell covers being empty."""
    covered: dict[int, int] = {}  # column -> rows below that a cell above still covers
    honoured = _spans_are_sane(rows)
    for row in rows:
        texts: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            while covered.get(len(texts)):
                texts.append("")
            columns, deep = (cell.columns, cell.rows) if honoured else (1, 1)
            if deep > 1:
                below.update(dict.fromkeys(range(len(texts), len(texts) + columns), deep))
            texts += [cell.text(), *[""] * (columns - 1)]
        if covered:
            texts += [""] * (max(covered) + 1 - len(texts))
        covered = {c: n - 1 for c, n in (covered | below).items() if n > 1}
        yield texts


def _spans_are_sane(rows: list[list[Cell]]) -> bool:
    """Whether merged cells cover no more than a table can show; a page may claim millions."""
    cells = sum(map(len, rows))
    area = sum(
        cell.columns * min(cell.rows, len(rows) - i) for i, row in enumerate(rows) for cell in row
    )
    return area <= 50 * cells + 10_000
