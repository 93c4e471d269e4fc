"""HTML: the text a reader of the page sees, a line a block, a line a table row.

Runs of blanks are one blank and blocks end lines, as a browser shows them.  What is not part of the
document (scripts, styles, navigation, hidden elements, form controls) is left out; links give their
text.  Superscript figures become superscript characters, so that footnote marks stay apart from
the words they follow ('Chính phủ<sup>1</sup>' is not 'Chính phủ1').
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, cast

from lxml import etree as _untyped  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

from ..errors import IntakeError
from ..records import SourceText
from .counting import formatted
from .decoding import WINDOWS, decode, decode_declared
from .flow import Flow, Table, table_lines
from .html_fonts import PageFonts
from .legacy import Letters, encoding_with, read_restored, warnings_of
from .superscripts import raised

_etree = cast(Any, _untyped)  # lxml has no types; `_Element` says what is used of it

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I
)
_DECLARED_WITHIN = 4096  # bytes from the start in which a page names its encoding

_DROPPED = frozenset(
    "title script style nav template noscript iframe object svg canvas audio video map "
    "select button textarea datalist".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu "
    "ol p pre section summary table td th tr ul".split()
)
# How the items of a list are numbered, by its attribute and in its style.
_NUMBERED_AS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLED_AS = {
    "none": "none",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.I)
_WAY_HERE = re.compile(r"\bbreadcrumb", re.I)  # 'Trang chủ > Văn bản': a list to programs alone
_NUMBER = re.compile(r"\s*(-?[0-9]{1,6})\s*")
_NO_DISPLAY = re.compile(r"display\s*:\s*none", re.I)


class _Element(Protocol):
    """The little of an lxml element that is needed here."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, key: str, default: str = ..., /) -> str | None: ...
    def itertext(self) -> Iterator[str]: ...


class _Events(Protocol):
    def __iter__(self) -> Iterator[tuple[str, _Element]]: ...
    def skip_subtree(self) -> None: ...


def read_html(data: bytes, name: str, charset: str | None = None) -> SourceText:
    """The visible text of a page and its title; the name of its file is none, as converters write it.

    `charset` is what is said of the bytes from outside, and counts before what they say themselves.
    Raises IntakeError as `decode`, and with code `malformed` where the parser gives up.
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    charset = charset or (declared[1].decode("ascii") if declared else None)
    text, encoding = decode_declared(data, charset, name)

    def read(letters: Letters) -> _Reader:
        reader = _Reader(letters)
        if text.strip():
            reader.read(_events(text, name))
        return reader

    reader, restored = read_restored(read)
    if restored is None and encoding == WINDOWS:
        decode(data, name)  # which refuses it
    return SourceText(
        text=unicodedata.normalize("NFC", "\n".join(reader.page.lines())),
        source=name,
        encoding=encoding_with(None if encoding == WINDOWS else encoding, restored),
        title=None if reader.title == Path(name).stem else reader.title,
        warnings=warnings_of(restored),
    )


def _events(text: str, name: str) -> _Events:
    parser = _etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    root = _etree.fromstring(text.encode(), parser)
    for error in parser.error_log.filter_from_fatals():  # what follows such an error is not read
        raise IntakeError("malformed", f"{name}: line {error.line}: {error.message}")
    return cast(_Events, _etree.iterwalk(root, events=("start", "end")))


class _List:
    """A list being read: what its next number is and how that is shown; 'none' shows nothing."""

    def __init__(self, element: _Element) -> None:
        styled = _LIST_STYLE.search(element.get("style") or "")
        self._style = _NUMBERED_AS.get(element.get("type") or "", "decimal")
        if styled:
            self._style = _STYLED_AS.get(styled[1].lower(), self._style)
        if element.tag != "ol" or _WAY_HERE.search(element.get("class") or ""):
            self._style = "none"
        self._next = _number(element.get("start"), 1)

    def label(self, item: _Element) -> str:
        """What stands before an item."""
        count = _number(item.get("value"), self._next)
        self._next = count + 1
        shown = formatted(count, self._style)
        return f"{shown}. " if shown else ""


class _Reader:
    """One pass over a page's elements; no recursion, so deep nesting costs nothing.

    `_flows` ends with the flow being written to (the page, or the innermost open cell), `_tables`
    with the innermost open table.
    """

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._page_fonts = PageFonts()
        self._fonts: list[str | None] = [None]  # of the open elements
        self.page = Flow()
        self.title: str | None = None
        self._flows = [self.page]
        self._tables: list[Table] = []
        self._lists: list[_List] = []
        self._preformatted = 0

    def read(self, events: _Events) -> None:
        """Write the text of a whole page."""
        skipped: _Element | None = None
        for event, element in events:
            if event == "end":
                if element is not skipped:
                    self._end(element)
                self._write(element.tail)
            elif (instead := self._replacement(element)) is not None:
                skipped = element
                self._write(instead)
                events.skip_subtree()
            else:
                self._start(element)
                self._write(element.text)

    def _replacement(self, element: _Element) -> str | None:
        """What stands for an element whose own content is not read; null to read it."""
        if element.tag == "title" and self.title is None:
            title = " ".join("".join(element.itertext()).split())
            self.title = self._letters(title, None) or None
        if element.tag == "style":
            self._page_fonts.read_rules("".join(element.itertext()))
        if (
            element.tag in _DROPPED
            or element.get("hidden") is not None
            or _NO_DISPLAY.search(element.get("style") or "")
        ):
            return ""
        if element.tag == "sup":
            content = "".join(element.itertext())
            if (marks := raised(content)) != content:
                return marks
        return None

    def _write(self, text: str | None) -> None:
        if text:
            text = self._letters(text, self._fonts[-1])
            self._flows[-1].write(text, preformatted=self._preformatted > 0)

    def _end_line(self) -> None:
        self._letters("\n", None)
        self._flows[-1].end_line()

    def _start(self, element: _Element) -> None:
        self._fonts.append(self._page_fonts.of(element) or self._fonts[-1])
        tag = element.tag
        if tag in _BLOCKS:
            self._end_line()
        if tag == "pre":
            self._preformatted += 1
        elif tag in ("ol", "ul"):
            self._lists.append(_List(element))
        elif tag == "li" and self._lists:
            self._write(self._lists[-1].label(element))
        elif tag == "table":
            if self._tables:
                self._tables[-1].holds_table = True
            self._tables.append(Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].start_row()
        elif tag in ("td", "th") and self._tables:
            cell = self._tables[-1].start_cell(
                heading=tag == "th",
                columns=_count(element.get("colspan")),
                rows=_count(element.get("rowspan")),
            )
            self._flows.append(cell.flow)

    def _end(self, element: _Element) -> None:
        self._fonts.pop()
        tag = element.tag
        if tag in _BLOCKS:
            self._end_line()
        if tag == "pre":
            self._preformatted -= 1
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "table":
            table = self._tables.pop()
            self._flows[-1].extend(table_lines(table))
        elif tag in ("td", "th") and self._tables:
            self._flows.pop()


def _number(text: str | None, otherwise: int) -> int:
    found = _NUMBER.fullmatch(text or "")
    return int(found[1]) if found else otherwise


def _count(span: str | None) -> int:
    """A colspan or rowspan as browsers read it: digits, and 1 where there are none."""
    digits = re.match(r"\s*([0-9]{1,5})", span or "")
    return max(1, int(digits[1])) if digits else 1
