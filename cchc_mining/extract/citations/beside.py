"""The date and the issuer that stand beside a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ...lexicon import adoption_days
from ...reading import Layout
from ...records import AgencyMention, DateMention
from .drafts import Draft

# Between a number and its date: 'ngày', ', ngày', '(ngày', 'ký ngày', 'được ban hành ngày', or
# 'cùng ngày', with a date or instead of one; in a table the date has the next cell
_TO_DATE = re.compile(
    r"[\s*_]*[,:|-]?\s*\(?(?:(?:được |đã )?(?:ký|ban hành|thông qua|ký ban hành|phê duyệt|ra|đề)\s+(?:vào\s+)?)?"
    r"(?P<same>cùng\s+(?=ngày))?(?=\d|[Nn]gày|NGÀY)"
)
_NGAY = re.compile(r"(?:[Nn]gày|NGÀY)\s*")
_TO_ISSUER = re.compile(r"[\s*_]*\)?,?\s*(?:(?:được\s+)?do|của|CỦA)\s+(?:các\s+)?")
_OFFICE = re.compile(
    r"(?:(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Bí thư|Trưởng ban|Chánh Văn phòng|Bộ trưởng|Cục trưởng|"
    r"Chánh Thanh tra|Tổng Giám đốc|Tổng cục trưởng|Thứ trưởng|Hiệu trưởng|Trưởng phòng|Thường trực)\s+)?"
)
_DATE_FIRST = re.compile(r"\b(?:ban hành|ký|có|phê duyệt|thông qua|trình|gửi|ra)\b")
_NEAR = 140
_NEAR_ISSUER = 24
_NEAR_NUMBER = 12  # between type and number: 'của', an agency and 'số' are longer


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
        _close_bracket(text, draft)


def _attach_date(text: str, draft: Draft, dates_at: dict[int, DateMention]) -> None:
    gap = _TO_DATE.match(text, draft.end, draft.end + 40)
    if not gap:
        return
    draft.is_same_day = gap["same"] is not None
    date = dates_at.get(gap.end())
    if date is None and (word := _NGAY.match(text, gap.end())):
        date = dates_at.get(word.end())
    if date is None or ("," in gap[0] and draft.kind == "named" and not _is_day_of(draft, date)):
        return
    draft.date = date.value if date.value and len(date.value) == 10 else _as_written(date.text)
    draft.date_place = (date.start, date.end)
    draft.rules["date"] = "beside"
    draft.end = date.end


def _is_day_of(draft: Draft, date: DateMention) -> bool:
    """'Thực hiện Luật Thú y, ngày 05/6/2023 Sở đã ...': only the day of the act itself belongs to it."""
    return (date.value or "") in adoption_days(draft.name or "")


def _close_bracket(text: str, draft: Draft) -> None:
    """'số 12/QĐ-UBND (ngày 12/3/2024' takes its other bracket."""
    if text[draft.end : draft.end + 1] == ")" and (
        text.count("(", draft.start, draft.end) > text.count(")", draft.start, draft.end)
    ):
        draft.end += 1


_WRITTEN = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})")


def _as_written(text: str) -> str | None:
    """A day that does not exist is kept as written: '31/11/2023' -> '2023-11-31'."""
    match = _WRITTEN.search(text)
    return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}" if match else None


def _attach_issuer(text: str, draft: Draft, agencies_at: dict[int, AgencyMention]) -> None:
    if draft.kind == "named":
        return
    if beside := _agency_of(text, draft.end, draft.end + _NEAR_ISSUER, agencies_at):
        _take_issuer(draft, *beside, "beside")
        draft.end = beside[1].end
    elif draft.type_place and draft.number_place:
        low, high = draft.type_place[1], draft.number_place[0]
        if high - low > _NEAR_NUMBER and (between := _agency_of(text, low, high, agencies_at)):
            _take_issuer(draft, *between, "before-number")  # 'Nghị định của Chính phủ số 41/CP'


def _take_issuer(draft: Draft, start: int, agency: AgencyMention, rule: str) -> None:
    draft.issuer, draft.issuer_place = agency.name, (start, agency.end)
    draft.rules["issuer"] = rule


def _agency_of(
    text: str, low: int, high: int, agencies_at: dict[int, AgencyMention]
) -> tuple[int, AgencyMention] | None:
    """The agency after 'của', and where its office begins: 'của Chủ tịch UBND tỉnh'."""
    gap = _TO_ISSUER.match(text, low, high)
    if not gap:
        return None
    start = gap.end()
    office = _OFFICE.match(text, start)
    agency = agencies_at.get(start) or (agencies_at.get(office.end()) if office else None)
    return (start, agency) if agency else None


# 'Ngày 29/5/2024, ...' opens its sentence, or its clause after a colon or semicolon
_CLAUSE_OPENS = re.compile(r"(?:^|[;:.\n])[\s*+•-]*(?:Trong )?[Nn]gày\s*$")
# ', ngày 29/5/2024, ...' after what the document was issued for: 'Thực hiện ..., ngày 29/5/2024, UBND ...'
_CLAUSE_GOES_ON = re.compile(r",\s*[Nn]gày\s*$")
_WHY = re.compile(
    r"[\s*+•-]*(?:Để|Nhằm|Thực hiện|Triển khai|Căn cứ|Trên cơ sở|Cụ thể hóa|Theo|Tiếp tục)\s"
)
_NGAY_LENGTH = len("ngày")  # a date in words begins with it


def attach_dates_before(
    layout: Layout, drafts: Sequence[Draft], dates: Sequence[DateMention]
) -> None:
    """'Ngày 29/5/2024, UBND tỉnh đã ban hành Quyết định số 1409/QĐ-UBND': the date stands first."""
    starts = [date.start for date in dates]
    for previous, draft in pairwise((None, *drafts)):
        if draft is None or draft.date is not None or draft.kind == "named":
            continue
        follows = draft.follows
        if follows and follows.rules.get("date") == "before":
            date, place = follows.date, follows.date_place
        else:
            last = bisect_left(starts, draft.start) - 1
            found = dates[last] if last >= 0 else None
            if not found or not _opens_clause_of(layout, found, draft, previous):
                continue
            date, place = found.value, (found.start, found.end)
        draft.date, draft.date_place = date, place
        draft.rules["date"] = "before"


def _opens_clause_of(
    layout: Layout, date: DateMention, draft: Draft, previous: Draft | None
) -> bool:
    """Whether a day opens the clause in which this document, and none before it, is issued."""
    if draft.start - date.end > _NEAR or (previous is not None and previous.end >= date.end):
        return False
    sentence_start, _ = layout.sentence(draft.start)
    if date.start < sentence_start or layout.footnote_at(draft.start):
        return False
    flow = layout.body
    stop = date.start + (_NGAY_LENGTH if date.text[:1] in "Nn" else 0)
    before = flow[max(sentence_start, stop - 40) : stop]
    if not _CLAUSE_OPENS.search(before) and not (
        _CLAUSE_GOES_ON.search(before)
        and flow.startswith(",", date.end)
        and _WHY.match(flow, sentence_start)
    ):
        return False
    between = flow[date.end : draft.start]
    return bool(_DATE_FIRST.search(between)) and "trình" not in between
