"""The headings and list marks of a document: what they say of the lines below them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from ...reading import Layout
from . import words
from .times import Time

# What opens a numbered or marked line, from the outermost level in; the group that matches tells
# the level.
_MARKED = re.compile(
    r"[ \t_#]*+(?:\*{2,}[ \t]*+)?(?:"
    r"(PHẦN\b|Phần (?:thứ|[IVX1-9])|CHƯƠNG\b|PHỤ LỤC\b)"
    r"|([IVX]{1,5}[.)/]|[A-Z][.)][ ])"
    r"|(\d{1,2}[.)](?!\d))"
    r"|(\d{1,2}\.\d{1,2}[.)]?(?![\d,%]))"
    r"|(\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?(?!\d))"
    r"|([a-zđ]\))"
    r"|(\*)"
    r"|([-–][ ])"
    r"|(\+[ ])"
    r")"
)
_PLANNING = re.compile(words.PLANNING_HEADING)
_RESULTS = re.compile(r"kết quả|tình hình|đánh giá|thực hiện mục tiêu|tồn tại|hạn chế")
_SENTENCE_END = re.compile(r"[.!?]\s")
_OPENS_LINE = re.compile(r"(?:[Tt]rong|[Tt]ừ đầu|[Đđ]ến|[Tt]ính đến|[Hh]ết|\s)*")
_ORDER = "yêu cầu"
_ORDERED = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Chủ tịch|Giám đốc|Bộ trưởng|Thủ tướng|Ban Thường vụ|Thường trực|Sở|Bộ|Cục)"
    r"[^.;:\n]{0,80}yêu cầu[^.;:\n]{0,100}:\s*$"
)
_LEVEL_OF_ITEMS = 6  # 'a)' and what lies deeper
_ORDER_LEVEL = 2  # below a Roman numeral, above '1.'
_LONGEST_HEADING = 220


_LONGEST_LEAD_IN = 1000  # characters from a time to the colon that ends its paragraph


def _line_end(text: str, position: int, reach: int | None = None) -> int:
    """Where the line ends, looked for no further than `reach`."""
    limit = len(text) if reach is None else min(position + reach, len(text))
    end = text.find("\n", position, limit)
    return limit if end < 0 else end


def _orders(text: str) -> list[int]:
    """Where paragraphs stand that order what follows: 'Chủ tịch UBND tỉnh yêu cầu:'."""
    found: list[int] = []
    at = text.find(_ORDER)
    while at >= 0:
        end = _line_end(text, at)
        line = text.rfind("\n", 0, at) + 1
        if _ORDERED.search(text, line, end) and not _MARKED.match(text, line):
            found.append(line)
        at = text.find(_ORDER, end)
    return found


class _Section(Struct, frozen=True):
    """What holds from a marked line on, until one of the same or an outer level."""

    start: int
    planning: bool
    period: str | None


_NOTHING = _Section(0, False, None)


class Outline:
    """Answers, for a place in the text: are these plans, and which period does the passage name?"""

    __slots__ = ("_sections", "_starts", "_text", "_time_starts", "_times")

    def __init__(self, layout: Layout, times: Sequence[Time]) -> None:
        self._text = layout.body
        self._times = times
        self._time_starts = [time.start for time in times]
        self._sections = self._marked_sections(layout.lines)
        self._add_lead_ins()
        self._starts = [section.start for section in self._sections]

    def _marked_sections(self, lines: Sequence[tuple[int, int]]) -> list[_Section]:
        """A section from each marked line on, its plans and period taken from those around it."""
        text = self._text
        sections: list[_Section] = []
        open_levels: list[tuple[int, _Section]] = []
        orders = _orders(text)
        for start, end in lines:
            marked = _MARKED.match(text, start)
            if not marked:
                continue
            level = marked.lastindex or 0
            while orders and orders[0] < start:
                order = _Section(orders.pop(0), True, None)
                open_levels = [entry for entry in open_levels if entry[0] < _ORDER_LEVEL]
                open_levels.append((_ORDER_LEVEL, order))
            while open_levels and open_levels[-1][0] >= level:
                open_levels.pop()
            around = open_levels[-1][1] if open_levels else _NOTHING
            section = self._section(marked, end, level, around)
            open_levels.append((level, section))
            sections.append(section)
        return sections

    def _section(self, marked: re.Match[str], end: int, level: int, around: _Section) -> _Section:
        start = marked.start()
        heading = end - start < _LONGEST_HEADING and self._text[end - 1] not in ".;"
        planning = around.planning
        if heading and level < _LEVEL_OF_ITEMS:
            low = self._text[marked.end() : end].lower()
            if _PLANNING.search(low):
                planning = not _RESULTS.search(low)
            elif level <= _ORDER_LEVEL:
                planning = False
        period = self._period_in(start, end, heading and planning)
        return _Section(start, planning, period or around.period)

    def _period_in(self, start: int, end: int, heading: bool) -> str | None:
        """An interval of days named in a marked line, or the period of a heading of plans."""
        first = bisect_left(self._time_starts, start)
        for time in self._times[first : bisect_left(self._time_starts, end, first)]:
            if (time.kind == "interval" and time.lasts) or (heading and time.kind == "period"):
                return time.value
        return None

    def _add_lead_ins(self) -> None:
        """An interval in a paragraph that ends with ':' holds until the next marked line."""
        text = self._text
        for time in self._times:
            if time.kind == "day" or not time.lasts:
                continue
            end = _line_end(text, time.start, _LONGEST_LEAD_IN)
            if text[end - 1 : end] != ":":
                continue
            start = text.rfind("\n", max(time.start - _LONGEST_LEAD_IN, 0), time.start) + 1
            if (
                not _SENTENCE_END.search(text, time.end, end)
                and not _MARKED.match(text, start)
                and (time.kind == "interval" or _OPENS_LINE.fullmatch(text, start, time.start))
            ):
                i = bisect_right([s.start for s in self._sections], start)
                planning = self._sections[i - 1].planning if i else False
                self._sections.insert(i, _Section(start, planning, time.value))

    def _at(self, position: int) -> _Section | None:
        i = bisect_right(self._starts, position) - 1
        return self._sections[i] if i >= 0 else None

    def planning_at(self, position: int) -> bool:
        """Whether a place lies below a heading of plans."""
        section = self._at(position)
        return section is not None and section.planning

    def period_at(self, position: int) -> str | None:
        """The interval or period that a heading or lead-in above a place sets, if any."""
        section = self._at(position)
        return section.period if section else None
