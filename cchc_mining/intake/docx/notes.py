"""Footnotes and endnotes: their marks, and their texts."""

from __future__ import annotations

from ..ooxml import Element
from ..superscripts import raised
from .markup import child, number, value, w


class Notes:
    """The notes of one kind ('footnote' or 'endnote') and the count of those met so far.

    Marks are figures whatever the document's own format, and those of endnotes follow those of
    footnotes, so that a mark says which definition is meant.
    """

    def __init__(self, kind: str, root: Element | None, settings: Element | None) -> None:
        self.kind = kind
        self.elements: dict[str, Element] = {}
        for note in root.iterchildren(w(kind)) if root is not None else ():
            if note.get(w("type")) in (None, "normal"):
                self.elements[note.get(w("id")) or ""] = note
        self._first = 1
        self._restarts = False
        self._heed(settings)
        self._next = self._first

    def begin_after(self, count: int) -> None:
        """Count on from another kind of notes."""
        self._first = self._next = count + 1

    def mark(self) -> str:
        """The mark of the next note."""
        self._next += 1
        return raised(str(self._next - 1))

    def section_end(self, section: Element) -> None:
        """Begin anew after a section where the document says so."""
        self._heed(section)
        if self._restarts:
            self._next = self._first

    def _heed(self, properties: Element | None) -> None:
        own = child(properties, f"{self.kind}Pr")
        first = number(own, "numStart")
        if first is not None and first > 0:
            self._first = first
        restart = value(own, "numRestart")
        if restart is not None:
            self._restarts = restart == "eachSect"
