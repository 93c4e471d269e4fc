"""The text of one document, the only coordinate system of everything found in it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from .mentions import Box
from .record import Warning


class Places:
    """Where the words of a text stand on its pages.

    Words are kept in the order of the text, in arrays, 32 bytes a word: `starts` and `ends` index the
    text, `lines` counts the lines of all pages, `pages` counts from 1, `boxes` has four numbers a
    word, those of `Mention.boxes`.
    """

    __slots__ = ("_boxes", "_ends", "_lines", "_pages", "_starts")

    def __init__(
        self,
        starts: Iterable[int],
        ends: Iterable[int],
        lines: Iterable[int],
        pages: Iterable[int],
        boxes: Iterable[float],
    ) -> None:
        self._starts = array("I", starts)
        self._ends = array("I", ends)
        self._lines = array("I", lines)
        self._pages = array("I", pages)
        self._boxes = array("f", boxes)

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, start: int, end: int) -> tuple[int | None, tuple[Box, ...]]:
        """The page on which a span of the text begins, and its boxes there, one a line.

        Null and empty where no word of a page lies in the span.  A box is cut to the part of its
        words that lies in the span, as if all letters of a word were equally wide.
        """
        first = bisect_right(self._ends, start)
        if first >= len(self._starts) or self._starts[first] >= end:
            return None, ()
        page = self._pages[first]
        boxes: list[Box] = []
        line = -1
        for i in range(first, len(self._starts)):
            if self._starts[i] >= end or self._pages[i] != page:
                break
            box = self._cut(i, start, end)
            if self._lines[i] == line:
                boxes[-1] = _around(boxes[-1], box)
            else:
                line = self._lines[i]
                boxes.append(box)
        return page, tuple(boxes)

    def page_at(self, position: int) -> int | None:
        """The page of the word at or after a position of the text."""
        word = bisect_right(self._ends, position)
        return self._pages[word] if word < len(self._pages) else None

    def _cut(self, i: int, start: int, end: int) -> Box:
        x0, top, x1, bottom = self._boxes[4 * i : 4 * i + 4]
        word, after = self._starts[i], self._ends[i]
        if (start > word or end < after) and x1 - x0 >= bottom - top:  # not of upright writing
            width = (x1 - x0) / (after - word)
            x0, x1 = x0 + width * max(start - word, 0), x1 - width * max(after - end, 0)
        return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)


def _around(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


class Recognised:
    """The words of a text that were read from pictures by OCR, in the order of the text.

    `words` are (start, end, confidence from 0 to 1); they are kept in arrays.
    """

    __slots__ = ("_confidences", "_ends", "_starts")

    def __init__(self, words: Sequence[tuple[int, int, float]]) -> None:
        self._starts = array("I", (word[0] for word in words))
        self._ends = array("I", (word[1] for word in words))
        self._confidences = array("f", (word[2] for word in words))

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts, self._ends, strict=True)

    def confidence(self, start: int, end: int) -> float | None:
        """How sure the reading of a span of the text is: as sure as its word most in doubt.

        Null where no word of the span was read from a picture.
        """
        first = bisect_right(self._ends, start)
        after = bisect_left(self._starts, end, lo=first)
        return min(self._confidences[first:after], default=None)


class Furniture(Struct, frozen=True, gc=False):
    """What a page shows besides the document's text: a page number, a running head, a watermark."""

    page: int
    text: str
    box: Box


class SourceText(Struct, frozen=True, kw_only=True):
    """What intake hands on.

    `text` is what offsets index: for a .txt file the file as decoded, code point for code point
    (a byte-order mark is not part of it).  `source` is the name to show a person.  `places` says
    where the text stands, in formats with pages; `furniture` is what was left out of it;
    `recognised` are the words that were read from pictures.
    """

    text: str
    source: str = ""
    media_type: str = "text/plain"
    encoding: str | None = None
    pages: int | None = None
    title: str | None = None
    warnings: tuple[Warning, ...] = ()
    places: Places | None = None
    furniture: tuple[Furniture, ...] = ()
    recognised: Recognised | None = None
