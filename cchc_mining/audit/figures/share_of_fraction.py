"""'13/43 đơn vị (chiếm tỷ lệ 31,24 %)': a fraction against the percentage given with it."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..shares import Share
from ._percentages import against_base

# Points: 'đạt 66,67 % kế hoạch' behind 16/24 is of that plan, 'đạt 105 % chỉ tiêu' is not.
_NEAR = 15


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for shares in document.shares:
        for share in shares:
            if share.how in ("fraction", "total"):
                yield from _compared(document, share)


def _compared(document: AuditedDocument, share: Share) -> Iterator[Discrepancy]:
    if not share.of_another:
        yield from against_base(document, share, "error", 0.95)
    elif share.agrees or abs(share.true - share.said.value) < _NEAR:
        yield from against_base(document, share, "warning", 0.75)


CHECK = DocumentCheck(
    slug="share-of-fraction",
    group="figures",
    title=Words("Tỷ lệ so với phân số", "Percentage against its fraction"),
    rule=Words(
        "Phân số a/b (hoặc a trên tổng số b) và tỷ lệ phần trăm ghi liền sau hoặc liền trước nó phải khớp nhau:"
        " c = a/b × 100.",
        "A fraction a/b (or a of a total of b) and the percentage written beside it agree: c = a/b × 100.",
    ),
    source="Số học; làm tròn theo số chữ số thập phân được ghi",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối được ghi; cắt bớt thay vì làm tròn chỉ là điểm lưu ý.",
        "Half a unit of the last digit shown; cutting off instead of rounding is a remark.",
    ),
    fires=(
        example("Tỷ lệ phiếu đánh giá tốt đạt 91,20% (467/518 phiếu)."),
        example("Toàn tỉnh có 62,5% trường học nối mạng, tương ứng 45/80 trường."),
        example("Có 30/43 xã (05 xã loại 1, 25 xã loại 2) hoàn thành, đạt 79,77%."),
        example("Có 13/43 cơ quan, đơn vị xếp hạng Khá (chiếm tỷ lệ 31,24%)."),
        example("Đã giải quyết đúng hạn 412/458 hồ sơ, đạt 91,96%."),
        example("Đã giải ngân 7.433.684 triệu đồng trên 8.083.048 triệu đồng, đạt tỷ lệ 93,97%."),
    ),
    silent=(
        example("Tỷ lệ phiếu đánh giá tốt đạt 90,15% (467/518 phiếu)."),
        example("Thu Đảng phí 412 triệu đồng, đã nộp cấp trên 288,4 triệu đồng (70%)."),
        example("Vốn giải ngân bằng 64% cùng kỳ (12/15 dự án chậm tiến độ)."),
        example("Có 412/458 hồ sơ đúng hạn, đạt 89,96% (46/458 hồ sơ quá hạn)."),
        example("Đã thẩm định 344/420 hồ sơ (81,90%), hẹn lại đúng quy định 99,12%."),
        example("Có 13/43 cơ quan, đơn vị xếp hạng Khá (chiếm tỷ lệ 30,23%)."),
        example("Đến nay 30/43 đơn vị đã hoàn thành, tăng 12% so với năm 2022."),
        example("Có 18/43 đơn vị nộp trực tuyến, đạt 105% chỉ tiêu."),
    ),
    find=_find,
)
