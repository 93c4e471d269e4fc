"""`cchc audit`: what does not agree in an archive, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import _render as render
from . import options
from .failures import EXIT_FINDINGS, EXIT_OK
from .messages import asked_language, language, say
from .messages import number as count

if TYPE_CHECKING:
    from ..archive import Archive
    from ..index import FindingInContext
    from ..records import Decision, Passage, Rule

SEVERITIES = ("error", "warning", "info")
DOSSIER_FORMS = (".html", ".xlsx")
CSV_COLUMNS = (
    *("finding_id", "check", "severity", "source", "page", "start", "end", "before", "text"),
    *("after", "message_vi", "message_en", "arithmetic", "expected", "evidence", "confidence"),
    *("decision", "decision_note", "decided_by", "decided_at", "doc_id"),
)
_RULE_COLUMNS = ("slug", "group", "title", "rule", "tolerance", "source")
_COLORS = {"error": "red", "warning": "yellow", "info": "blue"}
_LONGEST_QUOTE = 600  # characters; a finding over a whole list is shown by its two ends
_MOST_EVIDENCE = 5  # places shown; the data has them all


@options.command("audit", "audit.help")
@click.argument("where", metavar="[OUT|NEW]", required=False, type=click.Path(path_type=Path))
@options.option("--check", "checks", key="audit.check", metavar="SLUG", multiple=True)
@options.option(
    "--severity",
    key="audit.severity",
    metavar="|".join(SEVERITIES),
    callback=render.one_of(SEVERITIES),
)
@options.option("--document", key="audit.document", metavar="PATH")
@options.option("--undecided", key="audit.undecided", is_flag=True)
@options.option(
    "--fail-on",
    key="audit.fail-on",
    metavar="|".join(SEVERITIES),
    callback=render.one_of(SEVERITIES),
)
@options.option("--to", key="audit.to", metavar="FILE", type=click.Path(path_type=Path))
@options.option("--against", key="audit.against", metavar="OUT", type=click.Path(path_type=Path))
@options.option("--list-checks", key="audit.list-checks", is_flag=True)
@render.question_options
def command(
    where: Path | None,
    checks: tuple[str, ...],
    severity: Any,
    document: str | None,
    undecided: bool,
    fail_on: Any,
    to: Path | None,
    against: Path | None,
    list_checks: bool,
    out: Path | None,
    as_json: bool,
    as_csv: bool,
) -> int:
    """Print what was found, the document in which it stands by document."""
    known = _rules()
    _check_slugs(checks, known)
    if list_checks:
        _list_checks([rule for rule in known if not checks or rule.slug in checks], as_json, as_csv)
        return EXIT_OK
    if to and (as_json or as_csv):
        raise click.UsageError(say("audit.one-form"), click.get_current_context())
    if to:
        render.check_form(to, DOSSIER_FORMS)
    render.check_one_format(as_json=as_json, as_csv=as_csv)
    with render.told_in_our_language(), _opened(where, out, against) as archive:
        asked: dict[str, Any] = {
            "check": checks, "at_least": severity, "source": document, "undecided": undecided
        }  # fmt: skip
        if to:
            click.echo(archive.export_dossier(to, asked_language() or "vi", **asked))
        else:
            _tell(archive.findings(**asked), known, as_json, as_csv)
        if against is None:
            _remark_on_decisions(archive)
        is_bad = fail_on and any(
            not counted.dismissed
            for counted in archive.finding_counts(check=checks, at_least=fail_on, source=document)
        )
    return EXIT_FINDINGS if is_bad else EXIT_OK


def _opened(
    where: Path | None, out: Path | None, against: Path | None
) -> AbstractContextManager[Archive]:
    """The archive to ask: that of a folder, or one made for a new report."""
    from ..archive import Archive

    if against is None:
        if where is not None and where.is_file():
            raise click.UsageError(say("audit.is-a-file", path=where), click.get_current_context())
        return Archive(where or out or render.nearest_archive())
    if where is None:
        raise click.UsageError(say("audit.no-report"), click.get_current_context())
    from ..checking import audited_against

    return audited_against(where, against)


def _rules() -> Sequence[Rule]:
    from ..audit import rules

    return rules()


def _check_slugs(slugs: Iterable[str], known: Sequence[Rule]) -> None:
    names = [rule.slug for rule in known]
    for slug in slugs:
        if slug not in names:
            message = say("audit.no-check", slug=slug, checks=", ".join(names))
            raise click.UsageError(message, click.get_current_context())


def _list_checks(rules: Sequence[Rule], as_json: bool, as_csv: bool) -> None:
    if as_json:
        render.print_json(rules)
        return
    mine = language()
    if as_csv:
        render.print_cells(
            _RULE_COLUMNS,
            (
                (
                    r.slug,
                    r.group,
                    *(getattr(w, mine) for w in (r.title, r.rule, r.tolerance)),
                    r.source,
                )
                for r in rules
            ),
        )
        return
    for rule in rules:
        click.secho(rule.slug, bold=True, nl=False)
        click.echo(f"  {getattr(rule.title, mine)}")
        for key, text in (
            ("rule", getattr(rule.rule, mine)),
            ("tolerance", getattr(rule.tolerance, mine)),
            ("source", rule.source),
        ):
            click.echo(f"    {say(f'audit.{key}')}: {text}")


def _tell(
    found: Iterator[FindingInContext], rules: Sequence[Rule], as_json: bool, as_csv: bool
) -> None:
    if as_json:
        render.print_json_list(found)
    elif as_csv:
        render.print_cells(CSV_COLUMNS, map(_csv_row, found))
    else:
        _print(found, {rule.slug: rule for rule in rules})


def _csv_row(found: FindingInContext) -> tuple[object, ...]:
    d = found.decision
    return (
        *(found.finding_id, found.check, found.severity, found.source, found.page),
        *(found.start, found.end, found.before, found.text, found.after),
        *(found.message.vi, found.message.en, found.arithmetic, found.expected),
        "; ".join(f"{passage.source}: {passage.text}" for passage in found.evidence),
        found.confidence,
        *((d.decision, d.note, d.by, d.at) if d else (None,) * 4),
        found.doc_id,
    )


def _print(found: Iterator[FindingInContext], rules: dict[str, Rule]) -> None:
    numbers = dict.fromkeys(SEVERITIES, 0)
    dismissed = 0
    for source, of_source in groupby(found, key=lambda finding: finding.source):
        click.secho(render.one_line(source), fg="cyan", bold=True)
        for finding in of_source:
            numbers[finding.severity] += 1
            dismissed += finding.decision is not None and finding.decision.decision == "dismiss"
            _print_finding(finding, rules)
        click.echo()
    if not any(numbers.values()):
        render.remark(say("audit.nothing"))
        return
    shown = {severity: count(number) for severity, number in numbers.items()}
    click.echo(say("summary.findings", **shown))
    if dismissed:
        click.echo(say("audit.dismissed", count=count(dismissed)))


def _print_finding(found: FindingInContext, rules: dict[str, Rule]) -> None:
    mine = language()
    rule = rules.get(found.check)
    click.echo("  ", nl=False)
    click.secho(say(f"severity.{found.severity}"), fg=_COLORS[found.severity], nl=False)
    click.secho(f" · {getattr(rule.title, mine) if rule else found.check}", bold=True, nl=False)
    click.echo(f" · {render.place(found)} · {found.finding_id}")
    click.echo(f"    {getattr(found.message, mine)}")
    click.echo(f"    {_quote(found)}")
    if found.arithmetic:
        click.echo(f"    {say('audit.arithmetic')}: {found.arithmetic}")
    if found.expected:
        click.echo(f"    {say('audit.expected')}: {found.expected}")
    for passage in found.evidence[:_MOST_EVIDENCE]:
        click.echo(f"    {say('audit.evidence')}: {_evidence(passage)}")
    if (more := len(found.evidence) - _MOST_EVIDENCE) > 0:
        click.echo(f"    {say('audit.more-evidence', count=count(more))}")
    if found.decision:
        click.echo(f"    {say('audit.decision')}: {_decided(found.decision)}")


def _quote(found: FindingInContext) -> str:
    before, after = render.one_line(found.before), render.one_line(found.after)
    words = click.style(render.shortened(found.text, _LONGEST_QUOTE), bold=True)
    return f"“{before}{words}{after}”"


def _evidence(passage: Passage) -> str:
    words = render.shortened(passage.text, _LONGEST_QUOTE)
    if passage.doc_id is None:
        return f"{_outside(passage.source)}: {words}"
    return f"{render.one_line(passage.source)} ({render.place(passage)}): “{words}”"


def _outside(source: str) -> str:
    return say(f"evidence.{source}") if source in ("lexicon", "register") else source


def _decided(decision: Decision) -> str:
    day = render.day(decision.at[:10])
    parts = [say(f"decision.{decision.decision}"), decision.note, decision.by, day]
    return " · ".join(part for part in parts if part)


def _remark_on_decisions(archive: Archive) -> None:
    """Tell of decisions that no finding shows."""
    for line in archive.decisions().damaged:
        render.remark(say("audit.damaged-decision", line=line))
    lost = archive.lost_decisions()
    if not lost:
        return
    render.remark(say("audit.lost", count=count(len(lost))))
    for decision in lost:
        what = f"{decision.check or ''} · {render.one_line(decision.source or '')}"
        render.remark(f"  {decision.finding_id} · {what} · {_decided(decision)}")
