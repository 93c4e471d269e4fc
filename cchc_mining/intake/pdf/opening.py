"""Opening a PDF: what is wrong with it, said before anything is read."""

from __future__ import annotations

import base64
import binascii
import io
import re
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import pypdfium2 as _helpers
import pypdfium2.raw as _raw

from ...errors import IntakeError

_pdfium: Any = _raw
_pdf: Any = _helpers

_HEADER_WITHIN = 1024  # bytes from the start in which '%PDF-' must stand
# Flate cannot shrink more than about a thousand times, so that shorter streams are harmless.
_STREAM = re.compile(rb"stream\r?\n")
_SHORTEST_BOMB = 30 * 1024
# Bytes of one stream.  A picture of a page at 600 dpi has 100 MB; the marks of a page have some
# 100 KB, and each MB of them may cost PDFium 90 MB and half a second.
_MOST_INFLATED = 192 * 1024 * 1024
_MOST_INFLATED_MARKS = 16 * 1024 * 1024
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_HEAD = 600  # bytes before a stream that hold what it is
_STEP = 1 << 20
# A stream packed several times, which PDFium unpacks layer by layer however large they are.
_PACKED_AGAIN = re.compile(
    rb"\[\s*(?:/(?:FlateDecode|LZWDecode|RunLengthDecode|ASCIIHexDecode|ASCII85Decode|Fl|LZW|RL|AHx|A85)\s*){2,}"
)
_MOST_LAYERS = 5
# PDFium does not open a file whose page tree says that it is empty.
_NO_PAGES = re.compile(rb"/Type\s*/Pages\b[^<>]{0,200}/Count\s+0\b")


@contextmanager
def open_document(data: bytes, name: str) -> Generator[Any]:
    """A document handle, closed afterwards.

    Raises IntakeError with code `other-content`, `too-large-inside`, `encrypted` or `damaged`.
    """
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise IntakeError("other-content", f"{name}: the content is not PDF")
    _refuse_bombs(data, name)
    try:
        document = _pdf.PdfDocument(data)
    except _pdf.PdfiumError as error:
        raise _refusal(error, data, name) from None
    try:
        if _pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0:
            _refuse_bombs(_unlocked(document, len(data)), name)
        yield document
    finally:
        document.close()


def _unlocked(document: Any, size: int) -> bytes:
    """A document that is encrypted but opens without a password, as it is without encryption."""
    copy = _Bounded(2 * size + (1 << 20))
    document.save(copy, flags=_pdfium.FPDF_REMOVE_SECURITY)
    return copy.getvalue()


class _Bounded(io.BytesIO):
    """A file in memory that takes no more than some bytes; what follows is dropped."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: Any, /) -> int:
        return super().write(data) if self.tell() < self._most else 0


def _refusal(error: Any, data: bytes, name: str) -> IntakeError:
    if _NO_PAGES.search(data):  # of which PDFium leaves the error of the file before
        return no_pages(name)
    code = getattr(error, "err_code", None)
    if code in (_pdfium.FPDF_ERR_PASSWORD, _pdfium.FPDF_ERR_SECURITY):
        return IntakeError("encrypted", f"{name}: protected by a password; save it without one")
    return IntakeError("damaged", f"{name}: the PDF is damaged or cut off ({error})")


def no_pages(name: str) -> IntakeError:
    """What is said of a PDF without a page."""
    return IntakeError("no-pages", f"{name}: the PDF has no pages")


def _refuse_bombs(data: bytes, name: str) -> None:
    """Refuse a stream that inflates beyond what a page can need; none is held in memory."""
    marks = [match.end() for match in _STREAM.finditer(data)]
    shortest = 0 if _PACKED_AGAIN.search(data) else _SHORTEST_BOMB
    for start, after in pairwise((*marks, len(data))):
        if after - start < shortest:
            continue
        picture = _PICTURE.search(data, max(start - _HEAD, 0), start)
        limit = _MOST_INFLATED if picture else _MOST_INFLATED_MARKS
        if _inflated(data[start:after], limit, again=not shortest) > limit:
            raise IntakeError(
                "too-large-inside",
                f"{name}: a part of {after - start} bytes unpacks to more than {limit}",
            )


def _inflated(stream: bytes, limit: int, *, again: bool) -> int:
    """How many bytes a Flate stream holds, counted up to a limit; 0 for other streams.

    With `again` the largest of its layers counts, where it is packed several times or spelt out in
    hexadecimal or base 85.
    """
    most = 0
    for _ in range(_MOST_LAYERS if again else 1):
        count, stream = _layer(_spelt_out(stream) if again else stream, limit, keep=again)
        if count > limit:
            return count
        if not count:
            break
        most = max(most, count)
    else:
        return limit + 1 if again else most
    return most


def _spelt_out(stream: bytes) -> bytes:
    """The bytes that a stream writes in hexadecimal or in base 85; the stream itself if in neither."""
    try:
        if (end := stream.find(b"~>")) >= 0:
            return base64.a85decode(b"".join(stream[:end].removeprefix(b"<~").split()))
        digits, end_mark, _ = stream.partition(b">")
        return binascii.unhexlify(b"".join(digits.split())) if end_mark else stream
    except ValueError:
        return stream


def _layer(stream: bytes, limit: int, *, keep: bool) -> tuple[int, bytes]:
    """How many bytes a Flate stream holds, counted up to a limit, and the bytes if they are kept."""
    inflater = zlib.decompressobj()
    total = 0
    pieces: list[bytes] = []
    try:
        piece = inflater.decompress(stream, _STEP)
        while piece and total <= limit:
            total += len(piece)
            if keep:
                pieces.append(piece)
            piece = inflater.decompress(inflater.unconsumed_tail, _STEP)
    except zlib.error:
        pass
    return total, b"".join(pieces)
