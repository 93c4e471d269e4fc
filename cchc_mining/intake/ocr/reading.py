"""One picture of a page to a page of lines: made straight and clean, read, and measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from ...records import Box
from ..pages import Line, Page, Stroke, Word, find_grids
from .cells import read_cells
from .deskew import skew_of
from .language import likeness
from .lines import Row, rows_of
from .marks import read_marks, read_note_numbers
from .pictures import ink_of, levelled, resized, rotated, without_specks
from .rulings import Ruling, find_rulings, without_rulings
from .stamps import take_stamps
from .tesseract import Read, read_pictures, read_rotation

Array = np.ndarray[Any, np.dtype[Any]]

_ONE_COLUMN = 4  # tesseract's mode: the composer of pages knows about columns
_POINTS = 72
_PAPER = 250
_LEAST_INK = 12.0  # square points: less is an empty page
_SAME_LINE = 0.2  # of a letter's size: baselines nearer than this are one
_ABOVE, _BELOW = 0.9, 0.25  # of a letter's size: how far a line's box reaches from its baseline
_PLAUSIBLE = 0.6  # the usual confidence of words that were read upright
_BROKEN = 0.35  # the share of words that cannot be Vietnamese on a page read askew
_DOUBTFUL = 0.5
# Of a page's width, and points: the rule above footnotes.
_LONGEST_RULE = 0.5
_MARGIN = 20.0


class Doubt(Struct, frozen=True):
    """A word that was hardly legible, and its box on the page as shown."""

    text: str
    box: Box


class Reading(Struct, frozen=True):
    """A page as it was read, and the words of it that are in doubt."""

    page: Page
    doubts: tuple[Doubt, ...] = ()


class _Sheet(Struct, frozen=True):
    """A picture made ready: turned clockwise by `turns` right angles, put straight, and clean."""

    picture: Array
    ink: Array
    dpi: float
    turns: int
    skew: float


class _Content(Struct, frozen=True):
    """What stands on a sheet: words in pixels, lines drawn in points."""

    words: list[Read]
    strokes: list[Stroke]
    picture: Array
    ink: Array

    @property
    def sureness(self) -> float:
        """The usual confidence of its words."""
        weights = [len(word.text) for word in self.words]
        return (
            float(np.average([word.confidence for word in self.words], weights=weights))
            if weights
            else 0.0
        )

    @property
    def is_plausible(self) -> bool:
        """Whether it can have been read upright."""
        broken = likeness(word.text for word in self.words).broken
        return self.sureness >= _PLAUSIBLE and broken <= _BROKEN


def read_picture(picture: Array, dpi: float, number: int) -> Reading:
    """Read the picture of page `number`: grey, or with red, green and blue in its last dimension.

    Raises IntakeError with code `ocr-timeout` or `ocr-failed`.
    """
    grey = take_stamps(picture, dpi) if picture.ndim == 3 else picture
    grey, dpi = resized(levelled(grey), dpi)
    sheet = _straight(grey, dpi, turns=0)
    if np.count_nonzero(sheet.ink) < _LEAST_INK * (dpi / _POINTS) ** 2:
        return Reading(_page(sheet, number))
    content = _read(sheet)
    if not content.is_plausible and (turns := read_rotation(sheet.picture, dpi)):
        turned = _straight(np.ascontiguousarray(np.rot90(grey, -turns)), dpi, turns=turns)
        again = _read(turned)
        if again.sureness > content.sureness:
            sheet, content = turned, again
    return _laid_out(sheet, content, number)


def _straight(grey: Array, dpi: float, *, turns: int) -> _Sheet:
    clean = without_specks(grey, dpi)
    skew = skew_of(ink_of(clean))
    clean = rotated(clean, skew)
    return _Sheet(clean, ink_of(clean), dpi, turns, skew)


def _read(sheet: _Sheet) -> _Content:
    """The words of a sheet: those in ruled tables cell by cell, then all others."""
    lying, standing = find_rulings(sheet.ink, sheet.dpi)
    picture = without_rulings(sheet.picture, sheet.ink, lying, standing, sheet.dpi)
    ink = ink_of(picture)
    scale = _POINTS / sheet.dpi
    strokes = [_lying(r, scale) for r in lying] + [_standing(r, scale) for r in standing]
    words: list[Read] = []
    rest = picture.copy()
    for grid in find_grids(strokes):
        if min(grid.shape) > 1:
            words += read_cells(grid, picture, ink, sheet.dpi)
            x0, x1 = (round(x / scale) for x in (grid.xs[0], grid.xs[-1]))
            top, bottom = (round(y / scale) for y in (grid.ys[0], grid.ys[-1]))
            rest[max(top, 0) : bottom, max(x0, 0) : x1] = _PAPER
    [others] = read_pictures([rest], _ONE_COLUMN, sheet.dpi)
    return _Content([*others, *words], strokes, picture, ink)


def _lying(ruling: Ruling, scale: float) -> Stroke:
    y = (ruling.y0 + ruling.y1) / 2 * scale
    return Stroke(ruling.x0 * scale, y, ruling.x1 * scale, y)


def _standing(ruling: Ruling, scale: float) -> Stroke:
    x = (ruling.x0 + ruling.x1) / 2 * scale
    return Stroke(x, ruling.y0 * scale, x, ruling.y1 * scale)


def _page(sheet: _Sheet, number: int) -> Page:
    height, width = sheet.picture.shape
    scale = _POINTS / sheet.dpi
    return Page(
        number,
        width * scale,
        height * scale,
        quarter_turns=-sheet.turns % 4,
        skew=sheet.skew,
    )


def _laid_out(sheet: _Sheet, content: _Content, number: int) -> Reading:
    rows = rows_of(content.words, content.ink, sheet.dpi)
    read_marks(rows, content.picture, content.ink, sheet.dpi)
    read_note_numbers(_notes(rows, content.strokes, sheet), content.picture)
    page = _page(sheet, number)
    page.strokes = content.strokes
    page.lines = _lines(rows, _POINTS / sheet.dpi)
    doubts = [
        Doubt(word.text, page.as_shown((word.x0, word.top, word.x1, word.bottom)))
        for line in page.lines
        for word in line.words
        if word.confidence is not None and word.confidence < _DOUBTFUL
    ]
    return Reading(page, tuple(doubts))


def _notes(rows: Sequence[Row], strokes: Sequence[Stroke], sheet: _Sheet) -> list[Row]:
    """The lines below a short rule at the left."""
    scale = _POINTS / sheet.dpi
    left = min((row.words[0].x0 for row in rows), default=0) * scale
    width = sheet.picture.shape[1] * scale
    rules = [
        stroke.y0
        for stroke in strokes
        if stroke.y0 == stroke.y1
        and stroke.x1 - stroke.x0 < _LONGEST_RULE * width
        and abs(stroke.x0 - left) < _MARGIN
    ]
    return [row for row in rows if rules and row.baseline * scale > max(rules)]


def _lines(rows: Sequence[Row], scale: float) -> list[Line]:
    """Rows as lines in points; what stands side by side is one line."""
    lines: list[Line] = []
    for row in rows:
        line = _line(row, scale)
        last = lines[-1] if lines else None
        if last is not None and _are_beside(last, line):
            lines[-1] = _joined(last, line)
        else:
            lines.append(line)
    return lines


def _line(row: Row, scale: float) -> Line:
    baseline, size = row.baseline * scale, row.size * scale
    top, bottom = baseline - _ABOVE * size, baseline + _BELOW * size
    words = [
        Word(w.text, w.x0 * scale, top, w.x1 * scale, bottom, row.bold, confidence=w.confidence)
        for w in row.words
    ]
    return Line(words, baseline, size)


def _are_beside(above: Line, below: Line) -> bool:
    if below.baseline - above.baseline > _SAME_LINE * min(above.size, below.size):
        return False
    return all(a.x1 <= b.x0 or b.x1 <= a.x0 for a in above.words for b in below.words)


def _joined(a: Line, b: Line) -> Line:
    larger = max((a, b), key=lambda line: sum(len(word.text) for word in line.words))
    words = sorted([*a.words, *b.words], key=lambda word: word.x0)
    return Line(words, larger.baseline, larger.size)
