"""An audit right after the extraction finds what one of the record and text alone finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc_mining.audit import audit_document
from cchc_mining.extract import extract_with_reading
from cchc_mining.intake import read_file
from cchc_mining.records import Recognised, SourceText

# Own wording: a share, a sum and a period that are wrong, in letters that the view composes and with
# a footnote that the layout reads around.
_WRONG = (
    "Tha\u0301ng 13/2023, co\u0301 30/43 đơn vi\u0323 đạt yêu cầu¹ (chiếm 79,76%).\n"
    "¹ Ban hành 23 văn bản, gồm 12 quyết định và 10 kế hoạch.\n"
)


def test_the_reading_of_the_extraction_gives_the_same_findings() -> None:
    record, reading = extract_with_reading(SourceText(text=_WRONG))
    assert reading is not None
    found = audit_document(record, _WRONG, reading=reading)
    assert len(found) > 1
    assert found == audit_document(record, _WRONG)


@pytest.mark.parametrize("name", ["bao-cao-cchc-tinh-2023", "bao-cao-cchc-so-tai-chinh-2024"])
def test_so_it_does_in_whole_reports(repository: Path, name: str) -> None:
    source = read_file(repository / "corpora" / "lam-hai" / f"{name}.txt")
    record, reading = extract_with_reading(source)
    assert audit_document(record, source.text, reading=reading) == audit_document(
        record, source.text
    )


def test_a_text_with_repaired_words_is_read_again() -> None:
    text = "Quyết định số 12/QĐÐ-UBND ngày 14 tháng 3 năm 2023"
    scan = Recognised([(match.start(), match.end(), 0.9) for match in re.finditer(r"\S+", text)])
    _, reading = extract_with_reading(SourceText(text=text, recognised=scan))
    assert reading is None
