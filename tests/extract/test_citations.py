"""Citations: readable text, expected (number, type, date).

`forms` are spellings seen in public documents of 1988-2025 and tuned the code; `own` were written for
this test afterwards.
"""

import pytest

from .support import mined

NUMBERED = [
    # forms
    ("Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025", [("66.7/2025/NQ-CP", "Nghị quyết", "2025-11-15")]),
    ("Nghị quyết số 30c/NQ-CP ngày 08/11/2011", [("30c/NQ-CP", "Nghị quyết", "2011-11-08")]),
    ("Quyết định số 136/1998/QĐ-UB", [("136/1998/QĐ-UB", "Quyết định", None)]),
    ("Nghị định số 41/CP ngày 06/7/1995", [("41/CP", "Nghị định", "1995-07-06")]),
    ("Nghị định số 24-CP ngày 24/3/1993", [("24-CP", "Nghị định", "1993-03-24")]),
    ("Quyết định số 139/1999-QĐ-KHCN", [("139/1999-QĐ-KHCN", "Quyết định", None)]),
    ("Thông tư liên tịch số 30/2000/TTLT/BTC-UBTDTT", [("30/2000/TTLT/BTC-UBTDTT", "Thông tư liên tịch", None)]),
    ("Quyết định số 318/QĐ - TTg ngày 08/3/2022", [("318/QĐ-TTg", "Quyết định", "2022-03-08")]),
    ("Quyết định số 45/QĐTTg", [("45/QĐ-TTg", "Quyết định", None)]),
    ("Thông tư số 156/2013/TTBTC", [("156/2013/TT-BTC", "Thông tư", None)]),
    ("Thông tư số 38/2010/TT – BNNPTNT", [("38/2010/TT-BNNPTNT", "Thông tư", None)]),
    ("Nghị định : số 44/1998/NĐ-CP", [("44/1998/NĐ-CP", "Nghị định", None)]),
    ("Quyết định số 35/2025/QĐ-TTgcủa Thủ tướng", [("35/2025/QĐ-TTg", "Quyết định", None)]),
    ("**48/NQ-CP** ngày 05/4/2023", [("48/NQ-CP", "Nghị quyết", "2023-04-05")]),
    ("Nghị\nđịnh số 308/2025/NĐ-CP", [("308/2025/NĐ-CP", "Nghị định", None)]),
    ("Quyết định số 2194/QĐ-\nUBND ngày 05/5/2023", [("2194/QĐ-UBND", "Quyết định", "2023-05-05")]),
    ("Quyết định số 96/QĐ\ufffeSKHĐT ngày 12/4/2023", [("96/QĐ-SKHĐT", "Quyết định", "2023-04-12")]),
    ("Nghị định sô 37/2010/NĐ-CP", [("37/2010/NĐ-CP", "Nghị định", None)]),
    ("Kết luận số 121-KL/TW, ngày 24/01/2025", [("121-KL/TW", "Kết luận", "2025-01-24")]),
    ("Công văn số 8011-CV/BTCTW, ngày 27/02/2025", [("8011-CV/BTCTW", "Công văn", "2025-02-27")]),
    ("Kết luận số 91, ngày 18-10-2022 của", [("91", "Kết luận", "2022-10-18")]),
    ("Công văn số 2231/SNV-CCHC&PC", [("2231/SNV-CCHC&PC", "Công văn", None)]),
    ("Nghị quyết số 1196/UBTVQH15", [("1196/UBTVQH15", "Nghị quyết", None)]),
    # lists
    ("các Công văn số 17/SYT-VP ngày 17/5/2023 và 19/SYT-VP ngày 29/5/2023",
     [("17/SYT-VP", "Công văn", "2023-05-17"), ("19/SYT-VP", "Công văn", "2023-05-29")]),
    ("Quyết định số 151/2005/QĐ-TTg và 152/2005/QĐ-TTg ngày 20 tháng 6 năm 2005",
     [("151/2005/QĐ-TTg", "Quyết định", "2005-06-20"), ("152/2005/QĐ-TTg", "Quyết định", "2005-06-20")]),
    ("Luật số 43/2024/QH15, số 47/2024/QH15",
     [("43/2024/QH15", "Luật", None), ("47/2024/QH15", "Luật", None)]),
    ("Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW cùng ngày 25/10/2017",
     [("18-NQ/TW", "Nghị quyết", "2017-10-25"), ("19-NQ/TW", "Nghị quyết", "2017-10-25")]),
    # own
    ("Ngày 04/3/2024, UBND huyện ban hành Kế hoạch số 27/KH-UBND về tuyên truyền",
     [("27/KH-UBND", "Kế hoạch", "2024-03-04")]),
    ("theo Công điện số 44/CĐ-TTg ngày 30/4/2024", [("44/CĐ-TTg", "Công điện", "2024-04-30")]),
    ("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", [("31/2024/QH15", "Luật", "2024-01-18")]),
    ("Báo cáo số 12/BC-BQLKCN ngày 31/11/2023", [("12/BC-BQLKCN", "Báo cáo", "2023-11-31")]),
    # not citations
    ("đạt 30/43 đơn vị, 02 lần/năm, 157 cổng/trang, trực 24/7", []),
    ("ISO 9001:2015, TCVN 9001:2015/BKHCN, QCVN 41:2019/BGTVT, Mẫu số 01/BC-TH", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_numbered(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = [c for c in mined(text).citations if c.kind == "numbered"]
    assert [(c.number, c.doc_type, c.date) for c in found] == expected


NAMED = [
    ("theo Luật Đất đai năm 2024 và Luật Nhà ở", ["Luật Đất đai năm 2024", "Luật Nhà ở"]),
    ("Luật Phòng, chống bạo lực gia đình được ban hành", ["Luật Phòng, chống bạo lực gia đình"]),
    ("Luật tổ chức chính quyền địa phương năm 2015", ["Luật tổ chức chính quyền địa phương năm 2015"]),
    ("Luật Giáo dục ngày 14 tháng 6 năm 2005", ["Luật Giáo dục ngày 14 tháng 6 năm 2005"]),
    ("Luật Lưu trữ (sửa đổi) cho cán bộ", ["Luật Lưu trữ (sửa đổi)"]),
    ("Bộ luật Lao động năm 2019; Hiến pháp năm 2013", ["Bộ luật Lao động năm 2019", "Hiến pháp năm 2013"]),
    ("các luật sư, luật gia; pháp luật về đất đai; Luật này", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text: str, expected: list[str]) -> None:
    assert [c.text for c in mined(text).citations if c.kind == "named"] == expected


def test_a_footnote_gives_number_anchor_and_subject() -> None:
    text = (
        "Sở đã tham mưu UBND tỉnh ban hành Kế hoạch tuyên truyền năm 2024¹.\n\n"
        "¹ Quyết định số 271/QĐ-UBND ngày 27/01/2024 của UBND tỉnh\n"
    )
    record = mined(text, province="tỉnh Lâm Hải")
    (citation,) = [c for c in record.citations if c.kind == "numbered"]
    assert (citation.footnote, citation.subject) == (1, "Kế hoạch tuyên truyền năm 2024")
    assert citation.issuer == "Ủy ban nhân dân tỉnh Lâm Hải"
    (footnote,) = record.footnotes
    assert footnote.anchor is not None
    assert text[footnote.anchor.start : footnote.anchor.end] == "¹"
