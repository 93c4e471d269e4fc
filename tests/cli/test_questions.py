"""The commands that ask an archive: cited, document, figures, search."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from cchc_mining import link
from cchc_mining.cli._render import amount
from cchc_mining.cli.messages import LANGUAGES, use
from cchc_mining.cli.question_messages import QUESTION_MESSAGES
from cchc_mining.index import IndexWriter
from cchc_mining.records import Fraction, Indicator
from tests.index.small import cite, document

from .support import Called, call

KH = "Ủy ban nhân dân tỉnh Khánh Hòa"
QD = {"issuer": KH, "doc_type": "Quyết định", "relation": "basis", "date": "2022-12-28"}
FIRST = "Số: 67/BC-UBND\nCăn cứ Quyết định số 3604/QĐ-UBND ngày 28/12/2022 của UBND tỉnh, Sở đã triển khai Đề án 06."
SECOND = "Theo Quyết định số 3604/QĐ-UBND ngày 29/12/2022; Nghị quyết số 01/NQ-CP."


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports that give one decision two dates."""
    out = tmp_path_factory.mktemp("archive")
    record, text = document(
        "2025/bao-cao.txt",
        FIRST,
        cite("Số: 67/BC-UBND", "67/BC-UBND", kind="self", issuer=KH, date="2025-02-25", doc_type="Báo cáo"),
        cite("Quyết định số 3604/QĐ-UBND ngày 28/12/2022", "3604/QĐ-UBND", subject="Kế hoạch CCHC", **QD),
        doc_number="67/BC-UBND", doc_type="Báo cáo", doc_date="2025-02-25", issuer=KH, title="Tổng kết năm 2024",
    )  # fmt: skip
    figures = (
        Indicator(start=0, end=1, text="1", id="i0", value=6547.0, unit="hồ sơ", label="hồ sơ trực tuyến",
                  period="2024", agency=KH),
        Indicator(start=2, end=3, text="1", id="i2", value=Fraction(30, 43), unit="đơn vị", label="đơn vị tự chủ"),
        Indicator(start=4, end=5, text="1", id="i4", value=92.44, unit="%", label="-1 tỷ lệ", approx=">"),
    )  # fmt: skip
    second = document(
        "2025/thong-bao.txt",
        SECOND,
        cite(
            "Quyết định số 3604/QĐ-UBND ngày 29/12/2022",
            "3604/QĐ-UBND",
            **{**QD, "date": "2022-12-29"},
        ),
        cite(
            "Nghị quyết số 01/NQ-CP",
            "01/NQ-CP",
            issuer="Chính phủ",
            doc_type="Nghị quyết",
            footnote=7,
        ),
    )
    with IndexWriter(out / "index.sqlite", link) as writer:
        writer.add(replace(record, indicators=figures), text)
        writer.add(*second)
        writer.finish()
    return out


def ask(archive: Path, *arguments: object, lang: str = "vi") -> Called:
    called = call(*arguments, "--archive", archive, "--lang", lang)
    assert called.code == 0, called.err
    return called


def table(called: Called) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(called.out)))


def test_cited_tells_who_where_and_in_which_words(archive: Path) -> None:
    said = ask(archive, "cited", "3604/QĐ-UBND").out
    for words in (
        "3604/QĐ-UBND · Quyết định · Ủy ban nhân dân tỉnh Khánh Hòa",
        "Kế hoạch CCHC",
        "Các ngày đã ghi: 28/12/2022 (1), 29/12/2022 (1)",
        "Không có trong kho",
        "2 lượt viện dẫn trong 2 văn bản",
        "2025/bao-cao.txt",
        f"vị trí {FIRST.index('Quyết')}-",
        "căn cứ",
        "Căn cứ Quyết định số 3604/QĐ-UBND ngày 28/12/2022 của UBND tỉnh",
    ):
        assert words in said
    assert (
        "Dates seen: 2022-12-28 (1), 2022-12-29 (1)" in ask(archive, "cited", "3604", lang="en").out
    )


def test_cited_says_what_is_held_and_what_is_open(archive: Path) -> None:
    assert "Có trong kho: 2025/bao-cao.txt" in ask(archive, "cited", "67/BC-UBND").out
    said = ask(archive, "cited", "01/NQ-CP").out
    assert "Chưa xác định được: không rõ năm" in said
    assert "chú thích 7" in said


