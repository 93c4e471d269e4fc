"""Opening a PDF: what is wrong with it, said before anything is read."""

from __future__ import annotations

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
        yield document
    finally:
        document.close()


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
    for start, after in pairwise((*marks, len(data))):
        if after - start < _SHORTEST_BOMB:
            continue
        picture = _PICTURE.search(data, max(start - _HEAD, 0), start)
        limit = _MOST_INFLATED if picture else _MOST_INFLATED_MARKS
        if _inflated(data[start:after], limit) > limit:
            raise IntakeError(
                "too-large-inside",
                f"{name}: a part of {after - start} bytes unpacks to more than {limit}",
            )


def _inflated(stream: bytes, limit: int) -> int:
    """How many bytes a Flate stream holds, counted up to a limit; 0 for other streams."""
    inflater = zlib.decompressobj()
    total = 0
    try:
        piece = inflater.decompress(stream, _STEP)
        while piece and total <= limit:
            total += len(piece)
            piece = inflater.decompress(inflater.unconsumed_tail, _STEP)
    except zlib.error:
        pass
    return total
