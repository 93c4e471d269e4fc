"""One place in a table of figures, and which of several figures stands there.

Figures compete where indicator, role, agency and period are the same.  The leading one is chosen by,
in this order:

1. the whole before its parts: what is called a total; not one row of a table whose total is there,
   nor a figure that the text calls a part ('trong đó') of one that is there, nor one of a part of the
   agency ('của khối UBND cấp xã');
2. the document written nearest after the period's end: the report on it; then the nearest before;
3. a value before a share that restates one;
4. an exact number before 'hơn', 'gần', 'khoảng';
5. the value that is given most often;
6. the clearly more confident reading; then the one that comes first.

What remains is settled by source and place, so that the same archive gives the same table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from msgspec import Struct

from ..index import Measurement
from ..records import read_period
from ..vietnamese import fold

_TOTAL = re.compile(r"(?:tổng|cộng|chung|toàn|cả)\b")
# 'tỷ lệ giải quyết hồ sơ đúng hạn của khối sở, ngành', 'tỷ lệ hồ sơ trực tuyến của UBND cấp huyện'
_OF_A_PART = re.compile(r"\b(?:khối|cấp (?:tỉnh|huyện|xã)|lĩnh vực|ngành dọc)\b")
_WHOLE, _PLAIN, _PART = range(3)
_AGES = 10**6  # days: farther than any document
_SIGNIFICANT = 12


class Cell(Struct, frozen=True):
    """The figures of one place, the leading one first; `values` are those of them that differ.

    All values are in the unit of the indicator.  A value that is another one rounded or cut to fewer
    decimals does not differ from it.
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

    @property
    def as_of(self) -> date:
        """The day of whose territory it speaks: its period's end, or the day of its document where
        that is earlier, as for a target."""
        span = read_period(self.leading.period or "")
        days = [day for day in (span.last if span else None, written_on(self.leading)) if day]
        return min(days, default=date.max)


def make_cell(measurements: Collection[Measurement]) -> Cell:
    """The cell of figures that compete for one place; at least one."""
    frequency = Counter(map(value_of, measurements))
    parts = _parts(measurements)

    def rank(m: Measurement) -> tuple[object, ...]:
        return (
            _PART if (m.source, m.mention) in parts else _scope(m),
            _distance(m),
            m.role == "share",
            m.approx is not None,
            -frequency[value_of(m)],
            -round(m.confidence * (m.indicator_confidence or 0), 1),
            m.source,
            m.start,
        )

    ordered = tuple(sorted(measurements, key=rank))
    return Cell(ordered, _different(map(value_of, ordered)))


def _different(values: Iterable[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in values:
        if not any(_agree(value, other) for other in kept):
            kept.append(value)
    return tuple(kept)


def _agree(one: float, other: float) -> bool:
    """Whether two values are one, as far as the one with fewer decimals tells.

    >>> _agree(92.44, 92.4491), _agree(92.4, 92.44), _agree(99.1, 100), _agree(99.9, 100)
    (True, True, False, True)
    """
    exact, rough = sorted((Decimal(str(one)), Decimal(str(other))), key=_exponent)
    places = Decimal(1).scaleb(_exponent(rough))
    cut = (ROUND_HALF_UP, ROUND_DOWN) if _exponent(rough) < 0 else (ROUND_HALF_UP,)
    return any(exact.quantize(places, how) == rough for how in cut)


def _exponent(number: Decimal) -> int:
    """Minus the number of decimals."""
    return min(int(number.normalize().as_tuple().exponent), 0)


def value_of(measurement: Measurement) -> float:
    """The value in the indicator's unit, without the dust of a conversion."""
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


def _scope(measurement: Measurement) -> int:
    """What its words say: the whole, a part, or neither."""
    label = fold(measurement.label or "")
    if _TOTAL.match(label) or _is_total(measurement):
        return _WHOLE
    return _PART if _OF_A_PART.search(label) else _PLAIN


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
