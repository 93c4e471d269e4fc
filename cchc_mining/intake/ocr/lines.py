"""Words that were read to lines with a baseline and a size, measured on their ink.

What tesseract says of the height of a line is off by a tenth and more, as the marks of Vietnamese
letters stand as high as they do; so the height of letters that have none is measured.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from .tesseract import Read

Array = np.ndarray[Any, np.dtype[Any]]

_TALL = frozenset("ABCDEFGHIKLMNOPQRSTUVWXYZ0123456789bdhklĐđ")
_LOW = frozenset("acemnorsuvwxzơư")
_BELOW = frozenset("gjpqyQÝý,;()[]{}/|\\_$@")
_DOT_BELOW, _HORN = "\u0323", "\u031b"
_TALL_EM, _LOW_EM = 0.69, 0.475  # of the size: heights of capitals and of 'x' in a serif face
_SAME_SIZE = 0.13  # sizes nearer than this to one that many letters have are that
_SHARED = 0.12  # of all letters must be of a size for others to be taken for it
_BOLD = 1.28  # times the stroke that most letters of a page have
_FAR_APART = 2.0  # times the height of words
_SIZES = (5.0, 40.0)  # points
_GUESSED = 12.0
_SURE_SIGN = 0.7
_LETTER = re.compile(r"[^\W_]")


class Row(Struct):
    """A line of words, in pixels of the straight picture; `size` is that of its letters."""

    words: list[Read]
    baseline: float
    size: float
    stroke: float = 0.0
    bold: bool = False

    @property
    def letters(self) -> int:
        """How many characters it has."""
        return sum(len(word.text) for word in self.words)


def rows_of(words: Iterable[Read], ink: Array, dpi: float) -> list[Row]:
    """The lines of a page from top to bottom, each from left to right.

    What stands far apart in a line is a row of its own: the two columns of a letterhead.
    """
    grouped: dict[tuple[int, int, int], list[Read]] = {}
    for word in words:
        grouped.setdefault(word.line, []).append(word)
    rows = [
        row
        for group in grouped.values()
        for part in _parts(sorted(group, key=lambda word: word.x0))
        if not _is_dirt(part) and (row := _measured(part, ink, dpi))
    ]
    _settle_sizes(rows, dpi)
    _find_bold(rows)
    rows.sort(key=lambda row: row.baseline)
    return rows


def _parts(words: Sequence[Read]) -> Iterable[list[Read]]:
    height = float(np.median([word.bottom - word.top for word in words]))
    part: list[Read] = []
    for word in words:
        if part and word.x0 - part[-1].x1 > _FAR_APART * height:
            yield part
            part = []
        part.append(word)
    yield part


def _is_dirt(words: Sequence[Read]) -> bool:
    """Whether words are signs alone, and in doubt: spots, and pieces of marks and of frames."""
    return all(word.confidence < _SURE_SIGN and not _LETTER.search(word.text) for word in words)


def _measured(words: list[Read], ink: Array, dpi: float) -> Row | None:
    boxes = [_ink_rows(ink, word) for word in words]
    pairs = [(word, box) for word, box in zip(words, boxes, strict=True) if box is not None]
    if not pairs:
        return None
    standing = [bottom for word, (_, bottom) in pairs if _stands(word.text)]
    bottoms = standing or [bottom for _, (_, bottom) in pairs]
    baseline = float(np.median(bottoms))
    tall = [baseline - top for word, (top, _) in pairs if _is_tall(word.text)]
    low = [baseline - top for word, (top, _) in pairs if _is_low(word.text)]
    sizes = [h / _TALL_EM for h in tall] or [h / _LOW_EM for h in low]
    size = float(np.median(sizes)) if sizes else 0.0
    least, most = (points * dpi / 72 for points in _SIZES)
    if not least <= size <= most:
        size = 0.0
    words = [word for word, _ in pairs]
    return Row(words, baseline, size, _stroke(ink, words))


def _ink_rows(ink: Array, word: Read) -> tuple[int, int] | None:
    """The first row of a word's ink and the one after its last.

    Letters without marks are of one piece; what is apart above belongs to the line above.
    """
    inked: Any = ink[word.top : word.bottom, word.x0 : word.x1].any(axis=1)
    rows = np.flatnonzero(inked)
    if not len(rows):
        return None
    first, last = int(rows[0]), int(rows[-1])
    if _is_tall(word.text) or _is_low(word.text):
        middle = (word.bottom - word.top) // 2
        blank = np.flatnonzero(~inked[:middle])
        first = int(blank[-1]) + 1 if len(blank) else first
    return word.top + first, word.top + last + 1


def _marks(text: str) -> set[str]:
    return {c for c in unicodedata.normalize("NFD", text) if unicodedata.combining(c)}


def _stands(text: str) -> bool:
    """Whether no letter reaches below the line."""
    return (
        _BELOW.isdisjoint(text)
        and _DOT_BELOW not in _marks(text)
        and any(c.isalnum() for c in text)
    )


def _is_tall(text: str) -> bool:
    """Whether the highest letters are as high as capitals."""
    return not _TALL.isdisjoint(text) and not _marks(text) - {_DOT_BELOW, _HORN}


def _is_low(text: str) -> bool:
    return bool(text) and _LOW.issuperset(text)


def _stroke(ink: Array, words: Sequence[Read]) -> float:
    """How thick the upright strokes of words are: the usual length of a run of ink in a row."""
    pixels, runs = 0, 0
    for word in words:
        part = ink[word.top : word.bottom, word.x0 : word.x1]
        pixels += int(np.count_nonzero(part))
        runs += int(np.count_nonzero(part[:, 1:] & ~part[:, :-1])) + int(
            np.count_nonzero(part[:, :1])
        )
    return pixels / runs if runs else 0.0


def _settle_sizes(rows: Sequence[Row], dpi: float) -> None:
    """Give lines the size that many letters of the page have, where theirs is nearly that."""
    known = [row for row in rows if row.size]
    if not known:
        for row in rows:
            row.size = _GUESSED * dpi / 72
        return
    left: list[Row] = sorted(known, key=lambda row: row.size)
    total = sum(row.letters for row in known)
    shared: list[float] = []
    while left:
        best = max(left, key=lambda row: _support(left, row.size))
        if shared and _support(left, best.size) < _SHARED * total:
            break
        near = [row for row in left if _is_near(row.size, best.size)]
        shared.append(float(np.average([r.size for r in near], weights=[r.letters for r in near])))
        left = [row for row in left if not _is_near(row.size, best.size)]
    for row in rows:
        size = row.size or shared[0]
        row.size = next((other for other in shared if _is_near(size, other)), size)


def _is_near(size: float, other: float) -> bool:
    return abs(size - other) <= _SAME_SIZE * other


def _support(rows: Sequence[Row], size: float) -> int:
    return sum(row.letters for row in rows if _is_near(row.size, size))


def _find_bold(rows: Sequence[Row]) -> None:
    """Bold are letters with thicker strokes than most, seen by their size."""
    weights = sorted((row.stroke / row.size, row.letters) for row in rows if row.stroke)
    half = sum(letters for _, letters in weights) / 2
    usual = 0.0
    for weight, letters in weights:
        half -= letters
        usual = weight
        if half <= 0:
            break
    for row in rows:
        row.bold = usual > 0 and row.stroke / row.size > _BOLD * usual
