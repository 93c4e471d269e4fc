"""One file to one record, whatever happens: what goes wrong is said in the record."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from ..errors import IntakeError, LexiconError
from ..intake import DEFAULT_LIMIT, load, media_type, read_bytes
from ..records import SCHEMA, Given, Record, SourceText


class Options(Struct, frozen=True):
    """What the user decided about reading; `limit` is the largest file read, in bytes."""

    given: Given | None = None
    limit: int = DEFAULT_LIMIT


class Job(Struct, frozen=True):
    """A content to read: where it is, what to call it, and the hash it had when it was found.

    `inside` leads from the file at `path` to the member of a container (see `intake.load`).
    """

    path: str
    name: str
    sha256: str
    inside: tuple[int, ...] = ()


class Mined(Struct, frozen=True):
    """A record with its text; where it failed, `reason` is the code of why."""

    record: Record
    text: str = ""
    reason: str | None = None


def mine_job(job: Job, options: Options) -> Mined:
    """The record of one content; a failure is a record too.

    This is the unit of work that an engine hands to wherever it runs.  Raises LexiconError alone:
    then no document can be mined.
    """
    try:
        data = load(job.path, name=job.name, limit=options.limit, inside=job.inside)
        if hashlib.sha256(data).hexdigest() != job.sha256:
            raise IntakeError("changed", f"{job.name}: changed while it was being read")
        source = read_bytes(data, job.name, limit=options.limit)
        record = mine_source(source, options)
    except IntakeError as error:
        return _failed(job, error.code, str(error))
    except LexiconError:
        raise
    except Exception as error:  # whatever it is, it is this file's and not the batch's
        return _failed(job, "extraction-error", f"{type(error).__name__}: {error}")
    return Mined(msgspec.structs.replace(record, doc_id=job.sha256), source.text)


def mine_file(path: str | Path, options: Options) -> Mined:
    """The record of one file.  Raises IntakeError where the file cannot be read."""
    name = Path(path).name
    data = load(path, limit=options.limit)
    source = read_bytes(data, name, limit=options.limit)
    sha256 = hashlib.sha256(data).hexdigest()
    record = msgspec.structs.replace(mine_source(source, options), doc_id=sha256, paths=(name,))
    return Mined(record, source.text)


def mine_source(source: SourceText, options: Options) -> Record:
    """The record of a text; `partial` where there is something to warn of."""
    from ..extract import extract_record

    record = extract_record(source, options.given)
    return msgspec.structs.replace(record, status="partial" if record.warnings else "ok")


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


def _failed(job: Job, code: str, message: str) -> Mined:
    unread = Record(source=job.name, doc_id=job.sha256, media_type=media_type(job.name))
    return Mined(failure(unread, code, message), reason=code)
