"""The pieces that sentences are made of, each with the label that it deserves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from .annotated import Mark, Piece
from .facts import Act

_PERIOD_IN_SUBJECT = re.compile(r"(giai đoạn (\d{4})-(\d{4})|năm (\d{4}))")


def count(number: int) -> str:
    """As offices write counts: dots between thousands, two digits at least."""
    return f"{number:02}" if number < 10 else f"{number:,}".replace(",", ".")


def decimal(number: float, places: int = 2) -> str:
    """With a decimal comma, by default with two places: '65,00'."""
    return f"{number:,.{places}f}".translate(str.maketrans(",.", ".,"))


def percent(part: int, whole: int) -> float:
    """The share of a part, in percent, rounded to two places."""
    return round(100 * part / whole, 2)


def day(value: date, *, tag: str = "") -> Mark:
    """'05/4/2023': the day always with two digits, the month only where it is 1 or 2."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    written = f"{value.day:02}/{month}/{value.year}"
    return Mark("date", (written,), {"value": value.isoformat(), "valid": True}, tag)


def long_day(value: date, *, tag: str = "") -> Mark:
    """'ngày 05 tháng 4 năm 2023'."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    written = f"ngày {value.day:02} tháng {month} năm {value.year}"
    return Mark("date", (written,), {"value": value.isoformat(), "valid": True}, tag)


def impossible_day(written: str, *, tag: str) -> Mark:
    """A day that no calendar has, such as 31/11/2023."""
    return Mark("date", (written,), {"value": None, "valid": False}, tag)


def period(written: str, value: str) -> Mark:
    """A month, quarter, year or longer."""
    return Mark("period", (written,), {"value": value})


def agency(written: str, name: str, *, anaphor: bool = False) -> Mark:
    """An organisation and its full name."""
    fields: dict[str, object] = {"name": name}
    if anaphor:
        fields["anaphor"] = True
    return Mark("agency", (written,), fields)


def law(name: str) -> Mark:
    """An act of the National Assembly, cited by name."""
    fields = {"kind": "named", "number": None, "doc_type": "Luật", "date": None}
    return Mark("citation", (name,), {**fields, "issuer": "Quốc hội", "relation": "basis"})


def subject(act: Act) -> Iterable[Piece]:
    """What an act is about, with the periods that stand in it labelled."""
    done = 0
    for match in _PERIOD_IN_SUBJECT.finditer(act.subject):
        yield act.subject[done : match.start()]
        first, last, year = match.group(2, 3, 4)
        yield period(match[0], year or f"{first}/{last}")
        done = match.end()
    yield act.subject[done:]


Form = Literal["usual", "bare", "comma", "long", "undated"]
FORMS: tuple[Form, ...] = ("usual", "usual", "usual", "bare", "comma", "long")
"""How a citation with number, date and issuer is written; the usual one is usual."""


def citation(
    act: Act,
    relation: str,
    *,
    with_subject: bool = False,
    about: str | None = None,
    footnote: int | None = None,
    form: Form = "usual",
    tag: str = "",
) -> tuple[Piece, ...]:
    """An act with number, date and issuer, and after it its subject where wanted.

    `about` is the subject where another place says it.
    """
    fields: dict[str, object] = {
        "kind": "numbered",
        "number": act.number,
        "number_raw": act.number,
        "doc_type": act.doc_type,
        "date": act.date.isoformat(),
        "issuer_text": act.written,
        "issuer": act.issuer,
        "subject": act.subject if with_subject else about,
        "relation": relation,
    }
    if footnote is not None:
        fields["footnote"] = footnote
    mark = Mark("citation", tuple(_citing(act, form)), fields, tag)
    return (mark, f" {act.joint} ", *subject(act)) if with_subject else (mark,)


def _citing(act: Act, form: Form) -> Iterator[Piece]:
    yield f"{act.doc_type} {act.number}" if form == "bare" else f"{act.doc_type} số {act.number}"
    if form != "undated":
        yield ", " if form == "comma" else " "
        yield from (long_day(act.date),) if form == "long" else ("ngày ", day(act.date))
        yield from (" của ", agency(act.written, act.issuer))


def own_number(number: str, doc_type: str, signed: date, issuer: str, title: str) -> Mark:
    """The line 'Số: ...' of a header."""
    fields: dict[str, object] = {
        "kind": "self",
        "number": number,
        "number_raw": number,
        "doc_type": doc_type,
        "date": signed.isoformat(),
        "issuer_text": None,
        "issuer": issuer,
        "subject": title,
        "relation": "mentions",
    }
    return Mark("citation", (f"Số: {number}",), fields)
