"""Acts cited by name alone: laws, codes, ordinances, the Constitution.

'Luật Đất đai năm 2024', 'Luật Phòng, chống bạo lực gia đình', 'Luật tổ chức chính quyền địa phương
năm 2015', 'Luật Lưu trữ (sửa đổi)', 'các Luật: Đầu tư, Nhà ở'.  A name in the lexicon is taken whole,
commas and all; another ends where its words stop looking like a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ...lexicon import laws
from ...vietnamese import UPPER, fold

_HEAD = re.compile(r"(?:Luật|[Bb]ộ luật|Bộ Luật|Pháp lệnh)\s|Hiến pháp\b|HIẾN PHÁP\b")
# The rarest letters of the heads: finding these first is several times faster than finding heads.
_TRACE = re.compile(r"uật\s|áp lệnh\s|iến pháp|IẾN PHÁP")
_HEAD_LENGTHS = (1, 4, 2)  # letters of a head before its trace: L-uật, Bộ l-uật, Ph-áp lệnh
_NOT_A_NAME = re.compile(
    r"(?:số|sư|gia|pháp|này|nêu|trên|định|đó|chuyên|liên quan|hiện hành|khoa)\b"
)
# 'Luật Sửa đổi, bổ sung một số điều của Luật A và Luật B': one act
_AMENDING = re.compile(
    r"[Ss]ửa đổi(?:,? bổ sung)?,?\s+(?:một số điều|các điều|Điều \d+[^,;.]{0,30})\s+(?:của|tại)\s+(?:các\s+)?"
)
_AND_LAW = re.compile(r"(?:,|\s+và)\s+(?=Luật|Bộ luật|Pháp lệnh)")
# An amending law may name ten others: the name is looked for further.
_AMENDS = re.compile(r"Luật [Ss]ửa đổi")
_NAME_WORD = re.compile(r"[^\W_]+")  # of a known name, which may hold '(HIV/AIDS)' or '10 luật'
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Words that do not stand inside the name of a law that the lexicon lacks.
_STOP = frozenset(
    (
        "của năm ngày được đã có là cho theo để trên trong tại do bị sẽ đang khi nếu nhằm gồm như từ đến "
        "ban quy hướng thì mà với số sửa này nêu luật bộ pháp nghị quyết cùng các những nói ra đối việc "
        "về cũng phải còn tới vào"
    ).split()
)
_YEAR = re.compile(r"\s*(?:,\s*)?(?:(?:năm|Năm)\s+)?((?:19|20)\d{2})(?!\d|/)")
_REVISED = re.compile(r"\s*\((?:sửa đổi|SĐBS|sửa đổi, bổ sung)(?:,? bổ sung)?(?: năm \d{4})?\)")
_ELIDED = re.compile(rf"\s*(?:,|;|và)\s+(?!Luật\b)(?=[{UPPER}])")


class NamedAct(Struct, frozen=True):
    """A named act: its place, its type, its name, and the year that stands with it."""

    start: int
    end: int
    name_end: int
    doc_type: str
    name: str
    year: int | None
    known: bool


@cache
def _names() -> dict[str, str]:
    """Folded names and aliases of acts -> official name."""
    names: dict[str, str] = {}
    for row in laws():
        names[fold(row.name)] = row.name
    for row in laws():
        for alias in row.aliases:
            names.setdefault(fold(alias), row.name)
    return names


def find_named_acts(text: str) -> list[NamedAct]:
    """All acts cited by name, sorted."""
    found: list[NamedAct] = []
    for match in _heads(text):
        before = text[max(match.start() - 8, 0) : match.start()]
        if before[-1:].isalnum() or before.endswith(("Đại học ", "Khoa ")):
            continue  # 'Trường Đại học Luật Hà Nội'
        if found and match.start() < found[-1].end:
            continue
        if act := _act_at(text, match):
            found.append(act)
            if text[max(match.start() - 5, 0) : match.start()].lower().endswith("các "):
                found += _members(text, act)
    return found


def _heads(text: str) -> Iterator[re.Match[str]]:
    for trace in _TRACE.finditer(text):
        for length in _HEAD_LENGTHS:
            if (start := trace.start() - length) >= 0 and (head := _HEAD.match(text, start)):
                yield head


def _doc_type(head: str) -> str:
    head = head.strip()
    return "Bộ luật" if head.lower() == "bộ luật" else head[:1] + head[1:].lower()


def _act_at(text: str, head: re.Match[str]) -> NamedAct | None:
    doc_type = _doc_type(head[0])
    if doc_type == "Hiến pháp":
        return _finish(text, head.start(), head.end(), doc_type, "Hiến pháp", known=True)
    after = text[head.end() : head.end() + 1]
    if _NOT_A_NAME.match(text, head.end()):
        return None
    end = _known_end(text, head.start()) or 0
    amending = None if end else _AMENDING.match(text, head.end())
    if amending:
        end = _amended_end(text, amending.end())
        name = " ".join(text[head.start() : end].split())
        return _finish(text, head.start(), end, doc_type, name, known=False)
    known = bool(end)
    if not known:
        if not after.isupper():
            return None
        end = _open_end(text, head.end())
        if end is None:
            return None
    name = _names().get(fold(text[head.start() : end])) or " ".join(
        text[head.start() : end].split()
    )
    return _finish(text, head.start(), end, doc_type, name, known=known)


def _amended_end(text: str, start: int) -> int:
    """The end of the names that an amending law amends: 'Luật A, Luật B và Luật C'."""
    end = start
    while head := _HEAD.match(text, start):
        end = _known_end(text, start) or _open_end(text, head.end()) or head.end()
        joint = _AND_LAW.match(text, end)
        if not joint:
            break
        start = joint.end()
    return end


def _known_end(text: str, start: int, prefix: str = "") -> int | None:
    """The end of the longest name of the lexicon that starts here."""
    reach, words = (320, 64) if _AMENDS.match(text, start) else (160, 30)
    window = text[start : start + reach].split("\n\n", 1)[0]
    ends = [m.end() + window.startswith(")", m.end()) for m in _NAME_WORD.finditer(window)][:words]
    for end in reversed(ends):
        if fold(prefix + window[:end]) in _names():
            return start + end
    return None


def _open_end(text: str, start: int) -> int | None:
    """The end of a name that the lexicon lacks: words up to the first that cannot belong."""
    end = None
    for count, word in enumerate(_WORD.finditer(text, start, start + 120)):
        if end is not None and text[end : word.start()].strip(" \n"):
            break  # punctuation
        if count > 9 or word[0].lower() in _STOP:
            break
        if word[0] == "và":
            following = _WORD.match(text, word.end() + 1)
            if not following or following[0][:1].isupper():
                break
        end = word.end()
    return end


def _finish(text: str, start: int, end: int, doc_type: str, name: str, *, known: bool) -> NamedAct:
    name_end = end
    if revised := _REVISED.match(text, end):
        end = revised.end()
    year = _YEAR.match(text, end)
    if year:
        end = year.end()
    return NamedAct(start, end, name_end, doc_type, name, int(year[1]) if year else None, known)


def _members(text: str, first: NamedAct) -> list[NamedAct]:
    """The other members of 'các Luật Đầu tư, Nhà ở và Kinh doanh bất động sản'."""
    members: list[NamedAct] = []
    end = first.end
    while separator := _ELIDED.match(text, end):
        at = separator.end()
        member_end = _known_end(text, at, "Luật ")
        if member_end is None:
            break
        name = _names()[fold("Luật " + text[at:member_end])]
        act = _finish(text, at, member_end, first.doc_type, name, known=True)
        members.append(act)
        end = act.end
    return members
