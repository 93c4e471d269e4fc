"""Files to texts: one reader a format, all giving a `SourceText`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from ..errors import IntakeError
from ..records import SourceText
from .html import read_html
from .plain import read_plain

DEFAULT_LIMIT = 64 * 1024 * 1024
"""Largest file read, in bytes, unless the caller says otherwise."""

LONGEST_LINE = 1_000_000
"""Longest line read, in characters.  A report of a hundred pages has 200,000, all on one line if its
line ends were lost; a longer line is a dump of data under another name."""

_LINE_END = re.compile(r"[\r\n]")

_Reader = Callable[[bytes, str], SourceText]


def _read_pdf(data: bytes, name: str) -> SourceText:
    from .pdf import read_pdf  # PDFium is loaded by those who read PDF

    return read_pdf(data, name)


def _read_docx(data: bytes, name: str) -> SourceText:
    from .docx import read_docx

    return read_docx(data, name)


def _read_xlsx(data: bytes, name: str) -> SourceText:
    from .spreadsheets import read_xlsx

    return read_xlsx(data, name)


def _read_xls(data: bytes, name: str) -> SourceText:
    from .spreadsheets import read_xls

    return read_xls(data, name)


def _read_csv(data: bytes, name: str) -> SourceText:
    from .spreadsheets import read_csv

    return read_csv(data, name)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# A format's names, its media type, and its reader.
_FORMATS: tuple[tuple[tuple[str, ...], str, _Reader], ...] = (
    ((".txt",), "text/plain", read_plain),
    ((".md",), "text/markdown", read_plain),
    ((".html", ".htm"), "text/html", read_html),
    ((".pdf",), "application/pdf", _read_pdf),
    ((".docx", ".docm", ".dotx"), _WORD, _read_docx),
    ((".xlsx", ".xlsm"), _SHEET, _read_xlsx),
    ((".xls",), "application/vnd.ms-excel", _read_xls),
    ((".csv", ".tsv"), "text/csv", _read_csv),
)
_BY_SUFFIX = {suffix: (mime, read) for suffixes, mime, read in _FORMATS for suffix in suffixes}

READABLE = tuple(_BY_SUFFIX)
"""The endings of the file names that can be read."""


def media_type(name: str) -> str | None:
    """The media type that a file's name promises; null where there is no reader for it."""
    found = _BY_SUFFIX.get(Path(name).suffix.lower())
    return found[0] if found else None


def read_file(
    path: str | Path, *, name: str | None = None, limit: int = DEFAULT_LIMIT
) -> SourceText:
    """Read one file: `load` and `read_bytes`."""
    shown = name or Path(path).name
    return read_bytes(load(path, name=shown, limit=limit), shown, limit=limit)


def load(path: str | Path, *, name: str | None = None, limit: int = DEFAULT_LIMIT) -> bytes:
    """The bytes of a file that can be read; `name` is what to call it (default: its own name).

    Nothing is read of a file that would be refused anyway.  Raises IntakeError with code
    `unsupported-format`, `empty`, `too-large` (more than `limit` bytes) or `unreadable`.
    """
    shown = name or Path(path).name
    _format_of(shown)
    try:
        _check_size(Path(path).stat().st_size, limit, shown)
        return Path(path).read_bytes()
    except OSError as error:
        raise IntakeError("unreadable", f"{shown}: {error.strerror or error}") from error


def read_bytes(data: bytes, name: str, *, limit: int = DEFAULT_LIMIT) -> SourceText:
    """Read the bytes of one file; the ending of `name` says the format.

    Raises IntakeError with code `unsupported-format`, `empty`, `too-large` (more than `limit`
    bytes), `binary`, `legacy-encoding`, `undecodable`, `malformed` or `endless-line`, and those that
    `read_pdf` names.
    """
    mime, read = _format_of(name)
    _check_size(len(data), limit, name)
    source = read(data, name)
    _check_text(source.text, name)
    return msgspec.structs.replace(source, media_type=mime)


def _format_of(name: str) -> tuple[str, _Reader]:
    found = _BY_SUFFIX.get(Path(name).suffix.lower())
    if found is None:
        raise IntakeError(
            "unsupported-format",
            f"{name}: this format cannot be read yet; these can: {', '.join(READABLE)}",
        )
    return found


def _check_text(text: str, name: str) -> None:
    if not text.strip():
        raise IntakeError("empty", f"{name}: there is no text in it")
    at = 0
    for stop in (*(match.start() for match in _LINE_END.finditer(text)), len(text)):
        if stop - at > LONGEST_LINE:
            raise IntakeError(
                "endless-line",
                f"{name}: {stop - at} characters without a line end from offset {at} on; "
                "break them into lines",
            )
        at = stop


def _check_size(size: int, limit: int, name: str) -> None:
    if size == 0:
        raise IntakeError("empty", f"{name}: the file is empty")
    if size > limit:
        raise IntakeError("too-large", f"{name}: {size} bytes; at most {limit} are read")


__all__ = [
    "DEFAULT_LIMIT",
    "LONGEST_LINE",
    "READABLE",
    "load",
    "media_type",
    "read_bytes",
    "read_file",
]
