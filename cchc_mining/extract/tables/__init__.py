"""Tables in the text: rows of tab-separated cells, Markdown rows between pipes, aligned columns.

Intake writes every table it meets as tab-separated rows, a merged cell as its text followed by
empty cells.  What was merged is therefore read back from what is empty: an empty heading continues
its left neighbour as long as both stand under the same heading of the row above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...reading import Cell, Grid, Layout, View
from .aligned import GAP, aligned_blocks
from .cell_words import ORDINAL, is_figure, is_words

_PIPE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$")
_PIPE_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*")
# A row that numbers the columns: '(1)', '3=4+5', '(3)=(4)+(5)', 'A', 'B'
_COLUMN_NUMBER = re.compile(r"\(?(?:(\d{1,2})|[A-ZĐ])\)?(?:\s*=\s*[-+*/x:%(),.\d\s]+)?")
_YEAR = re.compile(r"(?:năm\s*)?(?:19|20)\d{2}", re.I)
_ORDINAL_HEADING = re.compile(r"(?:s(?:ố )?tt|tt|số thứ tự|#|stt\.?)", re.I)
# Columns of words or of identifiers: nothing in them measures anything.
_NOT_MEASURED = re.compile(
    r"ghi chú|số hiệu|ký hiệu|số,? (?:và )?ký hiệu|mã (?:số|định danh|đơn vị)|ngày (?:tháng|ban hành)"
    r"|thời (?:gian|hạn) (?:hoàn thành|thực hiện)|số (?:văn bản|quyết định) ban hành|điện thoại",
    re.I,
)
_UNIT_HEADING = re.compile(r"đơn vị tính|đvt|đv tính", re.I)
_UNIT_LINE = re.compile(
    r"(?:đơn vị(?: tính| tiền(?: tệ)?)?|đv tính|đvt)\s*:\s*([^()\n\t|;]{1,30})", re.I
)
_SEPARATOR = " > "


def find_tables(view: View, layout: Layout) -> list[Grid]:
    """All tables of a text, in its order."""
    text = view.text
    blocks = _blocks(text, layout.lines) if "\t" in text or "|" in text else []
    if GAP in text:
        blocks = sorted((*blocks, *aligned_blocks(text, layout.lines)), key=lambda block: block[0])
    grids: list[Grid] = []
    for index, rows in blocks:
        grid = _grid(len(grids) + 1, rows, *_heading_lines(text, layout.lines, index))
        if grid:
            grids.append(grid)
    return grids


# --- rows -------------------------------------------------------------------------------------


def _blocks(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, list[list[Cell]]]]:
    """Runs of table rows with the index of their first line; a page's end may cut a table."""
    blocks: list[tuple[int, list[list[Cell]]]] = []
    previous = -2
    for index, (start, end) in enumerate(lines):
        line = text[start:end]
        if "\t" in line:
            row = _cells(line, start, "\t")
        elif _PIPE_ROW.match(line):
            row = None if _PIPE_RULE.fullmatch(line) else _cells(line, start, "|")[1:-1]
        else:
            continue
        follows = previous == index - 1 and blocks
        if row is None:
            previous = index if follows else previous
        elif follows and (_adjacent(text, lines, index) or len(blocks[-1][1][0]) == len(row)):
            blocks[-1][1].append(row)
            previous = index
        elif sum(1 for cell in row if cell.text) > 1 or line.count("\t") > 1:
            blocks.append((index, [row]))
            previous = index
    return blocks


def _adjacent(text: str, lines: Sequence[tuple[int, int]], index: int) -> bool:
    return text.count("\n", lines[index - 1][1], lines[index][0]) == 1


def _cells(line: str, offset: int, separator: str) -> list[Cell]:
    cells: list[Cell] = []
    for piece in line.split(separator):
        text = piece.strip()
        start = offset + piece.find(text)
        cells.append(Cell(text, start, start + len(text)))
        offset += len(piece) + 1
    return cells


def _heading_lines(
    text: str, lines: Sequence[tuple[int, int]], index: int
) -> tuple[str | None, int | None, str | None]:
    """The line that introduces a table, where it starts, and the unit said above the table."""
    unit = None
    for start, end in reversed(lines[max(index - 3, 0) : index]):
        line = text[start:end].strip(" \t*_")
        if not line:
            continue
        if said := _UNIT_LINE.search(line):
            unit = said[1].strip(" .")
            if len(line) - len(said[0]) < 8:
                continue
        return line, start, unit
    return None, None, unit


# --- the grid ---------------------------------------------------------------------------------


