"""Files to texts: one reader a format, all giving a `SourceText`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import msgspec
from msgspec import Struct

from ..errors import IntakeError
from ..records import SourceText, Warning
from .decoding import decode_plain
from .html import read_html
from .kinds import ARCHIVES, kind_of, kind_of_text
from .limits import LARGEST_FILE, LONGEST_LINE
from .places import is_url, name_of, open_file
from .plain import read_plain
from .zipping import check_package

DEFAULT_LIMIT = LARGEST_FILE
"""Largest file read, in bytes, unless the caller says otherwise."""

_LINE_END = re.compile(r"[\r\n]")

_Reader = Callable[[bytes, str], SourceText]


def _later(module: str, function: str) -> _Reader:
    """A reader whose libraries are loaded by those who read its format."""

    def read(data: bytes, name: str) -> SourceText:
        return getattr(import_module(module, __package__), function)(data, name)

    return read


def _converted(target: str) -> _Reader:
    """A reader of what LibreOffice can turn into the format of another ending."""

    def read(data: bytes, name: str) -> SourceText:
        from .libreoffice import convert

        check_package(data, name)
        ending = kind_of(data, _ending(name), name) or kind_of_text(data) or _ending(name)
        return _BY_ENDING[target].read(convert(data, ending, target, name), name)

    return read


class _Format(Struct, frozen=True):
    """A format: the endings of its files' names, its media type, and its reader."""

    endings: tuple[str, ...]
    mime: str
    read: _Reader


_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_PDF = _Format((".pdf",), "application/pdf", _later(".pdf", "read_pdf"))
# Files of these may hold anything: letters of a CSV file or a message are not told by their bytes.
_TEXTS = (
    _Format((".txt",), "text/plain", read_plain),
    _Format((".md",), "text/markdown", read_plain),
    _Format((".html", ".htm"), "text/html", read_html),
    _Format((".csv", ".tsv"), "text/csv", _later(".spreadsheets", "read_csv")),
    _Format((".eml",), "message/rfc822", _later(".containers", "read_message")),
    _Format((".mht", ".mhtml"), "multipart/related", _later(".containers", "read_message")),
)
_FORMATS = (
    *_TEXTS,
    _PDF,
    _Format(
        (".docx", ".docm", ".dotx"),
        f"{_OPEN_XML}wordprocessingml.document",
        _later(".docx", "read_docx"),
    ),
    _Format(
        (".xlsx", ".xlsm"),
        f"{_OPEN_XML}spreadsheetml.sheet",
        _later(".spreadsheets", "read_xlsx"),
    ),
    _Format(
        (".pptx", ".ppsx", ".pptm"),
        f"{_OPEN_XML}presentationml.presentation",
        _later(".slides", "read_pptx"),
    ),
    _Format((".xls",), "application/vnd.ms-excel", _later(".spreadsheets", "read_xls")),
    _Format((".doc",), "application/msword", _converted(".docx")),
    _Format((".rtf",), "application/rtf", _converted(".docx")),
    _Format((".ppt",), "application/vnd.ms-powerpoint", _converted(".pptx")),
    _Format((".odt",), f"{_OPEN_DOCUMENT}text", _converted(".docx")),
    _Format((".ods",), f"{_OPEN_DOCUMENT}spreadsheet", _converted(".xlsx")),
    _Format((".odp",), f"{_OPEN_DOCUMENT}presentation", _converted(".pptx")),
    _Format(
        (".xlsb",), "application/vnd.ms-excel.sheet.binary.macroenabled.12", _converted(".xlsx")
    ),
    _Format((".jpg", ".jpeg"), "image/jpeg", _later(".images", "read_image")),
    _Format((".png",), "image/png", _later(".images", "read_image")),
    _Format((".tif", ".tiff"), "image/tiff", _later(".images", "read_image")),
    _Format((".zip",), "application/zip", _later(".containers", "refuse_archive")),
)
_BY_ENDING = {ending: known for known in _FORMATS for ending in known.endings}

READABLE = tuple(_BY_ENDING)
"""The endings of the file names that can be read."""


def media_type(name: str) -> str | None:
    """The media type that a file's name promises; null where there is no reader for it."""
    found = _BY_ENDING.get(_ending(name))
    return found.mime if found else None


