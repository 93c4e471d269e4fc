"""Putting documents in: all or nothing, in any order, over again, out again."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cchc_mining import link
from cchc_mining.errors import StorageError
from cchc_mining.index import IndexWriter, InputRow, open_index, schema, store_findings
from cchc_mining.records import Finding, Record, Words

from .contents import contents
from .made import made_documents
from .small import build, cite, document

DOCUMENTS = list(made_documents(12))


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_documents_does_not_matter(tmp_path: Path, seed: int) -> None:
    shuffled = random.Random(seed).sample(DOCUMENTS, len(DOCUMENTS))
    assert contents(build(tmp_path / "a", *DOCUMENTS)) == contents(build(tmp_path / "b", *shuffled))


def test_adding_one_by_one_is_adding_all_at_once(tmp_path: Path) -> None:
    for one in DOCUMENTS:
        build(tmp_path / "a", one)
    assert contents(tmp_path / "a") == contents(build(tmp_path / "b", *DOCUMENTS))


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    build(tmp_path / "a", *DOCUMENTS)
    before = contents(tmp_path / "a")
    build(tmp_path / "a", *DOCUMENTS[3:6])
    assert contents(tmp_path / "a") == before


def test_what_is_taken_out_is_gone_from_everything(tmp_path: Path) -> None:
    build(tmp_path / "a", *DOCUMENTS)
    with IndexWriter(tmp_path / "a", link) as writer:
        for record, _ in DOCUMENTS[4:]:
            writer.remove(record.source)
        writer.remove("there is no such document")
        writer.finish()
    assert contents(tmp_path / "a") == contents(build(tmp_path / "b", *DOCUMENTS[:4]))


def test_a_changed_file_takes_the_place_of_its_old_self(tmp_path: Path) -> None:
    old = document("a.txt", "QĐ 1/QĐ-UBND", cite("QĐ 1/QĐ-UBND", "1/QĐ-UBND"))
    new = document("a.txt", "QĐ 2/QĐ-UBND", cite("QĐ 2/QĐ-UBND", "2/QĐ-UBND"))
    build(tmp_path / "i", old)
    build(tmp_path / "i", new)
    with open_index(tmp_path / "i") as index:
        assert (index.cited("1/QĐ-UBND").total, index.cited("2/QĐ-UBND").total) == (0, 1)


def test_a_file_that_could_not_be_read_has_its_row(tmp_path: Path) -> None:
    failed = Record(source="hong.txt", status="failed", error="undecodable")
    build(tmp_path / "i", (failed, ""))
    with open_index(tmp_path / "i") as index:
        assert index.document("hong.txt").document.error == "undecodable"


def test_a_document_that_cannot_be_put_in_leaves_nothing_behind(tmp_path: Path) -> None:
    good, bad = DOCUMENTS[0], (DOCUMENTS[1][0], DOCUMENTS[1][1] + "\ud800")
    with IndexWriter(tmp_path / "i", link) as writer:
        with pytest.raises(UnicodeEncodeError):
            writer.add(*bad)
        writer.add(*good)
        writer.finish()
    assert contents(tmp_path / "i") == contents(build(tmp_path / "j", good))


def test_without_finish_nothing_is_kept(tmp_path: Path) -> None:
    path = build(tmp_path / "i", DOCUMENTS[0])
    before = contents(path)
    with IndexWriter(path, link) as writer:
        writer.add(*DOCUMENTS[1])
    with suppress(KeyError), IndexWriter(path, link) as writer:
        writer.add(*DOCUMENTS[2])
        raise KeyError
    assert contents(path) == before


def test_readers_see_the_old_state_until_finish(tmp_path: Path) -> None:
    path = build(tmp_path / "i", DOCUMENTS[0])
    with IndexWriter(path, link) as writer:
        writer.add(*DOCUMENTS[1])
        with open_index(path) as index:
            assert len(list(index.rows("SELECT 1 FROM documents"))) == 1
        writer.finish()
    with open_index(path) as index:
        assert len(list(index.rows("SELECT 1 FROM documents"))) == 2


def test_linked_citations_are_handed_back(tmp_path: Path) -> None:
    record, text = document(
        "a.txt", "NQ 01/NQ-CP ngày 06/01/2023", cite("NQ 01/NQ-CP", "01/NQ-CP", date="2023-01-06")
    )
    with IndexWriter(tmp_path / "i", link) as writer:
        assert writer.add(record, text).citations[0].target == "01/nq-cp@chính-phủ@2023"


def test_inputs_have_one_row_a_path(tmp_path: Path) -> None:
    with IndexWriter(tmp_path / "i", link) as writer:
        writer.add_input(InputRow(path="a.txt", outcome="ok", size=3))
        writer.add_input(InputRow(path="a.txt", outcome="failed", reason="empty"))
        writer.finish()
    with open_index(tmp_path / "i") as index:
        assert list(index.rows("SELECT path, outcome, size, reason FROM inputs")) == [
            ("a.txt", "failed", None, "empty")
        ]


def test_foreign_keys_hold_and_the_file_is_sound(made_index: Path) -> None:
    with open_index(made_index) as index:
        assert list(index.rows("PRAGMA foreign_key_check")) == []
        assert list(index.rows("PRAGMA integrity_check")) == [("ok",)]


# -- what can be wrong with the file


def broken(path: Path, kind: str) -> Path:
    if kind == "junk":
        path.write_bytes(b"no database at all" * 100)
    elif kind == "empty":
        path.touch()
    elif kind == "folder":
        path.mkdir()
    elif kind != "missing":
        with sqlite3.connect(path) as connection:
            if kind == "other":
                connection.execute("CREATE TABLE t (a)")
            else:
                connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    return path


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("missing", "there is no index here"),
        ("folder", "there is no index here"),
        ("junk", "damaged or no index"),
        ("empty", "not an index of cchc"),
        ("other", "not an index of cchc"),
        ("newer", "made by a newer cchc"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, kind: str, said: str) -> None:
    path = broken(tmp_path / "i.sqlite", kind)
    with pytest.raises(StorageError, match=said) as caught:
        open_index(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("kind", ["folder", "junk", "other", "newer"])
def test_a_file_that_is_no_index_is_not_written_to(tmp_path: Path, kind: str) -> None:
    path = broken(tmp_path / "i.sqlite", kind)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StorageError):
        IndexWriter(path, link)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_two_writers_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc_mining.index.storage._WAIT_SECONDS", 0.05)
    with IndexWriter(tmp_path / "i", link), pytest.raises(StorageError, match="in use"):
        IndexWriter(tmp_path / "i", link)


def test_a_killed_run_leaves_the_old_index(tmp_path: Path) -> None:
    path = build(tmp_path / "i", *DOCUMENTS[:2])
    before = contents(path)
    script = (
        "import os, sys; from pathlib import Path; from cchc_mining import link\n"
        "from cchc_mining.index import IndexWriter; from tests.index.made import made_documents\n"
        f"writer = IndexWriter(Path({str(path)!r}), link)\n"
        "writer._connection.execute('PRAGMA cache_size = 2')\n"  # so that pages reach the file
        "[writer.add(*one) for one in made_documents(8, seed=5)]; os._exit(9)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", script], cwd=root).returncode == 9
    assert path.with_name("i-journal").exists()
    assert contents(path) == before


def test_a_first_load_leaves_every_index_there_is(tmp_path: Path) -> None:
    def indices(connection: sqlite3.Connection) -> set[tuple[str, str]]:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'")
        return set(rows.fetchall())

    empty = sqlite3.connect(":memory:")
    schema.migrate(empty)
    with IndexWriter(tmp_path / "a", link) as writer:
        writer.add(*DOCUMENTS[0])
        writer.add(*DOCUMENTS[1])
        writer.remove(DOCUMENTS[0][0].source)
        writer.finish()
    assert indices(sqlite3.connect(tmp_path / "a")) == indices(empty)
    assert contents(tmp_path / "a") == contents(build(tmp_path / "b", DOCUMENTS[1]))


def test_findings_are_stored_while_the_archive_they_come_of_is_read(tmp_path: Path) -> None:
    path = build(tmp_path / "i", *DOCUMENTS)
    source = DOCUMENTS[0][0].source
    long = "x" * 2000  # together more than is kept in memory before pages reach the file
    findings = [
        Finding(finding_id=f"{i:016x}", check="c", severity="info", source=source, start=i, end=i + 1,
                text=long, message=Words(long, long))
        for i in range(3000)
    ]  # fmt: skip
    store_findings(path, findings)
    with open_index(path) as index:
        store_findings(
            path, (f for _ in index.rows("SELECT 1 FROM documents") for f in findings[:9])
        )
    with open_index(path) as index:
        assert sum(1 for _ in index.findings()) == 9 * len(DOCUMENTS)
