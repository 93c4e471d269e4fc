"""Periods: months, quarters, years and longer, from the unit word to the end.

'tháng 10/2023', 'Quý II năm 2023', 'quý I, III và IV/2024' (three), '6 tháng đầu năm 2023', 'năm học
2023 - 2024', 'giai đoạn 2021-2025', 'cùng kỳ năm 2022' (the year).  A bare year is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ...records import Period
from ...vietnamese import LOWER, quarter_number, small_number

_Y = r"(?:19|20)\d{2}(?!\d)"
_RANGE = rf"(?P<from>{_Y})(?:\s*[-–]\s*{_Y})*\s*[-–]\s*(?P<to>{_Y}|\d{{2}}(?!\d))"

# Each pattern opens with the last letters of its unit word, and there is one for each way to write
# them: a search for plain letters is many times faster than one for a choice.  The rule then looks left
# for the first letter or the count.


def _opened(openings: str, rest: str) -> dict[str, re.Pattern[str]]:
    """Patterns by the letters that they open with."""
    return {opening: re.compile(opening + rest) for opening in openings.split()}


# 'giai đoạn ổn định 2022-2025', 'nhiệm kỳ 2020 - 2025', 'thời kỳ 2021 - 2030', 'kỳ 2019 - 2023'
_SPAN = _opened(
    "đoạn ĐOẠN kỳ KỲ",
    rf"(?:\s+[{LOWER}]+){{0,3}}\s+(?:từ\s+(?:năm\s+)?)?"
    rf"(?P<from>{_Y})\s*(?:[-–]|đến(?:\s+năm)?)\s*(?P<to>{_Y}|\d{{2}}(?!\d))",
)
_SPAN_HEAD = re.compile(r"(?:[Gg]iai|GIAI|[Tt]hời|THỜI|[Nn]hiệm|NHIỆM)\s+$")
# '6 tháng đầu năm 2023', 'sáu tháng cuối năm', '9 tháng năm 2024', '02 tháng đầu năm 2025'
_MONTHS = _opened(
    "áng ÁNG",
    rf"\s+(?:(?P<half>đầu|cuối|ĐẦU|CUỐI)\s+)?(?:năm|NĂM)\b(?:\s+(?P<year>{_Y}))?",
)
_COUNT = re.compile(
    r"(?<![\d.,])(?P<count>\d{1,2}|[Mm]ười(?: hai| một)?|[Bb]a|[Ss]áu|[Tt]ám|[Cc]hín|[Hh]ai)\s+(?:[Tt]h|TH)$"
)
_NUMERALS = r"(?:IV|I{1,3}|[1-4])"
# 'Quý II năm 2023', 'quý III/2025', 'quý I, III và IV/2024', 'QUÝ III NĂM 2023', 'Quý II-2023'
_QUARTER = _opened(
    "uý UÝ",
    rf"\s+(?P<list>{_NUMERALS}"
    rf"(?:\s*(?:,|và|-|–|đến|;)\s*(?:quý\s+)?{_NUMERALS}\b)*)(?![\w.]*\w)"
    rf"(?:\s*(?:[/-]|,?\s*(?:của\s+)?(?:năm|NĂM))\s*(?P<year>{_Y}))?",
)
# 'tháng 10/2023', 'tháng 6 năm 2023', 'tháng 12-2023', 'tháng 6, 7/2024', 'tháng 9'
_MONTH = _opened(
    "áng ÁNG",
    rf"\s*(?P<list>(?:0?[1-9]|1[0-2])(?!\d)"
    rf"(?:\s*(?:,|và)\s*(?:0?[1-9]|1[0-2])(?![\d.%]))*)"
    rf"(?:\s*(?:[/-]\s*|,?\s*(?:năm|NĂM)\s*)(?P<year>{_Y}))?(?!\s*(?:[/.,]\d|%))",
)
_MONTH_HEAD = frozenset(("Th", "th", "TH"))
_DIGITS = re.compile(r"\d{1,2}")
# 'năm học 2023 - 2024', 'năm 2021-2022', 'năm chủ đề 2024', 'năm 2022 và 2023', 'năm 2024'
_YEAR = _opened(
    "ăm ĂM",
    rf"\s+(?P<kind>học\s+)?(?:(?:chủ đề|ngân sách|tài chính|kế hoạch|báo cáo)\s+)?"
    rf"(?:{_RANGE}|(?P<list>{_Y}(?:\s*(?:,|và)\s*{_Y})*))",
)
_NUMERAL = re.compile(rf"\b{_NUMERALS}\b")
_ONE_YEAR = re.compile(_Y)

Found = tuple[int, int, str, str]  # start, end, value, kind
YearAt = Callable[[int, int], int | None]  # of a place and of the month in which a period ends


def find_periods(
    text: str, raw: str, taken: list[tuple[int, int]], year_at: YearAt
) -> list[Period]:
    """All periods of a text outside the spans `taken` by dates and document numbers, sorted.

    `year_at` tells what year a month or a quarter without one belongs to.
    """
    found: list[Found] = []
    for rule in (_spans, _years):
        found += rule(text)
    for dated_rule in (_counted_months, _quarters, _months):
        found += dated_rule(text, year_at)
    found.sort(key=lambda f: (f[0], -f[1]))
    kept: list[Period] = []
    spans = iter(taken)
    span = next(spans, None)
    last = 0
    for start, end, value, kind in found:
        while span and span[1] <= start:
            span = next(spans, None)
        if start < last or (span and span[0] < end):
            continue
        last = end
        kept.append(Period(start=start, end=end, text=raw[start:end], value=value, kind=kind))
    return kept


def _end_year(start: str, end: str) -> str:
    return end if len(end) == 4 else start[:2] + end


def _matches(patterns: dict[str, re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    return chain.from_iterable(
        pattern.finditer(text, first)
        for opening, pattern in patterns.items()
        if (first := text.find(opening)) >= 0
    )


def _spans(text: str) -> Iterator[Found]:
    for m in _matches(_SPAN, text):
        head = _SPAN_HEAD.search(text, max(m.start() - 8, 0), m.start())
        if not head and text[m.start()] in "đĐ":
            continue  # 'đoạn 2 - 3' of a road
        start = head.start() if head else m.start()
        yield start, m.end(), f"{m['from']}/{_end_year(m['from'], m['to'])}", "range"


def _counted_months(text: str, year_at: YearAt) -> Iterator[Found]:
    for m in _matches(_MONTHS, text):
        counted = _COUNT.search(text, max(m.start() - 14, 0), m.start())
        count = small_number(counted["count"]) if counted else None
        if not counted or not count or count > 12:
            continue
        first, last = (13 - count, 12) if (m["half"] or "").lower() == "cuối" else (1, count)
        named = m["year"] or year_at(counted.start(), last)
        if not named:
            continue
        yield counted.start(), m.end(), f"{named}-{first:02d}/{named}-{last:02d}", "months"


def _quarters(text: str, year_at: YearAt) -> Iterator[Found]:
    for m in _matches(_QUARTER, text):
        numerals = list(_NUMERAL.finditer(text, *m.span("list")))
        named = m["year"] or year_at(m.start(), 3 * (quarter_number(numerals[-1][0]) or 0))
        if not named:
            continue
        for i, numeral in enumerate(numerals):
            start = m.start() - 1 if i == 0 else numeral.start()
            end = m.end() if i == len(numerals) - 1 else numeral.end()
            yield start, end, f"{named}-Q{quarter_number(numeral[0])}", "quarter"


def _months(text: str, year_at: YearAt) -> Iterator[Found]:
    for m in _matches(_MONTH, text):
        if text[m.start() - 2 : m.start()] not in _MONTH_HEAD:
            continue
        if not m["year"] and text[m.start() - 4 : m.start() - 3].isdigit():
            continue  # '9 tháng 12 vụ': months and what is counted in them
        months = _rising(_DIGITS.finditer(text, *m.span("list")))
        named = m["year"] or year_at(m.start(), int(months[-1][0]))
        if not named:
            continue
        for i, month in enumerate(months):
            start = m.start() - 2 if i == 0 else month.start()
            whole = i == len(months) - 1 and month.end() == m.end("list")
            end = m.end() if whole else month.end()
            yield start, end, f"{named}-{int(month[0]):02d}", "month"


def _rising(numbers: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """The months of a list as long as they follow each other; not the count in 'tháng 12 và 12 hội
    nghị', 'tháng 9, 02 đơn vị'."""
    months: list[re.Match[str]] = []
    for number in numbers:
        if months and int(number[0]) <= int(months[-1][0]):
            break
        months.append(number)
    return months


def _years(text: str) -> Iterator[Found]:
    for m in _matches(_YEAR, text):
        if text[m.start() - 1 : m.start()] not in "nN":
            continue
        if m["from"]:
            kind = "school_year" if m["kind"] else "range"
            yield m.start() - 1, m.end(), f"{m['from']}/{_end_year(m['from'], m['to'])}", kind
            continue
        first, last = m.span("list")
        yield m.start() - 1, first + 4, text[first : first + 4], "year"
        if last > first + 4:
            for more in _ONE_YEAR.finditer(text, first + 4, last):
                yield *more.span(), more[0], "year"
