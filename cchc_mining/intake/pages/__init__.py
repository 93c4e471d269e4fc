"""Pages of lines to one running text that knows its places: what all paged formats share.

A reader of such a format gives `Page`s; here page numbers and running heads are set apart, tables,
two-column blocks and footnotes are found, and lines become paragraphs, across the ends of pages.
The footnotes of a page stand, a line each, after the paragraph that its end cuts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from ...records import Box, Furniture, Places, Recognised
from .columns import Columns, column_paragraphs, take_columns, take_rest
from .footnotes import Notes, take_footnotes
from .furniture import find_furniture
from .grids import GridCell, RuledGrid, find_grids
from .joints import joint
from .model import Line, Page, Paragraph, Stroke, Token, Word, box_of, tokens_of
from .paragraphs import Margins, goes_on, margins_of
from .tables import Numbering, RuledTable, continues, join_tables, take_table

__all__ = [
    "Composed",
    "GridCell",
    "Line",
    "Page",
    "RuledGrid",
    "Stroke",
    "Word",
    "compose",
    "find_grids",
]


class Composed(Struct, frozen=True):
    """A text with the places of its words, and what the pages show besides it."""

    text: str
    places: Places
    furniture: tuple[Furniture, ...]
    recognised: Recognised | None


def compose(pages: Sequence[Page]) -> Composed:
    """The running text of a document's pages."""
    grids = {page.number: find_grids(page.strokes) for page in pages}
    aside = find_furniture(pages, grids)
    composer = _Composer(pages, grids, aside)
    for page in pages:
        composer.add(page)
    text, places, recognised = _write(composer.paragraphs())
    furniture = tuple(
        Furniture(page.number, line.text, page.as_shown(box_of(line.words)))
        for page in pages
        for line in aside.get(page.number, ())
    )
    return Composed(text, places, furniture, recognised)


_Item = Line | RuledTable | Columns


class _Sheet(Struct):
    """A page taken apart: its items from top to bottom, its footnotes, its margins."""

    page: Page
    items: list[_Item]
    notes: Notes
    margins: Margins | None


