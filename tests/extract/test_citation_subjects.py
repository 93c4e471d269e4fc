"""Subjects (trích yếu): readable text, the expected subject of each numbered citation, in order.

All cases are written for this test in the manner of Vietnamese reports, decisions, letters and
Party documents of 1990-2026; `tuned` ones were looked at while the rules were written.
"""

from __future__ import annotations

import pytest

from .support import mined

AFTER = [
    # tuned
    ("Quyết định số 905/QĐ-UBND ngày 03/4/2024 về việc ban hành Quy chế tiếp công dân; đồng thời",
     ["Quy chế tiếp công dân"]),
    ("Quyết định số 12/QĐ-SYT ngày 02/6/2023 về việc thành lập Tổ công tác số hóa.",
     ["thành lập Tổ công tác số hóa"]),
    ("Nghị định số 16/2015/NĐ-CP quy định cơ chế tự chủ của đơn vị sự nghiệp công lập.",
     ["quy định cơ chế tự chủ của đơn vị sự nghiệp công lập"]),
    ("Quyết định số 7/QĐ-UBND về Kế hoạch cải cách hành chính (CCHC) năm 2024 của Sở Tài chính với 31 nhiệm vụ",
     ["Kế hoạch cải cách hành chính (CCHC) năm 2024 của Sở Tài chính"]),
    ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư và Luật Lưu trữ năm 2011.",
     ["công tác văn thư"]),
    ("Nghị quyết số 6/2024/NQ-HĐND phân cấp quản lý tài sản công", [None]),
    ("Nghị quyết số 6/2024/NQ-HĐND quy định phân cấp quản lý tài sản công, thay thế Nghị quyết số 32/2018/NQ-HĐND",
     ["quy định phân cấp quản lý tài sản công", None]),
    ("Công văn số 79/UBND-KSTT yêu cầu các sở, ngành báo cáo tiến độ số hóa.",
     ["yêu cầu các sở, ngành báo cáo tiến độ số hóa"]),
    ("Sở đã có Công văn số 17/SYT-VP ngày 17/5/2023 và 19/SYT-VP ngày 29/5/2023 gửi các Sở, ngành liên quan "
     "đôn đốc nộp báo cáo",
     ["đôn đốc nộp báo cáo", "đôn đốc nộp báo cáo"]),
    ("Nghị quyết số 131/NQ-CP giao các địa phương rà soát phí.", [None]),
    # own
    ("Kế hoạch số 5/KH-UBND v/v thực hành tiết kiệm, chống lãng phí năm 2023.",
     ["thực hành tiết kiệm, chống lãng phí năm 2023"]),
    ("Thông báo số 15/TB-SNV V/v tuyển dụng viên chức.", ["tuyển dụng viên chức"]),
    ("Quyết định số 21/QĐ-UBND về “Quy chế văn hóa công sở”.", ["Quy chế văn hóa công sở"]),
    ("Kế hoạch số 5/KH-UBND ngày 03/01/2023 thực hiện Nghị quyết số 76/NQ-CP của Chính phủ.",
     ["thực hiện Nghị quyết số 76/NQ-CP của Chính phủ", None]),
    ("Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số điều của "
     "Nghị định số 61/2018/NĐ-CP;",
     ["sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP", None]),
    ("Quyết định số 3/QĐ-UBND về phân bổ kinh phí và Quyết định số 4/QĐ-UBND về giao biên chế.",
     ["phân bổ kinh phí", "giao biên chế"]),
    ("Chỉ thị số 26/CT-TTg ngày 05/9/2016 của Thủ tướng Chính phủ về tăng cường kỷ luật, kỷ cương trong các cơ quan; "
     "Sở đã quán triệt", ["tăng cường kỷ luật, kỷ cương trong các cơ quan"]),
    ("Quyết định số 15/QĐ-BTC công bố thủ tục hành chính lĩnh vực thuế (có hiệu lực từ ngày 01/7/2024)",
     ["công bố thủ tục hành chính lĩnh vực thuế"]),
    ("Quyết định số 905/QĐ-UBND về tiếp công dân đã được thay thế", ["tiếp công dân"]),
    ("Nghị quyết số 9-NQ/TU về chuyển đổi số, UBND tỉnh đã ban hành kế hoạch", ["chuyển đổi số"]),
    ("Quyết định số 40/QĐ-SGDĐT về giao chỉ tiêu tuyển sinh năm học 2023 - 2024, đến nay đã hoàn thành",
     ["giao chỉ tiêu tuyển sinh năm học 2023 - 2024"]),
    ("Quyết định số 8/QĐ-UBND về hệ thống hóa văn bản của HĐND, UBND tỉnh kỳ 2019-2023.",
     ["hệ thống hóa văn bản của HĐND, UBND tỉnh kỳ 2019-2023"]),
    ("Báo cáo số 42/BC-UBND ngày 09/3/2022 tổng kết công tác năm 2021", [None]),
    ("Quyết định số 58/QĐ-STC ngày 21/02/2023 ban hành kèm theo Quy chế", [None]),
    ("Thông tư liên tịch số 12/TT-LB của liên Bộ Tài chính - Lao động hướng dẫn chế độ bảo hiểm",
     ["hướng dẫn chế độ bảo hiểm"]),
    ("(Quyết định số 11/QĐ-UBND về giao đất) cho doanh nghiệp", ["giao đất"]),
    ("Kế hoạch số 12/KH-UBND về\ncải cách hành chính trên địa bàn\nhuyện năm 2024.",
     ["cải cách hành chính trên địa bàn huyện năm 2024"]),
    ("Kế hoạch số 3/KH-UBND về chuyển đổi số (sau đây gọi tắt là Kế hoạch).", ["chuyển đổi số"]),
    ("Nghị quyết số 76/NQ-CP ban hành Chương trình tổng thể (sau đây gọi tắt là Nghị quyết) như sau:",
     ["Chương trình tổng thể"]),
    ("Thông tư số 01/2023/TT-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định về số hóa hồ sơ.",
     ["quy định về số hóa hồ sơ"]),
    ("Luật Đất đai năm 2024 về thu hồi đất", []),
    # own: the title of a plan follows its date at once, and closes with its years
    ("Kế hoạch số 18/KH-SYT ngày 05/02/2024 rà soát thủ tục hành chính nội bộ năm 2024 gồm 12 nhóm việc.",
     ["rà soát thủ tục hành chính nội bộ năm 2024"]),
    ("Kế hoạch số 8/KH-TTr ngày 05/02/2024 giám sát việc quản lý đất công.", ["giám sát việc quản lý đất công"]),
    ("Theo Kế hoạch số 18/KH-TTr ngày 05/02/2024 kiểm tra 14 đơn vị năm 2024", [None]),
    ("Quyết định số 18/QĐ-SYT ngày 05/02/2024 kiểm tra việc khám bệnh năm 2024", [None]),
    # own: what goes on about something else
    ("Nghị quyết số 4/NQ-HĐND về thu ngân sách, tổng thu nội địa đạt 4.120 tỷ đồng.", ["thu ngân sách"]),
    ("Quyết định số 9/QĐ-UBND về giao biên chế, trong quý đã tuyển dụng 12 người.", ["giao biên chế"]),
    ("Nghị định số 30/2020/NĐ-CP về công tác văn thư và đề nghị của Sở Nội vụ tại Tờ trình số 7/TTr-SNV",
     ["công tác văn thư", None]),
]  # fmt: skip

