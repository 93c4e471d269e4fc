"""The territories a sentence speaks of: 'thành phố Nha Trang còn', 'toàn tỉnh', 'trên địa bàn'."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...reading import Context
from . import words
from .model import Place, Sentence

_SHORT = {"tp": "thành phố", "tx": "thị xã"}
_LEVELS = {"tỉnh": "province", "huyện": "district", "thị xã": "district", "quận": "district",
           "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune"}  # fmt: skip
_AREA = "địa bàn"
_WORDS = (
    "tỉnh",
    "thành phố",
    "tp",
    "tx",
    "huyện",
    "quận",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "địa bàn",
)
_TOWN = "thị xã"
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_NAME = re.compile(rf"\.?[ ]([{_UPPER}]\w*(?:[ ][{_UPPER}]\w*){{0,3}})")
_ACTS = re.compile(
    r"\s*(?:\(?(?:cũ|mới)\)?\s+)?(?:đã|có|còn|hiện|đạt|là|tiếp nhận|ban hành|giảm|tăng|tổ chức|thu hút|cũng|được"
    r"|dẫn đầu|đứng|xếp|với|từ|hoàn thành|giải quyết|chiếm|đóng góp|thu|nộp"
    r"|\(|:|-|[0-9])"
)
# 'Xã Tân Bình thấp nhất: 61,2%', 'Huyện Ba Tri bàn giao 12 ha': whatever it does, where a clause opens.
_DOES = re.compile(rf"\s+(?:cao|thấp|nhiều|ít|lớn) nhất(?!\w)|\s+(?:{words.VERBS})(?!\w)")
# 'UBND cấp xã tiếp nhận', 'các xã, phường giải quyết', 'UBND các huyện có': all those of a territory.
_LOCAL = r"(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)"
_COUNCILS = r"ubnd |hđnd |ủy ban nhân dân |hội đồng nhân dân |phòng (?:[^\W\d_]+ ){1,5}?"  # each has its own
_SEVERAL = re.compile(
    rf"(?<!\w)(?P<body>{_COUNCILS})?"
    rf"(?:cấp (?:huyện|xã)|các (?:sở|địa phương|{_LOCAL})(?:(?:, | và |/)(?:ban|ngành|địa phương|{_LOCAL}))*)"
    r"(?: (?:trên địa bàn|trong|của|thuộc)? ?tỉnh)?(?!\w)"
)
# The rarest words of _SEVERAL, looked for first.
_ALL_OF_THEM = re.compile(rf"c(?:ấp (?:huyện|xã)|ác (?:sở|địa phương|{_LOCAL}))")
_THEY_ACT = re.compile(
    rf"\s+(?:(?:đã|đang|cũng|còn|hiện|được|chỉ|mới|chưa) )*(?:có|đạt|{words.VERBS})(?!\w)"
)
# Offices that tell of local authorities without naming their councils; the 'cấp huyện' of others
# are branches of their own.
_SUPERVISES = (
    "Sở ",
    "Phòng ",
    "Văn phòng ",
    "Thanh tra ",
    "Ủy ban nhân dân ",
    "Hội đồng nhân dân ",
)
_OPENS_CLAUSE = re.compile(r"(?:^|[,;:.(])\s*(?:đến nay,?|hiện nay,?|hiện)?\s*$")
_BEFORE_CLAUSE = (*",;:.(", "nay", "hiện")  # what _OPENS_CLAUSE ends in
_SCENE = re.compile(r"(?:^|[.;:,]|còn|riêng)\s*(?:tại|ở)\s$")
_COVERS = ("toàn ", "địa bàn ")
# From the smallest up: an address names the smaller first.
_RANKS = {"commune": 0, "district": 1, "province": 2}


def find_places(sentence: Sentence, context: Context) -> list[Place]:
    """The territories named in a sentence, its own ones resolved in context."""
    found: list[Place] = []
    before: Territory | None = None
    for start, word in _level_words(sentence):
        named = _named(sentence, start, word)
        if named is None:
            place = _unnamed(sentence.low, context, start, word)
            if place:
                found.append(place)
            continue
        if before is not None and named.lies_around(before):
            named = before._replace(end=named.end)  # 'Xã Yên Lập, tỉnh Phú Thọ được thành lập'
        if word != _AREA and _acts(sentence.low, named):
            found.append(Place(named.start, named.name, False))
        before = named
    found += _all_local(sentence, context)
    found.sort(key=lambda place: place.start)
    return found


def _acts(low: str, named: Territory) -> bool:
    """Whether a territory does or has what follows it, or sets the scene of it."""
    if _ACTS.match(low, named.end) or _opens(low, named):
        return True
    start = max(named.start - 14, 0)
    return bool(_OPENS_CLAUSE.search(low, start, named.start) and _DOES.match(low, named.end))


def _all_local(sentence: Sentence, context: Context) -> list[Place]:
    """The territory whose local councils act together: 'UBND cấp xã tiếp nhận 21.540 hồ sơ'."""
    low = sentence.low
    whole = territory(context) if "cấp " in low or "các " in low else None
    if whole is None or whole == context.commune:
        return []
    found: list[Place] = []
    for several in _SEVERAL.finditer(low) if _ALL_OF_THEM.search(low) else ():
        start, end = several.span()
        by_council = several["body"] or (context.issuer or "").startswith(_SUPERVISES)
        opens = _OPENS_CLAUSE.search(low, max(start - 14, 0), start)
        if by_council and opens and _THEY_ACT.match(low, end) and not sentence.names_in(start, end):
            found.append(Place(start, whole, False))
    return found


def find_territories(sentence: Sentence, start: int, end: int) -> list[Territory]:
    """The territories that a stretch names with their level, outside agencies' names."""
    found = [_named(sentence, at, word) for at, word in _level_words(sentence) if start <= at < end]
    return [named for named in found if named is not None and named.end <= end]


