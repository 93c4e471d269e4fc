"""Territories whose level is told once for several: 'UBND huyện Ba Tri 24 vụ, Bình Đại 19 vụ', 'các
xã còn nhiều hộ nghèo: Viễn Sơn 118 hộ', the rows 'Đông Cuông', 'Yên Hợp' under the heading 'Xã'."""

from __future__ import annotations

import re
from functools import cache

from ...lexicon import provinces
from ...vietnamese import UPPER
from .model import Figure, Sentence

_SYLLABLE = rf"[{UPPER}][\w'’]*"
_BARE = rf"(?P<name>{_SYLLABLE}(?:[ -]{_SYLLABLE}){{1,3}})"
# What is all that stands before a figure: ', Bình Đại ', ' và Thạnh Phú có ', '(Bến Tre '.
_OPENS = r"[\s,;:(]*(?:(?:và|còn|riêng|trong đó|gồm)\s+)*"
_LEAD = re.compile(rf"{_OPENS}{_BARE}\s*(?:là|có|còn|đạt|với|:|\()?\s*")
_RANKED = (
    r"(?:(?:(?:cao|thấp|nhiều|ít|lớn) nhất|tiếp đến|tiếp theo|kế đến|sau đó|đứng đầu|đứng cuối)"
    r"(?: là| thuộc về| tại| ở)?\s+)?"
)
_TERRITORY = re.compile(
    rf"{_OPENS}{_RANKED}"
    r"(?P<whose>(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố|[Tt]ỉnh|[Đđ]ặc khu)"
    rf" {_SYLLABLE}(?:[ -]{_SYLLABLE}){{0,3}})"
    r"\s*(?:(?:cao|thấp|nhiều|ít) nhất)?\s*(?:là|có|còn|đạt|chỉ đạt|với|:|\()?\s*"
)
_NAME = re.compile(_BARE)
# 'đứng sau Cần Thơ (86,3%)', 'các Chi cục: Hoa Lư (61 người)': behind no other name or level.
_BRACKETED = re.compile(
    rf"(?:^|[,;:]\s|(?<!\w)(?:và|còn|riêng|sau|trước|như|là|gồm|với|tại|ở|hơn|kém)\s){_BARE}\s*\(\s*$"
)
_LONGEST = 48  # characters of a bare name with what leads to it
_LEVEL = r"(?P<level>xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu)"
_LEVELS = re.compile(_LEVEL.replace("?P<level>", "?:"))
# 'Ủy ban nhân dân huyện Ba Tri', 'xã Viễn Sơn'
_OF_ONE = re.compile(rf"(?P<body>(?:.* )?){_LEVEL} (?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{0,3}})")
_PROVINCIAL = ("tỉnh", "thành phố")
# Before the names of several: 'các xã', '03 huyện', 'ba tỉnh', 'một số xã, thị trấn'.
_SEVERAL = re.compile(
    rf"(?<!\w)(?:các|những|một số|nhiều|\d{{1,3}}|hai|ba|bốn|sáu)(?: địa phương| đơn vị)?"
    rf"(?P<levels>(?:,? (?:và )?{_LEVEL.replace('?P<level>', '?:')})+)(?!\w)"
)
_HEADING = re.compile(
    rf"(?:tên |các |đơn vị |địa bàn )*(?P<levels>{_LEVEL.replace('?P<level>', '?:')}"
    rf"(?:(?:, | và |/| - |/ ){_LEVEL.replace('?P<level>', '?:')})*)"
)


def territory_before(sentence: Sentence, figure: Figure) -> str | None:
    """The territory that is all that stands before a figure: ', phường Long Xuyên ', 'Xã Tân Bình thấp
    nhất: '."""
    if _names_nothing(sentence, figure):
        return None
    named = _TERRITORY.fullmatch(sentence.text, figure.lead_start, figure.lead_end)
    return named["whose"] if named else None


