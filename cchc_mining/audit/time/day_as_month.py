"""'hết tháng 31/12/2024': a month word before a whole day, or a day word before a month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

# Sought from letters that are rare; what introduces them is looked for to the left.
_MONTH_THEN_DAY = re.compile(r"háng\s+(?P<day>\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?\d{4})(?!\d)")
_DAY_THEN_MONTH = re.compile(r"gày\s+(?P<month>(?:0?[1-9]|1[0-2])/(?:19|20)\d{2})(?![\d/])")
_MONTH_LEAD = re.compile(r"(?:(?:tính )?đến (?:hết )?|hết |cuối |trong )?t$", re.I)
_DAY_LEAD = re.compile(r"(?:(?:tính )?(?:đến|từ) (?:hết )?|hết |trước )n$", re.I)
_LEAD = 20  # characters, the longest that introduces a date


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    text = document.view.text
    for found in _MONTH_THEN_DAY.finditer(text):
        lead = _MONTH_LEAD.search(text, max(found.start() - _LEAD, 0), found.start())
        if lead is None:
            continue
        month = found["day"].partition("/")[2]
        yield Discrepancy(
            at=document.passage(lead.start(), found.end()),
            about=(found[0],),
            severity="error",
            message=_DAY,
            expected=f"ngày {found['day']}" + (f" (hoặc tháng {month})" if month else ""),
            confidence=0.95,
        )
    for found in _DAY_THEN_MONTH.finditer(text):
        lead = _DAY_LEAD.search(text, max(found.start() - _LEAD, 0), found.start())
        if lead is None:
            continue
        yield Discrepancy(
            at=document.passage(lead.start(), found.end()),
            about=(found[0],),
            severity="warning",
            message=_MONTH,
            expected=f"tháng {found['month']}",
            confidence=0.7,
        )


_DAY = Words(
    "Sau chữ 'tháng' lại ghi một ngày đầy đủ.", "The word 'month' is followed by a whole date."
)
_MONTH = Words(
    "Sau chữ 'ngày' chỉ ghi tháng và năm.", "The word 'day' is followed by a month and year."
)

CHECK = DocumentCheck(
    slug="day-as-month",
    group="time",
    title=Words("Lẫn ngày với tháng", "A day called a month"),
    rule=Words(
        "Sau 'tháng' là tháng/năm, sau 'ngày' là ngày/tháng/năm.",
        "A month word goes with month and year, a day word with day, month and year.",
    ),
    source="Cách ghi thời gian trong văn bản hành chính (Nghị định 30/2020/NĐ-CP)",
    tolerance=Words("Không.", "None."),
    fires=(
        example("Tính đến hết tháng 31/12/2024, đã giải ngân 7.433 triệu đồng."),
        example("Tính đến ngày 10/2023, toàn huyện có 14 xã đạt chuẩn."),
    ),
    silent=(
        example("Tính đến hết ngày 31/12/2024, đã giải ngân 7.433 triệu đồng."),
        example("Tính đến hết tháng 10/2023, toàn huyện có 14 xã đạt chuẩn."),
    ),
    find=_find,
)
