"""Mentions that go back to a document or call it by an alias: 'Quyết định này', 'Đề án 06'.

Found here is that a document is meant, and by which words.  Which one is for the linker to say, who
knows identities; where a defined name was defined, `parts['antecedent']` tells it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ...lexicon import bearers
from ...reading import Layout, View
from ...records import AgencyMention, Citation, Header, Place
from .bare_serials import find_bare_serials
from .defined_names import find_defined, read_definitions, uses_of_defined
from .demonstratives import Bearers, find_demonstratives
from .drafts import Draft
from .known_names import find_known_names
from .serials import serial_of


def find_references(
    view: View,
    layout: Layout,
    *,
    header: Header,
    cited: Sequence[Citation],
    agencies: Sequence[AgencyMention],
) -> list[Draft]:
    """All references of a text, sorted, none overlapping a citation of `cited` or another reference.

    `cited` are its other citations, sorted; offsets are the view's.
    """
    definitions = read_definitions(layout)
    defined = find_defined(layout, definitions, cited)
    # a short name where it is given is no mention of the document
    taken = [(c.start, c.end) for c in cited] + [(d.start, d.end) for d in definitions if d.said]
    taken += [name.place for name in defined]
    known = [*find_known_names(layout), *find_bare_serials(layout, cited, agencies)]
    names = uses_of_defined(layout, defined, agencies) + _no_titles(view, known, cited)
    names = _apart(names, taken)
    taken += [(draft.start, draft.end) for draft in names]
    back = _apart(find_demonstratives(layout, Bearers(layout, header, cited, names)), taken)
    return sorted((*names, *back), key=lambda draft: draft.start)


def _no_titles(view: View, names: Iterable[Draft], cited: Sequence[Citation]) -> list[Draft]:
    """Those that do not belong to a citation's title: '06/QĐ-TTg phê duyệt Đề án 06'."""
    titles = sorted(
        (*c.parts["subject"], c.number, c.doc_type or "")
        for c in cited
        if c.number and "subject" in c.parts
    )
    kept: list[Draft] = []
    for name in names:
        before = bisect_right(titles, name.start, key=lambda title: title[0]) - 1
        _, end, number, doc_type = titles[before] if before >= 0 else (0, 0, "", "")
        is_inside = name.end <= end and name.doc_type != doc_type
        if not (is_inside and serial_of(number) in _serials(view, name)):
            kept.append(name)
    return kept


def _serials(view: View, name: Draft) -> set[str | None]:
    """The serials that a name stands for, by its own words and by what everybody knows."""
    known = bearers(" ".join(view.text[name.start : name.end].split()))
    return {serial_of(name.number), *(serial_of(row.number) for row in known)}


def _apart(drafts: Iterable[Draft], taken: Iterable[Place]) -> list[Draft]:
    """Those that overlap nothing taken, nor each other: of two that do the first, the longer."""
    union = _union(taken)
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        before = bisect_left(union, (draft.end,)) - 1
        is_free = before < 0 or union[before][1] <= draft.start
        if is_free and (not kept or kept[-1].end <= draft.start):
            kept.append(draft)
    return kept


def _union(places: Iterable[Place]) -> list[Place]:
    """Places that may overlap as places that do not, sorted."""
    union: list[Place] = []
    for start, end in sorted(places):
        if union and start < union[-1][1]:
            union[-1] = union[-1][0], max(end, union[-1][1])
        else:
            union.append((start, end))
    return union
