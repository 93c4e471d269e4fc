"""A document dated before the one that it implements, guides, amends or replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...records import Citation, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from .days import is_day, written_day

_CARRY_OUT = (
    r"(?:triển khai(?: thực hiện| thi hành)?|tổ chức thực hiện|thực hiện|thi hành|cụ thể hóa"
    r"|(?:quy định chi tiết|hướng dẫn)(?:[^,;.()]{0,40}?(?:thực hiện|thi hành))?)"
)
_OF = r"(?: của [^,;.()]{2,80}?)?"
# From the one straight to the other: 'Kế hoạch số 312/KH-UBND ... (của UBND tỉnh) triển khai thực hiện
# Quyết định số 728/QĐ-UBND'.  A comma may bring another subject.
_CARRIES_OUT = re.compile(rf"{_OF} \(?(?:về (?:việc )?)?{_CARRY_OUT}(?: các)? ?", re.I)
# ... with its subject between: 'Kế hoạch số 42/KH-UBND ... về chuyển đổi số năm 2016 cụ thể hóa Nghị quyết ...'
_SUBJECT_CARRIES_OUT = re.compile(
    r"(?:(?!,\s(?:các|những|toàn|đơn vị|cơ quan|Sở|UBND|Ủy ban|Ban|Bộ|Phòng|Tỉnh|Huyện|Xã)\b)"
    r"(?!\b(?:đã|đang|sẽ|bị|được|bởi|căn cứ|theo)\b)[^;.()]){0,220}? "
    r"(?:cụ thể hóa|hướng dẫn (?:thi hành|thực hiện)|quy định chi tiết(?: (?:và )?(?:thi hành))?|triển khai thực hiện)"
    r"(?: các)? "
)
# What it was issued for: 'Hướng dẫn số 45/HD-SNV ... được ban hành để hướng dẫn thi hành Nghị định số 29'
_ISSUED_FOR = re.compile(
    rf"{_OF},? (?P<passive>(?:được )?ban hành )?(?:để|nhằm) (?:kịp thời |tiếp tục )?{_CARRY_OUT}(?: các)? ?",
    re.I,
)
# The other way round: 'Để cụ thể hóa Nghị quyết số 18-NQ/TU ..., (ngày 10/02/2014,) UBND tỉnh đã ban hành
# Quyết định số 352/QĐ-UBND'.
_OPENS_WITH_BASIS = re.compile(
    rf"(?:(?:để|nhằm) (?:kịp thời |tiếp tục )?{_CARRY_OUT}|{_CARRY_OUT}|căn cứ|trên cơ sở)(?: các)? ?",
    re.I,
)
_THEN_ISSUED = re.compile(
    r"[^,;.()]{0,90}?,(?: ngày [^,;.()]{6,28}, ?)? ?[^,;.()]{2,80}? (?:đã )?(?:kịp thời |chủ động )?"
    r"(?:tham mưu [^,;.()]{2,60} )?ban hành(?: các)? ?",
    re.I,
)
# What is amended or replaced may follow the subject of what does it; a passive turns the two round, and
# another verb has another subject: 'Căn cứ Luật ..., UBND tỉnh đã trình sửa đổi Nghị quyết số ...'.
_ACTS_ON = re.compile(
    r"(?:(?!\b(?:bởi|tại|theo|bằng|được|bị|đã|đang|sẽ|trình|đề nghị|đề xuất|góp ý|rà soát|kiến nghị"
    r"|soạn thảo|dự thảo|phải|cần)\b)[^.;\n]){0,160}?"
    r"\b(?:thay thế|bãi bỏ|sửa đổi(?:, bổ sung)?(?: một số (?:điều|nội dung))?)(?: của)?(?: các)? ?",
    re.I,
)
# One of these is in what the patterns match; most gaps between two documents have none.
_ACTING = (
    *("triển khai", "thực hiện", "thi hành", "cụ thể hóa", "quy định chi tiết", "hướng dẫn"),
    *("thay thế", "bãi bỏ", "sửa đổi"),
)
_ISSUED = "ban hành"
_NO_SENTENCE = 900  # characters that two documents of one sentence are never apart


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    citations = document.record.citations
    dated = {c.target: c for c in citations if c.target and is_day(c.date) and c.kind != "self"}
    own = {c.target for c in citations if c.kind == "self"}
    for one, other in pairwise(citations):
        if other.start - one.end >= _NO_SENTENCE or one.target == other.target:
            continue
        if one.target in own or other.target in own:
            continue
        first, second = (c if is_day(c.date) else dated.get(c.target or "") for c in (one, other))
        if first is None or second is None or first.date == second.date:
            continue
        if not _in_one_sentence(document, one, other):
            continue
        earlier_is_first = (first.date or "") < (second.date or "")
        if earlier_is_first and _acts_on(document, one, other):
            yield _told(document, first, second)
        elif not earlier_is_first and _is_basis_of(document, one, other):
            yield _told(document, second, first)


def _acts_on(document: AuditedDocument, one: Citation, other: Citation) -> bool:
    """Whether the first of two neighbours is said to carry out, amend or replace the second."""
    between = f" {document.between(one, other)} "
    lower = between.lower()
    if not any(word in lower for word in _ACTING):
        return False
    after_subject = f" {document.said(_end(one, other), other.start)} "
    if _CARRIES_OUT.fullmatch(between) or _CARRIES_OUT.fullmatch(after_subject):
        return True
    if "subject" in one.parts and _SUBJECT_CARRIES_OUT.fullmatch(between):
        return True
    if issued := _ISSUED_FOR.fullmatch(after_subject):
        return one.relation == "issues" or issued["passive"] is not None
    return _ACTS_ON.fullmatch(after_subject) is not None


def _is_basis_of(document: AuditedDocument, one: Citation, other: Citation) -> bool:
    """Whether a sentence opens with what is carried out and goes on to what was issued for it."""
    after_subject = f"{document.said(_end(one, other), other.start)} "
    if _ISSUED not in after_subject.lower():
        return False
    opening = document.said(document.sentence_of(one)[0], one.start)
    return bool(_OPENS_WITH_BASIS.fullmatch(opening) and _THEN_ISSUED.fullmatch(after_subject))


def _end(one: Citation, other: Citation) -> int:
    """Where a citation ends, with its subject if that stands before the other."""
    start, end = one.parts.get("subject", (0, 0))
    return end if one.end <= start and end <= other.start else one.end


def _in_one_sentence(document: AuditedDocument, one: Citation, other: Citation) -> bool:
    return one.footnote == other.footnote and document.sentence_of(one) == document.sentence_of(
        other
    )


def _told(document: AuditedDocument, acting: Citation, acted_on: Citation) -> Discrepancy:
    one, other = (citation.number or citation.text for citation in (acting, acted_on))
    first, second = (written_day(citation.date or "") for citation in (acting, acted_on))
    return Discrepancy(
        at=document.at(acting),
        about=(one, acting.date, other, acted_on.date),
        severity="warning",
        message=Words(
            f"Văn bản {one} ngày {first} thực hiện, hướng dẫn, sửa đổi hoặc thay thế văn bản {other}"
            f" ngày {second}, ban hành sau nó.",
            f"Document {one} of {first} implements, guides, amends or replaces {other} of {second},"
            " issued after it.",
        ),
        arithmetic=f"{first} < {second}",
        evidence=(document.at(acted_on),),
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
        "Cùng ngày là được; chỉ xét khi hai văn bản đứng liền nhau trong một câu và lời văn nói rõ.",
        "The same day is right; only where the two stand side by side in a sentence and the words are"
        " clear.",
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
        example(
            "Nhằm triển khai Nghị định số 29/2023/NĐ-CP ngày 03/6/2023 của Chính phủ, ngày 12/5/2023, UBND"
            " tỉnh Hà Nam ban hành Hướng dẫn số 45/HD-UBND."
        ),
        example(
            "Hướng dẫn số 45/HD-SNV ngày 12/5/2023 của Sở Nội vụ được ban hành nhằm hướng dẫn thực hiện Nghị"
            " định số 29/2023/NĐ-CP ngày 03/6/2023 của Chính phủ."
        ),
        example(
            "Sở áp dụng Quyết định số 920/QĐ-UBND ngày 08/4/2022 của UBND tỉnh ban hành Quy chế tiếp công"
            " dân; Quyết định này thay thế Quyết định số 975/QĐ-UBND ngày 17/5/2022 của UBND tỉnh."
        ),
    ),
    silent=(
        example(
            "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, Sở đã tham mưu sửa đổi, bổ sung"
            " Quyết định số 22/2022/QĐ-UBND ngày 10/8/2022 của UBND tỉnh."
        ),
        example(
            "- Kế hoạch số 05/KH-SNV ngày 20/01/2023 của Sở Nội vụ\nTriển khai thực hiện Quyết định số"
            " 728/QĐ-UBND ngày 31/3/2023 của UBND tỉnh, Sở đã họp."
        ),
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