def read_file(
    path: str | Path, *, name: str | None = None, limit: int = DEFAULT_LIMIT
) -> SourceText:
    """Read one file: `load` and `read_bytes`."""
    shown = name or name_of(path)
    return read_bytes(load(path, name=shown, limit=limit), shown, limit=limit)


def load(
    path: str | Path,
    *,
    name: str | None = None,
    limit: int = DEFAULT_LIMIT,
    inside: Sequence[int] = (),
) -> bytes:
    """The bytes of a file that can be read; `name` is what to call it (default: its own name).

    `path` may be a URL of what fsspec opens.
    `inside` leads to a member of a container (see `containers.load_member`).  Nothing is read of a
    file that would be refused anyway.  Raises IntakeError with code `unsupported-format`,
    `other-archive`, `outlook-message`, `empty`, `too-large` (more than `limit` bytes) or
    `unreadable`, and those that `load_member` names.
    """
    shown = name or name_of(path)
    _format_of(shown)
    if inside:
        from .containers import load_member

        return load_member(path, inside, shown, limit)
    try:
        if is_url(path):
            return _fetched(path, limit, shown)
        _check_size(Path(path).stat().st_size, limit, shown)
        return Path(path).read_bytes()
    except OSError as error:
        raise IntakeError("unreadable", f"{shown}: {error.strerror or error}") from error


def _fetched(url: str | Path, limit: int, name: str) -> bytes:
    """The bytes at a URL, whose size nobody needs to know beforehand."""
    with open_file(url) as file:
        data = file.read(limit + 1)
    _check_size(len(data), limit, name)
    return data


def read_bytes(data: bytes, name: str, *, limit: int = DEFAULT_LIMIT) -> SourceText:
    """Read the bytes of one file; the ending of `name` says the format.

    What is evidently of another format is read as that, with a warning `name-mismatch`.  Raises
    IntakeError with code `unsupported-format`, `other-archive`, `outlook-message`, `empty`, `too-large` (more
    than `limit` bytes), `binary`, `legacy-encoding`, `undecodable`, `malformed` or `endless-line`, and those that the
    readers name.
    """
    promised = _format_of(name)
    _check_size(len(data), limit, name)
    known = _format_in(data, promised, name)
    source = known.read(data, name)
    _check_text(source.text, name)
    warnings = source.warnings
    if known is not promised:
        warnings = (Warning(code="name-mismatch", message=f"is {known.mime}"), *warnings)
    return msgspec.structs.replace(source, media_type=known.mime, warnings=warnings)


def _format_of(name: str) -> _Format:
    found = _BY_ENDING.get(_ending(name))
    if found is None:
        raise _unsupported(_ending(name), name)
    return found


def _unsupported(ending: str, name: str) -> IntakeError:
    """What is said of a format without a reader: what to do, where that is known."""
    if ending in ARCHIVES:
        return IntakeError(
            "other-archive", f"{name}: {ending[1:].upper()} archives are not opened; unpack it"
        )
    if ending == ".msg":
        return IntakeError(
            "outlook-message", f"{name}: is a message of Outlook; save it as .eml to have it read"
        )
    return IntakeError(
        "unsupported-format",
        f"{name}: {ending[1:].upper() or 'this format'} cannot be read yet; these can: "
        f"{', '.join(READABLE)}",
    )


def _format_in(data: bytes, promised: _Format, name: str) -> _Format:
    """The format that some bytes are of, whatever the name of their file promises."""
    ending = kind_of(data, _ending(name), name)
    if ending is None and promised is _PDF:
        ending = kind_of_text(data)  # a page that says why there is no PDF to be had
    elif ending is None and promised not in _TEXTS:
        ending = kind_of_text(data) or _kind_of_plain_text(data, promised, name)
    if ending is None:
        return promised
    found = _BY_ENDING.get(ending)
    if found is None:
        raise _unsupported(ending, name)
    if ending == ".zip" and promised is not found:
        raise IntakeError(
            "unsupported-format", f"{name}: is an archive; name it .zip to have its members read"
        )
    return found


def _kind_of_plain_text(data: bytes, promised: _Format, name: str) -> str:
    """Exports are often text under the name of the program that opens them."""
    try:
        decode_plain(data, name)
    except IntakeError as error:
        raise IntakeError("damaged", f"{name}: is not what its ending says") from error
    return ".csv" if promised.read is _BY_ENDING[".xls"].read else ".txt"


def _ending(name: str) -> str:
    return Path(name).suffix.lower()


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
