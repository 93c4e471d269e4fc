"""Each input's size and content hash, read in pieces; of containers, those of what is in them."""

from __future__ import annotations

import hashlib
import heapq
import io
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import BinaryIO

import msgspec
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
from ..intake.places import open_file
from .engines import Engine, Failed, Serial, Work
from .walking import Found, is_system_file

_PIECE = 1 << 20
_TOGETHER = 1000  # files hashed before the containers among them are opened

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


def identify(
    found: Iterable[Found],
    limit: int = DEFAULT_LIMIT,
    engine: Engine | None = None,
    modules: tuple[str, ...] = (),
) -> Iterator[Input]:
    """Hash every file found; one that cannot be read gets the reason `unreadable`.

    Archives get the reason `container` and are followed by their members, messages by what is
    attached to them, and so on inward.  If the files come in the order of their names, so do all.
    `limit` is the largest message or inner container opened, in bytes.  Containers are opened by
    the `engine` (default: in this process), with `modules` as in `Work`; files are only hashed here.
    """
    waiting: list[tuple[str, int, Input]] = []  # members whose turn comes after other files
    count = 0
    for own, *members in _with_members(iter(found), limit, engine or Serial(), modules):
        while waiting and waiting[0][0] < own.name:
            yield heapq.heappop(waiting)[-1]
        yield own
        for member in members:
            heapq.heappush(waiting, (member.name, count := count + 1, member))
    while waiting:
        yield heapq.heappop(waiting)[-1]


def _with_members(
    found: Iterator[Found], limit: int, engine: Engine, modules: tuple[str, ...]
) -> Iterator[list[Input]]:
    """Each file found, followed by what is in it."""
    work = Work(partial(_list, limit=limit), list[Input], modules)
    while some := [_hashed(item) for item in islice(found, _TOGETHER)]:
        contents = {own.path: [own] for own in some}
        containers = [own for own in some if _may_hold(own, limit)]
        for own, inside in engine(containers, work) if containers else ():
            contents[own.path] = _listed(own, inside)
        yield from contents.values()


def _hashed(item: Found) -> Input:
    if item.reason:
        return Input(item.path, item.name, reason=item.reason)
    try:
        return Input(item.path, item.name, *_content(item.path))
    except OSError as error:
        return _unreadable(item, error)


def _may_hold(own: Input, limit: int) -> bool:
    """Whether a file may hold others, by its name; archives are not read as a whole."""
    ending = _ending(own.name)
    return not own.reason and ending in ENDINGS and (ending == ".zip" or own.size <= limit)


def _list(own: Input, limit: int) -> list[Input]:
    """A container and what is in it, all without the path, which need not be Unicode."""
    try:
        with open_file(own.path) as file:
            inside = list(_Contents(limit).of_container(own, file))
    except OSError as error:
        inside = [_unreadable(own, error)]
    return [msgspec.structs.replace(item, path="") for item in inside]


def _listed(own: Input, inside: list[Input] | Failed) -> list[Input]:
    if isinstance(inside, Failed):
        return [msgspec.structs.replace(own, reason=inside.code, detail=inside.detail)]
    return [msgspec.structs.replace(item, path=own.path) for item in inside]


def _unreadable(item: Found | Input, error: OSError) -> Input:
    detail = error.strerror or type(error).__name__
    return Input(item.path, item.name, reason="unreadable", detail=detail)


def _content(path: str) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    with open_file(path) as file:
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

    def of_container(self, own: Input, file: BinaryIO) -> Iterator[Input]:
        """The file itself and everything in it."""
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
            yield from self.of_container(own, kept)
        else:
            yield own


def _passed_over(item: Input, reason: str) -> Input:
    return Input(item.path, item.name, item.size, item.sha256, reason, inside=item.inside)


def _refused(item: Input, error: IntakeError) -> Input:
    return Input(item.path, item.name, item.size, None, error.code, str(error), inside=item.inside)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
