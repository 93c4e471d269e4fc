"""Whom a passage is about: the owner that a sentence which names nobody goes on with.

'Trung tâm bố trí 07 quầy. Đã tiếp nhận 3.474 hồ sơ' goes on with Trung tâm; so do the items of a
list that 'Trung tâm tiếp nhận 3.964 hồ sơ, cụ thể:' leads in; and after 'toàn tỉnh còn 347 trường'
the rates of the next sentence are the province's too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from ...reading import Layout
from ...records import AgencyMention
from . import words
from .model import Sentence
from .outline import Outline

_TIME = (
    r"(?:(?:từ|đến|tính đến|trong|riêng|tính từ)\s+)?(?:ngày|tháng|quý|năm|kỳ)\s[^.;:]{0,60}?,?\s"
    r"|(?:từ|đến)\s[\d/ -]{3,12}\s?"
)
# 'Lũy kế 5 tháng, tư vấn cho 6.120 lượt': adds up what the sentence before counted.
_ADDS_UP = re.compile(r"[\s\d.)*+-]*(?:lũy kế|luỹ kế|cộng dồn|tính chung)(?!\w)")
# What a sentence opens with that goes on about the dossiers of the same office: 'Trong kỳ, đã tiếp
# nhận'.  Of other verbs the subject is as often the one that reports.
_GOES_ON = re.compile(
    rf"[\s\d.)*+-]*(?:(?:{_TIME}|trong đó|đồng thời|ngoài ra|bên cạnh đó|cụ thể|đến nay|hiện nay"
    r"|trong kỳ|trong năm|trong quý|trong tháng)[,:]?\s*)*+"
    r"(?:đã |đang |được )*(?:tiếp nhận|giải quyết|xử lý(?! kỷ luật| vi phạm)|số hóa|trả kết quả|thanh toán|hồ sơ)(?!\w)"
)
_DOSSIERS = "hồ sơ"
# What heads a section: a name and nothing else, or a name with its text behind a colon.
_HEADS = re.compile(r"\s*(?::|\.?[ \t]*(?:\n|$))")
_TOLD_OF = (" của ", " tại ")
# 'Trung tâm có kết quả cụ thể:' opens a clause of its lead-in.
_OPENS = re.compile(r"[,.:)]\s*$")
_HAS = re.compile(r" (?:đã |cũng )?(?:có|đạt|tiếp nhận|giải quyết|xử lý|hoàn thành|bố trí)(?!\w)")
# Offices for dossiers, and what is told of their service.
_OFFICES = ("Trung tâm Phục vụ hành chính công", "Trung tâm Hành chính công", "Bộ phận")
_SERVICE = re.compile(r"hồ sơ|lệ phí|phiếu|hài lòng|số hóa|đúng hạn|trực tuyến|phản ánh|lượt người")
_ACTS = re.compile(
    rf"\s*(?:đã|đang|cũng|được|có|hiện|còn|tiếp tục|thường xuyên|chủ động|phối hợp|{words.VERBS})(?!\w)"
)


class Topics:
    """Remembers, sentence by sentence in their order, whose figures a document told."""

    __slots__ = (
        "_agencies",
        "_agency_starts",
        "_end",
        "_layout",
        "_of_dossiers",
        "_outline",
        "_owner",
        "_sentences",
        "_told",
    )

    def __init__(self, layout: Layout, outline: Outline, agencies: Sequence[AgencyMention]) -> None:
        self._layout = layout
        self._outline = outline
        self._agencies = agencies
        self._agency_starts = [mention.start for mention in agencies]
        self._told: dict[int, str | None] = {}  # owner of a sentence's figures, by its start
        self._sentences: list[int] = []  # where the sentences with figures begin
        self._of_dossiers: list[int] = []  # where the sentences begin that tell of dossiers
        self._end = 0  # of the last sentence
        self._owner: str | None = None

    def remember(self, sentence: Sentence, owner: str | None, topic: str | None) -> None:
        """Keep whose the figures of a sentence are, for the list that it leads in, and whom it is
        about, for the sentence after it."""
        self._told[sentence.start] = owner
        insort(self._sentences, sentence.start)
        self._end, self._owner = sentence.end, topic
        if _DOSSIERS in sentence.low:
            insort(self._of_dossiers, sentence.start)

    def carried(self, sentence: Sentence) -> str | None:
        """The owner that an earlier sentence of the passage hands on to one that names nobody."""
        section = self._outline.at(sentence.start)
        if 0 <= section.lead_in < sentence.start:
            if section.lead_in in self._told:
                return self._told[section.lead_in]
            if not section.planning and (leading := self._leading(section.lead_in)):
                return leading
        if self._owner is not None and not self._is_parted(section.start, sentence.start):
            goes_on = _GOES_ON.match(sentence.low) or _ADDS_UP.match(sentence.low)
            if self._owner[0].islower() or goes_on:
                return self._owner
        return self._headed(sentence.start) or self._served(sentence)

    def _leading(self, lead_in: int) -> str | None:
        """Who opens a lead-in without figures: 'Trong tháng 10, Trung tâm có kết quả cụ thể:'."""
        start, end = self._layout.sentence(lead_in)
        first = bisect_left(self._agency_starts, start)
        body = self._layout.body
        for mention in self._agencies[first : bisect_left(self._agency_starts, end, first)]:
            opens = not body[start : mention.start].strip() or _OPENS.search(
                body, start, mention.start
            )
            if opens and _HAS.match(body, mention.end):
                return mention.name
        return None

    def leading_to(self, start: int, end: int, introduction: str) -> str | None:
        """Whose a table of dossiers is: of the last figures in the paragraph that introduces it at
        [start, end), else of the last dossiers told of in its section, else of whom that is on."""
        if _DOSSIERS not in introduction.lower():
            return self._headed(start)
        section = self._outline.at(start).start
        i = bisect_left(self._of_dossiers, end) - 1
        if i >= 0 and self._of_dossiers[i] >= min(section, start):
            return self._told[self._of_dossiers[i]]
        i = bisect_left(self._sentences, end) - 1
        last = self._sentences[i] if i >= 0 else -1
        told = self._told.get(last)
        if last >= start or (told and told.startswith(_OFFICES) and self._nobody_acts(last, start)):
            return told
        return self._headed(start)

    def _nobody_acts(self, sentence: int, end: int) -> bool:
        """Whether from the end of a sentence to a place no other agency does anything."""
        return not self._others_act(self._layout.sentence(sentence)[1], end)

    def tier(self, sentence: Sentence) -> str | None:
        """The level of government that a heading above a sentence is on."""
        return self._outline.at(sentence.start).tier

    def _headed(self, position: int) -> str | None:
        """The body that heads the section around a place: '2. Trung tâm Phục vụ hành chính công: ...'."""
        section = self._outline.at(position)
        subject = section.subject
        i = bisect_left(self._agency_starts, subject)
        if (
            subject < 0
            or section.planning
            or i == len(self._agencies)
            or self._agency_starts[i] != subject
        ):
            return None
        mention = self._agencies[i]
        body = self._layout.body
        heads = _HEADS.match(body, mention.end) or body.endswith(_TOLD_OF, 0, mention.start)
        return mention.name if heads else None

    def _served(self, sentence: Sentence) -> str | None:
        """The office for dossiers that the first figures of a part are of, in one on its service."""
        if not _SERVICE.search(sentence.low):
            return None
        tops = self._outline.tops
        part = bisect_right(tops, sentence.start) - 1
        i = bisect_left(self._sentences, tops[part]) if part >= 0 else len(self._sentences)
        owner = self._told[self._sentences[i]] if i < len(self._sentences) else None
        return owner if owner and owner.startswith(_OFFICES) else None

    def _is_parted(self, section: int, start: int) -> bool:
        """Whether another passage, or another one who acts, lies between the last sentence and this."""
        if section >= self._end:
            return True
        return self._others_act(self._end, start)

    def _others_act(self, start: int, end: int) -> bool:
        first = bisect_left(self._agency_starts, start)
        between = self._agencies[first : bisect_left(self._agency_starts, end, first)]
        body = self._layout.body
        return any(_ACTS.match(body[m.end : m.end + 40].lower()) for m in between)
