"""What a rule that holds in most rows of a table says of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..grids import AuditedTable

_SHARE = 0.7
_FEWEST = 3


def holds(kept: Sequence[int], broken: Sequence[int]) -> bool:
    """Whether a rule found in the numbers themselves is one: three rows and most of all keep it."""
    return len(kept) >= _FEWEST and len(kept) >= _SHARE * (len(kept) + len(broken))


def cell_explaining(
    table: AuditedTable, total: int, column: int, added: Sequence[int], excess: Decimal
) -> int | None:
    """The one row whose cell is at fault where a total is not the sum of its rows by some excess.

    A sum of columns that holds in the total and in the other rows does not hold in that row, and
    does once the cell is less by the excess.
    """
    for whole, parts in _sums_with(table, column):
        sign = 1 if whole == column else -1
        gaps = {row: _gap(table, row, whole, parts) for row in (*added, total)}
        broken = [row for row, gap in gaps.items() if gap is None or abs(gap) > _room(table, row)]
        if len(gaps) > _FEWEST - 1 and len(broken) == 1 and broken[0] != total:
            gap = gaps[broken[0]]
            if gap is not None and abs(gap - sign * excess) <= _room(table, broken[0]):
                return broken[0]
    return None


def _sums_with(table: AuditedTable, column: int) -> Iterator[tuple[int, Sequence[int]]]:
    """The columns that may be the sum of neighbouring ones, where one is among them; or of two."""
    counts = table.counts
    for whole in counts:
        at = counts.index(whole)
        runs = [counts[at + 1 : end] for end in range(at + 3, len(counts) + 1)]
        runs += [counts[start:at] for start in range(at - 1)]
        runs += [
            (one, other)
            for i, one in enumerate(counts)
            for other in counts[i + 1 :]
            if whole not in (one, other)
        ]
        yield from ((whole, run) for run in runs if column == whole or column in run)


def _gap(table: AuditedTable, row: int, whole: int, parts: Sequence[int]) -> Decimal | None:
    """By how much the whole exceeds the sum of the parts; None where a cell has words."""
    said = table.addend(row, whole)
    terms = [table.addend(row, part) for part in parts]
    known = [term for term in terms if term is not None]
    return None if said is None or len(known) < len(terms) else said - sum(known, Decimal(0))


def _room(table: AuditedTable, row: int) -> Decimal:
    """What the decimals of a row leave open."""
    numbers = (table.number(row, column) for column in table.counts)
    return sum((n.half for n in numbers if n is not None and n.decimals), Decimal(0))
