"""Small archives written by hand, one line a document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cchc_mining import link
from cchc_mining.index import IndexWriter
from cchc_mining.records import Citation, Header, Record

Fields = dict[str, object]


def document(source: str, text: str, *citations: Fields, **header: object) -> tuple[Record, str]:
    """A document; each citation stands where its `text` stands, and the words must be in it."""
    found: list[Citation] = []
    for i, fields in enumerate(citations, 1):
        start = text.index(str(fields["text"]))
        end = start + len(str(fields["text"]))
        found.append(Citation(**{"start": start, "end": end, "id": f"c{i}", **fields}))  # type: ignore[arg-type]
    record = Record(
        source=source,
        doc_id=hashlib.sha256(f"{source}{text}".encode()).hexdigest(),
        header=Header(**header) if header else None,  # type: ignore[arg-type]
        citations=tuple(sorted(found, key=lambda c: c.start)),
    )
    return record, text


def cite(text: str, number: str, **fields: object) -> Fields:
    """A citation."""
    return {"text": text, "number": number, **fields}


def build(path: Path, *documents: tuple[Record, str]) -> Path:
    """An index of those documents."""
    with IndexWriter(path, link) as writer:
        for record, text in documents:
            writer.add(record, text)
        writer.finish()
    return path
