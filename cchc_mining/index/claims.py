"""Open targets: put back as each document makes them, then completed from what the archive knows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from .linking import Linker, Meaning
from .rows import as_json

_BATCH = 1000
# An issuer that is now one with others: candidates are known before the archive is asked.
_OF_MERGED_ISSUER = "claim GLOB '*@[?]?*@*'"


class _Claim(NamedTuple):
    """An open target with what bears on it; the citations that agree in all are settled alike."""

    target: str
    written: int | None
    day: str | None
    is_own: bool

    @property
    def citations(self) -> str:
        """The condition that its citations meet; its parameters are the fields but the last."""
        kind = "kind = 'self'" if self.is_own else "kind <> 'self' AND date IS ?3"
        return (
            f"claim = ?1 AND candidates = '[]' AND {kind}"
            " AND (SELECT year FROM documents d WHERE d.id = document) IS ?2"
        )


def reopen_claims(connection: sqlite3.Connection) -> None:
    """Take back what an earlier run took from the archive, which may have changed since."""
    _part_variants(connection)
    for table in ("citations", "documents"):
        connection.execute(
            "INSERT OR IGNORE INTO legal_documents (target, family, status)"
            f" SELECT DISTINCT claim, '', 'unresolved' FROM {table} WHERE claim IS NOT NULL"
        )
        connection.execute(
            f"UPDATE {table} SET legal = (SELECT id FROM legal_documents WHERE target = claim)"
            " WHERE claim IS NOT NULL"
        )
    connection.execute(
        "UPDATE citations SET candidates = '[]' WHERE claim IS NOT NULL"
        f" AND (via = 'archive' OR {_OF_MERGED_ISSUER})"
    )
    connection.execute("UPDATE citations SET via = own_via WHERE claim IS NOT NULL")


def _part_variants(connection: sqlite3.Connection) -> None:
    """Complete targets that were united with others are targets of their own again."""
    connection.execute(
        "INSERT OR IGNORE INTO legal_documents (target, family, status)"
        " SELECT target, family, 'resolved' FROM variants"
    )
    own = "(SELECT id FROM legal_documents WHERE target = claim)"
    for table, via in (("citations", ", via = own_via"), ("documents", "")):
        connection.execute(
            f"UPDATE {table} SET legal = {own}, claim = NULL{via}"
            " WHERE claim IN (SELECT target FROM variants)"
        )


def complete_open_claims(connection: sqlite3.Connection, linker: Linker) -> None:
    """Find for each open claim what it may mean in this archive."""
    _gather(connection)
    # they are sorted, so that a family's stand together
    for family, of_family in groupby(
        _claims(connection), key=lambda claim: linker.family(claim.target)
    ):
        known, aliases = _known(connection, family)
        for claim in of_family:
            meaning = linker.decide(
                claim.target,
                known,
                aliases,
                written=claim.written,
                day=claim.day,
                is_own=claim.is_own,
            )
            if meaning.target:
                _take(connection, claim, meaning.target)
            elif meaning.candidates:
                _keep_candidates(connection, claim, meaning)


def _gather(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE IF EXISTS temp.open_claims")
    connection.execute(
        "CREATE TEMP TABLE open_claims AS"
        " SELECT c.claim, d.year, c.date, 0 AS is_own FROM citations c"
        " JOIN documents d ON d.id = c.document WHERE c.claim IS NOT NULL AND instr(c.claim, '?')"
        " AND c.candidates = '[]' AND c.kind <> 'self'"
        " UNION SELECT claim, year, NULL, 1 FROM documents WHERE claim IS NOT NULL AND instr(claim, '?')"
        " ORDER BY 1, 2, 3, 4"
    )


def _claims(connection: sqlite3.Connection) -> Iterator[_Claim]:
    """The claims in their order, read in batches, because settling them changes tables."""
    last = 0
    while batch := connection.execute(
        "SELECT rowid, claim, year, date, is_own FROM temp.open_claims WHERE rowid > ?"
        " ORDER BY rowid LIMIT ?",
        (last, _BATCH),
    ).fetchall():
        for _, claim, year, date, is_own in batch:
            yield _Claim(claim, year, date, bool(is_own))
        last = batch[-1][0]


def _known(
    connection: sqlite3.Connection, family: str
) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The complete targets of a family, each with its dates; those that are another's lead to it."""
    known: dict[str, list[str]] = {}
    aliases: dict[str, str] = {}
    for target, stands, dates in connection.execute(
        "SELECT t.target, l.target, (SELECT json_group_array(DISTINCT s.date) FROM temp.seen s"
        "  WHERE s.legal = l.id AND s.date IS NOT NULL)"
        " FROM (SELECT target, id AS legal FROM legal_documents"
        "  WHERE family = ?1 AND status = 'resolved'"
        "  UNION ALL SELECT target, legal FROM variants WHERE family = ?1) t"
        " JOIN legal_documents l ON l.id = t.legal",
        (family,),
    ):
        known[target] = json.loads(dates)
        aliases[target] = stands
    return known, aliases


def _take(connection: sqlite3.Connection, claim: _Claim, target: str) -> None:
    legal = "(SELECT id FROM legal_documents WHERE target = ?4)"
    values = (*claim[:3], target)
    connection.execute(
        f"UPDATE citations SET via = 'archive', legal = {legal} WHERE {claim.citations}", values
    )
    if claim.is_own:
        connection.execute(
            f"UPDATE documents SET legal = {legal} WHERE claim = ?1 AND year IS ?2 AND ?3 IS NULL",
            values,
        )


def _keep_candidates(connection: sqlite3.Connection, claim: _Claim, meaning: Meaning) -> None:
    via = "'archive'" if meaning.from_archive else "own_via"
    connection.execute(
        f"UPDATE citations SET via = {via}, candidates = ?4 WHERE {claim.citations}",
        (*claim[:3], as_json(meaning.candidates)),
    )
