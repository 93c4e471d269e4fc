"""What single documents leave open, settled against the whole archive."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cchc_mining import link
from cchc_mining.extract import extract_record
from cchc_mining.index import IndexWriter, LegalDocument, open_index
from cchc_mining.records import Record, SourceText

from .small import build, cite, document

CP = {"issuer": "Chính phủ", "doc_type": "Nghị quyết"}
KH = "Ủy ban nhân dân tỉnh Khánh Hòa"


def resolution(year: int, date: str, number: str = "76/NQ-CP") -> tuple[Record, str]:
    """A document of a year that cites a resolution with its date."""
    words = f"NQ {number} ngày {date}"
    return document(
        f"{year}.txt", words, cite(words, number, date=date, **CP), doc_date=f"{year}-09-01"
    )


NQ2022, NQ2023 = resolution(2022, "2022-01-08"), resolution(2023, "2023-01-06")


def bare(written: str, number: str = "76/NQ-CP") -> tuple[Record, str]:
    return document(
        "bare.txt", f"thực hiện NQ {number}", cite(f"NQ {number}", number, **CP), doc_date=written
    )


def legal(path: Path) -> dict[str, LegalDocument]:
    with open_index(path) as index:
        return {found.target: found for found in index.legal_documents()}


def test_a_missing_year_is_taken_where_the_archive_knows_one(tmp_path: Path) -> None:
    path = build(tmp_path / "i", NQ2023, bare("2024-01-01"))
    (found,) = legal(path).values()
    assert (found.target, found.status, found.mentions) == (
        "76/nq-cp@chính-phủ@2023",
        "resolved",
        2,
    )
    with open_index(path) as index:
        assert [mention.via for mention in index.cited("76/NQ-CP").mentions] == [None, "archive"]


def test_the_year_of_a_yearly_act_is_not_taken_from_the_archive(tmp_path: Path) -> None:
    # 01/NQ-CP comes back every January
    known = resolution(2023, "2023-01-06", "01/NQ-CP")
    found = legal(build(tmp_path / "i", known, bare("2024-03-01", "01/NQ-CP")))
    ambiguous = found["01/nq-cp@chính-phủ@?"]
    assert (ambiguous.status, ambiguous.candidates) == ("ambiguous", ("01/nq-cp@chính-phủ@2023",))
    assert found["01/nq-cp@chính-phủ@2023"].mentions == 1


def test_two_years_leave_it_ambiguous_with_both(tmp_path: Path) -> None:
    found = legal(build(tmp_path / "i", NQ2022, NQ2023, bare("2024-01-01")))
    both = ("76/nq-cp@chính-phủ@2022", "76/nq-cp@chính-phủ@2023")
    assert set(found) == {*both, "76/nq-cp@chính-phủ@?"}
    ambiguous = found["76/nq-cp@chính-phủ@?"]
    assert (ambiguous.status, ambiguous.candidates, ambiguous.reason) == (
        "ambiguous",
        both,
        "no-year",
    )


def test_nothing_later_than_the_citing_document_is_meant(tmp_path: Path) -> None:
    found = legal(build(tmp_path / "i", NQ2022, NQ2023, bare("2022-06-01")))
    assert found["76/nq-cp@chính-phủ@2022"].mentions == 2
    found = legal(build(tmp_path / "j", NQ2023, bare("2022-06-01")))
    assert found["76/nq-cp@chính-phủ@?"].status == "unresolved"


def test_what_the_archive_told_is_taken_back_when_it_changes(tmp_path: Path) -> None:
    path = build(tmp_path / "i", NQ2023, bare("2024-01-01"))
    build(path, NQ2022)
    assert legal(path)["76/nq-cp@chính-phủ@?"].status == "ambiguous"
    with IndexWriter(path, link) as writer:
        writer.remove("2023.txt")
        writer.finish()
    (found,) = legal(path).values()
    assert (found.target, found.mentions) == ("76/nq-cp@chính-phủ@2022", 2)


def test_a_missing_code_and_a_missing_issuer_are_found_too(tmp_path: Path) -> None:
    tu = {"issuer": "Tỉnh ủy Khánh Hòa", "doc_type": "Kết luận", "date": "2022-10-18"}
    found = legal(
        build(
            tmp_path / "i",
            document("a.txt", "KL 91-KL/TU", cite("KL 91-KL/TU", "91-KL/TU", **tu)),
            document("b.txt", "Kết luận số 91", cite("Kết luận số 91", "91", **tu)),
            document("c.txt", "KL 91-KL/TU", cite("KL 91-KL/TU", "91-KL/TU", date="2022-10-18")),
        )
    )
    assert {target: one.mentions for target, one in found.items()} == {
        "91/kl-tu@tỉnh-ủy-khánh-hòa@2022": 3
    }


def test_variants_are_counted_and_one_date_settles_the_urn(tmp_path: Path) -> None:
    qd = {"issuer": KH, "doc_type": "Quyết định", "date": "2022-12-28"}
    one = document("a.txt", "QĐ 3604/QĐ-UBND", cite("QĐ 3604/QĐ-UBND", "3604/QĐ-UBND", **qd))
    same = document(
        "b.txt",
        "VB 3604/QĐ-UBND",
        cite("VB 3604/QĐ-UBND", "3604/QĐ-UBND", **{**qd, "doc_type": "Văn bản"}),
    )
    (found,) = legal(build(tmp_path / "i", one, same)).values()
    assert found.urn == "urn:lex:vn;khanh.hoa:uy.ban.nhan.dan:quyet.dinh:2022-12-28;3604"
    assert (found.doc_type, [variant.value for variant in found.types]) == (
        "Quyết định",
        ["Quyết định", "Văn bản"],
    )
    other = document(
        "c.txt",
        "QĐ 3604/QĐ-UBND",
        cite("QĐ 3604/QĐ-UBND", "3604/QĐ-UBND", **{**qd, "date": "2022-12-29"}),
    )
    (found,) = legal(build(tmp_path / "j", one, same, other)).values()
    assert (found.date, found.urn) == (None, None)
    assert [(v.value, v.mentions) for v in found.dates] == [("2022-12-28", 2), ("2022-12-29", 1)]


def test_a_held_document_says_its_own_date(tmp_path: Path) -> None:
    own = cite(
        "Số: 3604/QĐ-UBND",
        "3604/QĐ-UBND",
        kind="self",
        issuer=KH,
        doc_type="Quyết định",
        date="2022-12-28",
    )
    held = document("held.txt", "Số: 3604/QĐ-UBND", own,
                    doc_number="3604/QĐ-UBND", doc_date="2022-12-28", issuer=KH, doc_type="Quyết định")  # fmt: skip
    citing = document(
        "a.txt",
        "QĐ 3604/QĐ-UBND",
        cite("QĐ 3604/QĐ-UBND", "3604/QĐ-UBND", issuer=KH, date="2022-12-27"),
    )
    (found,) = legal(build(tmp_path / "i", held, citing)).values()
    assert (found.held, found.date, found.mentions) == (held[0].doc_id, "2022-12-28", 1)
    with open_index(tmp_path / "i") as index:
        assert index.document("held.txt").document.target == found.target
        assert [one.target for one in index.legal_documents(held=True)] == [found.target]
        assert not list(index.legal_documents(held=False))


def test_a_law_is_one_under_its_name_and_its_number(tmp_path: Path) -> None:
    by_name = {
        "text": "Luật Đất đai năm 2024",
        "kind": "named",
        "issuer": "Quốc hội",
        "doc_type": "Luật",
    }
    found = legal(
        build(
            tmp_path / "i",
            document("a.txt", "Luật Đất đai năm 2024", by_name),
            document(
                "b.txt",
                "Luật số 31/2024/QH15",
                cite("Luật số 31/2024/QH15", "31/2024/QH15", issuer="Quốc hội", doc_type="Luật"),
            ),
        )
    )
    (law,) = found.values()
    assert (law.number, law.name, law.mentions) == ("31/2024/QH15", "Luật Đất đai", 2)
    assert law.urn == "urn:lex:vn:quoc.hoi:luat:2024-01-18;31"


@pytest.mark.parametrize(
    "asked", ["31/2024/QH15", "Luật Đất đai", "luat dat dai 2024", "luật đất đai năm 2024"]
)
def test_an_act_is_found_by_name_or_number(tmp_path: Path, asked: str) -> None:
    by_name = {"text": "Luật Đất đai năm 2024", "kind": "named", "issuer": "Quốc hội"}
    build(tmp_path / "i", document("a.txt", "theo Luật Đất đai năm 2024", by_name))
    with open_index(tmp_path / "i") as index:
        assert index.cited(asked).total == 1


def test_links_tell_who_acts_on_whom(tmp_path: Path) -> None:
    text = "QĐ 9/QĐ-UBND thay thế QĐ 1/QĐ-UBND"
    new = cite("QĐ 9/QĐ-UBND", "9/QĐ-UBND", issuer=KH, date="2024-01-01", relation="issues")
    old = cite("QĐ 1/QĐ-UBND", "1/QĐ-UBND", issuer=KH, date="2020-01-01", relation="replaces",
               parts={"relation": (13, 21)})  # fmt: skip
    build(tmp_path / "i", document("a.txt", text, new, old))
    with open_index(tmp_path / "i") as index:
        rows = list(index.rows(
            "SELECT s.number, t.number, k.relation, k.start, k.\"end\" FROM links k"
            " LEFT JOIN legal_documents s ON s.id = k.source_legal JOIN legal_documents t ON t.id = k.legal"
            " ORDER BY k.citation"
        ))  # fmt: skip
    assert rows == [
        (None, "9/QĐ-UBND", "issues", 0, 12),
        ("9/QĐ-UBND", "1/QĐ-UBND", "replaces", 0, len(text)),
    ]


def mined_text(source: str, text: str) -> tuple[Record, str]:
    record = extract_record(SourceText(text=text, source=source))
    return msgspec.structs.replace(record, doc_id=source), text


def test_an_alias_counts_for_the_document_it_calls(tmp_path: Path) -> None:
    text = "BÁO CÁO\n\nTỉnh triển khai Đề án 06, sơ kết Đề án 06 của Chính phủ.\n"
    path = build(tmp_path / "i", mined_text("a.txt", text))
    (found,) = legal(path).values()
    assert (found.number, found.doc_type, found.date, found.mentions) == (
        *("06/QĐ-TTg", "Quyết định", "2022-01-06"),
        2,
    )
    assert found.types == ()  # 'Đề án' is not how the decision's own type is written
    with open_index(path) as index:
        assert index.cited("Đề án 06").total == index.cited("06/QĐ-TTg").total == 2
        assert [m.via for m in index.cited("06/QĐ-TTg").mentions] == ["lexicon", "lexicon"]


def test_a_document_that_speaks_of_itself_does_not_cite_itself(tmp_path: Path) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÂM HẢI\n\nSố: 905/QĐ-UBND\n\nLâm Hải, ngày 03 tháng 4 năm 2024\n\n"
        "QUYẾT ĐỊNH\nVề tiếp công dân\n\nĐiều 1. Các sở thi hành Quyết định này.\n"
    )
    path = build(tmp_path / "i", mined_text("a.txt", text))
    (found,) = legal(path).values()
    assert (found.held, found.mentions) == ("a.txt", 0)
    with open_index(path) as index:
        assert index.cited("905/QĐ-UBND").total == 0
        assert [m.kind for m in index.document("a.txt").citations] == ["self", "reference"]
        assert list(index.rows("SELECT * FROM links")) == []


def test_conflicts_are_what_cannot_all_be_right(tmp_path: Path) -> None:
    board, committee = "Ban Thường vụ Tỉnh ủy Khánh Hòa", "Tỉnh ủy Khánh Hòa"
    path = build(
        tmp_path / "i",
        # a committee and its standing board are one body
        document("a", "A", cite("A", "16-NQ/TU", issuer=board, date="2021-10-19"), doc_date="2022-01-05"),
        document("b", "B", cite("B", "16-NQ/TU", issuer=committee, date="2021-10-19"), doc_date="2022-01-06"),
        document("c", "C", cite("C", "38/2024/QĐ-UBND", issuer=KH, date="2024-11-22"), doc_date="2025-01-06"),
        document("d", "D", cite("D", "38/2024/QĐ-UBND", issuer=KH, date="2024-10-31"), doc_date="2025-01-07"),
    )  # fmt: skip
    with open_index(path) as index:
        assert {found.number: found.conflicts for found in index.legal_documents()} == {
            "16-NQ/TU": (),
            "38/2024/QĐ-UBND": ("date",),
        }
        assert [found.number for found in index.legal_documents(disputed=True)] == [
            "38/2024/QĐ-UBND"
        ]
