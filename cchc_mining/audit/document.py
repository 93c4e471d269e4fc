"""One document as the checks see it: its record, its text, and its figures sentence by sentence."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from msgspec.structs import replace

from ..reading import Layout, Reading, View, read
from ..records import Indicator, Mention, Passage, Place, Record
from .amounts import Amount
from .breakdowns import Breakdown, find_breakdowns
from .changes import Change, Growth, find_changes, find_growth
from .grids import AuditedTable
from .sentence import Sentence, on_one_line
from .shares import Share, find_shares
from .sums import adds_up, misplaced


class AuditedDocument:
    """A record with its text.

    `identity` names the document whatever file holds it; by default its number, issuer and day, or
    its source where it has no number.  `reading` is that of the text, where it is there already.  All
    offsets are those of the text.
    """

    def __init__(
        self,
        record: Record,
        text: str,
        identity: str | None = None,
        reading: Reading | None = None,
    ) -> None:
        self.record = record
        self.text = text
        self.identity = identity or _identity(record)
        self._given_reading = reading

    def at(self, mention: Mention) -> Passage:
        """A mention as a passage."""
        return self._passage(mention.start, mention.end, mention)

    def over(self, first: Mention, last: Mention) -> Passage:
        """The words from one mention to another, with the page and boxes of the first."""
        return self._passage(first.start, last.end, first)

    def words(self, start: int, end: int, near: Mention) -> Passage:
        """Some words, on the page of a mention near them."""
        return self._passage(start, end, near)

    def passage(self, start: int, end: int) -> Passage:
        """Some words given by their place in the view, on the page of the mention before them."""
        start, end = self.view.place(start, end)
        before = bisect_right(self._paged, start, key=lambda mention: mention.start)
        if before:
            return replace(self._passage(start, end, self._paged[before - 1]), boxes=())
        passage = Passage(source=self.record.source, doc_id=self.record.doc_id)
        return replace(passage, start=start, end=end, text=self.text[start:end])

    @cached_property
    def _paged(self) -> list[Mention]:
        """Mentions from which the page of a place can be told."""
        record = self.record
        found: list[Mention] = [*record.indicators, *record.dates, *record.periods]
        return sorted(found, key=lambda mention: mention.start)

    def evidence(self, mentions: Iterable[Mention]) -> tuple[Passage, ...]:
        """Mentions as passages."""
        return tuple(map(self.at, mentions))

    def said(self, start: int, end: int) -> str:
        """Some words in NFC on one line, to be compared with patterns; not to be offset into."""
        return on_one_line(unicodedata.normalize("NFC", self.text[start:end]))

    def lead(self, mention: Mention, length: int) -> str:
        """The words right before a mention, of some length, as the view has them."""
        at = self.view.from_source(mention.start)
        return self.view.text[max(at - length, 0) : at].replace("\n", " ").rstrip()

    def between(self, before: Mention, after: Mention) -> str:
        """What is said from the end of one mention to the start of another."""
        return self.said(before.end, after.start)

    def sentence_of(self, mention: Mention) -> Place:
        """The sentence around a mention."""
        return self.view.place(*self.layout.sentence(self.view.from_source(mention.start)))

    @cached_property
    def figures(self) -> dict[str, Indicator]:
        """Figures by id."""
        return {figure.id: figure for figure in self.record.indicators}

    @cached_property
    def view(self) -> View:
        """The text in canonical form."""
        return self._reading.view

    @cached_property
    def layout(self) -> Layout:
        """The lines, footnotes and sentences of the view."""
        return self._reading.layout

    @cached_property
    def _reading(self) -> Reading:
        return self._given_reading or read(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that have figures outside tables."""
        return tuple(self._sentences())

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """The wholes that sentences divide into parts, outer ones first."""
        return tuple(found for divided in self._breakdowns for found in divided)

    @cached_property
    def contradicted(self) -> tuple[tuple[Breakdown, tuple[Amount, ...]], ...]:
        """The breakdowns whose parts do not add up to their whole; each with the amounts any one of
        which makes them fit in another size."""
        return tuple((found, misplaced(found)) for found in self.breakdowns if not adds_up(found))

    @cached_property
    def _breakdowns(self) -> tuple[tuple[Breakdown, ...], ...]:
        """The breakdowns sentence by sentence."""
        return tuple(tuple(find_breakdowns(sentence)) for sentence in self.sentences)

    @cached_property
    def tables(self) -> tuple[AuditedTable, ...]:
        """The tables, with the figures in their cells."""
        cells: dict[str, list[Indicator]] = {}
        for figure in self.record.indicators:
            if figure.table is not None:
                cells.setdefault(figure.table.table, []).append(figure)
        tables = self.record.tables
        return tuple(AuditedTable(table, cells[table.id]) for table in tables if table.id in cells)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes whose values before and after are given."""
        return tuple(found for sentence in self.sentences for found in find_changes(sentence))

    @cached_property
    def growth(self) -> tuple[Growth, ...]:
        """The percentages of growth beside the change they restate."""
        return tuple(found for sentence in self.sentences for found in find_growth(sentence))

    @cached_property
    def shares(self) -> tuple[tuple[Share, ...], ...]:
        """The percentages whose base is known, sentence by sentence."""
        divided = zip(self.sentences, self._breakdowns, strict=True)
        return tuple(tuple(find_shares(sentence, found)) for sentence, found in divided)

    def shares_of(self, sentence: Sentence) -> tuple[Share, ...]:
        """The percentages of a sentence whose base is known."""
        return self.shares[self._number_of[sentence.figures[0].id]]

    def sentence_with(self, figure: Indicator) -> Sentence:
        """The sentence of a figure in prose."""
        return self.sentences[self._number_of[figure.id]]

    def near(self, figure: Indicator) -> Iterator[Indicator]:
        """The figures of a figure's paragraph, those of its own sentence first."""
        number = self._number_of[figure.id]
        own, paragraph = self.sentences[number], self._paragraph(self.sentences[number])
        yield from own.figures
        before, after = reversed(self.sentences[:number]), self.sentences[number + 1 :]
        beside = [
            tuple(takewhile(lambda sentence: self._paragraph(sentence) == paragraph, sentences))
            for sentences in (before, after)
        ]
        for sentence in (*reversed(beside[0]), *beside[1]):
            yield from sentence.figures

    def _paragraph(self, sentence: Sentence) -> int:
        """Where the paragraph or footnote of a sentence begins."""
        start = self.view.from_source(sentence.start)
        block = self.layout.footnote_at(start)
        return block.start if block else self.layout.paragraph_start(start)

    @cached_property
    def _number_of(self) -> dict[str, int]:
        """The place of each figure's sentence among the sentences, by the figure's id."""
        return {
            figure.id: number
            for number, sentence in enumerate(self.sentences)
            for figure in sentence.figures
        }

    def _sentences(self) -> Iterator[Sentence]:
        view, layout = self.view, self.layout
        place, starts, found = (0, 0), list[int](), list[Indicator]()
        for figure in self.record.indicators:
            if figure.table is not None:
                continue
            start = figure.start if view.is_identity else view.from_source(figure.start)
            # a footnote's definition lies within a sentence and is none of it
            if layout.footnotes or not place[0] <= start < place[1]:
                here = layout.sentence(start)
                if found and here != place:
                    yield self._sentence(place, found, starts)
                    starts, found = [], []
                place = here
            starts.append(start)
            found.append(figure)
        if found:
            yield self._sentence(place, found, starts)

    def _sentence(
        self, place: Place, figures: Sequence[Indicator], starts: Sequence[int]
    ) -> Sentence:
        """A sentence with some figures, both by their places in the view."""
        view, (start, end) = self.view, place
        if view.is_identity:
            spans = [(figure.start - start, figure.end - start) for figure in figures]
        else:
            ends = [view.from_source(figure.end - 1) + 1 for figure in figures]
            spans = [(a - start, b - start) for a, b in zip(starts, ends, strict=True)]
        text = self.layout.flow_at(start)[start:end].lower()
        return Sentence(view.place(start, end), tuple(figures), text, tuple(spans))

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
