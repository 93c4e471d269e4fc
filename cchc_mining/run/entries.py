"""A file of entries that only grows, and whose entries are whole or not there.

An entry is written in one go, so a process that is killed leaves every entry before it.  A checksum
tells one that a full disk or a power cut left half, and it is forgotten with all that follows it.
"""

from __future__ import annotations

import os
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_START = b"cchc-entries/1\n"
_FRAME = struct.Struct("<III")  # checksum of what follows, bytes of the head, bytes of the body
_SYNC_SECONDS = 1.0  # of work that a power cut may cost


class EntryFile:
    """The file at a path, made where there is none; every entry has a head and a body.

    Raises OSError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("r+b" if path.exists() else "w+b", buffering=0)
        self._synced = time.monotonic()
        if self._file.read(len(_START)) != _START:
            self._file.truncate(0)
        self._size = self._file.seek(0, os.SEEK_END)
        if not self._size:
            self._write(_START)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def heads(self) -> Iterator[tuple[int, bytes]]:
        """Place and head of every entry; what follows the last whole one is cut off."""
        self._size = len(_START)
        for place, head, end in _entries(self._file):
            self._size = end
            yield place, head
        self._file.truncate(self._size)

    def append(self, head: bytes, body: bytes) -> int:
        """Write an entry; its place."""
        place = self._size
        self._write(_framed(head, body))
        if time.monotonic() - self._synced > _SYNC_SECONDS:
            self.sync()
        return place

    def read(self, place: int) -> tuple[bytes, bytes]:
        """Head and body of the entry at a place."""
        self._file.seek(place)
        _, head, body = _FRAME.unpack(self._file.read(_FRAME.size))
        content = self._file.read(head + body)
        return content[:head], content[head:]

    def sync(self) -> None:
        """Have the disk hold what was written."""
        os.fsync(self._file.fileno())
        self._synced = time.monotonic()

    def _write(self, data: bytes) -> None:
        self._file.seek(self._size)
        written = 0
        try:
            while written < len(data):  # a disk that fills up takes a part
                written += self._file.write(data[written:])
        except OSError:
            with suppress(OSError):
                self._file.truncate(self._size)
            raise
        self._size += written


def heads_of(path: Path) -> Iterator[bytes]:
    """The heads of a file that may be in use by another process, or not be there."""
    with suppress(FileNotFoundError), path.open("rb") as file:
        for _, head, _ in _entries(file):
            yield head


def _framed(head: bytes, body: bytes) -> bytes:
    sizes = struct.pack("<II", len(head), len(body))
    checksum = zlib.crc32(body, zlib.crc32(head, zlib.crc32(sizes)))
    return b"".join((struct.pack("<I", checksum), sizes, head, body))


def _entries(file: BinaryIO) -> Iterator[tuple[int, bytes, int]]:
    """Place, head and end of each entry, up to the first that is not whole."""
    file.seek(0)
    if file.read(len(_START)) != _START:
        return
    place = len(_START)
    while len(frame := file.read(_FRAME.size)) == _FRAME.size:
        _, head, body = _FRAME.unpack(frame)
        content = file.read(head + body)
        if _framed(content[:head], content[head:])[: _FRAME.size] != frame:
            return
        end = place + len(frame) + len(content)
        yield place, content[:head], end
        place = end
