"""Pinpoints: readable text, the expected (điều, khoản, điểm) of each cited act, in order.

All cases are written for this test in the manner of Vietnamese acts, reports and auditors' letters
of 1990-2026.  Those marked `tuned` were looked at while the grammar was written; the rest came after.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .support import mined

Places = list[tuple[str | None, str | None, str | None]]


def article(*numbers: str) -> Places:
    return [(number, None, None) for number in numbers]


CASES: list[tuple[str, list[Places]]] = [
    # tuned: before the act, climbing
    ("theo điểm a, b khoản 2 Điều 29 Luật Đất đai", [[("29", "2", "a"), ("29", "2", "b")]]),
    ("quy định tại Điều 48 và Điều 49 của Luật Thống kê", [article("48", "49")]),
    ("theo các khoản 1, 3 và 5 Điều 7 Nghị định số 30/2020/NĐ-CP",
     [[("7", "1", None), ("7", "3", None), ("7", "5", None)]]),
    ("khoản 1 Điều 5 và khoản 2 Điều 7 Luật Tiếp công dân", [[("5", "1", None), ("7", "2", None)]]),
    ("điểm a khoản 1, điểm b khoản 2 Điều 4 Nghị định số 45/2020/NĐ-CP",
     [[("4", "1", "a"), ("4", "2", "b")]]),
    ("từ Điều 5 đến Điều 9 của Luật Thanh tra", [article("5", "6", "7", "8", "9")]),
    ("Điều 5, 6, 7 và 12 của Luật Khiếu nại", [article("5", "6", "7", "12")]),
    ("khoản 1a Điều 12a Luật Đầu tư công", [[("12a", "1a", None)]]),
    ("điểm đ khoản 3 Điều 10 Luật Lưu trữ", [[("10", "3", "đ")]]),
    ("điểm g1 khoản 2 Điều 7b Nghị định số 63/2010/NĐ-CP", [[("7b", "2", "g1")]]),
    ("Điều 3 của Quy chế ban hành kèm theo Quyết định số 905/QĐ-UBND", [article("3")]),
    ("khoản 2 Điều 14 Quy chế làm việc của Ủy ban nhân dân tỉnh ban hành kèm theo Quyết định số 12/2021/QĐ-UBND",
     [[("14", "2", None)]]),
    ("tiết b điểm 2 mục II Thông tư số 08/1999/TT-TCCP", [[(None, None, "2")]]),
    ("Điểm 2, Mục I, Phần II Thông tư số 33/2002/TT-BTC", [[(None, None, "2")]]),
    ("gạch đầu dòng thứ hai điểm a khoản 1 Điều 3 Thông tư số 15/2014/TT-BNV", [[("3", "1", "a")]]),
    ("Chương II Luật Công chứng", [[(None, None, None)]]),
    ("Mục 3 Chương IV Nghị định số 61/2018/NĐ-CP", [[(None, None, None)]]),
    ("Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP", [[(None, None, None)]]),
    # tuned: after the act, and descending
    ("theo Luật Đất đai (Điều 12, khoản 3).", [[("12", "3", None)]]),
    ("theo Luật Đất đai, tại Điều 66.", [[article("66")[0]]]),
    ("Nghị định số 61/2018/NĐ-CP tại khoản 2 Điều 5.", [[("5", "2", None)]]),
    ("Điều 29 khoản 2 điểm a Luật Nhà ở", [[("29", "2", "a")]]),
    ("theo Bộ luật Lao động, Điều 35;", [article("35")]),
    # own: before
    ("Căn cứ khoản 4 Điều 72 của Luật Ban hành văn bản quy phạm pháp luật năm 2025", [[("72", "4", None)]]),
    ("theo quy định tại các Điều 17, 18 và 19 Nghị định số 107/2021/NĐ-CP", [article("17", "18", "19")]),
    ("thực hiện điểm c khoản 2, điểm a khoản 3 và khoản 5 Điều 11 Luật Căn cước",
     [[("11", "2", "c"), ("11", "3", "a"), ("11", "5", None)]]),
    ("bãi bỏ Điều 6, khoản 2 Điều 7 và điểm b khoản 1 Điều 9 Quyết định số 15/2019/QĐ-UBND",
     [[("6", None, None), ("7", "2", None), ("9", "1", "b")]]),
    ("vi phạm khoản 1, khoản 2 Điều 8 và Điều 10 Luật Phòng, chống tham nhũng",
     [[("8", "1", None), ("8", "2", None), ("10", None, None)]]),
    ("từ khoản 2 đến khoản 4 Điều 21 Luật Tố cáo", [[("21", "2", None), ("21", "3", None), ("21", "4", None)]]),
    ("Điều 5 - 7 Pháp lệnh Phí và lệ phí", [article("5", "6", "7")]),
    ("tại khoản 2\nĐiều 90 Luật Cán bộ, công chức", [[("90", "2", None)]]),
    ("điểm\nb khoản 2 Điều 90 Luật Viên chức", [[("90", "2", "b")]]),
    ("Khoản 3 Điều 4 Quy định kèm theo Quyết định số 21/2018/QĐ-UBND", [[("4", "3", None)]]),
    ("Điều 8 Điều lệ ban hành kèm theo Nghị định số 24-CP ngày 24/3/1993", [article("8")]),
    ("theo Mục 2 Phụ lục II ban hành kèm theo Thông tư số 01/2018/TT-VPCP", [[(None, None, None)]]),
    ("Phụ lục kèm theo Quyết định số 468/QĐ-TTg", [[(None, None, None)]]),
    ("theo Mẫu số 01 ban hành kèm theo Thông tư số 05/2021/TT-TTCP", [[(None, None, None)]]),
    ("Phần thứ ba Bộ luật Dân sự năm 2005", [[(None, None, None)]]),
    ("đoạn 2 khoản 1 Điều 15 Nghị định số 34/2016/NĐ-CP", [[("15", "1", None)]]),
    ("điểm 1.2 khoản 1 Điều 2 Thông tư số 85/2019/TT-BTC", [[("2", "1", "1.2")]]),
    ("theo khoản 2 Điều 52 của Hiến pháp năm 2013", [[("52", "2", None)]]),
    ("ĐIỀU 4 LUẬT Kế toán: theo Điều 4 Luật Kế toán", [article("4"), article("4")]),
    ("các điểm a, b và c khoản 2 Điều 29 Luật Giáo dục", [[("29", "2", "a"), ("29", "2", "b"), ("29", "2", "c")]]),
    ("sửa đổi, bổ sung Điều 5 Nghị định số 61/2018/NĐ-CP", [article("5")]),
    # own: after
    ("Nghị định số 34/2016/NĐ-CP, tại các Điều 102, 103.", [article("102", "103")]),
    ("Luật Đầu tư (khoản 1 Điều 5; Điều 7 khoản 3)", [[("5", "1", None), ("7", "3", None)]]),
    ("Luật Bảo vệ môi trường (Điều 5, Điều 7 khoản 2, 3)", [[("5", None, None), ("7", "2", None), ("7", "3", None)]]),
    ("Quyết định số 766/QĐ-TTg tại Mục II Phụ lục.", [[(None, None, None)]]),
    ("Hiến pháp năm 2013 tại Điều 14 quy định", [article("14")]),
    # own: each act keeps its own
    ("theo khoản 2 Điều 5 Luật Nhà ở và Điều 7 Luật Đất đai", [[("5", "2", None)], article("7")]),
    ("Điều 12 Luật Đất đai, Luật Nhà ở, khoản 1 Điều 3 Luật Xây dựng", [article("12"), [], [("3", "1", None)]]),
    ("Luật Đất đai, khoản 2 Điều 5 Luật Nhà ở", [[], [("5", "2", None)]]),
    ("Luật Đất đai (Điều 12) và Điều 3 Luật Nhà ở", [article("12"), article("3")]),
    ("Nghị định số 61/2018/NĐ-CP (được sửa đổi tại khoản 3 Điều 1 Nghị định số 107/2021/NĐ-CP)",
     [[], [("1", "3", None)]]),
    # own: none
    ("theo khoản 2 Điều này và Luật Đất đai", [[]]),
    ("một số điều của Luật Đất đai", [[]]),
    ("Luật Đất đai tại khoản 2 Điều này", [[]]),
    ("đạt 05 điểm theo Luật Thi đua, khen thưởng", [[]]),
    ("Luật Nhà ở, Điều 5 của Quy chế này", [[]]),
    ("Điều 2. Căn cứ Luật Đất đai", [[]]),
    ("chi từ nguồn mục 3 chương trình theo Luật Ngân sách nhà nước", [[]]),
    ("Nghị định số 61/2018/NĐ-CP đã nêu. Khoản 2 Điều 5 bị bãi bỏ", [[]]),
    ("Quyết định số 905/QĐ-UBND có hiệu lực. Điều 3. Chánh Văn phòng", [[]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pinpoints(text: str, expected: list[Places]) -> None:
    found = [c.pinpoints for c in mined(text).citations if c.kind in ("named", "numbered")]
    assert [[(p.dieu, p.khoan, p.diem) for p in points] for points in found] == expected


WORDS = [
    ("theo điểm a, b khoản 2 Điều 29 Luật Đất đai",
     "điểm a, b khoản 2 Điều 29", ["điểm a khoản 2 Điều 29", "điểm b khoản 2 Điều 29"]),
    ("theo Mục 3  Chương IV Nghị định số 61/2018/NĐ-CP", "Mục 3  Chương IV", ["Mục 3 Chương IV"]),
    ("Luật Đất đai (Điều 12, khoản 3)", "Điều 12, khoản 3", ["Điều 12, khoản 3"]),
    ("Phụ lục I và Phụ lục II ban hành kèm theo Nghị định số 30/2020/NĐ-CP",
     "Phụ lục I và Phụ lục II", ["Phụ lục I", "Phụ lục II"]),
    ("Điều 6 và Điều 7 của Quy định ban hành kèm theo Quyết định số 2218/QĐ-UBND",
     "Điều 6 và Điều 7", ["Điều 6", "Điều 7"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stretch", "words"), WORDS)
def test_a_pinpoint_has_its_place_and_words(text: str, stretch: str, words: list[str]) -> None:
    (citation,) = mined(text).citations
    start, end = citation.parts["pinpoint"]
    assert text[start:end] == stretch
    assert [point.text for point in citation.pinpoints] == words


@given(
    st.lists(st.integers(1, 200), min_size=1, max_size=6, unique=True),
    st.sampled_from(["", "của "]),
)
def test_every_article_of_a_list_is_one_pinpoint(articles: list[int], of: str) -> None:
    text = f"theo Điều {', '.join(map(str, articles))} {of}Luật Thanh tra"
    (law,) = mined(text).citations
    assert [point.dieu for point in law.pinpoints] == [str(number) for number in articles]
