"""The official register of an archive: lists brought in and taken out, and the audit that follows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from .kept import read_register
from .pipeline import Progress, Report, audit_again, quiet
from .register import OfficialList, read_list
from .run import MissingInputError


class Imported(Struct, frozen=True):
    """What a list held, and what the audit with it found."""

    list: OfficialList
    report: Report


def import_register(
    path: str | Path,
    out: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    issuer: str | None = None,
    progress: Progress = quiet,
) -> Imported:
    """Keep an official list (CSV, XLSX, XLS) with the archive in `out`, and audit it anew.

    A list of the same file name is replaced, others stay.  `columns` and `issuer` as in
    `register.read_list`.  Raises UsageError where the file is not there or is no such list, IntakeError
    where it cannot be read, StorageError where `out` holds no archive or cannot be written.
    """
    path = Path(path)
    if not path.exists():
        raise MissingInputError(str(path))
    found = read_list(path, columns, issuer)
    others = [entry for entry in read_register(Path(out)) if entry.file != path.name]
    report = audit_again(out, register=[*others, *found.entries], progress=progress)
    return Imported(found, report)


def remove_register(
    out: str | Path, file: str | None = None, *, progress: Progress = quiet
) -> tuple[int, Report | None]:
    """Take one list, or all, out of an archive's register, and audit it anew.

    Returns how many entries went, and what the audit found without them; nothing is done where there
    were none.
    """
    kept = read_register(Path(out))
    left = [entry for entry in kept if file is not None and entry.file != file]
    if len(left) == len(kept):
        return 0, None
    return len(kept) - len(left), audit_again(out, register=left, progress=progress)
