"""One row a legal document: what is most often written of it, who cites it, what the lexicon adds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from .linking import Linker
from .lookup import lookup_key
from .rows import as_json

_BATCH = 1000
_FIELDS = ("date", "issuer", "doc_type", "subject", "number", "name")


def observe(connection: sqlite3.Connection) -> None:
    """Count every variant that is written of a legal document.

    What stands only in a file that does not count (see `manifestations`) is a variant seen 0 times.
    """
    connection.execute("DELETE FROM observations")
    for field in _FIELDS:
        connection.execute(
            f"INSERT INTO observations SELECT legal, '{field}', {field}, sum(n) FROM temp.seen"
            f" WHERE {field} IS NOT NULL GROUP BY legal, {field}"
        )


def describe(connection: sqlite3.Connection, linker: Linker) -> None:
    """Bring the rows of `legal_documents` up to date; `observe` comes before."""
    _summarise(connection)
    _explain_open(connection, linker)
    _describe_resolved(connection, linker)
    _note_conflicts(connection, linker)


def _note_conflicts(connection: sqlite3.Connection, linker: Linker) -> None:
    """Of which resolved documents the archive says what cannot all be right."""
    connection.execute("UPDATE legal_documents SET conflicts = '[]' WHERE conflicts <> '[]'")
    several = (
        "SELECT legal, json_group_array(value) FROM observations JOIN legal_documents l ON l.id = legal"
        " WHERE field = ? AND observations.mentions > 0 AND l.status = 'resolved'"
        " GROUP BY legal HAVING count(*) > 1"
    )
    conflicts: dict[int, list[str]] = {}
    for legal, _ in connection.execute(several, ("date",)):
        conflicts.setdefault(legal, []).append("date")
    for legal, issuers in connection.execute(several, ("issuer",)):
        # the committee and its standing board, or a body and its head, are one
        if len({linker.bodies(issuer) for issuer in json.loads(issuers)}) > 1:
            conflicts.setdefault(legal, []).append("issuer")
    connection.executemany(
        "UPDATE legal_documents SET conflicts = ? WHERE id = ?",
        ((as_json(fields), legal) for legal, fields in conflicts.items()),
    )


# What is put last of a field's variants, however often it is seen: a type that names none, a number
# without its code ('91' for '91-KL/TU'), a subject that is hardly more than a type ('Quy chế').
_POOR = {
    "doc_type": "value = 'Văn bản'",
    "number": "value NOT GLOB '*[-/]*'",
    "subject": "length(value) < 16",
}


def _most_seen(field: str) -> str:
    return (
        f"{field} = (SELECT value FROM observations o WHERE o.legal = legal_documents.id"
        f" AND o.field = '{field}' ORDER BY {_POOR.get(field, 'NULL')}, mentions DESC, value LIMIT 1)"
    )


def _summarise(connection: sqlite3.Connection) -> None:
    """The variants most seen, who cites it, whether it is held."""
    chosen = ", ".join(map(_most_seen, ("number", "doc_type", "issuer", "subject", "name")))
    connection.execute(
        f"UPDATE legal_documents SET {chosen}, urn = NULL, issuer_now = NULL, mentions = 0,"
        " documents = 0, first_cited = NULL, last_cited = NULL,"
        # dates of drafts alone (seen 0 times) count where there are no others
        " date = (SELECT CASE count(*) WHEN 1 THEN min(value) END FROM observations o"
        " WHERE o.legal = legal_documents.id AND o.field = 'date' AND (o.mentions > 0 OR"
        " NOT EXISTS (SELECT 1 FROM observations p WHERE p.legal = o.legal"
        " AND p.field = 'date' AND p.mentions > 0))),"
        # several files may hold one document; the leading one stands for them
        " held = (SELECT doc_id FROM documents d WHERE d.legal = legal_documents.id"
        " AND doc_id IS NOT NULL ORDER BY d.id NOT IN (SELECT id FROM counted_documents), source"
        " LIMIT 1)"
    )
    # who holds the document itself need not go by what others say of it
    connection.execute(
        "UPDATE legal_documents SET date = coalesce((SELECT doc_date FROM documents d"
        " WHERE d.doc_id = held AND length(doc_date) = 10), date), subject = coalesce((SELECT title"
        " FROM documents d WHERE d.doc_id = held), subject) WHERE held IS NOT NULL"
    )
    connection.execute(
        "UPDATE legal_documents SET mentions = s.mentions, documents = s.documents,"
        " first_cited = s.first, last_cited = s.last FROM ("
        " SELECT c.legal, count(*) AS mentions, count(DISTINCT c.document) AS documents,"
        " min(d.doc_date) AS first, max(d.doc_date) AS last"
        " FROM citations c JOIN documents d ON d.id = c.document"
        " WHERE c.legal IS NOT NULL AND c.kind <> 'self' AND c.document NOT IN"
        " (SELECT document FROM manifestations WHERE document <> leading)"
        # a document that speaks of itself does not cite itself
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
            now = linker.present_name(issuer) if issuer else None
            rows.append((*found, urn, now, lookup_key(number or name or "") or None, legal))
        connection.executemany(
            "UPDATE legal_documents SET number = ?, doc_type = ?, issuer = ?, date = ?, name = ?,"
            " urn = ?, issuer_now = ?, lookup = ? WHERE id = ?",
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
