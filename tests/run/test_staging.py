"""Results appear whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_mining.errors import StorageError
from cchc_mining.run import LOCK_NAME, OutputError, lock, staging


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name).write_text(text)


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


def run(out: Path, **files: str) -> tuple[str, ...]:
    with staging(out) as stage:
        write(stage.folder, **files)
        return stage.commit(list(files))


def fail(out: Path, error: BaseException) -> None:
    with staging(out) as stage:
        write(stage.folder, x="half")
        raise error


def test_files_appear_at_the_end_and_nothing_else_stays(tmp_path: Path) -> None:
    out = tmp_path / "a" / "out"
    with staging(out) as stage:
        write(stage.folder, x="1", y="2")
        assert not (out / "x").exists()
        stage.commit(["x", "y"])
    assert contents(out) == {"x": "1", "y": "2"}


def test_only_what_differs_is_touched(tmp_path: Path) -> None:
    run(tmp_path, x="1", y="2")
    os.utime(tmp_path / "x", (1, 1))
    assert run(tmp_path, x="1", y="3") == ("y",)
    assert (tmp_path / "x").stat().st_mtime == 1
    assert contents(tmp_path) == {"x": "1", "y": "3"}


def test_a_run_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    run(tmp_path, x="1")
    for error in (ValueError(), KeyboardInterrupt()):
        with pytest.raises(type(error)):
            fail(tmp_path, error)
    assert contents(tmp_path) == {"x": "1"}


def test_a_folder_made_for_a_run_that_fails_is_gone(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no"):
        fail(tmp_path / "a" / "b", ValueError("no"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stop_at", ["a", "b", "c"])
@pytest.mark.parametrize("new", [True, False], ids=["new file", "file replaced"])
def test_all_or_nothing_when_a_file_cannot_be_replaced(
    stop_at: str, new: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a table that is open in Excel cannot be replaced."""
    run(tmp_path, a="1", b="1", **({} if new else {"c": "1"}))
    before = contents(tmp_path)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target) == tmp_path / stop_at and self.parent.name == ".cchc-new":
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=stop_at) as problem:
        run(tmp_path, a="2", b="2", c="2")
    assert problem.value.code == "out-in-use"
    assert contents(tmp_path) == before


def test_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*paths: object) -> None:
        raise OSError(errno.EPERM, "not supported")

    monkeypatch.setattr(os, "link", refuse)
    run(tmp_path, a="1")
    assert run(tmp_path, a="2") == ("a",)
    assert contents(tmp_path) == {"a": "2"}


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    for name in (".cchc-new", ".cchc-old"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, x="half")
    (tmp_path / LOCK_NAME).write_text("")
    run(tmp_path, y="1")
    assert contents(tmp_path) == {"y": "1"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    for out in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(OutputError) as problem:
            run(out, x="1")
        assert problem.value.code == "out-is-a-file"
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "out-not-writable"),
        (OSError(errno.EROFS, "Read-only file system"), "out-not-writable"),
        (OSError(errno.ENOSPC, "No space left on device"), "disk-full"),
    ],
)
def test_what_the_system_says_of_the_folder_is_told(
    error: OSError, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *args: object, **settings: object) -> None:
        raise error

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StorageError) as problem, staging(tmp_path / "out"):
        pass
    assert isinstance(problem.value, OutputError)
    assert problem.value.code == code
    assert str(tmp_path / "out") in str(problem.value)


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_disk_that_is_full_half_way(wrapped: bool, tmp_path: Path) -> None:
    run(tmp_path, x="1")
    full: Exception = OSError(errno.ENOSPC, "No space left on device")
    if wrapped:
        inner, full = full, StorageError("index.sqlite: the disk is full")
        full.__cause__ = inner
    with pytest.raises(OutputError) as problem:
        fail(tmp_path, full)
    assert problem.value.code == "disk-full"
    assert contents(tmp_path) == {"x": "1"}


def test_other_storage_errors_stay_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="damaged"), staging(tmp_path):
        raise StorageError("index.sqlite: damaged")


_HOLD = """
import sys, pathlib
from cchc_mining.run import lock
with lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_runs_cannot_write_to_one_folder(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"held"
    with pytest.raises(OutputError) as problem:
        run(tmp_path, x="1")
    assert problem.value.code == "out-locked"
    assert contents(tmp_path) == {LOCK_NAME: ""}
    holder.kill()  # a lock ends with its process, however that ends
    holder.wait()
    holder.stdout.close()
    if holder.stdin is not None:
        holder.stdin.close()
    run(tmp_path, x="1")
    assert contents(tmp_path) == {"x": "1"}


def test_a_lock_is_held_within_one_process_too(tmp_path: Path) -> None:
    with lock(tmp_path), pytest.raises(OutputError), lock(tmp_path):
        pass
    with lock(tmp_path):
        pass
    assert contents(tmp_path) == {}
