"""Results written beside the output folder's files and moved in at the end, all or none.

Readers of the folder never see a half-written result, and a run that fails, is stopped or finds the
disk full leaves what was there.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import StorageError
from .lock import lock
from .problems import OutputError

_NEW = ".cchc-new"
_OLD = ".cchc-old"
_WORK = ".cchc-work"
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


def work_folder(out: Path) -> Path:
    """Where an output folder has what one run leaves for the next."""
    return out / _WORK


class Staging:
    """Where a run writes: `folder` is beside the results in `out`, on the same disk.

    What is in `work` stays for the next run.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out / _NEW
        self.work = work_folder(out)
        self._kept = out / _OLD

    def commit(self, names: Sequence[str]) -> tuple[str, ...]:
        """Move files of `folder` into `out`, in this order; the names of those that differed.

        A file that is the same as before is not touched.  Raises StorageError, with everything
        moved back, where one cannot be replaced.
        """
        changed = [name for name in names if not _same(self.folder / name, self.out / name)]
        self._kept.mkdir()
        for i, name in enumerate(changed):
            try:
                _flush(self.folder / name)
                self._keep(name)
                (self.folder / name).replace(self.out / name)
            except BaseException as error:
                self._undo(changed[: i + 1])
                if isinstance(error, PermissionError):
                    raise OutputError("out-in-use", self.out / name) from error
                raise
        return tuple(changed)

    def _keep(self, name: str) -> None:
        """A second name for the file that is about to be replaced."""
        old = self.out / name
        if not old.exists():
            return
        try:
            os.link(old, self._kept / name)
        except OSError:  # a disk without hard links
            shutil.copy2(old, self._kept / name)

    def _undo(self, names: Sequence[str]) -> None:
        for name in reversed(names):
            kept = self._kept / name
            with suppress(OSError):
                if kept.exists():
                    kept.replace(self.out / name)
                elif not (self.folder / name).exists():
                    (self.out / name).unlink(missing_ok=True)

    def forget(self) -> None:
        """Remove what earlier runs left for the next."""
        shutil.rmtree(self.work, ignore_errors=True)

    def clear(self) -> None:
        """Remove what this run, or one that was killed, left beside the results."""
        for folder in (self.folder, self._kept):
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def staging(out: Path) -> Generator[Staging]:
    """Hold an output folder and write to it through a `Staging`.

    Raises StorageError where it cannot be written to, where the disk is full, and where another
    run holds it.  A folder made for a run that fails is removed again.
    """
    made = _make(out)
    try:
        with _telling(out), lock(out):
            stage = Staging(out)
            stage.clear()
            stage.folder.mkdir()
            try:
                with _telling(out):  # before clearing makes room again
                    yield stage
            finally:
                stage.clear()
    except BaseException:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


def _make(out: Path) -> list[Path]:
    """Make a folder and those above it; those that were not there, innermost first."""
    with _telling(out):
        way = (out, *out.parents)
        if any(folder.is_file() for folder in way):
            raise OutputError("out-is-a-file", out)
        missing = [folder for folder in way if not folder.exists()]
        out.mkdir(parents=True, exist_ok=True)
    return missing


@contextmanager
def _telling(out: Path) -> Generator[None]:
    """Turn what the system says about the output folder into a StorageError that says it better."""
    try:
        yield
    except OutputError:
        raise
    except (OSError, StorageError) as error:
        if _says_full(error):
            raise OutputError("disk-full", out) from error
        if isinstance(error, OSError):
            detail = error.strerror or str(error)
            raise OutputError("out-not-writable", out, detail) from error
        raise


def _says_full(error: BaseException | None) -> bool:
    """Whether an error, or what led to it, is that of a full disk, from the system or SQLite."""
    if error is None:
        return False
    return (
        getattr(error, "errno", None) in _FULL
        or getattr(error, "sqlite_errorname", None) == "SQLITE_FULL"
        or _says_full(error.__cause__)
    )


def _same(new: Path, old: Path) -> bool:
    return old.is_file() and filecmp.cmp(new, old, shallow=False)


def _flush(path: Path) -> None:
    """Have the disk hold a file before its name does, so that a power cut cannot halve it."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
