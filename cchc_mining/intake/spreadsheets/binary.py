"""XLS: values as python-calamine reads them, in the formats of their cells."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as _library

from ...errors import IntakeError
from .biff import Formats, read_formats
from .formats import shown_moment, shown_number
from .sheets import Sheet

_calamine: Any = _library

_MOST_CELLS = 5_000_000


def read_sheets(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a workbook in its order.

    Raises IntakeError with code `damaged`, `encrypted` or `too-large-inside`.
    """
    try:
        with _calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            formats = read_formats(data)
            formats += [{}] * (len(book.sheets_metadata) - len(formats))
            return [
                _sheet(book, about, own, name)
                for about, own in zip(book.sheets_metadata, formats, strict=False)
            ]
    except _calamine.PasswordError as error:
        raise IntakeError("encrypted", f"{name}: protected by a password") from error
    except (_calamine.CalamineError, OSError, ValueError) as error:
        raise IntakeError("damaged", f"{name}: {error}") from error
    except BaseException as error:
        # Where its own code fails, the library raises what is meant to end a program.
        if type(error).__name__ != "PanicException":
            raise
        raise IntakeError("damaged", f"{name}: {error}") from error


def _sheet(book: Any, about: Any, formats: Formats, name: str) -> Sheet:
    sheet = Sheet(about.name, hidden=about.visible != _calamine.SheetVisibleEnum.Visible)
    if about.typ != _calamine.SheetTypeEnum.WorkSheet:
        return sheet
    cells = book.get_sheet_by_name(about.name)
    if cells.height * cells.width > _MOST_CELLS:
        raise IntakeError("too-large-inside", f"{name}: {about.name} has too many cells")
    top, left = cells.start or (0, 0)
    for i, row in enumerate(cells.to_python(), start=top):
        for j, value in enumerate(row, start=left):
            sheet.put(i, j, _shown(value, formats.get((i, j), "General")))
    return sheet


def _shown(value: object, code: str) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return shown_number(value, code)
    if isinstance(value, datetime):
        return shown_moment(value, code)
    if isinstance(value, date):
        return shown_moment(datetime(value.year, value.month, value.day), code)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)
