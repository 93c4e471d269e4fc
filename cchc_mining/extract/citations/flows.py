"""Reading a text stretch by stretch, quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...reading import Layout


def flows(layout: Layout) -> Iterator[tuple[str, int, int]]:
    """What is read on its own: the body, then every footnote.

    Strings to match against with the bounds of each stretch; all share the view's offsets.
    """
    yield layout.body, 0, len(layout.body)
    for note in layout.footnotes:
        yield layout.view.text, note.text_start, note.end


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of many words, the longer before the shorter, a blank being any blanks.

    Grouped by first letters, so that a search skips from one possible first letter to the next; a
    word boundary before it would make the search several times slower.
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(r"\s+".join(map(re.escape, word[1:].split(" "))))
    return "(?:" + "|".join(f"{first}(?:{'|'.join(r)})" for first, r in by_first.items()) + ")"
