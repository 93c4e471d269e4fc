"""'Tính đến ngày 31/5/2022, Sở đã ...' in a report of 14/6/2023 after a meeting of 13/12/2022: a cut-off
day after the report's own, or of the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ...records import DateMention, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ._reported import EXPECTED, PLANNED, a_year_later, day, own_day

_CUT_OFF = re.compile(
    r"(?:tính|lũy kế|luỹ kế|cập nhật|thống kê|số liệu)(?: tính)? (?:đến"
    r"|tới)(?: hết)?(?: ngày)?(?: thời điểm)?(?: ngày)?$",
    re.I,
)
_CUT_OFF_ENDS = ("đến", "tới", "hết", "ngày", "thời điểm")  # as all that _CUT_OFF matches
_AFTER_OR_BEFORE = 90  # characters in which a plan is spoken of
_RECENT = timedelta(days=75)  # between a cut-off and the report on it
_CITED = re.compile(
    r"(?:số|căn cứ|theo|quyết định|kế hoạch|nghị quyết|công văn|văn bản)[^.;]{0,60}$", re.I
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    own = own_day(document)
    if own is None:
        return
    for index, mention in enumerate(document.record.dates):
        cut_off = day(mention.value)
        if cut_off is None or not mention.text[-4:].isdigit():
            continue
        before = document.lead(mention, 40)
        if not before.lower().endswith(_CUT_OFF_ENDS) or not _CUT_OFF.search(before):
            continue
        if cut_off > own:
            yield from _after_the_report(document, mention, cut_off, own)
        else:
            yield from _of_last_year(document, index, cut_off, own)


def _after_the_report(
    document: AuditedDocument, mention: DateMention, cut_off: date, own: date
) -> Iterator[Discrepancy]:
    around = document.said(
        mention.start - 60 if mention.start > 60 else 0, mention.end + _AFTER_OR_BEFORE
    )
    if EXPECTED.search(around):
        return
    yield Discrepancy(
        at=document.at(mention),
        about=(cut_off, own),
        severity="error" if cut_off - own > timedelta(days=31) else "warning",
        message=_LATER,
        arithmetic=f"{cut_off:%d/%m/%Y} sau {own:%d/%m/%Y}",
        confidence=0.85,
    )


def _of_last_year(
    document: AuditedDocument, index: int, cut_off: date, own: date
) -> Iterator[Discrepancy]:
    """A cut-off that would be recent a year later, after an event that it precedes."""
    mention = document.record.dates[index]
    meant = a_year_later(cut_off)
    if not timedelta(0) <= own - meant <= _RECENT:
        return
    event = _event_before(document, index, cut_off)
    if event is None:
        return
    happened = day(event.value)
    yield Discrepancy(
        at=document.words(_start(document, mention), mention.end, mention),
        about=(cut_off, happened),
        severity="warning",
        message=_EARLIER,
        expected=f"{meant:%d/%m/%Y}",
        arithmetic=f"{cut_off:%d/%m/%Y} trước {event.text} (nêu trước đó); báo cáo ngày {own:%d/%m/%Y}",
        evidence=(document.at(event),),
        confidence=0.8,
    )


def _start(document: AuditedDocument, mention: DateMention) -> int:
    """Where 'Tính đến ngày' begins, if it stands right before."""
    at = document.text.lower().rfind("tính", max(mention.start - 40, 0), mention.start)
    return at if at >= 0 else mention.start


def _event_before(document: AuditedDocument, index: int, cut_off: date) -> DateMention | None:
    """A day earlier in the paragraph that lies after the cut-off and is that of an event."""
    mention = document.record.dates[index]
    paragraph = document.text.rfind("\n", 0, mention.start)
    for event in reversed(document.record.dates[:index]):
        if event.start < paragraph:
            return None
        happened = day(event.value)
        if happened is None or happened <= cut_off:
            continue
        before = document.said(max(event.start - 70, paragraph + 1), event.start)
        if not _CITED.search(before) and not PLANNED.search(before):
            return event
    return None


_LATER = Words(
    "Mốc thời gian của số liệu sau ngày của chính văn bản.",
    "The figures' cut-off day lies after the document's own day.",
)
_EARLIER = Words(
    "Mốc thời gian của số liệu trước sự kiện vừa nêu; có thể chép lại năm trước.",
    "The cut-off lies before the event just told of; the year may be copied from last year's report.",
)

CHECK = DocumentCheck(
    slug="cut-off-date",
    group="time",
    title=Words("Mốc thời gian của số liệu", "Cut-off day of figures"),
    rule=Words(
        "'Tính đến ngày' không sau ngày của văn bản, và không trước sự kiện đã nêu trong cùng đoạn khi năm sau mới là"
        " kỳ báo cáo.",
        "A cut-off is not after the document's own day, nor before an event told of in the same paragraph where a"
        " year later would fit the report.",
    ),
    source="Thứ tự thời gian",
    tolerance=Words(
        "Số ước thực hiện, dự kiến được bỏ qua; sau ngày văn bản không quá một tháng chỉ là cảnh báo.",
        "Estimates and plans are let pass; up to a month after the document it is a warning only.",
    ),
    fires=(
        example("SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\nKết quả công tác quý II"
                " năm 2023\n"
                "Sở tổ chức hội nghị đối thoại vào ngày 13/12/2022. Tính đến ngày 31/5/2022, Sở đã tổng hợp 69 kiến"
                " nghị."),
        example("SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\nKết quả công tác quý II"
                " năm 2023\n"
                "Tính đến ngày 31/8/2023, Sở đã tổng hợp được 69 kiến nghị."),
        example("SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\nKết quả công tác quý II"
                " năm 2023\n"
                "Tính đến ngày 30/6/2023, đã hoàn thành 36/47 nhiệm vụ của kế hoạch."),
    ),
    silent=(
        example("SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\nKết quả công tác quý II"
                " năm 2023\n"
                "Tính đến ngày 31/5/2023, Sở đã tổng hợp được 69 kiến nghị. Dự kiến tính đến ngày 31/8/2023 đạt 90"
                " kiến nghị."),
    ),
    find=_find,
)  # fmt: skip
