"""A document dated before the one that it implements, guides, amends or replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...index import CitedPassage
from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .days import written_day

# Between the two: what the first does to the second, and no passive, which turns them round.
_VERBS = {
    "implements": r"(?:triển khai )?thực hiện|triển khai|tổ chức thực hiện",
    "guides": r"hướng dẫn",
    "amends": r"sửa đổi",
    "replaces": r"thay thế",
    "repeals": r"bãi bỏ",
}
_PASSIVE = re.compile(r"\b(?:bởi|tại|theo|bằng|được|bị)\b", re.I)
_LONGEST = 160  # characters between them
_RELATIONS = {
    "implements": ("thực hiện", "implement"),
    "guides": ("hướng dẫn", "guide"),
    "amends": ("sửa đổi, bổ sung", "amend"),
    "replaces": ("thay thế", "replace"),
    "repeals": ("bãi bỏ", "repeal"),
}


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for acting, acted_on in archive.index.acting_before():
        verbs = _RELATIONS.get(acted_on.relation or "")
        if verbs is None or not _says_so(archive, acting, acted_on):
            continue
        one, other = acting.number or acting.at.text, acted_on.number or acted_on.at.text
        days = written_day(acting.date or ""), written_day(acted_on.date or "")
        yield Discrepancy(
            at=acting.at,
            about=(acting.target, acting.date, acted_on.target, acted_on.date),
            severity="warning",
            message=Words(
                f"Văn bản {one} ngày {days[0]} được nói là {verbs[0]} văn bản {other} ngày {days[1]},"
                " ban hành sau nó.",
                f"Document {one} of {days[0]} is said to {verbs[1]} {other} of {days[1]}, issued"
                " after it.",
            ),
            arithmetic=f"{days[0]} < {days[1]}",
            evidence=(acted_on.at,),
            confidence=0.75,
        )


def _says_so(archive: AuditedArchive, acting: CitedPassage, acted_on: CitedPassage) -> bool:
    """Whether the words between the two leave no doubt which acts on which."""
    between = archive.index.text(acting.at.source)[acting.at.end : acted_on.at.start]
    verb = _VERBS[acted_on.relation or ""]
    return (
        0 < len(between) <= _LONGEST
        and not re.search(r"[.;\n]", between)
        and re.search(rf"\b(?:{verb})\b", between, re.I) is not None
        and _PASSIVE.search(between) is None
    )


CHECK = ArchiveCheck(
    slug="older-than-its-basis",
    group="citations",
    title=Words("Có trước văn bản mà nó thực hiện", "Older than what it implements"),
    rule=Words(
        "Văn bản thực hiện, hướng dẫn, sửa đổi, thay thế văn bản khác phải ban hành sau văn bản đó.",
        "A document that implements, guides, amends or replaces another is issued after it.",
    ),
    source="Lô-gích thời gian",
    tolerance=Words("Cùng ngày là được.", "The same day is right."),
    fires=(
        example(
            "Quyết định số 905/QĐ-UBND ngày 03/4/2018 của UBND tỉnh Hà Nam thay thế Quyết định số"
            " 640/QĐ-UBND ngày 15/3/2019 của UBND tỉnh Hà Nam."
        ),
    ),
    silent=(
        example(
            "Chi trả theo Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 (sửa đổi, bổ sung bởi Nghị định"
            " số 67/2025/NĐ-CP ngày 15/3/2025)."
        ),
        example(
            "Quyết định số 905/QĐ-UBND ngày 03/4/2024 của UBND tỉnh Hà Nam thay thế Quyết định số"
            " 640/QĐ-UBND ngày 15/3/2019 của UBND tỉnh Hà Nam."
        ),
    ),
    find=_find,
)
