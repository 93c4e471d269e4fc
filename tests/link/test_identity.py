"""The key of a legal document: what is one document, what is two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.link import complete, family, missing, parse, urn_lex
from cchc_mining.link.identity import Key, number_key, register_key, year_in_number

KH = "Ủy ban nhân dân tỉnh Khánh Hòa"

# (what it shows, number and issuer of the one, of the other); forms of real reports
# unless said otherwise; none tuned the code.
SAME = [
    ("blanks and dashes", ("837 / QĐ - UBND", KH), ("837/QĐ–UBND", KH)),
    ("case", ("2823/CTr-UBND", KH), ("2823/CTR-UBND", KH)),
    ("leading zero", ("6/QĐ-UBND", KH), ("06/QĐ-UBND", KH)),
    ("old tone marks in the issuer", ("1/QĐ-UBND", "Uỷ ban nhân dân tỉnh Khánh Hoà"), ("01/QĐ-UBND", KH)),
    ("slash after TTLT", ("30/2000/TTLT/BTC-BNV", "Bộ Tài chính; Bộ Nội vụ"),
     ("30/2000/TTLT-BTC-BNV", "Bộ Nội vụ; Bộ Tài chính")),
    ("Party order mixed up", ("34/CT-TW", "Bộ Chính trị"), ("34-CT/TW", "Ban Bí thư Trung ương Đảng")),
    ("joint resolution in two spellings", ("102/2025/NQLT-UBTVQH15-CP", None),
     ("102/2025/NQLT/UBTVQH15-CP", None)),
    ("committee and its standing board", ("91-KL/TU", "Ban Thường vụ Tỉnh ủy Khánh Hòa"),
     ("91-KL/TU", "Tỉnh uỷ Khánh Hoà")),
    ("chairman and committee", ("3604/QĐ-UBND", "Chủ tịch " + KH), ("3604/QĐ-UBND", KH)),
    ("a hurried issuer", ("318/QĐ-TTg", "Chính phủ"), ("318/QĐ-TTg", "Thủ tướng Chính phủ")),
    ("the legislature's term", ("35/NQ-UBTVQHK9", None), ("35/NQ-UBTVQH9", "Ủy ban Thường vụ Quốc hội")),
    ("term of a people's council", ("12/NQ-HĐND", "Hội đồng nhân dân tỉnh Phú Yên khóa VII"),
     ("12/NQ-HĐND", "Hội đồng nhân dân tỉnh Phú Yên")),
    ("TP. and thành phố", ("5/QĐ-UBND", "Ủy ban nhân dân TP. Đà Nẵng"),
     ("05/QĐ-UBND", "Ủy ban nhân dân thành phố Đà Nẵng")),
    ("a code split by a dash", ("6LCT/HĐNN-8", None), ("06-LCT/HĐNN8", None)),
    ("year joined by a dash", ("139/1999-QĐ-KHCN", KH), ("139/1999/QĐ-KHCN", KH)),
    ("year without its century", ("12/98/QĐ-UB", KH), ("12/1998/QĐ-UB", KH)),
    ("another spelling of a ministry's code", ("5/2010/TT-BKH&ĐT", None), ("05/2010/TT-BKHĐT", None)),
]  # fmt: skip
APART = [
    ("letter suffix", ("930e/QĐ-UBND", KH), ("930/QĐ-UBND", KH)),
    ("decimal", ("66.7/2025/NQ-CP", None), ("66.13/2025/NQ-CP", None)),
    ("normative and not", ("38/2024/QĐ-UBND", KH), ("38/QĐ-UBND", KH)),
    ("scheme and project", ("12/ĐA-UBND", KH), ("12/DA-UBND", KH)),
    ("two agencies of a province", ("16/QĐ-SKHĐT", "Sở Kế hoạch và Đầu tư tỉnh Khánh Hòa"), ("16/QĐ-UBND", KH)),
    ("two provinces", ("16/QĐ-UBND", "Ủy ban nhân dân tỉnh Phú Yên"), ("16/QĐ-UBND", KH)),
    ("two communes that differ in a tone", ("16/QĐ-UBND", "Ủy ban nhân dân xã Vĩnh Thanh"),
     ("16/QĐ-UBND", "Ủy ban nhân dân xã Vĩnh Thạnh")),
    ("a ministry and a Party board", ("12/QĐ-BTC", None), ("12-QĐ/BTC", None)),
]  # fmt: skip


def key(number: str, issuer: str | None, year: str = "2022") -> tuple[str, str]:
    return number_key(number, None, None, year), register_key(number, issuer)


@pytest.mark.parametrize(("why", "one", "other"), SAME, ids=[c[0] for c in SAME])
def test_spellings_of_one_document(
    why: str, one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    assert key(*one)[0] == key(*other)[0]
    if one[1] and other[1]:
        assert key(*one)[1] == key(*other)[1]


@pytest.mark.parametrize(("why", "one", "other"), APART, ids=[c[0] for c in APART])
def test_documents_that_are_not_one(
    why: str, one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    assert key(*one) != key(*other)


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("107/2020/NĐ-CP", "2020"),
        ("61/2018/NĐ-CP", "2018"),
        ("3604/QĐ-UBND", None),
        ("55/2022/QH15", "2022"),
        ("18/2008", "2008"),
        ("1969/SKHĐT-XTĐT", None),  # the serial is no year
        ("1998", None),
    ],
)
def test_year_in_a_number(number: str, year: str | None) -> None:
    assert year_in_number(number) == year


@pytest.mark.parametrize(
    ("number", "register"),
    [
        ("01/NQ-CP", "chính-phủ"),
        ("318/QĐ-TTg", "thủ-tướng-chính-phủ"),
        ("41/CP", "chính-phủ"),
        ("55/2022/QH15", "quốc-hội"),
        ("12/2023/TT-BTC", "bộ-tài-chính"),
        ("8011-CV/BTCTW", "ban-tổ-chức-trung-ương"),
        ("3604/QĐ-UBND", "?"),
        ("91-KL/TU", "?"),
        ("595/QĐ-BHXH", "?"),  # the national fund, or its branch in a province
        ("20-TC/CTN", "?"),  # the code of the President, here a unit of the Ministry of Finance
    ],
)
def test_only_central_codes_name_their_body_by_themselves(number: str, register: str) -> None:
    assert register_key(number, None) == register


@pytest.mark.parametrize(
    ("target", "known", "not_after", "meant"),
    [
        ("01/nq-cp@chính-phủ@?", ["01/nq-cp@chính-phủ@2023"], None, ["01/nq-cp@chính-phủ@2023"]),
        ("01/nq-cp@chính-phủ@?", ["01/nq-cp@chính-phủ@2023", "01/nq-cp@chính-phủ@2022"], None,
         ["01/nq-cp@chính-phủ@2022", "01/nq-cp@chính-phủ@2023"]),
        ("01/nq-cp@chính-phủ@?", ["01/nq-cp@chính-phủ@2023"], 2022, []),
        ("01/nq-cp@chính-phủ@?", ["02/nq-cp@chính-phủ@2023", "01/nq-cp@chính-phủ@?"], None, []),
        ("07/qđ-ubnd@?@2022", ["07/qđ-ubnd@ubnd-a@2022", "07/qđ-ubnd@ubnd-b@2021"], None,
         ["07/qđ-ubnd@ubnd-a@2022"]),
        ("91/?kết-luận@tu@2022", ["91/kl-tu@tu@2022", "91/nq-tu@tu@2022"], None, ["91/kl-tu@tu@2022"]),
        ("830/?văn-bản@a@2024", ["830/ubnd-nc@a@2024", "830/qđ-ubnd@a@2024"], None, ["830/ubnd-nc@a@2024"]),
        ("13/?nghị-định@chính-phủ@?", ["13/2023/nđ-cp@chính-phủ@2023"], None, ["13/2023/nđ-cp@chính-phủ@2023"]),
        ("107/nđ-cp@chính-phủ@?", ["107/2020/nđ-cp@chính-phủ@2020"], None, ["107/2020/nđ-cp@chính-phủ@2020"]),
        ("38/qđ-ubnd@a@?", ["38/2024/qđ-ubnd@a@2024"], None, []),
        ("?-qđ-ubnd@a@2024", ["12/qđ-ubnd@a@2024"], None, []),
    ],
)  # fmt: skip
def test_what_an_open_target_may_mean(
    target: str, known: list[str], not_after: int | None, meant: list[str]
) -> None:
    assert list(complete(target, known, not_after)) == meant
    assert all(family(target) == family(candidate) for candidate in meant)


@pytest.mark.parametrize(
    ("target", "reasons"),
    [
        ("01/nq-cp@chính-phủ@2023", ()),
        ("01/nq-cp@chính-phủ@?", ("no-year",)),
        ("16/qđ-ubnd@?@?", ("no-issuer", "no-year")),
        ("91/?kết-luận@tu@2022", ("no-code",)),
        ("?qđ-66@?@2001", ("damaged-number", "no-issuer")),
    ],
)
def test_what_is_missing(target: str, reasons: tuple[str, ...]) -> None:
    assert missing(target) == reasons


@pytest.mark.parametrize(
    ("number", "doc_type", "issuer", "date", "urn"),
    [
        ("3604/QĐ-UBND", "Quyết định", KH, "2022-12-28",
         "urn:lex:vn;khanh.hoa:uy.ban.nhan.dan:quyet.dinh:2022-12-28;3604"),
        ("61/2018/NĐ-CP", "Nghị định", "Chính phủ", "2018-04-23",
         "urn:lex:vn:chinh.phu:nghi.dinh:2018-04-23;61"),
        ("91-KL/TU", "Kết luận", "Ban Thường vụ Tỉnh ủy Khánh Hòa", "2022-10-18",
         "urn:lex:vn;khanh.hoa:tinh.uy:ket.luan:2022-10-18;91"),
        ("2236/BC-SKHĐT", "Báo cáo", "Sở Kế hoạch và Đầu tư tỉnh Khánh Hòa", "2023-06-14",
         "urn:lex:vn;khanh.hoa:so.ke.hoach.va.dau.tu:bao.cao:2023-06-14;2236"),
        ("12/QĐ-UBND", "Quyết định", "Ủy ban nhân dân phường Vĩnh Hải, thành phố Nha Trang", "2021-05-04",
         "urn:lex:vn;nha.trang;vinh.hai:uy.ban.nhan.dan:quyet.dinh:2021-05-04;12"),
        ("155/UBND-KSTT", "Văn bản", KH, "2023-01-09",
         "urn:lex:vn;khanh.hoa:uy.ban.nhan.dan:cong.van:2023-01-09;155"),
        ("3604/QĐ-UBND", "Quyết định", KH, "2022-12", None),
        ("QĐ-UBND", "Quyết định", KH, "2022-12-28", None),
    ],
)  # fmt: skip
def test_urn_lex(number: str, doc_type: str, issuer: str, date: str, urn: str | None) -> None:
    assert urn_lex(number, doc_type, issuer, date) == urn


TEXT = st.text(max_size=30)


@given(number=TEXT, issuer=TEXT, year=st.sampled_from(["?", "2020"]))
def test_any_text_gives_a_target_that_reads_back(number: str, issuer: str, year: str) -> None:
    made = Key(number_key(number, number, None, year), register_key(number, issuer), year)
    assert parse(made.target) == made
    assert made.is_complete == (missing(made.target) == ())
    assert family(made.target)
