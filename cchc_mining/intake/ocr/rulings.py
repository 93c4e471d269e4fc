"""Ruling lines of a picture: found as long straight runs of ink, and taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct

Array = np.ndarray[Any, np.dtype[Any]]

_LYING = 24.0  # points: shorter runs of ink are dashes and strokes of letters
_STANDING = 20.0
_FILLED = 0.96  # of a run must be ink: scanned lines have holes
_THICKEST = 4.0  # points
_NEAR = 3.0  # points between lines that meet
_OVERSHOT = 14.0
_WHOLE = 0.9  # of a standing line between two lying ones
_PAPER = 250
_CUT_OFF = 0.5  # points around a line that are blurred by it


class Ruling(Struct, frozen=True, gc=False):
    """A line: the box of its ink in pixels."""

    x0: int
    y0: int
    x1: int
    y1: int


def find_rulings(ink: Array, dpi: float) -> tuple[list[Ruling], list[Ruling]]:
    """The lying and the standing lines of a straight picture.

    A standing line must meet two lying ones: an 'I' of a large title does not.
    """
    point = dpi / 72
    lying = _runs(ink, round(_LYING * point), _THICKEST * point)
    turned = _runs(ink.T, round(_STANDING * point), _THICKEST * point)
    standing = [Ruling(r.y0, r.x0, r.y1, r.x1) for r in turned]
    return lying, [cut for v in standing if (cut := _cut(v, lying, ink, point)) is not None]


def _cut(standing: Ruling, lying: Sequence[Ruling], ink: Array, point: float) -> Ruling | None:
    """A standing line without the letters at its ends that look like more of it."""
    met = sorted(
        (h for h in lying if _meet(h, standing, _NEAR * point)), key=lambda h: (h.y0, h.y1)
    )
    while len(met) > 1 and not _is_drawn(standing, met[0], met[1], ink):
        met = met[1:]
        standing = Ruling(standing.x0, met[0].y0, standing.x1, standing.y1)
    while len(met) > 1 and not _is_drawn(standing, met[-2], met[-1], ink):
        met = met[:-1]
        standing = Ruling(standing.x0, standing.y0, standing.x1, met[-1].y1)
    if len(met) < 2:
        return None
    y0 = met[0].y0 if met[0].y0 - standing.y0 < _OVERSHOT * point else standing.y0
    y1 = met[-1].y1 if standing.y1 - met[-1].y1 < _OVERSHOT * point else standing.y1
    return Ruling(standing.x0, y0, standing.x1, y1)


def _is_drawn(standing: Ruling, above: Ruling, below: Ruling, ink: Array) -> bool:
    """Whether a standing line is whole between two lying ones."""
    part = ink[above.y1 : max(below.y0, above.y1 + 1), standing.x0 : standing.x1]
    return bool(part.any(axis=1).mean() >= _WHOLE)


def _meet(h: Ruling, v: Ruling, near: float) -> bool:
    return (
        h.x0 - near <= v.x1 and v.x0 <= h.x1 + near and v.y0 - near <= h.y1 and h.y0 <= v.y1 + near
    )


def _runs(ink: Array, length: int, thickest: float) -> list[Ruling]:
    """Lying runs of ink at least so long, those of neighbouring rows joined."""
    thick = ink.copy()  # a line a little askew goes on in the next row
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    if ink.shape[1] <= length:
        return []
    sums = np.zeros((ink.shape[0], ink.shape[1] + 1), np.int32)
    np.cumsum(thick, axis=1, out=sums[:, 1:])
    full = sums[:, length:] - sums[:, :-length] >= _FILLED * length
    rows = np.flatnonzero(full.any(axis=1))
    pieces = [
        (int(row), start, stop + length - 1)
        for row in rows
        for start, stop in _stretches(full[row])
    ]
    return [run for run in _joined(pieces) if run.y1 - run.y0 <= thickest + 2]


def _stretches(row: Array) -> list[tuple[int, int]]:
    """Where a row of truths is true, as half-open ranges."""
    edges = np.flatnonzero(np.diff(row.astype(np.int8), prepend=0, append=0))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _joined(pieces: list[tuple[int, int, int]]) -> list[Ruling]:
    """Pieces of rows, in order, as lines."""
    done: list[Ruling] = []
    growing: list[Ruling] = []
    for row, start, stop in pieces:
        still = [run for run in growing if run.y1 >= row]
        done += [run for run in growing if run.y1 < row]
        touching = [run for run in still if run.x0 <= stop and start <= run.x1]
        rest = [run for run in still if not (run.x0 <= stop and start <= run.x1)]
        growing = [
            *rest,
            Ruling(
                min([start, *(run.x0 for run in touching)]),
                min([row, *(run.y0 for run in touching)]),
                max([stop, *(run.x1 for run in touching)]),
                row + 1,
            ),
        ]
    return [*done, *growing]


def without_rulings(
    picture: Array, ink: Array, lying: list[Ruling], standing: list[Ruling], dpi: float
) -> Array:
    """A picture without some lines; what letters have on either side of them is kept."""
    clean = picture.copy()
    margin = max(round(_CUT_OFF * dpi / 72), 1)
    for ruling in lying:
        _erase(clean, ink, ruling, margin)
    for ruling in standing:
        turned = Ruling(ruling.y0, ruling.x0, ruling.y1, ruling.x1)
        _erase(clean.T, ink.T, turned, margin)
    for h in lying:  # each kept the other where they cross
        for v in standing:
            if _meet(h, v, 0):
                clean[
                    h.y0 - margin : h.y1 + margin,
                    max(v.x0 - margin, h.x0) : min(v.x1 + margin, h.x1),
                ] = _PAPER
    return clean


def _erase(picture: Array, ink: Array, ruling: Ruling, margin: int) -> None:
    """Whiten a lying line.

    Where letters touch it, it is taken to be as thick and as high as it is beside them, and where
    they go through it, it stays.
    """
    top, bottom = max(ruling.y0 - margin, 0), min(ruling.y1 + margin, len(ink))
    x0, x1 = max(ruling.x0 - margin, 0), min(ruling.x1 + margin, ink.shape[1])
    band = ink[top:bottom, x0:x1]
    drawn = band.any(axis=0)
    if not drawn.any():
        return
    first = band.argmax(axis=0)
    last = len(band) - 1 - band[::-1].argmax(axis=0)
    thickness = np.where(drawn, last - first + 1, 0)
    usual = int(np.median(thickness[drawn]))
    alone = np.flatnonzero(drawn & (thickness <= usual + 1))
    if not len(alone):
        return
    middles: Array = (first + last) / 2
    middle: Array = np.interp(np.arange(x1 - x0), alone, middles[alone])
    rows = np.arange(len(band))[:, None]
    line = np.abs(rows - middle) <= usual / 2 + 0.5
    above = ink[max(top - 2, 0) : top, x0:x1].any(axis=0)
    below = ink[bottom : bottom + 2, x0:x1].any(axis=0)
    halo = ~band & (np.abs(rows - middle) <= usual / 2 + margin + 1)
    picture[top:bottom, x0:x1][(line | halo) & ~(above & below)] = _PAPER
