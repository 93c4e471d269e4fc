"""Linking the whole archive: what single documents leave open, and one row a legal document.

Runs inside the writer's transaction, over tables, in memory that does not grow with the archive: at
a time one family of targets (those with the same serial or name) is looked at.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from .linking import Linker
from .lookup import lookup_key
from .rows import as_json

_BATCH = 1000


def settle(connection: sqlite3.Connection, linker: Linker) -> None:
    """Bring `legal_documents`, `observations` and the open citations up to date."""
    _reopen(connection)
    _forget_unmentioned(connection)  # what is gone from the archive completes nothing
    _complete_open_claims(connection, linker)
    _forget_unmentioned(connection)  # the claims that were completed
    _observe(connection)
    _summarise(connection)
    _explain_open(connection, linker)
    _describe_resolved(connection, linker)


def _reopen(connection: sqlite3.Connection) -> None:
    """Take back what an earlier run took from the archive, which may have changed since."""
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
        "UPDATE citations SET via = NULL, candidates = '[]' WHERE claim IS NOT NULL"
        " AND via = 'archive'"
    )


def _complete_open_claims(connection: sqlite3.Connection, linker: Linker) -> None:
    """Find for each open claim, by the year it was made in, what it may mean in this archive."""
    connection.execute("DROP TABLE IF EXISTS temp.open_claims")
    connection.execute(
        "CREATE TEMP TABLE open_claims AS"
        " SELECT c.claim, d.year FROM citations c JOIN documents d ON d.id = c.document"
        " WHERE c.claim IS NOT NULL AND c.candidates = '[]' AND c.kind <> 'self'"
        " UNION SELECT claim, NULL FROM documents WHERE claim IS NOT NULL"
        " ORDER BY 1, 2"
    )
    claims = _all(connection, "temp.open_claims", "claim, year")
    # they are sorted, so that a family's stand together
    for family, of_family in groupby(claims, key=lambda claim: linker.family(claim[0])):
        known = _known(connection, family)
        for claim, year in of_family:
            meant = linker.complete(claim, known, year)
            if len(meant) == 1:
                _take(connection, claim, year, meant[0])
            elif meant:
                _keep_candidates(connection, claim, year, as_json(meant))


def _known(connection: sqlite3.Connection, family: str) -> list[str]:
    """The complete targets of a family that some document names in full."""
    query = "SELECT target FROM legal_documents WHERE family = ? AND status = 'resolved'"
    return [target for (target,) in connection.execute(query, (family,))]


# Mentions of an open claim in documents of one year; a document's own number has no such bound.
_OF_CLAIM = (
    "claim = ?1 AND candidates = '[]' AND"
    " (kind = 'self' AND ?2 IS NULL OR kind <> 'self' AND"
    " (SELECT year FROM documents d WHERE d.id = document) IS ?2)"
)


def _take(connection: sqlite3.Connection, claim: str, year: int | None, target: str) -> None:
    connection.execute(
        "UPDATE citations SET via = 'archive', legal ="
        f" (SELECT id FROM legal_documents WHERE target = ?3) WHERE {_OF_CLAIM}",
        (claim, year, target),
    )
    if year is None:
        connection.execute(
            "UPDATE documents SET legal = (SELECT id FROM legal_documents WHERE target = ?)"
            " WHERE claim = ?",
            (target, claim),
        )


def _keep_candidates(
    connection: sqlite3.Connection, claim: str, year: int | None, candidates: str
) -> None:
    connection.execute(
        f"UPDATE citations SET via = 'archive', candidates = ?3 WHERE {_OF_CLAIM}",
        (claim, year, candidates),
    )


def _forget_unmentioned(connection: sqlite3.Connection) -> None:
    connection.execute(
        "DELETE FROM legal_documents WHERE"
        " NOT EXISTS (SELECT 1 FROM citations c WHERE c.legal = legal_documents.id) AND"
        " NOT EXISTS (SELECT 1 FROM documents d WHERE d.legal = legal_documents.id)"
    )


def _observe(connection: sqlite3.Connection) -> None:
    """Count every variant that is written of a legal document."""
    connection.execute("DELETE FROM observations")
    for field, column, where in (
        ("date", "date", ""),
        ("issuer", "issuer", ""),
        ("doc_type", "doc_type", ""),
        ("subject", "subject", ""),
        ("number", "number", ""),
        ("name", "text", "AND kind = 'named'"),
    ):
        connection.execute(
            f"INSERT INTO observations SELECT legal, '{field}', {column}, count(*) FROM citations"
            # an alias calls a document by another's type and by half its number
            f" WHERE legal IS NOT NULL AND {column} IS NOT NULL AND kind <> 'reference' {where}"
            f" GROUP BY legal, {column}"
        )


def _most_seen(field: str) -> str:
    # 'Văn bản' is what a writer says who does not name the type
    return (
        f"{field} = (SELECT value FROM observations o WHERE o.legal = legal_documents.id"
        f" AND o.field = '{field}' ORDER BY value = 'Văn bản', mentions DESC, value LIMIT 1)"
    )


def _summarise(connection: sqlite3.Connection) -> None:
    """One row a legal document: the variants most seen, who cites it, whether it is held."""
    chosen = ", ".join(map(_most_seen, ("number", "doc_type", "issuer", "subject", "name")))
    connection.execute(
        f"UPDATE legal_documents SET {chosen}, urn = NULL, mentions = 0, documents = 0,"
        " first_cited = NULL, last_cited = NULL,"
        " date = (SELECT CASE count(*) WHEN 1 THEN min(value) END FROM observations o"
        " WHERE o.legal = legal_documents.id AND o.field = 'date'),"
        # several files may hold one document; the first in order stands for them
        " held = (SELECT doc_id FROM documents d WHERE d.legal = legal_documents.id"
        " AND doc_id IS NOT NULL ORDER BY source LIMIT 1)"
    )
    connection.execute(
        "UPDATE legal_documents SET date = coalesce((SELECT doc_date FROM documents d"
        " WHERE d.doc_id = held AND length(doc_date) = 10), date) WHERE held IS NOT NULL"
    )
    connection.execute(
        "UPDATE legal_documents SET mentions = s.mentions, documents = s.documents,"
        " first_cited = s.first, last_cited = s.last FROM ("
        " SELECT c.legal, count(*) AS mentions, count(DISTINCT c.document) AS documents,"
        " min(d.doc_date) AS first, max(d.doc_date) AS last"
        " FROM citations c JOIN documents d ON d.id = c.document"
        # a document that speaks of itself does not cite itself
        " WHERE c.legal IS NOT NULL AND c.kind <> 'self'"
        " AND NOT (c.kind = 'reference' AND c.legal IS d.legal) GROUP BY c.legal"
        ") s WHERE s.legal = legal_documents.id"
    )


def _explain_open(connection: sqlite3.Connection, linker: Linker) -> None:
    """Status, reason and candidates of the targets that are still open."""
    query = "SELECT DISTINCT candidates FROM citations WHERE legal = ? AND candidates <> '[]'"
    for batch in _legal_documents(connection, "id, target", "status <> 'resolved'"):
        rows: list[tuple[object, ...]] = []
        for legal, target in batch:
            found = (json.loads(row[0]) for row in connection.execute(query, (legal,)))
            candidates = sorted({candidate for several in found for candidate in several})
            status = "ambiguous" if candidates else "unresolved"
            reason = "; ".join(linker.missing(target))
            rows.append((linker.family(target), reason, as_json(candidates), status, legal))
        connection.executemany(
            "UPDATE legal_documents SET family = ?, reason = ?, candidates = ?, status = ?"
            " WHERE id = ?",
            rows,
        )


def _describe_resolved(connection: sqlite3.Connection, linker: Linker) -> None:
    """What the lexicon adds to a resolved document, its URN, and how it is looked up."""
    columns = "id, target, number, doc_type, issuer, date, name"
    for batch in _legal_documents(connection, columns, "status = 'resolved'"):
        rows: list[tuple[object, ...]] = []
        for legal, target, *found in batch:
            if act := linker.known_act(target):
                known = (act.number, act.doc_type, act.issuer, act.date, None)
                found = [mine or theirs for mine, theirs in zip(found, known, strict=True)]
                found[-1] = act.name  # its official name, however it is cited
            number, doc_type, issuer, date, name = found
            urn = None
            if number and doc_type and issuer and date:
                urn = linker.urn_lex(number, doc_type, issuer, date)
            rows.append((*found, urn, lookup_key(number or name or "") or None, legal))
        connection.executemany(
            "UPDATE legal_documents SET number = ?, doc_type = ?, issuer = ?, date = ?, name = ?,"
            " urn = ?, lookup = ? WHERE id = ?",
            rows,
        )


def _legal_documents(
    connection: sqlite3.Connection, columns: str, condition: str
) -> Iterator[list[tuple[Any, ...]]]:
    """Rows of legal documents in batches, so that they may be changed meanwhile; `id` is first."""
    last = 0
    while batch := connection.execute(
        f"SELECT {columns} FROM legal_documents WHERE id > ? AND {condition}"
        f" ORDER BY id LIMIT {_BATCH}",
        (last,),
    ).fetchall():
        yield batch
        last = batch[-1][0]


def _all(
    connection: sqlite3.Connection, table: str, columns: str
) -> Iterable[tuple[str, int | None]]:
    """The rows of a table in the order they were put in, read in batches."""
    last = 0
    while batch := connection.execute(
        f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_BATCH}",
        (last,),
    ).fetchall():
        for _, claim, year in batch:
            yield claim, year
        last = batch[-1][0]