BEFORE = [
    # tuned
    ("đã ban hành quy chế chi tiêu nội bộ năm 2023 tại Quyết định số 06/QĐ-SYT.", ["quy chế chi tiêu nội bộ năm 2023"]),
    ("Kế hoạch cải cách hành chính tỉnh năm 2024 ban hành kèm theo Quyết định số 3127/QĐ-UBND",
     ["Kế hoạch cải cách hành chính tỉnh năm 2024"]),
    ("Bộ phận Một cửa thực hiện đúng Quy chế ban hành kèm theo Quyết định số 1542/QĐ-UBND", ["Quy chế"]),
    ("bãi bỏ Điều 6 của Quy định ban hành kèm theo Quyết định số 2218/QĐ-UBND", ["Quy định"]),
    ("Chức năng, nhiệm vụ của Sở hiện nay đã được kiện toàn lại theo Quyết định số 86/QĐ-UBND và "
     "Quyết định số 77/QĐ-UBND",
     ["Chức năng, nhiệm vụ của Sở"] * 2),
    ("báo cáo kết quả thực hành tiết kiệm năm 2022 tại Công văn số 352/SYT-VP.",
     ["báo cáo kết quả thực hành tiết kiệm năm 2022"]),
    # own
    ("đã phê duyệt Đề án vị trí việc làm tại Quyết định số 1520/QĐ-UBND", ["Đề án vị trí việc làm"]),
    ("theo Quy trình tiếp nhận hồ sơ được công bố tại Quyết định số 5/QĐ-SNV", ["Quy trình tiếp nhận hồ sơ"]),
    ("Danh mục tài sản kèm theo Tờ trình số 12/TTr-STC", ["Danh mục tài sản"]),
    ("đã ban hành Kế hoạch tuyên truyền năm 2024 (Kế hoạch số 5/KH-UBND)", ["Kế hoạch tuyên truyền năm 2024"]),
    ("Quy chế thay thế Quy chế tiếp dân ban hành kèm theo Quyết định số 14/2008/QĐ-BTC", ["Quy chế tiếp dân"]),
    # own: a clause is no subject
    ("06 người nghỉ hưu trước tuổi theo Nghị định số 178/2024/NĐ-CP", [None]),
    ("đáp ứng tiêu chuẩn theo quy định tại Nghị định số 33/2023/NĐ-CP", [None]),
    ("UBND tỉnh đã giao Sở Tài chính chủ trì tại Công văn số 51/UBND-KT", [None]),
    ("Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 77/TTr-SNV", [None]),
    ("Một số nhiệm vụ tại Công văn số 44/UBND-KSTT còn chậm", [None]),
    ("Thực hiện chỉ đạo của UBND tỉnh tại Công văn số 44/UBND-KSTT", [None]),
    ("Sở Kế hoạch và Đầu tư được tổ chức lại theo Quyết định số 12/QĐ-UBND", [None]),
]  # fmt: skip

