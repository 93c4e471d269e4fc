"""The plain engine: one job after the other, in this process, which a bad file can then end."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from .attempt import attempt
from .interface import Failed, J, R, Stop, Work


class Serial:
    """An engine for tests and for a few files; it keeps no limits."""

    def __init__(self, stop: Stop | None = None) -> None:
        self._stop = stop or Stop()

    def __call__(self, jobs: Iterable[J], work: Work[J, R], /) -> Generator[tuple[J, R | Failed]]:
        """See `Engine`."""
        waiting = iter(jobs)
        while not self._stop.asked:
            try:
                job = next(waiting)
            except StopIteration:
                return
            yield job, attempt(work, job)
