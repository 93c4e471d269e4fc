"""Names as they stand in targets."""

from __future__ import annotations

import re
from functools import lru_cache

from ..vietnamese import fold

NOT_IN_SLUG = re.compile(r"[^\w.&]+")


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """A name as it stands in a target.

    >>> slug('Sở Lao động - Thương binh và Xã hội tỉnh Khánh Hoà')
    'sở-lao-động-thương-binh-và-xã-hội-tỉnh-khánh-hòa'
    """
    return NOT_IN_SLUG.sub("-", fold(text)).strip("-.")
