"""What a file is, by how its bytes begin: names lie, and old programs saved HTML as '.doc'."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress

from ..errors import IntakeError
from .compound import read_stream
from .zipping import FAULTS, open_zip

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How ZIP archives begin."""
_HEAD = 4096

PACKED = frozenset(
    ".docx .docm .dotx .xlsx .xlsm .xlsb .pptx .ppsx .pptm .odt .ods .odp .zip".split()
)
"""Endings of formats that are ZIP archives."""

# How files begin, and the ending of the names they should have.
_SIGNATURES = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG", ".png"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"Rar!\x1a\x07", ".rar"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
    (b"\x1f\x8b\x08", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\x00", ".xz"),
    (b"MSCF", ".cab"),
)
ARCHIVES = frozenset(".rar .7z .gz .tgz .bz2 .xz .tar .cab".split())
"""Endings of archives that are not opened."""

# Streams by which the files of old office programs are known, all of them in one kind of container.
_STREAMS = (
    ("WordDocument", ".doc"),
    ("PowerPoint Document", ".ppt"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("__substg1.0_", ".msg"),
)
_FLAGS, _LOCKED = 11, 0x01
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
# What a package of the newer programs holds.
_PACKAGE = frozenset(("[Content_Types].xml", "_rels/.rels"))
_PARTS = (
    (re.compile(r"word/document\d*\.xml"), ".docx"),
    (re.compile(r"xl/workbook\d*\.xml"), ".xlsx"),
    (re.compile(r"xl/workbook\d*\.bin"), ".xlsb"),
    (re.compile(r"ppt/presentation\d*\.xml"), ".pptx"),
)
# OpenDocument: the first member names the type.
_OPEN_TYPE = "mimetype"
_OPEN_ENDINGS = (
    (b"opendocument.text", ".odt"),
    (b"opendocument.spreadsheet", ".ods"),
    (b"opendocument.presentation", ".odp"),
)
_LONGEST_TYPE = 100
_HTML = re.compile(
    rb"\s*(?:<!--.{0,1000}?-->\s*)?(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype html|html)\b",
    re.I | re.S,
)
_OFFICE_XML = re.compile(rb"<\?mso-application progid=\"(Word|Excel)\.")
_WEB_ARCHIVE = re.compile(
    rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,20}?content-type:\s*multipart/related", re.I
)


def kind_of(data: bytes, promised: str, name: str) -> str | None:
    """The ending that some bytes should have by what they are; null for text and what is not known.

    `promised` is the ending of the file's name: it decides where the bytes leave a choice.
    Raises IntakeError with code `encrypted` where all that can be seen is that it is locked, and
    `too-many-members`.
    """
    for signature, ending in _SIGNATURES:
        if data.startswith(signature):
            return ending
    if data.startswith(_OLE):
        return _kind_of_ole(data, promised, name)
    if data.startswith(ZIP):
        return _kind_of_zip(data, promised, name)
    return None


def kind_of_text(data: bytes) -> str | None:
    """Of text in a file whose name promises something else, the ending it should have."""
    head = data[:_HEAD]
    if head.startswith(_BOMS):
        head = head.replace(b"\0", b"").lstrip(b"".join(_BOMS))
    if office := _OFFICE_XML.search(head):
        return ".doc" if office[1] == b"Word" else ".ods"
    if _HTML.match(head):
        return ".html"
    if _WEB_ARCHIVE.match(head):
        return ".mht"
    return None


def _kind_of_ole(data: bytes, promised: str, name: str) -> str | None:
    found = [kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data]
    if _ENCRYPTED_STREAM in data and not found:
        raise IntakeError("encrypted", f"{name}: protected by a password")
    if ".doc" in found and promised != ".xls" and _is_locked(data):
        raise IntakeError("encrypted", f"{name}: protected by a password")
    return promised if promised in found else next(iter(found), None)


def _is_locked(data: bytes) -> bool:
    """Whether a document of Word 97 to 2003 is encrypted: a flag in its head says so (MS-DOC, 2.5.2)."""
    stream = read_stream(data, "WordDocument") or b""
    return len(stream) > _FLAGS and bool(stream[_FLAGS] & _LOCKED)


def _kind_of_zip(data: bytes, promised: str, name: str) -> str:
    try:
        return kind_of_archive(open_zip(io.BytesIO(data), name))
    except IntakeError as error:
        if error.code != "damaged":
            raise
        return promised if promised in PACKED else ".zip"  # cut off: it was what its name says


def kind_of_archive(archive: zipfile.ZipFile) -> str:
    """The ending that an archive should have: that of the document it is, or '.zip'."""
    names = archive.namelist()
    if not _PACKAGE.isdisjoint(names):
        for part, ending in _PARTS:
            if any(map(part.fullmatch, names)):
                return ending
    if names and names[0] == _OPEN_TYPE and archive.infolist()[0].file_size <= _LONGEST_TYPE:
        with suppress(*FAULTS):
            written = archive.read(_OPEN_TYPE)
            return next((ending for kind, ending in _OPEN_ENDINGS if kind in written), ".zip")
    return ".zip"
