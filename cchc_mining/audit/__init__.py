"""What does not agree: one module a check, and the registry that lists them.

A check yields discrepancies; here they become findings with an id that holds from run to run.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache

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


def rules() -> tuple[Rule, ...]:
    """Every check as auditors read it: ours in the order of CHECKS, then those of other packages.

    Raises ExtensionError where one of those cannot be used.
    """
    return tuple(map(rule_of, all_checks()))


@cache
def all_checks() -> tuple[Check, ...]:
    """Our checks, and those that other packages add.  Raises ExtensionError."""
    return (*CHECKS, *added_checks(check.slug for check in CHECKS))


def audit_document(record: Record, text: str, identity: str | None = None) -> list[Finding]:
    """What does not agree within one document, by the order of the text.

    `identity` names the document whatever file holds it; see AuditedDocument.
    """
    document = AuditedDocument(record, text, identity)
    found = [
        finding
        for check in all_checks()
        if isinstance(check, DocumentCheck)
        for finding in _findings(check, check.find(document), lambda _: document.identity)
    ]
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.check))


def audit_archive(archive: AuditedArchive) -> Iterator[Finding]:
    """What does not agree across the documents of an archive, check by check."""
    for check in all_checks():
        if isinstance(check, ArchiveCheck):
            yield from _findings(check, check.find(archive), archive.index.identity)


def _findings(
    check: Check, discrepancies: Iterable[Discrepancy], identity: Callable[[str], str]
) -> Iterator[Finding]:
    """Findings of one check; the same said twice of a document is counted: '...-2'."""
    seen: Counter[str] = Counter()
    for found in discrepancies:
        key = (check.slug, identity(found.at.source), *map(_canonical, found.about))
        id_ = hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:_ID_LENGTH]
        seen[id_] += 1
        yield Finding(
            finding_id=id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}",
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
    "all_checks",
    "audit_archive",
    "audit_document",
    "example",
    "rules",
]
