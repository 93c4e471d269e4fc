"""Workers that do what the name of a file says, in place of reading it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Generator, Iterable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cchc_mining.run.engines import Engine, Failed, Work
from tests.run.engines.deeds import Deed, do

DEEDS = {
    "exit": "worker-died",
    "system_exit": "worker-died",
    "crash": "worker-died",
    "abort": "worker-died",
    "kill": "worker-died",
    "hang_up": "worker-died",
    "babble": "worker-died",
    "spin": "timed-out",
    "stop": "timed-out",
    "allocate": "out-of-memory",
}
"""What a worker may be told to do, and the reason that the file must then fail for."""

_NAME = re.compile(r"deed-(\w+)-\d+\.txt")


def name_for(deed: str, number: int) -> str:
    """The name of a file that has a worker do something."""
    return f"deed-{deed}-{number}.txt"


def deed_of(name: str) -> str | None:
    """What a file of that name has a worker do."""
    found = _NAME.fullmatch(name)
    return found[1] if found else None


def work_or_sabotage(job: Any, function: Callable[[Any], Any]) -> Any:
    """Do the work, unless the job's name says otherwise."""
    if deed := deed_of(job.name):
        do(Deed(deed))
    return function(job)


class Sabotaged:
    """An engine with such workers."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __call__(
        self, jobs: Iterable[Any], work: Work[Any, Any], /
    ) -> Generator[tuple[Any, Any | Failed]]:
        """See `Engine`."""
        function = partial(work_or_sabotage, function=work.function)
        return self._engine(jobs, Work(function, work.returns, (*work.modules, __name__)))
