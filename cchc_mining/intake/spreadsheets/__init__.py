"""Spreadsheets: sheets as tables, cells as they are shown, numbers in Vietnamese notation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import msgspec

from ...records import SourceText, Warning
from ...vietnamese.legacy import may_be_legacy
from ..legacy import encoding_with, warnings_of
from . import binary, delimited, xlsx
from .letters import restore_sheets
from .sheets import Sheet, lines

_CELLS_NAMED = 5


def read_xlsx(data: bytes, name: str) -> SourceText:
    """The sheets of an XLSX workbook.

    Warnings are `hidden-sheet`, `hidden-rows` and `formula-without-value`.  Raises IntakeError with
    code `damaged`, `encrypted` or `too-large-inside`.
    """
    return _source(xlsx.read_sheets(data, name), name)


def read_xls(data: bytes, name: str) -> SourceText:
    """The sheets of an XLS workbook, as `read_xlsx`; formulas without values are not told apart."""
    return _source(binary.read_sheets(data, name), name)


def read_csv(data: bytes, name: str) -> SourceText:
    """The rows of a CSV file.  Raises IntakeError as `decode`, and with code `malformed`."""
    sheet, decoded = delimited.read_sheet(data, name)
    source = _source([sheet], name)
    return msgspec.structs.replace(
        source, encoding=decoded.encoding, warnings=(*decoded.warnings, *source.warnings)
    )


def _source(sheets: list[Sheet], name: str) -> SourceText:
    text = "\n".join(lines(sheets, name))
    restored = restore_sheets(sheets) if may_be_legacy(text) else None
    if restored is not None:
        text = "\n".join(lines(sheets, name))
    warnings = tuple(warning for sheet in sheets for warning in _warnings(sheet))
    return SourceText(
        text=unicodedata.normalize("NFC", text),
        source=name,
        encoding=encoding_with(None, restored),
        warnings=(*warnings_of(restored), *warnings),
    )


def _warnings(sheet: Sheet) -> Iterator[Warning]:
    if sheet.hidden and sheet.rows:
        yield Warning(code="hidden-sheet", message=f"the sheet {sheet.name!r} is hidden")
    if sheet.hides_rows and sheet.rows:
        yield Warning(
            code="hidden-rows", message=f"the sheet {sheet.name!r} has hidden rows or columns"
        )
    if sheet.uncomputed:
        named = ", ".join(sheet.uncomputed[:_CELLS_NAMED])
        more = "..." if len(sheet.uncomputed) > _CELLS_NAMED else ""
        yield Warning(
            code="formula-without-value",
            message=f"{len(sheet.uncomputed)} formulas of the sheet {sheet.name!r} have no value "
            f"({named}{more}); open and save the file in a spreadsheet program",
        )
