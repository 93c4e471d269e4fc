"""Citations: named acts, relations, subjects, footnotes, pinpoints and issuers, in readable texts.

Numbers are in `test_citation_numbers`, lists in `test_citation_lists`.
"""

import pytest

from .support import mined

RELATIONS = [
    ("Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", "basis"),
    ("Quy chế này thay thế Quyết định số 1907/QĐ-UBND ngày 04/7/2016", "replaces"),
    ("bãi bỏ Quyết định số 12/2015/QĐ-UBND", "repeals"),
    ("Sở Y tế đã ban hành Kế hoạch số 14/KH-SYT", "issues"),
    ("tiếp tục triển khai Nghị quyết số 76/NQ-CP", "implements"),
    ("Quy chế ban hành kèm theo Quyết định số 905/QĐ-UBND", "attached_to"),
    ("báo cáo kết quả thực hiện tại Công văn số 352/SYT-VP", "reports"),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_relation(text: str, relation: str) -> None:
    assert [c.relation for c in mined(text).citations] == [relation]


SUBJECTS = [
    ("Quyết định số 905/QĐ-UBND ngày 03/4/2024 về việc ban hành Quy chế tiếp công dân; đồng thời",
     "Quy chế tiếp công dân"),
    ("Quyết định số 12/QĐ-SYT ngày 02/6/2023 về việc thành lập Tổ công tác số hóa.",
     "thành lập Tổ công tác số hóa"),
    ("đã ban hành quy chế chi tiêu nội bộ năm 2023 tại Quyết định số 06/QĐ-SYT.",
     "quy chế chi tiêu nội bộ năm 2023"),
    ("Nghị định số 16/2015/NĐ-CP quy định cơ chế tự chủ của đơn vị sự nghiệp công lập.",
     "quy định cơ chế tự chủ của đơn vị sự nghiệp công lập"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_subject(text: str, subject: str) -> None:
    assert [c.subject for c in mined(text).citations] == [subject]


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


def test_pinpoints() -> None:
    (law,) = mined("theo Điều 48 và Điều 49 của Luật Thống kê").citations
    assert [p.dieu for p in law.pinpoints] == ["48", "49"]


def test_joint_issuers_are_joined() -> None:
    (joint,) = mined("Thông tư liên tịch số 71/2014/TTLT-BTC-BNV").citations
    assert joint.issuer == "Bộ Tài chính; Bộ Nội vụ"


def test_an_issuer_of_an_unknown_province_is_not_named() -> None:
    (citation,) = mined("theo Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND tỉnh").citations
    assert (citation.issuer, citation.issuer_text) == (None, "UBND tỉnh")
