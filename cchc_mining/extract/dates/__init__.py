"""Dates: expressions with at least a day, or a range of days.

Forms: '28/12/2022', '9-2-2023', 'ngày 14 tháng 6 năm 2023', '27-28/5/2023', 'ngày 08 và 09 tháng 11
năm 2025', '16/9' where the words around say that it is a day, and blanks left to be filled by
hand ('ngày    tháng 3 năm 2022').
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...reading import View
from ...records import DateMention
from ...vietnamese import iso_day
from .yearless import Years

# '28/12/2022', '2/ 11/ 1996', '9-2-2023', '27-28/5/2023', '08/6/20210' (a year that cannot be); and
# '16/9', a day and month alone or a fraction: the words before decide.
_NUMERIC = re.compile(
    r"""
    (?P<first>[0-9][0-9]?+)(?=[ ]?[-–/.])
    (?:[ ]?[-–][ ]?(?P<last>\d{1,2})(?=[ ]?/))?      # 27-28/5/2023
    [ ]?(?P<sep>[/.-])[ ]?(?P<month>\d{1,2})
    (?:[ ]?(?P=sep)[ ]?(?P<year>\d{4,5}))?
    (?![\d/]|[ ]?/[A-ZĐ0-9]|[.,]\d)
    """,
    re.X,
)
# What separates the first number from the next.
_SEPARATORS = tuple(
    re.compile(rf"{mark}(?:(?<=\d{mark})|(?<=\d {mark}))(?=[ ]?\d)")
    for mark in ("/", "-", "–", r"\.")
)
_GLUED = frozenset("0123456789/.,-")  # before a day: part of something longer
# 'ngày 14 tháng 6 năm 2023', 'ngày 07tháng 3năm 2002', 'ngày 1 6 tháng 01 năm 2002',
# 'ngày 08 và 09 tháng 11 năm 2025', '14 tháng 6/2023', 'ngày 20 tháng 10'
_LONG = re.compile(
    r"""
    (?:(?P<ngay>[Nn]gày)\s*)?
    (?<!\d)(?P<first>\d[ ]?\d?)
    (?:\s*(?:[-–,]|và|đến)\s*(?:ngày\s*)?(?P<last>\d{1,2}))?
    \s*tháng\s*(?P<month>\d{1,2})(?!\d|[.,]\d)
    (?:\s*(?:,\s*)?(?:năm\s*|[/-]\s*)(?P<year>\d{4})(?!\d))?
    """,
    re.X,
)
# 'lũy kế 9 tháng 12 vụ': months and what is counted in them
_COUNTED = re.compile(
    r"\s+(?:tỷ|tỉ|triệu|nghìn|đồng|hồ sơ|vụ|việc|người|đơn vị|cơ quan|dự án|doanh nghiệp|xã|huyện|lượt|lớp|cuộc"
    r"|văn bản|đoàn|tấn|ha|km|USD|%)(?!\w)"
)
# 'ngày    tháng 3 năm 2022', 'ngày ... tháng ... năm 2025', 'ngày /11/2025'
_BLANK = re.compile(
    r"""
    ngày\s*[._…]*\s*
    (?:tháng\s*(?:(?P<month>\d{1,2})|[._…]*)\s*năm\s*|/\s*(?P<slashed>\d{1,2})/)
    (?P<year>\d{4})(?!\d)
    """,
    re.X,
)
_SHORT_CUE = re.compile(
    r"(?:(?:[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối|hạn|lễ|dịp|[Qq]uốc khánh"
    r"|(?:[Tt]ừ|[Đđ]ến|[Tt]rước|[Ss]au)(?: hết)?(?: ngày)?)\s+"
    r"|\d{1,2}/\d{1,2}\s*(?:[-–]|và|,)\s*)$"
)
# 'ngày 15-11', 'chiều 14-11': the press writes a dash, which elsewhere makes a range.
_DAY_CUE = re.compile(r"(?:[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối)\s+$")
_NAMED_DAY_CUE = re.compile(r"[Nn]gày\b[^.;\n(]{0,60}\($")
_RANGE_START = re.compile(r"(?:ngày\s+|[Tt]ừ\s+)(?P<first>\d{1,2})\s*(?:đến|-|–)\s*(?:ngày\s+)?$")


def find_dates(view: View, years: Years) -> list[DateMention]:
    """All dates of a text, sorted; `value` is null where no such day exists or no year is known."""
    text = view.text
    found: list[DateMention] = []
    for match in _in_figures(text):
        if text[match.start() - 1 : match.start()] in _GLUED:
            continue
        mention = _numeric(view, match) if match["year"] else _short(view, years, match)
        if mention:
            found.append(mention)
    found += (
        _long(view, years, m)
        for m in _spelled_out(text)
        if m["ngay"] or m["year"] or not _COUNTED.match(text, m.end())
    )
    found += (_blank(view, m) for m in _BLANK.finditer(text))
    found.sort(key=lambda m: (m.start, -m.end))
    return _without_overlaps(found)


def _in_figures(text: str) -> Iterator[re.Match[str]]:
    """Matches of _NUMERIC, looked for before each separator only: digits are many more."""
    done = 0
    for at in sorted(m.start() for mark in _SEPARATORS for m in mark.finditer(text)):
        last = at - 2 if text[at - 1] == " " else at - 1  # digit of the first number
        for start in (last - 1, last):
            if start >= done and (match := _NUMERIC.match(text, start)):
                done = match.end()
                yield match
                break


def _spelled_out(text: str) -> Iterator[re.Match[str]]:
    """Matches of _LONG, looked for around each 'tháng' only."""
    at = text.find("tháng")
    while at >= 0:
        for match in _LONG.finditer(text, max(at - 30, 0), at + 40):
            if match.start() < at < match.end():
                yield match
        at = text.find("tháng", at + 5)


def _without_overlaps(sorted_mentions: list[DateMention]) -> list[DateMention]:
    kept: list[DateMention] = []
    for mention in sorted_mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _mention(view: View, start: int, end: int, first: str | None, last: str | None) -> DateMention:
    """A mention whose days exist or not; `last` is given for a range only."""
    value = first if last is None else f"{first}/{last}"
    valid = first is not None and (last is None or last >= first)
    return DateMention(
        start=start, end=end, text=view.raw[start:end], value=value if valid else None, valid=valid
    )


def _numeric(view: View, match: re.Match[str]) -> DateMention | None:
    text = view.text
    first, last, separator, month, year = match.group("first", "last", "sep", "month", "year")
    start, end = match.span()
    if separator == "." and not text[max(start - 6, 0) : start].rstrip().lower().endswith("ngày"):
        return None  # '2.1.2023' numbers a heading
    if len(year) > 4:
        return DateMention(start=start, end=end, text=view.raw[start:end], valid=False)
    days = (int(year), int(month))
    opening = iso_day(*days, int(first))
    if last:
        return _mention(view, start, end, opening, iso_day(*days, int(last)) or "")
    before = text[max(start - 24, 0) : start]
    is_joined = "đến" in before or "-" in before or "–" in before
    if is_joined and (range_start := _RANGE_START.search(text, max(start - 24, 0), start)):
        # 'ngày 16 đến ngày 22/11/2025': the first day borrows month and year
        return _mention(
            view,
            range_start.start("first"),
            end,
            iso_day(*days, int(range_start["first"])),
            opening,
        )
    return _mention(view, start, end, opening, None)


def _long(view: View, years: Years, match: re.Match[str]) -> DateMention:
    start, end = match.span()
    day, month = int(match["first"].replace(" ", "")), int(match["month"])
    year = int(match["year"]) if match["year"] else years.of(start, end, day, month)
    if year is None:
        return DateMention(start=start, end=end, text=view.raw[start:end])
    first = iso_day(year, month, day)
    last = iso_day(year, month, int(match["last"])) or "" if match["last"] else None
    return _mention(view, start, end, first, last)


def _blank(view: View, match: re.Match[str]) -> DateMention:
    start, end = match.span()
    month = match["month"] or match["slashed"]
    value = match["year"]
    if month:
        value = f"{value}-{int(month):02d}" if 1 <= int(month) <= 12 else None
    return DateMention(
        start=start, end=end, text=view.raw[start:end], value=value, valid=value is not None
    )


def _short(view: View, years: Years, match: re.Match[str]) -> DateMention | None:
    text = view.text
    start, end = match.span()
    day, month = int(match["first"]), int(match["month"])
    before = text[max(start - 70, 0) : start]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if match["sep"] != "/" and not (match["sep"] == "-" and _DAY_CUE.search(before)):
        return None
    if not _SHORT_CUE.search(before) and not (
        _NAMED_DAY_CUE.search(before) and text[end : end + 1] == ")"
    ):
        return None
    year = years.of(start, end, day, month)
    if year is None:
        return DateMention(start=start, end=end, text=view.raw[start:end])
    last = iso_day(year, month, int(match["last"])) or "" if match["last"] else None
    return _mention(view, start, end, iso_day(year, month, day), last)
