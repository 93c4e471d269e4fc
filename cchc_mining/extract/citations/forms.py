"""How document numbers are written, and their one canonical form.

A state number is serial, year where it is normative, and code: '15/2024/QĐ-UBND', '830/UBND-NC'.
A Party number has its type before the slash: '34-CT/TW'.  So had many until 1996: '06 TC/TCT'.
Every pattern here is anchored by its caller on a slash or hyphen and reads from there.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...lexicon import document_types, issuer_name, issuers
from ...vietnamese import LOWER

_C = "A-ZĐƯƠÔÊÂĂ"  # the capitals that codes are made of
_WORD_GOES_ON = rf"(?![{LOWER}])"
# A piece of a code: 'QĐ', 'UBND', 'XTĐT&HTDN', 'VP.UBND', 'QH15', 'T.W', and the few small letters
# that codes have: 'TTg', 'TTr', 'CTr', 'QyĐ', 'QĐi', 'ThU', 'ThàU', 'SNgV', 'SoNgV', 'NHNo'.
PIECE = rf"""
    [{_C}](?:
        [{_C}0-9]++
      | [ ]?&[ ]?[{_C}]
      | \.(?:(?<=T\.)[WU]\b | [{_C}]{{2}})
      | (?<=[TM]T)g | (?<=T)tg
      | (?<=T)(?:ra?|h){_WORD_GOES_ON} | (?<=T)hà(?=U)
      | (?<=Q)yĐ | (?<=QĐ)i{_WORD_GOES_ON} | (?<=S)o(?=N) | (?<=N)g(?:(?=V)|{_WORD_GOES_ON}) | (?<=NHN)o{_WORD_GOES_ON}
      | (?<=HĐNN)[ -](?=\d{{1,2}}\b) | (?<=QH)[ -](?=1?\d\b(?![.,]?\d|\s?%))
    )*+
