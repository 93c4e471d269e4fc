"""`cchc status OUT`: what became of every input file, and how far a run has come."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .failures import explain
from .messages import number, say
from .mine import reason_line

if TYPE_CHECKING:
    from ..run import Totals, UnderWay

_OUTCOMES = ("ok", "partial", "failed", "duplicate", "skipped", "waiting")


@options.command("status", "status.help")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@options.json_option
@options.lang_option
def command(out: Path, as_json: bool) -> None:
    """Say where an output folder stands."""
    from ..pipeline import status_of

    status = status_of(out)
    if as_json:
        import msgspec

        click.echo(msgspec.json.encode(status))
        return
    lines = _covered(status.totals) if status.totals else [say("status.none")]
    if status.under_way:
        lines += _under_way(status.under_way)
    click.echo("\n".join(lines))


def _covered(totals: Totals) -> list[str]:
    accounted = sum(totals.outcomes.values())
    first = say("status.covered", paths=number(totals.paths), accounted=number(accounted))
    return [first, *_counts(totals.outcomes), *map(reason_line, totals.failures)]


def _under_way(run: UnderWay) -> list[str]:
    done = sum(run.done.values())
    share = f"{done / run.contents:.0%}" if run.contents else "100%"
    first = say(
        "status.under-way",
        done=number(done),
        contents=number(run.contents),
        share=share,
        paths=number(run.paths),
    )
    counts = run.done | {"waiting": max(run.contents - done, 0)}
    reasons = [f"  - {explain(code)}: {number(count)}" for code, count in run.failures.items()]
    return [first, *_counts(counts), *reasons, say("status.go-on")]


def _counts(outcomes: Mapping[str, int]) -> list[str]:
    return [
        say("status.outcome", count=number(outcomes[outcome]), outcome=say(f"outcome.{outcome}"))
        for outcome in _OUTCOMES
        if outcomes.get(outcome)
    ]
