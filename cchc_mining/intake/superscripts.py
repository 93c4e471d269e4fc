"""Raised figures as the superscript characters that mark footnotes in plain text."""

from __future__ import annotations

import re

_FIGURES = re.compile(r"[0-9]{1,3}")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """A raised text: figures as superscript characters, other text as it is.

    >>> raised(" 12 "), raised("th")
    ('¹²', 'th')
    """
    figures = text.strip()
    return figures.translate(_SUPERSCRIPT) if _FIGURES.fullmatch(figures) else text
