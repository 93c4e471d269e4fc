"""Citations: every mention of one identified document.

The steps, in order: numbers and their type words (`numbers`), named acts (`named`), date and issuer
beside each, what a list shares, footnote and subject (`subjects`), relation (`relations`), issuers
(`issuers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...reading import Context, Layout, View
from ...records import AgencyMention, Citation, DateMention, Header
from .assembly import assemble, own_citation
from .beside import attach_dates_and_issuers, link_lists, share_in_lists
from .drafts import Draft, find_drafts
from .issuers import IssuerBook
from .surroundings import read_surroundings

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
    citations = assemble(view, read_surroundings(layout, context, drafts), dates)
    if own_number:
        citations.append(own_citation(view, header, own_number))
    citations.sort(key=lambda c: (c.start, c.end))
    return citations


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
