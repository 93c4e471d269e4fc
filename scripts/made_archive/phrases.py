"""The pieces that sentences are made of, each with the label that it deserves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from .annotated import Mark, Piece
from .facts import Act

_PERIOD_IN_SUBJECT = re.compile(r"(giai đoạn (\d{4})-(\d{4})|năm (\d{4}))")


def count(number: int) -> str:
    """As offices write counts: dots between thousands, two digits at least."""
    return f"{number:02}" if number < 10 else f"{number:,}".replace(",", ".")


def decimal(number: float) -> str:
    """With a decimal comma and two places: '65,00'."""
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))


def percent(part: int, whole: int) -> float:
    """The share of a part, in percent, rounded to two places."""
    return round(100 * part / whole, 2)


def day(value: date, *, tag: str = "") -> Mark:
    """'05/4/2023': the day always with two digits, the month only where it is 1 or 2."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    written = f"{value.day:02}/{month}/{value.year}"
    return Mark("date", (written,), {"value": value.isoformat(), "valid": True}, tag)


def long_day(value: date) -> Mark:
    """'ngày 05 tháng 4 năm 2023'."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    written = f"ngày {value.day:02} tháng {month} năm {value.year}"
    return Mark("date", (written,), {"value": value.isoformat(), "valid": True})


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


def citation(
    act: Act,
    relation: str,
    *,
    with_subject: bool = False,
    about: str | None = None,
    footnote: int | None = None,
    dated: date | None = None,
    tag: str = "",
) -> tuple[Piece, ...]:
    """An act with number, date and issuer, and after it its subject where wanted.

    `about` is the subject where another place says it; `dated` a wrong date to write instead.
    """
    written = dated or act.date
    fields: dict[str, object] = {
        "kind": "numbered",
        "number": act.number,
        "number_raw": act.number,
        "doc_type": act.doc_type,
        "date": written.isoformat(),
        "issuer_text": act.written,
        "issuer": act.issuer,
        "subject": act.subject if with_subject else about,
        "relation": relation,
    }
    if footnote is not None:
        fields["footnote"] = footnote
    head = f"{act.doc_type} số {act.number} ngày "
    pieces = (head, day(written), " của ", agency(act.written, act.issuer))
    mark = Mark("citation", pieces, fields, tag)
    if not with_subject:
        return (mark,)
    joint = " ban hành " if act.doc_type in ("Quyết định", "Nghị quyết") else " về "
    return (mark, joint, *subject(act))


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
