"""The one loader of lexicon tables.

A table is a TSV: comment lines that start with '#' (title, the meaning of each column, the source),
one line of column names, then rows.  Several values in a cell are joined by ' | '.  Ours lie in
`data/`; folders may extend them with tables of the same names and columns.

The loader refuses what a careless edit leaves behind: unknown or missing columns, a row with too
few or too many cells, a key that stands twice, blanks around a value, text that is not NFC, a number
or a day that is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from importlib import resources
from operator import attrgetter
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args, get_origin

import msgspec

from . import folders
from .problems import TableError

FOLDER = resources.files("cchc_mining.lexicon").joinpath("data")

Row = TypeVar("Row", bound=msgspec.Struct)


class _Form(msgspec.Struct, frozen=True):
    """What the cells of a column must match; `code` says what a cell is not that does not."""

    code: str
    pattern: str


Needed = Annotated[str, _Form("needed", ".+")]
Number = Annotated[str, _Form("not-a-number", r"(?:-?\d+(?:\.\d+)?)?")]
Year = Annotated[str, _Form("not-a-year", r"(?:\d{4})?")]
Month = Annotated[str, _Form("not-a-month", r"(?:\d{4}(?:-\d\d)?)?")]
Day = Annotated[str, _Form("not-a-day", r"(?:\d{4}-\d\d-\d\d)?")]


class Table(msgspec.Struct, Generic[Row], frozen=True):
    """A table: its file is `<name>.tsv`, no two of its rows have the same `key` columns.

    Fields of `row_type` that are `tuple[str, ...]` take the values of a ' | ' cell.
    """

    name: str
    row_type: type[Row]
    key: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """The name of its file, in every folder."""
        return f"{self.name}.tsv"

    def rows(self) -> tuple[Row, ...]:
        """Our rows, then those added; one with the key of an earlier row stands in its place.

        Raises TableError naming file, line and column.
        """
        text = FOLDER.joinpath(self.file_name).read_text(encoding="utf-8")
        ours, added = self.parse(text, self.file_name), self.added()
        return self._once((*ours, *added)) if added else ours

    def added(self) -> tuple[Row, ...]:
        """The rows of the folders that extend ours.  Raises TableError."""
        files = (folder / self.file_name for folder in folders.in_use())
        return self._once([row for file in files if file.is_file() for row in self.read(file)])

    def _once(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        return tuple({self._key(row): row for row in rows}.values())

    def read(self, file: Path) -> tuple[Row, ...]:
        """The rows of a file that someone else wrote.  Raises TableError."""
        try:
            text = file.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise TableError("not-readable", path=file, detail=error.strerror) from error
        except UnicodeDecodeError as error:
            raise TableError("not-utf-8", path=file) from error
        return self.parse(text, str(file))

    def parse(self, text: str, path: str) -> tuple[Row, ...]:
        """The rows of a table's text; `path` is what errors call it."""
        lines = [
            (i, line) for i, line in enumerate(text.split("\n"), 1) if line and line[:1] != "#"
        ]
        wanted = [field.name for field in msgspec.structs.fields(self.row_type)]
        if not lines:
            raise TableError("no-columns", path=path, columns=", ".join(wanted))
        columns = _columns(*lines[0], path, wanted)
        readers = _readers(self.row_type)
        key_of = self._key
        seen: dict[object, int] = {}
        rows: list[Row] = []
        for number, line in lines[1:]:
            cells = _cells(line, number, path, columns)
            values: dict[str, Any] = dict(zip(columns, cells, strict=True))
            for column, read in readers:
                values[column] = read(values[column], number, path)
            row = self.row_type(**values)
            key = key_of(row)
            if (first := seen.setdefault(key, number)) != number:
                raise TableError(
                    "same-key", path=path, line=number, first=first, key=repr(key),
                    columns=", ".join(self.key),
                )  # fmt: skip
            rows.append(row)
        return tuple(rows)

    @property
    def _key(self) -> Callable[[Row], object]:
        return attrgetter(*self.key)


def _columns(line: int, text: str, path: str, wanted: Sequence[str]) -> list[str]:
    columns = text.split("\t")
    if unknown := [c for c in columns if c not in wanted]:
        raise TableError(
            "unknown-columns", path=path, line=line,
            names=", ".join(map(repr, unknown)), columns=", ".join(wanted),
        )  # fmt: skip
    if missing := [c for c in wanted if c not in columns]:
        raise TableError("missing-columns", path=path, line=line, names=", ".join(missing))
    return columns


def _cells(line: str, number: int, path: str, columns: Sequence[str]) -> list[str]:
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise TableError(
            "number-of-cells", path=path, line=number, count=len(cells), wanted=len(columns)
        )
    for column, cell in zip(columns, cells, strict=True):
        if cell != cell.strip():
            raise TableError("blanks", path=path, line=number, column=column, cell=cell)
        if not unicodedata.is_normalized("NFC", cell):
            raise TableError("not-nfc", path=path, line=number, column=column, cell=cell)
    return cells


_Reader = Callable[[str, int, str], Any]


def _readers(row_type: type[msgspec.Struct]) -> list[tuple[str, _Reader]]:
    """The columns whose cells are not taken as they are, each with a function from a cell, its line
    and its file to the value of the field."""
    fields = msgspec.structs.fields(row_type)
    return [
        (field.name, _reader(field.name, field.type)) for field in fields if field.type is not str
    ]


def _reader(column: str, type_: Any) -> _Reader:
    if type_ == tuple[str, ...]:
        return lambda cell, _line, _path: tuple(cell.split(" | ")) if cell else ()
    code, fits, choices = _condition(type_)

    def checked(cell: str, line: int, path: str) -> str:
        if fits(cell):
            return cell
        raise TableError(code, path=path, line=line, column=column, cell=cell, choices=choices)

    return checked


def _condition(type_: Any) -> tuple[str, Callable[[str], object], str]:
    """What a cell of a type is not that does not fit, whether it fits, and what it may be."""
    if get_origin(type_) is Literal:
        choices = get_args(type_)
        return "not-a-choice", choices.__contains__, ", ".join(choices)
    form: _Form = get_args(type_)[1]
    return form.code, re.compile(form.pattern).fullmatch, ""
