"""Rows of tables whose columns are told by blanks alone, as typed text and printed pages have them.

    TT   Địa phương        Hồ sơ      Tỷ lệ (%)
    1    Quận Lê Chân      168.420    90,0
    2    Quận Kiến An      96.400     82,0

Two blanks or more part the pieces of a line.  Lines with several numbers are data; a column is what
some of them fill and a gap of two blanks in all of them parts from the next.  The lines right above
that fall into columns as well are its headings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...reading import Cell
from .cell_words import is_figure

GAP = "  "
_PIECE = re.compile(r"\S+(?: \S+)*")
_FEWEST_ROWS = 2
_FEWEST_FIGURES = 2
_MOST_HEADINGS = 6
_LONGEST_HEADING = 60
_LONGEST_LABEL = 100
_ENDS_SENTENCE = (".", ";", ":")

# A piece of a line: where it begins and ends on the line.
_Piece = tuple[int, int]
Block = tuple[int, list[list[Cell]]]
"""The index of a table's first line, and its rows of cells."""


def aligned_blocks(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """The tables of aligned columns among lines; all rows of one have the same number of cells."""
    index = 0
    while index < len(lines):
        data = _data_lines(text, lines, index)
        block = _block(text, lines, data) if len(data) >= _FEWEST_ROWS else None
        if block is not None:
            yield block
        index = data[-1] + 1 if data else index + 1


def _pieces(line: str) -> list[_Piece]:
    return [piece.span() for piece in _PIECE.finditer(line)]


def _is_data(line: str) -> bool:
    if GAP not in line.strip() or "\t" in line or "|" in line:
        return False
    pieces = _pieces(line)
    figures = sum(is_figure(line[a:b]) for a, b in pieces)
    return len(pieces) > _FEWEST_FIGURES and figures >= _FEWEST_FIGURES


def _data_lines(text: str, lines: Sequence[tuple[int, int]], first: int) -> list[int]:
    """The lines with data from one on; between them may stand a line that is a label alone."""
    found: list[int] = []
    for index in range(first, len(lines)):
        line = text[slice(*lines[index])]
        if found and not _follows(text, lines, index):
            break
        if _is_data(line):
            found.append(index)
        elif not found or found[-1] != index - 1 or not _is_label(line):
            break
    return found


def _is_label(line: str) -> bool:
    """Whether a line can stand between rows: a group's name, or the rest of a label above it.

    'Cấp huyện:' and '... và TP.' are, what is longer and ends so is a sentence.
    """
    words = line.strip()
    if "\t" in words or "|" in words:
        return False
    return len(words) <= (_LONGEST_HEADING if words.endswith(_ENDS_SENTENCE) else _LONGEST_LABEL)


def _follows(text: str, lines: Sequence[tuple[int, int]], index: int) -> bool:
    return text.count("\n", lines[index - 1][1], lines[index][0]) == 1


def _block(text: str, lines: Sequence[tuple[int, int]], data: Sequence[int]) -> Block | None:
    columns = _columns([_pieces(text[slice(*lines[index])]) for index in data])
    if len(columns) <= _FEWEST_FIGURES:
        return None
    first = _first_heading(text, lines, data[0])
    holds_data = set(data)
    rows: list[list[Cell]] = []
    for index in range(first, data[-1] + 1):
        start, end = lines[index]
        row = _row(text[start:end], start, columns)
        if index > data[0] and index not in holds_data and _goes_on(text[start:end]):
            rows[-1] = [_joined(*cells) for cells in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    return first, rows


def _columns(rows: Sequence[Sequence[_Piece]]) -> list[_Piece]:
    """What is filled on some line, parted by what two blanks or more part on all of them."""
    columns: list[_Piece] = []
    for start, end in sorted(piece for row in rows for piece in row):
        if columns and start < columns[-1][1] + len(GAP):
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _first_heading(text: str, lines: Sequence[tuple[int, int]], data: int) -> int:
    """The first of the lines above the data that are headings of its columns."""
    first = data
    for index in range(data - 1, max(data - _MOST_HEADINGS, 0) - 1, -1):
        line = text[slice(*lines[index])]
        if not _follows(text, lines, index + 1) or not _is_heading(line):
            break
        if len(_pieces(line)) > 1:
            first = index
    return first


def _is_heading(line: str) -> bool:
    """Whether a line falls into short pieces; one piece alone is set in, as a heading's second line."""
    if "\t" in line or "|" in line or line.rstrip().endswith(_ENDS_SENTENCE):
        return False
    pieces = _pieces(line)
    if len(pieces) == 1 and not line.startswith(GAP):
        return False
    return all(b - a <= _LONGEST_HEADING for a, b in pieces)


def _row(line: str, offset: int, columns: Sequence[_Piece]) -> list[Cell]:
    """The pieces of a line in their columns; what covers several stands in the first of them."""
    filled: list[_Piece | None] = [None] * len(columns)
    for a, b in _pieces(line):
        c = _column_of(a, b, columns)
        before = filled[c]
        filled[c] = (before[0], b) if before else (a, b)
    cells: list[Cell] = []
    at = offset
    for piece in filled:
        if piece:
            at = offset + piece[1]
        text = line[slice(*piece)] if piece else ""
        cells.append(Cell(text, at - len(text), at))
    return cells


def _column_of(a: int, b: int, columns: Sequence[_Piece]) -> int:
    """The first column that a piece stands over, else the nearest."""
    c = bisect_right(columns, a, key=lambda column: column[1])
    if c == len(columns) or (
        c and b <= columns[c][0] and a - columns[c - 1][1] < columns[c][0] - b
    ):
        return c - 1
    return c


def _goes_on(line: str) -> bool:
    """Whether a line between data only goes on with the label above it: 'hành chính công'."""
    words = line.strip()
    return GAP not in words and words[:1].islower()


def _joined(cell: Cell, more: Cell) -> Cell:
    if not more.text:
        return cell
    return Cell(
        f"{cell.text} {more.text}".strip(), cell.start if cell.text else more.start, more.end
    )
