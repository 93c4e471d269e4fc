"""Letters of symbol fonts, which Word keeps in Unicode's private area as F000 plus the font's code.

The codes are those of Microsoft's Symbol and Wingdings fonts; listed are those that reports use:
bullets, arrows, boxes to tick, and the comparators that stand before figures ('≥ 90%').
"""

from __future__ import annotations

import re

_SYMBOL = str.maketrans(
    {
        "\uf02d": "-",
        "\uf0a3": "≤",
        "\uf0ae": "→",
        "\uf0b0": "°",
        "\uf0b1": "±",
        "\uf0b3": "≥",
        "\uf0b4": "×",
        "\uf0b7": "•",
        "\uf0b8": "÷",
        "\uf0b9": "≠",
        "\uf0bb": "≈",
        "\uf0d7": "⋅",
        "\uf0de": "⇒",
    }
)
_WINGDINGS = str.maketrans(
    {
        "\uf06c": "●",
        "\uf06e": "■",
        "\uf06f": "□",
        "\uf071": "❑",
        "\uf075": "◆",
        "\uf076": "❖",
        "\uf09f": "•",
        "\uf0a7": "▪",
        "\uf0a8": "◻",
        "\uf0b7": "•",
        "\uf0d8": "➢",
        "\uf0e0": "→",
        "\uf0e8": "➔",
        "\uf0f0": "⇨",
        "\uf0fb": "✗",
        "\uf0fc": "✓",
        "\uf0fd": "☒",
        "\uf0fe": "☑",
    }
)
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def readable(text: str, font: str | None) -> str:
    """A text with the letters of symbol fonts replaced by what they look like.

    >>> readable("\\uf0b3 90%", "Symbol")
    '≥ 90%'
    """
    if not _PRIVATE.search(text):
        return text
    return text.translate(_WINGDINGS if font and font.startswith("Wingdings") else _SYMBOL)


def symbol(code: str | None, font: str | None) -> str:
    """The letter of a `w:sym`, by its code in hexadecimal, as `readable` takes it."""
    try:
        letter = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    if letter < " " or "\ud800" <= letter <= "\udfff":
        return ""
    if "\x20" <= letter <= "\xff" and font and font.startswith(("Wingdings", "Symbol")):
        letter = chr(0xF000 + ord(letter))
    return letter