@pytest.mark.parametrize(
    "typed", [["3604/qd-ubnd"], ["3604"], ["Quyết", "định", "số", "3604/QĐ-UBND"]]
)
def test_a_number_may_be_typed_as_it_comes(archive: Path, typed: list[str]) -> None:
    assert json.loads(ask(archive, "cited", *typed, "--json").out)["total"] == 2


def test_cited_as_data(archive: Path) -> None:
    found = json.loads(ask(archive, "cited", "3604", "--json").out)
    assert [mention["date"] for mention in found["mentions"]] == ["2022-12-28", "2022-12-29"]
    rows = table(ask(archive, "cited", "3604", "--csv"))
    assert [row["text"] for row in rows] == [mention["text"] for mention in found["mentions"]]
    assert rows[0]["before"] == "Số: 67/BC-UBND\nCăn cứ "


def test_a_limit_says_how_many_are_left(archive: Path) -> None:
    called = ask(archive, "cited", "3604", "--limit", 1)
    assert "Còn 1 lượt nữa" in called.err
    assert "Còn" not in ask(archive, "cited", "3604", "--limit", 0).err


def test_document_tells_header_citations_and_figures(archive: Path) -> None:
    said = ask(archive, "document", "bao-cao.txt").out
    for words in ("Trích yếu: Tổng kết năm 2024", "Viện dẫn (2)", "số của văn bản", "3604/QĐ-UBND",
                  "Số liệu (3)", "6.547", "30/43", ">92,44"):  # fmt: skip
        assert words in said
    assert "Số liệu" not in ask(archive, "document", "bao-cao.txt", "--show", "citations").out
    for number in ("67/BC-UBND", "67/bc-ubnd", "Báo cáo số 67/BC-UBND", "67"):
        assert ask(archive, "document", number).out == said


def test_document_as_data(archive: Path) -> None:
    found = json.loads(ask(archive, "document", "bao-cao.txt", "--json").out)
    assert (found["document"]["header"]["doc_number"], len(found["citations"])) == ("67/BC-UBND", 2)
    assert [row["number"] for row in table(ask(archive, "document", "bao-cao.txt", "--csv"))] == [
        "67/BC-UBND",
        "3604/QĐ-UBND",
    ]
    rows = table(ask(archive, "document", "bao-cao.txt", "--csv", "--show", "figures"))
    assert [(row["value"], row["num"], row["den"]) for row in rows] == [
        ("6547", "", ""),
        ("", "30", "43"),
        ("92.44", "", ""),
    ]
    assert rows[2]["label"] == "'-1 tỷ lệ"  # no formula for a spreadsheet


def test_figures_by_conditions(archive: Path) -> None:
    assert len(json.loads(ask(archive, "figures", "--json").out)) == 3
    for conditions in (["--label", "ho so"], ["--agency", "khánh hòa"], ["--period", "2024"]):
        assert [row["value"] for row in table(ask(archive, "figures", *conditions, "--csv"))] == [
            "6547"
        ]
    assert "6,547" in ask(archive, "figures", "--label", "truc tuyen", lang="en").out
    assert "3 số liệu" in ask(archive, "figures", "--document", "bao-cao.txt").err
    assert "Chỉ hiện 1" in ask(archive, "figures", "--limit", 1).err
    assert "Không có số liệu" in ask(archive, "figures", "--indicator", "sipas").err
    assert "Không có số liệu" in ask(archive, "figures", "--role", "target").err


def test_search_with_and_without_tones(archive: Path) -> None:
    for typed in (["de", "an", "06"], ["Đề án 06"]):
        said = ask(archive, "search", *typed).out
        assert "2025/bao-cao.txt" in said
        assert "Đề án 06" in said
    assert "bỏ dấu" in ask(archive, "search", "dễ ăn").err
    assert "Không tìm thấy" in ask(archive, "search", "không có gì").err


def test_search_as_data(archive: Path) -> None:
    (hit,) = json.loads(ask(archive, "search", "de an", "--json").out)
    assert FIRST[hit["start"] : hit["end"]] == "Đề án"
    (row,) = table(ask(archive, "search", "de an", "--csv"))
    assert row["source"] == hit["source"]


