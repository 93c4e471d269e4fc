"""Where the name of an act ends: in order, the rules that know.

A name of the lexicon is taken whole, commas and all.  An act that amends others is one act with
all that it amends.  Any other name ends where its words stop looking like one.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from ...lexicon import ActName, ActNames, act_key, laws
from ...vietnamese import UPPER, fold


class Bounds(Struct, frozen=True):
    """Where a name ends, what it is called, and the rule that decided."""

    end: int
    name: str
    rule: str


def name_bounds(text: str, start: int, body: int, head: str) -> Bounds | None:
    """The name that starts at `start` with the type word `head`, the rest of it at `body`."""
    return (
        _known(text, body, head)
        or _amending(text, start, body)
        or _dated(text, start, body)
        or _open(text, start, body)
    )


def known_bounds(text: str, body: int, head: str, rule: str = "known") -> Bounds | None:
    """The longest name of the lexicon whose words after `head` begin at `body`."""
    found = ActNames.of_lexicon().find(text, body, head)
    if not found or _is_other(text, found):
        return None
    return Bounds(found.end, found.name, rule if found.is_official else f"{rule}-short")


# 'Luật Giá' in 'Luật Giá trị', 'Luật Dược' in 'Luật Dược sĩ': a syllable that begins another word
_OTHER_WORD = re.compile(r" (?:trị|cả|sĩ|sỹ|liệu|phẩm|tá)\b")

_FIELD_AFTER = re.compile(r"\s+quốc\s+tế\b")  # 'luật thương mại quốc tế'


def _is_other(text: str, found: ActName) -> bool:
    is_word = len(found.name.split()) == 2
    if is_word and _OTHER_WORD.match(text, found.end):
        return True
    return _FIELD_AFTER.match(text, found.end) is not None


_ABOUT = re.compile(rf"về\s+(?=[{UPPER}])")  # 'Luật về Sĩ quan Quân đội nhân dân Việt Nam'


def _known(text: str, body: int, head: str) -> Bounds | None:
    if found := known_bounds(text, body, head):
        return found
    about = _ABOUT.match(text, body)
    return known_bounds(text, about.end(), head) if about else None


# -- acts that amend others ------------------------------------------------------------------------

# 'Luật sửa đổi, bổ sung một số điều của ...', 'Luật Sửa đổi Điều 126 của ...', 'Pháp lệnh bổ sung ...'
_AMENDS = re.compile(
    r"(?:về\s+)?(?:việc\s+)?(?:sửa\s+đổi|bổ\s+sung|SĐBS)(?:\s*,?\s*(?:và\s+)?(?:bổ\s+sung|sửa\s+đổi|thay\s+thế|bãi\s+bỏ))*\s+",
    re.I,
)
_ARTICLES = r"(?:(?:điểm|khoản|điều|mục|chương|phụ\s+lục)\s[^;.:\n]{1,80}?)"
_SOME = r"(?:(?:một\s+số|1\s+số|các|những)\s+(?:điều|quy\s+định|nội\s+dung)(?:\s+và\s+phụ\s+lục[^;.:\n]{0,60}?)?)"
_ACT_HEAD = r"(?:bộ\s+luật|luật|pháp\s+lệnh)"
# What of the act is amended, up to its name.
_AMENDED = re.compile(
    rf"(?:(?:{_SOME}|{_ARTICLES})\s+)?(?:(?:của|tại|trong)\s+)?(?:các\s+)?(?=({_ACT_HEAD})\s)", re.I
)
# 'Luật Sửa đổi 10 Luật', 'Luật sửa đổi, bổ sung một số điều của 7 luật trong lĩnh vực tài chính'
_SEVERAL = re.compile(rf"(?:{_SOME}\s+)?(?:của\s+)?(?:\d{{1,2}}|các|một\s+số)\s+luật(?!\w)", re.I)
_ABOUT_WHAT = re.compile(
    r"\s+(?:có\s+)?(?:liên\s+quan(?:\s+(?:đến|tới))?|trong\s+lĩnh\s+vực|về)\s+", re.I
)
_NEXT_AMENDED = re.compile(
    rf"(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)(?:{_ARTICLES}\s+(?:(?:của|tại)\s+)?)?(?=({_ACT_HEAD})\s)",
    re.I,
)
_MOST_AMENDED = 12  # acts that one law amends by name
_HEAD_WORDS = re.compile(rf"({_ACT_HEAD})\s+", re.I)


def _amending(text: str, start: int, body: int) -> Bounds | None:
    amends = _AMENDS.match(text, body)
    if not amends:
        return None
    ends: list[int] = []
    joint = _AMENDED.match(text, amends.end())
    while joint and len(ends) < _MOST_AMENDED:
        end = _amended_end(text, joint.end())
        if end is None:
            break
        ends.append(end)
        joint = _NEXT_AMENDED.match(text, end)
    if ends:
        return _whole_list(text, start, ends)
    several = _SEVERAL.match(text, amends.end())
    if not several:
        return None
    about = _ABOUT_WHAT.match(text, several.end())
    end = _run_end(text, about.end()) if about else None
    return _called(text, start, end or several.end(), "amending-open")


def _amended_end(text: str, start: int) -> int | None:
    head = _HEAD_WORDS.match(text, start)
    if not head:
        return None
    found = known_bounds(text, head.end(), head[1]) or _open(text, start, head.end())
    return found.end if found else None


def _whole_list(text: str, start: int, ends: list[int]) -> Bounds:
    """All that is amended, or the part of the list that makes the name of an act.

    'Luật sửa đổi, bổ sung một số điều của Luật Giáo dục, Luật Nhà ở' may name two acts.
    """
    for end in reversed(ends):
        if name := _amending_names().get(act_key(text[start:end])):
            return Bounds(end, name, "amending")
    return _called(text, start, ends[-1], "amending-open")


@cache
def _amending_names() -> dict[str, str]:
    return {act_key(row.name): row.name for row in laws() if _AMENDS.search(row.name)}


# -- names that the lexicon lacks ------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAME_LENGTH = 10  # words
# Words that do not stand inside the name of a law that the lexicon lacks, save in a few compounds:
# 'hàng không', 'tự do', 'Việc làm', 'kinh tế số'.
_STOP = re.compile(
    r"(?:của|năm|ngày|được|đã|có|là|cho|theo|để|trên|trong|tại|sẽ|đang|khi|nếu|nhằm|gồm|như|đến|thì|mà|với|này|"
    r"nêu|luật|cùng|các|những|cũng|phải|còn|tới|vào|hoặc|hay|nhưng|vẫn|chưa|rằng|nên|về|nào|sắp|trừ|khác|cũ|"
    r"mới|đó|ra|(?<!tự )do|(?<!công )bằng|(?<!dự )(?<!thiết )(?<!chuẩn )(?<!trang )bị|từ(?! thiện)|số(?=\W+\d)|"
    r"trước|sau|thay thế|việc(?! làm)|pháp (?:luật|lệnh)|bộ luật|nghị (?:định|quyết)|quyết định|thông (?:qua|tư|báo)|"
    r"ban hành|quy định|hướng dẫn|sửa đổi|đối với|hiện (?:hành|nay|đang|có)|liên quan|chuyên ngành|tương ứng|"
    r"nói (?:trên|chung)|căn cứ|bảo đảm cho|thuộc|không (?:được|phải|còn))(?![^\W\d_])",
    re.I,
)
# What stands after 'Luật' and makes another word of it, or a field of law: no act.
_OTHER_NOUN = re.compile(r"(?:sư|gia|pháp|học|khoa|viên|biển|tp|tnhh)(?!\w)", re.I)
_FIELDS = frozenset(
    "việt nam|quốc tế|kinh tế|hiến pháp|hành chính|so sánh|hà nội|thành phố".split("|")
)


def _open(text: str, start: int, body: int) -> Bounds | None:
    """'Luật Nhà giáo đã được thông qua': capitals open the name, words that cannot belong close it."""
    if not text[body : body + 1].isupper() or _OTHER_NOUN.match(text, body):
        return None
    end = _run_end(text, body)
    if end is None or fold(text[body:end]).removesuffix(" so sánh") in _FIELDS:
        return None
    return _called(text, start, end, "open")


def _run_end(text: str, start: int) -> int | None:
    """The end of the run of words that can stand in a name."""
    end = None
    for count, word in enumerate(_WORD.finditer(text, start, start + 120)):
        if end is not None and not _is_gap(text[end : word.start()]):
            break  # punctuation
        if count >= _NAME_LENGTH or _STOP.match(text, word.start()):
            break
        if word[0] == "và":
            following = _WORD.match(text, word.end() + 1)
            if not following or following[0][:1].isupper():
                break
        end = word.end()
    return end


def _is_gap(between: str) -> bool:
    return not between.strip() and between.count("\n") < 2


# 'Luật khuyến khích xuất khẩu ngày 20 tháng 5 năm 1998': a name in lower case is one if a date, a year
# or '(sửa đổi)' closes it and no word of a sentence stands in it.
_CLOSED = re.compile(
    r"(?:về\s+)?((?:[^\W\d_]+[ \n]+){1,16}?)(?=ngày\s+\d|năm\s+(?:19|20)\d\d|số\s+\d|\(sửa\s+đổi\)|\(\d{4}\))"
)
_CLAUSE_WORDS = frozenset(
    (
        "này nêu được đã là có mà sẽ khi do thì nhưng hoặc vào luật lệnh nghị thông hiệu lực đang cần phải "
        "hiện mới cũ ban quyết định theo tại trên sau trước từ nói như nhằm để sửa bổ thay hướng các trong đến cho "
        "với cùng chuyên liên nhất ứng qua giao một nhiều"
    ).split()
)


def _dated(text: str, start: int, body: int) -> Bounds | None:
    closed = _CLOSED.match(text, body, body + 160)
    if not closed or _OTHER_NOUN.match(text, body):
        return None
    words = closed[1].split()
    if any(word.lower() in _CLAUSE_WORDS for word in words) or len(words) < 2:
        return None
    return _called(text, start, closed.start(1) + len(closed[1].rstrip()), "dated")


def _called(text: str, start: int, end: int, rule: str) -> Bounds:
    return Bounds(end, " ".join(text[start:end].split()), rule)
