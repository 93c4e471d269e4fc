"""XLSX: cells with their number formats, from the XML of the package itself."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast

from lxml import etree as _untyped  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
from msgspec import Struct

from ...errors import IntakeError
from ...vietnamese.legacy import Run, hint_of
from ..ooxml import Element, Package, checked, local
from ..superscripts import raised
from .formats import builtin, is_date, shown_date, shown_moment, shown_number
from .sheets import Sheet

_etree = cast(Any, _untyped)

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_MOST_COLUMNS = 16_384
_MOST_PLACES = 5_000_000  # cells that a sheet writes, empty ones among them
_ON = ("1", "true")


class _Book(Struct):
    """What the cells of all sheets refer to."""

    strings: list[list[Run]]  # in their fonts, where a string has fonts of its own
    formats: list[str]  # by the number of the cell's style
    fonts: list[str]  # in the same order
    from_1904: bool


def read_sheets(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a workbook in its order.

    Raises IntakeError with code `damaged`, `encrypted` or `too-large-inside`.
    """
    package = Package(data, name)
    main = package.main()
    root = package.xml(main)
    if root is None or local(root) != "workbook":
        raise IntakeError("damaged", f"{name}: the package is not a workbook")
    properties = root.find(_MAIN + "workbookPr")
    book = _Book(
        _strings(package, main),
        *_formats_and_fonts(package, main),
        properties is not None and properties.get("date1904") in _ON,
    )
    parts = package.by_id(main)
    sheets: list[Sheet] = []
    for element in root.iter(_MAIN + "sheet"):
        sheet = Sheet(
            element.get("name") or "", hidden=element.get("state") not in (None, "visible")
        )
        part = package.read(parts.get(element.get(_RELATION) or "", ""))
        if part is not None:
            _read_cells(part, sheet, book, f"{name}: {sheet.name}")
        sheets.append(sheet)
    return sheets


def _strings(package: Package, main: str) -> list[list[Run]]:
    for part in package.related(main, "sharedStrings"):
        root = package.xml(part)
        return [_runs(item) for item in root.iterchildren(_MAIN + "si")] if root is not None else []
    return []


def _runs(item: Element) -> list[Run]:
    """The runs of a string, raised figures as superscript characters."""
    runs: list[Run] = []
    for element in item:
        name = local(element)
        if name == "t":
            runs.append(Run(element.text or ""))
        elif name == "r":
            text = "".join(t.text or "" for t in element.iterchildren(_MAIN + "t"))
            place = next(element.iter(_MAIN + "vertAlign"), None)
            is_raised = place is not None and place.get("val") == "superscript"
            font = next(element.iter(_MAIN + "rFont"), None)
            name = font.get("val") if font is not None else None
            runs.append(Run(raised(text) if is_raised else text, name))
    return runs


def _formats_and_fonts(package: Package, main: str) -> tuple[list[str], list[str]]:
    """The number formats of the styles of cells, and the names of their fonts."""
    for part in package.related(main, "styles"):
        root = package.xml(part)
        styles = root.find(_MAIN + "cellXfs") if root is not None else None
        if root is None or styles is None:
            break
        own = {
            item.get("numFmtId"): item.get("formatCode") or "General"
            for item in root.iter(_MAIN + "numFmt")
        }
        fonts = root.find(_MAIN + "fonts")
        names = dict(enumerate(map(_font_name, fonts if fonts is not None else ())))
        return (
            [own.get(s.get("numFmtId")) or builtin(_whole(s.get("numFmtId"))) for s in styles],
            [names.get(_whole(s.get("fontId")), "") for s in styles],
        )
    return [], []


def _font_name(font: Element) -> str:
    name = font.find(_MAIN + "name")
    return (name.get("val") or "") if name is not None else ""


def _read_cells(part: bytes, sheet: Sheet, book: _Book, name: str) -> None:
    row = column = -1
    cells = 0
    for event, element in _events(part, name):
        tag = local(element)
        if event == "start":
            if tag == "row":
                row, column = max(_whole(element.get("r")) - 1, row + 1), -1
                sheet.hides_rows |= element.get("hidden") in _ON
            elif tag == "col":
                sheet.hides_rows |= element.get("hidden") in _ON
        elif tag == "c":
            cells += 1
            if cells > _MOST_PLACES:
                raise IntakeError("too-many-cells", f"{name}: more than {_MOST_PLACES} cells")
            column = _column(element.get("r"), column + 1)
            if column < _MOST_COLUMNS:
                _read_cell(element, row, column, sheet, book)


def _events(part: bytes, name: str) -> Iterator[tuple[str, Element]]:
    """Rows and columns as they begin, cells as they end; what was read is let go."""
    parser = _etree.iterparse(
        io.BytesIO(checked(part, name)),
        events=("start", "end"),
        tag=tuple(_MAIN + tag for tag in ("row", "col", "c", "sheetData")),
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in parser:
            yield event, cast(Element, element)
            if event == "end" and local(element) in ("c", "row"):
                element.clear()
                if local(element) == "row" and element.getparent() is not None:
                    del element.getparent()[:-1]
    except _etree.XMLSyntaxError as error:
        raise IntakeError("damaged", f"{name}: {error}") from error


def _read_cell(cell: Element, row: int, column: int, sheet: Sheet, book: _Book) -> None:
    kind = cell.get("t") or "n"
    style = _whole(cell.get("s"))
    if kind == "inlineStr":
        item = cell.find(_MAIN + "is")
        if item is not None:
            _put_text(_runs(item), style, row, column, sheet, book)
        return
    found = cell.find(_MAIN + "v")
    value = (found.text or "") if found is not None else ""
    if not value:
        if cell.find(_MAIN + "f") is not None and kind != "str":
            sheet.put_uncomputed(row, column, cell.get("r") or "")
    elif kind == "str":
        _put_text([Run(value)], style, row, column, sheet, book)
    elif kind == "s":
        at = _whole(value)
        runs = book.strings[at] if at < len(book.strings) else []
        _put_text(runs, style, row, column, sheet, book)
    else:
        code = book.formats[style] if style < len(book.formats) else "General"
        sheet.put(row, column, _shown(value, kind, code, book))


def _put_text(
    runs: list[Run], style: int, row: int, column: int, sheet: Sheet, book: _Book
) -> None:
    """Write a text, and keep its fonts where one is made for letters from before Unicode."""
    text = "".join([run.text for run in runs])
    sheet.put(row, column, text)
    own = book.fonts[style] if style < len(book.fonts) else None
    if hint_of(own) or any(hint_of(run.font) for run in runs):
        sheet.fonts[row, column] = [Run(run.text, run.font or own) for run in runs]


def _shown(value: str, kind: str, code: str, book: _Book) -> str:
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind == "d":
        try:
            return shown_moment(datetime.fromisoformat(value))
        except ValueError:
            return value
    if kind != "n":
        return value
    try:
        number = float(value)
    except ValueError:
        return value
    if is_date(code):
        return shown_date(number, code, from_1904=book.from_1904)
    return shown_number(number, code)


def _column(reference: str | None, otherwise: int) -> int:
    match = _REFERENCE.fullmatch(reference or "")
    if not match:
        return otherwise
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
