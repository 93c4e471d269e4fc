"""Where a series breaks: what became of the body or territory that its figures are about.

Facts come from the lexicon's history; every break says in words what changed, in Vietnamese and in
English.  A name that ends and the name that follows it are two series: they are never joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from ..index import Lang
from ..lexicon import (
    DISTRICTS_END,
    Change,
    History,
    count_of_provinces,
    heads,
    parts_moved,
    provinces_known,
    territories,
)
from ..link import Body, read_body
from ..vietnamese import slug

BreakKind = Literal["enlarged", "reduced", "renamed", "ended", "founded", "reordered", "ranking"]
RANK = "thứ bậc"

_TERRITORY = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?!ủy\b)\S", re.I
)
_PLACE = re.compile(r" \{\w+\}")


class Break(Struct, frozen=True, order=True):
    """From `day` on (ISO) figures are about something else; `vi` and `en` say what."""

    day: str
    kind: BreakKind
    vi: str
    en: str

    def reason(self, lang: Lang) -> str:
        """What changed, in words."""
        return self.vi if lang == "vi" else self.en


@lru_cache(maxsize=16384)
def breaks_of(agency: str, unit: str | None = None) -> tuple[Break, ...]:
    """Every known change of a body or territory, in the order of time.

    `unit` is that of the figures: ranks also break where the number of provinces changes.

    >>> [(b.day, b.vi) for b in breaks_of('tỉnh Khánh Hòa')]
    [('2025-07-01', 'từ 01/7/2025 tỉnh Khánh Hòa gồm cả tỉnh Ninh Thuận cũ')]
    """
    body = _taken_apart(agency)
    found = [*_of_head(body), *_of_territory(body)]
    if unit == RANK and body.level == "province":
        found += _of_ranking()
    return tuple(sorted(set(found)))


def _taken_apart(agency: str) -> Body:
    return Body("", agency) if _TERRITORY.match(agency) else read_body(agency)


def _day(day: str) -> str:
    year, month, number = day.split("-")
    return f"{number}/{int(month)}/{year}" if int(month) > 2 else f"{number}/{month}/{year}"


def _make(day: str, kind: BreakKind, vi: str, en: str, *, about: bool = False) -> Break:
    """`about` where the day is the usual one only."""
    since = f"từ khoảng {_day(day)}" if about else f"từ {_day(day)}"
    return Break(day, kind, f"{since} {vi}", f"from {'about ' if about else ''}{day} on {en}")


def _and(names: Iterable[str], word: str) -> str:
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last


def _joining(history: History, name: str, *, joins: bool) -> Iterator[tuple[str, list[Change]]]:
    """By day, what became (a part of) the one so named."""
    found = [c for c in history.begins.get(slug(name), ()) if c.joins is joins]
    for day, changes in groupby(found, attrgetter("day")):
        yield day, list(changes)


# -- territories


def _of_territory(body: Body) -> Iterator[Break]:
    territory = body.territory
    if body.level == "province":
        yield from _of_province(territory)
    elif body.level == "district":
        yield _make(
            DISTRICTS_END,
            "ended",
            f"không còn cấp huyện ({territory})",
            f"there are no districts any more ({territory})",
        )
    elif body.level == "commune":
        yield _make(
            DISTRICTS_END,
            "reordered",
            f"các xã, phường được sắp xếp lại; {territory} có thể gồm nhiều đơn vị cũ",
            f"communes are drawn anew; {territory} may hold several former ones",
        )


def _of_province(name: str) -> Iterator[Break]:
    for day, changes in _joining(territories(), name, joins=True):
        old = [change.before for change in changes]
        yield _make(
            day,
            "enlarged",
            f"{name} gồm cả {_and(old, 'và')} cũ",
            f"{name} includes the former {_and(old, 'and')}",
        )
    for day, changes in _joining(territories(), name, joins=False):
        old = [change.before for change in changes]
        yield _make(
            day,
            "founded",
            f"{_and(old, 'và')} trở thành {name}",
            f"{_and(old, 'and')} became {name}",
        )
    for change in territories().ends.get(slug(name), ()):
        yield _end_of_province(change)
    for change in parts_moved().ends.get(slug(name), ()):
        yield _part_lost(change)
    for change in parts_moved().begins.get(slug(name), ()):
        yield _part_won(change)


def _end_of_province(change: Change) -> Break:
    before, after, day = change.before, change.after, change.day
    if not after:
        return _make(day, "ended", f"{before} được chia tách", f"{before} was divided")
    if change.joins:
        return _make(day, "ended", f"{before} nhập vào {after}", f"{before} is a part of {after}")
    return _make(day, "renamed", f"{before} trở thành {after}", f"{before} became {after}")


def _is_new(change: Change) -> bool:
    """Whether the one that takes a part begins on that day."""
    return provinces_known().get(slug(change.after), "") == change.day[:7]


def _part_lost(change: Change) -> Break:
    before, after = change.before, change.after
    if _is_new(change):
        vi, en = f"{after} tách khỏi {before}", f"{after} was split off from {before}"
    else:
        vi, en = f"một phần {before} chuyển về {after}", f"a part of {before} went to {after}"
    return _make(change.day, "reduced", vi, en)


def _part_won(change: Change) -> Break:
    before, after = change.before, change.after
    if _is_new(change):
        vi, en = f"{after} được tách ra từ {before}", f"{after} was split off from {before}"
        return _make(change.day, "founded", vi, en)
    vi, en = f"{after} gồm thêm một phần {before} cũ", f"{after} includes a part of {before}"
    return _make(change.day, "enlarged", vi, en)


def _of_ranking() -> Iterator[Break]:
    """Ranks among provinces: from another number on, another scale."""
    ends = {c.day for changes in territories().ends.values() for c in changes if c.joins}
    for day in ends:
        before, now = count_of_provinces(_eve(day)), count_of_provinces(day)
        if before != now:
            yield _make(
                day,
                "ranking",
                f"cả nước có {now} tỉnh, thành phố để xếp hạng (trước đó là {before})",
                f"{now} provinces are ranked ({before} before)",
            )


def _eve(day: str) -> str:
    """A day in the month before."""
    year, month, _ = day.split("-")
    count = int(year) * 12 + int(month) - 2
    return f"{count // 12:04d}-{count % 12 + 1:02d}-01"


# -- heads


def _of_head(body: Body) -> Iterator[Break]:
    """Changes of a kind of body, or of a central one; those in provinces came at about their day."""
    head, this = body.head, body.name

    def make(day: str, kind: BreakKind, vi: str, en: str) -> Break:
        return _make(day, kind, vi, en, about="{" in head)

    for day, changes in _joining(heads(), head, joins=True):
        old = [_bare(change.before) for change in changes]
        yield make(
            day,
            "enlarged",
            f"{this} nhận nhiệm vụ của {_and(old, 'và')} cũ",
            f"{this} has the tasks of the former {_and(old, 'and')}",
        )
    for day, changes in _joining(heads(), head, joins=False):
        old = [_bare(change.before) for change in changes]
        yield make(
            day,
            "founded",
            f"{_and(old, 'và')} trở thành {this}",
            f"{_and(old, 'and')} became {this}",
        )
    for change in heads().ends.get(slug(head), ()):
        if (body.level, change.day) != ("district", DISTRICTS_END):  # told of the district
            yield make(change.day, *_end_of_head(change, this, _bare(change.after)))
    for day, after in _moved(parts_moved().ends, head, "after"):
        yield make(
            day,
            "reduced",
            f"{this} (hoặc một phần nhiệm vụ) chuyển về {_and(after, 'và')}",
            f"{this} (or a part of its tasks) went to {_and(after, 'and')}",
        )
    for day, before in _moved(parts_moved().begins, head, "before"):
        yield make(
            day,
            "enlarged",
            f"{this} tiếp nhận {_and(before, 'và')} (hoặc một phần nhiệm vụ)",
            f"{this} took over {_and(before, 'and')} (or a part of the tasks)",
        )


def _moved(
    history: dict[str, list[Change]], head: str, other: Literal["before", "after"]
) -> Iterator[tuple[str, list[str]]]:
    """By day, the other bodies to or from which a part of a body's tasks went."""
    for day, changes in groupby(history.get(slug(head), ()), attrgetter("day")):
        yield day, [_bare(getattr(change, other)) for change in changes]


def _bare(head: str) -> str:
    """A head without the place of its territory: it is the same one."""
    return _PLACE.sub("", head)


def _end_of_head(change: Change, this: str, after: str) -> tuple[BreakKind, str, str]:
    if change.kind == "renamed":
        return "renamed", f"{this} đổi thành {after}", f"{this} became {after}"
    if change.kind == "abolished":
        return "ended", f"{this} kết thúc hoạt động", f"{this} ended"
    if not change.after:
        return "ended", f"nhiệm vụ của {this} chia cho nhiều cơ quan", f"{this} was divided"
    return "ended", f"{this} hợp nhất vào {after}", f"{this} was merged into {after}"