def _opens(low: str, named: Territory) -> bool:
    """Whether a territory sets the scene: 'Tại phường Việt Trì, bình quân mỗi ngày có 240 lượt'."""
    return (
        low.startswith(",", named.end)
        and _SCENE.search(low, max(named.start - 12, 0), named.start) is not None
    )


class Territory(NamedTuple):
    """A territory with its name, at offsets of the sentence."""

    start: int
    end: int
    level: str
    name: str

    def lies_around(self, other: Territory) -> bool:
        """Whether it says where another lies, right behind it: 'xã X, tỉnh Y'."""
        ranks = _RANKS.get(_LEVELS.get(self.level, "")), _RANKS.get(_LEVELS.get(other.level, ""))
        larger = ranks[0] is not None and ranks[1] is not None and ranks[0] > ranks[1]
        return larger and self.start - other.end == 2


def _level_words(sentence: Sentence) -> list[tuple[int, str]]:
    """The words of level in a sentence, in order, outside agencies' names and longer words.

    One search a word: faster than their alternation, most of whose first letters are common.
    """
    low = sentence.low
    found: list[tuple[int, str]] = []
    for word in _WORDS:
        start = low.find(word)
        while start >= 0:
            end = start + len(word)
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum()):
                town = word == "xã" and low.startswith(_TOWN, start - 4)
                found.append((start - 4, _TOWN) if town else (start, word))
            start = low.find(word, end)
    if sentence.names:
        found = [f for f in found if not any(n.start <= f[0] < n.end for n in sentence.names)]
    found.sort()
    return found


def _named(sentence: Sentence, start: int, word: str) -> Territory | None:
    end = start + len(word)
    if not sentence.text[end + 1 : end + 2].isupper() and not sentence.text.startswith(".", end):
        return None  # as most do: 'cấp tỉnh', 'các xã'
    named = _NAME.match(sentence.text, end)
    if named is None:
        return None
    level = _SHORT.get(word, word)
    return Territory(start, named.end(), level, f"{level} {named[1]}")


def _unnamed(low: str, context: Context, start: int, word: str) -> Place | None:
    """'toàn tỉnh', 'trên địa bàn', 'Huyện đã sáp nhập 05 trường'."""
    if word == _AREA:
        here = low[start - 5 : start] == "trên "
        elsewhere = low.startswith(_WORDS, start + len(_AREA) + 1)
        name = territory(context) if here and not elsewhere else None
        return Place(start, name, False) if name else None
    before = low[max(start - 14, 0) : start]
    covers = before.endswith(_COVERS)
    left = before.rstrip()
    opens = not left or left.endswith(_BEFORE_CLAUSE)
    if covers or (opens and _OPENS_CLAUSE.search(low, max(start - 14, 0), start)):
        name = own_territory(context, word)
        return Place(start, name, covers) if name else None
    return None


_LEVEL_WORDS = tuple(sorted((*_LEVELS, "thành phố", "tp", "tx"), key=len, reverse=True))


def named_territory(label: str, context: Context) -> str | None:
    """The territory that is all a label says: 'Huyện Lệ Thủy', 'TX Ba Đồn', 'Toàn tỉnh'."""
    label = label.removesuffix(" (cũ)").removesuffix(" (mới)")
    low = label.lower().removeprefix("cộng ").removeprefix("tổng ")
    if low.startswith("toàn "):
        return own_territory(context, low[5:]) if low[5:] in _LEVEL_WORDS else None
    level = next((word for word in _LEVEL_WORDS if low.startswith(word)), None)
    named = _NAME.fullmatch(label, len(level)) if level else None
    return f"{_SHORT.get(level, level)} {named[1]}" if level and named else None


def own_territory(context: Context, level: str) -> str | None:
    """The territory of the document at a level: 'tỉnh' -> 'tỉnh Khánh Hòa'."""
    if level in _LEVELS:
        return getattr(context, _LEVELS[level])
    cities = (name for name in (context.district, context.province) if name)
    return next((name for name in cities if name.startswith("thành phố")), None)


def territory(context: Context) -> str | None:
    """The territory that a document speaks of, the smallest known."""
    return context.commune or context.district or context.province
