"""Series, wide tables, and the periods they stand at.  Own wording; none tuned the code."""

from __future__ import annotations

import pytest

from cchc_mining.index import QuestionError
from cchc_mining.records import PERIOD_FORMS, read_period
from cchc_mining.series import compare, describe, find_indicator, widen
from cchc_mining.series.naming import agencies_called, uses_of
from cchc_mining.series.periods import step, step_in_words

from .support import measurement as m

ONLINE = find_indicator("online_rate")
NT = "tỉnh Ninh Thuận"


def series_of(*measurements, **how):
    return {s.agency: s for s in compare(ONLINE, measurements, **how).series}


def test_a_series_is_broken_by_a_merger_and_not_joined() -> None:
    found = series_of(
        m(60, "2023", doc_date="2024-01-10"),
        m(62, "2024", doc_date="2025-01-10"),
        m(70, "2025", doc_date="2026-01-10"),
        m(50, "2023", agency=NT, doc_date="2024-01-10"),
        m(71, "2025", agency="tỉnh Nghệ An", doc_date="2026-01-10"),
    )
    assert [(p.step, p.value, p.segment) for p in found["tỉnh Khánh Hòa"].points] == [
        (2023, 60.0, 0), (2024, 62.0, 0), (2025, 70.0, 1),
    ]  # fmt: skip
    assert [b.vi for b in found["tỉnh Khánh Hòa"].breaks] == [
        "từ 01/7/2025 tỉnh Khánh Hòa gồm cả tỉnh Ninh Thuận cũ"
    ]
    # its own figures end before, and the break says why
    assert [b.kind for b in found[NT].breaks] == ["ended"]
    assert found["tỉnh Nghệ An"].breaks == ()


def test_a_document_tells_which_side_its_figure_is_on() -> None:
    found = series_of(
        m(60, "2024", doc_date="2025-01-10"),
        m(80, "2025", doc_date="2025-03-10"),  # before the year was over, of the old province
        m(71, "2026", doc_date="2027-01-10"),
    )
    assert [p.segment for p in found["tỉnh Khánh Hòa"].points] == [0, 0, 1]


def test_what_a_later_document_says_of_an_earlier_time_is_unclear() -> None:
    found = series_of(m(60, "2024", doc_date="2025-12-10"), m(71, "2025", doc_date="2025-12-10"))
    assert [p.unclear for p in found["tỉnh Khánh Hòa"].points] == [True, False]


def test_nothing_breaks_where_nothing_is_compared() -> None:
    assert series_of(m(60, "2021"), m(61, "2022"))["tỉnh Khánh Hòa"].breaks == ()


def test_periods_of_one_kind_are_compared() -> None:
    figures = [
        m(60, "2023"),
        m(61, "2022-12-15/2023-12-14"),
        m(62, "2022"),
        m(9, "2023-Q1"),
        m(8, "2023-Q2"),
    ]
    by_years = compare(ONLINE, figures)
    assert (by_years.by, dict(by_years.left_out)) == ("year", {"quarter": 2})
    (series,) = by_years.series
    assert [(p.step, p.value, len(p.cell.measurements)) for p in series.points] == [
        (2022, 62.0, 1), (2023, 60.0, 2),
    ]  # fmt: skip
    (quarters,) = compare(ONLINE, figures, by="quarter").series
    assert [p.period for p in quarters.points] == ["2023-Q1", "2023-Q2"]
    assert compare(ONLINE, figures[3:]).by == "quarter"


def test_roles_are_kept_apart() -> None:
    figures = [m(60), m(61, "2022", role="share"), m(5, role="change"), m(80, role="target")]
    values = compare(ONLINE, figures)
    assert values.roles == ("value", "share")  # a rate told beside its parts is that rate
    assert [p.role for p in values.series[0].points] == ["share", "value"]
    assert [p.value for p in compare(ONLINE, figures, role="target").series[0].points] == [80.0]
    counts = find_indicator("dossiers_received")
    assert compare(counts, figures).roles == ("value",)
    wide = widen(figures)
    assert [(row.role, row.cells.keys()) for row in wide.rows] == [
        ("value", {"2023"}), ("share", {"2022"}), ("change", {"2023"}), ("target", {"2023"}),
    ]  # fmt: skip


def test_figures_without_agency_or_period_are_counted() -> None:
    found = compare(ONLINE, [m(60), m(61, agency=None), m(62, None)])
    assert (found.without_agency, found.without_period) == (1, 1)
    wide = widen([m(60), m(61, agency=None), m(62, None)])
    assert wide.without_period == 1
    assert [row.agency for row in wide.rows] == ["tỉnh Khánh Hòa", None]


def test_wide_rows_follow_the_list_of_indicators_and_periods_follow_time() -> None:
    wide = widen(
        [
            m(1, "2023-Q4", indicator_id="par_index"),
            m(2, "2021/2025"),
            m(3, "2022-12-15/2023-06-14", agency="Bộ Tài chính"),
            m(4, "2023", agency="tỉnh Đắk Lắk"),
            m(5, "2023-Q1", agency="tỉnh Đồng Nai"),
        ]
    )
    assert wide.periods == ("2021/2025", "2022-12-15/2023-06-14", "2023-Q1", "2023", "2023-Q4")
    assert [(row.indicator_id, row.agency) for row in wide.rows] == [
        ("online_rate", "Bộ Tài chính"),
        ("online_rate", "tỉnh Đắk Lắk"),
        ("online_rate", "tỉnh Đồng Nai"),
        ("online_rate", "tỉnh Khánh Hòa"),
        ("par_index", "tỉnh Khánh Hòa"),
    ]


