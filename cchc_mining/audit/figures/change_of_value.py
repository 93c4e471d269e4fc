"""'giảm từ 96 biên chế xuống còn 91 biên chế (giảm 06 biên chế)': a change against the values before
and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from ...records import Indicator, Words
from ..amounts import amount, is_percent, of_a_kind
from ..arithmetic import Shown, fits, percentage, rounded, shown, truncates_to, written
from ..changes import Change
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

# 'so với cùng kỳ năm 2020 (', behind the percentage
_AGAINST = re.compile(r"%? ?so với [^;.(),]{2,40}\((?:năm \d{4}|là|có|đạt|:|\s)*")


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for change in document.changes:
        if change.change.unit == "lần":
            yield from _in_times(document, change)
        elif is_percent(change.change) and not is_percent(change.after):
            yield from _in_percent(document, change)
        else:
            yield from _in_units(document, change)
    yield from _turned(document)


def _turned(document: AuditedDocument) -> Iterator[Discrepancy]:
    """'tiếp 2.684 lượt ...; số lượt tăng 21,45 % so với cùng kỳ (3.417 lượt)': a value anywhere before in
    the sentence from which the percentage follows to its last digit, but the other way."""
    known = {change.change.id for change in document.changes}
    for sentence in document.sentences:
        if "so với" not in sentence.text:
            continue
        for i, percent in enumerate(sentence.figures[:-1]):
            said = shown(percent) if is_percent(percent) and percent.role == "change" else None
            if said is None or not said.decimals or percent.approx or percent.id in known:
                continue
            base = sentence.figures[i + 1]
            if base.role == "value" and _AGAINST.fullmatch(sentence.after(i)):
                yield from _against(document, sentence.figures[:i], Change(base, base, percent))


def _against(
    document: AuditedDocument, earlier: tuple[Indicator, ...], change: Change
) -> Iterator[Discrepancy]:
    """What a percentage with its base says of the values before it, if it fits none of them."""
    said, before = shown(change.change), _value(change.before)
    alike = [f for f in earlier if f.role == "value" and _is_alike(f, change.before)]
    if said is None or before is None or before[0] <= 0:
        return
    grown = [
        (figure, percentage(value[0] - before[0], before[0]))
        for figure in alike
        if (value := _value(figure)) is not None
    ]
    if any(fits(true, said) for _, true in grown):
        return
    turned = Shown(-said.value, said.decimals)
    for figure, true in grown:
        if fits(true, turned):
            yield from _in_percent(document, replace(change, after=figure))
            return


def _in_units(document: AuditedDocument, change: Change) -> Iterator[Discrepancy]:
    before, after, by = (_value(f) for f in (change.before, change.after, change.change))
    if before is None or after is None or by is None:
        return
    difference, room = after[0] - before[0], after[1] + before[1] + by[1]
    if abs(abs(difference) - abs(by[0])) <= room and difference * by[0] >= 0:
        return
    if is_percent(change.change) and _grows(before[0], difference, change.change):
        return  # 'từ 58 % lên 80 %, tăng 37,9 %': growth, not points
    scale = by[2]
    expected = f"{written(abs(difference) / scale)} {change.change.unit or ''}".strip()
    turned = difference * by[0] < 0
    yield _discrepancy(
        document,
        change,
        message=_TURNED if turned and abs(difference) == abs(by[0]) else _DIFFERS,
        expected=("tăng " if difference > 0 else "giảm ") + expected,
        terms=(after[0] / scale, before[0] / scale, difference / scale),
    )


def _in_percent(document: AuditedDocument, change: Change) -> Iterator[Discrepancy]:
    before, after, said = _value(change.before), _value(change.after), shown(change.change)
    if before is None or after is None or said is None or before[0] <= 0:
        return
    if _is_of_another(document, change, before[0], said):
        return
    true = percentage(after[0] - before[0], before[0])
    slack = percentage(after[1] + before[1], before[0]) * (1 + abs(true) / 100) + said.half
    size = Shown(abs(said.value), said.decimals)
    if true * said.value >= 0 and (fits(abs(true), size) or abs(abs(true) - size.value) <= slack):
        return
    turned = true * said.value < 0 and fits(abs(true), size)
    way = ("tăng " if said.value > 0 else "giảm ") if turned else ""
    right = f"{written(abs(true), said.decimals)} %"
    a, b = written(after[0] / after[2]), written(before[0] / after[2])
    yield Discrepancy(
        at=document.at(change.change),
        about=(before[0], after[0], said.value),
        severity="error",
        message=_TURNED if turned else _GROWTH,
        expected=("tăng " if true > 0 else "giảm ") + right,
        arithmetic=(
            f"({a} - {b})/{b} = {'-' if turned and true < 0 else ''}{right};"
            f" văn bản ghi {way}{written(size.value, said.decimals)} %"
        ),
        evidence=document.evidence((change.before, change.after)),
        confidence=0.85,
    )


def _is_of_another(document: AuditedDocument, change: Change, before: Decimal, said: Shown) -> bool:
    """Whether the growth is that of a value further before it, as the whole whose last part stands
    nearest: '64 người, gồm: huyện A 12 người, ... huyện D 17 người, tăng 25,49 % so với 51 người'."""
    values = (
        _value(figure)
        for figure in document.sentence_with(change.change).figures
        if figure.start < change.after.start and _is_alike(figure, change.after)
    )
    return any(value and fits(percentage(value[0] - before, before), said) for value in values)


def _is_alike(one: Indicator, other: Indicator) -> bool:
    """Whether two figures count the same: 'lượt khách' and 'lượt'."""
    a, b = amount(one, 0), amount(other, 0)
    return a is not None and b is not None and of_a_kind(a.base, b.base)


def _in_times(document: AuditedDocument, change: Change) -> Iterator[Discrepancy]:
    """'gấp 2,5 lần so với năm 2022 (1.435 tin bài)'."""
    before, after, said = _value(change.before), _value(change.after), shown(change.change)
    if before is None or after is None or said is None or before[0] <= 0:
        return
    true = after[0] / before[0]
    slack = (after[1] + before[1]) / before[0] * max(true, Decimal(1))
    # 'tăng 1,6 lần' may say by how much, or to how much
    ways = (true, true - 1) if change.change.role == "change" else (true,)
    if any(truncates_to(way, said) or abs(way - said.value) <= said.half + slack for way in ways):
        return
    right = f"{written(rounded(true, max(said.decimals, 1)))} lần"
    yield Discrepancy(
        at=document.at(change.change),
        about=(before[0], after[0], said.value),
        severity="warning",
        message=_GROWTH,
        expected=right,
        arithmetic=f"{change.after.text} / {change.before.text} = {right}; văn bản ghi {change.change.text} lần",
        evidence=document.evidence((change.before, change.after)),
        confidence=0.75,
    )


def _discrepancy(
    document: AuditedDocument,
    change: Change,
    message: Words,
    expected: str,
    terms: tuple[Decimal, Decimal, Decimal],
) -> Discrepancy:
    figures = sorted((change.before, change.after, change.change), key=lambda f: f.start)
    after, before, difference = map(written, terms)
    by = f"{change.change.text} {change.change.unit or ''}".strip()
    return Discrepancy(
        at=document.over(figures[0], figures[-1]),
        about=(*terms, change.change.value),
        severity="error",
        message=message,
        expected=expected,
        arithmetic=f"{after} - {before} = {difference}; văn bản ghi {by}",
        evidence=document.evidence(figures),
        confidence=0.9,
    )


def _value(figure: Indicator) -> tuple[Decimal, Decimal, Decimal] | None:
    """A value in the base of its unit, how far the truth may lie from it, and the unit's size."""
    found = amount(figure, 0)
    if found is not None:
        return found.value, found.half, found.scale
    number = shown(figure)
    if number is None:
        return None
    return number.value, number.half if number.decimals else Decimal(0), Decimal(1)


