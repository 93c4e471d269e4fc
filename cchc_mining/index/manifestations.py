"""Files that are one document: which of them leads, and how the others are known to belong to it.

Documents with a number of their own come first: those of one target are compared with one another.
Then those without (drafts, scans whose date cannot be read) look for theirs among the documents with
which they share a band of the sketch; one that fits several equally well is left alone.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from ..records import Header
from .linking import Likeness, Linker

# How much more alike the best of several must be than the second.
_CLEARLY = 0.1
# What speaks against a file's leading, the gravest first, and what the lack of it is called.
_FAULTS = (
    ("d.number IS NULL", "numbered"),
    ("coalesce(length(d.doc_date), 0) < length('2024-01-31')", "dated"),
    ("d.warnings LIKE '%\"ocr-used\"%'", "not-scanned"),
    ("d.signer IS NULL", "signed"),
)
_BEST_BY_NAME = "source"
# Sorts the file first that leads: '0010' and its source.
_RANK = " || ".join(f"({fault})" for fault, _ in _FAULTS) + " || d.source"
_COLUMNS = (
    "d.id, d.number, d.doc_type, d.issuer, d.doc_date, d.title, s.sketch, " + _RANK + " AS rank"
)
_FROM = "FROM documents d JOIN sketches s ON s.document = d.id"
# With a number that is complete by itself.
_NUMBERED = "(d.legal IS NOT NULL AND d.claim IS NULL)"
_LEADS = "d.id NOT IN (SELECT document FROM manifestations WHERE document <> leading)"


class _File(Struct, frozen=True):
    """One file as far as it matters here."""

    id: int
    header: Header
    sketch: tuple[int, ...]
    rank: str

    @property
    def faults(self) -> list[bool]:
        """Which of _FAULTS it has."""
        return [self.rank[i] == "1" for i in range(len(_FAULTS))]

    @property
    def role(self) -> str:
        """What it is beside the leading one."""
        unnumbered, _, scanned, _ = self.faults
        return "draft" if unnumbered else "scan" if scanned else "copy"


def packed(sketch: Sequence[int]) -> bytes:
    """A sketch as it stands in its table."""
    return struct.pack(f"<{len(sketch)}I", *sketch)


def find_manifestations(connection: sqlite3.Connection, linker: Linker) -> None:
    """Fill the table `manifestations` anew."""
    connection.execute("DELETE FROM manifestations")
    several = connection.execute(
        f"SELECT legal FROM documents d WHERE {_NUMBERED} GROUP BY legal HAVING count(*) > 1"
        " ORDER BY legal"
    ).fetchall()
    for (legal,) in several:
        files = _files(connection, f"{_NUMBERED} AND d.legal = ?", (legal,))
        _gather(connection, linker, files)
    _order_the_rest(connection)
    for file in _the_rest(connection):
        _join_best(connection, linker, file, _NUMBERED)
    for file in _the_rest(connection):
        _join_best(connection, linker, file, f"NOT {_NUMBERED} AND {_RANK} < ?2", file.rank)


def _files(connection: sqlite3.Connection, condition: str, values: Sequence[object]) -> list[_File]:
    """The files that meet a condition, the best first."""
    query = f"SELECT {_COLUMNS} {_FROM} WHERE {condition} ORDER BY rank"
    return [_file(row) for row in connection.execute(query, values)]


def _file(row: Sequence[Any]) -> _File:
    id_, number, doc_type, issuer, date, title, sketch, rank = row
    header = Header(doc_number=number, doc_type=doc_type, issuer=issuer, doc_date=date, title=title)
    return _File(id_, header, struct.unpack(f"<{len(sketch) // 4}I", sketch), rank)


def _gather(connection: sqlite3.Connection, linker: Linker, files: Iterable[_File]) -> None:
    """Files of one target, the best first: each goes to the first leader that it is a version of."""
    leaders: list[_File] = []
    for file in files:
        for leader in leaders:
            if found := _likeness(linker, leader, file):
                _join(connection, leader, file, found)
                break
        else:
            leaders.append(file)


def _likeness(linker: Linker, one: _File, other: _File) -> Likeness | None:
    return linker.version_of(one.header, other.header, one.sketch, other.sketch)


def _order_the_rest(connection: sqlite3.Connection) -> None:
    """The files without a number of their own that may have a share in a document, the best first."""
    connection.execute("DROP TABLE IF EXISTS temp.unplaced")
    connection.execute(
        f"CREATE TEMP TABLE unplaced AS SELECT d.id FROM documents d WHERE NOT {_NUMBERED}"
        f" AND d.issuer IS NOT NULL ORDER BY {_RANK}"
    )


def _the_rest(connection: sqlite3.Connection) -> Iterator[_File]:
    row = 0
    while found := connection.execute(
        "SELECT rowid, id FROM temp.unplaced WHERE rowid > ? AND id NOT IN"
        " (SELECT document FROM manifestations) ORDER BY rowid LIMIT 1",
        (row,),
    ).fetchone():
        row, id_ = found
        yield from _files(connection, "d.id = ?", (id_,))


def _join_best(
    connection: sqlite3.Connection, linker: Linker, file: _File, which: str, *values: object
) -> None:
    """Join a file to the leading one that it is a version of, if that is clear."""
    others = _files(
        connection,
        f"{_LEADS} AND d.id <> ?1 AND d.id IN"
        " (SELECT b.document FROM bands own JOIN bands b ON b.band = own.band"
        f"  WHERE own.document = ?1) AND {which}",
        (file.id, *values),
    )
    fitting = [(other, found) for other in others if (found := _likeness(linker, other, file))]
    fitting.sort(key=lambda pair: (-pair[1].share, pair[0].rank))
    if not fitting:
        return
    (best, likeness), *rest = fitting
    if rest and likeness.share - rest[0][1].share < _CLEARLY:
        return  # the draft of either
    _join(connection, best, file, likeness)


def _join(connection: sqlite3.Connection, leader: _File, file: _File, likeness: Likeness) -> None:
    lead = next(
        (
            virtue
            for (_, virtue), mine, theirs in zip(_FAULTS, leader.faults, file.faults, strict=True)
            if theirs and not mine
        ),
        _BEST_BY_NAME,
    )
    connection.execute(
        "INSERT OR IGNORE INTO manifestations (document, leading, role, why, likeness)"
        " VALUES (?1, ?1, 'leading', ?2, 1)",
        (leader.id, lead),
    )
    connection.execute(
        "INSERT INTO manifestations (document, leading, role, why, likeness)"
        " VALUES (?, ?, ?, ?, ?)",
        (file.id, leader.id, file.role, likeness.evidence, round(likeness.share, 3)),
    )
