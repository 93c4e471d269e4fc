"""A cheap test stands before a dear pattern: it must let pass whatever the pattern would match."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_mining.extract.agencies import reader
from cchc_mining.extract.dates import yearless
from cchc_mining.extract.indicators import (
    bearing,
    elided,
    model,
    outline,
    owners,
    phrasing,
    places,
    roles,
    units,
)

_IN_VIEWS = st.characters(exclude_categories=["C", "Z"], include_characters=" \n\t")


def _matched(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Texts from where a pattern matches on."""
    return st.from_regex(pattern, alphabet=_IN_VIEWS).map(
        lambda text: text[pattern.search(text).start() :]
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("pattern", "passes"),
    [
        (bearing._BASE, lambda text: text.rstrip().endswith(bearing._BASE_ENDS)),
        (
            places._OPENS_CLAUSE,
            lambda text: not text.rstrip() or text.rstrip().endswith(places._BEFORE_CLAUSE),
        ),
        (outline._RUN_IN, lambda text: text[:1] in outline._RUN_IN_OPENS),
        (units._JOINT, lambda text: text.lstrip().startswith(tuple(j.lstrip() for j in units._JOINTS))),
        (reader._OPENS_LIST, lambda text: any(head in f"ác {text}" for head in reader._LIST_HEADS)),
        (outline._TIER, lambda text: "ấp " in text),
        (places._SEVERAL, lambda text: places._ALL_OF_THEM.search(text) is not None),
        (owners._OTHERS, lambda text: "khác" in text or "còn lại" in text),
        (elided._LEAD, lambda text: not text.islower()),
        (elided._TERRITORY, lambda text: not text.islower()),
        (phrasing.TIME, lambda text: phrasing._NUMBER.search(text) is not None),
        (roles._PLAN_OPENS, lambda text: any(word in text for word in model.PLANS)),
        (roles._PLAN_BESIDE, lambda text: any(word in text for word in model.PLANS)),
        (roles._PLAN_FOLLOWS, lambda text: "%" in text and any(word in text for word in model.PLANS)),
        (roles._PLAN_OF_YEAR, lambda text: any(word in text for word in model.PLANS)),
        (yearless._PLANS, lambda text: any(word in text.lower() for word in yearless._PLANNED)),
    ],
    ids=["base", "clause", "run-in heading", "joint", "list of fields", "tier", "several", "others",
         "bare name", "territory", "time", "plan opens", "plan beside", "plan follows", "plan of a year",
         "heading of plans"],
)  # fmt: skip
def test_what_a_pattern_matches_passes(
    pattern: re.Pattern[str], passes: Callable[[str], bool]
) -> None:
    @settings(max_examples=300, deadline=None)
    @given(_matched(pattern))
    def check(text: str) -> None:
        assert passes(text)

    check()
