"""Workbooks: typed cells, a heading that stays, a filter, and a sheet that explains the columns.

Texts are written as texts: nothing is taken for a formula or a link.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import xlsxwriter as _untyped

from .columns import Column, ColumnType, Lang
from .table_file import TableFile

_LAST_ROW = 1_048_575  # counted from 0; more rows go to another sheet
_LONGEST = 32_767  # characters of a cell
_CUT = " […]"
_WIDTHS = {"text": 24, "integer": 10, "number": 14, "list": 30}
_WORDS = {
    "vi": ("Số liệu", "Giải thích", ("Cột", "Tên dùng trong phần mềm", "Kiểu", "Ý nghĩa")),
    "en": ("Data", "Columns", ("Column", "Name for programs", "Type", "Meaning")),
}


class XlsxFile(TableFile):
    """An .xlsx file that is written row by row; a context manager."""

    def __init__(self, path: Path, columns: Sequence[Column], lang: Lang) -> None:
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "in_memory": False,
        }
        # the file has a temporary name while it is written
        self._book: Any = cast(Any, _untyped).Workbook(str(path), options)
        self._heading = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._lang: Lang = lang
        self._explained: dict[str, Column] = {}
        self._begin(_WORDS[lang][0], columns)

    def next_table(self, title: str, columns: Sequence[Column]) -> None:
        """Go on with another table, on sheets of its own."""
        self._finish_sheet()
        self._begin(title, columns)

    def _begin(self, title: str, columns: Sequence[Column]) -> None:
        self._title = title
        self._columns = columns
        self._explained |= {column.name: column for column in columns}
        self._sheets = 0
        self._new_sheet()

    def close(self, *, complete: bool) -> None:  # noqa: ARG002
        """Close the file."""
        self._finish_sheet()
        self._explain()
        self._book.close()

    def write(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows, handed over as the values of each column; None is an empty cell."""
        writers = [_WRITERS[column.type] for column in self._columns]
        for row in zip(*columns, strict=True):
            if self._row == _LAST_ROW:
                self._finish_sheet()
                self._new_sheet()
            self._row += 1
            for i, (write, value) in enumerate(zip(writers, row, strict=True)):
                if value is not None:
                    write(self._sheet, self._row, i, value)

    def _new_sheet(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet(
            self._title if self._sheets == 1 else f"{self._title} {self._sheets}"
        )
        self._sheet.freeze_panes(1, 0)
        for i, column in enumerate(self._columns):
            self._sheet.set_column(i, i, _WIDTHS[column.type])
            self._sheet.write_string(0, i, column.heading(self._lang), self._heading)
        self._row = 0

    def _finish_sheet(self) -> None:
        self._sheet.autofilter(0, 0, self._row, len(self._columns) - 1)

    def _explain(self) -> None:
        _, name, headings = _WORDS[self._lang]
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, 2, 28)
        sheet.set_column(3, 3, 90)
        for i, heading in enumerate(headings):
            sheet.write_string(0, i, heading, self._heading)
        for row, column in enumerate(self._explained.values(), 1):
            cells = (column.heading(self._lang), column.name, column.type, column.note(self._lang))
            for i, text in enumerate(cells):
                sheet.write_string(row, i, text)


def _write_text(sheet: Any, row: int, column: int, value: str) -> None:
    text = value if len(value) <= _LONGEST else value[: _LONGEST - len(_CUT)] + _CUT
    sheet.write_string(row, column, text)


def _write_number(sheet: Any, row: int, column: int, value: float) -> None:
    sheet.write_number(row, column, value)


def _write_list(sheet: Any, row: int, column: int, values: Sequence[str]) -> None:
    _write_text(sheet, row, column, "; ".join(values))


_WRITERS: dict[ColumnType, Callable[[Any, int, int, Any], None]] = {
    "text": _write_text,
    "integer": _write_number,
    "number": _write_number,
    "list": _write_list,
}
