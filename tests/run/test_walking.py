"""Which files a batch reads, under which names, in which order."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.errors import UsageError
from cchc_mining.run import Found, shown_name, walk, walking

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return root


def names(*paths: Path | str, exclude: tuple[Path, ...] = ()) -> list[str]:
    return [found.name for found in walk(paths, exclude)]


def reasons(*paths: Path) -> dict[str, str]:
    return {found.name: found.reason for found in walk(paths) if found.reason}


def test_folders_are_searched_through_and_names_sorted_as_wholes(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "a-b/x.txt", "á.txt", "Z.txt")
    found = names(tmp_path)
    assert found == sorted(found)
    assert found == ["Z.txt", "a-b/x.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "á.txt"]


@given(
    st.sets(
        st.lists(st.sampled_from(["a", "a.", "a-", "b", "ạ", "A"]), min_size=1, max_size=3).map(
            tuple
        )
    )
)
def test_the_order_is_that_of_the_whole_names(parts: set[tuple[str, ...]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), *("/".join((*way, "f.txt")) for way in parts))
        found = names(folder)
        assert found == sorted(found)
        assert len(found) == len(parts)


def test_a_file_is_named_relative_to_its_folder(tmp_path: Path) -> None:
    make(tmp_path, "x/a.txt")
    assert names(tmp_path / "x" / "a.txt") == ["a.txt"]


def test_several_inputs_are_named_relative_to_what_they_share(tmp_path: Path) -> None:
    make(tmp_path, "x/a.txt", "y/a.txt", "y/b/c.txt", "d.txt")
    assert names(tmp_path / "y", tmp_path / "x") == ["x/a.txt", "y/a.txt", "y/b/c.txt"]
    assert names(tmp_path / "y" / "a.txt", tmp_path / "d.txt") == ["d.txt", "y/a.txt"]


def test_what_is_named_twice_is_found_once(tmp_path: Path) -> None:
    make(tmp_path, "x/a.txt", "x/b/c.txt")
    twice = (tmp_path / "x", tmp_path / "x" / "b", tmp_path / "x" / "a.txt", tmp_path / "x")
    assert names(*twice) == ["a.txt", "b/c.txt"]


def test_a_relative_path_and_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "x/a.txt")
    monkeypatch.chdir(tmp_path / "x")
    assert names(".") == names("../x") == ["a.txt"]


def test_a_missing_path_is_a_wrong_call(tmp_path: Path) -> None:
    for missing in (tmp_path / "khong-co", tmp_path.parent / "khong-co"):
        with pytest.raises(UsageError, match="khong-co"):
            names(tmp_path, missing)


def test_excluded_folders_are_passed_over_silently(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "out/records.jsonl", ".out/x")
    assert names(tmp_path, exclude=(tmp_path / "out", tmp_path / ".out")) == ["a.txt"]


def test_system_files_are_passed_over_with_a_reason_unless_they_are_named(tmp_path: Path) -> None:
    make(
        tmp_path, "a.txt", ".git/config", ".DS_Store", "Thumbs.db", "~$bao-cao.docx", "Desktop.ini"
    )
    assert set(reasons(tmp_path)) == {
        ".git",
        ".DS_Store",
        "Thumbs.db",
        "~$bao-cao.docx",
        "Desktop.ini",
    }
    assert set(reasons(tmp_path).values()) == {"system-file"}
    assert [f.reason for f in walk([tmp_path / ".DS_Store"])] == [None]


@needs_links
def test_links_that_go_round_end(tmp_path: Path) -> None:
    make(tmp_path, "a/b/c.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "self").symlink_to("self")
    (tmp_path / "a" / "x").symlink_to("y")
    (tmp_path / "a" / "y").symlink_to("x")
    assert names(tmp_path) == ["a/b/c.txt", "a/b/up", "a/self", "a/x", "a/y"]
    assert reasons(tmp_path) == {"a/b/up": "linked-folder"}


@needs_links
def test_linked_files_are_found_and_linked_folders_followed_once(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt", "in/sub/b.txt", "out/c.txt", "out/d/e.txt")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "first").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "second").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "inside").symlink_to(tmp_path / "in" / "sub")
    (tmp_path / "out" / "back").symlink_to(tmp_path)
    assert names(tmp_path / "in") == [
        "a.txt", "first/c.txt", "first/d/e.txt", "inside", "link.txt", "second", "sub/b.txt",
    ]  # fmt: skip
    # `first/back` leads to the folder above the inputs: what is in it has been met already.


@needs_links
def test_a_link_to_nothing_is_left_to_the_reader(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert list(walk([tmp_path])) == [Found(str(tmp_path / "gone.txt"), "gone.txt")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(tmp_path) == {"pipe.txt": "not-a-file"}


def test_a_folder_that_cannot_be_opened_is_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.txt", "closed/b.txt", "z.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(walking.os, "scandir", refuse)
    assert names(tmp_path) == ["a.txt", "closed", "z.txt"]
    assert reasons(tmp_path) == {"closed": "unreadable-folder"}


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_not_utf8_is_shown_escaped_and_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xe1o-c\xe1o.txt")).write_bytes(b"x")
    (found,) = walk([tmp_path])
    assert found.name == "b\\udce1o-c\\udce1o.txt"
    assert Path(found.path).read_bytes() == b"x"
    found.name.encode("utf-8")


def test_folders_may_be_nested_deeper_than_python_calls(tmp_path: Path) -> None:
    levels = [tmp_path / ("d/" * depth) for depth in range(1, 1_100)]
    for folder in levels:
        folder.mkdir()
    (levels[-1] / "a.txt").write_text("x")
    try:
        assert [found.name for found in walk([tmp_path])] == ["d/" * 1_099 + "a.txt"]
    finally:
        (levels[-1] / "a.txt").unlink()
        for folder in reversed(levels):
            folder.rmdir()


def test_names_use_slashes_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking.os, "sep", "\\")
    assert shown_name("a\\b\udce9.txt") == "a/b\\udce9.txt"
