"""A document while it is composed: its text, the truth it draws on, the slip it may contain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from .annotated import AnnotatedText, Label, Mark
from .catalogue import Assignment, Kind
from .facts import Acts, Series, chance, signed_on
from .phrases import agency, period

Slip = Literal["date_conflict", "pct_mismatch", "sum_mismatch", "impossible_date", "out_of_series"]

Planted = dict[str, object]


class Span(NamedTuple):
    """A reporting period as it is written, and its value."""

    written: str
    value: str

    @property
    def mark(self) -> Mark:
        """The labelled words."""
        return period(self.written, self.value)


def reporting(kind: Kind, year: int) -> Span:
    """The period that a report of this kind covers."""
    return {
        "quarter": Span(f"quý I năm {year}", f"{year}-Q1"),
        "half": Span(f"6 tháng đầu năm {year}", f"{year}-01/{year}-06"),
        "nine-months": Span(f"9 tháng đầu năm {year}", f"{year}-01/{year}-09"),
        "year": Span(f"năm {year}", f"{year}"),
        "plan": Span(f"năm {year}", f"{year}"),
    }[kind]


def following(kind: Kind, year: int) -> Span:
    """The period after the one that a report covers."""
    return {
        "quarter": Span(f"quý II năm {year}", f"{year}-Q2"),
        "half": Span(f"6 tháng cuối năm {year}", f"{year}-07/{year}-12"),
        "nine-months": Span(f"quý IV năm {year}", f"{year}-Q4"),
        "year": Span(f"năm {year + 1}", f"{year + 1}"),
        "plan": Span(f"năm {year}", f"{year}"),
    }[kind]


class Draft:
    """What the sections of one document are written with."""

    def __init__(self, assignment: Assignment, seed: int, slip: Slip | None) -> None:
        self.assignment = assignment
        self.seed = seed
        self.text = AnnotatedText()
        self.draw = chance(seed, "document", assignment.number)
        self.acts = Acts(seed, assignment.province)
        self.series = Series(seed, assignment.province, assignment.office)
        self.signed = signed_on(assignment, self.draw)
        self.span = reporting(assignment.kind, assignment.year)
        self.next_span = following(assignment.kind, assignment.year)
        self.header: Label = {"layer": "header"}
        self.planted: list[Planted] = []
        self._slip = slip

    @property
    def council(self) -> str:
        """The full name of the provincial people's committee."""
        return self.assignment.province.offices[0].name

    @property
    def office(self) -> Mark:
        """The issuing office as it speaks of itself."""
        office = self.assignment.office
        return agency(office.written, office.name)

    def slips(self, slip: Slip) -> bool:
        """Whether this document shall contain the slip, and does not yet."""
        return self._slip == slip and not self.planted

    def plant(self, expected: object, place: str, evidence: Sequence[str] = ()) -> None:
        """Note the slip that was just written at the mark tagged `place`.

        `evidence` are the tags of the marks that show what is right.
        """
        self.planted.append(
            {
                "kind": self._slip,
                **self.text.place(place),
                "expected": expected,
                "evidence": [self.text.place(tag) for tag in evidence],
            }
        )

    def figure(
        self,
        written: str,
        value: float | dict[str, int],
        unit: str,
        label: str,
        keywords: str,
        *,
        tag: str = "",
        **fields: object,
    ) -> Mark:
        """A figure; a value of the document's period and of its office unless `fields` differ.

        A field is None where a reader could not say for certain: what a committee reports may be
        its own doing, or that of its whole territory.
        """
        office = self.assignment.office
        usual: Label = {
            "value": value,
            "unit": unit,
            "role": "value",
            "label": label,
            "keywords": keywords.split("|"),
            "period": self.span.value,
            "agency": office.name if office.level == "department" else None,
        }
        return Mark("indicator", (written,), usual | fields, tag)
