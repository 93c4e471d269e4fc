"""The archive as tables for people (CSV) and programs (Parquet), as a graph, as annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ..errors import UsageError
from ..index import Index, open_index
from ..records import Decision, Record
from .aside import Aside, aside
from .columns import (
    COLUMNS,
    COMPARED_COLUMNS,
    DOSSIER_COLUMNS,
    GRAPH_COLUMNS,
    Column,
    ColumnType,
    Lang,
)
from .dossier import Dossier
from .table_file import TableFile

if TYPE_CHECKING:
    import pandas as pd

    from ..series import Comparison, WideFigures

_read_list = msgspec.json.Decoder(list[str]).decode
_ROWS_AT_ONCE = 2000  # of a row group; with all its cells some 10 MB


def write_tables(
    index_path: str | Path,
    out_dir: str | Path,
    lang: Lang = "vi",
    decisions: Iterable[Decision] = (),
    tables: Iterable[str] = tuple(COLUMNS),
) -> tuple[Path, ...]:
    """Write `tables`, every one of COLUMNS by default, as `<table>.csv` and `<table>.parquet`.

    `lang` is the language of the CSV headings: 'vi' for people, 'en' for the stable names that
    Parquet always has.  `decisions` stand beside the findings they are on.  The same archive gives
    the same bytes.  Files are written aside and take their names when all are done.  Returns their
    paths.  Raises StorageError where the index cannot be read or the folder not written.
    """
    if lang not in ("vi", "en"):
        raise UsageError(f"no such language: {lang!r}; give 'vi' or 'en'")
    with open_index(index_path) as index, aside(Path(out_dir)) as files:
        index.note_decisions(decisions)
        for table in tables:
            _write(index, table, files, lang)
        return files.commit()


def write_table(
    table: str, index_path: Path, out_dir: Path, lang: Lang, decisions: Iterable[Decision]
) -> list[str]:
    """As `write_tables`, for a process that writes one; the names of its files."""
    written = write_tables(index_path, out_dir, lang, decisions, (table,))
    return [path.name for path in written]


def write_rows(
    path: str | Path,
    columns: Sequence[Column],
    rows: Iterator[tuple[Any, ...]],
    lang: Lang = "vi",
) -> Path:
    """Write rows to one file; its ending says the form: see FORMS.

    Written row by row but for Stata, which needs the whole in memory.  Raises UsageError where the
    ending names no form, StorageError where the file cannot be written.
    """
    path = Path(path)
    form = _forms().get(path.suffix.lower())
    if form is None:
        raise UsageError(f"{path}: the file's name must end in one of {', '.join(FORMS)}")
    with aside(path.parent) as files:
        with form(files.path(path.name), columns, lang) as file:
            for values in _batches(rows, columns):
                file.write(values)
        return files.commit()[0]


Rows = Iterator[tuple[Any, ...]]


def wide_table(wide: WideFigures, lang: Lang = "vi") -> tuple[tuple[Column, ...], Rows]:
    """Columns and rows of figures laid out wide; a column of numbers for each period."""
    from .side_by_side import wide_columns, wide_rows

    return wide_columns(wide), wide_rows(wide, lang)


def sources_table(wide: WideFigures) -> tuple[tuple[Column, ...], Rows]:
    """Columns and rows of all figures behind the cells of a wide table, with source and quote."""
    from .side_by_side import source_rows

    return COMPARED_COLUMNS["sources"], source_rows(wide)


def series_table(comparison: Comparison, lang: Lang = "vi") -> tuple[tuple[Column, ...], Rows]:
    """Columns and rows of the points of a comparison."""
    from .side_by_side import series_rows

    return COMPARED_COLUMNS["series"], series_rows(comparison, lang)


def table_frame(columns: Sequence[Column], rows: Rows) -> pd.DataFrame:
    """Rows as a data frame; see `frame.parquet_frame` for its types."""
    from .frame import frame_of

    return frame_of(columns, _batches(rows, columns))


def extras_frame(records: Iterable[Record], kind: str | None = None) -> pd.DataFrame:
    """What extractors of other packages found; see `extras.extras_frame`."""
    from . import extras

    return extras.extras_frame(records, kind)


def stored_frame(folder: Path, table: str) -> pd.DataFrame | None:
    """A table that `write_tables` wrote into a folder, as a data frame; None where it is not there."""
    from .frame import parquet_frame

    path = folder / f"{table}.parquet"
    return parquet_frame(path, COLUMNS[table]) if path.exists() else None


def write_wide(path: str | Path, wide: WideFigures, lang: Lang = "vi") -> tuple[Path, ...]:
    """Write figures laid out wide, and every figure behind the cells (`sources_table`).

    A workbook has them on two sheets; in the other forms a second file `<name>-sources.<ending>`
    stands beside the first.  Returns the files' paths.  Raises as `write_rows`.
    """
    path = Path(path)
    table, sources = wide_table(wide, lang), sources_table(wide)
    if path.suffix.lower() == ".xlsx":
        title = "Nguồn" if lang == "vi" else "Sources"
        return (_write_two_sheets(path, table, title, sources, lang),)
    beside = path.with_name(f"{path.stem}-sources{path.suffix}")
    return write_rows(path, *table, lang), write_rows(beside, *sources, lang)


def _write_two_sheets(
    path: Path,
    first: tuple[Sequence[Column], Rows],
    title: str,
    second: tuple[Sequence[Column], Rows],
    lang: Lang,
) -> Path:
    from .xlsx_file import XlsxFile

    with aside(path.parent) as files:
        with XlsxFile(files.path(path.name), first[0], lang) as book:
            for values in _batches(first[1], first[0]):
                book.write(values)
            book.next_table(title, second[0])
            for values in _batches(second[1], second[0]):
                book.write(values)
        return files.commit()[0]


def write_chart(path: str | Path, comparison: Comparison, lang: Lang = "vi") -> Path:
    """Draw a comparison; the file's ending says the form: see CHART_FORMS.

    Raises UsageError where the ending names none, matplotlib is missing or there is nothing to draw,
    StorageError where the file cannot be written.
    """
    from .chart import write_picture

    path = Path(path)
    form = path.suffix.lower()
    if form not in CHART_FORMS:
        raise UsageError(f"{path}: the file's name must end in one of {', '.join(CHART_FORMS)}")
    with aside(path.parent) as files:
        write_picture(files.path(path.name), form, comparison, lang)
        return files.commit()[0]


CHART_FORMS = (".png", ".svg")
"""The endings of file names that `write_chart` knows."""

FORMS = (".csv", ".xlsx", ".parquet", ".dta", ".jsonl")
"""The endings of file names that `write_rows` knows."""


def _forms() -> Mapping[str, Callable[[Path, Sequence[Column], Lang], TableFile]]:
    """What writes each form; the libraries are loaded when one is asked for."""
    from .csv_file import CsvFile

    def xlsx(path: Path, columns: Sequence[Column], lang: Lang) -> TableFile:
        from .xlsx_file import XlsxFile

        return XlsxFile(path, columns, lang)

    def parquet(path: Path, columns: Sequence[Column], _lang: Lang) -> TableFile:
        from .parquet_file import ParquetFile

        return ParquetFile(path, columns)

    def stata(path: Path, columns: Sequence[Column], lang: Lang) -> TableFile:
        from .stata_file import StataFile

        return StataFile(path, columns, lang)

    def jsonl(path: Path, columns: Sequence[Column], _lang: Lang) -> TableFile:
        from .jsonl_file import JsonLinesFile

        return JsonLinesFile(path, columns)

    return dict(zip(FORMS, (CsvFile, xlsx, parquet, stata, jsonl), strict=True))


DOSSIER_FORMS = (".html", ".xlsx")
"""The endings of file names that `write_dossier` knows."""


def write_dossier(path: str | Path, dossier: Dossier) -> Path:
    """Write what the audit found as one file for people, a page or a workbook by its ending.

    Raises UsageError for other endings, StorageError where the file cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() not in DOSSIER_FORMS:
        raise UsageError(f"{path}: the file's name must end in one of {', '.join(DOSSIER_FORMS)}")
    with aside(path.parent) as files:
        if path.suffix.lower() == ".html":
            from .dossier.page import write_page

            write_page(files.path(path.name), dossier)
        else:
            from .dossier.workbook import write_workbook

            write_workbook(files.path(path.name), dossier)
        return files.commit()[0]