def _grid(
    number: int,
    rows: list[list[Cell]],
    caption: str | None,
    caption_start: int | None,
    unit: str | None,
) -> Grid | None:
    width = max(map(len, rows))
    if len(rows) < 2 or width < 2:
        return None
    start, end = rows[0][0].start, max(cell.end for cell in rows[-1])
    rows = [row + [Cell("", row[-1].end, row[-1].end)] * (width - len(row)) for row in rows]
    first_data = _first_data(rows)
    headings = [row for row in rows[:first_data] if not _numbers_columns(row)]
    columns = _column_paths(headings, width)
    data = rows[first_data:]
    measured = [c for c in range(width) if any(is_figure(row[c].text) for row in data)]
    if not measured and width < 3:
        return None  # two columns of words: a letterhead, a signature block
    ordinals = _ordinal_columns(data, columns, measured)
    unit_column = _unit_column(columns, data)
    figures = [c for c in measured if c not in ordinals and not _is_identifier(columns[c])]
    taken = {*ordinals, *figures, unit_column}
    names = [c for c in range(width) if c not in taken]
    return Grid(
        number=number,
        start=start,
        end=end,
        rows=tuple(map(tuple, rows)),
        first_data=first_data,
        columns=tuple(columns),
        formulas=_formulas(rows[:first_data], width),
        labels=tuple([""] * first_data + [_label(row, names, figures) for row in data]),
        units=tuple(row[unit_column].text if unit_column >= 0 else "" for row in rows),
        figures=tuple(figures),
        caption=caption,
        caption_start=caption_start,
        unit=unit,
    )


def _unit_column(columns: Sequence[Sequence[str]], data: Sequence[Sequence[Cell]]) -> int:
    """The column that names the unit of each row; 'Đơn vị' alone heads agencies as well."""
    for c, path in enumerate(columns):
        heading = path[-1] if path else ""
        if _UNIT_HEADING.fullmatch(heading):
            return c
        if heading.lower() == "đơn vị" and any(
            row[c].text in ("%", "hồ sơ", "đồng") for row in data
        ):
            return c
    return -1


def _is_identifier(path: Sequence[str]) -> bool:
    return any(_NOT_MEASURED.search(heading) for heading in path)


def _first_data(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows come before the data: headings and rows that number the columns."""
    first = 0
    for index, row in enumerate(rows):
        if _numbers_columns(row):
            return index + 1
    for first, row in enumerate(rows):
        if first and row[0].text.rstrip(".)").isdigit():
            return first  # '1', the number of the first row
        figures = [cell.text for cell in row[1:] if is_figure(cell.text)]
        if figures and not all(_YEAR.fullmatch(text) for text in figures):
            return first
    return 1


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """'(1)  (2)  (3)=(4)+(5)  (4)  (5)', 'A  B  1  2  3=1+2'."""
    texts = [cell.text for cell in row if cell.text]
    matches = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    if len(texts) < 3 or not all(matches):
        return False
    numbers = [int(m[1]) for m in matches if m and m[1]]
    return (
        len(numbers) > 1
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and (numbers[0] <= 2)
    )


def _column_paths(headings: Sequence[Sequence[Cell]], width: int) -> list[tuple[str, ...]]:
    """The headings above each column, outer first, merged cells filled in."""
    paths: list[list[str]] = [[] for _ in range(width)]
    groups = [0] * width  # columns with the same number stand under the same heading
    for row in headings:
        owners = list(range(width))
        for c in range(1, width):
            if not row[c].text and groups[c] == groups[c - 1] and row[owners[c - 1]].text:
                owners[c] = owners[c - 1]
        for c, owner in enumerate(owners):
            heading = " ".join(row[owner].text.split()).strip("*_ ")
            if heading and (not paths[c] or paths[c][-1] != heading):
                paths[c].append(heading)
        groups = [groups[c] * width + owners[c] for c in range(width)]
    return [tuple(path) for path in paths]


def _ordinal_columns(
    data: Sequence[Sequence[Cell]], columns: Sequence[Sequence[str]], measured: Sequence[int]
) -> set[int]:
    """Columns that number the rows."""
    ordinals = {c for c, p in enumerate(columns) if p and _ORDINAL_HEADING.fullmatch(p[0])}
    if not ordinals and 0 in measured and len(measured) > 1 and not columns[0]:
        texts = [row[0].text for row in data if row[0].text]
        if all(ORDINAL.fullmatch(text) for text in texts):
            ordinals.add(0)
    return ordinals


def _formulas(header: Sequence[Sequence[Cell]], width: int) -> tuple[str, ...]:
    for row in header:
        if _numbers_columns(row):
            return tuple(cell.text for cell in row)
    return ("",) * width


def _label(row: Sequence[Cell], names: Iterable[int], figures: Sequence[int]) -> str:
    """What names a row: its words before the figures, else the first words in it ('TỔNG CỘNG')."""
    before = figures[0] if figures else len(row)
    words = [c for c in names if c < before and is_words(row[c].text)]
    if not words:
        words = [c for c in range(len(row)) if is_words(row[c].text)][:1]
    return _SEPARATOR.join(" ".join(row[c].text.split()).strip("*_ ") for c in words[:2])
