"""Pages of a PDF that are pictures, wholly or below a text layer that is no good."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import numpy as np
import pypdfium2.raw as _raw
from msgspec import Struct

from ...errors import IntakeError
from ...vietnamese.legacy import encoding_of
from ..ocr import Likeness, likeness
from ..pages import Line, Page
from .glyphs import Frame

_pdfium: Any = _raw
Array = np.ndarray[Any, np.dtype[Any]]

_POINTS = 72
_DRAWN_DPI = 300.0  # of what is no picture
_MOST_DPI, _LEAST_DPI = 300.0, 100.0
_MOST_PIXELS = 40_000_000  # A3 at 300 dpi has 17 million
_COVERED = 0.6  # of a page, by the picture of a scan
_STAMPED = 60  # words: fewer on a scan are a signature's or a portal's, put over it
_FEWEST_JUDGED = 25
_MARKED = 0.3  # of the words of a Vietnamese text at least so many have marks
_BROKEN = 0.1
_UNREADABLE = 0.25  # broken words of a page without a picture: its fonts do not say what they show
_BETTER = 0.1
_MOST_OBJECTS = 2_000
_MOST_INSIDE = 150_000_000  # pixels of a picture: A1 at 400 dpi
_COLOURS = 3


class Layer(Struct, frozen=True):
    """What is known of a page's text layer.

    `state` is 'text' (good), 'none', 'overlay' (a few words over a scan) or 'doubtful'.
    """

    state: str
    likeness: Likeness


def judge(page: Page, handle: Any, frame: Frame) -> Layer:
    """Whether the text layer of a page can be used."""
    words = [word.text for line in page.lines for word in line.words]
    like = likeness(words)
    if not words:
        return Layer("none", like)
    few = len(words) < _STAMPED
    suspicious = like.words >= _FEWEST_JUDGED and (like.broken > _BROKEN or like.marked < _MARKED)
    if not (few or suspicious) or encoding_of(" ".join(words)):
        return Layer("text", like)
    if _covered(handle, frame) >= _COVERED:
        return Layer("overlay" if few else "doubtful", like)
    return Layer("doubtful" if suspicious and like.broken > _UNREADABLE else "text", like)


def is_better(lines: list[Line], layer: Layer) -> bool:
    """Whether lines read by OCR are better than a doubtful text layer."""
    like = likeness(word.text for line in lines for word in line.words)
    return like.marked - like.broken > layer.likeness.marked - layer.likeness.broken + _BETTER


def picture_of(handle: Any, frame: Frame, number: int, name: str) -> tuple[Array, float]:
    """A page as it is shown, in colours, and its resolution: that of its picture where it has one.

    Raises IntakeError with code `too-large-inside`.
    """
    pictures = list(_pictures(handle))
    if any(picture.pixels > _MOST_INSIDE for picture in pictures):
        raise IntakeError(
            "too-large-inside", f"{name}: page {number} has a picture of too many pixels"
        )
    largest = max(pictures, key=lambda picture: picture.area, default=None)
    covered = largest is not None and _covered(handle, frame) >= _COVERED
    dpi = largest.dpi if largest is not None and covered else _DRAWN_DPI
    dpi = min(max(dpi, _LEAST_DPI), _MOST_DPI)
    width, height = frame.size
    dpi = min(dpi, _POINTS * (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = handle.render(scale=dpi / _POINTS, rev_byteorder=True)
    try:
        pixels = np.array(bitmap.to_numpy())
    finally:
        bitmap.close()
    return (np.ascontiguousarray(pixels[..., :_COLOURS]) if pixels.ndim == 3 else pixels), dpi


class _Picture(Struct, frozen=True):
    """A picture on a page: its area in square points, its pixels, its resolution."""

    area: float
    pixels: int
    dpi: float


def _covered(handle: Any, frame: Frame) -> float:
    """The share of a page that pictures cover."""
    width, height = frame.size
    return sum(picture.area for picture in _pictures(handle)) / max(width * height, 1.0)


def _pictures(handle: Any) -> Iterator[_Picture]:
    """The pictures of a page handle; of one inside a form, the form's place is taken for its own."""
    count = min(_pdfium.FPDFPage_CountObjects(handle), _MOST_OBJECTS)
    for i in range(count):
        item = _pdfium.FPDFPage_GetObject(handle, i)
        kind = _pdfium.FPDFPageObj_GetType(item)
        if kind == _pdfium.FPDF_PAGEOBJ_FORM:
            inside = min(_pdfium.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)
            inner = (_pdfium.FPDFFormObj_GetObject(item, k) for k in range(inside))
            pictures = [p for p in inner if _is_picture(p)]
        else:
            pictures = [item] if _is_picture(item) else []
        for picture in pictures:
            yield from _measured(picture, item)


def _is_picture(item: Any) -> bool:
    return _pdfium.FPDFPageObj_GetType(item) == _pdfium.FPDF_PAGEOBJ_IMAGE


def _measured(picture: Any, placed: Any) -> Iterator[_Picture]:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not _pdfium.FPDFImageObj_GetImagePixelSize(
        picture, ctypes.byref(width), ctypes.byref(height)
    ):
        return
    sides = [ctypes.c_float() for _ in range(4)]
    if not _pdfium.FPDFPageObj_GetBounds(placed, *map(ctypes.byref, sides)):
        return
    west, south, east, north = (side.value for side in sides)
    longer = max(east - west, north - south)
    if longer > 0:
        dpi = max(width.value, height.value) * _POINTS / longer
        yield _Picture((east - west) * (north - south), width.value * height.value, dpi)
