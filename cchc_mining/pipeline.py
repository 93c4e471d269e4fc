"""The whole line: files in, records, index and tables out."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from . import link
from .audit import (
    AuditedArchive,
    Register,
    Registered,
    all_checks,
    audit_archive,
    audit_document,
)
from .errors import CchcError
from .export import write_tables
from .index import Index, IndexWriter, open_index, store_findings
from .index import InputRow as IndexRow
from .intake import DEFAULT_LIMIT
from .kept import DECISIONS, REGISTER, read_decisions, read_register, write_register
from .records import (
    SEVERITIES,
    Finding,
    Given,
    Record,
    RegisterEntry,
    SourceText,
    decode,
    encode,
)
from .run import (
    MANIFEST,
    RECORDS,
    Choices,
    Completion,
    Earlier,
    Engine,
    Input,
    Kept,
    Lang,
    Manifest,
    MissingInputError,
    Options,
    Outcome,
    OutputError,
    Staging,
    Tally,
    Totals,
    are_intact,
    complete_records,
    explain,
    failed_after_all,
    file_hash,
    identify,
    in_this_process,
    mine_file,
    mine_inputs,
    mine_source,
    read_manifest,
    staging,
    summarise,
    this_program,
    walk,
    write_manifest,
)

__all__ = ["Progress", "Report", "audit_again", "explain", "mine", "mine_archive", "mine_text"]

INDEX = "index.sqlite"
FINDINGS = "findings.jsonl"
_KEPT = {"decisions": DECISIONS, "register": REGISTER}
_UNFINISHED = f"{RECORDS}.part"

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
    engine: Engine = in_this_process,
) -> Report:
    """Mine files and folders and write records, index and tables to the folder `out`.

    What is in `out` is replaced at the end, all or nothing, and only where it is not the same;
    documents that it holds already are not mined again.  `limit` is the largest file read, in
    bytes; `lang` the language of the tables' headings.  Raises UsageError where a path does not
    exist, StorageError where `out` cannot be written.
    """
    options = Options(_given(province, agency, year), limit)
    all_checks()  # says what is wrong with those of other packages before anything is mined
    with staging(Path(out)) as stage:
        inputs = _find(paths, stage.out, limit, progress)
        made = Manifest(
            program=this_program(),
            options=Choices(given=options.given, limit=limit, lang=lang),
            inputs=summarise(inputs),
            kept=_kept(stage.out),
        )
        before = read_manifest(stage.out)
        if before and before.is_like(made) and are_intact(stage.out, before.outputs):
            if before.kept == made.kept:
                return Report(before.totals, reused=before.totals.documents)
            return _audit_again(stage, before, progress)
        with _earlier(stage.out, before, made) as known:
            outcomes = mine_inputs(inputs, options, known=known, engine=engine)
            tally = _store(_followed(outcomes, inputs, progress), stage.folder, progress)
            reused = known.taken if known else 0
        legal_documents = _complete(stage.folder)
        register = linked_register(read_register(stage.out))
        findings = _audit(stage.folder, stage.folder / RECORDS, register, progress)
        totals = tally.totals(legal_documents, findings)
        _write_tables(stage, lang, progress)
        return Report(totals, reused, _commit(stage, made, totals))


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
    findings = _audit(stage.folder, stage.out / RECORDS, register, progress)
    totals = msgspec.structs.replace(before.totals, findings=findings)
    _write_tables(stage, before.options.lang, progress)
    program = msgspec.structs.replace(before.program, checks=this_program().checks)
    made = msgspec.structs.replace(before, program=program, kept=_kept(folder, stage.out))
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


@contextmanager
def _earlier(out: Path, before: Manifest | None, now: Manifest) -> Generator[Earlier | None]:
    """The documents in `out`, if they were mined as they would be now."""
    kept = before.outputs if before and before.mines_like(now) else {}
    if kept and are_intact(out, kept, (RECORDS, INDEX)):
        with open_index(out / INDEX) as index:
            yield Earlier(out / RECORDS, index.text)
    else:
        yield None


def _followed(
    outcomes: Iterator[Outcome], inputs: Sequence[Input], progress: Progress
) -> Iterator[Outcome]:
    whole = sum(item.size for item in inputs)
    done = 0
    progress("mine", done, whole)
    for outcome in outcomes:
        yield outcome
        done += outcome.row.size
        progress("mine", done, whole)


def _store(outcomes: Iterator[Outcome], folder: Path, progress: Progress) -> Tally:
    """Write the index, and each record as far as its own document gives it."""
    tally = Tally()
    with IndexWriter(folder / INDEX, link) as index, (folder / _UNFINISHED).open("wb") as records:
        for outcome in outcomes:
            stored = _indexed(outcome, index)
            tally.add(stored.row, stored.record)
            if stored.record is not None:
                records.write(encode(stored.record) + b"\n")
        progress("link", 0, 0)
        index.finish()
    return tally


def _indexed(outcome: Outcome, index: IndexWriter) -> Outcome:
    """Put a document into the index; the outcome with its record linked, or failed if it cannot."""
    row, record = outcome.row, outcome.record
    if record is not None:
        try:
            record = index.add(record, outcome.text)
        except CchcError:
            raise
        except Exception as error:  # this document's fault, and not the batch's
            row, record = failed_after_all(row, record, error)
            index.add(record, "")
    index.add_input(IndexRow(**msgspec.structs.asdict(row)))
    return Outcome(row, record)


def _complete(folder: Path) -> int:
    """Finish the records with what the archive tells; the number of legal documents cited."""
    with open_index(folder / INDEX) as index:
        complete_records(folder / _UNFINISHED, folder / RECORDS, _completions(index))
        (count,) = next(index.rows("SELECT count(*) FROM legal_documents"))
    (folder / _UNFINISHED).unlink()
    return count


def _completions(index: Index) -> Iterator[Completion]:
    for source, mention, target, candidates in index.rows(
        "SELECT d.source, c.mention, l.target, c.candidates FROM citations c"
        " JOIN documents d ON d.id = c.document LEFT JOIN legal_documents l ON l.id = c.legal"
        " WHERE c.claim IS NOT NULL AND c.via IS NOT c.own_via OR l.target <> c.claim"
        " ORDER BY d.source, c.id"
    ):
        yield Completion(source, mention, target, tuple(json.loads(candidates)))


def _audit(folder: Path, records: Path, register: Register, progress: Progress) -> dict[str, int]:
    """Look for what does not agree in the index of a folder; the number of findings by severity."""
    store_findings(folder / INDEX, _findings(folder / INDEX, records, register, progress))
    counts: Counter[str] = Counter()
    with open_index(folder / INDEX) as index, (folder / FINDINGS).open("wb") as lines:
        for finding in index.findings():
            counts[finding.severity] += 1
            lines.write(encode(finding) + b"\n")
    return {severity: counts[severity] for severity in SEVERITIES}


def _findings(
    path: Path, records: Path, register: Register, progress: Progress
) -> Iterator[Finding]:
    with open_index(path) as index, records.open("rb") as lines:
        for done, line in enumerate(lines):
            progress("audit", done, 0)
            record = decode(line)
            if record.status != "failed":
                text = index.text(record.source)
                yield from audit_document(record, text, index.identity(record.source))
        yield from audit_archive(AuditedArchive(index, register))


def _commit(stage: Staging, made: Manifest, totals: Totals) -> tuple[str, ...]:
    names = sorted(path.name for path in stage.folder.iterdir())
    outputs = made.outputs | {
        name: file_hash(stage.folder / name) for name in names if name not in _KEPT.values()
    }
    write_manifest(stage.folder, msgspec.structs.replace(made, totals=totals, outputs=outputs))
    return stage.commit([*names, MANIFEST])
