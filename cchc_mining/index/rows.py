"""A linked record as rows of the tables."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..records import (
    AgencyMention,
    Citation,
    DateMention,
    Fraction,
    Header,
    Indicator,
    Mention,
    Period,
    Record,
    Table,
    encode,
)
from .lookup import lookup_key

Row = tuple[Any, ...]

# The columns of the rows below.
# fmt: off
DOCUMENT = (
    "doc_id", "media_type", "encoding", "pages", "status", "error", "warnings",
    "number", "doc_type", "doc_date", "place", "issuer", "title", "signer", "signer_position",
    "recipients", "given", "province",
)
CITATION = (
    "mention", "start", '"end"', "page", "text", "confidence", "kind", "number", "number_raw",
    "doc_type", "type_code", "date", "issuer", "issuer_text", "subject", "pinpoints",
    "relation", "relation_text", "footnote", "antecedent", "rules", "lookup", "candidates",
    "boxes",
)
DATE = (
    "mention", "start", '"end"', "text", "value", "valid",
)
PERIOD = (
    "mention", "start", '"end"', "text", "value", "kind",
)
AGENCY = (
    "mention", "start", '"end"', "text", "name", "agency_id", "level", "anaphor",
)
TABLE = (
    "table_id", "start", '"end"', "page", "caption", "header_rows", "rows",
)
FIGURE = (
    "mention", "start", '"end"', "page", "text", "confidence", "value", "num", "den", "unit",
    "approx", "role", "label", "indicator_id", "indicator_confidence", "indicator_value", "period",
    "agency", "parent", "table_id", "table_row", "table_column", "row_label", "column_path",
    "boxes",
)
# fmt: on


@cache
def insertion(table: str, columns: tuple[str, ...]) -> str:
    """The statement that inserts one row of the named columns."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def as_json(value: object) -> str:
    """A value as it stands in a JSON column."""
    return encode(value).decode()


def _boxes(mention: Mention) -> str | None:
    """The boxes of a mention, in formats that have pages."""
    return as_json(mention.boxes) if mention.boxes else None


def document_row(record: Record) -> Row:
    """Columns DOCUMENT: what does not depend on where its files lie."""
    h = record.header or Header()
    return (
        *(record.doc_id, record.media_type, record.encoding, record.pages),
        *(record.status, record.error, as_json(record.warnings)),
        *(h.doc_number, h.doc_type, h.doc_date, h.place, h.issuer, h.title),
        *(h.signer, h.signer_position, as_json(h.recipients)),
        as_json(record.given) if record.given else None,
        h.province,
    )


def citation_row(c: Citation) -> Row:
    """Columns CITATION."""
    pinpoints = "; ".join(p.text for p in c.pinpoints) or None
    return (
        *(c.id, c.start, c.end, c.page, c.text, c.confidence, c.kind),
        *(c.number, c.number_raw, c.doc_type, c.type_code, c.date),
        *(c.issuer, c.issuer_text, c.subject, pinpoints),
        *(c.relation, c.relation_text, c.footnote, c.antecedent, _rules(c)),
        # of 'Đề án 06' the whole: its number is that of many documents
        lookup_key(c.number if c.number and c.kind != "reference" else c.text) or None,
        as_json(c.candidates) if c.candidates else "[]",
        _boxes(c),
    )


def _rules(c: Citation) -> str | None:
    """'mention=number-state; relation=cue-basis'."""
    return "; ".join(f"{piece}={rule}" for piece, rule in c.rules.items()) or None


def evidence(cited: Citation, actor: Citation | None) -> tuple[int, int]:
    """The stretch of text that shows a link: the citation, the words of relation, who acts."""
    spans = [(cited.start, cited.end)]
    if "relation" in cited.parts:
        spans.append(cited.parts["relation"])
    if actor:
        spans.append((actor.start, actor.end))
    return min(start for start, _ in spans), max(end for _, end in spans)


def date_row(d: DateMention) -> Row:
    """Columns DATE."""
    return (d.id, d.start, d.end, d.text, d.value, d.valid)


def period_row(p: Period) -> Row:
    """Columns PERIOD."""
    return (p.id, p.start, p.end, p.text, p.value, p.kind)


def agency_row(a: AgencyMention) -> Row:
    """Columns AGENCY."""
    return (a.id, a.start, a.end, a.text, a.name, a.agency_id, a.level, a.anaphor)


def table_row(t: Table) -> Row:
    """Columns TABLE."""
    return (t.id, t.start, t.end, t.page, t.caption, t.header_rows, as_json(t.rows))


def figure_row(f: Indicator) -> Row:
    """Columns FIGURE."""
    value, num, den = _value(f.value)
    cell = f.table
    place: Row = (None,) * 5
    if cell:
        place = (cell.table, cell.row, cell.column, cell.row_label, cell.column_path)
    return (
        *(f.id, f.start, f.end, f.page, f.text, f.confidence, value, num, den),
        *(f.unit, f.approx, f.role, f.label, f.indicator_id, f.indicator_confidence),
        *(_real(f.indicator_value), f.period, f.agency, f.parent),
        *place,
        _boxes(f),
    )


def _value(value: float | int | Fraction) -> tuple[float | None, float | None, float | None]:
    if isinstance(value, Fraction):
        return None, float(value.num), float(value.den)
    return _real(value), None, None


def _real(value: float | int | None) -> float | None:
    """A number as SQLite keeps it; none for one of hundreds of digits: no figure of a report."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None
