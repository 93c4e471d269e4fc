"""Which figures of several reports are of one thing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from ...index import ReportedFigure
from ...vietnamese import fold

_SURE = 0.9  # of the canonical indicator
_FEWEST_WORDS = 3
_ROUNDED_OFF = 0.1  # more than rounding to decimals takes off or adds
_WORD = re.compile(r"[^\W_]+")
# Words that labels of one thing have or lack by chance.
_IDLE = frozenset("số tổng lượng đã của các tỉnh toàn được là trên địa bàn".split())
_YEAR = re.compile(r"\d{4}")

# From a figure to that of the year before, which has no name of its own: '1.438 cuộc gọi, cùng kỳ năm 2017
# tiếp nhận 1.353 cuộc gọi'.
_RESTATED = re.compile(
    r"[^,;.()\d]{0,40}[,;(] ?(?:(?:trong khi|còn|con số này(?: của)?) )?(?:cùng kỳ )?(?:của )?"
    r"(?:năm (?:trước|ngoái|\d{4})|cùng kỳ)(?: [^\W\d]+){0,3}:? ?"
)

Key = tuple[str, str]


def named(figure: ReportedFigure) -> ReportedFigure:
    """A figure; one that is set beside that of a year later bears the name of that."""
    beside = figure.beside
    if beside is None or not _restates(beside.figure, figure, beside.words):
        return figure
    known = named(beside.figure)
    return replace(
        figure,
        label=known.label,
        indicator_id=known.indicator_id,
        indicator_confidence=known.indicator_confidence,
    )


def _restates(figure: ReportedFigure, of_before: ReportedFigure, between: str) -> bool:
    return (
        of_before.period == year_before(figure.period)
        and _RESTATED.fullmatch(said(between)) is not None
    )


def said(words: str) -> str:
    """Some words of a report in NFC on one line."""
    return " ".join(unicodedata.normalize("NFC", f"|{words}|").split())[1:-1]


def keys(figure: ReportedFigure) -> Iterable[Key]:
    """By what a figure can be known again in another report: its indicator, its label and unit."""
    unit = fold(figure.unit or "")
    if figure.indicator_id and (figure.indicator_confidence or 0) >= _SURE:
        yield f"indicator {figure.indicator_id}", unit
    words = _words(figure.label or "")
    if len(words) >= _FEWEST_WORDS:
        yield f"label {' '.join(words)}", unit


@lru_cache(maxsize=16384)
def _words(label: str) -> tuple[str, ...]:
    return tuple(sorted(set(_WORD.findall(fold(label))) - _IDLE))


def exact(figure: ReportedFigure) -> Decimal:
    """Its value as a decimal."""
    return Decimal(str(figure.value))


def agree(one: ReportedFigure, other: ReportedFigure) -> bool:
    """Whether two values may be one number, rounded by one of the two or said to be about so much."""
    about = one.approx or other.approx
    if not about and abs(abs(one.value) - abs(other.value)) > _ROUNDED_OFF:
        return False  # of many pairs most; decimals take twenty times as long
    a, b = abs(exact(one)), abs(exact(other))
    if about:
        return abs(a - b) <= max(a, b) / 20
    return a == b or _rounded(a, b) or _rounded(b, a)


def _rounded(fine: Decimal, coarse: Decimal) -> bool:
    exponent = coarse.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0 and round(fine, -exponent) == coarse


def year_before(period: str) -> str | None:
    """The same period of the year before: '2023-Q2' -> '2022-Q2'.

    >>> year_before('2022-12-15/2023-12-14')
    '2021-12-15/2022-12-14'
    """
    years = _YEAR.findall(period)
    if not years:
        return None
    return re.sub(r"(?<!\d)\d{4}", lambda match: str(int(match[0]) - 1), period)