def elided_owner(
    sentence: Sentence, figure: Figure, before: Figure | None, body: str
) -> str | None:
    """The agency or territory of a figure before which only a bare name stands; `body` is the whole
    text, which may tell the name's level."""
    if _names_nothing(sentence, figure):
        return None
    lead = _LEAD.fullmatch(sentence.text, figure.lead_start, figure.lead_end)
    bracketed = None if lead else _before_bracket(sentence, figure)
    lead = lead or bracketed
    if lead is None or any(
        n.start < lead.end("name") and lead.start("name") < n.end for n in sentence.names
    ):
        return None
    name = lead["name"]
    if before is not None and (beside := _like(before.agency or "", sentence, before, name)):
        return beside
    levels = _told_levels(sentence.low, lead.start("name"))
    if levels:
        return _at_level(name, levels, body)
    return _provinces().get(name) if bracketed or _tells_of_provinces(sentence.low) else None


def _names_nothing(sentence: Sentence, figure: Figure) -> bool:
    """Whether there are words before a figure, none of which is a name."""
    return sentence.text[figure.lead_start : figure.lead_end].islower()


def _tells_of_provinces(low: str) -> bool:
    """'Các địa phương tiếp nhận 1.245 hồ sơ; Hà Nội 145 hồ sơ'."""
    return "địa phương" in low or "cả nước" in low or "các tỉnh" in low


def _before_bracket(sentence: Sentence, figure: Figure) -> re.Match[str] | None:
    """The bare name before the bracket that a figure opens."""
    start, low = figure.lead_start, sentence.low
    if low[start - 1 : start] != "(" or low[start : figure.lead_end].strip():
        return None
    return _BRACKETED.search(sentence.text, max(start - _LONGEST, 0), start)


def listed_owner(sentence: Sentence, start: int, end: int, body: str) -> str | None:
    """The territory that is all a stretch names, of several whose level is told at its head: 'ba tỉnh
    Vĩnh Long', then 'Bến Tre'."""
    named = _NAME.search(sentence.text, start, end)
    if named is None or named.end() < len(sentence.text[:end].rstrip()):
        return None
    levels = _told_levels(sentence.low, named.start())
    before = sentence.low[start : named.start()].strip()
    if not levels or (before and _SEVERAL.fullmatch(before) is None):
        return None
    return _at_level(named["name"], levels, body)


def headed_territory(label: str, heading: str, body: str) -> str | None:
    """The territory that a bare label names under a heading that tells its level: 'Xã', 'Xã, thị trấn'."""
    levels = _HEADING.fullmatch(heading.lower())
    if levels is None or _NAME.fullmatch(label) is None:
        return None
    return _at_level(label, _LEVELS.findall(levels["levels"]), body)


def _like(owner: str, sentence: Sentence, before: Figure, name: str) -> str | None:
    """The owner before, with another name for that of its territory, where the sentence writes it."""
    one = _OF_ONE.fullmatch(owner)
    if one is None or f" {one['name']} " not in f" {sentence.text[: before.a]}":
        return None
    place = f"{one['level']} {name}"
    if one["level"] in _PROVINCIAL:
        place = _provinces().get(name, place)
    return f"{one['body']}{place}"


def _told_levels(low: str, end: int) -> list[str]:
    """The levels of the several territories last spoken of before a place."""
    told: list[str] = []
    for several in _SEVERAL.finditer(low, 0, end):
        told = _LEVELS.findall(several["levels"])
    return told


@cache
def _provinces() -> dict[str, str]:
    """Provinces and centrally run cities, with their level, by their bare names: as last called."""
    latest = sorted(provinces(), key=lambda row: row.valid_to or "9999")
    return {row.name: f"{row.kind} {row.name}" for row in latest}


def _at_level(name: str, levels: list[str], body: str) -> str:
    """A name with its level; of several possible the one with which the text names it elsewhere."""
    if "tỉnh" in levels and (province := _provinces().get(name)):
        return province
    if len(levels) > 1:
        for level in levels:
            if f"{level} {name}" in body or f"{level.capitalize()} {name}" in body:
                return f"{level} {name}"
    return f"{levels[0]} {name}"
