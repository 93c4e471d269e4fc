"""Records to and from JSON.  One encoder and one decoder for the whole program."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from ..errors import StorageError
from .record import Record

T = TypeVar("T")

_encoder = msgspec.json.Encoder(enc_hook=None)


def encode(value: object) -> bytes:
    """Encode a record (or any of its parts) as one JSON value without line breaks."""
    return _encoder.encode(value)


def decode(line: bytes | str) -> Record:
    """Read a record back; equal to the one that was encoded.

    Raises msgspec.ValidationError where the line is not a record.
    """
    return _decoder().decode(line)


@cache
def _decoder() -> msgspec.json.Decoder[Record]:
    """Made where it is used: it takes as long as many a question."""
    return msgspec.json.Decoder(Record)


def read_lines(path: Path, kind: type[T], beginning: bytes = b"") -> Iterator[T]:
    """What a file of JSON lines holds, one at a time; equal to what was encoded.

    Lines without the `beginning` are passed over unread.

    Raises StorageError, with the line, where the file cannot be read or a line is something else.
    """
    decode_line = msgspec.json.Decoder(kind).decode
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.startswith(beginning):
                    continue
                try:
                    yield decode_line(line)
                except msgspec.MsgspecError as error:
                    name = kind.__name__.lower()
                    raise StorageError(f"{path}, line {number}: no {name} ({error})") from error
    except OSError as error:
        raise StorageError(f"{path}: cannot be read ({error.strerror})") from error
