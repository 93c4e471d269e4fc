"""Which of several figures stands in a cell.  Own wording; no case tuned the code but the parts."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.index import Measurement
from cchc_mining.series.cells import make_cell

from .support import measurement as m

# what decides: the figures, the leading one first, then how many values differ
CASES: list[tuple[str, list[Measurement], int]] = [
    ("alone", [m(92.4)], 1),
    ("the same twice", [m(92.4), m(92.4, source="b.txt")], 1),
    ("the row of the total", [m(520, table_id="t1", row_label="TỔNG CỘNG"),
                              m(330, table_id="t1", row_label="Ngân sách nhà nước", indicator_confidence=0.99),
                              m(190, table_id="t1", row_label="Quản lý giá")], 3),
    ("the whole and its 'trong đó'", [m(3074, mention="whole"), m(669, parent="whole", indicator_confidence=0.99)], 2),
    ("a parent of another indicator makes no part", [m(229, parent="elsewhere", indicator_confidence=0.99),
                                                     m(150, indicator_confidence=0.6)], 2),
    ("of the whole agency before one of its levels",
     [m(99, label="tỷ lệ hồ sơ giải quyết đúng hạn", indicator_confidence=0.8),
      m(99.5, label="tỷ lệ giải quyết hồ sơ đúng hạn của khối UBND cấp huyện", indicator_confidence=0.99)], 2),
    ("a named total", [m(3074, label="tổng số hồ sơ trễ hạn"), m(669, label="hồ sơ đang giải quyết trễ hạn")], 2),
    ("the report on the period before a later one",
     [m(71, doc_date="2024-01-20"), m(72, doc_date="2025-02-01", indicator_confidence=0.99)], 2),
    ("a report after the period's end before one within it",
     [m(71, doc_date="2024-02-20"), m(68, doc_date="2023-12-15", indicator_confidence=0.99)], 2),
    ("a dated document before one without a date", [m(71, doc_date="2026-01-01"), m(72, doc_date=None)], 2),
    ("a document dated by its month", [m(71, doc_date="2024-01"), m(72, doc_date="2024-03-01")], 2),
    ("an exact number before an approximate one", [m(210), m(209, approx="<~", indicator_confidence=0.99)], 2),
    ("a value before a share", [m(92.44), m(95, role="share", indicator_confidence=0.99)], 2),
    ("what is given most often", [m(81), m(81), m(80, indicator_confidence=0.92)], 2),
    ("the clearly more confident reading", [m(81, indicator_confidence=0.95), m(80, indicator_confidence=0.6)], 2),
    ("rounded or cut: no difference",
     [m(92.449163), m(92.44, role="share"), m(92.45, role="share"), m(92.4, role="share")], 1),
    ("99 is not 100 rounded", [m(99.1), m(100, approx="~")], 2),
]  # fmt: skip


@pytest.mark.parametrize(("what", "figures", "values"), CASES, ids=[case[0] for case in CASES])
def test_the_leading_figure(what: str, figures: list[Measurement], values: int) -> None:
    for seed in range(3):
        shuffled = random.Random(seed).sample(figures, len(figures))
        cell = make_cell(shuffled)
        assert cell.value == figures[0].indicator_value, what
        assert len(cell.values) == values
        assert cell.is_disputed == (values > 1)
        assert set(cell.measurements) == set(figures)  # nothing is lost


@given(st.lists(st.floats(0, 1e9, allow_nan=False), min_size=1, max_size=6), st.randoms())
def test_a_cell_does_not_depend_on_the_order(values: list[float], rng: random.Random) -> None:
    figures = [m(value) for value in values]
    cell = make_cell(figures)
    rng.shuffle(figures)
    assert make_cell(figures) == cell
    assert cell.value in {float(f"{value:.12g}") for value in values}  # never an average
