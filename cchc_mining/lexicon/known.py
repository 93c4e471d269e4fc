"""Looking up the short names by which the whole country knows a document."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..vietnamese import fold
from .rows import KnownAs, known_as

_HYPHEN = re.compile(r"\s*-\s*")
_LEADING_ZEROS = re.compile(r"\b0+(?=\d)")


@lru_cache(maxsize=4096)
def bearers(short_name: str) -> tuple[KnownAs, ...]:
    """The documents known by a short name, in any case and spacing; the oldest first.

    >>> [row.number for row in bearers('Đề án 6')], bearers('Đề án 7')
    (['06/QĐ-TTg'], ())
    """
    return _by_name().get(_key(short_name), ())


def _key(name: str) -> str:
    return _LEADING_ZEROS.sub("", _HYPHEN.sub("-", fold(name)))


@cache
def _by_name() -> dict[str, tuple[KnownAs, ...]]:
    found: dict[str, list[KnownAs]] = {}
    for row in sorted(known_as(), key=lambda row: row.date):
        for alias in row.aliases:
            found.setdefault(_key(alias), []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def issuer_of_known(number: str, date: str | None, written: str | None) -> str | None:
    """Who issued the document of that number that the whole country knows, where it can be only one.

    `date` is the day cited with it, `written` the day of the citing document.  The Party's numbers
    begin anew with every congress, and their code does not tell its organs apart.

    >>> issuer_of_known('57-NQ/TW', None, '2025-06-01'), issuer_of_known('57-NQ/TW', None, '2010')
    ('Bộ Chính trị', None)
    """
    rows = [row for row in _by_number().get(number, ()) if date in (None, row.date)]
    issuers = {row.issuer for row in rows if not written or row.date[: len(written)] <= written}
    return issuers.pop() if len(issuers) == 1 else None


@cache
def _by_number() -> dict[str, list[KnownAs]]:
    found: dict[str, list[KnownAs]] = {}
    for row in known_as():
        found.setdefault(row.number, []).append(row)
    return found
