"""What is one legal document in an archive, and what is two; conflicts show as variants.

A line is a citation: number, date, issuer, subject; a case is an archive of such lines, each in a
report of its own, and the documents that must come out: target, mentions, and whether a field has
several values.  Cases are written for this test; none tuned the code but those marked *.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_mining.index import open_index
from cchc_mining.records import Record

from .small import build, cite, document

KH, NT = "Ủy ban nhân dân tỉnh Khánh Hòa", "Ủy ban nhân dân tỉnh Ninh Thuận"
PY = "Ủy ban nhân dân tỉnh Phú Yên"
HUE, TTH = "Ủy ban nhân dân thành phố Huế", "Ủy ban nhân dân tỉnh Thừa Thiên Huế"
KHDT, STC = "Sở Kế hoạch và Đầu tư tỉnh Khánh Hòa", "Sở Tài chính tỉnh Khánh Hòa"
CP = "Chính phủ"
kh, nt, py = (
    "ủy-ban-nhân-dân-tỉnh-khánh-hòa",
    "ủy-ban-nhân-dân-tỉnh-ninh-thuận",
    "ủy-ban-nhân-dân-tỉnh-phú-yên",
)
khdt, stc = "sở-kế-hoạch-và-đầu-tư-tỉnh-khánh-hòa", "sở-tài-chính-tỉnh-khánh-hòa"
PLAN = "Kế hoạch kiểm soát thủ tục hành chính năm 2023"

Line = tuple[str, str | None, str | None, str | None]


def line(number: str, date: str | None, issuer: str | None, subject: str | None = None) -> Line:
    return number, date, issuer, subject


def archive(lines: list[Line], written: str) -> list[tuple[Record, str]]:
    documents: list[tuple[Record, str]] = []
    for i, (number, date, issuer, subject) in enumerate(lines):
        words = f"Văn bản số {number}"
        fields = {
            "doc_type": "Văn bản",
            "date": date,
            "issuer": issuer,
            "subject": subject,
            "issuer_text": issuer,
        }
        citation = cite(words, number, **{k: v for k, v in fields.items() if v})
        documents.append(
            document(f"{i}.txt", f"theo {words}", citation, doc_date=written, doc_type="Báo cáo")
        )
    return documents  # fmt: skip


CASES = [
    ("* three years of 01/NQ-CP",
     [line("01/NQ-CP", "2022-01-08", CP), line("01/NQ-CP", "2023-01-06", CP), line("01/NQ-CP", "2024-01-05", CP)],
     {"01/nq-cp@chính-phủ@2022": 1, "01/nq-cp@chính-phủ@2023": 1, "01/nq-cp@chính-phủ@2024": 1}, ""),
    ("* a decision with two dates",
     [line("38/2024/QĐ-UBND", "2024-10-31", KH), line("38/2024/QĐ-UBND", "2024-11-22", KH)],
     {f"38/2024/qđ-ubnd@{kh}@2024": 2}, "date"),
    ("* the two registers of a committee",
     [line("38/2024/QĐ-UBND", "2024-10-31", KH), line("38/QĐ-UBND", "2024-10-31", KH)],
     {f"38/2024/qđ-ubnd@{kh}@2024": 1, f"38/qđ-ubnd@{kh}@2024": 1}, ""),
    ("* one subject under two codes",
     [line("16/QĐ-UBND", "2023-01-19", KH, PLAN), line("16/QĐ-UBND", "2023-01-19", KH, PLAN),
      line("16/QĐ-SKHĐT", "2023-01-19", KHDT, PLAN)], {f"16/qđ-ubnd@{kh}@2023": 3}, "number issuer"),
    ("two codes, two days", [line("16/QĐ-UBND", "2023-01-19", KH, PLAN), line("16/QĐ-SKHĐT", "2023-02-19", KHDT, PLAN)],
     {f"16/qđ-ubnd@{kh}@2023": 1, f"16/qđ-skhđt@{khdt}@2023": 1}, ""),
    ("two codes, two subjects",
     [line("16/QĐ-UBND", "2023-01-19", KH, PLAN),
      line("16/QĐ-SKHĐT", "2023-01-19", KHDT, "giao dự toán thu, chi ngân sách")],
     {f"16/qđ-ubnd@{kh}@2023": 1, f"16/qđ-skhđt@{khdt}@2023": 1}, ""),
    ("* the issuer of the code and a team",
     [line("277/BC-STP", "2024-11-12", "Sở Tư pháp tỉnh Khánh Hòa"),
      line("277/BC-STP", "2024-11-12", "Đoàn Kiểm tra liên ngành tỉnh Khánh Hòa")],
     {"277/bc-stp@sở-tư-pháp-tỉnh-khánh-hòa@2024": 2}, "issuer"),
    ("the same, on two days of a year",
     [line("277/BC-STP", "2024-11-12", "Sở Tư pháp tỉnh Khánh Hòa"),
      line("277/BC-STP", "2024-12-11", "Đoàn Kiểm tra liên ngành tỉnh Khánh Hòa")],
     {"277/bc-stp@sở-tư-pháp-tỉnh-khánh-hòa@2024": 2}, "issuer date"),
    ("one number of two provinces", [line("12/QĐ-UBND", "2024-03-03", KH), line("12/QĐ-UBND", "2024-03-03", PY)],
     {f"12/qđ-ubnd@{kh}@2024": 1, f"12/qđ-ubnd@{py}@2024": 1}, ""),
    ("one subject of two provinces",
     [line("12/QĐ-UBND", "2023-03-03", KH, PLAN), line("12/QĐ-UBND", "2023-03-03", PY, PLAN)],
     {f"12/qđ-ubnd@{kh}@2023": 1, f"12/qđ-ubnd@{py}@2023": 1}, ""),
    ("drafting units of a letter", [line("830/UBND-NC", "2024-02-02", KH), line("830/UBND-KSTT", "2024-02-02", KH)],
     {f"830/ubnd-kstt@{kh}@2024": 2}, "number"),
    ("drafting units on two days", [line("830/UBND-NC", "2024-02-02", KH), line("830/UBND-KSTT", "2024-02-03", KH)],
     {f"830/ubnd-nc@{kh}@2024": 1, f"830/ubnd-kstt@{kh}@2024": 1}, ""),
    ("chairman and committee",
     [line("5/QĐ-UBND", "2024-01-02", "Chủ tịch " + KH), line("05/QĐ-UBND", "2024-01-02", KH)],
     {f"05/qđ-ubnd@{kh}@2024": 2}, "number issuer"),
    ("no issuer, the same day", [line("5/QĐ-UBND", "2024-01-02", KH), line("5/QĐ-UBND", "2024-01-02", None)],
     {f"05/qđ-ubnd@{kh}@2024": 2}, ""),
    ("no issuer, another day", [line("5/QĐ-UBND", "2024-01-02", KH), line("5/QĐ-UBND", "2024-03-02", None)],
     {f"05/qđ-ubnd@{kh}@2024": 1, "05/qđ-ubnd@?@2024": 1}, ""),
    ("a department of today for one of yesterday",
     [line("12/QĐ-SKHĐT", "2024-03-03", KHDT), line("12/QĐ-SKHĐT", "2024-03-03", STC)],
     {f"12/qđ-skhđt@{khdt}@2024": 2}, "issuer"),
    ("each department with its own", [line("12/QĐ-SKHĐT", "2024-03-03", KHDT), line("12/QĐ-STC", "2024-03-03", STC)],
     {f"12/qđ-skhđt@{khdt}@2024": 1, f"12/qđ-stc@{stc}@2024": 1}, ""),
    ("a decree without its year", [line("107/2020/NĐ-CP", "2020-09-14", CP), line("107/NĐ-CP", "2020-09-14", CP)],
     {"107/2020/nđ-cp@chính-phủ@2020": 2}, "number"),
    ("a decision of the Prime Minister as the Government's",
     [line("318/QĐ-TTg", "2022-03-08", CP), line("318/QĐ-TTg", "2022-03-08", "Thủ tướng Chính phủ")],
     {"318/qđ-ttg@thủ-tướng-chính-phủ@2022": 2}, "issuer"),
    ("suffixes", [line("930/QĐ-UBND", "2024-01-02", KH), line("930e/QĐ-UBND", "2024-01-02", KH)],
     {f"930/qđ-ubnd@{kh}@2024": 1, f"930e/qđ-ubnd@{kh}@2024": 1}, ""),
    ("plan and decision", [line("16/QĐ-UBND", "2023-01-19", KH, PLAN), line("16/KH-UBND", "2023-01-19", KH, PLAN)],
     {f"16/qđ-ubnd@{kh}@2023": 1, f"16/kh-ubnd@{kh}@2023": 1}, ""),
]  # fmt: skip

LATER = [
    ("* Huế under both its names", [line("12/QĐ-UBND", "2023-03-03", HUE), line("12/QĐ-UBND", "2023-03-03", TTH)],
     {"12/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-thừa-thiên-huế@2023": 2}, "issuer"),
    ("* Khánh Hòa and Ninh Thuận", [line("12/QĐ-UBND", "2024-03-03", KH), line("12/QĐ-UBND", "2024-03-03", NT)],
     {f"12/qđ-ubnd@{kh}@2024": 1, f"12/qđ-ubnd@{nt}@2024": 1}, ""),
    ("before and after the merger", [line("12/QĐ-UBND", "2025-01-08", KH), line("12/QĐ-UBND", "2025-07-03", KH)],
     {f"12/qđ-ubnd@{kh}@2025": 1, f"12/qđ-ubnd@{kh}~2025-07@2025": 1}, ""),
    ("a ministry that was merged",
     [line("05/2022/TT-BTNMT", "2022-07-01", "Bộ Tài nguyên và Môi trường"),
      line("05/2022/TT-BTNMT", "2022-07-01", "Bộ Nông nghiệp và Môi trường")],
     {"05/2022/tt-btnmt@bộ-tài-nguyên-và-môi-trường@2022": 2}, "issuer"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected", "conflicts", "written"),
    [(c[1], c[2], c[3], "2024-12-20") for c in CASES]
    + [(c[1], c[2], c[3], "2026-01-20") for c in LATER],
    ids=[c[0] for c in CASES + LATER],
)
def test_one_or_two(
    tmp_path: Path, lines: list[Line], expected: dict[str, int], conflicts: str, written: str
) -> None:
    path = build(tmp_path / "i", *archive(lines, written))
    with open_index(path) as index:
        found = {one.target: one.mentions for one in index.legal_documents()}
        seen = list(index.rows("SELECT legal, field FROM observations WHERE field <> 'subject'"))
    assert found == expected
    assert {field for legal, field in seen if seen.count((legal, field)) > 1} == set(
        conflicts.split()
    )


def test_a_merged_province_stays_open_with_its_candidates(tmp_path: Path) -> None:
    words = "Quyết định số 12/QĐ-UBND ngày 3/3/2024 của UBND tỉnh"
    bare = document(
        "b.txt", words,
        cite(words, "12/QĐ-UBND", date="2024-03-03", issuer=KH, issuer_text="UBND tỉnh"),
        doc_date="2026-02-01", issuer=KH,
    )  # fmt: skip
    path = build(tmp_path / "i", bare)
    with open_index(path) as index:
        (found,) = index.legal_documents()
    assert (found.status, found.reason) == ("ambiguous", "merged-issuer")
    assert found.candidates == (f"12/qđ-ubnd@{kh}@2024", f"12/qđ-ubnd@{nt}@2024")
    # the archive knows one of that day
    build(path, *archive([line("12/QĐ-UBND", "2024-03-03", NT)], "2024-05-05"))
    with open_index(path) as index:
        assert [one.target for one in index.legal_documents()] == [f"12/qđ-ubnd@{nt}@2024"]
        assert [m.via for m in index.cited("12/QĐ-UBND").mentions] == [None, "archive"]


def test_who_carries_on_the_issuers_work(tmp_path: Path) -> None:
    lines = [line("12/QĐ-SKHĐT", "2024-03-03", KHDT), line("9/QĐ-UBND", "2024-03-03", NT)]
    path = build(tmp_path / "i", *archive(lines, "2024-12-20"))
    with open_index(path) as index:
        now = {one.target: one.issuer_now for one in index.legal_documents()}
    assert now == {f"12/qđ-skhđt@{khdt}@2024": STC, f"09/qđ-ubnd@{nt}@2024": KH}


def test_two_documents_of_one_day_have_two_urns(tmp_path: Path) -> None:
    lines = [line("38/2024/QĐ-UBND", "2024-10-31", KH), line("38/QĐ-UBND", "2024-10-31", KH)]
    documents = archive(lines, "2024-12-20")
    path = build(tmp_path / "i", *documents)
    with open_index(path) as index:
        urns = {one.urn for one in index.legal_documents()}
    assert len(urns) == 2


def test_what_was_united_is_kept_with_its_reason(tmp_path: Path) -> None:
    path = build(tmp_path / "i", *archive(CASES[3][1], "2024-12-20"))
    with open_index(path) as index:
        assert list(index.rows("SELECT target, reason FROM variants")) == [
            (f"16/qđ-skhđt@{khdt}@2023", "subject")
        ]
        assert [m.via for m in index.cited("16/QĐ-SKHĐT").mentions] == [None, None, "same"]
