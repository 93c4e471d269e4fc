"""'Kế hoạch số 88/STC-VP': what a document is called against the type its number tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...lexicon import NumberCode, document_types, may_mean, read_number
from ...records import Citation, Severity, Words
from ...vietnamese import fold
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

_LETTER = "Công văn"
# Sent in the form of a letter by many offices, and called by what they contain.
_SENT_AS_LETTERS = frozenset(
    ("báo cáo", "tờ trình", "hướng dẫn", "thông báo", "phúc đáp", "đề nghị", "giấy mời", "thư")
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for citation in document.record.citations:
        if citation.kind != "numbered" or "type" not in citation.parts:
            continue
        code = read_number(citation.number) if citation.number else None
        if code and code.doc_type and citation.doc_type and not _agrees(citation.doc_type, code):
            yield _told(document, citation, citation.doc_type, code.doc_type)


def _agrees(written: str, code: NumberCode) -> bool:
    names = (code.doc_type or "", *_names(code.type_code))
    return any(may_mean(written, name) or may_mean(name, written) for name in names)


@cache
def _names(type_code: str) -> tuple[str, ...]:
    """Every type that a code stands for anywhere: TB is Thông báo, and the Party's Thông báo kết luận."""
    return tuple(
        name
        for row in document_types()
        if type_code and row.code.upper() == type_code.upper()
        for name in (row.name, *row.aliases)
    )


def _told(document: AuditedDocument, citation: Citation, written: str, by_code: str) -> Discrepancy:
    as_letter = by_code == _LETTER and fold(written) in _SENT_AS_LETTERS
    severity: Severity = "info" if as_letter else "warning"
    return Discrepancy(
        at=document.at(citation),
        about=(citation.number, written),
        severity=severity,
        message=Words(
            f"Gọi là {written} nhưng số {citation.number} có dạng của {by_code}.",
            f"Called a {written}, but the number {citation.number} has the form of a {by_code}.",
        ),
        confidence=0.5 if as_letter else 0.8,
    )


CHECK = DocumentCheck(
    slug="type-against-code",
    group="citations",
    title=Words("Tên loại so với ký hiệu", "Type as named against the number's code"),
    rule=Words(
        "Tên loại văn bản phải khớp với chữ viết tắt tên loại trong số, ký hiệu; công văn không có"
        " chữ viết tắt này.",
        "The type a document is called by agrees with the type in its number; letters have none.",
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, Bảng chữ viết tắt",
    tolerance=Words(
        "'Văn bản' đúng với mọi loại; báo cáo, tờ trình, hướng dẫn gửi dưới dạng công văn chỉ là"
        " điểm lưu ý.",
        "'Văn bản' fits every type; reports and submissions sent as letters are remarks.",
    ),
    fires=(
        example("Thực hiện Kế hoạch số 88/STC-VP ngày 12/3/2023 của Sở Tài chính."),
        example("Thực hiện Kế hoạch số 125/QĐ-UBND ngày 12/3/2023 của UBND tỉnh."),
    ),
    silent=(
        example("Thực hiện Công văn số 88/STC-VP ngày 12/3/2023 của Sở Tài chính."),
        example("Thực hiện Văn bản số 125/QĐ-UBND ngày 12/3/2023 của UBND tỉnh."),
        example("Thực hiện Thông báo kết luận số 91-TB/TU ngày 12/3/2023 của Tỉnh ủy."),
    ),
    find=_find,
)
