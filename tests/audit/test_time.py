"""Days and periods, right and wrong: own wording; the text and the checks that give an error or warning."""

from __future__ import annotations

import pytest

from .support import graver


def report(day: str, title: str, body: str) -> str:
    """A report of a day, with its title."""
    return f"UBND TỈNH GIA LAI\nSỞ XÂY DỰNG\nSố: 118/BC-SXD\nGia Lai, {day}\nBÁO CÁO\n{title}\n\n{body}"


_NINE_MONTHS = ("ngày 20 tháng 9 năm 2021", "Kết quả công tác cải cách hành chính 9 tháng năm 2021")

CASES = [
    # days that no calendar has
    ("Quyết định có hiệu lực từ ngày 31/6/2018.", ["impossible-date"]),
    ("Hội nghị tổ chức ngày 29 tháng 02 năm 2021.", ["impossible-date"]),
    ("Hội nghị tổ chức ngày 29 tháng 02 năm 2020.", []),
    ("Hạn cuối là ngày 30/12/2018.", []),
    ("Ngày 15/13/2019, Sở đã có văn bản trả lời.", ["impossible-date"]),
    # days and months mixed up
    ("Tính đến hết tháng 30/9/2021, giải ngân đạt 61%.", ["day-as-month"]),
    ("Tính đến hết ngày 30/9/2021, giải ngân đạt 61%.", []),
    ("Số liệu tính đến tháng 9/2021.", []),
    ("Số liệu tính đến ngày 9/2021.", ["day-as-month"]),
    ("Bình quân 12 ngày/2 hồ sơ.", []),
    # months and quarters
    ("Trình UBND tỉnh trong tháng 14/2022.", ["impossible-period"]),
    ("Hoàn thành trong Quý V/2022.", ["impossible-period"]),
    ("Hoàn thành trong quý 6 năm 2022.", ["impossible-period"]),
    ("Kết quả 15 tháng đầu năm 2022.", ["impossible-period"]),
    ("Kết quả 11 tháng đầu năm 2022.", []),
    ("Chi lương tháng 13 cho viên chức.", []),
    ("Quý vị đại biểu dự hội nghị; quý I năm 2022 đạt kết quả tốt.", []),
    ("Trẻ từ 13 tháng đến 24 tháng tuổi được tiêm chủng.", []),
    ("Thời gian thực hiện hợp đồng từ tháng 13 đến tháng 24.", []),
    # ends before beginnings
    ("Kế hoạch giai đoạn 2030-2026 của ngành.", ["period-order"]),
    ("Kế hoạch giai đoạn 2026-2030, tầm nhìn đến năm 2045.", []),
    ("Số liệu từ ngày 15/12/2021 đến ngày 14/12/2020.", ["period-order"]),
    ("Số liệu từ ngày 15/12/2020 đến ngày 14/12/2021.", []),
    ("Số liệu từ ngày 15/12 đến ngày 14/6/2021.", []),
    ("Từ ngày 01/7/2021 thực hiện Luật mới; đến ngày 30/6/2021 hết hiệu lực.", []),
    # weekdays
    ("Khai mạc lúc 8 giờ, thứ Sáu, ngày 19/11/2021.", []),
    ("Khai mạc lúc 8 giờ, thứ Năm, ngày 19/11/2021.", ["weekday"]),
    ("Khai mạc ngày 21/11/2021 (Chủ nhật).", []),
    ("Khai mạc ngày 22/11/2021 (Chủ nhật).", ["weekday"]),
    ("Đây là lần thứ hai, ngày 19/11/2021 mới kết thúc.", []),
    # against the report's own day
    (report(*_NINE_MONTHS, "Tính đến ngày 15/9/2021, Sở tiếp nhận 812 hồ sơ."), []),
    (report(*_NINE_MONTHS, "Tính đến ngày 15/11/2021, Sở tiếp nhận 812 hồ sơ."), ["cut-off-date"]),
    (report(*_NINE_MONTHS, "Ước tính đến ngày 31/12/2021, Sở tiếp nhận 1.012 hồ sơ."), []),
    (report(*_NINE_MONTHS, "Phấn đấu tính đến ngày 31/12/2021, tỷ lệ đạt 70%."), []),
    (report(*_NINE_MONTHS, "Tính đến ngày 31/12/2020, Sở có 86 biên chế."), []),
    (report(*_NINE_MONTHS, "Ngày 12/3/2021, Sở tổ chức hội nghị đối thoại. Tính đến ngày 15/9/2020, đã trả lời 40"
                           " kiến nghị."), ["cut-off-date"]),
    (report(*_NINE_MONTHS, "Ngày 12/3/2020, Sở tổ chức hội nghị đối thoại. Tính đến ngày 15/9/2020, đã trả lời 40"
                           " kiến nghị."), []),
    (report(*_NINE_MONTHS, "Ngày 25/11/2021, Sở đã tổ chức hội nghị tổng kết."), ["after-the-report"]),
    (report(*_NINE_MONTHS, "Ngày 25/8/2021, Sở đã tổ chức hội nghị sơ kết."), []),
    (report(*_NINE_MONTHS, "Sở sẽ tổ chức hội nghị tổng kết vào ngày 25/11/2021."), []),
    (report(*_NINE_MONTHS, "Các phòng đã được giao hoàn thành trước ngày 25/11/2021."), []),
    (report("ngày 20 tháng 3 năm 2021", "Kết quả công tác cải cách hành chính quý III năm"
                                        " 2021", "Sở báo cáo."), ["before-its-period"]),
    (report("ngày 20 tháng 9 năm 2021", "Kết quả công tác cải cách hành chính quý III năm 2021", "Sở báo cáo."), []),
    (report("ngày 20 tháng 12 năm 2021", "Kết quả năm 2021 và phương hướng, nhiệm vụ năm 2022", "Sở báo cáo."), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "checks"), CASES)
def test_time(text: str, checks: list[str]) -> None:
    assert graver(text) == checks
