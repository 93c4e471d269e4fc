"""The canonical view of a source text: what patterns are matched against.

Extractors never rewrite a text.  They read a view in which the same letters always have the same
code points (NFC, modern tone placement, plain blanks and hyphens, no invisible characters) and
whose every position maps back.  For nearly all files the view has the length of the text and the
map is the identity, which costs nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from ..records import Mention
from ..vietnamese import modern_tones

# One to one: odd blanks, the soft hyphen that PDF writers leave for a line-end hyphen, U+2010/2011,
# and Eth and African D, which look like Đ and which fonts and keyboards put for it.
_ODD = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
    **dict.fromkeys("\ufffe\u2010\u2011\u2212", "-"),
    **dict.fromkeys("\u00d0\u0189", "Đ"),
    "\u00f0": "đ",
}
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
# A base letter with the combining marks that follow it, the unit that NFC composes; or what is not
# seen.
_CHANGED = re.compile(rf"[^\u0300-\u036f][\u0300-\u036f]+|(?P<invisible>[{_INVISIBLE}]+)")

M = TypeVar("M", bound=Mention)

# Pieces of a mention, and the fields that hold them exactly as they are written.
_AS_WRITTEN = {"number": "number_raw", "issuer": "issuer_text"}


class Repair(Struct, frozen=True):
    """What to read for a stretch of the source; `is_guess` where that is not what is written."""

    start: int
    end: int
    text: str
    is_guess: bool = True


def _compositions(text: str) -> Iterator[Repair]:
    """Clusters of letters and marks as one letter, and nothing for what cannot be seen."""
    for match in _CHANGED.finditer(text):
        new = "" if match["invisible"] else unicodedata.normalize("NFC", match[0])
        yield Repair(match.start(), match.end(), new, is_guess=False)


def _has_any(characters: Iterable[str], text: str) -> bool:
    """Whether a text has one of a few characters; many times faster than a scan for their class."""
    return any(character in text for character in characters)


class View:
    """The canonical text of one source and the way back to the source's offsets.

    `repairs` are what stands in the view for stretches of the source that OCR misread.
    """

    __slots__ = (
        *("_breaks", "_repaired", "_resized", "_shifts"),
        *("is_identity", "raw", "source", "text"),
    )

    def __init__(self, source: str, repairs: Sequence[Repair] = ()) -> None:
        self.source = source
        # Where the map is not the identity: from view position _breaks[i] on, source position is
        # view position + _shifts[i].
        self._breaks: list[int] = [0]
        self._shifts: list[int] = [0]
        # Repairs that are longer or shorter than what they stand for: in the view, in the source.
        self._resized: list[tuple[int, int, int, int]] = []
        self._repaired = [repair.start for repair in repairs]
        text = source
        composed = not _has_any(_INVISIBLE, text) and unicodedata.is_normalized("NFC", text)
        if repairs or not composed:
            text = self._edit(text, [*repairs, *([] if composed else _compositions(text))])
        for odd, plain in _ODD.items():  # many times faster than a table of them
            text = text.replace(odd, plain)
        self.text = modern_tones(text)
        # True where view offsets are source offsets.
        self.is_identity = len(self._breaks) == 1
        # What to slice for a mention's text while offsets are still the view's.
        self.raw = source if self.is_identity else self.text

    def _edit(self, text: str, edits: list[Repair]) -> str:
        """A text with some edits, of which those that begin within another are left out."""
        edits.sort(key=lambda edit: edit.start)
        pieces: list[str] = []
        done = 0  # source position up to which pieces are made
        length = 0  # view position so far
        for edit in edits:
            if edit.start < done:
                continue
            kept = text[done : edit.start]
            pieces += (kept, edit.text)
            begin = length + len(kept)
            length = begin + len(edit.text)
            done = edit.end
            if len(edit.text) != edit.end - edit.start:
                self._breaks.append(length)
                self._shifts.append(edit.end - length)
                if edit.is_guess:
                    self._resized.append((begin, length, edit.start, edit.end))
        pieces.append(text[done:])
        return "".join(pieces)

    def is_repaired(self, start: int, end: int) -> bool:
        """Whether something was repaired in a span of the source."""
        at = bisect_left(self._repaired, start)
        return at < len(self._repaired) and self._repaired[at] < end

    def to_source(self, position: int) -> int:
        """The source offset of a view offset (of the character that starts there)."""
        found = position + self._shifts[bisect_right(self._breaks, position) - 1]
        resized = self._resized_at(position)
        return min(found, resized[3] - 1) if resized else found

    def from_source(self, position: int) -> int:
        """The view offset of the character that holds a source offset."""
        if self.is_identity:
            return min(position, len(self.text))
        breaks, shifts = self._breaks, self._shifts
        i = bisect_right(range(len(breaks)), position, key=lambda k: breaks[k] + shifts[k]) - 1
        after = self._breaks[i + 1] if i + 1 < len(self._breaks) else len(self.text)
        return min(position - self._shifts[i], after)

    def end_to_source(self, position: int) -> int:
        """The source offset of the end of a span that ends at a view offset."""
        if not position:
            return 0
        resized = self._resized_at(position - 1)
        if resized and position == resized[1]:
            return resized[3]
        return self.to_source(position - 1) + self._width(position - 1)

    def _resized_at(self, position: int) -> tuple[int, int, int, int] | None:
        """The repair of another length that a view offset lies in."""
        if not self._resized:
            return None
        at = bisect_right(self._resized, position, key=lambda resized: resized[0]) - 1
        return self._resized[at] if at >= 0 and position < self._resized[at][1] else None

    def _width(self, position: int) -> int:
        """How many source code points the view's character at this position stands for."""
        start = self.to_source(position)
        end = start + 1
        while end < len(self.source) and unicodedata.combining(self.source[end]):
            end += 1
        return end - start

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A view span as a source span."""
        if self.is_identity:
            return start, end
        return self.to_source(start), self.end_to_source(end)

    def to_source_mention(self, mention: M) -> M:
        """A mention found in the view, moved to source offsets, with the text as found."""
        start, end = self.place(mention.start, mention.end)
        changes: dict[str, object] = {"start": start, "end": end, "text": self.source[start:end]}
        parts: dict[str, tuple[int, int]] | None = getattr(mention, "parts", None)
        if parts:
            placed = {name: self.place(*span) for name, span in parts.items()}
            changes["parts"] = placed
            for name, written in _AS_WRITTEN.items():
                if name in placed and self.is_repaired(*placed[name]):
                    changes[written] = self.source[slice(*placed[name])]
        return msgspec.structs.replace(mention, **changes)
