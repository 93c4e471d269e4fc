"""Mentions: what was found in one document, each with its exact place.

`start` and `end` are half-open, 0-based Unicode code-point offsets into the document's
`text`, and `text[start:end] == mention.text` always.  Wire names are those of the record
contract (`cchc-record/1`); null and empty fields are left out when encoded.
"""

from __future__ import annotations

from itertools import repeat
from typing import Any, Literal

from msgspec import Struct, field

# A place inside the document's text: (start, end), same coordinates as the mention's.
Place = tuple[int, int]
# A place on a page: (x0, top, x1, bottom) in points from the page's upper left corner as shown.
Box = tuple[float, float, float, float]

CitationKind = Literal["numbered", "named", "self", "reference"]
Relation = Literal[
    "basis",
    "implements",
    "guides",
    "issues",
    "amends",
    "amended_by",
    "replaces",
    "repeals",
    "attached_to",
    "reports",
    "mentions",
]
Approx = Literal[">", "<", "~", "<~", ">=", "<="]
Role = Literal["value", "change", "target", "share"]


def written(default: object) -> Any:
    """A default that is written out all the same: only null and empty fields are left out."""
    return field(default_factory=repeat(default).__next__)  # calls no function of ours


class Mention(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A stretch of the document's text that says something we know how to read.

    In formats with pages, `page` (from 1) is that on which it begins, and `boxes` are its places
    there, one a line.  `fuzzy` says that it was found in words as they were repaired, for on that page
    OCR misread them; `text` is what it read.
    """

    start: int
    end: int
    text: str
    id: str = ""
    confidence: float = written(1.0)
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    fuzzy: bool = False


class Pinpoint(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place inside a cited act: điều (article), khoản (clause), điểm (point)."""

    text: str
    dieu: str | None = None
    khoan: str | None = None
    diem: str | None = None


class Citation(Mention, frozen=True, kw_only=True, omit_defaults=True):
    """One mention of one identified document.

    `number` is canonical (no blanks, noise repaired), `number_raw` as written.  `date` is ISO
    and as written even where wrong.  `issuer` is the full name resolved in context,
    `issuer_text` what stands in the text.  `parts` gives the place of each piece, which may lie
    outside the mention's own span.  `rules` names the rule that decided each piece: 'mention', and
    those of `parts`.

    A `reference` goes back to another mention or calls a document by an alias.  `antecedent` is the
    id of the mention it goes back to, `candidates` are the targets it may have where it is left open;
    `rules['antecedent']` says how that was decided, or why not.  `parts['antecedent']` is the place of
    the mention whose short name was defined.
    """

    kind: CitationKind = written("numbered")
    number: str | None = None
    number_raw: str | None = None
    doc_type: str | None = None
    type_code: str | None = None
    date: str | None = None
    issuer: str | None = None
    issuer_text: str | None = None
    subject: str | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    relation: Relation | None = None
    relation_text: str | None = None
    footnote: int | None = None
    target: str | None = None
    antecedent: str | None = None
    candidates: tuple[str, ...] = ()
    parts: dict[str, Place] = {}
    rules: dict[str, str] = {}


class DateMention(Mention, frozen=True, kw_only=True, omit_defaults=True):
    """A day, a range of days (`start/end`), or a day left blank (`2024-01`).

    `value` is ISO 8601, or null when the day does not exist (`valid` is then false) or the year
    cannot be known.
    """

    value: str | None = None
    valid: bool = written(True)


class Period(Mention, frozen=True, kw_only=True, omit_defaults=True):
    """A month, quarter, year or longer: `2023`, `2023-10`, `2023-Q2`, `2021/2025`."""

    value: str | None = None
    kind: str = written("year")


class AgencyMention(Mention, frozen=True, kw_only=True, omit_defaults=True):
    """An organisation; `name` is its full name in this document's context.

    `anaphor` is true for a bare head ('Sở', 'Trung tâm') that stands for one organisation.
    """

    name: str | None = None
    agency_id: str | None = None
    level: str | None = None
    anaphor: bool = False


class Fraction(Struct, frozen=True):
    """A figure written `num/den`, such as 30/43."""

    num: float | int
    den: float | int


class CellRef(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where in which table a figure stands; row and column count from 0 over all rows."""

    table: str
    row: int
    column: int
    row_label: str = ""
    column_path: str = ""


class Indicator(Mention, frozen=True, kw_only=True, omit_defaults=True):
    """A figure that measures something.

    `unit` is '%', a money or measure unit, or the counted noun.  A `change` is signed.  `period`
    is any value of a period or date; `agency` a canonical name or a territory.  `indicator_id`
    is the canonical indicator, `indicator_confidence` (0 to 1) how likely that is right, and
    `indicator_value` the value in that indicator's unit.
    """

    value: float | int | Fraction
    unit: str | None = None
    approx: Approx | None = None
    role: Role = written("value")
    label: str | None = None
    indicator_id: str | None = None
    indicator_confidence: float | None = None
    indicator_value: float | int | None = None
    period: str | None = None
    agency: str | None = None
    table: CellRef | None = None
    parent: str | None = None


class Extra(Mention, frozen=True, kw_only=True, omit_defaults=True):
    """What an extractor of another package found: a `kind` of its own, and what it read."""

    kind: str
    fields: dict[str, str | int | float | bool | None] = {}


class Table(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A table found in the text.  `rows` are the cells' texts, header rows included."""

    id: str
    start: int
    end: int
    page: int | None = None
    caption: str | None = None
    header_rows: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    row_labels: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


class Anchor(Struct, frozen=True):
    """Where a footnote's mark stands in the body."""

    start: int
    end: int


class Footnote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A footnote: its definition from `start` to `end`, and where its mark stands."""

    mark: int
    start: int
    end: int
    anchor: Anchor | None = None


class Abbreviation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A short form that the document itself defines."""

    short: str
    long: str
    start: int
    end: int
