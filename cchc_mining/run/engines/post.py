"""One place for a worker: who stands there is replaced as often as needed."""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from typing import Generic

import msgspec
from msgspec import Struct

from ...errors import LexiconError
from ..problems import WorkersError
from .interface import DIED, LATE, OUT_OF_MEMORY, Failed, J, Limits, R, Work
from .nursery import Nursery, Worker
from .sessions import kill
from .worker import DONE, HOPELESS

_ATTEMPTS = 2
_ATTEMPTS_IF_KILLED = 10
_STARTS = 8
_START_SECONDS = 120

# What a worker ends with when it was killed, or its parent was and told no more.  Files cannot do
# that: it is a person, or a system short of memory, which picks its victim by size and not by guilt.
_KILLED = (-int(getattr(signal, "SIGKILL", 9)), 255)


class _Lost(Struct, frozen=True):
    """How a worker ended over a job, and whether that tells anything about the job."""

    failed: Failed
    killed: bool = False


class Closed(Exception):  # noqa: N818
    """The engine is ending, and nobody waits for the job any more."""


class Post(Generic[J, R]):
    """Gives one job at a time to one worker at a time.

    `do` belongs to one thread; `look` and `close` may be called from another.
    """

    def __init__(self, nursery: Nursery, work: Work[J, R], limits: Limits) -> None:
        self._nursery = nursery
        self._limits = limits
        self._results = msgspec.msgpack.Decoder(work.returns)
        self._failures = msgspec.msgpack.Decoder(Failed)
        self._worker: Worker | None = None
        self._lock = threading.Lock()  # of all below
        self._deadline: float | None = None
        self._late = False
        self._closed = False

    def do(self, job: J) -> R | Failed:
        """What came of a job.

        Raises WorkersError, Closed, what pickling the job raises, and LexiconError where it was raised.

        A job that loses its worker is given to a new one, which has had no other.
        """
        times: Counter[bool] = Counter()
        while True:
            outcome = self._attempt(job)
            if not isinstance(outcome, _Lost):
                return outcome
            times[outcome.killed] += 1
            if times[False] == _ATTEMPTS or times[True] == _ATTEMPTS_IF_KILLED:
                return outcome.failed

    def look(self) -> None:
        """Kill the worker if it is late."""
        with self._lock:
            if self._worker and self._deadline and time.monotonic() > self._deadline:
                self._late = True
                self._deadline = None
                kill(self._worker.id)

    def close(self) -> None:
        """Let no job be done any more, not even the one that is."""
        with self._lock:
            self._closed = True
            if self._worker:
                kill(self._worker.id)

    def leave(self) -> int | None:
        """End the worker, if there is one; its exit code."""
        with self._lock:
            worker, self._worker = self._worker, None
        return self._nursery.end(worker) if worker else None

    def _attempt(self, job: J) -> R | Failed | _Lost:
        worker = self._worker or self._begin()
        try:
            with self._timed(self._limits.seconds):
                worker.pipe.send(job)
                answer = worker.pipe.recv_bytes(self._limits.memory)
        except (EOFError, OSError):
            return self._lost()
        if self._late:  # it was killed, but not before it answered
            self.leave()
        return self._understood(answer)

    def _understood(self, answer: bytes) -> R | Failed | _Lost:
        """An answer, not trusted: who wrote it has read a file that may be hostile."""
        content = memoryview(answer)[1:]
        try:
            if answer.startswith(DONE):
                return self._results.decode(content)
            if answer.startswith(HOPELESS):
                raise LexiconError(msgspec.msgpack.decode(content, type=str))
            failed = self._failures.decode(content)
        except msgspec.DecodeError as error:
            failed = Failed(DIED, f"answered what is no result: {error}")
        if failed.code not in (DIED, OUT_OF_MEMORY):
            return failed
        self.leave()
        return _Lost(failed)

    def _lost(self) -> _Lost:
        late = self._late
        exit_code = self.leave()
        if self._closed:
            raise Closed
        if late:
            return _Lost(Failed(LATE, f"more than {self._limits.seconds:g} seconds"))
        return _Lost(Failed(DIED, _ending(exit_code)), exit_code in _KILLED)

    def _begin(self) -> Worker:
        """Have a new worker, and wait until it is ready."""
        problem = ""
        for _ in range(_STARTS):
            try:
                worker = self._nursery.start()
            except OSError as error:
                problem = f"{type(error).__name__}: {error}"
                continue
            with self._lock:
                self._worker = worker
            try:
                with self._timed(_START_SECONDS):
                    worker.pipe.recv_bytes()
                    return worker
            except (EOFError, OSError):
                problem = self._lost().failed.detail
        raise WorkersError(problem)

    @contextmanager
    def _timed(self, seconds: float) -> Generator[None]:
        with self._lock:
            if self._closed and self._worker:
                kill(self._worker.id)
            self._late = False
            self._deadline = time.monotonic() + seconds
        try:
            yield
        finally:
            with self._lock:
                self._deadline = None


def _ending(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"exit code {exit_code}"
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"signal {-exit_code}"
