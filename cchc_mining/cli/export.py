"""`cchc export FORM`: the archive in a form that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from . import _render as render
from . import options
from .messages import language, say

_GRAPHML, _GRAPH, _ANNOTATIONS = _FORMS = ("graphml", "graph", "annotations")
_TABLES = ("citations", "figures", "documents", "legal_documents", "findings", "inputs")
_WHAT = (*_TABLES, *_FORMS)


@options.command("export", "export.help")
@click.argument("form", metavar="WHAT", callback=render.one_of(_WHAT))
@options.option(
    "--to", "to", key="export.to", type=click.Path(path_type=Path), required=True, metavar="PATH"
)
@options.option(
    "--archive", "out", key="option.archive", type=click.Path(path_type=Path), metavar="OUT"
)
@options.lang_option
def command(form: str, to: Path, out: Path | None) -> None:
    """Write a table, the graph of citations, or every mention as an annotation."""
    if form == _GRAPHML and to.suffix != ".graphml":
        raise click.UsageError(say("export.suffix", path=to), click.get_current_context())
    if form in _TABLES:
        render.check_form(to)
    with render.asked(out, as_json=False, as_csv=False) as archive:
        if form in _TABLES:
            click.echo(archive.export_table(form, to, language()))
        elif form == _ANNOTATIONS:
            written = archive.export_annotations(to)
            click.echo(say("export.annotations", count=len(written), path=to), err=True)
        else:
            for path in archive.export_graph(to, language()):
                click.echo(path)
