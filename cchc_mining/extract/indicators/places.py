"""The territories a sentence speaks of: 'thành phố Nha Trang còn', 'toàn tỉnh', 'trên địa bàn'."""

from __future__ import annotations

import re

from ...reading import Context
from .model import Place, Sentence

_LEVELS = {"tỉnh": "province", "huyện": "district", "thị xã": "district", "quận": "district",
           "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune"}  # fmt: skip
_AREA = "địa bàn"
# Words first, so that the scan looks at few letters; what stands around is looked at afterwards.
_LEVEL = re.compile(
    r"(?:tỉnh|thành phố|tp|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|địa bàn)(?!\w)"
)
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_NAME = re.compile(rf"\.?[ ]([{_UPPER}]\w*(?:[ ][{_UPPER}]\w*){{0,3}})")
_ACTS = re.compile(
    r"\s*(?:đã|có|còn|hiện|đạt|là|tiếp nhận|ban hành|giảm|tăng|tổ chức|thu hút|cũng|được|\(|:|-)"
)
_OPENS_CLAUSE = re.compile(r"(?:^|[,;:.(])\s*(?:đến nay,?|hiện nay,?|hiện)?\s*$")
_COVERS = ("toàn ", "địa bàn ")


def find_places(sentence: Sentence, context: Context) -> list[Place]:
    """The territories named in a sentence, its own ones resolved in context."""
    found: list[Place] = []
    for match in _LEVEL.finditer(sentence.low):
        place = _place(sentence, context, match)
        if place:
            found.append(place)
    return found


def _place(sentence: Sentence, context: Context, match: re.Match[str]) -> Place | None:
    low, (start, end) = sentence.low, match.span()
    if (start and low[start - 1].isalnum()) or any(
        n.start <= start < n.end for n in sentence.names
    ):
        return None
    if named := _NAME.match(sentence.text, end):
        level = "thành phố" if match[0] == "tp" else match[0]
        acts = match[0] != _AREA and _ACTS.match(low, named.end())
        return Place(start, f"{level} {named[1]}", False) if acts else None
    if match[0] == _AREA:
        here = low[start - 5 : start] == "trên " and not _LEVEL.match(low, end + 1)
        name = territory(context) if here else None
        return Place(start, name, False) if name else None
    covers = low[max(start - 8, 0) : start].endswith(_COVERS)
    if covers or _OPENS_CLAUSE.search(low, max(start - 14, 0), start):
        name = _own(context, match[0])
        return Place(start, name, covers) if name else None
    return None


def _own(context: Context, level: str) -> str | None:
    """The territory of the document at a level: 'tỉnh' -> 'tỉnh Khánh Hòa'."""
    if level in _LEVELS:
        return getattr(context, _LEVELS[level])
    cities = (name for name in (context.district, context.province) if name)
    return next((name for name in cities if name.startswith("thành phố")), None)


def territory(context: Context) -> str | None:
    """The territory that a document speaks of, the smallest known."""
    return context.commune or context.district or context.province
