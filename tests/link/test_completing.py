"""What an open target means in an archive: the plausible is taken, the far-fetched is a candidate."""

from __future__ import annotations

import pytest

from cchc_mining.link import decide
from cchc_mining.link.years import year_issued, year_of_subject, year_of_title

A, B = "ủy-ban-nhân-dân-tỉnh-a", "ủy-ban-nhân-dân-tỉnh-b"
KH, NT = "ủy-ban-nhân-dân-tỉnh-khánh-hòa", "ủy-ban-nhân-dân-tỉnh-ninh-thuận"
DAY = "2022-10-18"

# what it shows; the target; what the archive knows, with dates; year of the document that cites; the
# date it gives; what is meant, or the candidates.  Written for this test.
CASES = [
    ("a decision may be old", f"1383/qđ-ubnd@{A}@?", {f"1383/qđ-ubnd@{A}@2015": []}, 2024, None,
     f"1383/qđ-ubnd@{A}@2015"),
    ("a plan is of this year", f"128/kh-ubnd@{A}@?", {f"128/kh-ubnd@{A}@2024": []}, 2024, None,
     f"128/kh-ubnd@{A}@2024"),
    ("or the last", f"128/kh-ubnd@{A}@?", {f"128/kh-ubnd@{A}@2023": []}, 2024, None,
     f"128/kh-ubnd@{A}@2023"),
    ("not of years ago", f"128/kh-ubnd@{A}@?", {f"128/kh-ubnd@{A}@2015": []}, 2024, None,
     [f"128/kh-ubnd@{A}@2015"]),
    ("the near one of two plans", f"128/kh-ubnd@{A}@?",
     {f"128/kh-ubnd@{A}@2015": [], f"128/kh-ubnd@{A}@2024": []}, 2024, None, f"128/kh-ubnd@{A}@2024"),
    ("two near ones", f"128/kh-ubnd@{A}@?",
     {f"128/kh-ubnd@{A}@2023": [], f"128/kh-ubnd@{A}@2024": []}, 2024, None,
     [f"128/kh-ubnd@{A}@2023", f"128/kh-ubnd@{A}@2024"]),
    ("letters pass too", f"830/ubnd-nc@{A}@?", {f"830/ubnd-nc@{A}@2019": []}, 2024, None,
     [f"830/ubnd-nc@{A}@2019"]),
    ("who knows when it was written", f"830/ubnd-nc@{A}@?", {f"830/ubnd-nc@{A}@2019": []}, None, None,
     [f"830/ubnd-nc@{A}@2019"]),
    ("a yearly act needs its year", "01/nq-cp@chính-phủ@?", {"01/nq-cp@chính-phủ@2023": []}, 2023, None,
     ["01/nq-cp@chính-phủ@2023"]),
    ("another resolution does not", "76/nq-cp@chính-phủ@?", {"76/nq-cp@chính-phủ@2021": []}, 2023, None,
     "76/nq-cp@chính-phủ@2021"),
    ("nothing later", f"12/qđ-ubnd@{A}@?", {f"12/qđ-ubnd@{A}@2024": []}, 2023, None, []),
    ("no issuer, the same day", "12/qđ-ubnd@?@2022", {f"12/qđ-ubnd@{A}@2022": [DAY]}, 2023, DAY,
     f"12/qđ-ubnd@{A}@2022"),
    ("no issuer, another day", "12/qđ-ubnd@?@2022", {f"12/qđ-ubnd@{A}@2022": ["2022-10-19"]}, 2023, DAY, []),
    ("no issuer, the day tells which", "12/qđ-ubnd@?@2022",
     {f"12/qđ-ubnd@{A}@2022": [DAY], f"12/qđ-ubnd@{B}@2022": ["2022-01-05"]}, 2023, DAY,
     f"12/qđ-ubnd@{A}@2022"),
    ("no issuer and no day", "12/qđ-ubnd@?@2022",
     {f"12/qđ-ubnd@{A}@2022": [DAY], f"12/qđ-ubnd@{B}@2022": []}, 2023, None,
     [f"12/qđ-ubnd@{A}@2022", f"12/qđ-ubnd@{B}@2022"]),
    ("no code", f"91/?kết-luận@{A}@2022", {f"91/kl-tu@{A}@2022": [DAY]}, 2023, DAY, f"91/kl-tu@{A}@2022"),
    ("merged, one known by its day", f"12/qđ-ubnd@?{KH}@2022", {f"12/qđ-ubnd@{NT}@2022": [DAY]}, 2026, DAY,
     f"12/qđ-ubnd@{NT}@2022"),
    ("merged, both known", f"12/qđ-ubnd@?{KH}@2022",
     {f"12/qđ-ubnd@{NT}@2022": [], f"12/qđ-ubnd@{KH}@2022": []}, 2026, DAY,
     [f"12/qđ-ubnd@{KH}@2022", f"12/qđ-ubnd@{NT}@2022"]),
    ("merged, none known", f"12/qđ-ubnd@?{KH}@2022", {}, 2026, DAY,
     [f"12/qđ-ubnd@{KH}@2022", f"12/qđ-ubnd@{NT}@2022"]),
    ("merged, of no year", f"12/qđ-ubnd@?{KH}@?", {f"12/qđ-ubnd@{NT}@2022": []}, 2026, None,
     f"12/qđ-ubnd@{NT}@2022"),
    ("under its name of then", "12/qđ-ubnd@ủy-ban-nhân-dân-thành-phố-huế@?",
     {"12/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-thừa-thiên-huế@2021": []}, 2025, None,
     "12/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-thừa-thiên-huế@2021"),
    ("another province", f"12/qđ-ubnd@{KH}@?", {f"12/qđ-ubnd@{NT}@2022": []}, 2024, None, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "target", "known", "written", "day", "meant"), CASES, ids=[c[0] for c in CASES]
)
def test_what_is_meant(
    why: str,
    target: str,
    known: dict[str, list[str]],
    written: int | None,
    day: str | None,
    meant: str | list[str],
) -> None:
    found = decide(target, known, {}, written=written, day=day)
    assert (found.target or list(found.candidates)) == meant


