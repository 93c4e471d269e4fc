"""The side of the worker: one job after the other, until the pipe ends."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import sys
import tempfile
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from .attempt import attempt
from .interface import ERROR, OUT_OF_MEMORY, Failed, Work
from .sessions import detach, lead_session

READY, DONE, FAILED = b"r", b"+", b"-"
"""How messages begin: nothing follows, a result, a `Failed`; both in MessagePack."""

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of <sys/prctl.h>


def serve(pipe: Connection, work: Work[Any, Any], memory: int, folder: str, log: str) -> None:
    """Do the jobs that come through a pipe, and answer each with one message.

    `memory` is how many bytes may be had beyond those of now, `folder` is for temporary files.
    """
    lead_session()
    detach(log)
    faulthandler.enable(2)
    _die_with_parent()
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    _limit_memory(memory)
    with suppress(EOFError, BrokenPipeError):  # nobody wants more
        pipe.send_bytes(READY)
        while True:
            pipe.send_bytes(_answer(work, pipe.recv()))


def _answer(work: Work[Any, Any], job: Any) -> bytes:
    try:
        outcome = attempt(work, job)
        if not isinstance(outcome, Failed):
            return DONE + msgspec.msgpack.encode(outcome)
    except MemoryError:
        outcome = Failed(OUT_OF_MEMORY)
    except (TypeError, ValueError) as error:  # half a surrogate pair in a text, for instance
        outcome = Failed(ERROR, f"{type(error).__name__}: {error}")
    return FAILED + msgspec.msgpack.encode(outcome)


def _die_with_parent() -> None:
    """Have Linux end this process with the one that forked it, even in the midst of C code."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def _limit_memory(most: int) -> None:
    """Have requests for more memory fail.

    The limit can be lifted again: LibreOffice, when it is started, has one of its own.
    """
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        now = pages * os.sysconf("SC_PAGE_SIZE")
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (now + most, hard))
