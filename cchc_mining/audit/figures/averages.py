"""'12 lớp cho 540 học viên, bình quân 48 học viên/lớp': an average against total and count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...records import Fraction, Words
from ..amounts import Amount, of_a_kind, unit_of
from ..arithmetic import Shown, shown, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence
from ..sums import stated

_AVERAGE = re.compile(r"(?<!\w)(?:bình quân|trung bình)(?: \w+){0,3}$")

_PER = re.compile(r"\w+(?: \w+)?/(\w+)(?![/\w])")
_FROM = re.compile(r"(?<!\w)(?:tăng|giảm) từ$")


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        if "bình quân" not in sentence.text and "trung bình" not in sentence.text:
            continue
        for i, figure in enumerate(sentence.figures):
            unit, _, per = (figure.unit or "").partition("/")
            if not per and (written_per := _PER.match(sentence.after(i))):
                per = written_per[1]  # a noun that is no unit by itself: 'triệu đồng/nhà'
            said = shown(figure)
            if not per or said is None or figure.approx or not _AVERAGE.search(sentence.before(i)):
                continue
            total, count = _only(sentence, i, unit), _only(sentence, i, per)
            if total and count and total.index != count.index:
                yield from _compared(document, total, count, i, sentence, said)


def _only(sentence: Sentence, i: int, unit: str) -> Amount | None:
    """The one figure before an average that counts some unit, but for what a value rose or fell from."""
    base, _ = unit_of(unit)
    found = [
        one
        for k, figure in enumerate(sentence.figures[:i])
        if figure.role == "value"
        and not isinstance(figure.value, Fraction)
        and (one := sentence.amounts[k]) is not None
        and of_a_kind(one.base, base)
        and not _FROM.search(sentence.before(k))
    ]
    return found[0] if len(found) == 1 and not found[0].figure.approx else None


def _is_swapped(true: Decimal, said: Shown) -> bool:
    """Whether the average has the right digits in another order: 53 for 35."""
    return sorted(written(true, said.decimals)) == sorted(written(said.value, said.decimals))


def _compared(
    document: AuditedDocument, total: Amount, count: Amount, i: int, sentence: Sentence, said: Shown
) -> Iterator[Discrepancy]:
    if not count.value or not count.is_counted:
        return
    unit = sentence.figures[i].unit or ""
    _, scale = unit_of(unit.partition("/")[0])
    true = total.value / scale / count.value
    room = said.half * 2 + total.half / scale / count.value
    off = abs(true - said.value)
    if off <= room or (off > true * Decimal("0.5") and not _is_swapped(true, said)):
        return
    right = f"{written(true, said.decimals)} {unit}"
    yield Discrepancy(
        at=document.at(sentence.figures[i]),
        about=(total.value, count.value, said.value),
        severity="warning",
        message=_WRONG,
        expected=right,
        arithmetic=f"{stated(total)} / {stated(count)} = {right}; văn bản ghi {written(said.value)}",
        evidence=document.evidence((total.figure, count.figure)),
        confidence=0.7,
    )


_WRONG = Words(
    "Số bình quân không khớp với tổng và số lượng nêu trong câu.",
    "The average does not follow from the total and the count in the sentence.",
)

CHECK = DocumentCheck(
    slug="average",
    group="figures",
    title=Words("Số bình quân", "Averages"),
    rule=Words(
        "Bình quân X/Y = tổng X / số Y, khi trong câu chỉ có một số X và một số Y.",
        "An average of X per Y is X over Y, where the sentence has one figure of each.",
    ),
    source="Số học",
    tolerance=Words("Một đơn vị của chữ số cuối.", "One unit of the last digit."),
    fires=(
        example(
            "Hội hỗ trợ 215 nhà với tổng số tiền 5.590 triệu đồng, bình quân 62 triệu đồng/nhà."
        ),
        example("Sở mở 12 lớp cho 540 học viên, bình quân 48 học viên/lớp."),
        example(
            "Dư nợ tăng từ 210 tỷ đồng lên 324 tỷ đồng với 5.400 hộ vay, bình quân 64 triệu đồng/hộ."
        ),
    ),
    silent=(
        example(
            "Hội hỗ trợ 215 nhà với tổng số tiền 5.590 triệu đồng, bình quân 26 triệu đồng/nhà."
        ),
        example("Sở mở 12 lớp cho 540 học viên, bình quân 45 học viên/lớp."),
        example(
            "Dư nợ tăng từ 210 tỷ đồng lên 324 tỷ đồng với 5.400 hộ vay, bình quân 60 triệu đồng/hộ."
        ),
    ),
    find=_find,
)
