"""The territories of one document: those of its context, and those named so far."""

from __future__ import annotations

from ...reading import Context
from .territory import Territory, Tier

_UPWARDS: dict[str, tuple[Tier, ...]] = {
    "commune": ("commune", "district", "province"),
    "district": ("district", "province"),
    "province": ("province",),
}


class Places:
    """What a level of government without a name stands for in a document."""

    def __init__(self, context: Context) -> None:
        self.level = context.level
        self._by_tier: dict[Tier, Territory | None] = {
            "province": Territory.read(context.province or ""),
            "district": Territory.read(context.district or ""),
            "commune": Territory.read(context.commune or ""),
        }
        # the territory of the issuer's own level; none for a central body
        tiers = _UPWARDS.get(context.level, ())
        self.own = next((t for tier in tiers if (t := self._by_tier[tier])), None)
        self._of_kind = self._kinds()
        self._named: dict[str, Territory] = {}  # the last of each kind
        self._by_name: dict[str, Territory] = {}  # those below the province

    def _kinds(self) -> dict[str, Territory]:
        """What each level means here: first the issuer's own, then from the nearest upwards."""
        kinds: dict[str, Territory] = {}
        order = (self.own, *(self._by_tier[t] for t in ("district", "province", "commune")))
        for territory in order:
            if territory:
                kinds.setdefault(territory.kind, territory)
        if province := self._by_tier["province"]:
            kinds.setdefault("tỉnh", province)
        return kinds

    def at(self, tier: Tier) -> Territory | None:
        """The document's territory at a tier."""
        return self._by_tier[tier]

    def tier(self, territory: Territory) -> Tier:
        """The tier of a territory; a city that is the document's province counts as one."""
        province = self._by_tier["province"]
        return "province" if territory is province or territory == province else territory.tier

    def resolve(self, written: Territory) -> Territory:
        """A territory as written, with the name that its level has in this document."""
        if written.name:
            self.note(written)
            return written
        return self._of_kind.get(written.kind) or self._named.get(written.kind) or written

    def note(self, named: Territory) -> None:
        """Remember a territory that the text names with its level."""
        if named.tier != "commune":
            self._named[named.kind] = named
        if named.tier == "district":
            self._by_name.setdefault(named.name.casefold(), named)

    def district(self, name: str) -> Territory | None:
        """The district of a bare name that the text named with its level before."""
        return self._by_name.get(name.casefold())

    def by_name(self, words: str) -> tuple[Territory, int] | None:
        """The territory of this document that a run of words begins with, and its length."""
        words = words.casefold()
        for territory in (*self._by_tier.values(), *self._named.values()):
            if territory and territory.name and words.startswith(territory.name.casefold()):
                return territory, len(territory.name)
        return None

    def city(self) -> Territory | None:
        """The city of 'Thành ủy': the one that the province is, or one inside it."""
        candidates = (self.own, self._by_tier["district"], self._by_tier["province"])
        own = next((t for t in candidates if t and t.kind == "thành phố"), None)
        return own or self._named.get("thành phố")
