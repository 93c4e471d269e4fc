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
    register, year = as below, or "?" where unknown

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

from .. import lexicon
from ..vietnamese import fold
from .codes import always_has_year, body_everywhere, central_bodies, is_type, may_be_type, spelling

UNKNOWN = "?"

# '3604', '66.7', '930e', and '6lct' where the code is glued to the serial.
_SERIAL = re.compile(r"(\d+(?:\.\d+)*)([a-zđ]?)(?![^\W\d_])|(\d+)(?=[^\W\d_]{2})")
_SEPARATORS = re.compile(r"[\s/\-:]+")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"[4-9]\d")  # '12/98/QĐ-UB': until 1999 the century was left out
_YEAR_PART = re.compile(r"^\d{4}/")
_NOT_IN_SLUG = re.compile(r"[^\w.&]+")


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
        return UNKNOWN not in self.number + self.register + self.year


@lru_cache(maxsize=65536)
def parse(target: str) -> Key:
    """A target as a key; the inverse of `Key.target`."""
    return Key(*target.rsplit("@", 2))


class _Number(Struct, frozen=True):
    """A number taken apart for identity: '38/2024/QĐ-UBND' -> 38, 2024, (qđ, ubnd)."""

    serial: str
    year: str
    codes: tuple[str, ...]


@lru_cache(maxsize=65536)
def _take_apart(number: str) -> _Number | None:
    text = fold(number)
    serial = _SERIAL.match(text)
    if not serial:
        return None
    pieces = _SEPARATORS.split(text[serial.end() :])
    tokens = [token for piece in pieces if (token := _NOT_IN_SLUG.sub("", piece))]
    year = ""
    if tokens and _FULL_YEAR.fullmatch(tokens[0]):
        year = tokens.pop(0)
    elif len(tokens) > 1 and _SHORT_YEAR.fullmatch(tokens[0]):
        year = "19" + tokens.pop(0)
    return _Number(_padded(serial), year, tuple(map(spelling, _codes(tokens))))


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


def slug(text: str) -> str:
    """A name as it stands in a target.

    >>> slug('Sở Lao động - Thương binh và Xã hội tỉnh Khánh Hoà')
    'sở-lao-động-thương-binh-và-xã-hội-tỉnh-khánh-hòa'
    """
    return _NOT_IN_SLUG.sub("-", fold(text)).strip("-.")


def number_key(number: str | None, raw: str | None, doc_type: str | None, year: str) -> str:
    """The number's part of a target; `year` is that of the date, '?' where unknown.

    A type whose numbers always carry their year gets it from the date where it was left out.

    >>> number_key('34-CT/TW', None, None, '2019'), number_key('91', None, 'Kết luận', '?')
    ('34/ct-tw', '91/?kết-luận')
    >>> number_key('107/NĐ-CP', None, None, '2020')
    '107/2020/nđ-cp'
    """
    parts = _take_apart(number) if number else None
    if parts is None:
        return UNKNOWN + slug(number or raw or "")
    code = "-".join(parts.codes) or UNKNOWN + slug(doc_type or "")
    own_year = parts.year
    if not own_year and year != UNKNOWN and parts.codes and always_has_year(parts.codes[0]):
        own_year = year
    return "/".join(filter(None, (parts.serial, own_year, code)))


def year_in_number(number: str | None) -> str | None:
    """The year that a number carries: '2024' of '38/2024/QĐ-UBND'."""
    parts = _take_apart(number) if number else None
    return parts.year or None if parts else None


# Office-holders and inner organs number their documents in the register of their body.
_OFFICE = (
    (r"\btp\.? ", "thành phố "),
    # the legislature is not another body each term
    (r" khóa [ivx\d]+(?=$|,| tỉnh| thành phố)", ""),
    (r"^(?:phó )?chủ tịch (?=ủy ban nhân dân)", ""),
    (r"^(?:phó )?bí thư (?=\w+ ủy)", ""),
    (r"^(?:ban thường vụ|thường vụ|thường trực|ban chấp hành) (?=\w+ ủy)", ""),
    (r"^ban chấp hành đảng bộ tỉnh ", "tỉnh ủy "),
    (r"^ban chấp hành đảng bộ (?:thành phố|tp\.?) ", "thành ủy "),
    (r"^ban chấp hành đảng bộ huyện ", "huyện ủy "),
    (r"^ban chấp hành đảng bộ (?=(?:xã|phường|thị trấn) )", "đảng ủy "),
    (
        r"^(?:bộ chính trị|ban bí thư(?: trung ương)?|(?:ban chấp hành )?trung ương)"
        r"(?: đảng)?(?: cộng sản việt nam)?$",
        "ban chấp hành trung ương đảng",
    ),
)
_OFFICES = tuple((re.compile(pattern), replacement) for pattern, replacement in _OFFICE)


@lru_cache(maxsize=16384)
def body(issuer: str) -> str:
    """The body in whose register an issuer's documents are numbered (folded).

    >>> body('Ban Thường vụ Tỉnh uỷ Khánh Hòa'), body('Chủ tịch Ủy ban nhân dân tỉnh Phú Yên')
    ('tỉnh ủy khánh hòa', 'ủy ban nhân dân tỉnh phú yên')
    """
    name = fold(issuer)
    for pattern, replacement in _OFFICES:
        name = pattern.sub(replacement, name)
    return name


@lru_cache(maxsize=65536)
def register_key(number: str | None, issuer: str | None) -> str:
    """The register's part of a target: several bodies are sorted and joined by '+'.

    Where the number's only issuer code names the same central body everywhere, that body keeps the
    register, whatever central body a hurried writer gave: '318/QĐ-TTg của Chính phủ'.

    >>> register_key('318/QĐ-TTg', 'Chính phủ'), register_key('12/QĐ-UBND', None)
    ('thủ-tướng-chính-phủ', '?')
    """
    bodies = sorted({body(name) for name in (issuer or "").split("; ") if name})
    if all(name in central_bodies() for name in bodies) and (named := _body_in_number(number)):
        return slug(named)
    return "+".join(map(slug, bodies)) or UNKNOWN


def _body_in_number(number: str | None) -> str | None:
    parts = _take_apart(number) if number else None
    read = lexicon.read_number(number) if number else None
    if parts is None or read is None:
        return None
    issuers = parts.codes[1:] if len(parts.codes) > 1 and is_type(parts.codes[0]) else parts.codes
    return body_everywhere(issuers[0], read.system) if len(issuers) == 1 else None


def family(target: str) -> str:
    """What all targets share that may complete one another: the serial, or the act's name.

    >>> family('91/?kết-luận@tỉnh-ủy-khánh-hòa@2022'), family('luật-thống-kê@quốc-hội@2015')
    ('91', 'luật-thống-kê')
    """
    return parse(target).number.partition("/")[0]


def missing(target: str) -> tuple[str, ...]:
    """What a target lacks: 'damaged-number', 'no-code', 'no-issuer', 'no-year'; () if complete."""
    key = parse(target)
    if key.is_complete:
        return ()
    damaged = key.number.startswith(UNKNOWN)
    lacks = (
        ("damaged-number", damaged),
        ("no-code", UNKNOWN in key.number and not damaged),
        ("no-issuer", key.register == UNKNOWN),
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
        and wanted.register in (UNKNOWN, known.register)
        and wanted.year in (UNKNOWN, known.year)
        and _numbers_agree(wanted.number, known.number)
    )


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
