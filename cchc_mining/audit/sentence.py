"""A sentence as the checks read it: its words between its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import count

from ..records import Indicator, Place
from .amounts import Amount, amount

_BRACKET = re.compile(r"[()]")
# '(1)', '(iii)', '(a)': marks of a list, not brackets
_LIST_MARK = re.compile(r"\(\s*(?:\d{1,2}|[a-zđivx]{1,3})\s*\)")


class Sentence:
    """A sentence with figures in its prose: its place, and the figures in the order of the text.

    `text` is the sentence as it is read, in small letters: footnote definitions left out, wrapped
    lines joined.  `spans` are the figures' numbers in it; offsets into it are none of the document's.
    """

    def __init__(
        self,
        place: Place,
        figures: tuple[Indicator, ...],
        text: str,
        spans: tuple[Place, ...],
    ) -> None:
        self.start, self.end = place
        self.figures = figures
        self.text = text
        self.spans = spans

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles that its figures have."""
        return frozenset([figure.role for figure in self.figures])

    @cached_property
    def units(self) -> frozenset[str | None]:
        """The units that its figures are in."""
        return frozenset([figure.unit for figure in self.figures])

    @cached_property
    def amounts(self) -> tuple[Amount | None, ...]:
        """The figures that can be added, None for the others."""
        return tuple(map(amount, self.figures, count()))

    @cached_property
    def brackets(self) -> tuple[Place, ...]:
        """For each figure the innermost brackets around it; the whole where there are none."""
        whole = (0, len(self.text))
        if "(" not in self.text:
            return (whole,) * len(self.spans)
        found = (whole, *brackets(without_list_marks(self.text)))
        return tuple(
            max((s for s in found if s[0] <= a and b <= s[1]), key=lambda s: s[0])
            for a, b in self.spans
        )

    @cached_property
    def _gaps(self) -> tuple[str, ...]:
        """The words before each figure, and those behind the last."""
        ends = (0, *(end for _, end in self.spans))
        starts = (*(start for start, _ in self.spans), len(self.text))
        return tuple(on_one_line(self.text[a:b]) for a, b in zip(ends, starts, strict=True))

    def before(self, i: int) -> str:
        """The words before a figure, from the figure before it."""
        return self._gaps[i]

    def after(self, i: int) -> str:
        """The words after a figure, up to the next."""
        return self._gaps[i + 1]

    def until(self, i: int, j: int) -> str:
        """The words from the end of one figure to the start of another, or to the end."""
        if j == i + 1:
            return self._gaps[j]
        end = self.spans[j][0] if j < len(self.spans) else len(self.text)
        return on_one_line(self.text[self.spans[i][1] : end])


def without_list_marks(text: str) -> str:
    """A text of the same length in which marks such as '(1)' are commas."""
    return _LIST_MARK.sub(lambda mark: "," + " " * (len(mark[0]) - 1), text)


def brackets(text: str) -> Iterator[Place]:
    """Brackets that close, each from its opening to behind its closing, in the order they open."""
    opened: list[int] = []
    closed: list[Place] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "(":
            opened.append(bracket.start())
        elif opened:
            closed.append((opened.pop(), bracket.end()))
    yield from sorted(closed)


def on_one_line(text: str) -> str:
    """A text without line breaks and doubled blanks."""
    return " ".join(text.split())
