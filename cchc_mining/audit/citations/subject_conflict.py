"""One number used for two different subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...index import CitedPassage
from ...records import Words
from ...vietnamese import fold
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .subjects import differ, read_subject

_MOST = 64  # wordings of one document's subject that are compared, those cited most


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in archive.index.cited_with_several("subject"):
        wordings: dict[str, list[CitedPassage]] = {}
        for citation in citations:
            if citation.kind == "numbered" and citation.subject and not _names_itself(citation):
                wordings.setdefault(read_subject(citation.subject).text, []).append(citation)
        if len(wordings) > 1:
            yield from _conflicts(sorted(wordings.values(), key=len, reverse=True)[:_MOST])


def _names_itself(citation: CitedPassage) -> bool:
    """Whether the sentence, and not the subject, runs on to where the document is cited again."""
    number = fold(citation.number or "")
    return "/" in number and number in read_subject(citation.subject or "").text


def _conflicts(wordings: Sequence[list[CitedPassage]]) -> Iterator[Discrepancy]:
    """Of the subjects that cannot be one those of fewer documents, each against the one of most."""
    groups = _alike([wording for wording in wordings if _can_differ(wording)])
    groups += [wording for wording in wordings if not _can_differ(wording)]
    groups.sort(key=_place)
    # of equals the later is the likelier: the finding stands at the first
    usual = max(reversed(groups), key=lambda group: len({c.at.source for c in group}))
    for group in groups:
        if group is not usual and _differ(group, usual):
            yield _told(group, usual)


def _alike(wordings: Sequence[list[CitedPassage]]) -> list[list[CitedPassage]]:
    """The citations whose subjects may be those of one document, also by way of others."""
    groups: list[list[list[CitedPassage]]] = []
    for wording in wordings:
        near = [group for group in groups if not all(_differ(wording, one) for one in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(one for group in near for one in group), wording])
    return [
        sorted((c for one in group for c in one), key=lambda c: _place([c])) for group in groups
    ]


def _differ(some: Sequence[CitedPassage], others: Sequence[CitedPassage]) -> bool:
    return differ(some[0].subject or "", others[0].subject or "")


def _can_differ(citations: Sequence[CitedPassage]) -> bool:
    """What may be any document's, as 'bãi bỏ Quyết định số ...', must not lead from one to another."""
    subject = read_subject(citations[0].subject or "")
    return subject.is_telling and not subject.changes


def _place(citations: Sequence[CitedPassage]) -> tuple[str, int]:
    return citations[0].at.source, citations[0].at.start


def _told(group: Sequence[CitedPassage], usual: Sequence[CitedPassage]) -> Discrepancy:
    one, other = group[0], usual[0]
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
        evidence=tuple(c.at for c in (*usual, *group[1:])),
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
        example(
            "Quyết định số 188/QĐ-UBND ngày 30/01/2024 của UBND tỉnh Hà Nam ban hành Kế hoạch kiểm"
            " tra công tác cải cách hành chính năm 2024.",
            "Quyết định số 188/QĐ-UBND ngày 30/01/2024 của UBND tỉnh Hà Nam bãi bỏ Quyết định số"
            " 95/QĐ-UBND ngày 18/01/2023 của UBND tỉnh.",
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
