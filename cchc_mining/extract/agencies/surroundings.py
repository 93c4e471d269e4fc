"""What stands around a name: does it name one organisation here, or a kind, a law, a code?"""

from __future__ import annotations

import re

from ...vietnamese import UPPER
from .bounds import FALSE_FRIENDS, KIND_BEFORE, MANY_BEFORE, NOT_BEFORE
from .patterns import END

# '830/UBND-NC', 'QĐ-UBND': a code inside a document number; but 'HĐND-UBND tỉnh' is a pair.
_IN_NUMBER = re.compile(rf"[-/&.](?:[{UPPER}]|\d)")
# 'VNPT-iOffice', 'VNPT-iGate': a product.
_PRODUCT = re.compile(r"-[a-z][A-Z]")
_BINDING = frozenset("-/.")  # before a code that is part of a number
_BOUND = frozenset("-/&.")  # behind one
_BEFORE_PAIRED = ("HĐND-", "MTTQ-", "HĐND/", "TT.", "VP.", "Đảng ủy-")
_AFTER_PAIRED = ("-UBND", "-HĐND", "&UBND", "/UBND", ".")
_LAW = re.compile(
    r"(?:[Ll]uật(?!\s+(?:gia|sư|định)\s)|Pháp lệnh)(?:\s+(?!của|do|và|này)\w+){0,7}(?:\s+(?:của|và đại biểu|và))?\s+$"
)
_LAW_WINDOW = 60
# In capitals a word of the heading looks like a head: 'NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH'.
_CAPITALS = re.compile(rf"[{UPPER}]{{2,}}[ ]+$")
_CAPITAL_LINKS = (
    "CỦA ",
    "TẠI ",
    "THUỘC ",
    "VÀ ",
    "GIỮA ",
    "CHO ",
    "LÃNH ĐẠO ",
    "CHỦ TỊCH ",
    "GIÁM ĐỐC ",
    "BÍ THƯ ",
)
# 'Phó Bí thư Thường trực Tỉnh ủy': an office, not the standing committee.
_DEPUTY = re.compile(r"(?:Phó|Bí thư|Chủ tịch|Ủy viên|Trưởng\s+\w+|đồng chí|[Cc]ơ quan)\s+$")
_OFFICES = (
    "Chủ tịch ",
    "Bí thư ",
    "Giám đốc ",
    "Trưởng ",
    "Trưởng ban ",
    "Trưởng phòng ",
    "Cục trưởng ",
    "Viện trưởng ",
    "Hiệu trưởng ",
    "Thường trực ",
    "Chánh ",
)
# Followed by these a name is one of many: 'Phòng Tư pháp cấp huyện', 'Công an các huyện'.
_MANY_AFTER = re.compile(
    r"\s+(?:cấp\s+(?:tỉnh|huyện|xã|cơ sở|trên|dưới)|"
    r"(?:các|từng|mỗi|hai|ba|2|3|nhiều|một số|một trong|\d{1,3})\s+(?:cấp|tỉnh|huyện|xã|phường|"
    rf"thành phố|quận|thị xã|địa phương|ngành|đơn vị|thị trấn|đặc khu)){END}"
)
_MANY_INITIALS = frozenset("cthmbn0123456789")
_MANY_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:{'|'.join(MANY_BEFORE)})\s+|(?<![\w/.,-])(?<!tháng )(?<!ngày )(?<!năm )(?<!quý )(?<!thứ )"
    r"\d{1,3}[ ]+)$",
    re.IGNORECASE,
)
_KIND_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(KIND_BEFORE)})\s+$", re.IGNORECASE)
# The last two letters of these words: few names stand behind them.
_MANY_ENDS = frozenset(words[-2:] for words in MANY_BEFORE)
_KIND_ENDS = frozenset(words[-2:] for words in KIND_BEFORE)
_NOT_BEFORE = {
    key: re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE) for key, words in NOT_BEFORE.items()
}
_WINDOW = 32
_BLANK_LINE = re.compile(r"\n\s*\n")
# A line shorter than this ends a heading or a paragraph; it is not wrapped.
_SHORT_LINE = 45


