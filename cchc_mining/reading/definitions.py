"""Short names that a text gives in brackets: '(sau đây gọi tắt là Nghị định 61)', '(TTHC)'.

What a short name stands for is for those to say who know what stands before the bracket: a phrase,
an organisation, a cited document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ..vietnamese import UPPER

# '(viết tắt là X)', '(gọi tắt: X)', '(sau đây gọi là “X”)', '(sau đây được gọi chung là X)', '(X)'
_BRACKET = re.compile(
    r"\(\s*(?:(?P<said>(?:sau\s+đây\s+)?(?:được\s+)?(?:viết|gọi)(?:\s+(?:tắt|chung))?\s*(?:là\s*:?|:)\s*)"
    rf"|(?=[“\"]?\s*[{UPPER}]))"
    r"[“\"]?(?P<short>[^()“”\"]{2,60}?)[”\"]?\s*\)"
)
_BLANKS = re.compile(r"\s*")


class Definition(Struct, frozen=True, gc=False):
    """A bracket that gives a short name.

    `start` and `end` are those of the bracket, `short_start` of the name in it.  `said` tells that
    the text says so ('gọi tắt là'); without it whatever begins with a capital looks like a short name.
    """

    start: int
    end: int
    short: str
    short_start: int
    said: bool

    @property
    def short_end(self) -> int:
        """Where the short name ends."""
        return self.short_start + len(self.short)


def find_definitions(text: str, start: int = 0, end: int | None = None) -> Iterator[Definition]:
    """Every bracket between two offsets that may give a short name, sorted."""
    return map(_definition, _BRACKET.finditer(text, start, len(text) if end is None else end))


def definition_at(text: str, position: int) -> Definition | None:
    """The bracket that opens at a position, or after blanks there."""
    blanks = _BLANKS.match(text, position)
    match = _BRACKET.match(text, blanks.end() if blanks else position)
    return _definition(match) if match else None


def _definition(match: re.Match[str]) -> Definition:
    said, short = match.group("said", "short")
    return Definition(*match.span(), short, match.start("short"), said is not None)
