"""Each input's size and content hash, read in pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from .walking import Found

_PIECE = 1 << 20


class Input(Struct, frozen=True, gc=False):
    """One path with what identifies its content.

    `path` opens it, `name` shows it.  `sha256` is the hash of its bytes, null where they were not
    read; `reason` then says why, and `detail` what the system said.
    """

    path: str
    name: str
    size: int = 0
    sha256: str | None = None
    reason: str | None = None
    detail: str = ""


def identify(found: Iterable[Found]) -> Iterator[Input]:
    """Hash every file found; one that cannot be read gets the reason `unreadable`."""
    for item in found:
        if item.reason:
            yield Input(item.path, item.name, reason=item.reason)
            continue
        try:
            size, sha256 = _content(item.path)
        except OSError as error:
            detail = error.strerror or type(error).__name__
            yield Input(item.path, item.name, reason="unreadable", detail=detail)
        else:
            yield Input(item.path, item.name, size, sha256)


def _content(path: str) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    with Path(path).open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()
