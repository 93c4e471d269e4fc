"""Files that hold files: ZIP archives and e-mail messages.

Members are found by where they are ('the 3rd member of the 1st member of the file'), never by a
path made of their names, and nothing is written to disk.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, cast

from ...errors import IntakeError
from ...records import SourceText
from ..kinds import ZIP, kind_of
from ..limits import DEEPEST_CONTAINER, MOST_MEMBERS, MOST_UNPACKED
from ..places import is_url, name_of, open_file
from ..zipping import Budget
from .archive import open_archive
from .member import Member
from .message import open_message, read_message

DEEPEST = DEEPEST_CONTAINER
"""How many containers may lie in one another."""

ENDINGS = (".zip", ".eml")

_HEAD = 4096


def open_container(file: BinaryIO, name: str) -> list[Member] | None:
    """The members of a container; null where the file is none, whatever its name says.

    An archive is read where it lies, a message as a whole.  Raises IntakeError with code
    `damaged`, `empty`, `malformed` or `too-many-members`.
    """
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        return None
    head = file.read(_HEAD)
    file.seek(0)
    if ending == ".zip":
        return open_archive(file, name) if head.startswith(ZIP) else None
    return None if kind_of(head, ending, name) else open_message(file.read(), name)


def refuse_archive(data: bytes, name: str) -> SourceText:
    """Say why an archive has no text of its own.

    Raises IntakeError with code `container`, or as `open_container`.
    """
    open_archive(io.BytesIO(data), name)
    raise IntakeError("container", f"{name}: is an archive; its members are read by themselves")


def load_member(path: str | Path, inside: Sequence[int], name: str, limit: int) -> bytes:
    """The bytes of a member: `inside` says which member of the file, which member of that, and so on.

    Raises IntakeError with code `changed` where there is no such member (any more), `too-large`
    (more than `limit` bytes), and those of `open_container` and `Member.unpack`.
    """
    try:
        members = _members(str(path), tuple(inside[:-1]), *_version(path), limit)
    except OSError as error:
        raise IntakeError("unreadable", f"{name}: {error.strerror or error}") from error
    if inside[-1] >= len(members):
        raise IntakeError("changed", f"{name}: is no longer in its container")
    return unpacked(members[inside[-1]], Budget(MOST_UNPACKED), limit)


def _version(path: str | Path) -> tuple[int, int]:
    """When a file was modified, and its size; of a URL, which is asked for nothing, zeros."""
    if is_url(path):
        return 0, 0
    status = Path(path).stat()
    return status.st_mtime_ns, status.st_size


class _Held(io.FileIO):
    """A file that is open as long as somebody has it."""

    def __del__(self) -> None:
        self.close()


# Members are loaded one after the other: what they lie in is opened once, while it does not change.
@lru_cache(maxsize=2)
def _members(
    path: str, inside: tuple[int, ...], modified: int, size: int, limit: int
) -> Sequence[Member]:
    if inside:
        around = _members(path, inside[:-1], modified, size, limit)
        own = around[inside[-1]] if inside[-1] < len(around) else None
        if own is None:
            return ()
        found = open_container(io.BytesIO(unpacked(own, Budget(MOST_UNPACKED), limit)), own.name)
    elif is_url(path):
        found = open_container(open_file(path), name_of(path))
    else:
        found = open_container(cast(BinaryIO, _Held(path)), path)
    return found or ()


def unpacked(member: Member, budget: Budget, limit: int) -> bytes:
    """The bytes of a member.  Raises IntakeError as `Member.unpack`, and with code `too-large`."""
    pieces: list[bytes] = []
    size = 0
    for piece in member.unpack(budget):
        size += len(piece)
        if size > limit:
            raise IntakeError("too-large", f"{member.name}: at most {limit} bytes are read")
        pieces.append(piece)
    return b"".join(pieces)


__all__ = [
    "DEEPEST",
    "ENDINGS",
    "MOST_MEMBERS",
    "MOST_UNPACKED",
    "Budget",
    "Member",
    "load_member",
    "open_container",
    "read_message",
    "refuse_archive",
    "unpacked",
]
