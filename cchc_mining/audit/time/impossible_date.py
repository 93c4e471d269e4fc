"""'31/11/2023': a day that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from ...records import DateMention, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})(?!\d)")


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for date in document.record.dates:
        if date.valid:
            continue
        day = _DAY_MONTH_YEAR.search(date.text)
        yield Discrepancy(
            at=document.at(date),
            about=(" ".join(date.text.split()),),
            severity="error",
            message=_NONE,
            arithmetic=_reason(date, day),
            confidence=0.95,
        )


def _reason(date: DateMention, day: re.Match[str] | None) -> str | None:
    if day is None:
        return None
    month, year = int(day[2]), int(day[3])
    if not 1 <= month <= 12:
        return f"Không có tháng {month}."
    if not 1 <= year <= 9998:
        return None
    return f"Tháng {month}/{year} có {monthrange(year, month)[1]} ngày; văn bản ghi {date.text}."


_NONE = Words("Ngày này không có trong lịch.", "No calendar has this day.")

CHECK = DocumentCheck(
    slug="impossible-date",
    group="time",
    title=Words("Ngày không tồn tại", "Impossible date"),
    rule=Words("Mọi ngày được ghi phải có trong lịch.", "Every day given exists."),
    source="Lịch Gregory",
    tolerance=Words("Không.", "None."),
    fires=(
        example("Hội nghị được tổ chức ngày 31/11/2023 tại hội trường UBND tỉnh."),
        example("Báo cáo gửi trước ngày 29/02/2023."),
    ),
    silent=(
        example("Hội nghị được tổ chức ngày 30/11/2023 tại hội trường UBND tỉnh."),
        example("Báo cáo gửi trước ngày 29/02/2024."),
    ),
    find=_find,
)
