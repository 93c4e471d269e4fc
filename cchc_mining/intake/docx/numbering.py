"""Automatic numbering: the '1.', 'a)', 'II.2' and '-' that Word shows before paragraphs."""

from __future__ import annotations

import re

from msgspec import Struct

from ..counting import formatted
from ..ooxml import Element
from .markup import child, number, switch, value, w
from .styles import Styles
from .symbols import readable

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class _Level(Struct):
    """How one level of a list counts and what it shows; '%1' stands for the first level's number."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    plain: bool = False  # all numbers in Arabic figures, whatever their own format
    restarts: bool = True
    style: str | None = None
    font: str | None = None

    @classmethod
    def of(cls, element: Element) -> _Level:
        fonts = child(element, "rPr", "rFonts")
        start = number(element, "start")
        return cls(
            1 if start is None else start,
            value(element, "numFmt") or "decimal",
            value(element, "lvlText") or "",
            value(element, "suff") or "tab",
            bool(switch(element, "isLgl")),
            number(element, "lvlRestart") != 0,
            value(element, "pStyle"),
            None if fonts is None else fonts.get(w("ascii")),
        )


class _List(Struct):
    """A list: its levels, the key of the counters it shares, and levels to begin anew."""

    key: str
    levels: dict[int, _Level]
    begins: dict[int, int]


class Numbering:
    """The lists of a document.  Labels depend on what came before: ask in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[int, Element] = {}
        self._read: dict[int, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        if root is not None:
            for element in root.iterchildren(w("abstractNum")):
                self._abstract[element.get(w("abstractNumId")) or ""] = element
            for element in root.iterchildren(w("num")):
                key = element.get(w("numId")) or ""
                if key.isdecimal():
                    self._lists[int(key)] = element

    def label(self, properties: Element | None, style: str | None) -> str:
        """What Word shows before a paragraph with these properties, with the blank after it."""
        list_id, level = number(properties, "numPr", "numId"), number(properties, "numPr", "ilvl")
        if list_id is None:
            list_id, of_style = self._styles.numbering(style)
            level = of_style if level is None else level
        found = self._list(list_id) if list_id else None
        if found is None:
            return ""
        if level is None:
            level = next((i for i, own in found.levels.items() if style and own.style == style), 0)
        if level not in found.levels:
            return ""
        counters = self._count(found, level)
        return _shown(found.levels, level, counters)

    def _list(self, list_id: int) -> _List | None:
        if list_id not in self._read:
            self._read[list_id] = self._read_list(list_id)
        return self._read[list_id]

    def _read_list(self, list_id: int, *, linked: bool = False) -> _List | None:
        element = self._lists.get(list_id)
        abstract_id = value(element, "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id)
        if element is None or abstract is None:
            return None
        link = value(abstract, "numStyleLink")  # the levels are those of a style's list
        if link and not linked:
            other, _ = self._styles.numbering(link)
            return self._read_list(other, linked=True) if other else None
        levels = dict(_levels(abstract))
        begins: dict[int, int] = {}
        for override in element.iterchildren(w("lvlOverride")):
            levels.update(_levels(override))
            begin = number(override, "startOverride")
            at = override.get(w("ilvl")) or ""
            if begin is not None and at.isdecimal():
                begins[int(at)] = begin
        return _List(abstract_id, levels, begins)

    def _count(self, found: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(found.key, [None] * _LEVELS)
        current = counters[level]
        begin = found.begins.pop(level, None)
        if begin is not None:
            counters[level] = begin
        else:
            counters[level] = found.levels[level].start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            if deeper not in found.levels or found.levels[deeper].restarts:
                counters[deeper] = None
        return counters


def _levels(parent: Element) -> list[tuple[int, _Level]]:
    return [
        (int(at), _Level.of(element))
        for element in parent.iterchildren(w("lvl"))
        if (at := element.get(w("ilvl")) or "").isdecimal() and int(at) < _LEVELS
    ]


def _shown(levels: dict[int, _Level], level: int, counters: list[int | None]) -> str:
    own = levels[level]

    def number_of(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        shown = levels.get(at, own)
        count = counters[at]
        return formatted(
            shown.start if count is None else count,
            "decimal" if own.plain and shown.format != "none" else shown.format,
        )

    text = own.text if own.format == "bullet" else _PLACE.sub(number_of, own.text)
    text = readable(text, own.font)
    return text + ("" if own.suffix == "nothing" or not text else " ")
