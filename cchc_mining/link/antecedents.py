"""What a mention goes back to: 'Quyết định này', 'Nghị định 61', or a number again without its date.

A reference is resolved only where one document can be meant; where several can, they are kept as
candidates.  The rule that decided, or left it open, is kept either way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from ..lexicon import are_several, may_mean, titled
from ..records import Citation, Header, Place, Record
from ..vietnamese import fold
from .aliases import may_be_issued, targets_of
from .identity import UNKNOWN, parse
from .relations import sentence_ends

# Further back than this (two or three paragraphs), the nearest document need not be the one meant.
_NEAR = 900
_MOST = 5  # candidates named, the nearest
_POINTING = re.compile(
    r"(\D+?) (này|đó|ấy|(?:(?:đã|vừa|được) )?(?:nêu|nói|kể|dẫn) (?:ở )?trên|trên|đã (?:nêu|dẫn))"
)
_ARTICLE = re.compile(r"^\s*Điều \d+\.", re.M)
_ACTED_ON = frozenset(("replaces", "repeals", "amends"))
_LONGEST_QUOTE = 4000
_ANY = "văn bản"
_LETTERS = frozenset(("công văn", _ANY))


class Meant(Struct, frozen=True):
    """What a reference means; `rule` says how that was decided, or why it was left open."""

    rule: str
    target: str | None = None
    via: Literal["antecedent", "document", "lexicon"] | None = None
    antecedent: str | None = None
    candidates: tuple[str, ...] = ()


class _Cited(Struct, frozen=True):
    """A citation that can be gone back to; `at` is where the body's reader comes upon it."""

    at: int
    citation: Citation
    target: str
    title: str = ""

    def is_one(self, kind: str) -> bool:
        """Whether a type word can mean it: by its own type, or by what it approves or issues."""
        return may_mean(kind, self.citation.doc_type or "?") or titled(kind, self.title)


def resolve_references(
    record: Record,
    text: str,
    targets: Sequence[str | None],
    own: str | None,
    written: str | None,
) -> dict[str, Meant]:
    """What the references of a record mean, by mention id.

    `targets` are those of its citations so far, None for a reference; `own` is the document's own
    target, `written` the day, month or year of the document (ISO).
    """
    references = [c for c in record.citations if c.kind == "reference"]
    if not references:
        return {}
    notes = _Notes(record)
    starts = {citation.start for citation in record.citations}
    cited = [
        _Cited(notes.position(citation), citation, target, _title(citation, starts))
        for citation, target in zip(record.citations, targets, strict=True)
        if target is not None and citation.kind != "self"
    ]
    names = _Names(cited, written)
    meant = {c.id: m for c in references if (m := names.meant_by(c))}
    cited += [
        _Cited(notes.position(c), c, target)
        for c in references
        if (m := meant.get(c.id)) and (target := m.target)
    ]
    pointing = _Pointing(record, text, own, cited, notes)
    return meant | {c.id: pointing.meant_by(c) for c in references if c.id not in meant}


def _title(citation: Citation, starts: Collection[int]) -> str:
    """Its subject; not where a footnote is only hung on another citation ('Kế hoạch số 5/KH-SNV²')."""
    is_other = citation.parts.get("subject", (-1, -1))[0] in starts
    return "" if is_other else citation.subject or ""


class _Notes:
    """Where the reader of the body comes upon what stands in a footnote: at its mark."""

    def __init__(self, record: Record) -> None:
        self._notes = sorted(record.footnotes, key=lambda note: note.start)
        self._starts = [note.start for note in self._notes]

    def place(self, citation: Citation) -> Place | None:
        """The footnote that a citation stands in."""
        before = bisect_left(self._starts, citation.end) - 1
        if before < 0 or citation.start >= self._notes[before].end:
            return None
        return self._notes[before].start, self._notes[before].end

    def position(self, citation: Citation) -> int:
        before = bisect_left(self._starts, citation.end) - 1
        if before < 0 or citation.start >= self._notes[before].end:
            return citation.start
        anchor = self._notes[before].anchor
        return anchor.start if anchor else citation.start


# -- names


