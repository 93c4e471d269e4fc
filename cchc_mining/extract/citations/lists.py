"""Lists of citations: who follows whom, and what the members share.

The type runs forward to members without one ('Công văn số 17/SYT-VP và 19/SYT-VP'); the date runs
back from a member without a type ('số 151/2005/QĐ-TTg và 152/2005/QĐ-TTg ngày 20/6/2005'); the
issuer runs back to members with the same issuer code, or forward from before a colon ('Các văn bản
của UBND tỉnh: Văn bản số ...').
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ...lexicon import laws, read_number
from ...records import AgencyMention, DateMention
from ...vietnamese import UPPER
from .drafts import Draft

# What alone stands between two members: 'và', ',', ';', 'đến số', ';\n- '
_JOINT = re.compile(
    r"[\s*_]*(?:[,;.]?\s*\n\s*[-+*•–]\s*|[,;]\s*(?:và|hoặc|cùng)?|và|hoặc|cùng(?: với)?|(?:cho )?đến|-|–)"
    r"\s*(?:(?:các|tại|theo)\s+)?(?:[Ss]ố\s*:?)?[\s*_]*"
)
# ... and before a member whose neighbour has words of its own: '... về việc A; số 12/UBND-NC ...'
_JOINT_BEFORE = re.compile(
    r"(?:[,;]|\bvà|\n\s*[-+*•–])\s*(?:và\s+)?(?:các\s+)?(?:[Ss]ố\s*:?\s*)?[\s*_]*\Z"
)
_LIST_BREAKS = re.compile(rf"[.!?]\s+[{UPPER}]|\n(?!\s*[-+*•–])")
_FARTHEST = 500
_LONGEST_JOINT = 60
# 'của UBND tỉnh: Văn bản số', 'của UBND tỉnh (gồm):\n- Số'
_COLON_BEFORE = re.compile(r"\s*(?:\([^)\n]*\))?\s*:\s*[-+*•–]?\s*(?:các\s+)?(?:[Ss]ố\s*:?\s*)?\Z")
_OF = re.compile(r"\b(?:của|do)\s+(?:các\s+)?\Z")


def link_lists(text: str, drafts: Sequence[Draft]) -> None:
    """Mark the drafts that directly follow another in a list."""
    for previous, draft in pairwise(drafts):
        if draft.start - previous.end > _LONGEST_JOINT or previous.kind != draft.kind:
            continue
        if _JOINT.fullmatch(text, previous.end, draft.start):
            draft.follows = previous
            draft.first = previous.first or previous
    for draft in reversed(drafts):
        if draft.follows is not None:
            draft.follows.last = draft.last or draft


def share_in_lists(
    text: str,
    drafts: Sequence[Draft],
    agencies: Sequence[AgencyMention],
    dates: Sequence[DateMention],
) -> None:
    """Give each member what the others say for it."""
    _share_types(text, drafts)
    _share_dates(drafts)
    _give_dates_in_turn(text, drafts, dates)
    _share_issuers_back(drafts)
    _share_issuers_of_lead(text, drafts, agencies)


def _share_types(text: str, drafts: Sequence[Draft]) -> None:
    last_typed: Draft | None = None
    for draft in drafts:
        if draft.kind == "named":
            continue
        if draft.doc_type is None and last_typed and _inherits(text, draft, last_typed):
            draft.doc_type = last_typed.doc_type
            draft.rules["mention"] += "-list"
        if draft.doc_type is None and draft.number:
            draft.doc_type = _type_of(draft.number)
        if draft.doc_type:
            last_typed = draft


def _inherits(text: str, draft: Draft, typed: Draft) -> bool:
    if _type_code(typed) != _type_code(draft):
        return False
    return draft.follows is typed or _is_in_same_list(text, typed, draft)


def _is_in_same_list(text: str, earlier: Draft, later: Draft) -> bool:
    """Whether only the words of the earlier member and a joint stand between."""
    return (
        later.start - earlier.end < _FARTHEST
        and _JOINT_BEFORE.search(text, max(earlier.end, later.start - 24), later.start) is not None
        and _LIST_BREAKS.search(text, earlier.end, later.start) is None
    )


def _share_dates(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        previous = draft.follows
        if draft.is_same_day and draft.date is None and previous and previous.date:
            _take_date(draft, previous)  # 'số 12/QĐ-UBND ngày 05/3/2024 và số 13/QĐ-UBND cùng ngày'
    for draft in reversed(drafts):
        previous = draft.follows
        is_shared = (draft.elided or draft.is_same_day) and draft.kind == "numbered"
        if previous and is_shared and previous.date is None and draft.date is not None:
            _take_date(previous, draft)


def _take_date(draft: Draft, giver: Draft) -> None:
    draft.date, draft.date_place = giver.date, giver.date_place
    draft.rules["date"] = "shared-in-list"


# '<A>, <B> và <C> lần lượt ban hành ngày 22/9/2011, ngày 09/02/2012 và ngày 25/12/2014'
_IN_TURN = re.compile(r"[^.;\n]{0,200}?\blần lượt\s+(?:(?:được )?(?:ban hành|ký)\s+)?(?:vào\s+)?")
_TO_NEXT_DATE = re.compile(r"[,\s]*(?:(?:và|các|ngày)\s+)*(?=\d|ngày\s)")


def _give_dates_in_turn(text: str, drafts: Sequence[Draft], dates: Sequence[DateMention]) -> None:
    """Where as many dates follow a list in turn as it has members, each has its own."""
    for i, last in enumerate(drafts):
        if last.first is None or last.last is not None or last.date is not None:
            continue
        stop = drafts[i + 1].start if i + 1 < len(drafts) else len(text)
        in_turn = _IN_TURN.match(text, last.end, stop)
        if not in_turn:
            continue
        members = [
            draft for draft in drafts[: i + 1] if draft is last.first or draft.first is last.first
        ]
        found = _dates_from(text, in_turn.end(), dates, len(members))
        if len(found) == len(members):
            for member, date in zip(members, found, strict=True):
                member.date, member.date_place = date.value, (date.start, date.end)
                member.rules["date"] = "in-turn"


def _dates_from(
    text: str, start: int, dates: Sequence[DateMention], most: int
) -> list[DateMention]:
    """The dates that stand one after another from a place on."""
    found: list[DateMention] = []
    following = bisect_left(dates, start, key=lambda date: date.start)
    for date in dates[following : following + most]:
        gap = _TO_NEXT_DATE.match(text, start, date.end)
        if not gap or gap.end() != date.start:
            break
        found.append(date)
        start = date.end
    return found


def _share_issuers_back(drafts: Sequence[Draft]) -> None:
    for draft in reversed(drafts):
        previous = draft.follows
        if previous is None or draft.issuer is None or draft.kind == "named":
            continue
        if previous.issuer is None and _may_share_issuer(previous, draft):
            previous.issuer, previous.issuer_place = draft.issuer, draft.issuer_place
            previous.rules["issuer"] = "shared-in-list"


def _may_share_issuer(one: Draft, other: Draft) -> bool:
    """With the same issuer code, or, both without a code, of the same type."""
    codes = _issuers(one)
    return codes == _issuers(other) and (bool(codes) or one.doc_type == other.doc_type)


def _share_issuers_of_lead(
    text: str, drafts: Sequence[Draft], agencies: Sequence[AgencyMention]
) -> None:
    ends = {a.end: a for a in agencies if a.name}
    lead: AgencyMention | None = None
    first: Draft | None = None  # of the list that the lead opens
    done = 0
    for draft in drafts:
        if draft.kind == "named":
            continue
        if opened := _lead_of(text, draft.start, ends):
            lead, first = opened, draft
        elif lead and _LIST_BREAKS.search(text, done, draft.start):
            lead = None
        done = draft.end
        if lead and first and draft.issuer is None and _may_share_issuer(first, draft):
            draft.issuer, draft.issuer_place = lead.name, (lead.start, lead.end)
            draft.rules["issuer"] = "before-colon"


def _lead_of(text: str, start: int, ends: dict[int, AgencyMention]) -> AgencyMention | None:
    """The agency of 'Các văn bản của UBND tỉnh:' right before a list."""
    if ":" not in text[max(start - 12, 0) : start]:
        return None
    colon = _COLON_BEFORE.search(text, max(start - 60, 0), start)
    agency = ends.get(colon.start()) if colon else None
    if agency and _OF.search(text, max(agency.start - 10, 0), agency.start):
        return agency
    return None


def _type_code(draft: Draft) -> str | None:
    code = read_number(draft.number) if draft.number else None
    return code.type_code if code else None


def _issuers(draft: Draft) -> tuple[str, ...] | None:
    code = read_number(draft.number) if draft.number else None
    return code.issuers if code else None


def _type_of(number: str) -> str | None:
    """The type that a number tells by itself."""
    code = read_number(number)
    return (code.doc_type if code else None) or _numbered_acts().get(number)


@cache
def _numbered_acts() -> dict[str, str]:
    """'55/2014/QH13' has no type code: the lexicon knows whether it is a law."""
    kinds = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
    return {
        row.number: kind
        for row in laws()
        if row.number
        for kind in kinds
        if row.name.startswith(kind)
    }
