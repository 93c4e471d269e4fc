"""One indicator over periods and agencies, as series that break where their subject changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from ..index import Lang, Measurement
from ..lexicon import IndicatorType
from ..records import PeriodKind, Role, read_period
from .breaks import Break, breaks_of
from .cells import Cell, make_cell, written_on
from .naming import name_order
from .periods import STEPS, step

_PERCENT = "%"
# What tells of the end or the beginning of a name also where its figures stand on one side alone.
_ENDS = frozenset(("ended", "renamed"))
_BEGINNINGS = frozenset(("founded",))


class Point(Struct, frozen=True):
    """One figure of a series.

    `step` numbers its period among those of the kind (years: 2023; quarters: 2023 * 4 + 1 for the
    second); `segment` is how many breaks lie before it: points of two segments are not comparable.
    `unclear` where a document written after a break speaks of a time before: on which territory or
    tasks its figure is computed is not known.
    """

    step: int
    period: str
    value: float
    segment: int
    cell: Cell
    unclear: bool = False

    @property
    def role(self) -> str:
        """The role of the figure that stands here."""
        return self.cell.leading.role


class Series(Struct, frozen=True):
    """The figures of one agency in the order of time, and its breaks in the time compared."""

    agency: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...] = ()


class Comparison(Struct, frozen=True):
    """Series of one indicator, all by periods of one kind.

    `left_out` counts the figures of other kinds of periods; `without_period` and `without_agency`
    those that name none.  `roles` are those that were looked for.
    """

    indicator_id: str
    name_vi: str
    name_en: str
    unit: str
    by: PeriodKind
    roles: tuple[Role, ...]
    series: tuple[Series, ...]
    left_out: Mapping[str, int]
    without_period: int = 0
    without_agency: int = 0

    def name(self, lang: Lang) -> str:
        """The indicator's name."""
        return self.name_vi if lang == "vi" else self.name_en


def compare(
    indicator: IndicatorType,
    measurements: Iterable[Measurement],
    *,
    by: PeriodKind | None = None,
    role: Role | None = None,
) -> Comparison:
    """Series of an indicator, by years if there are any, else by the commonest kind of period.

    `role` is 'value' unless another is given; of an indicator in %, shares count as well, since
    there a share is the rate itself, told beside its parts.
    """
    roles = _roles(indicator, role)
    found = [m for m in measurements if m.role in roles]
    with_agency = [m for m in found if m.agency]
    by_kind: dict[str, list[Measurement]] = defaultdict(list)
    for m in with_agency:
        span = read_period(m.period or "")
        by_kind[span.kind if span else ""].append(m)
    counts = {kind: len(some) for kind, some in by_kind.items() if kind}
    chosen = by or _commonest(counts)
    return Comparison(
        indicator_id=indicator.id,
        name_vi=indicator.name_vi,
        name_en=indicator.name_en,
        unit=indicator.unit,
        by=chosen,
        roles=roles,
        series=_all_series(by_kind.get(chosen, ()), indicator.unit),
        left_out={kind: count for kind, count in counts.items() if kind != chosen},
        without_period=len(by_kind.get("", ())),
        without_agency=len(found) - len(with_agency),
    )


def _roles(indicator: IndicatorType, role: Role | None) -> tuple[Role, ...]:
    if role is not None:
        return (role,)
    return ("value", "share") if indicator.unit == _PERCENT else ("value",)


def _commonest(counts: Mapping[str, int]) -> PeriodKind:
    """Years if there are any; else the kind with the most figures that has an even step."""
    if "year" in counts:
        return "year"
    return max(STEPS, key=lambda kind: counts.get(kind, 0))


def _all_series(measurements: Collection[Measurement], unit: str) -> tuple[Series, ...]:
    placed: dict[str, dict[int, list[Measurement]]] = defaultdict(lambda: defaultdict(list))
    for m in measurements:
        span = read_period(m.period or "")
        if span and m.agency:
            placed[m.agency][step(span)].append(m)
    cells = {
        agency: {number: make_cell(some) for number, some in sorted(steps.items())}
        for agency, steps in placed.items()
    }
    days = [c.as_of for steps in cells.values() for c in steps.values()]
    return tuple(
        _series(agency, unit, cells[agency], days) for agency in sorted(cells, key=name_order)
    )


def _series(agency: str, unit: str, cells: Mapping[int, Cell], all_days: Sequence[date]) -> Series:
    own = [cell.as_of.isoformat() for cell in cells.values()]
    horizon = (min(all_days).isoformat(), max(all_days).isoformat())
    breaks = tuple(b for b in breaks_of(agency, unit) if _matters(b, own, horizon))
    return Series(agency, tuple(_point(n, cell, breaks) for n, cell in cells.items()), breaks)


def _matters(one: Break, own: Sequence[str], horizon: tuple[str, str]) -> bool:
    """Whether a break lies between figures of the series, or tells why they end or begin."""
    if not horizon[0] < one.day <= horizon[1]:
        return False
    before, after = min(own) < one.day, max(own) >= one.day
    return (
        (before and after) or (before and one.kind in _ENDS) or (after and one.kind in _BEGINNINGS)
    )


def _point(number: int, cell: Cell, breaks: Sequence[Break]) -> Point:
    day = cell.as_of.isoformat()
    written = written_on(cell.leading)
    return Point(
        step=number,
        period=cell.leading.period or "",
        value=cell.value,
        segment=sum(one.day <= day for one in breaks),
        cell=cell,
        unclear=any(
            day < one.day <= (written.isoformat() if written else day) and one.kind not in _ENDS
            for one in breaks
        ),
    )
