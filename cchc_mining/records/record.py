"""The record: everything that mining one document yields (schema `cchc-record/1`)."""

from __future__ import annotations

from html import escape
from typing import Literal

from msgspec import Struct

from .mentions import (
    Abbreviation,
    AgencyMention,
    Citation,
    DateMention,
    Extra,
    Footnote,
    Indicator,
    Period,
    Table,
    written,
)
from .showing import MarkedText, citations_table, figures_table, shown_head

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
    extras: tuple[Extra, ...] = ()

    def marked(self, text: str) -> MarkedText:
        """The text of this document with everything found in it, for a notebook to show."""
        found = (
            *(self.citations, self.dates, self.periods, self.agencies, self.indicators),
            self.extras,
        )
        return MarkedText(text, tuple(mention for some in found for mention in some))

    def _repr_html_(self) -> str:
        header = self.header or Header()
        head = shown_head(
            self.source,
            (header.doc_type, header.doc_number, header.doc_date, header.issuer, header.title),
            (
                ("status", self.status),
                ("citations", len(self.citations)),
                ("dates", len(self.dates)),
                ("periods", len(self.periods)),
                ("agencies", len(self.agencies)),
                ("figures", len(self.indicators)),
            ),
        )
        error = f"<div>{escape(self.error)}</div>" if self.error else ""
        return head + error + citations_table(self.citations) + figures_table(self.indicators)
