"""What has been mined, content by content, kept as it comes: a run that is cut short goes on from
here, and the next one takes over from here what has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from ..closing import Closable
from ..intake import media_type
from ..records import Status
from .entries import EntryFile, heads_of
from .reading import Job, Mined

_NAME = "journal"


class Maker(Struct, frozen=True):
    """What decides what is made of a content, as digests of program and options.

    What limits an attempt, such as its time, decides of failures alone.
    """

    mined: bytes
    failed: bytes

    def of(self, status: Status) -> bytes:
        """The digest that entries of that status must have to stand."""
        return self.failed if status == "failed" else self.mined


class Head(Struct, frozen=True, array_like=True):
    """What is told of an entry without reading its body: the fields of Mined, and what it is of."""

    content: bytes
    maker: bytes
    status: Status
    reason: str | None = None
    message: str = ""
    passing: bool = False


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Head).decode


class Known:
    """Which contents have been mined; about 150 bytes are held for each.

    Forgotten are failures that may pass and, where `retry` says so, all failures.
    """

    def __init__(self, maker: Maker, *, retry: bool = False) -> None:
        self._maker = maker
        self._retry = retry
        self._places: dict[bytes, int] = {}
        self._outdated: set[bytes] = set()

    def note(self, head: Head, place: int = 0) -> None:
        """Take notice of an entry made by an earlier run."""
        if head.maker != self._maker.of(head.status):
            self._outdated.add(head.content)
        elif not head.passing and not (self._retry and head.status == "failed"):
            self._places[head.content] = place

    def __contains__(self, job: Job) -> bool:
        return self._place(job) is not None

    def has_failed(self, job: Job) -> bool:
        """Whether a content is known to have failed."""
        return _keys(job)[1] in self._places

    def is_outdated(self, job: Job) -> bool:
        """Whether a content was mined by another program or with other options, and not by this."""
        return job not in self and not self._outdated.isdisjoint(_keys(job))

    def _place(self, job: Job) -> int | None:
        return next((self._places[key] for key in _keys(job) if key in self._places), None)


class Journal(Known, Closable):
    """The journal in a folder, for one run at a time.

    Raises OSError where it cannot be read or written.
    """

    def __init__(self, folder: Path, maker: Maker, *, retry: bool = False) -> None:
        super().__init__(maker, retry=retry)
        self._folder = folder
        folder.mkdir(exist_ok=True)
        self._entries = EntryFile(folder / _NAME)
        self._count = 0
        for place, head in self._entries.heads():
            self.note(_decode(head), place)
            self._count += 1

    def close(self) -> None:
        """Close the file, and remove one that holds nothing."""
        self._entries.close()
        if not self._places and not self._outdated:  # nothing that is worth a file
            self._entries.path.unlink()
            with suppress(OSError):
                self._folder.rmdir()

    def __getitem__(self, job: Job) -> Mined:
        place = self._place(job)
        if place is None:
            raise KeyError(job.name)
        raw, data = self._entries.read(place)
        head = _decode(raw)
        return Mined(head.status, data, head.reason, head.message, head.passing)

    def add(self, job: Job, mined: Mined) -> None:
        """Keep what was mined; it stands whatever happens to this process."""
        head = Head(
            _keys(job)[mined.status == "failed"],
            self._maker.of(mined.status),
            *(mined.status, mined.reason, mined.message, mined.passing),
        )
        self._places[head.content] = self._entries.append(_encode(head), mined.data)
        self._count += 1

    def keep_only(self, jobs: Iterable[Job]) -> None:
        """Forget all contents but some, where these are less than half of the entries."""
        places = sorted({place for place in map(self._place, jobs) if place is not None})
        if 2 * len(places) >= self._count:
            return
        path = self._entries.path.with_suffix(".new")
        path.unlink(missing_ok=True)
        kept = EntryFile(path)
        for place in places:
            kept.append(*self._entries.read(place))
        kept.sync()
        kept.close()
        self._entries.close()
        path.replace(self._entries.path)


def known_in(folder: Path, maker: Maker, *, retry: bool = False) -> Known:
    """What the journal in a folder has, if there is one; nothing is written."""
    known = Known(maker, retry=retry)
    for head in heads_in(folder):
        known.note(head)
    return known


def heads_in(folder: Path) -> Iterator[Head]:
    """The entries of the journal in a folder, if there is one; a run may be writing it."""
    return map(_decode, heads_of(folder / _NAME))


def _keys(job: Job) -> tuple[bytes, bytes]:
    """How to find what was made of a content, and that nothing could be made of it.

    The same bytes are read otherwise under the name of another format; a file that failed is tried
    again under any other name.
    """
    kind = media_type(job.name)
    return digest(job.sha256, kind), digest(job.sha256, kind, job.name)


def digest(*parts: object) -> bytes:
    """A short digest of some values."""
    return hashlib.blake2b(msgspec.json.encode(parts), digest_size=16).digest()
