"""The mentions that a reference can go back to, as a reader comes upon them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from msgspec import Struct

from ..lexicon import may_mean, titled
from ..records import Citation, Place, Record
from .identity import UNKNOWN, parse


class Meant(Struct, frozen=True):
    """What a reference means; `rule` says how that was decided, or why it was left open."""

    rule: str
    target: str | None = None
    via: Literal["antecedent", "document", "lexicon"] | None = None
    antecedent: str | None = None
    candidates: tuple[str, ...] = ()


class Bearer(Struct, frozen=True):
    """A mention that can be gone back to, and the targets it can have.

    `at` is where a reader of the body comes upon it: for a footnote, at its mark.  A mention that is
    itself open has several targets, or none.
    """

    at: int
    citation: Citation
    targets: tuple[str, ...]
    title: str = ""

    def is_one(self, kind: str) -> bool:
        """Whether a type word can mean it: by its own type, or by what it approves or issues."""
        return may_mean(kind, self.citation.doc_type or "?") or titled(kind, self.title)


class Notes:
    """The footnotes of a record, and where the reader of the body comes upon them."""

    def __init__(self, record: Record) -> None:
        self._notes = sorted(record.footnotes, key=lambda note: note.start)
        self._starts = [note.start for note in self._notes]

    def place(self, citation: Citation) -> Place | None:
        """The footnote that a citation stands in."""
        i = self._index(citation)
        return None if i is None else (self._notes[i].start, self._notes[i].end)

    def position(self, citation: Citation) -> int:
        """Its own place, or the place of the mark of its footnote."""
        i = self._index(citation)
        anchor = None if i is None else self._notes[i].anchor
        return anchor.start if anchor else citation.start

    def _index(self, citation: Citation) -> int | None:
        i = bisect_left(self._starts, citation.end) - 1
        return i if i >= 0 and citation.start < self._notes[i].end else None


def cited_bearers(record: Record, targets: Sequence[str | None], notes: Notes) -> list[Bearer]:
    """The citations of a record by number or name; `targets` are those of all its citations."""
    starts = {citation.start for citation in record.citations}
    return [
        Bearer(notes.position(citation), citation, (target,), _title(citation, starts))
        for citation, target in zip(record.citations, targets, strict=True)
        if target is not None and citation.kind not in ("self", "reference")
    ]


def _title(citation: Citation, starts: Collection[int]) -> str:
    """Its subject; not where a footnote is only hung on another citation ('Kế hoạch số 5/KH-SNV²')."""
    is_other = citation.parts.get("subject", (-1, -1))[0] in starts
    return "" if is_other else citation.subject or ""


def distinct_targets(bearers: Iterable[Bearer]) -> tuple[str, ...]:
    """Their targets, sorted; not one that says less of a document than another does."""
    by_number: dict[str, set[str]] = {}
    for target in {target for bearer in bearers for target in bearer.targets}:
        by_number.setdefault(parse(target).number, set()).add(target)
    return tuple(
        sorted(
            target
            for of_number in by_number.values()
            for target in of_number
            if not any(_says_less(target, other) for other in of_number)
        )
    )


def _says_less(target: str, other: str) -> bool:
    one, two = parse(target), parse(other)
    agree = one.register in (UNKNOWN, two.register) and one.year in (UNKNOWN, two.year)
    return target != other and agree


def last_with(bearers: Sequence[Bearer], targets: Collection[str]) -> Bearer:
    """The last of the bearers whose target is one of those."""
    return next(b for b in reversed(bearers) if any(t in targets for t in b.targets))


def back_to(bearer: Bearer, rule: str) -> Meant:
    """What a mention means that goes back to another; where that is open, so is this."""
    target = bearer.targets[0] if len(bearer.targets) == 1 else None
    candidates = () if target else bearer.targets
    via = "antecedent" if target else None
    return Meant(rule, target, via, bearer.citation.id, candidates)
