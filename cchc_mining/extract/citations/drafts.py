"""Citations being put together: a number with its type word, or a named act."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from ...records import Place
from .named import NamedAct, find_named_acts
from .numbers import Number, find_numbers


class Draft(Struct):
    """A citation being put together; offsets are the view's."""

    start: int
    end: int
    kind: str
    rules: dict[str, str]  # piece ('mention', 'date', 'issuer') -> the rule that decided it
    doc_type: str | None
    number: str | None = None
    number_place: Place | None = None
    date: str | None = None
    date_place: Place | None = None
    issuer: str | None = None
    issuer_place: Place | None = None
    elided: bool = False
    is_same_day: bool = False  # '... cùng ngày 25/10/2017': shared with the member before
    follows: Draft | None = None
    first: Draft | None = None  # the first and last member of its list, where it is another
    last: Draft | None = None
    name: str | None = None
    antecedent: Place | None = None  # of a reference: the mention after which its name was defined


def find_drafts(text: str, own_number: tuple[int, int, str | None] | None) -> list[Draft]:
    """All numbers and named acts of a text, sorted; the document's own number left out."""
    acts = find_named_acts(text)
    by_end = {act.name_end: act for act in acts}
    used: set[int] = set()
    drafts: list[Draft] = []
    for number in find_numbers(text):
        if own_number and number.start < own_number[1] and own_number[0] < number.end:
            continue
        drafts.append(_numbered(text, number, by_end, used))
    starts = [d.start for d in drafts]
    for act in acts:
        before = bisect_left(starts, act.end) - 1  # the last number that starts before its end
        is_free = before < 0 or drafts[before].end <= act.start
        if act.start not in used and is_free:
            drafts.append(_named(act))
    drafts.sort(key=lambda d: d.start)
    return drafts


def _numbered(text: str, number: Number, acts: dict[int, NamedAct], used: set[int]) -> Draft:
    head = number.head
    start, doc_type = (head.start, head.doc_type) if head else (number.start, None)
    before = text[max(number.start - 8, 0) : number.start]
    stop = number.start - len(before) + len(re.sub(r"\s*(?:số|\(|\(Luật số)\s*:?\s*$", "", before))
    if act := acts.get(stop):
        # 'Luật Đất đai số 45/2013/QH13': one citation, from the name through the number
        used.add(act.start)
        start, doc_type = act.start, act.doc_type
    return Draft(
        start,
        number.end,
        "numbered",
        {"mention": f"number-{number.rule}" + ("" if doc_type else "-headless")},
        doc_type,
        number=number.number,
        number_place=(number.start, number.end),
        elided=doc_type is None,
        name=act.name if act else None,
    )


def _named(act: NamedAct) -> Draft:
    rules = {"mention": "named-known" if act.known else "named-open"}
    return Draft(act.start, act.end, "named", rules, act.doc_type, name=act.name)
