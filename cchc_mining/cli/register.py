"""`cchc register import|show|remove`: the official list that an archive is checked against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import _render as render
from . import options
from .failures import EXIT_OK, EXIT_SOME_FAILED
from .messages import language, number, say
from .progress import progress_bar

if TYPE_CHECKING:
    from ..pipeline import Report
    from ..records import RegisterEntry
    from ..register import OfficialList, Problem

_CSV_COLUMNS = (
    *("file", "line", "number", "doc_type", "date", "issuer", "subject", "status", "state"),
    *("expired", "replaced_by"),
)
_SEVERITIES = ("error", "warning", "info")


@options.group("register", "register.help")
def command() -> None:
    """Its commands do the work."""


@options.command("import", "register.import.help")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@options.option("--map", "columns", key="register.map", metavar="FIELD=HEADING", multiple=True)
@options.option("--issuer", key="register.issuer", metavar="NAME")
@options.option(
    "--archive", "out", key="option.archive", type=click.Path(path_type=Path), metavar="OUT"
)
@options.lang_option
def bring_in(file: Path, columns: tuple[str, ...], issuer: str | None, out: Path | None) -> int:
    """Keep a list with the archive, tell what of it could not be read, and audit anew."""
    from ..registering import import_register

    named = _named(columns)
    with render.told_in_our_language(), progress_bar() as progress:
        done = import_register(
            file, out or render.nearest_archive(), columns=named, issuer=issuer, progress=progress
        )
    _tell_list(done.list, file)
    _tell_audit(done.report)
    return EXIT_SOME_FAILED if done.list.problems else EXIT_OK


def _named(columns: Sequence[str]) -> dict[str, str]:
    """'number=Số ký hiệu' as a field and its heading."""
    from ..register import FIELDS

    named: dict[str, str] = {}
    for text in columns:
        field, _, heading = text.partition("=")
        if field not in FIELDS or not heading.strip():
            message = say("register.bad-map", value=text, fields=", ".join(FIELDS))
            raise click.UsageError(message, click.get_current_context())
        named[field] = heading.strip()
    return named


def _tell_list(found: OfficialList, file: Path) -> None:
    headings = ", ".join(f"{field} = {render.one_line(h)}" for field, h in found.columns.items())
    click.echo(say("register.kept", count=number(len(found.entries)), file=file.name))
    click.echo(say("register.columns", columns=headings))
    if found.problems:
        click.echo(say("register.left-out", count=number(len(found.problems))))
    for problem in found.problems:
        click.echo(f"  {_problem(problem)}")


def _problem(problem: Problem) -> str:
    from ..register import explain

    where = say("register.line", line=problem.line)
    where = f"{problem.sheet}, {where}" if problem.sheet else where
    said = f": {render.one_line(problem.value)}" if problem.value else ""
    return f"{where}: {explain(problem.code, language())}{said}"


def _tell_audit(report: Report) -> None:
    found = {severity: number(report.totals.findings.get(severity, 0)) for severity in _SEVERITIES}
    click.echo(say("summary.findings", **found))


@options.command("show", "register.show.help")
@render.question_options
def show(out: Path | None, as_json: bool, as_csv: bool) -> None:
    """Tell which lists there are, and what years they cover; or every entry as data."""
    from ..kept import read_register

    render.check_one_format(as_json=as_json, as_csv=as_csv)
    with render.told_in_our_language():
        entries = read_register(out or render.nearest_archive())
    if as_json:
        render.print_json(entries)
    elif as_csv:
        render.print_csv(entries, _CSV_COLUMNS)
    elif not entries:
        render.remark(say("register.none"))
    else:
        keys = ("source", "documents", "years", "issuers")
        render.print_table([f"column.{key}" for key in keys], _lists(entries), right={1})


def _lists(entries: Sequence[RegisterEntry]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for file in dict.fromkeys(entry.file for entry in entries):
        of_file = [entry for entry in entries if entry.file == file]
        years = sorted({entry.date[:4] for entry in of_file if entry.date})
        issuers = Counter(entry.issuer or "" for entry in of_file)
        some = "; ".join(name for name, _ in issuers.most_common(3) if name)
        span = " - ".join(dict.fromkeys((years[0], years[-1]))) if years else ""
        rows.append((file, number(len(of_file)), span, some))
    return rows


@options.command("remove", "register.remove.help")
@click.argument("file", metavar="[FILE]", required=False)
@options.option(
    "--archive", "out", key="option.archive", type=click.Path(path_type=Path), metavar="OUT"
)
@options.lang_option
def remove(file: str | None, out: Path | None) -> None:
    """Take one list or all out, and audit anew."""
    from ..registering import remove_register

    with render.told_in_our_language(), progress_bar() as progress:
        gone, report = remove_register(out or render.nearest_archive(), file, progress=progress)
    if report is None:
        render.remark(say("register.none"))
        return
    click.echo(say("register.removed", count=number(gone)))
    _tell_audit(report)


for _command in (bring_in, show, remove):
    command.add_command(_command)
