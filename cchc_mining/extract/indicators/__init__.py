"""Figures: what a text counts and measures, in prose and in tables.

The steps, each a module: numerals (runs of digits), units (what stands after them), refusals (what
is no figure), comparators and roles, phrases (which words belong to which figure), lists ('lần lượt
là'), trees ('trong đó'), labels, timeline over outline (periods), owners (agencies), canonical.
Tables go through `cells`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ...reading import Context, Layout, View
from ...records import AgencyMention, DateMention, Indicator, Period
from .canonical import indicator_id
from .cells import CellFigure, cell_figures, text_cells
from .comparators import read_comparator
from .labels import write_label
from .lists import distribute
from .model import Figure, Name, Numeral, Sentence
from .numerals import find_numerals
from .outline import Outline
from .owners import Owners, default_owner
from .phrases import divide
from .places import find_places
from .refusals import refusal
from .roles import find_plans, read_change, read_share, read_target
from .timeline import Timeline, Words
from .trees import find_parents
from .units import inherit_unit, read_rank, read_unit
from .values import settle_values, share_unit

if TYPE_CHECKING:
    from ..tables import Grid

__all__ = ["find_indicators"]

Spans = Sequence[tuple[int, int]]


def find_indicators(
    view: View,
    layout: Layout,
    context: Context,
    *,
    taken: Spans,
    dates: Sequence[DateMention],
    periods: Sequence[Period],
    agencies: Sequence[AgencyMention],
    tables: Sequence[Grid] = (),
) -> list[Indicator]:
    """All figures of a text, sorted by start; offsets are the view's.

    `taken` are the sorted spans that hold no figures: citations, dates, periods, footnote marks.
    `dates`, `periods` and `agencies` are sorted by start.
    """
    reader = _Reader(view, layout, context, dates, periods, agencies)
    found = list(reader.read_prose(taken, tables))
    for grid in tables:
        found += reader.read_table(grid, taken)
    found.sort(key=lambda indicator: indicator.start)
    return found


class _Reader:
    """What all sentences of one document share."""

    def __init__(
        self,
        view: View,
        layout: Layout,
        context: Context,
        dates: Sequence[DateMention],
        periods: Sequence[Period],
        agencies: Sequence[AgencyMention],
    ) -> None:
        self._view = view
        self._layout = layout
        self._context = context
        self._agencies = agencies
        self._agency_starts = [mention.start for mention in agencies]
        self._outline = Outline(layout.body)
        self._timeline = Timeline(view, layout, context, dates, periods, self._outline)
        self._owners = Owners(context)
        self._planning = self._outline.planning_at

    # --- prose ---

    def read_prose(self, taken: Spans, tables: Sequence[Grid]) -> Iterator[Indicator]:
        cells = [(cell.start, cell.end) for grid in tables for cell in text_cells(grid)]
        closed = sorted([*taken, *_outside(tables, cells)])
        numerals = find_numerals(self._view.text, closed)
        for (start, end), group in groupby(numerals, self._stretch_at(cells)):
            sentence = self._sentence(start, end)
            _read_figures(sentence, group)
            if sentence.figures:
                self._complete(sentence)
                yield from (self._indicator(sentence, figure) for figure in sentence.figures)

    def _stretch_at(
        self, cells: list[tuple[int, int]]
    ) -> Callable[[Numeral], tuple[int, int]]:
        """A function from a numeral to the stretch of text to read it in: sentence or cell."""
        starts = [start for start, _ in cells]
        last = (0, 0)

        def stretch(numeral: Numeral) -> tuple[int, int]:
            nonlocal last
            position = numeral.start
            if not last[0] <= position < last[1]:
                last = self._layout.sentence(position)
                i = bisect_left(starts, position + 1) - 1
                if i >= 0 and position < cells[i][1]:
                    last = cells[i]
            return last

        return stretch

    def _sentence(self, start: int, end: int) -> Sentence:
        text = self._layout.flow_at(start)[start:end]
        for mark in "*$\\":
            if mark in text:
                text = text.replace(mark, " ")
        sentence = Sentence(start, end, text)
        first = bisect_left(self._agency_starts, start)
        last = bisect_left(self._agency_starts, end, first)
        sentence.names = [
            Name(sentence.offset(m.start), sentence.offset(m.end - 1) + 1, m)
            for m in self._agencies[first:last]
        ]
        return sentence

    def _complete(self, sentence: Sentence) -> None:
        """Everything that needs all figures of the sentence to be known."""
        figures = sentence.figures
        divide(sentence)
        distribute(sentence)
        find_parents(sentence)
        planning = self._planning(sentence.start)
        plans = find_plans(sentence)
        places = find_places(sentence, self._context)
        has_times = self._timeline.names_any(sentence.start, sentence.end)
        previous: Figure | None = None
        carried: str | None = None
        for index, figure in enumerate(figures):
            before = figures[:index]
            if figure.kind == "percent":
                read_share(sentence, figure, before)
            read_target(sentence, figure, planning, plans)
            inherit_unit(sentence, figure, before)
            write_label(sentence, figure, before)
            figure.agency = self._owners.owner(sentence, figure, previous, places)
            figure.period, carries = self._period(sentence, figure, carried, has_times)
            carried = figure.period if carries else carried
            if planning:
                self._look_back(sentence, figure)
            previous = figure
        settle_values(figures)

    def _period(
        self, sentence: Sentence, figure: Figure, carried: str | None, has_times: bool
    ) -> tuple[str | None, bool]:
        """The period of a figure, and whether the figures after it share it."""
        if figure.base is not None and figure.role in ("share", "change"):
            return figure.base.period, False
        if not has_times:
            return carried or self._timeline.passage(sentence.start), True
        place = sentence.place
        where = Words(
            sentence.start,
            place(figure.lead_start),
            place(figure.a),
            place(figure.noun_end),
            place(figure.phrase_end),
        )
        return self._timeline.period(where, carried)

    def _look_back(self, sentence: Sentence, figure: Figure) -> None:
        """Among plans, a figure of an earlier year is what was reached: '(năm 2022 đạt 84,37%)'."""
        planned = self._timeline.planned(sentence.start)
        if figure.role == "target" and planned and figure.period:
            if figure.period[:4] < planned[:4]:
                figure.role = "value"

    def _indicator(self, sentence: Sentence, figure: Figure) -> Indicator:
        start, end = sentence.place(figure.a), sentence.place(figure.b - 1) + 1
        return Indicator(
            start=start,
            end=end,
            text=self._view.raw[start:end],
            confidence=figure.confidence,
            value=figure.final_value(),
            unit=figure.unit,
            approx=figure.approx,
            role=figure.role,
            label=figure.label or None,
            indicator_id=indicator_id(figure.label, figure.unit),
            period=figure.period,
            agency=figure.agency,
            parent=self._id(sentence, figure.parent),
        )

    def _id(self, sentence: Sentence, figure: Figure | None) -> str | None:
        return f"i{self._view.to_source(sentence.place(figure.a))}" if figure else None

    # --- tables ---

    def read_table(self, grid: Grid, taken: Spans) -> Iterator[Indicator]:
        where = grid.start if grid.caption_start is None else grid.caption_start
        period = self._timeline.around(where, grid.start)
        owner = default_owner(self._context)
        columns = {c: self._timeline.within(*_heading(grid, c)) for c in grid.figures}
        rows = {r: self._row_owner(grid, r) for r in range(grid.first_data, len(grid.rows))}
        closed = iter(taken)
        span = next(closed, None)
        for figure in cell_figures(grid):
            cell = figure.cell
            while span and span[1] <= cell.start:
                span = next(closed, None)
            if span and span[0] < cell.end:
                continue
            yield self._cell(
                figure, columns[figure.ref.column] or period, rows[figure.ref.row] or owner
            )

    def _cell(self, figure: CellFigure, period: str | None, owner: str | None) -> Indicator:
        start, end = figure.cell.start, figure.cell.end
        return Indicator(
            start=start,
            end=end,
            text=self._view.raw[start:end],
            value=figure.value,
            unit=figure.unit,
            role=figure.role,
            label=figure.label,
            indicator_id=indicator_id(figure.label, figure.unit),
            period=period,
            agency=owner,
            table=figure.ref,
        )

    def _row_owner(self, grid: Grid, row: int) -> str | None:
        """The agency that a row is about, where its label names one."""
        cells = grid.rows[row]
        first = bisect_left(self._agency_starts, cells[0].start)
        last = bisect_left(self._agency_starts, cells[-1].end, first)
        for mention in self._agencies[first:last]:
            if any(c.start == mention.start and c.end - mention.end < 3 for c in cells):
                return mention.name
        return None


def _read_figures(sentence: Sentence, numerals: Iterable[Numeral]) -> None:
    """The figures among the numbers of a sentence, with unit, comparator and change."""
    figures = sentence.figures
    refused = -1
    changed: Figure | None = None
    for numeral in numerals:
        figure = sentence.figure(numeral)
        read_unit(sentence, figure)
        read_rank(sentence, figure)
        if refusal(sentence, figure, figures, refused):
            refused = figure.b
            continue
        read_comparator(sentence, figure)
        read_change(sentence, figure, changed)
        if figure.role == "change":
            changed = figure
        figures.append(figure)
    share_unit(sentence)


def _outside(tables: Sequence[Grid], cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of tables without their cells of words."""
    spans: list[tuple[int, int]] = []
    for grid in tables:
        start = grid.start
        for a, b in cells:
            if grid.start <= a < grid.end:
                spans.append((start, a))
                start = b
        spans.append((start, grid.end))
    return [(a, b) for a, b in spans if a < b]


def _heading(grid: Grid, column: int) -> tuple[int, int]:
    """Where the innermost heading of a column stands."""
    for row in reversed(grid.rows[: grid.first_data]):
        if row[column].text and not row[column].text[:1].isdigit() and row[column].text[:1] != "(":
            return row[column].start, row[column].end
    return 0, 0
