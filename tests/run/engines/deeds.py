"""What workers are told to do here: jobs that behave, and jobs that do not."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec import Struct

from cchc_mining.errors import LexiconError


class Deed(Struct, frozen=True):
    """A job: what to do, a number to tell it by, and something to do it with."""

    kind: str
    number: int = 0
    about: str = ""


class Done(Struct, frozen=True):
    """What came of it."""

    number: int
    text: str = ""


def do(deed: Deed) -> Done:
    """Behave as the job says."""
    return Done(deed.number, _KINDS[deed.kind](deed) or "")


def _nothing(deed: Deed) -> str:
    return deed.about


def _sleep(deed: Deed) -> None:
    time.sleep(float(deed.about))


def _exit(_deed: Deed) -> None:
    os._exit(3)


def _system_exit(_deed: Deed) -> None:
    sys.exit(3)


def _interrupt(_deed: Deed) -> None:
    raise KeyboardInterrupt


def _crash(_deed: Deed) -> None:
    ctypes.string_at(0)


def _abort(_deed: Deed) -> None:
    os.abort()


def _kill(_deed: Deed) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _stop(_deed: Deed) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _hang_up(_deed: Deed) -> None:
    os.closerange(3, 100)
    time.sleep(60)


def _spin(_deed: Deed) -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")  # in C, holding the interpreter


def _allocate(_deed: Deed) -> None:
    held: list[bytes] = []
    while True:
        held.append(bytes(10_000_000))


def _raise(deed: Deed) -> None:
    raise ValueError(deed.about)


def _hopeless(deed: Deed) -> None:
    raise LexiconError(deed.about)


def _unwritable(_deed: Deed) -> str:
    return "\ud800"


def _babble(_deed: Deed) -> None:
    """Write into the pipe to the supervisor what is no answer."""
    for descriptor in range(3, 60):
        try:
            if str(Path(f"/proc/self/fd/{descriptor}").readlink()).startswith("socket:"):
                os.write(descriptor, b"\0\0\0\5hello")
        except OSError:
            continue
    time.sleep(60)


def _large(deed: Deed) -> str:
    return "é" * int(deed.about)  # two bytes each, once they are written


def _noisy(_deed: Deed) -> None:
    os.write(2, b"noise of a library\n")
    os.write(1, b"more of it\n")


def _die_once(deed: Deed) -> str:
    """Die unless somebody did so before."""
    before = Path(deed.about)
    try:
        before.open("x").close()
    except FileExistsError:
        return str(os.getpid())
    os._exit(1)


def _kill_supervisor(deed: Deed) -> None:
    """End the process that this one's forkserver belongs to, unless somebody did so before."""
    before = Path(deed.about)
    if deed.about and before.exists():
        return
    if deed.about:
        before.touch()
    status = Path(f"/proc/{os.getppid()}/stat").read_text("ascii")
    os.kill(int(status.rpartition(")")[2].split()[1]), signal.SIGKILL)
    time.sleep(60)


def _litter(deed: Deed) -> None:
    """Leave a program behind, in a group of its own, and temporary files; then die."""
    started = subprocess.Popen(["sleep", "300"], process_group=0)
    Path(deed.about).write_text(f"{started.pid} {tempfile.mkdtemp()}", "utf-8")
    os._exit(1)


def _linger(deed: Deed) -> None:
    """As that, but spin: somebody else is to die."""
    started = subprocess.Popen(["sleep", "300"], process_group=0)
    Path(deed.about).write_text(f"{os.getpid()} {started.pid} {tempfile.mkdtemp()}", "utf-8")
    _spin(deed)


def _environment(deed: Deed) -> str:
    return os.environ.get(deed.about, "")


def _who(_deed: Deed) -> str:
    return str(os.getpid())


_KINDS = {
    name.removeprefix("_"): function
    for name, function in list(globals().items())
    if name.startswith("_") and callable(function)
}
