"""`cchc indicators`: the canonical indicators, and how many figures of each the archive has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import _render as render
from . import options
from .messages import language, say
from .messages import number as count

if TYPE_CHECKING:
    from ..series import IndicatorUse

_CSV_COLUMNS = (
    *("indicator_id", "name_vi", "name_en", "unit", "domain", "figures", "documents", "agencies"),
    *("first_period", "last_period"),
)
_KEYS = ("indicator", "name", "unit", "figures", "documents", "agencies", "years")


@options.command("indicators", "indicators.help")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@options.option("--all", "every", key="indicators.all", is_flag=True)
@render.question_options
def command(
    words: tuple[str, ...], every: bool, out: Path | None, as_json: bool, as_csv: bool
) -> None:
    """Print a row for each indicator that is measured, or for every one."""
    with render.asked(out, as_json=as_json, as_csv=as_csv) as archive:
        found = [use for use in archive.indicators(" ".join(words)) if use.figures or every]
    if as_json:
        render.print_json(found)
    elif as_csv:
        render.print_csv(found, _CSV_COLUMNS)
    else:
        if found:
            render.print_table(
                [f"column.{key}" for key in _KEYS], map(_row, found), right={3, 4, 5}
            )
        render.remark(say("indicators.total", count=count(len(found))))


def _row(use: IndicatorUse) -> tuple[str, ...]:
    """Columns _KEYS."""
    years = dict.fromkeys(p[:4] for p in (use.first_period, use.last_period) if p)
    return (
        use.indicator_id,
        use.name_vi if language() == "vi" else use.name_en,
        use.unit,
        *(count(number) for number in (use.figures, use.documents, use.agencies)),
        " - ".join(years),
    )
