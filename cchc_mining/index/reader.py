"""Questions to the index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, Unpack

import msgspec

from ..closing import Closable
from ..records import PERIOD_FORMS, Decision, Finding, Link, Severity, Span, read_period
from ..vietnamese import fold
from .answers import (
    Cited,
    CitedMention,
    Document,
    DocumentContents,
    Figure,
    FigureConditions,
    Hit,
    IndicatorCount,
    LegalDocument,
    Measurement,
    Reliance,
)
from .evidence import (
    CitedPassage,
    Field,
    cited_by_number,
    cited_on,
    cited_with_several,
    dated_by_issuer,
    numbered_citations,
)
from .finding import (
    WORDS_AROUND,
    Query,
    find_terms,
    read_query,
    snippet_around,
    words_around,
    words_for,
)
from .findings import (
    DECISIONS_TABLE,
    Asked,
    Coverage,
    DocumentFindings,
    FindingConditions,
    FindingCount,
    FindingInContext,
    coverage,
    documents_with_findings,
    finding_called,
    finding_counts,
    findings_asked,
    findings_in_context,
    lost_decisions,
    note_decisions,
)
from .lookup import key_from_number, lookup_key
from .problems import QuestionError
from .reported import (
    ReportedChange,
    ReportedFigure,
    different_figures,
    note_values,
    reported_changes,
    reported_values,
)
from .rows import as_json
from .schema import is_counted
from .storage import connect_to_read, fields_of, storage_errors
from .supersession import Fate, SupersededCitation, fates_of, superseded_citations
from .tables import FIGURES, FIGURES_ORDER, TABLES
from .versions import Version, VersionDifference, version_differences, versions_of

_DOC_ID_LEAST = 4  # letters of a doc_id that may stand for it
_NO_LIMIT = -1
_READ_AROUND = WORDS_AROUND + 1  # one more tells whether the text goes on

_MENTION = """
SELECT d.id, d.source, c.start, c."end", c.text, c.kind, c.mention, d.doc_id, c.page, c.number,
  c.doc_type, c.date, c.issuer, c.subject, c.pinpoints, c.relation, c.footnote, l.target, l.status,
  c.candidates, c.via, c.rules, d.doc_date AS citing_date
FROM citations c JOIN documents d ON d.id = c.document
LEFT JOIN legal_documents l ON l.id = c.legal
"""
# With what stands around it, for mentions of many documents: of a long text little is then read.
_MENTIONS_IN_WORDS = f"""
SELECT c.id AS citation, max(c.start - {_READ_AROUND}, 0) AS first,
  substr(t.text, max(c.start - {_READ_AROUND}, 0) + 1,
  c."end" - max(c.start - {_READ_AROUND}, 0) + {_READ_AROUND}) AS words,
{_MENTION.removeprefix(chr(10) + "SELECT")}
LEFT JOIN texts t ON t.document = c.document
WHERE c.id IN (SELECT value FROM json_each(?))
"""
# Not a document's own number, nor its 'Quyết định này'.
_CITING = """
SELECT c.id FROM citations c JOIN documents d INDEXED BY documents_place ON d.id = c.document
WHERE c.legal IN ({ids}) AND c.kind <> 'self' AND NOT (c.kind = 'reference' AND c.legal IS d.legal)
ORDER BY d.source, c.start, c.id LIMIT ?
"""
_COUNT_CITING = """
SELECT count(*) + (
  SELECT count(*) FROM citations c JOIN documents d ON d.id = c.document
  WHERE c.legal IN ({ids}) AND c.kind = 'reference' AND c.legal IS NOT d.legal
) FROM citations WHERE legal IN ({ids}) AND kind NOT IN ('self', 'reference')
"""
_FIGURE = """
SELECT d.source, f.start, f."end", f.text, f.value, f.num, f.den, f.mention, d.doc_id, f.page,
  f.unit, f.approx, f.role, f.label, f.indicator_id, f.indicator_confidence, f.indicator_value,
  f.period, f.agency, f.table_id, f.row_label, f.column_path, f.confidence
