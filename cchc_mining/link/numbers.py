"""Document numbers as identity needs them: one written form for all spellings of a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from ..vietnamese import NOT_IN_SLUG, fold, slug
from .codes import always_has_year, spelling

UNKNOWN = "?"

# '3604', '66.7', '930e', and '6lct' where the code is glued to the serial.
_SERIAL = re.compile(r"(\d+(?:\.\d+)*)([a-zđ]?)(?![^\W\d_])|(\d+)(?=[^\W\d_]{2})")
_SEPARATORS = re.compile(r"[\s/\-:]+")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"[4-9]\d")  # '12/98/QĐ-UB': until 1999 the century was left out


class Number(Struct, frozen=True):
    """A number taken apart for identity: '38/2024/QĐ-UBND' -> 38, 2024, (qđ, ubnd)."""

    serial: str
    year: str
    codes: tuple[str, ...]


@lru_cache(maxsize=8192)
def take_apart(number: str) -> Number | None:
    """A number's parts; None for what does not begin with a serial."""
    text = fold(number)
    serial = _SERIAL.match(text)
    if not serial:
        return None
    pieces = _SEPARATORS.split(text[serial.end() :])
    tokens = [token for piece in pieces if (token := NOT_IN_SLUG.sub("", piece))]
    year = ""
    if tokens and _FULL_YEAR.fullmatch(tokens[0]):
        year = tokens.pop(0)
    elif len(tokens) > 1 and _SHORT_YEAR.fullmatch(tokens[0]):
        year = "19" + tokens.pop(0)
    return Number(_padded(serial), year, tuple(map(spelling, _codes(tokens))))


def _padded(serial: re.Match[str]) -> str:
    digits = (serial[1] or serial[3]).lstrip("0") or "0"
    # Nghị định 30/2020/NĐ-CP: numbers below 10 are written with a zero before them
    return digits.zfill(2) + (serial[2] or "") if "." not in digits else digits


def _codes(tokens: Iterable[str]) -> list[str]:
    """The codes, with a number that was split off one put back ('HĐNN-8' is 'HĐNN8')."""
    codes: list[str] = []
    for token in tokens:
        if token.isdigit() and codes:
            codes[-1] += token
        else:
            codes.append(token)
    return codes


def number_key(number: str | None, raw: str | None, doc_type: str | None, year: str) -> str:
    """The number's part of a target; `year` is that of the date, '?' where unknown.

    A type whose numbers always carry their year gets it from the date where it was left out.

    >>> number_key('34-CT/TW', None, None, '2019'), number_key('91', None, 'Kết luận', '?')
    ('34/ct-tw', '91/?kết-luận')
    >>> number_key('107/NĐ-CP', None, None, '2020')
    '107/2020/nđ-cp'
    """
    parts = take_apart(number) if number else None
    if parts is None:
        return UNKNOWN + slug(number or raw or "")
    code = "-".join(parts.codes) or UNKNOWN + slug(doc_type or "")
    own_year = parts.year
    if not own_year and year != UNKNOWN and parts.codes and always_has_year(parts.codes[0]):
        own_year = year
    return "/".join(filter(None, (parts.serial, own_year, code)))


def year_in_number(number: str | None) -> str | None:
    """The year that a number carries: '2024' of '38/2024/QĐ-UBND'."""
    parts = take_apart(number) if number else None
    return parts.year or None if parts else None
