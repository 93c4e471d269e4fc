"""Relations: readable text, the expected relation of each citation in order, and the showing words.

All cases are written for this test in the manner of Vietnamese reports, acts, Party documents and
auditors' letters of 1990-2026.  `tuned` groups were looked at while the rules were written.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.link import link_record

from .support import mined

BEFORE = [
    # tuned
    ("Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", ["basis"], "Căn cứ"),
    ("Quy chế này thay thế Quyết định số 1907/QĐ-UBND ngày 04/7/2016", ["replaces"], "thay thế"),
    ("bãi bỏ Quyết định số 12/2015/QĐ-UBND", ["repeals"], "bãi bỏ"),
    ("Sở Y tế đã ban hành Kế hoạch số 14/KH-SYT", ["issues"], "ban hành"),
    ("tiếp tục triển khai Nghị quyết số 76/NQ-CP", ["implements"], "triển khai"),
    ("Quy chế ban hành kèm theo Quyết định số 905/QĐ-UBND", ["attached_to"], "ban hành kèm theo"),
    ("Sở đã báo cáo kết quả thực hiện tại Công văn số 352/SYT-VP", ["reports"], "báo cáo"),
    ("hạn chế nêu tại Báo cáo số 87/BC-SNV", ["reports"], "nêu tại"),
    ("Sở Tư pháp thẩm định tại Báo cáo số 341/BC-STP", ["reports"], "định tại"),
    ("chỉ đạo các đơn vị bám sát Nghị quyết số 76/NQ-CP", ["implements"], "bám sát"),
    ("Bộ trưởng Bộ Xây dựng nhắc lại Nghị quyết số 76/NQ-CP", ["mentions"], None),
    ("Toàn tỉnh đã ban hành 41 văn bản; đáng chú ý là Nghị quyết số 27/2023/NQ-HĐND", ["issues"], "ban hành"),
    ("chấm điểm theo Bộ chỉ số ban hành tại Quyết định số 766/QĐ-TTg", ["basis"], "theo"),
    ("tham mưu sơ kết giữa kỳ Kế hoạch số 118/KH-UBND", ["implements"], "sơ kết"),
    ("phối hợp với Công an tỉnh đẩy mạnh Quyết định số 06/QĐ-TTg", ["implements"], "đẩy mạnh"),
    # own: replaces, repeals, amends
    ("thay thế cho Chỉ thị số 05/CT-UBND ngày 12/02/2014", ["replaces"], "thay thế cho"),
    ("Thông tư này thay cho Thông tư số 12/TT-LB ngày 26/7/1995", ["replaces"], "thay cho"),
    ("thay thế một phần Quyết định số 33/2010/QĐ-UBND", ["replaces"], "thay thế"),
    ("thay thế Quy chế làm việc ban hành kèm theo Quyết định số 11/2016/QĐ-UBND", ["replaces"], "thay thế"),
    ("hủy bỏ Quyết định số 1220/QĐ-UBND do ban hành sai thẩm quyền", ["repeals"], "hủy bỏ"),
    ("huỷ bỏ các Quyết định số 15/QĐ-UB và số 16/QĐ-UB", ["repeals", "repeals"], "hủy bỏ"),
    ("bãi bỏ Điều 6 và Điều 7 của Quy định ban hành kèm theo Quyết định số 2218/QĐ-UBND", ["repeals"], "bãi bỏ"),
    ("bãi bỏ toàn bộ Nghị quyết số 22/2021/NQ-HĐND", ["repeals"], "bãi bỏ"),
    ("công bố hết hiệu lực của Quyết định số 09/2012/QĐ-UBND", ["repeals"], "hết hiệu lực của"),
    ("ngưng hiệu lực thi hành Thông tư số 20/2014/TT-BTC", ["repeals"], "ngưng hiệu lực thi hành"),
    ("sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP", ["amends"], "sửa đổi, bổ sung"),
    ("sửa đổi, bổ sung Điều 5 Nghị định số 63/2010/NĐ-CP", ["amends"], "sửa đổi, bổ sung"),
    ("đính chính Quyết định số 1466/QĐ-UBND", ["amends"], "đính chính"),
    ("điều chỉnh một số chỉ tiêu tại Kế hoạch số 35/KH-UBND", ["amends"], "điều chỉnh"),
    ("sửa đổi tên và một số nội dung của Đề án kèm theo Quyết định số 77/QĐ-UBND", ["amends"], None),
    ("bổ sung Phụ lục II ban hành kèm theo Nghị định số 15/2021/NĐ-CP", ["amends"], "bổ sung"),
    # own: guides, attached
    ("hướng dẫn thi hành Nghị định số 24/2014/NĐ-CP", ["guides"], "hướng dẫn thi hành"),
    ("quy định chi tiết một số điều của Luật Cán bộ, công chức", ["guides"], "quy định chi tiết"),
    ("quy định chi tiết và hướng dẫn thi hành Luật Lưu trữ", ["guides"], "quy định chi tiết và hướng dẫn thi hành"),
    ("Thông tư số 01/2018/TT-VPCP hướng dẫn thi hành một số quy định của Nghị định số 61/2018/NĐ-CP",
     ["mentions", "guides"], None),
    ("Sở Nội vụ đã hướng dẫn thực hiện Nghị định số 178/2024/NĐ-CP", ["implements"], "thực hiện"),
    ("(Kèm theo Quyết định số 3127/QĐ-UBND ngày 22/12/2023)", ["attached_to"], "Kèm theo"),
    ("Quy chế được ban hành theo Quyết định số 58/QĐ-STC", ["attached_to"], "ban hành"),
    # own: issues
    ("Ban Thường vụ Đảng ủy đã có Nghị quyết số 05-NQ/ĐU", ["issues"], "đã có"),
    ("tham mưu UBND tỉnh phê duyệt Đề án tại Quyết định số 1520/QĐ-UBND", ["issues"], "phê duyệt"),
    ("HĐND tỉnh thông qua Nghị quyết số 15/NQ-HĐND", ["issues"], "thông qua"),
    ("đã xây dựng Kế hoạch số 21/KH-SCT", ["issues"], "xây dựng"),
    ("gửi Sở Tài chính Công văn số 55/SYT-KHTC", ["issues"], "gửi"),
    ("ban hành, tổ chức triển khai thực hiện Kế hoạch số 10/KH-UBND", ["issues"], None),
    ("ban hành quy chế chi tiêu nội bộ năm 2023 tại Quyết định số 06/QĐ-SYT", ["issues"], "ban hành"),
    # own: basis and implements
    ("theo quy định tại khoản 2 Điều 5 Nghị định số 45/2020/NĐ-CP", ["basis"], "quy định tại"),
    ("CĂN CỨ Luật Tổ chức chính quyền địa phương", ["basis"], "CĂN CỨ"),
    ("Trên cơ sở Thông báo số 102/TB-VPCP", ["basis"], "Trên cơ sở"),
    ("đúng tinh thần Nghị quyết số 18-NQ/TW", ["basis"], "tinh thần"),
    ("Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 77/TTr-SNV", ["basis"], "Xét đề nghị"),
    ("phù hợp với Luật Quy hoạch", ["basis"], "phù hợp với"),
    ("tuân thủ nghiêm Nghị định số 30/2020/NĐ-CP", ["basis"], "tuân thủ"),
    ("quán triệt Kết luận số 121-KL/TW", ["implements"], "quán triệt"),
    ("cụ thể hóa Nghị quyết số 57-NQ/TW", ["implements"], "cụ thể hóa"),
    ("tổ chức thực hiện nghiêm túc Chỉ thị số 26/CT-TTg", ["implements"], "tổ chức thực hiện"),
    ("sau 05 năm thi hành Luật Trẻ em", ["implements"], "thi hành"),
    # own: nothing is said, or about something else
    ("Nghị quyết số 131/NQ-CP giao các địa phương rà soát", ["mentions"], None),
    ("Theo ông Nam, bước ngoặt đến từ Kết luận số 212-KL/TU", ["mentions"], None),
    ("theo dõi, đôn đốc; Công văn số 4410/UBND-KSTT còn chậm", ["mentions"], None),
    ("Cuộc thi tìm hiểu quy định của Luật Đất đai", ["mentions"], None),
    ("giảm 02 đơn vị so với quy định tại Nghị định số 81/2017/NĐ-CP", ["mentions"], None),
    # fresh documents: who signs issues; several that are passed; a passive of another clause
    ("Ngày 12/5/2014, Chủ tịch UBND huyện ký Quyết định số 2216/QĐ-UBND", ["issues"], "ký"),
    ("HĐND tỉnh thông qua các Nghị quyết số 12/2012/NQ-HĐND", ["issues"], "thông qua"),
    ("về những điều không được làm, Ban Tổ chức Tỉnh ủy đã ban hành Hướng dẫn số 09-HD/BTCTU", ["issues"], "ban hành"),
    ("thay thế Giám đốc Sở, đồng chí Lan ký Quyết định số 12/QĐ-SYT", ["issues"], "ký"),
    ("đã điều chỉnh quy hoạch, Sở nhận được Công văn số 17/BXD-QHKT", ["mentions"], None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "words"), BEFORE)
def test_words_before(text: str, expected: list[str], words: str | None) -> None:
    citations = mined(text).citations
    assert [c.relation for c in citations] == expected
    if words:
        assert citations[0].relation_text == words


AFTER = [
    ("Quyết định số 12/2015/QĐ-UBND đã được bãi bỏ", ["repeals"], "đã được bãi bỏ"),
    ("theo Quyết định số 12/2015/QĐ-UBND (đã hết hiệu lực)", ["repeals"], "đã hết hiệu lực"),
    ("theo Quyết định số 8/QĐ-UBND, nay không còn hiệu lực", ["repeals"], "nay không còn hiệu lực"),
    ("Quyết định số 15/QĐ-UBND được thay thế bằng Quyết định số 21/QĐ-UBND",
     ["replaces", "mentions"], "được thay thế bằng"),
    ("Quyết định số 15/QĐ-UBND (được thay thế bởi Quyết định số 21/QĐ-UBND)",
     ["replaces", "mentions"], "được thay thế bởi"),
    ("Nghị định số 112/2020/NĐ-CP bị bãi bỏ bởi Nghị định số 5/2025/NĐ-CP", ["repeals", "mentions"], "bị bãi bỏ bởi"),
    ("Kế hoạch số 10/KH-UBND được UBND tỉnh ban hành ngày 05/01/2024", ["issues"], "được UBND tỉnh ban hành"),
    ("Chỉ thị số 11/CT-UBND đã được triển khai đến cấp xã", ["implements"], "đã được triển khai"),
    ("Quyết định số 3/QĐ-UBND và Quyết định số 4/QĐ-UBND đã bị hủy bỏ", ["repeals", "repeals"], "đã bị hủy bỏ"),
    ("Quyết định số 905/QĐ-UBND về tiếp công dân đã được thay thế", ["replaces"], "đã được thay thế"),
    ("theo Nghị định số 112/2020/NĐ-CP (được sửa đổi, bổ sung tại Nghị định số 71/2023/NĐ-CP)",
     ["basis", "amended_by"], "theo"),
    ("Nghị định số 61/2018/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 107/2021/NĐ-CP",
     ["amends", "amended_by"], "được sửa đổi, bổ sung bởi"),
    ("Luật số 85/2015/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 83/2025/QH15",
     ["amends", "amended_by"], None),
    ("Quyết định số 905/QĐ-UBND có hiệu lực từ ngày 15/4/2024", ["mentions"], None),
    ("Các quy định tại Quyết định số 131/QĐ-UB và Quyết định số 44/2003/QĐ-UB trái với Quyết định này đều bãi bỏ",
     ["repeals", "repeals"], "đều bãi bỏ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "words"), AFTER)
def test_words_after(text: str, expected: list[str], words: str | None) -> None:
    citations = [c for c in mined(text).citations if c.kind != "reference"]
    assert [c.relation for c in citations] == expected
    if words:
        assert citations[0].relation_text == words


LISTS = [
    ("Căn cứ Luật Đất đai, Luật Nhà ở và khoản 2 Điều 21 Luật Phí và lệ phí", ["basis"] * 3),
    ("thay thế Quyết định số 1/QĐ-UBND, số 2/QĐ-UBND và Quyết định số 3/QĐ-UBND", ["replaces"] * 3),
    ("bãi bỏ Quyết định số 1/QĐ-UBND, Quyết định số 2/QĐ-UBND và khoản 2 Điều 3 của Quyết định số 4/QĐ-UBND",
     ["repeals"] * 3),
    ("Triển khai Quyết định số 31/QĐ-UBND của UBND tỉnh ban hành Kế hoạch xây dựng nông thôn mới và "
     "Quyết định số 766/QĐ-TTg",
     ["implements", "implements"]),
    ("Ban hành Thông tư số 4/2022/TT-BXD quy định về hồ sơ quy hoạch, thay thế Thông tư số 12/2016/TT-BXD; "
     "Thông tư số 6/2022/TT-BXD ban hành Quy chuẩn", ["issues", "replaces", "issues"]),
    ("theo dõi việc thực hiện Quyết định số 905/QĐ-UBND (thay thế Quyết định số 640/QĐ-UBND) và "
     "Quyết định số 1542/QĐ-UBND",
     ["implements", "replaces", "implements"]),
    ("Bãi bỏ các văn bản sau:\n- Quyết định số 1/QĐ-UBND ngày 02/01/2019;\n- Quyết định số 2/QĐ-UBND ngày 03/02/2019;\n"
     "- Chỉ thị số 3/CT-UBND ngày 04/3/2019.", ["repeals"] * 3),
    ("Một số văn bản chỉ đạo nổi bật như: Kế hoạch số 5/KH-UBND; Công văn số 6/UBND-NC.", ["issues"] * 2),
    ("UBND tỉnh tập trung triển khai các chương trình đã được HĐND tỉnh ban hành, gồm: Nghị quyết số 5/NQ-HĐND; "
     "Nghị quyết số 6/NQ-HĐND.", ["implements"] * 2),
    ("1. Căn cứ: Nghị quyết số 76/NQ-CP; Kế hoạch số 118/KH-UBND về cải cách hành chính; Kết luận số 212-KL/TU.",
     ["basis"] * 3),
    ("(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\n\nNghị quyết số 76/NQ-CP đặt ra mục tiêu",
     ["attached_to", "mentions"]),
    ("khẩn trương thể chế hóa Nghị quyết số 57-NQ/TW, Nghị quyết số 66-NQ/TW và Nghị quyết số 68-NQ/TW",
     ["implements"] * 3),
    ("Căn cứ Nghị định số 107/2020/NĐ-CP, Sở Nội vụ đã ban hành Kế hoạch số 7/KH-SNV", ["basis", "issues"]),
    ("Kế hoạch số 12/KH-UBND về việc triển khai thực hiện Nghị quyết số 9-NQ/TU về chuyển đổi số",
     ["mentions", "implements"]),
    ("ban hành Kế hoạch số 12/KH-UBND thực hiện Nghị quyết số 9-NQ/TU; Công văn số 15/UBND-NC đôn đốc",
     ["issues", "implements", "issues"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text: str, expected: list[str]) -> None:
    assert [c.relation for c in mined(text).citations] == expected


FOOTNOTES = [
    ("Thực hiện Chương trình tổng thể cải cách hành chính¹, Sở báo cáo.\n\n¹ Nghị quyết số 76/NQ-CP của Chính phủ",
     "implements"),
    ("đã tham mưu UBND tỉnh ban hành Kế hoạch kiểm tra việc chấp hành kỷ luật năm 2024¹.\n\n"
     "¹ Quyết định số 173/QĐ-UBND của UBND tỉnh", "issues"),
    ("Triển khai thực hiện Kế hoạch tuyên truyền năm 2024¹, Sở đã làm.\n\n¹ Kế hoạch số 65/KH-UBND", "implements"),
    ("Đoàn kiểm tra kiến nghị xử lý theo thẩm quyền¹.\n\n¹ Báo cáo số 277/BC-STP ngày 12/11/2024", "reports"),
    ("Công tác thi đua được chú trọng¹.\n\n¹ Thực hiện Chỉ thị số 5/CT-TTg ngày 03/02/2023", "implements"),
    ("Công tác thi đua được chú trọng¹.\n\n¹ Quyết định số 5/QĐ-BTC ngày 03/02/2023", "mentions"),
    ("triển khai Kết luận của Ban Thường vụ Tỉnh ủy về chuyển đổi số¹.\n\n¹ Kết luận số 212-KL/TU", "implements"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation"), FOOTNOTES)
def test_footnotes(text: str, relation: str) -> None:
    assert [c.relation for c in mined(text).citations] == [relation]


CHAINS = [
    # who acts on whom, as the linker reads it: number of the acting document, or '-' for the citing one
    ("Quyết định số 9/QĐ-UBND ngày 02/01/2024 thay thế Quyết định số 1/QĐ-UBND ngày 02/01/2020",
     {"1/QĐ-UBND": "9/QĐ-UBND"}),
    ("Quyết định số 1/QĐ-UBND ngày 02/01/2020 (được thay thế bởi Quyết định số 9/QĐ-UBND ngày 02/01/2024)",
     {"1/QĐ-UBND": "9/QĐ-UBND"}),
    ("Quyết định này thay thế Quyết định số 1/QĐ-UBND ngày 02/01/2020 và Quyết định số 2/QĐ-UBND ngày 03/01/2020",
     {"1/QĐ-UBND": "-", "2/QĐ-UBND": "-"}),
    ("Nghị định số 5/2025/NĐ-CP bãi bỏ Nghị định số 1/2015/NĐ-CP, Nghị định số 2/2016/NĐ-CP và khoản 2 Điều 3 của "
     "Nghị định số 3/2017/NĐ-CP",
     {"1/2015/NĐ-CP": "5/2025/NĐ-CP", "2/2016/NĐ-CP": "5/2025/NĐ-CP", "3/2017/NĐ-CP": "5/2025/NĐ-CP"}),
    ("Nghị định số 107/2021/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP",
     {"61/2018/NĐ-CP": "107/2021/NĐ-CP"}),
    ("Căn cứ Luật Đất đai năm 2024, Quyết định này bãi bỏ Quyết định số 1/QĐ-UBND ngày 02/01/2020",
     {"1/QĐ-UBND": "-"}),
    ("Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021, UBND tỉnh đã bãi bỏ Quyết định số 1/QĐ-UBND ngày 02/01/2020",
     {"1/QĐ-UBND": "-"}),
    ("theo Nghị định số 107/2021/NĐ-CP, sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP",
     {"61/2018/NĐ-CP": "107/2021/NĐ-CP"}),
    ("Quyết định số 38/2019/QĐ-UBND hết hiệu lực kể từ ngày Quyết định số 9/2024/QĐ-UBND có hiệu lực",
     {"38/2019/QĐ-UBND": "9/2024/QĐ-UBND"}),
    ("Quyết định số 9/2024/QĐ-UBND thay thế Quyết định số 1/2019/QĐ-UBND; Quyết định số 5/2024/QĐ-UBND bãi bỏ "
     "Quyết định số 3/2018/QĐ-UBND", {"1/2019/QĐ-UBND": "9/2024/QĐ-UBND", "3/2018/QĐ-UBND": "5/2024/QĐ-UBND"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_who_acts_on_whom(text: str, expected: dict[str, str]) -> None:
    record = mined(text, province="tỉnh Lâm Hải")
    linked = link_record(record, text)
    by_id = {c.id: c for c in linked.record.citations}
    found: dict[str, str | None] = {}
    for citation in linked.record.citations:
        if citation.relation in ("replaces", "repeals", "amends") and citation.number:
            actor = linked.actors.get(citation.id)
            found[citation.number] = by_id[actor].number if actor else "-"
    assert found == expected


PIECES = [
    "Quyết định số 9/QĐ-UBND", "Luật Đất đai", "khoản 2 Điều 5", "thay thế", "được sửa đổi, bổ sung tại", "(", ")",
    "; ", ", ", " và ", "\n- ", ":\n", "ban hành kèm theo", "theo", "về việc giao đất", "đã hết hiệu lực", "¹",
    "\n\n¹ ", "hướng dẫn", "của UBND tỉnh", "ngày 03/4/2024",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_the_words_of_a_relation_stand_where_they_are_said_to_stand(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for citation in mined(text).citations:
        assert citation.relation is not None
        assert ("relation" in citation.parts) == (citation.relation_text is not None)
        if citation.relation_text:
            start, end = citation.parts["relation"]
            assert text[start:end].split() == citation.relation_text.split()
