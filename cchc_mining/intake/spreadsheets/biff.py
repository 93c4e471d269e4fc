"""Number formats and fonts of the cells of XLS workbooks (MS-XLS), which python-calamine does not tell."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from ...vietnamese.legacy import hint_of
from ..compound import read_stream
from .formats import builtin

Formats = dict[tuple[int, int], str]
"""Codes of number formats by row and column, which count from 0."""

Fonts = dict[tuple[int, int], str]
"""Names of fonts that tell the encoding of texts, by row and column."""

_BOF, _FORMAT, _XF, _NUMBER, _RK, _MULRK, _FORMULA = (
    0x0809, 0x041E, 0x00E0, 0x0203, 0x027E, 0x00BD, 0x0006,
)  # fmt: skip
_FONT, _LABEL_OF_TABLE, _LABEL, _RICH_LABEL = 0x0031, 0x00FD, 0x0204, 0x00D6
_TEXT_CELLS = (_LABEL_OF_TABLE, _LABEL, _RICH_LABEL, _FORMULA)
_BOUND_SHEET, _EOF = 0x0085, 0x000A
_SINGLE_CELLS = (_NUMBER, _RK, _FORMULA)
_VERSION_8 = 0x0600
_FONT_NAME = 14  # where the name stands in a font's record
_NO_FONT = 4  # a number that is left out in counting fonts


def read_formats(data: bytes) -> list[Formats]:
    """The formats of the numbers of each sheet, in the order of the sheets.

    Empty where the file is of an older kind or damaged: numbers are then shown without.
    """
    return _read(data, lambda book: [book.formats(start) for start in book.starts])


def read_fonts(data: bytes) -> list[Fonts]:
    """The fonts of the texts of each sheet, as `read_formats`."""
    return _read(data, lambda book: [book.fonts(start) for start in book.starts])


def _read(data: bytes, told: Callable[[_Book], list[dict[tuple[int, int], str]]]) -> list[Fonts]:
    stream = read_stream(data, "Workbook", "Book")
    try:
        return told(_Book(stream)) if stream else []
    except (struct.error, IndexError):
        return []


class _Book:
    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self.starts: list[int] = []  # of the sheets
        self._own: dict[int, str] = {}  # codes by number
        self._styles: list[int] = []  # numbers of codes by style
        self._font_names: list[str] = []
        self._style_fonts: list[int] = []  # numbers of fonts by style
        wide = True
        for kind, record in self._records(0):
            if kind == _BOF:
                wide = struct.unpack_from("<H", record)[0] == _VERSION_8
            elif kind == _BOUND_SHEET:
                self.starts.append(struct.unpack_from("<I", record)[0])
            elif kind == _FORMAT:
                number = struct.unpack_from("<H", record)[0]
                self._own[number] = _wide_text(record[2:]) if wide else _text(record[2:])
            elif kind == _XF:
                font, number = struct.unpack_from("<HH", record)
                self._styles.append(number)
                self._style_fonts.append(font - (font > _NO_FONT))
            elif kind == _FONT:
                name = record[_FONT_NAME:]
                self._font_names.append(_short_text(name) if wide else _text(name))

    def fonts(self, start: int) -> Fonts:
        """The fonts of the texts of the sheet that begins at a place of the stream."""
        fonts: Fonts = {}
        for kind, record in self._records(start):
            if kind in _TEXT_CELLS:
                row, column, style = struct.unpack_from("<HHH", record)
                font = self._font_names[self._style_fonts[style]]
                if hint_of(font):
                    fonts[row, column] = font
        return fonts

    def formats(self, start: int) -> Formats:
        """The formats of the numbers of that sheet."""
        formats: Formats = {}
        for kind, record in self._records(start):
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

    def _records(self, at: int) -> Iterator[tuple[int, bytes]]:
        """The records of one part of the stream, from its beginning to its end."""
        depth = 0
        while at + 4 <= len(self._stream):
            kind, length = struct.unpack_from("<HH", self._stream, at)
            depth += (kind == _BOF) - (kind == _EOF)
            if depth <= 0:
                return
            if depth == 1:  # charts lie within sheets
                yield kind, self._stream[at + 4 : at + 4 + length]
            at += 4 + length


def _wide_text(data: bytes) -> str:
    """A text of BIFF8: its length, whether its letters take two bytes, and the letters."""
    length, is_wide = struct.unpack_from("<HB", data)
    if is_wide & 1:
        return data[3 : 3 + 2 * length].decode("utf-16-le", "replace")
    return data[3 : 3 + length].decode("latin-1")


def _short_text(data: bytes) -> str:
    """As `_wide_text`, with a length of one byte."""
    return _wide_text(data[:1] + b"\0" + data[1:])


def _text(data: bytes) -> str:
    return data[1 : 1 + data[0]].decode("latin-1")