def _grows(before: Decimal, difference: Decimal, by: Indicator) -> bool:
    said = shown(by)
    return said is not None and before > 0 and fits(percentage(difference, before), said)


_DIFFERS = Words(
    "Số tăng (giảm) không bằng hiệu của giá trị sau và giá trị trước.",
    "The change is not the difference of the values after and before.",
)
_TURNED = Words(
    "Chiều tăng, giảm không đúng với giá trị trước và sau.",
    "The values before and after go the other way.",
)
_GROWTH = Words(
    "Tỷ lệ tăng (giảm) không khớp với giá trị trước và sau.",
    "The growth does not follow from the values before and after.",
)

CHECK = DocumentCheck(
    slug="change-of-value",
    group="figures",
    title=Words("Số tăng, giảm so với giá trị trước và sau", "A change against its values"),
    rule=Words(
        "Giá trị trước cộng (trừ) số tăng (giảm) phải bằng giá trị sau.",
        "The value before plus the change is the value after.",
    ),
    source="Số học",
    tolerance=Words(
        "Số đếm: không; số lẻ và số theo đơn vị lớn: sai số làm tròn của từng số.",
        "Counts: none; decimals and scaled units: what rounding leaves open.",
    ),
    fires=(
        example("Năm 2016, trường có 32 lớp, đến nay có 45 lớp, tăng 11 lớp."),
        example("Thu phí 84 tỷ đồng, đạt 70% dự toán, tăng 14,3% so với cùng kỳ năm 2021 (72 tỷ đồng)."),
        example("Hiện có 60 hợp tác xã; năm 2019 là 48 hợp tác xã (tăng 14 hợp tác xã)."),
        example("Vốn của quỹ tăng từ 1,5 tỷ đồng năm 2011 lên 7,5 tỷ đồng năm 2016, gấp 4 lần."),
        example("Bến xe đón 1.846 lượt xe với 2.310 hành khách; số lượt xe tăng 23,12% so với quý trước"
                " (2.401 lượt xe)."),
        example("Thời gian thông quan rút từ 72 giờ xuống còn 48 giờ, cắt giảm 26 giờ."),
        example("Biên chế giảm từ 96 biên chế năm 2022 xuống còn 91 biên chế năm 2023 (giảm 06 biên chế)."),
        example("Đến nay toàn tỉnh còn 470 đơn vị, giảm 14 đơn vị so với năm 2022 (486 đơn vị)."),
        example("PAR INDEX của tỉnh đạt 86,92%, tăng 2,95 điểm so với năm 2022 (84,37%)."),
    ),
    silent=(
        example("Năm 2016, trường có 32 lớp, đến nay có 45 lớp, tăng 13 lớp."),
        example("Thu phí 84 tỷ đồng, đạt 70% dự toán, tăng 16,7% so với cùng kỳ năm 2021 (72 tỷ đồng)."),
        example("Năm 2016, trường có 32 lớp, đến nay có 45 lớp, tăng 03 lớp so với kế hoạch."),
        example("Hiện có 60 hợp tác xã; năm 2019 là 48 hợp tác xã (tăng 12 hợp tác xã)."),
        example("Vốn của quỹ tăng từ 1,5 tỷ đồng năm 2011 lên 7,5 tỷ đồng năm 2016, gấp 5 lần."),
        example("Bến xe đón 1.846 lượt xe với 2.310 hành khách; số lượt xe giảm 23,12% so với quý trước"
                " (2.401 lượt xe)."),
        example("Viện phí thu 64,2 tỷ đồng, tăng 1,6 lần so với năm 2015 (24,7 tỷ đồng)."),
        example("Bảo tàng đón 64.200 lượt khách, trong đó khách quốc tế 9.630 lượt (15%), tăng 20% so với năm 2016"
                " (53.500 lượt)."),
        example("Đã cấp 90 thẻ, gồm: khu Đông 42 thẻ; khu Tây 30 thẻ, khu Nam 18 thẻ, tăng 20% so với năm"
                " 2015 (75 thẻ)."),
        example("Năm 2020 xử phạt 120 vụ, trong quý I xử phạt 30 vụ, tăng 05 vụ."),
        example("Biên chế giảm từ 96 biên chế năm 2022 xuống còn 91 biên chế năm 2023 (giảm 05 biên chế)."),
        example("Trong 02 tháng đã giảm được 07 cơ quan (từ 21 cơ quan giảm còn 14 cơ quan)."),
        example("Tỷ lệ hồ sơ trực tuyến tăng từ 58,3% lên 80,1%, tăng 21,8%."),
    ),
    find=_find,
)  # fmt: skip
