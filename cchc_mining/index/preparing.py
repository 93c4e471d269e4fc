"""A linked document as the rows that it becomes: made wherever it is mined, without an index.

What is costly is done here, so that the one process that writes the index has little left to do.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from ..records import Citation, Header, Place, Record
from . import rows
from .linking import LinkedRecord, Linker
from .manifestations import packed
from .passages import passages, plain, toned
from .rows import Row


class Target(Struct, frozen=True, array_like=True):
    """A legal document that is meant, whose target is open or not."""

    target: str
    family: str
    is_open: bool


class CitationLink(Struct, frozen=True, array_like=True):
    """What is known of a citation beside its own row.

    `target` is a place in `Prepared.targets`, `actor` one among the document's citations;
    `evidence` the stretch of text that shows the link.
    """

    target: int | None
    via: str | None
    partly: bool
    actor: int | None
    evidence: Place


class Passage(Struct, frozen=True, array_like=True):
    """A passage with the forms of its words that are searched."""

    start: int
    end: int
    toned: str
    plain: str


class Prepared(Struct, frozen=True, array_like=True):
    """A document as rows without ids; the columns are those of `rows`.

    `own` is the place in `targets` of the document's own.
    """

    doc_id: str | None
    document: Row
    year: int | None
    acts: bool
    own: int | None
    own_via: str | None
    targets: tuple[Target, ...]
    citations: tuple[Row, ...]
    links: tuple[CitationLink, ...]
    dates: tuple[Row, ...]
    periods: tuple[Row, ...]
    agencies: tuple[Row, ...]
    tables: tuple[Row, ...]
    figures: tuple[Row, ...]
    figure_words: tuple[tuple[str, str], ...]
    text: str
    passages: tuple[Passage, ...]
    sketch: bytes
    bands: tuple[int, ...]


def prepare(linked: LinkedRecord, text: str, linker: Linker) -> Prepared:
    """Everything that an index needs of a document, but for the names of its files."""
    record = linked.record
    places = _target_places(linked)
    sketch = linker.sketch(text)
    return Prepared(
        doc_id=record.doc_id,
        document=rows.document_row(record),
        year=linked.year,
        acts=linked.acts,
        own=places.get(linked.own or ""),
        own_via=linked.own_via,
        targets=tuple(Target(t, linker.family(t), bool(linker.missing(t))) for t in places),
        citations=tuple(map(rows.citation_row, record.citations)),
        links=_links(linked, places),
        dates=tuple(map(rows.date_row, record.dates)),
        periods=tuple(map(rows.period_row, record.periods)),
        agencies=tuple(map(rows.agency_row, record.agencies)),
        tables=tuple(map(rows.table_row, record.tables)),
        figures=tuple(map(rows.figure_row, record.indicators)),
        figure_words=_figure_words(record),
        text=text,
        passages=tuple(
            Passage(start, end, toned(text[start:end]), plain(text[start:end]))
            for start, end in passages(text)
        ),
        sketch=packed(sketch),
        bands=tuple(linker.bands(record.header or Header(), sketch)),
    )


def _target_places(linked: LinkedRecord) -> dict[str, int]:
    """The targets of a document, its own first, each with its place in that order."""
    targets = (linked.own, *(citation.target for citation in linked.record.citations))
    return {target: i for i, target in enumerate(dict.fromkeys(filter(None, targets)))}


def _links(linked: LinkedRecord, targets: dict[str, int]) -> tuple[CitationLink, ...]:
    citations = linked.record.citations
    places = {citation.id: i for i, citation in enumerate(citations)}

    def link(citation: Citation) -> CitationLink:
        actor = places.get(linked.actors.get(citation.id, ""))
        return CitationLink(
            targets.get(citation.target or ""),
            linked.via.get(citation.id),
            citation.id in linked.partly,
            actor,
            rows.evidence(citation, None if actor is None else citations[actor]),
        )

    return tuple(map(link, citations))


def _figure_words(record: Record) -> tuple[tuple[str, str], ...]:
    return tuple((plain_name(f.label), plain_name(f.agency)) for f in record.indicators)


@lru_cache(maxsize=8192)
def plain_name(name: str | None) -> str:
    """Labels and agencies as they are searched; the same come again and again."""
    return plain(name or "")
