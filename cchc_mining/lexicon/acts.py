"""How laws, codes, ordinances and constitutions are cited by name.

An act is cited by its official name or a short one ('Luật BHXH', 'BLDS'), in any case, with commas
left out ('Luật Phòng chống tham nhũng'), and with a tail that tells which of its namesakes is
meant: '(sửa đổi)', 'năm 2015', '2020', '(sửa đổi, bổ sung năm 2009)'.  `ActNames` finds the name,
`read_tail` the tail, `act_key` gives what all spellings of one name share, `passing_body` says who
passed the act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from ..vietnamese import fold
from .rows import Law, laws

# One word of a name, or a mark that may stand in it.  Blanks, one line break and the stars of markup
# may stand before it; '/', '&' and '-' join words: 'HIV/AIDS', 'PCCC&CNCH'.
_TOKEN = re.compile(r"(?:[^\S\n]|\*|\n(?![^\S\n]*\n))*[/&-]?([^\W_]+|[,;(\"“–-])")
_WORD = re.compile(r"[^\W_]+")
_MARKS = frozenset(',;("“–-')
_OPENING, _CLOSING = frozenset('("“'), frozenset(')"”')
_MARK = ","  # what all marks are in the tree of names

# Two spellings of one syllable: 'qui phạm', 'sỹ quan', 'ký kết' and 'kí kết'.
_SPELLING = {
    "qui": "quy", "quí": "quý", "sỹ": "sĩ", "kĩ": "kỹ", "lí": "lý", "kí": "ký", "kì": "kỳ",
    "mĩ": "mỹ", "tỉ": "tỷ",
}  # fmt: skip
# Abbreviations inside longer names: 'Luật Tổ chức HĐND và UBND'.
_SHORT = {
    short: tuple(long.split())
    for short, long in {
        "HĐND": "hội đồng nhân dân",
        "UBND": "ủy ban nhân dân",
        "QPPL": "quy phạm pháp luật",
        "VBQPPL": "văn bản quy phạm pháp luật",
        "QH": "quốc hội",
        "ĐBQH": "đại biểu quốc hội",
        "TAND": "tòa án nhân dân",
        "VKSND": "viện kiểm sát nhân dân",
        "CQĐP": "chính quyền địa phương",
        "QĐND": "quân đội nhân dân",
        "VN": "việt nam",
        "CHXHCN": "cộng hòa xã hội chủ nghĩa",
        "VPHC": "vi phạm hành chính",
        "GTGT": "giá trị gia tăng",
        "TTĐB": "tiêu thụ đặc biệt",
        "TNDN": "thu nhập doanh nghiệp",
        "TNCN": "thu nhập cá nhân",
        "NSNN": "ngân sách nhà nước",
        "BVMT": "bảo vệ môi trường",
        "BHXH": "bảo hiểm xã hội",
        "BHYT": "bảo hiểm y tế",
        "BĐS": "bất động sản",
        "KDBĐS": "kinh doanh bất động sản",
        "ĐT": "đầu tư",
        "XD": "xây dựng",
        "NN": "nhà nước",
        "TTHS": "tố tụng hình sự",
        "TTDS": "tố tụng dân sự",
    }.items()
}
_SHORT_FOLDED = {fold(short): long for short, long in _SHORT.items()}


def _words(token: str) -> tuple[str, ...]:
    """The words that a token of a name stands for."""
    if long := _SHORT.get(token):
        return long
    word = token.lower()
    return (_SPELLING.get(word, word),)


class ActName(Struct, frozen=True):
    """A known name found in a text: where it ends and the act's official name.

    `is_official` is false for a short or other name in use.
    """

    end: int
    name: str
    is_official: bool


_Node = dict[str, "_Node"]


class ActNames:
    """All names of the given acts, to be found in running text.

    `ActNames.of_lexicon()` holds those of the table that ships with the package.
    """

    __slots__ = ("_ends", "_root")

    def __init__(self, acts: Iterable[Law]) -> None:
        self._root: _Node = {}
        self._ends: dict[int, tuple[str, bool]] = {}
        rows = tuple(acts)
        for row in rows:
            self._ends[id(self._node(row.name))] = (row.name, True)
        for row in rows:
            for alias in row.aliases:
                self._ends.setdefault(id(self._node(alias)), (row.name, False))

    @classmethod
    def of_lexicon(cls) -> ActNames:
        """The names of the lexicon, built once."""
        return _of_lexicon()

    def _node(self, name: str) -> _Node:
        """The node where a name ends, made if need be.

        An edge is a word; where the name has a mark before the word, the same edge with a mark.
        """
        node, mark = self._root, ""
        for token in _TOKEN.findall(name):
            if token in _MARKS:
                mark = _MARK
                continue
            # 'AI' and 'VC' are words of a name only in capitals
            is_code = token.isupper() and len(token) > 1 and token not in _SHORT
            for word in (token,) if is_code else _words(token):
                following = node.setdefault(word, {})
                if mark:
                    node[mark + word] = following
                node, mark = following, ""
        return node

    def find(self, text: str, start: int, head: str = "") -> ActName | None:
        """The longest known name at `start`; `head` stands for a type word that is not repeated.

        Marks may be left out in the text, but none may stand where the name has none.

        >>> ActNames.of_lexicon().find('Luật phòng chống tham nhũng năm 2018', 0).name
        'Luật Phòng, chống tham nhũng'
        """
        node: _Node | None = self._root
        for word in _WORD.findall(head.lower()):
            if (node := node.get(word)) is None:
                return None
        best: tuple[int, int] | None = None
        at, mark, is_open = start, "", False
        while token := _TOKEN.match(text, at):
            at = token.end()
            if token[1] in _MARKS:
                mark, is_open = _MARK, is_open or token[1] in _OPENING
                continue
            node = _after(node, mark, token[1])
            if node is None:
                break
            mark = ""
            if id(node) in self._ends:
                closes = is_open and text[at : at + 1] in _CLOSING
                best = at + closes, id(node)
        return ActName(best[0], *self._ends[best[1]]) if best else None


def _after(node: _Node, mark: str, token: str) -> _Node | None:
    if (code := node.get(mark + token)) is not None:
        return code
    for word in _words(token):
        following = node.get(mark + word)
        if following is None:
            return None
        node, mark = following, ""
    return node


@cache
def _of_lexicon() -> ActNames:
    return ActNames(laws())


# The amending act is known by what it amends, however that is put: 'Luật sửa đổi một số điều của
# Luật X', 'Luật sửa đổi, bổ sung 1 số điều Luật X', 'Luật bổ sung, sửa đổi một số điều của các luật X'.
_AMENDING_KEY = re.compile(
    r"^(luật|pháp lệnh) (?:sửa đổi|bổ sung)(?: và)?(?: bổ sung| sửa đổi)?"
    r" (?:một|1) số điều(?: của| tại)?(?: các)? (?=bộ luật|luật|pháp lệnh)"
)
_ABOUT = re.compile(r"^(luật|pháp lệnh) về ")
_AND_ACT = re.compile(r" và (?=bộ luật |luật |pháp lệnh )")


def act_key(name: str) -> str:
    """What all spellings of an act's name share: folded words without punctuation.

    >>> act_key('Luật Phòng, chống tham nhũng') == act_key('Luật phòng chống tham nhũng')
    True
    >>> act_key('Luật Tổ chức HĐND và UBND')
    'luật tổ chức hội đồng nhân dân và ủy ban nhân dân'
    """
    words: list[str] = []
    for word in _WORD.findall(fold(name)):
        words += _SHORT_FOLDED.get(word) or _words(word)
    key = _ABOUT.sub(r"\1 ", " ".join(words))
    if amending := _AMENDING_KEY.match(key):
        rest = _AND_ACT.sub(" ", key[amending.end() :])
        key = f"{amending[1]} sửa đổi bổ sung một số điều của {rest}"
    return key


class Tail(Struct, frozen=True):
    """What follows an act's name: where it ends, the act's year, whether it is called revised.

    `revised_year` is the year in '(sửa đổi, bổ sung năm 2009)'.
    """

    end: int
    year: int | None = None
    is_revised: bool = False
    revised_year: int | None = None


_FULL_YEAR = r"((?:19|20)\d\d)"
# '(sửa đổi)', '(sửa đổi, bổ sung năm 2009)', '(đã được sửa đổi, bổ sung năm 2001)', '(SĐBS)'; a
# bracket that names the amending act is not part of the citation.
_REVISED = re.compile(
    r"\s*\(\s*(?:đã\s+)?(?:được\s+)?(?:sửa\s+đổi|hợp\s+nhất|SĐ,?\s*BS|SĐ)(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?"
    rf"(?:\s+(?:vào\s+)?(?:các\s+)?(?:năm\s+)?{_FULL_YEAR}(?:(?:\s*[,;]|\s+và)\s+(?:năm\s+)?(?:19|20)\d\d)*)?"
    r"\s*\)",
    re.I,
)  # fmt: skip
# 'Luật Thống kê sửa đổi', 'Luật Phòng, chống tham nhũng sửa đổi, bổ sung năm 2012'; not 'Luật A sửa
# đổi một số quy định của Luật B'.
_REVISED_BARE = re.compile(
    r"\s+sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?"
    rf"(?:\s+(?:năm\s+)?{_FULL_YEAR}(?!\d|/)|(?=\s*(?:[.;:)\n]|$)|\s+(?:và|ngày)\b))",
    re.I,
)
# 'năm 2024', '2020', '(2013)', '(năm 2013)'; not '2021 - 2025', nor a number in the next cell.
_YEAR = re.compile(
    rf"(?:\s+năm\s*|[ ])(?:{_FULL_YEAR})(?![\d/]|[.,]\d|\s*[-–]\s*\d)"
    rf"|\s*\(\s*(?:năm\s+)?{_FULL_YEAR}\s*\)",
    re.I,
)


# 'Bộ luật Lao động của nước Cộng hòa xã hội chủ nghĩa Việt Nam ngày 23 tháng 6 năm 1994': the state
# stands inside the citation where a day or year follows.
_STATE = re.compile(
    r"\s+(?:của\s+)?nước\s+(?:cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa|CHXHCN)\s+(?:việt\s+nam|VN)"
    r"(?=\s*,?\s+(?:ngày|năm|số)\s+\d|\s+\()",
    re.I,
)


def read_tail(text: str, end: int) -> Tail:
    """What follows a name that ends at `end`.

    >>> read_tail('Luật Giáo dục năm 2005 (sửa đổi, bổ sung năm 2009)', 13)
    Tail(end=50, year=2005, is_revised=True, revised_year=2009)
    """
    state = _STATE.match(text, end)
    at = state.end() if state else end
    revised = _REVISED.match(text, at) or _REVISED_BARE.match(text, at)
    at = revised.end() if revised else at
    year = _YEAR.match(text, at)
    if year:
        at = year.end()
    if year and not revised and (revised := _REVISED.match(text, at)):
        at = revised.end()
    return Tail(
        at,
        year=int(year[year.lastindex or 1]) if year else None,
        is_revised=revised is not None,
        revised_year=int(revised[1]) if revised and revised[1] else None,
    )


@cache
def _days() -> dict[str, frozenset[str]]:
    days: dict[str, set[str]] = {}
    for row in laws():
        if row.date:
            days.setdefault(row.name, set()).add(row.date)
    return {name: frozenset(found) for name, found in days.items()}


def adoption_days(name: str) -> frozenset[str]:
    """The days (ISO) on which acts of that official name were adopted, as far as known."""
    return _days().get(name, frozenset())


# Ordinances were the State Council's between the constitutions of 1980 and 1992: from July 1981 to
# September 1992, when the Standing Committee took them over again.
_STATE_COUNCIL = range(1981, 1993)


def passing_body(name: str, year: int | None = None) -> str:
    """Who passed the act of that name: the body that decides it, not the President who announces it.

    Without a year an ordinance is the State Council's if all of that name are.

    >>> passing_body('Bộ luật Lao động'), passing_body('Pháp lệnh Đê điều', 1989)
    ('Quốc hội', 'Hội đồng Nhà nước')
    """
    if not fold(name).startswith("pháp lệnh"):
        return "Quốc hội"
    years = {year} if year else _ordinance_years().get(act_key(name), frozenset())
    is_old = bool(years) and all(y in _STATE_COUNCIL for y in years)
    return "Hội đồng Nhà nước" if is_old else "Ủy ban Thường vụ Quốc hội"


@cache
def _ordinance_years() -> dict[str, frozenset[int]]:
    years: dict[str, set[int]] = {}
    for row in laws():
        if row.name.startswith("Pháp lệnh"):
            for name in (row.name, *row.aliases):
                years.setdefault(act_key(name), set()).add(int(row.year or row.date[:4]))
    return {name: frozenset(found) for name, found in years.items()}
