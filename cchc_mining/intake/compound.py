"""Compound files (MS-CFB), the container of the old office formats: one stream of them by name."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_SECTOR = 0xFFFFFFF9
_IN_HEADER = 109  # sectors of the allocation table that the header lists
_ENTRY = 128
_STREAM, _ROOT = 2, 5


def read_stream(data: bytes, *names: str) -> bytes | None:
    """The first stream of one of these names; null where there is none or the file is damaged."""
    try:
        return _File(data).stream(names) if data.startswith(_SIGNATURE) else None
    except (struct.error, IndexError, ValueError):
        return None


class _File:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if not 7 <= shift <= 16 or mini_shift >= shift:
            raise ValueError("sectors of no size in use")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        (directory,) = struct.unpack_from("<I", data, 48)
        self._cutoff, mini = struct.unpack_from("<II", data, 56)
        self._table = self._allocation()
        self._entries = self._chain(directory)
        self._mini_table = _numbers(self._chain(mini))
        self._mini_stream: bytes | None = None

    def stream(self, names: Sequence[str]) -> bytes | None:
        """The first stream of one of these names."""
        for at in range(0, len(self._entries) - _ENTRY + 1, _ENTRY):
            entry = self._entries[at : at + _ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", entry, 116)
            if kind == _ROOT:
                self._mini_stream = self._chain(start)[:size]
            elif kind == _STREAM and name in names:
                return self._content(start, size)
        return None

    def _content(self, start: int, size: int) -> bytes:
        if size >= self._cutoff or self._mini_stream is None:
            return self._chain(start)[:size]
        pieces: list[bytes] = []
        for sector in _sectors(start, self._mini_table):
            at = sector * self._mini_size
            pieces.append(self._mini_stream[at : at + self._mini_size])
        return b"".join(pieces)[:size]

    def _allocation(self) -> list[int]:
        """For every sector the one that follows it."""
        first, count = struct.unpack_from("<II", self._data, 68)
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        for _ in range(min(count, len(self._data) // self._size)):
            *more, first = _numbers(self._sector(first))
            listed += more
        table: list[int] = []
        for sector in listed[: len(self._data) // self._size]:
            if sector <= _LARGEST_SECTOR:
                table += _numbers(self._sector(sector))
        return table

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _sectors(start, self._table)))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]


def _sectors(start: int, table: list[int]) -> list[int]:
    """A chain of sectors; a chain that leads back to itself ends."""
    chain: list[int] = []
    while start < len(table) and len(chain) <= len(table):
        chain.append(start)
        start = table[start]
    return chain


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))
