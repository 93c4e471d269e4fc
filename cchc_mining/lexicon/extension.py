"""Rows of one's own beside ours."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from . import folders
from .problems import ExtendingError
from .rows import TABLES
from .tables import FOLDER


class Lexicon:
    """The tables by which texts are read, and the folders of one's own that extend them.

        Lexicon.extend("giao-duc/lexicon")

    A folder holds tables with the names and columns of `cchc_mining/lexicon/data/*.tsv`, as many of
    them as there is something to add to.  Its rows come after ours; a row with the key of one of ours
    stands in its place.  Folders are those of the process and of the processes that it starts: the
    environment variable CCHC_LEXICON names them, and may be set instead.
    """

    @staticmethod
    def extend(folder: str | Path) -> None:
        """Add a folder, before anything is mined or asked; one that is there already changes nothing.

        Raises UsageError where the folder is not there, has no table or one that is none of ours, or
        where the lexicon has been used; LexiconError, with file, line and column, for a bad table.
        """
        path = Path(folder).absolute()
        if path not in folders.named():
            _check(path)
            folders.name(path)

    @staticmethod
    def folders() -> tuple[Path, ...]:
        """The folders added so far; of two rows with one key that of the later folder counts."""
        return folders.named()

    @staticmethod
    def fingerprint() -> str:
        """SHA-256 over all tables: two processes with the same value read texts alike.

        Asking for it is a use of the lexicon.  Raises as `extend`, for folders that the environment
        named.
        """
        return fingerprint()


@cache
def fingerprint() -> str:
    """See `Lexicon.fingerprint`."""
    digest = hashlib.sha256()
    for folder in folders.in_use():
        _check(folder)
    for folder in (FOLDER, *folders.in_use()):
        for file in _tables(folder):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _check(folder: Path) -> None:
    """Read everything that a folder adds."""
    if not folder.is_dir():
        raise ExtendingError("no-folder", path=folder)
    names = ", ".join(TABLES)
    files = list(_tables(folder))
    if not files:
        raise ExtendingError("no-tables", path=folder, tables=names)
    for file in files:
        if file.name not in TABLES:
            raise ExtendingError("unknown-table", path=folder / file.name, tables=names)
        TABLES[file.name].read(folder / file.name)


def _tables(folder: Traversable) -> Iterator[Traversable]:
    files = (file for file in folder.iterdir() if file.name.endswith(".tsv"))
    return iter(sorted(files, key=lambda file: file.name))
