"""One run at a time on one output folder.

The lock is the operating system's on an open file, so it ends with the process however that ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from .problems import OutputError

LOCK_NAME = ".cchc.lock"

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def lock(folder: Path) -> Generator[None]:
    """Hold a folder for this process; its lock file is gone afterwards.

    Raises StorageError (`out-locked`) where another process holds it, OSError where the folder
    cannot be written to.
    """
    path = folder / LOCK_NAME
    with path.open("ab") as file:
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            raise OutputError("out-locked", folder) from None
        except OSError:
            pass  # a network drive without locks: better unguarded than not at all
        if not _is_still_at(file, path):  # the run before ended in between and took it away
            raise OutputError("out-locked", folder)
        try:
            yield
        finally:
            if os.name == "posix":  # while held, so that no other run's file is taken away
                path.unlink(missing_ok=True)
    if os.name == "nt":  # where an open file cannot be removed
        with suppress(OSError):
            path.unlink()


def _is_still_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
