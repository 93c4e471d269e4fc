"""The canonical view of a source text: what patterns are matched against.

Extractors never rewrite a text.  They read a view in which the same letters always have the same
code points (NFC, modern tone placement, plain blanks and hyphens, no invisible characters) and
whose every position maps back.  For nearly all files the view has the length of the text and the
map is the identity, which costs nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TypeVar

import msgspec

from ..records import Mention
from ..vietnamese import modern_tones

# One to one: odd blanks, the soft hyphen that PDF writers leave for a line-end hyphen, U+2010/2011,
# and Eth and African D, which look like Đ and which fonts and keyboards put for it.
_SUBSTITUTE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
        "\ufffe": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "-",
        "\u00d0": "Đ",
        "\u0189": "Đ",
        "\u00f0": "đ",
    }
)
_ODD = re.compile(
    "[\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\ufffe\u2010\u2011\u2212\u00d0\u0189\u00f0]"
)
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f]+")
# A base letter with the combining marks that follow it: the unit that NFC composes.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")

M = TypeVar("M", bound=Mention)


class View:
    """The canonical text of one source and the way back to the source's offsets."""

    __slots__ = ("_breaks", "_shifts", "raw", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        # Where the map is not the identity: from view position _breaks[i] on, source position is
        # view position + _shifts[i].
        self._breaks: list[int] = [0]
        self._shifts: list[int] = [0]
        text = source
        if _INVISIBLE.search(text) or not unicodedata.is_normalized("NFC", text):
            text = self._compose(text)
        if _ODD.search(text):
            text = text.translate(_SUBSTITUTE)
        self.text = modern_tones(text)
        # What to slice for a mention's text while offsets are still the view's.
        self.raw = source if self.is_identity else self.text

    @property
    def is_identity(self) -> bool:
        """True where view offsets are source offsets."""
        return len(self._breaks) == 1

    def _compose(self, text: str) -> str:
        pieces: list[str] = []
        done = 0  # source position up to which pieces are made
        length = 0  # view position so far
        for match in re.finditer(f"{_CLUSTER.pattern}|{_INVISIBLE.pattern}", text):
            start, end = match.span()
            kept = text[done:start]
            new = "" if _INVISIBLE.fullmatch(match[0]) else unicodedata.normalize("NFC", match[0])
            pieces += (kept, new)
            length += len(kept) + len(new)
            done = end
            if len(new) != end - start:
                self._breaks.append(length)
                self._shifts.append(end - length)
        pieces.append(text[done:])
        return "".join(pieces)

    def to_source(self, position: int) -> int:
        """The source offset of a view offset (of the character that starts there)."""
        return position + self._shifts[bisect_right(self._breaks, position) - 1]

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
        return self.to_source(position - 1) + self._width(position - 1) if position else 0

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
            changes["parts"] = {name: self.place(*span) for name, span in parts.items()}
        return msgspec.structs.replace(mention, **changes)
