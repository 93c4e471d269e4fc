"""Tables whose columns blanks alone tell: text as typed, and what is read of it.

All own wording; the shapes (headings over two lines, a wrapped label, a cell left empty, a heading
over several columns) are those of typed reports and of pages printed as text.  None tuned the code
but the first.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.extract.tables import find_tables
from cchc_mining.reading import Grid, Layout, View

from .support import mined

SCORES = """\
Bảng 2. Điểm số theo lĩnh vực
TT   Lĩnh vực                     Điểm      Năm 2021   Năm 2022
                                  tối đa    Điểm       Điểm      Hạng
1    Chỉ đạo, điều hành           9,50      7,10       8,05      12
2    Cải cách thể chế             10,00     8,25       8,25      30
3    Cải cách thủ tục
     hành chính                   14,00     -          12,60     7
     Cộng                         33,50     15,35      28,90     15
"""
OFFICES = """\
     Đơn vị                Hồ sơ tiếp nhận        Tỷ lệ đúng hạn (%)
     Sở Công Thương              1.204                  99,1
     Sở Tư pháp                  3.411                 100
     UBND huyện Mai Châu           845                  97,25
"""


def grids(text: str) -> list[Grid]:
    view = View(text)
    return find_tables(view, Layout(view))


def test_headings_stand_over_their_columns() -> None:
    (grid,) = grids(SCORES)
    assert [grid.column_path(c) for c in range(len(grid.columns))] == [
        "TT",
        "Lĩnh vực",
        "Điểm > tối đa",
        "Năm 2021 > Điểm",
        "Năm 2022 > Điểm",
        "Năm 2022 > Hạng",
    ]
    assert grid.caption == "Bảng 2. Điểm số theo lĩnh vực"


def test_rows_have_their_labels_and_cells() -> None:
    (grid,) = grids(SCORES)
    rows = {
        label: [row[c].text for c in grid.figures]
        for label, row in zip(grid.labels, grid.rows, strict=True)
        if label
    }
    assert rows["Chỉ đạo, điều hành"] == ["9,50", "7,10", "8,05", "12"]
    assert rows["Cộng"] == ["33,50", "15,35", "28,90", "15"]


def test_a_cell_is_where_it_says() -> None:
    for text in (SCORES, OFFICES):
        for grid in grids(text):
            for cell in (cell for row in grid.rows for cell in row):
                written = " ".join(text[cell.start : cell.end].split())
                assert written == " ".join(cell.text.split())


def test_cells_are_figures_with_owner_unit_and_label() -> None:
    record = mined("Kết quả năm 2022 của các cơ quan, đơn vị:\n\n" + OFFICES)
    assert [(f.text, f.unit, f.agency, f.label) for f in record.indicators] == [
        ("1.204", "hồ sơ", "Sở Công Thương", "Sở Công Thương > Hồ sơ tiếp nhận"),
        ("99,1", "%", "Sở Công Thương", "Sở Công Thương > Tỷ lệ đúng hạn (%)"),
        ("3.411", "hồ sơ", "Sở Tư pháp", "Sở Tư pháp > Hồ sơ tiếp nhận"),
        ("100", "%", "Sở Tư pháp", "Sở Tư pháp > Tỷ lệ đúng hạn (%)"),
        ("845", "hồ sơ", "Ủy ban nhân dân huyện Mai Châu", "UBND huyện Mai Châu > Hồ sơ tiếp nhận"),
        (
            "97,25",
            "%",
            "Ủy ban nhân dân huyện Mai Châu",
            "UBND huyện Mai Châu > Tỷ lệ đúng hạn (%)",
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # a letterhead in two columns, a signature, a list of contents
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TỈNH HÒA BÌNH            Độc lập - Tự do - Hạnh phúc\n"
        "Số: 412/BC-UBND          Hòa Bình, ngày 12 tháng 3 năm 2021\n",
        "Nơi nhận:                           KT. CHỦ TỊCH\n- Như trên;                         PHÓ CHỦ TỊCH\n",
        "I. Tình hình chung      2\nII. Kết quả      5\nIII. Kiến nghị      11\n",
        # two blanks after a full stop, and prose with figures
        "Đã nhận 412 hồ sơ.  Giải quyết 398 hồ sơ.\nCòn 14 hồ sơ.  Quá hạn 02 hồ sơ.\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert grids(text) == []


_LINES = st.lists(
    st.lists(
        st.sampled_from(("Sở A", "ă 1", "1", "2,5", "30%", "-", "Năm 2020")), min_size=1, max_size=5
    ),
    min_size=2,
    max_size=8,
)


@given(_LINES, st.integers(2, 5))
def test_whatever_stands_in_columns_is_cut_at_its_own_letters(
    lines: list[list[str]], blanks: int
) -> None:
    text = "\n".join((" " * blanks).join(pieces) for pieces in lines)
    for grid in grids(text):
        for cell in (cell for row in grid.rows for cell in row):
            words = text[cell.start : cell.end].split()
            # what goes on below stands on two lines, with other cells between
            assert words == cell.text.split() or "\n" in text[cell.start : cell.end]


@pytest.mark.parametrize("group", ["Cấp huyện:", "Khối các huyện, thị xã và TP."])
def test_the_name_of_a_group_ends_no_table(group: str) -> None:
    rows = OFFICES.splitlines()
    (grid,) = grids("\n".join((*rows, group, *rows[1:])))
    assert any(cell.text.startswith(group) for row in grid.rows for cell in row)


def test_a_sentence_between_rows_is_none_of_them() -> None:
    prose = "Trong đó, riêng cơ quan thường trực đã giải quyết 1.118 hồ sơ, đạt 92,9% số tiếp nhận."
    rows = OFFICES.splitlines()
    text = "\n".join((*rows[:3], prose, *rows[1:]))
    assert all(prose not in cell.text for grid in grids(text) for row in grid.rows for cell in row)
