"""Citations: every mention of one identified document.

The steps, in order: numbers (`numbers`: their `forms`, their type words in `heads`, what is none in
`refusals`) and named acts (`named`) become drafts (`drafts`); date and issuer beside each (`beside`),
what a list shares (`lists`), issuers (`issuers`), what stands around each (`surroundings`: pinpoints,
subject, relation), the finished citations (`assembly`); at last the mentions that go back to one of
these (`references`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ...reading import Context, Layout, View
from ...records import AgencyMention, Citation, DateMention, Header
from .assembly import assemble, own_citation
from .beside import attach_dates_and_issuers, attach_dates_before
from .drafts import find_drafts
from .issuers import resolve_issuers
from .lists import link_lists, share_in_lists
from .references import find_references
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
    drafts = find_drafts(layout, own_number)
    attach_dates_and_issuers(text, drafts, dates, agencies)
    link_lists(text, drafts)
    share_in_lists(text, drafts, agencies, dates)
    attach_dates_before(layout, drafts, dates)
    resolve_issuers(text, drafts, agencies, context, own_number[2] if own_number else None)
    citations = assemble(view, read_surroundings(layout, context, drafts), header)
    if own_number:
        citations.append(own_citation(view, header, own_number))
    citations.sort(key=lambda c: (c.start, c.end))
    back = find_references(view, layout, header=header, cited=citations, agencies=agencies)
    citations += assemble(view, read_surroundings(layout, context, back), header)
    citations.sort(key=lambda c: (c.start, c.end))
    return citations
