"""Codes to letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal

from ..syllables import is_syllable
from .tables import ALIASES, TCVN3, TCVN3_CONTROLS, VNI_LETTERS, VNI_MARKS, WINDOWS_1258

Encoding = Literal["TCVN3", "VNI"]
ENCODINGS: tuple[Encoding, ...] = ("TCVN3", "VNI")

# A word in either encoding: what is no blank, figure or punctuation of ASCII or of typography.
WORD = re.compile("[^\x00-@\\[-`{-\xa0\u2000-\u206f\u2070-\u209f]+")

_ALIASES = str.maketrans(ALIASES)
_WINDOWS_1258 = str.maketrans({**ALIASES, **WINDOWS_1258})
_ANY_ALIAS = re.compile(f"[{re.escape(''.join((*ALIASES, *WINDOWS_1258)))}]")
_TCVN3 = str.maketrans(TCVN3)
_TCVN3_CODE = re.compile(f"[{re.escape(''.join(TCVN3))}]")
# Fractions and signs of arithmetic beside figures are not letters: '5 × 10', '2½'.
_TCVN3_KEPT = re.compile(
    r"(?<=[0-9])\s?[×÷½¼¾]{1,3}(?![^\W\d_])|(?<![^\W\d_])[×÷]{1,3}(?=\s?[0-9])"
)
# A raised figure behind a word, a figure or a bracket marks a footnote: 'phñ¹'.
_MARKED = re.compile(
    r"([A-Za-z\xa1-\xb1\xb4-\xb8\xba-\xff]{0,8})([⁰²³⁴-⁹]{0,3}¹[⁰¹²³⁴-⁹]{0,3})(?![A-Za-z\xa1-\xff])"
)
_MARK = "\ufdd0"  # stands for it meanwhile; no text has it
# Capitals with small toned letters among them: 'TRƯởNG', 'ủY', for want of toned capitals.
_TORN = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]{2,8}(?![^\W\d_])")
_AMONG_CAPITALS = re.compile(r"[A-Z].*[A-Z]|[^A-ZĂÂÊÔƠƯĐ][A-Z]")

_VN1_CODES = re.escape("".join(TCVN3_CONTROLS))
_VN1 = str.maketrans({**TCVN3, **TCVN3_CONTROLS})
_VN1_WORD = re.compile(
    rf"((?<![A-Za-z\xa1-\xff{_VN1_CODES}])[A-Za-z\xa1-\xff]*[{_VN1_CODES}][A-Za-z\xa1-\xff{_VN1_CODES}]*)"
)
_VN1_CODE = re.compile(f"[{_VN1_CODES}]")
_SMALL = re.compile("[a-z]")
_QUOTES_AND_DASHES = "\x85\x91\x92\x93\x94\x95\x96\x97"
# The codes that Windows has for other things than quotes, dashes, dots and bullets.
_VN1_SURE = re.compile(r"[A-Z\xa1-\xff][\x01-\x06\x11-\x17\x80-\x84\x86-\x90\x98-\x9f]")
_FEWEST_SURE = 2
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(128, 160)}

_VNI = {**VNI_LETTERS, **VNI_MARKS}
# A mark stands behind a vowel, which may have been written in a piece of text before this one.
_VNI_CODE = re.compile(f"[{''.join(VNI_LETTERS)}]|(?<![^AEIOUYaeiouyôöÔÖ])[{''.join(VNI_MARKS)}]")


def convert(text: str, encoding: Encoding) -> str:
    """A text in an encoding from before Unicode, with the Latin-1 characters that its codes are
    taken for, as Unicode.

    A mark of VNI that begins the text comes out as combining characters, to be composed with the
    letter that ends the piece before it.

    >>> convert("C¸n bé, c«ng chøc", "TCVN3"), convert("Caùn boä, coâng chöùc", "VNI")
    ('Cán bộ, công chức', 'Cán bộ, công chức')
    """
    if _ANY_ALIAS.search(text):
        return WORD.sub(lambda match: _convert_word(match[0], _CONVERT[encoding]), text)
    return _CONVERT[encoding](text)


def count_codes(text: str, encoding: Encoding) -> int:
    """How many characters of a text `convert` takes for codes."""
    text = text.translate(_ALIASES)
    return len((_TCVN3_CODE if encoding == "TCVN3" else _VNI_CODE).findall(text))


def decode_tcvn3(data: bytes) -> str:
    """Bytes of TCVN 5712, of any of its parts, as Unicode.

    In texts that use the capitals of its part VN1, what Windows has for quotes and dashes is a
    capital where a word of capitals has need of it.
    """
    raw = data.decode("latin-1")
    if len(_VN1_SURE.findall(raw)) < _FEWEST_SURE:
        return _convert_tcvn3(raw.translate(_WINDOWS))
    pieces = _VN1_WORD.split(raw)  # every other one a word with codes of VN1 in it
    return "".join(
        _vn1_word(piece) if i % 2 else _convert_tcvn3(piece.translate(_WINDOWS))
        for i, piece in enumerate(pieces)
    )


def decode_windows(data: bytes) -> str:
    """Bytes as Windows-1252, with the codes that it lacks as control characters."""
    return data.decode("latin-1").translate(_WINDOWS)


def _vn1_word(word: str) -> str:
    """A word with control codes: those inside it are letters, those around it if it needs them."""
    if _SMALL.search(word) and _VN1_CODE.search(word, 1):
        return _convert_tcvn3(word.translate(_WINDOWS))
    size = len(word)
    before = size - len(word.lstrip(_QUOTES_AND_DASHES))
    after = len(word.rstrip(_QUOTES_AND_DASHES))
    for start, stop in ((before, after), (before, size), (0, after), (0, size)):
        if is_syllable(word[start:stop].translate(_VN1)):
            break
    else:
        start, stop = before, after
    around = word.translate(_WINDOWS)
    return around[:start] + word[start:stop].translate(_VN1) + around[stop:]


def _convert_word(word: str, converted: Callable[[str], str]) -> str:
    """A word that may hold other characters for its codes.

    Words in Unicode, and bullets and dashes that stand alone, stay as they are.
    """
    if not _ANY_ALIAS.search(word):
        return converted(word)
    if len(word) == 1 or is_syllable(word):
        return word
    as_1258 = converted(word.translate(_WINDOWS_1258))
    return as_1258 if is_syllable(as_1258) else converted(word.translate(_ALIASES))


def _convert_tcvn3(text: str) -> str:
    if "¹" in text:
        text = _MARKED.sub(_with_mark, text)
    signs = [*_TCVN3_KEPT.findall(text), ""]
    pieces = (piece.translate(_TCVN3) for piece in _TCVN3_KEPT.split(text))
    letters = "".join(map(str.__add__, pieces, signs)) if len(signs) > 1 else text.translate(_TCVN3)
    return _TORN.sub(_mended, letters).replace(_MARK, "¹")


def _with_mark(match: re.Match[str]) -> str:
    """A word with a raised figure behind it, which is the code of 'ạ' but where it makes no word."""
    word, figures = match[1], match[2]
    if word and figures == "¹":
        makes_word = is_syllable(f"{word}¹".translate(_TCVN3))
        if makes_word or not is_syllable(word.translate(_TCVN3)):
            return match[0]
    return word + figures.replace("¹", _MARK)


def _mended(match: re.Match[str]) -> str:
    word = match[0]
    if word.isupper() or not _AMONG_CAPITALS.search(word) or not is_syllable(word):
        return word
    return word.upper()


def _convert_vni(text: str) -> str:
    return unicodedata.normalize("NFC", _VNI_CODE.sub(lambda match: _VNI[match[0]], text))


_CONVERT: dict[Encoding, Callable[[str], str]] = {"TCVN3": _convert_tcvn3, "VNI": _convert_vni}
