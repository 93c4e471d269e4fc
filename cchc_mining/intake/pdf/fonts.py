"""Text layers of fonts from before Unicode, whose codes stand for other letters than they say."""

from __future__ import annotations

import re

# What TCVN3 and VNI fonts show as Vietnamese letters, and Vietnamese in Unicode has no use for.
_FOREIGN = re.compile("[§µ¸¶·¹¨»¾¼½Æ©ÇËÐÎÏÑªÓÖ×ØÜÞßä«åæç¬ëîïñö÷øûüþ®ÄÅ]")
_VIETNAMESE = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9]")
_SAMPLE = 50_000
_MOST_FOREIGN = 0.02  # of all characters
_FEWEST_VIETNAMESE = 0.01


def looks_legacy(text: str) -> bool:
    """Whether a text is Vietnamese in TCVN3 or VNI codes, taken for Unicode.

    >>> looks_legacy("B¸o c¸o kÕt qu¶ thùc hiÖn c¶i c¸ch hµnh chÝnh")
    True
    >>> looks_legacy("Báo cáo kết quả thực hiện cải cách hành chính")
    False
    """
    sample = text[:_SAMPLE]
    return len(_FOREIGN.findall(sample)) > _MOST_FOREIGN * len(sample) and len(
        _VIETNAMESE.findall(sample)
    ) < _FEWEST_VIETNAMESE * len(sample)
