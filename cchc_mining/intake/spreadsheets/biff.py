"""What python-calamine does not tell of XLS workbooks (MS-XLS): number formats, what is hidden, and
formulas without a value."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct, field

from ..compound import read_stream
from .formats import builtin

Cell = tuple[int, int]
"""A row and a column, which count from 0."""


class About(Struct):
    """Of one sheet the codes of its cells' number formats, whether rows or columns are hidden, and the
    formulas that have an error or nothing for a value."""

    formats: dict[Cell, str] = field(default_factory=dict[Cell, str])
    hides_rows: bool = False
    uncomputed: list[Cell] = field(default_factory=list[Cell])


_BOF, _FORMAT, _XF, _NUMBER, _RK, _MULRK, _FORMULA = (
    0x0809, 0x041E, 0x00E0, 0x0203, 0x027E, 0x00BD, 0x0006,
)  # fmt: skip
_BOUND_SHEET, _EOF, _ROW, _COLUMNS = 0x0085, 0x000A, 0x0208, 0x007D
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
# The value of a formula that is no number ends so; of those the first byte says that it is an error.
_NO_NUMBER, _ERROR = 0xFFFF, 2
_NEVER_COMPUTED = 0x03  # programs that write formulas but cannot compute say so, and leave zeros
_SINGLE_CELLS = (_NUMBER, _RK, _FORMULA)
_VERSION_8 = 0x0600


def read_about(data: bytes) -> list[About]:
    """What is told of each sheet, in the order of the sheets.

    Empty where the file is of an older kind or damaged: numbers are then shown without.
    """
    stream = read_stream(data, "Workbook", "Book")
    try:
        return _Book(stream).sheets() if stream else []
    except (struct.error, IndexError):
        return []


class _Book:
    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._starts: list[int] = []  # of the sheets
        self._own: dict[int, str] = {}  # codes by number
        self._styles: list[int] = []  # numbers of codes by style
        wide = True
        for kind, record in records(stream, 0):
            if kind == _BOF:
                wide = struct.unpack_from("<H", record)[0] == _VERSION_8
            elif kind == _BOUND_SHEET:
                self._starts.append(struct.unpack_from("<I", record)[0])
            elif kind == _FORMAT:
                number = struct.unpack_from("<H", record)[0]
                self._own[number] = _wide_text(record[2:]) if wide else _text(record[2:])
            elif kind == _XF:
                self._styles.append(struct.unpack_from("<H", record, 2)[0])

    def sheets(self) -> list[About]:
        """What is told of all sheets."""
        return [self._sheet(start) for start in self._starts]

    def _sheet(self, start: int) -> About:
        about = About()
        formats = about.formats
        for kind, record in records(self._stream, start):
            if kind in _SINGLE_CELLS:
                row, column, style = struct.unpack_from("<HHH", record)
                formats[row, column] = self._code(style)
                if kind == _FORMULA and _is_uncomputed(record):
                    about.uncomputed.append((row, column))
            elif kind == _ROW:
                about.hides_rows |= bool(struct.unpack_from("<H", record, 12)[0] & _ROW_HIDDEN)
            elif kind == _COLUMNS:
                about.hides_rows |= bool(struct.unpack_from("<H", record, 8)[0] & _COLUMN_HIDDEN)
            elif kind == _MULRK:
                row, column = struct.unpack_from("<HH", record)
                for at in range(4, len(record) - 2, 6):
                    formats[row, column] = self._code(struct.unpack_from("<H", record, at)[0])
                    column += 1
        return about

    def _code(self, style: int) -> str:
        number = self._styles[style] if style < len(self._styles) else 0
        return self._own.get(number) or builtin(number)


def records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of the part of a stream that begins at a place, to its end: kinds and contents."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:  # charts lie within sheets
            yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _is_uncomputed(record: bytes) -> bool:
    """Whether the value kept of a formula is an error, or was never computed."""
    first, last, options = struct.unpack_from("<B5xHH", record, 6)
    if last == _NO_NUMBER:
        return first == _ERROR
    return not any(record[6:14]) and options & _NEVER_COMPUTED == _NEVER_COMPUTED


def _wide_text(data: bytes) -> str:
    """A text of BIFF8: its length, whether its letters take two bytes, and the letters."""
    length, is_wide = struct.unpack_from("<HB", data)
    if is_wide & 1:
        return data[3 : 3 + 2 * length].decode("utf-16-le", "replace")
    return data[3 : 3 + length].decode("latin-1")


def _text(data: bytes) -> str:
    return data[1 : 1 + data[0]].decode("latin-1")
