"""The commands for researchers: figures --wide, compare, indicators."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.series.archive import KH, NT, write_archive

from .support import Called, call


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("series"))


def ask(archive: Path, *arguments: object, lang: str = "vi") -> Called:
    called = call(*arguments, "--archive", archive, "--lang", lang)
    assert called.code == 0, called.err
    return called


def table(called: Called) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(called.out)))


def test_wide_figures_for_people(archive: Path) -> None:
    called = ask(archive, "figures", "--wide", "--indicator", "online_rate")
    lines = [" ".join(line.split()) for line in called.out.splitlines()]
    assert lines[0] == "Tỷ lệ hồ sơ trực tuyến (%) · giá trị · online_rate"
    assert lines[1] == (
        "Cơ quan, địa bàn Năm 2023 Quý IV/2023 Năm 2024 Quý IV/2024 Năm 2025 Quý IV/2025"
    )
    assert "tỉnh Khánh Hòa 66,5 67,5 71 * 72 ┆ 80,25 81,25" in lines
    assert "┆ tỉnh Khánh Hòa: từ 01/7/2025 tỉnh Khánh Hòa gồm cả tỉnh Ninh Thuận cũ" in lines
    assert "Tỷ lệ hồ sơ trực tuyến (%) · chỉ tiêu đề ra · online_rate" in lines
    assert "* có số liệu khác cho cùng ô" in called.err
    assert "┆ số liệu trước và sau dấu này không so sánh trực tiếp được." in called.err
    english = ask(archive, "figures", "--wide", "--role", "target", lang="en")
    assert english.out.startswith("Online filing rate (%) · targets · online_rate")
    assert "Chỉ hiện 1 trên" in ask(archive, "figures", "--wide", "--limit", 1).err
    assert "Không có số liệu" in ask(archive, "figures", "--wide", "--indicator", "sipas").err


def test_wide_figures_as_data(archive: Path, tmp_path: Path) -> None:
    rows = table(ask(archive, "figures", "--wide", "--role", "value", "--agency", NT, "--csv"))
    assert [(row["indicator_id"], row["2023"], row["2023-Q4"]) for row in rows] == [
        ("online_rate", "70", "71"),
        ("par_index_rank", "41", ""),
    ]
    found = json.loads(ask(archive, "figures", "--wide", "--period", "2024", "--json").out)
    assert found["periods"] == ["2024", "2024-Q4"]
    written = ask(archive, "figures", "--wide", "--to", tmp_path / "w.csv").out.split()
    assert [Path(path).name for path in written] == ["w.csv", "w-sources.csv"]


def test_a_comparison_for_people_and_its_picture(archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    picture = tmp_path / "a.png"
    called = ask(
        archive, "compare", "ty le ho so truc tuyen", "--agency", KH, "--agency", "ninh thuan",
        "--to", picture,
    )  # fmt: skip
    lines = [" ".join(line.split()) for line in called.out.splitlines()]
    assert lines == [
        "Tỷ lệ hồ sơ trực tuyến (%) · giá trị, tỷ lệ",
        "Cơ quan, địa bàn 2023 2024 2025",
        "tỉnh Khánh Hòa 66,5 71 * ┆ 80,25",
        "tỉnh Ninh Thuận 70 73,5",
        "┆ tỉnh Khánh Hòa: từ 01/7/2025 tỉnh Khánh Hòa gồm cả tỉnh Ninh Thuận cũ",
        "┆ tỉnh Ninh Thuận: từ 01/7/2025 tỉnh Ninh Thuận nhập vào tỉnh Khánh Hòa",
    ]
    assert "Chỉ so sánh theo năm; còn số liệu theo quý (5)" in called.err
    assert f"Đã vẽ {picture}" in called.err
    assert picture.read_bytes().startswith(b"\x89PNG")
    said = ask(archive, "compare", "online_rate", "--by", "quarter", "--period", "2024", lang="en")
    assert "Online filing rate (%)" in said.out
    assert "Q4 2024" in said.out


def test_a_comparison_as_data(archive: Path) -> None:
    rows = table(ask(archive, "compare", "par_index_rank", "--agency", KH, "--csv"))
    assert [(row["period"], row["value"], row["segment"]) for row in rows] == [
        ("2023", "30", "0"),
        ("2024", "14", "0"),
        ("2025", "9", "2"),
    ]
    assert "cả nước có 34 tỉnh, thành phố để xếp hạng" in rows[2]["breaks"]
    found = json.loads(ask(archive, "compare", "par_index_rank", "--json").out)
    assert [series["agency"] for series in found["series"]] == [KH, "tỉnh Nghệ An", NT]


def test_an_agency_that_is_not_there(archive: Path) -> None:
    for lang, words in (("vi", "không có số liệu nào của 'Cà Mau'"), ("en", "no figures of such")):
        called = call(
            "compare", "online_rate", "--agency", "Cà Mau", "--archive", archive, "--lang", lang
        )
        assert (called.code, called.out) == (1, "")
        assert words in called.err


def test_indicators_are_listed(archive: Path) -> None:
    called = ask(archive, "indicators")
    assert [line.split()[0] for line in called.out.splitlines()] == [
        "Mã",
        "online_rate",
        "par_index_rank",
    ]
    assert "2 chỉ tiêu" in called.err
    rows = table(ask(archive, "indicators", "hồ sơ", "trực tuyến", "--csv"))
    assert [(row["indicator_id"], row["unit"], row["figures"]) for row in rows] == [
        ("online_rate", "%", "25")
    ]
    every = json.loads(ask(archive, "indicators", "--all", "--json").out)
    assert len(every) > 100
    assert "Online filing rate" in ask(archive, "indicators", lang="en").out
