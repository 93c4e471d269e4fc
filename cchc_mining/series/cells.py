"""One place in a table of figures, and which of several figures stands there.

Figures compete where indicator, role, agency and period are the same.  The leading one is chosen by,
in this order:

1. the whole before its parts: not one row of a table whose total is there, nor a figure that the text
   calls a part ('trong đó') of one that is there;
2. the document written nearest after the period's end: the report on it; then the nearest before;
3. a value before a share that restates one;
4. an exact number before 'hơn', 'gần', 'khoảng';
5. the value that is given most often;
6. the more confident reading.

What remains is settled by source and place, so that the same archive gives the same table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from msgspec import Struct

from ..index import Measurement
from ..records import read_period
from ..vietnamese import fold

_TOTAL = re.compile(r"(?:tổng|cộng|chung|toàn|cả)\b")
_AGES = 10**6  # days: farther than any document
_SIGNIFICANT = 12


class Cell(Struct, frozen=True):
    """The figures of one place, the leading one first; `values` are their values without repetition.

    All values are in the unit of the indicator.
    """

    measurements: tuple[Measurement, ...]
    values: tuple[float, ...]

    @property
    def leading(self) -> Measurement:
        """The figure that stands for the cell."""
        return self.measurements[0]

    @property
    def value(self) -> float:
        """Its value."""
        return self.values[0]

    @property
    def is_disputed(self) -> bool:
        """Whether the figures differ."""
        return len(self.values) > 1


def make_cell(measurements: Collection[Measurement]) -> Cell:
    """The cell of figures that compete for one place; at least one."""
    frequency = Counter(map(value_of, measurements))
    parts = _parts(measurements)

    def rank(m: Measurement) -> tuple[object, ...]:
        return (
            (m.source, m.mention) in parts,
            _distance(m),
            m.role == "share",
            m.approx is not None,
            -frequency[value_of(m)],
            -m.confidence * (m.indicator_confidence or 0),
            m.source,
            m.start,
        )

    ordered = tuple(sorted(measurements, key=rank))
    return Cell(ordered, tuple(dict.fromkeys(map(value_of, ordered))))


def value_of(measurement: Measurement) -> float:
    """The value in the indicator's unit, without the dust of a conversion.

    Nothing else is rounded: 92,4 and 92,44 differ.
    """
    return float(f"{measurement.indicator_value or 0:.{_SIGNIFICANT}g}")


def _parts(measurements: Collection[Measurement]) -> set[tuple[str, str]]:
    """Source and id of those that are parts of others."""
    ids = {(m.source, m.mention) for m in measurements}
    totals = {_table(m) for m in measurements if m.table_id and _is_total(m)}
    return {
        (m.source, m.mention)
        for m in measurements
        if (m.parent and (m.source, m.parent) in ids)
        or (m.table_id and _table(m) in totals and not _is_total(m))
    }


def _table(measurement: Measurement) -> tuple[str, str | None]:
    return measurement.source, measurement.table_id


def _is_total(measurement: Measurement) -> bool:
    return bool(_TOTAL.match(fold(measurement.row_label or "")))


def _distance(measurement: Measurement) -> int:
    """Days from the period's end to the document; farther than any where it was written before."""
    written = written_on(measurement)
    period = read_period(measurement.period or "")
    if written is None or period is None:
        return 2 * _AGES
    days = (written - period.last).days
    return days if days >= 0 else _AGES - days


def written_on(measurement: Measurement) -> date | None:
    """The day of the document; of one dated by month or year, the last it can be."""
    span = read_period(measurement.doc_date or "")
    return span.last if span else None


def as_of(measurements: Sequence[Measurement]) -> date:
    """The day of whose territory the leading figure speaks: its period's end, or its document's day
    where that is earlier, as for a target."""
    leading = measurements[0]
    span = read_period(leading.period or "")
    written = written_on(leading)
    days = [day for day in (span.last if span else None, written) if day]
    return min(days, default=date.max)
