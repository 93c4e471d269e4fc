"""Figures side by side for people: agencies below one another, periods beside one another.

A value after a break has a bar before it, one that other figures contradict a star behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from . import _render as render
from .messages import language, say
from .messages import number as count

if TYPE_CHECKING:
    from ..series import Break, Cell, Comparison, Series, WideFigures, WideRow

_AT_ONCE = 8  # periods that fit beside one another
_DECIMALS = 4  # of a quotient, such as 6.183/6.688 as a percentage
_BROKEN, _DISPUTED, _UNCLEAR = "┆ ", " *", " ?"

# A name, and its cells by the key of their column.
_Line = tuple[str, Mapping[Any, str]]


def print_wide(table: WideFigures, limit: int) -> None:
    """Figures laid out wide, a block for each indicator and role; at most so many rows (0: all)."""
    rows = table.rows[:limit] if limit else table.rows
    for _, same in groupby(rows, lambda row: (row.indicator_id, row.role)):
        _print_block(list(same), table.periods)
    if not rows:
        render.remark(say("figures.nothing"))
        return
    _explain_marks(
        disputed=any(cell.is_disputed for row in rows for cell in row.cells.values()),
        broken=any(row.breaks for row in rows),
    )
    if len(rows) < len(table.rows):
        render.remark(say("wide.more", count=count(len(rows)), all=count(len(table.rows))))
    if table.without_period:
        render.remark(say("wide.without-period", count=count(table.without_period)))


def _print_block(rows: Sequence[WideRow], periods: Sequence[str]) -> None:
    from ..series import describe

    first = rows[0]
    role = say(f"role.{first.role}")
    name = first.name(language())
    click.secho(f"{name} ({first.unit}) · {role} · {first.indicator_id}", bold=True)
    used = [period for period in periods if any(period in row.cells for row in rows)]
    columns = {period: describe(period, language()) for period in used}
    _print_columns(columns, [(_name(row.agency), _wide_cells(row)) for row in rows])
    for row in rows:
        _print_breaks(_name(row.agency), row.breaks)
    click.echo()


def _name(agency: str | None) -> str:
    return agency or say("wide.no-agency")


def _wide_cells(row: WideRow) -> dict[Any, str]:
    texts: dict[Any, str] = {}
    before: Cell | None = None
    for period, cell in row.cells.items():
        broken = before is not None and any(
            before.as_of.isoformat() < one.day <= cell.as_of.isoformat() for one in row.breaks
        )
        texts[period] = _text(cell, broken=broken)
        before = cell
    return texts


def _text(cell: Cell, *, broken: bool, unclear: bool = False) -> str:
    return "".join(
        (
            _BROKEN if broken else "",
            cell.leading.approx or "",
            render.amount(round(cell.value, _DECIMALS)),
            _DISPUTED if cell.is_disputed else "",
            _UNCLEAR if unclear else "",
        )
    )


def print_comparison(comparison: Comparison) -> None:
    """A comparison as one table, with what breaks its series and what it leaves out."""
    from ..series import step_in_words

    if comparison.series:
        roles = ", ".join(say(f"role.{role}") for role in comparison.roles)
        heading = f"{comparison.name(language())} ({comparison.unit}) · {roles}"
        click.secho(heading, bold=True)
        steps = sorted({point.step for series in comparison.series for point in series.points})
        columns = {step: step_in_words(step, comparison.by, language()) for step in steps}
        _print_columns(columns, [(s.agency, _series_cells(s)) for s in comparison.series])
        for series in comparison.series:
            _print_breaks(series.agency, series.breaks)
        points = [point for series in comparison.series for point in series.points]
        _explain_marks(
            disputed=any(point.cell.is_disputed for point in points),
            broken=any(series.breaks for series in comparison.series),
            unclear=any(point.unclear for point in points),
        )
    else:
        render.remark(say("figures.nothing"))
    for remark in _left_out(comparison):
        render.remark(remark)


def _series_cells(series: Series) -> dict[Any, str]:
    texts: dict[Any, str] = {}
    segment = series.points[0].segment
    for point in series.points:
        texts[point.step] = _text(
            point.cell, broken=point.segment != segment, unclear=point.unclear
        )
        segment = point.segment
    return texts


def _left_out(comparison: Comparison) -> Iterator[str]:
    kinds = sorted(comparison.left_out.items(), key=lambda item: (-item[1], item[0]))
    if kinds:
        some = ", ".join(f"{say(f'by.{kind}')} ({count(n)})" for kind, n in kinds)
        yield say("compare.left-out", kind=say(f"by.{comparison.by}"), others=some)
    if comparison.without_agency or comparison.without_period:
        total = count(comparison.without_agency + comparison.without_period)
        yield say("compare.without", count=total)


def _print_columns(columns: Mapping[Any, str], lines: Sequence[_Line]) -> None:
    keys = list(columns)
    for i in range(0, len(keys), _AT_ONCE):
        some = keys[i : i + _AT_ONCE]
        shown = [line for line in lines if any(key in line[1] for key in some)]
        render.print_table(
            [say("column.agency"), *(columns[key] for key in some)],
            ([name, *(cells.get(key, "") for key in some)] for name, cells in shown),
            right=range(1, len(some) + 1),
        )


def _print_breaks(name: str, breaks: Sequence[Break]) -> None:
    for one in breaks:
        click.echo(f"  {_BROKEN}{name}: {one.reason(language())}")


def _explain_marks(*, disputed: bool, broken: bool, unclear: bool = False) -> None:
    marks = ((broken, "broken", _BROKEN), (disputed, "disputed", _DISPUTED))
    for shown, key, mark in (*marks, (unclear, "unclear", _UNCLEAR)):
        if shown:
            render.remark(say(f"mark.{key}", mark=mark.strip()))
