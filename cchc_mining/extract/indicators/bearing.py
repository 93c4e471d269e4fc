"""How a time bears on the figures around it.

A time governs as 'Năm 2023, ...', 'tính đến ngày ...', 'từ ngày A đến ngày B'; it names as part of
what is measured ('Chỉ số CCHC năm 2022'); in a bracket it stays an aside ('(năm 2018 là 88,1%)').
'so với năm 2021' is a base, 'ngày 30/8/2024' of a meeting an event; neither bears on a figure.
"""

from __future__ import annotations

import re
from typing import Literal

from ...vietnamese import alternation
from . import words
from .times import Time

# 'names': the time is part of what is measured, and holds for the figures of that only.
Bearing = Literal["governs", "names", "aside", "none"]

_BASE = re.compile(
    r"(?:so với|so|sang|\d lần|cùng kỳ|cùng kỳ của|trước|sau|bằng với|hơn|kể từ|(?<!tính )từ)"
    r"\s*(?:cùng kỳ|thời điểm|cuối|đầu|kết quả|kết quả của|trung bình|thời kỳ|số liệu|mức|cả"
    r"|(?:số |ước |kết quả )?thực hiện)*"
    r"\s*(?:của\s*)?(?:ngày\s*)?$"
)
# What it ends in, as few words before a time do.
_BASE_ENDS = tuple(
    "với so sang lần kỳ của trước sau hơn từ điểm cuối đầu quả bình liệu mức cả ngày hiện".split()
)
_COUNTED_UP = re.compile(
    r"(?:tính đến|tính tới|tại thời điểm|đến thời điểm|thời điểm|đến hết|đến|đến cuối|tới)"
    r"\s*(?:thời điểm|hết|cuối|giữa|đầu)*\s*(?:ngày\s*|tháng\s*)?$"
)
_GOVERNING = re.compile(
    r"(?:^|[,;:.(\n]|\n\s*(?:\d{1,2}[-–.)/]|[-–+*])|trong|đến|hết|riêng|lũy kế|luỹ kế|tại|vào|giữa|cuối|đầu"
    r"|tính|suốt|ước|cả|phấn đấu)\s*"
    r"(?:hết\s+|giữa\s+|cuối\s+|đầu\s+|kỳ\s+|cả\s+)*$"
)
# A period inside the name of a plan or an event, or of an act.
_NAMED = re.compile(
    r"kế hoạch|chương trình|đề án|chiến lược|quy hoạch|dự toán|chủ đề|cuộc thi|hội nghị|hội thi"
    r"|báo cáo|festival|liên hoan|tháng cao điểm"
)
_CITED = re.compile(
    r"luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|kết luận"
)
# 'nông thôn đến năm 2030, tầm nhìn đến năm 2045': how far a strategy looks.
_LOOKED_AHEAD = re.compile(r"tầm nhìn (?:đến |tới )?(?:hết )?$")
_LOOKS_AHEAD = re.compile(r",? (?:và )?(?:định hướng|tầm nhìn) (?:đến|tới)? ?năm")
# 'Kết quả đánh giá năm 2023 do Bộ Nội vụ công bố: PAR INDEX đạt ...'
_PUBLISHED = re.compile(r" (?:do|của|được|theo) [^.,;:\n]{0,60}(?<!\w)công bố[¹²³⁴-⁹]{0,2}:|:")
_STOPS = ",;:.(\n"  # nothing before them belongs to the name that a time ends
# 'thu ngân sách của cả giai đoạn 2016 - 2020 đạt 36.420 tỷ đồng'
_OF_YEARS = re.compile(r"(?:của|trong|cả|bình quân|suốt|toàn)\s+$")
_REACHED = re.compile(r" (?:đạt|là|ước|tăng|giảm|có|khoảng|bằng)(?!\w)|: ?\d")
# 'Giai đoạn 2016 - 2020, toàn tỉnh tinh giản ...': several years open a sentence; 'Trong 5 năm 2011 -
# 2015, ...', '..., lũy kế giai đoạn 2016 - 2020 tinh giản ...'
_OPENS_SENTENCE = re.compile(
    r"(?:^|[.;:]\s|\n|[-+*]\s|\d\.\s|\)\s)\s*(?:trong|trong cả|cả|(?:trong )?(?:\d{1,2}|hai|ba|bốn|năm))?\s*$"
    r"|l(?:ũy|uỹ) kế(?: trong| cả)?\s*$"
)
# '..., giai đoạn 2016 - 2020 ban hành 5.600 văn bản'
_OPENS_BESIDE = re.compile(r"(?:,|và)\s*$")
_ACTS = re.compile(
    rf" (?:phấn đấu|(?:đã |sẽ |dự kiến )?{alternation(words.VERBS.split('|'), ' ')})(?!\w)"
)
# 'Chỉ số PCI năm 2010 được VCCI công bố tháng 3/2011: đạt ...': when it was published
_PUBLISHED_IN = re.compile(r"(?<!\w)công bố(?: trong| vào)?\s*$")
_EARLIER_YEAR = re.compile(r"năm (?:19|20)\d\d[^.;]*$")
_SAME_SPAN = re.compile(r"cùng kỳ(?:\s+của)?\s*$")
_SAID_ALONE = ("nhiệm kỳ", "ăm nay")  # times that are told from the reported one
_ASIDE_REACH = 120  # characters in which the bracket around a time is looked for


