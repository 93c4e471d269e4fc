"""Supervised worker processes on this machine.

One thread for each worker gives it a job and waits for its answer or its end; so a worker has one
job at a time, and it is clear which one it ended over.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Generic

from .interface import Failed, J, Limits, R, Stop, Work
from .nursery import Nursery
from .post import Closed, Post

_LOOK_SECONDS = 0.1
_AHEAD = 3  # jobs taken for each worker: the one it has, one that waits, one whose result waits


class Local:
    """An engine of some worker processes (default: one a core), with limits for each job.

    What libraries print is appended to `log`; it is lost where there is none.  Raises WorkersError
    where workers cannot be started, LexiconError as `Work` says.
    """

    def __init__(
        self,
        workers: int | None = None,
        limits: Limits | None = None,
        *,
        stop: Stop | None = None,
        log: Path | None = None,
    ) -> None:
        self._workers = workers or os.cpu_count() or 1
        self._limits = limits or Limits()
        self._stop = stop or Stop()
        self._log = log

    def __call__(self, jobs: Iterable[J], work: Work[J, R], /) -> Generator[tuple[J, R | Failed]]:
        """See `Engine`."""
        with Nursery(work, self._limits, self._log) as nursery:
            crew = _Crew([Post(nursery, work, self._limits) for _ in range(self._workers)])
            try:
                yield from self._results(iter(jobs), crew)
            finally:
                crew.close()

    def _results(self, jobs: Iterator[J], crew: _Crew[J, R]) -> Generator[tuple[J, R | Failed]]:
        more = True
        while not self._stop.at_once:
            while more and crew.has_room and not self._stop.asked:
                try:
                    crew.give(next(jobs))
                except StopIteration:
                    more = False
            if self._stop.asked:
                more = False
                crew.take_back()
            if not crew.is_busy:
                return
            if (result := crew.result()) is not None:
                yield result


class _Crew(Generic[J, R]):
    """A thread for each post, as far as there are jobs, and the queues to and from them."""

    def __init__(self, posts: list[Post[J, R]]) -> None:
        self._posts = posts
        self._threads: list[threading.Thread] = []
        self._jobs: queue.SimpleQueue[tuple[J] | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[tuple[J, R | Failed] | Exception] = queue.SimpleQueue()
        self._under_way = 0

    @property
    def is_busy(self) -> bool:
        """Whether there is a job whose result has not been taken."""
        return self._under_way > 0

    @property
    def has_room(self) -> bool:
        """Whether another job may be given."""
        return self._under_way < _AHEAD * len(self._posts)

    def give(self, job: J) -> None:
        """Have a job done by the next who is free."""
        self._under_way += 1
        self._jobs.put((job,))
        if len(self._threads) < min(self._under_way, len(self._posts)):
            post = self._posts[len(self._threads)]
            self._threads.append(threading.Thread(target=self._serve, args=(post,), daemon=True))
            self._threads[-1].start()

    def take_back(self) -> None:
        """Forget the jobs that nobody has begun."""
        try:
            while True:
                self._jobs.get_nowait()
                self._under_way -= 1
        except queue.Empty:
            return

    def result(self) -> tuple[J, R | Failed] | None:
        """What came of one job, if anything comes soon.  Raises what ended a thread."""
        for post in self._posts:
            post.look()
        try:
            result = self._results.get(timeout=_LOOK_SECONDS)
        except queue.Empty:
            return None
        if isinstance(result, Exception):
            raise result
        self._under_way -= 1
        return result

    def close(self) -> None:
        """End all workers, whatever they do, and then the threads."""
        self.take_back()
        for post in self._posts:
            post.close()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self, post: Post[J, R]) -> None:
        try:
            while (given := self._jobs.get()) is not None:
                (job,) = given
                self._results.put((job, post.do(job)))
        except Closed:
            pass
        except Exception as error:
            self._results.put(error)
        finally:
            post.leave()
