"""One outcome a path, whatever happens to it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from cchc_mining.records import Given, Record, SourceText, Warning, decode, encode
from cchc_mining.run import (
    Input,
    Job,
    Mined,
    Options,
    Outcome,
    codes,
    identify,
    mine_inputs,
    mine_paths,
    walk,
)

OPTIONS = Options()


@pytest.fixture(autouse=True)
def plain_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found in a text is not the matter here; some texts make it fail or warn."""

    def extract_record(source: SourceText, given: Given | None = None) -> Record:
        if "nổ" in source.text:
            raise ValueError("no such luck")
        if "sâu" in source.text:
            raise RecursionError("maximum recursion depth exceeded")
        warnings = (Warning(code="odd", message="odd"),) if "lạ" in source.text else ()
        return Record(
            source=source.source,
            schema="cchc-record/1",
            media_type=source.media_type,
            encoding=source.encoding,
            given=given,
            warnings=warnings,
        )

    extract = ModuleType("cchc_mining.extract")
    extract.extract_record = extract_record  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, extract.__name__, extract)


def mine(folder: Path, options: Options = OPTIONS) -> dict[str, Outcome]:
    return {outcome.row.path: outcome for outcome in mine_paths([folder], options)}


def verdicts(outcomes: dict[str, Outcome]) -> dict[str, tuple[str, str | None]]:
    return {name: (o.row.outcome, o.row.reason) for name, o in outcomes.items()}


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
    outcomes = mine(tmp_path)
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
    assert {o.row.reason for o in outcomes.values()} - {None} <= set(codes())
    for name, outcome in outcomes.items():
        if name != ".hidden":
            digest = hashlib.sha256(files[name]).hexdigest()
            assert (outcome.row.sha256, outcome.row.size) == (digest, len(files[name]))
            assert outcome.row.doc_id == digest
    assert outcomes["e.txt"].record is not None
    assert outcomes["e.txt"].record.error == "extraction-error: ValueError: no such luck"


def test_a_record_says_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfB\xc3\xa1o c\xc3\xa1o")
    given = Given(province="tỉnh Lâm Hải", year=2023)
    outcome = mine(tmp_path, Options(given=given))["a.md"]
    record = outcome.record
    assert record is not None
    assert outcome.text == "Báo cáo"
    assert (record.schema, record.source, record.paths) == ("cchc-record/1", "a.md", ("a.md",))
    assert (record.media_type, record.encoding, record.status) == ("text/markdown", "utf-8", "ok")
    assert record.given == given
    assert decode(encode(record)) == record


def test_copies_are_one_document_with_all_its_paths(tmp_path: Path) -> None:
    for name in ("z/1.txt", "b.txt", "a/2.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Báo cáo", encoding="utf-8")
    outcomes = mine(tmp_path)
    assert [o.row.outcome for o in outcomes.values()] == ["ok", "duplicate", "duplicate"]
    record = outcomes["a/2.txt"].record
    assert record is not None
    assert record.paths == ("a/2.txt", "b.txt", "z/1.txt")
    assert [o.record for o in outcomes.values()][1:] == [None, None]


def test_a_copy_under_a_name_that_cannot_be_read_does_not_hide_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.bak").write_text("Báo cáo", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Báo cáo", encoding="utf-8")
    outcomes = mine(tmp_path)
    assert verdicts(outcomes) == {"a.bak": ("ok", None), "a.txt": ("duplicate", "same-content")}
    assert outcomes["a.bak"].record is not None
    assert outcomes["a.bak"].record.source == "a.bak"
    assert outcomes["a.bak"].record.media_type == "text/plain"


def test_a_file_without_read_permission_is_a_failed_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    opened = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    outcomes = mine(tmp_path)
    assert verdicts(outcomes) == {
        "a.txt": ("ok", None), "b.txt": ("failed", "unreadable"), "c.txt": ("ok", None),
    }  # fmt: skip
    record = outcomes["b.txt"].record
    assert record is not None
    assert (record.doc_id, record.paths) == (None, ("b.txt",))
    assert record.error == "unreadable: Permission denied"


def test_a_file_that_goes_or_changes_while_the_batch_runs(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    inputs = list(identify(walk([tmp_path])))
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").write_text("another text")
    outcomes = {o.row.path: o for o in mine_inputs(inputs, OPTIONS)}
    assert verdicts(outcomes) == {
        "a.txt": ("failed", "unreadable"), "b.txt": ("failed", "changed"), "c.txt": ("ok", None),
    }  # fmt: skip


def test_what_is_known_is_not_mined_again(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text(name if name != "d.txt" else "b.txt")
    known_text = "what was known"
    mined: list[str] = []

    class Known:
        def __contains__(self, job: Job) -> bool:
            return job.name == "b.txt"

        def __getitem__(self, job: Job) -> Mined:
            return Mined(Record(source="old name", doc_id=job.sha256), known_text)

    def engine(jobs: Iterable[Job], options: Options) -> Iterator[Mined]:
        for job in list(jobs):  # works ahead
            mined.append(job.name)
            yield Mined(Record(source=job.name, doc_id=job.sha256))

    inputs = list(identify(walk([tmp_path])))
    outcomes = list(mine_inputs(inputs, OPTIONS, known=Known(), engine=engine))
    assert mined == ["a.txt", "c.txt"]
    assert [o.row.outcome for o in outcomes] == ["ok", "ok", "ok", "duplicate"]
    assert outcomes[1].text == known_text
    assert outcomes[1].record is not None
    assert (outcomes[1].record.source, outcomes[1].record.paths) == ("b.txt", ("b.txt", "d.txt"))


def test_memory_holds_one_document_at_a_time(tmp_path: Path) -> None:
    for i in range(5):
        (tmp_path / f"{i}.txt").write_text(f"{i}")
    begun: list[str] = []

    def engine(jobs: Iterable[Job], options: Options) -> Iterator[Mined]:
        for job in jobs:
            begun.append(job.name)
            yield Mined(Record(source=job.name, doc_id=job.sha256))

    outcomes = mine_inputs(list(identify(walk([tmp_path]))), OPTIONS, engine=engine)
    next(outcomes)
    assert begun == ["0.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_not_utf8_is_mined_and_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xe1o.txt")).write_text("Báo cáo", encoding="utf-8")
    (outcome,) = mine_paths([tmp_path], OPTIONS)
    assert outcome.row.outcome == "ok"
    assert outcome.record is not None
    assert decode(encode(outcome.record)).source == "b\\udce1o.txt"


def test_an_input_of_another_size_than_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 101)
    assert verdicts(mine(tmp_path, Options(limit=100))) == {"a.txt": ("failed", "too-large")}


def test_inputs_are_small() -> None:
    assert sys.getsizeof(Input("p", "n")) < 100
