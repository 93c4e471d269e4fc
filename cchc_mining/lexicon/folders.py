"""The folders of tables that extend ours, for the whole process and those that it starts.

They are named in the environment: worker processes have them from there, however they are made.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from .problems import ExtendingError

VARIABLE = "CCHC_LEXICON"


def named() -> tuple[Path, ...]:
    """The folders named so far, in their order."""
    return tuple(Path(name) for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name)


def name(folder: Path) -> None:
    """Name one more.  Raises ExtendingError once they are in use."""
    if in_use.cache_info().currsize:
        raise ExtendingError("too-late", path=folder)
    if os.pathsep in str(folder):
        raise ExtendingError("separator", path=folder, separator=os.pathsep)
    os.environ[VARIABLE] = os.pathsep.join(map(str, (*named(), folder)))


@cache
def in_use() -> tuple[Path, ...]:
    """The folders that tables are read with; from the first call on they stay.

    Raises ExtendingError where one is not there.
    """
    folders = named()
    for folder in folders:
        if not folder.is_dir():
            raise ExtendingError("no-folder", path=folder)
    return folders