def test_the_archive_is_looked_for_here_and_in_out(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive)
    assert call("cited", "3604").code == 0
    monkeypatch.chdir(tmp_path)
    nowhere = call("cited", "3604", "--lang", "vi")
    assert (nowhere.code, nowhere.out) == (1, "")
    assert "không thấy kho kết quả" in nowhere.err
    (tmp_path / "out").symlink_to(archive, target_is_directory=True)
    assert call("cited", "3604").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "vi", "en"),
    [
        (["document", "x"], 1, "không có văn bản nào là x", "no such document"),
        (["document", "txt"], 1, "không có văn bản nào", "no such document"),
        (["search", "--", "-"], 1, "không có gì để tìm", "nothing to search for"),
        (["cited", "1", "--json", "--csv"], 1, "chỉ chọn một", "choose one"),
        (["document", "x", "--show", "y"], 1, "không nằm trong", "is not one of"),
        (["figures", "--limit", "x"], 1, "không phải là số nguyên", "whole number"),
        (
            ["figures", "--period", "abc"],
            1,
            "'abc' không phải là một kỳ; hãy ghi như 2023, 2023-Q2",
            "'abc' is no period; write it like 2023, 2023-Q2",
        ),
        (["figures", "--wide", "--period", "2023-13"], 1, "không phải là một kỳ", "is no period"),
        (
            ["figures", "--indicator", "onlin_rate"],
            1,
            "gần nhất là online_rate (Tỷ lệ hồ sơ trực tuyến)",
            "the nearest are online_rate",
        ),
        (
            ["figures", "--indicator", "zzz"],
            1,
            "không có chỉ tiêu nào là 'zzz'; `cchc indicators`",
            "'zzz': no such indicator; `cchc indicators`",
        ),
        (["figures", "--role", "x"], 1, "không nằm trong", "is not one of"),
        (["figures", "--wide", "--to", "x.pdf"], 1, "một trong các đuôi", "end in one of"),
        (
            ["compare", "chỉ số hài lòng"],
            1,
            "ứng với nhiều chỉ tiêu: sipas",
            "several indicators: sipas",
        ),
        (["compare", "sipas", "--period", "2024/2023"], 1, "không phải là một kỳ", "is no period"),
        (["compare", "sipas", "--by", "week"], 1, "không nằm trong", "is not one of"),
        (["compare", "sipas", "--to", "x.gif"], 1, "một trong các đuôi .png", "end in one of .png"),
        (["document", "99/BC-UBND"], 1, "không có văn bản nào là 99/BC-UBND", "no such document"),
        (["cited", "1", "--held"], 1, "không ghi NUMBER", "leave NUMBER out"),
        (["reliance", "--relation", "x"], 1, "không nằm trong", "is not one of"),
        (["export", "graphml", "--to", "x.xml"], 1, "đuôi .graphml", "end in .graphml"),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(
    archive: Path, arguments: list[str], code: int, vi: str, en: str
) -> None:
    for lang, words in (("vi", vi), ("en", en)):
        called = call(arguments[0], "--archive", archive, "--lang", lang, *arguments[1:])
        assert (called.code, called.out) == (code, "")
        assert words in called.err


def test_cited_without_a_number_lists_what_is_cited(archive: Path) -> None:
    listed = table(ask(archive, "cited", "--csv"))
    assert [(row["number"], row["mentions"]) for row in listed] == [
        ("3604/QĐ-UBND", "2"),
        ("01/NQ-CP", "1"),
        ("67/BC-UBND", "0"),
    ]
    for options, numbers in (
        (["--disputed"], ["3604/QĐ-UBND"]),
        (["--held"], ["67/BC-UBND"]),
        (["--not-held", "--status", "unresolved"], ["01/NQ-CP"]),
    ):
        assert [row["number"] for row in table(ask(archive, "cited", "--csv", *options))] == numbers
    shown = ask(archive, "cited").out
    assert "28/12/2022; 29/12/2022" in shown
    assert len(json.loads(ask(archive, "cited", "--json").out)) == 3


def test_explain_names_the_rules(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Căn cứ Điều 5 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.", encoding="utf-8"
    )
    out = tmp_path / "out"
    assert call("mine", tmp_path / "a.txt", "--out", out).code == 0
    (row,) = table(ask(out, "cited", "61/2018/NĐ-CP", "--csv"))
    rules = dict(rule.split("=") for rule in row["rules"].split("; "))
    assert {"mention", "date", "issuer", "relation", "pinpoint"} == set(rules)
    for shown in (ask(out, "cited", "61", "--explain"), ask(out, "document", "a.txt", "--explain")):
        assert "ngày: " + rules["date"] in shown.out
        assert rules["relation"] in shown.out


def test_reliance_counts_whose_documents_cite_whose(archive: Path) -> None:
    rows = table(ask(archive, "reliance", "--csv"))
    assert (rows[0]["citing"], rows[0]["cited"], rows[0]["mentions"]) == (KH, KH, "1")
    assert sum(int(row["mentions"]) for row in rows) == 3
    assert table(ask(archive, "reliance", "--relation", "guides", "--csv")) == []
    assert "(không rõ)" in ask(archive, "reliance").out


def test_exports_are_written_and_named(archive: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.graphml"
    assert ask(archive, "export", "graphml", "--to", graph).out == f"{graph}\n"
    assert graph.read_text(encoding="utf-8").count("<edge ") == 3
    names = ask(archive, "export", "graph", "--to", tmp_path, lang="en").out.split()
    assert [Path(name).name for name in names] == ["nodes.csv", "edges.csv"]
    assert (tmp_path / "edges.csv").read_text(encoding="utf-8-sig").startswith("source,target")


def test_an_index_that_cannot_be_used_ends_with_4(tmp_path: Path) -> None:
    for lang, words in (("vi", "không thấy chỉ mục"), ("en", "there is no index here")):
        called = call("cited", "1", "--archive", tmp_path, "--lang", lang)
        assert called.code == 4
        assert words in called.err
    sqlite3.connect(tmp_path / "index.sqlite").execute("CREATE TABLE t (a)")
    assert call("cited", "1", "--archive", tmp_path).code == 4


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (6547.0, "6.547", "6,547"),
        (92.44, "92,44", "92.44"),
        (-3, "-3", "-3"),
        (22174659014.5, "22.174.659.014,5", "22,174,659,014.5"),
        (Fraction(602, 3576), "602/3.576", "602/3,576"),
        (None, "", ""),
    ],
)
def test_amounts_are_written_as_each_language_does(
    value: float | Fraction | None, vi: str, en: str
) -> None:
    said: list[str] = []
    for lang in LANGUAGES:
        use(lang)
        said.append(amount(value))
    use(None)
    assert said == [vi, en]


