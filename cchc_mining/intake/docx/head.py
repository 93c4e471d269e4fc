"""The head of an official document where its two columns were made with tabs or blanks.

'UBND TỈNH LÂM HẢI<tab>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' is two cells beside one another, as typists
wrote them before tables were usual.
"""

from __future__ import annotations

import re

from ...vietnamese import fold
from ..flow import Table, table_lines

_GAP = re.compile(r"(?:[ \u00a0]*\t)+[ \u00a0]*|[ \u00a0]{4,}")
_STATE_TITLE = "cộng hòa xã hội chủ nghĩa việt nam"
_DATE = re.compile(r"\bngày\b.{0,20}\bnăm\b")  # the last line of a head
_MOST_LINES = 4


class Head:
    """The paragraphs of such a head, as long as they come."""

    def __init__(self) -> None:
        self._pairs: list[tuple[str, str]] = []
        self._is_dated = False

    def takes(self, text: str) -> bool:
        """Whether a paragraph is one more line of the head; it is then kept until `lines`."""
        if not self._pairs and _STATE_TITLE not in fold(text[:200]):
            return False
        if len(self._pairs) == _MOST_LINES or self._is_dated or "\n" in text:
            return False
        left, *right = _GAP.split(text.rstrip(), maxsplit=1)
        if not right:
            return False
        self._pairs.append((left, right[0]))
        self._is_dated = bool(_DATE.search(text))
        return True

    def lines(self) -> list[str]:
        """The lines of the head, column by column; it is then forgotten."""
        table = Table()
        for pair in self._pairs:
            table.start_row()
            for text in pair:
                table.start_cell(heading=False, columns=1, rows=1).flow.write(text)
        self._pairs, self._is_dated = [], False
        return table_lines(table)
