"""Calendar words: days that exist, months of a quarter, numbers written as words."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip


@lru_cache(maxsize=4096)
def iso_day(year: int, month: int, day: int) -> str | None:
    """`YYYY-MM-DD`, or None where no such day exists.

    >>> iso_day(2023, 11, 31), iso_day(2024, 2, 29)
    (None, '2024-02-29')
    """
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def quarter_number(numeral: str) -> int | None:
    """The quarter that 'II' or '2' names, or None."""
    return _ROMAN.get(numeral.upper())


def small_number(written: str) -> int | None:
    """A count of months written with digits or as a word: '06', 'sáu'."""
    return int(written) if written.isdigit() else _WORDS.get(written.lower())