@pytest.mark.parametrize("key", QUESTION_MESSAGES)
def test_messages_stand_in_both_languages(key: str) -> None:
    vi, en = QUESTION_MESSAGES[key]
    assert vi
    assert en
    assert en.isascii()


def test_citations_of_replaced_documents_are_listed(tmp_path: Path) -> None:
    """Own wording."""
    (tmp_path / "a.txt").write_text(
        "Quyết định số 40/QĐ-UBND ngày 02/02/2021 của UBND tỉnh Bình Lộc thay thế Quyết định số "
        "15/QĐ-UBND ngày 05/01/2019 của UBND tỉnh Bình Lộc.",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "Số: 7/BC-SNV\n\nBình Lộc, ngày 05 tháng 6 năm 2024\n\nBÁO CÁO\nKết quả\n\nCăn cứ Quyết định số "
        "15/QĐ-UBND ngày 05/01/2019 của UBND tỉnh Bình Lộc.",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    texts = [tmp_path / "a.txt", tmp_path / "b.txt"]
    assert call("mine", *texts, "--out", out, "--province", "tỉnh Bình Lộc").code == 0
    (row,) = table(ask(out, "cited", "--superseded", "--csv"))
    assert (Path(row["source"]).name, row["number"]) == ("b.txt", "15/QĐ-UBND")
    assert "đã bị thay thế bởi 40/QĐ-UBND" in ask(out, "cited", "--superseded").out
    assert "đã bị thay thế bởi 40/QĐ-UBND" in ask(out, "cited", "15/QĐ-UBND").out
