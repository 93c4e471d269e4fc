"""'Thạc sĩ 29 người, chiếm 2,14 %; đại học 1.173 người, chiếm 86,76 %; ...': the percentages of a list
against its own sum."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from ...records import Indicator, Words
from ..amounts import PERCENT, Amount, is_percent, of_a_kind
from ..arithmetic import Shown, fits, percentage, rounded, shown, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence
from ..shares import restated

_FEWEST = 3  # percentages of a list


class _Item(Struct, frozen=True):
    part: Amount
    percent: Indicator
    said: Shown


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        if PERCENT not in sentence.units or sum(map(is_percent, sentence.figures)) < _FEWEST:
            continue
        known = {share.percent.id for share in document.shares_of(sentence)}
        for items in _lists(sentence):
            if not any(item.percent.id in known for item in items):
                yield from _compared(document, items)


def _lists(sentence: Sentence) -> Iterator[list[_Item]]:
    """Runs of two or more counts of a kind, each with its percentage right behind it."""
    run: list[_Item] = []
    for (i, count), (j, percent) in pairwise(enumerate(sentence.figures)):
        part = sentence.amounts[i]
        said = shown(percent) if is_percent(percent) and percent.role == "share" else None
        if part is None or said is None or not isinstance(count.value, int | float):
            if not is_percent(count):
                yield from _ended(run)
                run = []
            continue
        if (
            count.role != "value"
            or count.approx
            or percent.approx
            or "so với" in sentence.until(i, j)
            or restated(sentence, j) != i
        ):
            yield from _ended(run)
            run = []
            continue
        if run and (not of_a_kind(run[-1].part.base, part.base) or run[-1].part.index + 2 != i):
            yield from _ended(run)
            run = []
        run.append(_Item(part, percent, said))
    yield from _ended(run)


def _ended(run: list[_Item]) -> Iterator[list[_Item]]:
    if len(run) >= _FEWEST:
        yield run


def _compared(document: AuditedDocument, items: list[_Item]) -> Iterator[Discrepancy]:
    """All but one fit the sum of the list: the one does not."""
    total = sum((item.part.value for item in items), Decimal(0))
    if not total:
        return
    odd = [x for x in items if not fits(percentage(x.part.value, total), x.said)]
    if len(odd) > 1:
        yield from _odd_count(document, items)
    if len(odd) != 1 or len(items) - len(odd) < 2:
        return
    item = odd[0]
    true = percentage(item.part.value, total)
    right = f"{written(true, item.said.decimals)} %"
    yield Discrepancy(
        at=document.over(item.part.figure, item.percent),
        about=(item.part.value, total, item.said.value),
        severity="error",
        message=_ODD,
        expected=right,
        arithmetic=(
            f"{' + '.join(written(x.part.value) for x in items)} = {written(total)};"
            f" {written(item.part.value)}/{written(total)} = {right};"
            f" văn bản ghi {written(item.said.value, item.said.decimals)} %"
        ),
        evidence=document.evidence(x.part.figure for x in items if x is not item),
        confidence=0.9,
    )


def _odd_count(document: AuditedDocument, items: list[_Item]) -> Iterator[Discrepancy]:
    """The percentages make up a whole, and all counts but one are those shares of one total."""
    if abs(sum(item.said.value for item in items) - 100) > 1:
        return
    found = [(item, base) for item in items if (base := _base_without(items, item)) is not None]
    if len(found) != 1:
        return
    item, base = found[0]
    right = rounded(base * item.said.value / 100, 0)
    if right == item.part.value:
        return
    yield Discrepancy(
        at=document.over(item.part.figure, item.percent),
        about=(item.part.value, base, item.said.value),
        severity="warning",
        message=_ODD_COUNT,
        expected=f"{written(right)} {item.part.figure.unit or ''}".strip(),
        arithmetic=(
            f"{written(item.said.value, item.said.decimals)} % × {written(base)} = {written(right)};"
            f" văn bản ghi {written(item.part.value)}"
        ),
        evidence=document.evidence(x.part.figure for x in items if x is not item),
        confidence=0.75,
    )


def _base_without(items: list[_Item], odd: _Item) -> Decimal | None:
    """The total that every other item is the share of that is said, if there is one, and which the
    odd one's is not: the middle of the values it can have."""
    low, high = Decimal(0), Decimal("Infinity")
    for item in items:
        if item is odd:
            continue
        least, most = item.said.value - item.said.half, item.said.value + 2 * item.said.half
        if least <= 0:
            continue
        low, high = max(low, item.part.value * 100 / most), min(high, item.part.value * 100 / least)
    if not low or low > high or high > low * Decimal("1.02"):
        return None
    base = rounded((low + high) / 2, 0)
    return base if not fits(percentage(odd.part.value, base), odd.said) else None


_ODD_COUNT = Words(
    "Số này không khớp với tỷ lệ đi kèm, trong khi các số khác của danh sách đều khớp.",
    "This count does not go with its percentage, all others of the list do.",
)
_ODD = Words(
    "Tỷ lệ này không khớp với tổng của danh sách, trong khi các tỷ lệ khác đều khớp.",
    "This percentage does not follow from the sum of its list, all the others do.",
)

CHECK = DocumentCheck(
    slug="shares-of-list",
    group="figures",
    title=Words("Cơ cấu tỷ lệ trong một danh sách", "Percentages within a list"),
    rule=Words(
        "Trong danh sách các số đếm kèm tỷ lệ, nếu mọi tỷ lệ khác đều tính trên tổng của danh sách thì tỷ lệ còn"
        " lại cũng phải như vậy.",
        "In a list of counts with percentages, where all others are shares of the list's sum, so is the last.",
    ),
    source="Số học; làm tròn theo số chữ số thập phân được ghi",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối được ghi; cắt bớt được chấp nhận.",
        "Half a unit of the last digit shown; cutting off is let pass.",
    ),
    fires=(
        example("Trình độ: cử nhân 01 người, chiếm tỷ lệ 0,07%; cao cấp 200 người, chiếm tỷ lệ 14,79%; trung cấp 1.108"
                " người, chiếm tỷ lệ 0,81%; sơ cấp 43 người, chiếm tỷ lệ 3,18%."),
    ),
    silent=(
        example("Trình độ: thạc sĩ 15 người, chiếm 1,17%; đại học 1.098 người, chiếm 85,91%; cao đẳng 165 người,"
                " chiếm 12,91%."),
        example("Tỉnh 62 hồ sơ, đạt tỷ lệ 100%; huyện 361 hồ sơ, đạt tỷ lệ 99,88%; xã 170 hồ sơ, đạt tỷ lệ 97,36%."),
    ),
    find=_find,
)  # fmt: skip
