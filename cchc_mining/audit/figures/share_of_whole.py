"""'tiếp nhận 386 hồ sơ, trong đó trực tuyến 301 hồ sơ (chiếm 79,78 %)': a percentage against the
whole that the text names before it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...records import Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..shares import Share
from ._percentages import against_base, another_base

_ALL = 100
_FAR = 20  # points: a rate ('đạt') that far from the share is one of something else


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for shares in document.shares:
        inferred = [share for share in shares if share.how in ("parent", "sibling", "done")]
        for share in inferred:
            if share.agrees:
                yield from against_base(document, share, "info", 0.9)  # cut off, if anything
            elif not _is_of_something_else(document, share, inferred):
                sure = share.makes_up or share.how == "sibling"
                yield from against_base(
                    document, share, "error" if sure else "warning", 0.9 if sure else 0.75
                )


def _is_of_something_else(document: AuditedDocument, share: Share, all_: list[Share]) -> bool:
    if another_base(document, share) is not None:
        return True
    if share.how == "done" and share.said.value == _ALL:
        return True  # 'đã trả lời 130 lượt, đạt 100 %': of those that were due
    siblings = [other for other in all_ if other.base_figure is share.base_figure]
    agreeing = sum(other.agrees for other in siblings)
    if len(siblings) > 1 and 2 * (agreeing + 1) < len(siblings):
        return True  # each has its own base: 'Cục Thuế 62 hồ sơ, đạt 100 %; Công an 361 hồ sơ, đạt ...'
    if share.how == "sibling" or share.makes_up or agreeing:
        return share.part.value > share.base
    return len(siblings) > 1 or abs(share.true - share.said.value) > Decimal(_FAR)


CHECK = DocumentCheck(
    slug="share-of-whole",
    group="figures",
    title=Words("Tỷ lệ so với số tổng nêu trước", "Percentage against the whole named before"),
    rule=Words(
        "Số thành phần sau 'trong đó', 'gồm' và tỷ lệ ghi liền sau nó phải khớp với số tổng; các thành phần"
        " liệt kê cùng một tổng phải khớp với cùng mẫu số; số đã hoàn thành phải khớp với số được giao.",
        "A part after 'trong đó' or 'gồm' and its percentage agree with their whole; members of one list"
        " share its denominator; what is done is a share of what was asked for.",
    ),
    source="Số học; làm tròn theo số chữ số thập phân được ghi",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối được ghi; bỏ qua khi tỷ lệ khớp với một số khác trong đoạn.",
        "Half a unit of the last digit shown; silent where another figure of the paragraph gives it.",
    ),
    fires=(
        example("Sở tiếp nhận 386 hồ sơ, trong đó trực tuyến 301 hồ sơ (chiếm 79,78%)."),
        example("Ban phát ra 500 phiếu hỏi, thu về 480 phiếu, đạt 98%."),
        example("Khảo sát 350 hộ: rất hài lòng 58,86% (206 hộ), hài lòng 39,88% (136 hộ), bình thường 2,29% (8 hộ)."),
        example("Có 30/43 đơn vị xếp hạng Tốt (chiếm tỷ lệ 69,77%), 13 đơn vị xếp hạng Khá (chiếm tỷ lệ 31,24%)."),
    ),
    silent=(
        example("Ban phát ra 500 phiếu hỏi, thu về 480 phiếu, đạt 96%."),
        example("Tiếp nhận 1.250 hồ sơ, đã giải quyết 1.198 hồ sơ, đạt 99,8%."),
        example("Khảo sát 350 hộ: rất hài lòng 58,86% (206 hộ), hài lòng 38,86% (136 hộ), bình thường 2,29% (8 hộ)."),
        example("Hợp tác xã trích quỹ 1.800 triệu đồng, trong đó chia lãi 640 triệu đồng, bằng 92,1% năm trước"
                " (695 triệu đồng)."),
        example("Cấp mới 03 dự án (643,5 tỷ đồng), bằng 65,5% so với cùng kỳ."),
        example("Sở tiếp nhận 386 hồ sơ, trong đó trực tuyến 301 hồ sơ (chiếm 77,98%)."),
        example("Tiếp nhận 4.512 hồ sơ, trong đó: Cục Hải quan 626 hồ sơ, đạt 100%; Công an tỉnh 3.613 hồ sơ, đạt"
                " 99,88%."),
        example("Đã rà soát 500 hồ sơ, giải quyết 480 hồ sơ, trong đó 470 hồ sơ đúng hạn, đạt 97,92%."),
    ),
    find=_find,
)  # fmt: skip
