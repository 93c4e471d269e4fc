"""Document numbers and names of acts as users type them."""

from __future__ import annotations

import re
from functools import lru_cache

from ..vietnamese import strip_tones

_TOKEN = re.compile(r"[a-z0-9&]+")
_YEAR_WORD = re.compile(r"\bnam (?=(?:19|20)\d\d\b)")


@lru_cache(maxsize=8192)
def lookup_key(text: str) -> str:
    """A number or name reduced to what every way of typing it shares.

    >>> lookup_key('06 / QĐ - UBND'), lookup_key('6/qd-ubnd'), lookup_key('Luật Đất đai năm 2024')
    ('6 qd ubnd', '6 qd ubnd', 'luat dat dai 2024')
    """
    tokens = _TOKEN.findall(strip_tones(text))
    key = " ".join((token.lstrip("0") or "0") if token.isdigit() else token for token in tokens)
    return _YEAR_WORD.sub("", key)


def key_from_number(key: str) -> str:
    """What is left of a key from its first number on: '3604 qd' of 'quyet dinh so 3604 qd'."""
    tokens = key.split(" ")
    first = next((i for i, token in enumerate(tokens) if token[:1].isdigit()), len(tokens))
    return " ".join(tokens[first:])
