"""Who issued a cited document: as written beside it or before it, as written at the same number
elsewhere, else as its code says in this document's context.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ...lexicon import issuer_of_known, passing_body, read_number
from ...reading import Context
from ...records import AgencyMention
from .drafts import Draft
from .issuer_codes import IssuerBook


def resolve_issuers(
    text: str,
    drafts: Sequence[Draft],
    agencies: Sequence[AgencyMention],
    context: Context,
    own_number: str | None,
) -> None:
    """Give every draft its issuer, by the first of the rules that knows it."""
    book = IssuerBook(context, agencies)
    named = [a for a in agencies if a.name]
    _join(text, drafts, {a.start: a for a in named})
    _find_before(text, drafts, named, book)
    written = _Written(drafts)
    for draft in drafts:
        if draft.kind == "named":
            year = int(draft.date[:4]) if draft.date else draft.year
            draft.issuer = passing_body(draft.name or draft.doc_type or "", year)
            draft.rules["issuer"] = "kind-of-act"
        elif draft.number and draft.issuer is None:
            _by_number(text, draft, written, book, context, own_number)
        if draft.issuer and draft.issuer.endswith(_LEVELS) and _NAMELESS.search(draft.issuer):
            draft.issuer = None  # of which province is not known: two of them must not become one


# 'Ủy ban nhân dân tỉnh', 'Ban Thường vụ Tỉnh ủy', without their names
_LEVELS = ("tỉnh", "huyện", "xã", "ủy")
_NAMELESS = re.compile(r"\b(?:tỉnh|huyện|xã|(?:Tỉnh|Thành|Huyện|Thị|Quận) ủy)$")

# -- Joint issuers -------------------------------------------------------------------------------

# '... của Bộ Tài chính và Bộ Nội vụ', '... quốc gia (Bộ Tư pháp) và Cục ...'
_JOINT = re.compile(r"\s*(?:\([^()\n]{2,60}\))?\s*(?:,|và|[-–])\s*(?:Bộ trưởng\s+)?")
_IN_BRACKETS = re.compile(r"\s*\([^()\n]{2,60}\)")
_MOST_JOINT = 6


def _join(text: str, drafts: Sequence[Draft], agencies_at: dict[int, AgencyMention]) -> None:
    """The further issuers of a joint document, beside the first."""
    for draft in drafts:
        if draft.issuer is None or draft.issuer_place is None or not _is_joint(draft):
            continue
        start, end = draft.issuer_place
        if end != draft.end:
            continue
        names = [draft.issuer]
        while len(names) < _MOST_JOINT and (joint := _JOINT.match(text, end, end + 120)):
            agency = agencies_at.get(joint.end())
            if agency is None or agency.name is None:
                break
            names.append(agency.name)
            end = agency.end
        if len(names) > 1:
            if bracket := _IN_BRACKETS.match(text, end):
                end = bracket.end()
            draft.issuer, draft.issuer_place = "; ".join(dict.fromkeys(names)), (start, end)
            draft.end = end


def _is_joint(draft: Draft) -> bool:
    code = read_number(draft.number) if draft.number else None
    if code is None:
        return False
    if len(code.issuers) > 1 or "liên" in (draft.doc_type or "").lower():
        return True
    # in '570/TTLTPQG-QLHC' the second code, of a body and not of a room, is a second issuer
    has_second = "-" in (draft.number or "")
    return has_second and not code.type_code and draft.doc_type not in ("Công văn", "Văn bản")


# -- Written before the citation -----------------------------------------------------------------

# 'UBND tỉnh đã ban hành <citation>', 'ý kiến chỉ đạo của UBND tỉnh tại <citation>', 'UBND tỉnh tháo
# gỡ bằng <citation>', 'kiến nghị HĐND tỉnh bãi bỏ <citation>'
_LEADS_TO = re.compile(
    r"[^.;:\n]{0,120}?(?<![^\W_])(?:ban hành|có|ký|ra|phê duyệt|thông qua|gửi|tại|trình|theo|bằng|qua|"
    r"sửa đổi|bổ sung|điều chỉnh|thay thế|bãi bỏ|hủy bỏ)\s+(?:các\s+)?"
)
_REACH = 140
_LOOKED_AT = 3


def _find_before(
    text: str, drafts: Sequence[Draft], agencies: Sequence[AgencyMention], book: IssuerBook
) -> None:
    """The nearest agency before that the number's code can stand for."""
    ends = [agency.end for agency in agencies]
    last_end = 0
    for draft in drafts:
        previous_end, last_end = last_end, draft.end
        if draft.kind == "named" or not draft.number or draft.issuer_place is not None:
            continue
        if draft.follows and draft.follows.rules.get("issuer") == "before":
            if book.names(draft.number, draft.follows.issuer or ""):
                draft.issuer, draft.issuer_place = draft.follows.issuer, draft.follows.issuer_place
                draft.rules["issuer"] = "before"
            continue
        nearest = bisect_right(ends, draft.start)
        for agency in reversed(agencies[max(nearest - _LOOKED_AT, 0) : nearest]):
            if agency.start < max(previous_end, draft.start - _REACH):
                break
            if not _LEADS_TO.fullmatch(text, agency.end, draft.start):
                continue
            if agency.name and book.names(draft.number, agency.name):
                draft.issuer, draft.issuer_place = agency.name, (agency.start, agency.end)
                draft.rules["issuer"] = "before"
                break


