"""'đã kiểm tra 45/43 đơn vị': more are counted than there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Fraction, Words
from ..amounts import is_percent
from ..arithmetic import written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence

_PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|vượt|giao|phấn đấu|định mức|đăng ký|công suất|yêu cầu|kh)(?!\w)"
)
_COMPARED = re.compile(r"(?<!\w)(?:so với|cùng kỳ|tỷ số|tỉ số|trên)\s*$")
# Units of what is set against something else by nature: '12/8 điểm', '3/2 lần', '5/4 m', '120/80 mmHg'
_NOT_COUNTED = frozenset(("điểm", "lần", "thứ bậc", "%", "‰", "mmHg", "m", "km", "ngày"))


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        for i, figure in enumerate(sentence.figures):
            share = figure.value
            if not isinstance(share, Fraction) or share.num <= share.den or share.den < 2:
                continue
            found = sentence.amounts[i]
            if (
                found is None
                or not figure.unit
                or figure.unit in _NOT_COUNTED
                or not found.is_counted
            ):
                continue
            if found.base == "đồng" or figure.role != "value" or _is_of_a_plan(sentence, i):
                continue
            yield Discrepancy(
                at=document.at(figure),
                about=(share.num, share.den, figure.unit),
                severity="warning",
                message=_MORE,
                arithmetic=f"{written(share.num)} > {written(share.den)}",
                confidence=0.75,
            )


def _is_of_a_plan(sentence: Sentence, i: int) -> bool:
    if _PLAN.search(sentence.text) or _COMPARED.search(sentence.before(i)):
        return True
    following = sentence.figures[i + 1 : i + 2]
    return any(
        is_percent(f) and not isinstance(f.value, Fraction) and f.value > 100 for f in following
    )


_MORE = Words(
    "Tử số lớn hơn mẫu số: số đã thực hiện nhiều hơn tổng số.",
    "The numerator exceeds the denominator: more are counted than there are.",
)

CHECK = DocumentCheck(
    slug="more-than-all",
    group="figures",
    title=Words("Tử số lớn hơn mẫu số", "More than there are"),
    rule=Words(
        "Trong a/b đơn vị (không phải so với kế hoạch) thì a ≤ b.",
        "In a/b of things counted, not measured against a plan, a is at most b.",
    ),
    source="Định nghĩa phân số của tổng thể",
    tolerance=Words("Không.", "None."),
    fires=(example("Đoàn kiểm tra đã làm việc tại 45/43 đơn vị."),),
    silent=(
        example("Đoàn kiểm tra đã làm việc tại 45/43 đơn vị theo kế hoạch, vượt 02 đơn vị."),
        example("Đoàn kiểm tra đã làm việc tại 43/43 đơn vị."),
    ),
    find=_find,
)
