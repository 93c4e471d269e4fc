"""'182.685.006.086 đồng ... 22.174.659.014.014 đồng' of 204.859.665.100 đồng: a group of digits too
many or too few, or a unit of another size, shown by the sum around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...records import Words
from ..amounts import Amount
from ..arithmetic import written
from ..breakdowns import Breakdown
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sums import adds_up, fitting, stated

_GROUP = 1000
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for breakdown, found in document.contradicted:
        if found:
            yield _discrepancy(document, breakdown, found)
    for breakdown in document.breakdowns:
        if breakdown.whole.base == "đồng" and adds_up(breakdown):
            amounts = [breakdown.whole, *(part.amount for part in breakdown.parts)]
            yield from (_regrouped(document, one, amounts) for one in _read_against(amounts))


def _read_against(amounts: Sequence[Amount]) -> Iterator[Amount]:
    """Amounts whose dot had to be read as a comma for their sum to fit, beside others that are written
    as it is usual: '12.400 tỷ đồng' of 18,6 tỷ đồng."""
    if any("," in one.figure.text for one in amounts):
        yield from (
            one for one in amounts if _ONE_GROUP.fullmatch(one.figure.text) and _is_small(one)
        )


def _is_small(one: Amount) -> bool:
    return one.value < one.scale * _GROUP


def _regrouped(document: AuditedDocument, odd: Amount, amounts: Sequence[Amount]) -> Discrepancy:
    size = written((odd.value / odd.scale).normalize())
    unit = odd.figure.unit or ""
    return Discrepancy(
        at=document.at(odd.figure),
        about=tuple(one.value for one in amounts),
        severity="warning",
        message=_OF_UNIT,
        expected=f"{size} {unit}",
        arithmetic=f"Tổng chỉ khớp với {size} {unit}; văn bản ghi {odd.figure.text} {unit}",
        evidence=document.evidence(one.figure for one in amounts if one is not odd),
        confidence=0.8,
    )


def _discrepancy(
    document: AuditedDocument, breakdown: Breakdown, found: tuple[Amount, ...]
) -> Discrepancy:
    """One amount has slipped: `found` are those that may have, mostly a single one."""
    amounts = [breakdown.whole, *(part.amount for part in breakdown.parts)]
    odd, *others = sorted(found, key=lambda one: one.figure.start)
    return Discrepancy(
        at=document.over(odd.figure, (others or [odd])[-1].figure),
        about=tuple(one.value for one in amounts),
        severity="error",
        message=_ONE_OF_SOME if others else _OF_UNIT if odd.scale != 1 else _OF_GROUP,
        expected=" hoặc ".join(_right(breakdown, one) for one in found),
        arithmetic="; ".join(_shown(breakdown, one) for one in found),
        evidence=document.evidence(one.figure for one in amounts if one not in found),
        confidence=0.95,
    )


def _shown(breakdown: Breakdown, odd: Amount) -> str:
    parts = [part.amount for part in breakdown.parts if part.amount is not odd]
    if odd is breakdown.whole:
        terms = " + ".join(map(stated, parts))
    else:
        terms = " - ".join(map(stated, (breakdown.whole, *parts)))
    return f"{terms} = {_right(breakdown, odd)}; văn bản ghi {stated(odd)}"


def _right(breakdown: Breakdown, odd: Amount) -> str:
    """What the odd amount must be for the sum to fit."""
    return f"{written(fitting(breakdown, odd) / odd.scale)} {odd.figure.unit or ''}".strip()


_OF_GROUP = Words(
    "Số này thừa hoặc thiếu một nhóm ba chữ số so với các số còn lại trong tổng.",
    "This figure has a group of three digits too many or too few for the sum it stands in.",
)
_ONE_OF_SOME = Words(
    "Một trong các số này thừa hoặc thiếu một nhóm ba chữ số so với tổng.",
    "One of these figures has a group of three digits too many or too few for their sum.",
)
_OF_UNIT = Words(
    "Số này chỉ khớp với tổng khi dùng đơn vị khác (triệu, tỷ) hoặc thêm, bớt một nhóm ba chữ số.",
    "This figure fits its sum in another unit only (million, billion), or with three digits more or fewer.",
)

CHECK = DocumentCheck(
    slug="digit-groups",
    group="figures",
    title=Words("Thừa, thiếu nhóm chữ số hoặc nhầm đơn vị", "Digit groups or units that slipped"),
    rule=Words(
        "Khi tổng các thành phần chỉ đúng nếu một số được nhân hoặc chia cho một nghìn (một triệu) thì số đó"
        " bị thừa, thiếu nhóm chữ số hoặc nhầm đơn vị.",
        "Where parts add up to their whole only if one figure is taken a thousand or a million times greater"
        " or smaller, that figure has slipped.",
    ),
    source="Số học; cách viết số theo nhóm ba chữ số",
    tolerance=Words("Sai số làm tròn của từng số trong tổng.", "What rounding leaves open in the sum."),
    fires=(
        example("Kinh phí đào tạo là 9,4 tỷ đồng, gồm ngân sách tỉnh 2.100 triệu đồng, ngân sách huyện 7.300 tỷ đồng."),
        example("Đã thu 204.859.665.100 đồng (trong đó: qua Cổng quốc gia 182.685.006.086 đồng; qua hệ thống của"
                " tỉnh 22.174.659.014.014 đồng)."),
        example("Tổng kinh phí 17,56 tỷ đồng, trong đó ngân sách tỉnh 14,8 tỷ đồng, ngân sách huyện 2.760 tỷ đồng."),
    ),
    silent=(
        example("Kinh phí đào tạo là 9,4 tỷ đồng, gồm ngân sách tỉnh 2.100 triệu đồng, ngân sách huyện 7.300"
                " triệu đồng."),
        example("Tổng kinh phí 17,56 tỷ đồng, trong đó ngân sách tỉnh 14,8 tỷ đồng, ngân sách huyện 2.760 triệu đồng."),
        example("Giải quyết chế độ cho 940 người, bình quân 0,9 tỷ đồng/người; trong số này, cấp tỉnh 512 người, cấp xã"
                " 428 người."),
        example("Đã giải quyết 6.306 hồ sơ, gồm 4.853 hồ sơ trước hạn, đúng hạn và 1.453 hồ sơ quá hạn, đang giải quyết"
                " 5.114 hồ sơ."),
    ),
    find=_find,
)  # fmt: skip
