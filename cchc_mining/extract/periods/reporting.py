"""The period a document reports on: what its title names, else what its opening sentence says.

'Kết quả cải cách hành chính 9 tháng năm 2024, nhiệm vụ quý IV' reports on nine months; a title
without a period may stand over '..., Tổng cục báo cáo kết quả quý I năm 2022 như sau:'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ...reading import Context
from ...records import Header, Period
from . import find_periods

# '..., phương hướng, nhiệm vụ quý I năm 2023': behind it the title speaks of what is to come.
_PLANS = re.compile(
    r"phương hướng|(?<!thực hiện )(?<!triển khai )nhiệm vụ|mục tiêu|chương trình công tác", re.I
)
# '... Sở Y tế báo cáo kết quả công tác quý III/2025 như sau:'; in a news item 'hội nghị sơ kết 6 tháng'
_REPORTS = re.compile(r"báo cáo (?P<what>[^.;:\n]{0,200}?)như sau")
_REVIEWS = re.compile(r"(?:sơ kết|tổng kết|đánh giá)(?P<what>[^.;:\n]{0,120})")
_OPENING_REACH = 3000  # characters below which no sentence opens the document
# 'Báo cáo chính trị của Ban Chấp hành Đảng bộ huyện tại Đại hội lần thứ XX, nhiệm kỳ 2015 - 2020'
_TO_CONGRESS = re.compile(
    r"BÁO CÁO[^.;]{0,160}?(?:tại|trình) đại hội[^.;]{0,120}?nhiệm kỳ\s+(\d{4})\s?[-–]\s?(\d{4})",
    re.I,
)
_TITLE_REACH = 1500  # characters in which the title of a report ends
_REVIEW_REACH = 8000  # characters in which a report to a congress names the term that it reviews
# What is planned for the years that its title names.
_PLANNED_TYPES = ("Kế hoạch", "Chương trình", "Đề án", "Nghị quyết", "Chiến lược")
_FINE = ("quarter", "month", "months")


def with_period(context: Context, header: Header, text: str) -> Context:
    """A context with the year and the period that a document is about.

    `text` is the view's.
    """
    title = header.title or ""
    year = context.year or _first_year(_named(title, None))
    # 'quý III, 9 tháng năm 2025': what the title names without a year is of that year
    named = _named(title, year)
    report = _PLANS.split(title, maxsplit=1)[0]
    period = _reporting_period(_named(report, year)) or _reporting_period(named)
    if year is None and context.date:
        year = int(context.date[:4])
    if period is None or len(period) == 4:
        period = _opening_period(text, header, year, period) or period
    period = (
        period
        or _term(header, named, year)
        or _reviewed_term(text, year)
        or (str(year) if year else None)
    )
    return replace(context, period=period, year=year)


def _named(text: str, year: int | None) -> list[Period]:
    """The periods in a stretch whose months and quarters without a year are of `year`."""
    return find_periods(text, text, [], lambda _start, _month: year)


def _first_year(named: Sequence[Period]) -> int | None:
    return next((int(p.value[:4]) for p in named if p.value and p.kind != "range"), None)


def _reporting_period(named: Sequence[Period]) -> str | None:
    """The first quarter, month or half-year; else the first school year or year."""
    for kinds in (_FINE, ("school_year",), ("year",)):
        if told := next((p.value for p in named if p.kind in kinds and p.value), None):
            return told
    return None


def _opening_period(text: str, header: Header, year: int | None, within: str | None) -> str | None:
    """The months or quarter that the opening sentence reports on, of the year in the title."""
    if header.doc_type not in (None, "Báo cáo"):
        return None
    opening = (_REPORTS if header.doc_type else _REVIEWS).search(text, 0, _OPENING_REACH)
    if opening is None:
        return None
    what = _PLANS.split(opening["what"], maxsplit=1)[0]
    named = (p.value for p in _named(what, year) if p.kind in _FINE)
    return next((value for value in named if value and value.startswith(within or "")), None)


def _term(header: Header, named: Sequence[Period], year: int | None) -> str | None:
    """The years of a plan, or of a report once they are over: 'giai đoạn 2011 - 2015'."""
    terms = [p.value for p in named if p.kind == "range" and p.value]
    if not terms or year is None:
        return None
    over = int(terms[0][-4:]) <= year
    return terms[0] if over or header.doc_type in _PLANNED_TYPES else None


def _reviewed_term(text: str, year: int | None) -> str | None:
    """The term that a report to a congress reviews: the one before that which the congress opens."""
    congress = _TO_CONGRESS.search(text, 0, _TITLE_REACH)
    if congress is None or year is None:
        return None
    first, last = int(congress[1]), int(congress[2])
    before = 2 * first - last
    if not first <= year < last:
        return None
    reviewed = re.search(rf"{before}\s?[-–]\s?{first}", text[:_REVIEW_REACH])
    return f"{before}/{first}" if reviewed else None
