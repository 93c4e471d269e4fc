"""A run that has not ended: what it set out to read, and how far it has come."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from .journal import Maker, heads_in

_NOTE = "run.json"


class _Note(Struct, frozen=True):
    """What a run sets out to do: how many paths there are, how many contents, made by whom."""

    paths: int
    contents: int
    maker: Maker


class UnderWay(Struct, frozen=True):
    """How far a run has come that is under way or was cut short.

    `contents` are to be read, for `paths`; `done` counts those that were, by outcome, `failures` the
    failed ones by reason.
    """

    paths: int
    contents: int
    done: dict[str, int]
    failures: dict[str, int]


def note_run(folder: Path, paths: int, contents: int, maker: Maker) -> None:
    """Note what a run is about to do."""
    (folder / _NOTE).write_bytes(msgspec.json.encode(_Note(paths, contents, maker)))


def forget_run(folder: Path) -> None:
    """The run has ended."""
    (folder / _NOTE).unlink(missing_ok=True)


def how_far(folder: Path) -> UnderWay | None:
    """What is known of a run that has not ended; None where there is none."""
    with suppress(OSError, msgspec.DecodeError):
        note = msgspec.json.decode((folder / _NOTE).read_bytes(), type=_Note)
        last = {
            head.content: head
            for head in heads_in(folder)
            if head.maker == note.maker.of(head.status)
        }
        done = Counter(head.status for head in last.values())
        reasons = Counter(head.reason or "" for head in last.values() if head.status == "failed")
        return UnderWay(note.paths, note.contents, dict(done), dict(reasons.most_common()))
    return None
