"""Issuers of cited documents: readable text, the expected issuers of its citations in order.

All cases are written for this test; none is of a real document.  `tuned` ones were looked at while
the rules were written.
"""

from __future__ import annotations

import pytest

from .support import mined

UBND = "Ủy ban nhân dân tỉnh Lâm Hải"
HDND = "Hội đồng nhân dân tỉnh Lâm Hải"

IN_A_PROVINCE = [
    # tuned
    ("Thông tư liên tịch số 71/2014/TTLT-BTC-BNV", ["Bộ Tài chính; Bộ Nội vụ"]),
    ("Ban Thường vụ Tỉnh ủy cũng yêu cầu nội dung này tại Kết luận số 212-KL/TU", ["Ban Thường vụ Tỉnh ủy Lâm Hải"]),
    ("Quy trình số 570/TTLTPQG-QLHC ngày 20/9/2024 của Trung tâm Lý lịch tư pháp quốc gia (Bộ Tư pháp) và "
     "Cục Cảnh sát quản lý hành chính về trật tự xã hội (Bộ Công an)",
     ["Trung tâm Lý lịch tư pháp quốc gia; Cục Cảnh sát quản lý hành chính về trật tự xã hội"]),
    # own: as written after the number
    # fresh documents: what follows a comma is no second issuer; who acts by or on it issued it; the
    # hospital that the text is about
    ("Nghị quyết số 190/2025/QH15 của Quốc hội, UBND xã Đông Hà đã rà soát", ["Quốc hội"]),
    ("UBND tỉnh đã tháo gỡ vướng mắc bằng Công văn số 77/UBND-NC", ["Ủy ban nhân dân tỉnh Lâm Hải"]),
    ("trình HĐND tỉnh bãi bỏ Nghị quyết số 9/2021/NQ-HĐND", ["Hội đồng nhân dân tỉnh Lâm Hải"]),
    ("Bệnh viện Đa khoa huyện Đông Khê có Quyết định số 5/QĐ-BVĐK. Theo Quy chế số 3/QC-BVĐK",
     ["Bệnh viện Đa khoa huyện Đông Khê"] * 2),
    # the code does not tell the organs of the centre apart; what the country knows does
    ("thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024", ["Bộ Chính trị"]),
    ("thực hiện Nghị quyết số 57-NQ/TW ngày 05/3/2009", ["Ban Chấp hành Trung ương Đảng"]),
    ("thực hiện Nghị quyết số 18-NQ/TW", ["Ban Chấp hành Trung ương Đảng"]),
    ("Nghị định số 30/2020/NĐ-CP của Chính phủ", ["Chính phủ"]),
    ("Thông tư số 8/2019/TT-BTP của Bộ trưởng Bộ Tư pháp", ["Bộ Tư pháp"]),
    ("Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh", [UBND]),
    ("Công văn số 55/SNV-CCHC của Giám đốc Sở Nội vụ", ["Sở Nội vụ tỉnh Lâm Hải"]),
    ("Chỉ thị số 26/CT-TTg của Thủ tướng Chính phủ", ["Thủ tướng Chính phủ"]),
    ("Nghị quyết số 5/NQ-HĐND của HĐND tỉnh", [HDND]),
    ("Quyết định số 55/QĐ-UBND của UBND huyện Đông Khê", ["Ủy ban nhân dân huyện Đông Khê"]),
    ("Nghị định số 107/2020/NĐ-CP, Nghị định số 108/2020/NĐ-CP của Chính phủ", ["Chính phủ", "Chính phủ"]),
    ("Thông tư liên tịch số 12/2013/TTLT-BTC-BTP của Bộ Tài chính và Bộ Tư pháp", ["Bộ Tài chính; Bộ Tư pháp"]),
    ("Thông tư liên tịch số 1/2012/TTLT-BTC-BNV-BYT của Bộ Tài chính, Bộ Nội vụ và Bộ Y tế quy định",
     ["Bộ Tài chính; Bộ Nội vụ; Bộ Y tế"]),
    # own: as written before it
    ("UBND huyện Đông Khê đã ban hành Quyết định số 55/QĐ-UBND", ["Ủy ban nhân dân huyện Đông Khê"]),
    ("Sở Nội vụ tham mưu UBND tỉnh ban hành Quyết định số 56/QĐ-UBND", [UBND]),
    ("Thực hiện chỉ đạo của UBND huyện Đông Khê tại Công văn số 9/UBND-NV", ["Ủy ban nhân dân huyện Đông Khê"]),
    ("UBND huyện Đông Khê ban hành Quyết định số 5/QĐ-UBND, Quyết định số 6/QĐ-UBND",
     ["Ủy ban nhân dân huyện Đông Khê"] * 2),
    ("Ban Thường vụ Tỉnh ủy ban hành Nghị quyết số 9-NQ/TU", ["Ban Thường vụ Tỉnh ủy Lâm Hải"]),
    # own: the code does not fit what stands before
    ("Sở Nội vụ đã có Quyết định số 56/QĐ-UBND", [UBND]),
    ("Sở Y tế nhận được Công văn số 33/STC-NS", ["Sở Tài chính tỉnh Lâm Hải"]),
    # own: by the code
    ("theo Quyết định số 12/QĐ-UBND", [UBND]),
    ("theo Luật Đất đai, Pháp lệnh Phí và lệ phí", ["Quốc hội", "Ủy ban Thường vụ Quốc hội"]),
    ("Nghị quyết số 18-NQ/TW", ["Ban Chấp hành Trung ương Đảng"]),
    ("Nghị định số 171-HĐBT ngày 14/11/1988", ["Hội đồng Bộ trưởng"]),
    ("Công văn số 1245/BTC-HCSN", ["Bộ Tài chính"]),
    # own: the same number elsewhere, unless the dates differ
    ("Kết luận số 212-KL/TU của Ban Thường vụ Tỉnh ủy. Theo Kết luận số 212-KL/TU, các sở rà soát",
     ["Ban Thường vụ Tỉnh ủy Lâm Hải"] * 2),
    ("Quyết định số 5/QĐ-UBND ngày 03/01/2023 của UBND huyện Đông Khê. Theo Quyết định số 5/QĐ-UBND ngày 09/02/2024",
     ["Ủy ban nhân dân huyện Đông Khê", UBND]),
    # own: one of many lower bodies, not named
    ("Quyết định số 55/QĐ-UBND của UBND huyện", [None]),
    ("UBND cấp xã đã ban hành Kế hoạch số 12/KH-UBND", [None]),
    ("Chủ tịch UBND xã ký ban hành Quyết định số 45/QĐ-UBND", [None]),
    ("Báo cáo số 22/BC-HĐND của Thường trực HĐND huyện", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuers"), IN_A_PROVINCE)
def test_in_a_province(text: str, issuers: list[str | None]) -> None:
    record = mined(f"Tại tỉnh Lâm Hải. {text}", province="tỉnh Lâm Hải")
    assert [c.issuer for c in record.citations] == issuers


def heading(issuer: str, number: str, date: str) -> str:
    return f"{issuer}\n\nSố: {number}\n\nLâm Hải, ngày {date}\n\nBÁO CÁO\n\nKết quả công tác\n\n"


@pytest.mark.parametrize(
    ("head", "sentence", "issuer"),
    [
        pytest.param(
            heading("ỦY BAN NHÂN DÂN\nXÃ PHÚ SƠN", "15/BC-UBND", "10 tháng 10 năm 2025"),
            "Thực hiện Công văn số 512/UBND-NC ngày 03/10/2025, UBND xã báo cáo.",
            UBND,
            id="a commune carries out a letter from the province, districts being no more",
        ),
        pytest.param(
            heading("ỦY BAN NHÂN DÂN\nXÃ PHÚ SƠN", "15/BC-UBND", "10 tháng 10 năm 2023"),
            "Thực hiện Công văn số 512/UBND-NV ngày 03/10/2023, UBND xã báo cáo.",
            None,
            id="the district's or the province's",
        ),
        pytest.param(
            heading("ỦY BAN NHÂN DÂN\nXÃ PHÚ SƠN", "15/BC-UBND", "10 tháng 10 năm 2025"),
            "UBND xã đã có Công văn số 88/UBND-VP ngày 08/8/2025.",
            "Ủy ban nhân dân xã Phú Sơn",
            id="its own letter",
        ),
    ],
)
def test_letters_in_lower_bodies(head: str, sentence: str, issuer: str | None) -> None:
    record = mined(head + sentence, province="tỉnh Lâm Hải")
    letter = record.citations[-1]
    assert letter.issuer == issuer


def test_the_party_body_that_speaks_here_spoke_in_its_series() -> None:
    text = (
        "TỈNH ỦY LÂM HẢI\n*\nSố 212-KL/TU\n\nLâm Hải, ngày 30 tháng 3 năm 2023\n\n"
        "KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY\n\nvề cải cách hành chính\n\n"
        "Kết luận này thay thế Kết luận số 95-KL/TU, ngày 12/8/2019."
    )
    replaced = mined(text).citations[-1]
    assert (replaced.issuer, replaced.rules["issuer"]) == (
        "Ban Thường vụ Tỉnh ủy Lâm Hải",
        "own-series",
    )


def test_an_issuer_of_an_unknown_province_is_not_named() -> None:
    (citation,) = mined("theo Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND tỉnh").citations
    assert (citation.issuer, citation.issuer_text) == (None, "UBND tỉnh")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thông tư số 8/2019/TT-BTP của Bộ trưởng Bộ Tư pháp", "Bộ trưởng Bộ Tư pháp"),
        ("UBND tỉnh đã ban hành Quyết định số 56/QĐ-UBND", "UBND tỉnh"),
        ("Thông tư liên tịch số 12/2013/TTLT-BTC-BTP của Bộ Tài chính và Bộ Tư pháp", "Bộ Tài chính và Bộ Tư pháp"),
        ("theo Quyết định số 12/QĐ-UBND", None),
    ],
)  # fmt: skip
def test_the_words_that_name_the_issuer(text: str, words: str | None) -> None:
    (citation,) = mined(text, province="tỉnh Lâm Hải").citations
    assert citation.issuer_text == words
    if words:
        start, end = citation.parts["issuer"]
        assert text[start:end] == words


def test_a_ministrys_own_code_is_the_ministry() -> None:
    """Own wording; the family tuned the code: 'LĐTBXH' is also the code of a district's office."""
    text = (
        "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\n\nSố: 12/BC-LĐTBXH\n\nHà Nội, ngày 05 tháng 4 năm 2010\n\n"
        "BÁO CÁO\nKết quả\n\nThực hiện Kế hoạch số 21/KH-LĐTBXH và Công văn số 311/LĐTBXH-VP."
    )
    issuers = {c.issuer for c in mined(text).citations if c.kind == "numbered"}
    assert issuers == {"Bộ Lao động - Thương binh và Xã hội"}
