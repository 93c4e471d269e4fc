"""ZIP archives opened with care: what is packed in them is counted while it is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from ..errors import IntakeError

MOST_RATIO = 200
"""How many bytes a packed byte may become.  Text rarely reaches 30; a bomb is near 1,000."""

_FREE_OF_RATIO = 4 << 20  # a small part may be one letter a million times: it hurts nobody
_PIECE = 1 << 20
_ENCRYPTED = 0x1

FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    IndexError,
    NotImplementedError,  # a way of packing that Python does not know
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises of archives that are not as they should be."""


class Budget:
    """How many more bytes may be unpacked."""

    __slots__ = ("_left",)

    def __init__(self, most: int) -> None:
        self._left = most

    def spend(self, count: int, name: str) -> None:
        """Take `count` bytes; raises IntakeError with code `too-large-inside` where none are left."""
        self._left -= count
        if self._left < 0:
            raise IntakeError("too-large-inside", f"{name}: more is packed in it than is unpacked")


def open_zip(file: BinaryIO, name: str) -> zipfile.ZipFile:
    """The archive in a file.  Raises IntakeError with code `damaged`."""
    try:
        return zipfile.ZipFile(file)
    except FAULTS as error:
        raise IntakeError("damaged", f"{name}: the archive cannot be opened: {error}") from error


def unpack(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget, name: str
) -> Iterator[bytes]:
    """The bytes of one member, piece by piece.

    Raises IntakeError with code `encrypted`, `damaged` or `too-large-inside`.
    """
    if member.flag_bits & _ENCRYPTED:
        raise IntakeError("encrypted", f"{name}: protected by a password")
    done = 0
    most = max(_FREE_OF_RATIO, MOST_RATIO * member.compress_size)
    try:
        with archive.open(member) as stream:
            while piece := stream.read(_PIECE):
                done += len(piece)
                if done > most:
                    raise IntakeError(
                        "too-large-inside",
                        f"{name}: {member.compress_size} bytes unpack to more than {most}",
                    )
                budget.spend(len(piece), name)
                yield piece
    except FAULTS as error:
        raise IntakeError("damaged", f"{name}: {error or type(error).__name__}") from error
