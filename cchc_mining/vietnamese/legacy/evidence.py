"""In which encoding some words make sense as Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from ..syllables import is_syllable
from .conversion import ENCODINGS, WORD, Encoding, convert

Verdict = Literal["TCVN3", "VNI", "Unicode"]

# Characters of Latin-1 that Vietnamese has no use for, and what programs take their codes for.  The
# superscript figures are codes too, but stand in many reports as footnote marks.
_CODE = re.compile("[¡-¯µ-¸º-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ−∙μ\uf0a1-\uf0ff]")
_LETTER = re.compile("[A-Za-z]")

_IN_TCVN3, _IN_VNI = re.compile("[A-Za-zý]+"), re.compile("[A-Za-zíìÍÌ]+")
# Signs that stand beside words.
_LEADING, _TRAILING = "«¿¡·", "»®©°·⁰¹²³⁴⁵⁶⁷⁸⁹"

_FEWEST_WORDS = 3  # different ones
_SHARE = 0.7  # of the words, those that must be Vietnamese when converted
_MARGIN = 0.35  # by how much more of the words must be Vietnamese than as they stand
_HINTED_SHARE = 0.5  # the same where the font says the encoding


class Evidence(Struct):
    """How many different words are Vietnamese as they stand, and when converted."""

    words: int = 0
    unicode: int = 0
    tcvn3: int = 0
    vni: int = 0


def may_be_legacy(text: str) -> bool:
    """Whether a text has characters that stand for letters in TCVN3 or VNI; False for nearly all
    Vietnamese in Unicode, and quick.
    """
    return _CODE.search(text) is not None


def words_of(text: str) -> Iterable[str]:
    """The words of a text that are not of ASCII letters alone."""
    return (word for word in WORD.findall(text) if not word.isascii())


def weigh(words: Collection[str]) -> Evidence:
    """What some different words say together."""
    total = Evidence()
    for word in words:
        told = _tell(word)
        if told is not None:
            total.words += 1
            total.unicode += told[0]
            total.tcvn3 += told[1]
            total.vni += told[2]
    return total


def judge(evidence: Evidence, hint: Encoding | None = None) -> Verdict | None:
    """What evidence shows; null where it is too little or contradicts itself.

    `hint` is the encoding that the letters' font is made for.
    """
    if hint is not None and evidence.words:
        found = evidence.tcvn3 if hint == "TCVN3" else evidence.vni
        if found >= _HINTED_SHARE * evidence.words and found >= evidence.unicode:
            return hint
    if evidence.words < _FEWEST_WORDS:
        return None
    best, name = max((evidence.tcvn3, "TCVN3"), (evidence.vni, "VNI"))
    if evidence.unicode >= max(best, _SHARE * evidence.words):
        return "Unicode"
    if (
        best >= _FEWEST_WORDS
        and best >= _SHARE * evidence.words
        and best - evidence.unicode >= _MARGIN * evidence.words
    ):
        return "VNI" if name == "VNI" else "TCVN3"
    return None


def encoding_of(text: str) -> Encoding | None:
    """The encoding that a whole text is in, where it is one from before Unicode.

    >>> encoding_of("Uûy ban nhaân daân tænh"), encoding_of("Ủy ban nhân dân tỉnh")
    ('VNI', None)
    """
    if not may_be_legacy(text):
        return None
    found = judge(weigh(set(words_of(text))))
    return found if found in ENCODINGS else None


@lru_cache(maxsize=16384)
def _tell(word: str) -> tuple[bool, bool, bool] | None:
    """Whether a word is a syllable as it stands, from TCVN3 and from VNI; null where that says nothing.

    Signs ('§', '«') and abbreviations ('Q§' of 'QĐ') say nothing.  A word that conversion leaves as it
    is speaks for Unicode, unless the encoding writes its letters just so.
    """
    plain = word.lstrip(_LEADING).rstrip(_TRAILING)
    from_tcvn3, from_vni = convert(word, "TCVN3"), convert(word, "VNI")
    for read in (plain, from_tcvn3, from_vni):
        if read.isupper() and "Đ" in read and not is_syllable(read):
            return None
    told = (
        _is_word(plain),
        _is_word(from_tcvn3) and (from_tcvn3 != word or _IN_TCVN3.fullmatch(word) is not None),
        _is_word(from_vni) and (from_vni != word or _IN_VNI.fullmatch(word) is not None),
    )
    says_something = any(told) if not _LETTER.search(word) else True
    return told if says_something and len(word) > 1 else None


def _is_word(read: str) -> bool:
    """Whether letters are a syllable, and capitals where capitals can be."""
    return is_syllable(read) and (read[1:].islower() or read.isupper() or not read[1:])
