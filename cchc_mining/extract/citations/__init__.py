"""Citations: every mention of one identified document.

The steps, in order: numbers and their type words (`numbers`), named acts (`named`), date and issuer
beside each, what a list shares, footnote and subject (`subjects`), relation (`relations`), issuers
(`issuers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...lexicon import read_number
from ...reading import Context, Layout, View
from ...records import AgencyMention, Citation, DateMention, Header, Pinpoint, Place
from .issuers import IssuerBook
from .named import NamedAct, find_named_acts
from .numbers import Number, find_numbers
from .relations import Relating, relation_before
from .subjects import subject_after, subject_before, subject_of_footnote, subject_text

__all__ = ["find_citations", "find_numbers"]

# Between a number and its date: 'ngày', ', ngày', '(ngày', 'ký ngày', 'ban hành ngày'
_TO_DATE = re.compile(
    r"[\s*_]*,?\s*\(?(?:(?:ký|ban hành|được ban hành)\s+)?(?:cùng\s+(?=ngày))?(?=\d|[Nn]gày)"
)
_NGAY = re.compile(r"[Nn]gày\s+")
_TO_ISSUER = re.compile(r"[\s*_]*\)?,?\s*(?:do|của)\s+(?:các\s+)?")
_OFFICE = re.compile(
    r"(?:(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Bí thư|Trưởng ban|Chánh Văn phòng|Bộ trưởng|Cục trưởng|"
    r"Chánh Thanh tra|Tổng Giám đốc|Tổng cục trưởng|Thứ trưởng|Hiệu trưởng|Trưởng phòng|Thường trực)\s+)?"
)
# What joins the members of a list: 'và', ',', ';', 'số'
_LIST_JOINT = re.compile(r"[\s*_]*(?:,|;|và|,\s*và|hoặc)\s*(?:(?:số|các)\s*:?\s*)?[\s*_]*")
# 'Các Văn bản của UBND tỉnh: Văn bản số ...'
_DATE_FIRST = re.compile(r"\b(?:ban hành|ký|có|phê duyệt|thông qua|trình|gửi|ra)\b")
_PINPOINT = re.compile(
    r"(?:(?:[Đđ]iểm\s+[a-zđ](?:\s*,\s*[a-zđ]\b)*(?:\s+và\s+[a-zđ]\b)?\s*,?\s*)?(?:[Kk]hoản\s+\d+[a-z]?(?:\s*(?:,|và)\s*\d+)*\s*,?\s*)?"
    r"(?:[Đđ]iều\s+\d+[a-z]?(?:\s*(?:,|và)\s*(?:Điều\s+)?\d+)*))\s+(?:của\s+)?$"
)
_DIEU = re.compile(r"[Đđ]iều\s+(\d+[a-z]?)|(?:,|và)\s*(\d+)")
_NEAR = 140


class _Draft(Struct):
    """A citation being put together; offsets are the view's."""

    start: int
    end: int
    kind: str
    rule: str
    doc_type: str | None
    number: str | None = None
    number_place: Place | None = None
    date: str | None = None
    date_place: Place | None = None
    issuer: str | None = None
    issuer_place: Place | None = None
    elided: bool = False
    is_same_day: bool = False  # '... cùng ngày 25/10/2017': shared with the member before
    follows: "_Draft | None" = None
    leads: "_Draft | None" = None
    name: str | None = None


def find_citations(
    view: View,
    layout: Layout,
    context: Context,
    *,
    header: Header,
    own_number: tuple[int, int, str | None] | None,
    dates: Sequence[DateMention],
    agencies: Sequence[AgencyMention],
) -> list[Citation]:
    """All citations of a text, sorted by start; offsets are the view's."""
    text = view.text
    drafts = _drafts(text, own_number)
    _attach_dates_and_issuers(text, drafts, dates, agencies)
    _link_lists(text, drafts)
    _share_in_lists(drafts)
    book = IssuerBook(context, agencies)
    _resolve_issuers(drafts, book)
    citations = [_finished(view, layout, context, draft, drafts, dates) for draft in drafts]
    if own_number:
        citations.append(_own(view, header, own_number))
    citations.sort(key=lambda c: (c.start, c.end))
    return citations


# --- drafts -----------------------------------------------------------------------------------


