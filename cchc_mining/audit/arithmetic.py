"""Calculating with figures as they are shown: a figure of two decimals says no more than two.

Values are decimals, so that 0,1 + 0,2 is 0,3; what is written of them is Vietnamese.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

from msgspec import Struct

from ..records import Fraction, Indicator

_DECIMALS = re.compile(r"\d[.,](\d+)(?!.*\d)")
_PRECISION = 40


class Shown(Struct, frozen=True, gc=False):
    """A number as written: its value, and how many decimals are shown."""

    value: Decimal
    decimals: int = 0

    @property
    def half(self) -> Decimal:
        """How far the true value may lie from what is shown, if it was rounded."""
        return Decimal(5).scaleb(-self.decimals - 1)


def shown(figure: Indicator) -> Shown | None:
    """The number of a figure; None for a fraction."""
    return None if isinstance(figure.value, Fraction) else _shown(figure.text, figure.value)


@lru_cache(maxsize=8192)
def _shown(text: str, written: float | int) -> Shown:
    value = Decimal(str(written))
    whole = type(written) is int and "," not in text and "." not in text
    return Shown(value, 0 if whole else _decimals(text, value))


def _decimals(text: str, value: Decimal) -> int:
    """The decimals written, which a value such as 92.5 for '92,50' has lost.

    >>> _decimals('92,50 %', Decimal('92.5')), _decimals('6.547', Decimal(6547))
    (2, 0)
    """
    exponent = value.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    written = _DECIMALS.search(text)
    if written and (own or (set(written[1]) == {"0"} and len(written[1]) != 3)):
        return max(own, len(written[1]))
    return own


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """What share a part is of a whole, in percent; the whole is not 0."""
    with localcontext() as context:
        context.prec = _PRECISION
        return part * 100 / whole


def rounds_to(true: Decimal, said: Shown) -> bool:
    """Whether a true value, rounded to the decimals shown, is what is said (halves either way)."""
    return abs(true - said.value) <= said.half


def truncates_to(true: Decimal, said: Shown) -> bool:
    """Whether it is what is said once the further decimals are cut off."""
    return true.quantize(Decimal(1).scaleb(-said.decimals), ROUND_DOWN) == said.value


def fits(true: Decimal, said: Shown) -> bool:
    """Whether a true value is what is said, rounded or cut off."""
    return rounds_to(true, said) or truncates_to(true, said)


def rounded(true: Decimal, decimals: int) -> Decimal:
    """A value rounded to some decimals."""
    return true.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def written(value: Decimal | int | float, decimals: int | None = None) -> str:
    """A number as Vietnamese texts write it, with that many decimals or those it has.

    >>> written(Decimal('204859665100')), written(Decimal('30.2325'), 2), written(-7)
    ('204.859.665.100', '30,23', '-7')
    """
    number = Decimal(str(value))
    if decimals is not None:
        number = rounded(number, decimals)
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))
