"""One document as the checks see it: its record, its text, and its figures sentence by sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from ..reading import Layout, View
from ..records import Indicator, Mention, Passage, Place, Record


class Sentence(Struct, frozen=True):
    """A sentence with figures in its prose: its place, and the figures in the order of the text."""

    start: int
    end: int
    figures: tuple[Indicator, ...]


class AuditedDocument:
    """A record with its text.

    `identity` names the document whatever file holds it; by default its number, issuer and day, or
    its source where it has no number.  All offsets are those of the text.
    """

    def __init__(self, record: Record, text: str, identity: str | None = None) -> None:
        self.record = record
        self.text = text
        self.identity = identity or _identity(record)

    def at(self, mention: Mention) -> Passage:
        """A mention as a passage."""
        return self._passage(mention.start, mention.end, mention)

    def over(self, first: Mention, last: Mention) -> Passage:
        """The words from one mention to another, with the page and boxes of the first."""
        return self._passage(first.start, last.end, first)

    def words(self, start: int, end: int, near: Mention) -> Passage:
        """Some words, on the page of a mention near them."""
        return self._passage(start, end, near)

    def said(self, start: int, end: int) -> str:
        """Some words in NFC on one line, to be compared with patterns; not to be offset into."""
        return " ".join(unicodedata.normalize("NFC", self.text[start:end]).split())

    def between(self, before: Mention, after: Mention) -> str:
        """What is said from the end of one mention to the start of another."""
        return self.said(before.end, after.start)

    @cached_property
    def figures(self) -> dict[str, Indicator]:
        """Figures by id."""
        return {figure.id: figure for figure in self.record.indicators}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that have figures outside tables."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        view = View(self.text)
        layout = Layout(view)
        in_prose = (figure for figure in self.record.indicators if figure.table is None)

        def sentence_of(figure: Indicator) -> Place:
            return view.place(*layout.sentence(view.from_source(figure.start)))

        for (start, end), figures in groupby(in_prose, key=sentence_of):
            yield Sentence(start, end, tuple(figures))

    def _passage(self, start: int, end: int, near: Mention) -> Passage:
        return Passage(
            source=self.record.source,
            doc_id=self.record.doc_id,
            start=start,
            end=end,
            text=self.text[start:end],
            page=near.page,
            boxes=near.boxes,
        )


def _identity(record: Record) -> str:
    header = record.header
    if header and header.doc_number:
        return "|".join((header.doc_number, header.issuer or "", header.doc_date or ""))
    return record.source
