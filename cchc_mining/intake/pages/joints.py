"""What stands between the last word of one line and the first of the next, once they are joined."""

from __future__ import annotations

import re

from ...vietnamese.syllables import is_syllable

_TAIL = re.compile(r"\w[-/]$")  # 'QĐ-' 'SKHĐT', '16/2014/' 'QĐ-UBND'; not 'Lao động -' 'Việc làm'
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENS = frozenset("(+=")
_CLOSES = frozenset(")+=")
_IN_NUMBERS = frozenset("0123456789.,%")


def joint(before: str) -> str:
    """What to write between two lines of a paragraph: nothing after a hyphen inside a word."""
    return "" if _TAIL.search(before[-2:]) else " "


def joint_in_cell(before: str, after: str, *, filled: bool) -> str:
    """As `joint`, in a narrow cell whose lines may break inside a word ('nghiệ' 'p').

    `before` is the whole of the line before, `after` the first word of the next; `filled` says that
    no letter more would have fitted into the line before.
    """
    if not before or not after or " " in before:
        return joint(before)
    last, first = before[-1], after[0]
    if last in _OPENS or first in _CLOSES:  # '(3)=(4)+' '(5)': no blank belongs into a formula
        return ""
    if filled and last in _IN_NUMBERS and first in _IN_NUMBERS:
        return ""
    if filled and first.islower() and _is_cut(before, after):
        return ""
    return joint(before)


def _is_cut(before: str, after: str) -> bool:
    """Whether two halves make a syllable that one of them alone does not."""
    head, tail = _letters(before, -1), _letters(after, 0)
    if not before.endswith(head) or not after.startswith(tail) or not (head and tail):
        return False
    return is_syllable(head + tail) and not (is_syllable(head) and is_syllable(tail))


def _letters(text: str, which: int) -> str:
    runs = _LETTERS.findall(text)
    return runs[which] if runs else ""
