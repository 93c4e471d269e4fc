"""An archive out of its documents: index, records and findings, the same in whatever order and by
however many processes the documents were mined."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from warnings import warn

import msgspec
from msgspec.structs import asdict, replace

from . import link
from .audit import (
    AuditedArchive,
    DocumentCheck,
    Register,
    Registered,
    Unnamed,
    all_checks,
    audit_archive,
    name_findings,
)
from .errors import CchcError
from .extensions import ExtensionWarning
from .index import Index, IndexWriter, Prepared, open_index, store_findings
from .index import InputRow as IndexRow
from .mining import Document, Warned, document_of, failed_by, failed_document
from .records import SEVERITIES, Finding, RegisterEntry, encode
from .run import (
    FINDINGS,
    INDEX,
    MENTIONS,
    RECORDS,
    Completion,
    InputRow,
    Outcome,
    Tally,
    complete_records,
)

_UNFINISHED = f"{RECORDS}.part"
_UNNAMED = f"{FINDINGS}.part"

_NamesAndFindings = tuple[str, tuple[Unnamed, ...]]
_unnamed = msgspec.json.Decoder(_NamesAndFindings)


def store(outcomes: Iterable[Outcome], folder: Path, linking: Callable[[], None]) -> Tally:
    """Write the index, and records and findings as far as each document gives them by itself.

    `linking` is called when all documents are in and what they cite is about to be linked.
    """
    tally = Tally()
    told: set[str] = set()
    with (
        IndexWriter(folder / INDEX, link) as index,
        (folder / _UNFINISHED).open("wb") as records,
        (folder / _UNNAMED).open("wb") as findings,
    ):
        for outcome in outcomes:
            row, document = _put(outcome, index)
            index.add_input(IndexRow(**asdict(row)))
            tally.add(row, _mentions(document.rows) if document else {})
            if document is None:
                continue
            _tell(document.warnings, told)
            names = {"source": outcome.paths[0], "paths": outcome.paths}
            records.write(encode(replace(document.record, **names)) + b"\n")
            if document.findings:
                line: _NamesAndFindings = (outcome.paths[0], document.findings)
                findings.write(encode(line) + b"\n")
        linking()
        index.finish()
    return tally


def _tell(warnings: Iterable[Warned], told: set[str]) -> None:
    """Warn of a check of another package that failed, once in a run."""
    for one in warnings:
        if one.values.get("slug", "") not in told:
            told.add(one.values.get("slug", ""))
            warn(ExtensionWarning(one.code, **one.values), stacklevel=2)


def _put(outcome: Outcome, index: IndexWriter) -> tuple[InputRow, Document | None]:
    """Put a document into the index; one that cannot be put in failed."""
    row, paths = outcome.row, outcome.paths
    try:
        document = document_of(outcome)
        if document is None:
            return row, None
        index.put(document.rows, paths[0], paths)
    except CchcError:
        raise
    except Exception as error:  # this document's fault, and not the batch's
        mined = failed_by(error)
        row = replace(row, outcome=mined.status, reason=mined.reason)
        document = failed_document(paths, row.sha256, mined)
        index.put(document.rows, paths[0], paths)
    return row, document


def _mentions(rows: Prepared) -> Mapping[str, int]:
    found = (rows.citations, rows.dates, rows.periods, rows.agencies, rows.figures)
    return dict(zip(MENTIONS, map(len, found), strict=True))


def complete(folder: Path) -> int:
    """Finish the records with what the archive tells; the number of legal documents cited."""
    with open_index(folder / INDEX) as index:
        complete_records(folder / _UNFINISHED, folder / RECORDS, _completions(index))
        (count,) = next(index.rows("SELECT count(*) FROM legal_documents"))
    (folder / _UNFINISHED).unlink()
    return count


def _completions(index: Index) -> Iterator[Completion]:
    for source, mention, target, candidates in index.rows(
        "SELECT d.source, c.mention, l.target, c.candidates FROM citations c"
        " JOIN documents d ON d.id = c.document LEFT JOIN legal_documents l ON l.id = c.legal"
        " WHERE c.claim IS NOT NULL AND c.via IS NOT c.own_via OR l.target <> c.claim"
        " ORDER BY d.source, c.id"
    ):
        yield Completion(source, mention, target, tuple(json.loads(candidates)))


def audit(
    folder: Path, entries: Iterable[RegisterEntry], wait: Callable[[], None] | None = None
) -> dict[str, int]:
    """Look for what does not agree in the archive of a folder; the findings by severity.

    `entries` are those of the official register.  `wait` waits for those who still read
    the index.
    """
    register = linked_register(entries)
    with open_index(folder / INDEX) as index:
        found = _named(folder / _UNNAMED, index)
        across = audit_archive(AuditedArchive(index, register))
        store_findings(folder / INDEX, chain(found, across), wait)
    (folder / _UNNAMED).unlink()
    return _write_findings(folder)


def audit_again(folder: Path, entries: Iterable[RegisterEntry]) -> dict[str, int]:
    """As `audit`, where the index has findings already: those of single documents stand."""
    register = linked_register(entries)
    slugs = {check.slug for check in all_checks() if isinstance(check, DocumentCheck)}
    with open_index(folder / INDEX) as index:
        stand = [finding for finding in index.findings() if finding.check in slugs]
        store_findings(folder / INDEX, chain(stand, audit_archive(AuditedArchive(index, register))))
    return _write_findings(folder)


def linked_register(entries: Iterable[RegisterEntry]) -> Register:
    """A register whose entries are known by the documents they list."""
    return Register(
        Registered(link.target_of(e.number, e.doc_type, e.issuer, e.date), e) for e in entries
    )


def _named(lines: Path, index: Index) -> Iterator[Finding]:
    """The findings of single documents, now that the archive tells what names each document."""
    with lines.open("rb") as file:
        for line in file:
            source, found = _unnamed.decode(line)
            here = (_in_file(one, source) for one in found)
            yield from name_findings(here, index.identity(source))


def _in_file(one: Unnamed, source: str) -> Unnamed:
    """A finding of a document by the name that its file has in the archive."""
    finding = one.finding
    if finding.source == source:
        return one
    evidence = tuple(
        replace(passage, source=source) if passage.source == finding.source else passage
        for passage in finding.evidence
    )
    return replace(one, finding=replace(finding, source=source, evidence=evidence))


def _write_findings(folder: Path) -> dict[str, int]:
    counts: Counter[str] = Counter()
    with open_index(folder / INDEX) as index, (folder / FINDINGS).open("wb") as lines:
        for finding in index.findings():
            counts[finding.severity] += 1
            lines.write(encode(finding) + b"\n")
    return {severity: counts[severity] for severity in SEVERITIES}
