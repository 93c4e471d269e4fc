"""Findings of the audit: put in by document and place, read again with what was decided of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypedDict

import msgspec
from msgspec import Struct

from ..records import Decision, Finding, Passage, Severity, Words
from .context import sentence_around
from .places import read_boxes
from .problems import QuestionError
from .rows import as_json, insertion
from .storage import connect_to_write, fields_of, storage_errors

_COLUMNS = (
    *("finding_id", '"check"', "severity", "start", '"end"', "text", "page", "boxes"),
    *("message_vi", "message_en", "expected", "arithmetic", "evidence", "confidence"),
)
_FOUND = """
SELECT d.source, d.doc_id, d.number AS doc_number, d.doc_date, d.issuer AS doc_issuer, d.title,
  f.*, x.decision, x.at AS decided_at, x.note AS decision_note, x.by AS decided_by
FROM documents d CROSS JOIN findings f ON f.document = d.id
LEFT JOIN temp.decisions x ON x.finding_id = f.finding_id
"""
# What each condition asks; null for any.
_ASKED = """
WHERE (?1 IS NULL OR f."check" IN (SELECT value FROM json_each(?1)))
  AND (?2 IS NULL OR f.severity IN (SELECT value FROM json_each(?2)))
  AND (?3 IS NULL OR d.id = ?3)
  AND (NOT ?4 OR x.decision IS NULL OR x.decision = 'check')
"""
_COUNTS = f"""
SELECT "check", severity, coalesce(decision = 'dismiss', 0), count(*)
FROM ({_FOUND} {_ASKED}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
_BY_DOCUMENT = f"""
SELECT source, doc_number, doc_date, doc_issuer, title, sum(severity = 'error') AS errors,
  sum(severity = 'warning') AS warnings, sum(severity = 'info') AS remarks,
  sum(decision IS NULL OR decision = 'check') AS undecided
FROM ({_FOUND} {_ASKED}) GROUP BY document ORDER BY source
"""
# Every input path; the gravest outcomes first.
_COVERAGE = """
SELECT i.path, i.outcome, i.reason, i.size, i.sha256, d.source AS document,
  (SELECT json_group_array(json_extract(value, '$.code')) FROM json_each(d.warnings)) AS warnings
FROM inputs i LEFT JOIN documents d ON d.doc_id = i.doc_id
ORDER BY CASE i.outcome WHEN 'failed' THEN 0 WHEN 'partial' THEN 1 WHEN 'skipped' THEN 2
  WHEN 'duplicate' THEN 3 ELSE 4 END, i.path
"""
_OF_PREFIX = f"{_FOUND} WHERE substr(f.finding_id, 1, length(?1)) = ?1 ORDER BY f.finding_id"
_LOST = """
SELECT finding_id, decision, at, note, by, "check", source, text FROM temp.decisions
WHERE finding_id NOT IN (SELECT finding_id FROM findings) ORDER BY source, finding_id
"""
# Beside the file and gone with the connection: decisions are kept elsewhere.
DECISIONS_TABLE = """
CREATE TEMP TABLE decisions (
  finding_id TEXT PRIMARY KEY, decision TEXT NOT NULL, at TEXT NOT NULL, note TEXT, by TEXT,
  "check" TEXT, source TEXT, text TEXT
) WITHOUT ROWID
"""
_NAMED = 5  # of several findings

Rows = Callable[[str, Sequence[object]], Iterable[sqlite3.Row]]
TextOf = Callable[[int], str]


class FindingInContext(Finding, frozen=True, kw_only=True, omit_defaults=True):
    """A finding with the words of its sentence before and after it, the head of its document, and
    what was decided of it."""

    before: str = ""
    after: str = ""
    doc_number: str | None = None
    doc_date: str | None = None
    doc_issuer: str | None = None
    title: str | None = None
    decision: Decision | None = None


class FindingConditions(TypedDict, total=False):
    """What findings are asked for: of some checks, some severities, one document, or those that
    nobody has accepted or dismissed; all conditions given must be met."""

    checks: Sequence[str]
    severities: Sequence[Severity]
    source: str | None
    undecided: bool


class Asked(Struct, frozen=True, kw_only=True):
    """Which findings: of some checks, some severities, one document (its row), or those not decided;
    all where nothing is said."""

    checks: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    document: int | None = None
    undecided: bool = False

    @property
    def values(self) -> tuple[object, ...]:
        """What _ASKED is asked with."""
        lists = (as_json(some) if some else None for some in (self.checks, self.severities))
        return (*lists, self.document, self.undecided)


class FindingCount(Struct, frozen=True):
    """How many findings of a check there are of one severity, dismissed or not."""

    check: str
    severity: Severity
    dismissed: bool
    findings: int


_read_codes = msgspec.json.Decoder(tuple[str, ...]).decode
_read_passages = msgspec.json.Decoder(tuple[Passage, ...]).decode


class DocumentFindings(Struct, frozen=True, kw_only=True):
    """How many findings a document has."""

    source: str
    doc_number: str | None = None
    doc_date: str | None = None
    doc_issuer: str | None = None
    title: str | None = None
    errors: int = 0
    warnings: int = 0
    remarks: int = 0
    undecided: int = 0


class Coverage(Struct, frozen=True, kw_only=True):
    """What became of one input path.

    `reason` is the code of why; `document` the source under which its content was read; `warnings`
    are the codes of what was not read as it should.
    """

    path: str
    outcome: str
    reason: str | None = None
    size: int | None = None
    sha256: str | None = None
    document: str | None = None
    warnings: tuple[str, ...] = ()


def store_findings(
    path: str | Path, findings: Iterable[Finding], wait: Callable[[], None] | None = None
) -> None:
    """Put an archive's findings in, in place of those that were there; all or nothing.

    Their order does not matter.  `wait` is called when all of them have come, before the file is
    written: it waits for those who still read it.  Raises StorageError where it cannot be written.
    """
    path = Path(path)
    connection = connect_to_write(path)
    try:
        with storage_errors(path):
            # Beside the file until all are there: they come of readers of it, whom a write of more
            # than fits the cache would lock out.
            connection.execute("CREATE TEMP TABLE found AS SELECT * FROM findings LIMIT 0")
            connection.executemany(
                insertion("temp.found", ("document", "n", *_COLUMNS)).replace(
                    "(?", "((SELECT id FROM documents WHERE source = ?)", 1
                ),
                ((finding.source, 0, *_row(finding)) for finding in findings),
            )
            if wait:
                wait()
            columns = ", ".join(_COLUMNS)
            connection.execute("DELETE FROM findings")
            connection.execute(
                f"INSERT INTO findings (document, n, {columns}) SELECT document, row_number() OVER"
                ' (PARTITION BY document ORDER BY start, "end", "check", finding_id) - 1,'
                f" {columns} FROM temp.found"
            )
            connection.execute("DROP TABLE temp.found")
            connection.execute("COMMIT")
    finally:
        connection.close()  # without a commit it rolls back


def note_decisions(connection: sqlite3.Connection, decisions: Iterable[Decision]) -> None:
    """Put decisions beside the findings, for this connection alone."""
    connection.executemany(
        "INSERT OR REPLACE INTO temp.decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (d.finding_id, d.decision, d.at, d.note, d.by, d.check, d.source, d.text)
            for d in decisions
        ),
    )


