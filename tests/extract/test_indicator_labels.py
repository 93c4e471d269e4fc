"""Labels and units in forms that reports of many kinds share: what is measured, not by whom.

All texts are our own wording.  The families were found by reading the labels of reports of the
police, social insurance, communes, councils, the Party, schools and disbursement; they tuned the code.
"""

from __future__ import annotations

import pytest

from .support import mined

TITLE = "BÁO CÁO\nTình hình thực hiện nhiệm vụ năm 2016\n\n"

# text, what is found: number, unit, label
Found = list[tuple[str, str, str]]
CASES: dict[str, list[tuple[str, Found]]] = {
    "a cited document is never counted": [
        ("Thực hiện Nghị quyết số 18-NQ/TW, số đơn vị sự nghiệp thuộc Sở giảm từ 41 xuống còn 33 đơn vị.",
         [("41", "đơn vị", "số đơn vị sự nghiệp thuộc Sở"), ("33", "đơn vị", "số đơn vị sự nghiệp thuộc Sở")]),
        ("Theo Nghị định số 107/2020/NĐ-CP, Sở giảm từ 10 xuống 08 phòng.",
         [("10", "phòng", "phòng"), ("08", "phòng", "phòng")]),
    ],
    "a course is named by what changed": [
        ("Tỉnh sắp xếp các ban quản lý dự án, giảm từ 09 xuống 07 ban.",
         [("09", "ban", "ban quản lý dự án"), ("07", "ban", "ban quản lý dự án")]),
        ("Sáp nhập thôn từ 312 xuống còn 218.", [("312", "thôn", "thôn"), ("218", "thôn", "thôn")]),
        ("Hộ nghèo giảm từ 112 hộ xuống còn 87 hộ.", [("112", "hộ", "hộ nghèo"), ("87", "hộ", "hộ nghèo")]),
    ],
    "a range is told once": [
        ("Mỗi chi bộ xây dựng từ 1 đến 2 mô hình.",
         [("1", "mô hình", "mô hình xây dựng của mỗi chi bộ"), ("2", "mô hình", "mô hình xây dựng của mỗi chi bộ")]),
        ("Một số lớp có 12 - 15 học viên.",
         [("12", "học viên", "học viên một số lớp"), ("15", "học viên", "học viên một số lớp")]),
    ],
    "a state counts what was counted before": [
        ("Đã công bố 12 TTHC mới, 27 sửa đổi, 19 bãi bỏ.",
         [("12", "TTHC", "TTHC mới đã công bố"), ("27", "TTHC", "TTHC sửa đổi"), ("19", "TTHC", "TTHC bãi bỏ")]),
        ("Có 4 đơn vị tự bảo đảm chi đầu tư, 19 tự bảo đảm chi thường xuyên, 76 do Nhà nước bảo đảm.",
         [("4", "đơn vị", "đơn vị tự bảo đảm chi đầu tư"), ("19", "đơn vị", "đơn vị tự bảo đảm chi thường xuyên"),
          ("76", "đơn vị", "đơn vị do Nhà nước bảo đảm")]),
        ("Tiếp nhận 63 kiến nghị (41 qua Cổng Dịch vụ công quốc gia, 22 qua đường dây nóng).",
         [("63", "kiến nghị", "kiến nghị tiếp nhận"),
          ("41", "kiến nghị", "kiến nghị qua Cổng Dịch vụ công quốc gia"),
          ("22", "kiến nghị", "kiến nghị qua đường dây nóng")]),
        ("Số hồ sơ quá hạn tập trung ở Sở Y tế (96 hồ sơ), Sở Xây dựng (34).",
         [("96", "hồ sơ", "hồ sơ quá hạn"), ("34", "hồ sơ", "hồ sơ quá hạn")]),
    ],
    "what was done, not by whom": [
        ("Các sở, ban, ngành tỉnh đã ban hành 318 văn bản chỉ đạo.",
         [("318", "văn bản", "văn bản chỉ đạo đã ban hành của sở, ban, ngành tỉnh")]),
        ("Đoàn kiểm tra của tỉnh phát hiện 112 hồ sơ trễ hạn không có thư xin lỗi.",
         [("112", "hồ sơ", "hồ sơ trễ hạn không có thư xin lỗi phát hiện")]),
        ("Đảng bộ Khối hiện có 74 tổ chức cơ sở đảng.", [("74", "tổ chức", "tổ chức cơ sở đảng")]),
        ("Bộ trưởng đã phê duyệt 12 đề án.", [("12", "đề án", "đề án đã phê duyệt")]),
        ("Trong 9 tháng đã cử 45 lượt công chức đi đào tạo.",
         [("45", "lượt", "lượt công chức đi đào tạo đã cử")]),
        ("Tai nạn giao thông làm chết 38 người.", [("38", "người", "người tai nạn giao thông làm chết")]),
        ("Toàn tỉnh xảy ra 1.024 vụ phạm pháp hình sự.", [("1.024", "vụ", "vụ phạm pháp hình sự xảy ra")]),
    ],
    "what the first of a list is told of holds for the others": [
        ("Phường Hòa Bình tiếp nhận 12.540 hồ sơ, phường Tân Lập 11.982 hồ sơ.",
         [("12.540", "hồ sơ", "hồ sơ tiếp nhận"), ("11.982", "hồ sơ", "hồ sơ tiếp nhận của phường Tân Lập")]),
        ("Cục Thú y tiếp nhận nhiều nhất với 101 hồ sơ, tiếp đến là Cục Bảo vệ thực vật (88 hồ sơ).",
         [("101", "hồ sơ", "hồ sơ tiếp nhận nhiều nhất"), ("88", "hồ sơ", "hồ sơ tiếp nhận")]),
        ("Tỷ lệ bỏ học cao nhất là huyện Sơn Động 11,2%, tiếp đến là huyện Lục Ngạn 9,8%.",
         [("11,2", "%", "tỷ lệ bỏ học"), ("9,8", "%", "tỷ lệ bỏ học")]),
        ("Xã Tân Lập có tỷ lệ hồ sơ trực tuyến cao nhất (95%). Xã Hòa Bình thấp nhất: 61%.",
         [("95", "%", "tỷ lệ hồ sơ trực tuyến"), ("61", "%", "tỷ lệ hồ sơ trực tuyến")]),
        ("Chỉ số CCHC của huyện đạt 84,2 điểm. Sở Y tế xếp cuối với 78,1 điểm.",
         [("84,2", "điểm", "chỉ số CCHC của huyện"), ("78,1", "điểm", "chỉ số CCHC")]),
    ],
    "a rate with words of its own": [
        ("Lấy ý kiến 412 người dân, 98,5% rất hài lòng, 0,3% không hài lòng.",
         [("412", "người dân", "người dân lấy ý kiến"), ("98,5", "%", "tỷ lệ người dân rất hài lòng"),
          ("0,3", "%", "tỷ lệ không hài lòng")]),
        ("100% chi bộ sinh hoạt chuyên đề ít nhất 1 lần/quý.",
         [("100", "%", "tỷ lệ chi bộ sinh hoạt chuyên đề"), ("1", "lần/quý", "chi bộ sinh hoạt chuyên đề")]),
    ],
    "a quoted name is no border": [
        ("Vận động Quỹ “Vì người nghèo” được 68,4 tỷ đồng.",
         [("68,4", "tỷ đồng", "số tiền vận động Quỹ Vì người nghèo")]),
    ],
    "verbs that are also documents": [
        ("Kiểm tra, kết luận 81 trường hợp có vi phạm.",
         [("81", "trường hợp", "trường hợp có vi phạm kiểm tra, kết luận")]),
    ],
    "no cut inside a name": [
        ("Có 12 đơn vị sự nghiệp thuộc Sở Y tế tự bảo đảm chi thường xuyên.",
         [("12", "đơn vị", "đơn vị sự nghiệp thuộc Sở Y tế tự bảo đảm chi thường xuyên")]),
    ],
    "a level is no figure, an amount of money is": [
        ("Đã cấp 5.120 tài khoản mức 2.", [("5.120", "tài khoản", "tài khoản mức 2 đã cấp")]),
        ("Chi phí ở mức 85%.", [("85", "%", "tỷ lệ chi phí")]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [case for family in CASES.values() for case in family]
)
def test_units_and_labels(text: str, expected: Found) -> None:
    found = mined(TITLE + text, year=2016).indicators
    assert [(f.text, f.unit, f.label) for f in found] == expected


@pytest.mark.parametrize(
    "text", ["(1) ban hành kế hoạch, (2) kiểm tra", "Kết luận 81 của Bộ Chính trị"]
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert mined(TITLE + text, year=2016).indicators == ()


def test_a_change_behind_a_rate_has_the_unit_above_the_table() -> None:
    table = (
        "Biểu 1. Thu ngân sách (đơn vị: tỷ đồng)\n"
        "TT\tNguồn\tDự toán\tThực hiện\tSo với dự toán (%)\tTăng so với năm 2015\n"
        "1\tThuế\t950\t986\t103,8\t145\n"
    )
    found = mined(TITLE + table, year=2016).indicators
    assert [f.unit for f in found] == ["tỷ đồng", "tỷ đồng", "%", "tỷ đồng"]
