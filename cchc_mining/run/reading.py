"""One file to one record, and what is told of a file that gives none."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from ..errors import IntakeError
from ..intake import DEFAULT_LIMIT, load, read_bytes
from ..reading import Reading
from ..records import SCHEMA, Given, Record, SourceText, Status

MODULES = ("cchc_mining.run.ready", "cchc_mining.mining")
"""What is worth loading before workers are started; named here, as most runs need no worker."""


class Options(Struct, frozen=True):
    """What the user decided about reading; `limit` is the largest file read, in bytes."""

    given: Given | None = None
    limit: int = DEFAULT_LIMIT


class Job(Struct, frozen=True):
    """A content to read: where it is, what to call it, and the hash it had when it was found.

    `inside` leads from the file at `path` to the member of a container (see `intake.load`); `size`
    is in bytes.
    """

    path: str
    name: str
    sha256: str
    inside: tuple[int, ...] = ()
    size: int = 0


class Extracted(Struct, frozen=True):
    """A record with the text in whose coordinates its mentions stand, and how that text was read
    (see `extract_with_reading`)."""

    record: Record
    text: str
    reading: Reading | None = None


class Mined(Struct, frozen=True):
    """What became of one content.

    `data` is all that was made of it, in the form that the assembly reads; there is none of one
    that failed, but the code of the `reason` and a `message`.  `passing`: trying again may help.
    """

    status: Status
    data: bytes = b""
    reason: str | None = None
    message: str = ""
    passing: bool = False


_PASSING = frozenset(("unreadable", "changed"))


def failed(code: str, message: str) -> Mined:
    """A content of which nothing could be made."""
    return Mined("failed", reason=code, message=message, passing=code in _PASSING)


def extract_job(job: Job, options: Options) -> Extracted:
    """The record of one content, under the name of the job.

    Raises IntakeError where it cannot be read, or is no more what was found.
    """
    data = load(job.path, name=job.name, limit=options.limit, inside=job.inside)
    if hashlib.sha256(data).hexdigest() != job.sha256:
        raise IntakeError("changed", f"{job.name}: changed while it was being read")
    source = read_bytes(data, job.name, limit=options.limit)
    return extract_source(source, options, source=job.name, doc_id=job.sha256)


def mine_file(path: str | Path, options: Options) -> Extracted:
    """The record of one file.  Raises IntakeError where the file cannot be read."""
    return mine_bytes(load(path, limit=options.limit), Path(path).name, options)


def mine_bytes(data: bytes, name: str, options: Options) -> Extracted:
    """The record of a file's bytes; the ending of its `name` tells the format.  Raises IntakeError."""
    source = read_bytes(data, name, limit=options.limit)
    sha256 = hashlib.sha256(data).hexdigest()
    return extract_source(source, options, doc_id=sha256, paths=(name,))


def extract_source(text: SourceText, options: Options, **known: object) -> Extracted:
    """The record of a text, with what is known of it; `partial` where there is something to warn of."""
    from ..extract import extract_with_reading

    record, reading = extract_with_reading(text, options.given)
    status = "partial" if record.warnings else "ok"
    return Extracted(msgspec.structs.replace(record, status=status, **known), text.text, reading)


def failure(record: Record, code: str, message: str) -> Record:
    """The record that says why a document could not be mined: its identity, and the error."""
    return Record(
        schema=SCHEMA,
        source=record.source,
        doc_id=record.doc_id,
        paths=record.paths,
        media_type=record.media_type,
        status="failed",
        error=f"{code}: {message}",
    )
