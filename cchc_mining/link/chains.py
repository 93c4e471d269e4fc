"""What became of an act: which one replaced it, and from when it is no longer to be relied on."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from .acts import YEARS_TO_FORCE, Act, named_key
from .aliases import known_act
from .numbers import year_in_number

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
    found: list[Replacement] = []
    seen = {target}
    acts = [act] if (act := known_act(target)) else []
    for act in acts:  # grows while it is walked
        for number in act.replaced_by:
            later = _act_of_number(number)
            if later is None or later.target in seen:
                continue
            seen.add(later.target)
            passed = later.date or f"{later.year}-12-31"
            since = f"{int(passed[:4]) + YEARS_TO_FORCE}{passed[4:].replace('02-29', '03-01')}"
            found.append(Replacement(act.target, later.target, number, passed, since))
            acts.append(later)
    return tuple(found)


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
