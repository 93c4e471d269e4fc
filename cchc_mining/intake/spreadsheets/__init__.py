"""Spreadsheets: sheets as tables, cells as they are shown, numbers in Vietnamese notation."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

import msgspec

from ...records import SourceText, Warning
from ...vietnamese.legacy import may_be_legacy
from ..legacy import encoding_with, warnings_of
from . import binary, delimited, xlsx
from .biff_fonts import read_fonts
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
    """The sheets of an XLS workbook, as `read_xlsx`; a formula with an error for a value counts as one
    without."""
    sheets = binary.read_sheets(data, name)
    return _source(sheets, name, lambda: _take_fonts(sheets, data))


def _take_fonts(sheets: list[Sheet], data: bytes) -> None:
    for sheet, fonts in zip(sheets, read_fonts(data), strict=False):
        sheet.fonts = fonts


def read_csv(data: bytes, name: str) -> SourceText:
    """The rows of a CSV file.  Raises IntakeError as `decode`, and with code `malformed`."""
    sheet, decoded = delimited.read_sheet(data, name)
    source = _source([sheet], name)
    return msgspec.structs.replace(
        source, encoding=decoded.encoding, warnings=(*decoded.warnings, *source.warnings)
    )


def read_cells(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a workbook (XLSX, XLS) or a CSV file cell by cell, whatever its name says.

    Raises IntakeError as their readers do.
    """
    if data.startswith(b"PK"):
        return xlsx.read_sheets(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return binary.read_sheets(data, name)
    return [delimited.read_sheet(data, name)[0]]


def _source(
    sheets: list[Sheet], name: str, take_fonts: Callable[[], None] | None = None
) -> SourceText:
    """Some sheets as a text; `take_fonts` is asked for their fonts where these may tell something."""
    text = "\n".join(lines(sheets, name))
    restored = None
    if may_be_legacy(text):
        if take_fonts is not None:
            take_fonts()
        restored = restore_sheets(sheets)
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


__all__ = ["Sheet", "read_cells", "read_csv", "read_xls", "read_xlsx"]
