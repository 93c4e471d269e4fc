"""Questions about files that are one document: which they are, and in what they differ."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from .storage import fields_of

Rows = Callable[[str, Sequence[object]], list[sqlite3.Row]]

_VERSIONS = """
SELECT m.document, d.source, d.doc_id, m.role, m.why, m.likeness FROM manifestations m
JOIN documents d ON d.id = m.document WHERE m.leading =
  (SELECT leading FROM manifestations WHERE document = ?)
ORDER BY m.document <> m.leading, d.source
"""
# What is compared: a key that should agree in all versions, what it says there, and where.
_CITED = """
SELECT coalesce(lookup, text) AS key, coalesce(number, text) AS what,
  coalesce(date, '') || '|' || coalesce(issuer, '') AS value, start, "end", text
FROM citations WHERE document = ? AND kind <> 'self' ORDER BY start
"""
_FIGURES = """
SELECT json_array(label, unit, role, period, agency, row_label, column_path) AS key,
  coalesce(label, '') AS what, coalesce(value, num || '/' || den) AS value, start, "end", text
FROM figures WHERE document = ? ORDER BY start
"""


class Version(Struct, frozen=True, kw_only=True):
    """One file of a document.

    `role` is leading, draft, scan or copy.  `why` tells for the leading file what it has that
    another lacks (numbered, dated, not-scanned, signed; 'source': it is only first by name), for
    the others by what they are known to belong to it (number, title); `likeness` is that to the leading
    one, 0 to 1.
    """

    source: str
    role: Literal["leading", "draft", "scan", "copy"]
    why: str
    likeness: float
    doc_id: str | None = None


class VersionPlace(Struct, frozen=True, kw_only=True):
    """A mention in one version; offsets are those of its own text."""

    start: int
    end: int
    text: str


class VersionDifference(Struct, frozen=True, kw_only=True):
    """What is said in one version and not, or otherwise, in the other.

    `what` is the cited number, or the figure's label.  Where one side is empty, the other version
    does not have it.
    """

    kind: Literal["citation", "figure"]
    what: str
    source: str
    leading: tuple[VersionPlace, ...] = ()
    other: tuple[VersionPlace, ...] = ()


def versions_of(rows: Rows, document: int) -> tuple[Version, ...]:
    """The files of a document, the leading one first; () where it is the only one."""
    found = (fields_of(row) for row in rows(_VERSIONS, (document,)))
    return tuple(msgspec.convert(row, Version) for row in found)


def version_differences(rows: Rows, document: int) -> Iterator[VersionDifference]:
    """In what the other files of a document differ from the leading one, in the order of its text."""
    found = rows(_VERSIONS, (document,))
    for other in found[1:]:
        yield from _differences(
            rows, "citation", _CITED, found[0]["document"], other["document"], other["source"]
        )
        yield from _differences(
            rows, "figure", _FIGURES, found[0]["document"], other["document"], other["source"]
        )


def _differences(
    rows: Rows,
    kind: Literal["citation", "figure"],
    query: str,
    leading: int,
    other: int,
    source: str,
) -> Iterator[VersionDifference]:
    mine, theirs = rows(query, (leading,)), rows(query, (other,))
    only_mine, only_theirs = _beyond(kind, mine, theirs), _beyond(kind, theirs, mine)
    for key in dict.fromkeys((*only_mine, *only_theirs)):
        here, there = only_mine.get(key, []), only_theirs.get(key, [])
        yield VersionDifference(
            kind=kind,
            what=(here or there)[0]["what"],
            source=source,
            leading=tuple(map(_place, here)),
            other=tuple(map(_place, there)),
        )


def _beyond(
    kind: str, rows: Sequence[sqlite3.Row], others: Sequence[sqlite3.Row]
) -> dict[str, list[sqlite3.Row]]:
    """The rows, by key, whose value the others do not have, or not as often.

    How often a document is cited says nothing; of figures each stands for itself.
    """
    left = Counter((row["key"], row["value"]) for row in others)
    beyond: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        said = (row["key"], row["value"])
        if left[said]:
            left[said] -= kind == "figure"
        else:
            beyond.setdefault(row["key"], []).append(row)
    return beyond


def _place(row: sqlite3.Row) -> VersionPlace:
    return VersionPlace(start=row["start"], end=row["end"], text=row["text"])
