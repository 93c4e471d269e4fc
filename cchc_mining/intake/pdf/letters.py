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
                is_last = word is line.words[-1]
                runs += _runs(word, is_last)
                runs.append(Run("\n" if is_last else " ", runs[-1].font))
                stops.append(len(runs))
    restored = restore(runs)
    if restored is not None:
        words = (word for page in pages for line in page.lines for word in line.words)
        start = 0
        for word, stop in zip(words, stops, strict=True):
            word.text = "".join(restored.texts[start : stop - 1])
            start = stop
    return restored


def _runs(word: Word, is_last: bool) -> Iterator[Run]:
    """A word as runs of letters in one font; `is_last` at the end of a line."""
    text, fonts = word.text, word.fonts
    hint = hint_of(fonts[-1]) if fonts else None
    if is_last and hint is not None and hint.encoding == "TCVN3" and _CUT.fullmatch(text):
        text = text[:-1] + "\xad"
    if len(fonts) != len(text):
        yield Run(text, fonts[0] if fonts else None)
        return
    start = 0
    for font, letters in groupby(fonts):
        stop = start + len(list(letters))
        yield Run(text[start:stop], font)
        start = stop


def _text(page: Page) -> str:
    return "\n".join([word.text for line in page.lines for word in line.words])
