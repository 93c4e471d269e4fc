"""`cchc figures`: figures by indicator, agency, period and label; listed, or laid out wide."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from ..records import Role
from . import _render as render
from . import _side_by_side as side_by_side
from . import options
from .messages import language, say
from .messages import number as count

if TYPE_CHECKING:
    from ..archive import Archive
    from ..index import Figure

CSV_COLUMNS = (
    *("source", "doc_id", "label", "value", "num", "den", "unit", "approx", "role", "period"),
    *("agency", "indicator_id", "page", "start", "end", "text", "table_id", "row_label"),
    *("column_path", "confidence", "mention"),
)
_COLUMNS = ("label", "value", "unit", "period", "agency", "source", "place")
_VALUE = _COLUMNS.index("value")
ROLES: tuple[str, ...] = get_args(Role)


@options.command("figures", "figures.help")
@options.option("--indicator", key="figures.indicator", metavar="INDICATOR")
@options.option("--agency", key="figures.agency")
@options.option("--period", key="figures.period")
@options.option("--label", key="figures.label")
@options.option(
    "--role", key="figures.role", metavar="|".join(ROLES), callback=render.one_of(ROLES)
)
@options.option("--document", "source", key="figures.document", metavar="PATH")
@options.option("--wide", key="figures.wide", is_flag=True)
@options.option("--to", key="figures.to", type=click.Path(path_type=Path), metavar="FILE")
@render.limit_option("figures.limit", 200)
@render.question_options
def command(
    wide: bool,
    to: Path | None,
    limit: int,
    out: Path | None,
    as_json: bool,
    as_csv: bool,
    **conditions: Any,
) -> None:
    """Print the figures that meet all conditions, or write them to a file."""
    if to:
        render.check_form(to)
    with render.asked(out, as_json=as_json, as_csv=as_csv) as archive:
        if wide:
            _wide(archive, to, limit, as_json=as_json, as_csv=as_csv, **conditions)
            return
        if to:
            archive.export_figures(to, language(), **conditions)
            click.echo(to)
            return
        found = archive.figures(**conditions, limit=limit + 1 if limit else None)
    shown = found[:limit] if limit else found
    if as_json:
        render.print_json(shown)
    elif as_csv:
        render.print_csv(shown, CSV_COLUMNS)
    else:
        print_figures(shown, with_source=True)
        _remark(len(found), len(shown))


def _wide(
    archive: Archive,
    to: Path | None,
    limit: int,
    *,
    as_json: bool,
    as_csv: bool,
    **conditions: Any,
) -> None:
    from ..export import wide_table

    table = archive.figures_wide(**conditions)
    if to:
        for path in archive.export_wide(table, to, language()):
            click.echo(path)
    elif as_json:
        render.print_json(table)
    elif as_csv:
        render.print_csv_table(*wide_table(table, language()))
    else:
        side_by_side.print_wide(table, limit)


def _remark(found: int, shown: int) -> None:
    if not found:
        render.remark(say("figures.nothing"))
    elif found > shown:
        render.remark(say("figures.more", count=count(shown)))
    else:
        render.remark(say("figures.total", count=count(shown)))


def print_figures(figures: Sequence[Figure], *, with_source: bool) -> None:
    """Figures as a table for people."""
    if figures:
        kept = [i for i, key in enumerate(_COLUMNS) if with_source or key != "source"]
        rows = (_row(figure) for figure in figures)
        render.print_table(
            [f"column.{_COLUMNS[i]}" for i in kept],
            ([row[i] for i in kept] for row in rows),
            right={_VALUE},
        )


def _row(figure: Figure) -> tuple[str, ...]:
    """Columns _COLUMNS."""
    return (
        render.one_line(figure.label or figure.text),
        f"{figure.approx or ''}{render.amount(figure.value)}",
        figure.unit or "",
        figure.period or "",
        figure.agency or "",
        figure.source,
        render.place(figure),
    )
