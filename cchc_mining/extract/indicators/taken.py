"""The spans of a text that hold no figures, and what stands within a citation among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from ...records import Mention


class Taken:
    """Sorted spans of citations, dates, periods and footnote marks; they may lie in each other."""

    __slots__ = ("_starts", "_until", "spans")

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = spans
        self._starts = [start for start, _ in spans]
        self._until = list(accumulate([end for _, end in spans], max))

    def holds_more(self, mention: Mention) -> bool:
        """Whether a span begins before a mention and holds it: it is a part of a citation.

        The day and the issuer of a cited document say nothing of the figures around it.
        """
        i = bisect_left(self._starts, mention.start) - 1
        return i >= 0 and self._until[i] >= mention.end