def test_wide_rows_say_what_they_cross() -> None:
    (row,) = widen(
        [m(60, "2024", doc_date="2025-01-10"), m(70, "2026", doc_date="2027-01-10")]
    ).rows
    assert [b.day for b in row.breaks] == ["2025-07-01"]


# value, kind, Vietnamese, English, step
PERIODS = [
    ("2023", "year", "Năm 2023", "2023", "2023"),
    ("2022-12-15/2023-12-14", "year", "15/12/2022 - 14/12/2023", "2022-12-15 to 2023-12-14", "2023"),
    ("2022-12-15/2023-06-14", "half", "15/12/2022 - 14/06/2023", "2022-12-15 to 2023-06-14",
     "6 tháng đầu năm 2023"),
    ("2023-01/2023-06", "half", "6 tháng đầu năm 2023", "Jan to Jun 2023", "6 tháng đầu năm 2023"),
    ("2023-07/2023-12", "half", "6 tháng cuối năm 2023", "Jul to Dec 2023", "6 tháng cuối năm 2023"),
    ("2023-Q2", "quarter", "Quý II/2023", "Q2 2023", "Quý II/2023"),
    ("2023-04/2023-06", "quarter", "Quý II/2023", "Q2 2023", "Quý II/2023"),
    ("2022-12-15/2023-03-14", "quarter", "15/12/2022 - 14/03/2023", "2022-12-15 to 2023-03-14", "Quý I/2023"),
    ("2023-01/2023-09", "nine_months", "9 tháng đầu năm 2023", "Jan to Sep 2023", "9 tháng đầu năm 2023"),
    ("2023-10", "month", "Tháng 10/2023", "Oct 2023", "10/2023"),
    ("2023-02/2023-04", "quarter", "Tháng 2 - 4/2023", "Feb to Apr 2023", "Quý I/2023"),
    ("2021/2025", "years", "Giai đoạn 2021-2025", "2021-2025", None),
    ("2024-12-31", "day", "31/12/2024", "2024-12-31", None),
    ("2025-01/2025-02", "other", "Tháng 1 - 2/2025", "Jan to Feb 2025", None),
    ("2025-07-01/2025-09-20", "other", "01/07/2025 - 20/09/2025", "2025-07-01 to 2025-09-20", None),
]  # fmt: skip


@pytest.mark.parametrize(("value", "kind", "vi", "en", "at"), PERIODS, ids=[p[0] for p in PERIODS])
def test_periods_in_words(value: str, kind: str, vi: str, en: str, at: str | None) -> None:
    span = read_period(value)
    assert span
    assert (span.kind, describe(value, "vi"), describe(value, "en")) == (kind, vi, en)
    if at:
        assert step_in_words(step(span), span.kind, "vi") == at


@pytest.mark.parametrize("form", PERIOD_FORMS)
def test_forms_that_are_shown_are_read(form: str) -> None:
    assert read_period(form)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "2023-13", "2023-Q5", "23", "2023-02-30", "2024/2023", "2023/", "/2023", "2023-1"],
)
def test_what_is_no_period(text: str) -> None:
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("par_index", "par_index"),
        ("PAR INDEX", "par_index"),
        ("Tỷ lệ hồ sơ trực tuyến", "online_rate"),
        ("ty le ho so truc tuyen", "online_rate"),
        ("On-time rate", "on_time_rate"),
        ("tổng số TTHC", "tthc_total"),
    ],
)
def test_indicators_by_id_and_name(typed: str, id_: str) -> None:
    assert find_indicator(typed).id == id_


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("onlin_rate", "the nearest are online_rate (Tỷ lệ hồ sơ trực tuyến)"),
        ("hồ sơ", "stands for several indicators: dossiers_received"),
        ("qqqq", "'qqqq': no such indicator; `cchc indicators`"),
        ("", "no such indicator"),
    ],
)
def test_indicators_that_are_not_found(typed: str, words: str) -> None:
    with pytest.raises(QuestionError) as caught:
        find_indicator(typed)
    assert words in str(caught.value)


def test_agencies_by_name_and_by_words() -> None:
    names = ["tỉnh Khánh Hòa", "Sở Nội vụ tỉnh Khánh Hòa", "tỉnh Hòa Bình", "Sở Nội vụ tỉnh Hà Nam"]
    assert agencies_called("tinh khanh hoa", names) == {"tỉnh Khánh Hòa"}
    assert agencies_called("khanh hoa", names) == {"tỉnh Khánh Hòa", "Sở Nội vụ tỉnh Khánh Hòa"}
    assert agencies_called("Sở Nội vụ", names) == {
        "Sở Nội vụ tỉnh Khánh Hòa",
        "Sở Nội vụ tỉnh Hà Nam",
    }
    with pytest.raises(QuestionError, match="no figures of such an agency"):
        agencies_called("Sở Nôi vụ", names)  # typed with tones, they must agree


def test_indicators_that_nothing_measures_are_listed_too() -> None:
    assert {use.figures for use in uses_of(())} == {0}
    assert {use.indicator_id for use in uses_of((), "par index")} >= {"par_index", "par_index_rank"}