def _drafts(text: str, own_number: tuple[int, int, str | None] | None) -> list[_Draft]:
    acts = find_named_acts(text)
    by_end = {act.name_end: act for act in acts}
    used: set[int] = set()
    drafts: list[_Draft] = []
    for number in find_numbers(text):
        if own_number and number.start < own_number[1] and own_number[0] < number.end:
            continue
        drafts.append(_numbered(text, number, by_end, used))
    starts = [(d.start, d.end) for d in drafts]
    for act in acts:
        if act.start not in used and not any(s < act.end and act.start < e for s, e in starts):
            drafts.append(_named(act))
    drafts.sort(key=lambda d: d.start)
    return drafts


def _numbered(text: str, number: Number, acts: dict[int, NamedAct], used: set[int]) -> _Draft:
    head = number.head
    start, doc_type = (head.start, head.doc_type) if head else (number.start, None)
    before = text[max(number.start - 8, 0) : number.start]
    stop = number.start - len(before) + len(re.sub(r"\s*(?:số|\(|\(Luật số)\s*:?\s*$", "", before))
    if act := acts.get(stop):
        # 'Luật Đất đai số 45/2013/QH13': one citation, from the name through the number
        used.add(act.start)
        start, doc_type = act.start, act.doc_type
    return _Draft(
        start,
        number.end,
        "numbered",
        f"number-{number.rule}" + ("" if doc_type else "-headless"),
        doc_type,
        number=number.number,
        number_place=(number.start, number.end),
        elided=doc_type is None,
        name=act.name if act else None,
    )


def _named(act: NamedAct) -> _Draft:
    rule = "named-known" if act.known else "named-open"
    return _Draft(act.start, act.end, "named", rule, act.doc_type, name=act.name)


# --- date and issuer --------------------------------------------------------------------------


def _attach_dates_and_issuers(
    text: str,
    drafts: list[_Draft],
    dates: Sequence[DateMention],
    agencies: Sequence[AgencyMention],
) -> None:
    dates_at = {d.start: d for d in dates}
    agencies_at = {a.start: a for a in agencies if not a.anaphor or a.name}
    for draft in drafts:
        _attach_date(text, draft, dates_at)
        _attach_issuer(text, draft, agencies_at)
        if draft.date is None and draft.issuer is not None and draft.kind == "numbered":
            _attach_date(text, draft, dates_at)  # '... của UBND tỉnh ngày 12/3/2024'


def _attach_date(text: str, draft: _Draft, dates_at: dict[int, DateMention]) -> None:
    gap = _TO_DATE.match(text, draft.end, draft.end + 40)
    if not gap:
        return
    date = dates_at.get(gap.end())
    if date is None and (word := _NGAY.match(text, gap.end())):
        date = dates_at.get(word.end())
    if date is None:
        return
    draft.is_same_day = "cùng" in gap[0]
    draft.date = date.value if date.value and len(date.value) == 10 else _as_written(date.text)
    draft.date_place = (date.start, date.end)
    draft.end = date.end


_WRITTEN = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})")


def _as_written(text: str) -> str | None:
    """A day that does not exist is kept as written: '31/11/2023' -> '2023-11-31'."""
    match = _WRITTEN.search(text)
    return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}" if match else None


def _attach_issuer(text: str, draft: _Draft, agencies_at: dict[int, AgencyMention]) -> None:
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
    draft.end = agency.end


# --- lists ------------------------------------------------------------------------------------


def _link_lists(text: str, drafts: list[_Draft]) -> None:
    """Mark the drafts that directly follow another in a list."""
    for previous, draft in zip(drafts, drafts[1:]):
        joint = _LIST_JOINT.fullmatch(text, previous.end, draft.start)
        if joint and previous.kind == draft.kind:
            draft.follows = previous
            previous.leads = draft


def _share_in_lists(drafts: list[_Draft]) -> None:
    """The type runs forward to members without one; date and issuer back to members without."""
    for draft in drafts:
        previous = draft.follows
        if draft.elided and previous and previous.doc_type and _type_code(previous) == _type_code(draft):
            draft.doc_type = previous.doc_type
            draft.rule += "-list"
    for draft in reversed(drafts):
        previous = draft.follows
        if previous is None or draft.kind == "named":
            continue
        if previous.issuer is None and draft.issuer is not None and _same_code(previous, draft):
            previous.issuer, previous.issuer_place = draft.issuer, draft.issuer_place
        if previous.date is None and draft.date is not None and (draft.elided or draft.is_same_day):
            previous.date, previous.date_place = draft.date, draft.date_place
    for draft in drafts:
        if draft.doc_type is None and draft.number:
            code = read_number(draft.number)
            draft.doc_type = code.doc_type if code else None


