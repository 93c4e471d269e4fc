"""A batch of inputs to outcomes: one a path, in order, duplicates read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, Protocol

import msgspec
from msgspec import Struct

from ..intake import media_type
from ..records import Record
from .hashing import PASSED_OVER, Input, identify
from .reading import Job, Mined, Options, failure, mine_job
from .walking import walk

Verdict = Literal["ok", "partial", "failed", "duplicate", "skipped"]


class InputRow(Struct, frozen=True):
    """What became of one path; a row of the `inputs` table.

    `path` is as shown (see `walk`), `size` in bytes, `reason` a code of `problems`.
    """

    path: str
    size: int
    sha256: str | None
    outcome: Verdict
    reason: str | None = None
    doc_id: str | None = None


class Outcome(Struct, frozen=True):
    """One path's row and, where it is the first path of a document, its record and text."""

    row: InputRow
    record: Record | None = None
    text: str = ""


Engine = Callable[[Iterable[Job], Options], Iterator[Mined]]
"""Mines jobs and yields what they gave, in the order of the jobs; it may work ahead."""


class Known(Protocol):
    """Documents mined before, which need not be mined again."""

    def __contains__(self, job: Job, /) -> bool: ...
    def __getitem__(self, job: Job, /) -> Mined: ...


def in_this_process(jobs: Iterable[Job], options: Options) -> Iterator[Mined]:
    """The plain engine: one job after the other."""
    for job in jobs:
        yield mine_job(job, options)


def mine_paths(
    paths: Sequence[str | Path], options: Options, *, exclude: Sequence[Path] = ()
) -> Iterator[Outcome]:
    """Find, hash and mine everything under some paths: `walk`, `identify`, `mine_inputs`."""
    inputs = list(identify(walk(paths, exclude), options.limit))
    yield from mine_inputs(inputs, options)


def mine_inputs(
    inputs: Sequence[Input],
    options: Options,
    *,
    known: Known | None = None,
    engine: Engine = in_this_process,
) -> Iterator[Outcome]:
    """One outcome for every input, in their order.

    Inputs with the same content give one record, at the first of them, with all their names.
    What is `known` is not mined again.  One document is held at a time, and about 300 bytes for
    every input.
    """
    contents: defaultdict[str, list[Input]] = defaultdict(list)
    for item in inputs:
        if item.sha256 and not item.reason:
            contents[item.sha256].append(item)
    jobs = (_job(group) for group in contents.values())
    fresh = engine((job for job in jobs if known is None or job not in known), options)
    for item in inputs:
        if item.reason or not item.sha256:
            yield _not_read(item)
            continue
        group = contents[item.sha256]
        if item is not group[0]:
            yield Outcome(_row(item, "duplicate", "same-content"))
        else:
            job = _job(group)
            mined = known[job] if known is not None and job in known else next(fresh)
            yield _mined(group, mined)


def failed_after_all(row: InputRow, record: Record, error: Exception) -> tuple[InputRow, Record]:
    """What the row and record of a document become where the record cannot be used."""
    code = "extraction-error"
    return (
        msgspec.structs.replace(row, outcome="failed", reason=code),
        failure(record, code, f"{type(error).__name__}: {error}"),
    )


def _job(group: Sequence[Input]) -> Job:
    """The job for some inputs of one content: by the first name whose format can be read."""
    best = next((item for item in group if media_type(item.name)), group[0])
    return Job(best.path, best.name, best.sha256 or "", best.inside)


def _mined(group: Sequence[Input], mined: Mined) -> Outcome:
    names = tuple(item.name for item in group)
    record = msgspec.structs.replace(mined.record, source=names[0], paths=names)
    return Outcome(_row(group[0], record.status, mined.reason), record, mined.text)


def _not_read(item: Input) -> Outcome:
    reason = item.reason or ""
    if reason == "unreadable-folder":
        return Outcome(_row(item, "failed", reason))
    if reason in PASSED_OVER:
        return Outcome(InputRow(item.name, item.size, item.sha256, "skipped", reason))
    unread = Record(source=item.name, paths=(item.name,), media_type=media_type(item.name))
    record = failure(unread, reason, item.detail)
    return Outcome(_row(item, "failed", reason), record)


def _row(item: Input, outcome: Verdict, reason: str | None) -> InputRow:
    return InputRow(item.name, item.size, item.sha256, outcome, reason, item.sha256)
