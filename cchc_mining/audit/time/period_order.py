"""'giai đoạn 2025-2021', 'từ ngày 15/12/2024 đến ngày 14/6/2024': an end before its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...records import Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

_TO = re.compile(r"(?:,? ?(?:đến|tới)(?: hết)?(?: ngày)?|[-–]) ?", re.I)
_FROM = re.compile(r"(?:từ|kể từ)(?: ngày)? ?$", re.I)
_FULL = re.compile(r"\d{4}$")


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    yield from _periods(document)
    yield from _days(document)


def _periods(document: AuditedDocument) -> Iterator[Discrepancy]:
    for period in document.record.periods:
        start, _, end = (period.value or "").partition("/")
        if period.kind not in ("range", "school_year") or not (start[:4] + end[:4]).isdigit():
            continue
        if end and end < start:
            yield Discrepancy(
                at=document.at(period),
                about=(period.value,),
                severity="error",
                message=_ENDS,
                arithmetic=f"{end} < {start}",
                confidence=0.9,
            )


def _days(document: AuditedDocument) -> Iterator[Discrepancy]:
    for first, last in pairwise(document.record.dates):
        if not first.value or not last.value or last.value >= first.value:
            continue
        if last.start - first.end > 24 or not _TO.fullmatch(
            document.said(first.end, last.start) + " "
        ):
            continue
        written_out = _FULL.search(first.text) and _FULL.search(last.text)
        if written_out and _FROM.search(document.said(max(first.start - 14, 0), first.start)):
            yield Discrepancy(
                at=document.over(first, last),
                about=(first.value, last.value),
                severity="error",
                message=_ENDS,
                arithmetic=f"{last.text} trước {first.text}",
                confidence=0.9,
            )


_ENDS = Words("Thời điểm cuối đứng trước thời điểm đầu.", "The period ends before it begins.")

CHECK = DocumentCheck(
    slug="period-order",
    group="time",
    title=Words("Khoảng thời gian ngược", "Period that ends before it begins"),
    rule=Words(
        "Thời điểm cuối của một giai đoạn không trước thời điểm đầu.",
        "A period does not end before it begins.",
    ),
    source="Thứ tự thời gian",
    tolerance=Words("Không.", "None."),
    fires=(
        example("Kế hoạch cải cách hành chính giai đoạn 2025-2021 của tỉnh."),
        example("Số liệu thống kê từ ngày 15/12/2024 đến ngày 14/6/2024."),
    ),
    silent=(
        example("Kế hoạch cải cách hành chính giai đoạn 2021-2025 của tỉnh."),
        example("Số liệu thống kê từ ngày 15/12/2023 đến ngày 14/6/2024."),
        example("Từ ngày 15/12 đến ngày 14/6/2024, Sở tiếp nhận 20 hồ sơ."),
    ),
    find=_find,
)
