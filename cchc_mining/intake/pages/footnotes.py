"""Footnotes at the foot of a page: which lines they are, and where each begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from .model import Line, Page, Word

_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_PLAIN = re.compile(r"\d{1,3}")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SMALLER = 0.93  # of the body's letters
_LONGEST_RULE = 0.5  # of a page's width: the line above footnotes


class Notes(Struct):
    """The footnotes of a page: lines that go on with a note of the page before, then the notes."""

    rest: list[Line]
    notes: list[list[Line]]


def take_footnotes(
    page: Page, lines: list[Line], body_size: float, *, after_notes: bool
) -> tuple[Notes, list[Line]]:
    """The footnotes of a page, and its other lines.

    They stand below a short line at the left, or are the smaller lines at the foot of the page of
    which the first begins with a raised figure.  `after_notes` says that the page before has
    footnotes, the last of which may go on.
    """
    first = _below_rule(page, lines, body_size, after_notes=after_notes)
    if first is None:
        first = _small_foot(lines, body_size)
    if first is None:
        return Notes([], []), lines
    return _divide(lines[first:]), lines[:first]


def _below_rule(
    page: Page, lines: Sequence[Line], body_size: float, *, after_notes: bool
) -> int | None:
    """The first line below the rule that parts notes from text."""
    if not lines:
        return None
    left = min(line.x0 for line in lines)
    for stroke in page.strokes:
        length = stroke.x1 - stroke.x0
        if stroke.y0 != stroke.y1 or not 40 < length < page.width * _LONGEST_RULE:
            continue
        if abs(stroke.x0 - left) > 12:
            continue
        first = next((i for i, line in enumerate(lines) if line.top > stroke.y0 - 3), None)
        if first is None:
            continue
        below = lines[first:]
        if all(line.size < body_size * _SMALLER for line in below) and (
            after_notes or any(_mark(line) is not None for line in below)
        ):
            return first
    return None


def _small_foot(lines: Sequence[Line], body_size: float) -> int | None:
    first = len(lines)
    while first and lines[first - 1].size < body_size * _SMALLER:
        first -= 1
    for i in range(first, len(lines)):
        if _RAISED.match(lines[i].words[0].text):
            return i if i else None
    return None


def _mark(line: Line) -> int | None:
    """The number that a line begins with, as a footnote does."""
    text = line.words[0].text
    raised = _RAISED.match(text)
    if raised:
        return int(raised[0].translate(_FIGURES))
    return int(text) if _PLAIN.fullmatch(text) and len(line.words) > 1 else None


def _divide(lines: list[Line]) -> Notes:
    """Lines as notes: each begins with the number after the last, or with a raised one."""
    notes = Notes([], [])
    last: int | None = None
    for line in lines:
        mark = _mark(line)
        raised = _RAISED.match(line.words[0].text) is not None
        if mark is not None and (raised or last is None or mark == last + 1):
            notes.notes.append([_with_mark(line)])
            last = mark
        elif notes.notes:
            notes.notes[-1].append(line)
        else:
            notes.rest.append(line)
    return notes


def _with_mark(line: Line) -> Line:
    """The line with its mark as a word of its own, in superscript characters."""
    first = line.words[0]
    raised = _RAISED.match(first.text)
    if raised is None or raised.end() == len(first.text):
        mark = Word(first.text.translate(_SUPERSCRIPT), first.x0, first.top, first.x1, first.bottom)
        return Line([mark, *line.words[1:]], line.baseline, line.size)
    cut = first.x0 + (first.x1 - first.x0) * raised.end() / len(first.text)
    words = [
        Word(raised[0], first.x0, first.top, cut, first.bottom),
        Word(first.text[raised.end() :], cut, first.top, first.x1, first.bottom),
    ]
    return Line([*words, *line.words[1:]], line.baseline, line.size)
