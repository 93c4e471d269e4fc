"""The lexicon's units and counted nouns, looked up where a phrase begins."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from ... import lexicon
from ...vietnamese import alternation

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
# Counted after a number, but too common inside phrases to be taken for what a heading counts.
_HARDLY_COUNTED = frozenset(
    ("số", "tổng", "bộ", "bản", "kết quả", "cấp", "ngày", "tổ", "kỳ", "điểm", "khối", "tỉnh", "huyện", "xã",
     "lần", "bước", "khoản", "điều", "khâu", "mức", "bằng", "nhà", "tin", "trang", "phòng", "mặt", "ban",
     "quý", "năm", "tháng", "sở", "ngành", "công", "hội", "nhóm", "loại", "tập", "mục", "giải",
     "bao", "cái", "chai", "chiếc", "gói", "hộp", "khẩu", "lọ", "thùng", "túi", "viên")
)  # fmt: skip


_END = r"(?![^\W⁰¹²³⁴-⁹])"  # a footnote's mark is no letter: 'triệu đồng³'


# No 'tuyến' of a road, no 'nước' of countries, no 'lượt' of visits, no 'việc' of tasks, no 'cơ sở';
# 'cấp Tổng cục 90, cấp Cục 40' are levels.
_NO_NOUN = (
    "trực tuyến", "nhà nước", "lần lượt", "thôi việc", "làm việc", "nghỉ việc", "mất việc",
    "trong nước", "ngoài nước", "cả nước", "đất nước", "cấp nước", "thoát nước", "nông thôn",
    "trung học cơ", "cấp cơ", "cấp tổng", "cấp tổng cục", "cấp cục", "cấp chi", "cấp chi cục",
)  # fmt: skip
# 'cấp thành phố 1.318, cấp quận, huyện 357, cấp xã, phường, thị trấn 187'
_LEVEL = r"(?:tỉnh|thành phố|thị xã|thị trấn|quận|huyện|xã|phường)"
_OF_LEVEL = re.compile(rf"(?<!\w)cấp (?:{_LEVEL}, )*{_LEVEL}$")
# 'Nghị quyết số 19-NQ/TW', 'theo quyết định của UBND tỉnh': a document cited, none counted.
_NUMBERED = re.compile(r" số \d")
_CITED = re.compile(
    r"(?:thực hiện|triển khai|theo|căn cứ|tại) (?:các )?(?:nghị quyết|nghị định|quyết định|thông tư|chỉ thị"
    r"|kết luận|kế hoạch|đề án|quy định|công văn|luật)$"
)
_LONGEST_CITING = 26
# What a word that also counts is part of: '450 bao', not 'bao gồm'.
_NO_COUNT = {
    "bao": r"(?! (?:gồm|phủ|quát|nhiêu|cấp|che|vây))",
    "bằng": r"(?! (?:văn bản|hình thức|tiền|nguồn))",
    "tập": r"(?! (?:trung|huấn|thể|quán))",
}


class Noun(Struct, frozen=True, gc=False):
    """A unit found in a text: its normal form, where it ends, whether it measures or counts."""

    unit: str
    end: int
    is_measure: bool


Entry = tuple[str, bool]  # unit, whether it is a measure


@cache
def _entries() -> dict[str, dict[str, Entry]]:
    """Surfaces in lower case, by their first word."""
    table: dict[str, dict[str, Entry]] = {}

    def add(surface: str, unit: str, is_measure: bool) -> None:
        low = surface.lower()
        if first := _WORD.match(low):
            table.setdefault(first[0], {})[low] = (unit, is_measure)

    for noun in lexicon.counted_nouns():
        for surface in (noun.noun, *noun.surfaces):
            add(surface, noun.noun, False)
    for unit in lexicon.units():
        if unit.kind != "count":
            add(unit.surface, unit.unit, True)
        elif unit.factor in ("", "1"):  # 'triệu lượt' is read as a scale and a noun
            add(unit.surface, unit.unit, False)
    return table


@cache
def symbols() -> frozenset[str]:
    """Units of one or two letters, whose case tells them apart: 'g' weighs, 'G' is a network."""
    return frozenset(unit.surface for unit in lexicon.units() if len(unit.surface) < 3)


@cache
def _pattern(first: str) -> re.Pattern[str]:
    """The surfaces that begin with a word."""
    return re.compile(alternation(_entries()[first], " ") + _END + _NO_COUNT.get(first, ""))


def noun_at(low: str, position: int) -> Noun | None:
    """The longest unit or counted noun that starts at a position of a text in lower case.

    >>> noun_at('đơn vị sự nghiệp công lập', 0)
    Noun(unit='đơn vị', end=25, is_measure=False)
    """
    word = _WORD.match(low, position)
    first = word[0] if word else ""
    surfaces = _entries().get(first)
    if surfaces is None:
        return None
    surface = _pattern(first).match(low, position)
    if surface is None:
        return None
    unit, is_measure = surfaces[surface[0]]
    return Noun(unit, surface.end(), is_measure)


def noun_in(low: str, start: int = 0, end: int | None = None) -> str | None:
    """The first counted noun inside a phrase ('số hồ sơ đang giải quyết' -> 'hồ sơ')."""
    entries = _entries()
    for word in _WORD.finditer(low, start, len(low) if end is None else end):
        if word[0] in entries:
            noun = noun_at(low, word.start())
            if (
                noun
                and not noun.is_measure
                and noun.unit not in _HARDLY_COUNTED
                and low[word.start() : noun.end] not in _HARDLY_COUNTED
                and not low.endswith(_NO_NOUN, start, word.end())
                and not _OF_LEVEL.search(low, start, noun.end)
                and not _NUMBERED.match(low, noun.end)
                and not _CITED.search(low, max(noun.end - _LONGEST_CITING, start), noun.end)
            ):
                return noun.unit
    return None
