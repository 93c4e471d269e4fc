"""Periods in words, and where they stand on the axis of a series."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from ..index import Lang
from ..records import PeriodKind, Span, read_period

_NUMERALS = ("I", "II", "III", "IV")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def sort_key(period: str | None) -> tuple[date, date]:
    """By the first day, then the last; what is no period stands at the end."""
    span = read_period(period or "")
    return (span.first, span.last) if span else (date.max, date.max)


def describe(period: str, lang: Lang) -> str:
    """A period's value in words.

    >>> describe('2023-Q2', 'vi'), describe('2023-01/2023-06', 'vi'), describe('2023-Q2', 'en')
    ('Quý II/2023', '6 tháng đầu năm 2023', 'Q2 2023')
    """
    span = read_period(period)
    if span is None:
        return period
    if span.first.day != 1 or not span.months:
        days = [_day(day, lang) for day in dict.fromkeys((span.first, span.last))]
        return (" - " if lang == "vi" else " to ").join(days)
    return _WORDS.get(span.kind, _from_month_to_month)(span, lang)


def _day(day: date, lang: Lang) -> str:
    return f"{day:%d/%m/%Y}" if lang == "vi" else day.isoformat()


def _quarter(span: Span, lang: Lang) -> str:
    if span.first.month % 3 != 1:
        return _from_month_to_month(span, lang)
    number = span.first.month // 3
    year = span.first.year
    return f"Quý {_NUMERALS[number]}/{year}" if lang == "vi" else f"Q{number + 1} {year}"


def _half(span: Span, lang: Lang) -> str:
    if lang == "en" or span.first.month not in (1, 7):
        return _from_month_to_month(span, lang)
    part = "đầu" if span.first.month == 1 else "cuối"
    return f"6 tháng {part} năm {span.first.year}"


def _nine_months(span: Span, lang: Lang) -> str:
    if lang == "en" or span.first.month != 1:
        return _from_month_to_month(span, lang)
    return f"9 tháng đầu năm {span.first.year}"


def _month(span: Span, lang: Lang) -> str:
    if lang == "vi":
        return f"Tháng {span.first.month}/{span.first.year}"
    return f"{_MONTHS[span.first.month - 1]} {span.first.year}"


def _year(span: Span, lang: Lang) -> str:
    if span.first.month != 1:
        return _from_month_to_month(span, lang)
    return f"Năm {span.first.year}" if lang == "vi" else str(span.first.year)


def _years(span: Span, lang: Lang) -> str:
    if span.first.month != 1:
        return _from_month_to_month(span, lang)
    years = f"{span.first.year}-{span.last.year}"
    return f"Giai đoạn {years}" if lang == "vi" else years


def _from_month_to_month(span: Span, lang: Lang) -> str:
    first, last = span.first, span.last
    if lang == "vi":
        begin = str(first.month) if first.year == last.year else f"{first.month}/{first.year}"
        return f"Tháng {begin} - {last.month}/{last.year}"
    begin = _MONTHS[first.month - 1] + ("" if first.year == last.year else f" {first.year}")
    return f"{begin} to {_MONTHS[last.month - 1]} {last.year}"


_WORDS: Mapping[PeriodKind, Callable[[Span, Lang], str]] = {
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "nine_months": _nine_months,
    "year": _year,
    "years": _years,
}

# Periods of these kinds follow one another at even steps: so many a year.
STEPS: Mapping[PeriodKind, int] = {
    "year": 1,
    "nine_months": 1,
    "half": 2,
    "quarter": 4,
    "month": 12,
}


def step(span: Span) -> int:
    """Which step of its kind a period is; that of its middle, so that 15/12 to 14/12 is a year."""
    count = STEPS[span.kind]
    middle = span.middle
    return middle.year * count + (middle.month - 1) * count // 12


def step_in_words(number: int, kind: PeriodKind, lang: Lang) -> str:
    """The name of a step, short enough for an axis.

    >>> step_in_words(2023, 'year', 'vi'), step_in_words(2023 * 4 + 1, 'quarter', 'vi')
    ('2023', 'Quý II/2023')
    """
    year, part = divmod(number, STEPS[kind])
    first = part * 12 // STEPS[kind] + 1
    if kind == "year":
        return str(year)
    if kind == "quarter":
        return describe(f"{year}-Q{part + 1}", lang)
    if kind == "month":
        return f"{first}/{year}" if lang == "vi" else describe(f"{year}-{first:02d}", lang)
    months = 6 if kind == "half" else 9
    return describe(f"{year}-{first:02d}/{year}-{first + months - 1:02d}", lang)
