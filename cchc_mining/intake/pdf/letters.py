"""Words in fonts from before Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...vietnamese.legacy import Restored, Run, hint_of, may_be_legacy, restore
from ..pages import Page, Word

# PDFium makes a hyphen of a line's last soft hyphen, which is 'ư' in TCVN3: '§Çu t-'.
_CUT = re.compile(r"\W*(?:[bcdghklmnrstvx®]|[CKNPTcknpt]h|[Nn]g|[Tt]r)-")


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
            text = "".join(restored.texts[start : stop - 1])
            ends_line = runs[stop - 1].text == "\n"
            word.text = _with_last_letter(text, runs[stop - 2]) if ends_line else text
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


def _with_last_letter(text: str, run: Run) -> str:
    """The last word of a line, which ends with some run."""
    hint = hint_of(run.font)
    if hint is None or hint.encoding != "TCVN3" or not _CUT.fullmatch(run.text):
        return text
    return text[:-1] + ("Ư" if hint.capitals else "ư")


def _text(page: Page) -> str:
    return "\n".join([word.text for line in page.lines for word in line.words])
