"""What is right and looks wrong: sentences of many sectors, in which no check may find anything.

All in own wording; they were written after the checks, to be read by them, and tuned none but the
severity of parts of which some make up the whole.
"""

from __future__ import annotations

import pytest

from .support import graver

RIGHT = [
    "Toàn xã có 2.145 hộ, trong đó hộ nghèo 86 hộ, chiếm 4,01%; hộ cận nghèo 112 hộ, chiếm 5,22%.",
    (
        "Tổng thu ngân sách đạt 412 tỷ đồng, bằng 103% dự toán tỉnh giao, tăng 12% so với cùng kỳ; trong đó thu nội "
        "địa 380 tỷ đồng, đạt 101%."
    ),
    "Phát ra 600 phiếu, thu về 585 phiếu, trong đó có 570 phiếu hợp lệ, đạt 97,44%.",
    "Được giao 120 biên chế, hiện có mặt 112 biên chế; tuyển mới 04 người, đạt 100% kế hoạch.",
    "Sở tiếp nhận 4.210 hồ sơ, đã trả 4.150 hồ sơ, đạt 99,9% đúng hạn.",
    "Năm 2022, tỉnh có 120 sản phẩm OCOP, đến nay có 215 sản phẩm, tăng 60 sản phẩm so với năm 2023.",
    "Năm 2021 tiếp nhận 3.120 hồ sơ, năm 2022 tiếp nhận 3.400 hồ sơ, tăng 8,97%.",
    "Năm 2021, thu 120 tỷ đồng, chi 130 tỷ đồng, tăng 10 tỷ đồng so với dự toán.",
    (
        "Khách du lịch đạt 1,2 triệu lượt, tăng 15% so với cùng kỳ, doanh thu 960 tỷ đồng, tăng 120 tỷ đồng, tương "
        "đương 14,29%."
    ),
    "Tổng đàn lợn 45.200 con, tăng 2.100 con so với cùng kỳ, đạt 95% kế hoạch.",
    (
        "Số vụ tai nạn giao thông là 45 vụ, giảm 5 vụ (10%) so với cùng kỳ; số người chết 20 người, tăng 2 người "
        "(11,1%); bị thương 38 người, giảm 10 người (20,8%)."
    ),
    "Tỷ lệ hài lòng đạt 92,4%, tỷ lệ không hài lòng 2,1%, còn lại là bình thường.",
    "Có 85% người dân hài lòng về thái độ, 12% chưa hài lòng về thời gian chờ.",
    "Nam chiếm 61,2%, nữ chiếm 38,8%; trình độ đại học chiếm 72,5%, trên đại học chiếm 25,1%.",
    "Cơ cấu kinh tế: nông nghiệp 24,5%; công nghiệp 35,2%; dịch vụ 40,3%.",
    "Kinh phí thực hiện 12,5 tỷ đồng cho giao thông, 3,2 tỷ đồng cho thủy lợi, tổng cộng 15,7 tỷ đồng.",
    "Đã vận động 320 triệu đồng và 150 ngày công, tổng trị giá 365 triệu đồng.",
    "Kiểm tra 12 cơ sở thuộc tỉnh, 30 cơ sở thuộc huyện; tổng số lượt kiểm tra là 45 lượt.",
    (
        "Trong năm cấp mới 45 dự án với tổng vốn 1.200 tỷ đồng, điều chỉnh 12 dự án với vốn tăng thêm 350 tỷ đồng, "
        "tổng vốn đăng ký 1.550 tỷ đồng."
    ),
    (
        "Lũy kế đến nay có 352 doanh nghiệp, trong tháng thành lập mới 12 doanh nghiệp, giải thể 03 doanh nghiệp, "
        "tổng số doanh nghiệp đang hoạt động là 340 doanh nghiệp."
    ),
    "Ban hành 45 văn bản, gồm 12 quyết định, 15 kế hoạch và các công văn chỉ đạo.",
    "Đoàn có 45 đại biểu, gồm 30 đại biểu chính thức, 15 đại biểu dự khuyết (12 nữ).",
    "Trường có 1.250 học sinh, gồm 32 lớp, 75 giáo viên.",
    "Bố trí 25 cán bộ, gồm 01 trưởng ban, 02 phó trưởng ban và 22 ủy viên.",
    "Tổ chức 05 lớp tập huấn (02 lớp trực tiếp, 03 lớp trực tuyến) cho 450 học viên.",
    "Đạt 95,2% (20/21 tiêu chí), tăng 02 tiêu chí so với đầu năm.",
    "Có 12/15 xã đạt chuẩn nông thôn mới (80%), trong đó 03 xã nâng cao, chiếm 25% số xã đạt chuẩn.",
    "Tỷ lệ tiêm chủng đạt 98,5% (chỉ tiêu giao 95%), 450/460 trẻ được tiêm mũi nhắc lại.",
    "Giải ngân 65% kế hoạch (13/20 dự án đã khởi công).",
    (
        "Tỷ lệ hồ sơ trực tuyến đạt 85,3%, tương ứng vượt 15,3 điểm phần trăm so với chỉ tiêu; 1.230/1.450 hồ sơ có "
        "ký số."
    ),
    "Số thu đạt 120 triệu đồng, cao hơn năm 2022 20 triệu đồng, tăng 20%.",
    "So với năm 2022, số đơn giảm 12 đơn (giảm 8,57%), còn 128 đơn.",
    "So với năm 2022, số hộ nghèo giảm 120 hộ, tỷ lệ hộ nghèo giảm 1,2%, còn 3,4%.",
    "Tổng số 350 cán bộ; so với năm 2021 giảm 15 người, tỷ lệ tinh giản 10,2% theo lộ trình.",
    "Số dịch vụ toàn trình tăng từ 350 lên 520 dịch vụ, tăng 48,57%.",
    "Rút ngắn thời gian từ 15 ngày xuống còn 10 ngày, cắt giảm 33,3% thời gian.",
    "Rút thời gian từ 15 ngày xuống 10 ngày, cắt giảm 05 bước, 02 thành phần hồ sơ.",
    "Hiện có 560 mô hình; năm 2022 có 500 mô hình, tăng 12%.",
    "Hiện có 560 mô hình; năm 2022 được công nhận 40 mô hình, tăng 05 mô hình so với năm 2021.",
    "Đầu năm có 25 vụ, đến nay đã xử lý 20 vụ, giảm 02 vụ so với cùng kỳ.",
    "Trước sắp xếp có 124 xã, sau sắp xếp còn 77 xã, giảm 47 xã.",
    (
        "Tổng diện tích gieo trồng 12.500 ha, trong đó lúa 8.200 ha (65,6%), ngô 2.100 ha (16,8%), cây khác 2.200 ha "
        "(17,6%)."
    ),
    "Có 100% xã có đường ô tô, 98,5% thôn có điện, 1,2% hộ dùng nước chưa hợp vệ sinh.",
    "Đã có 105% chỉ tiêu tuyển sinh nhập học.",
    "Vốn vay tăng 12% (35 tỷ đồng) so với đầu năm, dư nợ đạt 326,7 tỷ đồng.",
    "Doanh số 326 tỷ đồng, giảm 6,86% (24 tỷ đồng) so với năm trước.",
    "Hội viên có 12.350 người, trong đó nữ 4.120 người, dân tộc thiểu số 2.300 người, tôn giáo 1.250 người.",
    "Toàn tỉnh còn 1.250 hồ sơ (trong hạn 1.200, quá hạn 50); cấp tỉnh 300, cấp huyện 450, cấp xã 500.",
    "Đã xử lý 45/45 văn bản (trong đó bãi bỏ 10, thay thế 15, sửa đổi 20), đạt 100%.",
    "Kết quả chấm điểm: 12 đơn vị xuất sắc (30%), 20 đơn vị tốt (50%), 8 đơn vị khá (20%).",
    "Xếp loại: xuất sắc 30% (12 đơn vị), tốt 50% (20 đơn vị), khá 20% (8 đơn vị).",
    "Tỷ lệ số hóa đạt 78%; 22% chưa số hóa do hồ sơ cũ nát.",
    "Số hồ sơ tiếp nhận qua Cổng là 5.120 hồ sơ (trực tuyến một phần 2.100 hồ sơ, toàn trình 3.020 hồ sơ).",
    "Trong tháng, tiếp 25 lượt công dân với 30 người, tăng 05 lượt (25%) so với tháng trước.",
    (
        "Nhận 45 đơn, đủ điều kiện xử lý 40 đơn (khiếu nại 10, tố cáo 5, kiến nghị 25), đã giải quyết 38 đơn, đạt "
        "95%."
    ),
    "Kế hoạch vốn 450 tỷ đồng, đã phân bổ 430 tỷ đồng, đạt 95,6%; giải ngân 300 tỷ đồng, đạt 66,7%.",
    "Được giao 45 nhiệm vụ, đã hoàn thành 40 nhiệm vụ, trong đó 38 nhiệm vụ đúng hạn, đạt 95%.",
    "UBND tỉnh giao 45 nhiệm vụ, hoàn thành 40 nhiệm vụ (88,9%), đang thực hiện 05 nhiệm vụ.",
    # reports of other fields: cumulative values, partial lists, several bases in one paragraph
    (
        "Mùa vụ 2019 - 2020, ngư dân Vĩnh Hảo khai thác 12.480 tấn, trong đó cá ngừ 3.120 tấn (25%), mực"
        " 1.872 tấn (15%), còn lại là hải sản khác. "
        "So với vụ trước (11.830 tấn) tăng 650 tấn, tương đương 5,49%. "
        "Số tàu giảm từ 412 tàu (năm 2018) xuống còn 388 tàu, tức giảm 24 tàu (5,83%). "
        "Bình quân mỗi tàu khai thác 32,2 tấn. "
        "Giá cá ngừ bình quân 128.000 đồng/kg, giá trị thu về khoảng 399 tỷ đồng. "
        "Cảng có 05 cầu tàu chính: cầu số 1; cầu số 2; cầu số 3; cầu số 4; cầu số 5. "
        "Thu phí 4,2 tỷ đồng, đạt 84% kế hoạch (5.000 triệu đồng)."
    ),
    (
        "Bệnh viện khám 84.215 lượt, lũy kế từ năm 2015 đến nay 412.600 lượt; số lượt giảm 3,2% so với năm"
        " 2018 (87.000 lượt). "
        "Điều trị nội trú 9.640 lượt, ra viện 9.512 lượt, chuyển viện 186 lượt. "
        "Đầu năm có 212 giường, trong năm bổ sung 28 giường, thanh lý 10 giường, hiện có 230 giường. "
        "Tỷ lệ hài lòng của người bệnh ngoại trú đạt 91,4%, không hài lòng của người bệnh nội trú là 4,3%. "
        "Công suất sử dụng giường bệnh đạt 112%. "
        "Thu viện phí 64,2 tỷ đồng, tăng 1,6 lần so với năm 2015 (24,7 tỷ đồng)."
    ),
    (
        "Nhà trường có 1.846 sinh viên, gồm: khóa 45 có 612 sinh viên; khóa 46 có 598 sinh viên, khóa 47 có"
        " 636 sinh viên, tăng 4,3% so với năm học trước (1.770 sinh viên). "
        "Tốt nghiệp 540/612 sinh viên, đạt 88,24%, còn 72 sinh viên phải học lại. "
        "Học bổng 1,2 tỷ đồng, gồm ngân sách nhà trường 820 triệu đồng, doanh nghiệp 380 triệu đồng. "
        "Tổ chức 04 hội thảo lớn: Hà Nội, Huế. "
        "Giảng viên nữ chiếm 52,4%, giảng viên có trình độ tiến sĩ chiếm 47,8%."
    ),
    (
        "Quỹ tín dụng đầu kỳ dư nợ 84,6 tỷ đồng, trong năm tăng 12,4 tỷ đồng, cuối năm còn 97 tỷ đồng. "
        "Cho vay 1.250 lượt hộ với 62,5 tỷ đồng, bình quân 50 triệu đồng/hộ. "
        "Nợ xấu giảm từ 1,2% xuống 0,85%, giảm 0,35 điểm phần trăm. "
        "Vốn điều lệ tăng từ 2,5 tỷ đồng lên 6,2 tỷ đồng, gấp 2,5 lần. "
        "Tổ chức góp 38,4%, cá nhân góp 61,6%. "
        "Đã thu hồi 1,8 tỷ đồng trong số 2.400 triệu đồng nợ quá hạn (đạt 75%). "
        "Chia cổ tức 640 triệu đồng, bằng 92,1% năm trước (695 triệu đồng)."
    ),
    (
        "Công an huyện tiếp nhận 214 tin báo, đã giải quyết 198 tin (kỳ trước chuyển sang 11 tin, trong kỳ"
        " 187 tin), đạt 92,5%, còn 27 tin đang xác minh do kỳ sau tiếp nhận bổ sung. "
        "Xử phạt 1.246 trường hợp với 2,18 tỷ đồng; số trường hợp giảm 11,38% so với cùng kỳ (1.406 trường hợp). "
        "Bắt 46 đối tượng, gồm 41 nam, 05 nữ. "
        "Tai nạn 18 vụ, làm chết 7 người; so với năm 2017 (21 vụ) giảm 03 vụ, tương đương giảm 14,29%. "
        "Tổ chức 12 buổi tuyên truyền cho 1.080 người, bình quân 90 người/buổi."
    ),
    (
        "Bảo tàng đón 64.200 lượt khách, trong đó khách quốc tế 9.630 lượt (15%), tăng 20% so với năm 2016"
        " (53.500 lượt). "
        "Doanh thu 3,85 tỷ đồng, đạt 110% kế hoạch (3.500 triệu đồng). "
        "Hiện vật đầu năm 12.410 hiện vật, trong năm sưu tầm 96 hiện vật, hiện có 12.506 hiện vật. "
        "Có 04 trưng bày chuyên đề, gồm: gốm cổ; đồ đồng; tranh lụa và tranh sơn mài; áo dài xưa. "
        "Tỷ lệ hiện vật đã số hóa đạt 62,5%; chưa số hóa tại kho 2 là 41,2%."
    ),
    (
        "Hợp tác xã có 86 thành viên; sản lượng 1.240 tấn, năng suất 62 tạ/ha, giá bán 7.500 đồng/kg, doanh"
        " thu 9,3 tỷ đồng. "
        "Diện tích giảm 12 ha (từ 212 ha xuống còn 200 ha), tương đương 5,66%. "
        "Hỗ trợ 320 triệu đồng cho giống và 1,2 tỷ đồng cho thủy lợi, tổng cộng 1.520 triệu đồng. "
        "Kết nạp mới 09 thành viên, giảm 04 thành viên. "
        "Sản lượng vụ trước 1.180 tấn, vụ này 1.240 tấn, tăng 5,1%. "
        "Nước tưới 85% từ kênh chính, 22% diện tích có thêm giếng khoan."
    ),
    (
        "Đảng bộ có 48 chi bộ, đầu nhiệm kỳ 1.126 đảng viên; kết nạp 142 đảng viên, giảm 61 đảng viên; đến"
        " nay có 1.207 đảng viên, tăng 7,19% so với đầu nhiệm kỳ. "
        "Kiểm tra 36 tổ chức, phát hiện 11 tổ chức có khuyết điểm; thi hành kỷ luật 14 đảng viên, khiển trách"
        " 10, cảnh cáo 03, khai trừ 01. "
        "Số xã đạt chuẩn gấp 3 lần so với năm 2010 (04 xã), nâng tổng số lên 12 xã. "
        "Chỉ tiêu 25/27 đạt và vượt; năm 2014 có 23/27 chỉ tiêu đạt. "
        "Thu Đảng phí 412 triệu đồng, đã nộp cấp trên 288,4 triệu đồng (70%)."
    ),
]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_said_of_what_is_right(text: str) -> None:
    assert graver(text) == []
