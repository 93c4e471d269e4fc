"""Which column of a list is which: by the headings that offices usually give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from ..intake.spreadsheets import Sheet
from ..vietnamese import fold, strip_tones
from .problems import RegisterError

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_ROWS_LOOKED_AT = 40  # titles stand above the headings

# field: headings, without tones; the longest that a heading begins with decides.
_HEADINGS: Mapping[str, str] = {
    "number": "so ky hieu|so va ky hieu|so hieu|so van ban|so ki hieu|ky hieu|number|no|symbol|doc number"
    "|document number",
    "type": "loai van ban|ten loai|hinh thuc|the loai|loai|type|doc type|document type|kind",
    "date": "ngay ban hanh|ngay thang nam ban hanh|ngay van ban|ngay ky|ngay thang|thoi gian ban hanh|ngay"
    "|date|doc date|date of issue|issued|issue date",
    "issuer": "co quan ban hanh|noi ban hanh|don vi ban hanh|chu the ban hanh|co quan|issuer|issued by|agency",
    "status": "tinh trang|trang thai|hieu luc|status",
    "expired": "ngay het hieu luc|thoi diem het hieu luc|het hieu luc tu|ngay ngung hieu luc|expired"
    "|date of expiry|expiry",
    "replaced_by": "van ban thay the|duoc thay the|bi thay the|thay the boi|so van ban thay the|replaced by"
    "|replacement",
    "subject": "trich yeu|ten van ban|ten goi|noi dung|ve viec|subject|title",
}
FIELDS = tuple(_HEADINGS)
"""What an official list may tell of a document; the names that `--map` takes."""


class Headings(Struct, frozen=True):
    """The row of the headings (from 0), the column of each field, and the headings' own words."""

    row: int
    columns: dict[str, int]
    names: dict[str, str]

    def is_numbering(self, cells: Mapping[int, str]) -> bool:
        """Whether a row only numbers the columns: (1), (2), (3)."""
        texts = [cells.get(column, "").strip("() ") for column in self.columns.values()]
        filled = [text for text in texts if text]
        return len(filled) > 1 and all(text.isdigit() and len(text) < 3 for text in filled)


def find_headings(sheet: Sheet, named: Mapping[str, str]) -> Headings | None:
    """The headings of a sheet; None where no row has a column of numbers beside another.

    `named` are the headings of fields as the user names them.  Raises UsageError where one of
    them is not there.
    """
    rows = sorted(sheet.rows.items())[:_ROWS_LOOKED_AT]
    wanted = {field: _plain(heading) for field, heading in named.items()}
    for row, cells in rows:
        columns = _columns(cells, wanted)
        if "number" in columns and (len(columns) > 1 or wanted) and wanted.keys() <= columns.keys():
            names = {field: cells[column] for field, column in columns.items()}
            return Headings(row, columns, names)
    if wanted and rows:
        there = {_plain(text) for _, cells in rows for text in cells.values()}
        lost = [field for field, heading in wanted.items() if heading not in there]
        shown = max((cells for _, cells in rows), key=len)
        raise RegisterError(
            "no-such-heading" if lost else "no-number-column",
            path=sheet.name,
            heading=named[lost[0]] if lost else "",
            headings=", ".join(shown.values()),
        )
    return None


def _columns(cells: Mapping[int, str], wanted: Mapping[str, str]) -> dict[str, int]:
    """The column of each field; of several headings of one field the first."""
    columns: dict[str, int] = {}
    for column, text in sorted(cells.items()):
        plain = _plain(text)
        by_user = next((field for field, heading in wanted.items() if heading == plain), None)
        if by_user:
            columns[by_user] = column
        elif (field := _field_of(plain)) and field not in wanted:
            columns.setdefault(field, column)
    return columns


def _field_of(heading: str) -> str | None:
    for usual, field in _usual():
        if heading == usual or heading.startswith(f"{usual} "):
            return field
    return None


@cache
def _usual() -> tuple[tuple[str, str], ...]:
    """Headings and their fields, the longest first."""
    pairs = ((h, field) for field, some in _HEADINGS.items() for h in some.split("|"))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _plain(heading: str) -> str:
    return _NOT_LETTERS.sub(" ", strip_tones(fold(heading)).replace("đ", "d")).strip()
