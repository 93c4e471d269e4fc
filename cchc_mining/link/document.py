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
from ..vietnamese import fold
from .acts import Act, Acts, read_citation
from .aliases import targets_of
from .antecedents import Meant, first_mentions, introduced_by, resolve_references
from .completing import candidates_of_merger
from .identity import UNKNOWN, Key, complete, family, number_key, parse, year_in_number
from .registers import Circumstances, register_of
from .relations import acting_mentions, can_act, concerns_parts
from .succession import read_body
from .years import is_yearly, year_issued, year_of_subject, year_of_title

# How a target came to be complete when the mention's own number, issuer and date do not say it all,
# or why its register is not that of the issuer it names ('code', 'succession').
Via = Literal[
    "text",
    "subject",
    "document",
    "period",
    "title",
    "lexicon",
    "in-force",
    "antecedent",
    "code",
    "succession",
    "archive",
]

_YEAR_AFTER = re.compile(r"\s{0,2}(?:,\s)?năm\s((?:19|20)\d\d)\b")


class Linked(Struct, frozen=True):
    """A record whose citations carry their targets, and what else linking found in it.

    `own` is the target of the document itself, `own_via` how that was completed, `acts` whether it
    can itself replace or amend others, as a report cannot.  `year` is the latest year from which it
    can cite a document: the one it was written in, or as near as is known.  `actors` leads from a cited
    mention to the mention of the document that replaces, amends or implements it, where that is
    not the citing document itself; `via` tells how a target was completed.  Both are keyed by
    mention id; so is `partly`, the mentions of documents of which only some articles are concerned.
    """

    record: Record
    own: str | None
    own_via: Via | None
    acts: bool
    year: int | None
    actors: Mapping[str, str]
    via: Mapping[str, Via]
    partly: frozenset[str]


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
    own, own_via = _own_key(record)
    written = _written(record, own)
    setting = _setting(record, written)
    readings = [_as_written(citation, text, setting) for citation in record.citations]
    _settle_inside(record.citations, readings, own, written, acts)
    _take_years_of_period(record, readings, setting)
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
            candidates=_candidates(citation, reading),
            antecedent=reading.antecedent or introduced_by(citation, reading.target, first_seen),
            rules=citation.rules | {"antecedent": reading.rule} if reading.rule else citation.rules,
        )
        for citation, reading in zip(record.citations, readings, strict=True)
    )
    return Linked(
        record=msgspec.structs.replace(record, citations=citations),
        own=own.target if own else None,
        own_via=own_via,
        acts=can_act(record.header.doc_type if record.header else None),
        year=_latest_year(record, written),
        actors=acting_mentions(citations, text),
        via={c.id: r.via for c, r in zip(citations, readings, strict=True) if r.via},
        partly=frozenset(c.id for c in citations if concerns_parts(c, text)),
    )


def _own_key(record: Record) -> tuple[Key | None, Via | None]:
    """The key of the document itself, and how its year came to be known if not by its date."""
    header = record.header or Header()
    number, doc_type = header.doc_number, header.doc_type
    issuer, date = header.issuer, header.doc_date
    for citation in record.citations:
        if citation.kind == "self" and citation.number:
            number, doc_type = citation.number, citation.doc_type
            issuer, date = citation.issuer or issuer, citation.date or date
            break
    if not number:
        return None, None
    via: Via | None = None
    if _year_of(date) == UNKNOWN and not year_in_number(number):
        date = year_of_title(header.title)
        via = "title" if date else None
    around = Circumstances(day=date or "", written=date or "", home=_home(record))
    key, _ = _numbered_key(number, None, doc_type, issuer, around)
    return key, via


class _Setting(Struct, frozen=True):
    """What a document lends to the mentions in it: when it was written, and where."""

    written: str
    home: str


def _setting(record: Record, written: str | None) -> _Setting:
    year = _latest_year(record, written)
    return _Setting(written or (str(year) if year else ""), _home(record))


def _home(record: Record) -> str:
    """The territory of the document's issuer, or that which the user gave."""
    issuer = record.header.issuer if record.header else None
    own = read_body(issuer).territory if issuer else ""
    return own or (record.given.province if record.given else None) or ""


