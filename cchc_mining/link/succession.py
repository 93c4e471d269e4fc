"""Bodies through time: what a body was called on a day, and which one carries on its work.

A name is taken apart into a head and a territory ('Sở Tài chính' of 'tỉnh Ninh Thuận'), because each
has a history of its own: departments were merged in every province in March 2025, provinces in July.
The facts stand in the lexicon (`successions`, `provinces`); days are ISO.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ..lexicon import (
    DISTRICTS_END,
    Change,
    heads,
    provinces_known,
    territories,
    was_enlarged,
)
from ..vietnamese import fold, slug

FOREVER = "9999-12-31"

# The first word of a territory in a name; 'Xã hội' is none.
_TERRITORY = re.compile(
    r"(?<=[\s,])(tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu) "
    r"(?!(?:ủy|đoàn)\b)(?=\S)"
)
# Committees of the Party and its youth name their territory without its kind.
_COMMITTEE = re.compile(r"(?:^|.* )(tỉnh|thành|huyện|quận|thị) (?:ủy|đoàn) (?=\S)")
_COMMITTEE_HEAD = re.compile(r"\b(?:tỉnh|thành)(?= (?:ủy|đoàn) )")
_KIND_OF = {
    "tỉnh": "tỉnh",
    "thành": "thành phố",
    "huyện": "huyện",
    "quận": "quận",
    "thị": "thị xã",
}
_DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")


class Body(Struct, frozen=True):
    """A name taken apart: `head` is a template ('Sở Tài chính {tỉnh}'), `territory` fills it."""

    head: str
    territory: str = ""

    @property
    def name(self) -> str:
        """The name put together again."""
        bare = self.territory.partition(" ")[2].removeprefix("phố ").removeprefix("xã ")
        filled = self.head.replace("{tên}", bare)
        return re.sub(r"\{(?:tỉnh|huyện|xã)\}", lambda _: self.territory, filled)

    @property
    def level(self) -> str:
        """'province', 'district', 'commune', or 'central' where there is no territory."""
        kind = fold(self.territory)
        if not kind:
            return "central"
        if kind.startswith("tỉnh ") or slug(kind) in provinces_known():
            return "province"
        return "district" if kind.startswith(_DISTRICTS) else "commune"


@lru_cache(maxsize=16384)
def read_body(name: str) -> Body:
    """Take a full name apart.

    >>> read_body('Sở Lao động - Thương binh và Xã hội tỉnh Phú Yên')
    Body(head='Sở Lao động - Thương binh và Xã hội {tỉnh}', territory='tỉnh Phú Yên')
    >>> read_body('Ban Dân vận Tỉnh ủy Phú Yên').head, read_body('Bộ Tài chính').territory
    ('Ban Dân vận Tỉnh ủy {tên}', '')
    """
    folded = fold(name)
    if len(folded) != len(name):  # odd blanks: offsets would not agree
        name = folded
    if found := _TERRITORY.search(folded):
        territory = name[found.start() :]
        place = {"province": "{tỉnh}", "district": "{huyện}", "commune": "{xã}"}
        return Body(name[: found.start()] + place[Body("", territory).level], territory)
    if found := _COMMITTEE.match(folded):
        territory = f"{_KIND_OF[found[1]]} {name[found.end() :]}"
        return Body(name[: found.end()] + "{tên}", territory)
    return Body(name)


def successor(name: str, day: str = FOREVER) -> str | None:
    """The body that carries on, on a day, the work of one so named; itself where it still exists.

    None where it ended without a main successor, as districts did.

    >>> successor('Sở Kế hoạch và Đầu tư tỉnh Ninh Thuận', '2025-03-01')
    'Sở Tài chính tỉnh Ninh Thuận'
    >>> successor('Sở Kế hoạch và Đầu tư tỉnh Ninh Thuận', '2025-07-01')
    'Sở Tài chính tỉnh Khánh Hòa'
    """
    body = _later(read_body(name), day)
    return body.name if body else None


def present_name(issuer: str) -> str | None:
    """The body that carries on today the work of those so named (joint ones joined by '; ').

    None where one of them has no single successor.
    """
    today = [successor(one) for one in issuer.split("; ")]
    return "; ".join(one for one in today if one) if all(today) else None


def predecessors(name: str, day: str) -> tuple[str, ...]:
    """The bodies of a day whose work one so named carries on, sorted; itself where it existed.

    >>> predecessors('Ủy ban nhân dân tỉnh Khánh Hòa', '2024-03-03')
    ('Ủy ban nhân dân tỉnh Khánh Hòa', 'Ủy ban nhân dân tỉnh Ninh Thuận')
    """
    return tuple(sorted({body.name for body in _earlier(read_body(name), day)}))


def body_at(name: str, day: str) -> str | None:
    """What the body so named was called on a day; None where that is not one body.

    >>> body_at('Ủy ban nhân dân thành phố Huế', '2023-05-01')
    'Ủy ban nhân dân tỉnh Thừa Thiên Huế'
    >>> body_at('Bộ Nông nghiệp và Môi trường', '2024-05-01')
    """
    body = read_body(name)
    if _existed(body, day):
        return name
    if _founded(body) <= day:
        return successor(name, day)
    before = {earlier.name for earlier in _earlier(body, day, joining=False)}
    return before.pop() if len(before) == 1 else None


def namesakes(name: str, day: str) -> tuple[str, ...]:
    """Those predecessors that were the same kind of body: of provinces, not of departments.

    >>> namesakes('Sở Tài chính tỉnh Khánh Hòa', '2024-03-03')
    ('Sở Tài chính tỉnh Khánh Hòa', 'Sở Tài chính tỉnh Ninh Thuận')
    """
    kind = read_body(_COMMITTEE_HEAD.sub("tỉnh", fold(name))).head
    return tuple(
        earlier
        for earlier in predecessors(name, day)
        if slug(read_body(_COMMITTEE_HEAD.sub("tỉnh", fold(earlier))).head) == slug(kind)
    )


def exists(name: str, day: str) -> bool:
    """Whether there was a body so named on a day, as far as the lexicon knows."""
    return _existed(read_body(name), day)


def refounded(name: str, year: str) -> str | None:
    """The day in that year on which a body so named began to number its documents anew, if any.

    >>> refounded('Ủy ban nhân dân tỉnh Khánh Hòa', '2025')
    '2025-07-01'
    >>> refounded('Ủy ban nhân dân tỉnh Nghệ An', '2025')
    """
    if year != DISTRICTS_END[:4]:
        return None
    body = read_body(name)
    if body.level == "commune" or was_enlarged(body.territory):
        return DISTRICTS_END
    return None


# -- walking through it


def _founded(body: Body) -> str:
    return max(heads().founded(body.head), provinces_known().get(slug(body.territory), ""))


def _existed(body: Body, day: str) -> bool:
    return _founded(body) <= day and _later(body, day) == body


def _later(body: Body, day: str) -> Body | None:
    """What became of a body by a day."""
    now: Body | None = body
    done = ("", 0)
    while now is not None and (found := _next_step(now, done, day)):
        done, step = found
        now = _changed(now, step.before, step.after)
    return now


# A day, and of two steps of one day the head's before the territory's.
_Moment = tuple[str, int]


def _next_step(body: Body, after: _Moment, until: str) -> tuple[_Moment, Change] | None:
    histories = ((heads(), body.head), (territories(), body.territory))
    steps = (
        ((step.day, part), step)
        for part, (history, name) in enumerate(histories)
        for step in history.ends.get(slug(name), ())
    )
    return min(
        (found for found in steps if after < found[0] and found[0][0] <= until),
        key=lambda found: found[0],
        default=None,
    )


def _earlier(
    body: Body, day: str, until: _Moment = (FOREVER, 0), *, joining: bool = True
) -> Iterator[Body]:
    """The bodies of a day that have become `body`; each step back leads to an earlier one.

    `joining` also takes those that joined when it was there already.
    """
    if _existed(body, day):
        yield body
    histories = ((heads(), body.head), (territories(), body.territory))
    for part, (history, name) in enumerate(histories):
        for step in history.begins.get(slug(name), ()):
            moment = (step.day, part)
            if step.day <= day or moment >= until or (step.joins and not joining):
                continue
            if before := _changed(body, step.after, step.before):
                yield from _earlier(before, day, moment, joining=joining)


def _changed(body: Body, old: str, new: str) -> Body | None:
    """A body with its head or its territory changed; None for no successor."""
    if not new:
        return None
    if slug(old) == slug(body.head):
        return Body(new, body.territory)
    return Body(_committee_of(body.head, new), new)


def _committee_of(head: str, territory: str) -> str:
    """'Tỉnh ủy {tên}' is 'Thành ủy {tên}' in a city."""
    if "{tên}" not in head:
        return head
    wanted = "Tỉnh" if territory.startswith("tỉnh") else "Thành"
    return re.sub(r"(?:Tỉnh|Thành|tỉnh|thành)(?= (?:ủy|đoàn) \{tên\})", wanted, head)
