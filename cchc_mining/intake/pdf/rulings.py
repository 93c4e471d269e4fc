"""The straight lines drawn on a page: rules of tables, and the one above footnotes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pypdfium2.raw as _raw

from ..pages import Stroke
from .calls import ADDRESS, address_of, function
from .glyphs import Frame, turn

_pdfium: Any = _raw

_STRAIGHT = 0.8  # points that the ends of a line may be off
_SHORTEST = 4.0
_THICKEST = 3.0
_DEEPEST = 4  # forms within forms
_MOST_OBJECTS = 200_000  # looked at on a page
_MOST_STROKES = 20_000
_MOST_SEGMENTS = 400  # of one path: more is a drawing

_PATH, _FORM = _pdfium.FPDF_PAGEOBJ_PATH, _pdfium.FPDF_PAGEOBJ_FORM
_TEXT = _pdfium.FPDF_PAGEOBJ_TEXT

_object = function("FPDFPage_GetObject", ADDRESS, ctypes.c_int, result=ADDRESS)
_kind = function("FPDFPageObj_GetType", ADDRESS)

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)
_Point = tuple[float, float]


def read_strokes(page: Any, frame: Frame, turns: int) -> list[Stroke]:
    """The lying and standing lines of a page handle, as seen when it is turned back by `turns`."""
    found: list[Stroke] = []
    for a, b in _segments(page, _view(frame, turns)):
        stroke = _stroke(a, b)
        if stroke is not None:
            found.append(stroke)
            if len(found) == _MOST_STROKES:
                break
    return found


def _view(frame: Frame, turns: int) -> _Matrix:
    """The matrix from the PDF's coordinates to those of the page turned upright."""

    def place(x: float, y: float) -> _Point:
        size = (frame.right - frame.left, frame.top - frame.bottom)
        x, y = turn(x - frame.left, frame.top - y, size, frame.turns)
        return turn(x, y, frame.size, -turns)

    (e, f), (ax, ay), (bx, by) = place(0, 0), place(1, 0), place(0, 1)
    return ax - e, ay - f, bx - e, by - f, e, f


def _stroke(a: _Point, b: _Point) -> Stroke | None:
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    if across <= _STRAIGHT and down >= _SHORTEST:
        x = (a[0] + b[0]) / 2
        return Stroke(x, min(a[1], b[1]), x, max(a[1], b[1]))
    if down <= _STRAIGHT and across >= _SHORTEST:
        y = (a[1] + b[1]) / 2
        return Stroke(min(a[0], b[0]), y, max(a[0], b[0]), y)
    return None


def _segments(page: Any, view: _Matrix) -> Iterator[tuple[_Point, _Point]]:
    """The straight segments of all paths."""
    left = _MOST_OBJECTS
    waiting: list[tuple[Any, _Matrix, int]] = [(item, view, 0) for item in _drawn(page)]
    box = [ctypes.c_float() for _ in range(4)]
    sides = [ctypes.byref(side) for side in box]
    kind_of, bounds_of = _pdfium.FPDFPageObj_GetType, _pdfium.FPDFPageObj_GetBounds
    while waiting and left:
        left -= 1
        item, outer, depth = waiting.pop()
        kind = kind_of(item)
        if kind == _PATH:
            if not bounds_of(item, *sides):
                continue
            west, south, east, north = (side.value for side in box)
            if min(east - west, north - south) > _THICKEST:
                yield from _path_segments(item, _times(_matrix(item), outer))
            elif max(east - west, north - south) >= _SHORTEST:
                yield _middle_line(outer, west, south, east, north)
        elif kind == _FORM and depth < _DEEPEST:
            inner = _times(_matrix(item), outer)
            for i in range(min(_pdfium.FPDFFormObj_CountObjects(item), left)):
                waiting.append((_pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1))


def count_texts(page: Any, enough: int) -> int:
    """How many pieces of text are drawn on a page; of a page with few objects, how many these are."""
    count = _pdfium.FPDFPage_CountObjects(page)
    if count <= enough:
        return count
    items: Iterator[Any] = map(_object, repeat(address_of(page)), range(count))
    return sum(kind == _TEXT for kind in map(_kind, items))


def _drawn(page: Any) -> list[Any]:
    """The paths and forms among the objects of a page, most of which are text."""
    count = min(_pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    items: list[int | None] = list(map(_object, repeat(address_of(page)), range(count)))
    kinds: Iterator[int] = map(_kind, items)
    return [
        ctypes.cast(ctypes.c_void_p(item), _pdfium.FPDF_PAGEOBJECT)
        for item, kind in zip(items, kinds, strict=True)
        if kind in (_PATH, _FORM)
    ]


def _middle_line(
    view: _Matrix, west: float, south: float, east: float, north: float
) -> tuple[_Point, _Point]:
    """The line that a thin path is, whether stroked or filled."""
    if east - west > north - south:
        south = north = (south + north) / 2
    else:
        west = east = (west + east) / 2
    return _apply(view, west, south), _apply(view, east, north)


def _path_segments(path: Any, matrix: _Matrix) -> Iterator[tuple[_Point, _Point]]:
    count = _pdfium.FPDFPath_CountSegments(path)
    if not 2 <= count <= _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start: _Point | None = None
    last: _Point | None = None
    for i in range(count):
        segment = _pdfium.FPDFPath_GetPathSegment(path, i)
        if not _pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        point = _apply(matrix, x.value, y.value)
        kind = _pdfium.FPDFPathSegment_GetType(segment)
        if kind == _pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == _pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield last, point
        last = point
        if start is not None and _pdfium.FPDFPathSegment_GetClose(segment):
            yield point, start


def _matrix(item: Any) -> _Matrix:
    m = _pdfium.FS_MATRIX()
    if not _pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(m)):
        return _IDENTITY
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(m: _Matrix, n: _Matrix) -> _Matrix:
    """The matrix that applies `m`, then `n`."""
    if n == _IDENTITY:
        return m
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _apply(m: _Matrix, x: float, y: float) -> _Point:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