def _type_code(draft: _Draft) -> str | None:
    code = read_number(draft.number) if draft.number else None
    return code.type_code if code else None


def _same_code(one: _Draft, other: _Draft) -> bool:
    a = read_number(one.number or "")
    b = read_number(other.number or "")
    return bool(a and b and a.issuers == b.issuers)


def _resolve_issuers(drafts: list[_Draft], book: IssuerBook) -> None:
    """As written here, as written at the same number elsewhere, else by the code."""
    written: dict[str, str] = {}
    for draft in drafts:
        if draft.number and draft.issuer:
            written.setdefault(draft.number, draft.issuer)
    for draft in drafts:
        if draft.kind == "named":
            is_ordinance = (draft.doc_type or "").startswith("Pháp lệnh")
            draft.issuer = "Ủy ban Thường vụ Quốc hội" if is_ordinance else "Quốc hội"
        elif draft.number and draft.issuer is None:
            draft.issuer = written.get(draft.number) or book.of_number(draft.number)


# --- finishing --------------------------------------------------------------------------------


def _finished(
    view: View,
    layout: Layout,
    context: Context,
    draft: _Draft,
    drafts: list[_Draft],
    dates: Sequence[DateMention],
) -> Citation:
    block = layout.footnote_at(draft.start)
    flow = layout.flow_at(draft.start)
    sentence_start, sentence_end = layout.sentence(draft.start)
    subject = _subject(layout, draft, drafts, flow, sentence_start, sentence_end)
    relating = _relation(layout, draft, subject, context)
    date, date_place = draft.date, draft.date_place
    if date is None and draft.kind == "numbered" and block is None:
        date, date_place = _date_before(flow, sentence_start, draft, drafts, dates)
    pinpoints, pinpoint_place = _pinpoints(flow, sentence_start, draft.start)
    parts: dict[str, Place] = {}
    for name, place in (
        ("number", draft.number_place),
        ("date", date_place),
        ("issuer", draft.issuer_place),
        ("subject", subject),
        ("relation", (relating.start, relating.end) if relating.end else None),
        ("pinpoint", pinpoint_place),
    ):
        if place:
            parts[name] = place
    if draft.number_place and draft.number_place[0] > draft.start:
        parts["type"] = (draft.start, draft.start + len(_first_words(view, draft)))
    code = read_number(draft.number) if draft.number else None
    return Citation(
        start=draft.start,
        end=draft.end,
        text=view.raw[draft.start : draft.end],
        kind="numbered" if draft.kind == "numbered" else "named",
        number=draft.number,
        number_raw=view.raw[slice(*draft.number_place)] if draft.number_place else None,
        doc_type=draft.doc_type,
        type_code=code.type_code or None if code else None,
        date=date,
        issuer=draft.issuer,
        issuer_text=view.raw[slice(*draft.issuer_place)] if draft.issuer_place else None,
        subject=subject_text(flow if subject and not block else layout.body, subject)
        if subject
        else None,
        pinpoints=pinpoints,
        relation=relating.relation,
        relation_text=layout.body[relating.start : relating.end] if relating.end else None,
        footnote=block.mark if block else None,
        parts=parts,
        confidence=_confidence(draft),
        rule=draft.rule,
    )


def _first_words(view: View, draft: _Draft) -> str:
    assert draft.number_place is not None
    before = view.text[draft.start : draft.number_place[0]]
    return re.sub(r"[\s*:]*(?:[Ss]ố|SỐ|sô|sè)?[\s*:]*$", "", before)


def _confidence(draft: _Draft) -> float:
    if draft.kind == "named":
        return 0.95 if draft.rule == "named-known" else 0.8
    if draft.rule.startswith(("number-bare", "number-abbreviated")):
        return 0.75
    return 0.99 if "headless" not in draft.rule or "list" in draft.rule else 0.85


