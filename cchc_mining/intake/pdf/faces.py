"""The fonts of words: their names, and whether they are bold."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as _raw
from msgspec import Struct

from ...vietnamese.legacy import hint_of
from .glyphs import read_fonts

_pdfium: Any = _raw

_BOLD = 600
_SUBSET = re.compile(r"[A-Z]{6}\+")  # says that only the letters in use are embedded
_NAME_LENGTH = 128


class Face(Struct, frozen=True):
    """A font: its name, empty where it has none.

    `capitals` where it is one of those that show small letters as capitals.
    """

    name: str = ""
    bold: bool = False
    capitals: bool = False


FacesOf = Callable[[list[int]], list[Face]]
"""The faces of glyphs, given by their numbers in PDFium."""


def faces_of(text_page: Any) -> FacesOf:
    """Tells the faces of the glyphs of a page."""
    known: dict[int | None, Face] = {None: Face()}

    def faces(indices: list[int]) -> list[Face]:
        fonts = read_fonts(text_page, indices)
        for font in set(fonts).difference(known):
            known[font] = _face(ctypes.cast(ctypes.c_void_p(font), _pdfium.FPDF_FONT))
        return [known[font] for font in fonts]

    return faces


def _face(font: Any) -> Face:
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    length = _pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    name = buffer.value.decode("latin-1") if 0 < length <= _NAME_LENGTH else ""
    name = name[7:] if _SUBSET.match(name) else name
    bold = _pdfium.FPDFFont_GetWeight(font) >= _BOLD or "bold" in name.lower()
    hint = hint_of(name)
    return Face(name, bold, hint is not None and hint.capitals)
