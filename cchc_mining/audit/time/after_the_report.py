"""'Ngày 25/12/2024, UBND tỉnh đã tổ chức ...' in a report of 15/12/2024: told as past, and yet to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ._reported import PLANNED, day, own_day

# 'Ngày 25/12/2024, UBND tỉnh đã ...'; 'đã tổ chức hội nghị vào ngày 25/12/2024'
_THEN_DONE = re.compile(
    r"[^.;\n]{0,60}?(?<!\w)đã (?!có kế hoạch|được giao|giao|yêu cầu|đề nghị|lên kế hoạch|chỉ đạo)",
    re.I,
)
_DONE_ON = re.compile(
    r"(?<!\w)đã (?:tổ chức|ban hành|khai trương|khánh thành|ra mắt|họp|làm việc|kiểm tra|hoàn thành|công bố|ký kết"
    r"|phê duyệt)"
    r"[^.;\n]{0,120}(?:vào|trong)? ngày $",
    re.I,
)  # fmt: skip
_OPENS = re.compile(
    r"(?:^|[.;:\n+-])\s*(?:(?:sáng|chiều|tối|vào|đặc biệt,?)\s+)?(?:ngày\s*)?$", re.I
)
_SPAN = re.compile(r"(?:từ|đến|hết|trước|sau|kể từ)(?: hết)?(?: ngày)? $", re.I)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    own = own_day(document)
    if own is None:
        return
    for mention in document.record.dates:
        happened = day(mention.value)
        if happened is None or happened <= own or not mention.text[-4:].isdigit():
            continue
        start = document.text.rfind("\n", 0, mention.start) + 1
        before = document.said(max(mention.start - 160, start), mention.start) + " "
        after = document.said(mention.end, mention.end + 90)
        if _SPAN.search(before) or PLANNED.search(before[-80:] + after):
            continue
        opens = _OPENS.search(before.rstrip()) is not None
        if (opens and _THEN_DONE.match(after)) or _DONE_ON.search(before):
            yield Discrepancy(
                at=document.at(mention),
                about=(happened, own),
                severity="error",
                message=_LATER,
                arithmetic=f"{happened:%d/%m/%Y} sau {own:%d/%m/%Y}",
                confidence=0.8,
            )


_LATER = Words(
    "Việc được kể là đã xảy ra vào ngày sau ngày của chính văn bản.",
    "What is told as past happened after the document's own day.",
)
_HEAD = "SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 15 tháng 12 năm 2024\nBÁO CÁO\nKết quả công tác năm 2024\n"

CHECK = DocumentCheck(
    slug="after-the-report",
    group="time",
    title=Words("Sự kiện sau ngày văn bản", "Event after the document's day"),
    rule=Words(
        "Việc 'đã' làm có ngày không sau ngày của văn bản.",
        "What a document tells as done is not dated after it.",
    ),
    source="Thứ tự thời gian",
    tolerance=Words("Việc dự kiến, hạn hoàn thành được bỏ qua.", "Plans and terms are let pass."),
    fires=(example(_HEAD + "Ngày 25/12/2024, Sở đã tổ chức hội nghị tổng kết."),),
    silent=(
        example(_HEAD + "Ngày 05/12/2024, Sở đã tổ chức hội nghị tổng kết."),
        example(_HEAD + "Ngày 25/12/2024, Sở sẽ tổ chức hội nghị tổng kết; các đơn vị hoàn thành trước ngày"
                        " 20/12/2024."),
    ),
    find=_find,
)  # fmt: skip
