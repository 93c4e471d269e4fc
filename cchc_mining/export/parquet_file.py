"""Parquet, written in row groups so that memory does not grow with the table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pyarrow as _untyped
import pyarrow.parquet as _untyped_parquet

from .columns import Column
from .table_file import TableFile

_arrow = cast(Any, _untyped)  # pyarrow has no types
_parquet = cast(Any, _untyped_parquet)


class ParquetFile(TableFile):
    """A Parquet file; a context manager.  Dates are ISO texts, since they may lack their day."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._schema = _schema(columns)
        self._writer = _parquet.ParquetWriter(path, self._schema, compression="zstd")

    def close(self, *, complete: bool) -> None:  # noqa: ARG002
        """Close the file."""
        self._writer.close()

    def write(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows as one row group, handed over as the values of each column."""
        self._writer.write_table(_table(self._schema, columns))


def arrow_table(columns: Sequence[Column], values: Sequence[Sequence[Any]]) -> Any:
    """A pyarrow table, from the values of each column."""
    return _table(_schema(columns), values)


def _table(schema: Any, columns: Sequence[Sequence[Any]]) -> Any:
    arrays = [
        _arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)
    ]
    return _arrow.Table.from_arrays(arrays, schema=schema)


def _schema(columns: Sequence[Column]) -> Any:
    return _arrow.schema([(column.name, _TYPES[column.type]()) for column in columns])


def _strings() -> Any:
    return _arrow.list_(_arrow.string())


_TYPES = {
    "text": _arrow.string,
    "integer": _arrow.int64,
    "number": _arrow.float64,
    "list": _strings,
}
