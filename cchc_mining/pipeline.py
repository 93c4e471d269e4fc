"""The whole line: files in, records, index and tables out."""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Literal

import msgspec
from msgspec import Struct

from . import assembling, link
from .assembling import FINDINGS, INDEX
from .audit import Register, Registered, all_checks
from .errors import UsageError
from .export import write_tables
from .index import open_index
from .intake import DEFAULT_LIMIT
from .kept import DECISIONS, REGISTER, read_decisions, read_register, write_register
from .mining import MODULES, document_of, work_of
from .records import Given, Record, RegisterEntry, SourceText
from .run import (
    MANIFEST,
    RECORDS,
    Batch,
    Choices,
    Engine,
    EngineName,
    Input,
    Job,
    Journal,
    Kept,
    Known,
    Lang,
    Limits,
    Local,
    Maker,
    Manifest,
    Mined,
    MissingInputError,
    Options,
    Outcome,
    OutputError,
    Plan,
    Serial,
    Staging,
    Stop,
    Totals,
    UnderWay,
    Work,
    are_intact,
    engine_named,
    explain,
    extract_source,
    file_hash,
    forget_run,
    how_far,
    identify,
    known_in,
    maker,
    mine_bytes,
    mine_file,
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
    "mine",
    "mine_archive",
    "mine_many",
    "mine_text",
    "plan_archive",
    "status_of",
]

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


def mine(
    source: str | Path | bytes | BinaryIO,
    *,
    name: str | None = None,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
) -> Record:
    """The record of one file: of its path, its bytes, or the file itself, open for reading bytes.

    `name` is what to call bytes, and its ending tells their format ('bao-cao.pdf').  `province`,
    `agency` and `year` are context that the file lacks; the record keeps them as `given`.  Raises
    UsageError where there is no such file, or bytes have no name; IntakeError where it cannot be read.
    """
    options = Options(_given(province, agency, year))
    if isinstance(source, str | Path):
        if not Path(source).exists():
            raise MissingInputError(str(source))
        extracted = mine_file(source, options)
    else:
        data = source if isinstance(source, bytes) else source.read()
        name = name or getattr(source, "name", None)
        if not isinstance(name, str):
            raise UsageError(
                "bytes have no name: say name='bao-cao.pdf'; its ending tells the format"
            )
        extracted = mine_bytes(data, Path(name).name, options)
    return link.link_record(extracted.record, extracted.text).record


def mine_many(
    paths: Sequence[str | Path],
    *,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
    limit: int = DEFAULT_LIMIT,
    jobs: int = 1,
    limits: Limits | None = None,
) -> Iterator[Record]:
    """One record for each document under some files and folders, by the order of their names.

    Each comes as soon as those before it have; one that cannot be read has the status `failed` and
    says why.  Copies give one record, with all their `paths`.  With one job it reads in this process,
    with more in as many processes, in which `limits` hold.  Documents are linked in themselves only:
    see `mine_archive` for an archive.  Raises UsageError where a path does not exist.
    """
    options = Options(_given(province, agency, year), limit)
    engine: Engine = Serial() if jobs == 1 else Local(jobs, limits)
    batch = Batch(list(identify(walk(paths), limit, engine, MODULES)))
    here = Maker(b"", b"")
    with (
        TemporaryDirectory(prefix="cchc-") as folder,
        Journal(Path(folder), here) as journal,
        closing(mine_jobs(batch.jobs(), journal, engine, work_of(options))) as arrivals,
    ):
        for outcome in batch.outcomes(journal, arrivals):
            if document := document_of(outcome):
                names = {"source": outcome.paths[0], "paths": outcome.paths}
                yield msgspec.structs.replace(document.record, **names)


def mine_text(
    text: str,
    *,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
) -> Record:
    """The record of a text, as `mine`; its `doc_id` is the hash of the text in UTF-8."""
    extracted = extract_source(SourceText(text=text), Options(_given(province, agency, year)))
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    linked = link.link_record(extracted.record, text).record
    return msgspec.structs.replace(linked, doc_id=sha256, media_type="text/plain")


def _given(province: str | None, agency: str | None, year: int | None) -> Given | None:
    given = Given(province=province, agency=agency, year=year)
    return None if given == Given() else given


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
    choices = Choices(given=_given(province, agency, year), limit=limit, lang=lang, limits=limits)
    all_checks()  # says what is wrong with those of other packages before anything is mined
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
                totals = _assemble(stage, batch.outcomes(journal, arrivals), lang, progress)
            changed = _commit(stage, made, totals)
            forget_run(stage.work)
            journal.keep_only(batch.jobs())
        return Report(totals, reused, outdated, changed)


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
    choices = Choices(given=_given(province, agency, year), limit=limit, lang="vi", limits=limits)
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
    stage: Staging, outcomes: Iterable[Outcome], lang: Lang, progress: Progress
) -> Totals:
    """Make the results in the staging folder."""
    tally = assembling.store(outcomes, stage.folder, partial(progress, "link", 0, 0))
    legal_documents = assembling.complete(stage.folder)
    progress("audit", 0, 0)
    findings = assembling.audit(stage.folder, linked_register(read_register(stage.out)))
    _write_tables(stage, lang, progress)
    return tally.totals(legal_documents, findings)


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
    with open_index(stage.out / INDEX):  # an older one is to be made anew, not to be migrated
        pass
    folder = stage.folder if (stage.folder / REGISTER).exists() else stage.out
    shutil.copyfile(stage.out / INDEX, stage.folder / INDEX)
    register = linked_register(read_register(folder))
    progress("audit", 0, 0)
    findings = assembling.audit_again(stage.folder, register)
    totals = msgspec.structs.replace(before.totals, findings=findings)
    _write_tables(stage, before.options.lang, progress)
    made = msgspec.structs.replace(before, kept=_kept(folder, stage.out))
    return Report(totals, totals.documents, changed=_commit(stage, made, totals))


def linked_register(entries: Sequence[RegisterEntry]) -> Register:
    """A register whose entries are known by the documents they list."""
    return Register(
        Registered(link.target_of(e.number, e.doc_type, e.issuer, e.date), e) for e in entries
    )


def _write_tables(stage: Staging, lang: Lang, progress: Progress) -> None:
    progress("write", 0, 0)
    decisions = read_decisions(stage.out).history
    write_tables(stage.folder / INDEX, stage.folder, lang, decisions)


def _commit(stage: Staging, made: Manifest, totals: Totals) -> tuple[str, ...]:
    names = sorted(path.name for path in stage.folder.iterdir())
    outputs = made.outputs | {
        name: file_hash(stage.folder / name) for name in names if name not in _KEPT.values()
    }
    write_manifest(stage.folder, msgspec.structs.replace(made, totals=totals, outputs=outputs))
    return stage.commit([*names, MANIFEST])
