"""Adding the parts of a breakdown, and what explains a sum that does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..records import Fraction
from .amounts import Amount
from .arithmetic import written
from .breakdowns import Breakdown

_SHIFTS = tuple(Decimal(10) ** power for power in (-6, -3, 3, 6))
_GROUP = 1000
_MOST = 9  # parts whose every subset is tried


def total(breakdown: Breakdown) -> Decimal:
    """The sum of the parts, in the base of the unit."""
    return sum((part.amount.value for part in breakdown.parts), Decimal(0))


def room(breakdown: Breakdown) -> Decimal:
    """How far sum and whole may lie apart by rounding alone."""
    return sum((part.amount.half for part in breakdown.parts), breakdown.whole.half)


def adds_up(breakdown: Breakdown) -> bool:
    """Whether the parts agree with the whole, or cannot be held against it: some are approximate,
    some of them add up to it (the others then divide it in another way)."""
    whole, parts = breakdown.whole, [part.amount for part in breakdown.parts]
    if whole.figure.approx or any(part.figure.approx for part in parts):
        return True
    open_by = room(breakdown)
    wholes = {whole.value}
    if isinstance(whole.figure.value, Fraction):
        wholes.add(Decimal(str(whole.figure.value.den)) * whole.scale)
    values = [part.value for part in parts]
    if any(abs(sum(values) - w) <= open_by for w in wholes):
        return True
    if all(isinstance(part.figure.value, Fraction) for part in parts):
        return True  # each part has its own whole
    if len(values) > _MOST:
        return False
    some = _sums_of_some(values)
    return any(abs(added - w) <= open_by for added in some for w in wholes)


def _sums_of_some(values: Sequence[Decimal]) -> Iterator[Decimal]:
    """The sums of two or more of some values, but not of all."""
    sums = [(Decimal(0), 0)]
    for value in values:
        sums += [(added + value, count + 1) for added, count in sums]
    return (added for added, count in sums if 1 < count < len(values))


def misplaced(breakdown: Breakdown) -> Amount | None:
    """The one amount of a breakdown that makes the sum fit once it is taken a thousand or a
    million times smaller or greater, or a group of digits put in or left out; None where there is
    none, or several."""
    if len(breakdown.parts) < 2 or not breakdown.same_base:
        return None
    amounts = [breakdown.whole, *(part.amount for part in breakdown.parts)]
    if all(one.is_counted and one.value < _GROUP for one in amounts):
        return None  # none of them has a group to lose, nor room for one more
    excess, open_by = total(breakdown) - breakdown.whole.value, room(breakdown)
    found = [
        one
        for one in amounts
        for shift in _SHIFTS
        if one.value and _fits_with(one, shift, -excess if one is amounts[0] else excess, open_by)
    ]
    if not found:
        found = [one for one in amounts if _regroups(breakdown, one)]
    return found[0] if len(found) == 1 else None


def _regroups(breakdown: Breakdown, one: Amount) -> bool:
    """Whether the groups of digits of an amount are, but for one, those of what it must be for the sum
    to fit: '4.839.839.460.269' for 4.839.460.269."""
    added = total(breakdown)
    right = added if one is breakdown.whole else breakdown.whole.value - (added - one.value)
    if not one.value or right <= 0 or room(breakdown) or one.value % 1 or right % 1:
        return False
    shorter, longer = sorted((f"{one.value:,f}".split(","), f"{right:,f}".split(",")), key=len)
    if len(longer) != len(shorter) + 1 or len(shorter) == 1:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(1, len(longer)))


def _fits_with(one: Amount, shift: Decimal, excess: Decimal, open_by: Decimal) -> bool:
    """Whether the sum fits once an amount is shifted: `excess` is by how much its side is too great,
    `open_by` what rounding leaves open."""
    left = abs(excess + one.value * (shift - 1))
    return left <= open_by + one.half * (shift - 1) + _cut(one, shift)


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
