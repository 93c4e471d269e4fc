"""`cchc compare INDICATOR`: one indicator over periods and agencies, as a table and a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from ..records import PeriodKind
from . import _render as render
from . import _side_by_side as side_by_side
from . import options
from .figures import ROLES
from .messages import language, say

_KINDS = tuple(kind for kind in get_args(PeriodKind) if kind not in ("day", "years", "other"))


@options.command("compare", "compare.help")
@click.argument("indicator", metavar="INDICATOR")
@options.option("--agency", "agencies", key="compare.agency", multiple=True)
@options.option("--period", "periods", key="compare.period", multiple=True)
@options.option("--by", key="compare.by", metavar="|".join(_KINDS), callback=render.one_of(_KINDS))
@options.option(
    "--role", key="figures.role", metavar="|".join(ROLES), callback=render.one_of(ROLES)
)
@options.option("--to", key="compare.to", type=click.Path(path_type=Path), metavar="FILE")
@render.question_options
def command(
    indicator: str,
    agencies: tuple[str, ...],
    periods: tuple[str, ...],
    by: Any,
    role: Any,
    to: Path | None,
    out: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Print the series of an indicator, and draw them."""
    from ..export import series_table

    if to:
        _check_form(to)
    with render.asked(out, as_json=as_json, as_csv=as_csv) as archive:
        comparison = archive.compare(indicator, agencies, periods, by=by, role=role)
        if as_json:
            render.print_json(comparison)
        elif as_csv:
            render.print_csv_table(*series_table(comparison, language()))
        else:
            side_by_side.print_comparison(comparison)
        if to:
            path = archive.export_chart(comparison, to, language())
            click.echo(say("compare.drawn", path=path), err=True)


def _check_form(path: Path) -> None:
    from ..export import CHART_FORMS

    if path.suffix.lower() not in CHART_FORMS:
        message = say("export.form", path=path, forms=", ".join(CHART_FORMS))
        raise click.UsageError(message, click.get_current_context())
