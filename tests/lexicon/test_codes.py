"""Document numbers taken apart."""

import pytest

from cchc_mining.lexicon import issuer_name, read_number

CASES = [
    ("15/2024/QĐ-UBND", ("15", 2024, "state", "QĐ", "Quyết định", ("UBND",))),
    ("830/UBND-NC", ("830", None, "state", "", "Công văn", ("UBND",))),
    ("91-KL/TU", ("91", None, "party", "KL", "Kết luận", ("TU",))),
    ("3945-CV/VPTU", ("3945", None, "party", "CV", "Công văn", ("VPTU",))),
    ("71/2014/TTLT-BTC-BNV", ("71", 2014, "state", "TTLT", "Thông tư liên tịch", ("BTC", "BNV"))),
    ("55/2022/QH15", ("55", 2022, "state", "", None, ("QH15",))),
    ("41/CP", ("41", None, "state", "", "Nghị định", ("CP",))),
    ("61/2018", ("61", 2018, "state", "", None, ())),
    ("12/98/QĐ-UB", ("12", 1998, "state", "QĐ", "Quyết định", ("UB",))),
    ("139/1999-QĐ-KHCN", ("139", 1999, "state", "QĐ", "Quyết định", ("KHCN",))),
    ("31-TT/LB", ("31", None, "state", "TT", "Thông tư liên bộ", ("LB",))),
    ("14-LB/TT", ("14", None, "state", "TT", "Thông tư liên bộ", ("LB",))),
    ("127-BYT/QĐ", ("127", None, "state", "QĐ", "Quyết định", ("BYT",))),
    ("1141-TC/QĐ/CĐKT", ("1141", None, "state", "QĐ", "Quyết định", ("TC",))),
    ("2320-QĐ/BNN-PTLN", ("2320", None, "state", "QĐ", "Quyết định", ("BNN",))),
    ("6LCT/HĐNN8", ("6", None, "state", "LCT", "Luật", ("HĐNN8",))),
    ("295-QĐ/ĐU", ("295", None, "party", "QĐ", "Quyết định", ("ĐU",))),
    ("12A/2019/QĐ-UBND", ("12A", 2019, "state", "QĐ", "Quyết định", ("UBND",))),
    ("66.7/2025/NQ-CP", ("66.7", 2025, "state", "NQ", "Nghị quyết", ("CP",))),
]


@pytest.mark.parametrize(("number", "expected"), CASES)
def test_read_number(number: str, expected: tuple) -> None:
    code = read_number(number)
    assert code is not None
    assert (
        code.serial,
        code.year,
        code.system,
        code.type_code,
        code.doc_type,
        code.issuers,
    ) == expected


@pytest.mark.parametrize(
    ("code", "level", "name"),
    [
        ("UBND", "province", "Ủy ban nhân dân {tỉnh}"),
        ("UBND", "district", "Ủy ban nhân dân {huyện}"),
        ("UBND", "commune", "Ủy ban nhân dân {xã}"),
        ("SKH&ĐT", "province", "Sở Kế hoạch và Đầu tư {tỉnh}"),
        ("QH15", "province", "Quốc hội"),
        ("XDNĐ", "province", None),  # a drafting unit issues nothing
    ],
)
def test_issuer_name_by_level(code: str, level: str, name: str | None) -> None:
    assert issuer_name(code, "state", level) == name
