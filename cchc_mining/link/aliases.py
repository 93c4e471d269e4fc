"""Documents known by a short name ('Đề án 06'), as identities."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from .. import lexicon
from .acts import Act, Acts
from .identity import Key, number_key, parse, year_in_number
from .registers import register_key

# A decision of the Prime Minister is loosely called the Government's.
_LOOSELY = frozenset(("chính-phủ", "thủ-tướng-chính-phủ"))


def targets_of(alias: str, written: str | None, issuer: str | None) -> tuple[str, ...]:
    """The targets that a short name can have in a document, sorted.

    `written` is the day, month or year of the document (ISO), `issuer` who is said to have issued
    what the name means.  Meant are those that had been issued by then and are still called so.

    >>> targets_of('Đề án 06', '2024', 'Chính phủ'), targets_of('Đề án 06', '2021', None)
    (('06/qđ-ttg@thủ-tướng-chính-phủ@2022',), ())
    """
    rows = [row for row in lexicon.bearers(alias) if _is_called_so(row, written)]
    if issuer:
        rows = [row for row in rows if may_be_issued(_key(row).target, issuer)]
    return tuple(sorted({_key(row).target for row in rows}))


def _is_called_so(row: lexicon.KnownAs, written: str | None) -> bool:
    if written is None:
        return True
    had_begun = row.date[: len(written)] <= written
    return had_begun and (not row.valid_to or written <= row.valid_to[: len(written)])


def may_be_issued(target: str, issuer: str) -> bool:
    """Whether what a target means may be called a document of that issuer."""
    register, said = parse(target).register, register_key(None, issuer)
    return register == said or {register, said} <= _LOOSELY


def _key(row: lexicon.KnownAs) -> Key:
    year = year_in_number(row.number) or row.date[:4]
    number = number_key(row.number, None, row.type, year)
    return Key(number, register_key(row.number, row.issuer), year)


def known_act(target: str) -> Act | None:
    """What the lexicon knows of the document that a target stands for."""
    return Acts.of_lexicon().known(target) or _by_target().get(target)


@cache
def _by_target() -> dict[str, Act]:
    return {act.target: act for act in map(_act, _once(lexicon.known_as()))}


def _once(rows: Iterable[lexicon.KnownAs]) -> Iterable[lexicon.KnownAs]:
    return {(row.number, row.date): row for row in rows}.values()


def _act(row: lexicon.KnownAs) -> Act:
    key = _key(row)
    return Act(
        target=key.target,
        name=row.name,
        number=row.number,
        doc_type=row.type,
        issuer=row.issuer,
        date=row.date,
        year=int(key.year),
        replaced_by=(),
    )
