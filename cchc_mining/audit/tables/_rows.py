"""What a rule that holds in most rows of a table says of the others."""

from __future__ import annotations

from collections.abc import Sequence

_SHARE = 0.7
_FEWEST = 3


def holds(kept: Sequence[int], broken: Sequence[int]) -> bool:
    """Whether a rule found in the numbers themselves is one: three rows and most of all keep it."""
    return len(kept) >= _FEWEST and len(kept) >= _SHARE * (len(kept) + len(broken))
