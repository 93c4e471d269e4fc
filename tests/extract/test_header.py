"""Headers in the layouts that offices really use; all written for this test."""

import pytest

from cchc_mining.lexicon import communes, districts, provinces
from cchc_mining.vietnamese import fold

from .support import mined

PROVINCE = """UBND TỈNH LÂM HẢI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc

Số: 145 /BC-SNV\tHải Bình, ngày 05 tháng 7 năm 2023

BÁO CÁO
Kết quả công tác cải cách hành chính
6 tháng đầu năm 2023

Thực hiện kế hoạch, Sở Nội vụ báo cáo như sau:

Nơi nhận:\tKT. GIÁM ĐỐC
- UBND tỉnh;\tPHÓ GIÁM ĐỐC
- Lưu: VT.

Nguyễn Thị Hòa
"""

MINISTRY = """BỘ XÂY DỰNG

Số: 88/TB-BXD

Hà Nội, ngày    tháng 3 năm 2022

THÔNG BÁO
Kết luận của Thứ trưởng tại cuộc họp về cải cách hành chính

Ngày 02/3/2022, Thứ trưởng chủ trì cuộc họp.
"""

DISTRICT = """ỦY BAN NHÂN DÂN
HUYỆN ĐÔNG KHÊ

Số:      /KH-UBND

Đông Khê, ngày 12 tháng 01 năm 2024

KẾ HOẠCH

Kiểm tra cải cách hành chính năm 2024

UBND huyện ban hành kế hoạch như sau:

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình
"""

PARTY = """ĐẢNG CỘNG SẢN VIỆT NAM

TỈNH ỦY LÂM HẢI
*
Số 212-KL/TU

Lâm Hải, ngày 30 tháng 3 năm 2023

KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY

về chuyển đổi số
"""

LETTER = """UBND THÀNH PHỐ ĐÀ NẴNG

Số: 4410/UBND-KSTT
V/v đẩy mạnh số hóa hồ sơ

Đà Nẵng, ngày 17 tháng 7 năm 2023

Kính gửi: Các sở, ban, ngành
"""

# Own wording.  A name over two lines; a commune after the mergers that names a former province more
# often than its own; a city's committee of the Party.  The first two families tuned the code.
BROKEN_NAME = """BỘ TÀI CHÍNH
CỤC TIN HỌC, THỐNG KÊ VÀ
DỮ LIỆU TÀI CHÍNH

Số: 31/BC-THTK

Hà Nội, ngày 05 tháng 4 năm 2023

BÁO CÁO
"""

MINISTRY_WITH_LOCAL_CODE = """BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI

Số: 12/BC-LĐTBXH

Hà Nội, ngày 05 tháng 4 năm 2010

BÁO CÁO

Nơi nhận:
- Lưu: VT.

KT. BỘ TRƯỞNG
THỨ TRƯỞNG

Y Thông Niê
"""

AFTER_MERGER = """ỦY BAN NHÂN DÂN
XÃ ĐẮK HÀ

Số: 9/BC-UBND

Đắk Hà, ngày 12 tháng 02 năm 2026

BÁO CÁO

Theo Công văn số 4/SNV-VP của Sở Nội vụ tỉnh Quảng Ngãi; các quyết định của UBND tỉnh Kon Tum (cũ),
HĐND tỉnh Kon Tum (cũ) và tỉnh Kon Tum trước sáp nhập vẫn còn hiệu lực.
"""

CITY_COMMITTEE = """THÀNH ỦY HẢI PHÒNG
*
Số 40-BC/TU

Hải Phòng, ngày 3 tháng 6 năm 2024

BÁO CÁO

Thực hiện Quyết định số 99-QĐ/TU ngày 05/01/2024.
"""

NEWS = """08:15, 05/02/2024

Một năm nhiều đổi mới

Năm 2023, tỉnh Khánh Hòa có nhiều chuyển biến.
"""

