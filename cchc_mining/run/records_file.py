"""`records.jsonl`: written as documents come, completed once the archive is linked, read again by
the next run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from ..intake import media_type
from ..records import Record, decode, encode
from .reading import Job, Mined

RECORDS = "records.jsonl"


class Completion(Struct, frozen=True):
    """What the archive adds to one citation, found by document source and mention id."""

    source: str
    mention: str
    target: str | None
    candidates: tuple[str, ...]


def complete_records(lines: Path, finished: Path, completions: Iterable[Completion]) -> None:
    """Copy a file of records with completed citations; both in the order of source."""
    found = iter(completions)
    following = next(found, None)
    with lines.open("rb") as old, finished.open("wb") as new:
        for line in old:
            if following is None or _source(line) != following.source:
                new.write(line)
                continue
            of_this: dict[str, Completion] = {}
            source = following.source
            while following is not None and following.source == source:
                of_this[following.mention] = following
                following = next(found, None)
            new.write(encode(_completed(decode(line), of_this)) + b"\n")


def _completed(record: Record, completions: Mapping[str, Completion]) -> Record:
    citations = tuple(
        msgspec.structs.replace(citation, target=c.target, candidates=c.candidates)
        if (c := completions.get(citation.id))
        else citation
        for citation in record.citations
    )
    return msgspec.structs.replace(record, citations=citations)


class _Head(Struct, frozen=True):
    """The little of a record that finds it again."""

    source: str
    doc_id: str | None = None
    status: str = "ok"
    media_type: str | None = None


_head = msgspec.json.Decoder(_Head)


def _source(line: bytes) -> str:
    return _head.decode(line).source


class Earlier:
    """The documents of an earlier run, to be taken over where they come again.

    `text_of` gives the text of a document by its id; `taken` counts those taken over.  About 200
    bytes are held for each.
    """

    def __init__(self, records: Path, text_of: Callable[[str], str]) -> None:
        self._records = records
        self._text_of = text_of
        self.taken = 0
        self._places: dict[tuple[str, str | None], tuple[int, int]] = {}
        at = 0
        with records.open("rb") as lines:
            for line in lines:
                head = _head.decode(line)
                if head.doc_id and head.status != "failed":
                    self._places[head.doc_id, head.media_type] = (at, len(line))
                at += len(line)

    def __contains__(self, job: Job) -> bool:
        return (job.sha256, media_type(job.name)) in self._places

    def __getitem__(self, job: Job) -> Mined:
        self.taken += 1
        start, length = self._places[job.sha256, media_type(job.name)]
        with self._records.open("rb") as lines:
            lines.seek(start)
            record = decode(lines.read(length))
        return Mined(_unlinked(record), self._text_of(job.sha256))


def _unlinked(record: Record) -> Record:
    """A record as it was before the archive was linked: what is cited may mean another now."""
    citations = tuple(
        msgspec.structs.replace(citation, target=None, candidates=())
        for citation in record.citations
    )
    return msgspec.structs.replace(record, citations=citations)
