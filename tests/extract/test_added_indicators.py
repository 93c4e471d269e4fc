"""Indicators of one's own, known by their wordings.  All are of own wording; none tuned the code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cchc_mining import lexicon
from cchc_mining.extract.indicators import added
from cchc_mining.lexicon import IndicatorType

UNUSED = dict.fromkeys(("domain", "name_en", "better", "min", "max", "formula", "source"), "-")
ROWS = tuple(
    IndicatorType(id=id_, name_vi=name, unit=unit, wordings=wordings, also=(), **UNUSED)  # type: ignore[arg-type]
    for id_, name, unit, wordings in (
        ("classes", "Số lớp học", "lớp", ("n lớp",)),
        ("solid", "Tỷ lệ phòng học kiên cố", "%", ("tỷ lệ kiên cố hóa phòng học đạt n%",)),
        ("standard", "Số trường đạt chuẩn quốc gia", "trường", ("có n/n trường đạt chuẩn quốc gia",)),
        ("standard_primary", "Số trường tiểu học đạt chuẩn quốc gia", "trường", ()),
        ("total", "Tổng số", "trường", ()),  # says nothing, and so names nothing
    )
)  # fmt: skip
ALL = [row.id for row in ROWS]


@pytest.fixture(autouse=True)
def _rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(lexicon, "added_indicators", lambda: ROWS)
    added._by_words.cache_clear()
    yield
    added._by_words.cache_clear()


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("lớp", "classes"),
        ("tổng số lớp học", "classes"),
        ("tỷ lệ phòng học kiên cố", "solid"),
        ("Tỉ lệ phòng học kiên cố toàn tỉnh", "solid"),
        ("TY LE PHONG HOC KIEN CO", "solid"),
        ("tỷ lệ kiên cố hoá phòng học", "solid"),
        ("số trường đạt chuẩn quốc gia", "standard"),
        ("trường được công nhận đạt chuẩn quốc gia", None),
        ("trường trên địa bàn huyện đạt chuẩn quốc gia", "standard"),
        # in tables, under the name of a place
        ("Huyện Nà Lũng > Trường đạt chuẩn quốc gia", "standard"),
        ("Huyện Nà Lũng > Trường học > Số lớp", "classes"),
        # a part, and the contrary, are something else
        ("trường tiểu học đạt chuẩn quốc gia", "standard_primary"),
        ("trường mầm non đạt chuẩn quốc gia", None),
        ("trường chưa đạt chuẩn quốc gia", None),
        ("Trường đạt chuẩn quốc gia > Mức độ 2", None),
        ("trường", None),
        ("tổng số", None),
        ("", None),
    ],
)
def test_what_a_label_names(label: str, expected: str | None) -> None:
    assert added.added_indicator(label, ALL) == expected


def test_only_what_the_unit_allows() -> None:
    assert added.added_indicator("tỷ lệ phòng học kiên cố", ["classes"]) is None


def test_without_rows_of_ones_own_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "added_indicators", lambda: ())
    added._by_words.cache_clear()
    assert added.added_indicator("lớp", ALL) is None
