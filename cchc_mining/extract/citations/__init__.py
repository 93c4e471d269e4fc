"""Citations: every mention of one identified document.

The steps, in order: numbers and their type words (`numbers`), named acts (`named`), date and issuer
beside each, what a list shares, footnote and subject (`subjects`), relation (`relations`), issuers
(`issuers`); at last the mentions that go back to one of these (`references`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...lexicon import read_number
from ...reading import Context, Layout, View
from ...records import AgencyMention, Citation, DateMention, Header, Place
from .beside import attach_dates_and_issuers, date_before, link_lists, share_in_lists
from .drafts import Draft, find_drafts
from .issuers import IssuerBook
from .pinpoints import pinpoints_before
from .references import find_references
from .relations import Relating, relation_before
from .subjects import subject_after, subject_before, subject_of_footnote, subject_text

__all__ = ["find_citations"]


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
    drafts = find_drafts(text, own_number)
    attach_dates_and_issuers(text, drafts, dates, agencies)
    link_lists(text, drafts)
    share_in_lists(drafts)
    book = IssuerBook(context, agencies)
    _resolve_issuers(drafts, book)
    citations = [
        _finished(view, layout, context, draft, previous, dates)
        for previous, draft in pairwise((None, *drafts))
        if draft is not None
    ]
    if own_number:
        citations.append(_own(view, header, own_number))
    citations.sort(key=lambda c: (c.start, c.end))
    back = find_references(view, layout, header=header, cited=citations, agencies=agencies)
    return sorted((*citations, *back), key=lambda c: (c.start, c.end))


_NAMELESS = re.compile(r"\b(?:tỉnh|huyện|xã)$")  # 'Ủy ban nhân dân tỉnh', without its name


def _resolve_issuers(drafts: list[Draft], book: IssuerBook) -> None:
    """As written here, as written at the same number elsewhere, else by the code."""
    written: dict[str, str] = {}
    for draft in drafts:
        if draft.number and draft.issuer:
            written.setdefault(draft.number, draft.issuer)
    for draft in drafts:
        if draft.kind == "named":
            is_ordinance = (draft.doc_type or "").startswith("Pháp lệnh")
            draft.issuer = "Ủy ban Thường vụ Quốc hội" if is_ordinance else "Quốc hội"
            draft.rules["issuer"] = "kind-of-act"
        elif draft.number and draft.issuer is None:
            elsewhere = written.get(draft.number)
            draft.issuer = elsewhere or book.of_number(draft.number)
            draft.rules["issuer"] = "same-number-elsewhere" if elsewhere else "code-in-context"
        if draft.issuer and _NAMELESS.search(draft.issuer):
            draft.issuer = None  # of which province is not known: two of them must not become one


def _finished(
    view: View,
    layout: Layout,
    context: Context,
    draft: Draft,
    previous: Draft | None,
    dates: Sequence[DateMention],
) -> Citation:
    block = layout.footnote_at(draft.start)
    flow = layout.flow_at(draft.start)
    sentence_start, sentence_end = layout.sentence(draft.start)
    subject, subject_rule = _subject(layout, draft, previous, flow, sentence_start, sentence_end)
    relating = _relation(layout, draft, subject, context)
    date, date_place = draft.date, draft.date_place
    if date is None and draft.kind == "numbered" and block is None:
        date, date_place = date_before(flow, sentence_start, draft, previous, dates)
        draft.rules["date"] = "before"
    pinpoints, pinpoint_place = pinpoints_before(flow, sentence_start, draft.start)
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
    found = {
        "mention",
        "relation",
        *(name for name in parts),
        *(("issuer",) if draft.issuer else ()),
    }
    rules = draft.rules | {
        "subject": subject_rule,
        "relation": relating.rule,
        "pinpoint": "before",
    }
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
        rules={piece: rule for piece, rule in rules.items() if piece in found},
    )


def _first_words(view: View, draft: Draft) -> str:
    assert draft.number_place is not None
    before = view.text[draft.start : draft.number_place[0]]
    return re.sub(r"[\s*:]*(?:[Ss]ố|SỐ|sô|sè)?[\s*:]*$", "", before)


def _confidence(draft: Draft) -> float:
    rule = draft.rules["mention"]
    if draft.kind == "named":
        return 0.95 if rule == "named-known" else 0.8
    if rule.startswith(("number-bare", "number-abbreviated")):
        return 0.75
    return 0.99 if "headless" not in rule or "list" in rule else 0.85


def _relation(layout: Layout, draft: Draft, subject: Place | None, context: Context) -> Relating:
    """From the words before the citation, or before the phrase that its footnote's mark closes."""
    first = draft.first or draft
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
    draft: Draft,
    previous: Draft | None,
    flow: str,
    sentence_start: int,
    sentence_end: int,
) -> tuple[Place | None, str]:
    if draft.kind == "named":
        return None, ""
    for member in (draft, draft.last):  # a list shares what stands after its last member
        if member and (after := subject_after(flow, member.end, sentence_end)):
            return after, "after" if member is draft else "shared-in-list"
    block = layout.footnote_at(draft.start)
    if block:
        return subject_of_footnote(layout, block), "footnoted-phrase"
    before = subject_before(flow, sentence_start, draft.start)
    if before and previous and previous.start >= before[0]:
        return None, ""  # the phrase before cites another document
    return before, "before"


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
        rules={"mention": "own-number"},
    )
