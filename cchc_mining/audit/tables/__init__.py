"""Checks of one document's tables."""

from . import against_prose, cell_against_prose, formula, percent_column, row_sums, totals

CHECKS = (
    formula.CHECK,
    totals.CHECK,
    row_sums.CHECK,
    percent_column.CHECK,
    against_prose.CHECK,
    cell_against_prose.CHECK,
)
