"""Antecedents: readable text, what each reference in it means.

All cases are in our own words; 'tuned' ones were looked at while the rules were written, 'own' ones
were written afterwards.  What counts as a reference: tests/extract/test_citation_references.py.
"""

from __future__ import annotations

import pytest

from cchc_mining.link import known_act, link_record
from cchc_mining.link.aliases import targets_of
from cchc_mining.records import Citation, Record

from ..extract.support import mined


def linked(text: str) -> tuple[Record, list[Citation]]:
    """The record with its targets, and its references."""
    record = link_record(mined(text), text).record
    return record, [c for c in record.citations if c.kind == "reference"]


def meant(text: str) -> list[str | tuple[str, ...] | None]:
    """What each reference means: its antecedent's words, else its target, else its candidates."""
    record, references = linked(text)
    words = {c.id: " ".join(c.text.split()) for c in record.citations}
    return [words.get(c.antecedent or "") or c.target or c.candidates or None for c in references]


REPORT = """ỦY BAN NHÂN DÂN
TỈNH LÂM HẢI

Số: 201/BC-UBND

Lâm Hải, ngày {day}

BÁO CÁO
Kết quả công tác cải cách hành chính

{body}
"""


def report(body: str, day: str = "10 tháng 12 năm 2025") -> str:
    return REPORT.format(body=body, day=day)


PM = "thủ-tướng-chính-phủ"
TW = "ban-chấp-hành-trung-ương-đảng"
DECREE = "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ"
NQ18, NQ19 = "Nghị quyết số 18-NQ/TW ngày 25/10/2017", "Nghị quyết số 19-NQ/TW ngày 25/10/2017"

NEAREST = [
    # tuned
    (f"Căn cứ {DECREE}. Theo Nghị định này, hồ sơ được số hóa.", [DECREE]),
    ("Thông tư số 01/2018/TT-VPCP hướng dẫn Nghị định số 61/2018/NĐ-CP. Thông tư này dễ hiểu. Nghị định nêu trên "
     "còn hiệu lực.", ["Thông tư số 01/2018/TT-VPCP", "Nghị định số 61/2018/NĐ-CP"]),
    ("Quyết định số 512/QĐ-UBND ngày 05/3/2024 phê duyệt Đề án kiểm tra công vụ. Sở triển khai Đề án này.",
     ["Quyết định số 512/QĐ-UBND ngày 05/3/2024"]),
    ("Công văn số 830/UBND-NC ngày 05/3/2024. Thực hiện Văn bản nêu trên, Sở báo cáo.",
     ["Công văn số 830/UBND-NC ngày 05/3/2024"]),
    ("Văn bản số 13/SNV-CCHC ngày 06/3/2024. Thực hiện Công văn trên, Phòng đã làm.",
     ["Văn bản số 13/SNV-CCHC ngày 06/3/2024"]),
    # tuned: not what is replaced, nor what stands in a title
    ("Quyết định số 15/2024/QĐ-UBND ngày 02/5/2024 thay thế Quyết định số 30/2019/QĐ-UBND. Quyết định này ngắn gọn.",
     ["Quyết định số 15/2024/QĐ-UBND ngày 02/5/2024"]),
    # tuned: a scheme by its alias, then by its type
    ("Năm 2024 tỉnh triển khai Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ (gọi tắt là Đề án "
     "06). Theo Đề án 06, dữ liệu dùng chung; Đề án này có 5 nhóm tiện ích.",
     []),
    # own
    ("Luật Đất đai năm 2024 và Bộ luật Dân sự năm 2015 liên quan nhau. Luật này có 16 chương; Bộ luật này có 27.",
     ["Luật Đất đai năm 2024", "Bộ luật Dân sự năm 2015"]),
    ("Chỉ thị số 08/CT-UBND ngày 02/5/2023. Kế hoạch số 9/KH-SNV ngày 06/6/2023. Chỉ thị nói trên được phổ biến.",
     ["Chỉ thị số 08/CT-UBND ngày 02/5/2023"]),
    ("Thông báo số 12/TB-VPCP ngày 03/02/2024 về kết luận của Thủ tướng. Thông báo trên đã gửi các xã.",
     ["Thông báo số 12/TB-VPCP ngày 03/02/2024"]),
]  # fmt: skip

