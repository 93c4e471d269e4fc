"""`register.jsonl`: the official register that an archive is checked against, one entry a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from ..records import RegisterEntry, encode
from .problems import KeepingError

REGISTER = "register.jsonl"

_decode = msgspec.json.Decoder(RegisterEntry).decode


def read_register(folder: Path) -> tuple[RegisterEntry, ...]:
    """The register kept in an archive's folder; () where there is none.

    Raises StorageError where it cannot be read: a part of it would say that documents are unknown.
    """
    path = folder / REGISTER
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise KeepingError("kept-not-readable", path=path, detail=error.strerror) from error
    return tuple(_entry(line, number, path) for number, line in enumerate(lines, 1))


def _entry(line: bytes, number: int, path: Path) -> RegisterEntry:
    try:
        return _decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KeepingError("register-damaged", path=path, line=number) from error


def write_register(folder: Path, entries: Iterable[RegisterEntry]) -> None:
    """Write a register to a folder."""
    (folder / REGISTER).write_bytes(b"".join(encode(entry) + b"\n" for entry in entries))
