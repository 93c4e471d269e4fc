"""`cchc search TEXT`: passages that have the words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import _render as render
from . import options
from .messages import say

if TYPE_CHECKING:
    from ..index import Hit

_CSV_COLUMNS = ("source", "doc_id", "start", "end", "snippet_start", "snippet", "exact")


@options.command("search", "search.help")
@click.argument("text", metavar="TEXT", nargs=-1, required=True)
@render.limit_option("search.limit", 20)
@render.question_options
def command(
    text: tuple[str, ...], limit: int, out: Path | None, as_json: bool, as_csv: bool
) -> None:
    """Print the passages found, the best first."""
    wanted = " ".join(text)
    with render.asked(out, as_json=as_json, as_csv=as_csv) as archive:
        hits = archive.search(wanted, limit or None)
    if as_json:
        render.print_json(hits)
    elif as_csv:
        render.print_csv(hits, _CSV_COLUMNS)
    else:
        _print(hits, wanted)


def _print(hits: Sequence[Hit], wanted: str) -> None:
    if not hits:
        render.remark(say("search.nothing", text=wanted))
    elif not hits[0].exact:
        render.remark(say("search.without-tones"))
    for source, of_source in groupby(hits, key=lambda hit: hit.source):
        click.secho(source, fg="cyan")
        for hit in of_source:
            click.echo(f"  {say('place.span', start=hit.start, end=hit.end)}")
            click.echo(f"    {_excerpt(hit)}")
        click.echo()


def _excerpt(hit: Hit) -> str:
    """The snippet with the words found set off."""
    pieces: list[str] = []
    done = hit.snippet_start
    for start, end in hit.matches:
        if start < done:
            continue  # two terms may share a word
        pieces.append(hit.snippet[done - hit.snippet_start : start - hit.snippet_start])
        word = hit.snippet[start - hit.snippet_start : end - hit.snippet_start]
        pieces.append(click.style(word, bold=True))
        done = end
    pieces.append(hit.snippet[done - hit.snippet_start :])
    return f"… {render.one_line(''.join(pieces))} …"
