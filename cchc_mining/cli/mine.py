"""`cchc mine PATH... --out OUT`: files and folders in, records, index and tables out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import _render as render
from . import options
from .failures import EXIT_INTERRUPTED, EXIT_OK, EXIT_SOME_FAILED, explain
from .messages import asked_language, number, say
from .progress import progress_bar
from .watching import watching

if TYPE_CHECKING:
    from ..pipeline import Report
    from ..run import Failure, Plan

_EARLIEST, _LATEST = 1945, 2100
_MOST_MEGABYTES = 4096
_MEGABYTE = 1 << 20
_MOST_JOBS = 256
_MOST_SECONDS = 86_400
_MOST_MEMORY = 1 << 20  # megabytes
_ENGINES = ("local", "ray")  # ENGINE_NAMES, without loading engines to show the help
_SEVERITIES = ("error", "warning", "info")


@options.command("mine", "mine.help")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=str))
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
    callback=options.whole_number(1, _MOST_MEGABYTES),
)
@options.option(
    "--jobs", key="mine.jobs", metavar="N", callback=options.whole_number(1, _MOST_JOBS)
)
@options.option(
    "--timeout",
    key="mine.timeout",
    metavar="S",
    callback=options.whole_number(1, _MOST_SECONDS),
)
@options.option(
    "--memory",
    key="mine.memory",
    metavar="MB",
    callback=options.whole_number(64, _MOST_MEMORY),
)
@options.option("--resume/--no-resume", key="mine.resume", default=True)
@options.option("--retry-failed", key="mine.retry-failed", is_flag=True)
@options.option(
    "--engine",
    key="mine.engine",
    metavar="|".join(_ENGINES),
    default=_ENGINES[0],
    callback=render.one_of(_ENGINES),
)
@options.option("--ray-address", key="mine.ray-address", metavar="ADDRESS")
@options.option("--dry-run", key="mine.dry-run", is_flag=True)
@options.lexicon_option
@options.lang_option
def command(
    paths: tuple[str, ...],
    out: Path,
    max_size: int | None,
    jobs: int | None,
    timeout: int | None,
    memory: int | None,
    engine: str,
    ray_address: str | None,
    dry_run: bool,
    **choices: Any,
) -> int:
    """Mine, then say what was read, what was not and why, what was found and where it is."""
    from ..pipeline import mine_archive, plan_archive
    from ..run import Limits

    limits = Limits(**_given(seconds=timeout, memory=_in_bytes(memory)))
    choices.update(limits=limits, **_given(limit=_in_bytes(max_size)))
    if dry_run:
        with progress_bar() as progress:
            lines = planned(plan_archive(paths, out, progress=progress, **choices))
        click.echo("\n".join(lines))
        return EXIT_OK
    choices.update(lang=asked_language() or "vi", jobs=jobs)
    choices.update(engine=engine, address=ray_address)
    try:
        with watching(out) as told:
            report = mine_archive(paths, out, progress=told.progress, watch=told.watch, **choices)
    except KeyboardInterrupt:
        click.echo(say("mine.interrupted"), err=True)
        return EXIT_INTERRUPTED
    click.echo("\n".join(summary(report, out)))
    return EXIT_SOME_FAILED if report.totals.failures else EXIT_OK


def _given(**values: int | None) -> dict[str, int]:
    """The values that are given; of the others nothing is said here."""
    return {name: value for name, value in values.items() if value is not None}


def _in_bytes(megabytes: int | None) -> int | None:
    return None if megabytes is None else megabytes * _MEGABYTE


def planned(plan: Plan) -> list[str]:
    """What a run would do in words, line by line."""
    if not plan.paths:
        return [say("summary.nothing")]
    lines = [say("plan.paths", paths=number(plan.paths))]
    for kind in ("new", "outdated", "reused", "failed"):
        share = getattr(plan, kind)
        if share.contents:
            files = _names(share.names, share.contents)
            count, size = number(share.contents), number(-(-share.size // _MEGABYTE))
            lines.append(say(f"plan.{kind}", count=count, size=size, files=files))
    if plan.duplicates:
        lines.append(say("summary.duplicate", count=number(plan.duplicates)))
    for reason, count in plan.not_read.items():
        why = explain(reason)
        lines.append(say("plan.not-read", count=number(count), reason=why))
    return lines


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
    if report.outdated:
        lines.append(say("summary.outdated", count=number(report.outdated)))
    for outcome in ("partial", "duplicate", "skipped"):
        if count := totals.outcomes.get(outcome):
            lines.append(say(f"summary.{outcome}", count=number(count)))
    return lines


def _failed(report: Report) -> list[str]:
    failures = report.totals.failures
    if not failures:
        return []
    count = sum(failure.count for failure in failures)
    return [say("summary.failed", count=number(count)), *map(reason_line, failures)]


def reason_line(failure: Failure) -> str:
    """Why some files failed, and the names of the first of them."""
    files = _names(failure.paths, failure.count)
    return say("summary.reason", reason=explain(failure.reason), files=files)


def _names(names: Sequence[str], count: int) -> str:
    """Some names, and how many more there are."""
    files = ", ".join(map(_on_one_line, names))
    if more := count - len(names):
        return say("summary.more", files=files, count=number(more))
    return files


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
