"""The row type of every table, and every table loaded once when first asked for.

Every table is a cached function that returns its rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

import msgspec

from .tables import Day, Month, Needed, Number, Table, Year

IssuerLevel = Literal[
    "central", "ministry", "central-dept", "province", "province-dept", "sectoral", "district",
    "commune", "drafting-unit",
]  # fmt: skip
UnitKind = Literal[
    "percent", "money", "area", "length", "mass", "volume", "power", "energy", "voltage", "frequency",
    "temperature", "data", "duration", "score", "rank", "count",
]  # fmt: skip
AgencyLevel = Literal[IssuerLevel, "party", "mass", "press", "public-service", "enterprise"]


class _Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    source: str


class DocumentType(_Row, frozen=True, kw_only=True, gc=False):
    """A type of document and the code that stands for it in numbers ('QĐ' for Quyết định)."""

    code: str
    system: Literal["state", "party", "mass", "judicial", "technical"]
    name: Needed
    aliases: tuple[str, ...]
    year: Literal["yes", "no", "both"]
    issuer_code: str
    example: str


class Issuer(_Row, frozen=True, kw_only=True, gc=False):
    """A code that names an issuer in numbers; `name` may hold `{tỉnh}`, `{tên}`, `{huyện}`..."""

    code: Needed
    name: Needed
    system: Literal["state", "party", "mass", "court"]
    level: IssuerLevel
    aliases: tuple[str, ...]
    valid_from: Month
    valid_to: Month
    successor: str
    example: str


class Agency(_Row, frozen=True, kw_only=True, gc=False):
    """How an organisation is written in running text, and its full name (a template)."""

    surface: Needed
    name: Needed
    level: AgencyLevel
    valid_from: Month
    valid_to: Month
    note: str


class Sector(_Row, frozen=True, kw_only=True, gc=False):
    """A field of government after a head: Sở + 'Kế hoạch và Đầu tư'."""

    head: Needed
    sector: Needed
    abbreviations: tuple[str, ...]
    valid_from: Month
    valid_to: Month


class Province(_Row, frozen=True, kw_only=True, gc=False):
    """A province or centrally run city; `merged_into` is its name since 1 July 2025."""

    name: Needed
    kind: Literal["tỉnh", "thành phố"]
    capital: str
    valid_from: Month
    valid_to: Month
    merged_into: str
    aliases: tuple[str, ...]


class Communes(_Row, frozen=True, kw_only=True, gc=False):
    """The communes, wards or special zones of one province since 1 July 2025."""

    province: Needed
    kind: Literal["xã", "phường", "đặc khu"]
    names: tuple[str, ...]


class Districts(_Row, frozen=True, kw_only=True, gc=False):
    """The districts, towns or cities of one province before 1 July 2025."""

    province: Needed
    kind: Literal["thành phố", "quận", "thị xã", "huyện"]
    names: tuple[str, ...]


class IndicatorType(_Row, frozen=True, kw_only=True, gc=False):
    """A canonical indicator; one id has one unit, min and max are sanity bounds.

    `also` are other words for the unit, under which the value stays the same ('đơn vị' for
    'cơ quan').
    """

    id: Needed
    domain: str
    name_vi: Needed
    name_en: Needed
    unit: Needed
    also: tuple[str, ...]
    better: Literal["higher", "lower", "neutral"]
    wordings: tuple[str, ...]
    min: Number
    max: Number
    formula: str


class Unit(_Row, frozen=True, kw_only=True, gc=False):
    """A unit as written; `factor` converts to the base unit."""

    surface: Needed
    unit: Needed
    kind: UnitKind
    base: str
    factor: Number


class CountedNoun(_Row, frozen=True, kw_only=True, gc=False):
    """A noun that is counted and so serves as a unit; `surfaces` are its written variants."""

    noun: Needed
    surfaces: tuple[str, ...]
    example: str


class Law(_Row, frozen=True, kw_only=True, gc=False):
    """A law, code, ordinance or constitution cited by name."""

    name: Needed
    year: Year
    number: str
    date: Day
    aliases: tuple[str, ...]
    replaced_by: tuple[str, ...]


class Succession(_Row, frozen=True, kw_only=True, gc=False):
    """A body and the one that took over its work; `date` is the successor's first day (ISO)."""

    predecessor: Needed
    successor: str
    date: Day
    kind: Literal["renamed", "merged", "absorbed", "split", "abolished", "moved"]


class ReplacedAct(_Row, frozen=True, kw_only=True, gc=False):
    """An act below a law that another ended altogether; `since` is that one's first day in force."""

    number: Needed
    date: Day
    replaced_by: str
    by_date: Day
    since: Day


class YearlyAct(_Row, frozen=True, kw_only=True, gc=False):
    """An act that returns every year under the same number."""

    number: Needed
    years: tuple[str, ...]
    subject: str


class KnownAs(_Row, frozen=True, kw_only=True, gc=False):
    """A document that the whole country knows by a short name: 'Đề án 06', 'Khoán 10'.

    `type` is that of the document itself.  By the short name alone it is meant from its `date` to
    `valid_to` (ISO days; empty: until now).
    """

    aliases: tuple[str, ...]
    type: str
    number: Needed
    date: Day
    issuer: str
    name: str
    valid_to: Day


class SignaturePosition(_Row, frozen=True, kw_only=True, gc=False):
    """A position as it stands in a signature block, and in normal case."""

    surface: Needed
    position: str


