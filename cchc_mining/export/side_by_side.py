"""Figures side by side as tables: laid out wide, the figures behind the cells, and series."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..series import Cell, Comparison, WideFigures, WideRow, describe
from .columns import COMPARED_COLUMNS, Column, Lang

Row = tuple[Any, ...]


def series_rows(comparison: Comparison, lang: Lang) -> Iterator[Row]:
    """The points of a comparison; `breaks` are those between a point and the one before it."""
    for series in comparison.series:
        before = 0
        for p in series.points:
            m = p.cell.leading
            new = [one.reason(lang) for one in series.breaks[before : p.segment]]
            before = p.segment
            yield (
                *(comparison.indicator_id, comparison.name(lang), comparison.unit, series.agency),
                *(p.period, p.value, m.approx, p.role, p.segment, int(p.unclear)),
                _json([shown(value, lang) for value in p.cell.values[1:] and p.cell.values]),
                _json(new),
                *(m.quote, m.source, m.doc_number, m.doc_date, m.page, m.start, m.end),
                *(m.mention, m.doc_id),
            )


def wide_columns(wide: WideFigures) -> tuple[Column, ...]:
    """The columns of a wide table; each period is a column of numbers, named by its value."""
    return (*COMPARED_COLUMNS["wide"], *map(_period_column, wide.periods))


def _period_column(period: str) -> Column:
    notes = (
        f"Giá trị của kỳ {describe(period, 'vi')}, theo đơn vị tính của dòng.",
        f"The value for {describe(period, 'en')}, in the unit of the row.",
    )
    return Column(period, "number", describe(period, "vi"), notes)


def wide_rows(wide: WideFigures, lang: Lang) -> Iterator[Row]:
    """The rows of a wide table; lists are JSON, as the writers take them."""
    for row in wide.rows:
        yield (
            *(row.indicator_id, row.name(lang), row.unit, row.role, row.agency),
            _json([one.reason(lang) for one in row.breaks]),
            _json([disputed_in_words(row, period, lang) for period in _disputed(row)]),
            *(_value(row.cells.get(period)) for period in wide.periods),
        )


def _disputed(row: WideRow) -> list[str]:
    return [period for period, cell in row.cells.items() if cell.is_disputed]


def disputed_in_words(row: WideRow, period: str, lang: Lang) -> str:
    """What differs in a cell: 'Năm 2023: 3 giá trị khác nhau (99,61; 99,12; 99,7)'."""
    values = "; ".join(shown(value, lang) for value in row.cells[period].values)
    count = len(row.cells[period].values)
    words = "giá trị khác nhau" if lang == "vi" else "different values"
    return f"{describe(period, lang)}: {count} {words} ({values})"


def shown(value: float, lang: Lang) -> str:
    """A number as the language writes it: 6.547 or 92,44 in Vietnamese; of a quotient four decimals."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text.translate(_SWAPPED) if lang == "vi" else text


_SWAPPED = str.maketrans(",.", ".,")


def source_rows(wide: WideFigures) -> Iterator[Row]:
    """Every figure behind every cell (COMPARED_COLUMNS["sources"]), in the order of the table."""
    for row in wide.rows:
        for period, cell in row.cells.items():
            for m in cell.measurements:
                yield (
                    *(row.indicator_id, row.role, row.agency, period, int(m is cell.leading)),
                    *(m.indicator_value, m.approx, m.text, m.unit, m.label, m.quote),
                    *(m.source, m.doc_number, m.doc_date, m.page, m.start, m.end),
                    *(m.indicator_confidence, m.confidence, m.mention, m.doc_id),
                )


def _value(cell: Cell | None) -> float | None:
    return cell.value if cell else None


def _json(texts: list[str]) -> str:
    return msgspec.json.encode(texts).decode()
