"""WordprocessingML: the names of its elements and how their values are read."""

from __future__ import annotations

from ..ooxml import Element

_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset(("0", "false", "off", "none"))


def w(name: str) -> str:
    """The whole name of an element or attribute.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return _NAMESPACE + name


_VAL = w("val")


def child(element: Element | None, *path: str) -> Element | None:
    """The element that a path of names leads to; null where it ends."""
    for name in path:
        if element is None:
            return None
        element = element.find(_NAMESPACE + name)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The value of the element that a path leads to."""
    found = child(element, *path)
    return None if found is None else found.get(_VAL)


def number(element: Element | None, *path: str) -> int | None:
    """The value of the element that a path leads to, as a whole number of sane size."""
    text = value(element, *path) or ""
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 10 else None


def switch(element: Element | None, *path: str) -> bool | None:
    """Whether the element that a path leads to turns something on or off; null where it is not."""
    found = child(element, *path)
    return None if found is None else (found.get(_VAL) or "") not in _OFF