FROM figures f JOIN documents d ON d.id = f.document
"""
# Of several files that are one document, the leading one alone.
_MEASUREMENT = f"""
SELECT d.doc_date, d.number AS doc_number, f.parent, quote(f.document, f.start, f."end") AS quote,
{_FIGURE.removeprefix(chr(10) + "SELECT")}"""
_IS_COUNTED_MEASUREMENT = """
f.indicator_id IS NOT NULL AND f.indicator_value IS NOT NULL AND f.document IN counted_documents
"""
_INDICATOR_COUNTS = f"""
SELECT f.indicator_id, count(*) AS figures, count(DISTINCT f.document) AS documents,
  count(DISTINCT f.agency) AS agencies, min(f.period) AS first_period, max(f.period) AS last_period
FROM figures f WHERE {_IS_COUNTED_MEASUREMENT} GROUP BY f.indicator_id ORDER BY f.indicator_id
"""
_LEGAL = """
SELECT id, target, status, reason, candidates, number, name, doc_type, issuer, issuer_now, date,
  subject, urn, held, mentions, documents, first_cited, last_cited, conflicts
FROM legal_documents
"""
# Whoever cites: the document that acts on the cited one, else the document that the words stand in.
_RELIANCE = """
SELECT coalesce(s.issuer, d.issuer) AS citing, l.issuer AS cited, count(*) AS mentions,
  count(DISTINCT k.source) AS documents, count(DISTINCT k.legal) AS legal_documents
FROM links k JOIN documents d ON d.id = k.source JOIN legal_documents l ON l.id = k.legal
LEFT JOIN legal_documents s ON s.id = k.source_legal
WHERE ?1 IS NULL OR k.relation = ?1
GROUP BY 1, 2 ORDER BY mentions DESC, citing IS NULL, citing, cited LIMIT ?2
"""
_LINKS = """
SELECT d.source, d.doc_id, s.target AS acting, l.target, k.relation, k.start, k."end",
  coalesce(substr(t.text, k.start + 1, k."end" - k.start), '') AS text, c.mention
