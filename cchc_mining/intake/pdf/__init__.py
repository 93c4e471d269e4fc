"""PDF with a text layer: PDFium's glyphs to lines of words and drawn lines, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2 as _helpers
import pypdfium2.raw as _raw

from ...errors import IntakeError
from ...records import SourceText, Warning
from ..legacy import encoding_with, warnings_of
from ..limits import MOST_PAGES
from ..pages import Page, compose
from .faces import faces_of
from .glyphs import frame_of, read_glyphs
from .letters import restore_pages
from .opening import no_pages, open_document
from .rulings import count_texts, read_strokes
from .words import read_lines

_pdfium: Any = _raw
_pdf: Any = _helpers

_MOST_GLYPHS = 400_000  # on a page; a full page of a gazette has 10,000
_MOST_TEXTS = 40_000  # pieces of text drawn on a page: PDFium compares each with those around it
_SOFT_HYPHEN = "\u00ad"


def read_pdf(data: bytes, name: str) -> SourceText:
    """The text of a PDF with the places of its words.

    Pages without a text layer are left out with a warning `page-without-text`.  Raises IntakeError
    with code `other-content` (not a PDF), `encrypted`, `damaged`, `no-pages`, `empty`,
    `too-many-pages`, `too-large-inside` or `scan-without-ocr` (pages are pictures).
    """
    with open_document(data, name) as document:
        count = len(document)
        if count == 0:
            raise no_pages(name)
        if count > MOST_PAGES:
            raise IntakeError(
                "too-many-pages", f"{name}: {count} pages; at most {MOST_PAGES} are read; split it"
            )
        warnings: list[Warning] = []
        pages = list(_pages(document, name, warnings))
    if not pages:
        raise _without_text(count, warnings, name)
    restored = restore_pages(pages)
    _show_hyphens(pages)
    composed = compose(pages)
    return SourceText(
        text=composed.text,
        source=name,
        encoding=encoding_with(None, restored),
        pages=count,
        warnings=(*warnings_of(restored), *warnings),
        places=composed.places,
        furniture=composed.furniture,
    )


def _show_hyphens(pages: list[Page]) -> None:
    """Write what a font calls a soft hyphen as the hyphen that it draws."""
    for page in pages:
        for line in page.lines:
            for word in line.words:
                if _SOFT_HYPHEN in word.text:
                    word.text = word.text.replace(_SOFT_HYPHEN, "-")


def _without_text(count: int, warnings: list[Warning], name: str) -> IntakeError:
    """Why there is no text in any page."""
    codes = {warning.code for warning in warnings}
    if "page-without-text" in codes:
        return IntakeError(
            "scan-without-ocr",
            f"{name}: its {count} pages are pictures without text; they must be read by OCR first",
        )
    if codes:
        return IntakeError("damaged", f"{name}: none of its {count} pages can be read")
    return IntakeError("empty", f"{name}: its {count} pages are blank")


def _pages(document: Any, name: str, warnings: list[Warning]) -> Iterator[Page]:
    """The pages that have text, with a warning for each that should have and has not."""
    for number in range(1, len(document) + 1):
        try:
            handle = document[number - 1]
        except _pdf.PdfiumError:
            warnings.append(_warning("page-unreadable", number, "the page cannot be read"))
            continue
        try:
            page = _read_page(handle, number, name)
            if page.lines:
                yield page
            elif _pdfium.FPDFPage_CountObjects(handle) > 0:
                warnings.append(_warning("page-without-text", number, "the page is a picture"))
        finally:
            handle.close()


def _read_page(handle: Any, number: int, name: str) -> Page:
    frame = frame_of(handle)
    if (texts := count_texts(handle, _MOST_TEXTS)) > _MOST_TEXTS:
        raise IntakeError(
            "too-large-inside", f"{name}: page {number} has {texts} pieces of text, as no page has"
        )
    text_page = handle.get_textpage()
    try:
        count = text_page.count_chars()
        if count > _MOST_GLYPHS:
            raise IntakeError(
                "too-large-inside", f"{name}: page {number} has {count} characters, as no page has"
            )
        glyphs = read_glyphs(text_page.raw, frame, max(count, 0))
        if not len(glyphs):
            return Page(number, *frame.size)
        lines, turns = read_lines(glyphs, frame.size, faces_of(text_page.raw))
    finally:
        text_page.close()
    width, height = frame.size if turns % 2 == 0 else frame.size[::-1]
    strokes = read_strokes(handle, frame, turns)
    return Page(number, width, height, lines, strokes, turns)


def _warning(code: str, page: int, message: str) -> Warning:
    return Warning(code=code, message=message, page=page)
