"""Text layers of fonts from before Unicode, whose codes stand for other letters than they say."""

from __future__ import annotations

import re

# What TCVN3 and VNI fonts show as Vietnamese letters, and Vietnamese in Unicode has no use for.
_FOREIGN = re.compile("[§µ¸¶·¹¨»¾¼½Æ©ÇËÐÎÏÑªÓÖ×ØÜÞßä«åæç¬ëîïñö÷øûüþ®ÄÅ]")
_VIETNAMESE = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9]")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_FOREIGN = 0.02  # of the letters
_FEWEST_VIETNAMESE = 0.01


def looks_legacy(text: str) -> bool:
    """Whether a text is Vietnamese in TCVN3 or VNI codes, taken for Unicode.

    >>> looks_legacy("B¸o c¸o kÕt qu¶ thùc hiÖn c¶i c¸ch hµnh chÝnh")
    True
    >>> looks_legacy("Báo cáo kết quả thực hiện cải cách hành chính")
    False
    """
    letters = len(_LETTER.findall(text)) or 1
    return (
        len(_FOREIGN.findall(text)) > _MOST_FOREIGN * letters
        and len(_VIETNAMESE.findall(text)) < _FEWEST_VIETNAMESE * letters
    )
