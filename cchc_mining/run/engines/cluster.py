"""Workers on the machines of a Ray cluster.

Jobs travel in shards, each of them a Ray task, and in that a `Local` engine of one worker: files are
read in a process of ours, limited and supervised as on one machine, and a file that ends it is found
out in the same way.  Ray starts the tasks and tells when one is lost with its machine.  Results come
back as Parquet files in a folder that all machines share, and not through the memory of Ray, which
holds what it is given until it is full.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import tempfile
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import Any, Generic

from msgspec import Struct

from ...errors import LexiconError
from ..problems import ClusterError, MissingPackageError, WorkersError
from .interface import DIED, Failed, J, Limits, R, Stop, Work

_FIRST_JOBS, _MOST_JOBS = 8, 256  # of a shard: few at first, so that all cores soon have some
_MOST_BYTES = 8 << 20  # of the files in a shard, where jobs tell their size
_AHEAD = 2  # shards for each core: one that is worked on, one that waits
_ATTEMPTS = 3
_LOOK_SECONDS = 0.2
_END_SECONDS = 20
_KNOCK_SECONDS = 20
_FOLDER = "cchc-shards-"
_OBJECTS_BYTES = 128 << 20  # what a cluster started here sets aside for objects: there are none


class Ray:
    """An engine of the machines of a Ray cluster, with limits for each job.

    `address` is that of the cluster (default: the environment's RAY_ADDRESS), unless this process
    is connected to one already; where there is none, one is started here and ended with the work.
    `workers` is how many shards are worked on at a time (default: one a core).  `folder` is where
    results are passed on, under the same path on all machines; one run at a time has it, and removes
    what a killed one left (default: a temporary folder, which serves one machine alone).  The
    machines must have this program in the same version, and find the inputs under the same paths.
    For `limits` and `log` see `Local`.

    Asked to stop, it finishes the jobs that are begun, and drops the rest of their shards.  A shard
    that is lost with the process or the machine that had it is tried once more, then each of its
    jobs alone.  Raises MissingPackageError without Ray, ClusterError where the cluster is not
    reached or the folder not shared, WorkersError where workers cannot be started.
    """

    def __init__(
        self,
        workers: int | None = None,
        limits: Limits | None = None,
        *,
        stop: Stop | None = None,
        log: Path | None = None,
        address: str | None = None,
        folder: Path | None = None,
    ) -> None:
        self._workers = workers
        self._limits = limits or Limits()
        self._stop = stop or Stop()
        self._log = log and log.absolute()  # tasks have working folders of their own
        self._address = address or os.environ.get("RAY_ADDRESS")
        self._folder = folder and folder.absolute()

    def __call__(self, jobs: Iterable[J], work: Work[J, R], /) -> Generator[tuple[J, R | Failed]]:
        """See `Engine`."""
        ray = _ray()
        shards = _shards(iter(jobs))
        if (first := next(shards, None)) is None:  # a cluster is not started for nothing
            return
        with self._connected(ray), self._exchange() as folder:
            tasks = _Tasks(ray, folder, work, self._limits, self._log)
            try:
                yield from self._results(chain([first], shards), tasks)
            finally:
                tasks.close()

    def _results(
        self, shards: Iterator[_Shard[J]], tasks: _Tasks[J, R]
    ) -> Generator[tuple[J, R | Failed]]:
        lost: deque[_Shard[J]] = deque()
        more = True
        while not self._stop.at_once:
            while more and tasks.under_way < (self._workers or tasks.room) and not self._stop.asked:
                shard = lost.popleft() if lost else next(shards, None)
                if more := shard is not None:
                    tasks.begin(shard)
            if self._stop.asked:
                tasks.stop()
            if not tasks.under_way:
                return
            for task, problem in tasks.ended():
                if problem is None:
                    yield from tasks.results(task)
                elif again := task.shard.again():
                    lost.extend(again)
                    more = True
                else:
                    yield from ((job, Failed(DIED, problem)) for job in task.shard.jobs)

    @contextmanager
    def _exchange(self) -> Generator[Path]:
        """A folder for files of this run, under a name that tasks of a killed one do not know."""
        for left in self._folder.glob(f"{_FOLDER}*") if self._folder else ():
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(
            prefix=_FOLDER, dir=self._folder, ignore_cleanup_errors=True
        ) as folder:
            yield Path(folder)

    @contextmanager
    def _connected(self, ray: Any) -> Generator[None]:
        if ray.is_initialized():
            yield
            return
        new = {
            "num_cpus": self._workers,
            "include_dashboard": False,
            "object_store_memory": _OBJECTS_BYTES,
        }
        try:
            if self._address:
                _knock(self._address)
            ray.init(
                self._address or "local",
                logging_level=logging.ERROR,
                log_to_driver=False,
                **({} if self._address else new),
            )
        except (OSError, RuntimeError, ValueError) as error:
            raise ClusterError("cluster-not-reached", self._address or "local", error) from error
        try:
            yield
        finally:
            ray.shutdown()


class _Shard(Struct, Generic[J], frozen=True):
    """Some jobs, and which attempt at them this is."""

    jobs: tuple[J, ...]
    attempt: int = 1

    def again(self) -> list[_Shard[J]]:
        """How to try once more when all is lost: as it is, then each job alone, then not at all."""
        attempt = self.attempt + 1
        if attempt > _ATTEMPTS:
            return []
        if attempt < _ATTEMPTS:
            return [_Shard(self.jobs, attempt)]
        return [_Shard((job,), attempt) for job in self.jobs]


def _shards(jobs: Iterator[J]) -> Iterator[_Shard[J]]:
    most = _FIRST_JOBS
    while some := tuple(_up_to(_MOST_BYTES, islice(jobs, most))):
        yield _Shard(some)
        most = min(2 * most, _MOST_JOBS)


def _up_to(size: int, jobs: Iterator[J]) -> Iterator[J]:
    """Jobs until they have some size together."""
    for job in jobs:
        yield job
        size -= getattr(job, "size", 0)
        if size <= 0:
            return


class _Task(Struct, Generic[J], frozen=True):
    """A shard that is with Ray, and the file that its results come in."""

    shard: _Shard[J]
    path: Path


class _Tasks(Generic[J, R]):
    """What is with Ray, and the folder of the files."""

    def __init__(
        self, ray: Any, folder: Path, work: Work[J, R], limits: Limits, log: Path | None
    ) -> None:
        from .shards import run_shard

        self._ray = ray
        self._folder = folder
        self._stop = folder / "stop"
        self._work = work
        self._about = (limits, log)
        self._run = ray.remote(num_cpus=1, max_retries=0, **_environment())(run_shard)
        self._under_way: dict[Any, _Task[J]] = {}
        self._count = 0
        errors = ray.exceptions
        self._losses = (
            errors.WorkerCrashedError,
            errors.NodeDiedError,
            errors.OutOfMemoryError,
            errors.ObjectLostError,
        )

    @property
    def under_way(self) -> int:
        """How many shards have been begun and not ended."""
        return len(self._under_way)

    @property
    def room(self) -> int:
        """How many there may be, as the cluster is now."""
        return _AHEAD * max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def begin(self, shard: _Shard[J]) -> None:
        """Hand a shard to Ray.  Raises what pickling its jobs raises."""
        self._count += 1
        path = self._folder / f"{self._count}.parquet"
        limits, log = self._about
        task = self._run.remote(shard.jobs, self._work, limits, path, self._stop, log)
        self._under_way[task] = _Task(shard, path)

    def ended(self) -> Iterator[tuple[_Task[J], str | None]]:
        """Tasks that end soon; with what Ray said, if they are lost.  Raises what stops them all."""
        waited_for = list(self._under_way)
        ready, _ = self._ray.wait(waited_for, num_returns=1, timeout=_LOOK_SECONDS)
        for reference in ready:
            task = self._under_way.pop(reference)
            try:
                self._ray.get(reference)
            except self._losses as error:
                yield task, _said(error)
            except self._ray.exceptions.RayTaskError as error:
                raise self._what_stops_all(error.cause) from error
            except self._ray.exceptions.RayError as error:
                raise WorkersError(_said(error)) from error
            else:
                yield task, None

    def results(self, task: _Task[J]) -> Iterator[tuple[J, R | Failed]]:
        """What a task has given; its file is then removed."""
        from .shards import read_shard

        for place, result in read_shard(task.path, self._work.returns):
            yield task.shard.jobs[place], result
        task.path.unlink()

    def stop(self) -> None:
        """Have no more jobs begun."""
        self._stop.touch()

    def close(self) -> None:
        """End all tasks, whatever they do."""
        for task in self._under_way:
            self._ray.cancel(task, force=True)
        if left := list(self._under_way):
            self._ray.wait(left, num_returns=len(left), timeout=_END_SECONDS)

    def _what_stops_all(self, error: BaseException) -> BaseException:
        if isinstance(error, WorkersError):  # its message has grown on the way
            return WorkersError(error.values["detail"])
        if isinstance(error, FileNotFoundError):
            return ClusterError("folder-not-shared", self._folder.parent, error)
        known = isinstance(error, OSError | LexiconError)
        return error if known else WorkersError(_said(error))


def _environment() -> dict[str, Any]:
    """What this program is told by its environment, as Ray is told to hand it on."""
    ours = {name: value for name, value in os.environ.items() if name.startswith("CCHC_")}
    return {"runtime_env": {"env_vars": ours}} if ours else {}


def _said(error: BaseException) -> str:
    """An error on one line; Ray is given to long ones."""
    first, *_ = str(error).strip().splitlines() or [""]
    return f"{type(error).__name__}: {first}"


def _knock(address: str) -> None:
    """Raise OSError where nobody hears at an address: Ray would go on trying for minutes."""
    host, _, port = address.rpartition("/")[2].rpartition(":")
    if port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), _KNOCK_SECONDS).close()


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # or it tells its makers of its use
    try:
        return import_module("ray")
    except ImportError as error:
        raise MissingPackageError("Ray", "cchc-mining[ray]") from error