"""
# What may stand for the hyphen between pieces.  A line's end, and a page's with its number, may
# come after it.
_CUT = r"[\ \t]*+\n\s*+(?:[-–]?\ ?\d{1,3}\ ?[-–]?[\ \t]*+\n\s*+)?"
_TIGHT = rf"(?:[-–]{_CUT}(?=[{_C}]{{2}}|TTg)|/{_CUT}(?=[{_C}])|[-–/])"
# Between type and issuer typists also leave blanks ('QĐ - TTg') or nothing else ('QĐ UBND').
_LOOSE = rf"""(?:
    [ ]?[-–/][ ]?(?=[{_C}]{{2}}|TTg)
  | \n-(?=[{_C}]{{2}})
  | [ ](?:(?<=QĐ[ ])|(?<=NQ[ ])|(?<=KH[ ])|(?<=NĐ[ ])|(?<=CT[ ]))(?=(?:UBND|HĐND|TTg|CP)\b)
)"""
_CODE = rf"""(?:
    (?:TT|NQ|KH|HD|CT)L[TBN](?:{_CUT}|{_TIGHT}|[ ]?[-–/][ ]?){PIECE}(?:(?:{_TIGHT}|[ ]?[-–/][ ]?){PIECE}){{0,8}}+
  | {PIECE}(?:{_LOOSE}{PIECE})?+(?:{_TIGHT}{PIECE}){{0,8}}+
)"""
CODE = re.compile(_CODE, re.X)

# '15', '1.793', '66.7', '30c', '12A'
_SERIAL = r"(?:\d{1,2}\.\d{3}|\d{1,6}(?:\.\d{1,2})?)(?:[a-eđ]|[A-E](?=\s?/))?"
# '15/2024', '28 /2003', '12/98', '02-1998': what ends at the slash before a code.
STATE_SERIAL = re.compile(rf"{_SERIAL}\s?(?:[/-]\s?(?:(?:19|20)\d{{2}}|[5-9]\d)\s?)?\Z")
# '34-CT', '3945 - CV', '06 TC', '6LCT', '280-BNN-KNKL'
PARTY_SERIAL = re.compile(rf"{_SERIAL}(?:[ ]?[-–][ ]?|[ ])?{PIECE}(?:-{PIECE})?\s?\Z", re.X)
# '139/1999-QĐ-KHCN', '47/1999 QĐ-BYT': the slash stands before the year.
YEAR_CODE = re.compile(rf"(?:19|20)\d{{2}}[ ]?[- ](?={PIECE}[-/]){_CODE}", re.X)
SERIAL = re.compile(rf"{_SERIAL}\Z")

_CUTS = re.compile(_CUT)
_BLANKS = re.compile(r"\s+")
_PIECES = re.compile(r"([-/])")
# What blanks alone kept apart: '18 NQ/TW', '499 TTg', '47/1999 QĐ-BYT'; '06 TC/TCT' was its form
_LOST_HYPHEN = re.compile(r"^(\d+)(?=(?:NQ|CT|KL|QĐ|QC|TB|BC|KH|HD|CV|TTr|CTr|ĐA)/)")
_LOST_SLASH = re.compile(
    r"^(\d+(?:/(?:19|20)\d\d)?)(?=(?:TTg|CP|HĐBT)$|(?<=/\d{4})[A-ZĐ]|(?:NQ|NĐ|QĐ|CT|KH|TB|BC)-)"
    r"|^\d+-(?:NQ|CT|KL|QĐ|QC|TB|BC|KH|HD|CV|CTr|ĐA)(?=T[WU]$)"  # '18-NQTW'
)
_THOUSANDS = re.compile(r"^(\d{1,2})\.(\d{3})(?=\D)")  # '1.793/SKHĐT-XTĐT'


@lru_cache(maxsize=16384)
def canonical_number(raw: str) -> str:
    """Noise repaired: no blanks, plain hyphens, what hurried typing lost between and inside codes.

    >>> canonical_number('318/QĐ - TTg'), canonical_number('45/QĐTTg'), canonical_number('9/QD-HDND')
    ('318/QĐ-TTg', '45/QĐ-TTg', '9/QĐ-HĐND')
    """
    number = _BLANKS.sub("", _CUTS.sub("", raw)).replace("–", "-")
    number = _THOUSANDS.sub(r"\1\2", number)
    number = _LOST_SLASH.sub(r"\g<0>/", _LOST_HYPHEN.sub(r"\1-", number))
    pieces = _PIECES.split(number)
    repaired = "".join(_repaired(piece) for piece in pieces)
    body, slash, code = repaired.rpartition("/")
    if slash and "-" not in code and "-" not in body:
        return f"{body}/{_unglued(code)}"
    return repaired


def is_code(piece: str) -> bool:
    """Whether the lexicon knows a piece as a type or an issuer."""
    return piece in _state_types() or issuer_name(piece, "state") is not None


def _repaired(piece: str) -> str:
    if "." in piece:
        left, _, right = piece.partition(".")  # '12/QĐ.UB'
        if left in _state_types() and right in _main_issuers():
            return f"{left}-{right}"
    return _misspelt().get(piece, piece)


@cache
def _misspelt() -> dict[str, str]:
    """Codes as typed without the key for Đ, or in capitals -> the code: 'QD', 'HDND', 'TTG'."""
    codes = {row.code for row in issuers()} | _state_types()
    typed: dict[str, str | None] = {}
    for code in codes:
        plain = code.replace("Đ", "D")
        if plain not in codes and len(plain) > 2:
            typed[plain] = code if plain not in typed else None
    found = {plain: code for plain, code in typed.items() if code}
    return found | {"QD": "QĐ", "ND": "NĐ", "TTG": "TTg", "Ttg": "TTg"}


@cache
def _state_types() -> frozenset[str]:
    return frozenset(row.code for row in document_types() if row.system == "state" and row.code)


@cache
def _main_issuers() -> frozenset[str]:
    levels = ("central", "ministry", "province")
    return frozenset(
        code
        for row in issuers()
        if row.level in levels
        for code in (row.code, *row.aliases)
        if len(code) > 1
    )


@cache
def _glueable() -> tuple[str, ...]:
    """Type codes of the state, longest first; 'HĐLĐ' is a kind of contract, not 'HĐ-LĐ'."""
    codes = (code for code in _state_types() if len(code) > 1 and code != "HĐ")
    return tuple(sorted(codes, key=len, reverse=True))


def _unglued(code: str) -> str:
    """'QĐTTg' -> 'QĐ-TTg'; a code that is known as it is stays."""
    if issuer_name(code, "state") is not None:
        return code
    for type_code in _glueable():
        rest = code[len(type_code) :]
        if code.startswith(type_code) and rest in _main_issuers():
            return f"{type_code}-{rest}"
    return code
