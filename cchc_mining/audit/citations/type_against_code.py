"""'Kế hoạch số 88/STC-VP': what a document is called against the type its number tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon import NumberCode, document_types, may_mean, read_number
from ...records import Citation, Severity, Words
from ...vietnamese import fold, initials
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

_LETTER = "Công văn"
_SEPARATOR = re.compile(r"[-/]")
# Never sent in the form of a letter; other types are by some offices.
_NEVER_LETTERS = frozenset(
    ("quyết định", "nghị quyết", "chỉ thị", "nghị định", "thông tư", "kế hoạch", "chương trình")
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for citation in document.record.citations:
        if citation.kind == "numbered" and "type" in citation.parts and citation.number:
            code = read_number(citation.number)
            if code and code.doc_type and not _agree(citation, code):
                yield from _told(document, citation, code)


def _agree(citation: Citation, code: NumberCode) -> bool:
    """Whether the type may be what the number says, or the number does not say it."""
    written = fold(citation.doc_type or "")
    if written not in _coded() or may_mean(written, code.doc_type or ""):
        return True
    tokens = _tokens(citation.number or "")
    # until 1996 the issuer alone stood in the number, and told nothing of the type: 342/TTg
    return len(tokens) < 2 or any(_fits(written, token) for token in tokens)


def _tokens(number: str) -> list[str]:
    """The letters of a number, piece by piece: '88/STC-VP' -> STC, VP."""
    return [token for token in _SEPARATOR.split(number) if token and not token[0].isdigit()]


def _fits(written: str, token: str) -> bool:
    """Whether a piece of a number can stand for a type: QĐ for Quyết định and for Quy định."""
    short = fold(token)
    return short.startswith(fold(initials(written.title()))) or any(
        may_mean(written, name) or may_mean(name, written) for name in _names(short)
    )


@cache
def _names(short: str) -> tuple[str, ...]:
    """Every type that a code stands for anywhere."""
    return tuple(
        name
        for row in document_types()
        if row.code and fold(row.code) == short
        for name in (row.name, *row.aliases)
    )


@cache
def _coded() -> frozenset[str]:
    """The types that have a code of their own."""
    return frozenset(
        fold(row.name) for row in document_types() if row.code and row.system in ("state", "party")
    )


def _told(document: AuditedDocument, citation: Citation, code: NumberCode) -> Iterator[Discrepancy]:
    written, by_code = citation.doc_type or "", code.doc_type or ""
    is_letter = by_code == _LETTER
    if is_letter and code.year:
        return  # a normative act whose code is damaged or unknown
    doubtful = is_letter and fold(written) not in _NEVER_LETTERS
    severity: Severity = "info" if doubtful else "warning"
    yield Discrepancy(
        at=document.at(citation),
        about=(citation.number, written),
        severity=severity,
        message=Words(
            f"Gọi là {written} nhưng số {citation.number} có dạng của {by_code}.",
            f"Called a {written}, but the number {citation.number} has the form of a {by_code}.",
        ),
        confidence=0.5 if doubtful else 0.8,
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
        example("Thực hiện Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Chấp hành Trung ương."),
        example("Thực hiện Chỉ thị số 342/TTg ngày 22/5/1997 của Thủ tướng Chính phủ."),
        example("Xét Tờ trình số 305/TTr-CĐS ngày 29/9/2023 của Cục Chuyển đổi số."),
        example("Thực hiện Thông báo kết luận số 91-TB/TU ngày 12/3/2023 của Tỉnh ủy."),
    ),
    find=_find,
)
