"""Packages of Office Open XML (ISO/IEC 29500): parts, what relates them, and their XML.

XML is read without entities and without a document type, which these formats do not have: what has
one is an attack or a mistake.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator
from typing import Any, Protocol, cast

from lxml import etree as _untyped  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

from ..errors import IntakeError
from .limits import LARGEST_PART, MOST_IN_PARTS
from .zipping import Budget, open_zip, unpack

_etree = cast(Any, _untyped)  # lxml has no types; `Element` says what is used of it

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_HEAD = 64
# The strict variant of the standard has other names for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/presentationml/main",
        b"http://schemas.openxmlformats.org/presentationml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Element(Protocol):
    """The little of an lxml element that is needed here."""

    tag: str
    text: str | None

    def get(self, key: str, default: str | None = ..., /) -> str | None:
        """The value of an attribute."""
        ...

    def find(self, path: str, /) -> Element | None:
        """The first child of a name."""
        ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """All elements within, of some names."""
        ...

    def iterchildren(self, *tags: str) -> Iterator[Element]:
        """The children of some names."""
        ...

    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""  # pyright: ignore[reportUnnecessaryIsInstance]


class Package:
    """One file of the format: a ZIP archive whose members are its parts."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._archive = open_zip(io.BytesIO(data), name)
        self._parts = {member.filename: member for member in self._archive.infolist()}
        self._budget = Budget(MOST_IN_PARTS)

    def main(self) -> str:
        """The part that the package is about.  Raises IntakeError with code `damaged`."""
        for part in self.related("", "officeDocument"):
            return part
        raise IntakeError("damaged", f"{self._name}: the package does not say what it holds")

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The parts that a part names as its `kind` (the last word of the relationship's type)."""
        for _, target, other_kind in self._relationships(part):
            if other_kind == kind and target in self._parts:
                yield target

    def by_id(self, part: str) -> dict[str, str]:
        """The parts that a part names, by the ids it uses for them."""
        return {key: target for key, target, _ in self._relationships(part)}

    def _relationships(self, part: str) -> Iterator[tuple[str, str, str]]:
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        for item in root if root is not None else ():
            if item.get("TargetMode") != "External":
                target = posixpath.join("/" + folder, item.get("Target") or "")
                kind = (item.get("Type") or "").rpartition("/")[2]
                yield item.get("Id") or "", posixpath.normpath(target).lstrip("/"), kind

    def xml(self, part: str) -> Element | None:
        """The root of a part; null where there is no such part.

        Raises IntakeError with code `damaged`, `encrypted` or `too-large-inside`.
        """
        data = self.read(part)
        return None if data is None else parse_xml(data, f"{self._name}: {part}")

    def read(self, part: str) -> bytes | None:
        """The bytes of a part; null where there is no such part."""
        member = self._parts.get(part)
        if member is None:
            return None
        pieces: list[bytes] = []
        size = 0
        for piece in unpack(self._archive, member, self._budget, f"{self._name}: {part}"):
            size += len(piece)
            if size > LARGEST_PART:
                raise IntakeError("too-large-inside", f"{self._name}: {part} is too large")
            pieces.append(piece)
        return b"".join(pieces)


def parse_xml(data: bytes, name: str) -> Element:
    """The root of some XML.  Raises IntakeError with code `damaged` or `unsafe-content`."""
    data = checked(data, name)
    parser = _etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return cast(Element, _etree.fromstring(data, parser))
    except (_etree.XMLSyntaxError, ValueError) as error:
        raise IntakeError("damaged", f"{name}: {error}") from error


def checked(data: bytes, name: str) -> bytes:
    """XML as it may be parsed: in the common variant of the standard.

    Raises IntakeError with code `unsafe-content` where it declares a document type or entities.
    """
    narrow = data.replace(b"\0", b"") if b"\0" in data[:_HEAD] else data  # of UTF-16
    if _DECLARATION.search(narrow):
        raise IntakeError("unsafe-content", f"{name}: declares a document type or entities")
    for strict, common in _STRICT:
        if strict in data:
            data = data.replace(strict, common)
    return data
