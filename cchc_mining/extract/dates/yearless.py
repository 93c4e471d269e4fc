"""The year of a day or a period that is written without one: '16/9', 'ngày 20 tháng 10', 'quý II'.

The nearest scope that tells it: the other end of its span, a year named in its sentence, the
heading of plans that it stands under, the year reported on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ...reading import Context, Layout

_LOOKS_AHEAD = 80  # characters in which a year named behind a day is still meant
_LOOKS_BACK = 1000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
# What a year belongs to that tells nothing of a day beside it: a document's number, a span of years,
# a horizon ('đến năm 2030'), a law's name.
_NUMBERED = re.compile(r"/[A-ZĐ]|\s?[-–]\s?(?:19|20)\d{2}")
_ELSEWHERE = re.compile(
    r"(?:\d\s?[-–]\s?|đến (?:năm )?|tầm nhìn [^,;]{0,12}|luật [^,;.]{0,80}|so với [^,;.]{0,30}|cùng kỳ [^,;.]{0,12}"
    r"|sinh năm |khóa [^,;.]{0,20})$"
)
# The date of a cited document: 'số 61/2018/NĐ-CP ngày 23/4/2018'.
_CITED = re.compile(
    r"[A-ZĐ]\w*[,)]?\s+(?:ngày\s+)?\d{1,2}(?:[/.-]|\s+tháng\s+)\d{1,2}(?:[/.-]|\s+năm\s+)$"
)
_PARTNER = re.compile(
    r"\s*(?P<link>đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}))?(?!\d)"
)
_TO_DATE = re.compile(r"\s*đến\s+(?:nay|thời điểm)")
_SINCE = re.compile(r"(?:từ|kể từ)\s+(?:ngày\s+)?$", re.I)
_DUE = re.compile(
    r"(?:trước|chậm nhất|hạn|đến hết)(?:\s+(?:là|vào|đến|hết))*\s+(?:ngày\s+)?$", re.I
)
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
# 'II. NHIỆM VỤ NĂM 2024' and other headings that name the year of plans.
_PLANS = re.compile(
    r"^[ \t*#_]*(?:(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)/][ \t]*)?(?:[^\n]{0,60}(?:PHƯƠNG HƯỚNG|NHIỆM VỤ|MỤC TIÊU)"
    r"|(?:phần|công tác)?[^\n]{0,30}(?:phương hướng|nhiệm vụ|mục tiêu|chương trình"
    r"|dự toán|kế hoạch(?= (?:công tác )?(?:năm|quý|tháng|\d))))[^\n.;:]{0,80}"
    r"(?<![-–] )(?<![-–])(?P<year>20\d{2})[^\n.;]{0,20}$",
    re.M | re.I,
)
_PLANNED = ("phương hướng", "nhiệm vụ", "mục tiêu", "chương trình", "dự toán", "kế hoạch")
_TWENTY = re.compile(r"20\d\d")  # looked for first: few lines name a year
_RESULTS = re.compile(r"kết quả|tình hình|thực hiện (?:nhiệm vụ|kế hoạch)|báo cáo", re.I)
# A title tells first the year that is over: 'Công tác tư pháp năm 2022 và phương hướng năm 2023'.
_TITLE = re.compile(
    r"20\d\d.*(?:phương hướng|nhiệm vụ|mục tiêu|chương trình|kế hoạch|dự toán)", re.I
)
_SCHOOL_YEAR = re.compile(r"\s?[-–]\s?20\d\d")
_NEXT_SECTION = re.compile(r"^[ \t*#_]*(?:[IVX]{1,5}[.)/]|PHẦN|Phần thứ|PHỤ LỤC)", re.M)
_NUMBER = re.compile(r"[ \t*#_]*(\d{1,2})[.)/]")
_SCHOOL_BEGINS = 9  # the month in which a school year begins


class Years:
    """Tells the years of one document's days."""

    def __init__(self, layout: Layout, context: Context) -> None:
        self._layout = layout
        self._context = context

    def of(self, start: int, end: int, day: int, month: int) -> int | None:
        """The year of a day of a month that stands at [start, end); None where nothing tells it."""
        flow = self._layout.flow_at(start)
        if partner := _PARTNER.match(flow, end, end + 40):
            return self._of_first_end(partner, day, month)
        if named := self._named(flow, start, end):
            return named
        if (planned := self._planned(start, month)) is not None:
            return planned
        return self._reported(flow, start, end, day, month)

    def of_period(self, start: int, month: int) -> int | None:
        """The year of a quarter or of months that end in `month`, named at `start`."""
        if (planned := self._planned(start, month)) is not None:
            return planned
        year = self._context.year
        return year + 1 if year is not None and self._is_past_new_year(month) else year

    def _is_past_new_year(self, month: int) -> bool:
        """Whether a month is one of the second year of the school year reported on."""
        first, _, last = (self._context.period or "").partition("/")
        return month < _SCHOOL_BEGINS and len(last) == 4 and int(last) == int(first) + 1

    def _of_first_end(self, partner: re.Match[str], day: int, month: int) -> int | None:
        """Of 'từ 15/12 đến 14/3/2023' the first end lies before the last."""
        last = (int(partner["month"]), int(partner["day"]))
        if partner["year"]:
            year: int | None = int(partner["year"])
        else:
            year = self.of(partner.start("day"), partner.end(), last[1], last[0])
        return year - 1 if year is not None and (month, day) > last else year

    def _named(self, flow: str, start: int, end: int) -> int | None:
        """A year in the same sentence: the next one after the day, else the last before it."""
        first, last = self._layout.sentence(start)
        for year in _telling(flow, end, min(last, end + _LOOKS_AHEAD)):
            return year
        before = list(_telling(flow, max(first, start - _LOOKS_BACK), start))
        return before[-1] if before else None

    def _planned(self, position: int, month: int) -> int | None:
        """The year of a month in the plans whose heading a place stands under."""
        headings = [plan for plan in self._plans if plan[0] < position]
        if not headings:
            return None
        place, year, is_school_year = headings[-1]
        body = self._layout.body
        line = body.find("\n", place)
        if line < 0 or position < line or _ends_section(body, place, line, position):
            return None
        return year + 1 if is_school_year and month < _SCHOOL_BEGINS else year

    @cached_property
    def _plans(self) -> list[tuple[int, int, bool]]:
        """Where headings of plans begin, the year that each names, and whether a school year opens
        with it."""
        body = self._layout.body
        lines = sorted({body.rfind("\n", 0, m.start()) + 1 for m in _TWENTY.finditer(body)})
        headings = filter(None, (_plan_at(body, line) for line in lines))
        plans: list[tuple[int, int, bool]] = []
        for heading in headings:
            span = _SCHOOL_YEAR.match(body, heading.end("year")) is not None
            school = span and "năm học" in heading[0].lower()
            if span == school and not _RESULTS.search(heading[0]) and not _TITLE.search(heading[0]):
                plans.append((heading.start(), int(heading["year"]), school))
        return plans

    def _reported(self, flow: str, start: int, end: int, day: int, month: int) -> int | None:
        """The year reported on, or the one beside it where the day of writing leaves no other."""
        written = self._context.date
        year = self._context.year
        if year is None:
            year = int(written[:4]) if written else None
        if year is None or written is None or len(written) < 10:
            return year
        day_of_writing = (int(written[:4]), int(written[5:7]), int(written[8:10]))
        before = flow[max(start - 24, 0) : start]
        if (year, month, day) > day_of_writing:
            since = _TO_DATE.match(flow, end) and _SINCE.search(before)
            return year - 1 if since else year
        # 'báo cáo trước ngày 15/01' in a letter of December
        if day_of_writing[1] - month > 8 and _DUE.search(before) and year == day_of_writing[0]:
            sentence = self._layout.sentence(start)[0]
            return year if _DONE.search(flow, sentence, start) else year + 1
        return year


