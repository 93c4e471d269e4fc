"""Figures laid out wide: a row for each indicator, role and agency, a column for each period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from ..index import Lang, Measurement
from ..lexicon import indicators
from ..records import Role
from .breaks import Break, breaks_of
from .cells import Cell, make_cell
from .naming import indicator_named, name_order
from .periods import sort_key

ROLES: tuple[Role, ...] = ("value", "share", "change", "target")
_Key = tuple[str, Role, str | None]


class WideRow(Struct, frozen=True):
    """The figures of one indicator in one role and of one agency, by period.

    `breaks` are the changes of territory or agency between its earliest and its latest figure.
    """

    indicator_id: str
    name_vi: str
    name_en: str
    unit: str
    role: Role
    agency: str | None
    cells: Mapping[str, Cell]
    breaks: tuple[Break, ...] = ()

    def name(self, lang: Lang) -> str:
        """The indicator's name."""
        return self.name_vi if lang == "vi" else self.name_en


class WideFigures(Struct, frozen=True):
    """Rows in the order of the list of indicators; `periods` in the order of time.

    `without_period` counts figures that name none, and so have no place.
    """

    periods: tuple[str, ...]
    rows: tuple[WideRow, ...]
    without_period: int = 0


def widen(measurements: Iterable[Measurement]) -> WideFigures:
    """Lay figures out wide.  Roles are kept apart; see `cells` for what stands in a cell."""
    placed: dict[_Key, dict[str, list[Measurement]]] = defaultdict(lambda: defaultdict(list))
    without_period = 0
    for m in measurements:
        if m.period is None or m.indicator_id is None:
            without_period += 1
        else:
            placed[m.indicator_id, m.role, m.agency][m.period].append(m)  # type: ignore[index]
    order = {row.id: i for i, row in enumerate(indicators())}
    periods = {period for cells in placed.values() for period in cells}
    return WideFigures(
        tuple(sorted(periods, key=lambda period: (sort_key(period), period))),
        tuple(
            _row(key, placed[key])
            for key in sorted(
                placed,
                key=lambda k: (
                    order.get(k[0], len(order)),
                    k[0],
                    ROLES.index(k[1]),
                    name_order(k[2]),
                ),
            )
        ),
        without_period,
    )


def _row(key: _Key, placed: Mapping[str, Sequence[Measurement]]) -> WideRow:
    indicator_id, role, agency = key
    known = indicator_named(indicator_id)
    cells = {
        period: make_cell(placed[period])
        for period in sorted(placed, key=lambda p: (sort_key(p), p))
    }
    return WideRow(
        indicator_id,
        known.name_vi if known else indicator_id,
        known.name_en if known else indicator_id,
        known.unit if known else "",
        role,
        agency,
        cells,
        _crossed(agency, known.unit if known else None, cells.values()),
    )


def _crossed(agency: str | None, unit: str | None, cells: Iterable[Cell]) -> tuple[Break, ...]:
    """The breaks between the first and the last figure."""
    days = [cell.as_of.isoformat() for cell in cells]
    if agency is None:
        return ()
    return tuple(b for b in breaks_of(agency, unit) if min(days) < b.day <= max(days))
