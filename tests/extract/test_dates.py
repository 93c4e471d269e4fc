"""Dates: readable text, expected (text, value).

Sources: `forms` are spellings seen in public documents of 1989-2025 (they tuned the code); `own` were
written for this test.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .support import mined

CASES = [
    # forms
    ("họp ngày 28/12/2022 tại", [("28/12/2022", "2022-12-28")]),
    ("từ ngày 30-9-2023.", [("30-9-2023", "2023-09-30")]),
    ("ngày 2/ 11/ 1996, ngày 13 / 3/ 2001", [("2/ 11/ 1996", "1996-11-02"), ("13 / 3/ 2001", "2001-03-13")]),
    ("ngày 14 tháng 6 năm 2023", [("ngày 14 tháng 6 năm 2023", "2023-06-14")]),
    ("ngày 14 tháng5 năm 2008", [("ngày 14 tháng5 năm 2008", "2008-05-14")]),
    ("ngày 07tháng 3năm 2002", [("ngày 07tháng 3năm 2002", "2002-03-07")]),
    ("ngày 1 6 tháng 01 năm 2002", [("ngày 1 6 tháng 01 năm 2002", "2002-01-16")]),
    ("diễn ra ngày 27-28/5/2023", [("27-28/5/2023", "2023-05-27/2023-05-28")]),
    ("ngày 08 và 09 tháng 11 năm 2025", [("ngày 08 và 09 tháng 11 năm 2025", "2025-11-08/2025-11-09")]),
    ("từ ngày 15/12/2022 đến ngày 14/6/2023", [("15/12/2022", "2022-12-15"), ("14/6/2023", "2023-06-14")]),
    ("từ ngày 01/12 đến ngày 10/12/2025", [("01/12", "2025-12-01"), ("10/12/2025", "2025-12-10")]),
    ("từ ngày 16 đến ngày 22/11/2025", [("16 đến ngày 22/11/2025", "2025-11-16/2025-11-22")]),
    ("ngày    tháng 3 năm 2022", [("ngày    tháng 3 năm 2022", "2022-03")]),
    ("ngày /11/2025", [("ngày /11/2025", "2025-11")]),
    ("ngày ... tháng ... năm 2025", [("ngày ... tháng ... năm 2025", "2025")]),
    # impossible days are kept, without a value
    ("ngày 31/11/2023", [("31/11/2023", None)]),
    ("ngày 08/6/20210", [("08/6/20210", None)]),
    # own
    ("Ngày 05.7.2021, Sở Y tế", [("05.7.2021", "2021-07-05")]),
    ("nhân Ngày Pháp luật Việt Nam (09/11), năm 2024", [("09/11", "2024-11-09")]),
    ("kiểm tra từ ngày 16/9 đến hết năm 2024", [("16/9", "2024-09-16")]),
    # not dates
    ("đạt 30/43 đơn vị, xếp thứ 9/12 huyện", []),
    ("theo mục 2.1.2023 và Quyết định 12/2024/QĐ-UBND", []),
    ("02 lần/năm, 24/7, km 5/10/20", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_dates(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(d.text, d.value) for d in mined(text).dates] == expected


def test_an_impossible_day_is_not_valid() -> None:
    (date,) = mined("ngày 31/11/2023").dates
    assert date.valid is False


def test_a_day_without_year_takes_the_year_of_the_report() -> None:
    text = "BÁO CÁO\n\nKết quả cải cách hành chính năm 2022\n\nTừ ngày 20/4, Sở tổ chức tập huấn."
    assert [d.value for d in mined(text).dates] == ["2022-04-20"]


def _report(title: str, day: str, kind: str = "BÁO CÁO") -> str:
    return (
        "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\n\nSố: 45/BC-UBND\n\n"
        f"Bến Tre, ngày {day}\n\n{kind}\n{title}\n\n"
    )


YEAR = _report(
    "Kết quả cải cách hành chính năm 2023, phương hướng, nhiệm vụ năm 2024", "28 tháng 12 năm 2023"
)
QUARTER = _report("Kết quả cải cách hành chính quý I năm 2023", "20 tháng 3 năm 2023")
HALF = _report("Công tác cải cách hành chính 6 tháng đầu năm 2018", "12 tháng 6 năm 2018")
LETTER = _report("Về việc đôn đốc cải cách hành chính", "22 tháng 12 năm 2022", "CÔNG VĂN")
PLAN = _report("Cải cách hành chính năm 2019", "25 tháng 12 năm 2018", "KẾ HOẠCH")
# own; half of them tuned the code
YEARLESS = [
    # the other end of the span
    (YEAR, "Từ ngày 15/12 đến ngày 14/12/2023 đã tiếp nhận 45 hồ sơ.", "2022-12-15 2023-12-14"),
    (YEAR, "Từ 20/11 đến 05/01/2024, đoàn kiểm tra 05 đơn vị.", "2023-11-20 2024-01-05"),
    (QUARTER, "Từ ngày 15/12 đến ngày 14/3, toàn tỉnh tiếp nhận 45 hồ sơ.", "2022-12-15 2023-03-14"),
    (QUARTER, "Từ ngày 16/12 đến nay, toàn tỉnh tiếp nhận 45 hồ sơ.", "2022-12-16"),
    # the sentence, but not the year of a cited act, a horizon or a span of years
    (YEAR, "Năm 2022, hội nghị ngày 15/6 có 120 người dự.", "2022-06-15"),
    (YEAR, "Các hội nghị tổ chức ngày 12/4 và 15/9/2023.", "2023-04-12 2023-09-15"),
    (YEAR, "Thực hiện Kế hoạch CCHC giai đoạn 2021-2030, Sở hoàn thành trước ngày 15/11.", "2023-11-15"),
    (YEAR, "Thực hiện Quyết định số 749/QĐ-TTg với tầm nhìn đến năm 2030, lễ phát động ngày 10/10.", "2023-10-10"),
    (YEAR, "Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ, từ ngày 02/4 Trung tâm hoạt động.",
     "2018-04-23 2023-04-02"),
    (HALF, "Căn cứ Quyết định số 15/2016/QĐ-UBND ngày 10/5/2016, ngày 08/3 UBND huyện họp.", "2016-05-10 2018-03-08"),
    # the heading of plans
    (YEAR, "II. NHIỆM VỤ NĂM 2024\n1. Hoàn thành trước ngày 30/6.\n2. Báo cáo trước ngày 15/12.",
     "2024-06-30 2024-12-15"),
    (PLAN, "Tổ chức hội nghị vào ngày 10/3; hoàn thành trước ngày 30/11.", "2019-03-10 2019-11-30"),
    # the year reported on, and the turn of the year
    (YEAR, "Ngày 15/3, UBND tỉnh tổ chức hội nghị.", "2023-03-15"),
    (YEAR, "Sở Nội vụ đã tổ chức 02 hội nghị (ngày 15/6 và ngày 20/9).", "2023-06-15 2023-09-20"),
    (QUARTER, "Kỷ niệm Ngày Thương binh - Liệt sĩ (27/7), dự kiến tặng 45 suất quà.", "2023-07-27"),
    (QUARTER, "Hoàn thành trước ngày 30/4.", "2023-04-30"),
    (HALF, "UBND huyện yêu cầu khắc phục trước 30/6.", "2018-06-30"),
    (LETTER, "Yêu cầu các đơn vị báo cáo kết quả trước ngày 15/01.", "2023-01-15"),
    (LETTER, "Đề nghị gửi báo cáo về Sở Nội vụ trước ngày 25/12.", "2022-12-25"),
    # the press
    (YEAR, "Sáng 14/11, UBND tỉnh họp; chiều 15-11 bế mạc.", "2023-11-14 2023-11-15"),
]  # fmt: skip


@pytest.mark.parametrize(("report", "text", "expected"), YEARLESS)
def test_the_year_of_a_day_without_one(report: str, text: str, expected: str) -> None:
    found = [day.value for day in mined(report + text).dates if day.start >= len(report)]
    assert found == expected.split()


@given(st.dates().filter(lambda d: d.year >= 1945))
def test_every_day_reads_back(day) -> None:
    text = f"Họp ngày {day.day}/{day.month}/{day.year:04d} tại trụ sở."
    assert [d.value for d in mined(text).dates] == [day.isoformat()]


SEPARATED = [
    # own: what stands before a day may be part of something longer, or the first of two days
    ("số liệu 123/4/2023 và 5/4/2023", "2023-04-05"),
    ("từ 3 - 5/4/2023, 7/4/2023", "2023-04-03/2023-04-05 2023-04-07"),
    ("họp 03-05 /10/2024; 6.547,3/12 việc", "2024-10-03/2024-10-05"),
    ("1/2/2023/3/4/2023; 9-2-2023", "2023-02-09"),
]


@pytest.mark.parametrize(("text", "expected"), SEPARATED)
def test_days_among_other_figures(text: str, expected: str) -> None:
    assert [day.value for day in mined(text).dates] == expected.split()
