"""Which period a figure speaks of: the nearest time that governs it, else what the passage says.

From the nearest scope to the widest: the figure's bracket, its own words, what directly follows
it ('96 biên chế năm 2022'), the sentence, the opening of an earlier sentence of the paragraph, the
lead-in or heading above, the period reported on.  `bearing` judges what a time bears on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from ...reading import Context, Layout, View
from .bearing import Bearing, bearing_of, is_base, is_moment, is_same_span, is_whole_year
from .outline import Outline
from .times import Time, days_of, is_told_exactly, span_years_ago, year_of, year_to_date
from .words import JOINTS

# Not 'thực hiện tại 05 cơ quan'.
_NOW = re.compile(r"đến nay|đến thời điểm báo cáo|h(?<!thực h)(?<!\wh)iện (?:nay|có|tại)(?!\w)")
_TERM = re.compile(r"\d{4}/\d{4}")
_WHOLE_YEAR = re.compile(r"cả năm(?! (?:19|20)\d\d)")
_THE_PERIOD = re.compile(r"trong kỳ(?! họp)")
# How many procedures there are is told as of the last of the days that are reported on.
_STOCK = re.compile(
    r"tổng số (?:tthc|thủ tục hành chính)[^.;:,\d]{0,60}"
    r"(?:thuộc (?:phạm vi|thẩm quyền)|đang (?:thực hiện|có hiệu lực)|còn hiệu lực|hiện hành|hiện có)"
)
# What offices for dossiers count: 'tiếp nhận 2.146 hồ sơ', 'số hồ sơ tiếp nhận của một số xã'.
_DOSSIERS = re.compile(
    r"(?:tiếp nhận|giải quyết)(?: mới)?(?: [\d.]+)? hồ sơ|số hồ sơ (?:đã )?(?:tiếp nhận|giải quyết)"
)
_INDEX = re.compile(
    r"(?<!\w)(?:par[ -]?index|papi|pci|sipas|pgi|dti|ict[ -]?index|chỉ số (?:cchc|cải cách hành chính"
    r"|năng lực cạnh tranh|hiệu quả quản trị|hài lòng|chuyển đổi số|sẵn sàng|xanh))(?!\w)"
)
# What goes on about an index: 'Bộ Tư pháp dẫn đầu với 91,77 điểm', 'Kết quả này cao hơn ... 2,1 điểm'
_RANKED_ON = re.compile(
    r"(?<!\w)(?:dẫn đầu|đứng (?:đầu|cuối|sau|trước|thứ)|xếp (?:thứ|hạng|vị|cuối|đầu)|(?:kết quả|chỉ số|điểm số) này"
    r"|thứ hạng|số điểm)(?!\w)"
)
_PUBLISHES = re.compile(r"(?:công bố|kết quả)[^,;.]*$")
_RANKING = ("dẫn đầu", "đứng ", "xếp ", " này", "hạng", "số điểm")  # one of them is in all of those
_INDEX_REACH = 40  # characters between the name of an index and its year
_INTRODUCES = re.compile(r":\s*$|hồ sơ|(?:bảng|biểu|phụ lục|dưới đây|sau đây|như sau)", re.I)
_YEAR_TO_DATE = re.compile(r"từ đầu năm(?! \d)")
_GOES_ON = re.compile(r"\s*(?:như vậy|trong đó|theo đó|cụ thể|so với|trong số|gồm|bao gồm)")
# Between a bracket and the time in it: '(tính đến tháng 6/2023)'.
_OPENS_ASIDE = re.compile(r"\s*\((?:tính |đến |trong |vào |cuối |hết |của |so với |cùng kỳ )*")
_BEFORE_VALUE = (
    *(" (", " (đạt ", " (là ", " (có ", " (thứ ", " (xếp thứ ", " (hạng ", " (xếp hạng "),
    *(" (vị trí ", " (vị trí thứ ", " (thứ hạng ", " (chỉ đạt ", " (khoảng ", " (ở mức "),
)
_DUE = re.compile(
    r"(?:trước|(?P<latest>chậm nhất)|đến hết|hết|đến)(?: (?:là|vào|đến|trước|hết))*(?: ngày)? $"
)
_OPENS_CLAUSE = re.compile(r", (?:đến|tính|trong|vào|riêng)(?!\w)[^,;]*$")
# 'tỷ lệ che phủ rừng 72% vào năm 2018'; not ', đến năm 2025 có 120 xã'
_BY_YEAR = re.compile(r"[^,;:]* (?:vào|đến)(?: hết| cuối)? $")
_DUE_WITHIN = re.compile(r"(?:hoàn thành|xong|trình|ban hành) trong $")
# What was done within the reported span, not what there is: 'do trong năm bãi bỏ 41 thủ tục'
_FLOW = re.compile(r"(?<!\w)trong (?:năm|kỳ|quý|tháng)(?!\w)")
_YEAR_END = "-12-31"


class Words(Struct, frozen=True, gc=False):
    """Where a figure stands: its sentence's start, its own words, the number and unit, and how far
    its clause reaches at most (the next figure, or the sentence's end).

    `scored` are points and ranks; `previous` is the period of the figure before it.
    """

    sentence: int
    left: int
    start: int
    end: int
    right: int
    limit: int
    target: bool
    scored: bool
    previous: str | None


class Told(Struct, frozen=True, gc=False):
    """The period of a figure, whether the figures after it share it, and whether it is that of a
    bracket alone."""

    value: str | None
    carries: bool
    aside: bool = False


# '(số liệu tính từ ngày 01/12/2020 đến ngày 30/11/2021)': the days all figures are of.
_DAYS_OF_FIGURES = re.compile(
    r"(?:[Ss]ố liệu[^.;()\n]{0,40}|\((?:tính |lấy |kỳ báo cáo |thời gian |thời điểm )*"
    r"|(?:[Kk]ỳ báo cáo|KỲ BÁO CÁO|[Tt]hời (?:gian|kỳ) báo cáo)\s*[:(]?\s*)(?:từ|Từ)\s+(?:ngày\s+)?$"
)
# Days by which a reported span may differ from what it is called, and a reported year: courts
# report from October to September.
_REPORTING_SPAN, _REPORTING_YEAR = 45, 95
_HEAD_REACH = 3000  # characters in which title and opening of a report end
_SAYS = re.compile(r" (?:là|chỉ là|đạt|chỉ đạt|có|chỉ có) (?:hơn |gần |trên |khoảng )?|: ?")
# ... or what was said of the figure before it: 'tiếp nhận 612 hồ sơ, năm 2022 tiếp nhận 528 hồ sơ'
_SAYS_AGAIN = re.compile(r" (?P<verb>[^\W\d]+(?: [^\W\d]+){0,2}) (?:hơn |gần |trên |khoảng )?")
_SAYS_PLAN = re.compile(
    r"(?: (?:là|đạt|có|tăng|giảm|còn|ước|từ|ít nhất|tối thiểu|trên|hơn|gần|khoảng|ở mức|phải|thêm))* "
)
_DONE_SO_FAR = re.compile(
    r"(?<!\w)(?:giải ngân|thu được|(?:đã|mới) (?:thực hiện|thanh toán|thu|chi|sử dụng))(?!\w)"
)
_REACHES = re.compile(r"(?:lên|xuống(?: còn)?) (?:khoảng |gần |trên |hơn )?$")
_OPENS_BESIDE = re.compile(r"[,;] (?:(?:trong khi|còn|con số này(?: của)?) )?(?:cùng kỳ )?$")
_OPENING_REACH = 24  # characters in which the opening of a sentence names its time
_LOOKS_BACK = 60  # times that a sentence looks back over for one that still holds


class Timeline:
    """All times of a document, in order, and what governs each place in it."""

    __slots__ = (
        "_bearings",
        "_called",
        "_days",
        "_inherited",
        "_layout",
        "_outline",
        "_second",
        "_starts",
        "_text",
        "_used",
        "default",
        "times",
    )

    def __init__(
        self,
        view: View,
        layout: Layout,
        context: Context,
        times: Sequence[Time],
        outline: Outline,
    ) -> None:
        self._text = view.text
        self._layout = layout
        self._outline = outline
        self.times = times
        self._starts = [time.start for time in times]
        self._bearings: dict[int, Bearing] = {}
        self._inherited: dict[int, str | None] = {}
        self._used: set[int] = set()
        self._called = self._reported(context)
        self.default = self._days_of_figures() or self._called
        self._second = self._second_period()
        days = days_of(self.default) if self.default else None
        self._days = days if any(time.value == days for time in times) else None

    # --- the figures of a sentence ---------------------------------------------------------------

    def period(self, words: Words, before: str | None) -> Told:
        """The period of a figure in a sentence with times.

        `before` is the one carried over from earlier in the sentence.
        """
        if aside := self._aside(words, before):
            return Told(aside, False, True)
        if beside := self._beside(words, before):
            return Told(beside, False, True)
        if own := self._own(words):
            return Told(self._value(own, words, before), own.lasts)
        if narrow := self._after(words) or self._due(words):
            return Told(narrow, self._is_reached(words, narrow))
        if planned := self.planned(words.sentence):
            if headed := self._heading(words):
                return Told(self._value(headed, words, before), True)
            if named := self._named_in_lead(words) or self._of_later_plan(words, planned):
                return Told(named, False)
            return Told(planned[:4] if self._follows_whole_year(words) else planned, True)
        if earlier := self._before(words):
            return Told(self._value(earlier, words, before), earlier.lasts)
        if before and self._is_done_so_far(before, words):
            return Told(self._to_date(), False)
        return Told(before or self.passage(words.sentence), True)

    def _named_in_lead(self, words: Words) -> str | None:
        """A year right before a planned figure: 'Dự kiến thu nội địa năm 2024 khoảng 9.800 tỷ đồng'."""
        i = bisect_right(self._starts, words.start) - 1
        if i < 0 or self.times[i].start < words.left or self._bearing(i) != "names":
            return None
        time = self.times[i]
        year = time.kind == "period" and len(time.value) == 4 and i not in self._used
        said = year and _SAYS_PLAN.fullmatch(self._text, time.end, words.start)
        return time.value if said else None

    def _heading(self, words: Words) -> Time | None:
        """The time that opens a sentence of plans: 'Đến năm 2025: 80% hồ sơ trực tuyến; ...'."""
        i = bisect_left(self._starts, words.sentence)
        if i == len(self.times) or self.times[i].end >= words.start:
            return None
        time = self.times[i]
        opens = time.start - words.sentence < _OPENING_REACH
        heads = opens and self._text[time.end : time.end + 1] == ":"
        return time if heads and self._bearing(i) == "governs" else None

    def _of_later_plan(self, words: Words, planned: str) -> str | None:
        """The year of a plan that is to be drawn up: 'ban hành Kế hoạch thanh tra năm 2022, với 85
        cuộc' among what is to be done in 2021."""
        i = bisect_right(self._starts, words.start) - 1
        while i >= 0 and self.times[i].start >= words.sentence:
            time = self.times[i]
            if self._bearing(i) == "names" and len(time.value) == 4 and time.value > planned[:4]:
                return time.value
            i -= 1
        return None

    def _follows_whole_year(self, words: Words) -> bool:
        """Whether the last time named before a figure is 'cả năm'."""
        i = bisect_right(self._starts, words.start) - 1
        return (
            i >= 0
            and self.times[i].start >= words.sentence
            and is_whole_year(self._text, self.times[i])
        )

    def _is_done_so_far(self, before: str, words: Words) -> bool:
        """Whether a figure tells what was done of the year's plan before it: 'Kế hoạch vốn năm 2019
        là 27 tỷ đồng; đã giải ngân 9 tỷ đồng' in a report on half a year."""
        default = self.default
        if default is None or len(default) < 6 or before != default[:4] or words.target:
            return False
        return _DONE_SO_FAR.search(self._text[words.left : words.start].lower()) is not None

    def _value(self, time: Time, words: Words, before: str | None) -> str:
        """What a time says: of 'cùng kỳ năm 2022', the reported span in that year."""
        if words.target and time.kind == "day" and time.value.endswith(_YEAR_END):
            return time.value[:4]
        if len(time.value) != 4:
            return time.value
        if planned := is_whole_year(self._text, time) and self.planned(words.sentence):
            return planned[:4]
        current = before or self.passage(words.sentence)
        if words.previous and len(words.previous) == 10 and is_same_span(self._text, time):
            current = words.previous  # 'đến ngày 31/5/2019 đạt 33,6%, cùng kỳ năm 2018 đạt 36,2%'
        if current is None or not self._is_span_of(time, current):
            return time.value
        return span_years_ago(current, time.value)

    def _is_span_of(self, time: Time, current: str) -> bool:
        """Whether a year stands for the reported span in it: 'cùng kỳ năm 2022'; 'so với năm 2022'
        where the days of a whole year are reported on."""
        if is_same_span(self._text, time):
            return True
        # of an interval of days, the year in which it ends
        return is_base(self._text, time) and is_told_exactly(current[-10:-6], current)

    def _aside(self, words: Words, before: str | None) -> str | None:
        """The time of a figure in a bracket: named in it, or the base right before it.

        '(cùng kỳ năm 2018: 2.204 hồ sơ)', 'so với năm 2022 (84,37%)'.
        """
        opening = self._text.rfind("(", words.sentence, words.start)
        if opening >= 0 and self._text.find(")", opening, words.start) < 0:
            i = bisect_right(self._starts, words.start) - 1
            if behind := self._behind(words):
                return behind
            if i >= 0 and self.times[i].start > opening:
                time = self.times[i]
                return (
                    self._value(time, words, before)
                    if self._bearing(i) == "aside"
                    or (is_same_span(self._text, time) and not self._is_compared(time))
                    else None
                )
            if i >= 0 and self._text[self.times[i].end : words.start] in _BEFORE_VALUE:
                time = self.times[i]
                return self._value(time, words, before) if is_base(self._text, time) else None
        return self._compared(words, before) or self._named_behind(words, before)

    def _behind(self, words: Words) -> str | None:
        """The year right behind a figure in the bracket that holds both: '(từ 11.162 đơn vị năm 2018
        xuống còn 10.605 đơn vị năm 2020)'."""
        i = bisect_left(self._starts, words.end)
        if i == len(self.times) or self.times[i].start > words.right + 1:
            return None
        time = self.times[i]
        return time.value if self._bearing(i) == "aside" and time.kind == "period" else None

    def _compared(self, words: Words, before: str | None) -> str | None:
        """'giảm 10% so với năm 2015, từ 790 đơn vị xuống còn 721 đơn vị'."""
        i = bisect_right(self._starts, words.start) - 1
        if i < 0 or self.times[i].start < words.sentence:
            return None
        time = self.times[i]
        since = self._text[time.end : words.start] in (", từ ", " từ ", " (từ ")
        return self._value(time, words, before) if since and is_base(self._text, time) else None

    def _is_compared(self, time: Time) -> bool:
        """'tăng 12% so với cùng kỳ': inside a bracket too, a base and nothing else."""
        return "so" in self._text[max(time.start - 24, 0) : time.start].lower().split()

    def _beside(self, words: Words, before: str | None) -> str | None:
        """An earlier year told beside what is reported: '612 doanh nghiệp, (cùng kỳ) năm 2022 là 528'."""
        i = bisect_right(self._starts, words.start) - 1
        told = before or words.previous
        if told is None or i < 0 or self.times[i].start < words.left:
            return None
        time = self.times[i]
        if (
            time.kind != "period"
            or len(time.value) != 4
            or time.value >= told.rpartition("/")[2][:4]
        ):
            return None
        if not _OPENS_BESIDE.search(self._text, max(time.start - 32, 0), time.start):
            return None
        if not _SAYS.fullmatch(self._text, time.end, words.start):
            again = _SAYS_AGAIN.fullmatch(self._text, time.end, words.start)
            if (
                again is None
                or again["verb"] not in self._text[words.sentence : time.start].lower()
            ):
                return None
        self._used.add(i)
        return self._value(time, words, before)

    def _named_behind(self, words: Words, before: str | None) -> str | None:
        """A bracket behind the figure that holds its time: 'tăng từ 38 (năm 2021) lên 45'."""
        i = bisect_left(self._starts, words.end)
        if i == len(self.times):
            return None
        time = self.times[i]
        if time.start - words.right > 30 or self._text[time.end : time.end + 1] != ")":
            return None
        if not _OPENS_ASIDE.fullmatch(self._text, words.right, time.start):
            return None
        return None if self._is_compared(time) else self._value(time, words, before)

    def _own(self, words: Words) -> Time | None:
        """A time that governs among the figure's own words before it."""
        i = bisect_right(self._starts, words.start) - 1
        if i >= 0 and self.times[i].start >= words.left and self._bearing(i) == "governs":
            return None if i in self._used else self.times[i]
        return None

    def _after(self, words: Words) -> str | None:
        """A period among the words after the figure: '96 biên chế năm 2022'."""
        i = bisect_left(self._starts, words.end)
        if i < len(self.times) and (
            self.times[i].start < words.right
            or self._text[words.end : self.times[i].start] == " của "
        ):
            time, bearing = self.times[i], self._bearing(i)
            planned = self.planned(words.sentence) if bearing == "governs" else None
            if time.kind not in ("period", "school_year") or bearing in ("none", "aside"):
                return None
            if not planned or _is_month(time.value):
                self._used.add(i)
                return self._with_next(i)
            if is_whole_year(self._text, time):
                return planned[:4] if planned else time.value
        return None

    def _is_reached(self, words: Words, value: str) -> bool:
        """Whether a figure is what was reached by a later month, so that the next go on with it: 'tăng
        từ 3.012 tỷ đồng năm 2018 lên 4.286 tỷ đồng vào cuối tháng 6/2023, có 78.540 hộ còn nợ'."""
        return _is_month(value) and _REACHES.search(self._text, words.left, words.start) is not None

    def _due(self, words: Words) -> str | None:
        """When a target is to be reached: 'trong tháng 10/2023', 'chậm nhất đến ngày 31/8/2023'; what
        is due by the end of a year is that year's."""
        if not words.target:
            return None
        i = bisect_left(self._starts, words.end)
        if i == len(self.times) or self.times[i].start >= words.limit:
            return None
        time = self.times[i]
        low = self._text[words.end : time.start].lower()
        if _OPENS_CLAUSE.search(low) and self._leads_on(time, words):
            return None
        due = _DUE.search(low)
        within = low.endswith(" trong ")  # 'cho 120 cơ sở ăn uống, bán lẻ trong quý IV/2022'
        if ";" in low or ("," in low.rstrip(" ,") and not (due or within)):
            return None
        if time.kind == "period" and len(time.value) == 4 and _BY_YEAR.search(low):
            return time.value if self._bearing(i) == "governs" else None
        if time.kind == "day" and len(time.value) == 10 and due:
            if time.value.endswith(_YEAR_END):
                return time.value[:4]
            return time.value if due["latest"] and not self.planned(words.sentence) else None
        month = time.kind == "period" and (
            _is_month(time.value) or (within and len(time.value) > 4)
        )
        return self._with_next(i) if month and self._bearing(i) == "governs" else None

    def _leads_on(self, time: Time, words: Words) -> bool:
        """Whether a time behind a comma opens what is said of the next figure: 'Dự toán năm 2017 là 24
        tỷ đồng, đến hết tháng 6 thực hiện 11 tỷ đồng'."""
        ends = words.limit >= self._layout.sentence(words.sentence)[1]
        return not ends and not any(c in ",;" for c in self._text[time.end : words.limit])

    def _is_due(self, time: Time, words: Words) -> bool:
        """Whether a time only says when what was planned before a target is to be done: 'xây dựng Đề
        án, hoàn thành trong quý II/2019; phấn đấu có thêm 06 đơn vị'."""
        said = self._text[max(time.start - 24, 0) : time.start]
        return words.target and _DUE_WITHIN.search(said) is not None

    def _still_counts(self, time: Time, words: Words) -> bool:
        """Whether what there is on a day goes on behind ';': 'Tính đến ngày 14/9/2021, có 842 thủ tục;
        690 thủ tục đã có quy trình'; on the last of a year it is that year's."""
        if time.kind != "day" or len(time.value) != 10 or time.value.endswith(_YEAR_END):
            return False
        return _FLOW.search(self._text, time.end, words.start) is None

    def _with_next(self, i: int) -> str:
        """A time; of several in a list ('quý II, III và IV/2024') their year."""
        value = self.times[i].value
        if i + 1 == len(self.times):
            return value
        following = self.times[i + 1]
        listed = self._text[self.times[i].end : following.start] in JOINTS
        return value[:4] if listed and following.value[:4] == value[:4] else value

    def _before(self, words: Words) -> Time | None:
        """The nearest time that governs; one in a name only among the figure's own words."""
        i = bisect_right(self._starts, words.start) - 1
        while i >= 0 and self.times[i].start >= words.sentence:
            time, bearing = self.times[i], self._bearing(i)
            if i in self._used and not (words.scored and self._is_of_index(time)):
                bearing = "none"  # said of an earlier figure alone: '96 biên chế năm 2022'
            if _is_end_of_term(self._text, time) and time.start < words.left:
                bearing = "none"  # 'Đầu nhiệm kỳ có 1.026 chi hội, thành lập mới 118 chi hội'
            if bearing == "governs" and (
                (
                    time.lasts
                    and not self._is_due(time, words)
                    and not self._outline.planning_at(words.sentence)
                )
                or self._still_counts(time, words)
                or self._text.find(";", time.end, words.start) < 0
            ):
                return time
            if words.scored and self._is_of_index(time) and self._tells_index(i):
                return time
            if bearing == "names" and (
                time.start >= words.left or _SAYS.fullmatch(self._text, time.end, words.start)
            ):
                return time
            i -= 1
        return None

    def _is_of_index(self, time: Time) -> bool:
        """Whether a year is that of an index: 'Chỉ số PAPI năm 2017'."""
        before = self._text[max(time.start - _INDEX_REACH, 0) : time.start].lower()
        return len(time.value) == 4 and _INDEX.search(before) is not None

    def _tells_index(self, i: int) -> bool:
        """Whether an index of a year is spoken of, not compared with; it may be what a decision
        published: 'Theo Quyết định số 12/QĐ-BNV công bố Chỉ số CCHC năm 2016, tỉnh đạt ...'."""
        if self._bearing(i) != "none":
            return self._bearing(i) == "names"
        start = self.times[i].start
        published = _PUBLISHES.search(self._text, max(start - 2 * _INDEX_REACH, 0), start)
        return published is not None and not is_base(self._text, self.times[i])

    def close(self, start: int, end: int) -> None:
        """Let the times in a stretch bear on nothing that follows it."""
        first = bisect_left(self._starts, start)
        self._used.update(range(first, bisect_left(self._starts, end, first)))

    # --- what a passage says ---------------------------------------------------------------------

    def names_any(self, start: int, end: int) -> bool:
        """Whether any time stands in a stretch."""
        i = bisect_left(self._starts, start)
        return i < len(self._starts) and self._starts[i] < end

    def last_named(self, start: int, end: int) -> str | None:
        """The last time in a stretch, whatever it bears on."""
        i = bisect_left(self._starts, end) - 1
        return self.times[i].value if i >= 0 and self._starts[i] >= start else None

    def within(self, start: int, end: int) -> str | None:
        """The last time in a stretch that may be what figures speak of."""
        first = bisect_left(self._starts, start)
        for i in range(bisect_left(self._starts, end, first) - 1, first - 1, -1):
            time = self.times[i]
            years = time.kind == "years" and not is_base(self._text, time)
            if years or self._bearing(i) != "none":
                return time.value
        return None

    def leading_to(self, start: int, captioned: bool) -> str | None:
        """The period of what leads to a table: of the sentence above it, with its paragraph,
        unless the table is `captioned` for itself and that sentence is on something else."""
        above = len(self._text[:start].rstrip())
        if not above or self._outline.at(start) is not self._outline.at(above - 1):
            return self.passage(self._layout.sentence(start)[0])
        sentence, end = self._layout.sentence(above - 1)
        if captioned and not _INTRODUCES.search(self._text, sentence, end):
            return self._set_above(start) or self._reported_at(start)
        i = bisect_left(self._starts, end) - 1
        if i >= 0 and self._starts[i] >= sentence and self._bearing(i) == "governs":
            return self.times[i].value
        return self.passage(sentence)

    def planned(self, sentence: int) -> str | None:
        """The period of plans, where their heading names it."""
        if not self._outline.planning_at(sentence):
            return None
        named = self._outline.period_at(sentence)
        if named == self._called and named and len(named) > 4 and not self._outline.is_plan:
            named = (
                None  # of the lead-in to the whole report: '... báo cáo kết quả quý II như sau:'
            )
        if named is None and self.default and (len(self.default) > 4 or self._outline.is_plan):
            if self._outline.is_plan or _TERM.fullmatch(self.default):
                return self.default
            return year_of(self.default)  # what is planned is not for the quarter that is over
        return named

    def _planned_for(self, sentence: int) -> str | None:
        """The period of plans; of 'thu ngân sách cả năm' the year."""
        planned = self.planned(sentence)
        if planned is None:
            return None
        end = self._layout.sentence(sentence)[1]
        return planned[:4] if _WHOLE_YEAR.search(self._text, sentence, end) else planned

    def passage(self, sentence: int) -> str | None:
        """The period of a sentence that names none."""
        if sentence not in self._inherited:
            self._inherited[sentence] = self._planned_for(sentence) or self._of_passage(sentence)
        return self._inherited[sentence]

    def _of_passage(self, sentence: int) -> str | None:
        """What an earlier sentence of the paragraph, a lead-in or a heading sets."""
        low = self._text[sentence : self._layout.sentence(sentence)[1]].lower()
        section = self._set_above(sentence)
        if ("nay" in low or "hiện" in low or "thời điểm" in low) and _NOW.search(low):
            return self._as_of_report(sentence)
        if "từ đầu" in low and _YEAR_TO_DATE.search(low):
            return self._to_date()
        if "trong kỳ" in low and _THE_PERIOD.search(low):
            return section or self._last_interval(sentence) or self._reported_at(sentence)
        goes_on = _GOES_ON.match(low) is not None
        told = self._of_paragraph(sentence, goes_on) or section
        if told is None or told == self.default:
            told = self._of_index(sentence, low) or self._of_dossiers(sentence, low) or told
        told = told or self._reported_at(sentence)
        if told and len(told) == 21 and _STOCK.search(low):
            return told[11:]
        return told

    def _of_index(self, sentence: int, low: str) -> str | None:
        """The year of an index that is told behind others of that year: 'Chỉ số PAPI năm 2017 đạt
        36,24 điểm. Chỉ số PCI đạt 59,27 điểm'."""
        paragraph = self._layout.paragraph_start(sentence)
        i = bisect_left(self._starts, sentence) - 1
        if i < 0 or self._starts[i] < paragraph:
            return None
        ranked = any(word in low for word in _RANKING) and _RANKED_ON.search(low)
        if not ranked and not _INDEX.search(low):
            return None
        while i >= 0 and self._starts[i] >= paragraph:
            time = self.times[i]
            if self._is_of_index(time) and self._tells_index(i):
                return time.value
            i -= 1
        return None

    def _of_dossiers(self, sentence: int, low: str) -> str | None:
        """The days for which a part counts dossiers, where an earlier passage of it named them."""
        if self.default is None or "hồ sơ" not in low or not _DOSSIERS.search(low):
            return None
        part = bisect_right(self._outline.tops, sentence) - 1
        start = self._outline.tops[part] if part >= 0 else 0
        i = bisect_left(self._starts, sentence) - 1
        while i >= 0 and self._starts[i] >= start:
            time = self.times[i]
            if time.kind == "interval" and time.lasts and year_of(time.value) == self.default[:4]:
                about, end = self._layout.sentence(time.start)
                said = _DOSSIERS.search(self._text[about:end].lower())
                return time.value if said else None
            i -= 1
        return None

    def _as_of_report(self, sentence: int) -> str | None:
        """'đến nay', 'hiện nay': what the section or the report is on."""
        return self._set_above(sentence) or self._reported_at(sentence)

    def _of_paragraph(self, sentence: int, goes_on: bool) -> str | None:
        paragraph = self._layout.paragraph_start(sentence)
        leads_in = self._text[sentence : self._layout.sentence(sentence)[1]].rstrip().endswith(":")
        last = bisect_left(self._starts, sentence) - 1
        for i in range(last, max(last - _LOOKS_BACK, -1), -1):
            time = self.times[i]
            if time.start < paragraph:
                break
            lasts = time.lasts and time.kind != "school_year" and not is_moment(self._text, time)
            if time.kind == "years" and not _TERM.fullmatch(self.default or ""):
                lasts = leads_in  # 'Giai đoạn 2018 - 2022, giảm 278 đầu mối. Hiện có 10.086 người'
            if (goes_on or (lasts and not self._is_part_aside(time))) and self._bearing(
                i
            ) == "governs":
                return time.value
        return None

    def _is_part_aside(self, time: Time) -> bool:
        """Whether a month or another year is told within a sentence: 'tăng nhanh: ... tuần cuối tháng
        9/2025 là 468 hồ sơ' does not set what the next sentence is on."""
        month = len(time.value) == 7 and _is_month(time.value)
        year = time.kind == "period" and len(time.value) == 4
        if not (month or year) or time.value in (self.default, (self.default or "")[:4]):
            return False
        return time.start - self._layout.sentence(time.start)[0] > _OPENING_REACH

    def _to_date(self) -> str | None:
        """'lũy kế từ đầu năm': from January to the end of the reported month or quarter."""
        return year_to_date(self.default) if self.default else None

    def _last_interval(self, position: int) -> str | None:
        """The interval that 'trong kỳ' speaks of."""
        for i in range(bisect_left(self._starts, position) - 1, -1, -1):
            if self.times[i].kind == "interval" and self.times[i].lasts:
                return self.times[i].value
        return None

    # --- what the report says --------------------------------------------------------------------

    def _reported(self, context: Context) -> str | None:
        """The period reported on; where only the day of writing tells it, the year written about."""
        period, day = context.period, context.date
        if period is None or day is None or period != day[:4]:
            return period
        tops = self._outline.tops
        if tops and tops[0] < _HEAD_REACH and context.issuer and period in self._values(0, tops[0]):
            return period  # the title or the opening of a report names it
        years = Counter(
            time.value[:4]
            for i, time in enumerate(self.times)
            if time.kind == "period" and self._bearing(i) != "none"
        )
        last = str(int(period) - 1)
        return last if years[last] > years[period] else period

    def _days_of_figures(self) -> str | None:
        """The days that the opening says all figures are of, where they are what the title calls a
        year or a half-year."""
        tops = self._outline.tops
        for time in self.times:
            if time.start > _HEAD_REACH or (tops and time.start > tops[0]):
                return None
            if time.kind == "interval" and time.lasts and self._called:
                said = _DAYS_OF_FIGURES.search(self._text, max(time.start - 70, 0), time.start)
                most = _REPORTING_YEAR if len(self._called) == 4 else _REPORTING_SPAN
                if said and is_told_exactly(self._called, time.value, most):
                    return time.value
        return None

    def _set_above(self, position: int) -> str | None:
        """What a heading or lead-in sets; of 'KẾT QUẢ NĂM 2021' the days that are called so."""
        told = self._outline.period_at(position)
        return self.default if told is not None and told == self._called else told

    def _second_period(self) -> tuple[str, list[int]] | None:
        """The other period of a report on two ('quý III, 9 tháng năm 2025') and where the parts
        begin that speak of it and not of the first."""
        first = self.default
        if first is None or first[4:6] != "-Q" or not self._outline.tops:
            return None
        year, quarter = first[:4], int(first[6])
        second = f"{year}-01/{year}-{3 * quarter:02d}" if quarter > 1 else year
        second = second if second in self._values(0, self._outline.tops[0]) else year
        if second not in self._values(0, self._outline.tops[0]) or second == year:
            return None
        parts = [
            start
            for start, end in zip(
                self._outline.tops, [*self._outline.tops[1:], len(self._text)], strict=True
            )
            if second in (values := self._values(start, end)) and first not in values
        ]
        return second, parts

    def _values(self, start: int, end: int) -> set[str]:
        first = bisect_left(self._starts, start)
        return {time.value for time in self.times[first : bisect_left(self._starts, end, first)]}

    def _reported_at(self, position: int) -> str | None:
        """The period that the part of the report around a place is on."""
        if self._second is not None:
            part = bisect_right(self._outline.tops, position) - 1
            if part >= 0 and self._outline.tops[part] in self._second[1]:
                return self._second[0]
        return self._in_days(position) or self.default

    def _in_days(self, position: int) -> str | None:
        """The days of the reported period, where the part around a place names just them: quarter
        III as 'từ ngày 01/7/2025 đến ngày 30/9/2025'."""
        part = bisect_right(self._outline.tops, position) - 1
        if part < 0 or self._days is None:
            return None
        tops = self._outline.tops
        end = tops[part + 1] if part + 1 < len(tops) else len(self._text)
        return self._days if self._days in self._values(tops[part], end) else None

    def _bearing(self, i: int) -> Bearing:
        if i not in self._bearings:
            self._bearings[i] = bearing_of(self._text, self.times[i])
        return self._bearings[i]


def _is_end_of_term(text: str, time: Time) -> bool:
    """Whether a time is the beginning or the end of the reported term."""
    said = text[time.start : time.end].lower()
    return said in ("đầu nhiệm kỳ", "cuối nhiệm kỳ")


def _is_month(value: str) -> bool:
    """Whether a period is a month or some months, not a quarter or a year."""
    return len(value) in (7, 15) and value[5] != "Q"
