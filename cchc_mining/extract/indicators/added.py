"""Indicators that folders add to the lexicon, known by their wordings.

The trained model has never seen them.  A label names one where it says what its name or a wording
says, and no more: 'tỷ lệ phòng học kiên cố cấp tiểu học' is another rate than 'tỷ lệ phòng học kiên
cố', and wants a wording of its own.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from ... import lexicon
from .wording import words_of

CONFIDENCE = 0.95  # that a label in the very words of an indicator is that indicator
_PATH = " > "  # between the headings of a table's row and columns
# What wordings and labels say beside what is measured: 'đạt n%', 'tổng số', 'trên địa bàn tỉnh'.
_ASIDE = re.compile(
    r"""(?<!\w) (?:
        n (?:/n)? (?!\w) %?
        | (?: đạt | là | có | được | đã | tổng\ số | số\ lượng
            | (?: toàn | trên\ địa\ bàn ) \s (?: tỉnh | thành\ phố | huyện | xã ) | trên\ địa\ bàn
          ) (?!\w)
        | ^ số (?!\w)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def added_indicator(label: str, allowed: Container[str]) -> str | None:
    """The allowed one of the added indicators that a label names in its own words.

    The rows of a table may stand under names of places: the last headings suffice.
    """
    known = _by_words()
    if not known:
        return None
    headings = label.split(_PATH)
    for first in range(len(headings)):
        for id_ in known.get(_said(" ".join(headings[first:])), ()):
            if id_ in allowed:
                return id_
    return None


@cache
def _by_words() -> dict[frozenset[str], list[str]]:
    """The added indicators by the words of their names and wordings."""
    known: dict[frozenset[str], list[str]] = {}
    for row in lexicon.added_indicators():
        for words in {_said(text) for text in (row.name_vi, *row.wordings)} - {frozenset()}:
            known.setdefault(words, []).append(row.id)
    return known


def _said(text: str) -> frozenset[str]:
    return frozenset(words_of(_ASIDE.sub(" ", text)))
