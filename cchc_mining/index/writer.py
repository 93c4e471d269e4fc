"""Writing the index: records in, one transaction, the archive linked at the end."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
from msgspec import Struct

from ..records import Citation, Header, Indicator, Place, Record
from . import rows
from .linking import LinkedRecord, Linker
from .manifestations import packed
from .passages import passages, plain, toned
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


class InputRow(Struct, frozen=True, kw_only=True):
    """What became of one input path; `outcome` as in the contract's table `inputs`."""

    path: str
    outcome: str
    size: int | None = None
    sha256: str | None = None
    reason: str | None = None
    doc_id: str | None = None


class IndexWriter:
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

    def __enter__(self) -> IndexWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # closing without a commit rolls back
        self._connection.close()

    def add(self, record: Record, text: str) -> Record:
        """Put a document in, in place of any with the same bytes or the same source.

        Returns the record with what linking inside the document adds to its citations (`target`,
        `antecedent`, `candidates`).
        """
        linked = self._linker.link_record(record, text)
        (document,) = self._ids("documents", 1)
        with storage_errors(self.path), self._all_or_nothing(document):
            self._remove_same(record)
            self._add_document(document, linked, text)
            self._add_sketch(document, record, text)
            self._add_citations(document, linked)
            self._add_mentions(document, record)
            figures = self._add_figures(document, record)
            spans = self._add_passages(document, text)
            # last: what is put into search tables cannot be taken back without saying it again
            self._add_words(figures, spans, text)
        return linked.record

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

    def _remove_same(self, record: Record) -> None:
        same = self._connection.execute(
            "SELECT id FROM documents WHERE source = ? OR doc_id = ?",
            (record.source, record.doc_id),
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
            [(id_, _plain_name(label), _plain_name(agency)) for id_, label, agency in figures],
        )
        execute("DELETE FROM documents WHERE id = ?", (document,))

    # -- putting in

    def _add_document(self, document: int, linked: LinkedRecord, text: str) -> None:
        record = linked.record
        legal, claim = self._legal(linked.own)
        self._connection.execute(
            rows.insertion("documents", ("id", *rows.DOCUMENT, *_LINKED)),
            (
                *(document, *rows.document_row(record)),
                *(linked.year, linked.acts, linked.own_via, legal, claim),
            ),
        )
        paths = record.paths or (record.source,)
        # not INSERT OR REPLACE, which costs a millisecond each
        self._connection.executemany("DELETE FROM paths WHERE path = ?", [(p,) for p in paths])
        self._connection.executemany(
            "INSERT INTO paths (path, document) VALUES (?, ?)", [(p, document) for p in paths]
        )
        self._connection.execute(
            "INSERT INTO texts (document, text) VALUES (?, ?)", (document, text)
        )

    def _add_sketch(self, document: int, record: Record, text: str) -> None:
        sketch = self._linker.sketch(text)
        bands = self._linker.bands(record.header or Header(), sketch)
        self._connection.execute(
            "INSERT INTO sketches (document, sketch) VALUES (?, ?)", (document, packed(sketch))
        )
        self._connection.executemany(
            "INSERT INTO bands (document, band) VALUES (?, ?)", [(document, band) for band in bands]
        )

    def _add_citations(self, document: int, linked: LinkedRecord) -> None:
        citations = linked.record.citations
        ids = self._ids("citations", len(citations))
        by_mention = {c.id: (id_, c) for id_, c in zip(ids, citations, strict=True)}
        places = {citation.id: place for place, citation in enumerate(citations)}
        if any(places[actor] > places[cited] for cited, actor in linked.actors.items()):
            # 'X, được thay thế bởi Y'; not for every document: all statements are then compiled anew
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
        self._connection.executemany(
            rows.insertion("citations", (*_LINKING, *rows.CITATION)),
            [
                (
                    *(id_, document, *self._legal(citation.target)),
                    *(linked.via.get(citation.id),) * 2,
                    citation.id in linked.partly,
                    *_actor(citation, by_mention.get(linked.actors.get(citation.id, ""))),
                    *rows.citation_row(citation),
                )
                for id_, citation in zip(ids, citations, strict=True)
            ],
        )

    def _legal(self, target: str | None) -> tuple[int | None, str | None]:
        """The id of a legal document's row, and the target again where it is open."""
        if target is None:
            return None, None
        legal = self._legal_ids.get(target) or self._new_legal(target)
        # negative ids: open targets, told apart without asking the linker again
        return abs(legal), target if legal < 0 else None

    def _new_legal(self, target: str) -> int:
        """As `_legal_ids` has it: negative for an open target."""
        is_open = bool(self._linker.missing(target))
        legal = self._scalar("SELECT id FROM legal_documents WHERE target = ?", (target,))
        if legal is None:
            self._connection.execute(
                "INSERT INTO legal_documents (target, family, status) VALUES (?, ?, ?)",
                (target, self._linker.family(target), "unresolved" if is_open else "resolved"),
            )
            legal = self._scalar("SELECT last_insert_rowid()")
        if len(self._legal_ids) >= _IDS_KEPT:
            self._legal_ids.clear()
        self._legal_ids[target] = -legal if is_open else legal
        return self._legal_ids[target]

    def _add_mentions(self, document: int, record: Record) -> None:
        for table, columns, values in (
            ("dates", rows.DATE, map(rows.date_row, record.dates)),
            ("periods", rows.PERIOD, map(rows.period_row, record.periods)),
            ("agencies", rows.AGENCY, map(rows.agency_row, record.agencies)),
            ("tables", rows.TABLE, map(rows.table_row, record.tables)),
        ):
            self._connection.executemany(
                rows.insertion(table, ("document", "n", *columns)),
                [(document, n, *row) for n, row in enumerate(values)],
            )

    def _add_figures(self, document: int, record: Record) -> dict[int, Indicator]:
        figures = dict(
            zip(self._ids("figures", len(record.indicators)), record.indicators, strict=True)
        )
        self._connection.executemany(
            rows.insertion("figures", ("id", "document", *rows.FIGURE)),
            [(id_, document, *rows.figure_row(figure)) for id_, figure in figures.items()],
        )
        return figures

    def _add_passages(self, document: int, text: str) -> dict[int, Place]:
        spans = list(passages(text))
        by_id = dict(zip(self._ids("passages", len(spans)), spans, strict=True))
        self._connection.executemany(
            'INSERT INTO passages (id, document, start, "end") VALUES (?, ?, ?, ?)',
            [(id_, document, *span) for id_, span in by_id.items()],
        )
        return by_id

    def _add_words(
        self, figures: Mapping[int, Indicator], spans: Mapping[int, Place], text: str
    ) -> None:
        self._connection.executemany(
            "INSERT INTO figure_words (rowid, label, agency) VALUES (?, ?, ?)",
            [(id_, _plain_name(f.label), _plain_name(f.agency)) for id_, f in figures.items()],
        )
        self._connection.executemany(
            "INSERT INTO passage_words (rowid, toned, plain) VALUES (?, ?, ?)",
            [
                (id_, toned(text[start:end]), plain(text[start:end]))
                for id_, (start, end) in spans.items()
            ],
        )


@lru_cache(maxsize=8192)
def _plain_name(name: str | None) -> str:
    """Labels and agencies come again and again."""
    return plain(name or "")


def _actor(cited: Citation, actor: tuple[int, Citation] | None) -> tuple[int | None, int, int]:
    """The row of the acting mention, and the evidence for the link."""
    id_, mention = actor if actor else (None, None)
    return (id_, *rows.evidence(cited, mention))
