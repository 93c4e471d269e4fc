"""ZIP archives opened with care: what is packed in them is counted while it is unpacked."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from ..errors import IntakeError
from .limits import LARGEST_DIRECTORY, MOST_IN_PARTS, MOST_RATIO

_FREE_OF_RATIO = 4 << 20  # a small part may be one letter a million times: it hurts nobody
_PIECE = 1 << 20
_ENCRYPTED = 0x1
_END, _WIDE_END, _SEE_WIDE = b"PK\x05\x06", b"PK\x06\x06", 0xFFFFFFFF
_LONGEST_END = (1 << 16) + 22 + 20 + 56  # the comment and the three records after the list
# Where a package of OpenDocument says how its parts are encrypted.
_MANIFEST, _LOCKED_PART = "META-INF/manifest.xml", b"encryption-data"

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
    """The archive in a file.  Raises IntakeError with code `damaged` or `too-many-members`."""
    try:
        if _directory_length(file) > LARGEST_DIRECTORY:
            raise IntakeError("too-many-members", f"{name}: its list of members is too long")
        return zipfile.ZipFile(file)
    except FAULTS as error:
        raise IntakeError("damaged", f"{name}: the archive cannot be opened: {error}") from error


def _directory_length(file: BinaryIO) -> int:
    """How long an archive says that the list of its members is, which is read as a whole.

    It says so at its end: 'PK56', 8 bytes, the length, 6 bytes and a comment (APPNOTE, 4.3.16).
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(max(size - _LONGEST_END, 0))
    end = file.read()
    file.seek(0)
    at = end.rfind(_END)
    length = struct.unpack_from("<I", end, at + 12)[0] if 0 <= at <= len(end) - 22 else 0
    wide = end.rfind(_WIDE_END)  # of archives too large for that
    if length == _SEE_WIDE and 0 <= wide <= len(end) - 56:
        length = struct.unpack_from("<Q", end, wide + 40)[0]
    return length


def check_package(data: bytes, name: str) -> None:
    """Unpack a document that another program will unpack, to see that it can; keep nothing of it.

    Of what is not packed nothing is said.  Raises IntakeError with code `encrypted`,
    `too-large-inside`, or as `open_zip`.
    """
    if not data.startswith(b"PK\x03\x04"):
        return
    archive = open_zip(io.BytesIO(data), name)
    budget = Budget(MOST_IN_PARTS)
    for member in archive.infolist():
        for piece in unpack(archive, member, budget, f"{name}: {member.filename}"):
            if member.filename == _MANIFEST and _LOCKED_PART in piece:
                raise IntakeError("encrypted", f"{name}: protected by a password")


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
