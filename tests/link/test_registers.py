"""The code in a number against the issuer written beside it, and targets that are one after all.

Cases are written for this test unless they name their origin; none tuned the code but 277/BC-STP and
the decision under two codes, as auditors meet it.
"""

from __future__ import annotations

import pytest

from cchc_mining.link import same_documents
from cchc_mining.link.registers import Circumstances, register_of

KH = "Ủy ban nhân dân tỉnh Khánh Hòa"
HOME = Circumstances(home="tỉnh Khánh Hòa")


@pytest.mark.parametrize(
    ("number", "issuer", "register", "via"),
    [
        # a form of a province's yearly report
        ("277/BC-STP", "Đoàn Kiểm tra liên ngành", "sở-tư-pháp-tỉnh-khánh-hòa", "code"),
        ("277/BC-STP", "Sở Tư pháp tỉnh Khánh Hòa", "sở-tư-pháp-tỉnh-khánh-hòa", None),
        ("16/QĐ-UBND", "Sở Nội vụ tỉnh Phú Yên", "ủy-ban-nhân-dân-tỉnh-phú-yên", "code"),
        ("16/QĐ-SNV", "Ủy ban nhân dân tỉnh Phú Yên", "sở-nội-vụ-tỉnh-phú-yên", "code"),
        ("5/KH-UBND", "Ban Chỉ đạo cải cách hành chính huyện Diên Khánh",
         "ủy-ban-nhân-dân-huyện-diên-khánh", "code"),
        ("9/NQ-HĐND", "Thường trực Hội đồng nhân dân tỉnh Phú Yên", "hội-đồng-nhân-dân-tỉnh-phú-yên", "code"),
        ("830/UBND-NV", "Văn phòng Ủy ban nhân dân tỉnh Khánh Hòa", "ủy-ban-nhân-dân-tỉnh-khánh-hòa", "code"),
        ("30-NQ/TU", "Bí thư Tỉnh ủy Khánh Hòa", "tỉnh-ủy-khánh-hòa", None),
        ("30-NQ/TU", "Hội đồng nhân dân tỉnh Khánh Hòa", "tỉnh-ủy-khánh-hòa", "code"),
        ("30-NQ/TU", "Thành ủy Hải Phòng", "thành-ủy-hải-phòng", None),
        # the highest bodies have their codes to themselves
        ("107/2020/NĐ-CP", KH, "chính-phủ", None),
        ("34-CT/TW", "Tỉnh ủy Khánh Hòa", "ban-chấp-hành-trung-ương-đảng", None),
        # a body that the lexicon does not know, whose initials are the code
        ("12/BC-BQL", "Ban Quản lý Vịnh Nha Trang", "ban-quản-lý-vịnh-nha-trang", None),
        ("280/BC-ĐKT", "Đoàn Kiểm tra liên ngành", "đoàn-kiểm-tra-liên-ngành", None),
        # the branch of a national body
        ("595/QĐ-BHXH", "Bảo hiểm xã hội tỉnh Khánh Hòa", "bảo-hiểm-xã-hội-tỉnh-khánh-hòa", None),
        # nobody knows whose code it is
        ("12/QĐ-XYZ", "Sở Nội vụ tỉnh Phú Yên", "sở-nội-vụ-tỉnh-phú-yên", None),
        ("12/QĐ-UBND", None, "?", None),
    ],
)  # fmt: skip
def test_the_code_names_the_register(
    number: str, issuer: str | None, register: str, via: str | None
) -> None:
    found = register_of(number, issuer, HOME)
    assert (found.slug, found.via) == (register, via)


PLAN = "ban hành Kế hoạch kiểm soát thủ tục hành chính năm 2023"
KH_SLUG = "ủy-ban-nhân-dân-tỉnh-khánh-hòa"
UBND = (f"16/qđ-ubnd@{KH_SLUG}@2023", (PLAN,), False)
SKHDT = ("16/qđ-skhđt@sở-kế-hoạch-và-đầu-tư-tỉnh-khánh-hòa@2023", (PLAN,), False)


@pytest.mark.parametrize(
    ("why", "sightings", "reasons"),
    [
        ("one subject under two codes", [UBND, SKHDT], ["subject"]),
        ("the subject in short", [UBND, (SKHDT[0], ("Kế hoạch kiểm soát TTHC năm 2023",), False)], ["subject"]),
        ("another subject", [UBND, (SKHDT[0], ("phê duyệt dự toán mua sắm tài sản công",), False)], []),
        ("another year's plan", [UBND, (SKHDT[0], (PLAN.replace("2023", "2022"),), False)], []),
        ("no subject", [UBND, (SKHDT[0], (), False)], []),
        ("a subject of two words", [(UBND[0], ("thi đua",), False), (SKHDT[0], ("thi đua",), False)], []),
        ("both are held", [(*UBND[:2], True), (*SKHDT[:2], True)], []),
        ("one is held", [(*UBND[:2], True), SKHDT], ["subject"]),
        ("two provinces", [UBND, ("16/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-phú-yên@2023", (PLAN,), False)], []),
        ("two departments", [SKHDT, ("16/qđ-snv@sở-nội-vụ-tỉnh-khánh-hòa@2023", (PLAN,), False)], []),
        ("decision and plan", [UBND, (f"16/kh-ubnd@{KH_SLUG}@2023", (PLAN,), False)], []),
        ("normative and not", [UBND, (f"16/2023/qđ-ubnd@{KH_SLUG}@2023", (PLAN,), False)], []),
        ("an old code", [UBND, (f"16/qđ-ub@{KH_SLUG}@2023", (), False)], ["spelling"]),
        ("drafting units of a letter",
         [("1793/skhđt-xtđt@sở-a@2023", (), False), ("1793/skhđt-ktđn@sở-a@2023", (), False)], ["unit"]),
        ("letters of two offices",
         [("1793/skhđt-xtđt@sở-a@2023", (), False), ("1793/ubnd-xtđt@sở-a@2023", (), False)], []),
        ("an issuer in short",
         [("67/bc-stp@sở-tư-pháp@2023", (), False), ("67/bc-stp@sở-tư-pháp-tỉnh-phú-yên@2023", (), False)],
         ["name"]),
        ("in short for one of two",
         [("67/bc-stp@sở-tư-pháp@2023", (), False), ("67/bc-stp@sở-tư-pháp-tỉnh-phú-yên@2023", (), False),
          ("67/bc-stp@sở-tư-pháp-tỉnh-cà-mau@2023", (), False)], []),
        ("council and committee",
         [("9/nq-hđnd@hội-đồng-nhân-dân-tỉnh-cà-mau@2023", (PLAN,), False),
          ("9/nq-ubnd@ủy-ban-nhân-dân-tỉnh-cà-mau@2023", (PLAN,), False)], ["subject"]),
    ],
)  # fmt: skip
def test_targets_seen_under_one_day(
    why: str, sightings: list[tuple[str, tuple[str, ...], bool]], reasons: list[str]
) -> None:
    assert [reason for _, _, reason in same_documents(sightings)] == reasons, why
    assert same_documents(sightings[::-1]) == same_documents(sightings)
