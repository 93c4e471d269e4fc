"""Names as keys: as they stand in targets, and as tables of bodies are looked up."""

from __future__ import annotations

import re
from functools import lru_cache

from .folding import fold

NOT_IN_SLUG = re.compile(r"[^\w.&]+")


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """A name as a key: without punctuation, blanks and case.

    >>> slug('Sở Lao động - Thương binh và Xã hội tỉnh Khánh Hoà')
    'sở-lao-động-thương-binh-và-xã-hội-tỉnh-khánh-hòa'
    """
    return NOT_IN_SLUG.sub("-", fold(text)).strip("-.")
