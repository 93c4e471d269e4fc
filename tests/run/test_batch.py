"""One outcome a path, whatever happens to it."""

from __future__ import annotations

import builtins
import hashlib
import os
import sys
from collections.abc import Generator, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from cchc_mining.mining import unpack, work_of
from cchc_mining.records import Given, Record, SourceText, Warning, decode, encode
from cchc_mining.run import (
    Batch,
    Engine,
    Input,
    Job,
    Journal,
    Mined,
    Options,
    codes,
    identify,
    mine_jobs,
    walk,
)

from .support import MAKER, mine, results, verdicts

OPTIONS = Options()


@pytest.fixture(autouse=True)
def plain_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found in a text is not the matter here; some texts make it fail or warn."""

    def extract_with_reading(source: SourceText, given: Given | None = None) -> tuple[Record, None]:
        if "nổ" in source.text:
            raise ValueError("no such luck")
        if "sâu" in source.text:
            raise RecursionError("maximum recursion depth exceeded")
        warnings = (Warning(code="odd", message="odd"),) if "lạ" in source.text else ()
        record = Record(
            source=source.source,
            schema="cchc-record/1",
            media_type=source.media_type,
            encoding=source.encoding,
            given=given,
            warnings=warnings,
        )
        return record, None

    extract = ModuleType("cchc_mining.extract")
    extract.extract_with_reading = extract_with_reading  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, extract.__name__, extract)


def test_every_path_ends_in_one_outcome(tmp_path: Path) -> None:
    files = {
        "a.txt": "Báo cáo quý II".encode(),
        "b.docx": b"PK\x03\x04",
        "c.txt": b"",
        "d.txt": bytes(range(256)),
        "e.txt": "nổ".encode(),
        "f.txt": "sâu".encode(),
        "g.html": "<p>lạ</p>".encode(),
        "h.txt": "Báo cáo quý II".encode(),
        ".hidden": b"x",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    outcomes = mine(tmp_path, OPTIONS)
    assert verdicts(outcomes) == {
        ".hidden": ("skipped", "system-file"),
        "a.txt": ("ok", None),
        "b.docx": ("failed", "damaged"),
        "c.txt": ("failed", "empty"),
        "d.txt": ("failed", "binary"),
        "e.txt": ("failed", "extraction-error"),
        "f.txt": ("failed", "extraction-error"),
        "g.html": ("partial", None),
        "h.txt": ("duplicate", "same-content"),
    }
    assert {reason for _, reason in verdicts(outcomes).values()} - {None} <= set(codes())
    for name, (outcome, _) in outcomes.items():
        if name != ".hidden":
            digest = hashlib.sha256(files[name]).hexdigest()
            assert (outcome.row.sha256, outcome.row.size) == (digest, len(files[name]))
            assert outcome.row.doc_id == digest
    failed = outcomes["e.txt"].outcome.mined
    assert failed == Mined("failed", b"", "extraction-error", "ValueError: no such luck")


def test_a_record_says_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfB\xc3\xa1o c\xc3\xa1o")
    given = Given(province="tỉnh Lâm Hải", year=2023)
    outcome, record = mine(tmp_path, Options(given=given))["a.md"]
    assert record is not None
    assert outcome.mined is not None
    assert unpack(outcome.mined.data).rows.text == "Báo cáo"
    assert (record.schema, record.source, outcome.paths) == ("cchc-record/1", "a.md", ("a.md",))
    assert (record.media_type, record.encoding, record.status) == ("text/markdown", "utf-8", "ok")
    assert record.given == given
    assert decode(encode(record)) == record


def test_copies_are_one_document_with_all_its_paths(tmp_path: Path) -> None:
    for name in ("z/1.txt", "b.txt", "a/2.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Báo cáo", encoding="utf-8")
    outcomes = mine(tmp_path, OPTIONS)
    assert [v for v, _ in verdicts(outcomes).values()] == ["ok", "duplicate", "duplicate"]
    assert outcomes["a/2.txt"].outcome.paths == ("a/2.txt", "b.txt", "z/1.txt")
    assert [one.outcome.mined for one in outcomes.values()][1:] == [None, None]


def test_a_copy_under_a_name_that_cannot_be_read_does_not_hide_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.bak").write_text("Báo cáo", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Báo cáo", encoding="utf-8")
    outcomes = mine(tmp_path, OPTIONS)
    assert verdicts(outcomes) == {"a.bak": ("ok", None), "a.txt": ("duplicate", "same-content")}
    outcome, record = outcomes["a.bak"]
    assert record is not None
    assert outcome.paths == ("a.bak", "a.txt")
    assert record.media_type == "text/plain"


def test_a_file_without_read_permission_is_a_failed_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    opened = builtins.open

    def refuse(path: Any, *args: Any, **kwargs: Any) -> Any:
        if str(path).endswith("b.txt"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", refuse)
    outcomes = mine(tmp_path, OPTIONS)
    assert verdicts(outcomes) == {
        "a.txt": ("ok", None), "b.txt": ("failed", "unreadable"), "c.txt": ("ok", None),
    }  # fmt: skip
    outcome, _ = outcomes["b.txt"]
    assert outcome.paths == ("b.txt",)
    assert outcome.mined == Mined("failed", b"", "unreadable", "Permission denied", passing=True)


def test_a_file_that_goes_or_changes_while_the_batch_runs(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    inputs = list(identify(walk([tmp_path])))
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").write_text("another text")
    outcomes = {one.outcome.row.path: one for one in results(inputs, OPTIONS)}
    assert verdicts(outcomes) == {
        "a.txt": ("failed", "unreadable"), "b.txt": ("failed", "changed"), "c.txt": ("ok", None),
    }  # fmt: skip


def test_what_the_journal_has_is_not_mined_again(tmp_path: Path) -> None:
    texts = {"a.txt": "a", "b.txt": "b", "c.txt": "c", "d.txt": "b"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    batch = Batch(list(identify(walk([tmp_path]))))
    known = next(job for job in batch.jobs() if job.name == "b.txt")

    def backwards(jobs: Iterable[Job], _work: object) -> Generator[tuple[Job, Mined]]:
        for job in reversed(list(jobs)):
            yield job, Mined("ok", job.name.encode())

    with Journal(tmp_path / "work", MAKER) as journal:
        journal.add(known, Mined("partial", b"known"))
        engine = cast("Engine", backwards)
        mined = [job.name for job, _ in mine_jobs(batch.jobs(), journal, engine, work_of(OPTIONS))]
        found = [(o.row.path, o.row.outcome, o.mined) for o in batch.outcomes(journal)]
    assert mined == ["c.txt", "a.txt"]
    assert found == [
        ("a.txt", "ok", Mined("ok", b"a.txt")),
        ("b.txt", "partial", Mined("partial", b"known")),
        ("c.txt", "ok", Mined("ok", b"c.txt")),
        ("d.txt", "duplicate", None),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_not_utf8_is_mined_and_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xe1o.txt")).write_text("Báo cáo", encoding="utf-8")
    ((name, one),) = mine(tmp_path, OPTIONS).items()
    assert (name, one.verdict) == ("b\\udce1o.txt", ("ok", None))
    assert one.record is not None
    assert decode(encode(one.record)).source == name


def test_an_input_of_another_size_than_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 101)
    assert verdicts(mine(tmp_path, Options(limit=100))) == {"a.txt": ("failed", "too-large")}


def test_inputs_are_small() -> None:
    assert sys.getsizeof(Input("p", "n")) < 100
