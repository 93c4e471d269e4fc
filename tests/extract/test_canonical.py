"""Canonical indicators: which one a figure gives, how sure that is, and the value in its unit.

All cases are of own wording and none is among the examples that the classifier learns from.
"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indicator_examples import read_examples

from cchc_mining import lexicon
from cchc_mining.extract import extract_record
from cchc_mining.extract.indicators.canonical import (
    Canonical,
    canonical_indicator,
    family_of,
    fit_of,
)
from cchc_mining.extract.indicators.classifier import NONE, SCALE, classifier
from cchc_mining.extract.indicators.wording import features_of, words_of
from cchc_mining.records import Fraction, SourceText

IDS = {indicator.id: indicator for indicator in lexicon.indicators()}


def named(
    label: str, unit: str | None, role: str = "value", value: float | Fraction = 1
) -> Canonical:
    return canonical_indicator(label, unit, role, value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "unit", "expected"),
    [
        ("tỷ lệ hồ sơ giải quyết đúng hạn, trước hạn", "%", "on_time_rate"),
        ("tỷ lệ hồ sơ giải quyết đúng hạn, trước hạn", "đồng", None),
        ("tỷ lệ hồ sơ TTHC nộp trực tuyến", "%", "online_rate"),
        ("xếp hạng chỉ số SIPAS", "thứ bậc", "sipas_rank"),
        ("xếp hạng Chỉ số PCI", "thứ bậc", "pci_rank"),
        ("chỉ số năng lực cạnh tranh cấp tỉnh PCI", "điểm", "pci"),
        ("chỉ số hiệu quả quản trị PAPI", "điểm", "papi"),
        ("Xây dựng > Tổng số hồ sơ tiếp nhận", "hồ sơ", "dossiers_received"),
        ("Phường Tân An > Hồ sơ đã giải quyết > Quá hạn", "hồ sơ", "dossiers_late"),
        ("tổng thu ngân sách nhà nước trên địa bàn thành phố", "tỷ đồng", "budget_revenue"),
        ("tỷ lệ giải ngân kế hoạch vốn đầu tư công của thành phố", "%", "public_investment_disbursed_rate"),
        ("tài khoản định danh điện tử VNeID được kích hoạt", "tài khoản", "eid_accounts"),
        ("biên chế công chức được giao của tỉnh", "biên chế", "staff_quota_civil"),
        ("phản ánh, kiến nghị được tiếp nhận", "phản ánh, kiến nghị", "feedback_received"),
        # near misses
        ("chi thường xuyên sự nghiệp giáo dục", "tỷ đồng", None),
        ("tỷ lệ hộ dân dùng nước sạch", "%", None),
        ("tỷ lệ học sinh tốt nghiệp", "%", None),
        ("hồ sơ cán bộ đã chỉnh lý", "hồ sơ", None),
        ("mét đường bê tông", "m", None),
        ("chỉ số giá vàng", "%", None),
        ("điểm thi bình quân", "điểm", None),
        ("lớp mẫu giáo", "lớp", None),
        # a noun alone says nothing
        ("hồ sơ", "hồ sơ", None),
        ("đơn vị", "đơn vị", None),
        ("", "%", None),
    ],
)  # fmt: skip
def test_what_a_label_names(label: str, unit: str, expected: str | None) -> None:
    assert named(label, unit).id == expected


@pytest.mark.parametrize(
    "labels",
    [
        ("chỉ số PAR-INDEX", "chỉ số PAR INDEX", "Chỉ số Par Index", "chi so par index"),
        ("tỷ lệ hồ sơ TTHC trực tuyến", "tỉ lệ hồ sơ thủ tục hành chính trực tuyến", "ty le ho so TTHC truc tuyen"),
        ("Chỉ số CCHC", "chỉ số cải cách hành chính", "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"),
        ("khoá bồi dưỡng kỹ năng", "khóa bồi dưỡng kĩ năng"),
    ],
)  # fmt: skip
def test_spellings_of_a_label_are_one(labels: tuple[str, ...]) -> None:
    assert len({words_of(label) for label in labels}) == 1


def test_a_word_that_can_be_sounded_is_no_abbreviation() -> None:
    assert words_of("bớt thủ tục") == ("bot", "thu", "tuc")


@pytest.mark.parametrize(
    ("label", "unit", "role", "value", "expected"),
    [
        # money in the indicator's own scale
        ("giải ngân vốn đầu tư công", "tỷ đồng", "value", 7433.684, 7433684),
        ("tổng thu ngân sách nhà nước trên địa bàn", "triệu đồng", "value", 7433684, 7433.684),
        ("tổng thu ngân sách nhà nước trên địa bàn", "nghìn tỷ đồng", "value", 1.8, 1800),
        ("kim ngạch xuất khẩu", "tỷ USD", "value", 3.9, 3900),
        # scaled counts
        ("lượt khách du lịch đón", "triệu lượt khách", "value", 10.8, 10800000),
        # a fraction: what was counted, or the percentage
        ("nhiệm vụ kế hoạch CCHC đã hoàn thành", "nhiệm vụ", "value", Fraction(45, 48), 45),
        ("tỷ lệ hồ sơ tiếp nhận trực tuyến", "hồ sơ", "value", Fraction(3, 4), 75),
        ("xếp hạng chỉ số PAPI", "thứ bậc", "value", Fraction(14, 63), 14),
        # changes keep their sign, but how much something fell counts upwards
        ("tỷ lệ hồ sơ quá hạn giảm", "%", "change", -0.2, -0.2),
        ("biên chế công chức giảm", "%", "change", -10.2, 10.2),
        ("đơn vị sự nghiệp công lập giảm", "đơn vị", "change", -12, -12),
        ("tỷ lệ hồ sơ trực tuyến tăng", "điểm phần trăm", "change", 3.5, 3.5),
    ],
)
def test_the_value_in_the_indicators_unit(
    label: str, unit: str, role: str, value: float | Fraction, expected: float
) -> None:
    assert named(label, unit, role, value).value == expected


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("hồ sơ tiếp nhận tăng", "%"),
        ("số hồ sơ trực tuyến tăng", "%"),
        ("tổng thu ngân sách nhà nước tăng", "%"),
    ],
)
def test_growth_of_a_count_in_percent_is_no_rate(label: str, unit: str) -> None:
    assert named(label, unit, "change", 12).id is None


def test_a_count_that_fell_is_a_change_of_what_is_counted() -> None:
    assert named("đơn vị sự nghiệp công lập giảm", "đơn vị", "change", -12).id == "public_units"


@pytest.mark.parametrize("value", [10**400, Fraction(3, 0)])
def test_numbers_without_a_value_have_none(value: float | Fraction) -> None:
    label = "tỷ lệ hồ sơ tiếp nhận trực tuyến" if isinstance(value, Fraction) else "giải ngân"
    unit = "hồ sơ" if isinstance(value, Fraction) else "tỷ đồng"
    assert named(label, unit, value=value).value is None


def test_a_figure_shows_id_confidence_and_value() -> None:
    text = "Giải ngân vốn đầu tư công đạt 6.789,5 tỷ đồng. Diện tích rừng là 1.200 ha."
    disbursed, forest = extract_record(SourceText(text=text)).indicators
    assert disbursed.indicator_id == "public_investment_disbursed"
    assert disbursed.indicator_value == 6789500
    assert 0.8 < (disbursed.indicator_confidence or 0) <= 1
    assert (forest.indicator_id, forest.indicator_confidence, forest.indicator_value) == (None,) * 3


# --- what holds always ----------------------------------------------------------------------------

UNITS = st.sampled_from([None, "%", "điểm", "thứ bậc", "điểm phần trăm", "tỷ USD", "triệu đồng/năm",
                         *sorted({word for i in IDS.values() for word in (i.unit, *i.also)})])  # fmt: skip
LABELS = st.one_of(
    st.text(max_size=60),
    st.sampled_from([i.name_vi for i in IDS.values()]),
    st.sampled_from([w for i in IDS.values() for w in i.wordings]),
)


@given(LABELS, UNITS, st.sampled_from(["value", "change", "target", "share"]), st.floats(-1e9, 1e9))
def test_unit_and_confidence_hold(label: str, unit: str | None, role: str, value: float) -> None:
    found = named(label, unit, role, value)
    if found.id is None:
        assert found == Canonical()
        return
    assert found.confidence is not None
    assert classifier().threshold <= found.confidence <= 1
    kind = family_of(IDS[found.id].unit)
    if unit and unit.startswith(("%", "điểm phần")):
        assert kind == "percent"
    if kind == "rank":
        assert unit == "thứ bậc"


def test_every_indicator_fits_its_own_units() -> None:
    for indicator in IDS.values():
        for word in (indicator.unit, *indicator.also):
            fit = fit_of(word)
            assert fit is not None
            assert indicator.id in fit.factors, (indicator.id, word)


# --- the model and what it learnt from ------------------------------------------------------------


def test_the_model_knows_the_lexicon_and_nothing_else() -> None:
    families = classifier().families.values()
    classes = {name for family in families for name in family.classes}
    assert classes == {NONE, *IDS}
    for family in families:
        assert NONE in family.classes
        assert len(family.classes) == len(family.bias)


def test_names_of_indicators_name_them() -> None:
    missed = [i.id for i in IDS.values() if named(i.name_vi, i.unit).id != i.id]
    assert len(missed) <= 0.1 * len(IDS), missed


def test_examples_are_many_and_sound() -> None:
    examples = read_examples()
    none = [e for e in examples if e.indicator == NONE]
    assert len(examples) >= 1500
    assert len(none) >= 500
    assert {e.indicator for e in examples} - {NONE} <= set(IDS)
    # a figure whose words were read amiss may not fit; most do
    fits = [(e, fit_of(e.unit)) for e in examples if e.indicator != NONE]
    unfit = [e for e, fit in fits if fit is None or e.indicator not in fit.factors]
    assert len(unfit) < 20


WORDS = "tỷ lệ hồ sơ giải quyết đúng hạn trễ trực tuyến văn bản giảm mức độ hài lòng xyz".split()


@given(
    st.sampled_from(sorted(classifier().families)), st.lists(st.sampled_from(WORDS), max_size=30)
)
def test_a_score_is_the_sum_of_the_weights_of_the_features(family: str, words: list[str]) -> None:
    model, label = classifier().families[family], " ".join(words)
    features = features_of(label)
    for name, score in model.scores(label, [*model.classes, "unknown"]).items():
        place = model.classes.index(name)
        rows = [model.weights.get(feature, ()) for feature in features]
        weights = [
            w for row in rows for c, w in zip(row[::2], row[1::2], strict=True) if c == place
        ]
        told = model.bias[place] + sum(weights) / math.sqrt(max(len(features), 1))
        assert math.isclose(score, told / SCALE, abs_tol=1e-9)


@given(st.text(max_size=200))
def test_features_of_any_text(label: str) -> None:
    features = features_of(label)
    assert 2 <= len(features) <= 2 * 40 + 2
