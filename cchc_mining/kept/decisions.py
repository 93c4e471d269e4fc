"""`decisions.jsonl`: decisions on findings, one a line; the last on a finding counts.

Lines are only ever added, each in one write, so that several people may decide at a time and no run
and no power cut takes away what another has written.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from ..records import Decision, encode
from .problems import KeepingError

DECISIONS = "decisions.jsonl"

_decode = msgspec.json.Decoder(Decision).decode


class Decisions(Struct, frozen=True):
    """What was decided, in the order of time; `damaged` are the lines (from 1) that hold nothing."""

    history: tuple[Decision, ...] = ()
    damaged: tuple[int, ...] = ()

    @property
    def latest(self) -> dict[str, Decision]:
        """The decision that counts, by the finding's id."""
        return {decision.finding_id: decision for decision in self.history}


def read_decisions(folder: Path) -> Decisions:
    """The decisions kept in an archive's folder; none where there is no file.

    A line cut off by a power cut is passed over.  Raises StorageError where the file cannot be read.
    """
    path = folder / DECISIONS
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return Decisions()
    except OSError as error:
        raise KeepingError("kept-not-readable", path=path, detail=error.strerror) from error
    history: list[Decision] = []
    damaged: list[int] = []
    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                history.append(_decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError):
            damaged.append(number)
    return Decisions(tuple(history), tuple(damaged))


def append_decision(folder: Path, decision: Decision) -> None:
    """Add a decision to those kept.  Raises StorageError where the file cannot be written."""
    path = folder / DECISIONS
    try:
        with path.open("a+b") as file:
            start = b"" if _ends_a_line(path) else b"\n"
            file.write(start + encode(decision) + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise KeepingError("kept-not-writable", path=path, detail=error.strerror) from error


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return True
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"
