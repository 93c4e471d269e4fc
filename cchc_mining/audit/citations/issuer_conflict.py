"""One document cited as of two issuers."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .conflicts import minorities


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in archive.index.cited_with_several("issuer"):
        if "issuer" not in archive.index.conflicts(citations[0].target):
            continue  # one body under two names, or a body and its head
        for minority in minorities(citations, lambda c: c.issuer):
            first = minority.citations[0]
            number = first.number or first.at.text
            yield Discrepancy(
                at=first.at,
                about=(first.target, *sorted((minority.value, minority.likelier))),
                severity="warning",
                message=Words(
                    f"Văn bản {number} được ghi là của hai cơ quan: {minority.value} và"
                    f" {minority.likelier}.",
                    f"Document {number} is ascribed to two issuers: {minority.value} and"
                    f" {minority.likelier}.",
                ),
                expected=None if minority.is_open else minority.likelier,
                evidence=tuple(c.at for c in (*minority.citations[1:], *minority.others)),
                confidence=0.7 if minority.is_open else 0.8,
            )


CHECK = ArchiveCheck(
    slug="issuer-conflict",
    group="citations",
    title=Words("Một văn bản, hai cơ quan ban hành", "One document, two issuers"),
    rule=Words(
        "Cùng một số, ký hiệu và ngày chỉ của một cơ quan ban hành.",
        "A number with its code and year belongs to one issuer.",
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I và III",
    tolerance=Words(
        "Tên cũ và tên mới của một cơ quan, tập thể và người đứng đầu được coi là một.",
        "Old and new names of one body, a body and its head, are one.",
    ),
    fires=(
        example(
            "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.",
            "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.",
            "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Bộ Nội vụ.",
        ),
    ),
    silent=(
        example(
            "Căn cứ Quyết định số 12/QĐ-UBND ngày 03/02/2023 của UBND tỉnh Bình Phước.",
            "Căn cứ Quyết định số 12/QĐ-UBND ngày 03/02/2023 của Chủ tịch UBND tỉnh Bình Phước.",
        ),
    ),
    find=_find,
)
