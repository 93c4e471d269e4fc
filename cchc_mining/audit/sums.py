"""Adding the parts of a breakdown, and what explains a sum that does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..records import Fraction
from .amounts import Amount, of_a_kind
from .arithmetic import written
from .breakdowns import Breakdown
from .contrasts import OVERLAPPING, Division, division

_SHIFTS = tuple(Decimal(10) ** power for power in (-6, -3, 3, 6))
_GROUP = 1000
_MOST = 9  # parts whose every subset is tried


def total(breakdown: Breakdown) -> Decimal:
    """The sum of the parts, in the base of the unit."""
    return sum([part.amount.value for part in breakdown.parts], Decimal(0))


def room(breakdown: Breakdown) -> Decimal:
    """How far sum and whole may lie apart by rounding alone."""
    return sum([part.amount.half for part in breakdown.parts], breakdown.whole.half)


def adds_up(breakdown: Breakdown) -> bool:
    """Whether the parts agree with the whole, or cannot be held against it: some are approximate,
    some of them add up to it (the others then divide it in another way)."""
    whole, parts = breakdown.whole, [part.amount for part in breakdown.parts]
    if whole.figure.approx or any(part.figure.approx for part in parts):
        return True
    added, open_by = total(breakdown), room(breakdown)
    if any(abs(added - value) <= open_by for value in _wholes(breakdown)):
        return True
    if all(isinstance(part.figure.value, Fraction) for part in parts):
        return True  # each part has its own whole
    if len(parts) == 1:
        return False
    if _first_add_up(breakdown):
        return True
    return not _excludes_another(breakdown) and some_add_up(breakdown)


def _first_add_up(breakdown: Breakdown) -> bool:
    """Whether the list is complete before its end, and what follows is told of something else: 'đã
    giải quyết 9 hồ sơ, gồm 7 đúng hạn và 2 quá hạn, đang giải quyết 4 hồ sơ'."""
    if _division(breakdown) is not None:
        return False
    added, open_by = Decimal(0), room(breakdown)
    sums = [added := added + part.amount.value for part in breakdown.parts]
    return any(abs(first - breakdown.whole.value) <= open_by for first in sums[1:-1])


def some_add_up(breakdown: Breakdown) -> bool:
    """Whether some of the parts make up the whole: the others may divide it in another way."""
    values = [part.amount.value for part in breakdown.parts]
    open_by = room(breakdown)
    if len(values) > _MOST:
        return False
    some = _sums_of_some(values)
    return any(abs(added - whole) <= open_by for added in some for whole in _wholes(breakdown))


def _sums_of_some(values: Sequence[Decimal]) -> Iterator[Decimal]:
    """The sums of two or more of some values, but not of all."""
    sums = [(Decimal(0), 0)]
    for value in values:
        sums += [(added + value, count + 1) for added, count in sums]
    return (added for added, count in sums if 1 < count < len(values))


def _wholes(breakdown: Breakdown) -> tuple[Decimal, ...]:
    """The value of the whole; of a fraction both."""
    whole = breakdown.whole
    if isinstance(whole.figure.value, Fraction):
        return (whole.value, Decimal(str(whole.figure.value.den)) * whole.scale)
    return (whole.value,)


def names_one_kind(breakdown: Breakdown) -> bool:
    """Whether every part names what the whole counts, and no feature that others may have as well."""
    noun = breakdown.whole.base
    return noun != "" and not any(
        not of_a_kind(noun, part.base) or OVERLAPPING.search(part.words) for part in breakdown.parts
    )


def _division(breakdown: Breakdown) -> Division | None:
    return division([part.words for part in breakdown.parts])


def _excludes_another(breakdown: Breakdown) -> bool:
    """Whether the parts are told to be all of the whole, and to be so in one way only; or are more
    than the whole although none of them can be another, too."""
    divided = _division(breakdown)
    if not breakdown.says_all:
        apart = divided is not None and divided.strict
        return apart and total(breakdown) > breakdown.whole.value
    if breakdown.is_worded:
        return divided is not None or names_one_kind(breakdown)
    return divided is not None and divided.strict


def misplaced(breakdown: Breakdown) -> tuple[Amount, ...]:
    """The amounts of a breakdown each of which makes the sum fit by itself, once it is taken a
    thousand or a million times smaller or greater, or a group of digits put in or left out."""
    if len(breakdown.parts) < 2 or not breakdown.same_base:
        return ()
    amounts = [breakdown.whole, *(part.amount for part in breakdown.parts)]
    if all(one.is_counted and one.value < _GROUP for one in amounts):
        return ()  # none of them has a group to lose, nor room for one more
    excess, open_by = total(breakdown) - breakdown.whole.value, room(breakdown)
    shifted = [
        one
        for one in amounts
        if one.value
        and fitting(breakdown, one) > 0
        and _fits_shifted(one, -excess if one is amounts[0] else excess, open_by)
    ]
    return tuple(shifted or (one for one in amounts if _is_regrouped(breakdown, one)))


def fitting(breakdown: Breakdown, one: Amount) -> Decimal:
    """What an amount must be for the sum to fit."""
    added = total(breakdown)
    return added if one is breakdown.whole else breakdown.whole.value - (added - one.value)


def _is_regrouped(breakdown: Breakdown, one: Amount) -> bool:
    """Whether what an amount must be for the sum to fit has its groups of digits but for one:
    '4.839.839.460.269' for 4.839.460.269."""
    right = fitting(breakdown, one)
    if not one.value or right <= 0 or room(breakdown) or one.value % 1 or right % 1:
        return False
    shorter, longer = sorted((f"{one.value:,f}".split(","), f"{right:,f}".split(",")), key=len)
    if len(longer) != len(shorter) + 1 or len(shorter) == 1:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(1, len(longer)))


def _fits_shifted(one: Amount, excess: Decimal, open_by: Decimal) -> bool:
    """Whether the sum fits once an amount is shifted: `excess` is by how much its side is too great,
    `open_by` what rounding leaves open."""
    return any(
        abs(excess + one.value * (shift - 1)) <= open_by + one.half * (shift - 1) + _cut(one, shift)
        for shift in _SHIFTS
    )


def _cut(one: Amount, shift: Decimal) -> Decimal:
    """Digits that a group too many has added at the end are lost when it is taken away."""
    return one.scale if shift < 1 and one.value * shift % 1 else Decimal(0)


def stated(amount: Amount) -> str:
    """An amount as its text writes it, with its unit where that is of money or scaled."""
    figure = amount.figure
    if isinstance(figure.value, Fraction):
        return f"{written(figure.value.num)}/{written(figure.value.den)}"
    value = written(abs(figure.value))
    return f"{value} {figure.unit}" if amount.scale != 1 or amount.base == "đồng" else value
