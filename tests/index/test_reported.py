"""What the audit asks of figures: those that reports give differently, and those before a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_mining import link
from cchc_mining.extract import extract_record
from cchc_mining.index import IndexWriter, ReportedFigure, open_index
from cchc_mining.records import Passage, SourceText

# Own wording.  Of 2022 both give files; only one gives staff.
_FIRST = (
    "UBND TỈNH HÀ NAM\n\nSố: 12/BC-UBND\n\nHà Nam, ngày 20 tháng 12 năm 2022\n\nBÁO CÁO\nCông tác năm"
    " 2022\n\nNăm 2022, toàn tỉnh tiếp nhận 486.215 hồ sơ thủ tục hành chính. Năm 2022, toàn tỉnh tinh"
    " giản 14 biên chế viên chức.\n"
)
_SECOND = (
    "UBND TỈNH HÀ NAM\n\nSố: 15/BC-UBND\n\nHà Nam, ngày 20 tháng 12 năm 2023\n\nBÁO CÁO\nCông tác năm"
    " 2023\n\nNăm 2022, toàn tỉnh tiếp nhận 486.251 hồ sơ thủ tục hành chính. Năm 2023, toàn tỉnh tiếp"
    " nhận 541.927 hồ sơ thủ tục hành chính, tăng 11,46% so với năm 2022.\n"
)


@pytest.fixture
def index_path(tmp_path: Path) -> Path:
    path = tmp_path / "index.sqlite"
    with IndexWriter(path, link) as writer:
        for name, text in (("a.txt", _FIRST), ("b.txt", _SECOND)):
            writer.add(extract_record(SourceText(text=text, source=name)), text)
        writer.finish()
    return path


def _texts(figures: list[ReportedFigure]) -> list[tuple[str, str]]:
    return [(figure.at.source, figure.at.text) for figure in figures]


def test_figures_with_several_values_are_given_and_no_others(index_path: Path) -> None:
    with open_index(index_path) as index:
        found = [_texts(figures) for figures in index.different_figures()]
    assert found == [[("a.txt", "486.215"), ("b.txt", "486.251")]]


def test_a_change_comes_with_its_value_and_the_words_behind_it(index_path: Path) -> None:
    with open_index(index_path) as index:
        (found,) = index.reported_changes(60, 14)
        assert (found.value.at.text, found.change.at.text) == ("541.927", "11,46")
        assert found.words == " hồ sơ thủ tục hành chính, tăng 11,46% so với năm 2"
        assert not list(index.reported_changes(10, 14))  # too far from its value


def test_values_of_a_period_are_those_of_the_agency_in_the_unit(index_path: Path) -> None:
    with open_index(index_path) as index:
        (change,) = index.reported_changes(60, 60)
        values = index.reported_values(change.value, "2022")
        assert _texts(values) == [("a.txt", "486.215"), ("b.txt", "486.251")]
        assert index.reported_values(change.value, "2021") == []


# Own wording.  Calls of 2022 are told beside those of 2023 alone; the hours are of another unit.
_COMPARING = (
    "UBND TỈNH HÀ NAM\n\nSố: 18/BC-UBND\n\nHà Nam, ngày 22 tháng 12 năm 2023\n\nBÁO CÁO\nCông tác năm"
    " 2023\n\nNăm 2023, tổng đài tiếp nhận 1.438 cuộc gọi, cùng kỳ năm 2022 tiếp nhận 1.353 cuộc gọi."
    " Tổng đài trực 512 giờ.\n"
)
_CALLS = ReportedFigure(
    at=Passage(source="asked.txt"),
    value=0,
    role="value",
    period="2023",
    agency="tỉnh Hà Nam",
    unit="cuộc gọi",
)


def test_a_figure_comes_with_that_of_another_period_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    with IndexWriter(path, link) as writer:
        source = SourceText(text=_COMPARING, source="c.txt")
        writer.add(extract_record(source), _COMPARING)
        writer.finish()
    with open_index(path) as index:
        (asked,) = index.reported_values(_CALLS, "2022")
        (later,) = index.reported_values(_CALLS, "2023")
    assert later.beside is None
    assert asked.beside is not None
    assert asked.beside.figure == later
    assert asked.beside.words == " cuộc gọi, cùng kỳ năm 2022 tiếp nhận "


def test_words_of_a_text_are_those_of_its_places(index_path: Path) -> None:
    with open_index(index_path) as index:
        for start, end in ((0, 4), (20, 41), (len(_FIRST) - 3, len(_FIRST) + 9)):
            assert index.words("a.txt", start, end) == _FIRST[start:end]
        assert index.words("missing.txt", 0, 9) == ""


def test_one_citation_of_a_series_stands_for_those_of_all_documents(tmp_path: Path) -> None:
    text = "Quyết định số 96/QĐ-UBND ngày 14/3/2023 của UBND tỉnh Hà Nam.\n"
    path = tmp_path / "index.sqlite"
    with IndexWriter(path, link) as writer:
        for name, times in (("a.txt", 2), ("b.txt", 1), ("c.txt", 1)):
            told = f"Văn bản {name}.\n" + text * times
            writer.add(extract_record(SourceText(text=told, source=name)), told)
        writer.finish()
    with open_index(path) as index:
        ((cited,),) = index.dated_by_issuer()
    assert (cited.at.source, cited.sources) == ("a.txt", 3)