FOOTNOTES = [
    # tuned
    ("tham mưu UBND tỉnh ban hành Kế hoạch tuyên truyền năm 2024¹.", "Kế hoạch tuyên truyền năm 2024"),
    ("Triển khai thực hiện Kế hoạch kiểm tra hoạt động năm 2024 của UBND tỉnh¹, Sở đã kiểm tra",
     "Kế hoạch kiểm tra hoạt động năm 2024 của UBND tỉnh"),
    ("Sở Nội vụ đã tham mưu UBND tỉnh chỉ đạo các cơ quan khắc phục hạn chế¹.",
     "chỉ đạo các cơ quan khắc phục hạn chế"),
    ("Sở Kế hoạch và Đầu tư đã tham mưu UBND tỉnh thành lập Ban Chỉ đạo các dự án trọng điểm¹.",
     "thành lập Ban Chỉ đạo các dự án trọng điểm"),
    ("ban hành Kế hoạch phổ biến pháp luật, hòa giải ở cơ sở, xây dựng cấp xã chuẩn tiếp cận pháp luật¹.",
     "Kế hoạch phổ biến pháp luật, hòa giải ở cơ sở, xây dựng cấp xã chuẩn tiếp cận pháp luật"),
    # own
    ("ban hành Quy chế làm việc⁵, Nội quy cơ quan¹ và các văn bản khác", "Nội quy cơ quan"),
    ("thực hiện các Nghị định của Chính phủ về cơ chế một cửa¹", "Nghị định của Chính phủ về cơ chế một cửa"),
    ("xây dựng chương trình hành động thực hiện Nghị quyết số 9-NQ/TU về chuyển đổi số¹",
     "chương trình hành động thực hiện Nghị quyết số 9-NQ/TU về chuyển đổi số"),
    ("UBND huyện đã kiện toàn Ban Chỉ đạo cải cách hành chính¹.", "kiện toàn Ban Chỉ đạo cải cách hành chính"),
    ("hỗ trợ hộ nghèo (viết tắt là HN)¹.", "hỗ trợ hộ nghèo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subjects"), AFTER + BEFORE)
def test_subject(text: str, subjects: list[str | None]) -> None:
    numbered = [c for c in mined(text).citations if c.kind == "numbered"]
    assert [c.subject for c in numbered] == subjects


@pytest.mark.parametrize(("body", "subject"), FOOTNOTES)
def test_a_footnote_takes_the_phrase_that_its_mark_closes(body: str, subject: str) -> None:
    text = f"{body}\n\n¹ Quyết định số 271/QĐ-UBND ngày 27/01/2024 của UBND tỉnh\n"
    (footnoted,) = [c for c in mined(text).citations if c.footnote == 1]
    assert footnoted.subject == subject


def test_a_footnote_that_says_its_subject_needs_no_phrase() -> None:
    text = "đã chỉ đạo kịp thời¹.\n\n¹ Công văn số 15/UBND-NC về việc trực Tết Nguyên đán\n"
    (letter,) = mined(text).citations
    assert letter.subject == "trực Tết Nguyên đán"


def test_a_decision_is_about_the_document_that_is_attached_to_it() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH LÂM HẢI\n\nKẾ HOẠCH\n\nChuyển đổi số huyện năm 2024\n\n"
        "(Ban hành kèm theo Quyết định số 905/QĐ-UBND ngày 03/4/2024)\n\nĐiều 1. Phạm vi\n"
    )
    (decision,) = mined(text).citations
    assert (decision.subject, decision.relation) == (
        "Kế hoạch Chuyển đổi số huyện năm 2024",
        "attached_to",
    )
    assert decision.rules["subject"] == "own-title"


def test_a_subject_has_its_place() -> None:
    text = "Quyết định số 905/QĐ-UBND về việc ban hành Quy chế tiếp công dân; đồng thời"
    (decision,) = mined(text).citations
    start, end = decision.parts["subject"]
    assert text[start:end] == "Quy chế tiếp công dân"
