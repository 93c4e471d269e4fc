"""A text cut into the passages that search finds, and the two forms in which they are indexed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..vietnamese import modern_tones, strip_tones

# Lines are wrapped in many files, so a line is too little to hold two words searched together; a
# passage runs on to a line that ends a sentence.
_ENOUGH = 400
_MOST = 2000
_END = re.compile(r"[.;:!?…”\")]\s*\n\s*|\n\s*\n\s*")
_GAP = re.compile(r"\s+")


def passages(text: str) -> Iterator[tuple[int, int]]:
    """The passages of a text in order, as half-open spans; every word lies in one of them."""
    start = _skip_blank(text, 0)
    while start < len(text):
        end = _passage_end(text, start)
        yield start, end
        start = _skip_blank(text, end)


def _skip_blank(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def _passage_end(text: str, start: int) -> int:
    most = start + _MOST
    if most >= len(text) and len(text) - start <= _ENOUGH:
        return len(text)
    if end := _END.search(text, start + _ENOUGH, most):
        return end.end()
    if most >= len(text):
        return len(text)
    cut = max(text.rfind("\n", start + _ENOUGH, most), text.rfind(" ", start + _ENOUGH, most))
    return cut if cut > start else most


def toned(text: str) -> str:
    """The form that is searched with tones: NFC, lower case, modern tone marks."""
    return modern_tones(unicodedata.normalize("NFC", text)).lower()


class _Plain(dict[int, str]):
    """Letters without tones, each made by `strip_tones` when first met: twice as fast as a call."""

    def __missing__(self, code: int) -> str:
        self[code] = strip_tones(chr(code))
        return self[code]


_PLAIN = _Plain()


def plain(text: str) -> str:
    """The form that is searched without tones, and with d for đ."""
    return text.translate(_PLAIN)


def has_tones(text: str) -> bool:
    """Whether a query is typed with tones or marks, which must then agree."""
    return plain(text) != toned(text)
