"""'Giá trị đề nghị 1.284 triệu đồng, được duyệt 1.276 triệu đồng, giảm trừ 8 triệu đồng': what was asked
for, what was approved of it, and what was cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Words
from ..amounts import Amount
from ..arithmetic import written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence
from ..sums import stated

_ASKED = re.compile(r"(?<!\w)(?:đề nghị|trình|dự toán trình|giá gói thầu)(?!\w)[^,;.()]{0,40}$")
_APPROVED = re.compile(
    r"[^,;.()]*[,;][^,;.()]{0,30}(?<!\w)(?:được duyệt|phê duyệt|thẩm tra|thẩm định|trúng thầu)(?!\w)[^,;.()]{0,20}"
)
_CUT = re.compile(
    r"[^,;.()]*[,;(]\s*(?:đã )?(?:giảm trừ|cắt giảm|giảm|tiết kiệm|chênh lệch)(?: được| là)?"
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        for i in range(len(sentence.figures) - 2):
            found = _cut(sentence, i)
            if found is not None:
                yield from _compared(document, *found)


def _cut(sentence: Sentence, i: int) -> tuple[Amount, Amount, Amount] | None:
    asked, approved, cut = sentence.amounts[i : i + 3]
    if asked is None or approved is None or cut is None:
        return None
    if not (
        _ASKED.search(sentence.before(i))
        and _APPROVED.fullmatch(sentence.until(i, i + 1))
        and _CUT.fullmatch(sentence.until(i + 1, i + 2))
    ):
        return None
    found = asked, approved, cut
    return found if all(one.base == asked.base and one.is_exact for one in found) else None


def _compared(
    document: AuditedDocument, asked: Amount, approved: Amount, cut: Amount
) -> Iterator[Discrepancy]:
    right, said = asked.value - approved.value, abs(cut.value)
    if abs(right - said) <= asked.half + approved.half + cut.half:
        return
    expected = f"{written((right / cut.scale).normalize())} {cut.figure.unit or ''}".strip()
    yield Discrepancy(
        at=document.at(cut.figure),
        about=(asked.value, approved.value, said),
        severity="error",
        message=_WRONG,
        expected=expected,
        arithmetic=f"{stated(asked)} - {stated(approved)} = {expected}; văn bản ghi {stated(cut)}",
        evidence=document.evidence((asked.figure, approved.figure)),
        confidence=0.9,
    )


_WRONG = Words(
    "Số giảm trừ không bằng số đề nghị trừ số được duyệt.",
    "What was cut is not what was asked for less what was approved.",
)

CHECK = DocumentCheck(
    slug="cut-from-asked",
    group="figures",
    title=Words("Số giảm trừ so với đề nghị", "What was cut from what was asked for"),
    rule=Words(
        "Số đề nghị trừ số được duyệt bằng số giảm trừ ghi liền sau.",
        "What was asked for less what was approved is the cut stated right behind.",
    ),
    source="Số học",
    tolerance=Words("Sai số làm tròn của ba số.", "What the rounding of the three leaves open."),
    fires=(
        example(
            "Thẩm tra 12 công trình, giá trị đề nghị 45.200 triệu đồng, giá trị được duyệt 44.650 triệu đồng,"
            " giảm trừ 550.000 triệu đồng."
        ),
    ),
    silent=(
        example(
            "Thẩm tra 12 công trình, giá trị đề nghị 45.200 triệu đồng, giá trị được duyệt 44.650 triệu đồng,"
            " giảm trừ 550 triệu đồng."
        ),
        example(
            "Thẩm tra 12 công trình, giá trị đề nghị 45,2 tỷ đồng, giá trị được duyệt 44,7 tỷ đồng, giảm trừ 550"
            " triệu đồng."
        ),
        example("Dự toán trình 45 tỷ đồng, được duyệt 44 tỷ đồng; thu hồi 3 tỷ đồng tạm ứng."),
    ),
    find=_find,
)
