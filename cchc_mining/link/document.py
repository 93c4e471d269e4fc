"""The citations of one document, each with the legal document it means.

What a mention leaves out is looked for, in this order, in the mention itself, in what the same
document says elsewhere, and (for acts cited by name) in the lexicon.  What is still open after that
is left to the archive (`identity.complete`).  A reason is kept for everything that was not written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from ..records import Citation, Header, Record
from .acts import Act, Acts, act_name, act_year, named_key, passed_by
from .aliases import targets_of
from .antecedents import Meant, first_mentions, introduced_by, resolve_references
from .identity import (
    UNKNOWN,
    Key,
    complete,
    family,
    number_key,
    parse,
    register_key,
    year_in_number,
)
from .relations import acting_mentions

# How a target came to be complete when the mention's own number, issuer and date do not say it all.
Via = Literal["text", "document", "lexicon", "in-force", "antecedent", "archive"]

_YEAR_AFTER = re.compile(r"\s{0,2}(?:,\s)?năm\s((?:19|20)\d\d)\b")


class Linked(Struct, frozen=True):
    """A record whose citations carry their targets, and what else linking found in it.

    `own` is the target of the document itself, `year` the latest year from which it can cite a
    document: the one it was written in, or as near as is known.  `actors` leads from a cited
    mention to the mention of the document that replaces, amends or implements it, where that is
    not the citing document itself; `via` tells how a target was completed.  Both are keyed by
    mention id.
    """

    record: Record
    own: str | None
    year: int | None
    actors: Mapping[str, str]
    via: Mapping[str, Via]


class _Reading(Struct):
    """What one mention means so far."""

    key: Key | None
    via: Via | None = None
    candidates: tuple[str, ...] = ()
    antecedent: str | None = None
    rule: str | None = None  # by which the antecedent was found, or left open

    @property
    def target(self) -> str | None:
        return self.key.target if self.key else None

    @property
    def settled(self) -> str | None:
        return self.key.target if self.key and self.key.is_complete else None


def link_record(record: Record, text: str, acts: Acts | None = None) -> Linked:
    """Give every citation of a record its target, antecedent and candidates.

    `text` is the document's text, in whose coordinates the mentions stand.
    """
    acts = acts or Acts.of_lexicon()
    own = _own_key(record)
    written = _written(record, own)
    readings = [_as_written(citation, text) for citation in record.citations]
    _settle_inside(record.citations, readings, own, written, acts)
    targets = [reading.target for reading in readings]
    meant = resolve_references(record, text, targets, own.target if own else None, written)
    first_seen = first_mentions(record.citations, targets)
    for citation, reading in zip(record.citations, readings, strict=True):
        if reference := meant.get(citation.id):
            _follow(reading, reference)
    citations = tuple(
        msgspec.structs.replace(
            citation,
            target=reading.target,
            candidates=reading.candidates or citation.candidates,
            antecedent=reading.antecedent or introduced_by(citation, reading.target, first_seen),
            rules=citation.rules | {"antecedent": reading.rule} if reading.rule else citation.rules,
        )
        for citation, reading in zip(record.citations, readings, strict=True)
    )
    return Linked(
        record=msgspec.structs.replace(record, citations=citations),
        own=own.target if own else None,
        year=_latest_year(record, written),
        actors=acting_mentions(citations, text),
        via={c.id: r.via for c, r in zip(citations, readings, strict=True) if r.via},
    )


def _own_key(record: Record) -> Key | None:
    header = record.header or Header()
    for citation in record.citations:
        if citation.kind == "self" and citation.number:
            issuer, date = citation.issuer or header.issuer, citation.date or header.doc_date
            return _numbered_key(citation.number, None, citation.doc_type, issuer, _year_of(date))
    if header.doc_number:
        year = _year_of(header.doc_date)
        return _numbered_key(header.doc_number, None, header.doc_type, header.issuer, year)
    return None


def _written(record: Record, own: Key | None) -> str | None:
    """When the document was written: an ISO day, month or year."""
    if record.header and _year_of(record.header.doc_date) != UNKNOWN:
        return record.header.doc_date
    if own and own.year != UNKNOWN:
        return own.year
    return str(record.given.year) if record.given and record.given.year else None


def _latest_year(record: Record, written: str | None) -> int | None:
    """Where a document does not say when it was written, it is as old as what it cites with dates."""
    if written is not None:
        return int(written[:4])
    years = (_year_of(citation.date) for citation in record.citations)
    return max((int(year) for year in years if year != UNKNOWN), default=None)


def _year_of(date: str | None) -> str:
    return date[:4] if date and date[:4].isdigit() else UNKNOWN


def _numbered_key(
    number: str | None, raw: str | None, doc_type: str | None, issuer: str | None, year: str
) -> Key:
    year = year_in_number(number) or year
    return Key(number_key(number, raw, doc_type, year), register_key(number, issuer), year)


def _as_written(citation: Citation, text: str) -> _Reading:
    """The key that the mention itself gives."""
    if citation.kind == "reference":
        return _Reading(None)
    if citation.kind == "named":
        return _Reading(named_key(act_name(citation.text), act_year(citation.text, citation.date)))
    if citation.kind == "self" and not citation.number:
        return _Reading(None)  # a draft whose number is still blank
    year, via = _year_of(citation.date), None
    if year == UNKNOWN and (after := _YEAR_AFTER.match(text, _number_end(citation))):
        year, via = after[1], "text"
    key = _numbered_key(
        citation.number, citation.number_raw, citation.doc_type, citation.issuer, year
    )
    return _Reading(key, via if year_in_number(citation.number) is None else None)


def _number_end(citation: Citation) -> int:
    return citation.parts["number"][1] if "number" in citation.parts else citation.end


def _settle_inside(
    citations: Sequence[Citation],
    readings: Sequence[_Reading],
    own: Key | None,
    written: str | None,
    acts: Acts,
) -> None:
    """Complete open readings from what the same document says, the earlier before the later."""
    everywhere = _Known(own)
    for reading in readings:
        everywhere.add(reading.settled)
    earlier = _Known(own)
    for citation, reading in zip(citations, readings, strict=True):
        if citation.kind == "named":
            _settle_named(citation, reading, (earlier, everywhere), written, acts)
        elif reading.key and not reading.settled:
            _settle_alias(citation, reading, written)
            if not reading.settled:
                _settle_numbered(reading, (earlier, everywhere))
        earlier.add(reading.settled)


class _Known:
    """The complete targets met so far in a document, by family."""

    def __init__(self, own: Key | None) -> None:
        self._families: dict[str, dict[str, None]] = {}
        if own and own.is_complete:
            self.add(own.target)

    def add(self, target: str | None) -> None:
        if target:
            self._families.setdefault(family(target), {})[target] = None

    def matching(self, target: str) -> tuple[str, ...]:
        return complete(target, self._families.get(family(target), ()))

    def among(self, targets: Sequence[str]) -> tuple[str, ...]:
        return tuple(t for t in targets if t in self._families.get(family(t), ()))


def _settle_alias(citation: Citation, reading: _Reading, written: str | None) -> None:
    """'Đề án 06/CP' is no number, but everybody knows which decision is meant."""
    known = targets_of(f"{citation.doc_type} {citation.number}", written, None)
    if len(known) == 1:
        _choose(reading, known, "lexicon")


def _settle_numbered(reading: _Reading, known: Sequence[_Known]) -> None:
    assert reading.key is not None
    for place in known:
        if found := place.matching(reading.key.target):
            _choose(reading, found, "document")
            return


def _settle_named(
    citation: Citation, reading: _Reading, known: Sequence[_Known], written: str | None, acts: Acts
) -> None:
    """An act cited by name: its number from the lexicon, its year from the document or the time."""
    assert reading.key is not None
    named = acts.named(act_name(citation.text), reading.key.year)
    if reading.key.year == UNKNOWN and written is not None:
        named = passed_by(named, written)
    if not named:
        if not reading.settled:
            _settle_numbered(reading, known)
        return
    if len(named) == 1:
        _choose(reading, _targets(named), "lexicon")
        return
    for place in known:
        if found := place.among([act.target for act in named]):
            _choose(reading, found, "document")
            return
    _choose(reading, _targets(acts.in_force(named, written)) or _targets(named), "in-force")


def _targets(acts: Sequence[Act]) -> tuple[str, ...]:
    return tuple(act.target for act in acts)


def _choose(reading: _Reading, found: tuple[str, ...], via: Via) -> None:
    """One possibility is taken, with the reason; several are kept as candidates."""
    if len(found) == 1:
        reading.key, reading.via = Key(*found[0].rsplit("@", 2)), via
    else:
        reading.candidates = tuple(sorted(found))


def _follow(reading: _Reading, reference: Meant) -> None:
    """A reference means what it was resolved to."""
    reading.key = parse(reference.target) if reference.target else None
    reading.via = reference.via
    reading.candidates = reference.candidates
    reading.antecedent, reading.rule = reference.antecedent, reference.rule
