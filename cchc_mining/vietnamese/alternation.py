"""Many phrases as one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def alternation(
    phrases: Iterable[str], blank: str = r"\s+", *, not_after: Iterable[str] = ()
) -> str:
    """A group for the longest of many phrases; `blank` is the pattern of a blank in one.

    `not_after` are patterns of fixed width after which none stands; each phrase begins with a letter.

    What phrases begin with alike is written once, as a tree, so that no letter of a text is looked
    at for each of them; and their first letters lead, so that a search skips from one to the next.

    >>> alternation(['công văn', 'công điện', 'luật'], ' ')
    '(?:công (?:văn|điện)|luật)'
    """
    branches = [
        # what stands before is looked at behind the first letter, which so stays what is searched for
        branch[0] + "".join(f"(?<!{before}{branch[0]})" for before in not_after) + branch[1:]
        for branch in _branches(sorted(set(phrases)), blank)
    ]
    return f"(?:{'|'.join(branches)})"


def _branches(phrases: Sequence[str], blank: str) -> list[str]:
    """The branches of a tree; what goes on comes before the end."""
    by_letter: dict[str, list[str]] = {}
    for phrase in phrases:
        by_letter.setdefault(phrase[:1], []).append(phrase)
    ends = by_letter.pop("", None)
    branches = [_branch(alike, blank) for alike in by_letter.values()]
    return [*branches, ""] if ends else branches


def _shared(first: str, last: str) -> str:
    """What the first and the last of sorted phrases, and so all, begin with alike."""
    pairs = enumerate(zip(first, last, strict=False))
    return first[: next((i for i, (a, b) in pairs if a != b), min(len(first), len(last)))]


def _branch(phrases: Sequence[str], blank: str) -> str:
    stem = _shared(phrases[0], phrases[-1])
    rests = _branches([phrase[len(stem) :] for phrase in phrases], blank)
    written = blank.join(map(re.escape, stem.split(" ")))
    return written if rests == [""] else f"{written}(?:{'|'.join(rests)})"
