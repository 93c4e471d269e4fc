"""Acts cited by name: 'Luật Đất đai năm 2024', 'Bộ luật Dân sự', 'Hiến pháp'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from .. import lexicon
from ..vietnamese import fold
from .identity import UNKNOWN, Key, number_key, register_key, slug, year_in_number

# What follows the name: '(sửa đổi)', 'năm 2024', '2020', 'ngày 14 tháng 6 năm 2005',
# 'số 31/2024/QH15'.
_TAIL = re.compile(
    r"\s*(?:\((?:sửa đổi|hợp nhất)[^)]*\)"
    r"|,?\s+(?:số \d|ngày \d|của (?:quốc hội|ủy ban thường vụ|nước)|được ).*"
    r"|,?\s+(?:năm )?(?:19|20)\d\d)\s*$"
)
_YEAR = re.compile(r"(?:năm |/|-|\s)((?:19|20)\d\d)\b")
# A law comes into force well within this many years of being passed; after that the law it
# replaced is no longer meant by the bare name.
_YEARS_TO_FORCE = 2


class Act(Struct, frozen=True):
    """What the lexicon knows of an act cited by name."""

    target: str
    name: str
    number: str | None
    doc_type: str
    issuer: str
    date: str | None
    year: int
    replaced_by: str | None


def act_name(text: str) -> str:
    """The bare folded name in a mention of an act.

    >>> act_name('Luật Giao dịch điện tử (sửa đổi) ngày 22/6/2023')
    'luật giao dịch điện tử'
    """
    name, before = fold(text), ""
    while name != before:
        name, before = _TAIL.sub("", name), name
    return name


def act_year(text: str, date: str | None) -> str:
    """The year that a mention of an act gives, in its words or by its date; '?' if none."""
    if found := _YEAR.search(fold(text)):
        return found[1]
    return date[:4] if date else UNKNOWN


def passed_by(acts: Sequence[Act], written: str) -> tuple[Act, ...]:
    """Those of `acts` that were passed by a day, month or year."""
    return tuple(act for act in acts if (act.date or str(act.year))[: len(written)] <= written)


_KINDS = ("Bộ luật", "Hiến pháp", "Pháp lệnh")
_ISSUERS = (
    ("pháp lệnh", "Ủy ban Thường vụ Quốc hội"),
    ("", "Quốc hội"),
)


def issuer_of(name: str) -> str:
    """Who passes an act so named.

    >>> issuer_of('pháp lệnh ngoại hối'), issuer_of('bộ luật lao động')
    ('Ủy ban Thường vụ Quốc hội', 'Quốc hội')
    """
    return next(issuer for head, issuer in _ISSUERS if name.startswith(head))


class Acts:
    """Acts by name and by target.  `Acts.of_lexicon()` is the table that ships with the package."""

    __slots__ = ("_by_name", "_by_number", "_by_target")

    def __init__(self, laws: Iterable[lexicon.Law]) -> None:
        self._by_name: dict[str, list[Act]] = {}
        self._by_target: dict[str, Act] = {}
        self._by_number: dict[str, Act] = {}
        for law in laws:
            act = _act(law)
            for name in dict.fromkeys(map(act_name, (law.name, *law.aliases))):
                self._by_name.setdefault(name, []).append(act)
            self._by_target.setdefault(act.target, act)
            if act.number:
                self._by_number.setdefault(act.number, act)

    @classmethod
    def of_lexicon(cls) -> Acts:
        """The acts of the lexicon, built once."""
        return _of_lexicon()

    def known(self, target: str) -> Act | None:
        """The act that a target stands for, if the lexicon has it."""
        return self._by_target.get(target)

    def named(self, name: str, year: str) -> tuple[Act, ...]:
        """The acts of that folded name, and of that year unless it is '?'; oldest first."""
        found = self._by_name.get(name, ())
        return tuple(
            sorted(
                (act for act in found if year in (UNKNOWN, str(act.year))), key=lambda act: act.year
            )
        )

    def in_force(self, acts: Sequence[Act], written: str | None) -> tuple[Act, ...]:
        """Those of `acts`, which share a name, that a document can mean by that name.

        `written` is the day, month or year of the document (ISO).  Not meant are acts passed later,
        and acts whose successor must have been in force by then.
        """
        if written is None:
            return tuple(acts)
        passed = passed_by(acts, written)
        return tuple(act for act in passed if not self._is_past(act, passed, int(written[:4])))

    def _is_past(self, act: Act, namesakes: Iterable[Act], year: int) -> bool:
        later = [other for other in namesakes if other.year > act.year]
        if renamed := self._by_number.get(act.replaced_by or ""):
            later.append(renamed)
        return any(successor.year + _YEARS_TO_FORCE <= year for successor in later)


@cache
def _of_lexicon() -> Acts:
    return Acts(lexicon.laws())


def _act(law: lexicon.Law) -> Act:
    name = act_name(law.name)
    issuer = issuer_of(name)
    year = law.year or (law.date or "")[:4]
    return Act(
        target=named_key(name, year, law.number or None).target,
        name=law.name,
        number=law.number or None,
        doc_type=next((kind for kind in _KINDS if name.startswith(kind.lower())), "Luật"),
        issuer=issuer,
        date=law.date or None,
        year=int(year),
        replaced_by=law.replaced_by or None,
    )


def named_key(name: str, year: str, number: str | None = None) -> Key:
    """The key of an act: by its number where that is known, else by its name."""
    issuer = issuer_of(name)
    if number is None:
        return Key(slug(name), slug(issuer), year)
    own_year = year_in_number(number) or year
    return Key(number_key(number, None, None, own_year), register_key(number, issuer), own_year)
