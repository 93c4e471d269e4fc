"""Names by which the whole country knows a document: 'Khoán 10', 'Nghị quyết Trung ương 4'."""

from __future__ import annotations

import re
from functools import cache

from ...lexicon import KINDS, known_as
from ...reading import Layout
from ...vietnamese import alternation
from .drafts import Draft
from .flows import flows

_KIND = re.compile("|".join(KINDS))
# a type word with a serial: `bare_serials` finds these
_BARE_SERIAL = re.compile(rf"(?:{'|'.join(KINDS)}|Dự án) \d+[a-zđ]?")


@cache
def _names() -> re.Pattern[str]:
    names = {name for row in known_as() for name in row.aliases if not _BARE_SERIAL.fullmatch(name)}
    pattern = alternation(names).replace(r"\-", r"\s*[-–]\s*").replace("khóa", "[Kk]hóa")
    return re.compile(pattern + r"(?!\w)")


def find_known_names(layout: Layout) -> list[Draft]:
    """All of them; offsets are the view's."""
    return [
        Draft(*match.span(), "reference", {"mention": "known-name"}, _kind(match[0]))
        for flow, low, high in flows(layout)
        for match in _names().finditer(flow, low, high)
    ]


def _kind(name: str) -> str | None:
    match = _KIND.match(name)
    return match[0] if match else None