FROM links k JOIN citations c ON c.id = k.citation JOIN documents d ON d.id = k.source
JOIN legal_documents l ON l.id = k.legal LEFT JOIN legal_documents s ON s.id = k.source_legal
LEFT JOIN texts t ON t.document = k.source
ORDER BY d.source, k.start, c.id
"""
_WORDS = """
SELECT substr(t.text, ?2, ?3) FROM documents d JOIN texts t ON t.document = d.id WHERE d.source = ?1
"""
_VARIANTS = {"date": "dates", "issuer": "issuers", "doc_type": "types", "subject": "subjects"}


_IDENTITY = f"""
SELECT number, issuer, doc_date FROM documents
WHERE source = ? AND number IS NOT NULL AND {is_counted("id")}
"""


class Index(Closable):
    """An index open for reading; a context manager.

    Lists are in the order of source, then place, unless a method says otherwise.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._has_values = False
        connection.row_factory = sqlite3.Row
        connection.execute(DECISIONS_TABLE)
        connection.create_function("quote", 3, _Quotes(connection), deterministic=True)
        connection.create_function("lies_within", 2, _lies_within, deterministic=True)
        connection.create_function("folded", 1, _folded, deterministic=True)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def cited(self, number: str, limit: int | None = None) -> Cited:
        """Who cites a number, a number without its code, an act's name, or a target.

        Case, blanks, marks ('qd' for 'QĐ'), separators and leading zeros do not matter; what is
        given may break off after any of its parts ('3604', '3604/QĐ').
        """
        legal = self._legal_documents_of(number)
        ids = ", ".join(str(row["id"]) for row in legal)
        (total,) = self._one(_COUNT_CITING.format(ids=ids))
        # first which they are, of an index alone, and then their rows and texts
        first = self._all(_CITING.format(ids=ids), (_NO_LIMIT if limit is None else limit,))
        return Cited(
            number=number,
            total=total,
            legal_documents=tuple(map(self._legal_document, legal)),
            mentions=self._mentions_of([id_ for (id_,) in first]),
        )

    def source(self, name: str) -> str:
        """The source of a document, named as in `document`."""
        return self._document(self._document_id(name)).source

    def document(self, name: str) -> DocumentContents:
        """The document of that source, path, doc_id, unambiguous part of one of them, or number.

        Raises UsageError where there is none, or several.
        """
        id_ = self._document_id(name)
        return DocumentContents(
            document=self._document(id_),
            citations=self._mentions_in(id_),
            figures=self._figures("WHERE f.document = ? ORDER BY f.start, f.id", (id_,)),
        )

    def figures(
        self, *, limit: int | None = None, **conditions: Unpack[FigureConditions]
    ) -> tuple[Figure, ...]:
        """Figures that meet all conditions; UsageError where a period or document means nothing."""
        where, values = self._figures_where(**conditions)
        values.append(_NO_LIMIT if limit is None else limit)
        return self._figures(f"{where} ORDER BY d.source, f.start, f.id LIMIT ?", values)

    def measurements(self, **conditions: Unpack[FigureConditions]) -> tuple[Measurement, ...]:
        """Figures of canonical indicators that meet all conditions, as in `figures`.

        Of several files that are one document, those of the leading one.
        """
        where, values = self._figures_where(**conditions)
        clauses = (
            f"{where or 'WHERE 1'} AND {_IS_COUNTED_MEASUREMENT} ORDER BY d.source, f.start, f.id"
        )
        return tuple(_figure(row, Measurement) for row in self._all(_MEASUREMENT + clauses, values))

    def indicator_counts(self) -> tuple[IndicatorCount, ...]:
        """Every canonical indicator that is measured, by its id."""
        return tuple(
            msgspec.convert(fields_of(row), IndicatorCount) for row in self._all(_INDICATOR_COUNTS)
        )

    def figures_table(self, **conditions: Unpack[FigureConditions]) -> Iterator[tuple[Any, ...]]:
        """The rows of the table of figures that meet all conditions, as in `figures`."""
        where, values = self._figures_where(**conditions)
        return self.rows(f"{FIGURES}{where}\n{FIGURES_ORDER}", values)

    def _figures_where(
        self,
        indicator: str | None = None,
        agency: str | None = None,
        period: str | None = None,
        label: str | None = None,
        source: str | None = None,
        role: str | None = None,
    ) -> tuple[str, list[object]]:
        conditions: list[str] = []
        values: list[object] = []
        if indicator:
            conditions.append("f.indicator_id = ?")
            values.append(indicator)
        if role:
            conditions.append("f.role = ?")
            values.append(role)
        if period:
            # what lies within begins in a year of it or the one before, which the table's index tells
            days = _days_of(period)
            conditions.append("f.period >= ? AND f.period < ? AND lies_within(f.period, ?)")
            values += (str(days.first.year - 1), str(days.last.year + 1), period)
        if source:
            conditions.append("f.document = ?")
            values.append(self._document_id(source))
        if words := _column_words(label=label, agency=agency):
            conditions.append("f.id IN (SELECT rowid FROM figure_words WHERE figure_words MATCH ?)")
            values.append(words)
        return f"WHERE {' AND '.join(conditions)}" if conditions else "", values

    def search(self, text: str, limit: int | None = 20) -> tuple[Hit, ...]:
        """Passages that have all the words and "phrases" of a text, the best first.

        Words typed with tones must agree with theirs; where nothing does, the tones are left aside
        and the hits say so (`exact`).
        """
        query = read_query(text)
        hits = self._hits(query, limit, exact=True)
        if not hits and query.column == "toned":
            hits = self._hits(read_query(text, "plain"), limit, exact=False)
        return hits

    def legal_documents(
        self,
        status: str | None = None,
        *,
        held: bool | None = None,
        disputed: bool = False,
        limit: int | None = None,
    ) -> Iterator[LegalDocument]:
        """Cited documents, the most cited first.

        `held` keeps those the archive has, or has not; `disputed` those that are cited with several
        dates or issuers.
        """
        conditions = ["conflicts <> '[]'"] if disputed else ["1"]
        values: list[object] = []
        if status:
            conditions.append("status = ?")
            values.append(status)
        if held is not None:
            conditions.append(f"held IS {'NOT ' if held else ''}NULL")
        values.append(_NO_LIMIT if limit is None else limit)
        query = f"{_LEGAL} WHERE {' AND '.join(conditions)} ORDER BY mentions DESC, target LIMIT ?"
        with storage_errors(self.path):
            for row in self._connection.execute(query, values):
                yield self._legal_document(row)

    def reliance(
        self, relation: str | None = None, limit: int | None = None
    ) -> tuple[Reliance, ...]:
        """Whose documents cite whose, the most mentions first; by one relation, or by any."""
        rows = self._all(_RELIANCE, (relation, _NO_LIMIT if limit is None else limit))
        return tuple(msgspec.convert(fields_of(row), Reliance) for row in rows)

    def fates(self, target: str) -> tuple[Fate, ...]:
        """What became of a legal document and of those that replaced it, the earliest first."""
        return fates_of(self._all, target)

    def superseded_citations(self) -> Iterator[SupersededCitation]:
        """Citations of documents that had been replaced or repealed by the citing day."""
        return superseded_citations(self._all, self._mentions_of)

    def versions(self, name: str) -> tuple[Version, ...]:
        """The files that are one document with this one, the leading first; () where it is alone."""
        return versions_of(self._all, self._document_id(name))

    def version_differences(self, name: str) -> Iterator[VersionDifference]:
        """Citations and figures in which the other files of a document differ from the leading one."""
        return version_differences(self._all, self._document_id(name))

    def note_decisions(self, decisions: Iterable[Decision]) -> None:
        """What was decided of findings, to be told with them as long as this index is open."""
        with storage_errors(self.path):
            note_decisions(self._connection, decisions)

    def findings(self, **conditions: Unpack[FindingConditions]) -> Iterator[Finding]:
        """What the audit found, by source and place."""
        return findings_asked(self._each, self._asked(**conditions))

    def findings_in_context(
        self, *, by_check: bool = False, **conditions: Unpack[FindingConditions]
    ) -> Iterator[FindingInContext]:
        """As `findings`, with the words around, the document's head and the decision."""
        asked = self._asked(**conditions)
        return findings_in_context(self._each, self._text, asked, by_check=by_check)

    def finding_counts(self, **conditions: Unpack[FindingConditions]) -> tuple[FindingCount, ...]:
        """How many findings there are, by check and severity."""
        return finding_counts(self._all, self._asked(**conditions))

    def documents_with_findings(
        self, **conditions: Unpack[FindingConditions]
    ) -> Iterator[DocumentFindings]:
        """The documents that have findings, with their numbers."""
        return documents_with_findings(self._each, self._asked(**conditions))

    def coverage(self) -> Iterator[Coverage]:
        """What became of every input path, those that were not read first."""
        return coverage(self._each)

    def finding(self, name: str) -> FindingInContext:
        """The finding of an id, or of so much of it as suffices.

        Raises UsageError where there is none, or several.
        """
        return finding_called(self._all, self._text, name)

    def lost_decisions(self) -> tuple[Decision, ...]:
        """Decisions on findings that are no longer there."""
        return lost_decisions(self._all)

    def _asked(
        self,
        checks: Sequence[str] = (),
        severities: Sequence[Severity] = (),
        source: str | None = None,
        undecided: bool = False,
    ) -> Asked:
        return Asked(
            checks=tuple(checks),
            severities=tuple(severities),
            document=None if source is None else self._document_id(source),
            undecided=undecided,
        )

    def cited_with_several(self, field: Field) -> Iterator[list[CitedPassage]]:
        """The citations of each document of which several dates, issuers or subjects are written."""
        return cited_with_several(self._each, field)

    def dated_by_issuer(self) -> Iterator[list[CitedPassage]]:
        """The documents of each issuer and year, as they are cited with number and day."""
        return dated_by_issuer(self._each)

    def cited_on(self, target: str, day: str) -> Iterator[CitedPassage]:
        """The citations of a legal document that give it a day."""
        return cited_on(self._each, target, day)

    def cited_by_number(self) -> Iterator[list[CitedPassage]]:
        """The dated citations of documents that share issuer and number, of several years."""
        return cited_by_number(self._each)

    def numbered_citations(self) -> Iterator[list[CitedPassage]]:
        """The numbered citations of one legal document in one document, of another's."""
        return numbered_citations(self._each)

    def different_figures(self) -> Iterator[list[ReportedFigure]]:
        """Figures of one agency and period, in units in which several reports give several values."""
        self._note_values()
        return different_figures(self._each)

    def reported_changes(self, near: int, after: int) -> Iterator[ReportedChange]:
        """Changes whose value stands up to `near` characters before; see `ReportedChange`."""
        return reported_changes(self._each, near, after)

    def reported_values(self, like: ReportedFigure, period: str) -> list[ReportedFigure]:
        """The exact values that reports give of a figure's agency for a period."""
        self._note_values()
        return reported_values(self._each, like, period)

    def _note_values(self) -> None:
        if not self._has_values:
            note_values(self._each)
            self._has_values = True

    def conflicts(self, target: str) -> tuple[str, ...]:
        """What is said of a legal document that cannot all be right: 'date', 'issuer'."""
        found = self._all("SELECT conflicts FROM legal_documents WHERE target = ?", (target,))
        return tuple(json.loads(found[0][0])) if found else ()

    def identity(self, source: str) -> str:
        """What names a document whatever file holds it: number, issuer and day.

        The source itself where it has no number, and for a file that is a version of another.
        """
        for number, issuer, date in self._all(
            _IDENTITY,
            (source,),
        ):
            return "|".join((number, issuer or "", date or ""))
        return source

    def links(self) -> Iterator[Link]:
        """Which document cites, or acts on, which legal document: every mention, by source and place."""
        return (msgspec.convert(fields_of(row), Link) for row in self._each(_LINKS))

    def text(self, name: str) -> str:
        """The text of a document, in whose coordinates its mentions stand."""
        return self._text(self._document_id(name))

    def words(self, source: str, start: int, end: int) -> str:
        """Some words of the text of a source."""
        found = self._all(_WORDS, (source, start + 1, end - start))
        return found[0][0] if found else ""

    def table(self, name: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a table made to leave the house (a key of TABLES), in a settled order."""
        return self.rows(TABLES[name])

    def table_columns(self, name: str) -> tuple[str, ...]:
        """The names of that table's columns."""
        with storage_errors(self.path):
            cursor = self._connection.execute(f"SELECT * FROM ({TABLES[name]}) LIMIT 0")
        return tuple(column[0] for column in cursor.description)

    def rows(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query of this package, as they come."""
        with storage_errors(self.path):
            cursor = self._connection.cursor()
            cursor.row_factory = None
            yield from cursor.execute(query, values)

    # -- how

    def _all(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with storage_errors(self.path):
            return self._connection.execute(query, values).fetchall()

    def _each(self, query: str, values: Sequence[object] = ()) -> Iterator[sqlite3.Row]:
        """Rows as they come, where there may be many."""
        with storage_errors(self.path):
            # not `yield from`, which closes the cursor of who stops early: too late after `close`
            for row in self._connection.execute(query, values):  # noqa: UP028
                yield row

    def _one(self, query: str, values: Sequence[object] = ()) -> sqlite3.Row:
        return self._all(query, values)[0]

    def _text(self, document: int) -> str:
        found = self._all("SELECT text FROM texts WHERE document = ?", (document,))
        return found[0][0] if found else ""

    def _legal_documents_of(self, number: str) -> list[sqlite3.Row]:
        by_target = self._all(f"{_LEGAL} WHERE target = ?", (number.strip().lower(),))
        key = lookup_key(number)
        return by_target or self._looked_up(key) or self._looked_up(key_from_number(key))

    def _looked_up(self, key: str) -> list[sqlite3.Row]:
        if not key:
            return []
        # the key itself and whatever goes on after a blank; '!' follows the blank
        span = (key, f"{key}!")
        return self._all(
            f"{_LEGAL} WHERE id IN (SELECT id FROM legal_documents WHERE lookup >= ? AND lookup < ?"
            " UNION SELECT legal FROM citations WHERE lookup >= ? AND lookup < ? GROUP BY lookup, legal)"
            " ORDER BY mentions DESC, target",
            (*span, *span),
        )

    def _legal_document(self, row: sqlite3.Row) -> LegalDocument:
        seen: dict[str, list[object]] = {name: [] for name in _VARIANTS.values()}
        for field, value, mentions in self._all(
            "SELECT field, value, mentions FROM observations WHERE legal = ?"
            " ORDER BY mentions DESC, value",
            (row["id"],),
        ):
            if field in _VARIANTS:
                seen[_VARIANTS[field]].append({"value": value, "mentions": mentions})
        lists = {name: json.loads(row[name]) for name in ("candidates", "conflicts")}
        return msgspec.convert({**fields_of(row), **seen, **lists}, LegalDocument)

    def _mentions_in(self, document: int) -> tuple[CitedMention, ...]:
        """The mentions in a document, by place."""
        text = self._text(document)
        rows = self._all(f"{_MENTION} WHERE c.document = ? ORDER BY c.start, c.id", (document,))
        return tuple(_mention(row, text, 0) for row in rows)

    def _mentions_of(self, ids: Sequence[int]) -> tuple[CitedMention, ...]:
        """The mentions of citations' ids, in their order."""
        rows = self._all(_MENTIONS_IN_WORDS, (as_json(ids),))
        found = {row["citation"]: row for row in rows}
        return tuple(
            _mention(row, row["words"] or "", row["first"]) for row in map(found.__getitem__, ids)
        )

    def _figures(self, clauses: str, values: Sequence[object]) -> tuple[Figure, ...]:
        return tuple(_figure(row, Figure) for row in self._all(f"{_FIGURE} {clauses}", values))

    def _document_id(self, name: str) -> int:
        exact = self._all(
            "SELECT id FROM documents WHERE source = ?1 OR doc_id = ?1"
            " UNION SELECT document FROM paths WHERE path = ?1",
            (name,),
        )
        if len(exact) == 1:
            return exact[0][0]
        wanted = name.replace("\\", "/")
        found = self._all(
            "SELECT DISTINCT d.id, d.source FROM documents d JOIN paths p ON p.document = d.id"
            " WHERE p.path = ?1 OR substr(p.path, -length(?1) - 1) = '/' || ?1"
            " OR length(?1) >= ?2 AND substr(d.doc_id, 1, length(?1)) = ?1 ORDER BY d.source",
            (wanted, _DOC_ID_LEAST),
        )
        found = found or self._documents_numbered(name)
        if len(found) == 1:
            return found[0][0]
        if not found:
            raise QuestionError("no-such-document", name=name, path=self.path)
        some = ", ".join(row["source"] for row in found[:5])
        raise QuestionError("several-documents", name=name, count=len(found), some=some)

    def _documents_numbered(self, number: str) -> list[sqlite3.Row]:
        """The documents that bear a number; of several files of one document, the leading one."""
        key = key_from_number(lookup_key(number))
        if not key:
            return []
        own = self._all(
            "SELECT d.id, d.source, c.lookup FROM citations c JOIN documents d ON d.id = c.document"
            " WHERE c.kind = 'self' AND c.lookup >= ?1 AND c.lookup < ?1 || '!'"
            " AND d.id IN counted_documents GROUP BY d.id ORDER BY d.source",
            (key,),
        )
        return [row for row in own if row["lookup"] == key] or own

    def _document(self, id_: int) -> Document:
        row = self._one(
            "SELECT d.*, d.number AS doc_number, l.target FROM documents d"
            " LEFT JOIN legal_documents l ON l.id = d.legal WHERE d.id = ?",
            (id_,),
        )
        paths = self._all("SELECT path FROM paths WHERE document = ? ORDER BY path", (id_,))
        fields = {**fields_of(row), "paths": [path for (path,) in paths]}
        header = {**fields, "recipients": json.loads(row["recipients"])}
        return msgspec.convert({**fields, "header": header}, Document)

    def _hits(self, query: Query, limit: int | None, *, exact: bool) -> tuple[Hit, ...]:
        found: dict[int, sqlite3.Row] = {}
        for match in query.matches:
            rows = self._all(
                'SELECT p.id, p.document, p.start, p."end", d.source, d.doc_id FROM'
                " (SELECT rowid, rank FROM passage_words WHERE passage_words MATCH ?"
                "  ORDER BY rank LIMIT ?) w"
                " JOIN passages p ON p.id = w.rowid JOIN documents d ON d.id = p.document"
                " ORDER BY w.rank, d.source, p.start",
                (match, _NO_LIMIT if limit is None else limit),
            )
            for row in rows:
                found.setdefault(row["id"], row)
            if limit is not None and len(found) >= limit:
                break
        return tuple(self._hit(query, row, exact=exact) for row in [*found.values()][:limit])

    def _hit(self, query: Query, row: sqlite3.Row, *, exact: bool) -> Hit:
        offset = row["start"]
        passage = self._text(row["document"])[offset : row["end"]].rstrip()
        places = find_terms(query, passage)
        left, right = snippet_around(passage, places)
        first = places[0] if places else (0, len(passage))
        return Hit(
            source=row["source"],
            doc_id=row["doc_id"],
            start=offset + first[0],
            end=offset + first[1],
            snippet_start=offset + left,
            snippet=passage[left:right],
            matches=tuple((offset + s, offset + e) for s, e in places if left <= s and e <= right),
            exact=exact,
        )


class _Quotes:
    """The words around a place of a document, on one line.  Rows come document by document."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._document: int | None = None
        self._text = ""

    def __call__(self, document: int, start: int, end: int) -> str:
        if document != self._document:
            found = self._connection.execute(
                "SELECT text FROM texts WHERE document = ?", (document,)
            ).fetchone()
            self._document, self._text = document, found[0] if found else ""
        before, after = words_around(self._text, start, end)
        return " ".join(f"{before}{self._text[start:end]}{after}".split())


def open_index(path: str | Path) -> Index:
    """Open an index for reading.

    Raises StorageError where there is none, or the file is no index or one of another version.
    """
    path = Path(path)
    return Index(path, connect_to_read(path))


def _column_words(**wanted: str | None) -> str:
    """An FTS5 query that asks for words in the columns they are given for."""
    found = ((column, words_for(text)) for column, text in wanted.items() if text)
    return " AND ".join(f"{column} : ({words})" for column, words in found if words)


def _days_of(period: str) -> Span:
    days = read_period(period)
    if days is None:
        raise QuestionError("no-such-period", period=period, forms=", ".join(PERIOD_FORMS))
    return days


@lru_cache(maxsize=4096)
def _lies_within(period: str | None, whole: str) -> bool:
    """Whether a period is a part of another."""
    part, days = read_period(period or ""), read_period(whole)
    return part is not None and days is not None and part in days


def _folded(text: str | None) -> str:
    return fold(text or "")


def _mention(row: sqlite3.Row, words: str, first: int) -> CitedMention:
    """A mention out of its row; `words` are those around it, which begin at offset `first`."""
    fields = fields_of(row)
    start, end, candidates = fields["start"] - first, fields["end"] - first, fields["candidates"]
    fields["before"], fields["after"] = words_around(words, start, end)
    fields["candidates"] = json.loads(candidates) if candidates != "[]" else ()
    return msgspec.convert(fields, CitedMention)


_F = TypeVar("_F", bound=Figure)


def _figure(row: sqlite3.Row, kind: type[_F]) -> _F:
    fields = fields_of(row)
    if row["den"] is not None:
        fields["value"] = {"num": row["num"], "den": row["den"]}
    return msgspec.convert(fields, kind)
