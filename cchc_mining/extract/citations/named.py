"""Acts cited by name alone: laws, codes, ordinances, the Constitution.

'Luật Đất đai năm 2024', 'Luật Phòng, chống bạo lực gia đình', 'luật tổ chức chính quyền địa phương
năm 2015', 'Luật Lưu trữ (sửa đổi)', 'các Luật: Đầu tư, Nhà ở', 'BLDS 2015'.  The type words are found
by their rarest letters; where a name ends is told in `bounds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...lexicon import read_tail
from ...vietnamese import UPPER
from .bounds import Bounds, known_bounds, name_bounds


class NamedAct(Struct, frozen=True):
    """A named act: its place, its type, its name, the year that stands with it, the rule."""

    start: int
    end: int
    name_end: int
    doc_type: str
    name: str
    year: int | None
    rule: str


def find_named_acts(text: str) -> list[NamedAct]:
    """All acts cited by name, sorted."""
    found: list[NamedAct] = []
    for head in sorted(_heads(text), key=lambda h: h.start):
        if found and head.start < found[-1].end:
            continue
        if act := _act(text, head):
            found.append(act)
            found += _members(text, act, head)
    return found


# -- type words ------------------------------------------------------------------------------------


class _Head(Struct, frozen=True):
    """A type word in the text; the name goes on at `body`.

    `only_known`: what follows is no name unless the lexicon has it.
    """

    start: int
    body: int
    doc_type: str
    is_lower: bool = False
    only_known: bool = False


def _heads(text: str) -> Iterator[_Head]:
    for trace, letters_before, reader in _TRACES:
        at = text.find(trace)
        while at >= 0:
            if head := reader(text, at - letters_before):
                yield head
            at = text.find(trace, at + 1)


_GAP = re.compile(r"(?:[^\S\n]|\*|\n(?!\s*\n)){1,4}")
# 'các Luật: Đầu tư, Nhà ở', 'các Luật sau: ...'
_COLON = re.compile(r"(?:\s+sau(?:\s+đây)?)?\s*:\s+")
_CODE_BEFORE = re.compile(r"(?<![^\W\d_])(?<!lạc )(?<!cán )(?<!Cán )(?:[Bb]ộ|BỘ)\s{1,2}$")


def _law(text: str, start: int) -> _Head | None:
    """'Luật', 'luật', 'LUẬT' at `start`, and 'Bộ' before it."""
    letter = text[start] if start >= 0 else ""
    if letter not in ("L", "l"):
        return None
    gap = _COLON.match(text, start + 4) or _GAP.match(text, start + 4)
    if not gap:
        return None
    is_capitals = text[start + 1] == "U"
    if code := _CODE_BEFORE.search(text, max(start - 6, 0), start):
        return _Head(code.start(), gap.end(), "Bộ luật", False, is_capitals)
    if _is_barred(text, start):
        return None
    is_doubtful = _DOUBTFUL.search(text, max(start - _BEFORE, 0), start) is not None
    return _Head(start, gap.end(), "Luật", letter == "l", is_capitals or is_doubtful)


_DECREED = re.compile(r"(?<![^\W\d_])[Pp]háp\s{1,2}$|(?<![^\W\d_])PHÁP\s{1,2}$")


def _ordinance(text: str, at: int) -> _Head | None:
    """'Pháp' before 'lệnh' at `at`."""
    gap = _GAP.match(text, at + 4)
    before = _DECREED.search(text, max(at - 7, 0), at)
    if not gap or not before:
        return None
    letters = before[0]
    return _Head(before.start(), gap.end(), "Pháp lệnh", letters[0] == "p", letters[1] == "H")


_STATE = (
    r"(?:\s+(?:của\s+)?nước\s+(?:(?:cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa|CHXHCN)(?:\s+(?:việt\s+nam|VN))?"
    r"|việt\s+nam\s+dân\s+chủ\s+cộng\s+hòa)|\s+việt\s+nam(?!\w))"
)
_CONSTITUTION = re.compile(rf"hiến\s+pháp(?!\w)({_STATE})?", re.I)
_WITH_YEAR = re.compile(r"\s+năm\s+(?:19|20)\d\d")
# 'Luật Hiến pháp' is a field, 'Tòa án Hiến pháp' a court
_NOT_A_CONSTITUTION = re.compile(r"(?:[Ll]uật|[Tt]òa án|[Hh]ội đồng|[Vv]i|[Hh]ợp)\s+$")


def _constitution(text: str, start: int) -> _Head | None:
    found = _CONSTITUTION.match(text, start)
    if not found or text[max(start - 1, 0) : start].isalnum():
        return None
    is_plain = text[start] == "h" and not found[1]
    if is_plain and not _WITH_YEAR.match(text, found.end()):
        return None  # 'hiến pháp và pháp luật'
    if _NOT_A_CONSTITUTION.search(text, max(start - 10, 0), start):
        return None
    return _Head(start, found.end(), "Hiến pháp")


def _code_in_short(text: str, start: int) -> _Head | None:
    """'BLDS 2015', 'BLTTHS'."""
    return None if text[max(start - 1, 0) : start].isalnum() else _Head(start, start, "")


# The rare letters of each type word and how many stand before them; `str.find` runs over a text many
# times faster than a pattern of the whole words.
_TRACES = (
    ("uật", 1, _law),
    ("UẬT", 1, _law),
    ("lệnh", 0, _ordinance),
    ("LỆNH", 0, _ordinance),
    ("Hiến", 0, _constitution),
    ("hiến", 0, _constitution),
    ("HIẾN", 0, _constitution),
    ("BL", 0, _code_in_short),
)

# Words before 'Luật' that make it a school, a firm, a degree or part of another word: 'Trường Đại học
# Luật Hà Nội', 'Công ty Luật ABC', 'cử nhân Luật', 'kỷ luật', 'Công ước Luật Biển'.
_BARRED = re.compile(
    r"(?:[Đđ]ại học|[Kk]hoa|Trường|[Cc]ông ty|CÔNG TY|TNHH|[Hh]ợp danh|[Vv]ăn phòng|VĂN PHÒNG|Hãng|[Tt]ạp chí|"
    r"[Cc]ử nhân|[Tt]hạc s[ĩỹ]|[Tt]iến s[ĩỹ]|lạc bộ|[Qq]uy|QUY|[Kk]ỷ|KỶ|[Pp]háp|PHÁP|[Ss]ắc|[Bb]ộ môn|"
    r"[Cc]huyên ngành|[Cc]ông ước)\s+$"
)
# Words that may end a phrase before it too ('cho sinh viên Luật Phòng, chống ma túy'): only a known act.
_DOUBTFUL = re.compile(
    r"(?:[Vv]iện|[Ss]inh viên|[Tt]rung tâm|[Mm]ôn|Cục|Vụ|[Nn]gành|[Kk]hối|[Hh]ọc)\s+$"
)
_BEFORE = 14  # letters looked at


def _is_barred(text: str, start: int) -> bool:
    if not start:
        return False
    if text[start - 1].isalpha():  # 'kỹthuật', but a lost blank in 'củaLuật'
        return not (text[start] == "L" and text[start - 1].islower())
    return _BARRED.search(text, max(start - _BEFORE, 0), start) is not None


# -- acts ------------------------------------------------------------------------------------------


def _act(text: str, head: _Head) -> NamedAct | None:
    bounds = _bounds(text, head)
    if bounds is None:
        return None
    doc_type = head.doc_type or ("Bộ luật" if bounds.name.startswith("Bộ luật") else "Luật")
    return _with_tail(text, head.start, doc_type, bounds)


def _bounds(text: str, head: _Head) -> Bounds | None:
    if head.doc_type == "Hiến pháp":
        return Bounds(head.body, "Hiến pháp", "known")
    if head.is_lower:
        return _lower(text, head)
    if head.only_known:
        return known_bounds(text, head.body, head.doc_type)
    return name_bounds(text, head.start, head.body, head.doc_type)


_HAS_TAIL = re.compile(r"\s+(?:năm\s+(?:19|20)|ngày\s+\d|số\s+\d)|\s*\(sửa\s+đổi")


def _lower(text: str, head: _Head) -> Bounds | None:
    """'luật đất đai': in lower case only an official name, and of one syllable only with a year."""
    found = known_bounds(text, head.body, head.doc_type, "lower")
    if not found or found.rule != "lower":
        return None
    is_word = len(text[head.body : found.end].split()) == 1
    return None if is_word and not _HAS_TAIL.match(text, found.end) else found


def _with_tail(text: str, start: int, doc_type: str, bounds: Bounds) -> NamedAct:
    tail = read_tail(text, bounds.end)
    return NamedAct(start, tail.end, bounds.end, doc_type, bounds.name, tail.year, bounds.rule)


# -- lists -----------------------------------------------------------------------------------------

_TYPE_WORD = r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\b"
_ELIDED = re.compile(rf"(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)(?!{_TYPE_WORD})(?=[{UPPER}])")
_SEVERAL = re.compile(r"(?:các|CÁC|Các|những|hai|ba|\d)\s+$")
# What closes a member: punctuation or a tail; 'và' before another; after 'các' a clause may go on.
_CLOSED = re.compile(
    r"\s*(?:[,;.:)(\n]|$)|\s+(?:năm\s|ngày\s|sửa\s+đổi|(?:19|20)\d\d)"
    rf"|\s+và\s+(?:các\s+)?(?={_TYPE_WORD}|(?P<next>[{UPPER}]))"
)
_GOES_ON = re.compile(
    r"\s+(?:và|được|đã|có|để|theo|quy\s+định|cho|cùng|nêu|trên|tại|trong|với|khi)\b"
)


def _members(text: str, first: NamedAct, head: _Head) -> list[NamedAct]:
    """The members of 'Luật Đầu tư, Nhà ở và Kinh doanh bất động sản' after the first.

    In 'Luật Thanh tra, Thanh tra tỉnh đã ...' and 'Luật Đầu tư, Doanh nghiệp phải ...' no second law
    is named.
    """
    if head.is_lower or head.only_known or first.rule.startswith("amending"):
        return []
    several = _SEVERAL.search(text, max(head.start - 8, 0), head.start) is not None
    members: list[NamedAct] = []
    end = first.end
    while separator := _ELIDED.match(text, end):
        bounds = known_bounds(text, separator.end(), first.doc_type, "list")
        if not bounds or not _is_member(text, bounds.end, first.doc_type, several=several):
            break
        act = _with_tail(text, separator.end(), first.doc_type, bounds)
        members.append(act)
        end = act.end
    return members


def _is_member(text: str, end: int, doc_type: str, *, several: bool) -> bool:
    if several and _GOES_ON.match(text, end):
        return True
    closed = _CLOSED.match(text, end)
    if not closed:
        return False
    return closed["next"] is None or known_bounds(text, closed.end(), doc_type) is not None
