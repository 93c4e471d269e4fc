"""The row type of every table, and every table loaded once when first asked for.

Every table is a cached function that returns its rows; `fingerprint` names their joint state.
"""

from __future__ import annotations

import hashlib
from functools import cache

import msgspec

from .tables import FOLDER, read_table


class _Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    source: str


class DocumentType(_Row, frozen=True, kw_only=True, gc=False):
    """A type of document and the code that stands for it in numbers ('QĐ' for Quyết định)."""

    code: str
    system: str
    name: str
    aliases: tuple[str, ...]
    year: str
    issuer_code: str
    example: str


class Issuer(_Row, frozen=True, kw_only=True, gc=False):
    """A code that names an issuer in numbers; `name` may hold `{tỉnh}`, `{tên}`, `{huyện}`..."""

    code: str
    name: str
    system: str
    level: str
    aliases: tuple[str, ...]
    valid_from: str
    valid_to: str
    successor: str
    example: str


class Agency(_Row, frozen=True, kw_only=True, gc=False):
    """How an organisation is written in running text, and its full name (a template)."""

    surface: str
    name: str
    level: str
    valid_from: str
    valid_to: str
    note: str


class Sector(_Row, frozen=True, kw_only=True, gc=False):
    """A field of government after a head: Sở + 'Kế hoạch và Đầu tư'."""

    head: str
    sector: str
    abbreviations: tuple[str, ...]
    valid_from: str
    valid_to: str


class Province(_Row, frozen=True, kw_only=True, gc=False):
    """A province or centrally run city; `merged_into` is its name since 1 July 2025."""

    name: str
    kind: str
    capital: str
    valid_from: str
    valid_to: str
    merged_into: str
    aliases: tuple[str, ...]


class Communes(_Row, frozen=True, kw_only=True, gc=False):
    """The communes, wards or special zones of one province since 1 July 2025."""

    province: str
    kind: str
    names: tuple[str, ...]


class IndicatorType(_Row, frozen=True, kw_only=True, gc=False):
    """A canonical indicator; one id has one unit, min and max are sanity bounds.

    `also` are other words for the unit, under which the value stays the same ('đơn vị' for
    'cơ quan').
    """

    id: str
    domain: str
    name_vi: str
    name_en: str
    unit: str
    also: tuple[str, ...]
    better: str
    wordings: tuple[str, ...]
    min: str
    max: str
    formula: str


class Unit(_Row, frozen=True, kw_only=True, gc=False):
    """A unit as written; `factor` converts to the base unit."""

    surface: str
    unit: str
    kind: str
    base: str
    factor: str


class CountedNoun(_Row, frozen=True, kw_only=True, gc=False):
    """A noun that is counted and so serves as a unit; `surfaces` are its written variants."""

    noun: str
    surfaces: tuple[str, ...]
    example: str


class Law(_Row, frozen=True, kw_only=True, gc=False):
    """A law, code, ordinance or constitution cited by name."""

    name: str
    year: str
    number: str
    date: str
    aliases: tuple[str, ...]
    replaced_by: tuple[str, ...]


class Succession(_Row, frozen=True, kw_only=True, gc=False):
    """A body and the one that took over its work; `date` is the successor's first day (ISO)."""

    predecessor: str
    successor: str
    date: str
    kind: str


class ReplacedAct(_Row, frozen=True, kw_only=True, gc=False):
    """An act below a law that another ended altogether; `since` is that one's first day in force."""

    number: str
    date: str
    replaced_by: str
    by_date: str
    since: str


class YearlyAct(_Row, frozen=True, kw_only=True, gc=False):
    """An act that returns every year under the same number."""

    number: str
    years: tuple[str, ...]
    subject: str


class KnownAs(_Row, frozen=True, kw_only=True, gc=False):
    """A document that the whole country knows by a short name: 'Đề án 06', 'Khoán 10'.

    `type` is that of the document itself.  By the short name alone it is meant from its `date` to
    `valid_to` (ISO days; empty: until now).
    """

    aliases: tuple[str, ...]
    type: str
    number: str
    date: str
    issuer: str
    name: str
    valid_to: str


