"""What the archive makes of an open target: the document it means, or the candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from .identity import UNKNOWN, Key, complete, parse
from .registers import possible_registers
from .years import is_yearly, plausible


class Meaning(Struct, frozen=True):
    """The document that an open target means, or those it may mean (then `target` is None).

    Candidates that were known without the archive are not `from_archive`.
    """

    target: str | None = None
    candidates: tuple[str, ...] = ()
    from_archive: bool = True


def decide(
    target: str,
    known: Mapping[str, Iterable[str]],
    aliases: Mapping[str, str],
    *,
    written: int | None = None,
    day: str | None = None,
    is_own: bool = False,
) -> Meaning:
    """Find what an open target means among the complete ones of its family, each with its dates seen.

    `aliases` leads from those that are another's to that other; `written` is the latest year from
    which the document that makes the claim can cite, `day` the date that it gives.  With `is_own` the
    target is that of the document itself.

    One possibility is taken; several are candidates, and so is one that is too far-fetched to be
    taken without a word: a yearly act, whose year must stand in the document, or a plan of years ago.
    """
    agreeing = complete(target, known, None if is_own else written)
    found = [t for t in agreeing if _is_of_day(target, day, t, known[t])]
    if not found:
        return Meaning(candidates=candidates_of_merger(target), from_archive=False)
    likely = [t for t in found if _is_likely(target, t, written, is_own=is_own)]
    meant = sorted({aliases.get(t, t) for t in likely or found})
    if likely and len(meant) == 1:
        return Meaning(meant[0])
    return Meaning(candidates=tuple(meant))


def _is_of_day(wanted: str, day: str | None, found: str, days: Iterable[str]) -> bool:
    """Two registers may both have a number 12 of that year, but hardly of the same day."""
    if not day or parse(wanted).register == parse(found).register:
        return True
    seen = {other for other in days if len(other) == len(day)}
    return not seen or day in seen


def _is_likely(wanted: str, found: str, written: int | None, *, is_own: bool) -> bool:
    known = parse(found)
    if parse(wanted).year != UNKNOWN:
        return True
    year = int(known.year)
    if is_own:  # of the year of the latest document it cites, or the next
        return written is not None and written <= year <= written + 1
    return not is_yearly(known.number) and plausible(known.number, year, written)


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
