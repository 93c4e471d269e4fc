"""`records.jsonl`: written as documents come, completed once the archive is linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from ..records import Record, decode, encode

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


_head = msgspec.json.Decoder(_Head)


def _source(line: bytes) -> str:
    return _head.decode(line).source
