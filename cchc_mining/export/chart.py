"""A comparison as a picture (PNG or SVG), drawn with matplotlib.

Lines join only figures that may be compared: none crosses a break.  The same comparison gives the
same bytes with the same matplotlib.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from ..index import QuestionError
from ..series import Comparison, Point, Series, step_in_words
from .columns import Lang
from .side_by_side import shown

MOST_SERIES = 12
"""More lines than these cannot be told apart: those with the most points are drawn."""

_WIDTH = 9.0  # inches
_PLOT_HEIGHT = 4.2
_LINE_HEIGHT = 0.19  # of small print
_MARGIN = 0.75
_TITLE_LINE = 0.27
_LEFT = 0.3 / _WIDTH  # of headings, legend and small print
_WRAP = 146  # letters of small print
_TITLE_WRAP = 72
_LEGEND_WRAP = 52
_MOST_NOTES = 8
_MOST_LABELS = 20  # points that are labelled with their values
_MOST_TICKS = {"half": 7, "nine_months": 7, "quarter": 9}  # their names are long
_MOST_SHORT_TICKS = 14
_DPI = 160
# Colours that most colour-blind people tell apart (Okabe and Ito), and dark ones beside them.
_COLOURS = (
    *("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"),
    *("#000000", "#8B4513", "#5D3A9B", "#7F7F7F", "#A50F15", "#4D7C0F"),
)
_MARKERS = "osD^vPX<>hp*"
_INK, _FAINT, _GRID = "#222222", "#888888", "#E5E5E5"
_RANK = "thứ bậc"
_SIGNS = {">": "> ", "<": "< ", ">=": "≥ ", "<=": "≤ ", "~": "≈ ", "<~": "≈ "}
_WORDS = {
    "vi": {
        "year": "Năm",
        "half": "Nửa năm",
        "nine_months": "9 tháng đầu năm",
        "quarter": "Quý",
        "month": "Tháng",
        "target": "chỉ tiêu đề ra",
        "change": "mức tăng, giảm",
        "share": "tỷ lệ",
        "break": "Đường đứt: {reasons}.",
        "more": "và {count} thay đổi khác",
        "gap": "Nét chấm: qua những kỳ không có số liệu.",
        "disputed": "Dấu rỗng: các văn bản ghi nhiều số khác nhau; hình vẽ số đứng đầu.",
        "unclear": "Dấu mờ: văn bản lập sau thay đổi nói về kỳ trước đó; không rõ tính theo phạm vi nào.",
        "crowd": "Chỉ vẽ {count} trên {all} cơ quan, địa bàn có nhiều số liệu nhất.",
        "sources": "Nguồn: {figures} số liệu trong {documents} văn bản.",
        "rank": "thứ bậc (1 là cao nhất)",
    },
    "en": {
        "year": "Year",
        "half": "Half-year",
        "nine_months": "First nine months",
        "quarter": "Quarter",
        "month": "Month",
        "target": "target",
        "change": "change",
        "share": "share",
        "break": "Dashed line: {reasons}.",
        "more": "and {count} other changes",
        "gap": "Dotted line: over periods without figures.",
        "disputed": "Hollow mark: documents give different numbers; the leading one is drawn.",
        "unclear": "Faint mark: told after a change of a time before it; its scope is not clear.",
        "crowd": "Only the {count} of {all} agencies and territories with the most figures.",
        "sources": "Source: {figures} figures in {documents} documents.",
        "rank": "rank (1 is best)",
    },
}


def write_picture(path: Path, form: str, comparison: Comparison, lang: Lang) -> None:
    """Draw a comparison to a .png or .svg file, as `form` says.

    Raises QuestionError where matplotlib is not installed, or there is nothing to draw.
    """
    if not comparison.series:
        raise QuestionError("nothing-to-draw", name=comparison.name_vi)
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise QuestionError("charts-missing") from error
    settings: dict[str, Any] = {
        "font.family": "DejaVu Sans",  # comes with matplotlib and has every Vietnamese letter
        "svg.hashsalt": "cchc",
        "svg.fonttype": "path",
        "axes.unicode_minus": False,
    }
    with cast(Any, matplotlib).rc_context(settings):
        figure = cast(Any, Figure)()
        _Picture(comparison, lang).draw(figure)
        undated = {"Date": None} if form == ".svg" else {"Software": None}
        figure.savefig(path, format=form[1:], dpi=_DPI, metadata=undated)


class _Picture:
    """One comparison on its way to a figure of matplotlib."""

    def __init__(self, comparison: Comparison, lang: Lang) -> None:
        self._comparison = comparison
        self._lang: Lang = lang
        self._words = _WORDS[lang]
        fullest = sorted(comparison.series, key=lambda s: -len(s.points))[:MOST_SERIES]
        self._series = [series for series in comparison.series if series in fullest]
        self._steps = sorted({p.step for s in self._series for p in s.points})
        self._is_over_time = len(self._steps) > 1  # else bars of one period
        self._names = [textwrap.fill(_capital(s.agency), _LEGEND_WRAP) for s in self._series]

    def draw(self, figure: Any) -> None:
        """Draw everything; the figure grows with its legend and small print."""
        title = textwrap.wrap(self._title(), _TITLE_WRAP)
        notes = [line for note in self._notes() for line in textwrap.wrap(note, _WRAP)]
        # heights from the top down, in inches
        heading = 0.35 + _TITLE_LINE * len(title) + (0.25 if self._subtitle() else 0)
        plot = _PLOT_HEIGHT if self._is_over_time else 0.6 + 0.36 * len(self._series)
        small_print = self._legend_height() + len(notes) * _LINE_HEIGHT + 0.2
        height = heading + plot + _MARGIN + small_print
        figure.set_size_inches(_WIDTH, height)
        left = 0.9 if self._is_over_time else 3.4
        axes = figure.add_axes(
            (
                left / _WIDTH,
                (_MARGIN + small_print) / height,
                (_WIDTH - left - 0.35) / _WIDTH,
                plot / height,
            )
        )
        self._draw_heading(figure, title, height)
        if self._is_over_time:
            self._draw_lines(axes)
            self._draw_legend(figure, axes, (small_print + 0.08) / height)
        else:
            self._draw_bars(axes)
        for i, line in enumerate(reversed(notes)):
            y = (0.15 + i * _LINE_HEIGHT) / height
            figure.text(_LEFT, y, line, fontsize=7.5, color="#555555", va="bottom")

    def _legend_height(self) -> float:
        """The legend has two columns; there is none where one series or one period is shown."""
        if not self._is_over_time or len(self._names) == 1:
            return 0
        rows = (len(self._names) + 1) // 2
        lines = [name.count("\n") + 1 for name in self._names]
        return _LINE_HEIGHT * sum(max(lines[i::rows]) for i in range(rows))

    # -- words

    def _title(self) -> str:
        c = self._comparison
        name = c.name(self._lang)
        role = self._words.get(c.roles[0])
        return f"{name} ({role})" if role else name

    def _subtitle(self) -> str:
        """Whose figures, where there is one series; which period, where there is one."""
        parts = [_capital(self._series[0].agency)] if len(self._series) == 1 else []
        if len(self._steps) == 1:
            parts.append(self._step_name(self._steps[0], whole=True))
        return _capital(", ".join(parts))

    def _step_name(self, number: int, *, whole: bool = False) -> str:
        words = step_in_words(number, self._comparison.by, self._lang)
        if whole and self._comparison.by == "year":
            return f"{self._words['year'].lower()} {words}"
        return words

    def _label(self, point: Point) -> str:
        """A value as it is written at its point; two decimals tell enough there."""
        sign = _SIGNS.get(point.cell.leading.approx or "", "")
        return sign + shown(round(point.value, 2), self._lang)

    def _unit(self) -> str:
        unit = self._comparison.unit
        return self._words["rank"] if unit == _RANK else unit

    def _notes(self) -> Iterator[str]:
        points = [p for s in self._series for p in s.points]
        reasons = dict.fromkeys(b.reason(self._lang) for s in self._series for b in s.breaks)
        if reasons:
            some = list(reasons)[:_MOST_NOTES]
            if more := len(reasons) - len(some):
                some.append(self._words["more"].format(count=more))
            yield self._words["break"].format(reasons="; ".join(some))
        if not all(_follow(*pair) for s in self._series for pair in _joined(s.points)):
            yield self._words["gap"]
        if any(p.cell.is_disputed for p in points):
            yield self._words["disputed"]
        if any(p.unclear for p in points):
            yield self._words["unclear"]
        if (all_ := len(self._comparison.series)) > len(self._series):
            yield self._words["crowd"].format(count=len(self._series), all=all_)
        figures = [m for p in points for m in p.cell.measurements]
        documents = len({m.source for m in figures})
        yield self._words["sources"].format(figures=len(figures), documents=documents)

    # -- strokes

    def _draw_heading(self, figure: Any, title: Sequence[str], height: float) -> None:
        y = height - 0.2
        for line in title:
            figure.text(_LEFT, y / height, line, fontsize=13, weight="bold", color=_INK, va="top")
            y -= _TITLE_LINE
        if subtitle := self._subtitle():
            figure.text(_LEFT, y / height, subtitle, fontsize=10, color="#444444", va="top")

    def _draw_legend(self, figure: Any, axes: Any, top: float) -> None:
        if len(self._names) > 1:
            axes.legend(
                loc="upper left", bbox_to_anchor=(_LEFT, top), bbox_transform=figure.transFigure,
                ncols=2, frameon=False, fontsize=8.5, borderaxespad=0, labelspacing=0.45,
                handlelength=2.6, columnspacing=1.5,
            )  # fmt: skip

    def _draw_lines(self, axes: Any) -> None:
        points = sum(len(s.points) for s in self._series)
        for i, (series, name) in enumerate(zip(self._series, self._names, strict=True)):
            self._draw_series(axes, series, name, i)
            if points <= _MOST_LABELS and len(self._series) <= 2:
                self._label_points(axes, series, self._series[1 - i : 2 - i], i)
        for x in self._break_places():
            axes.axvline(x, color=_FAINT, linestyle=(0, (5, 4)), linewidth=1.1, zorder=1)
        self._dress(axes)
        self._set_ticks(axes)

    def _draw_series(self, axes: Any, series: Series, name: str, i: int) -> None:
        colour, marker = _COLOURS[i], _MARKERS[i]
        for before, point in _joined(series.points):
            axes.plot(
                (before.step, point.step), (before.value, point.value), color=colour, zorder=2,
                linewidth=1.8 if _follow(before, point) else 1.1,
                linestyle="-" if _follow(before, point) else (0, (1, 2)),
            )  # fmt: skip
        for p in series.points:
            axes.plot(
                p.step, p.value, marker=marker, markersize=6.5, markeredgecolor=colour,
                markerfacecolor="white" if p.cell.is_disputed else colour, linestyle="none",
                alpha=0.4 if p.unclear else 1.0, zorder=3, clip_on=False,
            )  # fmt: skip
        axes.plot([], [], color=colour, marker=marker, markersize=6.5, linewidth=1.8, label=name)

    def _label_points(self, axes: Any, series: Series, other: Sequence[Series], i: int) -> None:
        """Write values above, or below where the other series stands above."""
        from matplotlib.patheffects import withStroke

        others = {p.step: p.value for s in other for p in s.points}
        upwards = -1 if self._comparison.unit == _RANK else 1
        for p in series.points:
            above = (p.value - others.get(p.step, p.value)) * upwards >= 0
            axes.annotate(
                self._label(p), (p.step, p.value), xytext=(0, 8 if above else -15),
                textcoords="offset points", ha="center", fontsize=8, color=_COLOURS[i], zorder=4,
                path_effects=[withStroke(linewidth=2.5, foreground="white")],
            )  # fmt: skip

    def _draw_bars(self, axes: Any) -> None:
        upwards = -1 if self._comparison.unit == _RANK else 1
        ordered = sorted(self._series, key=lambda s: -upwards * s.points[0].value)
        values = [s.points[0].value for s in ordered]
        places = list(range(len(values)))
        bars = axes.barh(places, values, height=0.62, color=_COLOURS[0], zorder=2)
        for bar, series in zip(bars, ordered, strict=True):
            if series.points[0].cell.is_disputed:
                bar.set(facecolor="white", edgecolor=_COLOURS[0], linewidth=1.5)
        axes.bar_label(bars, [self._label(s.points[0]) for s in ordered], padding=4, fontsize=8.5)
        self._dress(axes)
        axes.grid(axis="y", visible=False)
        axes.grid(axis="x", color=_GRID, linewidth=0.8)
        axes.set_ylabel("")
        axes.set_xlabel(self._unit(), fontsize=9.5, color=_INK)
        axes.xaxis.set_major_formatter(self._number_format())
        axes.set_yticks(places, [textwrap.fill(_capital(s.agency), 40) for s in ordered])
        axes.set_ylim(len(places) - 0.4, -0.6)
        axes.margins(x=0.12)

    def _dress(self, axes: Any) -> None:
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        for side in ("left", "bottom"):
            axes.spines[side].set_color(_FAINT)
        axes.grid(axis="y", color=_GRID, linewidth=0.8, zorder=0)
        axes.set_axisbelow(True)
        axes.tick_params(colors=_INK, labelsize=8.5)
        axes.set_ylabel(self._unit(), fontsize=9.5, color=_INK)
        axes.set_xlabel(self._words.get(self._comparison.by, ""), fontsize=9.5, color=_INK)
        axes.yaxis.set_major_formatter(self._number_format())
        axes.margins(y=0.12)

    def _set_ticks(self, axes: Any) -> None:
        first, last = self._steps[0], self._steps[-1]
        axes.set_xlim(first - 0.5, last + 0.5)
        most = _MOST_TICKS.get(self._comparison.by, _MOST_SHORT_TICKS)
        every = -(-(last - first + 1) // most)
        ticks = list(range(first, last + 1, every))
        labels = [textwrap.fill(self._step_name(tick), 12) for tick in ticks]
        axes.set_xticks(ticks, labels)
        self._set_limits(axes)

    def _set_limits(self, axes: Any) -> None:
        """No room above 100 % or the first rank, which stands on top."""
        most = max(p.value for s in self._series for p in s.points)
        if self._comparison.unit == _RANK:
            from matplotlib.ticker import MaxNLocator

            axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))
            axes.set_ylim(most + max(1, most * 0.08), 0.2)
        elif self._comparison.unit == "%" and most <= 100:
            low, high = axes.get_ylim()
            axes.set_ylim(max(low, 0), min(high, 100 + (100 - low) * 0.04))

    def _number_format(self) -> Any:
        from matplotlib.ticker import FuncFormatter

        def written(value: float, _position: int | None) -> str:
            return shown(value, self._lang)

        return FuncFormatter(written)

    def _break_places(self) -> list[float]:
        """Where on the axis each day of a break stands: between the points that it parts."""
        days: dict[str, list[tuple[Series, int]]] = {}
        for series in self._series:
            for number, one in enumerate(series.breaks, 1):
                days.setdefault(one.day, []).append((series, number))
        return [self._place(parted) for parted in days.values()]

    def _place(self, parted: Sequence[tuple[Series, int]]) -> float:
        before = [p.step for s, n in parted for p in s.points if p.segment < n]
        after = [p.step for s, n in parted for p in s.points if p.segment >= n]
        if before and after:
            return max(before) + 0.5 if min(after) - max(before) <= 1 else min(after) - 0.5
        return max(before) + 0.5 if before else min(after) - 0.5


def _joined(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Neighbours that a line may join: of one segment, and clear."""
    for before, point in pairwise(points):
        if point.segment == before.segment and not point.unclear and not before.unclear:
            yield before, point


def _follow(before: Point, point: Point) -> bool:
    """Whether no period without a figure lies between two."""
    return point.step - before.step == 1


def _capital(name: str) -> str:
    """A name as it stands at the beginning of a line."""
    return name[:1].upper() + name[1:]
