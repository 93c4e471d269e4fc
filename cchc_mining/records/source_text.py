"""The text of one document, the only coordinate system of everything found in it."""

from __future__ import annotations

from msgspec import Struct

from .record import Warning


class SourceText(Struct, frozen=True, kw_only=True):
    """What intake hands on.

    `text` is what offsets index: for a .txt file the file as decoded, code point for code point
    (a byte-order mark is not part of it).  `source` is the name to show a person.
    """

    text: str
    source: str = ""
    media_type: str = "text/plain"
    encoding: str | None = None
    pages: int | None = None
    title: str | None = None
    warnings: tuple[Warning, ...] = ()
