"""Links: which document acts on, or cites, which legal document."""

from __future__ import annotations

from msgspec import Struct

from .mentions import Relation, written


class Link(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One mention of a legal document (`target`) in a document of the archive (`source`).

    `acting` is the legal document whose relation to the target is told: the citing document itself
    where it bears a number, another where the text says so ('Quyết định A thay thế Quyết định B' in a
    report).  `text` are the words that show it, from `start` to `end` of the document's text; `mention`
    is the id of the citation in its record.
    """

    source: str
    target: str
    relation: Relation = written("mentions")
    doc_id: str | None = None
    acting: str | None = None
    start: int = written(0)
    end: int = written(0)
    text: str = written("")
    mention: str = written("")
