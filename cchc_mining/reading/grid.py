"""A table of one text, with the place of every cell."""

from __future__ import annotations

from msgspec import Struct

from ..records import Table

_SEPARATOR = " > "


class Cell(Struct, frozen=True):
    """A cell's text without the blanks around it, and its place in the view."""

    text: str
    start: int
    end: int


class Grid(Struct, frozen=True, kw_only=True):
    """One table.  Rows and columns count from 0 over all rows; every row has the same width.

    `columns[c]` is the path of headings above a column, `labels[r]` what names a data row ('' in
    heading rows).  `formulas[c]` is what a numbering row says of a column ('(3)=(4)+(5)').
    `first_data` is the number of rows before the data.  `figures` are the columns that measure.
    `units[r]` is the row's cell in a column of units ('' where the table has none).
    """

    number: int
    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    first_data: int
    columns: tuple[tuple[str, ...], ...]
    formulas: tuple[str, ...]
    labels: tuple[str, ...]
    units: tuple[str, ...]
    figures: tuple[int, ...]
    caption: str | None = None
    caption_start: int | None = None
    unit: str | None = None

    @property
    def id(self) -> str:
        """Unique in its document and the same in every run."""
        return f"t{self.number}"

    def column_path(self, column: int) -> str:
        """'Số lượng hồ sơ tiếp nhận > Trong kỳ > Trực tuyến'."""
        return _SEPARATOR.join(self.columns[column])

    def to_table(self) -> Table:
        """The table as the record keeps it; offsets stay those of the view."""
        return Table(
            id=self.id,
            start=self.start,
            end=self.end,
            caption=self.caption,
            header_rows=self.first_data,
            rows=tuple(tuple(cell.text for cell in row) for row in self.rows),
            row_labels=self.labels,
            columns=tuple(self.column_path(c) for c in range(len(self.columns))),
        )
