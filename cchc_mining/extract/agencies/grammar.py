"""The grammar of names that the lexicon does not list: what may follow a head word.

Each pattern matches right after a head or after the part of a name that is known.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...vietnamese import UPPER, alternation
from .bounds import NOT_IN_NAMES, STOP_PHRASES, STOP_SYLLABLES, SURNAMES
from .heads import HEADS
from .patterns import CAPITAL, END
from .terms import NAME_TERMS, TASK_LISTS, TASK_OPENERS, TASKS, WORKS, WRITTEN_OUT

_LOWER = r"[^\W\d_A-ZĐ⁰¹²³⁴-⁹]"
_KIND = rf"(?:tỉnh|thành phố|TP|huyện|thị xã|quận|phường|xã(?!\s+hội)|thị trấn|đặc khu){END}"
_STOP = rf"(?:{alternation(STOP_PHRASES, ' ')}|(?<!công )(?<!chương )trình(?=\s+[{UPPER}])){END}"
_STOP_SYLLABLE = rf"{alternation(STOP_SYLLABLES)}{END}"
_BODIES = (
    "UBND|HĐND|Ủy ban|Công an|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Tỉnh đoàn|Thành đoàn|Tòa án|"
    "Viện kiểm sát|Kho bạc|Bảo hiểm|Đài|Hội (?:Nông|Liên|Cựu|Chữ|Luật|Nhà)|Chính phủ|Quốc hội|"
    "Thủ tướng|Mặt trận|Thuế|Thanh tra"
)
_LONG_HEADS = alternation((head for head in HEADS if " " in head), " ")
_SHORT_HEADS = alternation(head for head in HEADS if " " not in head)
# What begins something else than the rest of a name: another body, an office, a document.
_OTHER_BODY = rf"(?!Hội An{END})(?:{_LONG_HEADS}|{_SHORT_HEADS}(?=\s+[{UPPER}])|{_BODIES})"
_NOT_ON = rf"(?!{_OTHER_BODY}|{NOT_IN_NAMES})"
# Not in 'Trung tâm Phục vụ hành chính công 08 người': what follows is counted.
_COUNTED = (
    "người|biên chế|công chức|viên chức|cán bộ|đồng chí|hồ sơ|TTHC|thủ tục|lượt|vụ|nhiệm vụ|văn bản|cuộc"
    "|điểm|đơn vị|phiếu|trường hợp|triệu|tỷ|lao động|chỉ tiêu|học sinh|sinh viên|học viên|giáo viên"
    "|hội viên|đoàn viên|đảng viên|hộ|lớp|dự án|tin|giường|bác sĩ|bệnh nhân|việc|thẻ|xã|thôn|ha|km|đồng|nghìn"
)
_NOT_COUNTING = rf"(?![\w/%]|[.,]\d|\s+(?:{_COUNTED})(?!\w))"
_NUMBER = rf"(?:số\s+)?(?:[IVX]+|\d{{1,3}}){_NOT_COUNTING}"


# 'Công ty Amata Hạ Long |đầu tư 1.120 tỷ đồng|': what it does, no part of its name.
_NOT_DOING = (
    r"(?!(?:đầu tư|sản xuất|đào tạo|bồi thường|phát hành|xuất bản|nghiên cứu|công chứng)"
    r"\s+(?:\d|hơn|trên|gần|khoảng|được))"
)


def _any_case(phrases: tuple[str, ...]) -> str:
    """The longest of the phrases, whichever case its words are in."""
    return f"(?i:{alternation(phrase.lower() for phrase in phrases)}){END}"


@cache
def name_pattern() -> re.Pattern[str]:
    """The rest of a name after its head: 'Trung tâm| Kỹ thuật Tiêu chuẩn Đo lường Chất lượng'.

    It begins with a capital.  A lower-case word goes on only as part of a known term ('Dịch vụ
    |việc làm'), as the second syllable after a capital, or before the level that closes the name.
    """
    second = rf"[ ]{_NOT_DOING}(?!{_STOP_SYLLABLE}|{_KIND}){_LOWER}+{END}"
    capital = (
        rf"{_NOT_ON}(?:[{UPPER}][{UPPER}0-9&-]+{END}"
        rf"|{CAPITAL}(?:(?:[ ]{_NOT_ON}{CAPITAL})+|{second})?)"
    )
    unit = rf"(?:{_NOT_DOING}{_any_case(NAME_TERMS)}|{capital}|{_NUMBER})"
    before_level = rf"(?:[ ](?!{_STOP}|{_KIND}){_LOWER}+){{1,2}}(?=\s+{_KIND})"
    # ('Trung tâm Quốc gia về Dịch vụ việc làm')
    joint = (
        rf"(?:\s+|\s+và\s+(?=[{UPPER}])|(?<=uốc gia)\s+về\s+(?=[{UPPER}])|\s*[-–]\s*(?=[{UPPER}]))"
    )
    # (The first unit is read by the same piece as the next: the pattern is long, and costly to make.)
    more = rf"(?:{joint}{unit}|\s+và\s+{_any_case(TASKS)})"
    return re.compile(rf"(?=\s+[{UPPER}]){more}{{1,13}}(?:{before_level})?")


@cache
def continuation_pattern() -> re.Pattern[str]:
    """What makes a known name longer: 'Ban Quản lý Khu kinh tế| Vân Phong'."""
    second = rf"[ ](?!{_STOP_SYLLABLE}|{_KIND}){_LOWER}+{END}"
    unit = rf"{_NOT_ON}{CAPITAL}(?:(?:[ ]{_NOT_ON}{CAPITAL})+|{second})?"
    place = rf"(?:khu vực|cửa khẩu(?:\s+quốc\s+tế)?|cảng(?:\s+hàng\s+không)?)\s+{CAPITAL}(?:[ ]{CAPITAL}){{0,3}}"
    area = rf"{place}|(?:khu vực\s+)?{_NUMBER}(?:\s*-\s*{CAPITAL}(?:[ ]{CAPITAL}){{0,3}})?"
    return re.compile(rf"\s+(?:{area})|(?:(?:\s+|\s+và\s+|\s*[-–]\s*){unit}){{1,4}}")


_TASK_WORD = rf"(?!{_STOP}|{_KIND}|{_OTHER_BODY}|(?:Sở|Bộ){END})[\w&/-]+"
# After its first word a task does not begin again: 'Ban Quản lý Vườn quốc gia |thực hiện'.
_TASK_NEXT = rf"(?!(?<!khai )thực hiện{END}|triển khai{END}|phối hợp{END}){_TASK_WORD}"


@cache
def _task_joint() -> str:
    return rf"(?:\s+|\s*[-–]\s+|,\s+(?={_any_case(TASK_LISTS)}))"


@cache
def task_pattern() -> re.Pattern[str]:
    """What a body was set up for: 'Ban Chỉ đạo| phòng, chống tham nhũng, tiêu cực' (tỉnh).

    It may be a number ('Ban Chỉ đạo| 35'), but no count ('nhận của Ban Quản lý| 912 hồ sơ').  The
    words run on to the first that belongs to the clause around the name or to the level of
    government that closes it.
    """
    opener = rf"(?=[{UPPER}]|\d{{1,4}}{_NOT_COUNTING}|{_any_case(TASK_OPENERS)})"
    return re.compile(rf"\s+{opener}{_TASK_WORD}(?:{_task_joint()}{_TASK_NEXT}){{0,24}}")


@cache
def division_continuation() -> re.Pattern[str]:
    """A further field of a division: 'Phòng Tài chính| Hành chính sự nghiệp'."""
    return re.compile(rf"(?:\s+(?=[{UPPER}]){_any_case(NAME_TERMS)})+")


@cache
def works_continuation() -> re.Pattern[str]:
    """What a board for projects builds: 'đầu tư xây dựng| công trình giao thông', '| Khu kinh tế'."""
    return re.compile(
        rf"\s+{_any_case(WORKS)}(?:(?:\s+và\s+|\s*,\s+|\s+){_any_case(WORKS)}){{0,5}}"
    )


@cache
def task_continuation() -> re.Pattern[str]:
    """A further task up to the level that closes it: 'Ban Chỉ đạo CCHC|, chuyển đổi số| tỉnh'."""
    more = rf"(?:{_task_joint()}{_TASK_NEXT}){{0,16}}"
    return re.compile(rf"(?:,\s+|\s+và\s+){_TASK_WORD}{more}(?=\s+{_KIND})")


# After a name of an office or a school a person may be named; other bodies bear no one's name.
_NAMED_AFTER_PERSONS = frozenset(("Trường", "Bệnh viện", "Thư viện", "Bảo tàng", "Học viện", "Quỹ"))


@lru_cache(maxsize=4096)
def without_person(body: str, head: str) -> str:
    """A name cut before a person's name that follows it: 'Trung tâm Y tế Nguyễn Văn An'.

    >>> without_person(' Y tế Nguyễn Văn An', 'Trung tâm')
    ' Y tế'
    """
    if head in _NAMED_AFTER_PERSONS:
        return body
    words = body.split(" ")
    for i, word in enumerate(words):
        rest = words[i : i + 3]
        if i > 1 and word in SURNAMES and len(rest) == 3 and all(w[:1].isupper() for w in rest):
            return " ".join(words[:i])
    return body


@cache
def _terms() -> re.Pattern[str]:
    return re.compile(_any_case(NAME_TERMS + TASKS))


# A capital that begins no compound: 'Hoa Sen', 'FPT', 'số 3'.
_PROPER = re.compile(rf"{CAPITAL}(?![ ]{_LOWER})|\d")


@lru_cache(maxsize=4096)
def has_proper_noun(body: str) -> bool:
    """Whether a name holds more than terms, so that no territory need complete it.

    >>> has_proper_noun(' Khởi nghiệp Cam Ranh'), has_proper_noun(' Dịch vụ việc làm')
    (True, False)
    """
    rest = _SHORT.sub("", _terms().sub("", body))
    return _PROPER.search(rest) is not None


_SHORT = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(WRITTEN_OUT, key=len, reverse=True)))})(?![\w])"
)


@lru_cache(maxsize=4096)
def written_out(name: str) -> str:
    """A name with its abbreviations in full and single blanks.

    >>> written_out('BQLDA Phát triển')
    'Ban Quản lý dự án Phát triển'
    """
    return " ".join(_SHORT.sub(lambda m: WRITTEN_OUT[m[0]], name).split())
