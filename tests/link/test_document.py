"""Linking inside one document: what mentions leave out, antecedents, who acts on whom.

Cases are written for this test unless they name their origin; none tuned the code.
"""

from __future__ import annotations

import pytest

from cchc_mining.lexicon import Law
from cchc_mining.link import Acts, Linked, link_record
from cchc_mining.records import Citation, Given, Header, Record

KH = "Ủy ban nhân dân tỉnh Khánh Hòa"
CP = "Chính phủ"


def law(
    name: str, year: str, number: str, replaced_by: str = "", *aliases: str, date: str = ""
) -> Law:
    successors = (replaced_by,) if replaced_by else ()
    return Law(
        name=name, year=year, number=number, date=date, aliases=aliases, replaced_by=successors, source=""
    )  # fmt: skip


ACTS = Acts(
    [
        law("Luật Đất đai", "2003", "13/2003/QH11", "45/2013/QH13"),
        law("Luật Đất đai", "2013", "45/2013/QH13", "31/2024/QH15"),
        law("Luật Đất đai", "2024", "31/2024/QH15"),
        law("Hiến pháp", "1992", ""),
        law("Hiến pháp", "2013", ""),
        law("Luật Thống kê", "2015", "89/2015/QH13"),
        law("Luật Ngân sách nhà nước", "2015", "83/2015/QH13", "", "Luật Ngân sách"),
    ]
)


class Made:
    """A record built from a text in which `[words]` are the mentions, in order."""

    def __init__(self, marked: str, *citations: dict[str, object], **record: object) -> None:
        self.text = ""
        spans: list[tuple[int, int]] = []
        for i, piece in enumerate(marked.replace("]", "[").split("[")):
            if i % 2:
                spans.append((len(self.text), len(self.text) + len(piece)))
            self.text += piece
        assert len(spans) == len(citations)
        self.record = Record(
            source="a.txt",
            citations=tuple(
                Citation(
                    start=start, end=end, text=self.text[start:end], id=f"c{i}", **self._placed(fields)
                )
                for i, ((start, end), fields) in enumerate(zip(spans, citations, strict=True), 1)
            ),
            **record,
        )  # fmt: skip

    def _placed(self, fields: dict[str, object]) -> dict[str, object]:
        """`parts` given by their words become places."""
        parts = fields.get("parts", {})
        assert isinstance(parts, dict)
        places = {
            name: (self.text.index(words), self.text.index(words) + len(words))
            for name, words in parts.items()
        }
        return {**fields, "parts": places} if places else fields

    @property
    def linked(self) -> Linked:
        return link_record(self.record, self.text, ACTS)

    @property
    def targets(self) -> list[str | None]:
        return [citation.target for citation in self.linked.record.citations]


def nq(**more: object) -> dict[str, object]:
    return {"number": "01/NQ-CP", "doc_type": "Nghị quyết", "issuer": CP, **more}


def qd(number: str, **more: object) -> dict[str, object]:
    return {"number": number, "doc_type": "Quyết định", "issuer": KH, **more}


def test_a_mention_without_date_means_the_earlier_one() -> None:
    made = Made(
        "Căn cứ [Nghị quyết số 01/NQ-CP ngày 06/01/2023]. Thực hiện [Nghị quyết số 01/NQ-CP], Sở đã làm.",
        nq(date="2023-01-06"),
        nq(),
    )
    first, second = made.linked.record.citations
    assert first.target == second.target == "01/nq-cp@chính-phủ@2023"
    assert (first.antecedent, second.antecedent) == (None, "c1")
    assert made.linked.via == {"c2": "document"}


def test_a_later_mention_helps_where_no_earlier_does() -> None:
    made = Made("[Nghị quyết số 01/NQ-CP]¹ ... ¹ [Nghị quyết số 01/NQ-CP ngày 06/01/2023]",
                nq(), nq(date="2023-01-06"))  # fmt: skip
    assert made.targets == ["01/nq-cp@chính-phủ@2023"] * 2
    assert made.linked.record.citations[0].antecedent is None


def test_two_possible_years_stay_two_candidates() -> None:
    made = Made("[NQ 01/NQ-CP ngày 05/01/2022], [NQ 01/NQ-CP ngày 06/01/2023] và [NQ 01/NQ-CP]",
                nq(date="2022-01-05"), nq(date="2023-01-06"), nq())  # fmt: skip
    third = made.linked.record.citations[2]
    assert third.target == "01/nq-cp@chính-phủ@?"
    assert third.candidates == ("01/nq-cp@chính-phủ@2022", "01/nq-cp@chính-phủ@2023")


