"""Where worker processes come from, and what is left of them.

Pebble 5.2.3 passed with files that exit, crash, spin or allocate, but its workers share one pipe and
one lock: of workers killed at random the second to seventh broke the pool for all jobs to come
('All workers expired'), and a job that one of them had been given was never answered.  So each
worker here has a pipe of its own, nothing is shared, and answers are MessagePack, not pickles.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..problems import WorkersError
from .interface import Limits, Work
from .sessions import end_session, keep_watch
from .worker import serve

_STARTS = 8  # attempts to start a process
_PAUSE = 0.05  # seconds before the second, twice that before the third ...


class Worker(Struct, frozen=True):
    """A worker process: its process id, our end of the pipe to it, its folder for temporary files."""

    id: int
    pipe: Connection
    folder: Path
    process: BaseProcess


class Nursery:
    """Starts workers and ends them, from any thread, with whatever they left behind.

    Raises WorkersError where no process can be started.
    """

    def __init__(self, work: Work[Any, Any], limits: Limits, log: Path | None) -> None:
        self._work = work
        self._limits = limits
        self._log = str(log or os.devnull)
        self._lock = threading.Lock()
        self._count = 0
        # Forked from a process that has loaded what they need and runs no threads, where possible.
        self._forks = "forkserver" in multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context("forkserver" if self._forks else "spawn")
        if self._forks:
            self._context.set_forkserver_preload([__name__, *work.modules])

    def __enter__(self) -> Nursery:
        self._folder = Path(tempfile.mkdtemp(prefix="cchc-"))
        try:
            self._watch, self._watched = self._start(keep_watch, str(self._folder))
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._watched.close()
        self._watch.join()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> Worker:
        """A new worker, which says so when it is ready.  Raises OSError, WorkersError."""
        with self._lock:
            self._count += 1
            folder = self._folder / str(self._count)
            folder.mkdir()
            process, pipe = self._start(
                serve, self._work, self._limits.memory, str(folder), self._log
            )
            worker = Worker(process.pid or 0, pipe, folder, process)
            self._tell(worker.id)
        return worker

    def end(self, worker: Worker) -> int | None:
        """End a worker and all that it started; its exit code, or minus the signal it died by."""
        with self._lock:
            end_session(worker.id)
            worker.process.join()
            self._tell(-worker.id)
        worker.pipe.close()
        shutil.rmtree(worker.folder, ignore_errors=True)
        return worker.process.exitcode

    def _start(self, function: Any, *arguments: Any) -> tuple[BaseProcess, Connection]:
        """A new process; where the one that forks it is killed meanwhile, another forks it."""
        problem = ""
        for attempt in range(_STARTS):
            time.sleep(attempt * _PAUSE)  # who was killed takes a moment to be gone
            try:
                return self._start_once(function, *arguments)
            except (EOFError, OSError) as error:
                problem = f"{type(error).__name__}: {error}"
        raise WorkersError(problem)

    def _start_once(self, function: Any, *arguments: Any) -> tuple[BaseProcess, Connection]:
        ours, theirs = self._context.Pipe()
        try:
            process = self._context.Process(target=function, args=(theirs, *arguments), daemon=True)
            with _no_interrupts():
                if self._forks:
                    forkserver.ensure_running()
                else:
                    process.start()
            if self._forks:  # once the server has loaded what it needs; meanwhile we must hear
                process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return process, ours

    def _tell(self, process: int) -> None:
        with suppress(OSError):  # it is gone; workers then still end with their pipes
            self._watched.send(process)


@contextmanager
def _no_interrupts() -> Generator[None]:
    """Start processes deaf to Ctrl-C, which is for this one to hear."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # started later, it would make us hear again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
