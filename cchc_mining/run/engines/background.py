"""Work that others do while this process does something else."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

from .interface import Engine, Failed, J, R, Stop, Work


@contextmanager
def meanwhile(
    start: Callable[[Stop], Engine], jobs: Iterable[J], work: Work[J, R]
) -> Generator[Callable[[], list[tuple[J, R | Failed]]]]:
    """An engine does the jobs while the block does something else; what is yielded waits for it.

    It gives every job with what came of it.  The block ends when they are done; where it fails,
    workers are ended at once.
    """
    stop = Stop()

    def done() -> list[tuple[J, R | Failed]]:
        with closing(start(stop)(jobs, work)) as results:
            return list(results)

    with ThreadPoolExecutor(1) as thread:
        try:
            results = thread.submit(done)
            yield results.result
            results.result()
        except BaseException:
            stop.ask()
            stop.ask()
            raise
