"""From what is written to the full name: territories and short names resolved in a document."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ...reading import Context
from ...vietnamese import strip_tones
from .gazetteer import Completion, Known
from .heads import Scope
from .places import Places
from .territory import Territory, Tier

_COMMITTEE = re.compile(r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy .+")


_OF_A_CITY = ("Thành ủy", "Thành đoàn")
# Bodies outside the administration bear the name of a place as they write it.
_NAMED_AS_WRITTEN = frozenset(("press", "public-service", "enterprise"))


class Named(Struct, frozen=True, gc=False):
    """An organisation: its full name, the id made of it, its level."""

    name: str
    agency_id: str
    level: str | None


@lru_cache(maxsize=8192)
def named(name: str, level: str | None) -> Named:
    """An organisation by its full name; the id is a slug that does not change with spelling.

    >>> named('Sở Nội vụ tỉnh Khánh Hòa', 'province').agency_id
    'so-noi-vu-tinh-khanh-hoa'
    """
    return Named(name, re.sub(r"[^a-z0-9]+", "-", strip_tones(name)).strip("-"), level)


class Resolver:
    """Full names of the organisations of one document.

    A level below the province that cannot be resolved ('UBND huyện' in a report of a province)
    names no one body; `lenient` gives its name without the territory's.
    """

    def __init__(self, context: Context, *, lenient: bool = False) -> None:
        self.places = Places(context)
        self._issuer = context.issuer
        self._month = context.date[:7] if context.date else f"{context.year or 2024}-12"
        self._lenient = lenient
        self._done: dict[tuple[Known, Territory, bool], Named] = {}

    def committee(self) -> str | None:
        """The committee of the Party whose document this is: 'Tỉnh ủy Khánh Hòa'."""
        found = _COMMITTEE.search(self._issuer or "")
        return found[0] if found else None

    def is_one(self, territory: Territory) -> bool:
        """Whether a resolved territory is one, not a level of many."""
        return bool(territory.name) or self._lenient or territory.kind == "tỉnh"

    def local(self, known: Known, territory: Territory, *, bare: bool = False) -> Named:
        """The full name of a body of the lexicon in a resolved territory.

        `bare`: the territory is written without its level ('Sở Nội vụ Hà Nội').
        """
        key = (known, territory, bare)
        done = self._done.get(key)
        if done is None:
            completion = known.at(self.places.tier(territory))
            if bare and completion.level in _NAMED_AS_WRITTEN:
                completion = replace(completion, form="bare")
            done = self._done[key] = self._complete(completion, territory)
        return done

    def alone(self, known: Known) -> Named | None:
        """The full name of a body of the lexicon that is written without a territory.

        None where it names no one body so.
        """
        if known.alone == "never":
            return None
        if known.alone == "whole":
            whole = known.whole or known.at("province")
            if known.head == "Phòng":
                return self._part_of_issuer(whole.core, whole.level)
            return self._in_ministry(known.head, whole.core, whole.level)
        if known.central_after and self._month > known.central_after:
            return named(known.at("province").core, "central-dept")
        territory = self._default(known, known.alone)
        if territory is not None:
            return self.local(known, territory)
        if not self._lenient and "province" not in known.by_tier:
            return None  # 'Huyện ủy' in a report of a province is one of many
        completion = known.at("province")
        return named(completion.core, completion.level)

    def _default(self, known: Known, tier: Tier | Literal["unit"]) -> Territory | None:
        """The territory of a name written without one."""
        own = self.places.own
        if tier == "unit":
            if own and self.places.tier(own) in known.by_tier:
                return own
            tier = "province" if "province" in known.by_tier else next(iter(known.by_tier))
        if known.at(tier).core.endswith(_OF_A_CITY):
            return self.places.city()
        return self.places.at(tier)

    def _complete(self, completion: Completion, territory: Territory) -> Named:
        place = territory.name if completion.form == "bare" and territory.name else territory.full
        if place == "Hồ Chí Minh":  # alone it is the person
            place = "Thành phố Hồ Chí Minh"
        level = completion.level
        if level in ("province", "district", "commune"):
            level = self.places.tier(territory)
        return named(f"{completion.core} {place}", level)

    def unlisted(
        self, core: str, scope: Scope, territory: Territory | None, *, proper: bool
    ) -> Named:
        """The full name of a body that the lexicon does not list."""
        if territory is not None:
            return named(f"{core} {territory.full}", self.places.tier(territory))
        if scope == "owner":
            return self._part_of_issuer(core)
        if proper or scope == "none":
            return self._in_ministry(core.split()[0], core, None)
        own = self.places.at("province") if scope == "province" else self.places.own
        if own is None:
            is_central = self.places.level == "central"
            return self._part_of_issuer(core) if is_central else named(core, None)
        return named(f"{core} {own.full}", self.places.tier(own))

    def _part_of_issuer(self, core: str, level: str | None = None) -> Named:
        """A unit inside the issuer's own house: 'Phòng Nội vụ' of a district, of a department."""
        own = self.places.own
        if own and self.places.level in ("district", "commune"):
            return named(f"{core} {own.full}", self.places.tier(own))
        if self._issuer and not self._issuer.startswith(("Ủy ban nhân dân", "Hội đồng nhân dân")):
            return named(f"{core} {self._issuer}", level)
        return named(core, level)

    def _in_ministry(self, head: str, core: str, level: str | None) -> Named:
        """Every ministry and general department has its 'Vụ Pháp chế': in their documents it is theirs."""
        if head == "Vụ" and self._issuer and self._issuer.startswith(("Bộ ", "Tổng cục ")):
            return named(f"{core} {self._issuer}", level)
        return named(core, level)
