"""No test here may hang, and none may leave a process behind."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Generator, Iterator
from multiprocessing import forkserver
from pathlib import Path

import pytest

SECONDS = 60
_PATIENCE = 5

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(autouse=True)
def _in_bounded_time(request: pytest.FixtureRequest) -> Generator[None]:
    seconds = getattr(request.module, "SECONDS", SECONDS)

    def ring(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(autouse=True)
def _without_orphans() -> Generator[None]:
    yield
    until = time.monotonic() + _PATIENCE
    while (left := list(workers())) and time.monotonic() < until:
        time.sleep(0.02)
    assert not left


def server() -> int:
    """The process that workers are forked from, by its id; 0 where there is none."""
    return getattr(forkserver._forkserver, "_forkserver_pid", None) or 0


def workers() -> Iterator[int]:
    """The processes that engines of this process have running, by their ids."""
    children = Path(f"/proc/{server()}/task/{server()}/children")
    if children.exists():
        yield from map(int, children.read_text("ascii").split())
