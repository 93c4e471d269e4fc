"""Complete targets that are one document after all: brought under the target that stands for it.

What a mention says stays in its `claim`; the row of the other target goes, and `variants` keeps what it
was and why it is the same.  Looked at are targets of one serial that were seen under one day.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from .linking import Linker, Sighting

_SUBJECTS = 8  # the most often seen of each


def unite_same(connection: sqlite3.Connection, linker: Linker) -> None:
    """Fill the table `variants` anew and take its targets out of `temp.seen`."""
    connection.execute("DELETE FROM variants")
    pairs = _pairs(connection, linker)
    for family, of_family in groupby(pairs, key=lambda pair: pair[0]):
        _unite(connection, family, [pair[1:] for pair in of_family])
    _move_mentions(connection)


def _pairs(connection: sqlite3.Connection, linker: Linker) -> Iterator[tuple[str, str, str, str]]:
    """Family, one target, the other, and the reason; in the order of families."""
    groups = connection.execute(
        "SELECT l.family, s.date, json_group_array(DISTINCT s.legal) FROM temp.seen s"
        " JOIN legal_documents l ON l.id = s.legal WHERE length(s.date) = 10"
        " GROUP BY l.family, s.date HAVING count(DISTINCT s.legal) > 1 ORDER BY l.family, s.date"
    )
    for family, _, legal in groups:
        found = linker.same_documents([_sighting(connection, id_) for id_ in json.loads(legal)])
        for one, other, reason in found:
            yield family, one, other, reason


def _sighting(connection: sqlite3.Connection, legal: int) -> Sighting:
    (target, held) = connection.execute(
        "SELECT target, EXISTS (SELECT 1 FROM documents d WHERE d.legal = l.id)"
        " FROM legal_documents l WHERE id = ?",
        (legal,),
    ).fetchone()
    subjects = connection.execute(
        "SELECT subject FROM temp.seen WHERE legal = ? AND subject IS NOT NULL"
        " GROUP BY subject ORDER BY sum(n) DESC, subject LIMIT ?",
        (legal, _SUBJECTS),
    )
    return target, [subject for (subject,) in subjects], bool(held)


def _unite(
    connection: sqlite3.Connection, family: str, pairs: Iterable[tuple[str, str, str]]
) -> None:
    """Targets that hang together, by one pair or over several, become one."""
    groups: dict[str, set[str]] = {}
    reasons: dict[str, set[str]] = {}
    for one, other, reason in pairs:
        group = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(group, group))
        for target in (one, other):
            reasons.setdefault(target, set()).add(reason)
    for group in {frozenset(group) for group in groups.values()}:
        ranks = sorted(_rank(connection, target) for target in group)
        if not ranks[1][0]:
            continue  # the archive holds two of them: the one between may be either
        stands = ranks[0][-1]
        connection.executemany(
            "INSERT INTO variants (target, family, legal, reason) VALUES"
            " (?, ?, (SELECT id FROM legal_documents WHERE target = ?), ?)",
            [(target, family, stands, min(reasons[target])) for target in sorted(group - {stands})],
        )


def _rank(connection: sqlite3.Connection, target: str) -> tuple[bool, int, str]:
    """The target that stands for all: that of a held document, else the one most often seen."""
    held, mentions = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM documents d WHERE d.legal = l.id),"
        " (SELECT sum(n) FROM temp.seen s WHERE s.legal = l.id)"
        " FROM legal_documents l WHERE target = ?",
        (target,),
    ).fetchone()
    return not held, -(mentions or 0), target


def _move_mentions(connection: sqlite3.Connection) -> None:
    """What is said of a variant is said of the document; where it stood is kept as the claim."""
    moved = "legal IN (SELECT l.id FROM legal_documents l JOIN variants v ON v.target = l.target)"
    if connection.execute("SELECT 1 FROM variants LIMIT 1").fetchone() is None:
        return
    connection.execute(f"DELETE FROM temp.seen WHERE {moved}")
    for table, via in (("citations", " via = coalesce(via, 'same'),"), ("documents", "")):
        connection.execute(
            f"UPDATE {table} SET claim = (SELECT target FROM legal_documents l WHERE l.id = legal),{via}"
            " legal = (SELECT v.legal FROM legal_documents l JOIN variants v"
            f" ON v.target = l.target WHERE l.id = {table}.legal)"
            f" WHERE claim IS NULL AND {moved}"
        )
