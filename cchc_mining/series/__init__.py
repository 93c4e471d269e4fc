"""Figures of canonical indicators put side by side: periods and agencies, broken where they break.

Pure functions over measurements handed in by value.  Nothing is averaged and nothing is joined
silently: where figures compete for one place, the leading one stands there with all the others
behind it, and a series that crosses a change of territory or agency says so.
"""

from .breaks import Break
from .cells import Cell
from .comparison import Comparison, Point, Series, compare
from .naming import IndicatorUse, agencies_called, find_indicator, indicator_named, uses_of
from .periods import describe, sort_key, step_in_words
from .wide import WideFigures, WideRow, widen

__all__ = [
    "Break",
    "Cell",
    "Comparison",
    "IndicatorUse",
    "Point",
    "Series",
    "WideFigures",
    "WideRow",
    "agencies_called",
    "compare",
    "describe",
    "find_indicator",
    "indicator_named",
    "sort_key",
    "step_in_words",
    "uses_of",
    "widen",
]
