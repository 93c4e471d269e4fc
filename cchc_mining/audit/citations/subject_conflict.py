"""One number used for two different subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ...index import CitedPassage
from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .subjects import differ, read_subject


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in archive.index.cited_with_several("subject"):
        first_of: dict[str, CitedPassage] = {}
        for citation in citations:
            if citation.subject and citation.kind == "numbered":
                first_of.setdefault(citation.subject, citation)
        if pair := _differing(list(first_of.values())):
            yield _told(*pair, citations)


def _differing(citations: Sequence[CitedPassage]) -> tuple[CitedPassage, CitedPassage] | None:
    """The first two subjects that cannot be those of one document, if no third one joins them."""
    for one, other in combinations(citations, 2):
        if not differ(one.subject or "", other.subject or ""):
            continue
        joined = any(
            not differ(third.subject or "", one.subject or "")
            and not differ(third.subject or "", other.subject or "")
            for third in citations
            if third not in (one, other) and read_subject(third.subject or "").is_telling
        )
        if not joined:
            return one, other
    return None


def _told(one: CitedPassage, other: CitedPassage, citations: Sequence[CitedPassage]) -> Discrepancy:
    number = one.number or one.at.text
    return Discrepancy(
        at=one.at,
        about=(one.target, *sorted((one.subject or "", other.subject or ""))),
        severity="warning",
        message=Words(
            f"Số {number} được dùng cho hai nội dung khác nhau: “{one.subject}” và"
            f" “{other.subject}”.",
            f"The number {number} is used for two different subjects: “{one.subject}” and"
            f" “{other.subject}”.",
        ),
        evidence=tuple(c.at for c in citations if c.subject == other.subject),
        confidence=0.75,
    )


CHECK = ArchiveCheck(
    slug="subject-conflict",
    group="citations",
    title=Words("Một số, hai nội dung", "One number, two subjects"),
    rule=Words(
        "Một số, ký hiệu của một cơ quan trong một năm chỉ một văn bản, một nội dung.",
        "A number of one issuer and year is one document with one subject.",
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I: số là số thứ tự đăng ký của văn bản",
    tolerance=Words(
        "Trích yếu rút gọn, diễn đạt lại hoặc viết tắt được coi là một; không xét văn bản sửa đổi,"
        " bổ sung, thay thế.",
        "Shortened, paraphrased and abbreviated subjects are one; amending acts are let pass.",
    ),
    fires=(
        example(
            "Quyết định số 188/QĐ-UBND ngày 30/01/2024 của UBND tỉnh Hà Nam ban hành Kế hoạch kiểm"
            " tra công tác cải cách hành chính năm 2024.",
            "Quyết định số 188/QĐ-UBND ngày 30/01/2024 của UBND tỉnh Hà Nam ban hành Kế hoạch tuyên"
            " truyền cải cách hành chính năm 2024.",
        ),
    ),
    silent=(
        example(
            "Quyết định số 188/QĐ-UBND ngày 30/01/2024 của UBND tỉnh Hà Nam ban hành Kế hoạch kiểm"
            " tra công tác cải cách hành chính năm 2024.",
            "Quyết định số 188/QĐ-UBND ngày 30/01/2024 của UBND tỉnh Hà Nam về kế hoạch kiểm tra"
            " công tác CCHC.",
        ),
    ),
    find=_find,
)
