"""Short names that the document itself gives: 'Đài ... Khánh Hòa (KTV)', '(sau đây gọi tắt là Sở)'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ...lexicon import terms
from ...reading import definition_at
from ...vietnamese import UPPER
from .heads import HEADS
from .reading import Reading
from .resolver import Named

_NAME = re.compile(rf"[{UPPER}][\w&-]*(?:\s[\w&-]+){{0,5}}")
_CODE = re.compile(rf"[{UPPER}][{UPPER}0-9&-]{{1,9}}")


@cache
def _term_codes() -> frozenset[str]:
    """Codes that stand for a term or for how a letter is sent ('VBĐT'), not for a body."""
    return frozenset(term.short for term in terms())


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split()).upper()


_MOST_NAMES = 300  # in one document; looking for more would cost their square


class Aliases:
    """The short names defined so far; each holds from its definition on."""

    def __init__(self) -> None:
        self._bodies: dict[str, Named] = {}
        self._defined_at: dict[str, int] = {}
        self.names: re.Pattern[str] | None = None  # of all short names; None where there are none

    def defined_after(self, text: str, reading: Reading) -> Iterator[Reading]:
        """The short name given in brackets right after a name, as one more mention of it.

        Without 'gọi tắt là' it must be a code that is no term, or begin with the same head.
        """
        if not text.startswith(("(", " ("), reading.end):
            return
        definition = definition_at(text, reading.end)
        if definition is None or not _NAME.fullmatch(definition.short):
            return
        short = definition.short
        is_code = _CODE.fullmatch(short) and short not in _term_codes()
        if short == _initials(text[reading.start : reading.end].removeprefix(reading.head)):
            return  # 'Tổng cục Quản lý thị trường (QLTT)' shortens its field
        if not (definition.said or is_code or short.startswith(reading.head.split()[0])):
            return
        is_head = short in HEADS  # resolved as a bare head: 'Ban' is not in 'Ban hành'
        if not is_head and len(self._bodies) < _MOST_NAMES:
            self._define(short, reading.body, definition.end)
        start, end = definition.short_start, definition.short_end
        yield Reading(start, end, reading.body, short, anaphor=is_head)

    def at(self, text: str, position: int) -> Reading | None:
        """The use of a short name at a position, even where it reads like a name of its own."""
        match = self.names.match(text, position) if self.names else None
        if match is None or not _is_word(text, match):
            return None
        return self._use(match)

    def _use(self, match: re.Match[str]) -> Reading | None:
        if match.start() < self._defined_at[match[0]]:
            return None
        return Reading(match.start(), match.end(), self._bodies[match[0]], match[0])

    def _define(self, short: str, body: Named, position: int) -> None:
        self._bodies[short] = body
        self._defined_at[short] = position
        shorts = sorted(self._bodies, key=len, reverse=True)
        self.names = re.compile("|".join(map(re.escape, shorts)))

    def with_uses(self, text: str, start: int, end: int, found: list[Reading]) -> list[Reading]:
        """What was found between two positions, and the uses of short names between it."""
        if self.names is None:
            return found
        uses: list[Reading] = []
        starts = [reading.start for reading in found]
        for match in self.names.finditer(text, start, end):
            before = bisect_left(starts, match.end()) - 1
            is_new = before < 0 or found[before].end <= match.start()
            if is_new and _is_word(text, match) and (use := self._use(match)):
                uses.append(use)
        return sorted(found + uses, key=lambda reading: reading.start) if uses else found


def _is_word(text: str, match: re.Match[str]) -> bool:
    """Whether a match is a word of its own, not a piece of one or of a document number."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before.isalnum() or before in ("-", "/"):
        return False
    return not after.isalpha() and not (
        after in ("-", "/") and text[match.end() + 1 : match.end() + 2].isupper()
    )
