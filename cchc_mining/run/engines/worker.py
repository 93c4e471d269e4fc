"""The side of the worker: one job after the other, until the pipe ends."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from ...errors import LexiconError
from .attempt import attempt
from .interface import ERROR, OUT_OF_MEMORY, Failed, Work
from .sessions import detach, lead_session

READY, DONE, FAILED, HOPELESS = b"r", b"+", b"-", b"!"
"""How messages begin: nothing follows, a result, a `Failed`, what a LexiconError says; in MessagePack."""

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of <sys/prctl.h>


def serve(pipe: Connection, work: Work[Any, Any], memory: int, folder: str, log: str) -> None:
    """Do the jobs that come through a pipe, and answer each with one message.

    `memory` is how many bytes a job may have beyond those of now, and how long an answer may be;
    `folder` is for temporary files.
    """
    lead_session()
    detach(log)
    faulthandler.enable(2)
    _die_with_parent()
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    limit = _now_taken() + memory
    with suppress(EOFError, BrokenPipeError):  # nobody wants more
        pipe.send_bytes(READY)
        while True:
            answer = _answer(work, pipe.recv(), limit)
            pipe.send_bytes(answer if len(answer) <= memory else _failed(OUT_OF_MEMORY))


def _answer(work: Work[Any, Any], job: Any, limit: int) -> bytes:
    try:
        with _limited_memory(limit):
            outcome = attempt(work, job)
    except LexiconError as error:
        return HOPELESS + msgspec.msgpack.encode(_encodable(str(error)))
    if isinstance(outcome, Failed):
        return _failed(outcome.code, outcome.detail)
    try:
        return DONE + msgspec.msgpack.encode(outcome)
    except (TypeError, ValueError) as error:  # half a surrogate pair in a text, for instance
        return _failed(ERROR, f"{type(error).__name__}: {error}")


def _failed(code: str, detail: str = "") -> bytes:
    return FAILED + msgspec.msgpack.encode(Failed(code, _encodable(detail)))


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _now_taken() -> int:
    """The bytes of addresses that this process has, where the system limits them: on Linux."""
    if sys.platform != "linux":
        return 0
    pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def _limited_memory(most: int) -> Generator[None]:
    """Have requests for more memory fail, in this process and those it starts.

    Those may lift the limit: LibreOffice is given one of its own.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _die_with_parent() -> None:
    """Have Linux end this process with the one that forked it, even in the midst of C code."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
