"""Everything that follows from one document alone: read, extracted, linked in itself, audited, and
made ready for the index.

`mine_job` is the unit of work that an engine hands to wherever it runs; `unpack` reads what it gave.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec import Struct

from . import link
from .audit import Unnamed, find_in_document
from .errors import IntakeError, LexiconError
from .extensions import ExtensionWarning
from .index import Prepared, prepare
from .intake import DEFAULT_LIMIT, media_type
from .recording import given_of
from .records import Record
from .run import (
    MODULES,
    Batch,
    Engine,
    Extracted,
    Job,
    Journal,
    Limits,
    Local,
    Maker,
    Mined,
    Options,
    Outcome,
    Serial,
    Work,
    extract_job,
    failed,
    failure,
    identify,
    mine_jobs,
    walk,
)

_QUICKLY = 1  # of zlib's levels; five times smaller, and little slower to make than not at all


class Warned(Struct, frozen=True):
    """An ExtensionWarning, told where the archive is put together: a worker has nobody to tell."""

    code: str
    values: dict[str, str]


class Document(Struct, frozen=True):
    """What was made of one document, under the name of the job that it was mined by."""

    record: Record
    rows: Prepared
    findings: tuple[Unnamed, ...] = ()
    warnings: tuple[Warned, ...] = ()


def mine_job(job: Job, options: Options) -> Mined:
    """Mine one content; what goes wrong is this content's and not the batch's.

    Raises LexiconError, as no document can be mined then, and MemoryError, as the engine sees to that.
    """
    try:
        extracted = extract_job(job, options)
        return Mined(extracted.record.status, pack(make_document(extracted)))
    except IntakeError as error:
        return failed(error.code, str(error))
    except (LexiconError, MemoryError):
        raise
    except Exception as error:
        return failed_by(error)


def failed_by(error: Exception) -> Mined:
    """A content with which the program cannot cope."""
    return failed("extraction-error", f"{type(error).__name__}: {error}")


def work_of(options: Options) -> Work[Job, Mined]:
    """The work of a batch."""
    return Work(partial(mine_job, options=options), Mined, MODULES)


def make_document(extracted: Extracted) -> Document:
    """Link, audit and prepare a document by itself."""
    text = extracted.text
    linked = link.link_record(extracted.record, text)
    with _warnings_noted() as warned:
        findings = tuple(find_in_document(linked.record, text, extracted.reading))
    return Document(linked.record, prepare(linked, text, link), findings, tuple(warned))


@contextmanager
def _warnings_noted() -> Generator[list[Warned]]:
    """What extensions warn of meanwhile; other warnings are shown as ever."""
    noted: list[Warned] = []
    with warnings.catch_warnings():
        warnings.simplefilter("always", ExtensionWarning)
        show = warnings.showwarning

        def note_or_show(message: Warning | str, *where: Any) -> None:
            if isinstance(message, ExtensionWarning):
                values = {name: str(value) for name, value in message.values.items()}
                noted.append(Warned(message.code, values))
            else:
                show(message, *where)

        warnings.showwarning = note_or_show
        yield noted


def failed_document(paths: Sequence[str], sha256: str | None, mined: Mined) -> Document:
    """What stands in the archive for a content of which nothing could be made."""
    kind = next(filter(None, map(media_type, paths)), None)
    unread = Record(source=paths[0], doc_id=sha256, media_type=kind)
    record = failure(unread, mined.reason or "", mined.message)
    return Document(record, prepare(link.link_record(record, ""), "", link))


def document_of(outcome: Outcome) -> Document | None:
    """What stands in the archive for a path: a document, a failure, or nothing of its own."""
    mined = outcome.mined
    if mined is None:
        return None
    if mined.status == "failed":
        return failed_document(outcome.paths, outcome.row.sha256, mined)
    return unpack(mined.data)


def pack(document: Document) -> bytes:
    """A document in the fewest bytes that are quickly made."""
    return zlib.compress(msgspec.msgpack.encode(document), _QUICKLY)


def unpack(data: bytes) -> Document:
    """The document that was packed."""
    return _decoder().decode(zlib.decompress(data))


@cache
def _decoder() -> msgspec.msgpack.Decoder[Document]:
    return msgspec.msgpack.Decoder(Document)


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
    options = Options(given_of(province, agency, year), limit)
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
