"""'Tính đến ngày 31/5/2022, Sở đã ...' in a report of 14/6/2023 after a meeting of 13/12/2022: a cut-off
day after the report's own, or of the year before.

A day of the year before is told where an event lies between, or where the report is on a period that the
day would lie in a year later, and nothing is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ...records import DateMention, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ._reported import EXPECTED, PLANNED, a_year_later, day, own_day, period_of_title

_CUT_OFF = re.compile(
    r"(?:(?:tính|lũy kế|luỹ kế|cập nhật|thống kê|số liệu|kể)(?: tính)?(?: từ (?:đầu|khi|sau)[^,;.]{0,26})? (?:đến|tới)"
    r"|(?<!\w)(?P<bare>(?-i:Đến|Tới)))"
    r"(?: hết)?(?: ngày)?(?: thời điểm)?(?: ngày)?$",
    re.I,
)
# 'Đến ngày 31/8/2023, đã có ...'; without it what is to come is as likely
_REACHED = re.compile(r"[^.;\n]{0,50}?(?<!\w)(?:đã|còn|hiện (?:có|còn))(?!\w)", re.I)
# What else a day of last year may stand there for
_COMPARED = re.compile(
    r"so với|cùng kỳ|cùng thời điểm|trước đó|trong khi|khi đó|lúc đó|giai đoạn|năm (?:trước|ngoái)|đầu kỳ"
    r"|chuyển sang|tồn|hiệu lực|quy định|theo số liệu",
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
        before = document.lead(mention, 60)
        lead = _CUT_OFF.search(before) if _may_cut_off(before.lower()) else None
        if lead is None:
            continue
        after = document.said(mention.end, mention.end + _AFTER_OR_BEFORE)
        if lead["bare"] and not _REACHED.match(after):
            continue
        if cut_off > own:
            yield from _after_the_report(document, mention, cut_off, own)
        else:
            yield from _of_last_year(document, index, cut_off, own)


def _may_cut_off(lead: str) -> bool:
    """Whether _CUT_OFF can match: nearly every date has 'ngày' before it, few 'đến'."""
    return ("đến" in lead or "tới" in lead) and lead.endswith(_CUT_OFF_ENDS)


def _after_the_report(
    document: AuditedDocument, mention: DateMention, cut_off: date, own: date
) -> Iterator[Discrepancy]:
    start, end = document.sentence_of(mention)
    around = document.said(max(mention.start - 60, start), min(mention.end + _AFTER_OR_BEFORE, end))
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
    if event := _event_before(document, index, cut_off):
        yield Discrepancy(
            at=document.words(_start(document, mention), mention.end, mention),
            about=(cut_off, day(event.value)),
            severity="warning",
            message=_EARLIER,
            expected=f"{meant:%d/%m/%Y}",
            arithmetic=f"{cut_off:%d/%m/%Y} trước {event.text} (nêu trước đó); báo cáo ngày {own:%d/%m/%Y}",
            evidence=(document.at(event),),
            confidence=0.8,
        )
    elif _is_copied(document, mention, cut_off, meant):
        yield Discrepancy(
            at=document.at(mention),
            about=(cut_off, own),
            severity="warning",
            message=_OUTSIDE,
            expected=f"{meant:%d/%m/%Y}",
            arithmetic=f"{cut_off:%d/%m/%Y} trước kỳ báo cáo; báo cáo ngày {own:%d/%m/%Y}",
            confidence=0.65,
        )


def _is_copied(document: AuditedDocument, mention: DateMention, cut_off: date, meant: date) -> bool:
    """Whether a cut-off before the reported period would lie in it a year later, where nothing else in
    its paragraph is told of its year and the document names it once."""
    reported = period_of_title(document)
    if reported is None or not cut_off < reported.first <= meant <= reported.last:
        return False
    if (cut_off.month, cut_off.day) == (12, 31):
        return False  # how it stood at the year's beginning
    start = document.text.rfind("\n", 0, mention.start) + 1
    end = max(document.sentence_of(mention)[1], mention.end + _AFTER_OR_BEFORE)
    year = str(cut_off.year)
    days = [d for d in document.record.dates if d is not mention]
    return not (
        any(d.value == mention.value for d in days)
        or any(start <= d.start < end and _tells_of(d.value, year, meant) for d in days)
        or any(start <= p.start < end and year in (p.value or "") for p in document.record.periods)
        or _COMPARED.search(document.said(document.sentence_of(mention)[0], end))
    )


def _tells_of(value: str | None, year: str, meant: date) -> bool:
    """Whether a day beside a cut-off shows that it is meant as it is written, or compared."""
    return (value or "")[:4] == year or value == meant.isoformat()


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
_OUTSIDE = Words(
    "Mốc thời gian của số liệu trước kỳ báo cáo đúng vào năm trước; có thể chép lại năm trước.",
    "The cut-off lies a year before the reported period; it may be copied from last year's report.",
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
        "'Tính đến ngày' không sau ngày của văn bản; không trước sự kiện đã nêu trong cùng đoạn, hay trước kỳ báo"
        " cáo, khi đúng ngày ấy năm sau mới hợp với kỳ báo cáo.",
        "A cut-off is not after the document's own day, nor before an event told of in the same paragraph or the"
        " reported period, where a year later would fit the report.",
    ),
    source="Thứ tự thời gian",
    tolerance=Words(
        "Số ước thực hiện, dự kiến, số liệu so sánh và số cuối năm trước được bỏ qua; sau ngày văn bản không quá"
        " một tháng chỉ là cảnh báo.",
        "Estimates, plans, what is compared and how it stood at the end of a year are let pass; up to a month"
        " after the document it is a warning only.",
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
        example("SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\nKết quả công tác quý II"
                " năm 2023\n"
                "Lũy kế từ đầu năm đến hết ngày 10/6/2022, thanh tra Sở đã tiếp 112 lượt công dân."),
        example("SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\nKết quả công tác quý II"
                " năm 2023\n"
                "Đến ngày 10/6/2024, 18/18 xã đã có trang thông tin điện tử."),
    ),
    silent=(
        example("SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\nKết quả công tác quý II"
                " năm 2023\n"
                "Tính đến ngày 31/5/2023, Sở đã tổng hợp được 69 kiến nghị. Dự kiến tính đến ngày 31/8/2023 đạt 90"
                " kiến nghị."),
        example("SỞ NỘI VỤ\nSố: 236/BC-SNV\nKhánh Hòa, ngày 14 tháng 6 năm 2023\nBÁO CÁO\nKết quả công tác quý II"
                " năm 2023\n"
                "Đến ngày 10/6/2022, toàn tỉnh có 12 xã đạt chuẩn; đến ngày 10/6/2023 có 18 xã. Đến ngày 31/12/2025,"
                " 100% số xã có trang thông tin điện tử. Tính đến ngày 31/12/2022, Sở còn 36 hồ sơ."),
    ),
    find=_find,
)  # fmt: skip
