"""ZIP archives as containers of documents."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO

from ...errors import IntakeError
from ..kinds import kind_of_archive
from ..limits import MOST_MEMBERS
from ..zipping import Budget, open_zip, unpack
from .member import Member, Names

_UTF8_NAME = 0x800


def open_archive(file: BinaryIO, name: str) -> list[Member] | None:
    """The files in an archive, in its order; null where it is a document of a format packed so.

    Raises IntakeError with code `damaged`, `empty` or `too-many-members`.
    """
    archive = open_zip(file, name)
    if kind_of_archive(archive) != ".zip":
        return None
    found = [info for info in archive.infolist() if not info.is_dir()]
    if not found:
        raise IntakeError("empty", f"{name}: the archive is empty")
    if len(found) > MOST_MEMBERS:
        raise IntakeError(
            "too-many-members", f"{name}: {len(found)} files; at most {MOST_MEMBERS} are read"
        )
    names = Names()
    return [
        Member(shown := names.give(_name(info)), _unpacks(archive, info, shown)) for info in found
    ]


def _unpacks(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str
) -> Callable[[Budget], Iterator[bytes]]:
    return lambda budget: unpack(archive, info, budget, name)


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name; programs that do not say so also write UTF-8."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    return raw.decode("utf-8", "surrogateescape")
