"""DOCX (WordprocessingML): the text as Word shows it with all changes accepted.

A paragraph is a line, with the number of its list before it; a table row is a line (see `flow`).
Notes have raised figures for marks and stand as lines of their own after the paragraph or table
that has the mark.  Headers, footers, comments and hidden text are left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from ...errors import IntakeError
from ...records import SourceText, Warning
from ..legacy import Letters, encoding_with, read_restored, warnings_of
from ..ooxml import Element, Package
from .chunks import DEEPEST, Chunks
from .markup import child, w
from .notes import Notes
from .numbering import Numbering
from .styles import Styles
from .writer import Writer

_Related = Callable[[str], Element | None]


def read_docx(data: bytes, name: str) -> SourceText:
    """The text of a Word document, NFC.

    Documents, charts and diagrams inside it that are not read have warnings `part-not-read`.  Raises
    IntakeError with code `damaged`, `encrypted`, `too-large-inside` or `unsafe-content`.
    """
    return _read(data, name, 1)


def _read(data: bytes, name: str, depth: int) -> SourceText:
    package = Package(data, name)
    main = package.main()
    body = child(package.xml(main), "body")
    if body is None:
        raise IntakeError("damaged", f"{name}: the package is not a Word document")

    def related(kind: str) -> Element | None:
        part = next(package.related(main, kind), None)
        return None if part is None else package.xml(part)

    styles = Styles(related("styles"))

    def inner(part: bytes, shown: str) -> SourceText:
        return _read(part, shown, depth + 1)

    def write(letters: Letters) -> tuple[list[str], list[Warning]]:
        chunks = Chunks(package, main, name, inner if depth < DEEPEST else None)
        numbering = Numbering(related("numbering"), styles)
        writer = Writer(styles, numbering, _notes(body, related), letters, chunks.lines)
        writer.write(body)
        return writer.body.lines(), chunks.warnings

    (lines, of_chunks), restored = read_restored(write)
    return SourceText(
        text=unicodedata.normalize("NFC", "\n".join(lines)),
        source=name,
        encoding=encoding_with(None, restored),
        warnings=(*warnings_of(restored), *of_chunks, *_unread(package, main)),
    )


def _unread(package: Package, main: str) -> Iterator[Warning]:
    """What has text of its own that stands in no paragraph."""
    for kind, said in (("chart", "charts"), ("diagramData", "diagrams")):
        count = sum(1 for _ in package.related(main, kind))
        if count:
            yield Warning(code="part-not-read", message=f"{count} {said} inside it are not read")


def _notes(body: Element, related: _Related) -> dict[str, Notes]:
    settings = related("settings")
    footnotes = Notes("footnote", related("footnotes"), settings)
    endnotes = Notes("endnote", related("endnotes"), settings)
    count = sum(1 for _ in body.iter(w("footnoteReference")))
    if count:
        endnotes.begin_after(count)
    return {"footnote": footnotes, "endnote": endnotes}
