"""A sentence as the checks read it: its words between its figures."""

from __future__ import annotations

from msgspec import Struct

from ..records import Indicator, Place


class Sentence(Struct, frozen=True):
    """A sentence with figures in its prose: its place, and the figures in the order of the text.

    `text` is the sentence as it is read, in small letters: footnote definitions left out, wrapped
    lines joined.  `spans` are the figures' numbers in it; offsets into it are none of the
    document's.
    """

    start: int
    end: int
    figures: tuple[Indicator, ...]
    text: str
    spans: tuple[Place, ...]

    def before(self, i: int) -> str:
        """The words before a figure, from the figure before it."""
        return on_one_line(self.text[self.spans[i - 1][1] if i else 0 : self.spans[i][0]])

    def after(self, i: int) -> str:
        """The words after a figure, up to the next."""
        return self.until(i, i + 1)

    def until(self, i: int, j: int) -> str:
        """The words from the end of one figure to the start of another, or to the end."""
        end = self.spans[j][0] if j < len(self.spans) else len(self.text)
        return on_one_line(self.text[self.spans[i][1] : end])


def on_one_line(text: str) -> str:
    """A text without line breaks and doubled blanks."""
    return " ".join(text.split())
