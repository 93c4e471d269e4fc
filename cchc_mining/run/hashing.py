"""Each input's size and content hash, read in pieces; of containers, those of what is in them."""

from __future__ import annotations

import hashlib
import heapq
import io
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from msgspec import Struct

from ..errors import IntakeError
from ..intake import DEFAULT_LIMIT
from ..intake.containers import (
    DEEPEST,
    ENDINGS,
    MOST_MEMBERS,
    MOST_UNPACKED,
    Budget,
    Member,
    open_container,
)
from .walking import Found, is_system_file

_PIECE = 1 << 20

PASSED_OVER = frozenset(("system-file", "linked-folder", "not-a-file", "container"))
"""Reasons of inputs that are not to be read; other reasons are failures."""


class Input(Struct, frozen=True, gc=False):
    """One path with what identifies its content.

    `path` opens it, `name` shows it.  `sha256` is the hash of its bytes, null where they were not
    read.  Where it is not to be read (any further), `reason` says why, and `detail` what the
    system said.  Of a member of a container `path` is the file that it is in the end in, and
    `inside` leads to it from there (see `intake.load`).
    """

    path: str
    name: str
    size: int = 0
    sha256: str | None = None
    reason: str | None = None
    detail: str = ""
    inside: tuple[int, ...] = ()


def identify(found: Iterable[Found], limit: int = DEFAULT_LIMIT) -> Iterator[Input]:
    """Hash every file found; one that cannot be read gets the reason `unreadable`.

    Archives get the reason `container` and are followed by their members, messages by what is
    attached to them, and so on inward.  If the files come in the order of their names, so do all.
    `limit` is the largest message or inner container opened, in bytes.
    """
    waiting: list[tuple[str, int, Input]] = []  # members whose turn comes after other files
    count = 0
    for item in found:
        while waiting and waiting[0][0] < item.name:
            yield heapq.heappop(waiting)[-1]
        for own in _identify(item, limit):
            if own.inside:
                heapq.heappush(waiting, (own.name, count := count + 1, own))
            else:
                yield own
    while waiting:
        yield heapq.heappop(waiting)[-1]


def _identify(item: Found, limit: int) -> Iterator[Input]:
    if item.reason:
        yield Input(item.path, item.name, reason=item.reason)
        return
    try:
        size, sha256 = _content(item.path)
        own = Input(item.path, item.name, size, sha256)
        yield from _Contents(limit).of_file(own)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        yield Input(item.path, item.name, reason="unreadable", detail=detail)


def _content(path: str) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    with Path(path).open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()


class _Contents:
    """What is in one file, however deep; its limits hold for all of it together."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._budget = Budget(MOST_UNPACKED)
        self._members_left = MOST_MEMBERS

    def of_file(self, own: Input) -> Iterator[Input]:
        """The file itself and everything in it."""
        ending = _ending(own.name)
        if ending not in ENDINGS or (ending != ".zip" and own.size > self._limit):
            yield own
            return
        with Path(own.path).open("rb") as file:
            yield from self._of_container(own, file)

    def _of_container(self, own: Input, file: BinaryIO) -> Iterator[Input]:
        try:
            members = open_container(file, own.name)
        except IntakeError:  # its reader will say the same again
            members = None
        if members is None:
            yield own
            return
        if len(own.inside) >= DEEPEST:
            yield _refused(own, IntakeError("nested-too-deep", own.name))
            return
        self._members_left -= len(members)
        if self._members_left < 0:
            yield _refused(own, IntakeError("too-many-members", own.name))
            return
        # A message is a document too; an archive is not.
        yield _passed_over(own, "container") if _ending(own.name) == ".zip" else own
        for i, member in enumerate(members):
            yield from self._of_member(own, member, i)

    def _of_member(self, container: Input, member: Member, i: int) -> Iterator[Input]:
        name = f"{container.name}!{member.name}"
        own = Input(container.path, name, inside=(*container.inside, i))
        if any(map(is_system_file, PurePosixPath(member.name).parts)):
            yield _passed_over(own, "system-file")
            return
        kept = io.BytesIO() if _ending(name) in ENDINGS else None
        digest = hashlib.sha256()
        size = 0
        try:
            for piece in member.unpack(self._budget):
                digest.update(piece)
                size += len(piece)
                if kept and size <= self._limit:
                    kept.write(piece)
        except IntakeError as error:
            yield _refused(own, error)
            return
        own = Input(own.path, name, size, digest.hexdigest(), inside=own.inside)
        if kept and size <= self._limit:
            kept.seek(0)
            yield from self._of_container(own, kept)
        else:
            yield own


def _passed_over(item: Input, reason: str) -> Input:
    return Input(item.path, item.name, item.size, item.sha256, reason, inside=item.inside)


def _refused(item: Input, error: IntakeError) -> Input:
    return Input(item.path, item.name, item.size, None, error.code, str(error), inside=item.inside)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
