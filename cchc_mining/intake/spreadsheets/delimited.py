"""CSV: rows of cells parted by commas, semicolons, tabs or bars, whichever the file uses."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from ...errors import IntakeError
from ..decoding import Decoded, decode_plain
from .sheets import Sheet

_DELIMITERS = ";\t,|"  # where all fit: a comma also stands in figures and in prose
_ROWS_LOOKED_AT = 200
_NAMED = re.compile(r"sep=(.)\r?\n")  # a first line by which Excel is told


def read_sheet(data: bytes, name: str) -> tuple[Sheet, Decoded]:
    """The one sheet of a CSV file and what was decoded to read it.

    Raises IntakeError as `decode`, and with code `malformed`.
    """
    found = decode_plain(data, name)
    text = found.text
    named = _NAMED.match(text)
    delimiter = named[1] if named else _delimiter(text)
    sheet = Sheet("")
    try:
        for i, row in enumerate(_rows(text[named.end() :] if named else text, delimiter)):
            for j, cell in enumerate(row):
                sheet.put(i, j, cell)
    except csv.Error as error:
        raise IntakeError("malformed", f"{name}: {error}") from error
    return sheet, found


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """The delimiter that parts most rows into equally many cells."""
    best, most = ",", 0
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in islice(_rows(text, delimiter), _ROWS_LOOKED_AT))
        except csv.Error:
            continue
        agreeing = max((n for width, n in widths.items() if width > 1), default=0)
        if agreeing > most:
            best, most = delimiter, agreeing
    return best
