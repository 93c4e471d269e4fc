"""Documents inside a document (`w:altChunk`), which Word shows as part of the text.

Programs that put reports together from pages or other documents leave them so until Word saves the
file anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from ...records import Warning
from ..decoding import decode
from ..html import read_html
from ..ooxml import Element, Package

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_DOCUMENTS = frozenset((".docx", ".docm"))
DEEPEST = 3
"""How deep documents may lie in one another."""


class Chunks:
    """The inner documents of one package; `warnings` tells those that could not be read."""

    def __init__(
        self, package: Package, main: str, name: str, read: Callable[[bytes, str], str] | None
    ) -> None:
        self.warnings: list[Warning] = []
        self._package = package
        self._parts = package.by_id(main)
        self._name = name
        self._read = read

    def lines(self, reference: Element) -> list[str]:
        """The lines of the document that an element refers to."""
        part = self._parts.get(reference.get(_RELATION) or "", "")
        data = self._package.read(part)
        ending = PurePosixPath(part).suffix.lower()
        if data and ending in _PAGES:
            return read_html(data, self._name).text.split("\n")
        if data and ending == ".txt":
            return decode(data, self._name)[0].splitlines()
        if data and ending in _DOCUMENTS and self._read:
            return self._read(data, self._name).split("\n")
        self.warnings.append(Warning(code="part-not-read", message=f"{part} inside it is not read"))
        return []
