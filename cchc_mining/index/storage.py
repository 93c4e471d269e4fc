"""Opening the file, and saying what is wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from . import schema
from .problems import UnusableIndexError

_WAIT_SECONDS = 10.0


def fields_of(row: sqlite3.Row) -> dict[str, Any]:
    """The values of a row by their columns; `dict(row)` looks each name up and takes three times as long."""
    return dict(zip(row.keys(), row, strict=True))


@contextmanager
def storage_errors(path: Path) -> Generator[None]:
    """What SQLite complains of, as an error that names the file and what to do."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise  # the fault of what was put in, not of the file
    except sqlite3.OperationalError as error:
        detail = str(error)
        causes = {"locked": "index-in-use", "disk is full": "index-disk-full"}
        code = next((code for word, code in causes.items() if word in detail), "index-unusable")
        raise UnusableIndexError(code, path=path, detail=detail) from error
    except sqlite3.DatabaseError as error:
        raise UnusableIndexError("index-damaged", path=path, detail=error) from error


def connect_to_write(path: Path) -> sqlite3.Connection:
    """Open or create an index and begin the one transaction that all writing happens in."""
    with storage_errors(path):
        connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA page_size = 8192")  # of a new file; 15 % faster to fill
            connection.execute("PRAGMA cache_size = -8192")  # KB; more fills no faster
            connection.execute("BEGIN IMMEDIATE")
            _check(connection, path, may_be_empty=True)
            schema.migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open an index for reading only."""
    if not path.is_file():
        raise UnusableIndexError("index-missing", path=path)
    _undo_unfinished(path)
    with storage_errors(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            _check(connection, path, may_be_empty=False)
        except BaseException:
            connection.close()
            raise
    return connection


def _undo_unfinished(path: Path) -> None:
    """Roll back what a killed run left behind; a reader may not, and could not open the file."""
    if path.with_name(path.name + "-journal").exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
            schema.version_of(connection)


def _check(connection: sqlite3.Connection, path: Path, *, may_be_empty: bool) -> None:
    version = schema.version_of(connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if may_be_empty and version == 0 and not tables:
        return
    if not schema.is_ours(connection):
        raise UnusableIndexError("index-foreign", path=path)
    versions = {"found": version, "known": schema.VERSION}
    if version > schema.VERSION:
        raise UnusableIndexError("index-newer", path=path, **versions)
    if version < schema.VERSION and not may_be_empty:
        raise UnusableIndexError("index-older", path=path, **versions)
