"""The date and the issuer that stand beside a number, and what a list shares."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ...lexicon import adoption_days, read_number
from ...records import AgencyMention, DateMention, Place
from .drafts import Draft

# Between a number and its date: 'ngày', ', ngày', '(ngày', 'ký ngày', 'ban hành ngày'
_TO_DATE = re.compile(
    r"[\s*_]*,?\s*\(?(?:(?:ký|ban hành|được ban hành)\s+)?(?:cùng\s+(?=ngày))?(?=\d|[Nn]gày|NGÀY)"
)
_NGAY = re.compile(r"(?:[Nn]gày|NGÀY)\s+")
_TO_ISSUER = re.compile(r"[\s*_]*\)?,?\s*(?:do|của|CỦA)\s+(?:các\s+)?")
_OFFICE = re.compile(
    r"(?:(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Bí thư|Trưởng ban|Chánh Văn phòng|Bộ trưởng|Cục trưởng|"
    r"Chánh Thanh tra|Tổng Giám đốc|Tổng cục trưởng|Thứ trưởng|Hiệu trưởng|Trưởng phòng|Thường trực)\s+)?"
)
# What joins the members of a list: 'và', ',', ';', 'số'
_LIST_JOINT = re.compile(r"[\s*_]*(?:,|;|và|,\s*và|hoặc)\s*(?:(?:số|các)\s*:?\s*)?[\s*_]*")
_DATE_FIRST = re.compile(r"\b(?:ban hành|ký|có|phê duyệt|thông qua|trình|gửi|ra)\b")
_NEAR = 140


def attach_dates_and_issuers(
    text: str,
    drafts: list[Draft],
    dates: Sequence[DateMention],
    agencies: Sequence[AgencyMention],
) -> None:
    """Take into each draft the date and the issuer that stand right after it."""
    dates_at = {d.start: d for d in dates}
    agencies_at = {a.start: a for a in agencies if not a.anaphor or a.name}
    for draft in drafts:
        _attach_date(text, draft, dates_at)
        _attach_issuer(text, draft, agencies_at)
        if draft.date is None and draft.issuer is not None and draft.kind == "numbered":
            _attach_date(text, draft, dates_at)  # '... của UBND tỉnh ngày 12/3/2024'


def _attach_date(text: str, draft: Draft, dates_at: dict[int, DateMention]) -> None:
    gap = _TO_DATE.match(text, draft.end, draft.end + 40)
    if not gap:
        return
    date = dates_at.get(gap.end())
    if date is None and (word := _NGAY.match(text, gap.end())):
        date = dates_at.get(word.end())
    if date is None or ("," in gap[0] and draft.kind == "named" and not _is_day_of(draft, date)):
        return
    draft.is_same_day = "cùng" in gap[0]
    draft.date = date.value if date.value and len(date.value) == 10 else _as_written(date.text)
    draft.date_place = (date.start, date.end)
    draft.rules["date"] = "beside"
    draft.end = date.end


def _is_day_of(draft: Draft, date: DateMention) -> bool:
    """'Thực hiện Luật Thú y, ngày 05/6/2023 Sở đã ...': only the day of the act itself belongs to it."""
    return (date.value or "") in adoption_days(draft.name or "")


_WRITTEN = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})")


def _as_written(text: str) -> str | None:
    """A day that does not exist is kept as written: '31/11/2023' -> '2023-11-31'."""
    match = _WRITTEN.search(text)
    return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}" if match else None


def _attach_issuer(text: str, draft: Draft, agencies_at: dict[int, AgencyMention]) -> None:
    if draft.kind == "named":
        return
    gap = _TO_ISSUER.match(text, draft.end, draft.end + 24)
    if not gap:
        return
    office = _OFFICE.match(text, gap.end())
    agency = agencies_at.get(gap.end()) or (agencies_at.get(office.end()) if office else None)
    if agency is None:
        return
    draft.issuer = agency.name
    draft.issuer_place = (gap.end(), agency.end)
    draft.rules["issuer"] = "beside"
    draft.end = agency.end


def link_lists(text: str, drafts: list[Draft]) -> None:
    """Mark the drafts that directly follow another in a list."""
    for previous, draft in pairwise(drafts):
        joint = _LIST_JOINT.fullmatch(text, previous.end, draft.start)
        if joint and previous.kind == draft.kind:
            draft.follows = previous
            draft.first = previous.first or previous
    for draft in reversed(drafts):
        if draft.follows is not None:
            draft.follows.last = draft.last or draft


def share_in_lists(drafts: list[Draft]) -> None:
    """The type runs forward to members without one; date and issuer back to members without."""
    for draft in drafts:
        previous = draft.follows
        if (
            draft.elided
            and previous
            and previous.doc_type
            and _type_code(previous) == _type_code(draft)
        ):
            draft.doc_type = previous.doc_type
            draft.rules["mention"] += "-list"
    for draft in reversed(drafts):
        previous = draft.follows
        if previous is None or draft.kind == "named":
            continue
        if previous.issuer is None and draft.issuer is not None and _same_code(previous, draft):
            previous.issuer, previous.issuer_place = draft.issuer, draft.issuer_place
            previous.rules["issuer"] = "shared-in-list"
        if previous.date is None and draft.date is not None and (draft.elided or draft.is_same_day):
            previous.date, previous.date_place = draft.date, draft.date_place
            previous.rules["date"] = "shared-in-list"
    for draft in drafts:
        if draft.doc_type is None and draft.number:
            code = read_number(draft.number)
            draft.doc_type = code.doc_type if code else None


def _type_code(draft: Draft) -> str | None:
    code = read_number(draft.number) if draft.number else None
    return code.type_code if code else None


def _same_code(one: Draft, other: Draft) -> bool:
    a = read_number(one.number or "")
    b = read_number(other.number or "")
    return bool(a and b and a.issuers == b.issuers)


# 'Ngày 29/5/2024, ...' opens its sentence, or its clause after a colon or semicolon
_CLAUSE_OPENS = re.compile(r"(?:^|[;:.\n])[\s*+•-]*[Nn]gày\s*$")
_NGAY_LENGTH = len("ngày")  # a date in words begins with it


def date_before(
    flow: str,
    sentence_start: int,
    draft: Draft,
    previous: Draft | None,
    dates: Sequence[DateMention],
) -> tuple[str | None, Place | None]:
    """'Ngày 29/5/2024, UBND tỉnh đã ban hành Quyết định số 1409/QĐ-UBND': the date stands first."""
    last = bisect_left(dates, draft.start, key=lambda d: d.start) - 1
    date = dates[last] if last >= 0 else None
    if date is None or date.start < sentence_start or draft.start - date.end > _NEAR:
        return None, None
    in_words = date.text[:1] in "Nn"
    stop = date.start + (_NGAY_LENGTH if in_words else 0)
    if not _CLAUSE_OPENS.search(flow[max(sentence_start, stop - 40) : stop]):
        return None, None
    between = flow[date.end : draft.start]
    if (
        not _DATE_FIRST.search(between)
        or "trình" in between
        or (previous is not None and previous.start >= date.end)
    ):
        return None, None
    return date.value, (date.start, date.end)
