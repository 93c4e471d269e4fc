"""Issuers by the codes in document numbers, in the context of one document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from ...lexicon import issuer_name, read_number
from ...reading import Context
from ...records import AgencyMention
from ...vietnamese import initials

_HEADS = ("Sở", "Trung tâm", "Ban", "Văn phòng", "Chi cục", "Phòng", "Cục", "Trường")


class IssuerBook:
    """Issuers of one document's citations: agencies by initials, issuers by number."""

    def __init__(self, context: Context, agencies: Sequence[AgencyMention]) -> None:
        self._context = context
        self._names = dict.fromkeys(a.name for a in agencies if a.name and not a.anaphor)

    @cached_property
    def _by_initials(self) -> dict[str, str]:
        """Codes that the document's own agencies may have; made when a code is in no table."""
        found: dict[str, str] = {}
        for name in self._names:
            for short in self._codes(name):
                found.setdefault(short, name)
        return found

    def _codes(self, name: str) -> list[str]:
        """Codes that may stand for a name: its initials with and without head and territory."""
        territory = self._context.province or ""
        bare = name.removesuffix(territory).strip() if territory else name
        codes = [initials(bare)]
        for head in _HEADS:
            if bare.startswith(head + " "):
                codes.append(initials(bare[len(head) :]))
        return [code for code in codes if len(code) > 1]

    def of_number(self, number: str) -> str | None:
        """The issuer that a number's code names here; joint issuers joined with '; '."""
        code = read_number(number)
        if code is None or not code.issuers:
            return None
        names = [self._of_code(issuer, code.system) for issuer in code.issuers]
        known = [name for name in names if name]
        return "; ".join(dict.fromkeys(known)) if len(known) == len(names) else None

    def _of_code(self, code: str, system: str) -> str | None:
        template = issuer_name(code, system, self._context.level, self._context.date)
        if template is not None:
            name = self._context.fill(template)
            return self._named_instead(code, system, name) or name
        return self._by_initials.get(code.replace("&", "").replace(".", "").upper())

    def _named_instead(self, code: str, system: str, name: str) -> str | None:
        """The one body with that code that the document names, where it never names the usual one.

        'BVĐK' is the province's hospital, but in a report on the hospital of a district that one.
        """
        if name in self._names or name.startswith(_OF_EVERY_PROVINCE):
            return None
        others = {other for other in self._names if other.startswith(_heads(code, system))}
        return others.pop() if len(others) == 1 else None

    def names(self, number: str, name: str) -> bool:
        """Whether a number's code can stand for that body, of whatever level and place."""
        code = read_number(number)
        if code is None or not code.issuers:
            return False
        plain = _OFFICE_OF_PARTY.sub("Tỉnh ủy ", name) if code.system == "party" else name
        return any(
            plain.startswith(head)
            for issuer in code.issuers
            for head in _heads(issuer, code.system)
        )


# Of these each document has its own; another's is named only in passing.
_OF_EVERY_PROVINCE = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Sở ", "Tỉnh ủy", "Thành ủy", "Bộ ", "Chính phủ",
                      "Thủ tướng", "Quốc hội", "Ban Chấp hành Trung ương", "Ủy ban Thường vụ")  # fmt: skip

# The committee of the Party speaks through these: 'Ban Thường vụ Tỉnh ủy', 'Đảng bộ tỉnh'.
_OFFICE_OF_PARTY = re.compile(
    r"^(?:Ban Thường vụ |Thường trực )(?=\w+ ủy)|^(?:Ban Chấp hành )?Đảng bộ tỉnh "
)
_LEVELS = ("central", "province", "district", "commune")


@lru_cache(maxsize=2048)
def _heads(code: str, system: str) -> tuple[str, ...]:
    """How the names begin that a code may stand for: 'UBND' -> 'Ủy ban nhân dân'."""
    templates = {issuer_name(code, system, level) for level in _LEVELS}
    return tuple(template.partition("{")[0].strip() for template in templates if template)
