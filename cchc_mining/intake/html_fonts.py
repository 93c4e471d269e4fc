"""The fonts that a page gives to its elements, as far as letters from before Unicode need them.

Read are `face` of <font>, `style` attributes, and rules of style sheets for single elements and
classes ('p.MsoNormal'), which is how word processors save pages.
"""

from __future__ import annotations

import re
from typing import Protocol

_FAMILY = re.compile(r"font-family\s*:\s*([^;]+)", re.I)
# Of the short form, what follows the size: 'bold 12pt/1.2 ".VnTime", serif'.
_SHORT = re.compile(r"\bfont\s*:[^;]{0,200}?\d[\w%./]{0,20}\s+([^;]+)", re.I)
_SELECTOR = re.compile(r"[\w-]*(?:\.[\w-]+)?")


class _Element(Protocol):
    tag: str

    def get(self, key: str, default: str = ..., /) -> str | None: ...


class PageFonts:
    """What a page says of fonts, so far as it was read."""

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}  # fonts by 'p', '.MsoNormal' or 'p.MsoNormal'

    def read_rules(self, sheet: str) -> None:
        """Take the fonts of a style sheet; where two rules contradict each other the later counts."""
        for rule in sheet.split("}"):
            selectors, _, declarations = rule.rpartition("{")
            font = _named(declarations)
            if font is None:
                continue
            for selector in selectors.rpartition("*/")[2].split(","):
                if _SELECTOR.fullmatch(key := selector.strip()):
                    self._rules[key.lower()] = font

    def of(self, element: _Element) -> str | None:
        """The font that is given to an element itself; null where it takes that around it."""
        own = _named(element.get("style") or "")
        if own is None and element.tag == "font":
            own = _first(element.get("face") or "")
        if own is not None or not self._rules:
            return own
        names = [name.lower() for name in (element.get("class") or "").split()]
        keys = [f"{element.tag}.{name}" for name in names] + [f".{name}" for name in names]
        return next((self._rules[key] for key in (*keys, element.tag) if key in self._rules), None)


def _named(declarations: str) -> str | None:
    found = _FAMILY.search(declarations) or _SHORT.search(declarations)
    return _first(found[1]) if found else None


def _first(families: str) -> str | None:
    return families.split(",", 1)[0].strip(" \t\r\n'\"") or None