class _Names:
    """Names that the text defines, serials, and names known everywhere."""

    def __init__(self, cited: Sequence[_Cited], written: str | None) -> None:
        self._written = written
        self._by_place = {(c.citation.start, c.citation.end): c for c in cited}
        self._by_serial: dict[str, list[_Cited]] = {}
        self._first: dict[str, _Cited] = {}
        for c in cited:
            self._first.setdefault(c.target, c)
            if serial := _serial(c.citation.number):
                self._by_serial.setdefault(serial, []).append(c)

    def meant_by(self, reference: Citation) -> Meant | None:
        """None where the reference is no name."""
        if place := reference.parts.get("antecedent"):
            if defined := self._by_place.get(place):
                return _back_to(defined, "defined")
            return Meant("defined")
        if reference.number:
            return self._cited_in_full(reference) or self._known(reference)
        if _POINTING.match(fold(reference.text)):
            return None
        return self._known(reference)

    def _cited_in_full(self, reference: Citation) -> Meant | None:
        """'Nghị định 61' is the decree of that serial cited elsewhere in the document."""
        possible = [
            c
            for c in self._by_serial.get(_serial(reference.number) or "", ())
            if c.is_one(reference.doc_type or "?")
            and (not reference.issuer or may_be_issued(c.target, reference.issuer))
        ]
        targets = _distinct(possible)
        if len(targets) > 1:
            known = self._targets(reference)
            targets = tuple(t for t in targets if t in known) if known else targets
        if not targets:
            return None
        if len(targets) > 1:
            return Meant("several-of-serial", candidates=targets)
        possible = [c for c in possible if c.target in targets]
        earlier = [c for c in possible if c.at < reference.start]
        return _back_to(earlier[-1] if earlier else possible[0], "same-serial")

    def _targets(self, reference: Citation) -> tuple[str, ...]:
        alias = f"{reference.doc_type} {reference.number}" if reference.number else reference.text
        return targets_of(alias, self._written, reference.issuer)

    def _known(self, reference: Citation) -> Meant:
        targets = self._targets(reference)
        cited_here = tuple(target for target in targets if target in self._first)
        chosen = cited_here if len(cited_here) == 1 else targets
        if len(chosen) != 1:
            return Meant("several-known" if chosen else "unknown-name", candidates=chosen)
        first = self._first.get(chosen[0])
        is_before = first is not None and first.at < reference.start
        antecedent = first.citation.id if first and is_before else None
        return Meant("known-name", chosen[0], "lexicon", antecedent)


def _serial(number: str | None) -> str | None:
    match = re.match(r"\d+[a-zđ]?", number or "")
    return match[0].lstrip("0") if match else None


def _back_to(cited: _Cited, rule: str) -> Meant:
    return Meant(rule, cited.target, "antecedent", cited.citation.id)


def _last(cited: Sequence[_Cited], targets: Collection[str]) -> _Cited:
    return next(c for c in reversed(cited) if c.target in targets)


def _distinct(cited: Iterable[_Cited]) -> tuple[str, ...]:
    """Their targets, sorted; not one that says less of a document than another does."""
    targets = {c.target for c in cited}
    return tuple(sorted(t for t in targets if not any(_says_less(t, other) for other in targets)))


def _says_less(target: str, other: str) -> bool:
    one, two = parse(target), parse(other)
    return (
        target != other
        and one.number == two.number
        and one.register in (UNKNOWN, two.register)
        and one.year in (UNKNOWN, two.year)
    )


# -- pointing words


