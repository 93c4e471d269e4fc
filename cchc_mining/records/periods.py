"""The values of periods and dates: ISO days, months, quarters, years, and intervals of them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from msgspec import Struct

PeriodKind = Literal["day", "month", "quarter", "half", "nine_months", "year", "years", "other"]

PERIOD_FORMS = (
    *("2023", "2023-Q2", "2023-10", "2023-12-31", "2021/2025", "2023-01/2023-06"),
    "2022-12-15/2023-12-14",
)
"""An example of every form a period's value has."""

_PART = re.compile(
    r"(?P<year>[12]\d{3})(?:-(?:[Qq](?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
_KINDS: dict[int, PeriodKind] = {
    1: "month",
    3: "quarter",
    6: "half",
    9: "nine_months",
    12: "year",
}


class Span(Struct, frozen=True, order=True):
    """The days of a period, both counted."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The day in its middle."""
        return self.first + timedelta(self.days // 2)

    @property
    def kind(self) -> PeriodKind:
        """What its length makes it; the year of reports on reform, 15/12 to 14/12, is a year.

        >>> read_period('2023-01/2023-09').kind, read_period('2022-12-15/2023-12-14').kind
        ('nine_months', 'year')
        """
        if self.days == 1:
            return "day"
        months = self.months
        return _KINDS.get(months, "years" if months and months % 12 == 0 else "other")

    @property
    def months(self) -> int:
        """How many whole months it has, from any day of a month; 0 where it has odd days."""
        after = self.last + timedelta(1)
        if after.day != self.first.day:
            return 0
        return (after.year - self.first.year) * 12 + after.month - self.first.month

    def __contains__(self, other: Span) -> bool:
        """Whether a period is a part of this one, or as long and lies in it but for some days.

        >>> read_period('2022-12-15/2023-12-14') in read_period('2023')
        True
        """
        return other.days <= self.days and self.first <= other.middle <= self.last


@lru_cache(maxsize=8192)
def read_period(value: str) -> Span | None:
    """The days of a period's value; None where it is none.

    >>> read_period('2023-Q2')
    Span(first=datetime.date(2023, 4, 1), last=datetime.date(2023, 6, 30))
    >>> read_period('2023-13'), read_period('2025/2021')
    (None, None)
    """
    first, slash, last = value.partition("/")
    begin = _part(first)
    end = _part(last) if slash else begin
    if begin is None or end is None or end.last < begin.first:
        return None
    return Span(begin.first, end.last)


def _part(value: str) -> Span | None:
    found = _PART.fullmatch(value)
    if not found:
        return None
    year = int(found["year"])
    if found["day"]:
        try:
            day = date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            return None
        return Span(day, day)
    if found["quarter"]:
        return _months(year, int(found["quarter"]) * 3 - 2, 3)
    if found["month"]:
        month = int(found["month"])
        return _months(year, month, 1) if 1 <= month <= 12 else None
    return _months(year, 1, 12)


def _months(year: int, first: int, count: int) -> Span:
    last = first + count - 1
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
