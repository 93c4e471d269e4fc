"""What became of an act: which one replaced it, and from when it is no longer to be relied on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from ..lexicon import replaced_acts
from .acts import YEARS_TO_FORCE, Act, named_key
from .aliases import known_act
from .identity import Key
from .numbers import number_key, year_in_number
from .registers import register_key

# Decree 34/2016, Article 151 of the law of 2015: central normative acts take effect 45 days after they
# are signed at the earliest, a province's 10; other documents on the day, unless they say otherwise.
_NORMATIVE_DAYS = 45


class Replacement(Struct, frozen=True):
    """`target` was replaced by `by`; `since` is the day from which that holds for certain."""

    target: str
    by: str
    by_number: str
    by_date: str
    since: str


def replacements(target: str) -> tuple[Replacement, ...]:
    """What the lexicon knows of an act's fate, and of that of the act that replaced it, and so on."""
    found: dict[tuple[str, str], Replacement] = {}
    targets = [target]
    for reached in targets:  # grows while it is walked
        for step in (*_of_law(reached), *_of_decrees().get(reached, ())):
            if step.by != target and (step.target, step.by) not in found:
                found[step.target, step.by] = step
                targets.append(step.by)
    return tuple(found.values())


def _of_law(target: str) -> Iterator[Replacement]:
    act = known_act(target)
    for number in act.replaced_by if act else ():
        if later := _act_of_number(number):
            passed = later.date or f"{later.year}-12-31"
            since = f"{int(passed[:4]) + YEARS_TO_FORCE}{passed[4:].replace('02-29', '03-01')}"
            yield Replacement(target, later.target, number, passed, since)


@cache
def _of_decrees() -> dict[str, list[Replacement]]:
    """Acts below laws, by target."""
    found: dict[str, list[Replacement]] = {}
    for row in replaced_acts():
        target, by = _target(row.number, row.date), _target(row.replaced_by, row.by_date)
        step = Replacement(target, by, row.replaced_by, row.by_date, row.since)
        found.setdefault(target, []).append(step)
    return found


def _target(number: str, date: str) -> str:
    year = year_in_number(number) or date[:4]
    return Key(number_key(number, None, None, year), register_key(number, None), year).target


def _act_of_number(number: str) -> Act | None:
    year = year_in_number(number)
    return known_act(named_key("luật", year, number).target) if year else None


def holds_from(number: str | None, signed: str) -> str:
    """The day from which an act surely holds; `signed` is its date, or only its year.

    >>> holds_from('12/QĐ-UBND', '2024-03-01'), holds_from('12/2024/QĐ-UBND', '2024-03-01')
    ('2024-03-01', '2024-04-15')
    >>> holds_from('12/QĐ-UBND', '2024')
    '2024-12-31'
    """
    day = signed + "-12-31"[len(signed) - 4 :]
    try:
        start = date.fromisoformat(day)
    except ValueError:  # '2024-02', ended with the 31st
        return day
    if year_in_number(number):
        start += timedelta(days=_NORMATIVE_DAYS)
    return start.isoformat()
