"""'đã có 20/25 xã đạt chuẩn, còn 05 xã chưa đạt': what is left against total and done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...records import Fraction, Words
from ..amounts import Amount, is_percent, of_a_kind
from ..arithmetic import written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence

_NEAR = Decimal("0.3")
# 'đã hoàn thành 39/42 nhiệm vụ (đạt 92,86 %), còn 03 nhiệm vụ chuyển tiếp'
_LEFT = re.compile(r"[%)\s]*[,;]?(?: và)?\s*còn(?: lại)?")
# '...; 05 hồ sơ còn lại đang thẩm định'
_THEN_LEFT = re.compile(r"(?:\w+ ){1,4}còn lại(?!\w)")
_MARKS = frozenset(("", ",", ";", ", và"))
# 'tiếp nhận 145 lượt kiến nghị, đã trả lời 130 lượt'
_DONE = re.compile(r"[^.;()]{0,60},\s*(?:đến nay |hiện nay |trong đó )?đã [^.;,()]{2,40}")


class _Left(Struct, frozen=True):
    """What is left, with the total and what is done, in the unit written."""

    first: Amount
    left: Amount
    total: Decimal
    done: Decimal


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        if "còn" not in sentence.text:
            continue
        for j in range(1, len(sentence.figures)):
            found = _left(sentence, j)
            if found is not None:
                yield from _compared(document, found)


def _left(sentence: Sentence, j: int) -> _Left | None:
    """What a figure says is left, of the fraction or the two counts right before it."""
    left = sentence.amounts[j]
    i = j - 2 if j > 1 and is_percent(sentence.figures[j - 1]) else j - 1
    done = sentence.amounts[i]
    if left is None or done is None or not _is_left(sentence, i, j):
        return None
    if not left.base or not of_a_kind(done.base, left.base) or left.figure.approx:
        return None
    if done.figure.role != "value" or isinstance(left.figure.value, Fraction):
        return None
    value = done.figure.value
    if isinstance(value, Fraction):
        return _Left(done, left, Decimal(str(value.den)), Decimal(str(value.num)))
    total = sentence.amounts[i - 1] if i else None
    if total is None or isinstance(total.figure.value, Fraction) or total.figure.role != "value":
        return None
    exact = not (total.figure.approx or done.figure.approx) and total.scale == done.scale
    if not exact or not _DONE.fullmatch(sentence.until(i - 1, i)):
        return None
    if not of_a_kind(total.base, done.base) or total.value <= done.value:
        return None
    return _Left(total, left, total.value / total.scale, done.value / done.scale)


def _is_left(sentence: Sentence, i: int, j: int) -> bool:
    gap = sentence.until(j - 1, j)
    if j == i + 1:
        gap = gap[gap.find(",") :]
    if _LEFT.fullmatch(gap):
        return True
    return gap.strip("% )") in _MARKS and _THEN_LEFT.match(sentence.after(j)) is not None


def _compared(document: AuditedDocument, found: _Left) -> Iterator[Discrepancy]:
    rest, said = found.total - found.done, found.left.value / found.first.scale
    difference = abs(rest - said)
    if difference <= found.left.half / found.first.scale:
        return
    if difference > max(rest * _NEAR, 3):
        return  # something else is left
    yield Discrepancy(
        at=document.over(found.first.figure, found.left.figure),
        about=(found.total, found.done, said),
        severity="warning",
        message=_WRONG,
        expected=f"{written(rest)} {found.left.figure.unit}",
        arithmetic=(
            f"{written(found.total)} - {written(found.done)} = {written(rest)};"
            f" văn bản ghi còn {written(said)}"
        ),
        confidence=0.8,
    )


_WRONG = Words(
    "Số còn lại không bằng tổng số trừ số đã thực hiện.",
    "What is left is not the total less what is done.",
)

CHECK = DocumentCheck(
    slug="what-is-left",
    group="figures",
    title=Words("Số còn lại", "What is left"),
    rule=Words(
        "Tổng số trừ số đã thực hiện bằng số còn lại ghi liền sau ('a/b ..., còn c').",
        "The total less what is done is what the text says is left ('a/b ..., còn c').",
    ),
    source="Số học",
    tolerance=Words(
        "Sai số làm tròn; bỏ qua khi lệch nhiều (số còn lại của việc khác).",
        "What rounding leaves open; silent where far off: something else is left.",
    ),
    fires=(
        example("Đến nay đã có 20/25 xã đạt chuẩn, còn 06 xã chưa đạt chuẩn."),
        example(
            "Tiếp nhận 145 lượt kiến nghị, đã trả lời 130 lượt (đạt 89,7%), còn 18 lượt đang giải quyết."
        ),
    ),
    silent=(
        example("Đến nay đã có 20/25 xã đạt chuẩn, còn 05 xã chưa đạt chuẩn."),
        example("Đã xử lý 45 đơn, gồm 20 đơn khiếu nại, 25 đơn tố cáo; còn 7 đơn đang xem xét."),
    ),
    find=_find,
)
