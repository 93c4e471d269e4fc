"""'263.380 lượt truy cập (cùng kỳ năm 2016: 25.279 lượt)': a value ten times that of the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...records import Fraction, Words
from ..amounts import of_a_kind
from ..arithmetic import rounded, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sums import stated

# 'lượt truy cập (cùng kỳ năm 2016: ', 'hồ sơ (năm trước ', 'hồ sơ; năm 2016 là ',
# 'cuộc gọi, cùng kỳ năm 2016 tiếp nhận ', 'lượt, trong khi cùng kỳ năm 2016 chỉ đạt ', 'lượt; con số này của
# cùng kỳ năm 2015 là '
_YEAR_BEFORE = re.compile(
    r"[^.;(),]{0,60}[(;,]\s*"
    r"(?:(?:trong khi|còn|(?:con )?số (?:liệu )?này)(?: đó)?,? )?(?:(?:của|vào|ở) )?"
    r"(?:cùng kỳ(?: năm (?:trước|\d{4}))?|năm (?:trước|\d{4})|kỳ trước)(?:\s*:|(?:\s+[^\W\d_]+){0,3})\s*"
)
_LEAST, _MOST = Decimal("7.5"), Decimal("13.5")
_SMALLEST = 100  # below, ten times as many is no wonder


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        if (
            len(sentence.figures) < 2
            or "gấp" in sentence.text
            or not ("năm " in sentence.text or "kỳ" in sentence.text)
        ):
            continue
        for (i, now), (_, before) in pairwise(enumerate(sentence.amounts)):
            if now is None or before is None or before.value < _SMALLEST or now.value <= 0:
                continue
            if isinstance(now.figure.value, Fraction) or isinstance(before.figure.value, Fraction):
                continue
            if {now.figure.role, before.figure.role} != {"value"} or now.scale != before.scale:
                continue
            ratio = max(now.value, before.value) / min(now.value, before.value)
            if not _LEAST <= ratio <= _MOST or not of_a_kind(now.base, before.base):
                continue
            if not _YEAR_BEFORE.fullmatch(sentence.after(i)):
                continue
            yield Discrepancy(
                at=document.over(now.figure, before.figure),
                about=(now.value, before.value),
                severity="warning",
                message=_TENFOLD,
                arithmetic=f"{stated(now)} / {stated(before)} = {written(rounded(now.value / before.value, 2))}",
                confidence=0.65,
            )


_TENFOLD = Words(
    "Số kỳ này gấp (hoặc kém) khoảng mười lần kỳ trước: có thể thừa hoặc thiếu một chữ số.",
    "The value is about ten times that of the year before, or a tenth: a digit may be too many or missing.",
)

CHECK = DocumentCheck(
    slug="tenfold",
    group="figures",
    title=Words("Lệch mười lần so với kỳ trước", "Ten times the year before"),
    rule=Words(
        "Số đếm kỳ này ghi cạnh số cùng kỳ ('... (cùng kỳ năm trước: ...)') mà chênh khoảng mười lần thì cần xem lại.",
        "A count beside that of the year before which differs by about ten times is to be looked at.",
    ),
    source="Kinh nghiệm kiểm tra số liệu; một chữ số thừa hoặc thiếu",
    tolerance=Words(
        "Chỉ báo khi tỷ số trong khoảng 7,5 đến 13,5 và số nhỏ từ 100 trở lên; bỏ qua khi văn bản nói 'gấp'.",
        "Told for ratios of 7.5 to 13.5 from 100 on; silent where the text itself says 'gấp'.",
    ),
    fires=(
        example(
            "Trang thông tin điện tử thu hút 263.380 lượt truy cập (cùng kỳ năm 2016: 25.279 lượt)."
        ),
        example("Tổng đài tiếp nhận 80.710 cuộc gọi, cùng kỳ năm 2021 tiếp nhận 7.572 cuộc gọi."),
        example(
            "Năm 2021, cổng dịch vụ công có 96.410 lượt đăng nhập, trong khi năm 2020 chỉ có 9.214 lượt."
        ),
    ),
    silent=(
        example(
            "Trang thông tin điện tử thu hút 26.338 lượt truy cập (cùng kỳ năm 2016: 25.279 lượt)."
        ),
        example(
            "Trang thông tin điện tử thu hút 263.380 lượt truy cập (năm 2016: 25.279 lượt), gấp 10 lần."
        ),
    ),
    find=_find,
)
