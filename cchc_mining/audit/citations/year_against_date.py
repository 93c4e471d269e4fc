"""'38/2024/QĐ-UBND ngày 22/11/2023': the year in the number against the date."""

from __future__ import annotations

from collections.abc import Iterator

from ...lexicon import read_number
from ...records import Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from .days import is_day, written_day


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for citation in document.record.citations:
        code = read_number(citation.number) if citation.number else None
        if code is None or code.year is None or not citation.date or not is_day(citation.date):
            continue
        year = int(citation.date[:4])
        if year == code.year:
            continue
        day = written_day(citation.date)
        yield Discrepancy(
            at=document.at(citation),
            about=(citation.number, citation.date),
            severity="error",
            message=Words(
                f"Năm trong số {citation.number} không khớp với ngày ban hành {day}.",
                f"The year in the number {citation.number} does not agree with the date {day}.",
            ),
            arithmetic=f"{code.year} ≠ {year}",
            # at the turn of the year a number of the old one may be signed in January
            confidence=0.95 if abs(year - code.year) > 1 or day[3:5] != "01" else 0.8,
        )


CHECK = DocumentCheck(
    slug="year-against-date",
    group="citations",
    title=Words("Năm trong số, ký hiệu so với ngày", "Year in the number against the date"),
    rule=Words(
        "Năm ghi trong số, ký hiệu của văn bản quy phạm pháp luật là năm ban hành.",
        "The year in the number of a normative act is that in which it was issued.",
    ),
    source="Luật Ban hành văn bản quy phạm pháp luật; Nghị định 34/2016/NĐ-CP, Điều 58",
    tolerance=Words("Không có.", "None."),
    fires=(example("Thực hiện Quyết định số 38/2024/QĐ-UBND ngày 22/11/2023 của UBND tỉnh."),),
    silent=(
        example("Thực hiện Quyết định số 38/2024/QĐ-UBND ngày 22/11/2024 của UBND tỉnh."),
        example("Thực hiện Quyết định số 2038/QĐ-UBND ngày 22/11/2023 của UBND tỉnh."),
    ),
    find=_find,
)
