"""A batch of inputs: which of them are one content, and what becomes of each path."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from typing import Literal

from msgspec import Struct

from ..intake import media_type
from .engines import Engine, Work
from .hashing import PASSED_OVER, Input
from .journal import Journal
from .reading import Job, Mined, failed

Verdict = Literal["ok", "partial", "failed", "duplicate", "skipped"]


class InputRow(Struct, frozen=True):
    """What became of one path; a row of the `inputs` table.

    `path` is as shown (see `walk`), `size` in bytes, `reason` a code of `problems`.
    """

    path: str
    size: int
    sha256: str | None
    outcome: Verdict
    reason: str | None = None
    doc_id: str | None = None


class Outcome(Struct, frozen=True):
    """One path's row and, where it is the first path of a document, all its paths and what was
    mined."""

    row: InputRow
    paths: tuple[str, ...] = ()
    mined: Mined | None = None


class Batch:
    """Some inputs, in the order in which they are told of; about 100 bytes are held for each."""

    def __init__(self, inputs: Sequence[Input]) -> None:
        self.inputs = inputs
        self._first: dict[str, int] = {}
        self._others: dict[str, list[int]] = {}
        for i, item in enumerate(inputs):
            if item.sha256 and not item.reason and self._first.setdefault(item.sha256, i) != i:
                self._others.setdefault(item.sha256, []).append(i)

    def __len__(self) -> int:
        """How many contents there are to be read."""
        return len(self._first)

    def jobs(self) -> Iterator[Job]:
        """A job for each content, in the order of its first path."""
        return map(self._job, self._first)

    def outcomes(self, journal: Journal, arrivals: Iterable[object] = ()) -> Iterator[Outcome]:
        """One for every input, in their order.

        `arrivals` brings the jobs that the journal does not have into it, in any order, while it is
        iterated over; it is, to its end.
        """
        coming = iter(arrivals)
        for i, item in enumerate(self.inputs):
            if item.reason or not item.sha256:
                yield _not_read(item)
            elif self._first[item.sha256] != i:
                yield Outcome(_row(item, "duplicate", "same-content"))
            else:
                job = self._job(item.sha256)
                while job not in journal:
                    next(coming)
                mined = journal[job]
                paths = tuple(same.name for same in self._group(item.sha256))
                yield Outcome(_row(item, mined.status, mined.reason), paths, mined)
        for _ in coming:
            pass

    def _group(self, sha256: str) -> list[Input]:
        places = (self._first[sha256], *self._others.get(sha256, ()))
        return [self.inputs[place] for place in places]

    def _job(self, sha256: str) -> Job:
        """By the first name whose format can be read."""
        group = self._group(sha256)
        best = next((item for item in group if media_type(item.name)), group[0])
        return Job(best.path, best.name, sha256, best.inside, best.size)


def mine_jobs(
    jobs: Iterable[Job], journal: Journal, engine: Engine, work: Work[Job, Mined]
) -> Generator[tuple[Job, Mined]]:
    """Mine what the journal does not have, into the journal; each job as it is done."""
    with closing(engine((job for job in jobs if job not in journal), work)) as results:
        for job, result in results:
            mined = result if isinstance(result, Mined) else failed(result.code, result.detail)
            journal.add(job, mined)
            yield job, mined


def _not_read(item: Input) -> Outcome:
    reason = item.reason or ""
    if reason == "unreadable-folder":
        return Outcome(_row(item, "failed", reason))
    if reason in PASSED_OVER:
        return Outcome(InputRow(item.name, item.size, item.sha256, "skipped", reason))
    return Outcome(_row(item, "failed", reason), (item.name,), failed(reason, item.detail))


def _row(item: Input, outcome: Verdict, reason: str | None) -> InputRow:
    return InputRow(item.name, item.size, item.sha256, outcome, reason, item.sha256)
