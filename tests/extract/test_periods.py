"""Periods: readable text, expected (text, value).  `forms` tuned the code, `own` did not."""

import pytest

from .support import mined

CASES = [
    # forms
    ("trong tháng 10/2023", [("tháng 10/2023", "2023-10")]),
    ("Quý II năm 2023", [("Quý II năm 2023", "2023-Q2")]),
    ("QUÝ III NĂM 2023", [("QUÝ III NĂM 2023", "2023-Q3")]),
    ("quý I, III và IV/2024", [("quý I", "2024-Q1"), ("III", "2024-Q3"), ("IV/2024", "2024-Q4")]),
    ("6 tháng đầu năm 2023", [("6 tháng đầu năm 2023", "2023-01/2023-06")]),
    ("sáu tháng cuối năm 2024", [("sáu tháng cuối năm 2024", "2024-07/2024-12")]),
    ("9 tháng năm 2024", [("9 tháng năm 2024", "2024-01/2024-09")]),
    ("năm học 2023 - 2024", [("năm học 2023 - 2024", "2023/2024")]),
    ("giai đoạn ổn định 2022-2025", [("giai đoạn ổn định 2022-2025", "2022/2025")]),
    ("kỳ 2019 - 2023", [("kỳ 2019 - 2023", "2019/2023")]),
    ("giai đoạn 2024-25", [("giai đoạn 2024-25", "2024/2025")]),
    ("năm 1998-1999-2000", [("năm 1998-1999-2000", "1998/2000")]),
    ("năm chủ đề 2024", [("năm chủ đề 2024", "2024")]),
    ("so với cùng kỳ năm 2022", [("năm 2022", "2022")]),
    ("tầm nhìn đến năm 2045", [("năm 2045", "2045")]),
    # own
    ("nhiệm kỳ 2020 - 2025", [("nhiệm kỳ 2020 - 2025", "2020/2025")]),
    ("giai đoạn từ năm 2016 đến năm 2020", [("giai đoạn từ năm 2016 đến năm 2020", "2016/2020")]),
    ("Tháng 02 năm 2025", [("Tháng 02 năm 2025", "2025-02")]),
    ("năm 2022 và 2023", [("năm 2022", "2022"), ("2023", "2023")]),
    # not periods
    ("Festival Biển 2023", []),
    ("ngày 14 tháng 6 năm 2023", []),
    ("Quyết định số 15/2024/QĐ-UBND", []),
    ("cả năm thứ 3 liên tiếp", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_periods(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.text, p.value) for p in mined(text).periods] == expected


def test_a_quarter_without_year_is_of_the_reported_year() -> None:
    text = "BÁO CÁO\n\nKết quả cải cách hành chính năm 2022\n\nTrong Quý III, Sở đã tập huấn."
    assert "2022-Q3" in [p.value for p in mined(text).periods]
