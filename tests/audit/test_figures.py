"""Sentences with figures, right and wrong.

All in own wording, of made-up offices and of other sectors than the sample archive; they tuned the
checks unless a comment says otherwise.  Each case: the text, and the checks that give an error or
warning, in the order of the text.
"""

from __future__ import annotations

import pytest

from .support import audited, graver

PARTS = [
    # wholes and parts that agree
    ("Năm 2019, HĐND tỉnh Đồng Tháp thông qua 42 nghị quyết, gồm 27 nghị quyết quy phạm pháp luật và 15 nghị quyết"
     " cá biệt.", []),
    ("Trường Đại học Tây Nguyên có 812 viên chức (nam 355, nữ 457).", []),
    ("Cục Thuế thu 12.480 tỷ đồng, trong đó thu nội địa 9.130 tỷ đồng, thu xuất nhập khẩu 3.350 tỷ đồng.", []),
    ("Tổng vốn 1,25 nghìn tỷ đồng (ngân sách trung ương 850 tỷ đồng, ngân sách địa phương 400 tỷ đồng).", []),
    ("Sở Y tế Bạc Liêu tiếp nhận 3.214 hồ sơ, gồm: trực tuyến 2.810 hồ sơ; trực tiếp 344 hồ sơ; bưu chính 60 hồ"
     " sơ.", []),
    # wholes and parts that do not
    ("Năm 2019, HĐND tỉnh Đồng Tháp thông qua 42 nghị quyết, gồm 27 nghị quyết quy phạm pháp luật và 17 nghị quyết"
     " cá biệt.", ["parts-of-whole"]),
    ("Trường Đại học Tây Nguyên có 812 viên chức (nam 355, nữ 467).", ["parts-of-whole"]),
    ("Cục Hải quan làm thủ tục cho 18.602 tờ khai, bao gồm 11.230 tờ khai xuất khẩu và 7.732 tờ khai nhập"
     " khẩu.", ["parts-of-whole"]),
    ("Đoàn công tác có 24 thành viên, gồm 06 lãnh đạo sở, 10 chuyên viên và 09 cán bộ xã.", ["parts-of-whole"]),
    ("Sở Y tế Bạc Liêu đã giải quyết 3.120 hồ sơ (đúng hạn 3.098 hồ sơ, quá hạn 32 hồ sơ).", ["parts-of-whole"]),
    ("Huyện Mèo Vạc còn 2.411 hộ nghèo; trong đó có 2.530 hộ nghèo là đồng bào dân tộc thiểu số.", ["parts-of-whole"]),
    ("Trong tổng số 96 xã, có 41 xã đạt chuẩn nâng cao, 33 xã đạt chuẩn, còn lại 23 xã chưa đạt"
     " chuẩn.", ["parts-of-whole"]),
    ("Toàn ngành có 1.204 viên chức; trong đó trước hạn nâng lương 12 viên chức.", []),
    ("Tổng số hồ sơ đã giải quyết là 5.410 hồ sơ, trong đó: trước hạn 1.200 hồ sơ; đúng hạn 4.180 hồ sơ; trễ hạn 40"
     " hồ sơ.", ["parts-of-whole"]),
    ("Đã tổ chức 16 lớp tập huấn (09 lớp cấp tỉnh, 08 lớp cấp huyện).", ["parts-of-whole"]),
    # not exhaustive, overlapping, of other things
    ("Huyện có 640 cán bộ, công chức, trong đó 212 nữ, 498 đảng viên, 77 người dân tộc Khmer.", []),
    ("Tỉnh có 87 dịch vụ công trực tuyến, trong đó 31 dịch vụ toàn trình.", []),
    ("Ban Quản lý cấp mới 14 dự án với tổng vốn 320 tỷ đồng, trong đó có 05 dự án FDI.", []),
    ("Sở mở 05 lớp bồi dưỡng cho 430 học viên (trong đó 120 học viên cấp xã).", []),
    ("Đã ban hành 75 văn bản, trong đó nổi bật có 03 quyết định, 02 kế hoạch.", []),
    ("Tổ chức 02 hội nghị: hội nghị trực tiếp cho 150 đại biểu và hội nghị trực tuyến cho 320 đại biểu.", []),
    ("Cả năm cấp 1.260 giấy phép (tăng 160 giấy phép so với năm 2020).", []),
    ("Hơn 200 hồ sơ được giải quyết sớm, gồm 120 hồ sơ đất đai và 93 hồ sơ xây dựng.", []),
    ("Tiếp nhận 6.688 hồ sơ (trực tuyến 6.183 hồ sơ, trực tiếp 212 hồ sơ, kỳ trước chuyển sang 293 hồ sơ).", []),
    ("Đã xử lý 45 đơn, gồm 20 đơn khiếu nại, 15 đơn tố cáo, 10 đơn kiến nghị; còn 7 đơn đang xem xét.", []),
    ("Đến nay có 933 kiến nghị (trong đó từ chối 272 kiến nghị; chuyển xử lý 661 kiến nghị; đã trả lời 626 kiến"
     " nghị).", []),
    ("Có 58 văn bản, gồm 26 quyết định (trong đó 10 quyết định quy phạm) và 32 công văn.", []),
    ("Tiếp nhận 1.000 hồ sơ (trực tuyến 700 hồ sơ (toàn trình 500 hồ sơ, một phần 200 hồ sơ), trực tiếp 300 hồ"
     " sơ).", []),
    ("Tiếp nhận 1.000 hồ sơ (trực tuyến 700 hồ sơ (toàn trình 500 hồ sơ, một phần 220 hồ sơ), trực tiếp 300 hồ"
     " sơ).", ["parts-of-whole"]),
    ("Cụm thi đua gồm 07 đơn vị, có 03 đơn vị dẫn đầu.", []),
    ("Chi 3,2 tỷ đồng, trong đó sự nghiệp 1,5 tỷ đồng, quản lý hành chính 1,7 tỷ đồng.", []),
    ("Phường có 12.400 nhân khẩu (3.105 hộ).", []),
    ("Đã kiểm tra 41 cơ quan (thông qua 02 hình thức: theo kế hoạch và đột xuất).", []),
    ("Toàn tỉnh có 145 xã, phường (129 xã, 16 phường), giảm 43 đơn vị.", []),
    ("Sau sắp xếp, tỉnh Gia Lai có 135 đơn vị hành chính cấp xã, gồm 110 xã và 26 phường.", ["parts-of-whole"]),
    # what is left
    ("Đã phê duyệt 25/30 hồ sơ; 05 hồ sơ còn lại đang thẩm định.", []),
    ("Đã phê duyệt 25/30 hồ sơ; 06 hồ sơ còn lại đang thẩm định.", ["what-is-left"]),
    ("Phát hiện 47 tồn tại, đã khắc phục 45 tồn tại, còn 02 tồn tại.", []),
    ("Phát hiện 47 tồn tại, đã khắc phục 45 tồn tại, còn 04 tồn tại.", ["what-is-left"]),
    # behind a colon, and named before their number
    ("Toàn ngành xét 45 đề tài: 30 đề tài loại khá, 12 đề tài xuất sắc, 03 đề tài không đạt.", []),
    ("Toàn ngành xét 45 đề tài: 30 đề tài loại khá, 12 đề tài xuất sắc, 06 đề tài không đạt.", ["parts-of-whole"]),
    ("Có 24 cán bộ (trong đó: Văn phòng 03, các sở 13, cấp huyện 08).", []),
    ("Nhận 980 đơn (trong đó 120 đơn khiếu nại, 55 đơn tố cáo, 815 đơn kiến nghị).", ["parts-of-whole"]),
    # a group of digits, a unit
    ("Tổng dự toán 8.450.000.000 đồng, gồm chi thường xuyên 6.200.000.000 đồng và chi đầu tư 2.250.000"
     " đồng.", ["digit-groups"]),
    ("Kinh phí bố trí 25,5 tỷ đồng (ngân sách tỉnh 20 tỷ đồng, ngân sách huyện 5.500 tỷ đồng).", ["digit-groups"]),
    ("Kinh phí bố trí 25,5 tỷ đồng (ngân sách tỉnh 20 tỷ đồng, ngân sách huyện 5.500 triệu đồng).", []),
    ("Thu phí 1.845.300 nghìn đồng, gồm phí thẩm định 1.500.000 nghìn đồng, lệ phí 345.300 nghìn đồng.", []),
]  # fmt: skip

