"""A replaced or repealed document cited as if it were in force."""

from __future__ import annotations

from collections.abc import Iterator

from ...index import SupersededCitation
from ...records import Passage, Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .days import written_day

_RELIES = frozenset(("basis", "implements", "guides"))
_FATES = {"replaced": ("bị thay thế", "replaced"), "repealed": ("bị bãi bỏ", "repealed")}


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for cited in archive.index.superseded_citations():
        yield _told(cited)


def _told(cited: SupersededCitation) -> Discrepancy:
    mention, fate = cited.mention, cited.fate
    name = mention.number or mention.text
    by, since = fate.by_number or fate.by_target, written_day(fate.since)
    vi, en = _FATES[fate.fate]
    relies = mention.relation in _RELIES
    return Discrepancy(
        at=Passage(
            source=mention.source,
            doc_id=mention.doc_id,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            page=mention.page,
        ),
        about=(fate.target, fate.by_target),
        severity="warning" if relies else "info",
        message=Words(
            f"{name} đã {vi} bởi {by} (muộn nhất từ {since}) nhưng vẫn được viện dẫn.",
            f"{name} had been {en} by {by} (since {since} at the latest) but is still cited.",
        ),
        expected=by,
        evidence=(_evidence(cited),),
        confidence=0.8 if relies else 0.6,
    )


def _evidence(cited: SupersededCitation) -> Passage:
    fate = cited.fate
    if fate.source is None:
        text = f"{fate.target} → {fate.by_number or fate.by_target} ({written_day(fate.since)})"
        return Passage(source="lexicon", text=text)
    return Passage(
        source=fate.source,
        doc_id=fate.doc_id,
        start=fate.start or 0,
        end=fate.end or 0,
        text=fate.text or "",
    )


CHECK = ArchiveCheck(
    slug="superseded",
    group="citations",
    title=Words("Viện dẫn văn bản đã hết hiệu lực", "Cited after it was replaced"),
    rule=Words(
        "Văn bản đã bị thay thế, bãi bỏ không còn là căn cứ.",
        "A replaced or repealed document is no basis any more.",
    ),
    source="Lời của chính các văn bản trong kho; bảng luật và nghị định trong từ điển",
    tolerance=Words(
        "Tính từ ngày muộn nhất chắc chắn; chỉ nhắc đến (không phải căn cứ) là điểm lưu ý.",
        "From the latest certain day on; a mere mention is a remark.",
    ),
    fires=(
        example(
            "Số: 12/BC-UBND\n\nHà Nam, ngày 10 tháng 3 năm 2023\n\nBÁO CÁO\n\nCăn cứ Luật Ban hành"
            " văn bản quy phạm pháp luật năm 2008, UBND tỉnh Hà Nam báo cáo.\n"
        ),
    ),
    silent=(
        example(
            "Số: 12/BC-UBND\n\nHà Nam, ngày 10 tháng 3 năm 2023\n\nBÁO CÁO\n\nCăn cứ Luật Ban hành"
            " văn bản quy phạm pháp luật năm 2015, UBND tỉnh Hà Nam báo cáo.\n"
        ),
        example(
            "Số: 12/BC-UBND\n\nHà Nam, ngày 10 tháng 3 năm 2021\n\nBÁO CÁO\n\nCó 58 đơn vị thực hiện"
            " Nghị định số 43/2006/NĐ-CP ngày 25/4/2006 của Chính phủ, sau là Nghị định số 16/2015/NĐ-CP"
            " ngày 14/02/2015 của Chính phủ.\n"
        ),
        example(
            "Số: 12/BC-UBND\n\nHà Nam, ngày 10 tháng 12 năm 2018\n\nBÁO CÁO\n\nTrước tháng 6/2018, một cửa thực hiện"
            " theo Quyết định số 09/2015/QĐ-TTg ngày 25/3/2015 của Thủ tướng Chính phủ.\n"
        ),
    ),
    find=_find,
)
