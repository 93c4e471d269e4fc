"""Wide tables, series and pictures of an archive."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from cchc_mining.archive import Archive
from cchc_mining.errors import UsageError
from cchc_mining.export import COMPARED_COLUMNS, FORMS
from tests.series.archive import KH, NT, write_archive

BROKEN = "từ 01/7/2025 tỉnh Khánh Hòa gồm cả tỉnh Ninh Thuận cũ"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("series"))


def test_a_wide_frame_has_doubles_and_says_what_differs_and_breaks(out: Path) -> None:
    with Archive(out) as archive:
        wide = archive.figures_wide(indicator="Tỷ lệ hồ sơ trực tuyến", role="value")
        frame = archive.figures_wide_frame(wide)
    keys = [column.name for column in COMPARED_COLUMNS["wide"]]
    assert list(frame.columns) == [*keys, "2023", "2023-Q4", "2024", "2024-Q4", "2025", "2025-Q4"]
    assert {str(dtype) for dtype in frame.dtypes[len(keys) :]} == {"float64"}
    assert [str(dtype) for dtype in frame.dtypes[: len(keys)]] == ["category"] * 5 + ["object"] * 2
    row = frame.set_index("agency").loc[KH]
    assert (row["2024"], row["unit"]) == (71.0, "%")
    assert row["breaks"] == [BROKEN]
    assert row["disputed"] == ["Năm 2024: 2 giá trị khác nhau (71; 90,5)"]
    assert pd.isna(frame.set_index("agency").loc[NT, "2025"])


def test_every_cell_is_traced_to_its_words(out: Path) -> None:
    with Archive(out) as archive:
        wide = archive.figures_wide()
        sources = archive.figures_wide_sources_frame(wide)
        texts = {source: archive.text(source) for source in sources["source"].unique()}
    assert len(sources) == sum(len(c.measurements) for r in wide.rows for c in r.cells.values())
    assert sources["leading"].sum() == sum(len(row.cells) for row in wide.rows)
    for row in sources.itertuples():
        assert texts[row.source][row.start : row.end] == row.text
        assert row.text in row.quote
        assert row.page == 1
    assert str(sources["start"].dtype) == "Int64"


@pytest.mark.parametrize("form", FORMS)
def test_wide_tables_are_written_in_every_form(out: Path, tmp_path: Path, form: str) -> None:
    read = {
        ".csv": pd.read_csv,
        ".xlsx": lambda path: pd.read_excel(path, engine="openpyxl"),
        ".parquet": pd.read_parquet,
        ".dta": pd.read_stata,
        ".jsonl": lambda path: pd.read_json(path, lines=True),
    }[form]
    with Archive(out) as archive:
        wide = archive.figures_wide(indicator="online_rate")
        written = archive.export_wide(wide, tmp_path / f"wide{form}", "en")
    assert len(written) == (1 if form == ".xlsx" else 2)
    frame = read(written[0])
    assert len(frame) == len(wide.rows)
    values = frame["p_2024_Q4" if form == ".dta" else "2024-Q4"].dropna()
    assert sorted(values) == [66.0, 72.0, 74.5]
    if form != ".xlsx":
        assert len(read(written[1])) == sum(
            len(cell.measurements) for row in wide.rows for cell in row.cells.values()
        )


def test_a_workbook_has_values_sources_and_an_explanation(out: Path, tmp_path: Path) -> None:
    with Archive(out) as archive:
        archive.export_wide(archive.figures_wide(), tmp_path / "wide.xlsx")
    book = openpyxl.load_workbook(tmp_path / "wide.xlsx")
    assert book.sheetnames == ["Số liệu", "Nguồn", "Giải thích"]
    for sheet in book.worksheets[:2]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
    assert "Quý IV/2024" in [cell.value for cell in book["Số liệu"][1]]
    explained = {row[1] for row in book["Giải thích"].iter_rows(min_row=2, values_only=True)}
    assert {"2024-Q4", "breaks", "leading", "quote"} <= explained


def test_a_frame_of_series_says_where_they_break(out: Path) -> None:
    with Archive(out) as archive:
        comparison = archive.compare("online_rate", [KH, NT])
        frame = archive.series_frame(comparison)
    assert frame[["agency", "period", "value", "segment"]].values.tolist() == [
        [KH, "2023", 66.5, 0], [KH, "2024", 71.0, 0], [KH, "2025", 80.25, 1],
        [NT, "2023", 70.0, 0], [NT, "2024", 73.5, 0],
    ]  # fmt: skip
    assert frame["breaks"].tolist() == [[], [], [BROKEN], [], []]
    assert dict(comparison.left_out) == {"quarter": 5}
    assert (str(frame["value"].dtype), str(frame["segment"].dtype)) == ("float64", "Int64")


def test_what_is_compared_can_be_narrowed(out: Path) -> None:
    with Archive(out) as archive:
        of_one_year = archive.compare("online_rate", periods=["2024"])
        targets = archive.compare("online_rate", [KH], role="target")
        with pytest.raises(UsageError, match="no period"):
            archive.compare("online_rate", periods=["2024", "x"])
    assert {p.period for s in of_one_year.series for p in s.points} == {"2024"}
    assert [p.value for p in targets.series[0].points] == [71.5, 76.0, 85.25]


def test_indicators_are_counted(out: Path) -> None:
    with Archive(out) as archive:
        used = {use.indicator_id: use for use in archive.indicators() if use.figures}
    assert {id_: (use.figures, use.documents, use.agencies) for id_, use in used.items()} == {
        "online_rate": (25, 8, 3),
        "par_index_rank": (8, 8, 3),
    }


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("question", ["online_rate", "par_index_rank"])
@pytest.mark.parametrize("periods", [(), ("2024",)])
def test_pictures_are_the_same_every_time(
    out: Path, tmp_path: Path, question: str, periods: tuple[str, ...], lang: str
) -> None:
    pytest.importorskip("matplotlib")
    with Archive(out) as archive:
        comparison = archive.compare(question, periods=periods)
        first = archive.export_chart(comparison, tmp_path / "a.svg", lang).read_bytes()  # type: ignore[arg-type]
        second = archive.export_chart(comparison, tmp_path / "b.svg", lang).read_bytes()  # type: ignore[arg-type]
        picture = archive.export_chart(comparison, tmp_path / "a.png", lang).read_bytes()  # type: ignore[arg-type]
    assert first == second
    assert b"<dc:date>" not in first
    assert picture.startswith(b"\x89PNG")


def test_a_picture_has_its_words_in_vietnamese_and_a_gap_at_the_break(out: Path) -> None:
    matplotlib = pytest.importorskip("matplotlib")
    from matplotlib.figure import Figure

    from cchc_mining.export.chart import _Picture

    with Archive(out) as archive:
        comparison = archive.compare("online_rate", [KH, NT])
    figure = Figure()
    with matplotlib.rc_context({"font.family": "DejaVu Sans"}):
        _Picture(comparison, "vi").draw(figure)
    words = " ".join(text.get_text() for text in figure.texts)
    assert "Tỷ lệ hồ sơ trực tuyến" in words
    assert BROKEN in words
    assert "Dấu rỗng" in words
    (axes,) = figure.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("Năm", "%")
    assert [text.get_text() for text in axes.get_legend().get_texts()] == [
        "Tỉnh Khánh Hòa", "Tỉnh Ninh Thuận",
    ]  # fmt: skip
    lines = [list(line.get_xdata()) for line in axes.lines]
    assert [2023, 2024] in lines
    assert [2024, 2025] not in lines
    assert [2024.5, 2024.5] in lines


def test_pictures_that_cannot_be_drawn(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive(out) as archive:
        comparison = archive.compare("online_rate")
        with pytest.raises(UsageError, match="must end in one of"):
            archive.export_chart(comparison, tmp_path / "a.gif")
        with pytest.raises(UsageError, match="nothing to draw"):
            archive.export_chart(archive.compare("sipas"), tmp_path / "a.png")
        monkeypatch.setitem(sys.modules, "matplotlib", None)
        with pytest.raises(UsageError, match=r"pip install 'cchc-mining\[charts\]'"):
            archive.export_chart(comparison, tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


def test_wide_figures_as_json(out: Path) -> None:
    import msgspec

    with Archive(out) as archive:
        wide = archive.figures_wide(indicator="par_index_rank", agency="khanh hoa")
    (row,) = json.loads(msgspec.json.encode(wide))["rows"]
    assert row["cells"]["2025"]["values"] == [9.0]
    assert row["cells"]["2025"]["measurements"][0]["source"] == f"2025/{KH}.txt"
    assert [one["kind"] for one in row["breaks"]] == ["enlarged", "ranking"]
