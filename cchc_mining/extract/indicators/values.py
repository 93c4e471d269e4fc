"""Values that the figures beside decide: the unit of a range, the meaning of dot and comma."""

from __future__ import annotations

from itertools import pairwise

from ...vietnamese.numbers import Value, closest
from .model import Figure, Sentence

_RANGE = frozenset(("-", "–", "đến", "tới", "và", "hoặc", "/", ","))
_DASHES = frozenset(("-", "–"))  # '12 - 15 học viên'
# 'giảm từ 73 xuống còn 67 đơn vị'
_COURSE = frozenset(("xuống", "xuống còn", "còn", "lên", "lên tới", "lên đến", "lên thành", "thành", "giảm còn",
                     "giảm xuống còn", "tăng lên"))  # fmt: skip
_LONGEST_COURSE = 18
_OF_RANGES = ("percent", "measure", "count")
_SWITCHED = 0.7  # confidence of a value read against the convention


def share_unit(sentence: Sentence) -> None:
    """'50 - 80%', 'từ 70 đến 80 %': the first figure of a range has the unit of the second."""
    figures = sentence.figures
    dealt_out = sentence.low.find(" lần lượt ")
    for first, second in reversed([*pairwise(figures)]):
        if first.unit is not None or second.kind not in _OF_RANGES:
            continue
        in_turn = 0 <= dealt_out < first.a  # 'lần lượt là 734, 129 và 56 hồ sơ'
        dashed = sentence.low[first.b : second.a].strip() in _DASHES
        if second.kind == "count" and not (in_turn or dashed) and first.before[-1:] != ["từ"]:
            continue  # '26 và 11 hồ sơ' count apart; 'từ 6.500 đến 7.000 đảng viên' do not
        if _joins(sentence.low, first, second):
            first.kind, first.unit = second.kind, second.unit
            if not first.noun:
                first.noun, first.noun_start = second.noun, second.noun_start
            if first.role == "change":  # 'tăng 15 - 20%'
                second.role, second.sign = first.role, first.sign
            first.role, first.sign = second.role, second.sign


def _joins(low: str, first: Figure, second: Figure) -> bool:
    """Whether two figures are the ends of a range, or of a course: 'từ 73 xuống còn 67 đơn vị'."""
    if second.a - first.b > _LONGEST_COURSE:
        return False
    gap = low[first.b : second.a].strip()
    return gap in _RANGE or (gap in _COURSE and first.before[-1:] == ["từ"])


def settle_values(figures: list[Figure]) -> None:
    """Decide ambiguous separators: '1,500 hồ sơ' are many, '42.269 điểm' beside '42,407' few."""
    for figure in figures:
        if figure.reading.other is None or figure.denominator is not None:
            continue
        chosen = _choice(figure, figure.reading.other, figures)
        if chosen != figure.value:
            figure.value = chosen
            figure.confidence = min(figure.confidence, _SWITCHED)


def _choice(figure: Figure, other: Value, figures: list[Figure]) -> Value:
    value = figure.value
    if figure.kind == "percent" or figure.unit == "điểm":
        return other if value > 1000 and other <= 1000 else value
    counted = figure.unit and any(f.kind == "count" and f.unit == figure.unit for f in figures)
    if (
        figure.kind == "count" or counted
    ):  # 'giải quyết 182.947 hồ sơ, đúng hạn 182.401, quá hạn 546'
        scaled = (figure.unit or "").startswith(("nghìn", "triệu", "tỷ", "trăm"))
        return other if isinstance(value, float) and not scaled else value
    beside = [f.value for f in figures if f.reading.other is None and f.unit == figure.unit]
    return closest(figure.reading, beside)
