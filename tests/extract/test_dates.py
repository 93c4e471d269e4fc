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


@given(st.dates().filter(lambda d: d.year >= 1945))
def test_every_day_reads_back(day) -> None:
    text = f"Họp ngày {day.day}/{day.month}/{day.year:04d} tại trụ sở."
    assert [d.value for d in mined(text).dates] == [day.isoformat()]
