"""Figures beside those of the year before, which last year's report gave as well."""

from __future__ import annotations

from .catalogue import year_before
from .counting import flow, past
from .draft import Draft, Slip
from .phrases import count, decimal
from .wording import Case, Number, Wording, wordings

TOPICS: dict[str, tuple[int, int]] = {
    "visits": (14_000, 400_000),
    "calls": (900, 9_000),
    "postal": (700, 6_000),
}
"""What every report compares, and how much of it there is in a year."""

COMPARISONS: tuple[Slip, ...] = ("value_conflict", "change_conflict")


def is_comparable(draft: Draft) -> bool:
    """Whether last year's report stands in every archive that has this document."""
    earlier = year_before(draft.assignment)
    return earlier is not None and earlier < draft.assignment.number


def compared(draft: Draft, topic: str, slip: Slip | None) -> tuple[Wording, Case]:
    """A sentence on a topic, with the slip in it if there is one."""
    choices = wordings("comparisons")[topic]
    if slip:
        choices = [w for w in choices if (w.option == "value") == (slip == "value_conflict")]
    wording = draft.draw.choice(choices)
    return wording, _case(draft, topic, wording.option, slip)


def _case(draft: Draft, topic: str, option: str, slip: Slip | None) -> Case:
    draw, year = draft.draw, draft.assignment.year
    now, before = (flow(draft, topic, TOPICS[topic], y) for y in (year, year - 1))
    span, written = past(draft)
    change = now - before
    right = {"value": before, "percent": round(100 * change / before, 2), "change": change}[option]
    shown = right
    if slip == "value_conflict":
        shown = max(2, round(before * draw.choice((0.7, 0.82, 0.9, 1.04, 1.1, 1.25))) + 1)
    elif slip == "change_conflict":
        shown = right * draw.choice((0.4, 0.6, 1.5, 2.0)) + 1
        shown = round(shown, 2) if option == "percent" else round(shown)
    numbers = {"now": Number(count(now), now)}
    name = {"value": "before", "percent": "p", "change": "d"}[option]
    as_written = decimal(shown) if option == "percent" else count(int(shown))
    numbers[name] = Number(as_written, shown)
    return Case(numbers, {"past": written}, name, right, ("now",), span)
