"""'thứ Hai, ngày 16/4/2024', which was a Tuesday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ._reported import day

_NAMES = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5, "nhật": 6,
}  # fmt: skip
_SAID = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY = re.compile(
    r"(?<!\w)(?<!lần )(?<!năm )(?<!đợt )(?:thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|[2-7])"
    r"|chủ\s+(?P<sunday>nhật))\s*[,(]?\s*(?:ngày\s*)?$",
    re.I,
)
_THEN = re.compile(
    r"\s*\(\s*(?:thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+(?P<sunday>nhật))\s*\)", re.I
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for mention in document.record.dates:
        value = day(mention.value)
        if value is None or not mention.text[-4:].isdigit():
            continue
        before = document.lead(mention, 24)
        said = _WEEKDAY.search(before) if _names_a_weekday(before) else None
        if said is None and "(" in document.text[mention.end : mention.end + 3]:
            said = _THEN.match(document.said(mention.end, mention.end + 16))
        if said is None:
            continue
        named = _NAMES[(said["name"] or said["sunday"]).lower()]
        if named != value.weekday():
            yield Discrepancy(
                at=document.at(mention),
                about=(value, named),
                severity="error",
                message=_OTHER,
                expected=_SAID[value.weekday()],
                arithmetic=f"{value:%d/%m/%Y} là {_SAID[value.weekday()]}; văn bản ghi {_SAID[named]}",
                confidence=0.95,
            )


def _names_a_weekday(text: str) -> bool:
    """Whether it may: nearly no date has its weekday."""
    lower = text.lower()
    return "thứ" in lower or "chủ" in lower


_OTHER = Words("Thứ trong tuần không đúng với ngày.", "The weekday is not that of the date.")

CHECK = DocumentCheck(
    slug="weekday",
    group="time",
    title=Words("Thứ và ngày", "Weekday and date"),
    rule=Words("Thứ ghi kèm phải đúng với ngày.", "A weekday given with a date is that day's."),
    source="Lịch Gregory",
    tolerance=Words("Không.", "None."),
    fires=(example("Hội nghị khai mạc vào thứ Hai, ngày 16/4/2024 tại Nha Trang."),),
    silent=(
        example("Hội nghị khai mạc vào thứ Ba, ngày 16/4/2024 tại Nha Trang."),
        example("Đây là lần thứ hai, ngày 16/4/2024 mới kết thúc."),
    ),
    find=_find,
)
