"""Plain text and Markdown: the text is the file as decoded, code point for code point.

What is in TCVN3 or VNI is converted to Unicode first; offsets index the converted text.
"""

from __future__ import annotations

from ..records import SourceText
from .decoding import decode_plain


def read_plain(data: bytes, name: str) -> SourceText:
    """The text of a .txt or .md file, line ends and normalisation form as they are."""
    found = decode_plain(data, name)
    return SourceText(
        text=found.text, source=name, encoding=found.encoding, warnings=found.warnings
    )
