"""The straight lines drawn on a page: rules of tables, and the one above footnotes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as _raw

from ..pages import Stroke
from .glyphs import Frame, turn

_pdfium: Any = _raw

_STRAIGHT = 0.8  # points that the ends of a line may be off
_SHORTEST = 4.0
_DEEPEST = 4  # forms within forms
_MOST_OBJECTS = 200_000  # looked at on a page
_MOST_STROKES = 20_000
_MOST_SEGMENTS = 400  # of one path: more is a drawing

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)
_Point = tuple[float, float]


def read_strokes(page: Any, frame: Frame, turns: int) -> list[Stroke]:
    """The lying and standing lines of a page handle, as seen when it is turned back by `turns`."""
    found: list[Stroke] = []
    for a, b in _segments(page):
        stroke = _stroke(_place(a, frame, turns), _place(b, frame, turns))
        if stroke is not None:
            found.append(stroke)
            if len(found) == _MOST_STROKES:
                break
    return found


def _place(point: _Point, frame: Frame, turns: int) -> _Point:
    size = (frame.right - frame.left, frame.top - frame.bottom)
    x, y = turn(point[0] - frame.left, frame.top - point[1], size, frame.turns)
    return turn(x, y, frame.size, -turns)


def _stroke(a: _Point, b: _Point) -> Stroke | None:
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    if across <= _STRAIGHT and down >= _SHORTEST:
        x = (a[0] + b[0]) / 2
        return Stroke(x, min(a[1], b[1]), x, max(a[1], b[1]))
    if down <= _STRAIGHT and across >= _SHORTEST:
        y = (a[1] + b[1]) / 2
        return Stroke(min(a[0], b[0]), y, max(a[0], b[0]), y)
    return None


def _segments(page: Any) -> Iterator[tuple[_Point, _Point]]:
    """The straight segments of all paths, in the coordinates of the PDF."""
    left = _MOST_OBJECTS
    waiting: list[tuple[Any, _Matrix, int]] = []
    for i in range(min(_pdfium.FPDFPage_CountObjects(page), left)):
        waiting.append((_pdfium.FPDFPage_GetObject(page, i), _IDENTITY, 0))
    while waiting and left:
        left -= 1
        item, outer, depth = waiting.pop()
        kind = _pdfium.FPDFPageObj_GetType(item)
        if kind == _pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path_segments(item, _times(_matrix(item), outer))
        elif kind == _pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(item), outer)
            for i in range(min(_pdfium.FPDFFormObj_CountObjects(item), left)):
                waiting.append((_pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1))


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
