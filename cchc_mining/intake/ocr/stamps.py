"""Red stamps: found by colour and shape, and taken out without the black letters below them."""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct
from PIL import Image

Array = np.ndarray[Any, np.dtype[Any]]

_RED = 35  # by how much more red than green and blue
_BLOCK_MM = 1.5  # ink nearer than this belongs together
_SIZES = (12.0, 70.0)  # millimetres, of both sides of a stamp
_SLENDER = 2.4  # longer than this many times its height: a line of red letters
_CORNER = 0.14  # of a stamp's sides: in a round one there is nothing in the corners
_CORNER_INK = 0.02
_DARK = 110  # what is darker in red light is black ink


class Stamp(Struct, frozen=True):
    """The box of a stamp, in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int


def take_stamps(colours: Array, dpi: float) -> Array:
    """A coloured picture as a grey one without its red stamps.

    In a stamp's box a red pixel becomes paper, unless it is dark in red light, in which red ink is as
    bright as paper and black ink as black as ever.  Red letters elsewhere stay.
    """
    grey = np.asarray(Image.fromarray(colours).convert("L"))
    for stamp in find_stamps(colours, dpi):
        box = (slice(stamp.top, stamp.bottom), slice(stamp.x0, stamp.x1))
        if not grey.flags.writeable:
            grey = grey.copy()
        red = colours[box][..., 0]
        paper = int(np.percentile(grey[box], 80))
        hazy = _widened(_redness(colours[box]) > _RED // 2)
        grey[box] = np.where(hazy & (red > _DARK), paper, grey[box])
    return grey


def find_stamps(colours: Array, dpi: float) -> list[Stamp]:
    """The boxes of the red stamps of a picture."""
    reddish = _redness(colours) > _RED
    return [stamp for stamp in _labelled(reddish, dpi) if _is_stamp(reddish, stamp, dpi)]


def _redness(colours: Array) -> Array:
    """How much more red than other light a pixel has, from 0."""
    others = np.maximum(colours[..., 1], colours[..., 2])
    return np.where(colours[..., 0] > others, colours[..., 0] - others, 0)


def _widened(mask: Array) -> Array:
    """A mask with the pixels next to it: colours of a JPEG run over."""
    padded = np.pad(mask, 1)
    rows = padded[:-2] | padded[1:-1] | padded[2:]
    return rows[:, :-2] | rows[:, 1:-1] | rows[:, 2:]


def _labelled(mask: Array, dpi: float) -> list[Stamp]:
    """The boxes around ink that hangs together, seen from so far that small gaps vanish."""
    block = max(round(_BLOCK_MM / 25.4 * dpi), 1)
    height, width = mask.shape
    rows, columns = -(-height // block), -(-width // block)
    padded = np.pad(mask, ((0, rows * block - height), (0, columns * block - width)))
    coarse = padded.reshape(rows, block, columns, block).sum(axis=(1, 3)) >= 2
    left = {(int(y), int(x)) for y, x in zip(*np.nonzero(coarse), strict=True)}
    boxes: list[Stamp] = []
    while left:
        group = _flood(left)
        ys, xs = [y for y, _ in group], [x for _, x in group]
        boxes.append(
            Stamp(
                min(xs) * block,
                min(ys) * block,
                min((max(xs) + 1) * block, width),
                min((max(ys) + 1) * block, height),
            )
        )
    return boxes


def _flood(left: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take out of a set all that hangs together with one of its places."""
    waiting = [left.pop()]
    group: list[tuple[int, int]] = []
    while waiting:
        y, x = waiting.pop()
        group.append((y, x))
        for place in ((y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)):
            if place in left:
                left.remove(place)
                waiting.append(place)
    return group


def _is_stamp(mask: Array, stamp: Stamp, dpi: float) -> bool:
    height, width = stamp.bottom - stamp.top, stamp.x1 - stamp.x0
    least, most = (size / 25.4 * dpi for size in _SIZES)
    if not (least <= min(height, width) and max(height, width) <= most):
        return False
    if max(height, width) > _SLENDER * min(height, width):
        return False
    inside = mask[stamp.top : stamp.bottom, stamp.x0 : stamp.x1]
    dy, dx = max(round(height * _CORNER), 1), max(round(width * _CORNER), 1)
    corners = [
        inside[rows, columns].mean()
        for rows in (slice(None, dy), slice(-dy, None))
        for columns in (slice(None, dx), slice(-dx, None))
    ]
    return max(corners) < _CORNER_INK or _is_frame(inside)


def _is_frame(inside: Array) -> bool:
    """Whether red lines run along all four sides, as around 'CÔNG VĂN ĐẾN'."""
    height, width = inside.shape
    dy, dx = max(height // 8, 2), max(width // 8, 2)
    sides = (
        inside[:dy].any(axis=0),
        inside[-dy:].any(axis=0),
        inside[:, :dx].any(axis=1),
        inside[:, -dx:].any(axis=1),
    )
    return all(side.mean() > 0.8 for side in sides)
