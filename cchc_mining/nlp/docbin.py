"""Records as spaCy's DocBin, for those who train models on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin

from ..archive import Archive
from .pipes import annotate


def docs_of(archive: Archive, nlp: Any) -> Iterator[Doc]:
    """The documents of an archive as Docs with all their mentions, tokenised by `nlp`.

    `doc.user_data["source"]` is the document's path.  What could not be read is left out.
    """
    for record in archive.records():
        if record.status != "failed":
            doc = annotate(nlp.make_doc(archive.text(record.source)), record)
            doc.user_data["source"] = record.source
            yield doc


def write_docbin(path: str | Path, docs: Iterable[Doc]) -> Path:
    """Write Docs with their spans and records as a `.spacy` file."""
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    return Path(path)
