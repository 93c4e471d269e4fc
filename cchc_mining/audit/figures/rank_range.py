"""'xếp thứ 65/63 tỉnh, thành phố': a rank that its range does not have."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Fraction, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for figure in document.record.indicators:
        rank = figure.value
        if figure.unit != "thứ bậc" or not isinstance(rank, Fraction) or rank.den < 2:
            continue
        if not 1 <= rank.num <= rank.den:
            yield Discrepancy(
                at=document.at(figure),
                about=(rank.num, rank.den),
                severity="error",
                message=_OUTSIDE,
                arithmetic=f"{rank.num} > {rank.den}" if rank.num > rank.den else f"{rank.num} < 1",
                confidence=0.95,
            )


_OUTSIDE = Words(
    "Thứ hạng nằm ngoài số đơn vị được xếp hạng.",
    "The rank lies outside the number of those ranked.",
)

CHECK = DocumentCheck(
    slug="rank-range",
    group="figures",
    title=Words("Thứ hạng ngoài phạm vi", "Rank outside its range"),
    rule=Words(
        "Thứ hạng a/b phải thỏa 1 ≤ a ≤ b.",
        "A rank a/b lies between 1 and b.",
    ),
    source="Định nghĩa thứ hạng",
    tolerance=Words("Không.", "None."),
    fires=(example("Năm 2023, Chỉ số PAR INDEX của tỉnh xếp thứ 65/63 tỉnh, thành phố."),),
    silent=(example("Năm 2023, Chỉ số PAR INDEX của tỉnh xếp thứ 63/63 tỉnh, thành phố."),),
    find=_find,
)
