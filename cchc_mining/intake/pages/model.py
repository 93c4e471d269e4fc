"""What a reader of paged files hands on for each page: lines of words, and drawn lines.

Lengths are points.  Coordinates run right and down from the upper left corner of the page turned so
that its text is upright; `Page.quarter_turns` leads back to the page as it is shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from ...records import Box


class Word(Struct, gc=False):
    """Letters without a blank between them.  Raised figures are superscript characters.

    `fonts` are the names of their fonts where the format tells them: one for all letters, or, where
    it matters, one for each.
    `confidence` (0 to 1) is how sure a program was that read it from a picture; null where the file
    says what is written.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    fonts: tuple[str, ...] = ()
    confidence: float | None = None


class Line(Struct):
    """Words side by side, from left to right.  `size` is that of most letters."""

    words: list[Word]
    baseline: float
    size: float

    @property
    def bold(self) -> bool:
        """Whether the line is in bold letters from end to end."""
        return self.words[0].bold and self.words[-1].bold

    @property
    def x0(self) -> float:
        """Where the first word begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the last word ends."""
        return self.words[-1].x1

    @property
    def center(self) -> float:
        """The middle between its ends."""
        return (self.words[0].x0 + self.words[-1].x1) / 2

    @property
    def top(self) -> float:
        """The upper side of its highest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower side of its lowest word."""
        return max(word.bottom for word in self.words)

    @property
    def text(self) -> str:
        """Its words with a blank between them."""
        return " ".join(word.text for word in self.words)

    def part(self, first: int, stop: int) -> Line:
        """The line with only some of its words."""
        return Line(self.words[first:stop], self.baseline, self.size)


class Stroke(Struct, frozen=True, gc=False):
    """A drawn line, lying (`y0 == y1`) or standing (`x0 == x1`)."""

    x0: float
    y0: float
    x1: float
    y1: float


class Page(Struct):
    """One page: `number` counts from 1; lines from top to bottom."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list[Line])
    strokes: list[Stroke] = field(default_factory=list[Stroke])
    quarter_turns: int = 0
    """How often the page must be turned clockwise by 90 degrees to be as it is shown."""
    skew: float = 0.0
    """By how many degrees more it must be turned clockwise: a scan stands askew."""

    def as_shown(self, box: Box) -> Box:
        """A box of this page's coordinates in those of the page as it is shown."""
        x0, top, x1, bottom = self._askew(box) if self.skew else box
        width, height = self.width, self.height
        for _ in range(self.quarter_turns % 4):
            x0, top, x1, bottom = height - bottom, x0, height - top, x1
            width, height = height, width
        return x0, top, x1, bottom

    def _askew(self, box: Box) -> Box:
        """A box whose middle is turned about the page's middle; small boxes stay as upright."""
        x0, top, x1, bottom = box
        across, down = (x0 + x1 - self.width) / 2, (top + bottom - self.height) / 2
        sine, cosine = math.sin(math.radians(self.skew)), math.cos(math.radians(self.skew))
        dx = across * cosine - down * sine - across
        dy = across * sine + down * cosine - down
        return x0 + dx, top + dy, x1 + dx, bottom + dy


def box_of(words: Sequence[Word]) -> Box:
    """The box around some words."""
    return (
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )


class Token(Struct, gc=False):
    """A word in the text being made, and what stands before it: '', ' ' or a tab."""

    before: str
    word: Word
    page: Page
    line: int


class Paragraph(Struct):
    """A line of the text to be: a paragraph, a list item, a row of a table."""

    tokens: list[Token] = field(default_factory=list[Token])

    @property
    def text(self) -> str:
        """Its words with what stands before each."""
        return "".join(piece for token in self.tokens for piece in (token.before, token.word.text))


def tokens_of(line: Line, page: Page, number: int, before: str) -> Iterator[Token]:
    """The words of a line as tokens; `before` stands before the first."""
    for word in line.words:
        yield Token(before, word, page, number)
        before = " "