def write_graph_tables(index: Index, out_dir: str | Path, lang: Lang = "vi") -> tuple[Path, ...]:
    """Write the archive as a graph: `nodes.csv` and `edges.csv` (GRAPH_COLUMNS) into a folder."""
    from .csv_file import CsvFile

    with aside(Path(out_dir)) as files:
        for table, columns in GRAPH_COLUMNS.items():
            with CsvFile(files.path(f"{table}.csv"), columns, lang) as csv:
                for values in _batches(index.table(table), columns):
                    csv.write(values)
        return files.commit()


def write_graphml(index: Index, path: str | Path) -> tuple[Path, ...]:
    """Write the archive as a graph to one GraphML file."""
    from .graphml import write_graphml

    path = Path(path)
    with aside(path.parent) as files:
        write_graphml(files.path(path.name), index.table("nodes"), index.table("edges"))
        return files.commit()


def write_annotations(
    records: Iterable[Record], text_of: Callable[[str], str], out_dir: str | Path
) -> tuple[Path, ...]:
    """Write each record's mentions as W3C Web Annotations: `<doc_id>.jsonld` into a folder.

    `text_of` gives the text of a source.  Records without a doc_id could not be read and have no
    mentions; they are left out.
    """
    from .annotations import annotation_page

    with aside(Path(out_dir)) as files:
        for record in records:
            if record.doc_id:
                page = annotation_page(record, text_of(record.source))
                content = msgspec.json.format(msgspec.json.encode(page), indent=1)
                files.path(f"{record.doc_id}.jsonld").write_bytes(content)
        return files.commit()


def _write(index: Index, table: str, files: Aside, lang: Lang) -> None:
    columns = COLUMNS[table]
    forms = _forms()
    with ExitStack() as stack:
        open_files = [
            stack.enter_context(forms[form](files.path(f"{table}{form}"), columns, lang))
            for form in (".csv", ".parquet")
        ]
        for values in _batches(index.table(table), columns):
            for file in open_files:
                file.write(values)


def _batches(
    rows: Iterator[tuple[Any, ...]], columns: Sequence[Column]
) -> Iterator[list[Sequence[Any]]]:
    """Some rows at a time, as the values of each column."""
    while batch := list(islice(rows, _ROWS_AT_ONCE)):
        yield [
            list(map(_read_list, values)) if column.type == "list" else values
            for column, values in zip(columns, zip(*batch, strict=True), strict=True)
        ]


__all__ = [
    "CHART_FORMS",
    "COLUMNS",
    "COMPARED_COLUMNS",
    "DOSSIER_COLUMNS",
    "DOSSIER_FORMS",
    "FORMS",
    "GRAPH_COLUMNS",
    "Column",
    "ColumnType",
    "Dossier",
    "Lang",
    "extras_frame",
    "series_table",
    "sources_table",
    "stored_frame",
    "table_frame",
    "wide_table",
    "write_annotations",
    "write_chart",
    "write_dossier",
    "write_graph_tables",
    "write_graphml",
    "write_rows",
    "write_table",
    "write_tables",
    "write_wide",
]
