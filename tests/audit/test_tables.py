"""Tables, right and wrong: own figures; the table and the checks that give an error or warning."""

from __future__ import annotations

import pytest

from .support import audited, graver


def table(*rows: str) -> str:
    """Rows of cells, written with '|' between them."""
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows) + "\n"


_FILES = "STT | Đơn vị | Tiếp nhận | Đã giải quyết | Tỷ lệ (%)"
_FORMULA = (
    "STT | Lĩnh vực | Tổng số | Mới | Kỳ trước | Đạt (%)",
    "(1) | (2) | (3)=(4)+(5) | (4) | (5) | (6)=(4)/(3)x100",
)

CASES = [
    # column formulas
    (table(*_FORMULA, "1 | Đất đai | 200 | 150 | 50 | 75,00", "2 | Hộ tịch | 80 | 60 | 20 |"
        " 75,00", "3 | Xây dựng | 90 | 30 | 60 | 33,33"), []),
    (table(*_FORMULA, "1 | Đất đai | 210 | 150 | 50 | 75,00", "2 | Hộ tịch | 80 | 60 | 20 |"
        " 75,00", "3 | Xây dựng | 90 | 30 | 60 | 33,33"),
     ["table-formula", "table-formula"]),
    (table(*_FORMULA, "1 | Đất đai | 200 | 150 | 50 | 75,00", "2 | Hộ tịch | 80 | 60 | 20 |"
        " 57,00", "3 | Xây dựng | 90 | 30 | 60 | 33,33"), ["table-formula"]),
    # an empty cell is nothing
    (table(*_FORMULA, "1 | Đất đai | 150 | 150 | - | 100", "2 | Hộ tịch | 80 | 60 | 20 |"
                                                           " 75,00", "3 | Xây dựng | 90 | 30 | 60 | 33,33"), []),
    # a formula that no row follows was not meant so
    (table(*_FORMULA, "1 | Đất đai | 1 | 150 | 50 | 75", "2 | Hộ tịch | 2 | 60 | 20 |"
                                                         " 75", "3 | Xây dựng | 3 | 30 | 60 | 33"), []),
    (table("A | B | 1 | 2 | 3=1-2", "1 | Dự toán sở | 1.250 | 1.100 |"
                                    " 150", "2 | Dự toán huyện | 900 | 850 |"
                                            " 60", "3 | Dự toán xã | 300 | 280 | 20"), ["table-formula"]),
    # total rows
    (table(_FILES, "1 | Sở Y tế | 120 | 110 | 91,67", "2 | Sở Nội vụ | 80 | 70 |"
                                                      " 87,50", "3 | Sở Tư pháp | 40 | 38 |"
                                                          " 95,00", "Cộng | | 240 | 218 | 90,83"), []),
    (table(_FILES, "1 | Sở Y tế | 120 | 110 | 91,67", "2 | Sở Nội vụ | 80 | 70 |"
                                                      " 87,50", "3 | Sở Tư pháp | 40 | 38 |"
                                                          " 95,00", "Cộng | | 250 | 218 | 90,83"),
     ["table-totals", "table-percentages"]),
    (table("STT | Đơn vị | Tiếp nhận | Đã giải quyết", "Tổng số | | 240 |"
                                                       " 218", "1 | Sở Y tế | 120 |"
                                                           " 110", "2 | Sở Nội vụ | 80 |"
                                                               " 70", "3 | Sở Tư pháp | 40 | 38"), []),
    (table("STT | Đơn vị | Tiếp nhận | Đã giải quyết", "Tổng số | | 240 |"
                                                       " 228", "1 | Sở Y tế | 120 |"
                                                           " 110", "2 | Sở Nội vụ | 80 |"
                                                               " 70", "3 | Sở Tư pháp | 40 | 38"), ["table-totals"]),
    # subtotals
    (table("TT | Đơn vị | Số hồ sơ | Quá hạn", "I | Khối sở | 200 |"
                                               " 5", "1 | Sở Y tế | 120 |"
                                                     " 3", "2 | Sở Nội vụ | 80 | 2", "II | Khối huyện | 300 | 9",
           "1 | Chư Sê | 180 | 4", "2 | Ia Pa | 120 | 5", "Tổng cộng | | 500 | 14"), []),
    (table("TT | Đơn vị | Số hồ sơ | Quá hạn", "I | Khối sở | 210 |"
                                               " 5", "1 | Sở Y tế | 120 |"
                                                     " 3", "2 | Sở Nội vụ | 80 | 2", "II | Khối huyện | 300 | 9",
           "1 | Chư Sê | 180 | 4", "2 | Ia Pa | 120 | 5", "Tổng cộng | | 510 | 14"), ["table-totals"]),
    # rows that say more of the row above are counted in it
    (table("TT | Nội dung | Dự toán | Thực hiện", "1 | Chi thường xuyên | 500 |"
                                                  " 480", "- | Trong đó: giáo dục | 300 |"
                                                          " 290", "2 | Chi đầu tư | 200 | 150",
           "Tổng cộng | | 700 | 630"), []),
    # ranks, scores and averages do not add up
    (table("STT | Huyện | Số xã | Điểm trung bình | Xếp"
           " hạng", "1 | Chư Sê | 15 | 88,2 | 2", "2 | Ia Pa | 9 | 90,1 |"
                                                  " 1", "3 | Kbang | 14 | 80,5 | 3", "Tổng cộng | | 38 | 86,3 | "), []),
    # amounts that were rounded
    (table("STT | Nguồn | Kế hoạch (tỷ đồng) | Giải ngân (tỷ"
           " đồng)", "1 | Trung ương | 120,4 | 100,3", "2 | Tỉnh | 80,3 |"
                                                       " 70,3", "3 | Huyện | 40,4 |"
                                                           " 30,3", "Tổng cộng | | 241,2 | 200,8"), []),
    # total columns
    (table("STT | Đơn vị | Tổng số | Trực tuyến | Trực tiếp", "1 | Chư Sê | 150 | 100 |"
        " 50", "2 | Ia Pa | 90 | 60 | 30", "3 | Kbang | 140 | 100 |"
                                           " 40", "4 | Mang Yang | 75 | 50 | 26"), ["table-row-sums"]),
    (table("STT | Đơn vị | Tổng số | Trực tuyến | Trực tiếp", "1 | Chư Sê | 150 | 100 |"
        " 40", "2 | Ia Pa | 90 | 60 | 20", "3 | Kbang | 140 | 100 | 30", "4 | Mang Yang | 75 | 50 | 20"), []),
    # percentages
    (table(_FILES, "1 | Chư Sê | 150 | 120 | 80,0", "2 | Ia Pa | 90 | 81 |"
                                                    " 90,0", "3 | Kbang | 140 | 91 |"
                                                        " 65,0", "4 | Mang Yang | 75 | 60 |"
                                                            " 85,0"), ["table-percentages"]),
    (table(_FILES, "1 | Chư Sê | 150 | 120 | 80,0", "2 | Ia Pa | 90 | 81 |"
                                                    " 90,0", "3 | Kbang | 140 | 91 |"
                                                        " 65,0", "4 | Mang Yang | 75 | 60 | 80,0"), []),
    (table("STT | Trình độ | Số người | Cơ cấu (%)", "1 | Tiến sĩ | 12 |"
                                                     " 2,4", "2 | Thạc sĩ | 148 |"
                                                         " 29,6", "3 | Đại học | 330 |"
                                                             " 66,0", "4 | Cao đẳng | 10 |"
                                                                 " 3,0", "Tổng cộng | | 500 |"
                                                                     " 100"), ["table-percentages"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "checks"), CASES)
def test_tables(text: str, checks: list[str]) -> None:
    assert graver(text) == checks


def test_a_cut_off_percentage_of_a_formula_is_a_remark() -> None:
    text = table(
        *_FORMULA, "1 | Đất đai | 90 | 60 | 30 | 66,66", "2 | Hộ tịch | 80 | 60 | 20 | 75,00"
    )
    assert [(f.check, f.severity) for f in audited(text)] == [("table-formula", "info")]