def _plan_at(body: str, line: int) -> re.Match[str] | None:
    """The heading of plans that a line is."""
    end = body.find("\n", line)
    low = body[line : end if end >= 0 else len(body)].lower()
    return _PLANS.match(body, line) if any(word in low for word in _PLANNED) else None


def _ends_section(body: str, heading: int, start: int, end: int) -> bool:
    """Whether another section opens in a stretch below a heading: 'II.', or '3.' below '2. ...'."""
    if _NEXT_SECTION.search(body, start, end):
        return True
    number = _NUMBER.match(body, heading)
    return (
        number is not None
        and re.search(
            rf"\n[ \t*#_]*{int(number[1]) + 1}[.)/][ \t]+(?=[^\n.;:]{{4,120}}\n)", body[start:end]
        )
        is not None
    )


def _telling(flow: str, start: int, end: int) -> Iterator[int]:
    """The years named in a stretch that may be those of the days beside them."""
    for match in _YEAR.finditer(flow, start, end):
        a, b = match.span()
        before = flow[max(a - 90, 0) : a]
        if _NUMBERED.match(flow, b) or (before[-1:] in ("/", "-") and not before[-2:-1].isdigit()):
            continue
        if _ELSEWHERE.search(before.lower()) or _CITED.search(before):
            continue
        yield int(match[0])
