"""What the audit of one text finds."""

from __future__ import annotations

from cchc_mining.audit import audit_document
from cchc_mining.extract import extract_record
from cchc_mining.records import Finding, SourceText


def audited(text: str) -> list[Finding]:
    """The findings of a text by itself, remarks included."""
    return audit_document(extract_record(SourceText(source="report.txt", text=text)), text)


def graver(text: str) -> list[str]:
    """The checks that give an error or warning, once for each finding."""
    return [finding.check for finding in audited(text) if finding.severity != "info"]
