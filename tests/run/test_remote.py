"""Inputs that are not files of this machine, through the file systems of fsspec."""

from __future__ import annotations

import io
import sys
import tarfile
import zipfile
from collections.abc import Generator
from functools import partial
from pathlib import Path

import pytest

from cchc_mining.errors import IntakeError, UsageError
from cchc_mining.intake import load
from cchc_mining.intake.places import is_url, local_path, open_file
from cchc_mining.run import identify, walk
from cchc_mining.run.engines import Local, Work

fsspec = pytest.importorskip("fsspec", reason="needs fsspec: pip install 'cchc-mining[remote]'")

TEXT = "Báo cáo số 5/BC-UBND".encode()


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, TEXT + name.encode())
    return data.getvalue()


def names(*paths: str | Path) -> list[str]:
    return [found.name for found in walk(paths)]


@pytest.fixture
def memory() -> Generator[str]:
    """A folder of files in memory."""
    system = fsspec.filesystem("memory")
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "a-b/x.txt", "a/Thumbs.db", ".x/y.txt"):
        system.pipe(f"/reports/{name}", TEXT + name.encode())
    system.pipe("/reports/c.zip", zipped("d.txt", "e/g.txt"))
    system.pipe("/other/o.txt", TEXT)
    yield "memory://reports"
    system.rm("/", recursive=True)


# -- Which files there are -------------------------------------------------------------------------


def test_folders_are_searched_through_as_on_this_machine(memory: str) -> None:
    found = list(walk([memory]))
    assert [item.name for item in found] == sorted(item.name for item in found)
    assert [item.name for item in found if not item.reason] == [
        "a-b/x.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "c.zip",
    ]  # fmt: skip
    assert {item.name: item.reason for item in found if item.reason} == dict.fromkeys(
        (".x", "a/Thumbs.db"), "system-file"
    )
    assert all(fsspec.open(item.path).open().read() for item in found if not item.reason)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["memory://reports/a.txt"], ["a.txt"]),
        (["memory://reports/a/"], ["Thumbs.db", "b/c.txt", "z.txt"]),
        (["memory://reports/a", "memory://reports/a/b"], ["Thumbs.db", "b/c.txt", "z.txt"]),
        (["memory://reports/b.txt", "memory://reports/a-b"], ["a-b/x.txt", "b.txt"]),
        (
            ["memory://reports/b.txt", "memory://other"],
            ["memory://other/o.txt", "memory://reports/b.txt"],
        ),
    ],
)
def test_names_are_relative_to_what_all_have_in_common(
    memory: str, paths: list[str], expected: list[str]
) -> None:
    assert names(*paths) == expected


