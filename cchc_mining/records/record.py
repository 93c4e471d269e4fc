"""The record: everything that mining one document yields (schema `cchc-record/1`)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .mentions import (
    Abbreviation,
    AgencyMention,
    Citation,
    DateMention,
    Footnote,
    Indicator,
    Period,
    Table,
    written,
)

SCHEMA = "cchc-record/1"

Status = Literal["ok", "partial", "failed"]


class Warning(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something the reader should know about how this document was read."""

    code: str
    message: str
    page: int | None = None


class Header(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The document's own identity, from its head and its signature block.

    `doc_date` is ISO; `2024-01` where the day is blank.  `province` is the one in which the document
    speaks ('tỉnh Khánh Hòa'), by which its 'huyện X' is told from those of other provinces.
    """

    doc_number: str | None = None
    doc_type: str | None = None
    doc_date: str | None = None
    place: str | None = None
    province: str | None = None
    issuer: str | None = None
    title: str | None = None
    signer: str | None = None
    signer_position: str | None = None
    recipients: tuple[str, ...] = ()


class Given(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Context that the user gave because the file lacks it; kept apart from what was found."""

    province: str | None = None
    agency: str | None = None
    year: int | None = None


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document.  `doc_id` is the SHA-256 of its bytes; null where they cannot be read."""

    source: str
    schema: str = written(SCHEMA)
    doc_id: str | None = None
    paths: tuple[str, ...] = ()
    media_type: str | None = None
    encoding: str | None = None
    pages: int | None = None
    status: Status = written("ok")
    error: str | None = None
    warnings: tuple[Warning, ...] = ()
    given: Given | None = None
    header: Header | None = None
    citations: tuple[Citation, ...] = ()
    dates: tuple[DateMention, ...] = ()
    periods: tuple[Period, ...] = ()
    agencies: tuple[AgencyMention, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    tables: tuple[Table, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
