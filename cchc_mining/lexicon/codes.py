"""What a document number says: its type, its system, its year and its issuer.

State numbers read `15/2024/QĐ-UBND` (number, year of a normative act, type-issuer); letters have no
type (`830/UBND-NC`: issuer-drafting unit); Party numbers read `91-KL/TU` (number-type/issuer).
Rules: Nghị định 30/2020/NĐ-CP, Phụ lục III; Quyết định 66-QĐ/TW and Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from . import rows

System = Literal["state", "party"]

# '15', '30c', '12A', '66.7'; then '/2024', '-1999' or, until 1999, '/98'; then what separates the
# code (nothing in '6LCT/HĐNN8'); then the code.
_NUMBER = re.compile(
    r"(\d+(?:\.\d+)?(?:[a-zđ]|[A-E](?=[/-]))?)"
    r"(?:[/-]((?:19|20)\d{2}(?=[/-]|$)|[5-9]\d(?=/)))?([/-])?(.*)",
    re.S,
)
_JOINT = frozenset(("TTLT", "TTLB", "NQLT", "KHLT", "HDLT", "HDLN", "CTLT", "QCPH", "CTPH"))
_LEGISLATURE = re.compile(r"\d{1,2}$")
_SEPARATOR = re.compile(r"[-/]")
# Until about 1996 a ministry could write its own letters first: '14-LB/TT', '127-BYT/QĐ'.
_TYPES_AFTER = frozenset(("TT", "QĐ", "CT", "NQ"))
_COMMITTEES = frozenset(("TW", "TƯ", "TU"))


class NumberCode(Struct, frozen=True):
    """A document number taken apart.

    `issuers` are codes, `type_code` is '' for a letter or law.  `system` is 'party' for what is
    written in the Party's form ('34-CT/TW'), unless its issuer is surely one of the state.
    """

    serial: str
    year: int | None
    system: System
    type_code: str
    doc_type: str | None
    issuers: tuple[str, ...]


@lru_cache(maxsize=16384)
def read_number(number: str) -> NumberCode | None:
    """Take a canonical number apart; None where it is not a document number.

    >>> code = read_number('15/2024/QĐ-UBND')
    >>> code.year, code.doc_type, code.issuers
    (2024, 'Quyết định', ('UBND',))
    >>> read_number('830/UBND-NC').doc_type, read_number('91-KL/TU').system
    ('Công văn', 'party')
    """
    match = _NUMBER.fullmatch(number)
    if not match:
        return None
    serial, year, separator, code = match.groups()
    written_year = int(year) if year and len(year) == 4 else int("19" + year) if year else None
    if not code:
        return NumberCode(serial, written_year, "state", "", None, ())
    if separator != "/" and "/" in code and not year:
        return _party(serial, code)
    return _state(serial, written_year, code)


def _party(serial: str, code: str) -> NumberCode:
    """'34-CT/TW'; and state numbers of before 1996 that are written the same way, '31-TT/LB'."""
    type_code, _, issuer = code.partition("/")
    first, *rest = _SEPARATOR.split(issuer)
    if first in _TYPES_AFTER and (rest or not _is_type_of_party(type_code)):
        found = _type_of_issuer(first, type_code) or _type("state", first)
        return NumberCode(serial, None, "state", first, found, (type_code,))
    if type_code == "TC" and first not in _COMMITTEES:
        # 'TC' is the Party's Thông cáo, and was the ministry of finance: in '20-TC/CTN' the second
        # code is one of its departments and not the President
        return NumberCode(serial, None, "party", "", None, (type_code,))
    if _is_state_only(first) and (found := _type("state", type_code)):
        named = _type_of_issuer(type_code, first) or found
        return NumberCode(serial, None, "state", type_code, named, (first,))
    found = _type("party", type_code) or _type("state", type_code)
    # 'VPTU' whole; '367-QĐ/TWĐTN-VP' has a drafting unit after it
    return NumberCode(serial, None, "party", type_code, found, (issuer.partition("-")[0],))


def _state(serial: str, year: int | None, code: str) -> NumberCode:
    head, *rest = _SEPARATOR.split(code)
    found = _type("state", head)
    if found and not _is_letter(head, rest):
        issuers = tuple(rest) if head in _JOINT else tuple(rest[:1])
        found = _type_of_issuer(head, issuers[0]) or found if issuers else found
        return NumberCode(serial, year, "state", head, found, issuers)
    if head == "LB" and rest and rest[0] in _TYPES_AFTER:  # '245/LB-TT'
        return NumberCode(serial, year, "state", rest[0], _type_of_issuer(rest[0], head), (head,))
    if bound := _bound_type(head):
        return NumberCode(serial, year, "state", "", bound, (head,))
    return NumberCode(serial, year, "state", "", "Công văn" if rest else None, (head,))


def _is_type_of_party(code: str) -> bool:
    return ("party", code) in _types()


@cache
def _is_state_only(code: str) -> bool:
    """Whether a code names issuers, none of them of the Party or a mass organisation."""
    key = _code_key(code)
    found = _issuer_rows().get(key) or _issuer_rows().get(_LEGISLATURE.sub("", key)) or ()
    usable = [row for row in found if row.level != "drafting-unit"]
    return code == "LB" or (bool(usable) and all(row.system == "state" for row in usable))


def _type_of_issuer(type_code: str, issuer: str) -> str | None:
    """The type that a code stands for with this issuer: 'TT-LB' is a Thông tư liên bộ."""
    return _types_of_issuer().get((type_code, _LEGISLATURE.sub("", issuer)))


@cache
def _types_of_issuer() -> dict[tuple[str, str], str]:
    return {
        (row.code, row.issuer_code.replace("{n}", "")): row.name
        for row in rows.document_types()
        if row.code and row.system == "state" and row.issuer_code
    }


def _is_letter(head: str, rest: Sequence[str]) -> bool:
    """'320/CT-NVT': CT is chỉ thị or the tax department; a drafting unit after it tells which."""
    rows_of = _issuer_rows().get(_code_key(rest[0]), []) if rest else []
    return (
        bool(rows_of)
        and all(row.level == "drafting-unit" for row in rows_of)
        and any(row.level != "drafting-unit" for row in _issuer_rows().get(_code_key(head), []))
    )


@cache
def _types() -> dict[tuple[str, str], str]:
    return {
        (row.system, row.code): row.name
        for row in reversed(rows.document_types())
        if row.code and row.system in ("state", "party", "mass", "judicial")
    }


@cache
def _types_any_case() -> dict[tuple[str, str], str]:
    return {(system, code.upper()): name for (system, code), name in _types().items()}


def _type(system: str, code: str) -> str | None:
    name = _types().get((system, code)) or _types_any_case().get((system, code.upper()))
    return name or (_types().get(("judicial", code)) if system == "state" else None)


@cache
def _bound_types() -> dict[str, str]:
    """Numbers without a type code whose issuer tells the type: 41/CP, 1211/2016/UBTVQH13."""
    return {
        row.issuer_code.replace("{n}", ""): row.name
        for row in rows.document_types()
        if not row.code and row.issuer_code
    }


def _bound_type(head: str) -> str | None:
    if head in ("QH",) or _LEGISLATURE.sub("", head) == "QH":
        return None  # a law or a resolution: the word before the number decides
    return _bound_types().get(_LEGISLATURE.sub("", head))


@cache
def _issuer_rows() -> dict[str, list[rows.Issuer]]:
    found: dict[str, list[rows.Issuer]] = {}
    for row in rows.issuers():
        for code in (row.code, *row.aliases):
            found.setdefault(_code_key(code), []).append(row)
    return found


def _code_key(code: str) -> str:
    return code.replace("{n}", "").replace(" ", "").replace(".", "").replace("-", "").upper()


@lru_cache(maxsize=4096)
def issuer_names(code: str) -> tuple[str, ...]:
    """The name templates of every body that writes a code in its numbers; () where unknown.

    >>> issuer_names('BTC')[:2]
    ('Bộ Tài chính', 'Ban Tổ chức Tỉnh ủy {tên}')
    """
    key = _code_key(code)
    found = _issuer_rows().get(key) or _issuer_rows().get(_LEGISLATURE.sub("", key)) or []
    return tuple(dict.fromkeys(row.name for row in found if row.level != "drafting-unit"))


def _is_later(row: rows.Issuer, day: str | None) -> bool:
    return bool(day and row.valid_from) and row.valid_from > (day or "")[: len(row.valid_from)]


# Which issuers to prefer for a code, by the level of the document that cites it: 'UBND' in a
# district's report is the district's, in a province's the province's.
_LEVELS: dict[str, Sequence[str]] = {
    "central": ("central", "ministry", "central-dept", "province", "province-dept", "sectoral"),
    "province": ("province", "province-dept", "central", "ministry", "sectoral", "central-dept"),
    "district": ("district", "central", "province", "province-dept", "ministry", "sectoral"),
    "commune": ("commune", "central", "district", "province", "province-dept", "ministry"),
}


@lru_cache(maxsize=8192)
def issuer_name(
    code: str, system: str, level: str = "province", day: str | None = None
) -> str | None:
    """The name template of an issuer code in a document of this level; None where unknown.

    Of a document's `day` (ISO, partial allowed) no body is meant that came to be only later: 'TT' are
    the inspectors before the tax offices of July 2025.

    >>> issuer_name('SNV', 'state'), issuer_name('UBND', 'state', 'district')
    ('Sở Nội vụ {tỉnh}', 'Ủy ban nhân dân {huyện}')
    >>> issuer_name('TT', 'state', day='2016-05-20')
    'Thanh tra {tỉnh}'
    """
    key = _code_key(code)
    candidates = _issuer_rows().get(key) or _issuer_rows().get(_LEGISLATURE.sub("", key)) or []
    usable = [row for row in candidates if row.level != "drafting-unit"]
    usable = [row for row in usable if not _is_later(row, day)] or usable
    exact = [
        row
        for row in usable
        if _LEGISLATURE.sub("", _code_key(row.code)) == _LEGISLATURE.sub("", key)
    ]
    for pool in (exact, usable):
        same_system = [row for row in pool if row.system == system] or pool
        if same_system:
            order = _LEVELS.get(level, _LEVELS["province"])
            best = min(
                same_system,
                key=lambda row: order.index(row.level) if row.level in order else len(order),
            )
            return best.name
    return None
