"""An archive that `cchc mine` has written, to be asked from Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from .closing import Closable
from .errors import StorageError, UsageError
from .index import FindingConditions, QuestionError, open_index
from .kept import Decisions, append_decision, read_decisions
from .records import (
    PERIOD_FORMS,
    SEVERITIES,
    VERDICTS,
    Decision,
    Link,
    MarkedText,
    PeriodKind,
    Record,
    Role,
    Severity,
    Span,
    Verdict,
    encode,
    read_lines,
    read_period,
    shown_head,
)

if TYPE_CHECKING:
    import pandas as pd

    from .export import Lang
    from .index import (
        Cited,
        DocumentContents,
        Fate,
        Figure,
        FigureConditions,
        FindingCount,
        FindingInContext,
        Hit,
        Index,
        LegalDocument,
        Measurement,
        Reliance,
        SupersededCitation,
        Version,
        VersionDifference,
    )
    from .series import Comparison, IndicatorUse, WideFigures

INDEX = "index.sqlite"
RECORDS = "records.jsonl"


class FindingFilter(TypedDict, total=False):
    """Which findings: of one check or several, of one severity ('error', 'warning', 'info'), `at_least`
    that grave, of one document, or those that nobody has accepted or dismissed."""

    check: str | Sequence[str]
    severity: Severity | None
    at_least: Severity | None
    source: str | None
    undecided: bool


class Archive(Closable):
    """The output folder of `cchc mine`, open for questions; a context manager.

        with Archive("ket-qua") as archive:
            archive.cited("3604/QĐ-UBND").mentions
            archive.figures_frame().groupby("agency")["value"].sum()

    Lists are in the order of source, then place, unless a method says otherwise; offsets count code
    points of the document's text.  Raises StorageError where the folder holds no archive, or one of
    another version.
    """

    def __init__(self, out: str | Path) -> None:
        self.path = Path(out)
        self._index = open_index(self.path / INDEX)

    def close(self) -> None:
        """Close the files."""
        self._index.close()

    def cited(self, number: str, limit: int | None = None) -> Cited:
        """Who cites a number: the legal documents that bear it, and every mention of them.

        Case, blanks, marks ('qd' for 'QĐ') and leading zeros do not matter; '3604' finds every
        number 3604.  The name of an act ('Luật Đất đai') and a target do as well.
        """
        return self._index.cited(number, limit)

    def document(self, name: str) -> DocumentContents:
        """What one document cites, and its figures; named by path, doc_id, a part of them, or number.

        Raises UsageError where none, or several, are called so.
        """
        return self._index.document(name)

    def figures(
        self, *, limit: int | None = None, **conditions: Unpack[FigureConditions]
    ) -> tuple[Figure, ...]:
        """Figures that meet all conditions given.

        `indicator` is an indicator's id or name; `agency` and `label` are words, with or without
        tones; `period` finds what lies within it but for some days ('2023' also '2023-Q2' and
        '2022-12-15/2023-12-14'); `source` names one document; `role` is 'value', 'share', 'change' or
        'target'.  Raises UsageError where there is no such indicator, or `period` is none.
        """
        return self._index.figures(limit=limit, **_with_id(conditions))

    def figures_wide(self, **conditions: Unpack[FigureConditions]) -> WideFigures:
        """Figures of canonical indicators: a row for each indicator, role and agency, by periods.

        Conditions are those of `figures`.  Values are in the unit of the indicator.  Of several files
        that are one document, the leading one counts.  Where several figures compete for a cell, the
        leading one stands there, and `cell.values` has all that differ; nothing is averaged.
        """
        from .series import widen

        return widen(self._index.measurements(**_with_id(conditions)))

    def compare(
        self,
        indicator: str,
        agencies: Sequence[str] = (),
        periods: Sequence[str] = (),
        *,
        by: PeriodKind | None = None,
        role: Role | None = None,
    ) -> Comparison:
        """One indicator over periods and agencies, in series that break where their subject changes.

        `agencies` are names, or words of names that all of theirs must have; `periods` keep what lies
        within one of them.  `by` is the kind of period: years if there are any, unless it is given.
        `role` as in `figures_wide`; unless given, values, and of an indicator in % shares too.
        Raises UsageError where a name or period means nothing.
        """
        from .series import agencies_called, compare, find_indicator

        known = find_indicator(indicator)
        spans = [_span(period) for period in periods]
        found = self._index.measurements(indicator=known.id)
        if agencies:
            names = {m.agency for m in found if m.agency}
            wanted = frozenset[str]().union(*(agencies_called(one, names) for one in agencies))
            found = tuple(m for m in found if m.agency in wanted)
        return compare(known, _within(found, spans), by=by, role=role)

    def indicators(self, words: str = "") -> tuple[IndicatorUse, ...]:
        """Canonical indicators, and how many figures of each the archive has.

        `words`, with or without tones, keep those that have all of them in their id or a name.
        """
        from .series import uses_of

        return uses_of(self._index.indicator_counts(), words)

    def search(self, text: str, limit: int | None = 20) -> tuple[Hit, ...]:
        """Passages that have all the words and "phrases" of a text, the best first.

        Typed with tones, they must agree; typed without, they do not matter, and d finds đ.
        """
        return self._index.search(text, limit)

    def legal_documents(
        self,
        status: str | None = None,
        *,
        held: bool | None = None,
        disputed: bool = False,
        limit: int | None = None,
    ) -> Iterator[LegalDocument]:
        """Cited documents, the most cited first.

        `status` keeps those 'resolved', 'ambiguous' or 'unresolved'; `held` those that the archive
        has itself, or has not; `disputed` those that are cited with several dates or issuers.
        """
        return self._index.legal_documents(status, held=held, disputed=disputed, limit=limit)

    def reliance(
        self, relation: str | None = None, limit: int | None = None
    ) -> tuple[Reliance, ...]:
        """Whose documents cite whose, the most mentions first; by one relation ('basis'), or any."""
        return self._index.reliance(relation, limit)

    def fates(self, target: str) -> tuple[Fate, ...]:
        """What became of a legal document and of those that replaced it, the earliest first."""
        return self._index.fates(target)

    def superseded_citations(self) -> Iterator[SupersededCitation]:
        """Citations of documents that had been replaced or repealed by the citing day."""
        return self._index.superseded_citations()

    def versions(self, name: str) -> tuple[Version, ...]:
        """The files that are one document with this one, the leading first; () where it is alone."""
        return self._index.versions(name)

    def version_differences(self, name: str) -> Iterator[VersionDifference]:
        """Citations and figures in which the other files of a document differ from the leading one."""
        return self._index.version_differences(name)

    def findings(self, **which: Unpack[FindingFilter]) -> Iterator[FindingInContext]:
        """What the audit found, each with the words around it and the decision; see FindingFilter."""
        return self._audited.findings_in_context(**_conditions(**which))

    def finding_counts(self, **which: Unpack[FindingFilter]) -> tuple[FindingCount, ...]:
        """How many findings there are, by check and severity; conditions as in `findings`."""
        return self._audited.finding_counts(**_conditions(**which))

    def finding(self, name: str) -> FindingInContext:
        """The finding of an id, or of so much of it as suffices; UsageError where none or several."""
        return self._audited.finding(name)

    def export_dossier(
        self,
        to: str | Path,
        lang: Lang = "vi",
        **which: Unpack[FindingFilter],
    ) -> Path:
        """Write what the audit found as one file for people: `*.html` (a page) or `*.xlsx`.

        Conditions as in `findings`.  Raises UsageError for other names, StorageError where the file
        cannot be written.
        """
        from .audit import rules
        from .export import Dossier, write_dossier
        from .pipeline import explain

        dossier = Dossier(
            self._audited,
            name=self.path.absolute().name,
            made=date.today().isoformat(),
            lang=lang,
            rules=rules(),
            explain=lambda code: explain(code, lang),
            **_conditions(**which),
        )
        return write_dossier(to, dossier)

    def decide(
        self, finding: str, decision: Verdict, *, note: str | None = None, by: str | None = None
    ) -> Decision:
        """Keep a decision on a finding, named as in `finding`; the last on a finding counts.

        'accept': the finding is right; 'dismiss': it is not; 'check': it is to be looked at.
        Decisions stay through every run.  Raises StorageError where they cannot be written.
        """
        if decision not in VERDICTS:
            raise UsageError(f"{decision!r} is no decision; give one of {', '.join(VERDICTS)}")
        found = self.finding(finding)
        made = Decision(
            finding_id=found.finding_id,
            decision=decision,
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            note=note or None,
            by=by or None,
            check=found.check,
            source=found.source,
            text=found.text,
        )
        append_decision(self.path, made)
        self._audited.note_decisions([made])
        return made

    def decisions(self) -> Decisions:
        """Every decision kept, in the order of time, also on findings that are no longer there."""
        return read_decisions(self.path)

    def lost_decisions(self) -> tuple[Decision, ...]:
        """The decisions that count on findings that are no longer there."""
        return self._audited.lost_decisions()

    @cached_property
    def _audited(self) -> Index:
        """The index with the decisions beside its findings."""
        self._index.note_decisions(self.decisions().history)
        return self._index

    def text(self, name: str) -> str:
        """The text of a document, named as in `document`; offsets index it."""
        return self._index.text(name)

    def export_table(self, table: str, to: str | Path, lang: Lang = "vi") -> Path:
        """Write 'citations', 'figures', 'documents', 'legal_documents', 'findings' or 'inputs' to one file.

        Its ending says the form: .csv, .xlsx, .parquet, .dta (Stata) or .jsonl.  `lang` is the
        language of headings.  Raises UsageError for other names.
        """
        from .export import COLUMNS, write_rows

        if table not in COLUMNS:
            raise UsageError(f"there is no table {table!r}; there are {', '.join(COLUMNS)}")
        index = self._audited if table == "findings" else self._index
        return write_rows(to, COLUMNS[table], index.table(table), lang)

    def export_figures(
        self,
        to: str | Path,
        lang: Lang = "vi",
        **conditions: Unpack[FigureConditions],
    ) -> Path:
        """Write the figures that meet all conditions, as in `figures`, to one file.

        Forms and headings are those of `export_table`.
        """
        from .export import COLUMNS, write_rows

        rows = self._index.figures_table(**_with_id(conditions))
        return write_rows(to, COLUMNS["figures"], rows, lang)

    def export_wide(self, wide: WideFigures, to: str | Path, lang: Lang = "vi") -> tuple[Path, ...]:
        """Write what `figures_wide` gives, and every figure behind its cells with source and quote.

        Forms are those of `export_table`; a workbook has two sheets, the other forms a second file
        `<name>-sources.<ending>`.  Returns what was written.
        """
        from .export import write_wide

        return write_wide(to, wide, lang)

    def export_chart(self, comparison: Comparison, to: str | Path, lang: Lang = "vi") -> Path:
        """Draw what `compare` gives to a .png or .svg file; `lang` is the language of its words.

        Needs matplotlib (`pip install 'cchc-mining[charts]'`); raises UsageError where it is missing
        or there is nothing to draw.  Of more than twelve series, those with the most points are drawn.
        """
        from .export import write_chart

        return write_chart(to, comparison, lang)

    def export_graph(self, to: str | Path, lang: Lang = "vi") -> tuple[Path, ...]:
        """The archive as a graph of documents: a file `*.graphml`, else a folder of two CSV files.

        Edges lead from what cites to what is cited, one a relation, with the first words that show
        it.  `lang` is the language of the CSV headings.  Returns what was written.
        """
        from .export import write_graph_tables, write_graphml

        if Path(to).suffix == ".graphml":
            return write_graphml(self._index, to)
        return write_graph_tables(self._index, to, lang)

    def export_annotations(self, folder: str | Path) -> tuple[Path, ...]:
        """Every mention as a W3C Web Annotation: a file `<doc_id>.jsonld` for each document."""
        from .export import write_annotations

        return write_annotations(self.records(), self.text, folder)

    def records(self) -> Iterator[Record]:
        """Every record, in the order of sources, read one at a time."""
        return read_lines(self.path / RECORDS, Record)

    def record(self, name: str) -> Record:
        """The record of one document, named as in `document`; UsageError where there is none."""
        source = self._index.source(name)
        beginning = b'{"source":' + encode(source)  # the first field of a record
        for record in read_lines(self.path / RECORDS, Record, beginning):
            return record
        raise StorageError(f"{self.path / RECORDS}: {source} is missing; mine again")

    def marked(self, name: str) -> MarkedText:
        """The text of a document with everything found in it, for a notebook to show."""
        return self.record(name).marked(self.text(name))

    def _repr_html_(self) -> str:
        documents = self._index.rows("SELECT count(*) FROM documents")
        counts = Counter[str]()
        for count in self.finding_counts():
            counts[count.severity] += count.findings
        return shown_head(
            self.path.absolute().name,
            (str(self.path),),
            (
                ("documents", next(documents)[0]),
                *((severity, counts[severity]) for severity in SEVERITIES),
            ),
        )

    def links(self) -> Iterator[Link]:
        """Every mention of an identified document, by source and place."""
        return self._index.links()

    def citations_frame(self) -> pd.DataFrame:
        """Citations, one a row; columns as in `cchc_mining.export.COLUMNS['citations']`.

        Whole numbers are nullable `Int64`, numbers `float64`, names that come again `category`.  Days
        are `datetime64[s]`, and NaT where they lack their day or do not exist; what is written stands
        beside them in `<name>_text`.
        """
        return self._frame("citations")

    def figures_frame(self, **conditions: Unpack[FigureConditions]) -> pd.DataFrame:
        """Figures that meet all conditions, as in `figures`, one a row.

        A fraction has `num` and `den` and no `value`; `period_start` and `period_end` are the first and
        last day of the period.
        """
        from .export import COLUMNS, table_frame

        if not conditions:
            return self._frame("figures")
        return table_frame(COLUMNS["figures"], self._index.figures_table(**_with_id(conditions)))

    def documents_frame(self) -> pd.DataFrame:
        """Documents of the archive, one a row."""
        return self._frame("documents")

    def legal_documents_frame(self) -> pd.DataFrame:
        """Cited documents, one a row, the most cited first."""
        return self._frame("legal_documents")

    def links_frame(self) -> pd.DataFrame:
        """Who cites whom: one row for each relation of one document to another, with its first words."""
        from .export import GRAPH_COLUMNS, table_frame

        return table_frame(GRAPH_COLUMNS["edges"], self._index.table("edges"))

    def findings_frame(self) -> pd.DataFrame:
        """What the audit found, one a row, with the decision on it."""
        from .export import COLUMNS, table_frame

        return table_frame(COLUMNS["findings"], self._audited.table("findings"))

    def inputs_frame(self) -> pd.DataFrame:
        """Every input path, one a row, and what became of it."""
        return self._frame("inputs")

    def extras_frame(self, kind: str | None = None) -> pd.DataFrame:
        """What extractors of other packages found, or what of one kind, one a row.

        After the columns of the place follow `fields.<name>` for what they read.
        """
        from .export import extras_frame

        return extras_frame(self.records(), kind)

    def figures_wide_frame(self, wide: WideFigures, lang: Lang = "vi") -> pd.DataFrame:
        """What `figures_wide` gives, one row a row; a column of doubles for each period.

        `lang` is the language in which `breaks` and `disputed` say what they say.
        """
        from .export import table_frame, wide_table

        return table_frame(*wide_table(wide, lang))

    def figures_wide_sources_frame(self, wide: WideFigures) -> pd.DataFrame:
        """Every figure behind the cells of `figures_wide`, with its source, page and quote."""
        from .export import sources_table, table_frame

        return table_frame(*sources_table(wide))

    def series_frame(self, comparison: Comparison, lang: Lang = "vi") -> pd.DataFrame:
        """What `compare` gives, one row a point.

        `segment` counts the breaks before it: points of one agency and another segment are not
        comparable; `breaks` says why, in `lang`.
        """
        from .export import series_table, table_frame

        return table_frame(*series_table(comparison, lang))

    def _frame(self, table: str) -> pd.DataFrame:
        from .export import COLUMNS, stored_frame, table_frame

        stored = stored_frame(self.path, table)
        return table_frame(COLUMNS[table], self._index.table(table)) if stored is None else stored


def _conditions(
    check: str | Sequence[str] = (),
    severity: Severity | None = None,
    at_least: Severity | None = None,
    source: str | None = None,
    undecided: bool = False,
) -> FindingConditions:
    """What is asked of findings, as the index is asked."""
    severities: tuple[Severity, ...] = ()
    if severity is not None:
        severities = (severity,)
    elif at_least is not None:
        severities = SEVERITIES[: SEVERITIES.index(at_least) + 1]
    return FindingConditions(
        checks=(check,) if isinstance(check, str) else tuple(check),
        severities=severities,
        source=source,
        undecided=undecided,
    )


def _with_id(conditions: FigureConditions) -> FigureConditions:
    """The conditions with the indicator's id for its name."""
    name = conditions.get("indicator")
    if name is None:
        return conditions
    from .series import find_indicator

    return {**conditions, "indicator": find_indicator(name).id}


def _span(period: str) -> Span:
    span = read_period(period)
    if span is None:
        raise QuestionError("no-such-period", period=period, forms=", ".join(PERIOD_FORMS))
    return span


def _within(found: Iterable[Measurement], spans: Sequence[Span]) -> Iterator[Measurement]:
    for m in found:
        own = read_period(m.period or "")
        if not spans or (own and any(own in span for span in spans)):
            yield m