SHARES = [
    ("Kết quả có 1.486/1.922 thủ tục được cung cấp trực tuyến, đạt 77,32%.", []),
    ("Kết quả có 1.486/1.922 thủ tục được cung cấp trực tuyến, đạt 73,72%.", ["share-of-fraction"]),
    ("Đã có 9/14 xã (64,3%) hoàn thành.", []),
    ("Đã có 9/14 xã (46,3%) hoàn thành.", ["share-of-fraction"]),
    ("Lai Châu có 87/106 xã đạt chuẩn, chiếm tỷ lệ 82%.", []),
    ("Đã tiếp nhận 3.520 hồ sơ trên tổng số 4.400 hồ sơ, đạt tỷ lệ 80%.", []),
    ("Đã tiếp nhận 3.520 hồ sơ trên tổng số 4.400 hồ sơ, đạt tỷ lệ 88%.", ["share-of-fraction"]),
    ("Có 22/31 nhiệm vụ hoàn thành, tăng 12% so với cùng kỳ.", []),
    ("Toàn huyện có 45/60 trường đạt chuẩn quốc gia, vượt 5% so với nghị quyết.", []),
    ("Có 120/150 phiếu đánh giá tốt, bằng 104% kế hoạch.", []),
    ("Điểm trung bình đạt 82,3/100 điểm, xếp loại Tốt.", []),
    # a whole named before
    ("Năm 2021, Sở Công Thương Nghệ An tiếp nhận 8.204 hồ sơ, trong đó trực tuyến 7.902 hồ sơ, chiếm 96,32%.", []),
    ("Năm 2021, Sở Công Thương Nghệ An tiếp nhận 8.204 hồ sơ, trong đó trực tuyến 7.902 hồ sơ, chiếm"
     " 93,62%.", ["share-of-whole"]),
    ("Đã giải quyết 1.790 hồ sơ; trong đó đúng hạn 1.763 hồ sơ, đạt 94,89%.", ["share-of-whole"]),
    ("Toàn tỉnh có 1.352 cán bộ xã, trong đó 1.202 người có trình độ đại học (chiếm 88,91%).", []),
    ("Rà soát 500 thủ tục, công bố 480 thủ tục, trong đó 470 thủ tục cấp tỉnh, chiếm 97,92%.", []),
    ("Có 28/40 đơn vị xếp loại Tốt (chiếm 70%), 12 đơn vị xếp loại Khá (chiếm 30%).", []),
    ("Có 28/40 đơn vị xếp loại Tốt (chiếm 70%), 12 đơn vị xếp loại Khá (chiếm 40%).", ["share-of-whole"]),
    ("Tiếp nhận 4.512 hồ sơ, trong đó: Thuế 626 hồ sơ, đạt 100%; Công an 3.613 hồ sơ, đạt 99,88%; Kho bạc 273 hồ sơ,"
     " đạt 94,69%.", []),
    ("Đã trả lời 744 phản ánh (đạt tỷ lệ 100%), còn 04 phản ánh đang xử lý.", []),
    ("Tổng số hồ sơ trễ hạn là 3.074 hồ sơ, chiếm tỷ lệ 0,62%.", []),
    ("Trình độ: tiến sĩ 12 người, chiếm 2,45%; thạc sĩ 148 người, chiếm 30,20%; đại học 330 người, chiếm 67,35%.", []),
    ("Trình độ: tiến sĩ 12 người, chiếm 2,45%; thạc sĩ 148 người, chiếm 20,30%; đại học 330 người, chiếm"
     " 67,35%.", ["shares-of-list"]),
    ("Khối tỉnh 626 hồ sơ, đạt tỷ lệ 99,1%; khối huyện 3.613 hồ sơ, đạt tỷ lệ 98,8%; khối xã 273 hồ sơ, đạt tỷ lệ"
     " 94,7%.", []),
    # shares that make up the whole
    ("Tỷ lệ hồ sơ đúng hạn là 98,6%, trễ hạn là 1,4%.", []),
    ("Tỷ lệ hồ sơ đúng hạn là 98,6%, trễ hạn là 2,4%.", ["complementary-shares"]),
    ("Công chức nam chiếm 54,2%, nữ chiếm 46,8%.", ["complementary-shares"]),
    ("Tỷ lệ đúng hạn của cấp tỉnh là 98,6%, tỷ lệ trễ hạn của cấp xã là 2,4%.", []),
    ("Tỷ lệ hài lòng đạt 92,5%, không hài lòng 1,1%.", []),
    ("Cơ cấu kinh tế: nông nghiệp 24,5%; công nghiệp 35,2%; dịch vụ 40,3%.", []),
    ("Cơ cấu kinh tế: nông nghiệp 24,5%; công nghiệp 35,2%; dịch vụ 43,0%.", ["complementary-shares"]),
    ("Trong 46 nhiệm vụ được giao, có 40 nhiệm vụ hoàn thành đúng hạn, chiếm 86,96%.", []),
    ("Trong 46 nhiệm vụ được giao, có 40 nhiệm vụ hoàn thành đúng hạn, chiếm 89,66%.", ["share-of-whole"]),
    ("Đã số hóa 12.500 hồ sơ/15.000 hồ sơ, đạt 83,3%.", []),
    ("Đã số hóa 12.500 hồ sơ/15.000 hồ sơ, đạt 88,3%.", ["share-of-fraction"]),
    # more than all
    ("Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn đạt 100,8%.", ["percent-over-100"]),
    ("Số hồ sơ trực tuyến chiếm 112% tổng số hồ sơ tiếp nhận.", ["percent-over-100"]),
    ("Thu ngân sách đạt 112% dự toán, bằng 108% so với cùng kỳ.", []),
    ("Số lượt truy cập tăng 245% so với năm 2018.", []),
    ("Tỷ lệ hồ sơ trực tuyến vượt 105% chỉ tiêu giao.", []),
    ("Đã lấy ý kiến 52/48 hộ dân.", ["more-than-all"]),
    ("Đã vận động 52/48 hộ dân theo chỉ tiêu, đạt 108,3%.", []),
]  # fmt: skip

