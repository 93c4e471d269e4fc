"""URN:LEX (RFC 9676): the standard name of a legal document, once its date is settled.

urn:lex:vn;khanh.hoa:uy.ban.nhan.dan:quyet.dinh:2022-12-28;3604
        |  |         |               |          |          serial of the number, and its year where
        |  |         |               |          |          numbers of that type may go without one
        |  |         |               |          date of the document
        |  |         |               type of the document
        |  |         authority; several are joined by '+'
        |  territories of the authority, the widest first
        jurisdiction
"""

from __future__ import annotations

import re
from functools import lru_cache

from .. import lexicon
from ..vietnamese import LOWER, fold, modern_tones, strip_tones
from .codes import always_has_year, is_type
from .numbers import take_apart
from .registers import body

_TERRITORY = re.compile(
    rf",? *\b(?:tỉnh|thành phố|thị xã|huyện|quận|thị trấn|xã|phường|đặc khu) (?=[^\W\d_{LOWER}]|\d)"
)
# A committee of the Party, or of its youth union, names its territory without its kind.
_COMMITTEE = re.compile(r"((?:Tỉnh|Thành|Huyện|Quận|Thị) ủy|(?:Tỉnh|Thành|Huyện) đoàn) (?=\S)")
_WORD = re.compile(r"[a-z0-9]+")
_SERIAL = re.compile(r"\d+(?:\.\d+)*[a-zđ]?")
_ANY_TYPE = "Văn bản"  # what a writer says who does not name the type
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def urn_lex(number: str, doc_type: str, issuer: str, date: str) -> str | None:
    """The URN of a document; None where a part of it cannot be formed.

    `date` is an ISO day, `issuer` a full name (joint ones joined by '; ').

    >>> urn_lex('3604/QĐ-UBND', 'Quyết định', 'Ủy ban nhân dân tỉnh Khánh Hòa', '2022-12-28')
    'urn:lex:vn;khanh.hoa:uy.ban.nhan.dan:quyet.dinh:2022-12-28;3604'
    >>> urn_lex('71/2014/TTLT-BTC-BNV', 'Thông tư', 'Bộ Tài chính; Bộ Nội vụ', '2014-05-30')
    'urn:lex:vn:bo.tai.chinh+bo.noi.vu:thong.tu:2014-05-30;71'

    A decision of the people's committee with the year in its number is normative, one without is
    not, and the two are numbered apart: of the same day and serial, they are two documents.

    >>> urn_lex('38/2024/QĐ-UBND', 'Quyết định', 'Ủy ban nhân dân tỉnh Khánh Hòa', '2024-10-31')
    'urn:lex:vn;khanh.hoa:uy.ban.nhan.dan:quyet.dinh:2024-10-31;38-2024'
    """
    if doc_type == _ANY_TYPE and (read := lexicon.read_number(number)):
        doc_type = read.doc_type or doc_type
    serial = _SERIAL.match(fold(number))
    authorities = [_authority(name) for name in issuer.split("; ") if name]
    if not (serial and authorities and _words(doc_type) and _DAY.fullmatch(date)):
        return None
    jurisdiction = ";".join(("vn", *authorities[0][1]))
    names = "+".join(name for name, _ in authorities)
    return f"urn:lex:{jurisdiction}:{names}:{_words(doc_type)}:{date};{_number(number, serial[0])}"


def _number(number: str, serial: str) -> str:
    text = strip_tones(serial).lstrip("0") or "0"
    parts = take_apart(number)
    if not parts or not parts.year or not parts.codes:
        return text
    code = parts.codes[0]
    may_go_without = is_type(code) and not always_has_year(code)
    return f"{text}-{parts.year}" if may_go_without else text


@lru_cache(maxsize=1024)
def _words(text: str) -> str:
    return ".".join(_WORD.findall(strip_tones(text)))


@lru_cache(maxsize=4096)
def _authority(issuer: str) -> tuple[str, tuple[str, ...]]:
    """A body's name without its territory, and the territories, the widest first.

    >>> _authority('Ủy ban nhân dân xã Vĩnh Lương, thành phố Nha Trang, tỉnh Khánh Hòa')
    ('uy.ban.nhan.dan', ('khanh.hoa', 'nha.trang', 'vinh.luong'))
    """
    issuer = modern_tones(issuer)
    if committee := _COMMITTEE.search(issuer):
        name = issuer[: committee.end(1)]
        return _words(body(name)), (_words(issuer[committee.end() :]),)
    name, *territories = _TERRITORY.split(issuer)
    return _words(body(name)), tuple(map(_words, reversed(territories)))
