"""A document dated before the one that it implements, guides, amends or replaces."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .days import written_day

_RELATIONS = {
    "implements": ("thực hiện", "implement"),
    "guides": ("hướng dẫn", "guide"),
    "basis": ("căn cứ", "rest on"),
    "amends": ("sửa đổi, bổ sung", "amend"),
    "replaces": ("thay thế", "replace"),
    "repeals": ("bãi bỏ", "repeal"),
}


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for acting, acted_on in archive.index.acting_before():
        verbs = _RELATIONS.get(acted_on.relation or "")
        if verbs is None or acting.target == acted_on.target:
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
            "Quyết định số 905/QĐ-UBND ngày 03/4/2024 của UBND tỉnh Hà Nam thay thế Quyết định số"
            " 640/QĐ-UBND ngày 15/3/2019 của UBND tỉnh Hà Nam."
        ),
    ),
    find=_find,
)