def before_time(text: str, time: Time, reach: int) -> str:
    """The words before a time, in lower case."""
    return text[max(time.start - reach, 0) : time.start].lower()


def bearing_of(text: str, time: Time) -> Bearing:
    """How a time bears on figures."""
    before = before_time(text, time, 100)
    if time.kind == "interval":
        return "governs"
    if _ends_in_base(before[-40:]) or _LOOKED_AHEAD.search(before[-24:]):
        return "none"
    if opening_bracket(text, time) >= 0:
        return "aside"
    if is_whole_year(text, time) or text.endswith(_SAID_ALONE, 0, time.end):
        return "governs"
    if time.kind == "day":
        return "governs" if _COUNTED_UP.search(before) else "none"
    if time.kind == "years":
        acts = _ACTS.match(text, time.end)
        goes_on = text[time.end : time.end + 1] == "," or acts
        opens = (goes_on and _OPENS_SENTENCE.search(before)) or (
            acts and _OPENS_BESIDE.search(before)
        )
        reached = _REACHED.match(text, time.end)
        of_years = reached and (_OF_YEARS.search(before) or not _is_name(_name_ending(before)))
        return "governs" if opens or of_years else "none"
    if _is_publication(before, time):
        return "none"
    name = _name_ending(before)
    cited, named = _CITED.search(name), _NAMED.search(name)
    if cited and not (named and named.start() > cited.start()):
        return "none"
    if named:
        return "names"
    if _LOOKS_AHEAD.match(text, time.end):
        return "names"
    if _PUBLISHED.match(text, time.end):
        return "governs"  # 'Kết quả các chỉ số năm 2021: PAR INDEX đạt ...; SIPAS đạt ...'
    return "governs" if _GOVERNING.search(before[-24:]) else "names"


def _is_publication(before: str, time: Time) -> bool:
    """Whether a time only says when something was published: a month, or a year behind another."""
    said = before.endswith(("bố ", "vào ", "trong ")) and _PUBLISHED_IN.search(before)
    return bool(said and (len(time.value) > 4 or _EARLIER_YEAR.search(before, 0, said.start())))


def _name_ending(before: str) -> str:
    """The words right before a time that may be a name it belongs to."""
    return before[max(map(before.rfind, _STOPS)) + 1 :]


def _is_name(words: str) -> bool:
    """Whether words before a time name a plan, an event or an act."""
    return _NAMED.search(words) is not None or _CITED.search(words) is not None


def is_base(text: str, time: Time) -> bool:
    """Whether something is compared with what was at that time."""
    return _ends_in_base(before_time(text, time, 40))


def _ends_in_base(before: str) -> bool:
    return before.rstrip().endswith(_BASE_ENDS) and _BASE.search(before) is not None


def is_whole_year(text: str, time: Time) -> bool:
    """Whether a time says 'cả năm' and no more: of the year spoken of."""
    return time.end - time.start == 6 and text.startswith("ả năm", time.start + 1)


def is_same_span(text: str, time: Time) -> bool:
    """Whether a time is that of the reported span in another year: 'cùng kỳ năm 2022'."""
    said = text[time.start : time.start + 4].lower() == "cùng"
    return said or _SAME_SPAN.search(before_time(text, time, 14)) is not None


def is_moment(text: str, time: Time) -> bool:
    """Said of one moment ('đến giữa tháng 12-2023'): it does not hold for what follows."""
    return (
        time.kind != "interval"
        and len(time.value) > 4
        and _COUNTED_UP.search(before_time(text, time, 40)) is not None
    )


def is_of_plan(text: str, time: Time) -> bool:
    """Whether a time belongs to the name of a plan, an event or an act."""
    return _is_name(_name_ending(before_time(text, time, 100)))


def opening_bracket(text: str, time: Time) -> int:
    """Where the bracket opens that a time stands in; -1 where it stands in none."""
    opening = text.rfind("(", max(time.start - _ASIDE_REACH, 0), time.start)
    return -1 if opening < 0 or text.find(")", opening, time.start) >= 0 else opening