def test_the_year_may_stand_after_the_number() -> None:
    made = Made("triển khai [Nghị quyết số 01/NQ-CP] năm 2024 của Chính phủ", nq())
    assert made.targets == ["01/nq-cp@chính-phủ@2024"]
    assert made.linked.via == {"c1": "text"}


def test_a_year_in_the_number_wins_over_the_date() -> None:
    made = Made(
        "[Quyết định số 38/2024/QĐ-UBND ngày 31/10/2023]", qd("38/2024/QĐ-UBND", date="2023-10-31")
    )
    assert made.targets == ["38/2024/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa@2024"]


def test_a_code_left_out_is_found_in_the_same_document() -> None:
    # the form of bai-bao-nam-quan-tri-va-dieu-hanh-2024@5155
    dated = {"date": "2022-10-18", "doc_type": "Kết luận"}
    made = Made(
        "[Kết luận số 91-KL/TU ngày 18/10/2022]; [Kết luận số 91, ngày 18-10-2022]",
        {**dated, "number": "91-KL/TU", "issuer": "Ban Thường vụ Tỉnh ủy Khánh Hòa"},
        {**dated, "number": "91", "issuer": "Tỉnh ủy Khánh Hòa"},
    )
    assert made.targets == ["91/kl-tu@tỉnh-ủy-khánh-hòa@2022"] * 2


@pytest.mark.parametrize(
    ("number", "raw", "target"),
    [
        (None, "QĐ 66*", "?qđ-66@?@?"),
        ("16/QĐ-UBND", None, "16/qđ-ubnd@?@?"),
    ],
)
def test_nothing_found_is_dropped(number: str | None, raw: str | None, target: str) -> None:
    assert Made("[QĐ 66*]", {"number": number, "number_raw": raw}).targets == [target]


def test_the_header_says_which_document_is_held() -> None:
    header = Header(doc_number="67/BC-UBND", doc_type="Báo cáo", issuer=KH, doc_date="2025-02-25")
    linked = Made("[Số: 67/BC-UBND]", {"kind": "self", "number": "67/BC-UBND", "issuer": KH},
                  header=header).linked  # fmt: skip
    assert linked.own == "67/bc-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa@2025"
    assert linked.year == 2025
    assert Made("không có gì", header=header).linked.own == linked.own


def test_a_blank_number_holds_nothing() -> None:
    linked = Made("[Số:    /BC-UBND]", {"kind": "self", "number": None, "issuer": KH}).linked
    assert linked.own is None
    assert linked.record.citations[0].target is None


def test_the_year_of_writing_may_be_given_by_the_user() -> None:
    assert Made("", given=Given(year=2021)).linked.year == 2021


def test_a_document_without_date_is_as_old_as_what_it_cites() -> None:
    # thong-bao-ket-luan-hoi-nghi-cchc-2022 has no date and cites 02/NQ-CP without one
    made = Made("[QĐ 5/QĐ-UBND] ... [NQ 02/NQ-CP]", qd("5/QĐ-UBND", date="2022-12-23"), nq())
    assert made.linked.year == 2022


NAMED = {"kind": "named", "doc_type": "Luật", "issuer": "Quốc hội"}


@pytest.mark.parametrize(
    ("words", "written", "target", "via"),
    [
        ("Luật Đất đai năm 2024", None, "31/2024/qh15@quốc-hội@2024", "lexicon"),
        ("luật đất đai 2013", None, "45/2013/qh13@quốc-hội@2013", "lexicon"),
        ("Luật Thống kê", None, "89/2015/qh13@quốc-hội@2015", "lexicon"),
        ("Luật Ngân sách", "2022-01-01", "83/2015/qh13@quốc-hội@2015", "lexicon"),
        ("Luật Đất đai", "2020-05-01", "45/2013/qh13@quốc-hội@2013", "in-force"),
        ("Luật Đất đai", "2010-05-01", "13/2003/qh11@quốc-hội@2003", "lexicon"),
        ("Hiến pháp", "2023-05-01", "hiến-pháp@quốc-hội@2013", "in-force"),
        ("Luật Đất đai (sửa đổi) ngày 18/01/2024", None, "31/2024/qh15@quốc-hội@2024", "lexicon"),
        ("Luật Gì đó năm 2031", None, "luật-gì-đó@quốc-hội@2031", None),
        ("Pháp lệnh Gì đó năm 2001", None, "pháp-lệnh-gì-đó@ủy-ban-thường-vụ-quốc-hội@2001", None),
    ],
)
def test_acts_cited_by_name(words: str, written: str | None, target: str, via: str | None) -> None:
    made = Made(f"theo [{words}]", NAMED, header=Header(doc_date=written))
    assert made.targets == [target]
    assert made.linked.via.get("c1") == via


