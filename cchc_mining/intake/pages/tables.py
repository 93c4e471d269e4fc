"""Ruled tables as rows of cells, those that a page's end cuts joined again."""

from __future__ import annotations

from msgspec import Struct

from ...vietnamese import fold
from .grids import GridCell, RuledGrid
from .joints import joint_in_cell
from .model import Line, Page, Paragraph, Token

_OFFICIAL = ("cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam")
_RECIPIENTS = "nơi nhận"
_SAME_COLUMN = 4.0  # points between the lines of a column on two pages
_SLACK = 0.5  # points of a cell's width
_MOST_REPEATED = 8  # rows of headings that a page may repeat


class Numbering:
    """Numbers the lines of a document."""

    def __init__(self) -> None:
        self._last = -1

    def next(self) -> int:
        """A number not given before."""
        self._last += 1
        return self._last


class RuledTable(Struct):
    """A table with the tokens of its cells, row by row; cells that a merged one covers are empty."""

    top: float
    xs: tuple[float, ...]
    rows: list[list[list[Token]]]

    def texts(self, row: int) -> list[str]:
        """The texts of a row's cells."""
        return [_text(cell) for cell in self.rows[row]]

    def paragraphs(self) -> list[Paragraph]:
        """A line a row, cells apart by tabs; rows without a word are left out."""
        return [row for row in map(_row, self.rows) if row.tokens]


def _text(cell: list[Token]) -> str:
    return "".join(piece for token in cell for piece in (token.before, token.word.text))


def _row(cells: list[list[Token]]) -> Paragraph:
    """Cells joined by tabs.  Tabs after the last word are left out, those before the first kept."""
    tokens: list[Token] = []
    tabs = ""
    for cell in cells:
        if cell:
            first = cell[0]
            tokens.append(Token(tabs, first.word, first.page, first.line))
            tokens += cell[1:]
            tabs = ""
        tabs += "\t"
    return Paragraph(tokens)


def take_table(
    grid: RuledGrid, lines: list[Line], page: Page, numbering: Numbering
) -> tuple[RuledTable | None, list[Line]]:
    """The table in a grid and the lines that are left, or null where the grid holds no table.

    A grid of one row or one column only frames its text, and one around a letterhead or the
    recipients is a layout.
    """
    inside, outside = _split(grid, lines)
    rows, columns = grid.shape
    if not inside or rows < 2 or columns < 2 or _is_layout(inside):
        return None, lines
    filled = {cell.column for cell, _ in inside}
    if len(filled) < 2:
        return None, lines
    pad = _padding(inside)
    table: list[list[list[Token]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    for cell, cell_lines in _by_cell(inside):
        table[cell.row][cell.column] = _cell_tokens(cell, cell_lines, pad, page, numbering)
    return RuledTable(grid.ys[0], grid.xs, table), outside


_Piece = tuple[GridCell, Line]


def _split(grid: RuledGrid, lines: list[Line]) -> tuple[list[_Piece], list[Line]]:
    """The pieces of lines in the cells of a grid, and the lines outside it."""
    inside: list[_Piece] = []
    outside: list[Line] = []
    top, bottom = grid.ys[0], grid.ys[-1]
    for line in lines:
        middle = line.baseline - line.size * 0.3
        if not top < middle < bottom:
            outside.append(line)
            continue
        at: GridCell | None = None
        first = 0
        for i, word in enumerate(line.words):
            cell = grid.cell_at((word.x0 + word.x1) / 2, middle)
            if i and cell is not at:
                _put(line.part(first, i), at, inside, outside)
                first = i
            at = cell
        _put(line.part(first, len(line.words)), at, inside, outside)
    return inside, outside


def _put(line: Line, cell: GridCell | None, inside: list[_Piece], outside: list[Line]) -> None:
    if cell is None:
        outside.append(line)
    else:
        inside.append((cell, line))


def _by_cell(pieces: list[_Piece]) -> list[tuple[GridCell, list[Line]]]:
    cells: dict[tuple[int, int], tuple[GridCell, list[Line]]] = {}
    for cell, line in pieces:
        cells.setdefault((cell.row, cell.column), (cell, []))[1].append(line)
    return list(cells.values())


def _is_layout(pieces: list[_Piece]) -> bool:
    for _, lines in _by_cell(pieces):
        text = fold(" ".join(line.text for line in lines)[:200])
        if text.startswith(_RECIPIENTS) or any(title in text for title in _OFFICIAL):
            return True
    return False


def _padding(pieces: list[_Piece]) -> float:
    """How far the text keeps from the sides of its cell."""
    room = [min(line.x0 - cell.x0, cell.x1 - line.x1) for cell, line in pieces]
    return max(0.0, min(room))


def _cell_tokens(
    cell: GridCell, lines: list[Line], pad: float, page: Page, numbering: Numbering
) -> list[Token]:
    lines.sort(key=lambda line: line.baseline)
    width = cell.x1 - cell.x0 - 2 * pad
    tokens: list[Token] = []
    last: Line | None = None
    for line in lines:
        number = numbering.next()
        before = ""
        if last is not None:
            first = line.words[0]
            letter = (first.x1 - first.x0) / len(first.text)
            filled = last.x1 - last.x0 + letter > width - _SLACK
            before = joint_in_cell(last.text, first.text, filled=filled)
        for word in line.words:
            tokens.append(Token(before, word, page, number))
            before = " "
        last = line
    return tokens


def continues(above: RuledTable, below: RuledTable) -> bool:
    """Whether a table at the head of a page goes on with the one at the foot of the page before."""
    return len(above.xs) == len(below.xs) and all(
        abs((a - above.xs[0]) - (b - below.xs[0])) <= _SAME_COLUMN
        for a, b in zip(above.xs, below.xs, strict=True)
    )


def join_tables(above: RuledTable, below: RuledTable) -> None:
    """Add the rows of `below` to `above`: repeated headings dropped, a cut row made whole."""
    repeated = _repeated_rows(above, below)
    rows = below.rows[repeated:]
    if rows and _goes_on(above, rows[0], repeated):
        for cell, rest in zip(above.rows[-1], rows[0], strict=True):
            if rest:
                first = rest[0]
                before = " " if cell else ""
                cell += [Token(before, first.word, first.page, first.line), *rest[1:]]
        rows = rows[1:]
    above.rows += rows


def _repeated_rows(above: RuledTable, below: RuledTable) -> int:
    """How many rows of `below` only repeat the first rows of `above`."""
    most = min(len(above.rows), len(below.rows), _MOST_REPEATED)
    same = 0
    while same < most and above.texts(same) == below.texts(same):
        same += 1
    return same


def _goes_on(above: RuledTable, row: list[list[Token]], repeated: int) -> bool:
    """Whether the first row of a page is the rest of a row cut by the page's end.

    Such a row has nothing in the column that numbers the rows, and words where the row above has
    words.
    """
    data = above.rows[max(repeated, 1) :]
    if not data or row[0] or not any(row):
        return False
    numbered = sum(1 for cells in data if cells[0])
    filled = [i for i, cell in enumerate(row) if cell]
    return (
        numbered * 5 >= len(data) * 4
        and all(above.rows[-1][i] for i in filled)
        and not any(_is_number(_text(row[i])) for i in filled)
    )


def _is_number(text: str) -> bool:
    return bool(text) and not any(c.isalpha() for c in text)
