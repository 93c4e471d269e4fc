"""The archive as tables for people (CSV) and programs (Parquet)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from ..errors import StorageError, UsageError
from ..index import Index, open_index
from .columns import COLUMNS, Column, ColumnType, Lang

_read_list = msgspec.json.Decoder(list[str]).decode
_ROWS_AT_ONCE = 10_000  # of a row group; with all its cells some 30 MB


def write_tables(
    index_path: str | Path, out_dir: str | Path, lang: Lang = "vi"
) -> tuple[Path, ...]:
    """Write every table of COLUMNS as `<table>.csv` and `<table>.parquet` into a folder.

    `lang` is the language of the CSV headings: 'vi' for people, 'en' for the stable names that
    Parquet always has.  The same archive gives the same bytes.  Files are written aside and take
    their names when all are done.  Returns their paths.  Raises StorageError where the index cannot
    be read or the folder not written.
    """
    if lang not in ("vi", "en"):
        raise UsageError(f"no such language: {lang!r}; give 'vi' or 'en'")
    out = Path(out_dir)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with open_index(index_path) as index, _Aside(out) as aside:
            for table in COLUMNS:
                _write(index, table, aside, lang)
            return aside.commit()
    except OSError as error:
        raise StorageError(f"{out}: cannot write the tables here ({error.strerror})") from error


class _Aside:
    """Files written under other names, which take their own together or are removed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: list[str] = []

    def __enter__(self) -> _Aside:
        return self

    def __exit__(self, *_: object) -> None:
        for name in self._names:
            self._part(name).unlink(missing_ok=True)

    def path(self, name: str) -> Path:
        """Where to write the file that will be called so."""
        self._names.append(name)
        return self._part(name)

    def commit(self) -> tuple[Path, ...]:
        """Give all files their names."""
        for name in self._names:
            self._part(name).replace(self._folder / name)
        return tuple(self._folder / name for name in self._names)

    def _part(self, name: str) -> Path:
        return self._folder / f".{name}.part"


def _write(index: Index, table: str, aside: _Aside, lang: Lang) -> None:
    from .csv_file import CsvFile
    from .parquet_file import ParquetFile

    columns = COLUMNS[table]
    with ExitStack() as files:
        csv = files.enter_context(CsvFile(aside.path(f"{table}.csv"), columns, lang))
        parquet = files.enter_context(ParquetFile(aside.path(f"{table}.parquet"), columns))
        for values in _batches(index.table(table), columns):
            csv.write(values)
            parquet.write(values)


def _batches(
    rows: Iterator[tuple[Any, ...]], columns: Sequence[Column]
) -> Iterator[list[Sequence[Any]]]:
    """Some rows at a time, as the values of each column."""
    while batch := list(islice(rows, _ROWS_AT_ONCE)):
        yield [
            list(map(_read_list, values)) if column.type == "list" else values
            for column, values in zip(columns, zip(*batch, strict=True), strict=True)
        ]


__all__ = ["COLUMNS", "Column", "ColumnType", "Lang", "write_tables"]
