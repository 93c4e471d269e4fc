"""'trong đó' trees: which figure another is a part of."""

from __future__ import annotations

import re

from .model import Figure, Sentence

_OPENING = re.compile(r"\(|trong đó|trong số này|gồm|cụ thể")
_PARTS = ("count", "bare", "measure")


def find_parents(sentence: Sentence) -> None:
    """Set `parent` of the figures that break an earlier one down.

    A breakdown opens with 'trong đó', 'gồm' or a bracket and ends with its bracket, or with ';'.
    """
    low = sentence.low
    if len(sentence.figures) < 2 or _OPENING.search(low) is None:
        return
    whole: Figure | None = None  # what is being broken down
    bracket = -1  # where its bracket opened, if one did
    last: Figure | None = None  # the last figure that is no part
    level: Figure | None = None  # the last of them that is no change
    done = 0  # up to where the text is looked at
    for figure in sentence.figures:
        if figure.kind not in _PARTS:
            continue
        gap = low[done : figure.a]
        if whole is not None and _ends(gap, bracket):
            whole, bracket = None, -1
        if last is not None and _opens(gap):
            bracket = low.rfind("(", done, figure.a)
            # '548 khách hàng, tăng 18 khách hàng; trong đó 312 ...' breaks down the first
            is_level = bracket < 0 and figure.role != "change"
            whole = level if is_level and level is not None else last
        if whole is not None and _can_be_part(whole, figure):
            figure.parent = whole
        else:
            last = figure
            level = figure if figure.role != "change" else level
        done = figure.noun_end


def _ends(gap: str, bracket: int) -> bool:
    return (
        ")" in gap
        if bracket >= 0
        else ";" in gap and "trong đó" not in gap and "trong số này" not in gap
    )


def _opens(gap: str) -> bool:
    """Whether a breakdown opens after the last mark that closes one."""
    return _OPENING.search(gap, max(gap.rfind(")"), gap.rfind(";")) + 1) is not None


def _can_be_part(whole: Figure, figure: Figure) -> bool:
    """Money breaks down into money; only a change breaks down into changes."""
    if (whole.role == "change") != (figure.role == "change"):
        return False
    if whole.kind == "measure":
        return figure.unit is None or (figure.unit[-4:] == (whole.unit or "")[-4:])
    return True
