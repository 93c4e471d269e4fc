"""'trong đó' trees: which figure another is a part of."""

from __future__ import annotations

import re

from .model import Figure, Sentence

_OPENING = re.compile(r"[(]|trong đó|gồm|cụ thể")
_PLAIN = ("count", "bare", "measure")


def find_parents(sentence: Sentence) -> None:
    """Set `parent` of the figures that break an earlier one down."""
    low = sentence.low
    if len(sentence.figures) < 2 or not _OPENING.search(low):
        return
    whole: Figure | None = None
    bracket = -1
    last: Figure | None = None
    for figure in sentence.figures:
        if figure.kind not in _PLAIN or (figure.role == "change" and bracket < 0 and not _in_bracket(low, last, figure)):
            continue
        if last is not None:
            gap = low[last.noun_end : figure.a]
            if bracket >= 0 and ")" in low[bracket : figure.a]:
                whole, bracket = None, -1
            elif bracket < 0 and whole is not None and ";" in gap and "trong đó" not in gap:
                whole = None
            if _opens(gap):
                whole = last
                at = low.rfind("(", last.noun_end, figure.a)
                bracket = at if at >= 0 else -1
        if whole is not None and whole.kind != "measure":
            figure.parent = whole
        last = figure if figure.parent is None else last


def _in_bracket(low: str, last: Figure | None, figure: Figure) -> bool:
    """'giảm 40 đơn vị (35 phòng, 05 chi cục)'."""
    return last is not None and last.role == "change" and low[last.noun_end : figure.a].strip() == "("


def _opens(gap: str) -> bool:
    return ("trong đó" in gap or "gồm" in gap or "cụ thể" in gap or "(" in gap) and ")" not in gap
