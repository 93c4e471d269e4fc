"""The language: folding, numbers and the calendar, without any knowledge of administration."""

from .calendar import iso_day, quarter_number, small_number
from .folding import fold, modern_tones, strip_tones, without_tones
from .initials import initials
from .letters import LOWER, UPPER

__all__ = [
    "LOWER",
    "UPPER",
    "fold",
    "initials",
    "iso_day",
    "modern_tones",
    "quarter_number",
    "small_number",
    "strip_tones",
    "without_tones",
]
