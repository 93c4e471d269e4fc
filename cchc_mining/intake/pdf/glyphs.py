"""The glyphs of a page as arrays: what PDFium knows of each, read in bulk.

PDFium is asked through its C functions one glyph at a time; the calls are made by `map` over ranges
of addresses, so that no Python code runs for a glyph.  Its own order of reading and its generated
blanks are not used: they follow the order in which glyphs were drawn.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as _raw
from msgspec import Struct

_pdfium: Any = _raw
Array = np.ndarray[Any, np.dtype[Any]]

_HYPHEN = 0x2D
# What PDFium gives for a hyphen at a line's end.
_LINE_END_HYPHENS = (0x02, 0xFFFE, 0xAD)


def _function(name: str, *arguments: Any, result: Any = ctypes.c_int) -> Any:
    """A PDFium function that takes plain addresses, so that ranges of them can be mapped over."""
    address = ctypes.cast(getattr(_pdfium, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


_ADDRESS = ctypes.c_void_p
_unicode = _function("FPDFText_GetUnicode", _ADDRESS, ctypes.c_int, result=ctypes.c_uint)
_font_size = _function("FPDFText_GetFontSize", _ADDRESS, ctypes.c_int, result=ctypes.c_double)
_loose_box = _function("FPDFText_GetLooseCharBox", _ADDRESS, ctypes.c_int, _ADDRESS)
_origin = _function("FPDFText_GetCharOrigin", _ADDRESS, ctypes.c_int, _ADDRESS, _ADDRESS)
_matrix = _function("FPDFText_GetMatrix", _ADDRESS, ctypes.c_int, _ADDRESS)


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
    handle = ctypes.cast(text_page, ctypes.c_void_p).value or 0
    pages, places = repeat(handle), range(count)
    boxes = np.empty((count, 4), np.float32)
    _fill(_loose_box, handle, boxes)
    matrices = np.empty((count, 6), np.float32)
    _fill(_matrix, handle, matrices)
    origins = np.empty((count, 2), np.float64)
    start = origins.ctypes.data
    stop = start + 16 * count
    _run(map(_origin, pages, places, range(start, stop, 16), range(start + 8, stop + 8, 16)))
    sizes = np.fromiter(map(_font_size, pages, places), np.float64, count)
    codes = np.fromiter(map(_unicode, pages, places), np.uint32, count)
    codes[np.isin(codes, _LINE_END_HYPHENS)] = _HYPHEN
    glyphs = _in_frame(codes, boxes, origins, sizes, matrices, frame)
    blank = (codes <= 0x20) & ((boxes[:, 0] == boxes[:, 2]) | (codes < 0x20))
    return glyphs.select(~blank & np.isfinite(glyphs.size) & (glyphs.size > 0))


def _fill(function: Any, handle: int, rows: Array) -> None:
    start, step = rows.ctypes.data, rows.strides[0]
    count = len(rows)
    addresses = range(start, start + step * count, step)
    _run(map(function, repeat(handle), range(count), addresses))


def _run(calls: Iterable[Any]) -> None:
    deque(calls, maxlen=0)


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
