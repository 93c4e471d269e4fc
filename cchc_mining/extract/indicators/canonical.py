"""The canonical indicator that a label names, by the words they share.

A cheap stand-in for a trained model: a wording must be covered whole, the units must agree,
and 'none of these' is the usual answer.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from ... import lexicon

_WORD = re.compile(r"[^\W\d_]+")
# Words that tell no indicator from another; ranks and scores are told by their unit.
_EMPTY = frozenset(
    "của và các là được đã đạt tỷ tỉ lệ số tổng trên cho theo về tại trong có với n m tỉnh huyện xã xếp hạng"
    " thứ bậc chỉ điểm bộ mức".split()
)
_INDEX_NAMES = frozenset("sipas papi pci dti pgi ddci grdp".split())  # one word names them
_FILLED = 0.45  # how much of the label's words the wording must explain

Wording = tuple[str, str, frozenset[str]]  # id, unit, words


@cache
def _wordings() -> dict[str, tuple[Wording, ...]]:
    """Each wording under its rarest word: a label that lacks it does not cover the wording."""
    wordings = [
        (indicator.id, indicator.unit, content)
        for indicator in lexicon.indicators()
        for text in (indicator.name_vi, *indicator.wordings)
        if len(content := _content(text)) > 1 or content & _INDEX_NAMES
    ]
    frequency = Counter(word for _, _, content in wordings for word in content)
    index: dict[str, list[Wording]] = {}
    for wording in wordings:
        rarest = min(sorted(wording[2]), key=lambda word: frequency[word])
        index.setdefault(rarest, []).append(wording)
    return {word: tuple(found) for word, found in index.items()}


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _EMPTY


@lru_cache(maxsize=16384)
def indicator_id(label: str, unit: str | None) -> str | None:
    """The id of the canonical indicator that a label names in this unit, or none."""
    index = _wordings()
    said = label.lower().replace(",", "").split()
    candidates = [wording for word in said if word in index for wording in index[word]]
    if not candidates:
        return None
    content = frozenset(said) - _EMPTY
    best = (_FILLED, "")
    for identifier, wanted, wording in candidates:
        if wording <= content and _same_unit(unit, wanted):
            best = max(best, (len(wording) / len(content), identifier))
    return best[1] or None


def _same_unit(unit: str | None, wanted: str) -> bool:
    """Units that convert into each other, or count the same thing."""
    if unit is None or not wanted:
        return False
    if unit == wanted:
        return True
    if "đồng" in wanted or "USD" in wanted:
        return wanted.split()[-1] == unit.split("/")[0].split()[-1]
    return "%" not in (unit + wanted) and (unit in wanted or wanted in unit)
