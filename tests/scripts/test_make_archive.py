"""make_archive: the truth it writes is true, planted errors are where it says, seeds decide."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from gold import read_gold
from hypothesis import given
from hypothesis import strategies as st
from made_archive import CAPACITY, SLIPS, assignment, compose, possible_slips
from made_archive.catalogue import FIRST_YEAR, YEARS, year_before
from made_archive.wording import wordings
from make_archive import main, make_archive

from cchc_mining.intake import read_file


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made") / "archive"
    make_archive(out, 120, seed=3, errors=2.5)
    return out


def planted(archive: Path) -> list[dict[str, Any]]:
    lines = (archive / "planted.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_label_stands_where_the_truth_says(archive: Path) -> None:
    documents = list(read_gold(archive))
    assert len(documents) == len(list((archive / "documents").rglob("*.txt"))) == 120
    for file in documents:
        gold = file.resolve(read_file(file.path).text)  # raises where a label is misplaced
        assert gold.header
        assert {citation.kind for citation in gold.citations} >= {"self", "numbered"}
        assert gold.agencies
        assert gold.periods
        assert gold.dates
        assert gold.indicators


def test_several_provinces_years_and_kinds_come_first(archive: Path) -> None:
    which = [assignment(number) for number in range(120)]
    assert len({each.province.name for each in which}) == 4
    assert len({each.year for each in which}) == YEARS
    assert len({each.kind for each in which}) == 5
    assert len({each.office.name for each in which}) > 20


def test_every_kind_of_error_is_planted(archive: Path) -> None:
    counts = Counter(error["kind"] for error in planted(archive))
    assert set(counts) == set(SLIPS) - {"value_conflict", "change_conflict"}  # in larger ones


def test_planted_errors_stand_where_the_list_says_and_are_errors(archive: Path) -> None:
    for error in planted(archive):
        text = (archive / error["document"]).read_text(encoding="utf-8")
        for place in (error, *error["evidence"]):
            assert text[place["start"] : place["end"]] == place["text"]
        assert error["expected"] is None or str(error["expected"]) not in written(error["text"])


def written(text: str) -> set[str]:
    """What the words of an error say, in the forms in which the right value is given."""
    number = text.replace(".", "").replace(",", ".")
    days = {
        f"{year}-{int(month):02}-{int(day):02}"
        for day, month, year in re.findall(
            r"(\d+)(?:/| tháng )(\d+)(?:/| năm )(\d{4})", text.rstrip()
        )
    }
    return {number, *days}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_document_with_one_kind_of_error_has_it_once(slip: str) -> None:
    number = next(n for n in range(200, 600) if slip in possible_slips(assignment(n), seed=5))
    _text, _labels, errors = compose(assignment(number), 5, {slip})
    assert [error["kind"] for error in errors] == [slip]


def test_each_kind_is_worded_in_several_ways() -> None:
    for file in ("citations", "figures", "times", "comparisons"):
        assert all(len(lines) >= 4 for lines in wordings(file).values())


def test_only_the_kinds_asked_for_are_planted(tmp_path: Path) -> None:
    made = make_archive(tmp_path / "few", 40, errors=1, kinds=("rank_range", "unit_slip"))
    kinds = {error["kind"] for error in planted(tmp_path / "few")}
    assert kinds == {"rank_range", "unit_slip"}
    assert 20 <= made.planted <= 40  # plans have no room for them


def test_a_kind_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such kind: typo"):
        make_archive(tmp_path / "new", 1, kinds=("typo",))


def test_no_district_is_in_two_provinces() -> None:
    offices = {
        (office.name, which.province.name)
        for which in map(assignment, range(0, CAPACITY, 977))
        for office in which.province.offices
        if office.level == "district"
    }
    assert len({name for name, _ in offices}) == len(offices)


@given(st.integers(0, CAPACITY - 1))
def test_the_report_of_the_year_before_is_known_by_its_number(number: int) -> None:
    which, earlier = assignment(number), year_before(assignment(number))
    if earlier is None:
        assert which.year == FIRST_YEAR
    else:
        expected = which._replace(number=earlier, year=which.year - 1)
        assert assignment(earlier) == expected


def test_sums_and_shares_are_right_where_nothing_is_planted() -> None:
    _text, labels, slips = compose(assignment(5), seed=1)
    assert not slips
    found = [label for label in labels if label["layer"] == "indicator"]
    figures = {figure["label"]: figure["value"] for figure in found if figure["role"] != "target"}
    parts = (figures[noun] for noun in ("quyết định", "kế hoạch", "công văn"))
    assert figures["văn bản chỉ đạo, điều hành CCHC"] == sum(parts)
    share = 100 * figures["hồ sơ trực tuyến"] / figures["hồ sơ tiếp nhận"]
    assert figures["tỷ lệ hồ sơ trực tuyến"] == round(share, 2)


def test_one_seed_gives_the_same_bytes_and_another_seed_others(
    archive: Path, tmp_path: Path
) -> None:
    make_archive(tmp_path / "again", 120, seed=3, errors=2.5)
    make_archive(tmp_path / "other", 120, seed=4, errors=2.5)
    assert contents(tmp_path / "again") == contents(archive)
    assert contents(tmp_path / "other") != contents(archive)


def test_a_larger_archive_begins_with_a_smaller_one(archive: Path, tmp_path: Path) -> None:
    make_archive(tmp_path / "smaller", 30, seed=3, errors=2.5)
    smaller = (tmp_path / "smaller" / "truth.jsonl").read_bytes()
    assert (archive / "truth.jsonl").read_bytes().startswith(smaller)


def test_without_errors_nothing_is_planted(tmp_path: Path) -> None:
    assert make_archive(tmp_path / "clean", 40, errors=0.0).planted == 0
    assert planted(tmp_path / "clean") == []


@given(st.lists(st.integers(0, CAPACITY - 1), min_size=2, max_size=40, unique=True))
def test_no_two_documents_share_a_path(numbers: list[int]) -> None:
    assert len({assignment(number).path for number in numbers}) == len(numbers)


@given(st.integers(0, CAPACITY - 1), st.integers(0, 9), st.data())
def test_labels_are_sorted_and_slice_the_text(number: int, seed: int, data: st.DataObject) -> None:
    which = assignment(number)
    slips = data.draw(st.sets(st.sampled_from(possible_slips(which, seed)), max_size=4))
    text, labels, errors = compose(which, seed, slips)
    placed = [label for label in labels if "start" in label]
    assert all(text[label["start"] : label["end"]] == label["text"] for label in placed)
    assert [label["start"] for label in placed] == sorted(label["start"] for label in placed)
    assert {error["kind"] for error in errors} == slips
    assert len(errors) == len(slips)


@pytest.mark.parametrize("documents", ["-1", str(CAPACITY + 1)])
def test_a_number_of_documents_that_cannot_be_made_is_refused(
    documents: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--documents", documents, "--out", str(tmp_path / "new")]) == 1
    assert documents in capsys.readouterr().err


def test_a_folder_that_is_not_empty_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("giữ lại", encoding="utf-8")
    assert main(["--documents", "3", "--out", str(tmp_path)]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert "not empty" in capsys.readouterr().err