def may_begin(text: str, start: int, end: int) -> bool:
    """Whether a name can stand at a place, by the characters and words around it."""
    before = text[start - 1 : start]
    if before.isalnum() or before == "_":
        return False
    surface = text[start:end]
    if surface.isupper():
        if " " in surface:
            if _follows_capitals(text, start):
                return False
        elif before in _BINDING:
            return text.endswith(_BEFORE_PAIRED, 0, start)
        elif text[end : end + 1] in _BOUND:
            if _IN_NUMBER.match(text, end):
                return text.startswith(_AFTER_PAIRED, end)
            if _PRODUCT.match(text, end):
                return False
    if surface.startswith(("Thường trực", "TT")) and _DEPUTY.search(
        text, max(0, start - 20), start
    ):
        return False
    return not _is_in_law(text, start)


def _follows_capitals(text: str, start: int) -> bool:
    window = max(0, start - 12)
    if _CAPITALS.search(text, window, start) is None:
        return False
    return not text.endswith(_CAPITAL_LINKS, window, start)


def _is_in_law(text: str, start: int) -> bool:
    """Whether a name is part of the name of a law: 'Luật Tổ chức Chính phủ'."""
    low = max(0, start - _LAW_WINDOW)
    window = text[low:start]
    if "uật " not in window and "ệnh " not in window:
        return False
    return _LAW.search(text, low, start) is not None


def is_something_else(text: str, start: int, end: int, key: str) -> bool:
    """Whether the words beside a core make another thing of it: 'Chính phủ điện tử'."""
    if key in FALSE_FRIENDS and FALSE_FRIENDS[key].match(text, end):
        return True
    if key not in _NOT_BEFORE:
        return False
    return _NOT_BEFORE[key].search(text, max(0, start - _WINDOW), start) is not None


def follows_office(text: str, start: int) -> bool:
    """Whether an office stands before a name, so that a person's name may follow it."""
    return text.endswith(_OFFICES, max(0, start - 12), start)


def is_many(text: str, start: int) -> bool:
    """Whether the words before a name make it several bodies: 'các Trung tâm', '03 Đoàn'."""
    low = max(0, start - _WINDOW)
    before = text[low:start].rstrip()
    if before[-2:].lower() not in _MANY_ENDS and not before[-1:].isdigit():
        return False
    return _MANY_BEFORE.search(text, low, start) is not None


def is_kind(text: str, start: int) -> bool:
    """Whether the words before a bare head make it a kind of body: 'cấp Sở', 'ngành Thanh tra'."""
    low = max(0, start - _WINDOW)
    if text[low:start].rstrip()[-2:].lower() not in _KIND_ENDS:
        return False
    return _KIND_BEFORE.search(text, low, start) is not None


def many_follow(text: str, end: int) -> bool:
    """Whether the words after a name make it one of many: 'Phòng Tư pháp cấp huyện'."""
    if text[end + 1 : end + 2] not in _MANY_INITIALS:
        return False
    return _MANY_AFTER.match(text, end) is not None


def fills_line(text: str, start: int, end: int) -> bool:
    """Whether a name is all that its line says."""
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def is_wrapped(text: str, start: int, end: int) -> bool:
    """Whether the line breaks inside a name are those of wrapped lines, not of paragraphs; a
    letterhead is set in short lines of capitals ('SỞ GIÁO DỤC' / 'VÀ ĐÀO TẠO')."""
    if _BLANK_LINE.search(text, start, end):
        return False
    if text[start:end].isupper():
        return True
    line_break = text.index("\n", start)
    line = text.rfind("\n", max(start - _SHORT_LINE - 1, 0), start)
    return line_break - line > _SHORT_LINE
