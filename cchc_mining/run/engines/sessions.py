"""Ending processes with all that they started.

Every worker leads a session of its own.  What it starts stays in that, in whatever process group and
whether or not its parent still lives; so the session is what must be emptied.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

_KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL
_ROUNDS = 20  # processes may start others while they are being found


def lead_session() -> None:
    """Make this process the leader of a session of its own, where there are sessions."""
    if sys.platform != "win32":
        with suppress(PermissionError):  # it leads one already
            os.setsid()


def detach(log: str) -> None:
    """Leave the terminal: no input, no Ctrl-C, and what libraries complain of goes to a file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for descriptor, path, mode in (
        (0, os.devnull, os.O_RDONLY),
        (1, log, os.O_WRONLY | os.O_APPEND | os.O_CREAT),
    ):
        opened = os.open(path, mode, 0o600)
        os.dup2(opened, descriptor)
        os.close(opened)
    os.dup2(1, 2)


def kill(process: int) -> None:
    """End a process, if it is still there."""
    with suppress(OSError):
        os.kill(process, _KILL)


def end_session(leader: int) -> None:
    """Kill a process and everything in the session that it leads or led."""
    kill(leader)
    if sys.platform == "win32":
        return
    for _ in range(_ROUNDS):
        with suppress(OSError):
            os.killpg(leader, _KILL)
        others = list(_living(leader))
        if not others:
            return
        for process in others:
            kill(process)


def _living(session: int) -> Iterator[int]:
    """The processes in a session, where the system tells: on Linux."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            # The name in brackets may hold anything; state, parent, group and session follow.
            state, _, _, found = (
                (folder / "stat").read_text("ascii", "replace").rpartition(")")[2].split()[:4]
            )
            if int(found) == session and state not in "ZX":
                yield int(folder.name)


def keep_watch(told: Connection, folder: str) -> None:
    """Wait for the end of the process at the other side, and then end the workers that it left.

    It tells the process ids of workers, negative when they have ended.  The folder is theirs, and
    removed.  This runs in a process of its own, since a worker in the midst of a C library notices
    nothing, and since workers leave other programs behind when they are killed.
    """
    lead_session()
    detach(os.devnull)
    workers: set[int] = set()
    with suppress(EOFError, OSError):
        while True:
            (workers.add if (process := told.recv()) > 0 else workers.discard)(abs(process))
    for worker in workers:
        end_session(worker)
    shutil.rmtree(folder, ignore_errors=True)
