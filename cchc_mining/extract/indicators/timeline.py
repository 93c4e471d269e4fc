"""Which period a figure speaks of: the nearest time that governs it, else what the passage says.

A time governs as 'Năm 2023, ...', 'tính đến ngày ...', 'từ ngày A đến ngày B'; as what directly
follows the figure ('96 biên chế năm 2022'); or as part of what is measured ('Chỉ số CCHC năm
2022').  'so với năm 2021' is a base, 'ngày 30/8/2024' of a meeting an event; neither governs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from ...reading import Context, Layout, View
from .outline import Outline
from .times import Time

# 'names': the time is part of what is measured, and holds for the figures of that only.
Force = Literal["governs", "names", "none"]

_BASE = re.compile(
    r"(?:so với|so|sang|cùng kỳ|cùng kỳ của|trước|sau|bằng với|hơn|kể từ|(?<!tính )từ)"
    r"\s*(?:cùng kỳ|thời điểm|cuối|đầu|kết quả|kết quả của|trung bình|thời kỳ|số liệu)*"
    r"\s*(?:của\s*)?(?:ngày\s*)?$"
)
_COUNTED_UP = re.compile(
    r"(?:tính đến|tính tới|tại thời điểm|đến thời điểm|thời điểm|đến hết|đến|đến cuối|tới)"
    r"\s*(?:thời điểm|hết|cuối|giữa|đầu)*\s*(?:ngày\s*)?$"
)
_GOVERNING = re.compile(
    r"(?:^|[,;:.(\n]|trong|đến|hết|riêng|lũy kế|tại|vào|giữa|cuối|đầu|tính|suốt)\s*"
    r"(?:hết\s+|giữa\s+|cuối\s+|đầu\s+|kỳ\s+)*$"
)
# A period inside the name of a plan or an event, or of an act.
_NAMED = re.compile(
    r"(?:kế hoạch|chương trình|đề án|chiến lược|quy hoạch|dự toán|chủ đề|cuộc thi|hội nghị|hội thi"
    r"|báo cáo|festival|liên hoan|tháng cao điểm)[^,;:.(\n]{0,90}$"
)
_CITED = re.compile(
    r"(?:luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|kết luận)"
    r"[^,;:.(\n]{0,90}$"
)
_NOW = re.compile(r"đến nay|hiện nay|hiện có|đến thời điểm hiện nay|đến thời điểm báo cáo|hiện tại")
_THE_PERIOD = "trong kỳ"
_YEAR_TO_DATE = re.compile(r"từ đầu năm(?! \d)")
_GOES_ON = re.compile(r"\s*(?:như vậy|trong đó|theo đó|cụ thể|so với|trong số|gồm|bao gồm)")


class Words(NamedTuple):
    """Where a figure stands: its sentence's start, its own words, the number and unit."""

    sentence: int
    left: int
    start: int
    end: int
    right: int


_LOOKS_BACK = 60  # times that a sentence looks back over for one that still holds


