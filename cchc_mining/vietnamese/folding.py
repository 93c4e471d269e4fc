"""Forms of a Vietnamese string that compare equal where a reader sees the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# 'hoà' and 'hòa', 'uỷ' and 'ủy' are the same syllable written by two conventions: the older one
# puts the tone on the last vowel of oa, oe, uy.  After q, 'uy' is a glide and keeps its tone
# ('quý', 'quỹ'); a following letter ('hoàn', 'huỳnh') puts it there in both conventions.
_PLAIN = {"o": "òóỏõọ", "u": "ùúủũụ", "O": "ÒÓỎÕỌ", "U": "ÙÚỦŨỤ"}
_TONED = {
    "a": "àáảãạ",
    "e": "èéẻẽẹ",
    "y": "ỳýỷỹỵ",
    "A": "ÀÁẢÃẠ",
    "E": "ÈÉẺẼẸ",
    "Y": "ỲÝỶỸỴ",
}
_MOVED = {
    glide + toned[i]: _PLAIN[glide][i] + vowel
    for glide in "oOuU"
    for vowel, toned in _TONED.items()
    if (vowel in "yY") == (glide in "uU")
    for i in range(5)
}
# A glide and the toned vowel that ends its syllable; a pattern a glide, for the search for one letter
# is many times faster than that for several.
_OLD_STYLE = tuple(
    re.compile(f"{glide}[{''.join(pair[1] for pair in _MOVED if pair[0] == glide)}](?![^\\W\\d_])")
    for glide in "oOuU"
)

_Q = frozenset("qQ")

_DASH = re.compile("[‐‑‒–—−]")
_TONES = re.compile(r"[\u0300\u0301\u0303\u0309\u0323]")
_MARKS = re.compile(r"[\u0300-\u036f]")


def modern_tones(text: str) -> str:
    """Move old-style tone marks to where the modern convention writes them; same length.

    >>> modern_tones('Uỷ ban, Khánh Hoà, quý, hoàn')
    'Ủy ban, Khánh Hòa, quý, hoàn'
    """
    found = {match.start(): match[0] for pattern in _OLD_STYLE for match in pattern.finditer(text)}
    pieces: list[str] = []
    done = 0
    for at in sorted(found):
        if text[at - 1 : at] not in _Q:
            pieces += (text[done:at], _MOVED[found[at]])
            done = at + 2
    return "".join((*pieces, text[done:])) if pieces else text


@lru_cache(maxsize=16384)
def without_tones(text: str) -> str:
    """Folded, and without the five tones alone: letters stay what they are.

    >>> without_tones('Tổ chức'), without_tones('tố chúc')
    ('tô chưc', 'tô chuc')
    """
    plain = _TONES.sub("", unicodedata.normalize("NFD", fold(text)))
    return unicodedata.normalize("NFC", plain)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Compare names by this: NFC, lower case, modern tones, plain dashes, single blanks.

    Tones are kept: 'tổ' and 'tố' differ.

    >>> fold('Uỷ  ban Nhân dân') == fold('Ủy ban nhân dân')
    True
    """
    text = _DASH.sub("-", unicodedata.normalize("NFC", text))
    return " ".join(modern_tones(text).lower().split())


def strip_tones(text: str) -> str:
    """The search form: no tones or marks at all, đ as d, lower case.

    >>> strip_tones('Quyết định, Đề án 06')
    'quyet dinh, de an 06'
    """
    text = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return unicodedata.normalize("NFC", _MARKS.sub("", text))