class _Composer:
    """Takes pages in their order.  What the end of a page may cut stays open until it is known."""

    def __init__(
        self,
        pages: Sequence[Page],
        grids: Mapping[int, Sequence[RuledGrid]],
        aside: Mapping[int, Sequence[Line]],
    ) -> None:
        self._grids = grids
        self._aside = aside
        self._body_size = _body_size(pages)
        self._numbering = Numbering()
        self._margins: Margins | None = None  # those of the last page that had enough lines
        self._done: list[Paragraph | RuledTable] = []
        self._open: list[tuple[Line, Page]] = []
        self._table: RuledTable | None = None
        self._foot: Columns | None = None
        self._last_note: Paragraph | None = None
        self._noted = 0  # the last page with footnotes
        self._notes: list[Paragraph] = []  # to stand after what is open

    def add(self, page: Page) -> None:
        """Add the next page."""
        sheet = self._take_apart(page)
        margins = sheet.margins or self._margins or _any_margins(page)
        for first, item in zip(_first_then_not(), sheet.items, strict=False):
            if isinstance(item, Line):
                self._add_line(item, page, margins, first=first)
            elif isinstance(item, RuledTable):
                self._add_table(item, first=first)
            else:
                self._close()
                self._foot = item
        self._margins = sheet.margins or self._margins
        self._add_notes(sheet.notes, page)

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs, once every page has been added."""
        self._close()
        for block in self._done:
            if isinstance(block, RuledTable):
                yield from block.paragraphs()
            else:
                yield block

    def _take_apart(self, page: Page) -> _Sheet:
        aside = self._aside.get(page.number, ())
        lines = [line for line in page.lines if not any(line is other for other in aside)]
        tables: list[RuledTable] = []
        for grid in self._grids.get(page.number, ()):
            table, lines = take_table(grid, lines, page, self._numbering)
            if table is not None:
                tables.append(table)
        notes, lines = take_footnotes(
            page, lines, self._body_size, after_notes=self._noted == page.number - 1
        )
        columns, lines = take_columns(lines, page)
        items: list[_Item] = [*tables, *columns, *lines]
        items.sort(key=lambda item: item.top)
        return _Sheet(page, items, notes, margins_of(lines))

    def _add_line(self, line: Line, page: Page, margins: Margins, *, first: bool) -> None:
        if self._foot and take_rest(self._foot, line, page):
            return
        if self._open:
            same_page = self._open[-1][1] is page
            so_far = [line for line, _ in self._open]
            if (same_page or first) and goes_on(so_far, line, margins, same_page=same_page):
                self._open.append((line, page))
                return
        self._close()
        self._open.append((line, page))

    def _add_table(self, table: RuledTable, *, first: bool) -> None:
        if first and self._table is not None and continues(self._table, table):
            join_tables(self._table, table)
            return
        self._close()
        self._table = table

    def _add_notes(self, notes: Notes, page: Page) -> None:
        if notes.rest or notes.notes:
            self._noted = page.number
        if notes.rest and self._last_note is not None:
            self._extend(self._last_note, notes.rest, page)
        elif notes.rest:
            self._last_note = self._extend(Paragraph(), notes.rest, page)
            self._notes.append(self._last_note)
        for lines in notes.notes:
            self._last_note = self._extend(Paragraph(), lines, page)
            self._notes.append(self._last_note)

    def _extend(self, paragraph: Paragraph, lines: Iterable[Line], page: Page) -> Paragraph:
        for line in lines:
            before = joint(paragraph.tokens[-1].word.text) if paragraph.tokens else ""
            paragraph.tokens += tokens_of(line, page, self._numbering.next(), before)
        return paragraph

    def _close(self) -> None:
        """End what is open, and write the footnotes that waited for it."""
        if self._open:
            paragraph = Paragraph()
            for line, page in self._open:
                self._extend(paragraph, (line,), page)
            self._done.append(paragraph)
            self._open = []
        if self._table is not None:
            self._done.append(self._table)
            self._table = None
        if self._foot is not None:
            self._done += column_paragraphs(self._foot, self._numbering)
            self._foot = None
        self._done += self._notes
        self._notes = []


def _first_then_not() -> Iterator[bool]:
    yield True
    while True:
        yield False


def _body_size(pages: Sequence[Page]) -> float:
    """The size of most of the letters."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.size, 1)] += round(line.x1 - line.x0)
    return max(letters, key=lambda size: letters[size], default=0.0)


def _any_margins(page: Page) -> Margins:
    lines = page.lines
    left = min((line.x0 for line in lines), default=0.0)
    return Margins(left, page.width - left, 1.3 * max((line.size for line in lines), default=10.0))


def _write(paragraphs: Iterable[Paragraph]) -> tuple[str, Places, Recognised | None]:
    """A text of one line a paragraph, where each of its words is, and which were recognised."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    tokens: list[Token] = []
    at = 0
    for paragraph in paragraphs:
        if at:
            pieces.append("\n")
            at += 1
        for token in paragraph.tokens:
            text = token.word.text
            pieces += (token.before, text)
            at += len(token.before)
            starts.append(at)
            at += len(text)
            ends.append(at)
        tokens += paragraph.tokens
    lines = [token.line for token in tokens]
    pages = [token.page.number for token in tokens]
    boxes = chain.from_iterable(map(_box, tokens))
    places = Places(starts, ends, lines, pages, boxes)
    return "".join(pieces), places, _recognised(tokens, starts, ends)


def _recognised(
    tokens: Sequence[Token], starts: Sequence[int], ends: Sequence[int]
) -> Recognised | None:
    """The words that were read from pictures."""
    words = [
        (start, end, token.word.confidence)
        for token, start, end in zip(tokens, starts, ends, strict=True)
        if token.word.confidence is not None
    ]
    return Recognised(words) if words else None


def _box(token: Token) -> Box:
    word = token.word
    box = (word.x0, word.top, word.x1, word.bottom)
    page = token.page
    return page.as_shown(box) if page.quarter_turns or page.skew else box
