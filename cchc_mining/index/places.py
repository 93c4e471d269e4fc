"""Where something stands in a document, as rows of several tables tell it."""

from __future__ import annotations

import sqlite3

import msgspec

from ..records import Box, Passage

_read_boxes = msgspec.json.Decoder(tuple[Box, ...]).decode


def read_boxes(column: str | None) -> tuple[Box, ...]:
    """The boxes that a column `boxes` holds."""
    return _read_boxes(column) if column else ()


def passage_at(row: sqlite3.Row) -> Passage:
    """The passage of a row that has its document's `source` and `doc_id`, and its place in it."""
    return Passage(
        source=row["source"],
        doc_id=row["doc_id"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        page=row["page"],
        boxes=read_boxes(row["boxes"]),
    )
