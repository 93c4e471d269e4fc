"""One document cited with two dates."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .conflicts import Minority, minorities
from .days import is_day, weekend, written_day


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in archive.index.cited_with_several("date"):
        for minority in minorities(citations, lambda c: c.date if is_day(c.date) else None):
            yield from _told(minority)


def _told(minority: Minority) -> Iterator[Discrepancy]:
    first = minority.citations[0]
    number = first.number or first.at.text
    value, likelier = written_day(minority.value), written_day(minority.likelier)
    days = (minority.value, minority.likelier)
    notes = [f"{written_day(day)} là {name}" for day in days if (name := weekend(day))]
    yield Discrepancy(
        at=first.at,
        about=(first.target, *sorted(days)),
        severity="error",
        message=Words(
            f"Văn bản {number} được ghi hai ngày khác nhau: {value} và {likelier}.",
            f"Document {number} is given two dates: {value} and {likelier}.",
        ),
        expected=None if minority.is_open else likelier,
        arithmetic="; ".join([f"{value} ≠ {likelier}", *notes]),
        evidence=tuple(c.at for c in (*minority.citations[1:], *minority.others)),
        confidence=0.85 if minority.is_open else 0.95,
    )


CHECK = ArchiveCheck(
    slug="date-conflict",
    group="citations",
    title=Words("Một văn bản, hai ngày", "One document, two dates"),
    rule=Words(
        "Cùng một văn bản (cùng số, ký hiệu, cơ quan, năm) chỉ có một ngày ban hành.",
        "One document (same number, issuer and year) has one date.",
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I: mỗi văn bản có một số và một thời gian ban hành",
    tolerance=Words(
        "Chỉ so sánh ngày ghi đủ; số liệu của bản dự thảo, bản sao không tính.",
        "Only full dates are compared; drafts and copies do not count.",
    ),
    fires=(
        example(
            "UBND tỉnh Bình Phước ban hành Quyết định số 38/2024/QĐ-UBND ngày 22/11/2024.",
            "Thực hiện Quyết định số 38/2024/QĐ-UBND ngày 31/10/2024 của UBND tỉnh Bình Phước.",
        ),
    ),
    silent=(
        example(
            "UBND tỉnh Bình Phước ban hành Quyết định số 38/2024/QĐ-UBND ngày 22/11/2024.",
            "Thực hiện Quyết định số 38/2024/QĐ-UBND ngày 22 tháng 11 năm 2024 của UBND tỉnh"
            " Bình Phước; Quyết định số 38/2023/QĐ-UBND ngày 31/10/2023 của UBND tỉnh.",
        ),
    ),
    find=_find,
)
