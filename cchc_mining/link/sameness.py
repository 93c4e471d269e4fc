"""Two complete targets that are one document, because writers copied its number or issuer wrongly.

Only what was seen under one day is compared, and the reason is kept.  Serial numbers of two bodies do
meet on one day, and so do titles ('Kế hoạch cải cách hành chính năm 2023'); so two departments, or the
bodies of two provinces, are never taken for one, nor two documents that the archive holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import Literal

from .. import lexicon
from ..vietnamese import fold
from .codes import is_type
from .identity import Key, parse
from .succession import read_body

# 'unit': letters that differ in the drafting unit; 'spelling': codes of one body; 'name': an issuer
# named in short and in full; 'subject': two issuers or codes, one subject.
Reason = Literal["unit", "spelling", "name", "subject"]

# Bodies for which others draft, and whose papers are so taken for theirs.
_GOVERNING = re.compile(
    r"(?:ủy ban|hội đồng) nhân dân|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|chính phủ$"
    r"|thủ tướng chính phủ$|ban chấp hành trung ương"
)
_WORD = re.compile(r"[^\W_]+")
_LEAST_WORDS = 4
_OF_SHORTER, _OF_LONGER = 0.8, 0.5


# A complete target as seen under one day, the subjects seen of it, whether the archive holds it.
Sighting = tuple[str, Sequence[str], bool]


def same_documents(sightings: Sequence[Sighting]) -> list[tuple[str, str, Reason]]:
    """The pairs of targets that are one document, among those of one serial seen under one day."""
    found: list[tuple[str, str, Reason]] = [
        (one[0], other[0], reason)
        for one, other in combinations(sorted(sightings, key=lambda seen: seen[0]), 2)
        if not (one[2] and other[2]) and (reason := _reason(one, other))
    ]
    return [pair for pair in found if pair[2] != "name" or not _several(pair, found)]


def _reason(one: Sighting, other: Sighting) -> Reason | None:
    a, b = parse(one[0]), parse(other[0])
    stem_a, _, code_a = a.number.rpartition("/")
    stem_b, _, code_b = b.number.rpartition("/")
    if stem_a != stem_b or a.year != b.year:
        return None
    if a.register == b.register:
        return _differing_codes(code_a, code_b)
    if code_a == code_b and _is_prefix(a.register, b.register):
        return "name"
    if _type_of(code_a) == _type_of(code_b) and _may_be_confused(a, b):
        return "subject" if _share_a_subject(one, other) else None
    return None


def _differing_codes(one: str, other: str) -> Reason | None:
    """One register: letters 'skhđt-xtđt' and 'skhđt-ktđn', decisions 'qđ-ub' and 'qđ-ubnd'."""
    if _type_of(one) != _type_of(other):
        return None
    if _type_of(one):
        return "spelling"
    return "unit" if one.partition("-")[0] == other.partition("-")[0] else None


def _type_of(code: str) -> str:
    head = code.partition("-")[0]
    return head if is_type(head) else ""


def _is_prefix(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter + "-")


def _several(pair: tuple[str, str, Reason], found: Sequence[tuple[str, str, Reason]]) -> bool:
    """Whether the short name may be that of two bodies: 'Sở Tư pháp' of either province."""
    short = min(pair[:2], key=len)
    return sum(reason == "name" and short in (a, b) for a, b, reason in found) > 1


def _may_be_confused(one: Key, other: Key) -> bool:
    names = [key.register.partition("~")[0].replace("-", " ") for key in (one, other)]
    territories = [fold(read_body(name).territory) for name in names]
    apart = territories[0] and territories[1] and territories[0] != territories[1]
    governing = [bool(_GOVERNING.match(name)) for name in names]
    return not apart and any(governing)


def _share_a_subject(one: Sighting, other: Sighting) -> bool:
    return any(alike(a, b) for a in one[1] for b in other[1])


def alike(one: str, other: str) -> bool:
    """Whether two subjects are the same or nearly so.

    >>> alike('ban hành Kế hoạch CCHC năm 2023', 'Kế hoạch cải cách hành chính năm 2023')
    True
    >>> alike('Kế hoạch cải cách hành chính năm 2022', 'Kế hoạch cải cách hành chính năm 2023')
    False
    """
    a, b = _words(one), _words(other)
    common, shorter, longer = len(a & b), min(len(a), len(b)), max(len(a), len(b))
    if shorter < _LEAST_WORDS or _figures(a) != _figures(b):
        return False
    return common >= _OF_SHORTER * shorter and common >= _OF_LONGER * longer


def _words(subject: str) -> set[str]:
    return {
        part
        for word in _WORD.findall(fold(subject))
        for part in (_long_forms().get(word) or word).split(" ")
    }


def _figures(words: set[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


@cache
def _long_forms() -> dict[str, str]:
    return {fold(term.short): fold(term.long) for term in lexicon.terms()}
