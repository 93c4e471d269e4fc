"""'thu hút gần 935.674 lượt truy cập': a number told to the last digit is not 'nearly'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Indicator, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence

_ABOUT = frozenset((">", "~", "<~"))
_SMALLEST = 1000


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        for i, figure in enumerate(sentence.figures):
            if figure.approx not in _ABOUT or figure.role == "target" or not _is_exact(figure):
                continue
            if sentence.before(i).endswith("trên") and _is_of_a_total(sentence, i):
                continue
            yield Discrepancy(
                at=document.at(figure),
                about=(figure.value, figure.approx),
                severity="info",
                message=_EXACT,
                confidence=0.6,
            )


def _is_of_a_total(sentence: Sentence, i: int) -> bool:
    """'7.433 triệu đồng trên 8.083 triệu đồng' is one of the other; 'có trên 322.164 lượt' is not."""
    return i > 0 and not re.search(r"[,;:.]", sentence.until(i - 1, i))


def _is_exact(figure: Indicator) -> bool:
    """Whether a count is given to the unit: '935.674', not '935.670' or '13.700'."""
    value = figure.value
    return isinstance(value, int) and value >= _SMALLEST and value % 10 not in (0, 5)


_EXACT = Words(
    "Dùng từ ước lượng (hơn, gần, khoảng) trước một số chính xác đến hàng đơn vị.",
    "A word of estimate (over, nearly, about) before a number exact to the unit.",
)

CHECK = DocumentCheck(
    slug="comparator-before-exact",
    group="figures",
    title=Words("Từ ước lượng trước số chính xác", "Estimate before an exact number"),
    rule=Words(
        "'Hơn', 'gần', 'khoảng' đi với số làm tròn; số chính xác đến hàng đơn vị thì ghi thẳng.",
        "Words of estimate go with rounded numbers; a number exact to the unit is given plainly.",
    ),
    source="Cách viết số trong văn bản hành chính",
    tolerance=Words(
        "Số dưới 1.000 hoặc tận cùng bằng 0, 5.", "Numbers below 1,000 or ending in 0 or 5."
    ),
    fires=(
        example("Cổng thông tin thu hút gần 935.674 lượt truy cập."),
        example("Trang mạng xã hội của Sở có trên 322.164 lượt theo dõi."),
    ),
    silent=(
        example("Cổng thông tin thu hút gần 935.700 lượt truy cập."),
        example("Đã giải ngân 7.433.684 triệu đồng trên 8.083.048 triệu đồng."),
    ),
    find=_find,
)
