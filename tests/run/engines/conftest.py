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
def _in_bounded_time() -> Generator[None]:
    def ring(*_: object) -> None:
        raise TimeoutError(f"more than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
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


def workers() -> Iterator[int]:
    """The processes that engines of this process have running, by their ids."""
    server = getattr(forkserver._forkserver, "_forkserver_pid", None)
    if server is not None and sys.platform == "linux":
        children = Path(f"/proc/{server}/task/{server}/children").read_text("ascii")
        yield from map(int, children.split())
