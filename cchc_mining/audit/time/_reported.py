"""When a document speaks: its own day, and the words that tell what is past from what is planned."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

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
