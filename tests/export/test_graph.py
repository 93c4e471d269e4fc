"""The archive as a graph (CSV and GraphML) and as W3C Web Annotations."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cchc_mining import mine_archive
from cchc_mining.archive import Archive
from cchc_mining.errors import StorageError

# Own wording; none tuned the code.
FIRST = """\
Số: 12/BC-SNV

Căn cứ Quyết định số 15/QĐ-UBND ngày 05/01/2024 của UBND tỉnh Bình Lộc; Quyết định số 40/QĐ-UBND
ngày 02/02/2024 thay thế Quyết định số 15/QĐ-UBND ngày 05/01/2024.
"""
SECOND = "Thực hiện Quyết định số 15/QĐ-UBND ngày 05/01/2024 của UBND tỉnh Bình Lộc, <xã> & \x0b phường.\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents, one of which bears a number."""
    folder = tmp_path_factory.mktemp("graph")
    (folder / "một.txt").write_text(FIRST, encoding="utf-8")
    (folder / "hai.txt").write_text(SECOND, encoding="utf-8")
    files = sorted(folder.glob("*.txt"))
    mine_archive(files, folder / "out", province="tỉnh Bình Lộc", year=2024)
    return folder / "out"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_of_the_graph_hold_together(archive: Path, tmp_path: Path) -> None:
    with Archive(archive) as opened:
        nodes, edges = map(rows, opened.export_graph(tmp_path, "en"))
    ids = {node["id"] for node in nodes}
    assert len(ids) == len(nodes)
    assert all({edge["source"], edge["target"]} <= ids for edge in edges)
    by_label = {node["label"]: node for node in nodes}
    assert by_label["15/QĐ-UBND"]["mentions"] == "3"
    (replaced,) = [edge for edge in edges if edge["relation"] == "replaces"]
    assert (replaced["source"], replaced["target"]) == (
        by_label["40/QĐ-UBND"]["id"],
        by_label["15/QĐ-UBND"]["id"],
    )
    assert replaced["evidence"].endswith("thay thế Quyết định số 15/QĐ-UBND ngày 05/01/2024")


def test_graphml_has_the_same_nodes_and_edges(archive: Path, tmp_path: Path) -> None:
    with Archive(archive) as opened:
        tables = list(map(rows, opened.export_graph(tmp_path, "en")))
        (path,) = opened.export_graph(tmp_path / "new" / "graph.graphml")
    root = ElementTree.parse(path).getroot()
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {key.get("id") for key in root.iter(f"{space}key")}
    assert {data.get("key") for data in root.iter(f"{space}data")} <= keys
    found = [[item.attrib for item in root.iter(space + kind)] for kind in ("node", "edge")]
    assert [node["id"] for node in found[0]] == [node["id"] for node in tables[0]]
    assert [(e["source"], e["target"]) for e in found[1]] == [
        (e["source"], e["target"]) for e in tables[1]
    ]


def test_annotations_find_their_words_again(archive: Path, tmp_path: Path) -> None:
    with Archive(archive) as opened:
        written = opened.export_annotations(tmp_path)
        records = {record.doc_id: record for record in opened.records()}
        texts = {doc_id: opened.text(record.source) for doc_id, record in records.items()}
    assert {path.stem for path in written} == set(records)
    for path in written:
        page = json.loads(path.read_text(encoding="utf-8"))
        record, text = records[path.stem], texts[path.stem]
        assert page["type"] == "AnnotationPage"
        assert len({item["id"] for item in page["items"]}) == len(page["items"])
        assert len(page["items"]) == sum(
            map(len, (record.citations, record.dates, record.periods, record.agencies, record.indicators))
        )  # fmt: skip
        for item in page["items"]:
            position, quote = item["target"]["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in text


def test_a_folder_that_cannot_be_written_is_named(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Archive(archive) as opened, pytest.raises(StorageError, match="file"):
        opened.export_graph(tmp_path / "file" / "graph.graphml")


def test_whose_documents_rely_on_whose(archive: Path) -> None:
    with Archive(archive) as opened:
        all_rows = opened.reliance()
        (basis,) = [row for row in opened.reliance("basis") if row.citing]
    assert sum(row.mentions for row in all_rows) == 4
    assert (basis.citing, basis.cited) == (
        "Sở Nội vụ tỉnh Bình Lộc",
        "Ủy ban nhân dân tỉnh Bình Lộc",
    )
