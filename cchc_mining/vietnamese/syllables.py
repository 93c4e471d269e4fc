"""Whether some letters can be a Vietnamese syllable.

The language has few of them: an onset, a rhyme, and a tone on one of its vowels, where a rhyme that
ends in a stop (c, ch, p, t) bears only two of the six tones.  So the letters of another language,
or letters shown in the wrong encoding, seldom pass.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x".split()
_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
    uân uâng uât uây uê uên uêch uênh uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
    ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
""".split()
_AFTER_QU = """
    a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây
    e en eng eo et ê ên ênh êch êt i in it o ô ôc ơ y ych ynh yt yên yêt
""".split()
_STOP = re.compile(r"(?:c|ch|p|t)$")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ON_STOPS = frozenset("\u0301\u0323")
# The glide that ends these never bears the tone; after 'qu' and 'gi' the same letters are others.
_GLIDES = re.compile(r"(?<!q)(?:[aoôơuư]i|a[ouy]|â[uy]|eo|[êiư]u)$")
_TONE_AT_END = re.compile("[\u0300\u0301\u0303\u0309\u0323][\u0300-\u036f]*$")

_GLIDING_ONSETS = frozenset(("giu", "gio"))  # 'giũ', 'gió'
# Before e, ê, i and y one sound is written k, gh, ngh; before other vowels c, g, ng ('gì' is gi + i).
_FRONT = frozenset("eêiy")
_ONLY_FRONT, _NEVER_FRONT = frozenset(("k", "gh", "ngh")), frozenset(("c", "g", "ng"))


def _is_spelt(onset: str, rhyme: str) -> bool:
    if rhyme[0] in _FRONT:
        return onset not in _NEVER_FRONT or (onset == "g" and rhyme[0] == "i")
    return onset not in _ONLY_FRONT


_SHAPES = {
    onset + rhyme for onset in ("", *_ONSETS) for rhyme in _RHYMES if _is_spelt(onset, rhyme)
} | {"qu" + rhyme for rhyme in _AFTER_QU}


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether a word, in any case and with its tone where either convention puts it, can be one.

    >>> [is_syllable(w) for w in ("Nghị", "HOÀ", "quyết", "kế", "kÕ", "für", "cat", "cát")]
    [True, True, True, True, False, False, False, True]
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(apart)
    shape = unicodedata.normalize("NFC", _TONE.sub("", apart))
    if len(tones) > 1 or shape not in _SHAPES:
        return False
    if (
        tones
        and _TONE_AT_END.search(apart)
        and _GLIDES.search(shape)
        and shape not in _GLIDING_ONSETS
    ):
        return False
    return not _STOP.search(shape) or (bool(tones) and tones[0] in _ON_STOPS)
