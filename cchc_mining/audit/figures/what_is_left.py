"""'đã có 20/25 xã đạt chuẩn, còn 05 xã chưa đạt': what is left against total and done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...records import Fraction, Words
from ..amounts import Amount, is_percent, of_a_kind
from ..arithmetic import fits, percentage, shown, written
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
_IN_BRACKETS = re.compile(r"\([^()]*\)")
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
                yield from _compared(document, sentence, found)


def _left(sentence: Sentence, j: int) -> _Left | None:
    """What a figure says is left, of the fraction or the two counts right before it."""
    left = sentence.amounts[j]
    beside = [k for k in range(j) if sentence.brackets[k] == sentence.brackets[j]]
    counts = [k for k in beside if not is_percent(sentence.figures[k])]
    if left is None or not counts or not _is_left(sentence, beside[-1], counts[-1], j):
        return None
    i = counts[-1]
    done = sentence.amounts[i]
    if done is None or (beside[-1] != i and beside[-2:-1] != [i]):
        return None
    if not left.base or not of_a_kind(done.base, left.base) or left.figure.approx:
        return None
    if done.figure.role != "value" or isinstance(left.figure.value, Fraction):
        return None
    value = done.figure.value
    if isinstance(value, Fraction):
        return _Left(done, left, Decimal(str(value.den)), Decimal(str(value.num)))
    h = counts[-2] if len(counts) > 1 else i
    total = sentence.amounts[h] if h < i else None
    if total is None or isinstance(total.figure.value, Fraction) or total.figure.role != "value":
        return None
    exact = not (total.figure.approx or done.figure.approx) and total.scale == done.scale
    if not exact or not _DONE.fullmatch(_outside(sentence, h, i)):
        return None
    if not of_a_kind(total.base, done.base) or total.value <= done.value:
        return None
    return _Left(total, left, total.value / total.scale, done.value / done.scale)


def _outside(sentence: Sentence, i: int, j: int) -> str:
    """The words from one figure to another, without what stands in brackets between them."""
    gap = sentence.until(i, j)
    return " ".join(_IN_BRACKETS.sub("", gap).replace(" ,", ",").split()) if "(" in gap else gap


def _is_left(sentence: Sentence, last: int, done: int, j: int) -> bool:
    """Whether the words from the last figure beside it, the count of what is done or its percentage,
    lead to what is left."""
    gap = _outside(sentence, last, j)
    if last == done:
        gap = gap[gap.find(",") :]
    if _LEFT.fullmatch(gap):
        return True
    return gap.strip("% )") in _MARKS and _THEN_LEFT.match(sentence.after(j)) is not None


def _is_shared(sentence: Sentence, found: _Left) -> bool:
    """Whether the percentage behind what is done is its share of the total: no doubt what is left then."""
    shares = filter(is_percent, sentence.figures[found.first.index + 1 : found.left.index])
    return any(
        (said := shown(share)) and fits(percentage(found.done, found.total), said)
        for share in shares
    )


def _compared(document: AuditedDocument, sentence: Sentence, found: _Left) -> Iterator[Discrepancy]:
    rest, said = found.total - found.done, found.left.value / found.first.scale
    difference = abs(rest - said)
    if difference <= found.left.half / found.first.scale:
        return
    shared = _is_shared(sentence, found)
    if difference > (rest / 2 if shared else max(rest * _NEAR, 3)):
        return  # something else is left
    yield Discrepancy(
        at=document.at(found.left.figure)
        if shared
        else document.over(found.first.figure, found.left.figure),
        about=(found.total, found.done, said),
        severity="warning",
        message=_WRONG,
        expected=f"{written(rest)} {found.left.figure.unit}",
        arithmetic=(
            f"{written(found.total)} - {written(found.done)} = {written(rest)};"
            f" văn bản ghi còn {written(said)}"
        ),
        evidence=document.evidence((found.first.figure,)) if shared else (),
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
            "Đội thụ lý 84 vụ (70 vụ cũ, 14 vụ mới), đã điều tra 65 vụ (60 vụ cũ, 05 vụ mới), đạt 77,38%, còn 27 vụ."
        ),
        example(
            "Tiếp nhận 145 lượt kiến nghị, đã trả lời 130 lượt (đạt 89,7%), còn 18 lượt đang giải quyết."
        ),
    ),
    silent=(
        example("Đến nay đã có 20/25 xã đạt chuẩn, còn 05 xã chưa đạt chuẩn."),
        example(
            "Đội thụ lý 84 vụ (70 vụ cũ, 14 vụ mới), đã điều tra 65 vụ (60 vụ cũ, 05 vụ mới), đạt 77,38%, còn 19 vụ."
        ),
        example("Đã xử lý 45 đơn, gồm 20 đơn khiếu nại, 25 đơn tố cáo; còn 7 đơn đang xem xét."),
    ),
    find=_find,
)
