"""A plan dated after the year it is for: 'Quyết định ngày 15/02/2023 ban hành Kế hoạch ... năm 2022'."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...records import Citation, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from .days import is_day, written_day

# The subject brings a plan, and not what comes after one: its result, its adjustment, its summing up.
_PLAN = re.compile(
    r"(?:(?:về\s+việc\s+|về\s+)?(?:ban\s+hành|phê\s+duyệt|giao|triển\s+khai)\s+)?"
    r"(?:Quyết\s+định\s+|Kế\s+hoạch\s+)?(?:phê\s+duyệt\s+|ban\s+hành\s+)?"
    r"(?:Kế\s+hoạch|Chương\s+trình|Dự\s+toán|Chỉ\s+tiêu)\b",
    re.I,
)
_PLANS = ("Kế hoạch", "Chương trình")  # 'Kế hoạch số 58/KH-UBND ... về đào tạo công chức năm 2020'
_LOOKS_BACK = re.compile(
    r"\b(?:điều\s+chỉnh|bổ\s+sung|sửa\s+đổi|kết\s+quả|tổng\s+kết|sơ\s+kết|đánh\s+giá|quyết\s+toán|"
    r"khắc\s+phục|báo\s+cáo|kéo\s+dài|chuyển\s+nguồn|kiểm\s+điểm|xếp\s+loại|chỉ\s+số|chấm\s+điểm|"
    r"thẩm\s+định|công\s+bố|kiểm\s+toán|năm\s+học|niên\s+khóa|giai\s+đoạn)\b",
    re.I,
)
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b(?!\s*[-–,]\s*(?:19|20)\d\d)", re.I)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for citation in document.record.citations:
        if citation.subject and citation.date and is_day(citation.date):
            subject = unicodedata.normalize("NFC", citation.subject)
            years = {int(year) for year in _YEAR.findall(subject)}
            if (
                years
                and max(years) < int(citation.date[:4])
                and (citation.doc_type in _PLANS or _PLAN.match(subject))
                and not _LOOKS_BACK.search(subject)
            ):
                yield _told(document, citation, citation.date, max(years))


def _end(citation: Citation) -> int:
    """Where its subject ends, in which the year stands."""
    return citation.parts.get("subject", (0, 0))[1]


def _told(document: AuditedDocument, citation: Citation, date: str, year: int) -> Discrepancy:
    number = citation.number or citation.text
    return Discrepancy(
        at=document.words(citation.start, max(citation.end, _end(citation)), citation),
        about=(number, date, year),
        severity="warning",
        message=Words(
            f"Văn bản {number} ngày {written_day(date)} ban hành kế hoạch, chương trình của năm"
            f" {year}, là năm đã qua.",
            f"Document {number} of {written_day(date)} brings a plan for {year}, a year already past.",
        ),
        arithmetic=f"{written_day(date)} > 31/12/{year}",
        confidence=0.65,
    )


CHECK = DocumentCheck(
    slug="plan-of-a-past-year",
    group="citations",
    title=Words("Kế hoạch của năm đã qua", "Plan for a past year"),
    rule=Words(
        "Kế hoạch, chương trình của một năm được ban hành trước khi năm đó kết thúc.",
        "A plan for a year is issued before that year ends.",
    ),
    source="Lô-gích thời gian",
    tolerance=Words(
        "Không xét văn bản điều chỉnh, bổ sung, tổng kết, đánh giá, quyết toán; năm học; giai đoạn.",
        "Adjustments, results, evaluations, school years and periods of several years are let pass.",
    ),
    fires=(
        example(
            "Trung tâm ban hành Quyết định số 07/QĐ-TTXT ngày 15/02/2023 về việc ban hành Chương"
            " trình thực hành tiết kiệm, chống lãng phí năm 2022 của Trung tâm."
        ),
    ),
    silent=(
        example(
            "Sở ban hành Quyết định số 45/QĐ-SNV ngày 15/02/2023 về việc ban hành Chương trình thực"
            " hành tiết kiệm, chống lãng phí năm 2023."
        ),
        example(
            "Sở ban hành Quyết định số 45/QĐ-SNV ngày 15/02/2023 phê duyệt kết quả thực hiện Kế"
            " hoạch cải cách hành chính năm 2022."
        ),
    ),
    find=_find,
)