def test_the_own_number_of_a_document_is_of_its_year() -> None:
    known = {f"67/bc-ubnd@{A}@2019": [], f"67/bc-ubnd@{A}@2025": []}
    target = f"67/bc-ubnd@{A}@?"
    assert decide(target, known, {}, written=2024, is_own=True).target == f"67/bc-ubnd@{A}@2025"
    assert decide(target, known, {}, written=None, is_own=True).target is None


def test_candidates_that_are_one_document_are_one() -> None:
    known = {f"12/qđ-ubnd@{A}@2022": [DAY], "12/qđ-ubnd@sở-a@2022": [DAY]}
    aliases = {"12/qđ-ubnd@sở-a@2022": f"12/qđ-ubnd@{A}@2022"}
    found = decide("12/qđ-ubnd@?@2022", known, aliases, written=2023, day=DAY)
    assert found.target == f"12/qđ-ubnd@{A}@2022"


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Kết quả công tác cải cách hành chính quý II năm 2023", "2023"),
        ("Tình hình kinh tế - xã hội tháng 10/2023", "2023"),
        ("Công tác 6 tháng đầu năm 2024 và nhiệm vụ 6 tháng cuối năm", "2024"),
        ("Kết quả công tác cải cách hành chính năm 2023", None),  # may be of January 2024
        ("Kết quả công tác quý IV năm 2023", None),
        ("Kết quả tháng 12/2023", None),
        ("Kết quả quý I năm 2023, quý I năm 2024", None),
        (None, None),
    ],
)
def test_the_year_of_a_report_by_its_title(title: str | None, year: str | None) -> None:
    assert year_of_title(title) == year


def test_the_subject_of_a_yearly_act_names_its_year() -> None:
    subject = "nhiệm vụ, giải pháp chủ yếu thực hiện Kế hoạch năm 2024"
    assert year_of_subject("01/NQ-CP", subject) == "2024"
    assert year_of_subject("01/NQ-CP", subject + " và năm 2025") is None
    assert year_of_subject("76/NQ-CP", subject) is None


def test_what_was_issued_in_a_period() -> None:
    assert year_issued("CCHC năm 2024", "2025-01-10", "kiểm tra công vụ") == "2024"
    assert year_issued("CCHC năm 2024", "2025-01-10", "Kế hoạch CCHC năm 2024") is None
    assert year_issued("CCHC giai đoạn 2021 - 2024", "2025-01-10", None) is None
    assert year_issued("CCHC năm 2024", "2019-01-10", None) is None
