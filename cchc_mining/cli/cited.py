"""`cchc cited NUMBER`: who cites a document, where, in which words, with which dates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import _render as render
from . import options
from .messages import number as count
from .messages import say

if TYPE_CHECKING:
    from ..archive import Archive
    from ..index import Cited, CitedMention, LegalDocument, Variant

CSV_COLUMNS = (
    *("source", "doc_id", "citing_date", "page", "start", "end", "before", "text", "after"),
    *("kind", "number", "doc_type", "date", "issuer", "subject", "relation", "pinpoints"),
    *("footnote", "target", "status", "candidates", "via", "mention"),
)


@options.command("cited", "cited.help")
@click.argument("number", metavar="NUMBER", nargs=-1, required=True)
@render.limit_option("cited.limit", 100)
@render.question_options
def command(
    number: tuple[str, ...], out: Path | None, limit: int, as_json: bool, as_csv: bool
) -> None:
    """Print every citation of a document."""
    with render.asked(out, as_json=as_json, as_csv=as_csv) as archive:
        cited = archive.cited(" ".join(number), limit or None)
        if as_json:
            render.print_json(cited)
        elif as_csv:
            render.print_csv(cited.mentions, CSV_COLUMNS)
        else:
            _print(cited, archive)


def _print(cited: Cited, archive: Archive) -> None:
    if not cited.legal_documents:
        render.remark(say("cited.nothing", number=cited.number))
    by_target: dict[str | None, list[CitedMention]] = {}
    for mention in cited.mentions:
        by_target.setdefault(mention.target, []).append(mention)
    for legal in cited.legal_documents:
        mentions = by_target.get(legal.target, [])
        if mentions or legal.held:
            _print_legal_document(legal, archive)
            _print_mentions(mentions)
    if more := cited.total - len(cited.mentions):
        render.remark(say("cited.more", count=count(more)))


def _print_legal_document(legal: LegalDocument, archive: Archive) -> None:
    title = [legal.number or legal.name or legal.target, legal.doc_type, legal.issuer]
    if legal.date:
        title.append(say("cited.date-of", date=render.day(legal.date)))
    click.secho(" · ".join(part for part in title if part), bold=True)
    if about := legal.subject or (legal.name if legal.number else None):
        click.echo(f"  {render.one_line(about)}")
    for line in _notes(legal, archive):
        click.echo(f"  {line}")
    totals = {"mentions": count(legal.mentions), "documents": count(legal.documents)}
    click.echo(f"  {say('cited.total', **totals)}\n")


def _notes(legal: LegalDocument, archive: Archive) -> list[str]:
    """What an auditor should know of it before reading who cites it."""
    notes: list[str] = []
    if legal.status == "ambiguous":
        notes.append(say("cited.ambiguous", candidates="; ".join(legal.candidates)))
    elif legal.status == "unresolved":
        reasons = (say(f"missing.{reason}") for reason in (legal.reason or "").split("; "))
        notes.append(say("cited.unresolved", reason="; ".join(reasons)))
    if len(legal.dates) > 1:
        notes.append(say("cited.dates", variants=_variants(legal.dates, dates=True)))
    if len(legal.issuers) > 1:
        notes.append(say("cited.issuers", variants=_variants(legal.issuers)))
    if legal.held:
        notes.append(say("cited.held", source=archive.document(legal.held).document.source))
    else:
        notes.append(say("cited.not-held"))
    return notes


def _variants(variants: Sequence[Variant], *, dates: bool = False) -> str:
    return ", ".join(
        f"{render.day(variant.value) if dates else variant.value} ({count(variant.mentions)})"
        for variant in variants
    )


def _print_mentions(mentions: Sequence[CitedMention]) -> None:
    for source, of_source in groupby(mentions, key=lambda mention: mention.source):
        click.secho(source, fg="cyan")
        for mention in of_source:
            where = [render.place(mention), render.relation(mention.relation)]
            click.echo(f"  {', '.join(part for part in where if part)}")
            click.echo(f"    {_excerpt(mention)}")
        click.echo()


def _excerpt(mention: CitedMention) -> str:
    """The words around a citation, with the citation set off."""
    before, after = render.one_line(mention.before), render.one_line(mention.after)
    words = click.style(render.one_line(mention.text), bold=True)
    return f"{'… ' if before else ''}{before}{words}{after}{' …' if after else ''}"
