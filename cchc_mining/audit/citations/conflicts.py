"""Which of several things written of one document is the likelier, and who writes another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from ...index import CitedPassage


class Minority(Struct, frozen=True):
    """Citations that write one value, against those that write the likelier one.

    `is_open` where as many documents write the one as the other: then neither is the right one.
    """

    value: str
    citations: tuple[CitedPassage, ...]
    likelier: str
    others: tuple[CitedPassage, ...]
    is_open: bool


def minorities(
    citations: Sequence[CitedPassage], value_of: Callable[[CitedPassage], str | None]
) -> Iterator[Minority]:
    """The values that are not the likeliest, each with its citations.

    What the document says of itself decides; else what most documents write, then most mentions.
    Where neither tells, the value written first stands against the others.
    """
    by_value: dict[str, list[CitedPassage]] = {}
    for citation in citations:
        if value := value_of(citation):
            by_value.setdefault(value, []).append(citation)
    if len(by_value) < 2:
        return
    weights = {value: _weight(written) for value, written in by_value.items()}
    best = max(weights.values())
    likeliest = [value for value, weight in weights.items() if weight == best]
    likelier = likeliest[-1]  # of equals the later: the finding stands at the first
    for value, written in by_value.items():
        if value != likelier:
            yield Minority(
                value,
                tuple(written),
                likelier,
                tuple(by_value[likelier]),
                is_open=value in likeliest,
            )


def _weight(written: Sequence[CitedPassage]) -> tuple[bool, int, int]:
    by_source = Counter(citation.at.source for citation in written)
    return any(c.kind == "self" for c in written), len(by_source), len(written)
