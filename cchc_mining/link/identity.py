"""Which document a mention means: the key of a legal document and its written form, the target.

A document is known by its number with the code, the body that keeps the register the number comes
from, and the year (that of the number, else that of the date).  The type as written, the exact
date and the subject are observed variants and no part of it: 'Văn bản số 830/UBND-NC' and 'Công văn
số 830/UBND-NC' are one document, and so are two mentions that give it two dates.

    target  = number "@" register "@" year
    number  = serial ["/" year] ["/" codes]        3604/qđ-ubnd, 38/2024/qđ-ubnd, 91/kl-tu
            | serial ["/" year] "/?" [type]        number written without its code: 91/?kết-luận
            | "?" what-was-written                 damaged beyond reading
            | name                                 an act cited by name: luật-thống-kê
    register, year = as below, or "?" where unknown; "?" body where one of several that are now
                     that body (see `registers`)

Example: `3604/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa@2022`.  Letters are lower case NFC; tones
stay, because 'xã Vĩnh Thanh' and 'xã Vĩnh Thạnh' are two communes.  Which separator stands between
codes is not kept ('TTLT/BTC-BNV' is 'TTLT-BTC-BNV'), nor a missing leading zero ('6/QĐ-UBND' is
'06/QĐ-UBND').  A target with a '?' is open: it may still be completed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from ..vietnamese import slug
from .codes import always_has_year, may_be_type
from .numbers import UNKNOWN, number_key, year_in_number
from .registers import body, possible_registers, register_key, same_register

__all__ = [
    "UNKNOWN",
    "Key",
    "body",
    "complete",
    "family",
    "missing",
    "number_key",
    "parse",
    "register_key",
    "slug",
    "year_in_number",
]

_YEAR_PART = re.compile(r"^\d{4}/")


class Key(Struct, frozen=True):
    """The three parts of a target; each is '?' or holds one where it is not known."""

    number: str
    register: str
    year: str

    @property
    def target(self) -> str:
        """The written form."""
        return f"{self.number}@{self.register}@{self.year}"

    @property
    def is_complete(self) -> bool:
        """Whether the key names one document."""
        return not (UNKNOWN in self.number or UNKNOWN in self.register or UNKNOWN in self.year)


@lru_cache(maxsize=8192)
def parse(target: str) -> Key:
    """A target as a key; the inverse of `Key.target`."""
    return Key(*target.rsplit("@", 2))


def family(target: str) -> str:
    """What all targets share that may complete one another: the serial, or the act's name.

    >>> family('91/?kết-luận@tỉnh-ủy-khánh-hòa@2022'), family('luật-thống-kê@quốc-hội@2015')
    ('91', 'luật-thống-kê')
    """
    return parse(target).number.partition("/")[0]


def missing(target: str) -> tuple[str, ...]:
    """What a target lacks; () if complete.

    'damaged-number', 'no-code', 'no-issuer', 'merged-issuer' (one of several), 'no-year'.
    """
    key = parse(target)
    if key.is_complete:
        return ()
    damaged = key.number.startswith(UNKNOWN)
    lacks = (
        ("damaged-number", damaged),
        ("no-code", UNKNOWN in key.number and not damaged),
        ("no-issuer", key.register == UNKNOWN),
        ("merged-issuer", key.register[:1] == UNKNOWN and key.register != UNKNOWN),
        ("no-year", key.year == UNKNOWN),
    )
    return tuple(reason for reason, is_so in lacks if is_so)


def complete(target: str, known: Iterable[str], not_after: int | None = None) -> tuple[str, ...]:
    """The complete targets among `known` that an open target may mean, sorted.

    `not_after` is the year of the document that cites: it cannot cite a later one.  What the open
    target does say must agree; the caller decides what to do with none or several.
    """
    wanted = parse(target)
    if wanted.number.startswith(UNKNOWN):
        return ()  # damaged
    return tuple(
        sorted(
            candidate
            for candidate in set(known)
            if _agrees(wanted, parse(candidate))
            and (not_after is None or int(parse(candidate).year) <= not_after)
        )
    )


def _agrees(wanted: Key, known: Key) -> bool:
    return (
        known.is_complete
        and wanted.year in (UNKNOWN, known.year)
        and _registers_agree(wanted, known)
        and _numbers_agree(wanted.number, known.number)
    )


def _registers_agree(wanted: Key, known: Key) -> bool:
    if wanted.register in (UNKNOWN, known.register):
        return True
    if wanted.register.startswith(UNKNOWN):
        return known.register in possible_registers(wanted.register[1:], known.year)
    return wanted.year == UNKNOWN and known.register in same_register(wanted.register, known.year)


def _numbers_agree(wanted: str, known: str) -> bool:
    if wanted == known:
        return True
    serial, _, code = wanted.partition("/")
    if not serial or serial.startswith(UNKNOWN):
        return False
    stem, lacks_code, type_slug = wanted.partition(UNKNOWN)
    if lacks_code:
        # who leaves out the code may leave out the year too
        codes = _YEAR_PART.sub("", known[len(stem) :])
        type_name = type_slug.replace("-", " ")
        return known.startswith(stem) and may_be_type(codes.partition("-")[0], type_name)
    # '107/NĐ-CP' lacks its year; '38/QĐ-UBND' and '38/2024/QĐ-UBND' are two documents
    known_serial, _, known_rest = known.partition("/")
    return (
        always_has_year(code.partition("-")[0])
        and serial == known_serial
        and code == _YEAR_PART.sub("", known_rest)
    )
