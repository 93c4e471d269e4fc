"""CSV that Excel opens as it should: UTF-8 with its mark, and no cell that Excel would run."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from string import ascii_letters, digits
from typing import Any

from .columns import Column, ColumnType, Lang
from .table_file import TableFile

# A text that a spreadsheet would take for a formula, also behind our own mark: one more apostrophe
# goes before it, so that taking one away gives every text back.
_RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_HARMLESS = frozenset(ascii_letters + digits)  # most texts are told by a look at their first letter
_EXACT = 1e15  # up to here a double is shown as the whole number it is


class CsvFile(TableFile):
    """A CSV file (RFC 4180) that is written row by row; a context manager."""

    def __init__(self, path: Path, columns: Sequence[Column], lang: Lang) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._cells = [_CELLS[column.type] for column in columns]
        self._writer.writerow([column.heading(lang) for column in columns])

    def close(self, *, complete: bool) -> None:  # noqa: ARG002
        """Close the file."""
        self._file.close()

    def write(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows, handed over as the values of each column; None is an empty cell."""
        cells = (
            [None if value is None else cell(value) for value in values] if cell else values
            for cell, values in zip(self._cells, columns, strict=True)
        )
        self._writer.writerows(zip(*cells, strict=True))


def text_cell(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe goes before what looks like a formula.

    >>> text_cell('=1+1'), text_cell('- Thực hiện'), text_cell('3604/QĐ-UBND')
    ("'=1+1", "'- Thực hiện", '3604/QĐ-UBND')
    """
    if text[:1] in _HARMLESS or not _RUNS.match(text):
        return text
    return f"'{text}"


def number_cell(value: float) -> str:
    """A number with a decimal point; a whole number without.

    >>> number_cell(6547.0), number_cell(92.44), number_cell(-3)
    ('6547', '92.44', '-3')
    """
    return str(int(value)) if float(value).is_integer() and abs(value) < _EXACT else repr(value)


def _list_cell(values: Sequence[str]) -> str:
    return text_cell("; ".join(values))


_CELLS: dict[ColumnType, Callable[[Any], str] | None] = {
    "text": text_cell,
    "integer": None,
    "number": number_cell,
    "list": _list_cell,
}
