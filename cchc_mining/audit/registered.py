"""The official register as the checks see it: what it knows, and what it would have to know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from ..records import Passage, RegisterEntry

_LEAST = 2  # entries of a series, from which a register is taken to list that series


class Registered(Struct, frozen=True):
    """An entry with the target of the document it lists (see `cchc_mining.link`)."""

    target: str
    entry: RegisterEntry

    @property
    def passage(self) -> Passage:
        """The entry as evidence."""
        e = self.entry
        said = (e.number, e.date and _written(e.date), e.issuer, e.subject, e.status, e.replaced_by)
        return Passage(
            source="register",
            text=f"{e.file}, dòng {e.line}: {'; '.join(part for part in said if part)}",
        )


class Register:
    """The entries of all lists, found by what identifies a document."""

    def __init__(self, entries: Iterable[Registered] = ()) -> None:
        self._by_target: dict[str, list[Registered]] = {}
        self._by_number: dict[tuple[str, str], list[Registered]] = {}
        self._by_body: dict[tuple[str, str], list[Registered]] = {}
        self._written: dict[str, list[RegisterEntry]] = {}
        self._series: Counter[str] = Counter()
        for listed in entries:
            number, body, year = listed.target.rsplit("@", 2)
            self._by_target.setdefault(listed.target, []).append(listed)
            self._by_number.setdefault((number, year), []).append(listed)
            self._by_body.setdefault((number, body), []).append(listed)
            self._written.setdefault(listed.entry.number.casefold(), []).append(listed.entry)
            self._series[_series(listed.target)] += 1

    def __bool__(self) -> bool:
        """Whether there is a register at all."""
        return bool(self._by_target)

    def of(self, target: str) -> Sequence[Registered]:
        """What it says of a document; () where it does not know it."""
        return self._by_target.get(target, ())

    def of_number(self, target: str) -> Sequence[Registered]:
        """The documents of the same number and year, whoever issued them."""
        number, _, year = target.rsplit("@", 2)
        return self._by_number.get((number, year), ())

    def of_body(self, target: str) -> Sequence[Registered]:
        """The documents of the same number and issuer, of whatever year."""
        number, body, _ = target.rsplit("@", 2)
        return self._by_body.get((number, body), ())

    def numbered(self, number: str) -> Sequence[RegisterEntry]:
        """The entries of a number as written."""
        return self._written.get(number.casefold(), ())

    def lists(self, target: str) -> bool:
        """Whether it lists the documents of that issuer, type and year."""
        return self._series[_series(target)] >= _LEAST


def _series(target: str) -> str:
    """What the numbers that are given out together share: '3604/qđ-ubnd@b@2022' -> 'qđ-ubnd@b@2022'."""
    return target.partition("/")[2]


def _written(day: str) -> str:
    return "/".join(reversed(day.split("-")))
