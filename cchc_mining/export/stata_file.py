"""Stata (.dta, version 118): the one format that needs the whole table in memory."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from .columns import Column, Lang
from .table_file import TableFile

_VERSION = 118  # Unicode; Stata 14 and newer
_LONGEST_LABEL = 80
_RESERVED = frozenset(("end",))
_NO_LETTER = re.compile(r"\W")


class StataFile(TableFile):
    """A .dta file; a context manager.  Columns are labelled with their headings."""

    def __init__(self, path: Path, columns: Sequence[Column], lang: Lang) -> None:
        self._path = path
        self._columns = columns
        self._lang: Lang = lang
        self._values: list[list[Any]] = [[] for _ in columns]

    def write(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows, handed over as the values of each column."""
        for kept, values in zip(self._values, columns, strict=True):
            kept.extend(values)

    def close(self, *, complete: bool) -> None:
        """Write the file, if it has all its rows."""
        if complete:
            self._write()

    def _write(self) -> None:
        series = {
            _valid(column.name): _series(column, values)
            for column, values in zip(self._columns, self._values, strict=True)
        }
        labels: dict[Hashable, str] = {
            _valid(c.name): c.heading(self._lang)[:_LONGEST_LABEL] for c in self._columns
        }
        texts = [_valid(column.name) for column in self._columns if column.type in ("text", "list")]
        pd.DataFrame(series).to_stata(
            self._path,
            write_index=False,
            version=_VERSION,
            variable_labels=labels,
            convert_strl=texts,
        )


def _valid(name: str) -> str:
    """A name that Stata takes: it has 'end' for itself, and a period is no name.

    >>> _valid('end'), _valid('2022-12-15/2023-12-14')
    ('end_', 'p_2022_12_15_2023_12_14')
    """
    if name in _RESERVED:
        return f"{name}_"
    return name if name.isidentifier() else f"p_{_NO_LETTER.sub('_', name)}"


def _series(column: Column, values: list[Any]) -> pd.Series:
    """Stata has no empty text apart from '', and no missing whole number but as a float."""
    if column.type == "list":
        return pd.Series(["; ".join(value or ()) for value in values], dtype=object)
    if column.type == "text":
        return pd.Series([value or "" for value in values], dtype=object)
    return pd.Series(values, dtype="float64")
