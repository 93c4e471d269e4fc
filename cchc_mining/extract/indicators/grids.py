"""Tables read as figures: each numeric cell with the period and owner that column, row, caption or
the words before the table name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...reading import Context, Grid, View
from ...records import AgencyMention, Indicator
from .canonical import canonical_indicator
from .cells import CellFigure, cell_figures
from .owners import default_owner
from .places import territory
from .timeline import Timeline

_TOTAL = re.compile(r"(?:tổng|cộng)", re.I)


class GridReader:
    """Turns the tables of one document into indicators; offsets are the view's."""

    def __init__(
        self,
        view: View,
        context: Context,
        timeline: Timeline,
        agencies: Sequence[AgencyMention],
        taken: Sequence[tuple[int, int]],
    ) -> None:
        self._view = view
        self._context = context
        self._timeline = timeline
        self._agencies = agencies
        self._agency_starts = [mention.start for mention in agencies]
        self._taken = taken
        self._taken_starts = [start for start, _ in taken]

    def read(self, grid: Grid) -> Iterator[Indicator]:
        """The figures of a table, row by row."""
        where = grid.start if grid.caption_start is None else grid.caption_start
        period = self._timeline.around(where, grid.start)
        columns = {c: self._timeline.within(*_heading(grid, c)) for c in grid.figures}
        owners = self._row_owners(grid)
        for figure in cell_figures(grid):
            if not self._is_taken(figure):
                row, column = figure.ref.row, figure.ref.column
                yield self._indicator(figure, columns[column] or period, owners[row])

    def _is_taken(self, figure: CellFigure) -> bool:
        i = bisect_left(self._taken_starts, figure.end) - 1
        return i >= 0 and self._taken[i][1] > figure.start

    def _indicator(self, figure: CellFigure, period: str | None, owner: str | None) -> Indicator:
        canonical = canonical_indicator(figure.label, figure.unit, figure.role, figure.value)
        return Indicator(
            start=figure.start,
            end=figure.end,
            text=self._view.raw[figure.start : figure.end],
            value=figure.value,
            unit=figure.unit,
            role=figure.role,
            label=figure.label,
            indicator_id=canonical.id,
            indicator_confidence=canonical.confidence,
            indicator_value=canonical.value,
            period=period,
            agency=owner,
            table=figure.ref,
        )

    def _row_owners(self, grid: Grid) -> dict[int, str | None]:
        """Whose each data row is: the agency it names; a total over several is the territory's."""
        rows = range(grid.first_data, len(grid.rows))
        named = {r: self._row_agency(grid, r) for r in rows}
        several = len({name for name in named.values() if name}) > 1
        default = default_owner(self._context)
        whole = (territory(self._context) or default) if several else default
        return {r: named[r] or (whole if _TOTAL.match(grid.labels[r]) else default) for r in rows}

    def _row_agency(self, grid: Grid, row: int) -> str | None:
        """The agency that is all a cell of the row says."""
        cells = grid.rows[row]
        first = bisect_left(self._agency_starts, cells[0].start)
        last = bisect_left(self._agency_starts, cells[-1].end, first)
        for mention in self._agencies[first:last]:
            if any(c.start == mention.start and c.end - mention.end < 3 for c in cells):
                return mention.name
        return None


def _heading(grid: Grid, column: int) -> tuple[int, int]:
    """Where the innermost heading of a column stands."""
    for row in reversed(grid.rows[: grid.first_data]):
        text = row[column].text
        if text and not text[0].isdigit() and text[0] != "(":
            return row[column].start, row[column].end
    return 0, 0
