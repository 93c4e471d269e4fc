"""How exact a figure is: 'hơn', 'gần', 'khoảng', 'tối thiểu', 'từ ... trở lên'."""

from __future__ import annotations

import re

from ...records import Approx
from . import words
from .model import Figure, Sentence

_TAILS = ("khoảng", "là", "cả", "đến", "tới")
_MEANING: dict[str, Approx] = dict(words.COMPARATORS)
_COMPARATOR = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(sorted(map(re.escape, _MEANING), key=len, reverse=True))})"
    rf"(?P<tail>\s+(?:{'|'.join(_TAILS)}))?\s*$"
)
_ENDS = frozenset((*(word.split()[-1] for word in _MEANING), *_TAILS))
_SCALES = ("nghìn ", "triệu ", "tỷ ")  # 'trên 3,2 triệu chiếc'
_AND_MORE = re.compile(r"(?:\s\w+)?\s+trở (?P<way>lên|xuống)")
# 'từ 50% hồ sơ trở lên'; not '100% cán bộ có trình độ đại học trở lên'
_SHARE_AND_MORE = re.compile(r"(?:(?! trình độ| có )[^.;()]){0,40}?\strở (?P<way>lên|xuống)")
# 'từ 70% doanh nghiệp có tổ chức công đoàn trở lên'
_FROM_SHARE = re.compile(r"(?:(?! trình độ)[^.;()]){0,60}?\strở (?P<way>lên|xuống)")
# 'cao hơn 5%' compares two figures; 'nêu trên' points back.
_COMPARED = ("cao", "thấp", "nhiều", "ít", "nêu", "như", "lớn", "nhỏ", "ở", "nói")


def read_comparator(sentence: Sentence, figure: Figure) -> None:
    """Set `approx`, and end the figure's lead in front of the comparator."""
    low, a = sentence.low, figure.a
    if figure.last in _ENDS:
        match = _COMPARATOR.search(low, max(a - 24, 0), a)
        if match and _applies(low, figure, match):
            figure.approx = _MEANING[match["word"]]
            figure.lead_end = match.start()
            return
    end = figure.noun_end
    if low.find(" trở ", end, end + 68) < 0:
        return
    pattern = _SHARE_AND_MORE if figure.kind == "percent" else _AND_MORE
    if figure.kind == "percent" and figure.before[-1:] == ["từ"]:
        pattern = _FROM_SHARE
    if more := pattern.match(low, end):
        figure.approx = ">=" if more["way"] == "lên" else "<="


def _applies(low: str, figure: Figure, match: re.Match[str]) -> bool:
    word = match["word"]
    if (match["tail"] or "").strip() == "là" and word not in ("tối thiểu", "tối đa"):
        return False  # 'nhiều nhất là 50%' is what was found
    if word not in ("hơn", "trên"):
        return True
    if low[: match.start()].rstrip().endswith(_COMPARED):
        return False
    return word == "hơn" or figure.kind in ("percent", "measure") or _exceeds(low, figure)


def _exceeds(low: str, figure: Figure) -> bool:
    """Whether 'trên' before a count is 'more than', not a place ('trên 06 lĩnh vực')."""
    noun = figure.noun or figure.unit or ""
    padded = low[figure.a] == "0"
    many = figure.reading.value >= 10 or (figure.unit or "").startswith(_SCALES)
    return many and not padded and not noun.startswith(words.PLACES)
