"""`cchc mine PATH... --out OUT`: files and folders in, records, index and tables out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .failures import EXIT_OK, EXIT_SOME_FAILED
from .messages import asked_language, language, number, say
from .progress import progress_bar

if TYPE_CHECKING:
    from ..pipeline import Report
    from ..run import Failure

_EARLIEST, _LATEST = 1945, 2100
_MOST_MEGABYTES = 4096
_MEGABYTE = 1 << 20
_SEVERITIES = ("error", "warning", "info")


@options.command("mine", "mine.help")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@options.option("--out", key="mine.out", required=True, type=click.Path(path_type=Path))
@options.option("--province", key="mine.province")
@options.option("--agency", key="mine.agency")
@options.option(
    "--year", key="mine.year", metavar="YYYY", callback=options.whole_number(_EARLIEST, _LATEST)
)
@options.option(
    "--max-size",
    key="mine.max-size",
    metavar="MB",
    default="64",
    callback=options.whole_number(1, _MOST_MEGABYTES),
)
@options.lexicon_option
@options.lang_option
def command(
    paths: tuple[Path, ...],
    out: Path,
    province: str | None,
    agency: str | None,
    year: int | None,
    max_size: int,
) -> int:
    """Mine, then say what was read, what was not and why, what was found and where it is."""
    from ..pipeline import mine_archive

    with progress_bar() as progress:
        report = mine_archive(
            paths,
            out,
            province=province,
            agency=agency,
            year=year,
            limit=max_size * _MEGABYTE,
            lang=asked_language() or "vi",
            progress=progress,
        )
    for line in summary(report, out):
        click.echo(line)
    return EXIT_SOME_FAILED if report.totals.failures else EXIT_OK


def summary(report: Report, out: Path) -> list[str]:
    """A report in words, line by line."""
    if not report.totals.paths:
        return [say("summary.nothing")]
    return [*_read(report), *_failed(report), *_found(report), *_where(out)]


def _read(report: Report) -> list[str]:
    totals = report.totals
    lines = [say("summary.read", documents=number(totals.documents), paths=number(totals.paths))]
    if not report.changed:
        lines.append(say("summary.unchanged"))
    elif report.reused:
        lines.append(say("summary.reused", count=number(report.reused)))
    for outcome in ("partial", "duplicate", "skipped"):
        if count := totals.outcomes.get(outcome):
            lines.append(say(f"summary.{outcome}", count=number(count)))
    return lines


def _failed(report: Report) -> list[str]:
    failures = report.totals.failures
    if not failures:
        return []
    count = sum(failure.count for failure in failures)
    return [say("summary.failed", count=number(count)), *map(_reason, failures)]


def _reason(failure: Failure) -> str:
    from ..run import explain

    files = ", ".join(map(_on_one_line, failure.paths))
    if more := failure.count - len(failure.paths):
        files = say("summary.more", files=files, count=number(more))
    return say("summary.reason", reason=explain(failure.reason, language()), files=files)


def _found(report: Report) -> list[str]:
    totals = report.totals
    mentions = totals.mentions
    counts = {
        "citations": mentions.get("citations", 0),
        "legal": totals.legal_documents,
        "indicators": mentions.get("indicators", 0),
        "agencies": mentions.get("agencies", 0),
        "dates": mentions.get("dates", 0),
        "periods": mentions.get("periods", 0),
    }
    shown = {key: number(count) for key, count in counts.items()}
    width = max(map(len, shown.values()))
    lines = [f"  {count:>{width}} {say(f'summary.{key}')}" for key, count in shown.items()]
    found = {severity: number(totals.findings.get(severity, 0)) for severity in _SEVERITIES}
    return [say("summary.found"), *lines, say("summary.findings", **found)]


def _where(out: Path) -> list[str]:
    tables = ("citations", "figures", "documents", "legal_documents", "findings", "inputs")
    names = [f"{table}.csv" for table in tables]
    width = max(map(len, names))
    lines = [
        f"  {name:<{width}}  {say(f'summary.file.{name}')}"
        for name in names
        if (out / name).exists()
    ]
    return [say("summary.where", out=out), *lines, f"  {say('summary.programs')}"]


def _on_one_line(name: str) -> str:
    """A file's name without what would move the cursor."""
    return "".join(c if c.isprintable() else "?" for c in name)