class SignaturePosition(_Row, frozen=True, kw_only=True, gc=False):
    """A position as it stands in a signature block, and in normal case."""

    surface: str
    position: str


class SignatureMark(_Row, frozen=True, kw_only=True, gc=False):
    """'KT.', 'TM.' ... before a position in a signature block."""

    surface: str
    meaning: str
    role: str


class Term(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An administrative abbreviation that is a term, not an agency."""

    short: str
    long: str
    note: str


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Types of document; key: code, system, issuer_code."""
    return read_table(
        "document_types", DocumentType, lambda r: (r.code, r.system, r.issuer_code, r.name)
    )


@cache
def issuers() -> tuple[Issuer, ...]:
    """Issuer codes; key: code, level, system."""
    return read_table("issuers", Issuer, lambda r: (r.code, r.level, r.system))


@cache
def agencies() -> tuple[Agency, ...]:
    """Names of agencies in running text; key: surface."""
    return read_table("agencies", Agency, lambda r: r.surface)


@cache
def sectors() -> tuple[Sector, ...]:
    """Fields of government; key: head, sector."""
    return read_table("sectors", Sector, lambda r: (r.head, r.sector))


@cache
def provinces() -> tuple[Province, ...]:
    """Provinces before and after 1 July 2025; key: name, kind, valid_from."""
    return read_table("provinces", Province, lambda r: (r.name, r.kind, r.valid_from))


@cache
def communes() -> tuple[Communes, ...]:
    """Communes by province since 1 July 2025; key: province, kind."""
    return read_table("communes", Communes, lambda r: (r.province, r.kind))


@cache
def indicators() -> tuple[IndicatorType, ...]:
    """Canonical indicators; key: id."""
    return read_table("indicators", IndicatorType, lambda r: r.id)


@cache
def units() -> tuple[Unit, ...]:
    """Units of measure and money; key: surface."""
    return read_table("units", Unit, lambda r: r.surface)


@cache
def counted_nouns() -> tuple[CountedNoun, ...]:
    """Nouns that are counted; key: noun."""
    return read_table("counted_nouns", CountedNoun, lambda r: r.noun)


@cache
def laws() -> tuple[Law, ...]:
    """Acts cited by name; key: name, year."""
    return read_table("laws", Law, lambda r: (r.name, r.year))


@cache
def successions() -> tuple[Succession, ...]:
    """Which body carries on the work of which; key: predecessor, successor, date, kind."""
    return read_table(
        "successions", Succession, lambda r: (r.predecessor, r.successor, r.date, r.kind)
    )


@cache
def replaced_acts() -> tuple[ReplacedAct, ...]:
    """Central acts below laws that others replaced; key: number, date."""
    return read_table("replaced", ReplacedAct, lambda r: (r.number, r.date))


@cache
def yearly_acts() -> tuple[YearlyAct, ...]:
    """Acts whose number returns every year; key: number."""
    return read_table("yearly_acts", YearlyAct, lambda r: r.number)


def known_as() -> tuple[KnownAs, ...]:
    """Documents known by a short name; key: aliases, number, date."""
    return read_table("known_as", KnownAs, lambda r: (r.aliases, r.number, r.date))


@cache
def signature_positions() -> tuple[SignaturePosition, ...]:
    """Positions in signature blocks; key: surface."""
    return read_table("signature_positions", SignaturePosition, lambda r: r.surface)


@cache
def signature_marks() -> tuple[SignatureMark, ...]:
    """Marks before a position; key: surface."""
    return read_table("signature_marks", SignatureMark, lambda r: r.surface)


@cache
def terms() -> tuple[Term, ...]:
    """Abbreviations that are terms; key: short."""
    return read_table("abbreviations", Term, lambda r: r.short)


@cache
def fingerprint() -> str:
    """SHA-256 over all tables: two runs with the same value used the same lexicon."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".tsv"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