CHANGES = [
    ("Số đơn vị sự nghiệp giảm từ 624 đơn vị xuống còn 572 đơn vị, giảm 52 đơn vị.", []),
    ("Số đơn vị sự nghiệp giảm từ 624 đơn vị xuống còn 572 đơn vị, giảm 62 đơn vị.", ["change-of-value"]),
    ("Năm 2020, tỉnh Sơn La còn 204 xã, giảm 16 xã so với năm 2018 (220 xã).", []),
    ("Năm 2020, tỉnh Sơn La còn 204 xã, giảm 18 xã so với năm 2018 (220 xã).", ["change-of-value"]),
    ("Chỉ số PAPI đạt 44,12 điểm, tăng 1,27 điểm so với năm 2020 (42,85 điểm).", []),
    ("Chỉ số PAPI đạt 44,12 điểm, tăng 2,17 điểm so với năm 2020 (42,85 điểm).", ["change-of-value"]),
    ("Tỷ lệ trực tuyến tăng từ 41,5% lên 63,2%, tăng 21,7 điểm phần trăm.", []),
    ("Tỷ lệ trực tuyến tăng từ 41,5% lên 63,2%, tăng 27,1 điểm phần trăm.", ["change-of-value"]),
    ("Tỷ lệ hộ nghèo giảm từ 8,4% xuống 6,3%, giảm 25%.", []),
    ("Trong 02 tháng đã giảm được 07 cơ quan (từ 21 cơ quan giảm còn 14 cơ quan).", []),
    ("Trong 02 tháng đã giảm được 08 cơ quan (từ 21 cơ quan giảm còn 14 cơ quan).", ["change-of-value"]),
    ("Thời gian giải quyết rút từ 15 ngày xuống còn 10 ngày, giảm 33,33%.", []),
    ("Thời gian giải quyết rút từ 15 ngày xuống còn 10 ngày, giảm 50%.", ["change-of-value"]),
    ("Phấn đấu nâng tỷ lệ số hóa từ 58,3% lên tối thiểu 80%.", []),
    ("Từ 12 xã đầu năm, đến nay đã có 31 xã đạt chuẩn, tăng 05 xã so với cùng kỳ.", []),
    # ranks
    ("Chỉ số PCI từ hạng 45/63 lên hạng 38/63, tăng 7 bậc.", []),
    ("Chỉ số PCI từ hạng 45/63 lên hạng 38/63, tăng 9 bậc.", ["change-of-rank"]),
    ("Chỉ số PCI xếp thứ 38/63, giảm 7 bậc so với hạng 45/63 năm trước.", ["change-of-rank"]),
    ("Chỉ số SIPAS xếp thứ 12/63, tăng 5 bậc so với năm 2020.", []),
    ("Chỉ số chuyển đổi số (DTI) xếp hạng 64/63 tỉnh, thành phố.", ["rank-range"]),
    ("Chỉ số chuyển đổi số (DTI) xếp hạng 34/34 tỉnh, thành phố.", []),
    ("Huyện Tủa Chùa tụt từ vị trí thứ 3 xuống vị trí thứ 6, giảm 3 bậc.", []),
    ("Huyện Tủa Chùa tụt từ vị trí thứ 3 xuống vị trí thứ 6, giảm 2 bậc.", ["change-of-rank"]),
    ("Kim ngạch đạt 125,4 triệu USD, tăng 12,3% so với cùng kỳ, lũy kế 6 tháng đạt 240,8 triệu USD.", []),
    ("Sản lượng đạt 45.600 tấn, bằng 102,5% so với cùng kỳ (44.488 tấn).", []),
    ("Sản lượng đạt 45.600 tấn, bằng 120,5% so với cùng kỳ (44.488 tấn).", ["plan-percent"]),
    ("Năm 2023 có 3.587 tin bài, tăng gấp 2,5 lần so với năm 2022 (1.435 tin bài).", []),
    ("Năm 2023 có 3.587 tin bài, tăng gấp 3,5 lần so với năm 2022 (1.435 tin bài).", ["change-of-value"]),
    # growth
    ("Ban hành 250 văn bản, tăng 50 văn bản (tương ứng 25%) so với năm 2017.", []),
    ("Ban hành 250 văn bản, tăng 50 văn bản (tương ứng 20,0%) so với năm 2017.", ["growth-base"]),
    ("Tiếp nhận 8.204 hồ sơ, giảm 1.204 hồ sơ (12,80%) so với năm 2019.", []),
    ("Tiếp nhận 8.204 hồ sơ, giảm 1.204 hồ sơ (14,68%) so với năm 2019.", ["growth-base"]),
    ("Số thu đạt 1.540 tỷ đồng, tăng 880 tỷ đồng (133,3%) so với năm 2010.", []),
    ("Số thu đạt 1.540 tỷ đồng, tăng 880 tỷ đồng (57,1%) so với năm 2010.", ["growth-base"]),
    ("Đã cấp 372.516 bản sao, đạt tỷ lệ 77,95% (tăng 195.098 bản sao và 43,75% so với năm 2023).", []),
    ("Giải ngân 412 tỷ đồng, tăng 37 tỷ đồng so với cùng kỳ, đạt 81% kế hoạch.", []),
    ("Toàn tỉnh có 572 đơn vị, giảm 19 đơn vị (3,21%) so với năm 2023 và 52 đơn vị (8,33%) so với năm 2021.", []),
    ("Lũy kế đã cấp 1.500 giấy, trong tháng tăng 120 giấy (tương ứng 8,7%).", []),
    # plans, averages
    ("Dự toán giao là 2.000 tỷ đồng, thu được 2.310 tỷ đồng, đạt 115,5% dự toán.", []),
    ("Dự toán giao là 2.000 tỷ đồng, thu được 2.310 tỷ đồng, đạt 121% dự toán.", ["plan-percent"]),
    ("Giải ngân đạt 96,4 tỷ đồng, bằng 74,2% kế hoạch (129,9 tỷ đồng).", []),
    ("Giải ngân đạt 96,4 tỷ đồng, bằng 82,4% kế hoạch (129,9 tỷ đồng).", ["plan-percent"]),
    ("Mở 08 lớp cho 360 học viên, bình quân 45 học viên/lớp.", []),
    ("Mở 08 lớp cho 360 học viên, bình quân 54 học viên/lớp.", ["average"]),
]  # fmt: skip

