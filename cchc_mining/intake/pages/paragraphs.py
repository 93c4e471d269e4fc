"""Lines to paragraphs: which line goes on with the one above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from .model import Line

_SAME = 3.0  # points between places that are meant to be one
_INDENT = 0.45  # of a letter's size: what is less is no indent
_WIDE_PITCH = 1.45  # of the usual distance of baselines: more parts paragraphs
_OTHER_SIZE = 0.12
# '- ', '+ ', 'a) ', '1. ', '2.3. ', 'IV. ', '(1) ', 'Điều 5.': what an item of a list begins with.
_MARKER = re.compile(
    r"(?:[-–+•*▪●○◦✓]|\(?(?:\d{1,2}|[a-zđ])\)|(?:\d{1,2}\.){1,4}\d{0,2}|[IVXLC]{1,6}\.|[A-ZĐ][.)])(?=\s|$)"
    r"|(?:Điều|Chương|Mục|Phần)\s+[\dIVXLC]+"
)
_ENDED = (".", ";", ":", "!", "?", "…", "./.")


class Margins(Struct, frozen=True):
    """Where the lines of a page begin and end, and how far their baselines stand apart."""

    left: float
    right: float
    pitch: float

    @property
    def center(self) -> float:
        """The middle between both."""
        return (self.left + self.right) / 2


def margins_of(lines: Sequence[Line]) -> Margins | None:
    """The margins that at least two lines share; null where there are too few lines to tell."""
    if len(lines) < 4:
        return None
    left = _shared([line.x0 for line in lines])
    right = _shared([-line.x1 for line in lines])
    steps = sorted(b.baseline - a.baseline for a, b in pairwise(lines))
    return Margins(left, -right, steps[len(steps) // 2])


def _shared(places: Iterable[float]) -> float:
    """The least place at which two stand together; else the least."""
    ordered = sorted(places)
    for a, b in pairwise(ordered):
        if b - a <= _SAME:
            return a
    return ordered[0]


def goes_on(lines: Sequence[Line], below: Line, margins: Margins, *, same_page: bool) -> bool:
    """Whether a line goes on with the paragraph that some lines make so far.

    It does where the line above had no room for its first word, unless its place, its letters or
    the room above it say that it begins something.
    """
    above = lines[-1]
    if abs(below.size - above.size) > _OTHER_SIZE * above.size:
        return False
    if above.bold and not below.bold and below.x0 > margins.left + _INDENT * below.size:
        return False
    if same_page and below.baseline - above.baseline > _WIDE_PITCH * margins.pitch:
        return False
    centered = _is_centered(below, margins)
    if centered != _is_centered(above, margins) and not (
        centered and len(lines) == 1 and _is_wide_title(above, below, margins)
    ):
        return False
    if not _is_filled(above, below, margins, centered=centered):
        return False
    return centered or _stands_under(lines, below, margins)


def _is_centered(line: Line, margins: Margins) -> bool:
    room = min(line.x0 - margins.left, margins.right - line.x1)
    return room > 1.5 * line.size and abs(line.center - margins.center) < line.size


def _is_wide_title(above: Line, below: Line, margins: Margins) -> bool:
    """Whether a line may be the first of a centered title although it fills the page's width."""
    return above.bold == below.bold and abs(above.center - margins.center) < above.size


def _is_filled(above: Line, below: Line, margins: Margins, *, centered: bool) -> bool:
    """Whether the first word of the line below did not fit into the line above."""
    used = above.x1 - above.x0 + margins.left if centered else above.x1
    first = below.words[0]
    text = first.text
    width = first.x1 - first.x0
    cut = min((text.find(c) for c in "-/" if 0 < text.find(c) < len(text) - 1), default=-1)
    if cut > 0:  # a line may also end after a hyphen
        width *= (cut + 1) / len(text)
    return used + 0.2 * above.size + width > margins.right - 1


def _stands_under(lines: Sequence[Line], below: Line, margins: Margins) -> bool:
    """Whether a line begins where the next line of a paragraph must."""
    first, above = lines[0], lines[-1]
    step = _INDENT * below.size
    if len(lines) > 1:
        return abs(below.x0 - above.x0) <= step
    if below.x0 > first.x0 + step:  # hanging under the words of a list's item
        return (
            _MARKER.match(first.text) is not None
            and len(first.words) > 1
            and abs(below.x0 - first.words[1].x0) <= _SAME
        )
    if below.x0 < first.x0 - step:
        return True
    if first.x0 > margins.left + step:  # both indented: two paragraphs, or one set in
        return below.text[:1].islower()
    return not (_MARKER.match(below.text) and above.text.endswith(_ENDED))
