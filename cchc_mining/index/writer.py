"""Writing the index: records in, one transaction, the archive linked at the end."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ..closing import Closable
from ..records import Record
from . import rows, schema
from .linking import Linker
from .passages import plain, toned
from .preparing import Prepared, Target, plain_name, prepare
from .settling import settle
from .storage import connect_to_write, storage_errors

_IDS_KEPT = 20_000
# Of a document's row, what `rows.document_row` does not know.
_LINKED = ("year", "acts", "via", "legal", "claim")
# Of a citation's row, what `rows.citation_row` does not know.
_LINKING = (
    *("id", "document", "legal", "claim", "via", "own_via", "partly"),
    *("actor", "evidence_start", "evidence_end"),
)

# A legal document's row and, where its target is open, the target.
_Legal = tuple[int | None, str | None]
_NOTHING: _Legal = (None, None)


class InputRow(Struct, frozen=True, kw_only=True):
    """What became of one input path; `outcome` as in the contract's table `inputs`."""

    path: str
    outcome: str
    size: int | None = None
    sha256: str | None = None
    reason: str | None = None
    doc_id: str | None = None


class IndexWriter(Closable):
    """Adds documents to an index; all or nothing.

    Everything happens in one transaction that `finish` commits: until then, readers see the index
    as it was, and it stays so if the block is left without `finish`, by an error or a power cut.

        with IndexWriter(out / "index.sqlite", link) as index:
            for record, text in mined:
                linked = index.add(record, text)
            index.finish()

    `linker` is the module `cchc_mining.link`.  Raises StorageError where the file cannot be
    written.
    """

    def __init__(self, path: str | Path, linker: Linker) -> None:
        self.path = Path(path)
        self._linker = linker
        self._connection = connect_to_write(self.path)
        self._legal_ids: dict[str, int] = {}
        self._next = {
            table: self._scalar(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
            for table in ("documents", "citations", "figures", "passages")
        }
        is_new = self._next["documents"] == 1
        self._indices = schema.drop_indices(self._connection) if is_new else ()

    def close(self) -> None:
        """Close the file; what is not finished is taken back."""
        self._connection.close()

    def add(self, record: Record, text: str) -> Record:
        """Put a document in, in place of any with the same bytes or the same source.

        Returns the record with what linking inside the document adds to its citations (`target`,
        `antecedent`, `candidates`).
        """
        linked = self._linker.link_record(record, text)
        paths = record.paths or (record.source,)
        self.put(prepare(linked, text, self._linker), record.source, paths)
        return linked.record

    def put(self, prepared: Prepared, source: str, paths: Sequence[str]) -> None:
        """As `add`, for a document prepared elsewhere; `paths` are all names of its content."""
        (document,) = self._ids("documents", 1)
        with storage_errors(self.path), self._all_or_nothing(document):
            self._remove_same(prepared.doc_id, source)
            legal = [self._legal(target) for target in prepared.targets]
            self._put_document(document, prepared, source, legal)
            self._put_paths(document, paths)
            self._put_sketch(document, prepared)
            self._put_citations(document, prepared, legal)
            self._put_mentions(document, prepared)
            figures = self._put_figures(document, prepared)
            spans = self._put_passages(document, prepared)
            # last: what is put into search tables cannot be taken back without saying it again
            self._put_words(figures, spans, prepared)

    @contextmanager
    def _all_or_nothing(self, document: int) -> Generator[None]:
        """A document that cannot be put in whole leaves nothing behind.

        Not a savepoint: at each of them the search tables write out what they hold, which halves
        the speed.
        """
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:  # a full disk has ended it already
                self._connection.execute("DELETE FROM documents WHERE id = ?", (document,))
            raise

    def remove(self, source: str) -> None:
        """Take the document of that source out; nothing happens if there is none."""
        with storage_errors(self.path):
            for (document,) in self._connection.execute(
                "SELECT id FROM documents WHERE source = ?", (source,)
            ).fetchall():
                self._remove(document)

    def add_input(self, row: InputRow) -> None:
        """Note what became of one input path; replaces what was noted of it before."""
        values = msgspec.structs.astuple(row)
        columns = ", ".join(row.__struct_fields__)
        with storage_errors(self.path):
            self._connection.execute(
                f"INSERT OR REPLACE INTO inputs ({columns}) VALUES (?, ?, ?, ?, ?, ?)", values
            )

    def forget_inputs(self) -> None:
        """Take out what was noted of input paths."""
        with storage_errors(self.path):
            self._connection.execute("DELETE FROM inputs")

    def finish(self) -> None:
        """Link the documents of the whole archive and commit.

        The result does not depend on the order in which documents were added.  More may be added
        afterwards, and `finish` called again.
        """
        with storage_errors(self.path):
            for statement in self._indices:
                self._connection.execute(statement)
            self._indices = ()
            settle(self._connection, self._linker)
            self._connection.execute("COMMIT")
            self._connection.execute("PRAGMA optimize")
            self._connection.execute("BEGIN IMMEDIATE")
        self._legal_ids.clear()

    def _scalar(self, query: str, values: Sequence[object] = ()) -> Any:
        row = self._connection.execute(query, values).fetchone()
        return row[0] if row else None

    def _ids(self, table: str, count: int) -> range:
        first = self._next[table]
        self._next[table] = first + count
        return range(first, first + count)

    # -- taking out

    def _remove_same(self, doc_id: str | None, source: str) -> None:
        same = self._connection.execute(
            "SELECT id FROM documents WHERE source = ? OR doc_id = ?", (source, doc_id)
        )
        for (document,) in same.fetchall():
            self._remove(document)

    def _remove(self, document: int) -> None:
        # a contentless search table forgets a row only if it is told what stood in it
        execute = self._connection.execute
        text = self._scalar("SELECT text FROM texts WHERE document = ?", (document,)) or ""
        spans = execute(
            'SELECT id, start, "end" FROM passages WHERE document = ?', (document,)
        ).fetchall()
        self._connection.executemany(
            "INSERT INTO passage_words (passage_words, rowid, toned, plain)"
            " VALUES ('delete', ?, ?, ?)",
            [(id_, toned(text[start:end]), plain(text[start:end])) for id_, start, end in spans],
        )
        figures = execute(
            "SELECT id, label, agency FROM figures WHERE document = ?", (document,)
        ).fetchall()
        self._connection.executemany(
            "INSERT INTO figure_words (figure_words, rowid, label, agency)"
            " VALUES ('delete', ?, ?, ?)",
            [(id_, plain_name(label), plain_name(agency)) for id_, label, agency in figures],
        )
        execute("DELETE FROM documents WHERE id = ?", (document,))

    # -- putting in

    def _put_document(
        self, document: int, prepared: Prepared, source: str, legal: Sequence[_Legal]
    ) -> None:
        own = _NOTHING if prepared.own is None else legal[prepared.own]
        self._connection.execute(
            rows.insertion("documents", ("id", "source", *rows.DOCUMENT, *_LINKED)),
            (
                *(document, source, *prepared.document),
                *(prepared.year, prepared.acts, prepared.own_via, *own),
            ),
        )
        self._connection.execute(
            "INSERT INTO texts (document, text) VALUES (?, ?)", (document, prepared.text)
        )

    def _put_paths(self, document: int, paths: Sequence[str]) -> None:
        # not INSERT OR REPLACE, which costs a millisecond each
        self._connection.executemany("DELETE FROM paths WHERE path = ?", [(p,) for p in paths])
        self._connection.executemany(
            "INSERT INTO paths (path, document) VALUES (?, ?)", [(p, document) for p in paths]
        )

    def _put_sketch(self, document: int, prepared: Prepared) -> None:
        self._connection.execute(
            "INSERT INTO sketches (document, sketch) VALUES (?, ?)", (document, prepared.sketch)
        )
        self._connection.executemany(
            "INSERT INTO bands (document, band) VALUES (?, ?)",
            [(document, band) for band in prepared.bands],
        )

    def _put_citations(self, document: int, prepared: Prepared, legal: Sequence[_Legal]) -> None:
        if any((link.actor or 0) > place for place, link in enumerate(prepared.links)):
            # 'X, được thay thế bởi Y'; not for every document: all statements are then compiled anew
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
        ids = self._ids("citations", len(prepared.citations))
        self._connection.executemany(
            rows.insertion("citations", (*_LINKING, *rows.CITATION)),
            [
                (
                    *(id_, document, *(_NOTHING if link.target is None else legal[link.target])),
                    *(link.via, link.via, link.partly),
                    *(None if link.actor is None else ids[link.actor], *link.evidence),
                    *row,
                )
                for id_, link, row in zip(ids, prepared.links, prepared.citations, strict=True)
            ],
        )

    def _legal(self, target: Target) -> _Legal:
        """The id of a legal document's row, and the target again where it is open."""
        id_ = self._legal_ids.get(target.target)
        if id_ is None:
            id_ = self._new_legal(target)
            if len(self._legal_ids) >= _IDS_KEPT:
                self._legal_ids.clear()
            self._legal_ids[target.target] = id_
        return id_, target.target if target.is_open else None

    def _new_legal(self, target: Target) -> int:
        id_ = self._scalar("SELECT id FROM legal_documents WHERE target = ?", (target.target,))
        if id_ is not None:
            return id_
        status = "unresolved" if target.is_open else "resolved"
        inserted = self._connection.execute(
            "INSERT INTO legal_documents (target, family, status) VALUES (?, ?, ?)",
            (target.target, target.family, status),
        )
        return inserted.lastrowid or 0

    def _put_mentions(self, document: int, prepared: Prepared) -> None:
        for table, columns, values in (
            ("dates", rows.DATE, prepared.dates),
            ("periods", rows.PERIOD, prepared.periods),
            ("agencies", rows.AGENCY, prepared.agencies),
            ("tables", rows.TABLE, prepared.tables),
        ):
            self._connection.executemany(
                rows.insertion(table, ("document", "n", *columns)),
                [(document, n, *row) for n, row in enumerate(values)],
            )

    def _put_figures(self, document: int, prepared: Prepared) -> range:
        ids = self._ids("figures", len(prepared.figures))
        self._connection.executemany(
            rows.insertion("figures", ("id", "document", *rows.FIGURE)),
            [(id_, document, *row) for id_, row in zip(ids, prepared.figures, strict=True)],
        )
        return ids

    def _put_passages(self, document: int, prepared: Prepared) -> range:
        ids = self._ids("passages", len(prepared.passages))
        self._connection.executemany(
            'INSERT INTO passages (id, document, start, "end") VALUES (?, ?, ?, ?)',
            [(i, document, p.start, p.end) for i, p in zip(ids, prepared.passages, strict=True)],
        )
        return ids

    def _put_words(self, figures: range, spans: range, prepared: Prepared) -> None:
        self._connection.executemany(
            "INSERT INTO figure_words (rowid, label, agency) VALUES (?, ?, ?)",
            [(id_, *words) for id_, words in zip(figures, prepared.figure_words, strict=True)],
        )
        self._connection.executemany(
            "INSERT INTO passage_words (rowid, toned, plain) VALUES (?, ?, ?)",
            [(i, p.toned, p.plain) for i, p in zip(spans, prepared.passages, strict=True)],
        )
