"""Acts cited by name: a sentence in which «what is cited» is marked.

All sentences are written for this test after the manner of the family named over them; none is
taken from a document.  Those marked `tuned` were looked at while the rules were made; the others
were written before they were run and only then mended.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_mining import lexicon
from cchc_mining.extract.citations.named import find_named_acts
from cchc_mining.records import Citation
from cchc_mining.vietnamese import modern_tones

from .support import mined


def named(text: str) -> list[Citation]:
    return [c for c in mined(text).citations if c.kind == "named"]


# -- central legislation of 1990-2015: name and date, the issuer outside ---------------------------

LEGISLATION = [
    # tuned
    "Căn cứ «Luật Tổ chức Chính phủ ngày 30 tháng 9 năm 1992»;",
    "Căn cứ «Luật Giáo dục ngày 14 tháng 6 năm 2005»;",
    (
        "Căn cứ «Luật Giáo dục ngày 14/6/2005» và «Luật sửa đổi, bổ sung một số điều của Luật Giáo dục "
        "ngày 25 tháng 11 năm 2009»;"
    ),
    "Căn cứ «Pháp lệnh Vệ sinh an toàn thực phẩm ngày 26 tháng 7 năm 2003»;",
    "Căn cứ «Luật sửa đổi Điều 126 của Luật Nhà ở và Điều 121 của Luật Đất đai ngày 18 tháng 6 năm 2009»;",
    "«Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992» đã được sửa đổi",
    (
        "Căn cứ vào «Hiến pháp năm 1992» (đã được sửa đổi, bổ sung theo Nghị quyết số 51/2001/QH10 ngày "
        "25 tháng 12 năm 2001);"
    ),
    "Căn cứ «Luật Tổ chức Hội đồng nhân dân và Uỷ ban nhân dân (sửa đổi) ngày 21 tháng 6 năm 1994»;",
    # own
    "Căn cứ Luật Khuyến khích đầu tư trong nước (sửa đổi) số 03/1998/QH10 ngày 20 tháng 5 năm 1998;",
    "Căn cứ «Luật Đầu tư nước ngoài tại Việt Nam ngày 12 tháng 11 năm 1996»;",
    "Căn cứ «Luật thuế doanh thu» được Quốc hội khóa VIII thông qua",
    (
        "Căn cứ «Luật thuế lợi tức ngày 30/6/1990» và «Luật sửa đổi, bổ sung một số điều của Luật thuế "
        "lợi tức ngày 06/7/1993»;"
    ),
    "Căn cứ «Pháp lệnh Kế toán và Thống kê» công bố theo Lệnh của Chủ tịch Hội đồng Nhà nước",
    "Căn cứ «Pháp lệnh Thú y ngày 4 tháng 2 năm 1993»;",
    "Căn cứ «Bộ luật hàng hải Việt Nam ngày 30 tháng 6 năm 1990»;",
    "theo quy định tại Điều 9 «Bộ luật hàng hải»",
    (
        "Căn cứ «Bộ luật Lao động ngày 23 tháng 6 năm 1994»; «Luật sửa đổi, bổ sung một số điều của Bộ "
        "luật Lao động ngày 02 tháng 4 năm 2002»;"
    ),
    (
        "Căn cứ «Pháp lệnh Xử lý vi phạm hành chính ngày 02 tháng 7 năm 2002» và «Pháp lệnh sửa đổi, bổ "
        "sung một số điều Pháp lệnh Xử lý vi phạm hành chính ngày 02 tháng 4 năm 2008»;"
    ),
    "Căn cứ «Luật Ban hành văn bản qui phạm pháp luật ngày 12 tháng 11 năm 1996» của Quốc hội;",
    (
        "Căn cứ «Luật Hàng không dân dụng Việt Nam ngày 26-12-1991» và «Luật sửa đổi bổ sung một số điều "
        "của Luật Hàng không dân dụng Việt Nam ngày 20-4-1995»;"
    ),
    "Căn cứ «Luật Ngân sách Nhà nước ngày 20/3/1996»;",
    "Căn cứ «Pháp lệnh thuế thu nhập đối với người có thu nhập cao ngày 19 tháng 5 năm 2001»;",
    "Căn cứ «Pháp lệnh về nghĩa vụ lao động công ích ngày 10-11-1988»;",
    (
        "Căn cứ «Luật Doanh nghiệp Nhà nước ngày 26 tháng 11 năm 2003»; «Luật Doanh nghiệp ngày 12 tháng "
        "6 năm 1999»;"
    ),
    (
        "Căn cứ «Pháp lệnh Ưu đãi người hoạt động cách mạng, liệt sĩ và gia đình liệt sĩ, thương binh, "
        "bệnh binh, người hoạt động kháng chiến, người có công giúp đỡ cách mạng ngày 29 tháng 8 năm "
        "1994»;"
    ),
    "Điều 5 «Pháp lệnh Hợp đồng kinh tế ngày 25 tháng 9 năm 1989» quy định",
    (
        "«Luật các tổ chức tín dụng» và «Luật sửa đổi, bổ sung một số điều của Luật các tổ chức tín dụng "
        "ngày 15/6/2004»"
    ),
    "Căn cứ «Luật Bảo vệ sức khoẻ nhân dân ngày 30 tháng 6 năm 1989»;",
    (
        "Căn cứ «Luật sửa đổi, bổ sung một số điều của các luật liên quan đến đầu tư xây dựng cơ bản "
        "ngày 19 tháng 6 năm 2009»;"
    ),
    "«Luật sửa đổi, bổ sung một số điều của các Luật về thuế ngày 26/11/2014»",
    (
        "Căn cứ «Luật Tổ chức Toà án nhân dân năm 2002»; «Pháp lệnh Thẩm phán và Hội thẩm Toà án nhân "
        "dân năm 2002»"
    ),
    "Căn cứ «Luật Sỹ quan Quân đội nhân dân Việt Nam ngày 21 tháng 12 năm 1999»;",
    "«Luật về Sĩ quan Quân đội nhân dân Việt Nam ngày 30 tháng 12 năm 1981»",
    "Căn cứ «Luật Hôn nhân và\ngia đình ngày 09 tháng 6 năm 2000»;",
    "Căn cứ «Luật  Di sản  văn hoá ngày 29 tháng 6 năm 2001»;",
    (
        "Căn cứ «Luật Khiếu nại, tố cáo ngày 02 tháng 12 năm 1998», «Luật sửa đổi, bổ sung một số điều "
        "của Luật Khiếu nại, tố cáo ngày 15 tháng 6 năm 2004» và ngày 29 tháng 11 năm 2005;"
    ),
    "khoản 2 Điều 12 của «Luật Điện lực» và Điều 4 của «Pháp lệnh Giá»",
    "«Luật Bảo vệ, chăm sóc và giáo dục trẻ em ngày 12/8/1991»",
    "«Bộ luật Tố tụng hình sự sửa đổi, bổ sung năm 2000»",
    "«Luật khuyến khích xuất khẩu nông sản ngày 12 tháng 3 năm 1995»",  # no such law: a name to be read
    "«Pháp lệnh bảo tồn giống vật nuôi quý năm 1994»",  # nor this
    "«Bộ luật Dân sự của nước Cộng hòa xã hội chủ nghĩa Việt Nam ngày 28 tháng 10 năm 1995»",
    "«Bộ Luật tố tụng dân sự năm 2004», được sửa đổi, bổ sung năm 2011",
    "«Luật Đất đai năm 1993» và các «Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 1998», năm 2001",
    "Căn cứ «Luật Bảo vệ môi trường ngày 10 tháng 01 năm 1994»;",
    (
        "Căn cứ vào «Luật thuế xuất khẩu, thuế nhập khẩu ngày 26-12-1991» và «Luật sửa đổi, bổ sung một "
        "số điều Luật thuế xuất khẩu, thuế nhập khẩu ngày 5-7-1993»;"
    ),
    "Điều 25, «Luật Xây dựng»; khoản 3, Điều 5, «Luật Đất đai năm 2003»",
    "Căn cứ «Luật Tổ chức Hội đồng Bộ trưởng ngày 4 tháng 7 năm 1981»;",
    "«Pháp lệnh Dân số» và «Pháp lệnh sửa đổi Điều 10 Pháp lệnh Dân số»",
    "«Hiến pháp nước Việt Nam Dân chủ Cộng hoà năm 1946»",
    "«Hiến pháp nước CHXHCN Việt Nam ngày 15 tháng 4 năm 1992»",
]

# -- reports of ministries, provinces, districts, communes, Party bodies, 2002-2026 ----------------

REPORTS = [
    # tuned
    "theo «Luật Đất đai năm 2024» và «Luật Nhà ở»",
    "«Luật Phòng, chống bạo lực gia đình» được ban hành",
    "«Luật tổ chức chính quyền địa phương năm 2015»",
    "«Luật Lưu trữ (sửa đổi)» cho cán bộ",
    "«Bộ luật Lao động năm 2019»; «Hiến pháp năm 2013»",
    (
        "«Luật Phòng, chống tham nhũng», «Luật Tiếp công dân», «Luật Thực hành tiết kiệm, chống lãng "
        "phí» và «Luật Cán bộ, công chức»"
    ),
    "Tuyên truyền «luật đất đai», «luật giao thông đường bộ» cho nhân dân",
    "V/V TRIỂN KHAI THI HÀNH «LUẬT ĐẤT ĐAI NĂM 2024»",
    "«Luật Ngân sách», «Luật BHXH», «Luật PCTN», «BLDS 2015», «Bộ luật TTHS», «Luật XLVPHC»",
    "các «Luật: Đầu tư», «Nhà ở», «Đất đai» được triển khai",
    "«Luật Đầu tư», «Doanh nghiệp» và «Đấu thầu».",
    "«Bộ luật Dân sự» và «Tố tụng dân sự».",
    "góp ý «Luật Sửa đổi 10 Luật» có liên quan",
    "«Luật Phòng chống  tham\nnhũng 2018»",
    (  # own: reports on administrative reform
        "Thực hiện «Luật Thi đua, khen thưởng», năm 2022 huyện đã khen 12 tập thể"
    ),
    # own
    "Tổ chức hội nghị phổ biến «Luật Cán bộ công chức», «Luật Viên chức» cho 120 lượt người",
    "Sở đã góp ý dự thảo «Luật Nhà giáo», dự án «Luật Việc làm (sửa đổi)»",
    "rà soát các văn bản theo «Luật Ban hành VBQPPL năm 2015 (sửa đổi, bổ sung năm 2020)»",
    "«Luật Giao dịch điện tử (sửa đổi) ngày 22/6/2023»",
    "theo «Luật Bầu cử ĐBQH và đại biểu HĐND»",
    "quy định của «Luật Tổ chức HĐND và UBND năm 2003»",
    "«Luật Tổ chức CQĐP năm 2025», có hiệu lực từ 01/7/2025",
    "nội dung cơ bản của các luật: «Luật Căn cước», «Luật Viễn thông» và «Luật Giá»",
    "«Luật Trật tự, an toàn giao thông đường bộ»; «Luật Đường bộ»",
    "theo «Luật Đất đai 2013» (hết hiệu lực) và «Luật Đất đai 2024»",
    "cuộc thi trực tuyến tìm hiểu «Luật Phòng, chống ma túy»; «Luật Hòa giải ở cơ sở»",
    "«Luật Quản lý, sử dụng tài sản công»; «Luật Đấu giá tài sản (2016)»",
    "xử lý theo «Bộ luật Hình sự 2015», «BLTTHS» và «Luật Xử lý VPHC»",
    "Điều 48 và Điều 49 của «Luật Thống kê»",
    "đánh giá tác động theo «Luật BHYT sửa đổi».",
    "«Luật sửa đổi, bổ sung Luật CBCC 2019»",
    (
        "«Luật sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Nhà ở, Luật Kinh doanh bất động sản "
        "và Luật Các tổ chức tín dụng năm 2024» và «Luật Đấu thầu»"
    ),
    "«Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công, Luật PPP, Luật Đầu tư và Luật Nhà ở»",
    "«Luật sửa đổi, bổ sung một số điều của Luật Kiểm toán nhà nước» và «Luật Xây dựng»",
    (
        "«Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ, Luật Tổ chức chính quyền địa "
        "phương năm 2019»"
    ),
    "«LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT XÂY DỰNG NĂM 2020»",
    "các «Luật Đầu tư công», «Đầu tư», «Đấu thầu» đã được sửa đổi",
    "theo các «Luật sau: Quy hoạch», «Xây dựng» và «Kiến trúc».",
    "«Pháp lệnh Ưu đãi người có công với cách mạng ngày 09/12/2020»",
    "«Pháp lệnh Dân chủ» ở xã, Pháp lệnh 34; «Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn năm 2007»",
    "tuân thủ «Hiến pháp» và pháp luật",
    "«Luật Thương mại điện tử» sẽ có hiệu lực",
    "**«Luật Dữ liệu»** năm 2024",
    "theo «Luật PCCC và CNCH năm 2024»; «Luật Phòng cháy, chữa cháy»",
    "triển khai «Luật AI», «Luật Chuyển đổi số»",
    "quán triệt của«Luật Tiếp công dân» tới",
    "vận động thực hiện «Luật Phòng, chống tác hại của rượu, bia», «Luật Trẻ em»",
    "«Luật phổ biến giáo dục pháp luật»; «luật nghĩa vụ quân sự»; «bộ luật dân sự»",
    "góp ý hồ sơ «Luật Phát triển kinh tế tư nhân» đang lấy ý kiến",  # lexicon lacks it
    "dự án «Luật Đô thị đặc biệt», «Luật Chính quyền điện tử thông minh và bền vững» đã",  # nor these
    "theo Điều 20 «luật giá năm 2023»",
    "«Luật Trách nhiệm bồi thường của Nhà nước» số liệu năm 2019",
    "«Luật Bảo hiểm xã hội» 2021 - 2025 được",
    "Tập huấn «Luật Thanh niên\nnăm 2020» cho đoàn viên",
    "«Luật Lao động», «Luật Hình sự»",
    "«Luật Thi đua - Khen thưởng»; «Luật tổ chức HĐND&UBND năm 2003»",
    "«Luật Dân quân tự vệ» và «Pháp lệnh Dự bị động viên»",
    "«Luật Cư trú», «Căn cước công dân»; «Luật Thanh tra» và «Luật Khiếu nại, Tố cáo»",
    "Theo «Luật Đầu tư», Doanh nghiệp và nhà đầu tư phải báo cáo",
    "Thực hiện «Luật Thanh tra», Thanh tra tỉnh đã ban hành",
    "Thực hiện «Luật Tiếp công dân», ngày 05/6/2023 UBND tỉnh đã ban hành",
    "tổng kết thi hành «Luật Kinh tế số», «Luật Hàng không vũ trụ» và",  # nor these
    "theo quy định «Luật Đất đai năm 2013»; nhận định «Luật Giá» còn vướng",
    "tuyên truyền cho học sinh, sinh viên «Luật Phòng, chống ma túy»; tại bệnh viện «Luật Khám chữa bệnh»",
    "theo «Luật HTX năm 2023» và «Luật Hợp tác xã»",
]


@pytest.mark.parametrize("marked", LEGISLATION + REPORTS)
def test_acts_are_found_with_their_bounds(marked: str) -> None:
    text = marked.translate(dict.fromkeys(map(ord, "«»")))
    found = text
    for act in reversed(named(text)):
        found = f"{found[: act.start]}«{act.text}»{found[act.end :]}"
    assert found == marked


NOT_ACTS = [
    # tuned
    "các luật sư, luật gia; pháp luật về đất đai; Luật này",
    "Trường Đại học Luật Hà Nội", "Khoa Luật Kinh tế", "Ngày Pháp luật năm 2024", "văn bản luật",
    "Báo Pháp luật Việt Nam", "Công ty Luật ABC", "các luật có liên quan", "Luật, Nghị định và Thông tư",
    "Luật chuyên ngành", "dự án Luật, pháp lệnh", "theo luật định", "Câu lạc bộ Luật Đất đai",
    # own
    "Công ty TNHH Luật Đất Việt", "Văn phòng Luật sư Thống Nhất", "Đoàn Luật sư tỉnh", "Hội Luật gia Việt Nam",
    "cử nhân Luật Dân sự", "Thạc sĩ Luật Hình sự", "chuyên ngành Luật Đất đai", "Viện Khoa học pháp lý và Luật so sánh",
    "kỷ luật lao động", "Kỷ luật Đảng", "quy luật giá trị", "quy luật cạnh tranh",
    "kỹ thuật xây dựng", "nghệ thuật biểu diễn",
    "PHÁP LUẬT ĐẤT ĐAI", "pháp luật xây dựng, pháp luật đầu tư", "Công ước Luật Biển năm 1982", "định luật bảo toàn",
    "Luật có hiệu lực thi hành từ ngày 01 tháng 7 năm 2014", "Luật được Quốc hội thông qua ngày 26/11/2013",
    "Luật mới năm 2024", "luật hiện hành năm 2003", "Luật sửa đổi, bổ sung năm 2009", "Luật nêu trên",
    "vi phạm luật giá cả", "theo luật dược sĩ", "theo luật ai cũng biết", "luật kinh tế, luật quốc tế",
    "Pháp lệnh này", "các pháp lệnh có liên quan", "dự thảo luật, pháp lệnh", "hiến pháp và pháp luật",
    "Luật Hiến pháp so sánh", "Tòa án Hiến pháp Đức", "cán bộ luật, cán bộ tư pháp", "Tạp chí Luật học",
    "Luật Việt Nam, luật nước ngoài", "ngành luật kinh tế và luật thương mại quốc tế",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_ACTS)
def test_what_is_no_act(text: str) -> None:
    assert [c.text for c in named(text)] == []


TYPES = [
    ("BLDS 2015", "Bộ luật", "Quốc hội"),
    ("Bộ Luật Lao động", "Bộ luật", "Quốc hội"),
    ("LUẬT ĐẤT ĐAI", "Luật", "Quốc hội"),
    ("Hiến pháp năm 2013", "Hiến pháp", "Quốc hội"),
    ("Pháp lệnh Ngoại hối năm 2005", "Pháp lệnh", "Ủy ban Thường vụ Quốc hội"),
    ("Pháp lệnh Đê điều ngày 09 tháng 11 năm 1989", "Pháp lệnh", "Hội đồng Nhà nước"),
    ("Pháp lệnh Đê điều ngày 24 tháng 8 năm 2000", "Pháp lệnh", "Ủy ban Thường vụ Quốc hội"),
    ("Pháp lệnh Kế toán và Thống kê", "Pháp lệnh", "Hội đồng Nhà nước"),  # all of that name are
    ("pháp lệnh dân số năm 2003", "Pháp lệnh", "Ủy ban Thường vụ Quốc hội"),
]


@pytest.mark.parametrize(("text", "doc_type", "issuer"), TYPES)
def test_type_and_passing_body(text: str, doc_type: str, issuer: str) -> None:
    (act,) = named(f"Theo {text} thì")
    assert (act.doc_type, act.issuer) == (doc_type, issuer)


DATES = [
    ("Luật Giáo dục ngày 14 tháng 6 năm 2005", "2005-06-14", "ngày 14 tháng 6 năm 2005"),
    ("Luật Giáo dục ngày 14/6/2005", "2005-06-14", "14/6/2005"),
    ("Luật Thú y, ngày 19-6-2015", "2015-06-19", "19-6-2015"),
    # not the day of that law: kept as written
    ("Luật Giáo dục ngày 15 tháng 6 năm 2005", "2005-06-15", "ngày 15 tháng 6 năm 2005"),
    ("Luật Giáo dục năm 2005", None, None),
]


@pytest.mark.parametrize(("text", "date", "part"), DATES)
def test_the_date_belongs_to_the_citation(text: str, date: str | None, part: str | None) -> None:
    source = f"Căn cứ {text};"
    (act,) = named(source)
    assert (act.text, act.date) == (text, date)
    assert (source[slice(*act.parts["date"])] if part else None) == part


NUMBERED = [
    ("Luật Đất đai số 45/2013/QH13 ngày 29/11/2013", "45/2013/QH13"),
    ("Luật Đất đai năm 2013 số 45/2013/QH13", "45/2013/QH13"),
    ("Luật Doanh nghiệp 2014, số 68/2014/QH13", "68/2014/QH13"),
    ("Luật số 45/2013/QH13", "45/2013/QH13"),
    ("Luật khuyến khích đầu tư trong nước (sửa đổi) số 03/1998/QH10", "03/1998/QH10"),
    ("Luật sửa đổi, bổ sung một số điều của Luật Giáo dục số 44/2009/QH12", "44/2009/QH12"),
    ("Pháp lệnh Phí và lệ phí số 38/2001/PL-UBTVQH10 ngày 28/8/2001", "38/2001/PL-UBTVQH10"),
]


@pytest.mark.parametrize(("text", "number"), NUMBERED)
def test_a_name_with_its_number_is_one_mention(text: str, number: str) -> None:
    (citation,) = mined(f"Căn cứ {text};").citations
    assert (citation.kind, citation.text, citation.number) == ("numbered", text, number)


def test_a_law_between_law_and_number_stands_alone() -> None:
    citations = mined("Luật số 64/2020/QH14 sửa đổi, bổ sung Luật Đầu tư").citations
    assert [c.text for c in citations] == ["Luật số 64/2020/QH14", "Luật Đầu tư"]


# -- properties ------------------------------------------------------------------------------------

NAMES = sorted({modern_tones(row.name) for row in lexicon.laws() if "/QH" not in row.name})
PLAIN = [name for name in NAMES if "sửa đổi" not in name]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(PLAIN), st.sampled_from(PLAIN))
def test_any_three_acts_in_a_list_keep_their_bounds(first: str, second: str, third: str) -> None:
    text = f"theo {first}; {second}, {third} và các văn bản khác"
    assert [text[act.start : act.end] for act in find_named_acts(text)] == [first, second, third]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PLAIN), st.integers(1981, 2026), st.sampled_from(["", " (sửa đổi)"]))
def test_the_tail_belongs_to_the_name(name: str, year: int, revised: str) -> None:
    text = f"theo {name}{revised} năm {year}, đơn vị"
    (act,) = find_named_acts(text)
    assert text[act.start : act.end] == f"{name}{revised} năm {year}"
    assert (act.name_end, act.year) == (len(f"theo {name}"), year)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(NAMES))
def test_commas_blanks_and_case_do_not_matter(name: str) -> None:
    for text in (
        name.replace(",", ""),
        name.replace(" ", "  "),
        name.replace(" ", "\n"),
        name.upper(),
    ):
        (act,) = find_named_acts(f"theo {text}.")
        assert act.end == len("theo ") + len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="Luật uậtPháp lệnhHiến BDS,.;:()\n19205năm", max_size=60))
def test_any_text_is_read(text: str) -> None:
    acts = find_named_acts(text)
    assert all(0 <= act.start < act.name_end <= act.end <= len(text) for act in acts)
    assert all(a.end <= b.start for a, b in pairwise(acts))
