"""`cchc cited NUMBER`: who cites a document, where, in which words, with which dates.

Without a number: which documents are cited, the most cited first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import _render as render
from . import options
from .messages import number as count
from .messages import say

if TYPE_CHECKING:
    from ..archive import Archive
    from ..index import Cited, CitedMention, Fate, LegalDocument, SupersededCitation, Variant

CSV_COLUMNS = (
    *("source", "doc_id", "citing_date", "page", "start", "end", "before", "text", "after"),
    *("kind", "number", "doc_type", "date", "issuer", "subject", "relation", "pinpoints"),
    *("footnote", "target", "status", "candidates", "via", "mention", "rules"),
)
_LIST_COLUMNS = (
    *("number", "name", "doc_type", "issuer", "date", "subject", "status", "reason", "candidates"),
    *("mentions", "documents", "first_cited", "last_cited", "held", "target", "urn"),
)
_STATUSES = ("resolved", "ambiguous", "unresolved")


@options.command("cited", "cited.help")
@click.argument("number", metavar="[NUMBER]", nargs=-1)
@options.option(
    "--status", key="cited.status", metavar="|".join(_STATUSES), callback=render.one_of(_STATUSES)
)
@options.option("--held/--not-held", "held", key="cited.only-held", default=None)
@options.option("--disputed", key="cited.disputed", is_flag=True)
@options.option("--superseded", key="cited.superseded", is_flag=True)
@options.option("--explain", key="option.explain", is_flag=True)
@render.limit_option("cited.limit", 100)
@render.question_options
def command(
    number: tuple[str, ...],
    status: str | None,
    held: bool | None,
    disputed: bool,
    superseded: bool,
    explain: bool,
    out: Path | None,
    limit: int,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Print every citation of a document; or the documents that are cited."""
    if number and (status or disputed or superseded or held is not None):
        raise click.UsageError(say("cited.list-only"), click.get_current_context())
    with render.asked(out, as_json=as_json, as_csv=as_csv) as archive:
        if number:
            _tell_who_cites(archive, " ".join(number), limit, as_json, as_csv, explain)
        elif superseded:
            found = islice(archive.superseded_citations(), limit or None)
            _tell_superseded(tuple(found), as_json, as_csv)
        else:
            listed = archive.legal_documents(
                status, held=held, disputed=disputed, limit=limit or None
            )
            _list(listed, as_json, as_csv)


def _tell_who_cites(
    archive: Archive, number: str, limit: int, as_json: bool, as_csv: bool, explain: bool
) -> None:
    cited = archive.cited(number, limit or None)
    if as_json:
        render.print_json(cited)
    elif as_csv:
        render.print_csv(cited.mentions, CSV_COLUMNS)
    else:
        _print(cited, archive, explain)


def _tell_superseded(found: Sequence[SupersededCitation], as_json: bool, as_csv: bool) -> None:
    mentions = [cited.mention for cited in found]
    if as_json:
        render.print_json(found)
    elif as_csv:
        render.print_csv(mentions, CSV_COLUMNS)
    else:
        if not found:
            render.remark(say("cited.none-superseded"))
        for cited in found:
            click.secho(cited.mention.source, fg="cyan")
            click.echo(f"  {render.place(cited.mention)}: {_fate_of(cited.fate)}")
            click.echo(f"    {_excerpt(cited.mention)}")


def _fate_of(fate: Fate) -> str:
    """'bị thay thế bởi 61/2018/NĐ-CP, muộn nhất từ 21/06/2018'."""
    by = fate.by_number or fate.by_target
    return say(f"fate.{fate.fate}", by=by, since=render.day(fate.since))


def _list(listed: Iterable[LegalDocument], as_json: bool, as_csv: bool) -> None:
    if as_json:
        render.print_json(list(listed))
    elif as_csv:
        render.print_csv(listed, _LIST_COLUMNS)
    else:
        keys = ("number", "type", "issuer", "date", "mentions", "documents", "cited", "held")
        rows = map(_list_row, listed)
        render.print_table([f"column.{key}" for key in keys], rows, right={4, 5})


def _list_row(legal: LegalDocument) -> tuple[str, ...]:
    dates = [render.day(variant.value) for variant in legal.dates] or [render.day(legal.date)]
    span = dict.fromkeys((render.day(legal.first_cited), render.day(legal.last_cited)))
    return (
        legal.number or legal.name or legal.target,
        legal.doc_type or "",
        "; ".join(variant.value for variant in legal.issuers) or legal.issuer or "",
        "; ".join(dates),
        count(legal.mentions),
        count(legal.documents),
        " - ".join(filter(None, span)),
        say("answer.yes") if legal.held else "",
    )


def _print(cited: Cited, archive: Archive, explain: bool) -> None:
    if not cited.legal_documents:
        render.remark(say("cited.nothing", number=cited.number))
    by_target: dict[str | None, list[CitedMention]] = {}
    for mention in cited.mentions:
        by_target.setdefault(mention.target, []).append(mention)
    for legal in cited.legal_documents:
        mentions = by_target.get(legal.target, [])
        if mentions or legal.held:
            lines = (*_legal_document(legal, archive), *_mentions(mentions, explain))
            click.echo("\n".join(lines))  # at once: terminals and pipes are written to at each call
    if more := cited.total - len(cited.mentions):
        render.remark(say("cited.more", count=count(more)))


def _legal_document(legal: LegalDocument, archive: Archive) -> Iterator[str]:
    """A document that is cited, line by line."""
    title = [legal.number or legal.name or legal.target, legal.doc_type, legal.issuer]
    if legal.date:
        title.append(say("cited.date-of", date=render.day(legal.date)))
    yield click.style(" · ".join(part for part in title if part), bold=True)
    if about := legal.subject or (legal.name if legal.number else None):
        yield f"  {render.one_line(about)}"
    for line in _notes(legal, archive):
        yield f"  {line}"
    totals = {"mentions": count(legal.mentions), "documents": count(legal.documents)}
    yield f"  {say('cited.total', **totals)}\n"


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
    for fate in archive.fates(legal.target):
        if fate.target == legal.target and fate.doubt is None:
            notes.append(_fate_of(fate))
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


def _mentions(mentions: Sequence[CitedMention], explain: bool) -> Iterator[str]:
    """Who cites it, line by line."""
    for source, of_source in groupby(mentions, key=lambda mention: mention.source):
        yield click.style(source, fg="cyan")
        for mention in of_source:
            where = [render.place(mention), render.relation(mention.relation)]
            yield f"  {', '.join(part for part in where if part)}"
            yield f"    {_excerpt(mention)}"
            if explain:
                yield f"    {render.reasons(mention)}"
        yield ""


def _excerpt(mention: CitedMention) -> str:
    """The words around a citation, with the citation set off."""
    before, after = render.one_line(mention.before), render.one_line(mention.after)
    words = click.style(render.one_line(mention.text), bold=True)
    return f"{'… ' if before else ''}{before}{words}{after}{' …' if after else ''}"
