"""Lists that name their head once: 'các Sở Nội vụ, Tài chính và Xây dựng', 'UBND huyện A, B'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from .bounds import ACTING_SYLLABLES
from .gazetteer import known_names
from .heads import HEADS
from .patterns import END, Phrases
from .territory import Territory, read_place, read_qualifier

# Heads whose field may stand alone after the first member; the lexicon must know each member.
FIELD_HEADS = ("Sở", "Bộ", "Phòng", "Chi cục")
_JOINT = r"\s*(?:,|;|và|,\s*và)\s+"
# A member ends the phrase or is followed by what the bodies do, not by the rest of a clause
# ('Sở Nội vụ, Xây dựng kế hoạch').
_MEMBER_ENDS = re.compile(
    r"\s*(?:[,;.:)/(]|$|\n|[⁰¹²³⁴-⁹])|"
    rf"\s+(?:và|tỉnh|thành phố|{'|'.join(ACTING_SYLLABLES)}){END}"
)


class Member(Struct, frozen=True):
    """A member of a list: its place and the field or territory that it adds to the head."""

    start: int
    end: int
    field: str


# Bodies that begin with a head but are no department.
_NOT_FIELDS = ("Bộ Chỉ huy", "Bộ Chính trị", "Bộ Tư lệnh")


@cache
def _fields(head: str) -> Phrases | None:
    """The fields of a head that the lexicon knows; None for other heads."""
    if head not in FIELD_HEADS:
        return None
    cores = {
        known.at("province").core
        for known in known_names().values()
        if known.head == head and not known.at("province").core.startswith(_NOT_FIELDS)
    }
    return Phrases(core.removeprefix(head).strip() for core in cores if core != head)


_FIELD_JOINT = re.compile(rf"(?P<opens>:\s+)|{_JOINT}")
_HYPHEN = re.compile(r"\s*[-–]\s*")


def fields_after(text: str, position: int, head: str, *, opens: bool = False) -> Iterator[Member]:
    """The members after the first of a list of departments; all of them after 'các Sở: '."""
    fields = _fields(head)
    while fields and (joint := _FIELD_JOINT.match(text, position)):
        start = joint.end()
        found = fields.longest(text, start) if text[start : start + 1].isupper() else None
        if found is None or bool(joint["opens"]) != opens or not _MEMBER_ENDS.match(text, found[0]):
            return
        if found[1] in known_names() and read_qualifier(text, found[0]):
            return  # 'Bộ Nội vụ, Công an tỉnh': a body of its own
        opens = False
        position = found[0]
        yield Member(start, position, text[start:position])


def joined_field(text: str, position: int, head: str) -> str:
    """A second field of one department: 'Sở Giao thông vận tải| - Xây dựng|'; '' where none."""
    fields, hyphen = _fields(head), _HYPHEN.match(text, position)
    found = fields.longest(text, hyphen.end()) if fields and hyphen else None
    return text[position : found[0]] if found else ""


_PLACE_JOINT = re.compile(_JOINT)
_WRITTEN_KIND = re.compile(
    r"(?:[Tt]hành phố|[Tt]hị xã|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|TP|Tp)[ .]"
)
_ANOTHER_BODY = re.compile(
    rf"(?:{'|'.join(sorted(HEADS, key=len, reverse=True))}|UBND|HĐND|TAND|VKSND|BHXH|KBNN|MTTQ|Công an|Ủy ban|"
    rf"\w+ (?:ủy|đoàn)){END}"
)


def places_after(
    text: str, position: int, first: Territory
) -> Iterator[tuple[int, int, Territory]]:
    """Further territories of the tier of the first: 'UBND huyện Cam Lâm, Vạn Ninh, TP. Nha Trang'."""
    while joint := _PLACE_JOINT.match(text, position):
        found = _place(text, joint.end(), first)
        if found is None:
            return
        territory, position = found
        yield joint.end(), position, territory


def _place(text: str, start: int, first: Territory) -> tuple[Territory, int] | None:
    if _ANOTHER_BODY.match(text, start):
        return None
    if first.tier == "province":
        found = read_qualifier(text, start - 1)
        is_named = found and found.bare and _MEMBER_ENDS.match(text, found.end)
        return (found.territory, found.end) if found and is_named else None
    if _WRITTEN_KIND.match(text, start):
        found = read_qualifier(text, start - 1)
        if found and found.territory.name and found.territory.tier == first.tier:
            return found.territory, found.end
        return None
    place = read_place(text, start - 1)
    if place and _MEMBER_ENDS.match(text, place[1]):
        return Territory(first.kind, place[0]), place[1]
    return None
