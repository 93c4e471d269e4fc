"""The time of extraction grows as the text does, whatever stands in it.

Texts of our own, each one thing over and over as damaged or made files have it.  Notes of many
figures and lines between many notes tuned the code.  Times are compared with one another only.
"""

from __future__ import annotations

from time import process_time

import pytest

from cchc_mining.extract import extract_record
from cchc_mining.reading import Layout, View
from cchc_mining.records import SourceText

FIGURES = "đã giải quyết 1.234 hồ sơ, trong đó 500 hồ sơ quá hạn (đạt 98,5%), "
CITATION = "Quyết định số 12/QĐ-UBND ngày 05/7/2024 của UBND tỉnh, "

_LENGTH = 5_000
_TIMES = 8
_MOST = 24  # times as long; a square would take 64
_ROUNDS = 3  # a machine that does other things is asked again


def seconds(text: str) -> float:
    """Processor time."""
    start = process_time()
    extract_record(SourceText(text=text))
    return process_time() - start


@pytest.mark.parametrize(
    ("before", "unit"),
    [
        pytest.param("", "1 ", id="figures alone"),
        pytest.param("", FIGURES, id="a paragraph of figures"),
        pytest.param("", CITATION, id="a paragraph of citations"),
        pytest.param("Nội dung¹\n¹ ", FIGURES, id="a note of figures"),
        pytest.param("Nội dung¹\n¹ ", CITATION, id="a note of citations"),
        pytest.param("Nội dung¹\n", "¹ Nội dung\n", id="notes of one mark"),
        pytest.param("", "nội dung¹ ", id="marks without notes"),
        pytest.param("", "Sở Nội vụ, ", id="agencies"),
        pytest.param("", "Luật ", id="heads of laws"),
        pytest.param("", "12/QĐ-", id="beginnings of numbers"),
        pytest.param("", "Điều 5, khoản 2, ", id="pinpoints"),
        pytest.param("", "1\t", id="a row of many cells"),
        pytest.param("", "Sở Nội vụ\t12\t34\n", id="a table of many rows"),
        pytest.param("", "1  ", id="a row of many aligned cells"),
        pytest.param("", "Sở Nội vụ  12  34\n", id="an aligned table of many rows"),
        pytest.param("1  2  3\n", "4   5   6   7\n  8\n", id="aligned rows and labels"),
        pytest.param("", "(", id="open brackets"),
        pytest.param("Nội dung", "\n", id="blank lines"),
        pytest.param("Nội dung", " \r\n", id="blank lines of blanks"),
        pytest.param("", "BÁO CÁO ", id="capitals"),
    ],
)
def test_time_grows_with_the_text(before: str, unit: str) -> None:
    def made(length: int) -> str:
        return before + unit * (length // len(unit))

    short, long = made(_LENGTH), made(_TIMES * _LENGTH)
    assert any(seconds(long) < _MOST * max(seconds(short), 0.005) for _ in range(_ROUNDS))


def test_a_long_note_is_read_in_parts() -> None:
    text = f"Nội dung¹\n¹ {FIGURES * 200}"
    layout = Layout(View(text))
    places = range(text.index("đã"), len(text), 50)
    parts = sorted({layout.sentence(place) for place in places})
    assert max(end - start for start, end in parts) <= 4000
    assert all(start <= place < end for place in places for start, end in [layout.sentence(place)])
    assert "".join(text[start:end] for start, end in parts) == text[text.index("đã") :]
