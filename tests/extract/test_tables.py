"""Tables: text as intake writes it, expected shape.  `gold` tuned the code, `own` did not."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.extract.tables import find_tables
from cchc_mining.reading import Grid, Layout, View

# gold: merged headings over three rows, a row of column formulas, a total over a merged cell
HEADINGS = (
    "Kết quả giải quyết hồ sơ như sau:\n\n"
    "STT\tLĩnh vực\tTiếp nhận\t\t\tĐã giải quyết\t\n"
    "\t\tTổng số\tTrong kỳ\t\tTổng số\tQuá hạn\n"
    "\t\t\tTrực tuyến\tTrực tiếp\t\t\n"
    "(1)\t(2)\t(3)=(4)+(5)\t(4)\t(5)\t(6)\t(7)\n"
    "1\tĐất đai\t1.250\t1.000\t250\t1.200\t5\n"
    "2\tHộ tịch\t840\t800\t40\t838\t0\n"
    "TỔNG CỘNG\t\t2.090\t1.800\t290\t2.038\t5\n"
)


def grids(text: str) -> list[Grid]:
    view = View(text)
    return find_tables(view, Layout(view))


def only(text: str) -> Grid:
    (grid,) = grids(text)
    return grid


def test_merged_headings_become_paths() -> None:
    grid = only(HEADINGS)
    assert [grid.column_path(c) for c in range(7)] == [
        "STT",
        "Lĩnh vực",
        "Tiếp nhận > Tổng số",
        "Tiếp nhận > Trong kỳ > Trực tuyến",
        "Tiếp nhận > Trong kỳ > Trực tiếp",
        "Đã giải quyết > Tổng số",
        "Đã giải quyết > Quá hạn",
    ]


def test_a_row_of_column_numbers_is_kept_as_formulas_not_as_data() -> None:
    grid = only(HEADINGS)
    assert grid.first_data == 4
    assert grid.formulas[2] == "(3)=(4)+(5)"


def test_rows_are_labelled_and_numbering_columns_measure_nothing() -> None:
    grid = only(HEADINGS)
    assert grid.labels[4:] == ("Đất đai", "Hộ tịch", "TỔNG CỘNG")
    assert grid.figures == (2, 3, 4, 5, 6)


def test_caption_is_the_line_above() -> None:
    assert only(HEADINGS).caption == "Kết quả giải quyết hồ sơ như sau:"


def test_unit_stands_above_the_table() -> None:  # own
    grid = only(
        "Bảng 2. Kinh phí CCHC\nĐơn vị tính: triệu đồng\nNội dung\tDự toán\tThực hiện\nTập huấn\t120\t95\n"
    )
    assert (grid.caption, grid.unit) == ("Bảng 2. Kinh phí CCHC", "triệu đồng")


def test_a_column_may_name_the_unit_of_each_row() -> None:  # own
    grid = only(
        "TT\tChỉ tiêu\tĐVT\tKết quả\n1\tHồ sơ tiếp nhận\thồ sơ\t300\n2\tTỷ lệ đúng hạn\t%\t98,5\n"
    )
    assert grid.units[1:] == ("hồ sơ", "%")
    assert grid.labels[1:] == ("Hồ sơ tiếp nhận", "Tỷ lệ đúng hạn")


def test_markdown_rows() -> None:  # own
    grid = only(
        dedent(
            """\
            | Đơn vị | Năm 2022 | Năm 2023 |
            |---|---:|---:|
            | Sở Y tế | 1.204 | 1.377 |
            | Sở Xây dựng | 96 | 88 |
            """
        )
    )
    assert grid.columns == (("Đơn vị",), ("Năm 2022",), ("Năm 2023",))
    assert grid.labels[1:] == ("Sở Y tế", "Sở Xây dựng")


def test_years_alone_are_headings() -> None:  # own
    grid = only("Chỉ số\t2021\t2022\t2023\nPAR INDEX\t84,1\t85,3\t87,9\nSIPAS\t80,2\t81,0\t82,5\n")
    assert grid.first_data == 1
    assert grid.columns[1] == ("2021",)


def test_a_table_goes_on_after_a_page_ends() -> None:  # own
    grid = only("A\tHồ sơ\tĐúng hạn\nmột\t10\t9\n\nhai\t20\t19\n")
    assert len(grid.rows) == 3


def test_identifiers_are_no_figures() -> None:  # own
    grid = only("STT\tTên văn bản\tSố hiệu\tSố trang\n1\tKế hoạch\t15\t12\n2\tBáo cáo\t27\t30\n")
    assert grid.figures == (3,)


@pytest.mark.parametrize(
    "text",
    [
        "UBND TỈNH LÂM HẢI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc\n",
        "Nơi nhận:\tGIÁM ĐỐC\n- Như trên;\tPhạm Văn Thái\n",
        "Một dòng\tcó thẻ tab\n\nrồi đến đoạn văn bình thường.",
        "Không có bảng nào.",
    ],
)
def test_letterheads_are_no_tables(text: str) -> None:  # own
    assert grids(text) == []


WORDS = st.text(alphabet="abcđêơ 0123456789,.%()-", max_size=12)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=6))
def test_every_cell_is_where_it_says(rows: list[list[str]]) -> None:
    text = "Bảng\n" + "\n".join("\t".join(row) for row in rows) + "\nHết."
    for grid in grids(text):
        table = grid.to_table()
        assert len({len(row) for row in table.rows}) == 1
        assert len(table.row_labels) == len(table.rows)
        for row in grid.rows:
            for cell in row:
                assert text[cell.start : cell.end] == cell.text
