"""PDF: PDFium's glyphs to lines of words and drawn lines, page by page; pictures by OCR."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2 as _helpers
import pypdfium2.raw as _raw

from ...errors import IntakeError
from ...records import SourceText, Warning
from ..legacy import encoding_with, warnings_of
from ..limits import MOST_PAGES
from ..ocr import Reading, how_to_install, is_ready, ocr_warnings, read_picture
from ..pages import Page, compose
from .faces import faces_of
from .glyphs import Frame, frame_of, read_glyphs
from .letters import restore_pages
from .opening import no_pages, open_document
from .rulings import count_texts, read_strokes
from .scans import Layer, is_better, judge, picture_of
from .words import read_lines

_pdfium: Any = _raw
_pdf: Any = _helpers

_MOST_GLYPHS = 400_000  # on a page; a full page of a gazette has 10,000
_MOST_TEXTS = 40_000  # pieces of text drawn on a page: PDFium compares each with those around it
_SOFT_HYPHEN = "\u00ad"


def read_pdf(data: bytes, name: str) -> SourceText:
    """The text of a PDF with the places of its words.

    Pages that are pictures, and those whose text layer is worse than what OCR reads, are read by OCR,
    with a warning `ocr-used`; where that is not installed they are left out with a warning
    `scan-without-ocr`, as are those in which nothing is found (`page-without-text`).  Raises
    IntakeError with code `other-content` (not a PDF), `encrypted`, `damaged`, `no-pages`, `empty`,
    `too-many-pages`, `too-large-inside`, `picture-without-text`, or `scan-without-ocr` (all pages
    are pictures and OCR is not installed).
    """
    with open_document(data, name) as document:
        count = len(document)
        if count == 0:
            raise no_pages(name)
        if count > MOST_PAGES:
            raise IntakeError(
                "too-many-pages", f"{name}: {count} pages; at most {MOST_PAGES} are read; split it"
            )
        reader = _PagesReader(name)
        pages = list(reader.read(document))
    warnings = [*ocr_warnings(reader.readings), *reader.warnings]
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
        recognised=composed.recognised,
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
    if "scan-without-ocr" in codes:
        return IntakeError(
            "scan-without-ocr",
            f"{name}: its {count} pages are pictures without text; to have them read, install "
            f"tesseract with Vietnamese: {how_to_install()}",
        )
    if "page-without-text" in codes:
        return IntakeError(
            "picture-without-text", f"{name}: no text is found in its {count} pages, all pictures"
        )
    if codes:
        return IntakeError("damaged", f"{name}: none of its {count} pages can be read")
    return IntakeError("empty", f"{name}: its {count} pages are blank")


class _PagesReader:
    """Reads the pages of a document, and keeps what is to be said of them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._can_read_pictures = is_ready()
        self.warnings: list[Warning] = []
        self.readings: list[Reading] = []

    def read(self, document: Any) -> Iterator[Page]:
        """The pages that have text, with a warning for each that should have and has not."""
        for number in range(1, len(document) + 1):
            try:
                handle = document[number - 1]
            except _pdf.PdfiumError:
                self._warn("page-unreadable", number, "the page cannot be read")
                continue
            try:
                page = self._page(handle, number)
            finally:
                handle.close()
            if page.lines:
                yield page

    def _page(self, handle: Any, number: int) -> Page:
        page = _read_page(handle, number, self._name)
        if not page.lines and _pdfium.FPDFPage_CountObjects(handle) <= 0:
            return page
        frame = frame_of(handle)
        layer = judge(page, handle, frame)
        if layer.state == "text":
            return page
        if not self._can_read_pictures:
            self._warn_without_ocr(layer, number)
            return page
        return self._recognised(page, layer, handle, frame)

    def _recognised(self, page: Page, layer: Layer, handle: Any, frame: Frame) -> Page:
        """A page as OCR reads it, or as its text layer has it where that is no worse."""
        try:
            reading = read_picture(*picture_of(handle, frame, page.number, self._name), page.number)
        except IntakeError as error:
            self._warn(error.code, page.number, str(error))
            return page
        lines = reading.page.lines
        if not lines and not page.lines:
            self._warn("page-without-text", page.number, "no text is found in the picture")
            return page
        if layer.state == "doubtful" and not is_better(lines, layer):
            return page
        if len(lines) < len(page.lines):
            return page
        if layer.state == "doubtful":
            self._warn("poor-text-layer", page.number, "its text layer is garbled; read by OCR")
        self.readings.append(reading)
        return reading.page

    def _warn_without_ocr(self, layer: Layer, number: int) -> None:
        if layer.state == "doubtful":
            message = f"its text layer may be garbled; to have it checked: {how_to_install()}"
            self._warn("poor-text-layer", number, message)
        else:
            message = f"the page is a picture; to have it read: {how_to_install()}"
            self._warn("scan-without-ocr", number, message)

    def _warn(self, code: str, page: int, message: str) -> None:
        self.warnings.append(Warning(code=code, message=message, page=page))


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
