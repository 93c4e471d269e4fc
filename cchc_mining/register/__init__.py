"""Official lists of documents: a table of any office, read into entries of the register.

Every row ends as an entry or as a problem that names its line; none is dropped silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ..extract.agencies import resolve_agency
from ..intake import load
from ..intake.spreadsheets import Sheet, read_cells
from ..link import missing, target_of
from ..reading import Context
from ..records import RegisterEntry
from . import cells
from .headings import FIELDS, Headings, find_headings
from .problems import RegisterError, explain

_NOTHING_KNOWN = Context()


class Problem(Struct, frozen=True):
    """A row that is not in the register, or not whole: its line (from 1), why, and what it says."""

    line: int
    code: str
    value: str = ""
    sheet: str = ""


class OfficialList(Struct, frozen=True):
    """What a list holds; `columns` are the headings taken for each field."""

    entries: tuple[RegisterEntry, ...]
    problems: tuple[Problem, ...]
    columns: dict[str, str]


def read_list(
    path: str | Path, columns: Mapping[str, str] | None = None, issuer: str | None = None
) -> OfficialList:
    """Read a list from a CSV file or a workbook.

    `columns` names the headings of fields (FIELDS) that are not found by themselves; `issuer` is who
    issued the documents of a list that does not say.  Raises UsageError where no column is that of
    numbers, or a heading named is not there; IntakeError where the file cannot be read.
    """
    path = Path(path)
    sheets = [s for s in read_cells(load(path), path.name) if s.rows and not s.hidden]
    found = [(sheet, find_headings(sheet, columns or {})) for sheet in sheets]
    tables = [(sheet, headings) for sheet, headings in found if headings]
    if not tables:
        seen = next((texts for sheet in sheets if (texts := _first_row(sheet))), "")
        raise RegisterError("no-number-column", path=path.name, headings=seen)
    entries: list[RegisterEntry] = []
    problems: list[Problem] = []
    for sheet, headings in tables:
        for row in _entries(sheet, headings, path.name, issuer):
            if isinstance(row, Problem):
                problems.append(row)
            else:
                entries.append(row)
    return OfficialList(tuple(entries), tuple(problems), tables[0][1].names)


def _first_row(sheet: Sheet) -> str:
    return ", ".join(sheet.rows[min(sheet.rows)].values()) if sheet.rows else ""


def _entries(
    sheet: Sheet, headings: Headings, file: str, issuer: str | None
) -> Iterator[RegisterEntry | Problem]:
    issuers: dict[str, str] = {}
    for row in sorted(row for row in sheet.rows if row > headings.row):
        said = {
            field: sheet.rows[row].get(column, "") for field, column in headings.columns.items()
        }
        if not any(said.values()) or headings.is_numbering(sheet.rows[row]):
            continue
        line = row + 1
        named = said.get("issuer") or issuer or ""
        if named not in issuers:
            issuers[named] = _full_name(named)
        entry = _entry(said, file, line, issuers[named] or None)
        if isinstance(entry, Problem):
            yield Problem(line, entry.code, entry.value, sheet.name)
            continue
        if lacks := missing(target_of(entry.number, entry.doc_type, entry.issuer, entry.date)):
            yield Problem(line, lacks[0], entry.number, sheet.name)
        else:
            yield entry


def _entry(
    said: Mapping[str, str], file: str, line: int, issuer: str | None
) -> RegisterEntry | Problem:
    number, rest = cells.read_number(said.get("number", ""))
    if number is None:
        written = said.get("number", "")
        return Problem(line, "bad-number" if written else "no-number", written)
    day = said.get("date") or rest
    date = cells.read_day(day)
    if day and date is None and cells.looks_like_day(day):
        return Problem(line, "bad-date", day)
    status = said.get("status") or None
    expired = cells.read_day(said.get("expired", "")) or cells.day_in(status or "")
    replaced_by, _ = cells.read_number(said.get("replaced_by", ""))
    return RegisterEntry(
        file=file,
        line=line,
        number=number,
        doc_type=said.get("type") or None,
        date=date,
        issuer=issuer,
        subject=said.get("subject") or None,
        status=status,
        state=cells.read_state(status or "") or ("expired" if expired and replaced_by else None),
        expired=expired,
        replaced_by=replaced_by,
    )


def _full_name(issuer: str) -> str:
    """'UBND tỉnh Lâm Hải' written out; a name that would lose its territory stays as it is."""
    name = resolve_agency(issuer, _NOTHING_KNOWN) if issuer else None
    if not name or issuer.casefold().startswith(name.casefold()):
        return issuer
    return name


__all__ = ["FIELDS", "OfficialList", "Problem", "RegisterError", "explain", "read_list"]
