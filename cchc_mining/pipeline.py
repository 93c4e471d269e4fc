"""The whole line: files in, records, index and tables out.

What mines and audits is imported by those who come to it: a run over what was mined before does not.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, contextmanager
from functools import cache, partial
from itertools import takewhile
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from .export import COLUMNS, write_table, write_tables
from .extensions import CHECKS, extensions
from .index import open_index
from .intake import DEFAULT_LIMIT
from .kept import DECISIONS, REGISTER, read_decisions, read_register, write_register
from .recording import given_of
from .records import Decision, RegisterEntry
from .run import (
    FINDINGS,
    INDEX,
    MANIFEST,
    MODULES,
    RECORDS,
    Batch,
    Choices,
    Engine,
    EngineName,
    Failed,
    Input,
    Job,
    Journal,
    Kept,
    Known,
    Lang,
    Limits,
    Local,
    Manifest,
    Mined,
    Options,
    Outcome,
    OutputError,
    Plan,
    Staging,
    Stop,
    Totals,
    UnderWay,
    Work,
    are_intact,
    engine_named,
    explain,
    file_hash,
    forget_run,
    how_far,
    identify,
    known_in,
    maker,
    meanwhile,
    mine_jobs,
    note_run,
    plan,
    read_manifest,
    staging,
    stopped_by_interrupt,
    summarise,
    this_program,
    walk,
    work_folder,
    write_manifest,
)

__all__ = [
    "FINDINGS",
    "INDEX",
    "Progress",
    "Report",
    "Status",
    "audit_again",
    "explain",
    "mine_archive",
    "plan_archive",
    "status_of",
]

_MANY = 2000  # documents whose tables are written sooner by several processes
_OF_TABLES = Limits(
    seconds=24 * 3600
)  # what writing one may take: those of a file say nothing of it
_AUDITED = ("findings",)  # the tables that wait for the audit
_MINED = tuple(table for table in COLUMNS if table not in _AUDITED)

_KEPT = {"decisions": DECISIONS, "register": REGISTER}

Stage = Literal["find", "mine", "stop", "link", "audit", "write"]
Progress = Callable[[Stage, int, int], None]
"""Told how far a run is: the stage, what is done of it, and the whole (0 where it is not known).

