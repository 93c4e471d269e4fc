"""What looks like a figure and is none: identifiers, ordinals, ages, slogans, clock times.

Each rule answers one question about a number in its sentence; the first that says yes decides, and
its name is the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from . import words
from .model import OPENING_MARKS, Figure, Kind, Sentence
from .nouns import noun_at

_STRONG = frozenset(words.IDENTIFIED.split("|"))
_IDENTIFYING = _STRONG.union(words.WEAKLY_IDENTIFIED.split("|"))
_ENDINGS = frozenset(word.split()[-1] for word in _IDENTIFYING)
# Ends like an identifier's word and is none: 'danh mục 880 TTHC', 'một phần 47.986/97.357'.
_NOT_NAMED = re.compile(
    r"(?:danh|chuyên|hạng|đầu) mục$|(?:một|toàn|bán|cổ|thành) phần$|(?:toàn|các|những|mỗi) \w+$"
    r"|(?:trong|hàng|hằng|một|cả|nhiều|cùng|cuối|đầu|theo|từng|giữa) (?:năm|tháng|ngày|quý|lần|nhóm)$"
    r"|\b\d{1,2} (?:năm|tháng|quý)$"
    r"|(?:ký|đổi|chỉ|hệ|quyền|tế|hội|tầng|năng|nghệ|liệu|tảng|thông|trường|đa|dân|doanh|ngưng) số$"
    r"|(?:trực|truyền|loại|mô|điển|tình) (?:tuyến|hình)$"
    r"|(?:ở|đạt|lên|xuống|còn|với|tại|định|hạn|giữ) mức$|(?:xếp|phân|các) (?:loại|hạng)$|sau đợt$"
)
_CODED = frozenset(("số", "mã", "mã số", "điện thoại", "đt", "fax", "tel", "hotline", "tổng đài", "fm", "am",
                    "mức độ", "tần số", "kênh", "phiên bản", "tcvn", "qcvn", "iso"))  # fmt: skip
_ALSO_VERBS = frozenset(("kết luận", "quyết định"))
_QUANTITY_OF = re.compile(
    r"(?:tổng|trong|trên|toàn bộ|một|các|con|nửa|đa|hầu hết|đại đa|với)\s+số\s*$"
)
# What is counted by the way it came in: 'qua điện thoại 18 kiến nghị', 'qua tổng đài 05 phản ánh'
_COUNTED_BY_WAY = re.compile(
    r"(?<!\w)qua(?: số)? (?:điện thoại|đường dây nóng|tổng đài|hotline|fax)$"
)
_LONGEST_COUNT = 1000  # numbers to dial have more digits
_AFTER_ITEM = frozenset((".", ")"))
_ITEM_MARKS = " \n*#+-–•("
_CODE_TAIL = re.compile(
    r"\s?[-/]\s?(?:[A-ZĐ]{2}|[A-ZĐ]+[-/])|:\d|/[A-ZĐa-z]{1,3}-|\d|[a-zA-Z]\b(?![/²³%])"
)
_CLOSING = frozenset(("", ",", ".", ";", " "))
_NEXT_BRACKET = 60  # characters between two counts in brackets
_CHAIN = re.compile(r"\s*(?:,|và|-|–|đến|;|hoặc|/)\s*")
_CLOCK_TAIL = re.compile(r":\d\d|\s?(?:h|giờ)\s?\d\d|h\b|g\d\d")
_CLOCK_UNITS = frozenset((None, "giờ", "phút"))
_CLOCK_HEAD = re.compile(r"(?:lúc|vào lúc|hồi)\s*$")
_AROUND_THE_CLOCK = frozenset(("24/7", "24/24", "7/7"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_AGE_HEAD = re.compile(rf"(?:{words.DURATION})[^.;:]{{0,25}}$")
_QUOTE = frozenset("“\"‘'«")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_QUANTITY = re.compile(
    r"(?:là|đạt|còn|gồm|:|=|được|bằng|có|xong|ước)\s*$|(?<!\w)(?:số|tổng|trong đó|lần lượt)(?!\w)"
)
_QUANTITY_REACH = 240  # further back the words say something of other numbers
_RANGE_TAIL = re.compile(
    r"\s*(?:-|–|đến|tới)\s*[0-9][0-9.,]*\s?(?:%|triệu|tỷ|đồng|điểm|ngày|km|ha)"
)
# 'từ 312 xuống còn 218': where something came from, however it came to its end
_COURSE_TAIL = re.compile(
    r" (?:xuống|lên|còn|thành|giảm|tăng)(?: còn| tới| thành| xuống| lên| đến)? \d"
)
_RANGE_OF_COUNTS = re.compile(r" (?:đến|tới) \d[\d.,]* ")
_STREET = re.compile(r" (?:đường|phố|Đường|Phố) [A-ZĐ]|\+\d\d")
_STREET_OPENS = frozenset((" đ", " p", " Đ", " P", *(f"+{digit}" for digit in "0123456789")))


def refusal(sentence: Sentence, figure: Figure, accepted: list[Figure], refused: int) -> str | None:
    """The name of the rule that says a number is no figure; `refused` is where the last such ended."""
    for rule in _RULES[figure.kind]:
        if rule(sentence, figure):
            return rule.__name__.lstrip("_")
    if figure.kind != "bare":
        return None
    if refused >= 0 and _CHAIN.fullmatch(sentence.low, refused, figure.a):
        return "continues_identifiers"  # 'mức độ 3, 4'
    return None if _is_quantity(sentence, figure, accepted) else "counts_nothing"


def _numbers_list(sentence: Sentence, figure: Figure) -> bool:
    """'1. ', '2.1. ', '(1) ', '3) ' where an item opens, and '(1)' anywhere."""
    low, a, b = sentence.low, figure.a, figure.b
    if low[b : b + 1] == ")" and low[a - 1 : a] == "(" and b - a < 3:
        return not _goes_on_counting(sentence, figure)
    return numbers_item(low, 0, a, b)


def _goes_on_counting(sentence: Sentence, figure: Figure) -> bool:
    """Whether a bracket counts as those before it do: 'Sở Y tế (96 hồ sơ), Sở Xây dựng |(34)|, ...'."""
    if sentence.low[figure.b + 1 : figure.b + 2] not in _CLOSING or not sentence.figures:
        return False
    last = sentence.figures[-1]
    return sentence.text[last.a - 1] == "(" and figure.a - last.b < _NEXT_BRACKET


def numbers_item(text: str, start: int, a: int, b: int) -> bool:
    """Whether [a, b) is the number of an item that opens at `start`: '1. ', '2.1. ', '3) '."""
    if b - a > 6 or text[b : b + 1] not in _AFTER_ITEM or text.find("/", a, b) >= 0:
        return False
    return not text[b + 1 : b + 2].strip() and not text[start:a].strip(_ITEM_MARKS)


def _is_code(sentence: Sentence, figure: Figure) -> bool:
    """'12/QĐ', '9001:2015', '4G': what follows belongs to a code."""
    b = figure.b
    following = sentence.text[b : b + 1]
    if not following or following in " ,.;%)":
        return False
    return figure.noun_end == b and _CODE_TAIL.match(sentence.text, b) is not None


def _follows_identifier(_sentence: Sentence, figure: Figure) -> bool:
    """'Điều 5', 'mức độ 3, 4', 'Đề án 06', 'lần thứ 6'; not 'tổng số 24 cơ quan'."""
    if figure.last not in _ENDINGS:
        return False
    word = next((w for w in _last_words(figure) if w in _IDENTIFYING), None)
    if word is None:
        return False
    before = " ".join(figure.before)
    if _NOT_NAMED.search(before) or (word == "số" and _QUANTITY_OF.search(before)):
        return False
    if _COUNTED_BY_WAY.search(before) and figure.kind == "count":
        return figure.reading.value >= _LONGEST_COUNT
    if _looks_counted(figure) and word not in _CODED:
        return False
    if word in _ALSO_VERBS and figure.kind == "count" and figure.confidence == 1:
        return False  # 'kết luận 81 trường hợp có vi phạm'
    return word in _STRONG or figure.kind == "bare" or figure.confidence < 1


def _last_words(figure: Figure) -> Iterator[str]:
    """The last three words before a number, the last two, the last."""
    before = figure.before
    for count in (3, 2, 1):
        if len(before) >= count:
            yield " ".join(before[-count:]).lstrip(OPENING_MARKS)


def _looks_counted(figure: Figure) -> bool:
    """Digits that no name carries: grouped thousands, decimals, large numbers, fractions, 'mức 2 triệu'."""
    reading = figure.reading
    return (
        figure.denominator is not None
        or reading.other is not None
        or reading.value >= 10_000
        or isinstance(reading.value, float)
        or (figure.kind == "bare" and figure.unit is not None)
    )


def _is_clock(sentence: Sentence, figure: Figure) -> bool:
    """'14h30', '7 giờ 30', 'lúc 8 giờ', '24/7'."""
    low, a, b = sentence.low, figure.a, figure.b
    if figure.denominator is not None:
        return low[a:b] in _AROUND_THE_CLOCK
    if figure.unit not in _CLOCK_UNITS:
        return False
    if _CLOCK_TAIL.match(low, b) or (figure.unit == "phút" and figure.before[-1:] == ["giờ"]):
        return True
    return figure.unit == "giờ" and _CLOCK_HEAD.search(low[max(a - 10, 0) : a]) is not None


def _is_year(sentence: Sentence, figure: Figure) -> bool:
    """A bare year: 'Festival 2023', 'so với 2023'."""
    return (
        figure.b - figure.a == 4
        and figure.denominator is None
        and (figure.kind == "bare" or figure.confidence < 1)
        and _YEAR.fullmatch(sentence.low, figure.a, figure.b) is not None
    )


def _is_phone(sentence: Sentence, figure: Figure) -> bool:
    """'0905123456', '02583 822'."""
    low, a, b = sentence.low, figure.a, figure.b
    return b - a > 3 and low[a] == "0" and low[a:b].isdecimal()


def _is_age(sentence: Sentence, figure: Figure) -> bool:
    """'sơ kết 02 năm thực hiện', 'trẻ dưới 6 tuổi'; not 'thời hạn 5 năm'."""
    if figure.unit not in words.AGE_UNITS or figure.denominator is not None:
        return False
    a = figure.a
    return figure.unit == "tuổi" or not _AGE_HEAD.search(sentence.low[max(a - 45, 0) : a])


def _is_wavelength(_sentence: Sentence, figure: Figure) -> bool:
    """'FM 99,6 MHz'."""
    return (figure.unit or "").endswith("Hz")


def _is_slogan(sentence: Sentence, figure: Figure) -> bool:
    """'5 biết, 5 rõ', '“4 tại chỗ”', 'cơ chế 01 cửa'."""
    if figure.reading.value > 12 or figure.denominator is not None:
        return False
    low, a = sentence.low, figure.a
    quoted = a > 0 and low[a - 1] in _QUOTE
    counts_little = figure.kind == "bare" or figure.confidence < 1
    if quoted == counts_little:
        return quoted
    following = _NEXT_WORD.match(low, figure.b)
    return following is not None and following[1] in words.SLOGAN


def _is_address(sentence: Sentence, figure: Figure) -> bool:
    """'12/4 đường Trần Phú', 'Km 12+500'."""
    following = sentence.text[figure.b : figure.b + 2]
    return following in _STREET_OPENS and _STREET.match(sentence.text, figure.b) is not None


# By what the number looks like, in the order of asking.
_RULES: dict[Kind, tuple[Callable[[Sentence, Figure], bool], ...]] = {
    "percent": (),
    "rank": (),
    "measure": (_is_clock, _is_age, _is_wavelength),
    "count": (_follows_identifier, _is_year, _is_slogan, _is_address),
    "bare": (
        _numbers_list,
        _is_code,
        _follows_identifier,
        _is_clock,
        _is_year,
        _is_phone,
        _is_slogan,
        _is_address,
    ),
}


def _comes_to(low: str, end: int) -> bool:
    """Whether a course or a range of counts begins: 'từ |312| xuống còn 218', 'từ |1| đến 2 mô hình'."""
    if _COURSE_TAIL.match(low, end):
        return True
    ranged = _RANGE_OF_COUNTS.match(low, end)
    noun = noun_at(low, ranged.end()) if ranged else None
    return noun is not None and not noun.is_measure


def _is_quantity(sentence: Sentence, figure: Figure, accepted: list[Figure]) -> bool:
    """Whether a number without a noun after it measures something all the same."""
    if figure.unit is not None or _looks_counted(figure):
        return True
    if accepted and figure.a - accepted[-1].b < 60:
        return True  # 'cấp tỉnh 1.634, cấp huyện 338'
    if _RANGE_TAIL.match(sentence.low, figure.b):
        return True  # 'tăng 14 - 16%'
    if figure.last == "từ" and _comes_to(sentence.low, figure.b):
        return True
    reach = max(figure.a - _QUANTITY_REACH, 0)
    start = max(reach, *(sentence.low.rfind(mark, reach, figure.a) + 1 for mark in ".;("))
    return _QUANTITY.search(sentence.low[start : figure.a]) is not None
