"""The sentence in which something stands, for readers: not too long, and cut at blanks."""

from __future__ import annotations

import re

_MOST = 240  # characters to either side
_LITTLE = 40  # a sentence with less on this side is shown with its neighbour of the same paragraph
_SENTENCE_END = re.compile(r"[.;!?…]['\"”)]?\s+(?=[^\W\da-z]|[-+*(“\d])")
_PARAGRAPH_END = re.compile(r"\s*\n\s*\n\s*")
_BLANK = re.compile(r"\s")
_LAST_WORD = re.compile(r"\S*\Z")


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of its sentence before and after a span; with those of the next one where short."""
    return _before(text, start), _after(text, end)


def _before(text: str, start: int) -> str:
    left = max(start - _MOST, 0)
    paragraphs = list(_PARAGRAPH_END.finditer(text, left, start))
    first = paragraphs[-1].end() if paragraphs else left
    ends = [match.end() for match in _SENTENCE_END.finditer(text, first, start)]
    far = [end for end in ends if start - end >= _LITTLE]
    if far:
        return text[far[-1] : start]
    if first == left and left and (blank := _BLANK.search(text, left, start)):
        first = blank.end()
    return text[first:start].lstrip()


def _after(text: str, end: int) -> str:
    right = min(end + _MOST, len(text))
    paragraph = _PARAGRAPH_END.search(text, end, right)
    last = paragraph.start() if paragraph else right
    for match in _SENTENCE_END.finditer(text, end, last):
        if match.end() - end >= _LITTLE:
            return text[end : match.end()].rstrip()
    if last == right < len(text) and (word := _LAST_WORD.search(text, end, right)):
        last = word.start()
    return text[end:last].rstrip()
