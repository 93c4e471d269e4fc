"""JSON Lines: one object a row, with the stable names; empty cells are left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from .columns import Column
from .table_file import TableFile


class JsonLinesFile(TableFile):
    """A .jsonl file that is written row by row; a context manager."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._file = path.open("wb")
        self._names = [column.name for column in columns]
        self._encode = msgspec.json.Encoder().encode

    def close(self, *, complete: bool) -> None:  # noqa: ARG002
        """Close the file."""
        self._file.close()

    def write(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows, handed over as the values of each column."""
        for row in zip(*columns, strict=True):
            cells = zip(self._names, row, strict=True)
            self._file.write(self._encode({k: v for k, v in cells if v is not None}) + b"\n")
