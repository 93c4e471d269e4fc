"""Times a document names: days, periods, and the intervals that pairs of days make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from ...records import DateMention, Period

_RANGE_LINK = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:hết\s*)?(?:ngày\s*)?")
_RANGE_HEAD = re.compile(r"[Tt]ừ\s*(?:ngày\s*)?$")
_REPORTED_DAYS = 45  # a shorter interval is that of an event


class Time(Struct, frozen=True):
    """A day or a few ('27-28/5/2023'), the interval 'từ ngày A đến ngày B', or a period."""

    start: int
    end: int
    value: str
    kind: Literal["day", "interval", "period"]
    lasts: bool  # a time one reports on, not that of an event of some days


def find_times(text: str, dates: Sequence[DateMention], periods: Sequence[Period]) -> list[Time]:
    """Dates and periods in order; 'từ ngày A đến ngày B' is one interval."""
    times = [Time(p.start, p.end, p.value, "period", True) for p in periods if p.value]
    days = [d for d in dates if d.value]
    joined = False
    for day, following in zip_longest(days, days[1:]):
        if joined:
            joined = False
        elif following and (lasting := _interval_days(text, day, following)) is not None:
            joined = True
            value = f"{day.value}/{following.value}"
            times.append(
                Time(day.start, following.end, value, "interval", lasting >= _REPORTED_DAYS)
            )
        else:
            times.append(Time(day.start, day.end, day.value or "", "day", False))
    times.sort(key=lambda time: time.start)
    return times


def _interval_days(text: str, first: DateMention, last: DateMention) -> int | None:
    """How many days 'từ ngày A đến ngày B' spans; None where two dates are no interval."""
    start, end = first.value or "", last.value or ""
    if (
        last.start - first.end > 20
        or len(start) != 10
        or len(end) != 10
        or not _RANGE_LINK.fullmatch(text, first.end, last.start)
        or not _RANGE_HEAD.search(text, max(first.start - 12, 0), first.start)
    ):
        return None
    span = (date.fromisoformat(end) - date.fromisoformat(start)).days
    return span if span >= 0 else None
