"""An archive asked from Python."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pandas as pd
import pytest

from cchc_mining import link
from cchc_mining.archive import Archive
from cchc_mining.errors import StorageError
from cchc_mining.export import COLUMNS, Column, table_frame, write_tables
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


FRAMES = ("citations", "figures", "documents", "legal_documents", "findings", "inputs")


@pytest.mark.parametrize("table", FRAMES)
def test_frames_have_the_columns_and_the_types_of_what_they_hold(out: Path, table: str) -> None:
    with Archive(out) as archive:
        frame = getattr(archive, f"{table}_frame")()
    names = [column.name for column in COLUMNS[table]]
    assert [name for name in frame.columns if name in names] == names
    for column in COLUMNS[table]:
        kind = str(frame[column.name].dtype)
        if column.type == "text":
            assert kind in ("string", "category") or (
                kind == "datetime64[s]" and frame[f"{column.name}_text"].dtype == "string"
            )
        else:
            assert kind == {"integer": "Int64", "number": "float64", "list": "object"}[column.type]


DAYS = [
    ("2024-02-29", "2024-02-29"),
    ("2024-02-30", None),  # as written; there is no such day
    ("2024-02", None),  # the day is blank
    (None, None),
]
PERIODS = [
    ("2023", "2023-01-01", "2023-12-31"),
    ("2023-Q2", "2023-04-01", "2023-06-30"),
    ("2022-12-15/2023-12-14", "2022-12-15", "2023-12-14"),
    (None, None, None),
]


def test_days_and_periods_are_days_and_what_is_written_stays() -> None:
    columns = (Column("date", "text", ""), Column("period", "text", ""))
    rows = [(day, period) for (day, _), (period, _, _) in zip(DAYS, PERIODS, strict=True)]
    frame = table_frame(columns, iter(rows))

    def shown(name: str) -> list[str | None]:
        days = frame[name].dt.strftime("%Y-%m-%d")
        return [None if pd.isna(day) else day for day in days]

    assert shown("date") == [day for _, day in DAYS]
    assert frame["date_text"].fillna("").tolist() == [written or "" for written, _ in DAYS]
    assert shown("period_start") == [first for _, first, _ in PERIODS]
    assert shown("period_end") == [last for _, _, last in PERIODS]


def test_a_frame_is_the_same_from_the_stored_table_and_from_the_index(
    out: Path, tmp_path: Path
) -> None:
    write_tables(out / "index.sqlite", tmp_path)
    (tmp_path / "index.sqlite").write_bytes((out / "index.sqlite").read_bytes())
    with Archive(out) as asked, Archive(tmp_path) as stored:
        for table in ("citations", "figures"):
            pd.testing.assert_frame_equal(
                getattr(asked, f"{table}_frame")(), getattr(stored, f"{table}_frame")()
            )
    (tmp_path / "figures.parquet").write_bytes(b"PAR1")
    with Archive(tmp_path) as archive, pytest.raises(StorageError, match=r"figures\.parquet"):
        archive.figures_frame()


def test_frames_of_figures_take_the_conditions_of_figures(out: Path) -> None:
    with Archive(out) as archive:
        agency = next(figure.agency for figure in archive.figures() if figure.agency)
        frame = archive.figures_frame(agency=agency)
        assert 0 < len(frame) == len(archive.figures(agency=agency)) < len(archive.figures_frame())


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
        frame = archive.citations_frame()
    assert len(frame) == 0
    assert {column.name for column in COLUMNS["citations"]} <= set(frame.columns)


def test_what_is_no_archive_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no index here"):
        Archive(tmp_path)


def test_a_document_is_found_and_shown(out: Path) -> None:
    with Archive(out) as archive:
        records = {record.source: record for record in archive.records()}
        source = sorted(records)[3]
        assert archive.record(source) == records[source]
        assert archive.marked(source).text == archive.text(source)
        assert f"documents {len(records)}" in archive._repr_html_()


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
