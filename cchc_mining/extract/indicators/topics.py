"""Whom a passage is about: the subject that a sentence without one goes on with.

'Trung tâm bố trí 07 quầy. Đã tiếp nhận 3.474 hồ sơ' goes on with Trung tâm; so do the items of a
list that 'Trung tâm tiếp nhận 3.964 hồ sơ, cụ thể:' leads in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ...reading import Layout
from ...records import AgencyMention
from . import words
from .model import Sentence
from .outline import Outline


class Topics:
    """Remembers, sentence by sentence, whose figures a document told."""

    __slots__ = ("_agencies", "_agency_starts", "_layout", "_outline")

    def __init__(
        self, layout: Layout, outline: Outline, agencies: Sequence[AgencyMention]
    ) -> None:
        self._layout = layout
        self._outline = outline
        self._agencies = agencies
        self._agency_starts = [mention.start for mention in agencies]

    def carried(self, sentence: Sentence) -> str | None:
        """The owner that an earlier sentence of the passage hands on to one that names nobody."""
        return None