def findings_asked(rows: Rows, asked: Asked) -> Iterator[Finding]:
    """Findings by source and place."""
    return map(_finding, rows(f"{_FOUND} {_ASKED} ORDER BY d.source, f.n", asked.values))


def findings_in_context(
    rows: Rows, text_of: TextOf, asked: Asked, *, by_check: bool = False
) -> Iterator[FindingInContext]:
    """Findings with their surroundings, by source and place; or by check first."""
    order = 'f."check", d.source, f.n' if by_check else "d.source, f.n"
    document, text = None, ""
    for row in rows(f"{_FOUND} {_ASKED} ORDER BY {order}", asked.values):
        if row["document"] != document:  # rows of one document stand together
            document, text = row["document"], text_of(row["document"])
        yield _in_context(row, text)


def finding_counts(rows: Rows, asked: Asked) -> tuple[FindingCount, ...]:
    """The numbers of findings."""
    return tuple(FindingCount(c, s, bool(d), n) for c, s, d, n in rows(_COUNTS, asked.values))


def documents_with_findings(rows: Rows, asked: Asked) -> Iterator[DocumentFindings]:
    """The documents that have findings."""
    for row in rows(_BY_DOCUMENT, asked.values):
        yield msgspec.convert(fields_of(row), DocumentFindings)


def coverage(rows: Rows) -> Iterator[Coverage]:
    """Every input path, those that were not read first."""
    for row in rows(_COVERAGE, ()):
        warnings = _read_codes(row["warnings"]) if row["warnings"] else ()
        yield msgspec.convert({**fields_of(row), "warnings": warnings}, Coverage)


def finding_called(rows: Rows, text_of: TextOf, prefix: str) -> FindingInContext:
    """The finding of an id, or of so much of it as suffices.

    Raises UsageError where there is none, or several.
    """
    found = list(rows(_OF_PREFIX, (prefix.strip().lower(),)))
    exact = [row for row in found if row["finding_id"] == prefix.strip().lower()]
    same = exact or found
    if not prefix.strip() or not same:
        raise QuestionError("no-such-finding", name=prefix)
    if len(same) > 1:
        some = ", ".join(row["finding_id"] for row in same[:_NAMED])
        raise QuestionError("several-findings", name=prefix, count=len(same), some=some)
    return _in_context(same[0], text_of(same[0]["document"]))


def lost_decisions(rows: Rows) -> tuple[Decision, ...]:
    """Decisions on findings that are no longer there."""
    return tuple(msgspec.convert(fields_of(row), Decision) for row in rows(_LOST, ()))


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
    return Finding(**_fields(row))


def _in_context(row: sqlite3.Row, text: str) -> FindingInContext:
    before, after = sentence_around(text, row["start"], row["end"])
    return FindingInContext(
        **_fields(row),
        before=before,
        after=after,
        doc_number=row["doc_number"],
        doc_date=row["doc_date"],
        doc_issuer=row["doc_issuer"],
        title=row["title"],
        decision=_decision(row),
    )


def _decision(row: sqlite3.Row) -> Decision | None:
    if row["decision"] is None:
        return None
    return Decision(
        finding_id=row["finding_id"],
        decision=row["decision"],
        at=row["decided_at"],
        note=row["decision_note"],
        by=row["decided_by"],
    )


def _fields(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "finding_id": row["finding_id"],
        "check": row["check"],
        "severity": row["severity"],
        "source": row["source"],
        "doc_id": row["doc_id"],
        "start": row["start"],
        "end": row["end"],
        "text": row["text"],
        "page": row["page"],
        "boxes": read_boxes(row["boxes"]),
        "message": Words(row["message_vi"], row["message_en"]),
        "expected": row["expected"],
        "arithmetic": row["arithmetic"],
        "evidence": _read_passages(row["evidence"]),
        "confidence": row["confidence"],
    }