def test_a_bare_name_is_ambiguous_while_a_new_law_comes_into_force() -> None:
    made = Made("theo [Luật Đất đai]", NAMED, header=Header(doc_date="2025-02-01"))
    (citation,) = made.linked.record.citations
    assert citation.target == "luật-đất-đai@quốc-hội@?"
    assert citation.candidates == ("31/2024/qh15@quốc-hội@2024", "45/2013/qh13@quốc-hội@2013")


def test_a_law_passed_after_the_document_is_not_meant() -> None:
    acts = Acts(
        [
            law("Luật A", "2015", "1/2015/QH13"),
            law("Luật A", "2025", "2/2025/QH15", date="2025-06-25"),
        ]
    )
    for written, targets in (("2025-02-25", 1), ("2025-07-01", 2), ("2025", 2)):
        made = Made("theo [Luật A]", NAMED, header=Header(doc_date=written))
        (citation,) = link_record(made.record, made.text, acts).record.citations
        assert len(citation.candidates or (citation.target,)) == targets


def test_a_bare_name_means_the_law_named_in_full_before() -> None:
    made = Made("[Luật Đất đai năm 2024] ... theo [Luật Đất đai]", NAMED, NAMED,
                header=Header(doc_date="2025-02-01"))  # fmt: skip
    assert made.targets == ["31/2024/qh15@quốc-hội@2024"] * 2
    assert made.linked.record.citations[1].antecedent == "c1"


def test_references_follow_their_antecedent_or_mean_the_document_itself() -> None:
    made = Made(
        "[Số: 5/QĐ-UBND] [Nghị quyết 01/NQ-CP ngày 06/01/2023]"
        " [Nghị quyết nêu trên] [Quyết định này] [Kế hoạch này]",
        {**qd("5/QĐ-UBND", date="2023-02-01"), "kind": "self"},
        nq(date="2023-01-06"),
        {"kind": "reference", "antecedent": "c2"},
        {"kind": "reference"},
        {"kind": "reference"},
        header=Header(doc_type="Quyết định"),
    )
    own, resolution = made.targets[:2]
    assert made.targets[2:] == [resolution, own, None]


def replaced(number: str, year: int, words: str = "thay thế") -> dict[str, object]:
    return qd(number, date=f"{year}-01-01", relation="replaces", parts={"relation": words})


NEW = qd("9/QĐ-UBND", date="2024-01-01")
PLAN = qd("5/KH-UBND", date="2023-02-01", relation="issues")


@pytest.mark.parametrize(
    ("marked", "citations", "actors"),
    [
        pytest.param(
            "[QĐ 9/QĐ-UBND] (thay thế [QĐ 1/QĐ-UBND])",
            [NEW, replaced("1/QĐ-UBND", 2020)],
            {"c2": "c1"},
            id="in brackets",  # a form of a province's yearly report
        ),
        pytest.param(
            "[QĐ 9/QĐ-UBND] thay thế [QĐ 1/QĐ-UBND] và [QĐ 2/QĐ-UBND]",
            [NEW, replaced("1/QĐ-UBND", 2020), replaced("2/QĐ-UBND", 2021)],
            {"c2": "c1", "c3": "c1"},
            id="two are replaced",
        ),
        pytest.param(
            "[QĐ 1/QĐ-UBND] được thay thế bằng [QĐ 9/QĐ-UBND]",
            [replaced("1/QĐ-UBND", 2020, "được thay thế bằng"), NEW],
            {"c1": "c2"},
            id="passive",
        ),
        pytest.param(
            "Ban hành [QĐ 9/QĐ-UBND]. Quyết định này thay thế [QĐ 1/QĐ-UBND]",
            [NEW, replaced("1/QĐ-UBND", 2020)],
            {},
            id="next sentence",
        ),
        pytest.param(
            "[QĐ 9/QĐ-UBND] của UBND TP. Nha Trang thay thế [QĐ 1/QĐ-UBND]",
            [NEW, replaced("1/QĐ-UBND", 2020)],
            {"c2": "c1"},
            id="a dot that ends no sentence",
        ),
        pytest.param(
            "[KH 5/KH-UBND] triển khai thực hiện [NQ 01/NQ-CP] năm 2023",
            [
                {**PLAN, "parts": {"subject": "triển khai thực hiện NQ 01/NQ-CP năm 2023"}},
                nq(date="2023-01-06", relation="implements"),
            ],
            {"c2": "c1"},
            id="in the subject",
        ),
        pytest.param(
            "Căn cứ [NQ 01/NQ-CP], UBND ban hành [KH 5/KH-UBND]",
            [nq(date="2023-01-06", relation="basis"), PLAN],
            {},
            id="only beside",
        ),
    ],
)
def test_who_acts_on_whom(
    marked: str, citations: list[dict[str, object]], actors: dict[str, str]
) -> None:
    assert Made(marked, *citations).linked.actors == actors


