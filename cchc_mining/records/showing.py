"""Records and findings as HTML for notebooks: short tables, and texts with their mentions marked.

Everything that comes from a document is escaped.  Colours are half transparent, so that they do on a
dark page as on a light one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from .mentions import Citation, Extra, Fraction, Indicator, Mention

_ROWS = 8  # of each table; a notebook wants a glance
_COLOURS = {
    "Citation": "#4f7cff55",
    "DateMention": "#9b59b655",
    "Period": "#b07aa155",
    "AgencyMention": "#2ca02c44",
    "Indicator": "#ff9f1c66",
    "Extra": "#e1575966",
}


def escape(text: str, *, quote: bool = True) -> str:
    """A text as it stands in HTML; that module is loaded by those alone who show something."""
    from html import escape

    return escape(text, quote)


def shown_head(
    title: str, words: Iterable[str | None], counts: Iterable[tuple[str, object]]
) -> str:
    """A title, a line that says what it is, and a line of numbers."""
    line = " · ".join(escape(word) for word in words if word)
    numbers = " · ".join(f"{escape(name)} {escape(str(value))}" for name, value in counts)
    return f"<div><b>{escape(title)}</b></div><div>{line}</div><div><small>{numbers}</small></div>"


def table(headings: Sequence[str], rows: Sequence[Sequence[object]], whole: int) -> str:
    """The first rows of a table as HTML, and how many more there are."""
    if not rows:
        return ""
    head = "".join(f"<th style='text-align:left'>{escape(heading)}</th>" for heading in headings)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    more = f"<div><small>… {whole - len(rows)} more</small></div>" if whole > len(rows) else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(value: object) -> str:
    shown = "" if value is None else str(value)
    return f"<td style='text-align:left;vertical-align:top'>{escape(shown)}</td>"


def citations_table(citations: Sequence[Citation]) -> str:
    """The first citations of a record."""
    rows = [(c.start, c.text, c.number, c.date, c.issuer, c.relation) for c in citations[:_ROWS]]
    return table(("start", "text", "number", "date", "issuer", "relation"), rows, len(citations))


def figures_table(figures: Sequence[Indicator]) -> str:
    """The first figures of a record."""
    rows = [
        (f.start, f.label, _value(f.value), f.unit, f.role, f.period, f.agency)
        for f in figures[:_ROWS]
    ]
    return table(
        ("start", "label", "value", "unit", "role", "period", "agency"), rows, len(figures)
    )


def _value(value: float | Fraction) -> str:
    return f"{value.num}/{value.den}" if isinstance(value, Fraction) else str(value)


class MarkedText(Struct, frozen=True):
    """A text with some mentions, which a notebook shows marked.

    Where mentions overlap, the colours lie on one another; a mark says what is read when pointed at.
    """

    text: str
    mentions: tuple[Mention, ...]

    def _repr_html_(self) -> str:
        return _marked(self.text, self.mentions)


def _marked(text: str, mentions: Iterable[Mention]) -> str:
    opening = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    cuts = sorted({0, len(text), *(m.start for m in opening), *(m.end for m in opening)})
    pieces: list[str] = []
    active: list[Mention] = []
    following = 0
    for start, end in pairwise(cuts):
        active = [mention for mention in active if mention.end > start]
        while following < len(opening) and opening[following].start == start:
            active.append(opening[following])
            following += 1
        pieces.append(_marked_piece(escape(text[start:end]), active))
    return (
        f"<div style='white-space:pre-wrap;max-height:40em;overflow:auto'>{''.join(pieces)}</div>"
    )


def _marked_piece(piece: str, mentions: Sequence[Mention]) -> str:
    for mention in reversed(mentions):
        kind = type(mention).__name__
        title = escape(f"{kind}: {said_of(mention)}", quote=True)
        piece = f"<mark style='color:inherit;background:{_COLOURS[kind]}' title='{title}'>{piece}</mark>"
    return piece


def said_of(mention: Mention) -> str:
    """What a mention is read as, in a few words."""
    fields = (
        "number",
        "value",
        "unit",
        "label",
        "date",
        "name",
        "issuer",
        "relation",
        "period",
        "agency",
    )
    values = [(name, getattr(mention, name, None)) for name in fields]
    if isinstance(mention, Extra):
        values = [("kind", mention.kind), *mention.fields.items()]
    return "; ".join(
        f"{name} {_value(value) if isinstance(value, Fraction) else value}"
        for name, value in values
        if value is not None
    )
