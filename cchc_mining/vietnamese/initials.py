"""The letters that abbreviate a name."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_LEFT_OUT = frozenset(("và", "của", "cho", "về", "thuộc"))


def initials(name: str) -> str:
    """The letters that abbreviate a name in document codes.

    >>> initials('Xúc tiến Đầu tư'), initials('Lao động - Thương binh và Xã hội')
    ('XTĐT', 'LĐTBXH')
    """
    words = _WORD.findall(name)
    return "".join(word[0].upper() for word in words if word.lower() not in _LEFT_OUT)
