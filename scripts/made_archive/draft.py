"""A document while it is composed: its text, the truth it draws on, the slip it may contain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from .annotated import AnnotatedText, Label, Mark
from .catalogue import Assignment, Kind
from .facts import DONE, Act, Acts, Series, central_acts, chance, in_year, signed_on
from .phrases import agency, period

Slip = str
"""A kind of error, as planted.jsonl names it."""

Planted = dict[str, object]


_CITED_BY_SECTIONS = ("plan", "directive", "letter", "fees")
_LAST_DAY: dict[Kind, tuple[int, int]] = {
    "quarter": (3, 31),
    "half": (6, 30),
    "nine-months": (9, 30),
    "year": (12, 31),
    "plan": (12, 31),
}


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

    def __init__(self, assignment: Assignment, seed: int, slips: Collection[Slip] = ()) -> None:
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
        self.done = DONE[assignment.kind]
        self._slips = frozenset(slips)
        self.citable = self._citable()
        self.used: set[object] = set()

    @property
    def council(self) -> str:
        """The full name of the provincial people's committee."""
        return self.assignment.province.offices[0].name

    @property
    def office(self) -> Mark:
        """The issuing office as it speaks of itself."""
        office = self.assignment.office
        return agency(office.written, office.name)

    @property
    def last_day(self) -> date:
        """The last day of the period that the document covers."""
        year = self.assignment.year
        month, day = _LAST_DAY[self.assignment.kind]
        return date(year, month, day)

    @property
    def dated(self) -> date:
        """The day in the head: that of signing, or the one of the year before by mistake."""
        wrong = self.slips("before_period")
        return in_year(self.signed, self.signed.year - 1) if wrong else self.signed

    def _citable(self) -> list[Act]:
        """Acts of the last two years, and central ones in force, that no section cites."""
        years = (self.signed.year - 1, self.signed.year)
        cited = [self.acts.of(y)[key] for y in years for key in _CITED_BY_SECTIONS]
        acts = [act for act in self.acts.in_force(self.signed) if act not in cited]
        acts += central_acts(self.signed)
        self.draw.shuffle(acts)
        return acts

    def unused_acts(self, number: int, suits: Callable[[Act], bool]) -> list[Act]:
        """Acts that this document has not cited yet; fewer, where there are not so many."""
        chosen = list(islice(filter(suits, self.citable), number))
        self.citable = [act for act in self.citable if act not in chosen]
        return chosen

    def slips(self, slip: Slip) -> bool:
        """Whether this document shall contain the slip."""
        return slip in self._slips

    def plant(self, slip: Slip, expected: object, place: str, evidence: Sequence[str] = ()) -> None:
        """Note the slip that was just written at the mark tagged `place`.

        `evidence` are the tags of the marks that show what is right.
        """
        self.planted.append(
            {
                "kind": slip,
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
