"""Fonts of the texts of XLS workbooks (MS-XLS), also of parts of a cell, for what they tell of letters.

Read are workbooks of BIFF8 (Excel 97 and later); of older ones the letters alone must tell.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ...vietnamese.legacy import Run
from ..compound import read_stream
from .biff import records

_BOUND_SHEET, _FONT, _XF, _STRINGS, _CONTINUE = 0x0085, 0x0031, 0x00E0, 0x00FC, 0x003C
_LABEL_OF_TABLE, _LABEL, _RICH_LABEL, _FORMULA = 0x00FD, 0x0204, 0x00D6, 0x0006
_FONT_NAME = 14  # where the name stands in a font's record
_NO_FONT = 4  # a number that is left out in counting fonts
_WIDE, _HAS_MORE, _IS_RICH = 1, 4, 8  # flags of a string

Fonts = dict[tuple[int, int], list[Run]]
"""By row and column, a cell's text in its fonts; one run without text where all is in one font."""

# Letters from which on a string is in a font, by its number.
_Changes = list[tuple[int, int]]


def read_fonts(data: bytes) -> list[Fonts]:
    """The fonts of the texts of each sheet, in the order of the sheets; empty where not known."""
    stream = read_stream(data, "Workbook")
    try:
        return _Book(stream).sheets() if stream else []
    except (struct.error, IndexError):
        return []


class _Book:
    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._starts: list[int] = []  # of the sheets
        self._names: list[str] = []  # of the fonts
        self._styles: list[int] = []  # numbers of fonts by style
        self._strings: dict[int, tuple[str, _Changes]] = {}  # those in several fonts
        table: list[bytes] = []
        before = 0
        for kind, record in records(stream, 0):
            if kind == _BOUND_SHEET:
                self._starts.append(struct.unpack_from("<I", record)[0])
            elif kind == _FONT:
                self._names.append(_Letters([record[_FONT_NAME + 1 :]]).read(record[_FONT_NAME]))
            elif kind == _XF:
                self._styles.append(struct.unpack_from("<H", record)[0])
            elif kind == _STRINGS or (kind == _CONTINUE and before == _STRINGS):
                table.append(record)
                kind = _STRINGS
            before = kind
        if table:
            self._strings = dict(_rich_strings(table))

    def sheets(self) -> list[Fonts]:
        """The fonts of all sheets."""
        return [self._sheet(start) for start in self._starts]

    def _sheet(self, start: int) -> Fonts:
        fonts: Fonts = {}
        for kind, record in records(self._stream, start):
            if kind in (_LABEL_OF_TABLE, _LABEL, _RICH_LABEL, _FORMULA):
                row, column, style = struct.unpack_from("<HHH", record)
                own = self._styles[style]
                number = struct.unpack_from("<I", record, 6)[0] if kind == _LABEL_OF_TABLE else -1
                text, changes = self._strings.get(number, ("", []))
                fonts[row, column] = list(self._runs(text, own, changes))
        return fonts

    def _runs(self, text: str, own: int, changes: _Changes) -> Iterator[Run]:
        starts = [(0, own), *changes]
        ends = [*(start for start, _ in changes), len(text)]
        for (start, font), end in zip(starts, ends, strict=True):
            if start < end or not text:
                yield Run(text[start:end], self._names[font - (font > _NO_FONT)])


def _rich_strings(table: list[bytes]) -> Iterator[tuple[int, tuple[str, _Changes]]]:
    """Of the strings in the table of a workbook those in several fonts, with their numbers."""
    letters = _Letters(table)
    _, count = struct.unpack("<II", letters.take(8))
    for number in range(count):
        length, flags = struct.unpack("<HB", letters.take(3))
        changes = struct.unpack("<H", letters.take(2))[0] if flags & _IS_RICH else 0
        more = struct.unpack("<I", letters.take(4))[0] if flags & _HAS_MORE else 0
        text = letters.read(length, flags)
        if changes:
            pairs = struct.iter_unpack("<HH", letters.take(4 * changes))
            yield number, (text, [(start, font) for start, font in pairs])
        letters.take(more)


class _Letters:
    """Bytes that go on from record to record; strings say anew in each how wide their letters are."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part = 0
        self._at = 0

    def take(self, count: int) -> bytes:
        """The next bytes.  Raises IndexError where there are no more."""
        taken = b""
        while len(taken) < count:
            if self._at >= len(self._parts[self._part]):
                self._part, self._at = self._part + 1, 0
            piece = self._parts[self._part][self._at : self._at + count - len(taken)]
            self._at += len(piece)
            taken += piece
        return taken

    def read(self, count: int, flags: int | None = None) -> str:
        """The next letters; the flags that say how wide they are, or null where they come first."""
        wide = (self.take(1)[0] if flags is None else flags) & _WIDE
        text = ""
        while len(text) < count:
            if self._at >= len(self._parts[self._part]):
                self._part, self._at = self._part + 1, 0
                wide = self.take(1)[0] & _WIDE
            left = (len(self._parts[self._part]) - self._at) >> wide
            piece = self.take(min(left, count - len(text)) << wide)
            if not piece:
                raise IndexError("half a letter")
            text += piece.decode("utf-16-le" if wide else "latin-1", "replace")
        return text