class SignatureMark(_Row, frozen=True, kw_only=True, gc=False):
    """'KT.', 'TM.' ... before a position in a signature block."""

    surface: Needed
    meaning: str
    role: str


class Term(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An administrative abbreviation that is a term, not an agency."""

    short: Needed
    long: Needed
    note: str


_DOCUMENT_TYPES = Table("document_types", DocumentType, ("code", "system", "issuer_code", "name"))
_ISSUERS = Table("issuers", Issuer, ("code", "level", "system"))
_AGENCIES = Table("agencies", Agency, ("surface",))
_SECTORS = Table("sectors", Sector, ("head", "sector"))
_PROVINCES = Table("provinces", Province, ("name", "kind", "valid_from"))
_COMMUNES = Table("communes", Communes, ("province", "kind"))
_DISTRICTS = Table("districts", Districts, ("province", "kind"))
_INDICATORS = Table("indicators", IndicatorType, ("id",))
_UNITS = Table("units", Unit, ("surface",))
_COUNTED_NOUNS = Table("counted_nouns", CountedNoun, ("noun",))
_LAWS = Table("laws", Law, ("name", "year"))
_SUCCESSIONS = Table("successions", Succession, ("predecessor", "successor", "date", "kind"))
_REPLACED_ACTS = Table("replaced", ReplacedAct, ("number", "date"))
_YEARLY_ACTS = Table("yearly_acts", YearlyAct, ("number",))
_KNOWN_AS = Table("known_as", KnownAs, ("aliases", "number", "date"))
_SIGNATURE_POSITIONS = Table("signature_positions", SignaturePosition, ("surface",))
_SIGNATURE_MARKS = Table("signature_marks", SignatureMark, ("surface",))
_TERMS = Table("abbreviations", Term, ("short",))

TABLES: Mapping[str, Table[Any]] = {
    table.file_name: table
    for table in (
        *(
            _DOCUMENT_TYPES,
            _ISSUERS,
            _AGENCIES,
            _SECTORS,
            _PROVINCES,
            _COMMUNES,
            _DISTRICTS,
            _INDICATORS,
            _UNITS,
        ),
        *(_COUNTED_NOUNS, _LAWS, _SUCCESSIONS, _REPLACED_ACTS, _YEARLY_ACTS, _KNOWN_AS),
        *(_SIGNATURE_POSITIONS, _SIGNATURE_MARKS, _TERMS),
    )
}
"""Every table by the name of its file."""


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Types of document; key: code, system, issuer_code."""
    return _DOCUMENT_TYPES.rows()


@cache
def issuers() -> tuple[Issuer, ...]:
    """Issuer codes; key: code, level, system."""
    return _ISSUERS.rows()


@cache
def agencies() -> tuple[Agency, ...]:
    """Names of agencies in running text; key: surface."""
    return _AGENCIES.rows()


@cache
def sectors() -> tuple[Sector, ...]:
    """Fields of government; key: head, sector."""
    return _SECTORS.rows()


@cache
def provinces() -> tuple[Province, ...]:
    """Provinces before and after 1 July 2025; key: name, kind, valid_from."""
    return _PROVINCES.rows()


@cache
def communes() -> tuple[Communes, ...]:
    """Communes by province since 1 July 2025; key: province, kind."""
    return _COMMUNES.rows()


@cache
def districts() -> tuple[Districts, ...]:
    """Districts, towns and cities by province before 1 July 2025; key: province, kind."""
    return _DISTRICTS.rows()


@cache
def indicators() -> tuple[IndicatorType, ...]:
    """Canonical indicators; key: id."""
    return _INDICATORS.rows()


@cache
def added_indicators() -> tuple[IndicatorType, ...]:
    """Those of `indicators` that stand in folders that extend ours."""
    return _INDICATORS.added()


@cache
def units() -> tuple[Unit, ...]:
    """Units of measure and money; key: surface."""
    return _UNITS.rows()


@cache
def counted_nouns() -> tuple[CountedNoun, ...]:
    """Nouns that are counted; key: noun."""
    return _COUNTED_NOUNS.rows()


@cache
def laws() -> tuple[Law, ...]:
    """Acts cited by name; key: name, year."""
    return _LAWS.rows()


@cache
def successions() -> tuple[Succession, ...]:
    """Which body carries on the work of which; key: predecessor, successor, date, kind."""
    return _SUCCESSIONS.rows()


@cache
def replaced_acts() -> tuple[ReplacedAct, ...]:
    """Central acts below laws that others replaced; key: number, date."""
    return _REPLACED_ACTS.rows()


@cache
def yearly_acts() -> tuple[YearlyAct, ...]:
    """Acts whose number returns every year; key: number."""
    return _YEARLY_ACTS.rows()


@cache
def known_as() -> tuple[KnownAs, ...]:
    """Documents known by a short name; key: aliases, number, date."""
    return _KNOWN_AS.rows()


@cache
def signature_positions() -> tuple[SignaturePosition, ...]:
    """Positions in signature blocks; key: surface."""
    return _SIGNATURE_POSITIONS.rows()


@cache
def signature_marks() -> tuple[SignatureMark, ...]:
    """Marks before a position; key: surface."""
    return _SIGNATURE_MARKS.rows()


@cache
def terms() -> tuple[Term, ...]:
    """Abbreviations that are terms; key: short."""
    return _TERMS.rows()