def _candidates(citation: Citation, reading: _Reading) -> tuple[str, ...]:
    if citation.kind == "reference":
        return reading.candidates or citation.candidates
    return reading.candidates


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
    number: str | None,
    raw: str | None,
    doc_type: str | None,
    issuer: str | None,
    around: Circumstances,
) -> tuple[Key, Via | None]:
    """The key, and why its register is not simply that of the issuer."""
    year = year_in_number(number) or _year_of(around.day)
    if not around.day and year != UNKNOWN:
        around = msgspec.structs.replace(around, day=year)
    register = register_of(number, issuer, around)
    via = None if register.slug.startswith(UNKNOWN) else register.via
    return Key(number_key(number, raw, doc_type, year), register.slug, year), via


def target_of(number: str, doc_type: str | None, issuer: str | None, date: str | None) -> str:
    """The target of a document that a list names, with its number and ISO day."""
    around = Circumstances(day=date or "")
    return _numbered_key(number, None, doc_type, issuer, around)[0].target


def _as_written(citation: Citation, text: str, setting: _Setting) -> _Reading:
    """The key that the mention itself gives."""
    if citation.kind == "reference":
        return _Reading(None)
    if citation.kind == "named":
        return _Reading(read_citation(citation).key)
    if citation.kind == "self" and not citation.number:
        return _Reading(None)  # a draft whose number is still blank
    day, via = _day_of(citation, text)
    key, register_via = _key_of(citation, day, setting)
    if year_in_number(citation.number) is not None:
        via = None
    return _Reading(key, via or register_via, candidates_of_merger(key.target))


def _key_of(citation: Citation, day: str, setting: _Setting) -> tuple[Key, Via | None]:
    """The key of a numbered mention of a document of that day, month or year ('' if unknown)."""
    around = Circumstances(
        day=day,
        written=setting.written,
        home=setting.home,
        names_territory=citation.kind == "self" or _names_territory(citation),
    )
    number, raw = citation.number, citation.number_raw
    return _numbered_key(number, raw, citation.doc_type, citation.issuer, around)


def _day_of(citation: Citation, text: str) -> tuple[str, Via | None]:
    """The day, month or year that a mention gives; '' and no reason where it gives none."""
    if citation.date and _year_of(citation.date) != UNKNOWN:
        return citation.date, None
    if after := _YEAR_AFTER.match(text, _number_end(citation)):
        return after[1], "text"
    if year := year_of_subject(citation.number, citation.subject):
        return year, "subject"
    return "", None


def _names_territory(citation: Citation) -> bool:
    """Whether the words of a mention, not its context alone, say of which territory the issuer is."""
    if not citation.issuer or not citation.issuer_text:
        return False
    territory = read_body(citation.issuer).territory
    bare = fold(territory).removeprefix("tỉnh ").removeprefix("thành phố ")
    return bool(bare) and bare in fold(citation.issuer_text)


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
        elif reading.key and not reading.key.is_complete:
            _settle_alias(citation, reading, written)
            if not reading.settled:
                _settle_numbered(reading, (earlier, everywhere))
        earlier.add(reading.settled)


def _take_years_of_period(record: Record, readings: Sequence[_Reading], setting: _Setting) -> None:
    """What a report says was issued is of its period, where that is one year."""
    title = record.header.title if record.header else None
    for citation, reading in zip(record.citations, readings, strict=True):
        key = reading.key
        if citation.relation != "issues" or key is None or key.year != UNKNOWN:
            continue
        if reading.candidates or UNKNOWN in key.number + key.register or is_yearly(key.number):
            continue
        if year := year_issued(title, setting.written or None, citation.subject):
            reading.key, reading.via = _key_of(citation, year, setting)[0], "period"


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
    cited = read_citation(citation)
    named = acts.meant(cited, written)
    if acts.contradicts(cited):  # 'Luật Đất đai năm 2014': which of its acts is not guessed
        reading.key = msgspec.structs.replace(reading.key, year=UNKNOWN)
        reading.candidates = _targets(acts.named(cited.name))
    elif len(named) == 1:
        _choose(reading, _targets(named), "lexicon")
    elif not named:
        if not reading.settled:
            _settle_numbered(reading, known)
    elif found := next(filter(None, (p.among(_targets(named)) for p in known)), None):
        _choose(reading, found, "document")
    else:
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
    reading.via = reference.via if reference.target else None
    reading.candidates = reference.candidates
    reading.antecedent, reading.rule = reference.antecedent, reference.rule
