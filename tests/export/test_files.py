"""Tables in the forms that researchers use: workbook, Stata, JSON Lines, CSV, Parquet."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from cchc_mining.archive import Archive
from cchc_mining.errors import UsageError
from cchc_mining.export import (
    COLUMNS,
    COMPARED_COLUMNS,
    DOSSIER_COLUMNS,
    FORMS,
    GRAPH_COLUMNS,
    write_rows,
)
from cchc_mining.export.columns import Column
from cchc_mining.export.notes import NOTES
from tests.index.made import made_documents
from tests.index.small import build

COLUMN_SET = (
    Column("label", "text", "Chỉ tiêu"),
    Column("value", "number", "Giá trị"),
    Column("page", "integer", "Trang"),
    Column("dates", "list", "Các ngày"),
)
# A formula, a link, a text of digits, a control character and a text longer than a cell: all stay
# texts.  Own wording.
ROWS = [
    ("=1+1", 6547.0, 3, '["2023-06-12 (6)", "2023-06-21 (1)"]'),
    ("https://example.org", 92.44, None, "[]"),
    ("0012", None, 1, '["x"]'),
    ("tỷ lệ\x0b %", -3.5, 2, "[]"),
    ("á" * 40_000, 1.0, 2, "[]"),
]


def write(path: Path) -> Path:
    return write_rows(path, COLUMN_SET, iter(ROWS), "vi")


def test_a_workbook_has_typed_cells_and_explains_itself(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "bảng.xlsx"))
    data, notes = (book[name] for name in ("Số liệu", "Giải thích"))
    cells = list(data.iter_rows(values_only=True))
    assert cells[0] == ("Chỉ tiêu", "Giá trị", "Trang", "Các ngày")
    assert cells[1] == ("=1+1", 6547, 3, "2023-06-12 (6); 2023-06-21 (1)")
    assert cells[3][:2] == ("0012", None)
    assert data["A2"].data_type == data["A4"].data_type == "s"
    assert data["A3"].hyperlink is None
    assert len(str(cells[5][0])) == 32_767
    assert (data.freeze_panes, data.auto_filter.ref) == ("A2", "A1:D6")
    assert [row[1] for row in notes.iter_rows(min_row=2, values_only=True)] == [
        column.name for column in COLUMN_SET
    ]


def test_stata_keeps_texts_numbers_and_labels(tmp_path: Path) -> None:
    path = write(tmp_path / "bang.dta")
    frame = pd.read_stata(path)
    assert frame["label"].tolist() == [row[0] for row in ROWS]
    assert frame["value"].isna().tolist() == [False, False, True, False, False]
    assert frame["dates"][0] == "2023-06-12 (6); 2023-06-21 (1)"
    with pd.io.stata.StataReader(path) as reader:
        assert reader.variable_labels()["label"] == "Chỉ tiêu"


def test_json_lines_leave_out_what_is_empty(tmp_path: Path) -> None:
    lines = write(tmp_path / "bang.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1]) == {"label": "https://example.org", "value": 92.44, "dates": []}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_every_row_of_every_table(form: str, tmp_path: Path) -> None:
    build(tmp_path / "index.sqlite", *made_documents(8))
    read = {
        ".csv": lambda path: len(pd.read_csv(path)),
        ".xlsx": lambda path: len(pd.read_excel(path)),
        ".parquet": lambda path: len(pd.read_parquet(path)),
        ".dta": lambda path: len(pd.read_stata(path)),
        ".jsonl": lambda path: len(path.read_text(encoding="utf-8").splitlines()),
    }[form]
    with Archive(tmp_path) as archive:
        for table in ("citations", "figures", "documents", "legal_documents"):
            path = archive.export_table(table, tmp_path / f"{table}{form}")
            assert read(path) == len(getattr(archive, f"{table}_frame")())


def test_figures_are_written_as_they_are_asked_for(tmp_path: Path) -> None:
    build(tmp_path / "index.sqlite", *made_documents(8))
    with Archive(tmp_path) as archive:
        source = archive.figures()[0].source
        wanted = archive.figures(source=source)
        path = archive.export_figures(tmp_path / "some.parquet", source=source)
        text = archive.text(source)
    frame = pd.read_parquet(path)
    assert frame["mention"].tolist() == [figure.mention for figure in wanted]
    for row in frame.itertuples():
        assert row.text in row.quote
        assert row.quote in " ".join(text.split())


@pytest.mark.parametrize("name", ["bang", "bang.xls", "bang.txt"])
def test_an_unknown_form_is_refused_before_anything_is_written(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.xlsx"):
        write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_every_column_is_explained() -> None:
    used = {
        c.name
        for table in (COLUMNS, COMPARED_COLUMNS, GRAPH_COLUMNS, DOSSIER_COLUMNS)
        for cs in table.values()
        for c in cs
    }
    assert used == set(NOTES)
