"""When a document speaks: its own day, and the words that tell what is past from what is planned."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from ...records import Period
from ..document import AuditedDocument

PLANNED = re.compile(
    r"(?<!\w)(?:dự kiến|sẽ|ước|phấn đấu|kế hoạch đến|trước ngày|chậm nhất|hoàn thành trước|hạn|có hiệu lực|áp dụng từ"
    r"|mục tiêu|đề nghị|yêu cầu|chỉ tiêu|định hướng|nhiệm vụ|lộ trình|hiệu lực|dự báo)(?!\w)",
    re.I,
)

# What is expected, and not merely planned work that is told of ('đã hoàn thành 55/58 nhiệm vụ').
EXPECTED = re.compile(
    r"(?<!\w)(?:dự kiến|sẽ|ước|phấn đấu|mục tiêu|lộ trình|dự báo|chậm nhất|hạn|định hướng)(?!\w)",
    re.I,
)

_PLANS = re.compile(
    r"phương hướng|nhiệm vụ|kế hoạch|mục tiêu|dự toán|chương trình|dự kiến|đăng ký", re.I
)


class Reported(Struct, frozen=True):
    """The period that a report's title names, its first and last day, and the title up to the plans
    that it may go on to."""

    period: Period
    first: date
    last: date
    title: str


def period_of_title(document: AuditedDocument) -> Reported | None:
    """The first period in the title of a report, where it tells days of one year."""
    header = document.record.header
    if header is None or header.doc_type != "Báo cáo" or not header.title:
        return None
    title = _PLANS.split(header.title, maxsplit=1)[0]
    for period in document.record.periods:
        if period.text in title and (days := _days_of(period.value or "")):
            return Reported(period, *days, title)
    return None


_MONTHS = re.compile(r"(\d{4})-(\d\d)(?:/\1-(\d\d))?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def _days_of(value: str) -> tuple[date, date] | None:
    """The first and last day of a month, of some months, of a quarter, or of a year."""
    if quarter := _QUARTER.fullmatch(value):
        year, last = int(quarter[1]), 3 * int(quarter[2])
        first = last - 2
    elif months := _MONTHS.fullmatch(value):
        year, first, last = int(months[1]), int(months[2]), int(months[3] or months[2])
    elif value.isdecimal() and len(value) == 4:
        year, first, last = int(value), 1, 12
    else:
        return None
    return date(year, first, 1), date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)


def own_day(document: AuditedDocument) -> date | None:
    """The document's own day; the last of its month where the day is left blank."""
    header = document.record.header
    written = header.doc_date if header else None
    if not written:
        return None
    if len(written) == 7:
        year, month = int(written[:4]), int(written[5:])
        first_of_next = date(year + month // 12, month % 12 + 1, 1)
        return first_of_next - timedelta(days=1)
    return day(written)


@lru_cache(maxsize=4096)
def day(value: str | None) -> date | None:
    """An ISO day as a date; None for what is none."""
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


def a_year_later(value: date) -> date:
    """The same day of the next year."""
    try:
        return value.replace(year=value.year + 1)
    except ValueError:  # 29 February
        return value.replace(year=value.year + 1, day=28)
