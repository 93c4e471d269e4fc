"""Workbooks: typed cells, a heading that stays, a filter, and a sheet that explains the columns.

Texts are written as texts: nothing is taken for a formula or a link.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import xlsxwriter as _untyped

from .columns import Column, ColumnType, Lang
from .table_file import TableFile

_LAST_ROW = 1_048_575  # counted from 0; more rows go to another sheet
_LONGEST = 32_767  # characters of a cell
_CUT = " […]"
_WIDTHS = {"text": 24, "integer": 10, "number": 14, "list": 30}
_WIDE = 60
_LINE, _HIGHEST = 15, 409  # points: the height of a line, and the most that a row can have
_WORDS = {
    "vi": ("Số liệu", "Giải thích", ("Cột", "Tên dùng trong phần mềm", "Kiểu", "Ý nghĩa")),
    "en": ("Data", "Columns", ("Column", "Name for programs", "Type", "Meaning")),
}


class Workbook:
    """An .xlsx file that is written sheet by sheet and row by row."""

    def __init__(self, path: Path, lang: Lang) -> None:
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
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._lang: Lang = lang

    def sheet(self, name: str, columns: Sequence[Column], wrapped: Collection[str] = ()) -> Sheet:
        """A sheet with the headings of some columns; the one before it must be finished.

        The columns named in `wrapped` hold sentences: they are wide, and break their lines.
        """
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        widths = [_WIDE if c.name in wrapped else _WIDTHS[c.type] for c in columns]
        for i, (column, width) in enumerate(zip(columns, widths, strict=True)):
            sheet.set_column(i, i, width, self._wrapped if wrapped else None)
            sheet.write_string(0, i, column.heading(self._lang), self._heading)
        return Sheet(sheet, columns, widths if wrapped else ())

    def explain(self, name: str, columns: Iterable[Column]) -> None:
        """A sheet that says what columns mean."""
        headings = _WORDS[self._lang][-1]
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 2, 28)
        sheet.set_column(3, 3, 90)
        for i, heading in enumerate(headings):
            sheet.write_string(0, i, heading, self._heading)
        for row, column in enumerate(columns, 1):
            cells = (column.heading(self._lang), column.name, column.type, column.note(self._lang))
            for i, text in enumerate(cells):
                sheet.write_string(row, i, text)

    def close(self) -> None:
        """Close the file."""
        self._book.close()


class Sheet:
    """A sheet that is written row by row; rows are as high as broken lines in columns of `widths` need."""

    def __init__(self, sheet: Any, columns: Sequence[Column], widths: Sequence[int] = ()) -> None:
        self._sheet = sheet
        self._widths = widths
        self._writers = [_WRITERS[column.type] for column in columns]
        self._row = 0

    @property
    def is_full(self) -> bool:
        """Whether no further row fits."""
        return self._row == _LAST_ROW

    def write(self, row: Iterable[Any]) -> None:
        """Add a row; None is an empty cell."""
        self._row += 1
        row = tuple(row)
        if self._widths:  # not every program works out the heights of rows that it opens
            lines = max(map(_lines, row, self._widths))
            self._sheet.set_row(self._row, min(lines * _LINE, _HIGHEST))
        for i, (write, value) in enumerate(zip(self._writers, row, strict=True)):
            if value is not None:
                write(self._sheet, self._row, i, value)

    def finish(self) -> None:
        """Set the filter over the rows that are there."""
        self._sheet.autofilter(0, 0, self._row, len(self._writers) - 1)


class XlsxFile(TableFile):
    """An .xlsx file of one table, or of several one after the other; a context manager."""

    def __init__(self, path: Path, columns: Sequence[Column], lang: Lang) -> None:
        self._book = Workbook(path, lang)
        name, self._explanation, _ = _WORDS[lang]
        self._explained: dict[str, Column] = {}
        self._begin(name, columns)

    def next_table(self, title: str, columns: Sequence[Column]) -> None:
        """Go on with another table, on sheets of its own."""
        self._sheet.finish()
        self._begin(title, columns)

    def _begin(self, name: str, columns: Sequence[Column]) -> None:
        self._name = name
        self._columns = columns
        self._explained |= {column.name: column for column in columns}
        self._sheet = self._book.sheet(name, columns)
        self._sheets = 1

    def close(self, *, complete: bool) -> None:  # noqa: ARG002
        """Close the file."""
        self._sheet.finish()
        self._book.explain(self._explanation, self._explained.values())
        self._book.close()

    def write(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows, handed over as the values of each column; None is an empty cell."""
        for row in zip(*columns, strict=True):
            if self._sheet.is_full:
                self._start_another()
            self._sheet.write(row)

    def _start_another(self) -> None:
        self._sheet.finish()
        self._sheets += 1
        self._sheet = self._book.sheet(f"{self._name} {self._sheets}", self._columns)


def _lines(value: Any, width: int) -> int:
    """How many lines a value takes in a column so many characters wide."""
    text = "; ".join(cast(list[str], value)) if isinstance(value, list) else str(value or "")
    return sum(-(-max(len(line), 1) // width) for line in text.split("\n"))


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
