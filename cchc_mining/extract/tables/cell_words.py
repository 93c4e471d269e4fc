"""What the words of a table's cell are: a figure, a number of its row, nothing, or a name."""

from __future__ import annotations

import re

# What fills a data cell: '6.547', '92,44 %', '-5', 'giảm 5', '30/43', '1.298 (triệu đồng)'; '-' for
# nothing.
_NUMERIC = re.compile(
    r"[(]?\s*(?:[-–+]|[Tt]ăng\s|[Gg]iảm\s)?\s*\d[\d.,]*(?:\s*/\s*\d[\d.,]*)?\s*%?\s*[)]?"
)
_NOTHING = frozenset(("", "-", "–", "x", "X", "…", "..."))
ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|[A-ZĐa-zđ])[.)]?")
"""What numbers a row: '1', '2.1', 'IV', 'a)'."""


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure and nothing else."""
    return bool(text) and _NUMERIC.fullmatch(text) is not None


def is_words(text: str) -> bool:
    """Whether a cell holds words: no figure, no number of its row, not the sign of nothing."""
    return text not in _NOTHING and not ORDINAL.fullmatch(text) and not _NUMERIC.fullmatch(text)
