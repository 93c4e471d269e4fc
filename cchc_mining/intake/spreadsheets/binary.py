"""XLS (and what python-calamine reads besides): values, without the formats they are shown in."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as _library

from ...errors import IntakeError
from .formats import date_text, shown_number
from .sheets import Sheet

_calamine: Any = _library

_MOST_CELLS = 5_000_000


def read_sheets(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a workbook in its order.

    Raises IntakeError with code `damaged`, `encrypted` or `too-large-inside`.
    """
    try:
        with _calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return [_sheet(book, about, name) for about in book.sheets_metadata]
    except _calamine.PasswordError as error:
        raise IntakeError("encrypted", f"{name}: protected by a password") from error
    except (_calamine.CalamineError, OSError, ValueError) as error:
        raise IntakeError("damaged", f"{name}: {error}") from error


def _sheet(book: Any, about: Any, name: str) -> Sheet:
    sheet = Sheet(about.name, hidden=about.visible != _calamine.SheetVisibleEnum.Visible)
    if about.typ != _calamine.SheetTypeEnum.WorkSheet:
        return sheet
    cells = book.get_sheet_by_name(about.name)
    if cells.height * cells.width > _MOST_CELLS:
        raise IntakeError("too-large-inside", f"{name}: {about.name} has too many cells")
    for i, row in enumerate(cells.iter_rows()):
        for j, value in enumerate(row):
            sheet.put(i, j, _shown(value))
    return sheet


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return shown_number(value, "General")
    if isinstance(value, datetime):
        return date_text(value)
    if isinstance(value, date):
        return date_text(datetime(value.year, value.month, value.day), "dmy")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)
