"""Questions to an index: numbers, documents, figures, words."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining import link
from cchc_mining.errors import UsageError
from cchc_mining.index import Index, IndexWriter, open_index
from cchc_mining.index.finding import find_terms, read_query
from cchc_mining.index.passages import passages
from cchc_mining.records import Fraction, Indicator, Record, read_period

from .small import build, cite, document

KH = "Ủy ban nhân dân tỉnh Khánh Hòa"
QD = {"issuer": KH, "doc_type": "Quyết định", "date": "2022-12-28", "relation": "basis"}
TEXT = (
    "Căn cứ Quyết định số 3604/QĐ-UBND ngày 28/12/2022 của UBND tỉnh Khánh Hoà, Sở đã triển khai\n"
    "Đề án 06 và chuyển đổi số. Hoà giải ở cơ sở đạt kết quả tốt.\n"
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents that cite, one of them without tones."""
    return build(
        tmp_path_factory.mktemp("small") / "i",
        document("2023/bao-cao.txt", TEXT, cite("Quyết định số 3604/QĐ-UBND ngày 28/12/2022", "3604/QĐ-UBND", **QD)),
        document("2024/bao-cao.txt", "Theo VB 3604/QĐ-UBND ngay 28/12/2022, cac don vi da to chuc hoi nghi.",
                 cite("VB 3604/QĐ-UBND", "3604/QĐ-UBND", **{**QD, "doc_type": "Văn bản"})),
        document("2024/khac.txt", "QĐ 3604/QĐ-SNV; 38/2024/QĐ-UBND",
                 cite("QĐ 3604/QĐ-SNV", "3604/QĐ-SNV", issuer="Sở Nội vụ tỉnh Khánh Hòa", date="2022-01-05"),
                 cite("38/2024/QĐ-UBND", "38/2024/QĐ-UBND", issuer=KH)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("3604/QĐ-UBND", 2),
        ("3604 / qd - ubnd", 2),
        ("3604/qđ-UBND", 2),
        ("03604/QĐ-UBND", 2),
        ("3604", 3),
        ("3604/QĐ", 3),
        ("Quyết định số 3604/QĐ-UBND", 2),
        ("quyet dinh 3604", 3),
        ("3604/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa@2022", 2),
        ("38/2024/QĐ-UBND", 1),
        ("38", 1),
        ("360", 0),
        ("9999/QĐ-UBND", 0),
        ("", 0),
        ("'; DROP TABLE citations; --", 0),
        ("%", 0),
    ],
)
def test_a_number_is_matched_loosely(small: Path, asked: str, found: int) -> None:
    with open_index(small) as index:
        cited = index.cited(asked)
    assert (cited.total, len(cited.mentions)) == (found, found)


def test_a_mention_says_where_and_in_which_words(small: Path) -> None:
    with open_index(small) as index:
        first, second = index.cited("3604/QĐ-UBND").mentions
        text = index.text(first.source)
    assert text == TEXT
    assert (first.source, second.source) == ("2023/bao-cao.txt", "2024/bao-cao.txt")
    assert text[first.start : first.end] == first.text
    assert text == first.before + first.text + text[first.end :]
    assert text[first.end :].startswith(first.after)
    assert (first.relation, first.date, first.issuer) == ("basis", "2022-12-28", KH)


def test_a_limit_still_says_how_many_there_are(small: Path) -> None:
    with open_index(small) as index:
        cited = index.cited("3604", limit=1)
    assert (cited.total, len(cited.mentions), len(cited.legal_documents)) == (3, 1, 2)


@pytest.mark.parametrize("name", ["2023/bao-cao.txt", "2023\\bao-cao.txt", "khac.txt"])
def test_a_document_is_found_by_path(small: Path, name: str) -> None:
    with open_index(small) as index:
        assert index.document(name).citations


def test_a_document_is_found_by_the_start_of_its_id(small: Path) -> None:
    with open_index(small) as index:
        doc_id = index.document("khac.txt").document.doc_id
        assert doc_id is not None
        for name in (doc_id, doc_id[:8]):
            assert index.document(name).document.source == "2024/khac.txt"


@pytest.mark.parametrize(
    ("name", "said"), [("bao-cao.txt", "stands for 2 documents"), ("x.txt", "no such document")]
)
def test_a_name_of_none_or_several_is_refused(small: Path, name: str, said: str) -> None:
    with open_index(small) as index, pytest.raises(UsageError, match=said):
        index.document(name)


@pytest.mark.parametrize(
    ("asked", "found", "exact"),
    [
        ("quyet dinh 3604", ["2023/bao-cao.txt"], True),
        ("Quyết định số 3604/QĐ-UBND", ["2023/bao-cao.txt"], True),
        ("QUYẾT ĐỊNH", ["2023/bao-cao.txt"], True),
        ("Đề án 06", ["2023/bao-cao.txt"], True),
        ("de an 06", ["2023/bao-cao.txt"], True),
        ("hòa giải", ["2023/bao-cao.txt"], True),
        ("hoà giải", ["2023/bao-cao.txt"], True),
        ('"chuyển đổi số"', ["2023/bao-cao.txt"], True),
        ('"đổi chuyển số"', [], True),
        ("đổi chuyển số", ["2023/bao-cao.txt"], True),
        ("triển khai Đề án", ["2023/bao-cao.txt"], True),  # over a line's end
        ("tổ chức hội nghị", ["2024/bao-cao.txt"], False),  # the text has no tones
        ("3604", ["2023/bao-cao.txt", "2024/bao-cao.txt", "2024/khac.txt"], True),
        ("không ở đâu có", [], True),
        ("NOT AND OR", [], True),
        ('un"closed (quote* -x ^y NEAR(a)', [], True),
    ],
)
def test_search_with_and_without_tones(
    small: Path, asked: str, found: list[str], exact: bool
) -> None:
    with open_index(small) as index:
        hits = index.search(asked)
    assert sorted(hit.source for hit in hits) == found
    assert all(hit.exact is exact for hit in hits)