CASES = [
    (PROVINCE, {
        "doc_number": "145/BC-SNV", "doc_type": "Báo cáo", "doc_date": "2023-07-05",
        "place": "Hải Bình", "issuer": "Sở Nội vụ tỉnh Lâm Hải",
        "title": "Kết quả công tác cải cách hành chính 6 tháng đầu năm 2023",
        "signer": "Nguyễn Thị Hòa", "signer_position": "Phó Giám đốc",
    }),
    (MINISTRY, {
        "doc_number": "88/TB-BXD", "doc_type": "Thông báo", "doc_date": "2022-03",
        "place": "Hà Nội", "issuer": "Bộ Xây dựng",
    }),
    (DISTRICT, {
        "doc_number": None, "doc_type": "Kế hoạch", "doc_date": "2024-01-12",
        "issuer": "Ủy ban nhân dân huyện Đông Khê", "signer": "Trần Văn Bình",
        "signer_position": "Chủ tịch",
    }),
    (PARTY, {
        "doc_number": "212-KL/TU", "doc_type": "Kết luận", "title": "về chuyển đổi số",
        "issuer": "Ban Thường vụ Tỉnh ủy Lâm Hải",
    }),
    (LETTER, {
        "doc_number": "4410/UBND-KSTT", "doc_type": "Công văn", "title": "đẩy mạnh số hóa hồ sơ",
        "issuer": "Ủy ban nhân dân thành phố Đà Nẵng",
    }),
    (BROKEN_NAME, {"issuer": "Cục Tin Học, Thống Kê và Dữ Liệu Tài Chính"}),
    (MINISTRY_WITH_LOCAL_CODE, {
        "issuer": "Bộ Lao động - Thương binh và Xã hội", "signer": "Y Thông Niê",
        "signer_position": "Thứ trưởng",
    }),
    (AFTER_MERGER, {"issuer": "Ủy ban nhân dân xã Đắk Hà", "place": "Đắk Hà"}),
    (CITY_COMMITTEE, {"issuer": "Thành ủy Hải Phòng", "doc_number": "40-BC/TU"}),
    (NEWS, {"doc_number": None, "doc_date": "2024-02-05", "title": "Một năm nhiều đổi mới", "issuer": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_header(text: str, expected: dict[str, str | None]) -> None:
    header = mined(text).header
    assert header is not None
    assert {key: getattr(header, key) for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "number", "issuer"),
    [
        (AFTER_MERGER, "4/SNV-VP", "Sở Nội vụ tỉnh Quảng Ngãi"),
        (AFTER_MERGER.replace(" tỉnh Quảng Ngãi", ""), "4/SNV-VP", "Sở Nội vụ tỉnh Quảng Ngãi"),
        (AFTER_MERGER.replace("2026", "2024"), "4/SNV-VP", "Sở Nội vụ tỉnh Quảng Ngãi"),
        (CITY_COMMITTEE, "99-QĐ/TU", "Thành ủy Hải Phòng"),
    ],
)
def test_names_are_those_of_the_province_at_the_time(text: str, number: str, issuer: str) -> None:
    (citation,) = [c for c in mined(text).citations if c.number == number]
    assert citation.issuer == issuer


def test_context_that_the_user_gives_wins_and_is_kept_apart() -> None:
    record = mined(
        "Sở Nội vụ đã ban hành Quyết định số 12/QĐ-SNV.", province="tỉnh Hà Giang", year=2021
    )
    assert record.given is not None
    assert record.given.province == "tỉnh Hà Giang"
    assert record.citations[0].issuer == "Sở Nội vụ tỉnh Hà Giang"


@pytest.mark.parametrize(
    ("kind", "name", "day", "expected"),
    [
        ("XÃ", "EA KAR", "15 tháng 10 năm 2025", "tỉnh Đắk Lắk"),
        ("XÃ", "SÌN HỒ", "05 tháng 01 năm 2026", "tỉnh Lai Châu"),
        ("PHƯỜNG", "BẮC GIA NGHĨA", "15 tháng 10 năm 2025", "tỉnh Lâm Đồng"),
        ("ĐẶC KHU", "PHÚ QUỐC", "15 tháng 10 năm 2025", "tỉnh An Giang"),
        ("PHƯỜNG", "NINH KIỀU", "15 tháng 10 năm 2025", "thành phố Cần Thơ"),
        ("XÃ", "YÊN LẬP", "15 tháng 10 năm 2025", None),  # one in Phú Thọ, one in Tuyên Quang
        ("XÃ", "EA KAR", "15 tháng 6 năm 2025", None),  # not yet
        ("PHƯỜNG", "EA KAR", "15 tháng 10 năm 2025", None),
    ],
)
def test_a_commune_tells_its_province(kind: str, name: str, day: str, expected: str | None) -> None:
    head = f"ỦY BAN NHÂN DÂN\n{kind} {name}\nSố: 86/BC-UBND\n{name.title()}, ngày {day}\n\n"
    text = f"{head}BÁO CÁO\nKết quả\n\nUBND tỉnh giao.\n"
    names = [mention.name for mention in mined(text).agencies if mention.text == "UBND tỉnh"]
    assert names == [f"Ủy ban nhân dân {expected or 'tỉnh'}"]


@pytest.mark.parametrize(
    ("kind", "name", "day", "expected"),
    [
        ("THỊ XÃ", "KỲ ANH", "15 tháng 10 năm 2019", "tỉnh Hà Tĩnh"),
        ("HUYỆN", "MƯỜNG TÈ", "15 tháng 10 năm 2012", "tỉnh Lai Châu"),
        ("THỊ XÃ", "THỦ DẦU MỘT", "15 tháng 3 năm 2011", "tỉnh Bình Dương"),  # a city since 2012
        ("HUYỆN ĐẢO", "LÝ SƠN", "15 tháng 10 năm 2020", "tỉnh Quảng Ngãi"),
        ("THÀNH PHỐ", "VINH", "15 tháng 10 năm 2020", "tỉnh Nghệ An"),
        ("QUẬN", "CẨM LỆ", "15 tháng 10 năm 2020", "thành phố Đà Nẵng"),
        ("HUYỆN", "CHÂU THÀNH", "15 tháng 10 năm 2020", None),  # nine of them
        ("HUYỆN", "KHÔNG CÓ", "15 tháng 10 năm 2020", None),
    ],
)
def test_a_district_tells_its_province(
    kind: str, name: str, day: str, expected: str | None
) -> None:
    head = f"ỦY BAN NHÂN DÂN\n{kind} {name}\nSố: 86/BC-UBND\n{name.title()}, ngày {day}\n\n"
    text = f"{head}BÁO CÁO\nKết quả\n\nUBND tỉnh giao; UBND thành phố giao.\n"
    names = [m.name for m in mined(text).agencies if m.text in ("UBND tỉnh", "UBND thành phố")]
    assert (f"Ủy ban nhân dân {expected}" in names) == (expected is not None)


def issuer_of(*lines: str, code: str = "UBND", day: str = "15 tháng 10 năm 2019") -> str | None:
    head = "\n".join(lines)
    return mined(f"{head}\n\nSố: 86/BC-{code}\n\nngày {day}\n\nBÁO CÁO\nKết quả\n").header.issuer


PROVINCES = sorted(
    {f"{p.kind} {p.name}" for p in provinces() if not p.valid_to or p.valid_to > "2019"}
)


@pytest.mark.parametrize("province", PROVINCES)
def test_every_province_is_read_from_its_letterhead(province: str) -> None:
    upper = province.upper()
    assert issuer_of("ỦY BAN NHÂN DÂN", upper) == f"Ủy ban nhân dân {province}"
    lines = (f"UBND {upper}", "SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI")
    assert issuer_of(*lines, code="SLĐTBXH") == f"Sở Lao động - Thương binh và Xã hội {province}"


# Letters in capitals do not tell how these are written.
_UNTOLD = ("KBang", "Đăk BLa", "Cư M’gar", "Cư M’ta", "Các Sơn")


def test_districts_and_communes_are_read_from_their_letterheads() -> None:
    wrong: list[tuple[str, str | None]] = []
    for rows, day in ((districts(), "15 tháng 10 năm 2019"), (communes(), "15 tháng 10 năm 2025")):
        for row in rows:
            for name in row.names[:: 1 + len(row.names) // 4]:
                body = f"{row.kind} {name}"
                issuer = issuer_of("ỦY BAN NHÂN DÂN", body.upper(), day=day)
                if name not in _UNTOLD and fold(issuer or "") != fold(f"Ủy ban nhân dân {body}"):
                    wrong.append((body, issuer))
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("UBND TP CẦN THƠ", "thành phố Cần Thơ"),
        ("UBND TP.HỒ CHÍ MINH", "thành phố Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN TX. KỲ ANH", "thị xã Kỳ Anh"),
        ("UBND H. CỦ CHI", "huyện Củ Chi"),
        ("UBND Q.7", "quận 7"),
        ("UBND TỈNH BR-VT", "tỉnh Bà Rịa - Vũng Tàu"),
    ],
)
def test_short_kinds_are_read_in_full(line: str, body: str) -> None:
    assert issuer_of(line) == f"Ủy ban nhân dân {body}"