LISTS = [
    ("Kế hoạch đề ra 03 mục tiêu: (1) minh bạch; (2) hiệu quả; (3) phục vụ.", []),
    ("Kế hoạch đề ra 04 mục tiêu: (1) minh bạch; (2) hiệu quả; (3) phục vụ.", ["counted-list"]),
    ("Sở tập trung 02 nhóm giải pháp gồm: (1) hạ tầng số; (2) nhân lực số; (3) dữ liệu số.", ["counted-list"]),
    ("Sở tập trung 03 nhóm giải pháp sau:\n- Hạ tầng số.\n- Nhân lực số.\n- Dữ liệu số.\n\nCác đơn vị báo cáo.", []),
    ("Sở tập trung 04 nhóm giải pháp sau:\n- Hạ tầng số.\n- Nhân lực số.\n- Dữ liệu số.\n\nCác đơn vị báo"
     " cáo.", ["counted-list"]),
    ("Sở tập trung 09 nhóm giải pháp, nổi bật là: (1) hạ tầng số; (2) nhân lực số.", []),
    ("Đề ra 09 nội dung, hướng đến 03 mục tiêu: (1) minh bạch; (2) hiệu quả; (3) phục vụ;...", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "checks"), [*PARTS, *SHARES, *CHANGES, *LISTS])
