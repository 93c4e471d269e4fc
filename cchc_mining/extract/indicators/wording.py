"""The words of a label in the form in which the classifier knows them.

'PAR-INDEX' and 'PAR INDEX', 'TTHC' and 'thủ tục hành chính', 'tỉ lệ' and 'tỷ lệ' come out alike,
and so does a text whose tones were lost on the way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from ... import lexicon
from ...vietnamese import strip_tones

_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
# 'y' and 'i' are one: 'tỷ', 'tỉ'; 'kỹ', 'kĩ'.
_BARE = str.maketrans({letter: strip_tones(letter).replace("y", "i") for letter in _LETTERS + "y"})
_WORD = re.compile(r"[a-z]+")
# What a reader can sound is taken for a word: 'BOT' reads like 'bớt', 'TTHC' like nothing.
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiou]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
# Indices go by these names more than by what they stand for.
_KEPT = frozenset("ddci dti grdp fdi ict iso papi pci pgi pii sipas sms vneid".split())
_LONGEST = 40  # words of a label that count


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    """What abbreviations stand for, by their folded form."""
    known: dict[str, tuple[str, ...]] = {}
    for term in lexicon.terms():
        short = _folded(term.short)
        if len(short) == 1 and short[0] not in _KEPT and not _SYLLABLE.fullmatch(short[0]):
            known.setdefault(short[0], tuple(_folded(term.long)))
    return known


def _folded(text: str) -> list[str]:
    """Words without tones."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower().translate(_BARE))


@lru_cache(maxsize=4096)
def words_of(label: str) -> tuple[str, ...]:
    """The words of a label, without tones, digits and marks, abbreviations spelled out.

    >>> words_of('Tỉ lệ TTHC')
    ('ti', 'le', 'thu', 'tuc', 'hanh', 'chinh')
    """
    words = [word for written in label.split() for word in _words_of_one(written)]
    return tuple(words[:_LONGEST])


@lru_cache(maxsize=16384)
def _words_of_one(written: str) -> tuple[str, ...]:
    """The words of what stands between two blanks; the language has few syllables."""
    known = _abbreviations()
    return tuple(word for folded in _folded(written) for word in known.get(folded, (folded,)))


def features_of(label: str) -> set[str]:
    """The single words, pairs of neighbours, first and last words that the classifier weighs."""
    words = words_of(label)
    pairs = map(" ".join, pairwise(words))
    # What is counted stands first ('tỷ lệ'), what happened to it last ('trễ hạn').
    return {*words, *pairs, "^ " + " ".join(words[:2]), "$ " + " ".join(words[-2:])}
