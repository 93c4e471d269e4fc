"""Figures beside those of the year before, which last year's report gave as well."""

from __future__ import annotations

from .catalogue import year_before
from .counting import flow, past
from .draft import Draft, Slip
from .facts import chance
from .phrases import count, decimal
from .wording import Case, Number, Wording, wordings

TOPICS: dict[str, tuple[int, int]] = {
    "visits": (14_000, 400_000),
    "calls": (900, 9_000),
    "postal": (700, 6_000),
}
"""What every report compares, and how much of it there is in a year."""

COMPARISONS: tuple[Slip, ...] = ("value_conflict", "change_conflict", "out_of_series")
"""Slips in such sentences: last year's value, the change, or this year's value ten times over."""

_NEED_A_VALUE = ("value_conflict", "out_of_series")


def is_comparable(draft: Draft, slip: Slip) -> bool:
    """Whether what shows the slip stands in every archive that has this document."""
    if slip == "out_of_series":
        return True
    earlier = year_before(draft.assignment)
    return earlier is not None and earlier < draft.assignment.number


def compared(draft: Draft, topic: str, slip: Slip | None) -> tuple[Wording, Case]:
    """A sentence on a topic, with the slip in it if there is one."""
    phrasing = chance(draft.seed, draft.assignment.office.name, topic, "words").choice("abcd")
    forms = ("value", "percent", "change")
    if slip:
        forms = ("value",) if slip in _NEED_A_VALUE else ("percent", "change")
    form = draft.draw.choice(forms)
    options = {wording.option: wording for wording in wordings("comparisons")[topic]}
    return options[f"{phrasing}_{form}"], _case(draft, topic, form, slip)


def _case(draft: Draft, topic: str, form: str, slip: Slip | None) -> Case:
    draw, year = draft.draw, draft.assignment.year
    now, before = (flow(draft, topic, TOPICS[topic], y) for y in (year, year - 1))
    span, written = past(draft)
    change = now - before
    right = {"value": before, "percent": round(100 * change / before, 2), "change": change}[form]
    shown = right
    if slip == "value_conflict":
        shown = max(2, round(before * draw.choice((0.7, 0.82, 0.9, 1.04, 1.1, 1.25))) + 1)
    elif slip == "change_conflict":
        shown = right * draw.choice((0.4, 0.6, 1.5, 2.0)) + 1
        shown = round(shown, 2) if form == "percent" else round(shown)
    name = {"value": "before", "percent": "p", "change": "d"}[form]
    as_written = decimal(shown) if form == "percent" else count(int(shown))
    numbers = {"now": Number(count(now), now), name: Number(as_written, shown)}
    if slip == "out_of_series":
        numbers["now"] = Number(count(10 * now), 10 * now)
        return Case(numbers, {"past": written}, "now", now, (name,), span)
    return Case(numbers, {"past": written}, name, right, ("now",), span)
