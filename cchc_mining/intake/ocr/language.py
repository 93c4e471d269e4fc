"""Whether words can be Vietnamese, by which a bad reading is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from ...vietnamese.syllables import is_syllable

_LETTERS = re.compile(r"[^\W\d_]+")
_ODD_CATEGORIES = frozenset(("Co", "Cn", "Cc", "Cs", "Cf"))
_ODD = "\ufffd"
_HAS_MARK = re.compile(r"[^\x00-\x7f]")
_FOREIGN_SCRIPT = re.compile(r"[\u0250-\u036f\u0370-\u1cff\u2c00-\ufaff]")


class Likeness(Struct, frozen=True):
    """What a text looks like: how many words, and the shares of them that ...

    `marked` are possible syllables with a Vietnamese mark: half of the words of any real text;
    `broken` cannot be words of Vietnamese although they have marks or odd letters in them.
    """

    words: int
    marked: float
    broken: float


def likeness(texts: Iterable[str]) -> Likeness:
    """How much words look like Vietnamese."""
    words = marked = broken = 0
    for text in texts:
        kind = _kind(text)
        words += kind is not None
        marked += kind == "marked"
        broken += kind == "broken"
    count = max(words, 1)
    return Likeness(words, marked / count, broken / count)


@lru_cache(maxsize=16384)
def _kind(text: str) -> str | None:
    """'marked', 'broken', 'plain', or null for what has no letters."""
    if any(c == _ODD or unicodedata.category(c) in _ODD_CATEGORIES for c in text):
        return "broken"
    runs = _LETTERS.findall(unicodedata.normalize("NFC", text))
    if not runs:
        return None
    longest = max(runs, key=len)
    if _FOREIGN_SCRIPT.search(longest):
        return "broken"
    if not _HAS_MARK.search(longest):
        return "plain"
    return "marked" if is_syllable(longest) else "broken"
