"""Canonical indicators by what a user calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from typing import Any

from msgspec import Struct

from ..index import IndicatorCount, QuestionError
from ..lexicon import IndicatorType, indicators
from ..vietnamese import slug, strip_tones

_NEAREST = 5
_LEAST_ALIKE = 0.6


@cache
def _by_id() -> dict[str, IndicatorType]:
    return {row.id: row for row in indicators()}


def indicator_named(id_: str) -> IndicatorType | None:
    """The indicator of an id."""
    return _by_id().get(id_)


def find_indicator(name: str) -> IndicatorType:
    """The indicator of an id, or of a name in Vietnamese or English, with or without tones.

    Words of a name suffice where they leave one.  Raises QuestionError where there is none (with
    the nearest), or several.

    >>> find_indicator('par_index').id, find_indicator('ty le ho so truc tuyen').id
    ('par_index', 'online_rate')
    """
    key = _key(name)
    if exact := _keys().get(key):
        return exact
    words = _words(name)
    found = [row for row in indicators() if words and words <= _words(row.name_vi)]
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(map(_shown, found[:_NEAREST]))
        more = f", ... ({len(found)})" if len(found) > _NEAREST else ""
        raise QuestionError("several-indicators", name=name, some=some + more)
    nearest = ", ".join(map(_shown, _nearest(key)))
    raise QuestionError(
        "no-such-indicator",
        name=name,
        nearest_vi=f"; gần nhất là {nearest}" if nearest else "",
        nearest_en=f"; the nearest are {nearest}" if nearest else "",
    )


def _nearest(key: str) -> list[IndicatorType]:
    keys = get_close_matches(key, _keys(), n=_NEAREST, cutoff=_LEAST_ALIKE)
    return list({_keys()[key].id: _keys()[key] for key in keys}.values())


def _shown(row: IndicatorType) -> str:
    return f"{row.id} ({row.name_vi})"


@cache
def _keys() -> dict[str, IndicatorType]:
    """Every id and name, as a user may type it; an id before any name."""
    keys: dict[str, IndicatorType] = {}
    for field in ("id", "name_vi", "name_en"):
        for row in indicators():
            keys.setdefault(_key(getattr(row, field)), row)
    return keys


def _words(text: str) -> set[str]:
    return set(_key(text).split("-")) - {""}


def _key(name: str) -> str:
    return slug(strip_tones(name)).replace("_", "-")


class IndicatorUse(Struct, frozen=True, kw_only=True):
    """A canonical indicator, and how often the archive measures it."""

    indicator_id: str
    name_vi: str
    name_en: str
    unit: str
    domain: str
    figures: int = 0
    documents: int = 0
    agencies: int = 0
    first_period: str | None = None
    last_period: str | None = None


def uses_of(counts: Iterable[IndicatorCount], words: str = "") -> tuple[IndicatorUse, ...]:
    """Canonical indicators in the order of their list, also those that nothing measures.

    `words` keep those that have all of them in their id or a name.
    """
    wanted = _words(words)
    by_id = {count.indicator_id: count for count in counts}
    return tuple(
        IndicatorUse(
            indicator_id=row.id,
            name_vi=row.name_vi,
            name_en=row.name_en,
            unit=row.unit,
            domain=row.domain,
            **_numbers(by_id[row.id]) if row.id in by_id else {},
        )
        for row in indicators()
        if wanted <= _words(f"{row.id} {row.name_vi} {row.name_en}")
    )


def _numbers(count: IndicatorCount) -> dict[str, Any]:
    return {
        name: getattr(count, name)
        for name in ("figures", "documents", "agencies", "first_period", "last_period")
    }


def agencies_called(wanted: str, names: Collection[str]) -> frozenset[str]:
    """Those among names of agencies that are called so, else those that have all its words.

    Typed without tones, tones do not matter.  Raises QuestionError where there is none.
    """
    fold_tones = strip_tones(wanted) == wanted.lower()
    key = _agency_key(wanted, fold_tones)
    keys = {name: _agency_key(name, fold_tones) for name in names}
    exact = frozenset(name for name, one in keys.items() if one == key)
    words = set(key.split("-"))
    found = exact or frozenset(name for name, one in keys.items() if words <= set(one.split("-")))
    if not found:
        some = ", ".join(sorted(names)[:_NEAREST])
        raise QuestionError("no-such-agency", name=wanted, some=some)
    return found


def _agency_key(name: str, fold_tones: bool) -> str:
    return slug(strip_tones(name) if fold_tones else name)


def name_order(name: str | None) -> tuple[bool, str, str]:
    """A key that sorts names as a Vietnamese list does, near enough: đ beside d, none last."""
    return (name is None, strip_tones(name or ""), name or "")
