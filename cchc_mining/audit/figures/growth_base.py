"""'thu 204.859 triệu đồng, tăng 70.818 triệu đồng (tương ứng 34,57 %)': growth is measured on the year
before; its share of this year is smaller."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...records import Words
from ..amounts import amount
from ..arithmetic import Shown, fits, percentage, shown, written
from ..changes import Growth
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sums import stated

_NEAR = 25  # points: further off, the percentage is of something else


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for growth in document.growth:
        said = shown(growth.percent)
        if said is not None:
            yield from _compared(document, growth, said)


def _compared(document: AuditedDocument, growth: Growth, said: Shown) -> Iterator[Discrepancy]:
    value, size = growth.value.value, abs(growth.change.value)
    before = value - growth.change.value
    stated_size = Shown(abs(said.value), said.decimals)
    if before <= 0 or value <= 0 or not size:
        return
    if _is_told_otherwise(document, growth, before):
        return  # one of the three is wrong, and the percentage may rest on the others
    true = percentage(size, before)
    if _within(true, stated_size, growth, before):
        return
    of_now = fits(percentage(size, value), stated_size) and said.decimals > 0
    if not of_now and (growth.rate or abs(true - stated_size.value) > _NEAR):
        return
    right = f"{written(true, said.decimals)} %"
    yield Discrepancy(
        at=document.over(*sorted((growth.percent, growth.change.figure), key=lambda f: f.start)),
        about=(value, growth.change.value, said.value),
        severity="error" if of_now else "warning",
        message=_OF_NOW if of_now else _WRONG,
        expected=right,
        arithmetic=_shown(growth, before, right, stated_size),
        evidence=(document.at(growth.value.figure),),
        confidence=0.95 if of_now else 0.75,
    )


def _is_told_otherwise(document: AuditedDocument, growth: Growth, before: Decimal) -> bool:
    """Whether the text gives another value before than change and value leave: 'từ 120 xuống còn 95 xe,
    giảm 28 xe'; that is told of the change."""
    for change in document.changes:
        if change.change is growth.change.figure:
            stated_before = amount(change.before, 0)
            return stated_before is not None and stated_before.value != before
    return False


def _within(true: Decimal, said: Shown, growth: Growth, before: Decimal) -> bool:
    """Whether the growth is right, within what the rounding of its figures leaves open."""
    half = growth.change.half + growth.value.half
    slack = percentage(half, before) * (1 + true / 100)
    return fits(true, said) or abs(true - said.value) <= slack + said.half


def _shown(growth: Growth, before: Decimal, right: str, said: Shown) -> str:
    scale, size = growth.value.scale, abs(growth.change.value)
    sign = "-" if growth.change.value > 0 else "+"
    base = written(before / scale)
    change = written(size / scale)
    return (
        f"{stated(growth.value)} {sign} {stated(growth.change)} = {base};"
        f" {change}/{base} = {right}; văn bản ghi {written(said.value, said.decimals)} %"
    )


_OF_NOW = Words(
    "Tỷ lệ tăng (giảm) được tính trên số của kỳ này, không phải trên số của kỳ trước.",
    "The growth is a share of this period's value, not of the period's before.",
)
_WRONG = Words(
    "Tỷ lệ tăng (giảm) không khớp với số tăng (giảm) và giá trị đi kèm.",
    "The growth does not follow from the change and the value given with it.",
)

CHECK = DocumentCheck(
    slug="growth-base",
    group="figures",
    title=Words("Tỷ lệ tăng, giảm so với số tuyệt đối", "Growth against the absolute change"),
    rule=Words(
        "Tỷ lệ tăng (giảm) = số tăng (giảm) / (giá trị kỳ này - số tăng) × 100, tức trên giá trị kỳ trước.",
        "Growth is the change divided by the value before: this value less the change.",
    ),
    source="Định nghĩa tốc độ tăng trong thống kê",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối được ghi và sai số làm tròn của các số; bỏ qua khi có thể là điểm phần trăm.",
        "Half a unit of the last digit and what rounding leaves open; silent where points may be meant.",
    ),
    fires=(
        example("Chi cục thu 22.600 triệu đồng, cao hơn năm 2018 2.600 triệu đồng, tốc độ tăng là 11,5%."),
        example("Trung tâm tổ chức 115 phiên; so với cùng kỳ tăng 15 phiên, tức tăng 13,04%."),
        example("Đã cấp 230 thẻ, tăng 30 thẻ so với cùng kỳ năm trước, tương đương 13,04%."),
        example("So với năm 2019, số vụ vi phạm giảm 20 vụ (giảm 11,1%), còn 180 vụ."),
        example("Trường có 95 lớp, giảm 5,3% (05 lớp) so với năm học trước."),
        example("Cháy xảy ra 20 vụ, làm bị thương 06 người; so với năm 2016 (25 vụ) giảm 05 vụ, tương đương giảm 25%."),
        example("Đã thu 204.859.665.100 đồng, tăng 70.817.971.698 đồng (tương ứng 34,57%) so với năm 2023."),
        example("Sở ban hành 58 văn bản, tăng 11 văn bản (tương ứng 18,97%) so với năm 2022."),
    ),
    silent=(
        example("Chi cục thu 22.600 triệu đồng, cao hơn năm 2018 2.600 triệu đồng, tốc độ tăng là 13%."),
        example("Trung tâm tổ chức 115 phiên; so với cùng kỳ tăng 15 phiên, tức tăng 15%."),
        example("Sở ban hành 58 văn bản, tăng 11 văn bản so với năm 2022, tăng 16% so với năm 2021."),
        example("Số xe công giảm từ 120 xe (năm 2017) xuống còn 95 xe, tức giảm 28 xe, tương đương 23,33%."),
        example("So với năm 2019, số vụ vi phạm giảm 20 vụ (giảm 10%), còn 180 vụ."),
        example("Trường có 95 lớp, giảm 5% (05 lớp) so với năm học trước."),
        example("Sở ban hành 58 văn bản, tăng 11 văn bản (tương ứng 23,40%) so với năm 2022."),
        example("Đã cấp 372.516 bản sao, đạt tỷ lệ 77,95% (tăng 195.098 bản sao và 43,75% so với năm 2023)."),
        example("Tổng số là 572 đơn vị, giảm 19 đơn vị (3,21%) so với năm 2023."),
    ),
    find=_find,
)  # fmt: skip
