"""A document dated before the one that it implements, guides, amends or replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...records import Citation, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from .days import is_day, written_day

# From the one straight to the other: 'Kế hoạch số 312/KH-UBND ... (của UBND tỉnh) triển khai thực hiện
# Quyết định số 728/QĐ-UBND'.  A comma may bring another subject.
_CARRIES_OUT = re.compile(
    r"(?: của [^,;.()]{2,80}?)? (?:về (?:việc )?)?"
    r"(?:triển khai(?: thực hiện)?|tổ chức thực hiện|thực hiện|hướng dẫn(?: thực hiện| thi hành)?"
    r"|cụ thể hóa)(?: các)? ?",
    re.I,
)
# What is amended or replaced may follow the subject of what does it; a passive turns the two round.
_ACTS_ON = re.compile(
    r"(?:(?!\b(?:bởi|tại|theo|bằng|được|bị)\b)[^.;\n]){0,160}?"
    r"\b(?:thay thế|bãi bỏ|sửa đổi(?:, bổ sung)?(?: một số (?:điều|nội dung))?)(?: của)?(?: các)? ?",
    re.I,
)
# One of these is in what matches; most gaps between two documents have none.
_EFFECTS = ("triển khai", "thực hiện", "hướng dẫn", "cụ thể hóa")
_CHANGES = ("thay thế", "bãi bỏ", "sửa đổi")


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    citations = document.record.citations
    days = {c.target: c.date for c in citations if c.target and is_day(c.date)}
    for acting, acted_on in pairwise(citations):
        first, second = acting.date, acted_on.date or days.get(acted_on.target or "")
        if not (first and second and is_day(first) and is_day(second)) or first >= second:
            continue
        if acting.target == acted_on.target or "self" in (acting.kind, acted_on.kind):
            continue
        if _is_said_to_act(f" {document.between(acting, acted_on)} "):
            yield _told(document, (acting, first), (acted_on, second))


def _is_said_to_act(between: str) -> bool:
    """Whether the words between two documents say that the first carries out or changes the second."""
    lower = between.lower()
    if any(word in lower for word in _CHANGES) and _ACTS_ON.fullmatch(between):
        return True
    return any(word in lower for word in _EFFECTS) and _CARRIES_OUT.fullmatch(between) is not None


def _told(
    document: AuditedDocument, acting: tuple[Citation, str], acted_on: tuple[Citation, str]
) -> Discrepancy:
    one, other = (citation.number or citation.text for citation, _ in (acting, acted_on))
    first, second = written_day(acting[1]), written_day(acted_on[1])
    return Discrepancy(
        at=document.at(acting[0]),
        about=(one, acting[1], other, acted_on[1]),
        severity="warning",
        message=Words(
            f"Văn bản {one} ngày {first} thực hiện, hướng dẫn, sửa đổi hoặc thay thế văn bản {other}"
            f" ngày {second}, ban hành sau nó.",
            f"Document {one} of {first} implements, guides, amends or replaces {other} of {second},"
            " issued after it.",
        ),
        arithmetic=f"{first} < {second}",
        evidence=(document.at(acted_on[0]),),
        confidence=0.75,
    )


CHECK = DocumentCheck(
    slug="older-than-its-basis",
    group="citations",
    title=Words("Có trước văn bản mà nó thực hiện", "Older than what it implements"),
    rule=Words(
        "Văn bản thực hiện, hướng dẫn, sửa đổi, thay thế văn bản khác phải ban hành sau văn bản đó.",
        "A document that implements, guides, amends or replaces another is issued after it.",
    ),
    source="Lô-gích thời gian",
    tolerance=Words(
        "Cùng ngày là được; chỉ xét khi hai văn bản đứng liền nhau và lời văn nói rõ.",
        "The same day is right; only where the two stand side by side and the words are clear.",
    ),
    fires=(
        example(
            "Quyết định số 905/QĐ-UBND ngày 03/4/2018 của UBND tỉnh Hà Nam thay thế Quyết định số"
            " 640/QĐ-UBND ngày 15/3/2019 của UBND tỉnh Hà Nam."
        ),
        example(
            "Kế hoạch số 312/KH-UBND ngày 15/3/2023 của UBND tỉnh Hà Nam triển khai thực hiện Quyết"
            " định số 728/QĐ-UBND ngày 31/3/2023 của UBND tỉnh Hà Nam."
        ),
    ),
    silent=(
        example(
            "Chi trả theo Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 (sửa đổi, bổ sung bởi Nghị định"
            " số 67/2025/NĐ-CP ngày 15/3/2025)."
        ),
        example(
            "Căn cứ Kế hoạch số 12/KH-UBND ngày 15/3/2023 của UBND tỉnh Hà Nam, Sở triển khai thực"
            " hiện Quyết định số 728/QĐ-UBND ngày 31/3/2023 của UBND tỉnh Hà Nam."
        ),
        example(
            "Quyết định số 905/QĐ-UBND ngày 03/4/2024 của UBND tỉnh Hà Nam thay thế Quyết định số"
            " 640/QĐ-UBND ngày 15/3/2019 của UBND tỉnh Hà Nam."
        ),
    ),
    find=_find,
)
