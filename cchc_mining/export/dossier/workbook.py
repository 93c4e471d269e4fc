"""The dossier as a workbook: findings, documents, checks and files, a sheet each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...index import FindingInContext
from ..columns import DOSSIER_COLUMNS
from ..xlsx_file import Workbook
from . import Dossier
from .telling import one_line, origin, place, reason
from .words import Speech

Row = tuple[Any, ...]
_SENTENCES = frozenset(
    ("quote", "message", "evidence", "rule", "tolerance", "title", "reason_told")
)


def write_workbook(path: Path, dossier: Dossier) -> None:
    """Write the dossier to an .xlsx file."""
    telling = _Sheets(dossier)
    book = Workbook(path, dossier.lang)
    say = Speech(dossier.lang)
    sheets = (
        ("findings", "findings", telling.findings()),
        ("by-document", "documents", telling.documents()),
        ("by-check", "checks", telling.checks()),
        ("coverage", "coverage", telling.files()),
    )
    for name, table, rows in sheets:
        _write_sheet(book, say(name), table, rows)
    columns = {c.name: c for table in DOSSIER_COLUMNS.values() for c in table}
    book.explain(say("explanation"), columns.values())
    book.close()


def _write_sheet(book: Workbook, name: str, table: str, rows: Iterable[Row]) -> None:
    sheet = book.sheet(name, DOSSIER_COLUMNS[table], _SENTENCES)
    number = 1
    for row in rows:
        if sheet.is_full:
            sheet.finish()
            number += 1
            sheet = book.sheet(f"{name} {number}", DOSSIER_COLUMNS[table], _SENTENCES)
        sheet.write(row)
    sheet.finish()


class _Sheets:
    """The rows of each sheet, as DOSSIER_COLUMNS has them."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._say = Speech(dossier.lang)
        self._titles = {r.slug: getattr(r.title, dossier.lang) for r in dossier.rules}

    def findings(self) -> Iterator[Row]:
        """One row a finding."""
        for found in self._dossier.findings():
            d, say = found.decision, self._say
            yield (
                *(say(found.severity), self._titles.get(found.check, found.check), found.source),
                *(found.doc_number, found.doc_date, found.doc_issuer, found.page),
                *(one_line(f"{found.before}{found.text}{found.after}"), found.text),
                *(getattr(found.message, self._dossier.lang), found.arithmetic, found.expected),
                self._evidence(found),
                *((say.decision(d.decision), d.note, d.by, d.at) if d else (None,) * 4),
                *(found.confidence, found.start, found.end, found.check, found.finding_id),
                found.doc_id,
            )

    def _evidence(self, found: FindingInContext) -> list[str]:
        say = self._say
        return [
            f"{origin(p, say)}{f' ({place(p, say)})' if p.doc_id else ''}: {one_line(p.text)}"
            for p in found.evidence
        ]

    def documents(self) -> Iterator[Row]:
        """One row a document that has findings."""
        for d in self._dossier.documents():
            yield (
                *(d.source, d.doc_number, d.doc_date, d.doc_issuer, d.title),
                *(d.errors, d.warnings, d.remarks, d.undecided),
            )

    def checks(self) -> Iterator[Row]:
        """One row a check."""
        lang = self._dossier.lang
        for rule in self._dossier.rules:
            found = self._dossier.of_check(rule.slug)
            yield (
                self._titles[rule.slug],
                *(found[key] for key in ("error", "warning", "info", "dismissed")),
                *(getattr(rule.rule, lang), getattr(rule.tolerance, lang), rule.source, rule.slug),
            )

    def files(self) -> Iterator[Row]:
        """One row an input path."""
        for file in self._dossier.coverage():
            why = reason(file, self._dossier, self._say) or None
            yield (file.path, self._say(file.outcome), why, file.size, file.sha256)
