"""Words that OCR misread, repaired in the view alone.  Cases of our own wording.

The kinds of misreading ('QĐÐ', 'UBNÑD', 'tố chức', 'Quý H') are those seen on sample scans; the
sentences tuned nothing else.
"""

from __future__ import annotations

import re

import pytest

from cchc_mining.extract import extract_record
from cchc_mining.extract.misreadings import find_misreadings
from cchc_mining.records import Recognised, SourceText


def scanned(text: str, confidence: float = 0.9) -> SourceText:
    words = [(m.start(), m.end(), confidence) for m in re.finditer(r"\S+", text)]
    return SourceText(text=text, recognised=Recognised(words))


def repaired(text: str) -> str:
    source = scanned(text)
    pieces: list[str] = []
    done = 0
    for repair in find_misreadings(text, source.recognised):
        pieces += (text[done : repair.start], repair.text)
        done = repair.end
    return "".join((*pieces, text[done:]))


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("Quyết đinh số 16/QĐÐ-SKHĐT", "Quyết định số 16/QĐ-SKHĐT"),
        ("số 155/QÐ-UBNÑD", "số 155/QĐ-UBND"),
        ("Văn bản số 793/S§KHĐT-XTĐT", "Văn bản số 793/SKHĐT-XTĐT"),
        ("các cơ quan, tố chức", "các cơ quan, tổ chức"),
        ("TÔNG SÔ hồ sơ, Tố chức", "TỔNG SỐ hồ sơ, Tổ chức"),
        ("Sở Kể hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"),
        ("tình Khánh Hòa", "tỉnh Khánh Hòa"),
        ("ngảy 12/3/2024, nắm 2024", "ngày 12/3/2024, năm 2024"),
        ("Quý H năm 2023, quý IĨ/2024", "Quý II năm 2023, quý II/2024"),
    ],
)
def test_misread_words_are_read_as_the_lexicon_knows_them(read: str, written: str) -> None:
    assert repaired(read) == written


@pytest.mark.parametrize(
    "text",
    [
        "12.4O8 hồ sơ, 1O,5%; ngày 3l/12/2024",  # digits are never touched
        "cấp giấy mới cho 12 đơn vị",
        "bao cao su, kinh doanh vàng",
        "Quý I, Quý IV năm 2024",
        "số 45/QĐ-UBND, 12-KL/TW, 8/TTLT-BTC-BNV, 33/QLĐĐ-VP",
        "người dân tỉnh táo; tình hình tỉnh ta",
    ],
)
def test_what_may_be_right_stays(text: str) -> None:
    assert repaired(text) == text


def test_a_text_that_no_picture_gave_is_not_looked_at() -> None:
    assert find_misreadings("tố chức số 155/QÐ-UBNÑD", None) == []


def test_a_mention_found_so_says_it_and_keeps_what_was_read() -> None:
    text = "Thực hiện Quyết đinh số 155/QÐ-UBNÑD ngảy 09/01/2023; 12 hồ sơ của Sở Nội vụ."
    record = extract_record(scanned(text))
    [citation] = record.citations
    assert (citation.number, citation.date) == ("155/QĐ-UBND", "2023-01-09")
    assert citation.text == text[citation.start : citation.end]
    assert citation.text == "Quyết đinh số 155/QÐ-UBNÑD ngảy 09/01/2023"
    assert citation.number_raw == "155/QÐ-UBNÑD"
    assert citation.fuzzy
    [date] = record.dates
    assert (date.fuzzy, date.text) == (False, "09/01/2023")
    [figure] = record.indicators
    assert (figure.text, figure.fuzzy) == ("12", False)
    assert citation.confidence < date.confidence <= 0.9


def test_no_mention_is_surer_than_the_reading_of_its_words() -> None:
    text = "Quyết định số 155/QĐ-UBND ngày 09/01/2023 của Chính phủ"
    sure, doubtful = (extract_record(scanned(text, c)).citations[0] for c in (0.95, 0.4))
    assert doubtful.confidence <= 0.4 < sure.confidence