class Timeline:
    """All times of a document, in order, and what governs each place in it."""

    __slots__ = (
        "_force",
        "_inherited",
        "_layout",
        "_outline",
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
        self._force: dict[int, Force] = {}
        self._inherited: dict[int, str | None] = {}
        self._used: set[int] = set()
        self.default = self._reported(context)

    def period(self, words: Words, before: str | None) -> tuple[str | None, bool]:
        """The period of a figure in a sentence with times, and whether it carries over.

        `before` is the one carried over from earlier in the sentence.
        """
        if compared := self._compared(words):
            return compared, False
        if own := self._own(words):
            return own.value, own.lasts
        if after := self._after(words):
            return after, False
        if planned := self.planned(words.sentence):
            return planned, True
        if earlier := self._before(words):
            return earlier.value, earlier.lasts
        return before or self.passage(words.sentence), True

    def names_any(self, start: int, end: int) -> bool:
        """Whether any time stands in a stretch."""
        i = bisect_left(self._starts, start)
        return i < len(self._starts) and self._starts[i] < end

    def around(self, start: int, end: int) -> str | None:
        """The period of a table introduced in [start, end): of its caption, else of the passage."""
        return self.within(start, end) or self.passage(self._layout.sentence(start)[0])

    def within(self, start: int, end: int) -> str | None:
        """The last time in a stretch that may be what figures speak of."""
        first = bisect_left(self._starts, start)
        for i in range(bisect_left(self._starts, end, first) - 1, first - 1, -1):
            if self._force_of(i) != "none":
                return self.times[i].value
        return None

    def _reported(self, context: Context) -> str | None:
        """The period reported on; where only the day of writing tells it, the year written about."""
        period, day = context.period, context.date
        if period is None or day is None or period != day[:4]:
            return period
        years = Counter(
            time.value[:4]
            for i, time in enumerate(self.times)
            if time.kind == "period" and self._force_of(i) != "none"
        )
        last = str(int(period) - 1)
        return last if years[last] > years[period] else period

    def planned(self, sentence: int) -> str | None:
        """The period of plans, where their heading names it."""
        if not self._outline.planning_at(sentence):
            return None
        named = self._outline.period_at(sentence)
        if named is None and self.default and len(self.default) > 4:
            return self.default[:4]  # what is planned is not for the quarter that is over
        return named

    def _compared(self, words: Words) -> str | None:
        """'so với năm 2022 (84,37%)': the figure of the base, in a bracket behind it."""
        i = bisect_right(self._starts, words.start) - 1
        if i < 0 or self._text[self.times[i].end : words.start] not in (" (", " (đạt "):
            return None
        return self.times[i].value if self._is_base(self.times[i]) else None

    def _own(self, words: Words) -> Time | None:
        """A time that governs among the figure's own words before it."""
        i = bisect_right(self._starts, words.start) - 1
        if i >= 0 and self.times[i].start >= words.left and self._force_of(i) == "governs":
            return None if i in self._used else self.times[i]
        return None

    def _to_date(self) -> str | None:
        """'lũy kế từ đầu năm': from January to the end of the reported month or quarter."""
        if not self.default:
            return None
        year, part = self.default[:4], self.default[5:]
        if part.startswith("Q"):
            return f"{year}-01/{year}-{3 * int(part[1]):02d}"
        return f"{year}-01/{year}-{part}" if len(part) == 2 else self.default

    def _after(self, words: Words) -> str | None:
        """A period among the words after the figure: '96 biên chế năm 2022'."""
        i = bisect_left(self._starts, words.end)
        if i < len(self.times) and self.times[i].start < words.right:
            time, force = self.times[i], self._force_of(i)
            planned = force == "governs" and self.planned(words.sentence)
            if time.kind == "period" and force != "none" and not planned:
                self._used.add(i)
                return time.value
        return None

    def _before(self, words: Words) -> Time | None:
        """The nearest time that governs; one in a name only among the figure's own words."""
        i = bisect_right(self._starts, words.start) - 1
        while i >= 0 and self.times[i].start >= words.sentence:
            time, force = self.times[i], self._force_of(i)
            if i in self._used:
                force = "none"  # said of an earlier figure alone: '96 biên chế năm 2022'
            if force == "governs" and (
                (time.lasts and not self._outline.planning_at(words.sentence))
                or self._text.find(";", time.end, words.start) < 0
            ):
                return time
            if force == "names" and time.start >= words.left:
                return time
            i -= 1
        return None

    def passage(self, sentence: int) -> str | None:
        """The period of a sentence that names none."""
        if sentence not in self._inherited:
            self._inherited[sentence] = self.planned(sentence) or self._of_passage(sentence)
        return self._inherited[sentence]

    def _of_passage(self, sentence: int) -> str | None:
        """What an earlier sentence of the paragraph, a lead-in or a heading sets."""
        low = self._text[sentence : self._layout.sentence(sentence)[1]].lower()
        section = self._outline.period_at(sentence)
        if _NOW.search(low):
            return section or self.default
        if _YEAR_TO_DATE.search(low):
            return self._to_date()
        if _THE_PERIOD in low:
            return section or self._last_interval(sentence) or self.default
        goes_on = _GOES_ON.match(low) is not None
        return self._of_paragraph(sentence, goes_on) or section or self.default

    def _of_paragraph(self, sentence: int, goes_on: bool) -> str | None:
        paragraph = self._layout.paragraph_start(sentence)
        last = bisect_left(self._starts, sentence) - 1
        for i in range(last, max(last - _LOOKS_BACK, -1), -1):
            if self.times[i].start < paragraph:
                break
            carries = goes_on or (self.times[i].lasts and not self._is_point(i))
            if carries and self._force_of(i) == "governs":
                return self.times[i].value
        return None

    def _is_point(self, i: int) -> bool:
        """Said of one moment ('đến giữa tháng 12-2023'): it does not carry over to what follows."""
        time = self.times[i]
        return (
            time.kind != "interval"
            and len(time.value) > 4
            and (_COUNTED_UP.search(self._before_time(time, 40)) is not None)
        )

    def _last_interval(self, position: int) -> str | None:
        """The interval that 'trong kỳ' speaks of."""
        for i in range(bisect_left(self._starts, position) - 1, -1, -1):
            if self.times[i].kind == "interval" and self.times[i].lasts:
                return self.times[i].value
        return None

    def _force_of(self, i: int) -> Force:
        if i not in self._force:
            self._force[i] = self._judge(self.times[i])
        return self._force[i]

    def _is_base(self, time: Time) -> bool:
        return _BASE.search(self._before_time(time, 40)) is not None

    def _before_time(self, time: Time, reach: int) -> str:
        return self._text[max(time.start - reach, 0) : time.start].lower()

    def _judge(self, time: Time) -> Force:
        before = self._before_time(time, 100)
        if time.kind == "interval":
            return "governs"
        if self._is_base(time):
            return "none"
        if time.kind == "day":
            return "governs" if _COUNTED_UP.search(before) else "none"
        if time.value[4:5] == "/":
            return "none"
        cited, named = _CITED.search(before), _NAMED.search(before)
        if cited and not (named and named.start() > cited.start()):
            return "none"
        if named:
            return "names"
        return "governs" if _GOVERNING.search(before) else "names"
