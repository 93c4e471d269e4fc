"""The glyphs of a page as arrays: what PDFium knows of each, read in bulk.

PDFium's own order of reading and its generated blanks are not used: they follow the order in which
glyphs were drawn.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as _raw
from msgspec import Struct

from .calls import ADDRESS, address_of, function, run

_pdfium: Any = _raw
Array = np.ndarray[Any, np.dtype[Any]]

_BLANK = 0x20
_HYPHEN = 0x2D
# What PDFium gives for a hyphen at a line's end.
_LINE_END_HYPHENS = (0x02, 0xFFFE)

_unicode = function("FPDFText_GetUnicode", ADDRESS, ctypes.c_int, result=ctypes.c_uint)
_font_size = function("FPDFText_GetFontSize", ADDRESS, ctypes.c_int, result=ctypes.c_double)
_loose_box = function("FPDFText_GetLooseCharBox", ADDRESS, ctypes.c_int, ADDRESS)
_origin = function("FPDFText_GetCharOrigin", ADDRESS, ctypes.c_int, ADDRESS, ADDRESS)
_matrix = function("FPDFText_GetMatrix", ADDRESS, ctypes.c_int, ADDRESS)
_text_object = function("FPDFText_GetTextObject", ADDRESS, ctypes.c_int, result=ADDRESS)
_font = function("FPDFTextObj_GetFont", ADDRESS, result=ADDRESS)


class Glyphs(Struct):
    """Glyphs in the order drawn, in the coordinates of the page as it is shown (x right, y down).

    `code` is a code point, `x0`..`bottom` the box of the glyph's advance, (`x`, `y`) its place on
    the baseline, `size` the size of its letters in points, `turns` by how many right angles
    (clockwise) it is turned, -1 where it stands askew.  `index` is its number in PDFium.
    """

    code: Array
    x0: Array
    top: Array
    x1: Array
    bottom: Array
    x: Array
    y: Array
    size: Array
    turns: Array
    index: Array

    def __len__(self) -> int:
        return len(self.code)

    def select(self, which: Array) -> Glyphs:
        """Some of the glyphs: a mask, or places in a new order."""
        return Glyphs(*(getattr(self, name)[which] for name in self.__struct_fields__))


class Frame(Struct, frozen=True):
    """The part of a page that is shown: its box in PDF coordinates, and its rotation."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def shown(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Points of the PDF's coordinates as points of the page as it is shown."""
        size = (self.right - self.left, self.top - self.bottom)
        return turn(x - self.left, self.top - y, size, self.turns)


def turn(x: Any, y: Any, size: tuple[float, float], turns: int) -> tuple[Any, Any]:
    """Points on a sheet of some size, after it is turned clockwise by right angles."""
    width, height = size
    for _ in range(turns % 4):
        x, y = height - y, x
        width, height = height, width
    return x, y


def frame_of(page: Any) -> Frame:
    """The frame of a page handle."""
    box = _pdfium.FS_RECTF()
    _pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return Frame(box.left, box.bottom, box.right, box.top, _pdfium.FPDFPage_GetRotation(page) % 4)


def read_glyphs(text_page: Any, frame: Frame, count: int) -> Glyphs:
    """The glyphs of a text page handle, without the characters that PDFium made up."""
    handle = address_of(text_page)
    pages, places = repeat(handle), range(count)
    codes = np.fromiter(map(_unicode, pages, places), np.uint32, count)
    codes[np.isin(codes, _LINE_END_HYPHENS)] = _HYPHEN
    boxes = np.empty((count, 4), np.float32)
    start = boxes.ctypes.data
    run(map(_loose_box, pages, places, range(start, start + 16 * count, 16)))
    origins = np.empty((count, 2), np.float64)
    start = origins.ctypes.data
    stop = start + 16 * count
    run(map(_origin, pages, places, range(start, stop, 16), range(start + 8, stop + 8, 16)))
    sizes, matrices = _sizes(handle, codes, origins[:, 1])
    glyphs = _in_frame(codes, boxes, origins, sizes, matrices, frame)
    blank = (codes <= _BLANK) & ((boxes[:, 0] == boxes[:, 2]) | (codes < _BLANK))
    return glyphs.select(~blank & np.isfinite(glyphs.size) & (glyphs.size > 0))


def read_fonts(text_page: Any, indices: Iterable[int]) -> list[int | None]:
    """The addresses of the fonts of some glyphs, given by their numbers in PDFium."""
    return list(map(_font, map(_text_object, repeat(address_of(text_page)), indices)))


def _sizes(handle: int, codes: Array, y: Array) -> tuple[Array, Array]:
    """The font size and matrix of each glyph.

    Only those of the first letters of words are asked for, and of letters that stand higher or
    lower than the one before: the others are of the same font.
    """
    fresh = np.ones(len(codes), bool)
    fresh[1:] = (codes[:-1] <= _BLANK) | (codes[1:] <= _BLANK) | (y[1:] != y[:-1])
    asked = np.flatnonzero(fresh)
    places = asked.tolist()
    sizes = np.fromiter(map(_font_size, repeat(handle), places), np.float64, len(places))
    matrices = np.empty((len(places), 6), np.float32)
    start = matrices.ctypes.data
    run(map(_matrix, repeat(handle), places, range(start, start + 24 * len(places), 24)))
    source = np.cumsum(fresh) - 1
    return sizes[source], matrices[source]


def _in_frame(
    codes: Array, boxes: Array, origins: Array, sizes: Array, matrices: Array, frame: Frame
) -> Glyphs:
    # FS_RECTF is left, top, right, bottom; FS_MATRIX a, b, c, d, e, f.
    ax, ay = frame.shown(boxes[:, 0], boxes[:, 1])
    bx, by = frame.shown(boxes[:, 2], boxes[:, 3])
    x, y = frame.shown(origins[:, 0], origins[:, 1])
    scale = np.hypot(matrices[:, 2], matrices[:, 3])
    quarter = np.arctan2(-matrices[:, 1], matrices[:, 0]) / (np.pi / 2)
    nearest = np.rint(quarter)
    turns = np.where(np.abs(quarter - nearest) < 0.1, (nearest + frame.turns) % 4, -1)
    return Glyphs(
        codes,
        np.minimum(ax, bx),
        np.minimum(ay, by),
        np.maximum(ax, bx),
        np.maximum(ay, by),
        x,
        y,
        sizes * scale,
        turns.astype(np.int8),
        np.arange(len(codes)),
    )