# -- Known by the number ---------------------------------------------------------------------------


class _Written:
    """The issuers that a document writes beside numbers."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._found: dict[str, dict[str, str | None]] = {}
        for draft in drafts:
            if draft.number and draft.issuer:
                issuers = self._found.setdefault(draft.number, {})
                issuers.setdefault(draft.issuer, draft.date)

    def of(self, draft: Draft) -> str | None:
        """The one issuer of that number, unless the dates tell that another document is meant."""
        issuers = self._found.get(draft.number or "", {})
        possible = [
            issuer
            for issuer, date in issuers.items()
            if not (date and draft.date and date != draft.date)
        ]
        return possible[0] if len(possible) == 1 else None


def _by_number(
    text: str,
    draft: Draft,
    written: _Written,
    book: IssuerBook,
    context: Context,
    own_number: str | None,
) -> None:
    assert draft.number is not None
    if _is_of_some(text, draft):
        return
    if elsewhere := written.of(draft):
        draft.issuer, draft.rules["issuer"] = elsewhere, "same-number-elsewhere"
    elif context.issuer and _same_series(draft.number, own_number):
        draft.issuer, draft.rules["issuer"] = context.issuer, "own-series"
    elif draft.number.endswith("/TW") and (
        known := issuer_of_known(draft.number, draft.date, context.date)
    ):
        draft.issuer, draft.rules["issuer"] = known, "known-act"
    elif _comes_from_above(text, draft, context):
        draft.issuer = _committee_above(context)
        draft.rules["issuer"] = "letter-from-above"
    elif context.issuer and _same_code(draft.number, own_number):
        draft.issuer, draft.rules["issuer"] = context.issuer, "own-code"
    else:
        draft.issuer, draft.rules["issuer"] = book.of_number(draft.number), "code-in-context"


def _same_series(number: str, own: str | None) -> bool:
    """'95-KL/TU' in a document that is itself '212-KL/TU': of the same body as this one."""
    theirs, ours = read_number(number), read_number(own) if own else None
    return (
        theirs is not None
        and ours is not None
        and theirs.system == "party"
        and (theirs.type_code, theirs.issuers) == (ours.type_code, ours.issuers)
    )


# Every territory has these: the code alone does not say that they are this document's own.
_EVERYWHERE = frozenset(("UBND", "HĐND", "UB"))


def _same_code(number: str, own: str | None) -> bool:
    """'311/LĐTBXH-VP' in the ministry's '118/BC-LĐTBXH': elsewhere a district's office has that code."""
    theirs, ours = read_number(number), read_number(own) if own else None
    return (
        theirs is not None
        and ours is not None
        and theirs.system == ours.system
        and len(theirs.issuers) == 1
        and theirs.issuers == ours.issuers[:1]
        and theirs.issuers[0] not in _EVERYWHERE
    )


# 'UBND huyện đã ban hành <citation>', '<citation> của UBND cấp xã': one of many, not known which
_SOME = r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)\s+(?:cấp\s+)?(?:huyện|quận|thị xã|xã|phường|thị trấn)"
_SOME_BEFORE = re.compile(
    rf"{_SOME}\s+(?:(?:đã|cũng|vừa)\s+)?(?:ký\s+)?(?:ban hành|có|ra|ký|phê duyệt)\s+(?:các\s+)?$"
)
_SOME_AFTER = re.compile(rf"[\s,]*của\s+(?:(?:Phó )?Chủ tịch\s+|Thường trực\s+)?{_SOME}(?![^\W_])")


def _is_of_some(text: str, draft: Draft) -> bool:
    """Whether a lower body issued it that the text does not name."""
    if draft.issuer_place is not None:
        return True
    start = (draft.first or draft).start
    return bool(
        _SOME_BEFORE.search(text, max(start - 60, 0), start) or _SOME_AFTER.match(text, draft.end)
    )


_CARRIED_OUT = re.compile(
    r"(?:[Tt]hực hiện|[Tt]riển khai|[Tt]heo|[Cc]ăn cứ|quán triệt|tinh thần|yêu cầu|chỉ đạo|tại)\s+(?:các\s+)?$"
)
_DISTRICTS_ENDED = "2025-07"


def _comes_from_above(text: str, draft: Draft, context: Context) -> bool:
    """'Thực hiện Công văn số 512/UBND-NV' in a commune's report: nobody carries out his own letter."""
    if context.level not in ("district", "commune"):
        return False
    first = draft.first or draft
    code = read_number(draft.number or "")
    is_letter = code is not None and code.issuers[:1] == ("UBND",) and not code.type_code
    return is_letter and bool(_CARRIED_OUT.search(text, max(first.start - 20, 0), first.start))


def _committee_above(context: Context) -> str | None:
    """The next higher people's committee, where there is but one that it can be."""
    month = context.date[:7] if context.date else str(context.year or "")
    if context.level == "commune" and month < _DISTRICTS_ENDED:
        return None  # the district's or the province's
    return f"Ủy ban nhân dân {context.province}" if context.province else None
