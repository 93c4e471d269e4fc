"""What an index says, to compare two of them."""

from __future__ import annotations

from pathlib import Path

from cchc_mining.index import open_index

_QUERIES = (
    "SELECT source, doc_id, number, year, acts, via, claim FROM documents",
    "SELECT d.source, c.mention, c.claim, l.target, c.via, c.own_via, c.candidates, c.partly"
    " FROM citations c JOIN documents d ON d.id = c.document LEFT JOIN legal_documents l ON l.id = c.legal",
    "SELECT d.source, l.target FROM documents d LEFT JOIN legal_documents l ON l.id = d.legal",
    "SELECT target, family, status, reason, candidates, number, doc_type, issuer, issuer_now, date, subject,"
    " name, urn, held, mentions, documents, first_cited, last_cited, lookup FROM legal_documents",
    "SELECT l.target, o.field, o.value, o.mentions FROM observations o"
    " JOIN legal_documents l ON l.id = o.legal",
    "SELECT v.target, v.family, v.reason, l.target FROM variants v JOIN legal_documents l ON l.id = v.legal",
    "SELECT d.source, e.source, m.role, m.why, m.likeness FROM manifestations m"
    " JOIN documents d ON d.id = m.document JOIN documents e ON e.id = m.leading",
    "SELECT f.target, f.fate, f.by_target, f.by_number, f.by_date, f.since, f.whole, f.doubt, f.origin,"
    " d.source, c.mention FROM fates f LEFT JOIN citations c ON c.id = f.citation"
    " LEFT JOIN documents d ON d.id = c.document",
    "SELECT d.source, f.mention, f.value, f.num FROM figures f JOIN documents d ON d.id = f.document",
    "SELECT d.source, a.n, a.name FROM agencies a JOIN documents d ON d.id = a.document",
    "SELECT d.source, p.start FROM passages p JOIN documents d ON d.id = p.document",
    "SELECT d.source, b.band FROM bands b JOIN documents d ON d.id = b.document",
)  # fmt: skip


def contents(path: Path) -> list[list[tuple[object, ...]]]:
    """Everything an index says, without the numbers its rows happen to have."""
    with open_index(path) as index:
        return [sorted(index.rows(query), key=repr) for query in _QUERIES] + [
            [(hit.source, hit.start) for hit in index.search("thuc hien", 50)]
        ]
