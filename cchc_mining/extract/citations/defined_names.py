"""Short names that a text gives to a document it cites: '(sau đây gọi tắt là Nghị định 61)'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from ...lexicon import KINDS, are_several, may_mean, titled
from ...reading import Definition, Layout, find_definitions
from ...records import AgencyMention, Citation, Place
from ...vietnamese import LOWER
from .drafts import Draft
from .flows import flows
from .serials import ABBREVIATED_KINDS, SERIAL, serial_of, without_zeros

_KIND = re.compile(rf"(?:{'|'.join(KINDS)}|{'|'.join(ABBREVIATED_KINDS)})(?![^\W\d_])")
# After a bare type word that was defined ('Đề án'), what shows that no other name begins there.
_CLOSES = re.compile(
    r"\s*(?:[.,;:)”\"]|$|\n)|\s+(?:là|được|đã|đang|có|để|thì|mà|phải|cần|sẽ|còn|cũng|nhằm|do|với|gồm|bao gồm|"
    rf"theo|tại|đến|trên địa bàn|và(?=\s+[{LOWER}]))\b"
)
_MANY = re.compile(r"(?:[Mm]ỗi|[Tt]ừng|nhiều|một số)\s+$")


class Defined(Struct, frozen=True):
    """A short name that the text gives to a document cited before it."""

    short: str
    kind: str
    place: Place  # of the bracket; from its end on the name holds
    antecedent: Place  # the citation that it is given to


def read_definitions(layout: Layout) -> list[Definition]:
    """Every bracket that may give a short name, in the body and in footnotes."""
    return [
        definition
        for flow, low, high in flows(layout)
        for definition in find_definitions(flow, low, high)
    ]


def find_defined(
    layout: Layout, definitions: Sequence[Definition], cited: Sequence[Citation]
) -> list[Defined]:
    """Those of the definitions that give a short name to a cited document."""
    found: list[Defined] = []
    starts = [citation.start for citation in cited]
    for definition in definitions:
        kind = _kind_of(definition)
        if kind is None:
            continue
        sentence, _ = layout.sentence(definition.start)
        before = cited[bisect_left(starts, sentence) : bisect_left(starts, definition.start)]
        if named := _named_by(definition, kind, before):
            bracket, antecedent = (definition.start, definition.end), (named.start, named.end)
            found.append(Defined(definition.short, kind, bracket, antecedent))
    return found


def _kind_of(definition: Definition) -> str | None:
    """The type of document that a short name begins with; without 'gọi tắt là' it needs a serial."""
    match = _KIND.match(definition.short)
    if match is None or not (definition.said or SERIAL.search(definition.short)):
        return None
    return ABBREVIATED_KINDS.get(match[0], match[0])


def _named_by(definition: Definition, kind: str, before: Sequence[Citation]) -> Citation | None:
    """The nearest citation of that type and serial; rather not one in the title of another."""
    serial = SERIAL.search(definition.short)
    possible = [
        citation
        for citation in before
        if citation.kind != "self"
        and citation.end <= definition.start
        and (may_mean(kind, citation.doc_type or "?") or titled(kind, citation.subject or ""))
        and (serial is None or serial_of(citation.number) == without_zeros(serial[0]))
    ]
    outer = [citation for citation in possible if not _in_title_of_any(citation, before)]
    return next(reversed(outer or possible), None)


def _in_title_of_any(citation: Citation, others: Sequence[Citation]) -> bool:
    places = (other.parts.get("subject", (0, 0)) for other in others if other is not citation)
    return any(start <= citation.start and citation.end <= end for start, end in places)


def uses_of_defined(
    layout: Layout, defined: Sequence[Defined], agencies: Sequence[AgencyMention]
) -> list[Draft]:
    """Every later use of the short names; of two definitions of one name the later counts."""
    if not defined:
        return []
    by_short: dict[str, list[Defined]] = {}
    for name in defined:
        by_short.setdefault(name.short, []).append(name)
    shorts = sorted(by_short, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, shorts))})(?![\w/]|-\w)")
    found: list[Draft] = []
    for flow, low, high in flows(layout):
        for match in pattern.finditer(flow, low, high):
            earlier = [d for d in by_short[match[0]] if d.place[1] <= match.start()]
            if earlier and _is_use(flow, match, earlier[-1], agencies):
                found.append(_use(match, earlier[-1]))
    return found


def _use(match: re.Match[str], name: Defined) -> Draft:
    return Draft(
        match.start(),
        match.end(),
        "reference",
        {"mention": "defined-name"},
        name.kind,
        antecedent=name.antecedent,
    )


def _is_use(
    flow: str, match: re.Match[str], name: Defined, agencies: Sequence[AgencyMention]
) -> bool:
    if match[0] != name.kind:
        return True
    start, end = match.span()
    if not _CLOSES.match(flow, end, end + 16) or _is_many(flow, start):
        return False
    # 'Sở Kế hoạch và Đầu tư'
    i = bisect_left(agencies, start + 1, key=lambda agency: agency.start) - 1
    return i < 0 or agencies[i].end <= start


def _is_many(flow: str, start: int) -> bool:
    return are_several(flow, start) or _MANY.search(flow, max(start - 8, 0), start) is not None