REPORT = Header(
    doc_type="Báo cáo", doc_number="67/BC-UBND", doc_date="2024-12-20", issuer=KH,
    title="Kết quả công tác cải cách hành chính năm 2024",
)  # fmt: skip


@pytest.mark.parametrize(
    ("why", "citation", "target", "via"),
    [
        ("a yearly act, by its subject", nq(subject="nhiệm vụ, giải pháp chủ yếu năm 2024"),
         "01/nq-cp@chính-phủ@2024", "subject"),
        ("what the report says was issued", qd("128/QĐ-UBND", relation="issues", subject="thành lập Đoàn kiểm tra"),
         "128/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa@2024", "period"),
        ("the plan of a year may be of December before",
         qd("128/KH-UBND", relation="issues", subject="Kế hoạch cải cách hành chính năm 2024"),
         "128/kh-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa@?", None),
        ("what it only cites", qd("128/QĐ-UBND", relation="basis"),
         "128/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa@?", None),
        ("the code against the issuer",
         {"number": "277/BC-STP", "issuer": "Đoàn kiểm tra liên ngành", "date": "2024-11-12"},
         "277/bc-stp@sở-tư-pháp-tỉnh-khánh-hòa@2024", "code"),
    ],
)  # fmt: skip
def test_what_the_report_around_a_mention_tells(
    why: str, citation: dict[str, object], target: str, via: str | None
) -> None:
    made = Made("Sở đã ban hành [Văn bản] trong kỳ", citation, header=REPORT)
    assert (made.targets, made.linked.via.get("c1")) == ([target], via), why


def test_a_report_without_date_is_of_the_year_in_its_title() -> None:
    header = Header(
        doc_type="Báo cáo", doc_number="67/BC-UBND", issuer=KH, title="CCHC quý II/2023"
    )
    linked = Made("", header=header).linked
    assert (linked.own, linked.own_via) == (
        "67/bc-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa@2023",
        "title",
    )


def test_a_bare_issuer_of_merged_provinces_has_candidates() -> None:
    made = Made(
        "theo [Quyết định số 12/QĐ-UBND ngày 3/3/2024 của UBND tỉnh]",
        qd("12/QĐ-UBND", date="2024-03-03", issuer_text="UBND tỉnh"),
        header=Header(doc_type="Báo cáo", doc_date="2026-02-01", issuer=KH),
    )
    (citation,) = made.linked.record.citations
    assert citation.target == "12/qđ-ubnd@?ủy-ban-nhân-dân-tỉnh-khánh-hòa@2024"
    assert len(citation.candidates) == 2


def test_candidates_of_an_earlier_archive_are_forgotten() -> None:
    made = Made("[NQ 01/NQ-CP]", nq(candidates=("01/nq-cp@chính-phủ@2019",)))
    assert made.linked.record.citations[0].candidates == ()


@pytest.mark.parametrize(
    ("words", "partly"),
    [
        ("thay thế", False),
        ("bãi bỏ Điều 6 và Điều 7 của Quy định ban hành kèm theo", True),
        ("bãi bỏ một phần", True),
        ("thay thế Phụ lục ban hành kèm theo", True),
    ],
)
def test_what_is_concerned_in_part_only(words: str, partly: bool) -> None:
    made = Made(
        f"[QĐ 9/QĐ-UBND] {words} [QĐ 1/QĐ-UBND]",
        NEW,
        replaced("1/QĐ-UBND", 2020, words.split(" ")[0]),
    )
    assert made.linked.partly == (frozenset({"c2"}) if partly else frozenset())


def test_several_acts_end_by_one() -> None:
    # 'A thay thế B; bãi bỏ Điều 6 của C': it is A that repeals, not B
    made = Made(
        "[QĐ 9/QĐ-UBND] thay thế [QĐ 1/QĐ-UBND]; bãi bỏ [QĐ 2/QĐ-UBND]",
        NEW,
        replaced("1/QĐ-UBND", 2020),
        qd("2/QĐ-UBND", date="2021-01-01", relation="repeals", parts={"relation": "bãi bỏ"}),
    )
    assert made.linked.actors == {"c2": "c1", "c3": "c1"}
