"""The steps from lines to text that no file is needed for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.intake.pages.grids import find_grids
from cchc_mining.intake.pages.joints import joint, joint_in_cell
from cchc_mining.intake.pages.model import Page, Stroke
from cchc_mining.records import Places


@pytest.mark.parametrize(
    ("before", "after", "filled", "expected"),
    [
        ("Trướ", "c", True, ""),
        ("hạn", "đúng", True, " "),
        ("Trướ", "c", False, " "),
        ("(3)=(4", ")+(5)", True, ""),
        ("(3)=(4)+", "(5)", False, ""),
        ("1.234.", "567", True, ""),
        ("12", "dự", True, " "),
        ("QĐ-", "UBND", True, ""),
        ("Đất đai", "và", True, " "),
    ],
)
def test_what_stands_between_the_lines_of_a_cell(
    before: str, after: str, filled: bool, expected: str
) -> None:
    assert joint_in_cell(before, after, filled=filled) == expected


def test_a_dash_between_blanks_keeps_them() -> None:
    assert (joint("Lao động -"), joint("số 12/QĐ-"), joint("")) == (" ", "", " ")


_side = st.integers(0, 600).map(float)


@given(
    st.lists(st.tuples(_side, _side, _side, _side, st.booleans()), max_size=60),
)
def test_any_strokes_make_cells_that_do_not_overlap(
    strokes: list[tuple[float, float, float, float, bool]],
) -> None:
    lines = [
        Stroke(min(a, b), c, max(a, b), c) if lying else Stroke(c, min(a, b), c, max(a, b))
        for a, b, c, _, lying in strokes
    ]
    for grid in find_grids(lines):
        rows, columns = grid.shape
        taken = [
            (r, c)
            for cell in grid.cells
            for r in range(cell.row, cell.row + cell.rows)
            for c in range(cell.column, cell.column + cell.columns)
        ]
        assert len(taken) == len(set(taken)) == rows * columns


@given(st.integers(0, 3), st.tuples(_side, _side, _side, _side))
def test_turning_a_page_keeps_boxes_in_it(turns: int, sides: tuple[float, ...]) -> None:
    a, b, c, d = sides
    box = (min(a, b), min(c, d), max(a, b), max(c, d))
    page = Page(1, 600, 600, quarter_turns=turns)
    x0, top, x1, bottom = page.as_shown(box)
    assert 0 <= x0 <= x1 <= 600
    assert 0 <= top <= bottom <= 600
    back = Page(1, 600, 600, quarter_turns=-turns).as_shown((x0, top, x1, bottom))
    assert back == pytest.approx(box)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 2)), max_size=30), st.data())
def test_places_are_found_by_any_span(words: list[tuple[int, int]], data: st.DataObject) -> None:
    starts: list[int] = []
    at = 0
    for length, gap in words:
        at += gap
        starts.append(at)
        at += length
    ends = [start + length for start, (length, _) in zip(starts, words, strict=True)]
    boxes = [(10.0 * i, 0.0, 10.0 * i + 5, 1.0) for i in range(len(words))]
    places = Places(
        starts, ends, [0] * len(words), [1] * len(words), [x for box in boxes for x in box]
    )
    start = data.draw(st.integers(0, at))
    end = data.draw(st.integers(start, at + 2))
    page, found = places.at(start, end)
    inside = [i for i in range(len(words)) if starts[i] < end and ends[i] > start]
    if not inside or start == end:
        assert page is None or start == end
        return
    assert page == 1
    ((x0, _, x1, _),) = found
    assert boxes[inside[0]][0] - 0.1 <= x0 < boxes[inside[0]][2]
    assert boxes[inside[-1]][0] < x1 <= boxes[inside[-1]][2] + 0.1
