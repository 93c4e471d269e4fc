"""The codes of document numbers as identity needs them: one spelling, and whom they name for sure.

`lexicon.read_number` reads a number as it is written; identity asks the opposite question: which
spellings mean the same.  Everything here is folded (lower case).
"""

from __future__ import annotations

import re
from functools import cache

from .. import lexicon
from ..vietnamese import fold

_LEGISLATURE = "{n}"
# The bodies whose codes mean the same organisation in every document, wherever it was written.
_EVERYWHERE = ("central", "ministry")
_TRAILING_NUMBER = re.compile(r"\d{1,2}$")


def spelling(code: str) -> str:
    """The one spelling of a central body's code: 't.w' is 'tw', 'ubtvqhk9' is 'ubtvqh9'.

    >>> spelling('bkh&đt'), spelling('xyz')
    ('bkhđt', 'xyz')
    """
    known = _spellings()
    if code in known:
        return known[code]
    number = _TRAILING_NUMBER.search(code)
    if number and (base := known.get(code[: number.start()] + _LEGISLATURE)):
        return base.replace(_LEGISLATURE, number[0])
    return code


@cache
def _spellings() -> dict[str, str]:
    codes = {fold(row.code) for row in lexicon.issuers()} | _type_names().keys()
    meant: dict[str, set[str]] = {}
    for row in lexicon.issuers():
        for alias in map(fold, row.aliases):
            if alias not in codes:
                meant.setdefault(alias, set()).add(
                    fold(row.code) if row.level in _EVERYWHERE else ""
                )
    # an alias of two bodies ('tư' of the centre and of a province) is left as written
    return {alias: only for alias, (only, *others) in meant.items() if only and not others}


def is_type(code: str) -> bool:
    """Whether a code stands for a type of document ('qđ', 'ttlt')."""
    return code in _type_names()


def may_be_type(code: str, type_name: str) -> bool:
    """Whether a type so named (folded) can have this code; a letter's number has none.

    >>> may_be_type('kl', 'kết luận'), may_be_type('skhđt', 'công văn'), may_be_type('qđ', 'luật')
    (True, True, False)
    """
    names = _type_names().get(code)
    return type_name in (names if names is not None else _LETTER)


_LETTER = frozenset(("công văn", "văn bản", "công thư", ""))


@cache
def _type_names() -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for row in lexicon.document_types():
        if row.code:
            names.setdefault(fold(row.code), {""}).update(map(fold, (row.name, *row.aliases)))
    return {code: frozenset(found) for code, found in names.items()}


@cache
def always_has_year(code: str) -> bool:
    """Whether state numbers of this type always carry their year, so that it can be put back.

    Decisions and resolutions do not: with a year they are normative, without it not, and the two
    are numbered apart.

    >>> always_has_year('nđ'), always_has_year('qđ')
    (True, False)
    """
    rows = [r for r in lexicon.document_types() if fold(r.code) == code and r.system == "state"]
    general = [row for row in rows if not row.issuer_code] or rows
    return bool(code and general) and all(row.year == "yes" for row in general)


def body_everywhere(code: str, system: str) -> str | None:
    """The central body that a code names in every document of a system; None for others.

    'ubnd' is someone else in every province, 'bhxh' the national fund or its branch; 'btc' is a
    ministry in state numbers and an organisation board in those of the Party.

    >>> body_everywhere('ttg', 'state'), body_everywhere('qh15', 'state')
    ('thủ tướng chính phủ', 'quốc hội')
    >>> body_everywhere('ubnd', 'state')
    """
    known = _bodies_everywhere(system)
    return known.get(code) or known.get(_TRAILING_NUMBER.sub("", code) + _LEGISLATURE)


@cache
def _bodies_everywhere(system: str) -> dict[str, str]:
    bearers: dict[str, list[lexicon.Issuer]] = {}
    for row in lexicon.issuers():
        if row.system == system and row.level != "drafting-unit":
            for code in {fold(row.code), *map(fold, row.aliases)}:
                bearers.setdefault(code, []).append(row)
    return {
        code: fold(only.name)
        for code, (only, *others) in bearers.items()
        if not others and only.level in _EVERYWHERE and fold(only.code) == code
    }


@cache
def central_bodies() -> frozenset[str]:
    """Folded names of all central bodies of the lexicon."""
    return frozenset(fold(row.name) for row in lexicon.issuers() if row.level in _EVERYWHERE)
