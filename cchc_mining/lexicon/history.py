"""What became of bodies and territories, and when: the tables `successions` and `provinces` in order.

A head is the name of a body without its territory ('Sở Tài chính {tỉnh}'); heads and territories
have histories of their own: departments were merged in every province in March 2025, provinces in
July.  Days are ISO, the first of what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from ..vietnamese import slug
from .rows import Province, provinces, successions

# Provinces that ended before were divided; whoever holds most of the land today was not their heir.
_LAST_DIVISION = "1997"
DISTRICTS_END = "2025-07-01"
"""The day on which districts ended and communes, nearly all, were founded anew."""
_ANEW = DISTRICTS_END[:7]


class Change(Struct, frozen=True):
    """`before` became `after` ('' for no single successor) on a day; both are heads or territories.

    `kind` is that of `successions`; of provinces 'renamed', 'merged' or 'absorbed'.
    """

    before: str
    after: str
    day: str
    kind: str

    @property
    def joins(self) -> bool:
        """Whether `after` was there already."""
        return self.kind == "absorbed"


class History(Struct, frozen=True):
    """Changes by the slug of what they lead from and to, in the order of time."""

    ends: dict[str, list[Change]]
    begins: dict[str, list[Change]]

    def founded(self, name: str) -> str:
        """The day from which a name is known; '' where it always was."""
        new = [change.day for change in self.begins.get(slug(name), ()) if not change.joins]
        return min(new, default="")


def _history(changes: Iterable[Change]) -> History:
    history = History({}, {})
    for change in sorted(changes, key=lambda change: (change.day, change.before, change.after)):
        history.ends.setdefault(slug(change.before), []).append(change)
        if change.after:
            history.begins.setdefault(slug(change.after), []).append(change)
    return history


@cache
def heads() -> History:
    """Which head carries on the work of which."""
    return _history(_head_changes(moved=False))


@cache
def territories() -> History:
    """Which province holds the whole of which."""
    return _history(_province_changes())


@cache
def parts_moved() -> History:
    """Heads and territories of which a part went elsewhere, while they went on themselves."""
    return _history(_head_changes(moved=True))


def _head_changes(*, moved: bool) -> Iterator[Change]:
    for row in successions():
        if (row.kind == "moved") is moved:
            yield Change(row.predecessor, row.successor, row.date, row.kind)


def _province_changes() -> Iterator[Change]:
    rows = provinces()
    for row in rows:
        if not row.valid_to:
            continue
        day = _month_after(row.valid_to)
        after = [r for r in rows if r.name == (row.merged_into or row.name)]
        heir = next((r for r in after if _is_valid(r, day) and day[:4] > _LAST_DIVISION), None)
        before, now = _full(row), _full(heir) if heir else ""
        if before != now:
            yield Change(before, now, day, _kind(now, day))


def _kind(now: str, day: str) -> str:
    """What happened to a province that another one, `now`, holds from a day on."""
    if not now:
        return "split"
    return "absorbed" if _was_there(now, day) else "renamed"


def _full(row: Province) -> str:
    return f"{row.kind} {row.name}"


def _was_there(territory: str, day: str) -> bool:
    return any(_full(row) == territory and (row.valid_from or "0") < day[:7] for row in provinces())


def _is_valid(row: Province, day: str) -> bool:
    return row.valid_from <= day[:7] and (not row.valid_to or row.valid_to >= day[:7])


def _month_after(month: str) -> str:
    year, _, number = month.partition("-")
    count = int(year) * 12 + int(number or 12)
    return f"{count // 12:04d}-{count % 12 + 1:02d}-01"


@cache
def provinces_known() -> dict[str, str]:
    """The slug of every province, with the month from which it is known ('' for always)."""
    known: dict[str, str] = {}
    for row in provinces():
        name = slug(_full(row))
        known[name] = min(known.get(name, row.valid_from), row.valid_from)
    return known


@cache
def _enlarged() -> frozenset[str]:
    return frozenset(slug(_full(row)) for row in provinces() if row.valid_from == _ANEW)


def was_enlarged(territory: str) -> bool:
    """Whether a province kept its name when others joined it in July 2025."""
    return slug(territory) in _enlarged()


def count_of_provinces(day: str) -> int:
    """How many provinces and central cities there were on a day."""
    return len({_full(row) for row in provinces() if _is_valid(row, day)})


@cache
def _holders() -> dict[str, tuple[str, str]]:
    """Provinces that were merged into others: full name -> its last month, and the holder's name."""
    kinds = {row.name: row.kind for row in provinces() if not row.valid_to}
    return {
        _full(row): (row.valid_to, f"{kinds[row.merged_into]} {row.merged_into}")
        for row in provinces()
        if row.valid_to and row.merged_into in kinds
    }


def holder(province: str, day: str | None) -> str:
    """The province that holds most of the territory of another on a day (or in a month).

    Unlike an heir, it may be one of several among which the other was divided.

    >>> holder('tỉnh Kon Tum', '2026-01-26'), holder('tỉnh Kon Tum', '2024-03-01')
    ('tỉnh Quảng Ngãi', 'tỉnh Kon Tum')
    """
    last_month, now = _holders().get(province, ("9999", province))
    return now if day and day[:7] > last_month else province
