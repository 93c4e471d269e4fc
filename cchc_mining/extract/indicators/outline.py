"""The headings and list marks of a document: what they say of the lines below them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...reading import Layout
from . import words
from .bearing import bearing_of, is_base, is_moment, is_of_plan
from .times import Time

# What opens a numbered or marked line, from the outermost level in; the group that matches tells
# the level.
_MARKED = re.compile(
    r"[ \t_#]*+(?:\*{2,}[ \t]*+)?(?:"
    r"(PHẦN\b|Phần (?:thứ|[IVX1-9]|[A-H][.:)])|CHƯƠNG\b|PHỤ LỤC\b)"
    r"|([IVX]{1,5}[.)/]|[A-Z][.)][ ])"
    r"|(\d{1,2}(?:[.)](?!\d)|/[ ]))"
    r"|(\d{1,2}\.\d{1,2}[.)]?(?![\d,%]))"
    r"|(\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?(?!\d))"
    r"|([a-zđ]\))"
    r"|(\*)"
    r"|([-–][ ])"
    r"|(\+[ ])"
    r")"
)
_PLANNING = re.compile(words.PLANNING_HEADING)
_RESULTS = re.compile(
    r"kết quả|tình hình|đánh giá|thực hiện mục tiêu|tồn tại|hạn chế|khó khăn|vướng mắc"
)
# What is measured, be it told or planned: 'I. Một số chỉ tiêu cơ bản'; 'Chỉ tiêu năm 2020' is planned.
_MEASURED = re.compile(r"chỉ tiêu(?!.*\d{4})")
# A heading of a plan under which it tells what was, before it turns to what is to come.
_LOOKS_BACK = re.compile(
    r"kết quả(?! dự kiến)|tình hình|thực trạng|hiện trạng|tồn tại|hạn chế|khó khăn"
)
# Before a body that heads a section: '2. Trung tâm Phục vụ hành chính công xã: ...'.
# '2. Số liệu tiếp nhận, giải quyết của Trung tâm lũy kế từ ...'; not what one above had ordered:
# 'Kết quả thực hiện ý kiến chỉ đạo của Thủ tướng'.
_SUBJECT = re.compile(
    r"[\s*_]*+(?:(?:Tại|Đối với|Về|(?:Kết quả|Số liệu|Tình hình|Nhân lực|Hoạt động|Tổng hợp)"
    r"(?: (?!thực hiện|chỉ đạo|ý kiến|theo|của|tại)[^\W\d_]+,?){0,8} (?:của|tại))\s+(?:các\s+)?)?"
    r"(?=(?:Trung tâm|Công an|Kho bạc|Bảo hiểm|Chi cục|Cục|Thuế|Thống kê|Tòa án|Viện|Thanh tra|Sở|Văn phòng"
    r"|Ban|Phòng|UBND|Ủy ban|HĐND|Hội|Đảng ủy|Trạm|Bệnh viện|Đội|Hạt|Chi nhánh|Báo|Đài|Quỹ|Mặt trận"
    r"|Ngân hàng|Tổng cục|Vụ|Tổng công ty|Khối)\s)"
)
# What parts a district from its communes: 'Cấp thành phố:', 'b) Giải quyết hồ sơ cấp huyện (đến 30/6):'
_TIER = re.compile(
    r"[\w./) ]{0,8}(?:[^\d;:.\n]{0,60}hồ sơ[^\d;:.\n]{0,40} )?[Cc]ấp (huyện|thành phố|thị xã|quận)"
    r"(?: \([^()\n]*\))?[:.]?[ \t]*$"
)
# A heading that runs on into its paragraph: '4. Nhiệm vụ quý II: Tổng cục phấn đấu ...'.
_RUN_IN = re.compile(
    r"\s*(?P<heading>(?:phương hướng|nhiệm vụ (?:trọng tâm|quý|tháng|năm|công tác|chủ yếu|thời gian tới"
    r"|trong thời gian tới|\d{1,2} tháng)|kế hoạch (?:công tác )?(?:quý|tháng|năm))"
    r"[^.:;\n]{0,80})[:.](?=\s)",
    re.I,
)
_RUN_IN_OPENS = frozenset("pPnNkK \t\r\n")  # the first letter, or a blank before it
# What is to come, told behind what is reported on: '..., phương hướng, nhiệm vụ năm 2024 như sau:'.
_REPORTED = ("báo cáo", "kết quả", "tình hình")
_PLANS_BEHIND = re.compile(
    r"(?:,|;|và|\()\s+(?:\w+ ){0,2}(?:phương hướng|định hướng|nhiệm vụ|giải pháp|mục tiêu|chương trình công tác"
    r"|kế hoạch)(?!\w)"
)
_ORDERED = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Chủ tịch|Giám đốc|Bộ trưởng|Thủ tướng|Ban Thường vụ|Thường trực|Sở|Bộ|Cục)"
    r"[^.;:\n]{0,80}yêu cầu[^.;:\n]{0,100}:\s*$"
)
# What a heading on a year begins with.
_OF_YEAR = re.compile(r"\W*(?:dự toán|dự kiến|kế hoạch|chỉ tiêu|năm|quý|\d{1,2} tháng)(?!\w)")
_LETTER = re.compile(r"[ \t_#*]*[A-HK-UWYZ][.)]")
_TOP_LEVEL = 2  # parts and Roman numerals
_LETTERS = 1.5  # 'A.' in a document whose numerals are within
_PART = 1  # the level of 'PHẦN II' and of headings in capitals that bear no number
# A sentence that only leads on from the one before it: 'Trong đó:', 'Kết quả cụ thể như sau:'.
_LEADS_ON = re.compile(
    r"\s*(?:trong đó|cụ thể|gồm|bao gồm|chia ra|theo đó|chi tiết|kết quả|phân theo)[^.;\n]{0,50}:\s*$",
    re.I,
)
_SHORTEST_PARAGRAPH = 40  # characters of a line with a full stop that belongs to no title
_LEVEL_OF_ITEMS = 6  # 'a)' and what lies deeper
_LONGEST_HEADING = 220


# What a heading in capitals begins with; neither a total in a table nor a signature.
_CAPITALS = re.compile(
    r"[ *#_]*+(?=[^\W\d_]{2,} [^\W\d_])(?!(?:TỔNG|CỘNG|TM|KT|TL|TUQ)(?!\w))(?=[^\t]{8,}$)"
)


def _unmarked_heading(text: str, start: int, end: int) -> re.Match[str] | None:
    """The opening of a heading that is set off by its capitals alone: 'NHIỆM VỤ NĂM 2022'."""
    if end - start > _LONGEST_HEADING or not text[start:end].isupper():
        return None
    return _CAPITALS.match(text, start, end)


def _begins_body(text: str, start: int, end: int, marked: re.Match[str] | None) -> bool:
    """Whether a line cannot be of the title: it is marked, or it is prose."""
    if marked is not None:
        return True
    return end - start > _SHORTEST_PARAGRAPH and text[end - 1] in ".:;"


class Section(Struct, frozen=True):
    """What holds from a line on, until one of the same or an outer level.

    `lead_in` is where the sentence begins that introduces what follows ('..., cụ thể:'), of this
    line or of one around it; -1 where there is none.  `subject` is where the name begins of a body
    that heads this section or one around it, -1 likewise.  `term` are the years that plans are for,
    `tier` the level of government that its heading or one around it is on: 'huyện'.  `coming` is the
    period of the plans in a part that tells other things too: 'HẠN CHẾ VÀ NHIỆM VỤ QUÝ III'.
    """

    start: int
    planning: bool
    period: str | None
    lead_in: int = -1
    subject: int = -1
    term: str | None = None
    tier: str | None = None
    coming: str | None = None


class Outline:
    """Answers, for a place in the text: are these plans, and which period does the passage name?"""

    __slots__ = (
        "_asked",
        "_layout",
        "_nothing",
        "_sections",
        "_starts",
        "_text",
        "_time_starts",
        "_times",
        "_year",
        "is_plan",
        "tops",
    )

    def __init__(
        self,
        layout: Layout,
        times: Sequence[Time],
        is_plan: bool = False,
        year: int | None = None,
    ) -> None:
        """`is_plan`: the document itself is one, so that nothing needs to say that plans follow;
        `year`: the one reported on."""
        self.is_plan = is_plan
        self._year = year
        self._nothing = Section(0, is_plan, None)
        self._layout = layout
        self._text = layout.body
        self._times = times
        self._time_starts = [time.start for time in times]
        self.tops: list[int] = []  # where the headings of the outermost level begin
        self._sections = self._read_sections(layout.lines)
        self._starts = [section.start for section in self._sections]
        # the place asked about last: a sentence is asked for many times
        self._asked = -1, self._nothing

    def _read_sections(self, lines: Sequence[tuple[int, int]]) -> list[Section]:
        """A section from each marked line and each lead-in on, its plans and period taken from
        those around it."""
        text = self._text
        sections: list[Section] = []
        open_levels: list[tuple[float, Section]] = []
        lead_in: Section | None = None  # of a paragraph since the last marked line
        lead_level = 0.0  # of what it stands in
        in_body = False  # below the title, whose lines may be in capitals too
        letters: bool | None = None  # whether 'A.' is outside of 'I.': which of them comes first
        for start, end in lines:
            if text[end - 1] == " ":
                end = start + len(text[start:end].rstrip()) or end
            marked = _MARKED.match(text, start, end)
            if not marked and in_body:
                marked = _unmarked_heading(text, start, end)
            in_body = in_body or _begins_body(text, start, end, marked)
            around = open_levels[-1][1] if open_levels else self._nothing
            if not marked:
                if text[end - 1] == ":":
                    lead_in = self._lead_in(start, end, around)
                    sections.append(lead_in)
                    if lead_in.planning and not around.planning:
                        # an order: what follows is numbered anew
                        open_levels = [entry for entry in open_levels if entry[0] < _TOP_LEVEL]
                        open_levels.append((_TOP_LEVEL, lead_in))
                    lead_level = open_levels[-1][0] if open_levels else 0
                elif in_body and (plans := self._run_in(start, start, end, around)):
                    sections += (plans, replace(around, start=end))  # of this paragraph alone
                continue
            level: float = marked.lastindex or _PART
            if level == _TOP_LEVEL:
                lettered = _LETTER.match(text, start, end) is not None
                letters = lettered if letters is None else letters
                level = _LETTERS if lettered and letters else level
            while open_levels and open_levels[-1][0] >= level:
                open_levels.pop()
            if lead_in is not None and level > lead_level:
                # it holds for all items of this level
                open_levels.append((level - 0.5, lead_in))
            lead_in = None
            around = open_levels[-1][1] if open_levels else self._nothing
            section = self._section(marked, end, level, around)
            named = _SUBJECT.match(text, marked.end(), end)
            subject = named.end() if named else around.subject
            tier = _TIER.match(text, start, end) if text.find("ấp ", start, end) >= 0 else None
            level_told = tier[1] if tier else around.tier
            if subject != section.subject or level_told:
                section = replace(section, subject=subject, tier=level_told)
            if level <= _TOP_LEVEL:
                self.tops.append(start)
            open_levels.append((level, section))
            if section.start > start:
                # the sentences of the line before the one that sets the period
                sections.append(
                    replace(section, start=start, period=around.period, lead_in=around.lead_in)
                )
            sections.append(section)
        return sections

    def _lead_in(self, start: int, end: int, around: Section) -> Section:
        """What a paragraph sets that ends with ':'."""
        sentence = self._layout.sentence(max(end - 2, start))[0]
        if sentence > start and _LEADS_ON.match(self._text, sentence, end):
            sentence = self._layout.sentence(sentence - 1)[0]
        period = self._governing(max(sentence, start), end)
        planning = around.planning or _ORDERED.search(self._text, start, end) is not None
        first = max(sentence, start)
        return Section(first, planning, period or around.period, first, around.subject, around.term)

    def _section(self, marked: re.Match[str], end: int, level: float, around: Section) -> Section:
        start = marked.start()
        heading = end - start < _LONGEST_HEADING and self._text[end - 1] not in ".;:"
        planning = around.planning
        mixed = False  # 'Khó khăn và nhiệm vụ quý IV': its period is that of the plans alone
        if heading and level < _LEVEL_OF_ITEMS:
            low = self._text[marked.end() : end].lower()
            if _PLANNING.search(_MEASURED.sub("", low)) or self._is_of_later_year(low, start, end):
                planning = not _RESULTS.search(low)
                mixed = not planning
            elif level <= _TOP_LEVEL:
                planning = around.planning and not _LOOKS_BACK.search(low)
        elif not heading and (plans := self._run_in(start, marked.end(), end, around)):
            return plans
        if self._text[end - 1] == ":":
            lead_in = self._lead_in(start, end, around)
            if lead_in.period == around.period and (named := self._interval(start, end)):
                lead_in = replace(lead_in, period=named.value)
            return replace(lead_in, planning=planning)
        named = self._named_period(start, end, planning, heading and not mixed)
        if named is None:
            coming = self._named_period(start, end, True, True) if mixed else None
            told = (around.coming if planning and not around.planning else None) or around.period
            return Section(
                start,
                planning,
                told,
                around.lead_in,
                term=around.term,
                coming=coming.value if coming else around.coming,
            )
        if not heading:
            start = max(start, self._layout.sentence(named.start)[0])
        term = named.value if named.kind == "years" else around.term
        return Section(start, planning, named.value, around.lead_in, term=term)

    def _is_of_later_year(self, low: str, start: int, end: int) -> bool:
        """Whether a heading names a year that is yet to come: '3. Dự toán năm 2024' in a report on
        2023."""
        if self._year is None or _OF_YEAR.match(low) is None:
            return False
        years = [time.value[:4] for time in self._within(start, end)]
        return bool(years) and min(years) > str(self._year)

    def _run_in(self, start: int, words: int, end: int, around: Section) -> Section | None:
        """The plans of a line whose heading runs on into its text; `words` is behind its mark."""
        opening = self._text[words : words + 1]
        run_in = _RUN_IN.match(self._text, words, end) if opening in _RUN_IN_OPENS else None
        if run_in is None:
            return None
        named = self._named_period(start, run_in.end(), True, True)
        period = named.value if named else around.coming or around.period
        return Section(start, True, period, around.lead_in)

    def _named_period(self, start: int, end: int, planning: bool, heading: bool) -> Time | None:
        """An interval of days named in a marked line, or the period of a heading: 'NHIỆM VỤ QUÝ IV
        NĂM 2023', 'Kết quả 9 tháng năm 2016'."""
        for time in self._within(start, end):
            if time.kind == "interval" and time.lasts:
                return time
            if is_base(self._text, time):
                continue  # '..., tăng 08 văn bản so với năm 2021'
            if heading and time.kind == "period" and (planning or not is_of_plan(self._text, time)):
                return time
            if heading and planning and time.kind == "years":
                return time  # 'Phương hướng giai đoạn 2011 - 2015'
        return None

    def _interval(self, start: int, end: int) -> Time | None:
        """The reporting interval that a line names: 'b) Từ ngày 15/12/2022 đến ngày 14/12/2023, ...'."""
        times = self._within(start, end)
        return next((time for time in times if time.kind == "interval" and time.lasts), None)

    def _governing(self, start: int, end: int) -> str | None:
        """The last time in a lead-in that governs, or that it ends in: 'Kết quả quý I như sau:'."""
        last = True
        times = self._within(start, end)
        plans = self._plans_behind(start, end) if len(times) > 1 else end
        told = [time for time in times if time.start < plans]
        for time in reversed(told or times):
            if time.kind == "day" or not time.lasts or is_moment(self._text, time):
                continue
            bearing = bearing_of(self._text, time)
            if bearing == "governs":
                return time.value
            if last and bearing == "names" and not is_of_plan(self._text, time):
                return time.value
            last = False
        return None

    def _plans_behind(self, start: int, end: int) -> int:
        """Where a lead-in turns from what it reports to what is planned; its end if nowhere."""
        low = self._text[start:end].lower()
        reported = max(map(low.rfind, _REPORTED))
        plans = _PLANS_BEHIND.search(low, reported) if reported >= 0 else None
        return start + plans.start() if plans else end

    def _within(self, start: int, end: int) -> Sequence[Time]:
        first = bisect_left(self._time_starts, start)
        return self._times[first : bisect_left(self._time_starts, end, first)]

    def at(self, position: int) -> Section:
        """The section that a place lies in."""
        if position != self._asked[0]:
            i = bisect_right(self._starts, position) - 1
            self._asked = position, self._sections[i] if i >= 0 else self._nothing
        return self._asked[1]

    def planning_at(self, position: int) -> bool:
        """Whether a place lies below a heading of plans."""
        return self.at(position).planning

    def period_at(self, position: int) -> str | None:
        """The interval or period that a heading or lead-in above a place sets, if any."""
        return self.at(position).period
