"""Where a mention stands on its page is kept in the index."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec

from cchc_mining import link
from cchc_mining.extract import extract_record
from cchc_mining.index import IndexWriter
from cchc_mining.intake import read_bytes

from ..intake.made_pdf import Sheet


def test_boxes_of_citations_and_figures_are_stored_as_json(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .page()
        .paragraph(
            "Thực hiện Quyết định số 45/QĐ-UBND ngày 03/02/2024, Sở đã giải quyết 1.204 hồ sơ."
        )
    )
    source = read_bytes(sheet.bytes(), "a.pdf")
    record = msgspec.structs.replace(extract_record(source), doc_id="0" * 64)
    path = tmp_path / "index.sqlite"
    with IndexWriter(path, link) as writer:
        writer.add(record, source.text)
        writer.finish()
    with sqlite3.connect(path) as connection:
        for table, mentions in (("citations", record.citations), ("figures", record.indicators)):
            rows = connection.execute(f"SELECT text, page, boxes FROM {table} ORDER BY id")
            assert [(text, page, msgspec.json.decode(boxes)) for text, page, boxes in rows] == [
                (m.text, 2, [list(box) for box in m.boxes]) for m in mentions
            ]
            assert mentions
