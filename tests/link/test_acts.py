"""Acts cited by name, resolved: words, date and time of writing -> number, official name, successor.

The cases go through extraction and the lexicon that ships with the package.  All wordings are
written for this test; none tuned the code.  Facts are those of the lexicon.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_mining import lexicon
from cchc_mining.extract import extract_record
from cchc_mining.lexicon import act_key, passing_body, read_tail
from cchc_mining.link import Act, known_act, link_record, replacements
from cchc_mining.records import Citation, Given, SourceText


def linked(text: str, year: int | None = None) -> list[Citation]:
    record = extract_record(
        SourceText(text=text, source="a.txt"), Given(year=year) if year else None
    )
    found = link_record(record, text).record.citations
    return [citation for citation in found if citation.kind == "named"]


def act(words: str, year: int | None = None) -> Act | None:
    (citation,) = linked(f"Thực hiện {words};", year)
    return known_act(citation.target or "")


RESOLVED = [
    # by year
    ("Luật Đất đai năm 2013", None, "45/2013/QH13"),
    ("luật đất đai năm 2003", None, "13/2003/QH11"),
    ("LUẬT ĐẤT ĐAI NĂM 2024", None, "31/2024/QH15"),
    ("BLDS 2015", None, "91/2015/QH13"),
    ("Bộ luật TTHS năm 2015", None, "101/2015/QH13"),
    ("Luật BHXH 2014", None, "58/2014/QH13"),
    ("Luật Tổ chức HĐND và UBND năm 2003", None, "11/2003/QH11"),
    ("Luật Ban hành VBQPPL năm 2015 (sửa đổi, bổ sung năm 2020)", None, "80/2015/QH13"),
    ("Pháp lệnh Đê điều năm 2000", None, "26/2000/PL-UBTVQH10"),
    # by date, in either form; a day that is not the act's keeps the act of that year
    ("Luật Giáo dục ngày 14 tháng 6 năm 2005", None, "38/2005/QH11"),
    ("Luật Giáo dục ngày 14/6/2019", None, "43/2019/QH14"),
    ("Luật Giáo dục ngày 27 tháng 6 năm 2005", None, "38/2005/QH11"),
    ("Pháp lệnh Thuế thu nhập đối với người có thu nhập cao ngày 19/5/2001", None, "35/2001/PL-UBTVQH10"),
    # amending acts, however they are put
    ("Luật sửa đổi, bổ sung một số điều của Luật Giáo dục ngày 25 tháng 11 năm 2009", None, "44/2009/QH12"),
    ("Luật sửa đổi bổ sung 1 số điều Luật Hải quan năm 2005", None, "42/2005/QH11"),
    ("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ, Luật Tổ chức chính quyền địa phương năm 2019",
     None, "47/2019/QH14"),
    ("Luật sửa đổi Điều 126 của Luật Nhà ở và Điều 121 của Luật Đất đai", None, "34/2009/QH12"),
    ("Pháp lệnh sửa đổi, bổ sung một số điều Pháp lệnh Xử lý vi phạm hành chính ngày 02/4/2008",
     None, "04/2008/UBTVQH12"),
    # only one act of that name
    ("Luật Thống kê", 2008, "04/2003/QH11"),
    ("Luật Hòa giải ở cơ sở", None, "35/2013/QH13"),
    ("Luật XLVPHC", 2019, "15/2012/QH13"),
    # by what was in force
    ("Luật Doanh nghiệp", 2004, "13/1999/QH10"),
    ("Luật Doanh nghiệp", 2009, "60/2005/QH11"),
    ("Luật Doanh nghiệp", 2018, "68/2014/QH13"),
    ("Luật Doanh nghiệp", 2023, "59/2020/QH14"),
    ("Luật Ngân sách", 2012, "01/2002/QH11"),
    ("Luật Phòng chống tham nhũng", 2011, "55/2005/QH11"),
    ("Luật PCTN", 2022, "36/2018/QH14"),
    ("Luật Thanh tra", 2008, "22/2004/QH11"),
    ("Pháp lệnh Cán bộ, công chức", 2002, None),  # of 1998: its number is not certain, so not in the table
    # called revised: the act that was being drafted or had just been passed
    ("Luật Lưu trữ (sửa đổi)", 2024, "33/2024/QH15"),
    ("dự án Luật Đất đai (sửa đổi)", 2012, "45/2013/QH13"),
    ("dự thảo Luật Thanh tra (sửa đổi)", 2021, "11/2022/QH15"),
    # revised in a year in which no act of that name was passed: the act as revised
    ("Luật Thi đua, khen thưởng sửa đổi, bổ sung năm 2013", None, "15/2003/QH11"),
    ("Luật Phòng, chống tham nhũng (sửa đổi năm 2018)", None, "36/2018/QH14"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "year", "number"), RESOLVED)
def test_a_name_leads_to_the_act(words: str, year: int | None, number: str | None) -> None:
    found = act(words, year)
    assert found is not None
    assert found.number == number


def test_what_the_lexicon_knows_comes_with_it() -> None:
    found = act("Luật PCTN năm 2005")
    assert found is not None
    assert (found.name, found.date, found.doc_type, found.issuer, found.replaced_by) == (
        "Luật Phòng, chống tham nhũng", "2005-11-29", "Luật", "Quốc hội", ("36/2018/QH14",),
    )  # fmt: skip


def test_an_act_without_a_number_is_known_by_its_name() -> None:
    found = act("Pháp lệnh Hợp đồng kinh tế ngày 25 tháng 9 năm 1989")
    assert found is not None
    assert found.target == "pháp-lệnh-hợp-đồng-kinh-tế@hội-đồng-nhà-nước@1989"
    assert act("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992") == act(
        "Hiến pháp 1992"
    )


def test_members_of_a_list_have_the_type_of_the_first() -> None:
    citations = linked(
        "Góp ý các Luật: Đầu tư, Nhà ở, Thanh tra năm 2022; Bộ luật Dân sự và Tố tụng dân sự.", 2018
    )
    names = [known.name if (known := known_act(c.target or "")) else None for c in citations]
    assert names == [
        "Luật Đầu tư", "Luật Nhà ở", "Luật Thanh tra", "Bộ luật Dân sự", "Bộ luật Tố tụng dân sự",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words", ["Luật Đất đai năm 2014", "Luật Đất đai ngày 01 tháng 7 năm 2014"]
)
def test_a_wrong_year_stays_open_with_candidates(words: str) -> None:
    (citation,) = linked(f"theo {words};", 2016)
    assert citation.text == words
    assert citation.target == "luật-đất-đai@quốc-hội@?"
    assert "45/2013/qh13@quốc-hội@2013" in citation.candidates
    assert len(citation.candidates) == 5


def test_a_year_past_the_lexicon_is_a_new_act() -> None:
    (citation,) = linked("theo Luật Đất đai năm 2031;")
    assert citation.target == "luật-đất-đai@quốc-hội@2031"


def test_a_day_that_is_not_the_acts_is_kept_as_written() -> None:
    (citation,) = linked("Căn cứ Luật Giáo dục ngày 15 tháng 6 năm 2005;")
    found = known_act(citation.target or "")
    assert found is not None
    assert (citation.date, found.date) == ("2005-06-15", "2005-06-14")


def test_a_name_in_two_acts_while_the_new_one_comes_in_is_ambiguous() -> None:
    (citation,) = linked("theo Luật Đất đai;", 2025)
    assert citation.candidates == ("31/2024/qh15@quốc-hội@2024", "45/2013/qh13@quốc-hội@2013")


def test_a_short_name_and_the_full_one_are_the_same_document() -> None:
    first, second = linked("Luật Phòng, chống tham nhũng năm 2018 ... theo Luật PCTN;", 2020)
    assert first.target == second.target
    assert second.antecedent == first.id


SAME = [
    ("Luật Phòng, chống tham nhũng", "luật phòng chống  tham nhũng"),
    ("Luật Ban hành văn bản quy phạm pháp luật", "Luật Ban hành văn bản qui phạm pháp luật"),
    ("Luật Sĩ quan Quân đội nhân dân Việt Nam", "Luật về Sỹ quan QĐND VN"),
    ("Luật Thuế thu nhập doanh nghiệp", "Luật thuế TNDN"),
    ("Luật Bảo vệ sức khỏe nhân dân", "Luật Bảo vệ sức khoẻ nhân dân"),
    ("Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C",
     "Luật sửa đổi một số điều các Luật A, Luật B, Luật C"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_share_their_key(one: str, other: str) -> None:
    assert act_key(one) == act_key(other)


TAILS = [
    (" năm 2015", 9, 2015, False, None),
    (" 2015;", 5, 2015, False, None),
    (" (2015)", 7, 2015, False, None),
    (" (sửa đổi)", 10, None, True, None),
    (" (đã được sửa đổi, bổ sung năm 2009, 2012)", 42, None, True, 2009),
    (" sửa đổi năm 2012", 17, None, True, 2012),
    (" 2021 - 2025", 0, None, False, None),
    (" (theo Nghị quyết số 51)", 0, None, False, None),
    (" sửa đổi một số quy định", 0, None, False, None),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "end", "year", "is_revised", "revised_year"), TAILS)
def test_tails(
    tail: str, end: int, year: int | None, is_revised: bool, revised_year: int | None
) -> None:
    read = read_tail("Luật Y" + tail, 6)
    assert (read.end - 6, read.year, read.is_revised, read.revised_year) == (
        end, year, is_revised, revised_year,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "year", "body"),
    [
        ("Luật Đất đai", 1987, "Quốc hội"),
        ("Pháp lệnh Thừa kế", 1990, "Hội đồng Nhà nước"),
        ("Pháp lệnh Thú y", 1993, "Ủy ban Thường vụ Quốc hội"),
        ("Pháp lệnh Đê điều", None, "Ủy ban Thường vụ Quốc hội"),
        ("Pháp lệnh Nhà ở", None, "Hội đồng Nhà nước"),
    ],
)
def test_who_passed_it(name: str, year: int | None, body: str) -> None:
    assert passing_body(name, year) == body


ROWS = [row for row in lexicon.laws() if "/QH" not in row.name]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ROWS))
def test_every_act_is_reached_by_its_name_and_year(row: lexicon.Law) -> None:
    found = act(f"{row.name} năm {row.year}")
    assert found is not None
    assert (found.name, str(found.year)) == (row.name, row.year)


def test_successors_are_later_and_the_chain_ends() -> None:
    years = {row.number: int(row.year) for row in lexicon.laws() if row.number}
    for row in lexicon.laws():
        for number in row.replaced_by:
            assert years.get(number, int(row.year)) >= int(row.year), (row.name, row.year, number)


def test_an_act_that_two_replaced_was_replaced_by_both() -> None:
    roads = act("Luật Giao thông đường bộ năm 2008")
    assert roads is not None
    assert {r.by_number for r in replacements(roads.target)} == {"35/2024/QH15", "36/2024/QH15"}
