"""What the archive makes of an open target: the document it means, or the candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from .identity import UNKNOWN, Key, complete, parse
from .registers import possible_registers
from .years import is_yearly, plausible


class Meaning(Struct, frozen=True):
    """The document that an open target means, or those it may mean (then `target` is None)."""

    target: str | None = None
    candidates: tuple[str, ...] = ()


class Claim(Struct, frozen=True):
    """An open target as made in one document.

    `written` is the latest year from which that document can cite, `day` the date that the mention
    gives.  The document's own number is a claim too: it `is_own`.
    """

    target: str
    written: int | None = None
    day: str | None = None
    is_own: bool = False


def decide(claim: Claim, known: Mapping[str, Iterable[str]]) -> Meaning:
    """Find what a claim means among the complete targets of its family, each with its dates seen.

    One possibility is taken; several are candidates, and so is one that is too far-fetched to be
    taken without a word: a yearly act, whose year must stand in the document, or a plan of years ago.
    """
    agreeing = complete(claim.target, known, None if claim.is_own else claim.written)
    found = tuple(t for t in agreeing if _is_of_day(claim, t, known[t]))
    if not found:
        return Meaning(candidates=candidates_of_merger(claim.target))
    likely = tuple(t for t in found if _is_likely(claim, t))
    if len(likely) == 1:
        return Meaning(likely[0])
    return Meaning(candidates=likely or found)


def _is_of_day(claim: Claim, target: str, days: Iterable[str]) -> bool:
    """Two registers may both have a number 12 of that year, but hardly of the same day."""
    if not claim.day or parse(claim.target).register == parse(target).register:
        return True
    seen = {day for day in days if len(day) == len(claim.day)}
    return not seen or claim.day in seen


def _is_likely(claim: Claim, target: str) -> bool:
    wanted, known = parse(claim.target), parse(target)
    if wanted.year != UNKNOWN:
        return True
    year = int(known.year)
    if claim.is_own:  # written in the year of the latest document it cites, or soon after
        return claim.written is not None and claim.written <= year <= claim.written + 1
    return not is_yearly(known.number) and plausible(known.number, year, claim.written)


def candidates_of_merger(target: str) -> tuple[str, ...]:
    """What a target may mean whose issuer has since become one with others; () for any other.

    >>> candidates_of_merger('12/qđ-ubnd@?ủy-ban-nhân-dân-tỉnh-khánh-hòa@2024')[1]
    '12/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-ninh-thuận@2024'
    """
    key = parse(target)
    open_register = key.register[:1] == UNKNOWN and key.register != UNKNOWN
    if not open_register or UNKNOWN in key.number + key.year:
        return ()
    registers = sorted(possible_registers(key.register[1:], key.year))
    return tuple(Key(key.number, register, key.year).target for register in registers)
