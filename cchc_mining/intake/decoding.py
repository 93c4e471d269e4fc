"""Bytes to text: which encoding they are in, and a clear refusal where that cannot be known.

Only strict decoding is used: a text with holes would move every offset and hide what was lost.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from ..errors import IntakeError
from ..records import Warning
from ..vietnamese.legacy import (
    Run,
    convert,
    count_codes,
    decode_tcvn3,
    decode_windows,
    encoding_of,
    may_be_legacy,
    restore,
)
from .legacy import encoding_with, warning_of, warnings_of

# Longest first: the UTF-32 LE mark begins with the UTF-16 LE mark.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# High bytes of the UTF-16 units of Vietnamese text: ASCII and Latin-1, ă đ ĩ ơ ư, combining marks,
# ạ..ỹ, and typographic punctuation.
_HIGH_BYTES = b"\x00\x01\x03\x1e\x20"
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
# One part in a hundred: a form feed or a stray Word mark may stand in a text, a program may not.
_MOST_CONTROLS = 0.01
_SAMPLE = 1 << 16

# How files of other formats begin, whatever their name says.
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "DOCX, XLSX or ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC, XLS or PPT"),
    (b"{\\rtf", "RTF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
)


WINDOWS = "windows-1252"
"""What `decode_declared` says of bytes that nobody knows the encoding of: text in it makes sense only
if it can be restored from TCVN3 or VNI."""


class Decoded(Struct, frozen=True):
    """A text in Unicode, its encoding, and what is to be said of it."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...] = ()


def decode_plain(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """As `decode_declared`, with Vietnamese from before Unicode converted: bytes in TCVN3 or VNI, and
    lines that hold such codes among others that do not.

    No font tells which small letters of TCVN3 are shown as capitals: they stay small, but in words
    whose other letters are capitals.
    """
    text, encoding = decode_declared(data, declared, name)
    if encoding == WINDOWS:
        converted = _converted(data, text)
        return converted or Decoded(*decode(data, name))  # which refuses it
    if not may_be_legacy(text):
        return Decoded(text, encoding)
    restored = restore([Run(line) for line in text.splitlines(keepends=True)])
    if restored is None:
        return Decoded(text, encoding)
    return Decoded(
        "".join(restored.texts),
        encoding_with(encoding, restored) or encoding,
        warnings_of(restored),
    )


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of some bytes and the name of their encoding (a byte-order mark is left out).

    UTF-8, UTF-16 and UTF-32 with their marks; without one UTF-16 where the bytes show it, else
    UTF-8.  Raises IntakeError with code `unsupported-format` (the bytes are those of another
    format), `binary` (not text), `legacy-encoding` (Vietnamese from before Unicode) or
    `undecodable`.
    """
    refuse_other_formats(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, name), encoding
    encoding = _unmarked_utf16(data[:_SAMPLE]) or "utf-8"
    return _decode_as(data, encoding, name), encoding


def decode_declared(data: bytes, declared: str | None, name: str) -> tuple[str, str]:
    """As `decode`, for bytes that name their own encoding.

    Bytes that are valid UTF-8 are UTF-8 whatever they declare: pages saved anew often keep the
    declaration of the page they came from.  Bytes that neither are nor declare anything are given as
    if they were Windows-1252, for they may be Vietnamese from before Unicode (see `WINDOWS`).
    """
    try:
        return decode(data, name)
    except IntakeError as refusal:
        codec = _codec(declared)
        if refusal.code in ("unsupported-format", "binary"):
            raise
        if codec is None:
            return decode_windows(data), WINDOWS
        return _decode_as(data, codec, name), codec


def refuse_other_formats(data: bytes, name: str) -> None:
    """Raise IntakeError where the bytes begin as those of a known format that is not text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise IntakeError("unsupported-format", f"{name}: the content is {kind}, not text")


def _codec(declared: str | None) -> str | None:
    """The codec of a declared encoding that can hold Vietnamese and is not UTF-8."""
    try:
        found = codecs.lookup(declared).name if declared else None
    except LookupError:
        return None
    return None if found is None or found.startswith("utf") else found


def _unmarked_utf16(sample: bytes) -> str | None:
    """The byte order of UTF-16 text without a mark: its high bytes are few and often zero."""
    half = len(sample) // 2
    if not half or b"\0" not in sample:
        return None
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[: half * 2 : 2]),
        ("utf-16-be", sample[: half * 2 : 2], sample[1::2]),
    ):
        strange = len(high.translate(None, _HIGH_BYTES))
        if strange * 50 <= half and high.count(0) * 4 >= half and low.count(0) * 50 <= half:
            return encoding
    return None


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _refusal(data, error, name) from None
    if _too_many_controls(text):
        raise IntakeError("binary", f"{name}: holds control characters, so it is not a text file")
    return text


def _converted(data: bytes, text: str) -> Decoded | None:
    """Bytes in TCVN3 or VNI as Unicode, given also as `decode_windows` has them; null where they are
    in neither.
    """
    encoding = encoding_of(text)
    if encoding is None:
        return None
    warning = warning_of({encoding: count_codes(text, encoding)})
    converted = decode_tcvn3(data) if encoding == "TCVN3" else convert(text, encoding)
    return Decoded(converted, encoding, (warning,))


def _refusal(data: bytes, error: UnicodeDecodeError, name: str) -> IntakeError:
    if error.encoding == "utf-8":
        if _too_many_controls(data[:_SAMPLE].decode("latin-1")):
            return IntakeError("binary", f"{name}: the content is not text")
        if _looks_legacy(data[:_SAMPLE]):
            return IntakeError(
                "legacy-encoding",
                f"{name}: looks like Vietnamese in an encoding from before Unicode (TCVN3, VNI or "
                "Windows-1258); convert it, for example with UniKey, and save it as UTF-8",
            )
    return IntakeError(
        "undecodable",
        f"{name}: byte {error.start} is not valid {error.encoding}; save the file as UTF-8",
    )


def _too_many_controls(text: str) -> bool:
    return "\0" in text or len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROLS


def _looks_legacy(sample: bytes) -> bool:
    """Single high bytes among letters, as one-byte encodings have: few of them form UTF-8."""
    high = len(_HIGH.findall(sample))
    in_utf8 = len(_HIGH.findall(sample.decode("utf-8", "ignore").encode()))
    return high * 50 > len(sample) and in_utf8 * 2 < high
