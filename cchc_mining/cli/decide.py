"""`cchc decide FINDING_ID DECISION`: what an auditor says of a finding, kept through every run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from . import _render as render
from . import options
from .messages import language, say

_VERDICTS = ("accept", "dismiss", "check")


@options.command("decide", "decide.help")
@click.argument("finding", metavar="FINDING_ID")
@click.argument("verdict", metavar="|".join(_VERDICTS), callback=render.one_of(_VERDICTS))
@options.option("--note", key="decide.note", metavar="TEXT")
@options.option("--by", key="decide.by", metavar="NAME")
@options.option(
    "--archive", "out", key="option.archive", type=click.Path(path_type=Path), metavar="OUT"
)
@options.lang_option
def command(finding: str, verdict: Any, note: str | None, by: str | None, out: Path | None) -> None:
    """Keep the decision and say what was decided."""
    with render.asked(out, as_json=False, as_csv=False) as archive:
        made = archive.decide(finding, verdict, note=note, by=by)
        found = archive.finding(made.finding_id)
    click.echo(f"{made.finding_id}: {say(f'decision.{made.decision}')}")
    click.echo(f"  {render.one_line(found.source)}: {getattr(found.message, language())}")