SEVERAL = [
    # tuned: several are meant, or several may be
    (f"Theo {NQ18} và {NQ19}, thực hiện hai Nghị quyết trên, huyện giảm biên chế.",
     [(f"18/nq-tw@{TW}@2017", f"19/nq-tw@{TW}@2017")]),
    (f"Theo {NQ18} và {NQ19}, biên chế giảm. Nghị quyết này rất quan trọng.",
     [(f"18/nq-tw@{TW}@2017", f"19/nq-tw@{TW}@2017")]),
    ("Quyết định số 85/QĐ-TTg ngày 15/9/2022; Quyết định số 85/QĐ-BNV ngày 10/5/2023. Theo Quyết định 85, có 4 việc.",
     [("85/qđ-bnv@bộ-nội-vụ@2023", f"85/qđ-ttg@{PM}@2022")]),
    # tuned: one of two that is itself open leaves both open
    (f"Theo {NQ18} và Nghị quyết 66, xã rà soát. Nghị quyết này được quán triệt.",
     [("66/nq-cp@chính-phủ@2025", f"66/nq-tw@{TW}@2025"),
      (f"18/nq-tw@{TW}@2017", "66/nq-cp@chính-phủ@2025", f"66/nq-tw@{TW}@2025")]),
    # own
    ("Nghị định số 30/2020/NĐ-CP và Nghị định số 45/2020/NĐ-CP cùng năm. Các Nghị định nêu trên còn hiệu lực.",
     [("30/2020/nđ-cp@chính-phủ@2020", "45/2020/nđ-cp@chính-phủ@2020")]),
]  # fmt: skip

NAMES = [
    # tuned: defined in the text; a serial cited in full, before or after
    (f"{DECREE} về một cửa (sau đây gọi tắt là Nghị định 61). Điều 5 Nghị định 61 quy định.", [DECREE]),
    ("Nghị định số 107/2021/NĐ-CP sửa đổi Nghị định số 61/2018/NĐ-CP (gọi tắt là Nghị định 107). Theo Nghị định 107 "
     "và Nghị định 61, hồ sơ được số hóa.", ["Nghị định số 107/2021/NĐ-CP", "Nghị định số 61/2018/NĐ-CP"]),
    (f"{NQ18}; {NQ19}. Thực hiện Nghị quyết 18 và Nghị quyết 19, huyện giảm 12 đơn vị.", [NQ18, NQ19]),
    ("Nghị quyết 18 được triển khai; căn cứ " + NQ18, [NQ18]),
    ("Kế hoạch số 128/KH-UBND ngày 20/01/2023 của UBND tỉnh. Theo Kế hoạch số 128/KH-UBND, tức Kế hoạch 128, có 8 "
     "việc.", ["Kế hoạch số 128/KH-UBND ngày 20/01/2023 của UBND tỉnh"]),
    # tuned: the issuer decides
    (f"{NQ18} của Ban Chấp hành Trung ương; thực hiện Nghị quyết 18 của Chính phủ", [None]),
    # own
    ("Chỉ thị số 05/CT-UBND ngày 02/5/2023 của UBND tỉnh. Theo Chỉ thị 05, các xã báo cáo.",
     ["Chỉ thị số 05/CT-UBND ngày 02/5/2023 của UBND tỉnh"]),
    ("Chương trình 135 (Quyết định số 07/2006/QĐ-TTg ngày 10/01/2006); Chương trình 135 giai đoạn II kết thúc.",
     [f"07/2006/qđ-ttg@{PM}@2006", "Quyết định số 07/2006/QĐ-TTg ngày 10/01/2006"]),
]  # fmt: skip