def _relation(layout: Layout, draft: _Draft, subject: Place | None, context: Context) -> Relating:
    """From the words before the citation, or before the phrase that its footnote's mark closes."""
    first = draft
    while first.follows is not None:
        first = first.follows
    block = layout.footnote_at(first.start)
    if not block or block.anchor_start is None:
        sentence_start, _ = layout.sentence(first.start)
        return relation_before(layout.flow_at(first.start), sentence_start, first.start)
    inside = relation_before(layout.view.text, block.text_start, first.start)
    if inside.relation != "mentions":
        return inside
    sentence_start, _ = layout.sentence(block.anchor_start)
    phrase = subject[0] if subject and subject[0] < block.start else block.anchor_start
    if (
        draft.doc_type == "Báo cáo"
        and "báo cáo" in layout.body[phrase - 12 : block.anchor_start].lower()
    ):
        return Relating("reports", phrase, block.anchor_start, "report-in-footnote")
    is_own = draft.issuer is not None and draft.issuer == context.issuer
    return relation_before(layout.body, sentence_start, phrase, is_own_footnote=is_own)


def _subject(
    layout: Layout,
    draft: _Draft,
    drafts: list[_Draft],
    flow: str,
    sentence_start: int,
    sentence_end: int,
) -> Place | None:
    if draft.kind == "named":
        return None
    member: _Draft | None = draft
    while member is not None:  # a list shares what stands after its last member
        if after := subject_after(flow, member.end, sentence_end):
            return after
        member = member.leads
    block = layout.footnote_at(draft.start)
    if block:
        return subject_of_footnote(layout, block)
    before = subject_before(flow, sentence_start, draft.start)
    if before and any(before[0] <= d.start < before[1] for d in drafts):
        return None  # the phrase before cites another document
    return before


def _date_before(
    flow: str,
    sentence_start: int,
    draft: _Draft,
    drafts: list[_Draft],
    dates: Sequence[DateMention],
) -> tuple[str | None, Place | None]:
    """'Ngày 29/5/2024, UBND tỉnh đã ban hành Quyết định số 1409/QĐ-UBND': the date stands first."""
    opening = flow[sentence_start : sentence_start + 12].lstrip(" -+*•")
    if not opening.startswith(("Ngày", "ngày")):
        return None, None
    date = next((d for d in dates if d.start >= sentence_start), None)
    if date is None or date.end > draft.start or draft.start - date.end > _NEAR:
        return None, None
    between = flow[date.end : draft.start]
    if (
        not _DATE_FIRST.search(between)
        or "trình" in between
        or any(date.end <= other.start < draft.start for other in drafts if other is not draft)
    ):
        return None, None
    return date.value, (date.start, date.end)


def _pinpoints(
    flow: str, sentence_start: int, start: int
) -> tuple[tuple[Pinpoint, ...], Place | None]:
    match = _PINPOINT.search(flow, max(sentence_start, start - 60), start)
    if not match:
        return (), None
    text = match[0].strip().removesuffix("của").strip()
    khoan = re.search(r"[Kk]hoản\s+(\d+[a-z]?)", text)
    diem = re.search(r"[Đđ]iểm\s+([a-zđ])\b", text)
    articles = [a or b for a, b in _DIEU.findall(text[text.lower().index("điều") :])]
    place = (match.start(), match.start() + len(text))
    return (
        tuple(
            Pinpoint(
                text=f"Điều {article}" if len(articles) > 1 else text,
                dieu=article,
                khoan=khoan[1] if khoan else None,
                diem=diem[1] if diem else None,
            )
            for article in articles
        ),
        place,
    )


def _own(view: View, header: Header, own_number: tuple[int, int, str | None]) -> Citation:
    start, end, number = own_number
    code = read_number(number) if number else None
    date = header.doc_date if header.doc_date and len(header.doc_date) == 10 else None
    return Citation(
        start=start,
        end=end,
        text=view.raw[start:end],
        kind="self",
        number=number,
        number_raw=re.sub(r"^(?:Số|SỐ)\s*:?\s*", "", view.raw[start:end]),
        doc_type=header.doc_type,
        type_code=code.type_code or None if code else None,
        date=date,
        issuer=header.issuer,
        subject=header.title,
        relation="mentions",
        rule="own-number",
    )