class _Pointing:
    """'Quyết định này', 'Nghị định nêu trên', 'các Kế hoạch đó'."""

    def __init__(
        self, record: Record, text: str, own: str | None, cited: Sequence[_Cited], notes: _Notes
    ) -> None:
        header = record.header or Header()
        self._own_type, self._own_title = header.doc_type, header.title or ""
        self._own = own
        self._self = next((c.id for c in record.citations if c.kind == "self"), None)
        self._text = text
        self._notes = notes
        self._cited = sorted(cited, key=lambda c: (c.at, c.citation.start))
        self._by_kind: dict[str, list[_Cited]] = {}

    @cached_property
    def _has_articles(self) -> bool:
        return _ARTICLE.search(self._text) is not None

    def meant_by(self, reference: Citation) -> Meant:
        words = _POINTING.match(fold(reference.text))
        kind = (reference.doc_type or (words[1] if words else "")).capitalize()
        before = self._before(reference, kind)
        is_several = are_several(self._text, reference.start)
        if words and words[2] == "này" and not is_several and self._is_own(kind, reference, before):
            return self._itself(reference, before)
        if not before:
            return Meant("none-before")
        if is_several:
            return Meant("several-meant", candidates=self._several(reference, before))
        return self._nearest(reference, before)

    def _before(self, reference: Citation, kind: str) -> list[_Cited]:
        """What of that kind the reader has come upon; in a footnote, rather what stands in it."""
        of_kind = self._by_kind.get(kind)
        if of_kind is None:
            of_kind = self._by_kind[kind] = [c for c in self._cited if c.is_one(kind)]
        if note := self._notes.place(reference):
            inside = [c for c in of_kind if note[0] <= c.citation.start < reference.start]
            inside = [c for c in inside if self._notes.place(c.citation) == note]
            if inside:
                return inside
        position = self._notes.position(reference)
        return of_kind[: bisect_left(of_kind, position, key=lambda c: c.at)]

    def _is_own(self, kind: str, reference: Citation, before: Sequence[_Cited]) -> bool:
        if self._own_type is None:
            return self._has_articles
        if kind.lower() == _ANY and before and not self._has_articles:
            # a letter calls itself so; in a report it may be what was just cited
            return self._own_type.lower() in _LETTERS or not self._is_near(reference, before[-1])
        return may_mean(kind, self._own_type) or titled(kind, self._own_title)

    def _itself(self, reference: Citation, before: Sequence[_Cited]) -> Meant:
        """The document itself, unless it quotes another or its own head is lost."""
        if self._own_type is None or self._is_quoted(reference):
            nearest = _distinct(self._group(before)) if before else ()
            own = (self._own,) if self._own else ()
            rule = "no-head" if self._own_type is None else "quoted"
            return Meant(rule, candidates=tuple(sorted({*own, *nearest})))
        return Meant("own-document", self._own, "document", self._self)

    def _is_quoted(self, reference: Citation) -> bool:
        """'... được sửa đổi như sau: “Điều 5. ... Nghị định này”': whose words are these?"""
        low = max(reference.start - _LONGEST_QUOTE, 0)
        opened = self._text.rfind("“", low, reference.start)
        return opened >= 0 and self._text.find("”", opened, reference.start) < 0

    def _nearest(self, reference: Citation, before: Sequence[_Cited]) -> Meant:
        nearest = before[-1]
        if self._is_near(reference, nearest):
            group = self._group(before)
            targets = _distinct(group)
            if len(targets) == 1:
                return _back_to(_last(group, targets), "nearest")
            return Meant("several-in-sentence", candidates=targets)
        targets = _distinct(before)
        if len(targets) == 1:
            return _back_to(_last(before, targets), "only-one")
        return Meant("too-far", candidates=_last_few(before))

    def _is_near(self, reference: Citation, cited: _Cited) -> bool:
        return self._notes.position(reference) - cited.at < _NEAR

    def _group(self, before: Sequence[_Cited]) -> list[_Cited]:
        """Those in the sentence of the last; rather not what it acts on, nor what a title names."""
        group = [before[-1]]
        for cited in reversed(before[:-1]):
            if self._is_parted(cited.citation, group[0].citation):
                break
            group.insert(0, cited)
        titles = [c.citation.parts.get("subject", (0, 0)) for c in group]
        leading = [
            c
            for c in group
            if c.citation.relation not in _ACTED_ON
            and not any(start <= c.citation.start < end for start, end in titles)
        ]
        return leading or group

    def _is_parted(self, one: Citation, other: Citation) -> bool:
        if self._notes.place(one) != self._notes.place(other):
            return True
        return sentence_ends(self._text, one.end, other.start)

    def _several(self, reference: Citation, before: Sequence[_Cited]) -> tuple[str, ...]:
        """Those of the last sentence that names any; of the last paragraphs where that is one."""
        group = _distinct(self._group(before))
        near = [c for c in before if self._is_near(reference, c)]
        return group if len(group) > 1 or not near else _last_few(near)


def _last_few(cited: Sequence[_Cited]) -> tuple[str, ...]:
    nearest_first = dict.fromkeys(c.target for c in reversed(cited))
    return tuple(sorted(list(nearest_first)[:_MOST]))


# -- numbers again


def first_mentions(
    citations: Sequence[Citation], targets: Sequence[str | None]
) -> dict[str, Citation]:
    """The mention that introduces each target; a reference introduces nothing."""
    first: dict[str, Citation] = {}
    for citation, target in zip(citations, targets, strict=True):
        if target and citation.kind != "reference":
            first.setdefault(target, citation)
    return first


def introduced_by(
    citation: Citation, target: str | None, first: Mapping[str, Citation]
) -> str | None:
    """The mention that introduced the same document, for a later one that gives no date."""
    if not target or citation.date or target not in first:
        return None
    introduced = first[target]
    return introduced.id if introduced.start < citation.start else None
