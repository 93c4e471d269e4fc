"""Plain text and Markdown: the text is the file as decoded, code point for code point."""

from __future__ import annotations

from ..records import SourceText
from .decoding import decode


def read_plain(data: bytes, name: str) -> SourceText:
    """The text of a .txt or .md file, line ends and normalisation form as they are."""
    text, encoding = decode(data, name)
    return SourceText(text=text, source=name, encoding=encoding)
