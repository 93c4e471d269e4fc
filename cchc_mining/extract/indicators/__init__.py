"""Figures: what a text counts and measures, in prose and in tables.

The steps of prose, each a module: numerals (runs of digits), units (what stands after them),
refusals (what is no figure), comparators and roles, phrases (which words belong to which figure),
lists ('lần lượt là'), trees ('trong đó'), labels from leads and phrasing, timeline over times,
their bearing and the outline (periods), owners over reporters, actors, beside, land, places and topics
(agencies), values (ambiguous separators), canonical with classifier, wording and added (which
indicator it is).  Tables: cells, grids.  `model` holds the drafts handed on, `words` and `nouns` the
vocabulary.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from ...reading import Context, Grid, Layout, View
from ...records import AgencyMention, DateMention, Indicator, Period
from .canonical import canonical_indicator
from .cells import text_cells
from .comparators import read_comparator
from .grids import GridReader
from .labels import share_labels, told_labels, write_label
from .lists import distribute
from .model import Figure, Name, Numeral, Sentence
from .numerals import find_numerals
from .outline import Outline
from .owners import Owners
from .phrases import divide
from .places import find_places
from .refusals import numbers_item, refusal
from .reporters import read_reporter
from .roles import (
    ends_range,
    find_plans,
    is_of_year,
    is_plan_in_bracket,
    plan_of_year,
    read_change,
    read_share,
    read_target,
)
from .taken import Taken
from .timeline import Timeline, Told, Words
from .times import find_times, is_before, year_of
from .topics import Topics
from .trees import find_parents
from .units import inherit_unit, read_rank, read_unit
from .values import settle_values, share_unit

__all__ = ["find_indicators"]

Spans = Sequence[tuple[int, int]]

# What each year of a plan is to bring.
_YEARLY = tuple(
    f"{lead}{each}"
    for lead in ("", " ")
    for each in ("hằng năm", "hàng năm", "mỗi năm", "bình quân hằng năm")
)
_AMONG = re.compile(
    r"(?: (?:trong|trên)(?: tổng)?(?: số)? \d+)?(?: (?!tăng|giảm|tụt|so)[^\W\d]+,?){0,8}? năm (?=(?:19|20)\d\d)"
)
_SETS_PLAN = re.compile(r"phấn đấu|chỉ tiêu|dự toán")
# '..., xếp thứ 33/63' right behind the score; '; nữ chiếm 52,3%'
_RANKED_TOO = re.compile(r",? (?:và )?(?:xếp|đứng)(?: ở)?(?: vị)?(?: thứ| hạng| vị trí)* ")
_MADE_UP_OF = re.compile(r"[;,] [^\d,;:.()]{1,30} chiếm (?:tỷ lệ |khoảng |gần |trên |hơn )?")
# '(tăng 02 cơ quan so với năm 2018, khi đó kiểm tra 10 cơ quan)'
_THEN = re.compile(r"(?<!\w)(?:khi|lúc|năm|thời điểm) đó(?!\w)")
_SCORED = ("điểm", "thứ bậc")  # what an index tells
_START = re.compile(r"(?<!\w)từ(?: tổng số| con số)? $")
# 'Vụ Đông Xuân' is a crop season, no division of a ministry.
_SEASONS = ("Vụ Đông", "Vụ Xuân", "Vụ Hè", "Vụ Thu", "Vụ Mùa")
# Marks of print that stand in the way of words: '*chỉ số*', '$6.183/6.688 = 92,44\%$'.
_PRINT_MARKS = "*$\\"


def find_indicators(
    view: View,
    layout: Layout,
    context: Context,
    *,
    taken: Spans,
    dates: Sequence[DateMention],
    periods: Sequence[Period],
    agencies: Sequence[AgencyMention],
    tables: Sequence[Grid] = (),
) -> list[Indicator]:
    """All figures of a text, sorted by start; offsets are the view's.

    `taken` are the sorted spans that hold no figures: citations, dates, periods, footnote marks.
    `dates`, `periods` and `agencies` are sorted by start.  `parent` names figures by the id that
    the record gives them, 'i' and their start in the source.
    """
    spans = Taken(taken)
    times = find_times(
        view.text,
        [day for day in dates if not spans.holds_more(day)],
        [period for period in periods if not spans.holds_more(period)],
        context.year,
        context.period,
    )
    outline = Outline(layout, times, context.is_plan, context.year)
    timeline = Timeline(view, layout, context, times, outline)
    topics = Topics(layout, outline, agencies)
    reporter = read_reporter(context, agencies, view.text)
    owners = Owners(view.text, context, reporter, topics)
    prose = _ProseReader(view, layout, context, agencies, timeline, outline, topics, spans, owners)
    found = list(prose.read(tables))
    if tables:
        grids = GridReader(view, context, reporter.owner, timeline, topics, agencies, taken)
        for grid in tables:
            found += grids.read(grid)
        found.sort(key=lambda indicator: indicator.start)
    return found


class _ProseReader:
    """What all sentences of one document share."""

    def __init__(
        self,
        view: View,
        layout: Layout,
        context: Context,
        agencies: Sequence[AgencyMention],
        timeline: Timeline,
        outline: Outline,
        topics: Topics,
        taken: Taken,
        owners: Owners,
    ) -> None:
        self._view = view
        self._layout = layout
        self._context = context
        self._agencies = agencies
        self._agency_starts = [mention.start for mention in agencies]
        self._timeline = timeline
        self._outline = outline
        self._topics = topics
        self._taken = taken
        self._owners = owners
        self._told: dict[str, str] = {}  # labels of the last rate and score, by their unit
        self._told_end = 0  # where the sentence ends that told them
        self._print_marks = [mark for mark in _PRINT_MARKS if mark in view.text]

    def read(self, tables: Sequence[Grid]) -> Iterator[Indicator]:
        """The figures outside tables, and those in cells of words."""
        cells = [(cell.start, cell.end) for grid in tables for cell in text_cells(grid)]
        closed = sorted([*self._taken.spans, *_outside(tables, cells)])
        numerals = find_numerals(self._view.text, closed)
        text = self._view.text
        for (start, end), group in groupby(numerals, self._stretch_at(cells)):
            # the only number of many headings is that of the item
            counting = [n for n in group if not numbers_item(text, start, n.start, n.end)]
            if not counting:
                continue
            sentence = self._sentence(start, end)
            _read_figures(sentence, counting)
            if sentence.figures:
                self._complete(sentence)
                yield from (self._indicator(sentence, figure) for figure in sentence.figures)

    def _stretch_at(self, cells: Sequence[tuple[int, int]]) -> Callable[[Numeral], tuple[int, int]]:
        """A function from numerals, in their order, to the stretch to read each in: sentence or cell."""
        starts = [start for start, _ in cells]
        # a footnote may stand between two halves of a sentence
        borders = sorted([*starts, *(note.start for note in self._layout.footnotes)])
        borders.append(len(self._view.text))
        last, until = (0, 0), 0

        def stretch(numeral: Numeral) -> tuple[int, int]:
            nonlocal last, until
            position = numeral.start
            if position >= until:
                i = bisect_right(starts, position) - 1
                in_cell = i >= 0 and position < cells[i][1]
                last = cells[i] if in_cell else self._layout.sentence(position)
                until = min(last[1], borders[bisect_right(borders, position)])
            return last

        return stretch

    def _sentence(self, start: int, end: int) -> Sentence:
        text = self._layout.flow_at(start)[start:end]
        for mark in self._print_marks:
            text = text.replace(mark, " ")
        sentence = Sentence(start, end, text)
        first = bisect_left(self._agency_starts, start)
        last = bisect_left(self._agency_starts, end, first)
        if last > first:
            sentence.names = [
                Name(
                    sentence.offset(m.start),
                    sentence.offset(m.end - 1) + 1,
                    m,
                    self._taken.holds_more(m),
                )
                for m in self._agencies[first:last]
                if not m.text.startswith(_SEASONS)
            ]
        return sentence

    def _complete(self, sentence: Sentence) -> None:
        """Everything that needs all figures of the sentence to be known."""
        figures = sentence.figures
        told_end = self._told_end
        if told_end <= sentence.start and self._view.text.find("\n", told_end, sentence.start) < 0:
            sentence.told = self._told
        divide(sentence)
        distribute(sentence, self._view.text)
        find_parents(sentence)
        planning = self._outline.planning_at(sentence.start)
        plans = find_plans(sentence)
        places = find_places(sentence, self._context)
        has_times = self._timeline.names_any(sentence.start, sentence.end)
        previous: Figure | None = None
        carried: str | None = None
        for index, figure in enumerate(figures):
            before = figures[:index]
            if figure.kind == "percent":
                read_share(sentence, figure, before)
            read_target(sentence, figure, previous, planning, plans)
            inherit_unit(sentence, figure, before)
            write_label(sentence, figure, before)
            figure.agency = self._owners.owner(sentence, figure, previous, places)
            limit = figures[index + 1].a if index + 1 < len(figures) else len(sentence.text)
            told = self._period(sentence, figure, previous, carried, has_times, limit)
            figure.period, figure.in_aside = told.value, told.aside
            carried = told.value if told.carries else carried
            if planning:
                self._look_back(sentence, figure)
                self._of_term(sentence, figure)
            previous = figure
        share_labels(sentence)
        self._told = told_labels(sentence)
        self._told_end = sentence.end
        settle_values(figures)
        self._topics.remember(sentence, *self._owners.left_with(figures))

    def _period(
        self,
        sentence: Sentence,
        figure: Figure,
        previous: Figure | None,
        carried: str | None,
        has_times: bool,
        limit: int,
    ) -> Told:
        """The period of a figure."""
        base = figure.base
        if base is not None and (
            figure.role == "share"
            or (figure.role == "change" and not base.in_aside and not _is_start(sentence, base))
        ):
            return Told(base.period, False, base.in_aside)
        if previous is not None and self._tells_the_same(sentence, figure, previous):
            return Told(previous.period, False, previous.in_aside)
        if "đó" in sentence.low and _THEN.search(sentence.low, figure.lead_start, figure.a):
            then = self._timeline.last_named(sentence.start, sentence.place(figure.a))
            if then:
                return Told(then, False, True)
        if is_plan_in_bracket(sentence, figure):
            whole = carried or self._timeline.passage(sentence.start)
            return Told(whole and year_of(whole) if is_of_year(sentence, figure) else whole, False)
        if (
            figure.role == "target"
            and previous is not None
            and ends_range(sentence, previous, figure)
        ):
            return Told(previous.period, False, previous.in_aside)
        if figure.role == "target" and (plan := plan_of_year(sentence, figure)):
            whole = plan["year"] or carried or self._timeline.passage(sentence.start)
            return Told(whole and year_of(whole), False)
        parent, place = figure.parent, sentence.place
        if parent is not None and previous is not None:
            # 'trong đó ...': of the same day as the whole, unless another time stands before it
            mark = sentence.low.rfind(";", previous.noun_end, figure.a)
            since = place(max(previous.noun_end, mark))
            if not self._timeline.names_any(since, place(figure.phrase_end)):
                return Told(parent.period, False, parent.in_aside)
        if previous is not None and _turns_from_parts(sentence, figure, previous):
            whole = previous.parent or previous
            own = self._timeline.names_any(place(previous.noun_end), place(limit))
            if not own and whole.period != previous.period:
                self._timeline.close(place(whole.b), place(previous.phrase_end))
                return Told(whole.period, True, whole.in_aside)
        if not has_times:
            return Told(carried or self._timeline.passage(sentence.start), True)
        where = Words(
            sentence.start,
            place(figure.lead_start),
            place(figure.a),
            place(figure.noun_end),
            place(_reach(sentence, figure)),
            place(limit),
            figure.role == "target",
            figure.unit in _SCORED,
            previous.period if previous is not None else None,
        )
        return self._timeline.period(where, carried)

    def _tells_the_same(self, sentence: Sentence, figure: Figure, previous: Figure) -> bool:
        """Whether a figure names no time and says more of what the one before it told: its rank, or
        whom it is made up of ('; nữ chiếm 52,3%')."""
        gap = sentence.low[previous.noun_end : figure.a]
        more = figure.kind == "rank" and _RANKED_TOO.fullmatch(gap)
        parted = figure.kind == "percent" and not previous.in_aside and _MADE_UP_OF.fullmatch(gap)
        if not (more or parted):
            return False
        since, until = sentence.place(previous.noun_end), sentence.place(_reach(sentence, figure))
        return not self._timeline.names_any(since, until)

    def _look_back(self, sentence: Sentence, figure: Figure) -> None:
        """Among plans, a figure of an earlier year is what was reached: '(năm 2022 đạt 84,37%)'."""
        planned = self._timeline.planned(sentence.start)
        if (
            figure.role == "target"
            and planned
            and figure.period
            and is_before(figure.period, planned)
            and not _SETS_PLAN.search(sentence.low, figure.lead_start, figure.a)
        ):
            figure.role = "value"

    def _of_term(self, sentence: Sentence, figure: Figure) -> None:
        """Under 'đến năm 2025' in the plans of a term, what is to happen each year is of the term:
        'tăng trưởng GRDP bình quân 7%/năm'."""
        term = self._outline.at(sentence.start).term
        if term is None or figure.period != term[5:]:
            return
        lead = sentence.low[figure.lead_start : figure.lead_end]
        if (figure.unit or "").endswith("%/năm") or lead.startswith(_YEARLY):
            figure.period = term

    def _indicator(self, sentence: Sentence, figure: Figure) -> Indicator:
        start, end = sentence.place(figure.a), sentence.place(figure.b - 1) + 1
        value = figure.final_value()
        canonical = canonical_indicator(figure.label, figure.unit, figure.role, value)
        return Indicator(
            start=start,
            end=end,
            text=self._view.raw[start:end],
            confidence=figure.confidence,
            value=value,
            unit=figure.unit,
            approx=figure.approx,
            role=figure.role,
            label=figure.label or None,
            indicator_id=canonical.id,
            indicator_confidence=canonical.confidence,
            indicator_value=canonical.value,
            period=figure.period,
            agency=figure.agency,
            parent=self._id(sentence, figure.parent) if figure.parent else None,
        )

    def _id(self, sentence: Sentence, figure: Figure) -> str:
        return f"i{self._view.to_source(sentence.place(figure.a))}"


def _read_figures(sentence: Sentence, numerals: Iterable[Numeral]) -> None:
    """The figures among the numbers of a sentence, with unit, comparator and change."""
    figures = sentence.figures
    refused = -1
    changed: Figure | None = None
    for numeral in numerals:
        figure = sentence.figure(numeral)
        read_unit(sentence, figure)
        read_rank(sentence, figure)
        if refusal(sentence, figure, figures, refused):
            refused = figure.b
            continue
        read_comparator(sentence, figure)
        read_change(sentence, figure, changed)
        if figure.role == "change":
            changed = figure
        figures.append(figure)
    share_unit(sentence)


def _turns_from_parts(sentence: Sentence, figure: Figure, previous: Figure) -> bool:
    """Whether a figure follows the parts of another, told apart by their years: 'trong 5 năm mở 30 lớp,
    trong đó năm 2018 là 12 lớp; kiểm tra 87 cơ quan'."""
    if previous.parent is None or figure.parent is not None:
        return False
    return sentence.low.find(";", previous.noun_end, figure.a) >= 0


def _is_start(sentence: Sentence, base: Figure) -> bool:
    """Whether a base is what there was before the change: 'từ 1.012 đơn vị cuối năm 2017, đã giảm 46'."""
    return _START.search(sentence.low, base.lead_start, base.lead_end) is not None


def _reach(sentence: Sentence, figure: Figure) -> int:
    """Where the words after a figure end; of a rank also those on whom it is among: 'xếp thứ 3
    trong 12 huyện, thành phố |năm 2017|'."""
    if figure.kind != "rank":
        return figure.phrase_end
    among = _AMONG.match(sentence.low, figure.b)
    return among.end() if among else figure.phrase_end


def _outside(tables: Sequence[Grid], cells: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of tables without their cells of words."""
    spans: list[tuple[int, int]] = []
    for grid in tables:
        start = grid.start
        for a, b in cells:
            if grid.start <= a < grid.end:
                spans.append((start, a))
                start = b
        spans.append((start, grid.end))
    return [(a, b) for a, b in spans if a < b]