def test_figures(text: str, checks: list[str]) -> None:
    assert graver(text) == checks


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Có 30/43 đơn vị xếp hạng Tốt (chiếm tỷ lệ 69,76%).", "share-of-fraction"),
        ("Cổng thông tin thu hút hơn 48.617 lượt truy cập.", "comparator-before-exact"),
    ],
)
def test_what_is_rounded_or_worded_oddly_is_a_remark(text: str, check: str) -> None:
    assert [(f.check, f.severity) for f in audited(text)] == [(check, "info")]


def test_a_finding_says_the_arithmetic_and_what_follows() -> None:
    (found,) = audited("Có 13/43 cơ quan, đơn vị xếp hạng Khá (chiếm tỷ lệ 31,24%).")
    assert found.arithmetic == "13/43 = 30,23 %; văn bản ghi 31,24 %"
    assert found.expected == "30,23 %"


def test_another_base_that_gives_the_percentage_is_named() -> None:
    (found,) = audited("Có 45 cơ quan, trong đó 18/40 cơ quan cấp tỉnh (chiếm 40%) đạt chuẩn.")
    assert "45" in found.message.vi


def test_the_same_said_again_elsewhere_is_the_same_finding() -> None:
    text = "Có 13/43 cơ quan xếp hạng Khá (chiếm tỷ lệ 31,24%)."
    (first,) = audited(text)
    (moved,) = audited("BÁO CÁO\n\n" + text)
    assert first.finding_id == moved.finding_id
