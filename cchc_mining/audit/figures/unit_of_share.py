"""'kiến nghị thu hồi 3.118 triệu đồng, đã thu hồi 2.806 tỷ đồng (đạt 90 %)': the percentage shows that
one of two amounts is in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...records import Indicator, Words
from ..amounts import Amount, is_percent
from ..arithmetic import Shown, fits, percentage, shown, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence
from ..sums import stated

# 'hỗ trợ 12 triệu đồng cho mỗi hộ, tổng kinh phí 13,5 tỷ đồng, đạt 89 %'
_EACH = re.compile(r"/|(?<!\w)(?:mỗi|bình quân|trung bình|một)(?!\w)")
_SHIFTS = tuple(Decimal(10) ** power for power in (-6, -3, 3, 6))


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        if "%" not in sentence.text:
            continue
        for j, figure in enumerate(sentence.figures):
            said = shown(figure) if is_percent(figure) and figure.role != "change" else None
            if said is None or said.value <= 0 or figure.approx:
                continue
            for part, whole in _pairs(sentence, j):
                if _is_in_another_unit(part, whole, said):
                    yield _discrepancy(document, part, whole, figure, said)
                    break


def _pairs(sentence: Sentence, j: int) -> Iterator[tuple[Amount, Amount]]:
    """What a percentage may be of: the amount right before it, of the one before that or right behind,
    in money of different units."""
    amounts = sentence.amounts
    around = (*amounts[max(j - 2, 0) : j], *amounts[j + 1 : j + 2])
    money = [one for one in around if one and one.base == "đồng" and one.is_exact]
    for one, other in pairwise(money):
        roles = {one.figure.role, other.figure.role}
        gap = sentence.until(one.index, other.index)
        if one.scale != other.scale and roles <= {"value", "target"} and not _EACH.search(gap):
            yield (one, other) if other.index > j else (other, one)


def _is_in_another_unit(part: Amount, whole: Amount, said: Shown) -> bool:
    """Whether the percentage follows once the unit of one of the two is a thousand or a million times
    greater or smaller, and not as they are written."""
    if part.value <= 0 or whole.value <= 0:
        return False
    true = percentage(part.value, whole.value)
    return any(fits(true * shift, said) for shift in _SHIFTS)


def _discrepancy(
    document: AuditedDocument, part: Amount, whole: Amount, percent: Indicator, said: Shown
) -> Discrepancy:
    first, second = sorted((part.figure, whole.figure), key=lambda figure: figure.start)
    true = written(percentage(part.value, whole.value), max(said.decimals, 2))
    return Discrepancy(
        at=document.over(first, second),
        about=(part.value, whole.value, said.value),
        severity="error" if said.decimals else "warning",
        message=_WRONG,
        arithmetic=(
            f"{stated(part)} / {stated(whole)} = {true} %;"
            f" văn bản ghi {written(said.value, said.decimals)} %"
        ),
        evidence=document.evidence((part.figure, whole.figure, percent)),
        confidence=0.9 if said.decimals else 0.8,
    )


_WRONG = Words(
    "Tỷ lệ chỉ khớp khi một trong hai số tiền dùng đơn vị khác (nghìn, triệu, tỷ).",
    "The percentage follows only if one of the two amounts is in another unit.",
)

CHECK = DocumentCheck(
    slug="unit-of-share",
    group="figures",
    title=Words("Nhầm đơn vị so với tỷ lệ", "A unit against the percentage"),
    rule=Words(
        "Hai số tiền khác đơn vị và tỷ lệ đi kèm: khi tỷ lệ chỉ đúng nếu một số gấp hoặc kém một nghìn (một triệu)"
        " lần thì đơn vị bị nhầm.",
        "Where a percentage follows from two amounts of different units only if one is a thousand or a million"
        " times greater or smaller, a unit has slipped.",
    ),
    source="Số học",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối của tỷ lệ.", "Half a unit of the last digit of the percentage."
    ),
    fires=(
        example("Chi cục kiến nghị truy thu 1.250 triệu đồng, đã nộp 1.000 tỷ đồng (đạt 80%)."),
        example("Đã giải ngân 84,6 triệu đồng, đạt 60,4% kế hoạch (140 tỷ đồng)."),
    ),
    silent=(
        example("Chi cục kiến nghị truy thu 1.250 triệu đồng, đã nộp 1 tỷ đồng (đạt 80%)."),
        example("Đã giải ngân 84,6 tỷ đồng, đạt 60,4% kế hoạch (140 tỷ đồng)."),
        example("Hỗ trợ 12 triệu đồng cho mỗi hộ, tổng kinh phí 13,5 tỷ đồng, đạt 89%."),
    ),
    find=_find,
)
