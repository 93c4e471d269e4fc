"""Numbers as Vietnamese texts write them: dots group thousands, a comma opens the decimals.

Writers mix the two conventions ('99.4%' beside '99,52%', '1,500 hồ sơ'), so a reading keeps the
other value that the same digits could have; who knows the unit and the neighbours may prefer it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

Value = int | float

# A run of digits with separators inside; what follows a figure ('45.' at a sentence's end) is not.
# ("[0-9][0-9]*" and not "[0-9]+": a search jumps to a single class, not to a repeat.)
NUMERAL = r"[0-9][0-9]*+(?:[.,][0-9]++)*"

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"\d+[.,]\d+")
# '3.798,254' and its mirror image '1,234.56'
_BOTH = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d+)|(\d{1,3}(?:,\d{3})+)\.(\d+)")


_LONGEST = 24  # '999.999.999.999.999.999': a longer run of digits is no amount


class Reading(Struct, frozen=True, gc=False):
    """What a numeral says; `other` is its value under the opposite convention, where it has one."""

    value: Value
    other: Value | None = None


@lru_cache(maxsize=8192)
def read_number(text: str) -> Reading | None:
    """The value of a numeral; None where its separators make no number ('1.2.3', '3,4,5').

    >>> read_number('204.859.665.100').value, read_number('92,44').value, read_number('02').value
    (204859665100, 92.44, 2)
    >>> read_number('6.547')
    Reading(value=6547, other=6.547)
    >>> read_number('1,500')
    Reading(value=1.5, other=1500)
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return Reading(int(text))
    if grouped := _GROUPED.fullmatch(text):
        return _grouped(text, grouped[1])
    if _DECIMAL.fullmatch(text):
        return Reading(_decimal(text))
    if both := _BOTH.fullmatch(text):
        whole, decimals = (both[1], both[2]) if both[1] else (both[3], both[4])
        return Reading(_decimal(whole.replace(".", "").replace(",", "") + "." + decimals))
    return None


def _grouped(text: str, separator: str) -> Reading:
    whole = int(text.replace(separator, ""))
    if text.count(separator) > 1:
        return Reading(whole)
    decimal = _decimal(text)
    return Reading(whole, decimal) if separator == "." else Reading(decimal, whole)


def _decimal(text: str) -> Value:
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def closest(reading: Reading, neighbours: list[Value]) -> Value:
    """The value of an ambiguous reading, changed only where the figures of its kind are like the
    other one and far from the first.

    >>> closest(Reading(42269, 42.269), [42.407])
    42.269
    """
    if reading.other is None or not reading.value or not reading.other:
        return reading.value
    known = [abs(n) for n in neighbours if n]
    if not known:
        return reading.value
    value, other = reading.value, reading.other
    return other if _distance(other, known) < 3 and _distance(value, known) > 100 else value


def _distance(value: Value, known: list[Value]) -> float:
    """The smallest ratio, at least 1, between a value and the known ones."""
    return min(max(value / n, n / value) for n in known)
