"""Tables cell by cell: small numbers alone in a cell are lost in a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from PIL import Image

from ..pages import GridCell, RuledGrid
from .tesseract import Read, read_pictures

Array = np.ndarray[Any, np.dtype[Any]]

_INSIDE = 0.8  # points from a cell's lines
_LEAST_INK = 0.25  # square points: less is dirt
_MARGIN = 14  # pixels of paper around what is in a cell
_TALLEST = 16.0  # points that one line of writing may be high
_PAPER = 250
_BLOCK, _LINE = 6, 13  # tesseract's modes
_USUAL, _LARGER = 2.0, 3.0  # times a cell is enlarged
_FIGURES = "0123456789.,%()/+-="
_AGAIN = ((_LINE, _USUAL, ""), (_BLOCK, _LARGER, ""), (_BLOCK, _USUAL, _FIGURES))
_SURE = 0.88
_HOPELESS = 0.4
_LETTERS = re.compile(r"[^\W\d_]{3}")


class _Cutting(Struct, frozen=True):
    """What is written in a cell, and where on the page that is."""

    picture: Array
    x0: int
    top: int
    height: float


class _Reading(Struct, frozen=True):
    """The words of a cell in pixels of its picture enlarged `factor` times."""

    words: Sequence[Read]
    factor: float

    @property
    def sureness(self) -> float:
        """The confidence of the word most in doubt; below 0 where there is none."""
        return min((word.confidence for word in self.words), default=-1.0)

    @property
    def has_word(self) -> bool:
        """Whether there are letters in a row."""
        return any(_LETTERS.search(word.text) for word in self.words)


def read_cells(grid: RuledGrid, picture: Array, ink: Array, dpi: float) -> list[Read]:
    """The words in the cells of a grid (in points), in pixels of the picture.

    Each cell is read as a block.  What is in doubt and no word is read again as a line, larger, and
    as figures; the reading that is surest stands.
    """
    cuttings = [c for cell in grid.cells if (c := _cut(cell, picture, ink, dpi)) is not None]
    found = _read(cuttings, _BLOCK, _USUAL, dpi)
    for mode, factor, only in _AGAIN:
        doubtful = [
            i
            for i, reading in enumerate(found)
            if reading.sureness < _SURE
            and not (reading.has_word and reading.sureness > _HOPELESS)
            and (mode == _BLOCK or cuttings[i].height < _TALLEST)
        ]
        again = _read([cuttings[i] for i in doubtful], mode, factor, dpi, only)
        for i, reading in zip(doubtful, again, strict=True):
            if reading.sureness > found[i].sureness:
                found[i] = reading
    return [
        _placed(word, cutting, reading.factor, i)
        for i, (cutting, reading) in enumerate(zip(cuttings, found, strict=True))
        for word in reading.words
    ]


def _read(
    cuttings: Sequence[_Cutting], mode: int, factor: float, dpi: float, only: str = ""
) -> list[_Reading]:
    pictures = [_enlarged(cutting.picture, factor) for cutting in cuttings]
    readings = read_pictures(pictures, mode, dpi * factor, only=only)
    return [_Reading(words, factor) for words in readings]


def _enlarged(picture: Array, factor: float) -> Array:
    height, width = picture.shape
    size = (max(round(width * factor), 1), max(round(height * factor), 1))
    large = Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC)
    return np.pad(np.asarray(large), _MARGIN, constant_values=_PAPER)


def _cut(cell: GridCell, picture: Array, ink: Array, dpi: float) -> _Cutting | None:
    scale = dpi / 72
    x0, x1 = round((cell.x0 + _INSIDE) * scale), round((cell.x1 - _INSIDE) * scale)
    top, bottom = round((cell.top + _INSIDE) * scale), round((cell.bottom - _INSIDE) * scale)
    part = ink[top:bottom, x0:x1]
    if np.count_nonzero(part) < _LEAST_INK * scale * scale:
        return None
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    x0, x1 = x0 + int(columns[0]), x0 + int(columns[-1]) + 1
    top, bottom = top + int(rows[0]), top + int(rows[-1]) + 1
    return _Cutting(picture[top:bottom, x0:x1], x0, top, (bottom - top) / scale)


def _placed(word: Read, cutting: _Cutting, factor: float, number: int) -> Read:
    """A word in the pixels of the page; each cell's lines are its own."""

    def across(x: int) -> int:
        return max(cutting.x0 + round((x - _MARGIN) / factor), 0)

    def down(y: int) -> int:
        return max(cutting.top + round((y - _MARGIN) / factor), 0)

    block, paragraph, line = word.line
    return Read(
        word.text,
        across(word.x0),
        down(word.top),
        across(word.x1),
        down(word.bottom),
        word.confidence,
        (number + 1, block, paragraph * 1000 + line),
    )
