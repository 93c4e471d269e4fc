"""Strings that compare equal where a reader sees the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.vietnamese import LOWER, UPPER, fold, modern_tones, strip_tones

SAME = [
    ("Uỷ ban Nhân dân", "Ủy ban nhân dân"),
    ("Khánh Hoà", "Khánh Hòa"),
    ("xoá bỏ", "xóa bỏ"),
    ("tuý", "túy"),
    ("Sở  Kế hoạch – Đầu tư", "sở kế hoạch - đầu tư"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_fold(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["quý", "quỹ", "hoàn", "huỳnh", "toàn", "khoẻn"])
def test_tones_that_stand_right_are_left(word: str) -> None:
    assert modern_tones(word) == word


def test_strip_tones_folds_d() -> None:
    assert strip_tones("Quyết định, Đề án 06, hoà") == "quyet dinh, de an 06, hoa"


@given(st.text())
def test_modern_tones_keeps_the_length_and_settles(text: str) -> None:
    assert len(modern_tones(text)) == len(text)
    assert modern_tones(modern_tones(text)) == modern_tones(text)


def test_letter_classes_do_not_meet() -> None:
    lower, upper = set(LOWER.replace("a-z", "")), set(UPPER.replace("A-Z", ""))
    assert all(c.islower() for c in lower)
    assert {c.upper() for c in lower} == upper