KNOWN = [
    # tuned: (alias in a report, its date, what it means)
    ("Đề án 06 của Chính phủ", "10 tháng 12 năm 2025", f"06/qđ-ttg@{PM}@2022"),
    ("Nghị quyết 57", "10 tháng 12 năm 2025", f"57/nq-tw@{TW}@2024"),
    ("Nghị quyết 68", "10 tháng 12 năm 2025", f"68/nq-tw@{TW}@2025"),
    ("Nghị quyết 68", "10 tháng 11 năm 2021", ("68/nq-cp@chính-phủ@2020", "68/nq-cp@chính-phủ@2021")),
    ("Nghị quyết 18", "10 tháng 12 năm 2019", f"18/nq-tw@{TW}@2017"),
    ("Nghị quyết 18", "10 tháng 12 năm 2024", (f"18/nq-tw@{TW}@2017", f"18/nq-tw@{TW}@2022")),
    ("Nghị quyết 35 của Chính phủ", "10 tháng 12 năm 2020", "35/nq-cp@chính-phủ@2016"),
    ("Nghị quyết 02", "05 tháng 6 năm 2020", "02/nq-cp@chính-phủ@2020"),
    ("Chỉ thị 16", "05 tháng 8 năm 2021", f"16/ct-ttg@{PM}@2020"),
    ("Tổ Đề án 30 của UBND tỉnh", "05 tháng 8 năm 2009", f"30/qđ-ttg@{PM}@2007"),
    ("Khoán 10", "05 tháng 8 năm 2009", f"10/nq-tw@{TW}@1988"),
    # tuned: not known yet, or not of that issuer
    ("Nghị quyết 57", "10 tháng 12 năm 2019", None),
    ("Nghị quyết 18 của Tỉnh ủy", "10 tháng 12 năm 2024", None),
    # own
    ("Nghị quyết Trung ương 4", "10 tháng 12 năm 2014", f"12/nq-tw@{TW}@2012"),
    ("Nghị quyết Trung ương 4 khóa XII", "10 tháng 12 năm 2020", f"04/nq-tw@{TW}@2016"),
    ("Chương trình 1719", "10 tháng 12 năm 2022", f"1719/qđ-ttg@{PM}@2021"),
    ("Nghị quyết 30a", "10 tháng 12 năm 2011", "30a/2008/nq-cp@chính-phủ@2008"),
    ("Chương trình tổng thể CCHC nhà nước giai đoạn 2011 - 2020", "01 tháng 3 năm 2016", "30c/nq-cp@chính-phủ@2011"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEAREST + SEVERAL + NAMES)
def test_what_is_meant(text: str, expected: list[str | tuple[str, ...] | None]) -> None:
    if expected:
        assert meant(text) == expected
    else:
        assert {c.target for c in linked(text)[1]} == {f"06/qđ-ttg@{PM}@2022"}


@pytest.mark.parametrize(("alias", "day", "expected"), KNOWN)
def test_known_aliases(alias: str, day: str, expected: str | tuple[str, ...] | None) -> None:
    assert meant(report(f"Tỉnh tiếp tục thực hiện {alias}.", day)) == [expected]


def test_an_alias_describes_the_document_that_only_it_cites() -> None:
    (target,) = targets_of("Đề án 06", "2024", None)
    act = known_act(target)
    assert act is not None
    assert (act.number, act.doc_type, act.date) == ("06/QĐ-TTg", "Quyết định", "2022-01-06")


def test_an_alias_written_like_a_number_is_no_other_document() -> None:
    record, _ = linked(report("Tỉnh triển khai Đề án 06/CP."))
    assert f"06/qđ-ttg@{PM}@2022" in [c.target for c in record.citations]


DECISION = """ỦY BAN NHÂN DÂN
TỈNH LÂM HẢI

Số: 38/2024/QĐ-UBND

Lâm Hải, ngày 12 tháng 8 năm 2024

QUYẾT ĐỊNH
Ban hành Quy chế quản lý công sở

Căn cứ Quyết định số 129/2007/QĐ-TTg ngày 02/8/2007 của Thủ tướng Chính phủ;

Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý công sở.

Điều 2. Quyết định này thay thế Quyết định số 12/2015/QĐ-UBND ngày 03/4/2015.

Điều 3. Sửa đổi Điều 4 của Quyết định số 20/2020/QĐ-UBND ngày 05/5/2020 như sau:

“Điều 4. Quyết định này do Sở Nội vụ triển khai.”

Điều 4. Các sở thực hiện Quy chế này; Văn bản này được đăng Công báo.
"""


def test_a_document_that_speaks_of_itself() -> None:
    own = "38/2024/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-lâm-hải@2024"
    amended = "20/2020/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-lâm-hải@2020"
    _, references = linked(DECISION)
    assert [(c.text, c.target or c.candidates) for c in references] == [
        ("Quyết định này", own),
        ("Quyết định này", own),
        ("Quyết định này", (amended, own)),  # in quotes: whose words are these?
        ("Quy chế này", own),
        ("Văn bản này", own),
    ]
    assert [c.rules["antecedent"] for c in references][2:] == [
        "quoted",
        "own-document",
        "own-document",
    ]


def test_a_footnote_goes_back_to_what_stands_in_it_first() -> None:
    text = report(
        "Thực hiện Kế hoạch số 50/KH-UBND ngày 20/02/2025¹, các xã hoàn thành. Kế hoạch này có 12 việc.\n\n"
        "¹ Công văn số 12/BNV-CCHC ngày 03/01/2025; Công văn này đã được sao gửi. Kế hoạch trên được bổ sung.\n"
    )
    assert meant(text) == [
        "Kế hoạch số 50/KH-UBND ngày 20/02/2025",
        "Công văn số 12/BNV-CCHC ngày 03/01/2025",
        "Kế hoạch số 50/KH-UBND ngày 20/02/2025",
    ]


def test_far_back_only_the_only_one_is_meant() -> None:
    between = "Các đơn vị tiếp tục rà soát hồ sơ, tài liệu theo quy định. " * 30
    one = f"Căn cứ {DECREE}. {between}Các sở thực hiện Nghị định nêu trên."
    two = f"Căn cứ {DECREE}. Theo Nghị định số 30/2020/NĐ-CP. {between}Các sở thực hiện Nghị định nêu trên."
    assert meant(one) == [DECREE]
    assert meant(two) == [("30/2020/nđ-cp@chính-phủ@2020", "61/2018/nđ-cp@chính-phủ@2018")]


def test_who_goes_back_to_an_open_mention_is_as_open() -> None:
    text = report("Theo Quyết định 1085 của UBND tỉnh, Sở đã rà soát. Quyết định này có 4 điều.")
    record, (name, pointing) = linked(text)
    assert (name.target, pointing.target, pointing.antecedent) == (None, None, name.id)
    assert record.citations[0].kind == "self"


def test_why_a_reference_stays_open_is_kept() -> None:
    _, references = linked(
        report("Theo Quyết định 1085 của UBND tỉnh và Nghị quyết 18, xã rà soát.")
    )
    assert [c.rules["antecedent"] for c in references] == ["unknown-name", "several-known"]
