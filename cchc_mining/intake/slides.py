"""PPTX: the texts and tables of the slides in their order, a line a paragraph.

Notes of the speaker and what the master slides repeat are left out; so are hidden slides.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..errors import IntakeError
from ..records import SourceText
from .flow import Flow, Table, table_lines
from .legacy import Letters, encoding_with, read_restored, warnings_of
from .ooxml import Element, Package, local
from .superscripts import raised

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FURNITURE = frozenset(("dt", "ftr", "sldNum", "hdr"))
_MOST_SPANNED = 100


def read_pptx(data: bytes, name: str) -> SourceText:
    """The text of a presentation, NFC.

    Raises IntakeError with code `damaged`, `encrypted` or `too-large-inside`.
    """
    package = Package(data, name)
    main = package.main()
    root = package.xml(main)
    if root is None or local(root) != "presentation":
        raise IntakeError("damaged", f"{name}: the package is not a presentation")
    parts = package.by_id(main)
    slides = [
        package.xml(parts.get(element.get(_RELATION) or "", ""))
        for element in _named(root, "sldId")
    ]

    def write(letters: Letters) -> list[str]:
        flow = Flow()
        for slide in slides:
            if slide is not None and slide.get("show") != "0":
                _write(slide, flow, letters)
        return flow.lines()

    lines, restored = read_restored(write)
    return SourceText(
        text=unicodedata.normalize("NFC", "\n".join(lines)),
        source=name,
        encoding=encoding_with(None, restored),
        warnings=warnings_of(restored),
    )


def _write(parent: Element, flow: Flow, letters: Letters) -> None:
    for element in parent:
        name = local(element)
        if name == "p":
            flow.write(_text(element, letters), preformatted=True)
            flow.end_line()
        elif name == "tbl":
            flow.extend(table_lines(_table(element, letters)))
        elif name == "AlternateContent":
            _write(next(iter(element), element), flow, letters)
        elif name != "sp" or not _is_furniture(element):
            _write(element, flow, letters)


def _is_furniture(shape: Element) -> bool:
    """Whether a shape shows the date, a footer or the number of the slide."""
    return any(place.get("type") in _FURNITURE for place in _named(shape, "ph"))


def _text(paragraph: Element, letters: Letters) -> str:
    pieces: list[str] = []
    for element in paragraph:
        name = local(element)
        if name == "br":
            pieces.append("\n")
        elif name in ("r", "fld"):
            text = "".join(t.text or "" for t in _named(element, "t"))
            place = next(_named(element, "rPr"), None)
            text = letters(text, _font(place))
            shift = (place.get("baseline") if place is not None else None) or "0"
            pieces.append(raised(text) if shift > "0" else text)
    letters("\n", None)
    return "".join(pieces)


def _font(properties: Element | None) -> str | None:
    """The font that a run names; null for one of the theme ('+mn-lt') or of the layout."""
    for latin in _named(properties, "latin") if properties is not None else ():
        name = latin.get("typeface") or ""
        return None if name.startswith("+") else name
    return None


def _table(element: Element, letters: Letters) -> Table:
    table = Table()
    for row in _named(element, "tr"):
        table.start_row()
        for part in _named(row, "tc"):
            if part.get("hMerge") not in ("1", "true") and part.get("vMerge") not in ("1", "true"):
                cell = table.start_cell(
                    heading=False,
                    columns=_count(part.get("gridSpan")),
                    rows=_count(part.get("rowSpan")),
                )
                _write(part, cell.flow, letters)
    return table


def _count(span: str | None) -> int:
    return min(int(span), _MOST_SPANNED) if span and span.isdecimal() and len(span) < 6 else 1


def _named(parent: Element, name: str) -> Iterator[Element]:
    return (element for element in parent.iter() if local(element) == name)
