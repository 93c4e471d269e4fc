"""What pointing words mean: 'Quyết định này', 'Nghị định nêu trên', 'các Kế hoạch đó'."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from ..lexicon import are_several, may_mean, titled
from ..records import Citation, Header, Record
from ..vietnamese import fold
from .bearers import Bearer, Meant, Notes, back_to, distinct_targets, last_with
from .relations import sentence_ends

_POINTING = re.compile(
    r"(\D+?) (này|đó|ấy|(?:(?:đã|vừa|được) )?(?:nêu|nói|kể|dẫn) (?:ở )?trên|trên|đã (?:nêu|dẫn))"
)
# Further back than this (two or three paragraphs), the nearest document need not be the one meant.
_NEAR = 900
_MOST = 5  # candidates named, the nearest
# Work on one mention is bounded: so many bearers before it are looked at, so many in its sentence.
_LOOKED_AT = 400
_LONGEST_LIST = 40
_ARTICLE = re.compile(r"^\s*Điều \d+\.", re.M)
_ACTED_ON = frozenset(("replaces", "repeals", "amends"))
_LONGEST_QUOTE = 4000
_ANY = "văn bản"
_LETTERS = frozenset(("công văn", _ANY))


def is_pointing(reference: Citation) -> bool:
    """Whether a reference points back rather than names."""
    return reference.number is None and _POINTING.match(fold(reference.text)) is not None


class Pointing:
    """The pointing words of one document; `own` is the document's own target."""

    def __init__(
        self, record: Record, text: str, own: str | None, bearers: Sequence[Bearer], notes: Notes
    ) -> None:
        header = record.header or Header()
        self._own_type, self._own_title = header.doc_type, header.title or ""
        self._own = own
        self._self = next((c.id for c in record.citations if c.kind == "self"), None)
        self._text = text
        self._notes = notes
        self._bearers = sorted(bearers, key=lambda b: (b.at, b.citation.start))
        self._by_kind: dict[str, list[Bearer]] = {}

    def meant_by(self, reference: Citation) -> Meant:
        """The document that pointing words mean, or those they may mean."""
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

    def _before(self, reference: Citation, kind: str) -> list[Bearer]:
        """What of that kind the reader has come upon; in a footnote, rather what stands in it."""
        of_kind = self._by_kind.get(kind)
        if of_kind is None:
            of_kind = self._by_kind[kind] = [b for b in self._bearers if b.is_one(kind)]
        position = self._notes.position(reference)
        here = bisect_right(of_kind, position, key=_at)  # with what stands in the same footnote
        before = of_kind[max(here - _LOOKED_AT, 0) : here]
        if note := self._notes.place(reference):
            inside = [
                b
                for b in before
                if self._notes.place(b.citation) == note and b.citation.start < reference.start
            ]
            if inside:
                return inside
        return [b for b in before if b.at < position]

    @cached_property
    def _has_articles(self) -> bool:
        return _ARTICLE.search(self._text) is not None

    def _is_own(self, kind: str, reference: Citation, before: Sequence[Bearer]) -> bool:
        if self._own_type is None:
            return self._has_articles
        if kind.lower() == _ANY and before and not self._has_articles:
            # a letter calls itself so; in a report it may be what was just cited
            return self._own_type.lower() in _LETTERS or not self._is_near(reference, before[-1])
        return may_mean(kind, self._own_type) or titled(kind, self._own_title)

    def _itself(self, reference: Citation, before: Sequence[Bearer]) -> Meant:
        """The document itself, unless it quotes another or its own head is lost."""
        if self._own_type is None or self._is_quoted(reference):
            nearest = distinct_targets(self._group(before)) if before else ()
            own = (self._own,) if self._own else ()
            rule = "no-head" if self._own_type is None else "quoted"
            return Meant(rule, candidates=tuple(sorted({*own, *nearest})))
        return Meant("own-document", self._own, "document", self._self)

    def _is_quoted(self, reference: Citation) -> bool:
        """'... được sửa đổi như sau: “Điều 5. ... Nghị định này”': whose words are these?"""
        low = max(reference.start - _LONGEST_QUOTE, 0)
        opened = self._text.rfind("“", low, reference.start)
        return opened >= 0 and self._text.find("”", opened, reference.start) < 0

    def _nearest(self, reference: Citation, before: Sequence[Bearer]) -> Meant:
        if not self._is_near(reference, before[-1]):
            targets = distinct_targets(before)
            if len(targets) == 1:
                return back_to(last_with(before, targets), "only-one")
            return Meant("too-far", candidates=_last_few(before))
        group = self._group(before)
        if len(group) == 1:
            return back_to(group[0], "nearest")
        targets = distinct_targets(group)
        if len(targets) == 1 and all(b.targets for b in group):
            return back_to(last_with(group, targets), "nearest")
        return Meant("several-in-sentence", candidates=targets)

    def _is_near(self, reference: Citation, bearer: Bearer) -> bool:
        return self._notes.position(reference) - bearer.at < _NEAR

    def _group(self, before: Sequence[Bearer]) -> list[Bearer]:
        """Those in the sentence of the last; rather not what it acts on, nor what a title names."""
        group = [before[-1]]
        for bearer in reversed(before[-_LONGEST_LIST:-1]):
            if self._is_parted(bearer.citation, group[0].citation):
                break
            group.insert(0, bearer)
        titles = [b.citation.parts.get("subject", (0, 0)) for b in group]
        leading = [
            b
            for b in group
            if b.citation.relation not in _ACTED_ON
            and not any(start <= b.citation.start < end for start, end in titles)
        ]
        return leading or group

    def _is_parted(self, one: Citation, other: Citation) -> bool:
        if self._notes.place(one) != self._notes.place(other):
            return True
        return sentence_ends(self._text, one.end, other.start)

    def _several(self, reference: Citation, before: Sequence[Bearer]) -> tuple[str, ...]:
        """Those of the last sentence that names any; of the last paragraphs where that is one."""
        group = distinct_targets(self._group(before))
        near = [b for b in before if self._is_near(reference, b)]
        return group if len(group) > 1 or not near else _last_few(near)


def _at(bearer: Bearer) -> int:
    return bearer.at


def _last_few(bearers: Sequence[Bearer]) -> tuple[str, ...]:
    nearest_first = dict.fromkeys(target for b in reversed(bearers) for target in b.targets)
    return tuple(sorted(list(nearest_first)[:_MOST]))
