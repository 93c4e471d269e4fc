"""The whole line: files in, records, index and tables out."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from . import assembling, link
from .assembling import FINDINGS, INDEX
from .audit import Register, Registered
from .export import write_tables
from .index import open_index
from .intake import DEFAULT_LIMIT
from .kept import DECISIONS, REGISTER, read_decisions, read_register, write_register
from .mining import work_of
from .records import Given, Record, RegisterEntry, SourceText
from .run import (
    MANIFEST,
    RECORDS,
    Batch,
    Choices,
    Engine,
    Input,
    Job,
    Journal,
    Kept,
    Lang,
    Manifest,
    Mined,
    MissingInputError,
    Options,
    OutputError,
    Serial,
    Staging,
    Tally,
    Totals,
    Work,
    are_intact,
    explain,
    file_hash,
    identify,
    maker,
    mine_file,
    mine_jobs,
    mine_source,
    read_manifest,
    staging,
    summarise,
    this_program,
    walk,
    write_manifest,
)

__all__ = [
    "FINDINGS",
    "INDEX",
    "Progress",
    "Report",
    "audit_again",
    "explain",
    "mine",
    "mine_archive",
    "mine_text",
]

_KEPT = {"decisions": DECISIONS, "register": REGISTER}

Stage = Literal["find", "mine", "link", "audit", "write"]
Progress = Callable[[Stage, int, int], None]
"""Told how far a run is: the stage, what is done of it, and the whole (0 where it is not known).

`find` counts files, `mine` bytes.
"""


def quiet(_stage: Stage, _done: int, _whole: int) -> None:
    """Nobody is watching."""


class Report(Struct, frozen=True):
    """What a run did: its numbers, the documents taken over from the run before, and the names of
    the result files that are not as they were."""

    totals: Totals
    reused: int = 0
    changed: tuple[str, ...] = ()


def mine(
    path: str | Path,
    *,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
) -> Record:
    """The record of one file.

    `province`, `agency` and `year` are context that the file lacks; the record keeps them as
    `given`.  Raises UsageError where there is no such file, IntakeError where it cannot be read.
    """
    if not Path(path).exists():
        raise MissingInputError(str(path))
    mined = mine_file(path, Options(_given(province, agency, year)))
    return link.link_record(mined.record, mined.text).record


def mine_text(
    text: str,
    *,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
) -> Record:
    """The record of a text, as `mine`; its `doc_id` is the hash of the text in UTF-8."""
    record = mine_source(SourceText(text=text), Options(_given(province, agency, year)))
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    linked = link.link_record(record, text).record
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
    progress: Progress = quiet,
    engine: Engine | None = None,
    resume: bool = True,
    retry_failed: bool = False,
) -> Report:
    """Mine files and folders and write records, index and tables to the folder `out`.

    What is in `out` is replaced at the end, all or nothing, and only where it is not the same.
    Contents that were mined before, by a run that ended or one that was cut short, are not mined
    again unless `resume` is false; with `retry_failed` those that failed are tried again.  `limit` is
    the largest file read, in bytes; `lang` the language of the tables' headings.  Raises UsageError
    where a path does not exist, StorageError where `out` cannot be written.
    """
    options = Options(_given(province, agency, year), limit)
    with staging(Path(out)) as stage:
        if not resume:
            stage.forget()
        inputs = _find(paths, stage.out, limit, progress)
        made = Manifest(
            program=this_program(),
            options=Choices(given=options.given, limit=limit, lang=lang),
            inputs=summarise(inputs),
            kept=_kept(stage.out),
        )
        before = read_manifest(stage.out)
        afresh = not resume or (retry_failed and before and before.totals.failures)
        if before and not afresh and before.is_like(made) and are_intact(stage.out, before.outputs):
            if before.kept == made.kept:
                return Report(before.totals, reused=before.totals.documents)
            return _audit_again(stage, before, progress)
        batch = Batch(inputs)
        with Journal(stage.work, maker(made.program, options), retry=retry_failed) as journal:
            mined = _mine(batch, journal, engine or Serial(), work_of(options), progress)
            tally = assembling.store(
                batch.outcomes(journal), stage.folder, partial(progress, "link", 0, 0)
            )
            totals = _finish(stage, tally, lang, progress)
            changed = _commit(stage, made, totals)
            journal.keep_only(batch.jobs())
        return Report(totals, totals.documents - mined, changed)


def _mine(
    batch: Batch, journal: Journal, engine: Engine, work: Work[Job, Mined], progress: Progress
) -> int:
    """Bring the journal up to date; how many documents were mined for it."""
    whole = sum(job.size for job in batch.jobs())
    done = sum(job.size for job in batch.jobs() if job in journal)
    progress("mine", done, whole)
    documents = 0
    for job, mined in mine_jobs(batch.jobs(), journal, engine, work):
        done += job.size
        documents += mined.status != "failed"
        progress("mine", done, whole)
    return documents


def _finish(stage: Staging, tally: Tally, lang: Lang, progress: Progress) -> Totals:
    """What follows from the whole archive, once all documents are in its index."""
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
    return Report(totals, totals.documents, _commit(stage, made, totals))


def linked_register(entries: Sequence[RegisterEntry]) -> Register:
    """A register whose entries are known by the documents they list."""
    return Register(
        Registered(link.target_of(e.number, e.doc_type, e.issuer, e.date), e) for e in entries
    )


def _write_tables(stage: Staging, lang: Lang, progress: Progress) -> None:
    progress("write", 0, 0)
    decisions = read_decisions(stage.out).history
    write_tables(stage.folder / INDEX, stage.folder, lang, decisions)


def _find(paths: Sequence[str | Path], out: Path, limit: int, progress: Progress) -> list[Input]:
    inputs: list[Input] = []
    for item in identify(walk(paths, exclude=(out,)), limit):
        inputs.append(item)
        progress("find", len(inputs), 0)
    return inputs


def _commit(stage: Staging, made: Manifest, totals: Totals) -> tuple[str, ...]:
    names = sorted(path.name for path in stage.folder.iterdir())
    outputs = made.outputs | {
        name: file_hash(stage.folder / name) for name in names if name not in _KEPT.values()
    }
    write_manifest(stage.folder, msgspec.structs.replace(made, totals=totals, outputs=outputs))
    return stage.commit([*names, MANIFEST])
