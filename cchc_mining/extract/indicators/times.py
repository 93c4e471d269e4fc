"""Times a document names: days, periods, the intervals that pairs of days make, and times told from
the reported year ('năm trước', 'cùng kỳ')."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ...records import DateMention, Period

_RANGE_LINK = re.compile(r",?\s*(?:đến|tới|-|–)\s*(?:hết\s*)?(?:ngày\s*)?")
_RANGE_HEAD = re.compile(r"[Tt]ừ\s*(?:ngày\s*)?$")
# '31/11/2022', 'ngày 30 tháng 02 năm 2023'
_NO_SUCH_DAY = re.compile(
    r"(?:ngày\s+)?(?:29|3[01])\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})"
)
_LONGEST_LINK = 20  # characters between the ends of a span
_REPORTED_DAYS = 45  # a shorter interval is that of an event
# 'năm trước', 'năm ngoái'; not 'các năm trước', nor 'hồ sơ năm trước chuyển sang'.  Opens with letters
# that are rarer than 'n'.
_LAST_YEAR = re.compile(r"ăm (?:trước|ngoái)(?!\w)(?! (?:chuyển|mang) sang)")
_LAST_SCHOOL_YEAR = re.compile(r"ăm học (?:trước|ngoái)(?!\w)")
_SEVERAL = ("ác n", "ững n", "ấy n")
# '9 tháng' alone; not '9 tháng đầu năm', '12 tháng tuổi'
_N_MONTHS = re.compile(
    r"áng(?:(?P<so>(?=\s*[,:]|\s+(?:đạt|ước|là|toàn|đã|có|thu|của|tại|Sở|UBND|huyện|tỉnh|xã)(?!\w)))"
    r"|(?=\s+(?!đầu|cuối|năm|tuổi|\d)))"
)
_ADDED_UP = re.compile(r"(?:ũy|uỹ) kế\s+$")
_COUNT = re.compile(r"(?<![\d.,/])(\d{1,2})\s[tT]h$")
# 'cùng kỳ' alone; 'cùng kỳ năm 2022' is the period that follows it.
_SAME_SPAN = re.compile(r"ùng kỳ(?!\s+(?:của\s+)?(?:năm|quý|tháng|các|giai))")
_YEARS = re.compile(r"\d{4}/\d{4}")
# 'cả năm' alone
_WHOLE_YEAR = re.compile(r"ả năm(?! (?:(?:19|20)\d\d|học|nay))")
# 'trong quý' alone, in a report on a quarter, and 'năm nay'
_IN_SPAN = re.compile(
    r"rong (?:(?<=\WTrong )|(?<=[,;:] trong ))(?P<span>(?:quý|tháng)(?!\w))"
    r"(?! (?:[IVX]+(?!\w)|\d|tới|sau|trước|tiếp|đầu|cuối|cao điểm))"
)
_THIS_YEAR = re.compile(r"ăm nay(?!\w)")
_YEAR_BEGUN = re.compile(r"o với đầu năm(?= \()")
_UNTIL_NOW = re.compile(r"ừ năm ((?:19|20)\d\d)(?: cho)? (?:đến|tới) nay(?!\w)")
# 'từ đầu năm đến nay', 'lũy kế từ đầu năm'; not 'từ đầu năm đến hết tháng 4', 'từ đầu năm 2023'
_YEAR_TO_DATE = re.compile(r"ừ đầu năm(?: (?:đến|tới) nay(?!\w)|(?!\w)(?! (?:\d|học|đến|tới)))")
# 'so với tháng trước (59,3%)', looked for by its last word; not 'kỳ trước chuyển sang 12 hồ sơ'
_BEFORE_IT = re.compile(r" trước(?!\w)(?! (?:chuyển|mang|đó|khi|ngày|mắt))")
# not 'nhiệm kỳ trước', 'các kỳ trước'
_LAST_SPAN = re.compile(
    r"(?<!\w)(?<!nhiệm )(?<!cùng )(?<!các )(?<!những )(?<!số )([Tt]háng|[Qq]uý|[Kk]ỳ)$"
)
_OF_A_PLAN = ("kế hoạch ", "dự toán ", "chỉ tiêu ", "mục tiêu ", "kế hoạch của ", "và ")
# The start and the end of the reported term, or all of it; not 'nhiệm kỳ trước', 'nhiệm kỳ 2020 - 2025'.
_TERM_WORDS = re.compile(
    r"(?<!\w)([đĐ]ầu|[cC]uối|[tT]rong|[cC]ả|[tT]oàn) nhiệm kỳ(?! (?:trước|sau|tới|mới|đến|tiếp|\d|đại|này,? \d))"
)


class Time(Struct, frozen=True):
    """A day or a few ('27-28/5/2023'), the interval 'từ ngày A đến ngày B', or a period."""

    start: int
    end: int
    value: str
    kind: Literal["day", "interval", "period", "years", "school_year"]
    lasts: bool  # a time one reports on, not that of an event of some days


def find_times(
    text: str,
    dates: Sequence[DateMention],
    periods: Sequence[Period],
    year: int | None,
    reported: str | None = None,
) -> list[Time]:
    """Dates and periods in order; 'từ ngày A đến ngày B' is one interval.

    `year` is the one reported on, from which 'năm trước' is told; `reported` the period reported on,
    the term of 'đầu nhiệm kỳ'.
    """
    times = list(_of_periods(text, [period for period in periods if period.value]))
    times += _of_days(text, [day for day in (_existing(text, day) for day in dates) if day.value])
    if year is not None:
        times += _told_from(text, str(year - 1))
        times += _counted_months(text, year, {period.value for period in periods})
        times += _whole_years(text, str(year))
        times += _year_begun(text, str(year))
    if reported and _YEARS.fullmatch(reported):
        times += _of_term(text, reported)
        times = [_of_usual_length(text, time, reported) for time in times]
    elif reported:
        times += _until_now(text, reported)
        times += _now(text, reported)
        times += _year_to_date(text, reported)
        times += _span_before(text, reported)
    times.sort(key=lambda time: time.start)
    return times


def _of_periods(text: str, periods: Sequence[Period]) -> Iterator[Time]:
    joined = False
    for period, following in zip_longest(periods, periods[1:]):
        if joined:
            joined = False
        elif following and _spans_years(text, period, following):
            joined = True
            value = f"{period.value}/{following.value}"
            yield Time(period.start, following.end, value, "interval", True)
        else:
            yield _of_period(period, period.value or "")


def _spans_years(text: str, first: Period, last: Period) -> bool:
    """Whether two years are the ends of a span: 'từ năm 2011 đến năm 2015'."""
    return (
        first.kind == last.kind == "year"
        and (first.value or "") < (last.value or "")
        and last.start - first.end < _LONGEST_LINK
        and _RANGE_LINK.fullmatch(text, first.end, last.start) is not None
        and _RANGE_HEAD.search(text, max(first.start - 12, 0), first.start) is not None
    )


def _of_period(period: Period, value: str) -> Time:
    if period.kind == "school_year":
        return Time(period.start, period.end, value, "school_year", True)
    kind = "years" if value[4:5] == "/" else "period"
    return Time(period.start, period.end, value, kind, True)


def _existing(text: str, day: DateMention) -> DateMention:
    """A day that does not exist as the last of its month: 'tính đến ngày 31/11/2022'."""
    if day.valid or _RANGE_HEAD.search(text, max(day.start - 12, 0), day.start):
        return day
    parts = _NO_SUCH_DAY.fullmatch(day.text)
    if parts is None:
        return day
    month, year = int(parts[1]), int(parts[2])
    if not 1 <= month <= 12:
        return day
    return replace(day, value=f"{year}-{month:02d}-{monthrange(year, month)[1]}")


def _of_days(text: str, days: Sequence[DateMention]) -> Iterator[Time]:
    joined = False
    for day, following in zip_longest(days, days[1:]):
        if joined:
            joined = False
        elif following and (interval := _interval(text, day, following)):
            joined = True
            first, last = interval
            value = f"{first.isoformat()}/{last.isoformat()}"
            lasts = (last - first).days >= _REPORTED_DAYS
            yield Time(day.start, following.end, value, "interval", lasts)
        else:
            yield Time(day.start, day.end, day.value or "", "day", False)


def _told_from(text: str, last_year: str) -> Iterator[Time]:
    """'năm trước', 'cùng kỳ' as the year before the one reported on."""
    for match in _LAST_YEAR.finditer(text):
        start = match.start() - 1
        if text[start] in "nN" and not text.endswith(_SEVERAL, 0, start + 1):
            yield Time(start, match.end(), last_year, "period", False)
    for match in _LAST_SCHOOL_YEAR.finditer(text):
        value = f"{int(last_year)}/{int(last_year) + 1}"
        yield Time(match.start() - 1, match.end(), value, "school_year", False)
    for match in _SAME_SPAN.finditer(text):
        yield Time(match.start() - 1, match.end(), last_year, "period", False)


def _whole_years(text: str, year: str) -> Iterator[Time]:
    """'phấn đấu cả năm thu hút 350 triệu USD'; not 'kế hoạch cả năm', which is no time."""
    for match in _WHOLE_YEAR.finditer(text):
        if not text.endswith(_OF_A_PLAN, 0, match.start() - 1):
            yield Time(match.start() - 1, match.end(), year, "period", False)


def _of_term(text: str, term: str) -> Iterator[Time]:
    """'Đầu nhiệm kỳ có 412 hội viên, trong nhiệm kỳ kết nạp 61 hội viên' in a report on a term."""
    for match in _TERM_WORDS.finditer(text):
        ends = {"đầu": term[:4], "cuối": term[5:]}
        value = ends.get(match[1].lower(), term)
        yield Time(match.start(), match.end(), value, "period", False)


def _of_usual_length(text: str, time: Time, reported: str) -> Time:
    """A term that is misprinted as longer than any as the usual one: 'NHIỆM KỲ 2018 - 2032' for that
    which follows the reported 2013 - 2018."""
    if time.kind != "years" or time.value[:4] != reported[5:]:
        return time
    usual = int(reported[5:]) - int(reported[:4])
    longer = int(time.value[5:]) - int(time.value[:4]) > usual + 2
    if not longer or not text[time.start : time.end].lower().startswith("nhiệm kỳ"):
        return time
    return replace(time, value=f"{reported[5:]}/{int(reported[5:]) + usual}")


def _year_begun(text: str, year: str) -> Iterator[Time]:
    """'tăng 38 tỷ đồng so với đầu năm (447,8 tỷ đồng)': what there was in January."""
    for match in _YEAR_BEGUN.finditer(text):
        yield Time(match.end() - len("đầu năm"), match.end(), year, "period", False)


def _until_now(text: str, reported: str) -> Iterator[Time]:
    """'lũy kế từ năm 2015 đến nay' as the span up to the end of what is reported on."""
    bounds = _bounds(reported)
    for match in _UNTIL_NOW.finditer(text) if bounds else ():
        first, last = match[1], reported.rpartition("/")[2]
        start = match.start() - 1
        if first >= last[:4] or bounds is None or text[start] not in "tT":
            continue
        ends = f"{first}/{last}" if len(last) == 4 else f"{first}-01/{bounds[1].isoformat()[:7]}"
        yield Time(start, match.end(), ends, "interval", False)


def _now(text: str, reported: str) -> Iterator[Time]:
    """'trong quý', 'năm nay' as what is reported on: told again behind another time."""
    word = "quý" if reported[4:6] == "-Q" else "tháng" if len(reported) == 7 else None
    for match in _IN_SPAN.finditer(text) if word else ():
        if match["span"] == word:
            yield Time(*match.span("span"), reported, "period", True)
    for match in _THIS_YEAR.finditer(text):
        yield Time(match.start() - 1, match.end(), reported, "period", True)


def _year_to_date(text: str, reported: str) -> Iterator[Time]:
    """'từ đầu năm đến nay' in a report on a month or a quarter."""
    value = year_to_date(reported)
    for match in _YEAR_TO_DATE.finditer(text) if value != reported else ():
        yield Time(match.start() - 1, match.end(), value, "period", True)


def _span_before(text: str, reported: str) -> Iterator[Time]:
    """'tháng trước', 'quý trước', 'kỳ trước' as the span before the one reported on."""
    value = _previous(reported)
    ends = ("ỳ", "uý" if reported[4:6] == "-Q" else "áng" if len(reported) == 7 else "ỳ")
    for match in _BEFORE_IT.finditer(text) if value else ():
        end = match.start()
        if text.endswith(ends, 0, end) and (
            named := _LAST_SPAN.search(text, max(end - 14, 0), end)
        ):
            yield Time(named.start(), match.end(), value or "", "period", False)


def year_to_date(reported: str) -> str:
    """From January to the end of a month or quarter; what else is reported on as it is.

    >>> year_to_date('2023-08'), year_to_date('2021-Q2'), year_to_date('2021')
    ('2023-01/2023-08', '2021-01/2021-06', '2021')
    """
    year, part = reported[:4], reported[5:]
    if part.startswith("Q"):
        return f"{year}-01/{year}-{3 * int(part[1]):02d}"
    return f"{year}-01/{year}-{part}" if len(part) == 2 else reported


def _previous(reported: str) -> str | None:
    """The month, the quarter or the half-year before one.

    >>> _previous('2023-01'), _previous('2023-Q1'), _previous('2023-01/2023-06')
    ('2022-12', '2022-Q4', '2022-07/2022-12')
    """
    year, part = int(reported[:4]), reported[5:]
    if quarter := _QUARTER.fullmatch(reported):
        number = int(quarter[2])
        return f"{year}-Q{number - 1}" if number > 1 else f"{year - 1}-Q4"
    if len(part) == 2:
        return f"{year}-{int(part) - 1:02d}" if part > "01" else f"{year - 1}-12"
    return f"{year - 1}-07/{year - 1}-12" if part == f"01/{year}-06" else None


def _counted_months(text: str, year: int, named: set[str | None]) -> Iterator[Time]:
    """'lũy kế 9 tháng', and '9 tháng' as the months that the text names in full elsewhere."""
    for match in _N_MONTHS.finditer(text):
        counted = _COUNT.search(text, max(match.start() - 5, 0), match.start())
        value = f"{year}-01/{year}-{int(counted[1]):02d}" if counted else None
        if counted and _is_sum(text, match, counted.start(), value in named):
            yield Time(counted.start(1), match.end(), value or "", "period", True)


def _is_sum(text: str, match: re.Match[str], start: int, named: bool) -> bool:
    """Whether months are told as a span: by what follows them, or by 'lũy kế' before them."""
    return (named and match["so"] is not None) or _ADDED_UP.search(
        text, max(start - 12, 0), start
    ) is not None


def _interval(text: str, first: DateMention, last: DateMention) -> tuple[date, date] | None:
    """The days that 'từ ngày A đến ngày B' names; None where two dates are no interval.

    Of one that ends before it begins the first year is taken to be the year before: 'từ ngày
    15/12/2023 đến ngày 14/12/2023'.
    """
    start, end = first.value or "", last.value or ""
    if (
        last.start - first.end > _LONGEST_LINK
        or len(start) != 10
        or len(end) != 10
        or not _RANGE_LINK.fullmatch(text, first.end, last.start)
        or not _RANGE_HEAD.search(text, max(first.start - 12, 0), first.start)
    ):
        return None
    begins, ends = date.fromisoformat(start), date.fromisoformat(end)
    if begins > ends and (begins.month, begins.day) != (2, 29):
        begins = begins.replace(year=begins.year - 1)
    return (begins, ends) if begins <= ends else None


def moved(value: str, years: int) -> str:
    """The same span in another year: what 'cùng kỳ năm 2022' means in a report on 2023.

    >>> moved('2023-01/2023-09', -1), moved('2024-Q2', -2)
    ('2022-01/2022-09', '2022-Q2')
    """
    return "/".join(f"{int(part[:4]) + years}{part[4:]}" for part in value.split("/"))


_DIFFERENT_DAYS = 20  # by which a reporting interval may differ from the period that it is called


def is_told_exactly(period: str, interval: str, most: int = _DIFFERENT_DAYS) -> bool:
    """Whether an interval of days is what a report calls by a year, a quarter or some months.

    `most` is by how many days its ends may differ.

    >>> is_told_exactly('2023', '2022-12-15/2023-12-14'), is_told_exactly('2023-Q3', '2023-07-01/2023-09-30')
    (True, True)
    >>> is_told_exactly('2023', '2023-01-01/2023-06-14'), is_told_exactly('2023', '2023-01/2023-06')
    (False, False)
    """
    ends, bounds = _days(interval), _bounds(period)
    return (
        ends is not None
        and bounds is not None
        and all(abs((a - b).days) <= most for a, b in zip(ends, bounds, strict=True))
    )


def days_of(period: str) -> str | None:
    """The first and last day of a year, a quarter or months.

    >>> days_of('2025-Q3')
    '2025-07-01/2025-09-30'
    """
    bounds = _bounds(period)
    return f"{bounds[0].isoformat()}/{bounds[1].isoformat()}" if bounds else None


def is_before(told: str, later: str) -> bool:
    """Whether a time is over when another begins; told by their years where they are no periods.

    >>> is_before('2023-01/2023-06', '2023-07/2023-12'), is_before('2023', '2023-Q4')
    (True, False)
    """
    first, last = _bounds(told), _bounds(later)
    return told[:4] < later[:4] if first is None or last is None else first[1] < last[0]


def _days(interval: str) -> tuple[date, date] | None:
    if len(interval) != 21:
        return None
    first, _, last = interval.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last)


_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTHS = re.compile(r"(\d{4})-(\d\d)(?:/\1-(\d\d))?")


def _bounds(period: str) -> tuple[date, date] | None:
    """The first and last day of a year, a quarter or months of one year."""
    if len(period) == 4 and period.isdecimal():
        year, first, last = int(period), 1, 12
    elif quarter := _QUARTER.fullmatch(period):
        year, last = int(quarter[1]), 3 * int(quarter[2])
        first = last - 2
    elif months := _MONTHS.fullmatch(period):
        year, first, last = int(months[1]), int(months[2]), int(months[3] or months[2])
    else:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def year_of(period: str) -> str:
    """The year in which a period ends.

    >>> year_of('2020-12-01/2021-11-30'), year_of('2023-Q2')
    ('2021', '2023')
    """
    return period.rsplit("/", 1)[-1][:4]


def span_years_ago(current: str, year: str) -> str:
    """`current` moved so that it ends in `year`: a base is as long as what is compared with it.

    >>> span_years_ago('2018-12-15/2019-11-30', '2018')
    '2017-12-15/2018-11-30'
    """
    return moved(current, int(year) - int(year_of(current)))
