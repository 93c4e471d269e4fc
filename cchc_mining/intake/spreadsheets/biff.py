"""Number formats of the cells of XLS workbooks (MS-XLS), which python-calamine does not tell."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ..compound import read_stream
from .formats import builtin

Formats = dict[tuple[int, int], str]
"""Codes of number formats by row and column, which count from 0."""

_BOF, _FORMAT, _XF, _NUMBER, _RK, _MULRK, _FORMULA = (
    0x0809, 0x041E, 0x00E0, 0x0203, 0x027E, 0x00BD, 0x0006,
)  # fmt: skip
_BOUND_SHEET, _EOF = 0x0085, 0x000A
_SINGLE_CELLS = (_NUMBER, _RK, _FORMULA)
_VERSION_8 = 0x0600


def read_formats(data: bytes) -> list[Formats]:
    """The formats of the numbers of each sheet, in the order of the sheets.

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

    def sheets(self) -> list[Formats]:
        """The formats of all sheets."""
        return [self._sheet(start) for start in self._starts]

    def _sheet(self, start: int) -> Formats:
        formats: Formats = {}
        for kind, record in records(self._stream, start):
            if kind in _SINGLE_CELLS:
                row, column, style = struct.unpack_from("<HHH", record)
                formats[row, column] = self._code(style)
            elif kind == _MULRK:
                row, column = struct.unpack_from("<HH", record)
                for at in range(4, len(record) - 2, 6):
                    formats[row, column] = self._code(struct.unpack_from("<H", record, at)[0])
                    column += 1
        return formats

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


def _wide_text(data: bytes) -> str:
    """A text of BIFF8: its length, whether its letters take two bytes, and the letters."""
    length, is_wide = struct.unpack_from("<HB", data)
    if is_wide & 1:
        return data[3 : 3 + 2 * length].decode("utf-16-le", "replace")
    return data[3 : 3 + length].decode("latin-1")


def _text(data: bytes) -> str:
    return data[1 : 1 + data[0]].decode("latin-1")
