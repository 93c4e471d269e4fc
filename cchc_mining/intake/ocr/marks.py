"""Raised figures of footnotes, which tesseract takes for quotes, stars or letters.

They are told by their place: a figure's height, high above the line, just behind a letter.  Only
these are read again, as figures, and the words that they stood behind, without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from PIL import Image

from .lines import Row
from .tesseract import Read, read_pictures

Array = np.ndarray[Any, np.dtype[Any]]

# In sizes of the line's letters:
_ABOVE, _BELOW = 1.05, 0.3  # what is looked at, from the baseline
_LOWEST = 0.2  # a raised figure ends at least so high above the baseline
_HEIGHTS = (0.33, 0.56)
_WIDTHS = (0.06, 0.9)  # of a '1', and of two figures that touch
_WIDEST_FIGURE = 0.6
_BESIDE = 0.3  # to the letter before it
_CLOSE = 0.18  # between what follows it without a blank
_TOGETHER = 0.22  # between its figures
_FROM_ABOVE = 0.12
_MOST_FIGURES = 3
_ROOM = 10  # pixels around a line
_MARGIN = 24
_DPI = 300
_LINE, _RAW_LINE = 7, 13  # tesseract's modes
# Ways of reading one: tesseract's mode, and the height in pixels of the figures.
_WAYS = ((_LINE, 40), (_RAW_LINE, 40), (_LINE, 60))
_FIGURES = "0123456789"
_SURE = 0.8
_SURE_IN_ORDER = 0.5  # where only one number can stand
_CLOSING = ".,;:!?…)]”\"’'"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PAPER = 250


class Mark(Struct, frozen=True):
    """A raised number: its box in pixels, what was read there, and how many signs follow close."""

    x0: int
    top: int
    x1: int
    bottom: int
    number: str = ""
    confidence: float = 0.0
    followed: int = 0


_Glyph = Mark  # ink between two blank columns


def read_note_numbers(rows: Sequence[Row], picture: Array) -> None:
    """Read the numbers of footnotes again where letters were read for them.

    `rows` are the lines below the rule that parts notes from text.  A number stands if it follows the
    one before it, or comes before the next.
    """
    numbers = [_leading_number(row) for row in rows]
    doubtful = [i for i, row in enumerate(rows) if numbers[i] is None and _is_short(row)]
    boxes = [_box(rows[i].words[0]) for i in doubtful]
    readings = dict(zip(doubtful, _numbers(boxes, picture, _SURE_IN_ORDER), strict=True))
    for i in (*doubtful, *reversed(doubtful)):  # what is settled may settle the one above it
        read = readings[i]
        if read is not None and numbers[i] is None and _fits(int(read.text), numbers, i):
            numbers[i] = int(read.text)
            first = replace(rows[i].words[0], text=read.text, confidence=read.confidence)
            rows[i].words = [first, *rows[i].words[1:]]


def _fits(number: int, numbers: Sequence[int | None], at: int) -> bool:
    """Whether a number goes on from the one above, or leads to the one below."""
    above = next((n for n in reversed(numbers[:at]) if n is not None), None)
    below = next((n for n in numbers[at + 1 :] if n is not None), None)
    return number - 1 == above or (above is None and number + 1 == below)


def _leading_number(row: Row) -> int | None:
    text = row.words[0].text.translate(_PLAIN)
    return int(text) if text.isdecimal() and len(text) <= _MOST_FIGURES else None


def _is_short(row: Row) -> bool:
    """Whether a line begins with what may be a number, and goes on."""
    return (
        len(row.words) > 1
        and len(row.words[0].text) <= _MOST_FIGURES
        and row.words[0].x1 - row.words[0].x0 <= _MOST_FIGURES * _WIDEST_FIGURE * row.size
    )


def _box(word: Read) -> Mark:
    return Mark(word.x0, word.top, word.x1, word.bottom)


def read_marks(rows: Sequence[Row], picture: Array, ink: Array, dpi: float) -> None:
    """Find the raised numbers of lines and put them, as superscripts, where they stand.

    The words of such lines are read again from a picture without them.
    """
    found = [(row, mark) for row in rows for mark in _find(row, ink)]
    marked: dict[int, list[Mark]] = {}
    for (row, mark), number in zip(found, _numbers([m for _, m in found], picture), strict=True):
        if number is not None:
            marked.setdefault(id(row), []).append(
                replace(mark, number=number.text, confidence=number.confidence)
            )
    chosen = [row for row in rows if id(row) in marked]
    strips = [_strip(row, marked[id(row)], picture) for row in chosen]
    for row, (_, x0, top), words in zip(
        chosen, strips, read_pictures([s for s, _, _ in strips], _LINE, dpi), strict=True
    ):
        if words:
            row.words = [_moved(word, x0, top) for word in words]
        for mark in marked[id(row)]:
            row.words = _with_mark(row, mark)


def _numbers(marks: Sequence[Mark], picture: Array, sure: float = _SURE) -> list[Read | None]:
    """What is written in some boxes, as figures; null where that is in doubt."""
    found: list[Read | None] = [None] * len(marks)
    for mode, height in _WAYS:
        left = [i for i, number in enumerate(found) if number is None]
        pictures = [_enlarged(marks[i], picture, height) for i in left]
        for i, words in zip(left, read_pictures(pictures, mode, _DPI, only=_FIGURES), strict=True):
            if len(words) == 1 and words[0].confidence >= sure and words[0].text[0] != "0":
                found[i] = words[0]
    return found


def _find(row: Row, ink: Array) -> list[Mark]:
    """Where raised numbers stand behind letters, or at the head of a line."""
    marks: list[Mark] = []
    last: _Glyph | None = None
    run: list[_Glyph] = []
    glyphs = list(_glyphs(row, ink))
    for glyph in glyphs:
        if _is_raised(glyph, row):
            if _goes_on(run, last, glyph, row):
                run.append(glyph)
                continue
            marks += _joined(run)
            run = []
            last = None
            continue
        marks += _joined(run)
        run = []
        last = glyph
    marks += _joined(run)
    return [replace(mark, followed=_followers(mark, glyphs, row)) for mark in marks]


def _followers(mark: Mark, glyphs: Sequence[_Glyph], row: Row) -> int:
    """How many glyphs stand close behind a mark and one another."""
    end, count = mark.x1, 0
    for glyph in glyphs:
        if glyph.x0 >= mark.x1 - 1:
            if glyph.x0 - end > _CLOSE * row.size:
                break
            end, count = glyph.x1, count + 1
    return count


def _goes_on(run: Sequence[_Glyph], last: _Glyph | None, glyph: _Glyph, row: Row) -> bool:
    """Whether a raised glyph stands beside a letter, beside a raised one, or first in its line."""
    if run:
        return glyph.x0 - run[-1].x1 <= _TOGETHER * row.size
    if last is not None:
        return glyph.x0 - last.x1 <= _BESIDE * row.size
    return glyph.x0 <= row.words[0].x0 + _BESIDE * row.size


def _joined(run: Sequence[_Glyph]) -> Iterator[Mark]:
    if 0 < len(run) <= _MOST_FIGURES:
        yield Mark(
            run[0].x0,
            min(glyph.top for glyph in run),
            run[-1].x1,
            max(glyph.bottom for glyph in run),
        )


def _glyphs(row: Row, ink: Array) -> Iterator[_Glyph]:
    top = max(round(row.baseline - _ABOVE * row.size), 0)
    bottom = round(row.baseline + _BELOW * row.size)
    reach = round(row.size)
    x0 = max(min(word.x0 for word in row.words) - reach, 0)
    x1 = max(word.x1 for word in row.words) + reach
    part = ink[top:bottom, x0:x1]
    if not part.size:
        return
    edges = np.flatnonzero(np.diff(part.any(axis=0).astype(np.int8), prepend=0, append=0))
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        rows = np.flatnonzero(part[:, start:stop].any(axis=1))
        # what reaches down from the line above is apart from what stands below it
        blank = np.flatnonzero(np.diff(rows) > 1)
        if len(blank) and rows[blank[0]] < _FROM_ABOVE * row.size:
            rows = rows[blank[0] + 1 :]
        yield _Glyph(x0 + start, top + int(rows[0]), x0 + stop, top + int(rows[-1]) + 1)


def _is_raised(glyph: _Glyph, row: Row) -> bool:
    height, width = (glyph.bottom - glyph.top) / row.size, (glyph.x1 - glyph.x0) / row.size
    return (
        glyph.bottom <= row.baseline - _LOWEST * row.size
        and _HEIGHTS[0] <= height <= _HEIGHTS[1]
        and _WIDTHS[0] <= width <= _WIDTHS[1]
    )


def _enlarged(mark: Mark, picture: Array, height: int) -> Array:
    """The picture of a number alone, of some height."""
    part = picture[max(mark.top - 1, 0) : mark.bottom + 1, max(mark.x0 - 1, 0) : mark.x1 + 1]
    factor = height / (mark.bottom - mark.top)
    size = (max(round(part.shape[1] * factor), 1), max(round(part.shape[0] * factor), 1))
    large = np.asarray(Image.fromarray(part).resize(size, Image.Resampling.BICUBIC))
    return np.pad(large, _MARGIN, constant_values=_PAPER)


def _strip(row: Row, marks: Sequence[Mark], picture: Array) -> tuple[Array, int, int]:
    """The picture of a line without its raised numbers, and where it was cut out."""
    top = max(min(round(row.baseline - row.size), *(word.top for word in row.words)), 0)
    bottom = max(round(row.baseline + _BELOW * row.size), *(word.bottom for word in row.words))
    x0 = max(min(word.x0 for word in row.words) - _ROOM, 0)
    x1 = max(*(word.x1 for word in row.words), *(mark.x1 for mark in marks)) + _ROOM
    part = picture[top:bottom, x0:x1].copy()
    for mark in marks:
        part[
            max(mark.top - 1 - top, 0) : mark.bottom + 1 - top,
            max(mark.x0 - 1 - x0, 0) : mark.x1 + 1 - x0,
        ] = _PAPER
    return np.pad(part, _ROOM, constant_values=_PAPER), x0 - _ROOM, top - _ROOM


def _moved(word: Read, x: int, y: int) -> Read:
    return replace(word, x0=word.x0 + x, top=word.top + y, x1=word.x1 + x, bottom=word.bottom + y)


def _with_mark(row: Row, mark: Mark) -> list[Read]:
    """The words of a line with a raised number in the word that it stands behind.

    A comma or the like that the number parts from its word is put behind it.
    """
    before = [word for word in row.words if word.x0 < mark.x0]
    after = [word for word in row.words if word.x0 >= mark.x0]
    number = mark.number.translate(_SUPERSCRIPT)
    raised = Read(
        number, mark.x0, mark.top, mark.x1, mark.bottom, mark.confidence, row.words[0].line
    )
    if not before:
        return [raised, *after]
    host = before.pop()
    if before and mark.followed and not host.text.strip(_CLOSING):  # ';' read as a word of its own
        after.insert(0, host)
        host = before.pop()
    stem, tail = host.text, ""
    if mark.followed and after and not after[0].text.strip(_CLOSING):
        tail = after.pop(0).text
    elif mark.followed:
        closing = len(stem) - len(stem.rstrip(_CLOSING))
        cut = len(stem) - min(closing, mark.followed)
        stem, tail = stem[:cut], stem[cut:]
    x1 = max(host.x1, mark.x1)
    text = f"{stem}{number}{tail}"
    return [*before, replace(host, text=text, x1=x1), *after]
