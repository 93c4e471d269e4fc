"""The one loader of lexicon tables.

A table is a TSV in `data/`: comment lines that start with '# ' (title, the meaning of each column,
the source), one line of column names, then rows.  Several values in a cell are joined by ' | '.
The loader refuses what a careless edit leaves behind: unknown or missing columns, a row with too
few or too many cells, a key that stands twice, blanks around a value, text that is not NFC.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from importlib import resources
from typing import TypeVar

import msgspec

from ..errors import LexiconError

FOLDER = resources.files("cchc_mining.lexicon").joinpath("data")

Row = TypeVar("Row", bound=msgspec.Struct)


def read_table(name: str, row_type: type[Row], key: Callable[[Row], object]) -> tuple[Row, ...]:
    """All rows of `data/<name>.tsv` as `row_type`, in the table's order.

    Fields typed `tuple[str, ...]` take the values of a ' | ' cell.  Raises LexiconError naming
    table, line and column.
    """
    path = FOLDER.joinpath(f"{name}.tsv")
    return parse_table(path.read_text(encoding="utf-8"), f"{name}.tsv", row_type, key)


def parse_table(
    text: str, name: str, row_type: type[Row], key: Callable[[Row], object]
) -> tuple[Row, ...]:
    """As `read_table`, from the text of a table; `name` is for error messages."""
    lines = [(i, line) for i, line in enumerate(text.split("\n"), 1) if line and line[:1] != "#"]
    if not lines:
        raise LexiconError(f"{name}: no line of column names")
    _check_columns(name, lines[0][1].split("\t"), row_type)
    columns = lines[0][1].split("\t")
    many = {f.name for f in msgspec.structs.fields(row_type) if f.type is not str}
    rows: list[Row] = []
    seen: dict[object, int] = {}
    for number, line in lines[1:]:
        cells = _cells(name, number, line, columns)
        row = row_type(
            **{c: _split(v) if c in many else v for c, v in zip(columns, cells, strict=True)}
        )
        if (first := seen.setdefault(key(row), number)) != number:
            raise LexiconError(
                f"{name}, line {number}: the key {key(row)!r} stands in line {first}"
            )
        rows.append(row)
    return tuple(rows)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(" | ")) if cell else ()


def _check_columns(name: str, columns: Sequence[str], row_type: type[msgspec.Struct]) -> None:
    wanted = [field.name for field in msgspec.structs.fields(row_type)]
    if unknown := [c for c in columns if c not in wanted]:
        raise LexiconError(f"{name}: unknown columns {unknown}; the columns are {wanted}")
    if missing := [c for c in wanted if c not in columns]:
        raise LexiconError(f"{name}: missing columns {missing}")


def _cells(name: str, number: int, line: str, columns: Sequence[str]) -> list[str]:
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise LexiconError(
            f"{name}, line {number}: {len(cells)} cells, but there are {len(columns)} columns"
        )
    for column, cell in zip(columns, cells, strict=True):
        if cell != cell.strip() or not unicodedata.is_normalized("NFC", cell):
            raise LexiconError(f"{name}, line {number}, column {column}: blanks around, or not NFC")
    return cells