def test_a_hit_says_where(small: Path) -> None:
    with open_index(small) as index:
        (hit,) = index.search("de an 06")
        text = index.text(hit.source)
    assert [text[start:end] for start, end in hit.matches] == ["Đề án 06"]
    assert (hit.start, hit.end) == hit.matches[0]
    assert text[hit.snippet_start :].startswith(hit.snippet)


def test_words_in_a_row_come_before_the_same_words_scattered(tmp_path: Path) -> None:
    scattered = "để đào tạo an ninh mạng năm 06 và để bảo đảm an toàn 06 " * 5
    build(
        tmp_path / "i",
        document("a.txt", scattered),
        document("b.txt", "Triển khai Đề án 06 " + "của tỉnh " * 60),
    )
    with open_index(tmp_path / "i") as index:
        assert [hit.source for hit in index.search("de an 06")] == ["b.txt", "a.txt"]


def test_nothing_to_search_for_is_refused(small: Path) -> None:
    with open_index(small) as index, pytest.raises(UsageError, match="nothing to search for"):
        index.search(" -- ")


def test_decomposed_letters_are_found_at_their_own_offsets() -> None:
    text = "Đê\u0300 a\u0301n, hoa\u0300"
    for typed in ("đề án", "hòa", "de an"):
        places = find_terms(read_query(typed), text)
        assert [text[s:e] for s, e in places] == (
            ["hoa\u0300"] if "h" in typed else ["Đê\u0300 a\u0301n"]
        )


def figure_index(path: Path) -> Path:
    agency = "Sở Nội vụ tỉnh Khánh Hòa"
    rows = [
        {
            "value": 5,
            "label": "hồ sơ trực tuyến",
            "period": "2023-Q2",
            "agency": agency,
            "indicator_id": "online",
        },
        {
            "value": 7.5,
            "label": "hồ sơ đúng hạn",
            "period": "2023",
            "agency": "tỉnh Khánh Hòa",
            "unit": "%",
        },
        {
            "value": Fraction(30, 43),
            "label": "đơn vị tự chủ",
            "period": "2022-12-15/2023-06-14",
            "agency": agency,
        },
        {"value": 10**18, "label": None},
    ]
    figures = tuple(
        Indicator(start=i, end=i + 1, text="1", id=f"i{i}", **row) for i, row in enumerate(rows)
    )  # type: ignore[arg-type]
    with IndexWriter(path, link) as writer:
        writer.add(Record(source="a.txt", doc_id="a" * 64, indicators=figures), "1111")
        writer.add(Record(source="b.txt", doc_id="b" * 64, indicators=figures[:1]), "1111")
        writer.finish()
    return path


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["a0", "a1", "a2", "a3", "b0"]),
        ({"label": "ho so"}, ["a0", "a1", "b0"]),
        ({"label": "trực tuyến hồ sơ"}, ["a0", "b0"]),
        ({"agency": "sở nội vụ"}, ["a0", "a2", "b0"]),
        ({"agency": "so noi vu", "label": "tu chu"}, ["a2"]),
        ({"period": "2023"}, ["a0", "a1", "a2", "b0"]),  # a2 but for its first days
        ({"period": "2023-Q2"}, ["a0", "b0"]),
        ({"period": "2022"}, []),
        ({"period": "2022/2023"}, ["a0", "a1", "a2", "b0"]),
        ({"role": "value", "limit": 1}, ["a0"]),
        ({"role": "target"}, []),
        ({"indicator": "online", "source": "a.txt"}, ["a0"]),
        ({"limit": 2}, ["a0", "a1"]),
        ({"label": '"* OR x'}, []),
    ],
)
def test_figures_by_all_conditions_given(
    tmp_path: Path, asked: dict[str, str], found: list[str]
) -> None:
    with open_index(figure_index(tmp_path / "i")) as index:
        figures = index.figures(**asked)  # type: ignore[arg-type]
    assert [f"{figure.source[0]}{figure.start}" for figure in figures] == found


def test_a_fraction_stays_a_fraction(tmp_path: Path) -> None:
    with open_index(figure_index(tmp_path / "i")) as index:
        values = [figure.value for figure in index.figures(source="a.txt")]
    assert values == [5, 7.5, Fraction(30, 43), 1e18]


def test_the_most_cited_come_first(index: Index) -> None:
    counts = [found.mentions for found in index.legal_documents()]
    assert counts == sorted(counts, reverse=True)
    assert {found.status for found in index.legal_documents("resolved")} == {"resolved"}


@given(st.text(alphabet=st.sampled_from("ab \n.đề\u0301"), max_size=6000))
def test_every_word_lies_in_one_passage(text: str) -> None:
    spans = list(passages(text))
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)


@given(st.text(min_size=1, max_size=40))
def test_whatever_is_typed_is_no_syntax_error(made_index: Path, typed: str) -> None:
    with open_index(made_index) as index:
        index.cited(typed)
        index.figures(label=typed, agency=typed, indicator=typed)
        try:
            index.figures(period=typed)
        except UsageError:
            assert read_period(typed) is None
        try:
            index.search(typed)
        except UsageError:
            assert not re.search(r"[^\W_]", typed)