def test_beside_files_of_this_machine_names_are_whole(memory: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(TEXT)
    assert names("memory://other", tmp_path) == [f"{tmp_path}/x.txt", "memory://other/o.txt"]


def test_an_archive_may_be_walked_into(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped("x/b.txt", "x/c/d.txt", "e.txt"))
    archive = f"{tmp_path}/a.zip"
    assert names(f"zip://::{archive}") == ["e.txt", "x/b.txt", "x/c/d.txt"]
    assert names(f"zip://x::{archive}") == ["b.txt", "c/d.txt"]
    assert names(f"zip://x/b.txt::{archive}") == ["b.txt"]


def test_a_file_url_is_a_path_of_this_machine(tmp_path: Path) -> None:
    """With its exclusions, and written as file managers write it."""
    (tmp_path / "báo cáo").mkdir()
    (tmp_path / "báo cáo" / "a.txt").write_bytes(TEXT)
    found = list(walk([(tmp_path / "báo cáo").as_uri()]))
    assert found == list(walk([tmp_path / "báo cáo"]))
    assert list(walk([tmp_path.as_uri()], exclude=[tmp_path / "báo cáo"])) == []


@pytest.mark.parametrize("path", ["a/b", "C:\\a", "C://a", "a:b", "tháng 5://", Path("s3://x")])
def test_paths_of_this_machine_are_no_urls(path: str | Path) -> None:
    assert not is_url(path)
    assert local_path(path) == path


def test_this_machine_alone_needs_no_fsspec(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    (tmp_path / "a.txt").write_bytes(TEXT)
    (item,) = identify(walk([tmp_path]))
    assert load(item.path) == TEXT


# -- What cannot be opened -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("memory://nowhere", "not found: memory://nowhere"),
        ("nosuch://a/b", "nosuch://a/b cannot be opened .*Protocol not known"),
        ("zip://a::/no/such.zip", "not found"),
        ("nosuch://me:secret@host/a", "nosuch://host/a cannot be opened"),
    ],
)
def test_what_cannot_be_opened_is_said_at_once(url: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        list(walk([url]))


def test_where_fsspec_is_missing_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc_mining.run.remote.find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'cchc-mining\[remote\]'"):
        list(walk(["memory://x"]))


def test_a_folder_that_cannot_be_listed_is_one_failure(
    memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = fsspec.filesystem("memory")
    listed = type(system).ls

    def ls(self: object, path: str, **options: bool) -> object:
        if path.endswith("/a"):
            raise PermissionError(path)
        return listed(self, path, **options)

    monkeypatch.setattr(type(system), "ls", ls)
    reasons = {found.name: found.reason for found in walk([memory])}
    assert reasons["a"] == "unreadable-folder"
    assert reasons["b.txt"] is None
    with pytest.raises(UsageError, match="PermissionError"):
        list(walk([f"{memory}/a"]))


def test_a_broken_archive_gives_what_a_broken_disk_gives(tmp_path: Path) -> None:
    whole = bytearray(zipped("a.txt"))
    whole[whole.index(TEXT)] ^= 1  # its checksum does not hold
    (tmp_path / "a.zip").write_bytes(whole)
    url = f"zip://a.txt::{tmp_path}/a.zip"
    (item,) = identify(walk([url]))
    assert item.reason == "unreadable"
    assert "BadZipFile" in item.detail
    with pytest.raises(OSError, match="BadZipFile"), open_file(url) as file:
        file.read()


# -- What is in them -------------------------------------------------------------------------------


def test_inputs_are_what_they_would_be_here(memory: str, tmp_path: Path) -> None:
    system = fsspec.filesystem("memory")
    system.get("/reports/", str(tmp_path), recursive=True)
    here, there = (list(identify(walk([path]))) for path in (tmp_path, memory))
    assert [(i.name, i.size, i.sha256, i.reason, i.inside) for i in there] == [
        (i.name, i.size, i.sha256, i.reason, i.inside) for i in here
    ]
    loaded = [
        [load(i.path, name=i.name, inside=i.inside) for i in items if not i.reason]
        for items in (here, there)
    ]
    assert loaded[0] == loaded[1]
    assert len(loaded[0]) == 7


def test_the_largest_file_read_is_so_anywhere(memory: str) -> None:
    size = len(TEXT) + len("b.txt")
    assert len(load(f"{memory}/b.txt", limit=size)) == size
    with pytest.raises(IntakeError) as caught:
        load(f"{memory}/b.txt", limit=size - 1)
    assert caught.value.code == "too-large"


@pytest.mark.parametrize("chain", ["{protocol}://", "simplecache::{protocol}://"])
@pytest.mark.parametrize("protocol", ["zip", "tar"])
def test_workers_open_the_same_urls(chain: str, protocol: str, tmp_path: Path) -> None:
    inner = zipped("in.txt")
    archive = tmp_path / "archive"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("x/a.txt", TEXT)
        made.writestr("x/b.zip", inner)
    if protocol == "tar":
        with tarfile.open(archive, "w") as made:
            for name, data in (("x/a.txt", TEXT), ("x/b.zip", inner)):
                member = tarfile.TarInfo(name)
                member.size = len(data)
                made.addfile(member, io.BytesIO(data))
    root = f"{chain.format(protocol=protocol)}x::{archive}"
    items = list(identify(walk([root]), engine=Local(1)))
    assert [(item.name, item.reason) for item in items] == [
        ("a.txt", None), ("b.zip", "container"), ("b.zip!in.txt", None),
    ]  # fmt: skip
    loads = [partial(load, item.path, name=item.name, inside=item.inside) for item in items]
    done = list(Local(1)([loads[0], loads[2]], Work(_call, bytes)))
    assert [result for _, result in done] == [TEXT, TEXT + b"in.txt"]


def _call(job: partial[bytes]) -> bytes:
    return job()
