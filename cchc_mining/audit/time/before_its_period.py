"""A report on the third quarter that is dated in June: its period has not begun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from ...records import DateMention, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ._reported import own_day, period_of_title

# A report titled so is on what was done; any other report may be on what is prepared.
_RESULTS = re.compile(r"kết quả|tình hình|tổng kết|sơ kết", re.I)
_PREPARES = re.compile(r"chuẩn bị|đề xuất|xây dựng|nhu cầu|đăng ký|rà soát|góp ý", re.I)
# How long after its beginning a period can be reported on at the soonest.
_SOONEST = {
    "month": timedelta(),
    "quarter": timedelta(days=30),
    "months": timedelta(days=30),
    "year": timedelta(days=120),
}


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    own, found = own_day(document), period_of_title(document)
    if own is None or found is None or found.period.kind not in _SOONEST:
        return
    is_on_results = _RESULTS.search(found.title) is not None
    if not is_on_results and _PREPARES.search(found.title):
        return
    if found.first + _SOONEST[found.period.kind] > own:
        yield Discrepancy(
            at=document.at(_own_date(document) or found.period),
            about=(found.period.value, own),
            severity="error" if is_on_results else "warning",
            message=_EARLY,
            arithmetic=f"{own:%d/%m/%Y}; {found.period.text} bắt đầu {found.first:%d/%m/%Y}",
            confidence=0.85 if is_on_results else 0.7,
        )


def _own_date(document: AuditedDocument) -> DateMention | None:
    """Where the document's own day is written."""
    header = document.record.header
    own = header.doc_date if header else None
    return next((d for d in document.record.dates if d.value == own), None)


_EARLY = Words(
    "Báo cáo kết quả có ngày trước khi kỳ báo cáo bắt đầu, hoặc khi kỳ vừa mới bắt đầu.",
    "The report on results is dated before its period begins, or when it has hardly begun.",
)
_HEAD = "SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\n"

CHECK = DocumentCheck(
    slug="before-its-period",
    group="time",
    title=Words("Báo cáo trước kỳ báo cáo", "Report before its period"),
    rule=Words(
        "Báo cáo kết quả không có ngày trước khi kỳ báo cáo nêu ở trích yếu bắt đầu,"
        " hoặc khi kỳ vừa mới bắt đầu.",
        "A report on results is not dated before the period in its title begins, or when it has hardly begun.",
    ),
    source="Thứ tự thời gian",
    tolerance=Words(
        "Báo cáo trước khi kỳ kết thúc là bình thường: với quý, nửa năm từ sau 30 ngày, với năm từ sau 120 ngày.",
        "Reporting before the end is usual: 30 days into a quarter or half-year, 120 into a year.",
    ),
    fires=(example(_HEAD.replace("14 tháng 6", "08 tháng 01") + "Kết quả công tác năm 2023\nSở báo cáo như sau:"),
           example(_HEAD + "Công tác bảo vệ bí mật nhà nước 9 tháng đầu năm 2024\nSở báo cáo như sau:"),
           example(_HEAD + "Tình hình thực hiện công tác cải cách hành chính Quý III năm 2023\nSở báo cáo như sau:"),),
    silent=(
        example(_HEAD + "Công tác chuẩn bị kỳ thi nâng ngạch năm 2024\nSở báo cáo như sau:"),
        example(_HEAD + "Tình hình thực hiện công tác cải cách hành chính Quý II năm 2023\nSở báo cáo như sau:"),
        example(_HEAD + "Kết quả 6 tháng đầu năm 2023, phương hướng nhiệm vụ 6 tháng cuối năm 2023\nSở báo cáo như"
                        " sau:"),
    ),
    find=_find,
)  # fmt: skip
