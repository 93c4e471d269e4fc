"""What does not agree: one module a check, and the registry that lists them.

A check yields discrepancies; here they become findings with an id that holds from run to run.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from ..reading import Reading
from ..records import Finding, Record, Rule
from . import across, citations, figures, register, tables, time
from .added import added_checks
from .archive import AuditedArchive
from .check import ArchiveCheck, Check, Discrepancy, DocumentCheck, Example, example, rule_of
from .document import AuditedDocument
from .registered import Register, Registered

DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (
    *citations.DOCUMENT_CHECKS,
    *figures.CHECKS,
    *tables.CHECKS,
    *time.CHECKS,
)
ARCHIVE_CHECKS: tuple[ArchiveCheck, ...] = (
    *citations.ARCHIVE_CHECKS,
    *across.CHECKS,
    *register.CHECKS,
)
CHECKS: tuple[Check, ...] = (*DOCUMENT_CHECKS, *ARCHIVE_CHECKS)
"""Every check of ours, in the order in which auditors read them."""

_ID_LENGTH = 16  # hexadecimal digits: 64 bits
_IDENTITIES = 16384  # of documents, kept for findings that follow one another


def rules() -> tuple[Rule, ...]:
    """Every check as auditors read it: ours in the order of CHECKS, then those of other packages.

    Raises ExtensionError where one of those cannot be used.
    """
    return tuple(map(rule_of, all_checks()))


@cache
def all_checks() -> tuple[Check, ...]:
    """Our checks, and those that other packages add.  Raises ExtensionError."""
    return (*CHECKS, *added_checks(check.slug for check in CHECKS))


class Unnamed(Struct, frozen=True):
    """A finding without its id, and the values it is about, which with its document make the id."""

    finding: Finding
    about: tuple[str, ...]


def audit_document(
    record: Record, text: str, identity: str | None = None, reading: Reading | None = None
) -> list[Finding]:
    """What does not agree within one document, by the order of the text.

    `identity` names the document whatever file holds it; see AuditedDocument.  `reading` is what
    `extract_with_reading` gave with the record; without it the text is read anew.
    """
    document = AuditedDocument(record, text, identity, reading)
    return name_findings(_in_document(document), document.identity)


def find_in_document(record: Record, text: str, reading: Reading | None = None) -> list[Unnamed]:
    """As `audit_document`, for a document whose identity is known later: see `name_findings`."""
    return list(_in_document(AuditedDocument(record, text, reading=reading)))


def name_findings(found: Iterable[Unnamed], identity: str) -> list[Finding]:
    """The findings of one document, named by its identity, by the order of the text."""
    named = _named(found, lambda _: identity)
    return sorted(named, key=lambda finding: (finding.start, finding.end, finding.check))


def audit_archive(archive: AuditedArchive) -> Iterator[Finding]:
    """What does not agree across the documents of an archive, check by check."""
    identity = lru_cache(_IDENTITIES)(archive.index.identity)
    for check in all_checks():
        if isinstance(check, ArchiveCheck):
            found = (_unnamed(check, one) for one in check.find(archive))
            yield from _named(found, identity)


def _in_document(document: AuditedDocument) -> Iterator[Unnamed]:
    return (
        _unnamed(check, found)
        for check in all_checks()
        if isinstance(check, DocumentCheck)
        for found in check.find(document)
    )


def _unnamed(check: Check, found: Discrepancy) -> Unnamed:
    finding = Finding(
        finding_id="",
        check=check.slug,
        severity=found.severity,
        source=found.at.source,
        doc_id=found.at.doc_id,
        start=found.at.start,
        end=found.at.end,
        text=found.at.text,
        page=found.at.page,
        boxes=found.at.boxes,
        message=found.message,
        expected=found.expected,
        arithmetic=found.arithmetic,
        evidence=found.evidence,
        confidence=found.confidence,
    )
    return Unnamed(finding, tuple(map(_canonical, found.about)))


def _named(found: Iterable[Unnamed], identity: Callable[[str], str]) -> Iterator[Finding]:
    """Give findings their ids; the same said twice of a document is counted: '...-2'."""
    seen: Counter[str] = Counter()
    for finding, about in ((one.finding, one.about) for one in found):
        key = (finding.check, identity(finding.source), *about)
        id_ = hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:_ID_LENGTH]
        seen[id_] += 1
        yield replace(finding, finding_id=id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}")


def _canonical(value: object) -> str:
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


__all__ = [
    "ARCHIVE_CHECKS",
    "CHECKS",
    "DOCUMENT_CHECKS",
    "ArchiveCheck",
    "AuditedArchive",
    "AuditedDocument",
    "Check",
    "Discrepancy",
    "DocumentCheck",
    "Example",
    "Register",
    "Registered",
    "Unnamed",
    "all_checks",
    "audit_archive",
    "audit_document",
    "example",
    "find_in_document",
    "name_findings",
    "rules",
]
