"""By how much a scanned page stands askew, from the profile of its lines of writing."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

MOST = 8.0
"""Degrees: what stands more askew is not put straight."""

_STEP = 0.5
_FINE = 0.05
_MOST_POINTS = 60_000
_FEWEST_POINTS = 300
_BETTER = 1.02  # times the profile of the page as it is: less is chance


def skew_of(ink: Array) -> float:
    """The degrees by which a page must be turned counterclockwise to be straight; 0 if in doubt.

    Ink is summed along parallel lines of many slopes: along those of the writing, lines and the
    room between them stand out most.
    """
    y, x = np.nonzero(ink)
    if len(y) < _FEWEST_POINTS:
        return 0.0
    if len(y) > _MOST_POINTS:
        chosen = np.random.default_rng(0).choice(len(y), _MOST_POINTS, replace=False)
        y, x = y[chosen], x[chosen]
    x = x - ink.shape[1] / 2
    coarse = np.arange(-MOST, MOST + _STEP / 2, _STEP)
    best = _best(x, y, coarse)
    fine = best + np.arange(-_STEP, _STEP + _FINE / 2, _FINE)
    found = _best(x, y, fine)
    if abs(found) > MOST - _STEP or _contrast(x, y, found) < _BETTER * _contrast(x, y, 0.0):
        return 0.0
    return round(float(found), 2)


def _best(x: Array, y: Array, degrees: Array) -> float:
    return max(degrees.tolist(), key=lambda angle: _contrast(x, y, angle))


def _contrast(x: Array, y: Array, degrees: float) -> float:
    """How much ink changes from line to line, summed at a slope."""
    rows = np.rint(y - x * np.tan(np.radians(degrees))).astype(np.int64)
    sums = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.square(np.diff(sums)).sum())
