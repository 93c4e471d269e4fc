"""`cchc reliance`: whose documents cite whose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from ..records import Relation
from . import _render as render
from . import options
from .messages import number as count
from .messages import say

if TYPE_CHECKING:
    from ..index import Reliance

_CSV_COLUMNS = ("citing", "cited", "mentions", "documents", "legal_documents")
_RELATIONS: tuple[str, ...] = get_args(Relation)


@options.command("reliance", "reliance.help")
@options.option(
    "--relation", key="reliance.relation", metavar="RELATION", callback=render.one_of(_RELATIONS)
)
@render.limit_option("reliance.limit", 100)
@render.question_options
def command(
    relation: str | None, limit: int, out: Path | None, as_json: bool, as_csv: bool
) -> None:
    """Print a row for each pair of bodies, the most mentions first."""
    with render.asked(out, as_json=as_json, as_csv=as_csv) as archive:
        rows = archive.reliance(relation, limit or None)
    if as_json:
        render.print_json(rows)
    elif as_csv:
        render.print_csv(rows, _CSV_COLUMNS)
    else:
        _print(rows)


def _print(rows: Sequence[Reliance]) -> None:
    if not rows:
        click.echo(say("reliance.nothing"), err=True)
        return
    unknown = say("reliance.unknown")
    render.print_table(
        [
            f"column.{key}"
            for key in ("citing", "cited-body", "mentions", "documents", "cited-documents")
        ],
        (
            (
                row.citing or unknown,
                row.cited or unknown,
                count(row.mentions),
                count(row.documents),
                count(row.legal_documents),
            )
            for row in rows
        ),
        right={2, 3, 4},
    )
