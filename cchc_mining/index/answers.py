"""What questions to the index return.  Offsets are code points of the document's text."""

from __future__ import annotations

from typing import TypedDict

from msgspec import Struct

from ..records import Fraction, Header, Place


class _Answer(Struct, frozen=True, kw_only=True):
    """Encoded with all its keys, also those that hold nothing."""


class FigureConditions(TypedDict, total=False):
    """What figures are asked for; all conditions given must be met.

    `indicator` is an indicator's id; `agency` and `label` are words, with or without tones;
    `period` is a period's value and finds what lies within it but for some days ('2023' also
    '2023-Q2' and '2022-12-15/2023-12-14'); `source` names one document; `role` is 'value', 'share',
    'change' or 'target'.
    """

    indicator: str | None
    agency: str | None
    period: str | None
    label: str | None
    source: str | None
    role: str | None


class Variant(_Answer, frozen=True):
    """One way in which something about a legal document is written, and how often."""

    value: str
    mentions: int


class LegalDocument(_Answer, frozen=True):
    """A cited document: its identity, what is written of it, and whether the archive holds it.

    `status` is resolved, ambiguous (see `candidates`) or unresolved (see `reason`).  `date` is set
    where only one is written or the document itself says it; all are in `dates`.  `held` is the
    doc_id of the document itself; of several files, of the leading one.  `issuer_now` is the body
    that carries on the issuer's work today.  `conflicts` names what is said of it
    that cannot all be right: 'date', 'issuer'.
    """

    target: str
    status: str
    reason: str | None = None
    candidates: tuple[str, ...] = ()
    number: str | None = None
    name: str | None = None
    doc_type: str | None = None
    issuer: str | None = None
    issuer_now: str | None = None
    date: str | None = None
    subject: str | None = None
    urn: str | None = None
    held: str | None = None
    mentions: int = 0
    documents: int = 0
    first_cited: str | None = None
    last_cited: str | None = None
    dates: tuple[Variant, ...] = ()
    issuers: tuple[Variant, ...] = ()
    types: tuple[Variant, ...] = ()
    subjects: tuple[Variant, ...] = ()
    conflicts: tuple[str, ...] = ()


class CitedMention(_Answer, frozen=True):
    """One citation in one document, with the words around it (as in the text, line ends included).

    `via` tells how the target was completed where the mention itself does not say it all; `rules`
    names the rule that decided each piece: 'mention=number-state; relation=cue-basis'.
    """

    source: str
    start: int
    end: int
    text: str
    kind: str
    mention: str = ""
    doc_id: str | None = None
    page: int | None = None
    before: str = ""
    after: str = ""
    number: str | None = None
    doc_type: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    pinpoints: str | None = None
    relation: str | None = None
    footnote: int | None = None
    target: str | None = None
    status: str | None = None
    candidates: tuple[str, ...] = ()
    via: str | None = None
    rules: str | None = None
    citing_date: str | None = None


class Reliance(_Answer, frozen=True):
    """How often one body's documents cite another's: mentions, citing and cited documents.

    A body is null where an issuer is not known.
    """

    citing: str | None
    cited: str | None
    mentions: int
    documents: int
    legal_documents: int


class Cited(_Answer, frozen=True):
    """Who cites a number: the legal documents that bear it, and every mention of them.

    `total` counts all mentions, also those beyond the limit asked for.
    """

    number: str
    total: int
    legal_documents: tuple[LegalDocument, ...] = ()
    mentions: tuple[CitedMention, ...] = ()


class Figure(_Answer, frozen=True):
    """A figure with what it measures.  `table` is row label and column path, where it has them."""

    source: str
    start: int
    end: int
    text: str
    value: float | Fraction | None
    mention: str = ""
    doc_id: str | None = None
    page: int | None = None
    unit: str | None = None
    approx: str | None = None
    role: str = "value"
    label: str | None = None
    indicator_id: str | None = None
    indicator_confidence: float | None = None
    indicator_value: float | None = None
    period: str | None = None
    agency: str | None = None
    table_id: str | None = None
    row_label: str | None = None
    column_path: str | None = None
    confidence: float = 1.0


class Measurement(Figure, frozen=True):
    """A figure of a canonical indicator, with its document's date and number and a line around it.

    `indicator_value` is always there.
    """

    doc_date: str | None = None
    doc_number: str | None = None
    parent: str | None = None
    quote: str = ""


class IndicatorCount(_Answer, frozen=True):
    """How often an indicator is measured: figures, documents, agencies, and the periods spanned.

    Of several files that are one document, the leading one counts.
    """

    indicator_id: str
    figures: int
    documents: int
    agencies: int
    first_period: str | None = None
    last_period: str | None = None


class Document(_Answer, frozen=True):
    """One document of the archive."""

    source: str
    status: str
    doc_id: str | None = None
    paths: tuple[str, ...] = ()
    media_type: str | None = None
    pages: int | None = None
    error: str | None = None
    header: Header | None = None
    target: str | None = None


class DocumentContents(_Answer, frozen=True):
    """A document, what it cites and its figures, each in the order of the text."""

    document: Document
    citations: tuple[CitedMention, ...] = ()
    figures: tuple[Figure, ...] = ()


class Hit(_Answer, frozen=True):
    """A passage that has the words searched for.

    `start` and `end` span the passage's first match, `snippet` is the text from `snippet_start` on,
    `matches` are the words found in it (offsets of the document's text).  `exact` is false where
    they agree only without their tones.
    """

    source: str
    start: int
    end: int
    snippet_start: int
    snippet: str
    doc_id: str | None = None
    matches: tuple[Place, ...] = ()
    exact: bool = True
