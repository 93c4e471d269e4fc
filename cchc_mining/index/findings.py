"""Findings of the audit: put in by document and place, and read again as they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from ..records import Box, Finding, Passage, Words
from .rows import as_json, insertion
from .storage import connect_to_write, storage_errors

_COLUMNS = (
    *("finding_id", '"check"', "severity", "start", '"end"', "text", "page", "boxes"),
    *("message_vi", "message_en", "expected", "arithmetic", "evidence", "confidence"),
)
# Of a check, a severity and a document's id, each null for any.
FINDINGS = """
SELECT d.source, d.doc_id, f.* FROM documents d CROSS JOIN findings f ON f.document = d.id
WHERE (?1 IS NULL OR f."check" = ?1) AND (?2 IS NULL OR f.severity = ?2)
  AND (?3 IS NULL OR d.id = ?3)
ORDER BY d.source, f.n
"""

_read_boxes = msgspec.json.Decoder(tuple[Box, ...]).decode
_read_passages = msgspec.json.Decoder(tuple[Passage, ...]).decode


def store_findings(path: str | Path, findings: Iterable[Finding]) -> None:
    """Put an archive's findings in, in place of those that were there; all or nothing.

    Their order does not matter.  Raises StorageError where the file cannot be written.
    """
    path = Path(path)
    connection = connect_to_write(path)
    try:
        with storage_errors(path):
            connection.execute("DELETE FROM findings")
            connection.execute("CREATE TEMP TABLE found AS SELECT * FROM findings")
            connection.executemany(
                insertion("temp.found", ("document", "n", *_COLUMNS)).replace(
                    "(?", "((SELECT id FROM documents WHERE source = ?)", 1
                ),
                ((finding.source, 0, *_row(finding)) for finding in findings),
            )
            columns = ", ".join(_COLUMNS)
            connection.execute(
                f"INSERT INTO findings (document, n, {columns}) SELECT document, row_number() OVER"
                ' (PARTITION BY document ORDER BY start, "end", "check", finding_id) - 1,'
                f" {columns} FROM temp.found"
            )
            connection.execute("DROP TABLE temp.found")
            connection.execute("COMMIT")
    finally:
        connection.close()  # without a commit it rolls back


def read_findings(rows: Iterable[sqlite3.Row]) -> Iterator[Finding]:
    """The rows of FINDINGS as findings."""
    return map(_finding, rows)


def _row(finding: Finding) -> tuple[Any, ...]:
    """Columns _COLUMNS."""
    return (
        *(finding.finding_id, finding.check, finding.severity),
        *(finding.start, finding.end, finding.text, finding.page),
        as_json(finding.boxes) if finding.boxes else None,
        *(finding.message.vi, finding.message.en, finding.expected, finding.arithmetic),
        *(as_json(finding.evidence), finding.confidence),
    )


def _finding(row: sqlite3.Row) -> Finding:
    return Finding(
        finding_id=row["finding_id"],
        check=row["check"],
        severity=row["severity"],
        source=row["source"],
        doc_id=row["doc_id"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        page=row["page"],
        boxes=_read_boxes(row["boxes"]) if row["boxes"] else (),
        message=Words(row["message_vi"], row["message_en"]),
        expected=row["expected"],
        arithmetic=row["arithmetic"],
        evidence=_read_passages(row["evidence"]),
        confidence=row["confidence"],
    )
