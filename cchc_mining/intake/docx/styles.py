"""Styles, as far as they say what is read: what is hidden, raised, in capitals, or numbered."""

from __future__ import annotations

from msgspec import Struct

from ..ooxml import Element
from .markup import child, number, switch, value, w

_LONGEST_CHAIN = 32  # of styles based on one another


class Look(Struct, frozen=True):
    """How a run is shown; null where it is not said here."""

    hidden: bool | None = None
    raised: bool | None = None
    capitals: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """This look, with what it does not say taken from the one below."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.raised if self.raised is None else self.raised,
            below.capitals if self.capitals is None else self.capitals,
            below.font if self.font is None else self.font,
        )


def look_of(properties: Element | None) -> Look:
    """The look that a `w:rPr` gives."""
    if properties is None:
        return Look()
    raised = value(properties, "vertAlign")
    fonts = child(properties, "rFonts")
    return Look(
        switch(properties, "vanish"),
        None if raised is None else raised == "superscript",
        switch(properties, "caps"),
        None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")),
    )


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._default: str | None = None
        for style in root.iterchildren(w("style")) if root is not None else ():
            key = style.get(w("styleId")) or ""
            self._styles[key] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._default = key

    def paragraph(self, name: str | None) -> str | None:
        """The style of a paragraph that names this one, or none."""
        return name or self._default

    def look(self, name: str | None) -> Look:
        """How a style, with those it is based on, shows text."""
        if name is None:
            return Look()
        if name not in self._looks:
            look = Look()
            for style in self._chain(name):
                look = look.over(look_of(child(style, "rPr")))
            self._looks[name] = look
        return self._looks[name]

    def numbering(self, name: str | None) -> tuple[int | None, int | None]:
        """The list (`numId`) and the level that a style gives its paragraphs."""
        for style in self._chain(name):
            properties = child(style, "pPr", "numPr")
            if properties is not None:
                return number(properties, "numId"), number(properties, "ilvl")
        return None, None

    def _chain(self, name: str | None) -> list[Element]:
        chain: list[Element] = []
        while name in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = value(chain[-1], "basedOn")
        return chain
