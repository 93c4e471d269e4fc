"""Figures as amounts that can be added and compared: in the base of their unit, with what the
decimals shown leave open."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from ..records import Fraction, Indicator
from .arithmetic import shown

_SCALES = {"trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
_SCALED = re.compile(rf"(?P<scale>(?:(?:{'|'.join(_SCALES)})\b\s*)+)(?P<base>.*)")
# Words that count the same things as the plain noun.
_SAME_NOUNS = {"thủ tục hành chính": "TTHC", "thủ tục": "TTHC", "tthc": "TTHC"}
# 'đồng/người' counts neither money nor people; 'cán bộ/công chức' counts both.
_RATE = re.compile(r"(?:đồng|usd|kg|tấn|tạ|lít|ha|m²|m2|m3|m³|km|giờ|phút|ngày|lượt|lần)\s?/")
PERCENT = "%"
_NOT_ADDED = frozenset((PERCENT, "thứ bậc", "điểm", "điểm phần trăm"))


class Amount(Struct, frozen=True, gc=False):
    """A figure in the base of its unit: '14,8 tỷ đồng' is 14.800.000.000 'đồng'.

    `half` is how far the true value may lie from it: nothing where things are counted one by one.
    `index` is the figure's place in its sentence; `scale` the size of the unit written.
    """

    figure: Indicator
    index: int
    value: Decimal
    half: Decimal
    base: str
    scale: Decimal

    @property
    def is_counted(self) -> bool:
        """Whether it is a whole number of things."""
        return not self.half

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, no fraction, and not said to be about so much."""
        return not self.figure.approx and not isinstance(self.figure.value, Fraction)


@lru_cache(maxsize=4096)
def unit_of(unit: str) -> tuple[str, Decimal]:
    """The base of a unit and its size in it.

    >>> unit_of('triệu đồng'), unit_of('nghìn tỷ đồng')[1], unit_of('hồ sơ')
    (('đồng', Decimal('1000000')), Decimal('1000000000000'), ('hồ sơ', Decimal('1')))
    """
    if scaled := _SCALED.fullmatch(unit):
        power = sum(_SCALES[word] for word in scaled["scale"].split())
        return scaled["base"].strip(), Decimal(10**power)
    return _SAME_NOUNS.get(unit.lower(), unit), Decimal(1)


def amount(figure: Indicator, index: int) -> Amount | None:
    """A figure as an amount, of a fraction its numerator; None for a share, a rank, a score."""
    if figure.unit in _NOT_ADDED:
        return None
    base, scale = unit_of(figure.unit or "")
    if isinstance(figure.value, Fraction):
        value = Decimal(str(figure.value.num))
        return Amount(figure, index, value * scale, Decimal(0), base, scale)
    number = shown(figure)
    if number is None:
        return None
    counted = scale == 1 and not number.decimals
    half = Decimal(0) if counted else number.half * scale
    return Amount(figure, index, number.value * scale, half, base, scale)


_PEOPLE = frozenset(
    ("cán bộ", "công chức", "viên chức", "cbcc", "cbccvc", "đại biểu", "học viên", "lao động", "đảng viên",
     "nhân viên", "thí sinh", "học sinh", "trường hợp", "biên chế", "hội viên", "đoàn viên", "cá nhân")
)  # fmt: skip
_JOINT = re.compile(r"\s*(?:[,/]|(?<!\w)và(?!\w)|(?<!\w)hoặc(?!\w))\s*")


def of_a_kind(one: str, other: str) -> bool:
    """Whether two bases count the same things: a noun and a narrower or a joint one.

    >>> of_a_kind('cơ quan, địa phương', 'cơ quan chuyên môn'), of_a_kind('văn bản', 'quyết định')
    (True, False)
    >>> of_a_kind('đồng/người', 'người'), of_a_kind('cán bộ/công chức', 'công chức')
    (False, True)
    """
    if one == other:
        return True
    ones, others = _nouns(one), _nouns(other)
    if "người" in (ones[:1] + others[:1]) and _PEOPLE & {*ones, *others}:
        return True
    return any(
        a == b or a.startswith(b + " ") or b.startswith(a + " ") for a in ones for b in others
    )


@lru_cache(maxsize=4096)
def _nouns(base: str) -> tuple[str, ...]:
    low = base.lower()
    return (low,) if _RATE.match(low) else tuple(noun for noun in _JOINT.split(low) if noun)


def is_percent(figure: Indicator) -> bool:
    """Whether a figure is a percentage."""
    return figure.unit == PERCENT
