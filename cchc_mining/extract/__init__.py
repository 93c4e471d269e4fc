"""From the text of one document to everything it says: one module a mention type, joined here.

The order is the data flow: the header gives the context against which names are resolved; dates
and agencies stand beside citations; what these take is no figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from ..reading import Grid, Layout, Reading, View
from ..records import (
    Abbreviation,
    Anchor,
    Footnote,
    Given,
    Mention,
    Places,
    Recognised,
    Record,
    SourceText,
    Table,
)
from .abbreviations import find_abbreviations
from .agencies import find_agencies, resolve_agency
from .citations import find_citations
from .dates import find_dates
from .dates.yearless import Years
from .extras import Extractor, with_extras
from .header import read_header, resolve_context
from .indicators import find_indicators
from .misreadings import find_misreadings
from .periods import find_periods
from .periods.reporting import with_period
from .tables import find_tables

__all__ = [
    "Extractor",
    "extract_record",
    "extract_with_reading",
    "find_abbreviations",
    "find_agencies",
    "find_citations",
    "find_dates",
    "find_indicators",
    "find_periods",
    "find_tables",
    "read_header",
    "resolve_agency",
    "resolve_context",
]

Spans = list[tuple[int, int]]


def extract_record(source: SourceText, given: Given | None = None) -> Record:
    """Everything found in one text, as a record whose offsets index `source.text`.

    The caller fills `doc_id` and `paths`.  `given` is context that the file lacks.  Raises UsageError
    where another package adds what is no extractor.
    """
    return extract_with_reading(source, given)[0]


def extract_with_reading(
    source: SourceText, given: Given | None = None
) -> tuple[Record, Reading | None]:
    """As `extract_record`, and what `audit_document` would make of the text once more.

    The reading is None where words were repaired: the audit goes by what is written.
    """
    repairs = find_misreadings(source.text, source.recognised)
    view = View(source.text, repairs)
    layout = Layout(view)
    record = with_extras(_extract(source, given, view, layout), source)
    return record, None if repairs else Reading(view, layout)


def _extract(source: SourceText, given: Given | None, view: View, layout: Layout) -> Record:
    heading = read_header(view, layout, source.title)
    header, context = resolve_context(heading, view, given)
    header = replace(header, province=context.province)
    context = with_period(context, header, view.text)
    years = Years(layout, context)
    dates = find_dates(view, years)
    agencies = find_agencies(view, layout, context)
    own = heading.own_number
    citations = find_citations(
        view,
        layout,
        context,
        header=header,
        own_number=(own.start, own.end, own.number) if own else None,
        dates=dates,
        agencies=agencies,
    )
    taken: Spans = [c.parts["number"] for c in citations if "number" in c.parts]
    taken += _spans(dates)
    periods = find_periods(view.text, view.raw, _sorted(taken), years.of_period)
    tables = find_tables(view, layout)
    marks: Spans = [(b.anchor_start, b.anchor_end or 0) for b in layout.footnotes if b.anchor_start]
    marks += [(b.start, b.text_start) for b in layout.footnotes]
    indicators = find_indicators(
        view,
        layout,
        context,
        taken=_sorted(taken, marks, _spans(periods), _spans(citations)),
        dates=dates,
        periods=periods,
        agencies=agencies,
        tables=tables,
    )
    return Record(
        source=source.source,
        media_type=source.media_type,
        encoding=source.encoding,
        pages=source.pages,
        status="partial" if source.warnings else "ok",
        warnings=source.warnings,
        given=given,
        header=header,
        citations=_placed(view, citations, "c", source),
        dates=_placed(view, dates, "d", source),
        periods=_placed(view, periods, "p", source),
        agencies=_placed(view, agencies, "a", source),
        indicators=_placed(view, indicators, "i", source),
        tables=_tables(view, tables, source.places),
        footnotes=_footnotes(view, layout),
        abbreviations=tuple(_in_source(view, a) for a in find_abbreviations(view)),
    )


def _spans(mentions: Iterable[Mention]) -> Spans:
    return [(mention.start, mention.end) for mention in mentions]


def _sorted(*groups: Spans) -> Spans:
    return sorted(set(chain.from_iterable(groups)))


M = TypeVar("M", bound=Mention)


def _placed(view: View, mentions: Sequence[M], letter: str, source: SourceText) -> tuple[M, ...]:
    """Mentions in source offsets, each with an id made of its type and place, and its page."""
    placed: list[M] = []
    last = -1
    is_identity = view.is_identity
    for mention in mentions:
        if not is_identity:
            mention = view.to_source_mention(mention)
        suffix = "b" if mention.start == last else ""
        last = mention.start
        name = f"{letter}{mention.start}{suffix}"
        if source.recognised is not None:
            mention = _as_sure_as_read(view, mention, source.recognised)
        if source.places is None:
            placed.append(replace(mention, id=name))
        else:
            page, boxes = source.places.at(mention.start, mention.end)
            placed.append(replace(mention, id=name, page=page, boxes=boxes))
    return tuple(placed)


_GUESSED = 0.8  # of its confidence is left to a mention in which words were repaired


def _as_sure_as_read(view: View, mention: M, recognised: Recognised) -> M:
    """A mention on a scanned page: no surer than the reading of its words."""
    confidence = recognised.confidence(mention.start, mention.end)
    if confidence is None:
        return mention
    fuzzy = view.is_repaired(mention.start, mention.end)
    confidence *= mention.confidence * (_GUESSED if fuzzy else 1)
    return replace(mention, confidence=round(confidence, 3), fuzzy=fuzzy)


P = TypeVar("P", Table, Abbreviation)


def _in_source(view: View, piece: P) -> P:
    """A table or abbreviation with its place in the source."""
    if view.is_identity:
        return piece
    start, end = view.place(piece.start, piece.end)
    return replace(piece, start=start, end=end)


def _tables(view: View, grids: Sequence[Grid], places: Places | None) -> tuple[Table, ...]:
    tables = (_in_source(view, grid.to_table()) for grid in grids)
    if places is None:
        return tuple(tables)
    return tuple(replace(table, page=places.page_at(table.start)) for table in tables)


def _footnotes(view: View, layout: Layout) -> tuple[Footnote, ...]:
    found: list[Footnote] = []
    for block in layout.footnotes:
        start, end = view.place(block.start, block.end)
        anchor = None
        if block.anchor_start is not None and block.anchor_end is not None:
            anchor = Anchor(*view.place(block.anchor_start, block.anchor_end))
        found.append(Footnote(mark=block.mark, start=start, end=end, anchor=anchor))
    return tuple(found)
