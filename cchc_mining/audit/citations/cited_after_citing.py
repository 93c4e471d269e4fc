"""A document cited before it was issued: its date is later than that of the citing document."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Citation, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from .days import is_day, written_day

# Where so many citations are later, the date of the document itself is likely read or written wrong.
_FEW, _SHARE = 2, 0.25


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    header = document.record.header
    day = header.doc_date if header else None
    if not day or not is_day(day):
        return
    dated = [c for c in document.record.citations if is_day(c.date) and c.kind != "self"]
    later = [c for c in dated if c.date and c.date > day]
    if len(later) > max(_FEW, _SHARE * len(dated)):
        return
    yield from (_told(document, citation, day) for citation in later)


def _told(document: AuditedDocument, citation: Citation, day: str) -> Discrepancy:
    number = citation.number or citation.text
    cited = written_day(citation.date or "")
    return Discrepancy(
        at=document.at(citation),
        about=(citation.number or citation.text, citation.date, day),
        severity="error",
        message=Words(
            f"Văn bản {number} ngày {cited} được viện dẫn trong văn bản ngày {written_day(day)},"
            " tức là trước khi được ban hành.",
            f"Document {number} of {cited} is cited in a document of {written_day(day)}, before it"
            " was issued.",
        ),
        arithmetic=f"{cited} > {written_day(day)}",
        confidence=0.9,
    )


CHECK = DocumentCheck(
    slug="cited-after-citing",
    group="citations",
    title=Words("Viện dẫn văn bản có ngày muộn hơn", "Cited document dated later"),
    rule=Words(
        "Văn bản được viện dẫn phải ban hành trước hoặc cùng ngày với văn bản viện dẫn.",
        "A cited document is dated no later than the one that cites it.",
    ),
    source="Lô-gích thời gian",
    tolerance=Words(
        "Cùng ngày là được; bỏ qua khi nhiều viện dẫn cùng muộn hơn, vì khi đó ngày của chính văn"
        " bản đáng ngờ.",
        "The same day is right; where many citations are later, the document's own date is in doubt"
        " and nothing is said here.",
    ),
    fires=(
        example(
            "UBND TỈNH BÌNH PHƯỚC\nSỞ NỘI VỤ\n\nSố: 45/BC-SNV\n\nBình Phước, ngày 10 tháng 3 năm"
            " 2023\n\nBÁO CÁO\nCông tác cải cách hành chính quý I năm 2023\n\nThực hiện Quyết định"
            " số 2914/QĐ-UBND ngày 20/12/2023 của UBND tỉnh về Kế hoạch cải cách hành chính năm"
            " 2023, Sở Nội vụ báo cáo như sau.\n"
        ),
    ),
    silent=(
        example(
            "UBND TỈNH BÌNH PHƯỚC\nSỞ NỘI VỤ\n\nSố: 45/BC-SNV\n\nBình Phước, ngày 10 tháng 3 năm"
            " 2023\n\nBÁO CÁO\nCông tác cải cách hành chính quý I năm 2023\n\nThực hiện Quyết định"
            " số 2914/QĐ-UBND ngày 20/12/2022 của UBND tỉnh về Kế hoạch cải cách hành chính năm"
            " 2023, Sở Nội vụ báo cáo như sau.\n"
        ),
    ),
    find=_find,
)
