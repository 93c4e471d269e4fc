"""Names by which the whole country knows a document: 'Khoán 10', 'Nghị quyết Trung ương 4'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon import KINDS, bearers, known_as
from ...reading import Layout
from ...records import Citation
from .drafts import Draft
from .flows import flows
from .serials import serial_of

_KIND = re.compile("|".join(KINDS))
# a type word with a serial: `bare_serials` finds these
_BARE_SERIAL = re.compile(rf"(?:{'|'.join(KINDS)}|Dự án) \d+[a-zđ]?")


@cache
def _names() -> re.Pattern[str]:
    names = {name for row in known_as() for name in row.aliases if not _BARE_SERIAL.fullmatch(name)}
    patterns = (
        re.escape(name).replace(r"\ ", r"\s+").replace(r"\-", r"\s*[-–]\s*") for name in names
    )
    return re.compile(rf"\b(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?!\w)")


def find_known_names(layout: Layout, cited: Sequence[Citation]) -> list[Draft]:
    """All of them, but for those that are the title of the very document cited beside them."""
    titles = [(c.parts["subject"], serial_of(c.number)) for c in cited if "subject" in c.parts]
    return [
        Draft(*match.span(), "reference", {"mention": "known-name"}, _kind(match[0]))
        for flow, low, high in flows(layout)
        for match in _names().finditer(flow, low, high)
        if not any(
            start <= match.start() and match.end() <= end and serial in _serials(match[0])
            for (start, end), serial in titles
        )
    ]


def _kind(name: str) -> str | None:
    match = _KIND.match(name)
    return match[0] if match else None


def _serials(name: str) -> set[str | None]:
    return {serial_of(row.number) for row in bearers(" ".join(name.split()))}
