"""One number and day under two issuers, within one document."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Citation, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from .days import is_day, written_day


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    first_of: dict[tuple[str, str], Citation] = {}
    for citation in document.record.citations:
        if citation.kind != "numbered" or not citation.number or not is_day(citation.date):
            continue
        if citation.issuer is None or "issuer" not in citation.parts:
            continue  # not written here
        first = first_of.setdefault((citation.number, citation.date or ""), citation)
        if not _is_one(first.issuer or "", citation.issuer):
            yield _told(document, citation, first)


def _is_one(one: str, other: str) -> bool:
    """A body and its head or office are one, and so are Government and Prime Minister."""
    if ";" in one + other:
        return True
    return one.endswith(other) or other.endswith(one) or {one, other} <= _LOOSELY


_LOOSELY = frozenset(("Chính phủ", "Thủ tướng Chính phủ"))


def _told(document: AuditedDocument, citation: Citation, first: Citation) -> Discrepancy:
    number, day = citation.number or "", written_day(citation.date or "")
    return Discrepancy(
        at=document.at(citation),
        about=(number, citation.date, first.issuer, citation.issuer),
        severity="warning",
        message=Words(
            f"Văn bản {number} ngày {day} được ghi là của {citation.issuer}, nơi khác ghi là của"
            f" {first.issuer}.",
            f"Document {number} of {day} is ascribed to {citation.issuer} here, to {first.issuer}"
            " elsewhere.",
        ),
        evidence=(document.at(first),),
        confidence=0.7,
    )


CHECK = DocumentCheck(
    slug="two-issuers",
    group="citations",
    title=Words("Cùng số và ngày, hai cơ quan", "One number and day, two issuers"),
    rule=Words(
        "Trong một văn bản, cùng số, ký hiệu và ngày thì phải ghi cùng cơ quan ban hành.",
        "Within a document, one number with one day is ascribed to one issuer.",
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I và III",
    tolerance=Words(
        "Tập thể và người đứng đầu, Chính phủ và Thủ tướng được coi là một.",
        "A body and its head, Government and Prime Minister are one.",
    ),
    fires=(
        example(
            "Thực hiện Chỉ thị số 15/CT-UBND ngày 14/3/2019 của UBND tỉnh Yên Bái. Việc chấp hành Chỉ"
            " thị số 15/CT-UBND ngày 14/3/2019 của UBND huyện Văn Yên được đưa vào tiêu chí."
        ),
    ),
    silent=(
        example(
            "Thực hiện Chỉ thị số 15/CT-UBND ngày 14/3/2019 của UBND tỉnh Yên Bái; Chỉ thị số"
            " 15/CT-UBND ngày 22/4/2019 của UBND huyện Văn Yên."
        ),
    ),
    find=_find,
)
