"""records.jsonl: completed after the archive is linked."""

from __future__ import annotations

from pathlib import Path

from cchc_mining.records import Citation, Record, decode, encode
from cchc_mining.run import Completion, complete_records


def record(source: str, *targets: str | None) -> Record:
    citations = tuple(
        Citation(start=i, end=i + 1, text="x", id=f"c{i}", target=target, number="1/QĐ-UBND")
        for i, target in enumerate(targets)
    )
    return Record(
        source=source, doc_id=f"id of {source}", media_type="text/plain", citations=citations
    )


def write(path: Path, *records: Record) -> Path:
    path.write_bytes(b"".join(encode(r) + b"\n" for r in records))
    return path


def read(path: Path) -> list[Record]:
    return [decode(line) for line in path.read_bytes().splitlines()]


def test_what_the_archive_adds_is_put_where_it_belongs(tmp_path: Path) -> None:
    a, b, c, d = record("a", "t?", "u"), record("b", "t?"), record("c"), record("d", "t?", "t?")
    lines = write(tmp_path / "part", a, b, c, d)
    added = [
        Completion("a", "c0", "t1", ()),
        Completion("d", "c0", "t1", ()),
        Completion("d", "c1", "t?", ("t1", "t2")),
    ]
    complete_records(lines, tmp_path / "all", added)
    found = read(tmp_path / "all")
    assert [[x.target for x in r.citations] for r in found] == [
        ["t1", "u"], ["t?"], [], ["t1", "t?"],
    ]  # fmt: skip
    assert found[3].citations[1].candidates == ("t1", "t2")
    assert found[1] == b


def test_nothing_to_add_copies_every_byte(tmp_path: Path) -> None:
    lines = write(tmp_path / "part", record("a", "t"), record("b"))
    complete_records(lines, tmp_path / "all", [])
    assert (tmp_path / "all").read_bytes() == lines.read_bytes()
