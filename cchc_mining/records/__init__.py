"""The data model: frozen, typed, and the same on the wire as in memory."""

from .codec import decode, encode, read_lines
from .decisions import VERDICTS, Decision, Verdict
from .findings import SEVERITIES, Finding, Passage, Rule, Severity, Words
from .links import Link
from .mentions import (
    Abbreviation,
    AgencyMention,
    Anchor,
    Approx,
    Box,
    CellRef,
    Citation,
    CitationKind,
    DateMention,
    Footnote,
    Fraction,
    Indicator,
    Mention,
    Period,
    Pinpoint,
    Place,
    Relation,
    Role,
    Table,
)
from .periods import PERIOD_FORMS, PeriodKind, Span, read_period
from .record import SCHEMA, Given, Header, Record, Status, Warning
from .register import RegisterEntry, RegisterState
from .schemas import WIRE_TYPES, json_schema
from .showing import MarkedText, shown_head
from .source_text import Furniture, Places, Recognised, SourceText

__all__ = [
    "PERIOD_FORMS",
    "SCHEMA",
    "SEVERITIES",
    "VERDICTS",
    "WIRE_TYPES",
    "Abbreviation",
    "AgencyMention",
    "Anchor",
    "Approx",
    "Box",
    "CellRef",
    "Citation",
    "CitationKind",
    "DateMention",
    "Decision",
    "Finding",
    "Footnote",
    "Fraction",
    "Furniture",
    "Given",
    "Header",
    "Indicator",
    "Link",
    "MarkedText",
    "Mention",
    "Passage",
    "Period",
    "PeriodKind",
    "Pinpoint",
    "Place",
    "Places",
    "Recognised",
    "Record",
    "RegisterEntry",
    "RegisterState",
    "Relation",
    "Role",
    "Rule",
    "Severity",
    "SourceText",
    "Span",
    "Status",
    "Table",
    "Verdict",
    "Warning",
    "Words",
    "decode",
    "encode",
    "json_schema",
    "read_lines",
    "read_period",
    "shown_head",
]
