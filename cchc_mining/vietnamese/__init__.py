"""The language: folding, numbers and the calendar, without any knowledge of administration."""

from .alternation import alternation
from .calendar import iso_day, quarter_number, small_number
from .folding import fold, modern_tones, strip_tones, without_tones
from .initials import initials
from .letters import LOWER, UPPER
from .slugs import NOT_IN_SLUG, slug

__all__ = [
    "LOWER",
    "NOT_IN_SLUG",
    "UPPER",
    "alternation",
    "fold",
    "initials",
    "iso_day",
    "modern_tones",
    "quarter_number",
    "slug",
    "small_number",
    "strip_tones",
    "without_tones",
]
