"""An archive asked from Python."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pytest

from cchc_mining import link
from cchc_mining.archive import Archive
from cchc_mining.errors import StorageError
from cchc_mining.export import COLUMNS
from cchc_mining.index import IndexWriter
from cchc_mining.records import Record, encode
from tests.index.made import made_documents


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder of ten made documents."""
    folder = tmp_path_factory.mktemp("out")
    with (
        IndexWriter(folder / "index.sqlite", link) as writer,
        (folder / "records.jsonl").open("wb") as lines,
    ):
        for record, text in made_documents(10):
            lines.write(encode(writer.add(record, text)) + b"\n")
        writer.finish()
    return folder


def test_questions(out: Path) -> None:
    with Archive(out) as archive:
        first = next(archive.legal_documents())
        cited = archive.cited(first.target)
        assert cited.total == first.mentions
        source = cited.mentions[0].source
        contents = archive.document(source)
        assert cited.mentions[0].mention in {citation.mention for citation in contents.citations}
        assert archive.figures(source=source) == contents.figures
        assert archive.text(source)[contents.figures[0].start :].startswith(
            contents.figures[0].text
        )
        assert archive.search("cai cach hanh chinh", limit=3)


def test_records_come_back_as_they_were_written(out: Path) -> None:
    with Archive(out) as archive:
        sources = [record.source for record in archive.records()]
    assert sorted(sources) == sorted(record.source for record, _ in made_documents(10))


@pytest.mark.parametrize("table", ["citations", "figures", "documents", "legal_documents"])
def test_frames_have_the_columns_and_sensible_types(out: Path, table: str) -> None:
    with Archive(out) as archive:
        frame = getattr(archive, f"{table}_frame")()
    assert list(frame.columns) == [column.name for column in COLUMNS[table]]
    assert len(frame) > 0
    kinds = {"text": "string", "integer": "Int64", "number": "float64", "list": "object"}
    assert [str(dtype) for dtype in frame.dtypes] == [
        kinds[column.type] for column in COLUMNS[table]
    ]


def test_frames_can_be_counted_with(out: Path) -> None:
    with Archive(out) as archive:
        figures = archive.figures_frame()
        documents = archive.documents_frame()
    assert (
        figures.groupby("source").size().to_dict()
        == documents.set_index("source")["figures"].to_dict()
    )
    fractions = figures[figures["value"].isna()]
    assert set(fractions["num"] / fractions["den"]) == {30 / 43}


def test_an_empty_archive_has_empty_frames(tmp_path: Path) -> None:
    with IndexWriter(tmp_path / "index.sqlite", link) as writer:
        writer.finish()
    with Archive(tmp_path) as archive:
        assert archive.citations_frame().shape == (0, len(COLUMNS["citations"]))


def test_what_is_no_archive_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no index here"):
        Archive(tmp_path)


def test_a_broken_line_of_records_is_named(out: Path, tmp_path: Path) -> None:
    (tmp_path / "index.sqlite").write_bytes((out / "index.sqlite").read_bytes())
    with Archive(tmp_path) as archive:
        with pytest.raises(StorageError, match="cannot be read"):
            next(archive.records())
        (tmp_path / "records.jsonl").write_bytes(encode(Record(source="a.txt")) + b"\nno record\n")
        with pytest.raises(StorageError, match="line 2"):
            list(archive.records())


def test_nothing_heavy_is_imported_before_it_is_needed(repository: Path) -> None:
    script = (
        "import sys; import cchc_mining.archive;"
        "sys.exit(bool({'pandas', 'pyarrow', 'click', 'lxml'} & set(sys.modules)))"
    )
    assert run([sys.executable, "-c", script], cwd=repository, capture_output=True).returncode == 0
