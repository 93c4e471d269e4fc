"""References: readable text, the words that go back to a document or call it by an alias.

All cases are in our own words.  Those under 'tuned' were looked at while the rules were written, in
the manner of the family named beside them; those under 'own' were written afterwards and changed
nothing, or are listed with what they changed.  What each reference means: tests/link/test_antecedents.py.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_mining.records import Citation

from .support import mined

DECISION = "Quyết định số 512/QĐ-UBND ngày 05/3/2024 của UBND tỉnh"
DECREE = "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ"


def references(text: str) -> list[Citation]:
    return [c for c in mined(text).citations if c.kind == "reference"]


DEMONSTRATIVES = [
    # tuned: reports and letters of provinces
    (f"Sở đã triển khai {DECISION}. Quyết định này có 5 điều.", ["Quyết định này"]),
    (f"Căn cứ {DECREE}. Theo Nghị định nêu trên, hồ sơ được số hóa.", ["Nghị định nêu trên"]),
    ("Thực hiện Kế hoạch số 12/KH-SNV ngày 04/01/2024. Kế hoạch trên gồm 8 việc.", ["Kế hoạch trên"]),
    ("Thông tư số 01/2018/TT-VPCP hướng dẫn thi hành. Thông tư nói trên còn hiệu lực.", ["Thông tư nói trên"]),
    ("Tỉnh ủy ban hành Nghị quyết số 12-NQ/TU. Nghị quyết đó đề ra 4 khâu đột phá.", ["Nghị quyết đó"]),
    ("Công văn số 830/UBND-NC ngày 05/3/2024; thực hiện Công văn dẫn trên, Sở báo cáo.", ["Công văn dẫn trên"]),
    ("Chỉ thị số 08/CT-UBND ngày 02/5/2023. Các đơn vị quán triệt Chỉ thị kể trên.", ["Chỉ thị kể trên"]),
    (f"{DECISION}; {DECREE}. Các văn bản nêu trên đã được phổ biến.", ["văn bản nêu trên"]),
    ("Theo Quyết định số 5/QĐ-SYT và Quyết định số 6/QĐ-SYT ngày 03/02/2023, hai Quyết định trên còn hiệu lực.",
     ["Quyết định trên"]),
    # tuned: an attached instrument is called by its own type
    (f"{DECISION} phê duyệt Đề án kiểm tra công vụ. Để thực hiện Đề án này, Sở đã tập huấn.", ["Đề án này"]),
    # tuned: lower case right after a numbered document of the type
    ("UBND huyện ban hành Quyết định số 77/QĐ-UBND. Theo quyết định này, đoàn có 7 người.", ["quyết định này"]),
    # tuned: acts by name, and an act whose head is lost
    ("Luật Đất đai năm 2024 đã được phổ biến. Luật này quy định 16 chương.", ["Luật này"]),
    ("kèm theo Thông tư này", ["Thông tư này"]),
    # tuned: texts crawled from the web lose blanks and wrap lines inside words
    (f"{DECISION}. Ban hành kèm theoQuyết định này Quy chế.", ["Quyết định này"]),
    (f"{DECISION}. Việc thực hiện Quyết\nđịnh này được giao cho Sở.", ["Quyết\nđịnh này"]),
    # own
    ("Kết luận số 91-KL/TU ngày 18/10/2022. Các chi bộ đã học tập Kết luận này.", ["Kết luận này"]),
    ("Tờ trình số 40/TTr-STC ngày 06/6/2023; sau khi xem xét Tờ trình trên, UBND tỉnh thống nhất.", ["Tờ trình trên"]),
    ("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN. Nghị quyết liên tịch này quy định rõ.",
     ["Nghị quyết liên tịch này"]),
    (f"{DECREE}. Nghị Định này thay thế quy định cũ.", ["Nghị Định này"]),
    ("Công điện số 44/CĐ-TTg ngày 30/4/2024. Nội dung Công điện đã nêu được triển khai.", ["Công điện đã nêu"]),
    (f"{DECISION}¹. Quyết định trên² đã được gửi.", ["Quyết định trên"]),
]  # fmt: skip

NO_DEMONSTRATIVES = [
    # tuned: deciding, not a decision; nothing to go back to; words that go on
    "Lãnh đạo điều động 05 công chức; quyết định này của lãnh đạo được đồng thuận.",
    "Việc ra quyết định này là cần thiết.",
    "Quy định tại Điều này và khoản này; việc này; dự án này; Hợp đồng này.",
    "Sở đã tuyên truyền Kế hoạch trên địa bàn tỉnh, Chương trình trên sóng phát thanh.",
    "Báo cáo đã nêu rõ hạn chế; Kế hoạch trên cơ sở dự toán; Thông báo trên cổng thông tin.",
    "Theo Kế hoạch, đó là việc chính; pháp luật này; kỷ luật trên.",
    # tuned: the nearest of that type has no number
    "Kế hoạch số 02/KH-SYT. Tháng 3, Sở xây dựng Kế hoạch tuyên truyền phòng dịch. Kế hoạch này rất hay.",
    "Đề án tổng thể đô thị thông minh là việc lớn. Để xây dựng Đề án nêu trên, Sở lập đề cương.",
    # own
    "Chương trình này được phát lúc 20 giờ; Hướng dẫn này giúp người dân nộp hồ sơ.",
    "Sở thẩm định 12 dự thảo. Các Nghị quyết này được soạn đúng hạn.",
    "Mọi quyết định đó phải công khai; mỗi kế hoạch này khác nhau.",
    "Quy định trên không áp dụng với hộ gia đình.",
    "Nghị định số 61/2018/NĐ-CP được thực hiện. Luật này chưa ban hành.",
]  # fmt: skip

DEFINED = [
    # tuned: how decrees, plans and Party documents give short names
    (f"{DECREE} về cơ chế một cửa (sau đây gọi tắt là Nghị định 61). Theo Nghị định 61, có Bộ phận Một cửa.",
     ["Nghị định 61"]),
    ("Nghị quyết số 27-NQ/TW ngày 21/5/2018 về tiền lương (gọi tắt: NQ 27). Thực hiện NQ 27, tỉnh chi trả.", ["NQ 27"]),
    ("Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án dữ liệu dân cư (gọi tắt là Đề án). "
     "Kết quả Đề án được đánh giá tốt.", ["Đề án"]),
    ("Nghị quyết số 76/NQ-CP ngày 15/7/2021 ban hành Chương trình tổng thể CCHC (sau đây gọi là “Chương trình tổng "
     "thể”). Chương trình tổng thể có 6 nội dung.", ["Chương trình tổng thể"]),
    # tuned: of two decrees in a sentence the serial tells, else the one that is not in a title
    ("Nghị định số 107/2021/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP (gọi tắt là Nghị định "
     "107). Từ khi có Nghị định 107, tiến độ nhanh hơn.", ["Nghị định 107"]),
    # own
    ("Kế hoạch số 90/KH-UBND ngày 12/02/2025 (sau đây viết tắt là KH 90) giao 14 việc.", []),
    ("Quyết định số 45/QĐ-UBND ngày 09/01/2023 phê duyệt Chương trình nhà ở (sau đây gọi là Chương trình). Sở chủ trì "
     "Chương trình, các Chương trình mục tiêu quốc gia và Chương trình khuyến công.", ["Chương trình"]),
    ("Quyết định số 9/QĐ-UBND ngày 03/01/2023 ban hành Kế hoạch đầu tư (gọi tắt là Kế hoạch). Sở Kế hoạch và Đầu tư "
     "theo dõi Kế hoạch, báo cáo định kỳ.", ["Kế hoạch"]),
    # own: short names of bodies and terms are none of documents
    ("thủ tục hành chính (viết tắt là TTHC); Sở Nội vụ (sau đây gọi tắt là Sở). TTHC do Sở công bố.", []),
    ("Tổ công tác chuyển đổi số (gọi tắt là Tổ Đề án); Tổ Đề án họp.", []),
]  # fmt: skip

SERIALS = [
    # tuned: aliases known everywhere
    ("triển khai Đề án 06 trên địa bàn", ["Đề án 06"]),
    ("Tổ Đề án 06 xã Suối Cát; triển khai Đề án 06 hướng dẫn người dân", ["Đề án 06", "Đề án 06"]),
    ("sơ kết Đề án 06 của Chính phủ về dữ liệu dân cư", ["Đề án 06 của Chính phủ"]),
    ("Tổ Đề án 30 của UBND huyện đã họp", ["Đề án 30"]),
    ("vốn Chương trình 135 giai đoạn II, Nghị quyết 30a 6 tháng đầu năm", ["Chương trình 135", "Nghị quyết 30a"]),
    ("quán triệt các Nghị quyết 57, 59, 66 và 68 của Bộ Chính trị",
     ["Nghị quyết 57", "59", "66", "68 của Bộ Chính trị"]),
    ("KẾT QUẢ THỰC HIỆN ĐỀ ÁN 06\n", ["ĐỀ ÁN 06"]),
    ("thực hiện Đề án 06¹ và Nghị quyết\n57 của Trung ương", ["Đề án 06", "Nghị quyết\n57"]),
    ("Khoán 10 đã thay đổi nông thôn; Nghị quyết Trung ương 4 (khóa XI) và Nghị quyết Trung ương 4 Khóa XII",
     ["Khoán 10", "Nghị quyết Trung ương 4 (khóa XI)", "Nghị quyết Trung ương 4 Khóa XII"]),
    ("theo Chương trình tổng thể CCHC nhà nước giai đoạn 2021 – 2030",
     ["Chương trình tổng thể CCHC nhà nước giai đoạn 2021 – 2030"]),
    # tuned: a full citation in the same text, before or after
    ("Kế hoạch số 128/KH-UBND ngày 20/01/2023. Kế hoạch 128 có 8 nhiệm vụ.", ["Kế hoạch 128"]),
    ("Quyết định 1085 được triển khai theo Quyết định số 1085/QĐ-TTg ngày 15/9/2022.", ["Quyết định 1085"]),
    ("NQ 18 và Nghị quyết số 18-NQ/TW ngày 25/10/2017", ["NQ 18"]),
    # tuned: unknown, but the words around tell that a document is meant
    ("theo Quyết định 1085 của UBND tỉnh", ["Quyết định 1085 của UBND tỉnh"]),
    ("Kế hoạch 12 về tuyên truyền; theo Nghị định 15, mức phạt tăng", ["Kế hoạch 12", "Nghị định 15"]),
    # own
    ("học tập Chỉ thị 05 gắn với Quy định 37, Kết luận 21", ["Chỉ thị 05", "Quy định 37", "Kết luận 21"]),
    ("vay vốn theo Thông tư 200; Pháp lệnh 34 về dân chủ cơ sở", ["Thông tư 200", "Pháp lệnh 34"]),
    ("Đề án 1956, Đề án 939 và Chương trình 1719", ["Đề án 1956", "Đề án 939", "Chương trình 1719"]),
    ("tại khoản 2 Điều 5 Nghị định 168, người vi phạm bị phạt", ["Nghị định 168"]),
]  # fmt: skip

NO_SERIALS = [
    # tuned: counts and durations
    "Kế hoạch 5 năm 2021 - 2025; Chương trình 4 bước; Quyết định 12 nội dung; Nghị quyết 3 kỳ họp; Đề án 2 giai đoạn",
    "Kế hoạch 30 ngày cao điểm; Báo cáo 6 tháng đầu năm; Chương trình 1 triệu cây xanh; Hướng dẫn 12 đơn vị",
    "Quyết định 150 chỉ tiêu biên chế; Thông báo 20 trường hợp; Nghị quyết 100% hoàn thành",
    "Tổng số: Quyết định 45, Kế hoạch 30, Công văn 120, Báo cáo 215.",
    "Ban hành: Nghị quyết 02, Chỉ thị 05, Kế hoạch 30 và Công văn 57.",
    "Quyết định\t12\t15\nKế hoạch 30\nNghị quyết  05\nChỉ thị  05",
    "Kế hoạch 2024, Chương trình 2030, Đề án 2025",
    # tuned: other things with numbers
    "Dự án 8, Tiểu dự án 1; Phụ lục 06; Mẫu 57; Điều 30; Khoản 135",
    "Nghị quyết 57/NQ-HĐND, Quyết định 06/QĐ-TTg, Đề án 06-ĐA/TU",
    # tuned: the title of the decision itself
    "Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án 06.",
    "Nghị quyết số 76/NQ-CP ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030.",
    # own
    "Thông tư 2 phần, Luật 10 chương, Kế hoạch 3.500 lao động, Chương trình 1,5 tỷ đồng",
    "đề án 06, nghị quyết 57 (viết thường)",
    "Tổ công tác (sau đây gọi tắt là Tổ Đề án 06)",
    "Quyết định 15 - 20 hồ sơ mỗi ngày; Kế hoạch 2-3 đợt",
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), DEMONSTRATIVES + DEFINED + SERIALS)
def test_words_that_go_back(text: str, found: list[str]) -> None:
    assert [c.text for c in references(text)] == found


@pytest.mark.parametrize("text", NO_DEMONSTRATIVES + NO_SERIALS)
def test_words_that_do_not(text: str) -> None:
    assert [c.text for c in references(text)] == []


@pytest.mark.parametrize(
    "text", SERIALS, ids=lambda case: case[0] if isinstance(case, tuple) else ""
)
def test_numbers_in_aliases_are_no_figures(text: tuple[str, list[str]]) -> None:
    record = mined(text[0])
    spans = [(c.start, c.end) for c in record.citations]
    inside = [i.text for i in record.indicators if any(s <= i.start < e for s, e in spans)]
    assert inside == []


def test_a_reference_carries_type_serial_pinpoint_relation_and_issuer() -> None:
    text = "Căn cứ điểm a khoản 2 Điều 5 Nghị định 168; triển khai Nghị quyết 57 của Bộ Chính trị"
    decree, resolution = references(text)
    assert (decree.doc_type, decree.number) == ("Nghị định", "168")
    assert [p.dieu for p in decree.pinpoints] == ["5"]
    assert (resolution.issuer, resolution.relation) == ("Bộ Chính trị", "implements")
    assert text[slice(*resolution.parts["number"])] == "57"
    assert set(resolution.rules) >= {"mention", "relation", "issuer"}


def test_a_reference_in_a_footnote_knows_its_number() -> None:
    text = (
        "Sở đã ban hành Kế hoạch kiểm tra¹ và làm việc với 05 xã.\n\n"
        "¹ Kế hoạch số 40/KH-SNV ngày 12/3/2024; Kế hoạch này đã được gửi các xã.\n"
    )
    (found,) = references(text)
    assert (found.text, found.footnote) == ("Kế hoạch này", 1)


def test_the_documents_own_type_and_what_it_brings_are_gone_back_to() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÂM HẢI\n\nSố: 38/2024/QĐ-UBND\n\nLâm Hải, ngày 12 tháng 8 năm 2024\n\n"
        "QUYẾT ĐỊNH\nBan hành Quy chế quản lý công sở\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế "
        "quản lý công sở.\n\nĐiều 2. Các sở thực hiện Quy chế này. Kế hoạch này chưa có.\n"
    )
    assert [c.text for c in references(text)] == ["Quyết định này", "Quy chế này"]


PIECES = st.sampled_from([
    DECISION, DECREE, ". ", "; ", ", ", "\n\n", "Quyết định này ", "các Nghị định nêu trên ", "Đề án 06 ",
    "(sau đây gọi tắt là Nghị định 61) ", "Nghị định 61 ", "(gọi là Quyết định) ", "Quyết định ", "và ", "57, 59 ",
    "Nghị quyết 57, 59 và 68 ", "của Bộ Chính trị ", "Khoán 10 ", "¹ ", "Kế hoạch 5 năm ", "“Điều 1. ", "” ",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_no_two_citations_overlap(text: str) -> None:
    found = mined(text).citations
    assert all(one.end <= other.start for one, other in pairwise(found))
    for reference in (c for c in found if c.kind == "reference"):
        for start, end in reference.parts.values():
            assert 0 <= start < end <= len(text)
