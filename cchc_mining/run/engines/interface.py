"""What every engine is told and gives back."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

J = TypeVar("J")
R = TypeVar("R")

DIED = "worker-died"
LATE = "timed-out"
OUT_OF_MEMORY = "out-of-memory"
ERROR = "extraction-error"


class Work(Struct, Generic[J, R], frozen=True):
    """What is to be done with each job.

    `function` goes to workers by its name: it is a function of a module that they can import, or a
    `partial` of one.  `returns` is the type of what it returns, made of what msgspec can encode;
    results are checked against it.  `modules` are those worth loading once for all workers: what
    the function will need, and what makes it ready by being imported.  Where the function raises
    LexiconError no job can be done: the engine ends the work and raises it.
    """

    function: Callable[[J], R]
    returns: Any
    modules: tuple[str, ...] = ()


class Failed(Struct, frozen=True):
    """A job that came to nothing; `code` is one of `problems`, `detail` what is known besides.

    `worker-died`, `timed-out` and `out-of-memory` are said after a second attempt, alone in a new
    worker; `extraction-error` means that the function raised another exception than LexiconError.
    """

    code: str
    detail: str = ""


class Limits(Struct, frozen=True):
    """What one job may take: `seconds` of time, and `memory` in bytes beyond that of the program.

    The longest of honest files are scans, at some three seconds a page; the largest in memory are
    pages of pictures, at some ten bytes a pixel.
    """

    seconds: float = 900
    memory: int = 2 << 30


class Stop:
    """A wish to end early, which engines look at often.

    Asked once, an engine takes no more jobs and ends when those in its workers are done; asked
    again, it ends them too, and yields nothing for them.
    """

    def __init__(self) -> None:
        self._asked = 0

    def ask(self) -> None:
        """Ask to stop, or to stop at once; safe in signal handlers and from other threads."""
        self._asked += 1

    @property
    def asked(self) -> bool:
        """Whether no more jobs are to be taken."""
        return self._asked > 0

    @property
    def at_once(self) -> bool:
        """Whether what is being worked on is to be dropped."""
        return self._asked > 1


class Engine(Protocol):
    """Does the work for every job, somewhere.

    Yields every job with what came of it, as soon as it is there, in any order.  Jobs are taken as
    they are needed, a few ahead.  Unless it is asked to stop, each job taken is yielded exactly
    once, whatever happens to whoever worked on it.  Closing the generator ends all workers.
    """

    def __call__(self, jobs: Iterable[J], work: Work[J, R], /) -> Generator[tuple[J, R | Failed]]:
        """Do the work."""
        ...