`find` counts files, `mine` bytes; `stop` follows a Ctrl-C, while files in flight are finished.
"""
Watch = Callable[[Job, Mined], None]
"""Told of every content that was mined."""


def quiet(_stage: Stage, _done: int, _whole: int) -> None:
    """Nobody is watching."""


def unwatched(_job: Job, _mined: Mined) -> None:
    """Nobody is watching."""


class Report(Struct, frozen=True):
    """What a run did: its numbers, the documents taken over from runs before, those read again as
    program or options are others now, and the names of the result files that are not as they were."""

    totals: Totals
    reused: int = 0
    outdated: int = 0
    changed: tuple[str, ...] = ()


def mine_archive(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
    limit: int = DEFAULT_LIMIT,
    lang: Lang = "vi",
    jobs: int | None = None,
    limits: Limits | None = None,
    resume: bool = True,
    retry_failed: bool = False,
    progress: Progress = quiet,
    watch: Watch = unwatched,
    engine: Engine | EngineName = "local",
    address: str | None = None,
) -> Report:
    """Mine files and folders and write records, index and tables to the folder `out`.

    What is in `out` is replaced at the end, all or nothing, and only where it is not the same.
    Contents that were mined before, by a run that ended or one that was cut short, are not mined
    again unless `resume` is false; with `retry_failed` those that failed are tried again.  Ctrl-C
    lets the files in flight be finished, a second one ends them; the same call then goes on.

    `limit` is the largest file read, in bytes; `lang` the language of the tables' headings; `jobs`
    the number of processes that read (default: one a core), `limits` what a file may take there.
    `engine` "ray" has them on a cluster, at an `address` if there is one (see `Ray`); an engine
    given takes their place.  Raises UsageError where a path does not exist, StorageError
    where `out` cannot be written, KeyboardInterrupt where it was interrupted.
    """
    limits = limits or Limits()
    choices = Choices(given=given_of(province, agency, year), limit=limit, lang=lang, limits=limits)
    _check_extensions()
    with staging(Path(out)) as stage:
        if not resume:
            stage.forget()
        inputs = _find(paths, stage.out, limit, _finder(engine, limits), progress)
        made = _manifest(inputs, choices, stage.out)
        before = read_manifest(stage.out)
        afresh = not resume or (retry_failed and before and before.totals.failures)
        if before and not afresh and before.is_like(made) and are_intact(stage.out, before.outputs):
            forget_run(stage.work)
            if before.kept == made.kept:
                return Report(before.totals, reused=before.totals.documents)
            return _audit_again(stage, before, progress)
        from .mining import work_of

        batch = Batch(inputs)
        by = maker(made.program, choices)
        with Journal(stage.work, by, retry=retry_failed) as journal:
            note_run(stage.work, len(inputs), len(batch), by)
            outdated = sum(map(journal.is_outdated, batch.jobs()))
            reused = sum(job in journal and not journal.has_failed(job) for job in batch.jobs())
            start = partial(_engine, engine, jobs, limits, address, stage.work)
            work = work_of(Options(choices.given, limit))
            with closing(_mine(batch, journal, work, start, progress, watch)) as arrivals:
                if jobs == 1:  # one thing at a time; with more, the index is written meanwhile
                    deque(arrivals, maxlen=0)
                writers = _writers(engine, jobs, len(batch))
                outcomes = batch.outcomes(journal, arrivals)
                totals = _assemble(stage, outcomes, lang, progress, writers)
            changed = _commit(stage, made, totals)
            forget_run(stage.work)
            journal.keep_only(batch.jobs())
        return Report(totals, reused, outdated, changed)


def _check_extensions() -> None:
    """Say what is wrong with the checks of other packages before anything is mined."""
    if extensions(CHECKS):
        from .audit import all_checks

        all_checks()


def _engine(
    engine: Engine | EngineName,
    jobs: int | None,
    limits: Limits,
    address: str | None,
    folder: Path,
    stop: Stop,
) -> Engine:
    if not isinstance(engine, str):
        return engine
    return engine_named(engine, jobs, limits, stop=stop, address=address, folder=folder)


def _finder(engine: Engine | EngineName, limits: Limits) -> Engine:
    """What opens containers: a worker here, unless an engine was given."""
    return Local(1, limits) if isinstance(engine, str) else engine


def _writers(
    engine: Engine | EngineName, jobs: int | None, documents: int
) -> Callable[[Stop], Engine] | None:
    """Who writes the tables in place of this process, where that takes it long."""
    several = engine == "local" and (jobs or os.cpu_count() or 1) > 1
    if not several or documents < _MANY:
        return None
    return lambda stop: Local(jobs, _OF_TABLES, stop=stop)


def plan_archive(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
    limit: int = DEFAULT_LIMIT,
    limits: Limits | None = None,
    resume: bool = True,
    retry_failed: bool = False,
    progress: Progress = quiet,
) -> Plan:
    """What `mine_archive` would do, called like this; nothing is written."""
    limits = limits or Limits()
    choices = Choices(given=given_of(province, agency, year), limit=limit, lang="vi", limits=limits)
    out = Path(out)
    batch = Batch(_find(paths, out, limit, Local(1, limits), progress))
    by = maker(this_program(), choices)
    known = known_in(work_folder(out), by, retry=retry_failed) if resume else Known(by)
    return plan(batch, known)


class Status(Struct, frozen=True):
    """Where an output folder stands: what the last run that ended made, and the run that has not."""

    totals: Totals | None
    under_way: UnderWay | None


def status_of(out: str | Path) -> Status:
    """Where an output folder stands.  Raises StorageError where nothing was ever mined to it."""
    out = Path(out)
    made = read_manifest(out)
    under_way = how_far(work_folder(out))
    if made is None and under_way is None:
        raise OutputError("out-not-mined", out)
    return Status(made.totals if made else None, under_way)


def _manifest(inputs: Sequence[Input], choices: Choices, out: Path) -> Manifest:
    return Manifest(
        program=this_program(), options=choices, inputs=summarise(inputs), kept=_kept(out)
    )


def _find(
    paths: Sequence[str | Path], out: Path, limit: int, engine: Engine, progress: Progress
) -> list[Input]:
    inputs: list[Input] = []
    for item in identify(walk(paths, exclude=(out,)), limit, engine, MODULES):
        inputs.append(item)
        progress("find", len(inputs), 0)
    return inputs


@contextmanager
def _stoppable(told: Callable[[], None]) -> Generator[Stop]:
    """A wish to stop, which Ctrl-C is where it can be heard."""
    if threading.current_thread() is not threading.main_thread():
        yield Stop()
        return
    with stopped_by_interrupt(told) as stop:
        yield stop


def _mine(
    batch: Batch,
    journal: Journal,
    work: Work[Job, Mined],
    start: Callable[[Stop], Engine],
    progress: Progress,
    watch: Watch,
) -> Generator[None]:
    """Bring the journal up to date, one content at a time.

    Raises KeyboardInterrupt where it is stopped, with all that was mined in the journal.
    """
    whole = sum(job.size for job in batch.jobs())
    done = sum(job.size for job in batch.jobs() if job in journal)
    progress("mine", done, whole)
    with _stoppable(partial(progress, "stop", 0, 0)) as stop:
        jobs = takewhile(lambda _: not stop.asked, batch.jobs())
        with closing(mine_jobs(jobs, journal, start(stop), work)) as results:
            for job, mined in results:
                done += job.size
                watch(job, mined)
                progress("mine", done, whole)
                yield
        if stop.asked:
            raise KeyboardInterrupt


def _assemble(
    stage: Staging,
    outcomes: Iterable[Outcome],
    lang: Lang,
    progress: Progress,
    writers: Callable[[Stop], Engine] | None,
) -> Totals:
    """Make the results in the staging folder."""
    from . import assembling

    tally = assembling.store(outcomes, stage.folder, partial(progress, "link", 0, 0))
    legal_documents = assembling.complete(stage.folder)
    progress("audit", 0, 0)
    audit = partial(assembling.audit, stage.folder, read_register(stage.out))
    if writers is None:
        findings = audit()
        progress("write", 0, 0)
        _write_tables(stage, lang)
    else:
        others_write = partial(_others_write, stage=stage, lang=lang, writers=writers)
        with others_write(_MINED) as wait:
            findings = audit(wait)
        progress("write", 0, 0)
        with others_write(_AUDITED, decisions=read_decisions(stage.out).history):
            pass
    return tally.totals(legal_documents, findings)


@contextmanager
def _others_write(
    tables: Sequence[str],
    stage: Staging,
    lang: Lang,
    writers: Callable[[Stop], Engine],
    decisions: Sequence[Decision] = (),
) -> Generator[Callable[[], None]]:
    """Tables are written by other processes, which read the index; what is yielded waits for them.

    What they fail at is written here.
    """
    index = stage.folder / INDEX
    write = partial(
        write_table, index_path=index, out_dir=stage.folder, lang=lang, decisions=decisions
    )
    with meanwhile(writers, tables, Work(write, list[str])) as results:

        @cache
        def wait() -> None:
            for table, names in results():
                if isinstance(names, Failed):  # tried here, it is told what is wrong
                    write(table)

        yield wait
        wait()


def audit_again(
    out: str | Path,
    *,
    register: Sequence[RegisterEntry] | None = None,
    progress: Progress = quiet,
) -> Report:
    """Audit an archive anew, without mining; `register`, where given, is kept in place of the old.

    All or nothing.  Raises StorageError where `out` holds no archive or cannot be written.
    """
    with staging(Path(out)) as stage:
        before = read_manifest(stage.out)
        if before is None or not are_intact(stage.out, before.outputs, (RECORDS, INDEX)):
            raise OutputError("out-not-mined", stage.out)
        if register is not None:
            write_register(stage.folder, register)
        return _audit_again(stage, before, progress)


def _kept(*folders: Path) -> Kept:
    """What people keep, told by its contents; each file from the first folder that has it."""
    return Kept(**{field: _hash_of(name, folders) for field, name in _KEPT.items()})


def _hash_of(name: str, folders: Sequence[Path]) -> str | None:
    path = next((folder / name for folder in folders if (folder / name).exists()), None)
    return file_hash(path) if path and path.stat().st_size else None


def _audit_again(stage: Staging, before: Manifest, progress: Progress) -> Report:
    """Audit what is in the output folder anew: the documents are as they were, what is kept is not."""
    from . import assembling

    with open_index(stage.out / INDEX):  # an older one is to be made anew, not to be migrated
        pass
    folder = stage.folder if (stage.folder / REGISTER).exists() else stage.out
    shutil.copyfile(stage.out / INDEX, stage.folder / INDEX)
    progress("audit", 0, 0)
    findings = assembling.audit_again(stage.folder, read_register(folder))
    totals = msgspec.structs.replace(before.totals, findings=findings)
    progress("write", 0, 0)
    _write_tables(stage, before.options.lang)
    made = msgspec.structs.replace(before, kept=_kept(folder, stage.out))
    return Report(totals, totals.documents, changed=_commit(stage, made, totals))


def _write_tables(stage: Staging, lang: Lang) -> None:
    write_tables(stage.folder / INDEX, stage.folder, lang, read_decisions(stage.out).history)


def _commit(stage: Staging, made: Manifest, totals: Totals) -> tuple[str, ...]:
    names = sorted(path.name for path in stage.folder.iterdir())
    outputs = made.outputs | {
        name: file_hash(stage.folder / name) for name in names if name not in _KEPT.values()
    }
    write_manifest(stage.folder, msgspec.structs.replace(made, totals=totals, outputs=outputs))
    return stage.commit([*names, MANIFEST])
