"""The tables: their columns, their bytes, and what a spreadsheet makes of them."""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining import link
from cchc_mining.errors import StorageError, UsageError
from cchc_mining.export import COLUMNS, GRAPH_COLUMNS, write_tables
from cchc_mining.export.csv_file import number_cell, text_cell
from cchc_mining.index import TABLES, IndexWriter, InputRow, open_index
from cchc_mining.records import Fraction, Header, Indicator, Record, Warning
from tests.index.made import made_documents
from tests.index.small import build


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of one document with cells that make trouble."""
    folder = tmp_path_factory.mktemp("odd")
    values = [5, 92.44, -3, 204859665100, Fraction(30, 43)]
    record = Record(
        source="=cmd|' /C calc'!A0.txt",
        doc_id="a" * 64,
        status="partial",
        warnings=(Warning(code="legacy-encoding", message="TCVN3"),),
        header=Header(title="+84 258\nhai dòng", recipients=("- UBND tỉnh", "Lưu: VT; LH")),
        indicators=tuple(
            Indicator(start=i, end=i + 1, text="1", id=f"i{i}", value=value, label="@hồ sơ")
            for i, value in enumerate(values)
        ),
    )
    with IndexWriter(folder / "i", link) as writer:
        writer.add(record, "11111")
        writer.add_input(InputRow(path=record.source, outcome="partial", size=5, doc_id="a" * 64))
        writer.finish()
    write_tables(folder / "i", folder, lang="en")
    return folder


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_are_those_of_the_query(table: str, made_tables: Path) -> None:
    with open_index(made_tables / "i") as index:
        assert index.table_columns(table) == tuple(column.name for column in COLUMNS[table])


@pytest.mark.parametrize("table", COLUMNS)
def test_headings_are_told_apart(table: str) -> None:
    columns = COLUMNS[table]
    assert (
        len({column.vi for column in columns})
        == len({column.name for column in columns})
        == len(columns)
    )
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column.name) for column in columns)


def test_every_table_is_exported() -> None:
    assert list(TABLES) == [*COLUMNS, *GRAPH_COLUMNS]


@pytest.fixture(scope="module")
def made_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    build(folder / "i", *made_documents(20))
    write_tables(folder / "i", folder)
    return folder


def test_csv_opens_in_excel(made_tables: Path) -> None:
    start = (made_tables / "citations.csv").read_bytes()[:200]
    assert start.startswith(b"\xef\xbb\xbf" + "Tệp,".encode())
    assert b"\r\n" in (made_tables / "citations.csv").read_bytes()


@pytest.mark.parametrize("table", COLUMNS)
def test_csv_and_parquet_hold_the_same(made_tables: Path, table: str) -> None:
    columns = COLUMNS[table]
    rows = read_csv(made_tables / f"{table}.csv")
    found = pq.read_table(made_tables / f"{table}.parquet")
    assert found.column_names == [column.name for column in columns]
    assert found.num_rows == len(rows)
    for column in columns:
        kind = {
            "text": "string",
            "integer": "int64",
            "number": "double",
            "list": "list<element: string>",
        }
        assert str(found.schema.field(column.name).type) == kind[column.type]
    for row, values in zip(rows, found.to_pylist(), strict=True):
        for column in columns:
            cell, value = row[column.vi], values[column.name]
            if value is None or value == []:
                assert cell == ""
            elif column.type == "number":
                assert float(cell) == value
            elif column.type == "list":
                assert cell == "; ".join(value)
            else:
                assert cell == str(value)


def test_no_cell_is_a_formula_and_nothing_is_lost(odd: Path) -> None:
    (document,) = read_csv(odd / "documents.csv")
    assert document["source"] == "'=cmd|' /C calc'!A0.txt"
    assert document["title"] == "'+84 258\nhai dòng"
    assert document["recipients"] == "'- UBND tỉnh; Lưu: VT; LH"
    assert document["warnings"] == "legacy-encoding"
    exact = pq.read_table(odd / "documents.parquet").to_pylist()[0]
    assert exact["source"] == "=cmd|' /C calc'!A0.txt"
    assert exact["recipients"] == ["- UBND tỉnh", "Lưu: VT; LH"]


def test_numbers_stay_numbers(odd: Path) -> None:
    rows = read_csv(odd / "figures.csv")
    assert [(row["value"], row["num"], row["den"]) for row in rows] == [
        ("5", "", ""), ("92.44", "", ""), ("-3", "", ""), ("204859665100", "", ""), ("", "30", "43"),
    ]  # fmt: skip
    assert {row["label"] for row in rows} == {"'@hồ sơ"}
    assert pq.read_table(odd / "figures.parquet")["value"].to_pylist() == [
        5,
        92.44,
        -3,
        204859665100,
        None,
    ]


@given(st.text())
def test_the_mark_on_a_text_can_be_taken_away(text: str) -> None:
    cell = text_cell(text)
    assert not re.match(r"[=+\-@\t\r]", cell)
    assert (re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", cell)) == text


@given(st.floats(allow_nan=False))
def test_a_number_reads_back(value: float) -> None:
    assert float(number_cell(value)) == value


def test_the_order_of_documents_changes_no_byte(tmp_path: Path) -> None:
    documents = list(made_documents(12))
    for name, some in (("a", documents), ("b", random.Random(1).sample(documents, 12))):
        build(tmp_path / f"{name}.sqlite", *some)
        write_tables(tmp_path / f"{name}.sqlite", tmp_path / name)
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_an_archive_of_nothing_has_empty_tables(tmp_path: Path) -> None:
    written = write_tables(build(tmp_path / "i"), tmp_path / "out")
    assert len(written) == 2 * len(COLUMNS)
    assert read_csv(tmp_path / "out" / "figures.csv") == []
    assert pq.read_table(tmp_path / "out" / "figures.parquet").num_rows == 0


def test_rows_beyond_one_row_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc_mining.export._ROWS_AT_ONCE", 7)
    build(tmp_path / "i", *made_documents(3))
    write_tables(tmp_path / "i", tmp_path)
    file = pq.ParquetFile(tmp_path / "citations.parquet")
    assert file.num_row_groups == 6
    assert file.metadata.num_rows == len(read_csv(tmp_path / "citations.csv")) == 39


def test_old_tables_stay_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path / "i", *made_documents(2))
    out = tmp_path / "out"
    write_tables(tmp_path / "i", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cchc_mining.export.parquet_file.ParquetFile.write", full)
    with pytest.raises(StorageError, match="No space left"):
        write_tables(tmp_path / "i", out, lang="en")
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_what_cannot_be_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such language"):
        write_tables(tmp_path / "i", tmp_path, lang="fr")  # type: ignore[arg-type]
    with pytest.raises(StorageError, match="there is no index"):
        write_tables(tmp_path / "i", tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="cannot write"):
        write_tables(build(tmp_path / "j"), tmp_path / "file")
