"""Pictures of pages as arrays: ink and paper, resolution, noise and turns.

A picture is an array of rows of grey pixels, 0 (ink) to 255 (paper).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image, ImageFilter

Array = np.ndarray[Any, np.dtype[Any]]

BEST_DPI = 300.0
"""What small letters are enlarged to."""

_COARSEST = 170.0  # dpi below which letters are enlarged
_FINEST = 420.0  # dpi above which pixels only cost time
_BLOCK = 32  # pixels: paper is as bright as the brightest of such a block
_SPECKS = 0.004  # of all pixels: more lone ones are salt and pepper
_DOT, _ROOM = 1.1, 3.6  # points: half of the side of a dot, and how far it is from other ink
_PAPER, _INK = 250, 40


def resized(picture: Array, dpi: float) -> tuple[Array, float]:
    """A picture with letters as large as tesseract likes them, and its new resolution."""
    if _COARSEST <= dpi <= _FINEST:
        return picture, dpi
    factor = BEST_DPI / dpi
    height, width = picture.shape
    size = (max(round(width * factor), 1), max(round(height * factor), 1))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC)), BEST_DPI


def rotated(picture: Array, degrees: float) -> Array:
    """A picture turned counterclockwise about its middle, on a sheet of the same size."""
    if not degrees:
        return picture
    turned = Image.fromarray(picture).rotate(
        degrees, Image.Resampling.BICUBIC, fillcolor=int(np.median(picture))
    )
    return np.asarray(turned)


def levelled(picture: Array) -> Array:
    """A picture with paper equally white everywhere, as far as light and shadow go."""
    height, width = picture.shape
    rows, columns = -(-height // _BLOCK), -(-width // _BLOCK)
    padded = np.pad(
        picture, ((0, rows * _BLOCK - height), (0, columns * _BLOCK - width)), mode="edge"
    )
    blocks = padded.reshape(rows, _BLOCK, columns, _BLOCK).transpose(0, 2, 1, 3)
    bright = np.percentile(blocks.reshape(rows, columns, -1), 90, axis=2)
    # a block full of ink takes the paper around it
    paper = Image.fromarray(bright.astype(np.uint8)).filter(ImageFilter.MaxFilter(5))
    smooth = paper.filter(ImageFilter.GaussianBlur(2)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    light = np.asarray(smooth).astype(np.float32)
    return np.clip(picture * (250.0 / np.maximum(light, 60)), 0, 255).astype(np.uint8)


def threshold(picture: Array) -> int:
    """The grey that best parts ink from paper (Otsu)."""
    counts = np.bincount(picture.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    total = below[-1]
    mean = np.cumsum(counts * np.arange(256))
    above = total - below
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = (mean[-1] * below - mean * total) ** 2 / (below * above)
    return int(np.nan_to_num(spread, posinf=0).argmax())


def ink_of(picture: Array) -> Array:
    """Which pixels of a levelled picture are ink; none on blank paper."""
    return picture <= min(threshold(picture), 190)


def without_specks(picture: Array, dpi: float) -> Array:
    """A picture without dirt: dots far from all other ink, lone pixels on paper and in letters."""
    ink = ink_of(picture)
    around = _sums(ink, 1) - ink
    pepper = ink & (around <= 1)
    salt = ~ink & (around >= 7)
    if np.count_nonzero(pepper) + np.count_nonzero(salt) > _SPECKS * ink.size:
        return np.asarray(Image.fromarray(picture).filter(ImageFilter.MedianFilter(3)))
    clean = picture.copy()
    clean[pepper | _lone_dots(ink, dpi)] = _PAPER
    clean[salt] = _INK
    return clean


def _lone_dots(ink: Array, dpi: float) -> Array:
    """Spots of ink that nothing else is near of: a full stop stands beside a letter."""
    dot, room = (max(round(points * dpi / 72), 1) for points in (_DOT, _ROOM))
    near = _sums(ink, dot)
    lone = ink & (near <= (2 * dot) ** 2) & (_sums(ink, room) == near)
    return _sums(lone, 1) > 0


def _sums(ink: Array, reach: int) -> Array:
    """How many pixels of ink there are so near to each pixel, itself included."""
    padded = np.pad(ink, reach + 1)[:-1, :-1].astype(np.int32)
    sums = padded.cumsum(axis=0).cumsum(axis=1)
    side = 2 * reach + 1
    padded = np.pad(sums, ((0, 1), (0, 1)), mode="edge")
    total = (
        padded[side:, side:]
        - padded[:-side, side:]
        - padded[side:, :-side]
        + padded[:-side, :-side]
    )
    return total[: ink.shape[0], : ink.shape[1]]
