"""What is written as JSON is what its schema says, and is read back equal."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import jsonschema
import make_schemas
import msgspec
import pytest

from cchc_mining import Archive, StorageError, mine_archive
from cchc_mining.records import (
    WIRE_TYPES,
    Finding,
    Link,
    Record,
    encode,
    json_schema,
    read_lines,
)

SAMPLE = Path(__file__).resolve().parents[2] / "corpora" / "lam-hai"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive, mined."""
    folder = tmp_path_factory.mktemp("schemas") / "out"
    mine_archive([SAMPLE / "bao-cao-cchc-tinh-2023.txt", SAMPLE / "bao-cao-xa-2025.txt"], folder)
    return folder


@pytest.mark.parametrize("name", WIRE_TYPES)
def test_the_schemas_in_the_package_are_those_of_the_types(name: str) -> None:
    stored = resources.files("cchc_mining") / "schemas" / f"{name}.schema.json"
    assert stored.read_text(encoding="utf-8") == make_schemas.schema_text(name)


@pytest.mark.parametrize(
    ("name", "file", "kind"),
    [("record", "records.jsonl", Record), ("finding", "findings.jsonl", Finding)],
)
def test_what_a_run_writes_is_valid_and_read_back_equal(
    out: Path, name: str, file: str, kind: type
) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(name))
    lines = (out / file).read_bytes().splitlines()
    read = list(read_lines(out / file, kind))
    assert len(lines) == len(read) > 0
    for line, value in zip(lines, read, strict=True):
        validator.validate(json.loads(line))
        assert encode(value) == line
        assert msgspec.json.decode(encode(value), type=kind) == value


def test_links_are_valid_and_stand_where_they_say(out: Path) -> None:
    validator = jsonschema.Draft202012Validator(json_schema("link"))
    with Archive(out) as archive:
        links = list(archive.links())
        assert links
        for link in links:
            validator.validate(json.loads(encode(link)))
            assert archive.text(link.source)[link.start : link.end] == link.text
        assert len(archive.links_frame()) <= len(links)


@pytest.mark.parametrize("kind", [Record, Finding, Link])
def test_a_line_that_is_something_else_is_named(tmp_path: Path, kind: type) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"nothing": 1}\n')
    with pytest.raises(StorageError, match=r"lines\.jsonl, line 1: no " + kind.__name__.lower()):
        list(read_lines(path, kind))
