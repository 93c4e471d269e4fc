"""Territories as they qualify a name: 'tỉnh Khánh Hòa', 'TP. Nha Trang', 'huyện', 'Hà Nội'."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from ...lexicon import provinces
from ...vietnamese import UPPER
from .bounds import NOT_IN_NAMES, SURNAMES
from .patterns import CAPITAL, END, Phrases, phrase_key
from .surroundings import follows_office

Tier = Literal["province", "district", "commune"]

# What a level is written as, folded and without its dot.
_KINDS = {
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
    "thị xã": "thị xã",
    "tx": "thị xã",
    "quận": "quận",
    "q": "quận",
    "huyện": "huyện",
    "huyện đảo": "huyện",
    "h": "huyện",
    "phường": "phường",
    "p": "phường",
    "xã": "xã",
    "x": "xã",
    "thị trấn": "thị trấn",
    "đặc khu": "đặc khu",
}
_TIERS: dict[str, Tier] = {
    "tỉnh": "province",
    "thị xã": "district",
    "quận": "district",
    "huyện": "district",
    "phường": "commune",
    "xã": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
# (Each after its first letter: most words that follow a name have another.)
_KIND = (
    r"(?P<kind>(?:[tT](?i:ỉnh(?!\s+(?:ủy|đoàn|lỵ))|hành\s+phố|hị\s+(?:xã|trấn))|[qQ](?i:uận)|"
    rf"[hH](?i:uyện(?:\s+đảo(?=\s+[{UPPER}]))?(?!\s+(?:ủy|đoàn|lỵ)))|[pP](?i:hường(?!\s+hội))|"
    rf"[xX](?i:ã(?!\s+hội))|[đĐ](?i:ặc\s+khu)){END}|T[Pp]{END}\.?|TX{END}\.?|[QHPX]\.)"
)
# 'UBND huyện, thị xã, thành phố', 'UBND xã/phường': levels, not one body.
_LEVELS_FOLLOW = re.compile(
    r"\s*(?:[,/;-]|và|hoặc|hay)\s*(?:thị\s+xã|thành\s+phố|phường|thị\s+trấn|quận|huyện|xã|đặc\s+khu|"
    rf"TP|TX){END}(?!\s+[{UPPER}])"
)
_CENTRAL_CITY = frozenset(("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế"))


class Territory(Struct, frozen=True, gc=False):
    """A unit of local government; `name` is empty where only its level is written."""

    kind: str
    name: str = ""

    @property
    def full(self) -> str:
        """'tỉnh Khánh Hòa'; the level alone where there is no name."""
        return f"{self.kind} {self.name}".rstrip()

    @property
    def tier(self) -> Tier:
        """The level of government; a city without a known name counts as a district."""
        if self.kind == "thành phố":
            return "province" if self.name.casefold() in _CENTRAL_CITY else "district"
        return _TIERS[self.kind]

    @classmethod
    def read(cls, full: str) -> Territory | None:
        """The territory of a full name, such as a context gives.

        >>> Territory.read('thành phố Nha Trang')
        Territory(kind='thành phố', name='Nha Trang')
        """
        match = re.match(rf"{_KIND}\s+(?P<name>.+)", full)
        if not match:
            return None
        return cls(_kind(match["kind"]), match["name"])


class Qualifier(Struct, frozen=True, gc=False):
    """A territory found after a name and where it ends.

    `plural`: it stands for many ('UBND huyện, thị xã'); `bare`: its level is not written.
    """

    territory: Territory
    end: int
    plural: bool = False
    bare: bool = False


# Alone this is the person: 'Đoàn TNCS Hồ Chí Minh tỉnh'; the city is written with its kind.
_PERSON = "hồ chí minh"


@cache
def _provinces() -> dict[str, Territory]:
    """Names and other spellings of provinces, with and without their kind, by key."""
    known: dict[str, Territory] = {}
    for row in provinces():
        territory = Territory(row.kind, row.name)
        for alias in (row.name, *row.aliases, territory.full):
            known.setdefault(phrase_key(alias), territory)
    return known


@cache
def _named_alone() -> Phrases:
    """Provinces as they may be named without their level."""
    names = {name for row in provinces() for name in (row.name, *row.aliases)}
    return Phrases(name for name in names if phrase_key(name) != _PERSON)


@cache
def _named() -> Phrases:
    """Provinces as they may be named after their level."""
    return Phrases({name for row in provinces() for name in (row.name, *row.aliases)})


# (The capital first: most words have none, and need not be compared with each of the others.)
_WORD = f"(?=[{UPPER}])(?!{NOT_IN_NAMES}){CAPITAL}"
_LEVEL = re.compile(
    rf"\s+{_KIND}(?:[ ]?(?P<words>Phan Rang\s*-\s*Tháp Chàm|{_WORD}(?:[ ]{_WORD}){{0,5}})|"
    r"\s+(?P<number>(?:số\s+)?\d{1,2}(?![\w/]|[.,]\d)))?"
)
# What a level may begin with behind a blank, or more blanks before it.
_LEVEL_OPENS = frozenset("tTqQhHpPxXđĐ \n\t")
_NEXT_WORD = re.compile(rf"\s*(?=[{UPPER}])")


@lru_cache(maxsize=4096)
def _place_words(words: str, kind: str, after_office: bool) -> str:
    """The part of a run of capitalised words that names a place; '' where a person is named.

    >>> _place_words('Nha Trang Nguyễn Sỹ Khánh', 'thành phố', False)
    'Nha Trang'
    >>> _place_words('Lê Hữu Hoàng', 'tỉnh', True)
    ''
    """
    parts = words.split()
    if "-" in parts:
        return words
    if kind == "tỉnh" and len(parts) == 1:
        return ""
    for i in (2, 3, 1, 0):  # most places have two syllables, most persons three
        is_person = len(parts) - i >= 3 and parts[i].capitalize() in SURNAMES
        if is_person and (i > 0 or after_office or kind in ("tỉnh", "thành phố")):
            return " ".join(parts[:i])
    return "" if len(parts) > 4 else words


def district_kind(core: str) -> str:
    """The kind of the territory of a committee or union of a district: 'Thị ủy' -> 'thị xã'."""
    kinds = {"Thành": "thành phố", "Thị": "thị xã", "Quận": "quận"}
    return next((kind for word, kind in kinds.items() if f"{word} " in f"{core} "), "huyện")


_WORDS = re.compile(rf"[ ](?P<words>{CAPITAL}(?:[ ]{CAPITAL}){{0,4}})")


def read_place(text: str, position: int, start: int | None = None) -> tuple[str, int] | None:
    """A place right after a name that is written without a level: 'Huyện ủy Diên Khánh'.

    `start` is where the name begins: after an office a person's name may follow.
    """
    match = _WORDS.match(text, position)
    if match is None:
        return None
    after_office = start is not None and follows_office(text, start)
    words = _place_words(match["words"], "thành phố" if after_office else "huyện", after_office)
    if not words:
        return None
    return words.title() if words.isupper() else words, position + 1 + len(words)


def read_qualifier(text: str, position: int, start: int | None = None) -> Qualifier | None:
    """The territory right after a name: a province, or a level and, where written, its name.

    `start` is where the name begins: after an office ('Chủ tịch UBND xã') a person's name may
    follow.
    """
    opening = text[position + 1 : position + 2]
    if opening.isupper() and (found := _named_alone().longest(text, position + 1)):
        return Qualifier(_provinces()[found[1]], found[0], bare=True)
    if opening not in _LEVEL_OPENS:
        return None
    match = _LEVEL.match(text, position)
    if match is None:
        return None
    kind = _kind(match["kind"])
    end = match.end("kind")
    if (next_word := _NEXT_WORD.match(text, end)) and (
        found := _named().longest(text, next_word.end())
    ):
        # the kind as written: 'thành phố Hòa Bình' is the capital of tỉnh Hòa Bình
        return Qualifier(Territory(kind, _provinces()[found[1]].name), found[0])
    if match["number"] and kind in ("quận", "phường"):
        return Qualifier(Territory(kind, match["number"].removeprefix("số").strip()), match.end())
    if match["words"]:
        after_office = start is not None and follows_office(text, start)
        words = _place_words(match["words"], kind, after_office)
        if words:
            name = words.title() if words.isupper() else words
            return Qualifier(Territory(kind, name), match.start("words") + len(words))
    return Qualifier(_nameless(kind), end, _LEVELS_FOLLOW.match(text, end) is not None)


@cache
def _nameless(kind: str) -> Territory:
    return Territory(kind)


@lru_cache(maxsize=256)
def _kind(written: str) -> str:
    return _KINDS[phrase_key(written.rstrip("."))]
