"""`cchc document PATH-OR-ID`: what one document cites, and its figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import _render as render
from . import cited, figures, options
from .messages import number as count
from .messages import say

if TYPE_CHECKING:
    from ..index import CitedMention, Document, DocumentContents, Version

_PARTS = ("citations", "figures")


@options.command("document", "document.help")
@click.argument("document", metavar="DOCUMENT")
@options.option(
    "--show", key="document.show", metavar="|".join(_PARTS), callback=render.one_of(_PARTS)
)
@options.option("--explain", key="option.explain", is_flag=True)
@render.question_options
def command(
    document: str,
    show: str | None,
    explain: bool,
    out: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Print the header, the citations and the figures of a document."""
    with render.asked(out, as_json=as_json, as_csv=as_csv) as archive:
        contents = archive.document(document)
        versions = archive.versions(document)
    if as_json:
        render.print_json(getattr(contents, show) if show else contents)
    elif as_csv and show == "figures":
        render.print_csv(contents.figures, figures.CSV_COLUMNS)
    elif as_csv:
        render.print_csv(contents.citations, cited.CSV_COLUMNS)
    else:
        _print(contents, versions, show, explain)


def _print(
    contents: DocumentContents, versions: Sequence[Version], show: str | None, explain: bool
) -> None:
    _print_header(contents.document)
    for version in versions:
        role = say(f"version.{version.role}", likeness=f"{version.likeness:.0%}")
        click.echo(f"  {say('document.version')}: {version.source} ({role})")
    if show != "figures":
        _print_part("document.citations", len(contents.citations))
        _print_citations(contents.citations, explain)
    if show != "citations":
        _print_part("document.figures", len(contents.figures))
        figures.print_figures(contents.figures, with_source=False)


def _print_header(document: Document) -> None:
    click.secho(document.source, fg="cyan", bold=True)
    header = document.header
    known = {
        "document.type": header and header.doc_type,
        "document.number": header and header.doc_number,
        "document.date": header and render.day(header.doc_date),
        "document.issuer": header and header.issuer,
        "document.title": header and header.title,
        "document.signer": header and header.signer,
        "document.status": None if document.status == "ok" else say(f"status.{document.status}"),
    }
    for key, value in known.items():
        if value:
            click.echo(f"  {say(key)}: {render.one_line(value)}")


def _print_part(key: str, length: int) -> None:
    click.echo()
    click.secho(say(key, count=count(length)), bold=True)


def _print_citations(citations: Sequence[CitedMention], explain: bool) -> None:
    if citations:
        keys = ["number", "type", "date", "issuer", "relation", "place"]
        rows: Iterable[tuple[str, ...]] = map(_row, citations)
        if explain:
            keys.append("rules")
            rows = ((*_row(citation), render.reasons(citation)) for citation in citations)
        render.print_table([f"column.{key}" for key in keys], rows)


def _row(citation: CitedMention) -> tuple[str, ...]:
    own = citation.kind == "self"
    return (
        render.one_line(citation.number or citation.text),
        citation.doc_type or "",
        render.day(citation.date),
        citation.issuer or "",
        say("kind.self") if own else render.relation(citation.relation),
        render.place(citation),
    )
