"""Number formats: numeral, value, the other value it could have.

`forms` are written in real reports and tuned the code; `own` did not.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.vietnamese.numbers import Reading, closest, read_number

CASES = [
    # forms
    ("6.547", 6547, 6.547),
    ("92,44", 92.44, None),
    ("204.859.665.100", 204859665100, None),
    ("02", 2, None),
    ("1,14", 1.14, None),
    ("99.4", 99.4, None),
    ("108,987", 108.987, 108987),
    ("3.798,254", 3798.254, None),
    ("22.174.659.014.014", 22174659014014, None),
    ("65,00", 65, None),
    # own
    ("0", 0, None),
    ("0,545", 0.545, None),
    ("0.545", 0.545, None),
    ("1,500", 1.5, 1500),
    ("1,234,567", 1234567, None),
    ("1,234.56", 1234.56, None),
    ("007", 7, None),
    ("12.3456", 12.3456, None),
    # no numbers: headings, versions, lists of levels
    ("1.2.3", None, None),
    ("3,4,5", None, None),
    ("2.1.1", None, None),
]


@pytest.mark.parametrize(("text", "value", "other"), CASES)
def test_read_number(text: str, value: float | None, other: float | None) -> None:
    reading = read_number(text)
    assert reading == (None if value is None else Reading(value, other))


@given(st.integers(0, 10**15))
def test_grouped_thousands_round_trip(number: int) -> None:
    reading = read_number(f"{number:,}".replace(",", "."))
    assert reading is not None
    assert reading.value == number


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_two_decimals_round_trip(whole: int, hundredths: int) -> None:
    text = f"{whole:,}".replace(",", ".") + f",{hundredths:02d}"
    reading = read_number(text)
    assert reading is not None
    assert reading.value == float(f"{whole}.{hundredths:02d}")


@given(st.text(alphabet="0123456789.,", max_size=16))
def test_any_numeral_is_read_or_refused(text: str) -> None:
    reading = read_number(text)
    assert reading is None or reading.value >= 0


@pytest.mark.parametrize(
    ("reading", "beside", "value"),
    [
        (Reading(42269, 42.269), [42.407], 42.269),  # PAPI, one sentence
        (Reading(108.987, 108987), [3798.254], 108.987),
        (Reading(125000, 125.0), [9.97], 125000),  # own: an average stands beside its total
        (Reading(6547, 6.547), [], 6547),
        (Reading(6547, 6.547), [0], 6547),
    ],
)
def test_neighbours_decide_only_where_they_are_alike(
    reading: Reading, beside: list[float], value: float
) -> None:
    assert closest(reading, beside) == value
