"""Acts cited by name: 'Luật Đất đai năm 2024', 'Bộ luật Dân sự', 'Hiến pháp'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from .. import lexicon
from ..records import Citation
from .identity import UNKNOWN, Key, number_key, register_key, slug, year_in_number

# A law comes into force well within this many years of being passed; after that the law it
# replaced is no longer meant by the bare name.
YEARS_TO_FORCE = 2
# '(sửa đổi)' is said of a law while it is drafted and for a while after it was passed.
_YEARS_CALLED_REVISED = 3


class Act(Struct, frozen=True):
    """What the lexicon knows of an act cited by name; `replaced_by` holds numbers."""

    target: str
    name: str
    number: str | None
    doc_type: str
    issuer: str
    date: str | None
    year: int
    replaced_by: tuple[str, ...]


class Cited(Struct, frozen=True):
    """What a mention says of the act it means: its name as a key, and what tells namesakes apart.

    `year` and `date` are of the act's adoption as written; `revised_year` is the year of
    '(sửa đổi, bổ sung năm 2009)'.
    """

    name: str
    year: int | None = None
    date: str | None = None
    is_revised: bool = False
    revised_year: int | None = None

    @property
    def key(self) -> Key:
        """The key of the act as far as the mention gives it."""
        return named_key(self.name, str(self.year) if self.year else UNKNOWN)


# Where the tail of a name begins that the lexicon lacks, and what stands after tails.
_TAIL = re.compile(
    r"\s*\((?:đã\s|được\s|sửa|hợp|SĐ|năm\s|\d{4})|,?\s+(?:năm\s+\d|ngày\s+\d|(?:19|20)\d\d\b|số\s+\d)|\s+sửa\s+đổi\b(?!,|\s)",
    re.I,
)
_DAY_WITH_YEAR = re.compile(r"ngày\s[^;,]{0,24}?((?:19|20)\d\d)(?!\d)", re.I)
_TYPE_WORDS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp", "bl")


def read_citation(citation: Citation) -> Cited:
    """What the words of a mention say; in a list the type word may be another member's.

    >>> c = Citation(start=0, end=1, text='Luật Giáo dục (sửa đổi, bổ sung năm 2009)', kind='named')
    >>> read_citation(c)
    Cited(name='luật giáo dục', year=None, date=None, is_revised=True, revised_year=2009)
    """
    text = citation.text
    head = "" if text.lower().startswith(_TYPE_WORDS) else citation.doc_type or ""
    end = _name_end(text, head)
    tail = lexicon.read_tail(text, end)
    day = _DAY_WITH_YEAR.search(text, tail.end)
    year = citation.date[:4] if citation.date else day[1] if day else None
    return Cited(
        name=_name_key(f"{head} {text[:end]}"),
        year=tail.year or (int(year) if year else None),
        date=citation.date,
        is_revised=tail.is_revised,
        revised_year=tail.revised_year,
    )


def _name_end(text: str, head: str) -> int:
    known = lexicon.ActNames.of_lexicon().find(text, 0, head)
    if known:
        return known.end
    tail = _TAIL.search(text)
    return tail.start() if tail else len(text)


_STATE = re.compile(r"^(hiến pháp)(?: của)?(?: nước)? (?:cộng hòa|việt nam).*")


def _name_key(name: str) -> str:
    """The constitution is known by its kind, however the state is called in its name."""
    return _STATE.sub(r"\1", lexicon.act_key(name))


def passed_by(acts: Sequence[Act], written: str) -> tuple[Act, ...]:
    """Those of `acts` that were passed by a day, month or year."""
    return tuple(act for act in acts if (act.date or str(act.year))[: len(written)] <= written)


_KINDS = ("Bộ luật", "Hiến pháp", "Pháp lệnh")


class Acts:
    """Acts by name and by target.  `Acts.of_lexicon()` is the table that ships with the package."""

    __slots__ = ("_by_name", "_by_number", "_by_target", "_last_year")

    def __init__(self, laws: Iterable[lexicon.Law]) -> None:
        self._by_name: dict[str, list[Act]] = {}
        self._by_target: dict[str, Act] = {}
        self._by_number: dict[str, Act] = {}
        for law in laws:
            act = _act(law)
            for name in dict.fromkeys(map(_name_key, (law.name, *law.aliases))):
                self._by_name.setdefault(name, []).append(act)
            self._by_target.setdefault(act.target, act)
            if act.number:
                self._by_number.setdefault(act.number, act)
        for acts in self._by_name.values():
            acts.sort(key=lambda act: (act.year, act.date or ""))
        self._last_year = max((act.year for act in self._by_target.values()), default=0)

    @classmethod
    def of_lexicon(cls) -> Acts:
        """The acts of the lexicon, built once."""
        return _of_lexicon()

    def known(self, target: str) -> Act | None:
        """The act that a target stands for, if the lexicon has it."""
        return self._by_target.get(target)

    def named(self, name: str) -> tuple[Act, ...]:
        """The acts of that name (a key), oldest first."""
        return tuple(self._by_name.get(name, ()))

    def meant(self, cited: Cited, written: str | None) -> tuple[Act, ...]:
        """The acts that a mention can mean in a document written then, oldest first.

        By the day and the year that the mention gives, else by its being called revised, else
        those passed by then.  Empty where the lexicon does not know the name, or knows no such act
        of it: `contradicts` tells which.
        """
        named = self.named(cited.name)
        if cited.year:
            of_day = tuple(act for act in named if act.date == cited.date) if cited.date else ()
            return of_day or tuple(act for act in named if act.year == cited.year)
        if cited.revised_year:
            revised = tuple(act for act in named if act.year == cited.revised_year)
            return revised or self.in_force(named, str(cited.revised_year))
        if cited.is_revised:
            return _called_revised(named, written)
        return passed_by(named, written) if written else named

    def contradicts(self, cited: Cited) -> bool:
        """Whether acts of that name are known, and none of the year that the mention gives.

        A year past the lexicon's last is no contradiction: the act may be newer.
        """
        return (
            cited.year is not None
            and cited.year <= self._last_year
            and bool(self.named(cited.name))
            and not self.meant(cited, None)
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
        successors = act.replaced_by
        later += [self._by_number[number] for number in successors if number in self._by_number]
        return any(successor.year + YEARS_TO_FORCE <= year for successor in later)


def _called_revised(named: Sequence[Act], written: str | None) -> tuple[Act, ...]:
    """'(sửa đổi)' without a year: a later act of that name, passed about when this was written."""
    later = tuple(named[1:])
    if written is None:
        return later
    year = int(written[:4])
    return tuple(act for act in later if abs(act.year - year) < _YEARS_CALLED_REVISED)


@cache
def _of_lexicon() -> Acts:
    return Acts(lexicon.laws())


def _act(law: lexicon.Law) -> Act:
    name = _name_key(law.name)
    year = law.year or law.date[:4]
    return Act(
        target=named_key(name, year, law.number or None).target,
        name=law.name,
        number=law.number or None,
        doc_type=next((kind for kind in _KINDS if law.name.startswith(kind)), "Luật"),
        issuer=lexicon.passing_body(law.name, int(year)),
        date=law.date or None,
        year=int(year),
        replaced_by=law.replaced_by,
    )


def named_key(name: str, year: str, number: str | None = None) -> Key:
    """The key of an act: by its number where that is known, else by its name."""
    issuer = lexicon.passing_body(name, None if year == UNKNOWN else int(year))
    if number is None:
        return Key(slug(name), slug(issuer), year)
    own_year = year_in_number(number) or year
    return Key(number_key(number, None, None, own_year), register_key(number, issuer), own_year)
