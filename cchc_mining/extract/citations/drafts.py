"""Citations being put together: a number with its type word, or a named act."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from ...reading import Layout
from ...records import CitationKind, Place
from .named import NamedAct, find_named_acts
from .numbers import Number, find_numbers


class Draft(Struct):
    """A citation being put together; offsets are the view's."""

    start: int
    end: int
    kind: CitationKind
    rules: dict[str, str]  # piece ('mention', 'date', 'issuer') -> the rule that decided it
    doc_type: str | None
    number: str | None = None
    number_place: Place | None = None
    type_place: Place | None = (
        None  # outside the mention where a page's end or a list stands between
    )
    date: str | None = None
    date_place: Place | None = None
    issuer: str | None = None
    issuer_place: Place | None = None
    elided: bool = False
    is_same_day: bool = False  # '... cùng ngày 25/10/2017': shared with the member before
    follows: Draft | None = None
    first: Draft | None = None  # the first and last member of its list, where it is another
    last: Draft | None = None
    name: str | None = None  # of an act cited by name, and the year written after it
    year: int | None = None
    antecedent: Place | None = None  # of a reference: the mention after which its name was defined


def find_drafts(layout: Layout, own_number: tuple[int, int, str | None] | None) -> list[Draft]:
    """All numbers and named acts of a text, sorted; the document's own number left out."""
    text = layout.view.text
    acts = find_named_acts(text)
    by_end = {end: act for act in acts for end in (act.name_end, act.end)}
    used: set[int] = set()
    drafts: list[Draft] = []
    for number in find_numbers(text, layout.footnotes):
        if own_number and number.start < own_number[1] and own_number[0] < number.end:
            continue
        act = None
        if by_end and (number.head is None or number.head.doc_type == "Luật"):
            act = by_end.get(_name_end_before(text, number))
        if act:
            used.add(act.start)
        drafts.append(_numbered(text, number, act))
    starts = [d.start for d in drafts]
    for act in acts:
        before = bisect_left(starts, act.end) - 1  # the last number that starts before its end
        is_free = before < 0 or drafts[before].end <= act.start
        if act.start not in used and is_free:
            drafts.append(_named(act))
    drafts.sort(key=lambda d: d.start)
    return drafts


# Between an act's name and its number: 'số', ', số', '(số', '(Luật số'
_TO_NUMBER = re.compile(r"\s*,?\s*\(?\s*(?:(?:Luật\s+)?số)?\s*:?\s*\Z")


def _name_end_before(text: str, number: Number) -> int:
    """Where a name ends that the number may belong to: 'Luật Đất đai số 45/2013/QH13'."""
    low = max(number.start - 14, 0)
    gap = _TO_NUMBER.search(text, low, number.start)
    return gap.start() if gap else number.start


def _numbered(text: str, number: Number, act: NamedAct | None) -> Draft:
    start, end, doc_type, type_place = number.start, number.end, None, None
    if act:  # one citation, from the name through the number
        start, doc_type, type_place = act.start, act.doc_type, (act.start, act.name_end)
        if "(" in text[act.end : number.start] and text.startswith(")", end):
            end += 1  # 'Luật Đất đai (số 45/2013/QH13)'
    elif head := number.head:
        start = number.start if head.is_apart else head.start
        doc_type, type_place = head.doc_type, (head.start, head.end)
    return Draft(
        start,
        end,
        "numbered",
        {"mention": f"number-{number.rule}" + ("" if doc_type else "-headless")},
        doc_type,
        number=number.number,
        number_place=(number.start, number.end),
        type_place=type_place,
        elided=start == number.start,
        name=act.name if act else None,
    )


def _named(act: NamedAct) -> Draft:
    rules = {"mention": f"named-{act.rule}"}
    return Draft(act.start, act.end, "named", rules, act.doc_type, name=act.name, year=act.year)
