"""Words in fonts from before Unicode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...vietnamese.legacy import Restored, Run, may_be_legacy, restore
from ..pages import Page, Word


def restore_pages(pages: Sequence[Page]) -> Restored | None:
    """Write the words of some pages in Unicode; null where they all are already."""
    if not any(may_be_legacy(_text(page)) for page in pages):
        return None
    runs: list[Run] = []
    stops: list[int] = []  # after the runs of each word
    for page in pages:
        for line in page.lines:
            for word in line.words:
                runs += _runs(word)
                runs.append(Run("\n" if word is line.words[-1] else " ", runs[-1].font))
                stops.append(len(runs))
    restored = restore(runs)
    if restored is not None:
        words = (word for page in pages for line in page.lines for word in line.words)
        start = 0
        for word, stop in zip(words, stops, strict=True):
            word.text = "".join(restored.texts[start : stop - 1])
            start = stop
    return restored


def _runs(word: Word) -> Iterator[Run]:
    """A word as runs of letters in one font."""
    if len(word.fonts) != len(word.text):
        yield Run(word.text, word.fonts[0] if word.fonts else None)
        return
    start = 0
    for font, letters in groupby(word.fonts):
        stop = start + len(list(letters))
        yield Run(word.text[start:stop], font)
        start = stop


def _text(page: Page) -> str:
    return "\n".join([word.text for line in page.lines for word in line.words])
