"""Documents inside a document (`w:altChunk`), which Word shows as part of the text.

Programs that put reports together from pages or other documents leave them so until Word saves the
file anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from ...records import SourceText, Warning
from ..html import read_html
from ..ooxml import Element, Package
from ..plain import read_plain

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PAGES = (".html", ".htm", ".xhtml")
_DOCUMENTS = (".docx", ".docm")
DEEPEST = 3
"""How deep documents may lie in one another."""

_Reader = Callable[[bytes, str], SourceText]


class Chunks:
    """The inner documents of one package; `read` is the reader of Word documents, null for none.

    `warnings` tells those that could not be read, and what is to be said of the others.
    """

    def __init__(self, package: Package, main: str, name: str, read: _Reader | None) -> None:
        self.warnings: list[Warning] = []
        self._package = package
        self._parts = package.by_id(main)
        self._name = name
        self._readers: dict[str, _Reader] = {".txt": read_plain, **dict.fromkeys(_PAGES, read_html)}
        if read is not None:
            self._readers |= dict.fromkeys(_DOCUMENTS, read)

    def lines(self, reference: Element) -> list[str]:
        """The lines of the document that an element refers to."""
        part = self._parts.get(reference.get(_RELATION) or "", "")
        data = self._package.read(part)
        read = self._readers.get(PurePosixPath(part).suffix.lower())
        if not data or read is None:
            said = f"{part} inside it is not read"
            self.warnings.append(Warning(code="part-not-read", message=said))
            return []
        source = read(data, self._name)
        self.warnings += source.warnings
        return source.text.splitlines()
