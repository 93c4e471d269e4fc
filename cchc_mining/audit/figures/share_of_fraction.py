"""'13/43 đơn vị (chiếm tỷ lệ 31,24 %)': a fraction against the percentage given with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...records import Fraction, Indicator, Words
from ..arithmetic import Shown, percentage, rounded, rounds_to, shown, truncates_to, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

# What may stand between a fraction and its percentage: '13/43 cơ quan, đơn vị (chiếm tỷ lệ 31,24 %)'.
# Another clause may speak of something else.
_SAME_CLAUSE = re.compile(
    r"[^.;:]{0,80}?(?:\(|=|,|\b(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ))[^.;:]{0,40}", re.I
)
_OTHER_BASE = re.compile(r"\b(?:so với|tăng|giảm|vượt|trong đó|tổng số|kế hoạch|còn lại)\b", re.I)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        for fraction, percent in pairwise(sentence.figures):
            if _belongs(document, fraction, percent):
                yield from _compared(document, fraction, percent)


def _belongs(document: AuditedDocument, fraction: Indicator, percent: Indicator) -> bool:
    between = document.between(fraction, percent)
    return (
        isinstance(fraction.value, Fraction)
        and fraction.value.den != 0
        and percent.unit == "%"
        and percent.role != "change"
        and not _OTHER_BASE.search(between)
        and _SAME_CLAUSE.fullmatch(between) is not None
    )


def _compared(
    document: AuditedDocument, fraction: Indicator, percent: Indicator
) -> Iterator[Discrepancy]:
    said, value = shown(percent), fraction.value
    if said is None or not isinstance(value, Fraction):
        return
    num, den = Decimal(str(value.num)), Decimal(str(value.den))
    true = percentage(num, den)
    if rounds_to(true, said) or (percent.approx and abs(true - said.value) < 1):
        return
    cut_off = truncates_to(true, said)
    right = f"{written(rounded(true, said.decimals), said.decimals)} %"
    yield Discrepancy(
        at=document.over(fraction, percent),
        about=(num, den, said.value),
        severity="info" if cut_off else "error",
        message=_CUT_OFF if cut_off else _WRONG,
        expected=right,
        arithmetic=_shown(num, den, true, said),
        confidence=0.95,
    )


def _shown(num: Decimal, den: Decimal, true: Decimal, said: Shown) -> str:
    computed = written(true, max(said.decimals, 2))
    stated = written(said.value, said.decimals)
    return f"{written(num)}/{written(den)} = {computed} %; văn bản ghi {stated} %"


_WRONG = Words(
    "Tỷ lệ phần trăm không khớp với phân số đi kèm.",
    "The percentage does not follow from the fraction given with it.",
)
_CUT_OFF = Words(
    "Tỷ lệ phần trăm bị cắt bớt số lẻ thay vì làm tròn.",
    "The percentage is cut off, not rounded.",
)

CHECK = DocumentCheck(
    slug="share-of-fraction",
    group="figures",
    title=Words("Tỷ lệ so với phân số", "Percentage against its fraction"),
    rule=Words(
        "Phân số a/b và tỷ lệ phần trăm ghi liền sau nó phải khớp nhau: c = a/b × 100.",
        "A fraction a/b and the percentage written right after it agree: c = a/b × 100.",
    ),
    source="Số học; làm tròn theo số chữ số thập phân được ghi",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối được ghi; cắt bớt thay vì làm tròn chỉ là điểm lưu ý.",
        "Half a unit of the last digit shown; cutting off instead of rounding is a remark.",
    ),
    fires=(
        example("Có 13/43 cơ quan, đơn vị xếp hạng Khá (chiếm tỷ lệ 31,24%)."),
        example("Đã giải quyết đúng hạn 412/458 hồ sơ, đạt 91,96%."),
    ),
    silent=(
        example("Có 13/43 cơ quan, đơn vị xếp hạng Khá (chiếm tỷ lệ 30,23%)."),
        example("Đến nay 30/43 đơn vị đã hoàn thành, tăng 12% so với năm 2022."),
    ),
    find=_find,
)
