"""Organisations known by name: the lexicon's tables as one look-up.

A row of the lexicon is a surface and a template, such as 'UBND huyện' and 'Ủy ban nhân dân {huyện}'.
Here the level at the end of a surface is cut off and the rows of one core are put together, so that
'UBND' goes with any territory that the text or its context gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from ...lexicon import agencies, issuers, sectors
from .heads import HEADS
from .patterns import Phrases, phrase_key
from .terms import phrases
from .territory import Tier

# How a territory completes a name: in full ('tỉnh Khánh Hòa') or by its bare name.
Form = Literal["full", "bare"]
# Which tier completes a name that is written without a territory: 'unit' is the document's own,
# 'whole' needs none, 'never' says nothing without one ('Công an').
Alone = Literal["province", "district", "commune", "unit", "whole", "never"]

_PLACES: dict[str, tuple[Tier, Form]] = {
    "{tỉnh}": ("province", "full"),
    "{tên}": ("province", "bare"),
    "{huyện}": ("district", "full"),
    "{tên huyện}": ("district", "bare"),
    "{xã}": ("commune", "full"),
}
_TEMPLATE = re.compile(r"(?P<core>.+?)\s*(?P<place>\{[^}]+\})$")
_LEVEL = re.compile(
    r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu)$", re.IGNORECASE
)
# 'UBND TP': the grammar of territories reads the city; 'Sở TP' is the department of justice.
_CITY = re.compile(r"\sT[PX]\.?$")
_CENTRAL_AFTER = re.compile(r"after (\d{4}-\d{2}) bare")
# Heads of the sectors table whose names follow the head alone; the other rows need an owner or a
# grammar of their own.
_SECTOR_HEADS = ("Sở", "Bộ", "Phòng", "Tổng cục", "Cục", "Chi cục", "Vụ", "Trung tâm")

# Codes and words of the lexicon that stand for an agency in numbers only, or that mean other things.
_NOT_IN_TEXT = frozenset(
    phrases(
        """
        CP | QH | TU | TTg | CTN | BCT | BTC | BTP | BBT | TTT | TTr | CTK | TP | PC | UB | IOC | KTV | CA | HND |
        A05 | A08 | TT | BCHĐB | PC06 | PC07 | PC08 | Thuế | Báo | Mặt trận | Đảng bộ | Chi bộ
        """
    )
)
# Cores, as keys, that name a trade, a force or a building unless a territory follows.
_NEVER_ALONE = frozenset(
    phrases(
        """
        công an | thanh tra | thống kê | thuế | bưu điện | điện lực | viễn thông | kho bạc | tòa án | phòng |
        đoàn thanh niên | bảo tàng | thư viện | thi hành án dân sự | thads | bệnh viện đa khoa |
        bộ đội biên phòng | bđbp
        """
    )
)
# Beginnings of keys of bodies that exist once at each level and are named without it there.
_ALONE = phrases(
    """
    hội | hiệp hội | liên đoàn lao động | lđlđ | liên minh | liên hiệp | tòa án nhân dân | tand |
    viện kiểm sát | vksnd | ủy ban | ubmttq | văn phòng | vp | vpubnd | bộ chỉ huy | bchqs | ban chỉ huy |
    trạm y tế | đảng ủy | thường trực | ban thường trực | đoàn đại biểu
    """
)


class Completion(Struct, frozen=True):
    """The full name at one tier: its core, the form of the territory, the level of the body."""

    core: str
    form: Form
    level: str


class Known:
    """What the lexicon says of one core: its completions, and what it is when it stands alone."""

    __slots__ = ("alone", "by_tier", "central_after", "head", "takes_territory", "whole")

    def __init__(self, head: str) -> None:
        self.head = head
        self.by_tier: dict[Tier, Completion] = {}
        self.whole: Completion | None = None
        self.alone: Alone = "never"
        # from this month on the name alone is a central body ('Cục Thuế' since 2025-03)
        self.central_after: str | None = None
        # whether a territory after the core belongs to the name
        self.takes_territory = False

    def at(self, tier: Tier) -> Completion:
        """The completion at a tier; of another tier where the lexicon has none for this one."""
        found = self.by_tier.get(tier) or next(iter(self.by_tier.values()), None) or self.whole
        if found is None:
            raise LookupError(f"the lexicon has no name for {self.head!r}")
        return found


class Row(Struct, frozen=True):
    """One surface, its template, and how it was found."""

    surface: str
    template: str
    level: str
    note: str = ""


def _rows() -> Iterator[Row]:
    for agency in agencies():
        is_city = _CITY.search(agency.surface) and agency.surface.split()[0] not in HEADS
        if agency.note != "office-holder" and not is_city:
            yield Row(agency.surface, agency.name, agency.level, agency.note)
    for issuer in issuers():
        if issuer.level == "drafting-unit":
            continue
        name = issuer.name.partition(" (")[0]
        surface, found = name, _TEMPLATE.match(name)
        if found:
            surface = found["core"]
        if "{" not in surface and (not found or found["place"] in _PLACES):
            yield Row(surface, name, issuer.level)
    for sector in sectors():
        if sector.head in _SECTOR_HEADS:
            scope = HEADS[sector.head].scope
            place = {"province": " {tỉnh}", "unit": " {tỉnh}"}.get(scope, "")
            level = {"province": "province-dept", "none": "central-dept"}.get(
                scope, "public-service"
            )
            for name in (sector.sector, *sector.abbreviations):
                template = f"{sector.head} {sector.sector}{place}"
                yield Row(f"{sector.head} {name}", template, level)


def _head_of(core: str) -> str:
    """The longest head word that a core begins with; the core itself where there is none."""
    words = core.split()
    for count in range(min(4, len(words)), 0, -1):
        if head := _heads().get(phrase_key(" ".join(words[:count]))):
            return head
    return core


@cache
def _heads() -> dict[str, str]:
    return {phrase_key(head): head for head in HEADS}


@cache
def known_names() -> dict[str, Known]:
    """All cores of the lexicon, by key."""
    known: dict[str, Known] = {}
    for row in _rows():
        if row.surface in _NOT_IN_TEXT:
            continue
        found = _TEMPLATE.match(row.template)
        level = _LEVEL.search(row.surface) if found or row.surface[:4] == "UBND" else None
        surface = row.surface[: level.start()] if level else row.surface
        if level is None and _is_for_the_grammar(surface, row.template):
            continue
        core = found["core"] if found else row.template
        entry = known.setdefault(phrase_key(surface), Known(_head_of(core)))
        _add(entry, row, found, has_level=level is not None)
    for key, entry in known.items():
        _settle(key, entry, known)
    return known


def _is_for_the_grammar(surface: str, template: str) -> bool:
    """A bare head, or a body of one ('Văn phòng Sở'), which only the document can complete."""
    if surface in HEADS:
        return HEADS[surface].body != "owner" or "{" not in template
    return template.split()[-1] in HEADS


def _add(entry: Known, row: Row, found: re.Match[str] | None, *, has_level: bool) -> None:
    if found is None:
        entry.whole = entry.whole or Completion(row.template, "full", row.level)
        return
    tier, form = _PLACES[found["place"]]
    entry.by_tier.setdefault(tier, Completion(found["core"], form, row.level))
    if not has_level and entry.alone == "never":
        entry.alone = tier
    if after := _CENTRAL_AFTER.search(row.note):
        entry.central_after = after[1]


def _settle(key: str, entry: Known, known: dict[str, Known]) -> None:
    """Decide what a core means alone once all its rows are known."""
    if entry.whole and not entry.by_tier and (full := known.get(phrase_key(entry.whole.core))):
        entry.by_tier = (
            full.by_tier
        )  # 'Mặt trận Tổ quốc Việt Nam' goes with what its full name does
    tiers = entry.by_tier
    entry.takes_territory = bool(tiers)
    if entry.whole and not tiers:
        entry.alone = "whole"
    elif entry.whole and entry.whole.core != next(iter(tiers.values())).core:
        entry.alone = "whole"  # 'Ngân hàng Nhà nước' alone is the central bank
    elif key in _NEVER_ALONE:
        entry.alone = "never"
    elif entry.whole or (entry.alone != "never" and len(tiers) > 1):
        entry.alone = "unit"
    elif entry.alone == "never" and _may_stand_alone(key, entry.head):
        entry.alone = next(iter(tiers)) if len(tiers) == 1 else "unit"


def _may_stand_alone(key: str, head: str) -> bool:
    scope = HEADS[head].scope if head in HEADS and phrase_key(head) != key else "none"
    return scope in ("province", "district", "unit") or key.startswith(_ALONE)


@cache
def known_phrases() -> Phrases:
    """Every known core and every head word."""
    known = known_names()
    surfaces = {row.surface for row in _rows()}
    cores = {_LEVEL.sub("", surface) for surface in surfaces}
    return Phrases([*(s for s in surfaces | cores if phrase_key(s) in known), *HEADS])
