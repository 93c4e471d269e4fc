"""A head word alone ('Sở', 'Trung tâm') that stands for one organisation named elsewhere."""

from __future__ import annotations

import re

from msgspec import Struct

from ...reading import Context
from .bounds import ACTING_SYLLABLES, NOT_AFTER_BARE
from .heads import HEADS
from .patterns import END
from .resolver import Named, named
from .surroundings import is_kind, is_many

# 'Sở, ban, ngành', 'Sở ngành', 'Bộ, ngành Trung ương': the kind.
_KIND_AFTER = re.compile(
    r"\s*(?:[,/-]|và)?\s*(?:sở|(?<=,\s)(?:[Cc]ục|[Vv]ụ|[Vv]iện)(?!\s+[A-ZĐ])"
    r"|[Bb]an(?=,|\s+(?:[Nn]gành|Đảng|đảng))|[Nn]gành|đơn vị"
    rf"|địa phương|huyện|phòng(?!,?\s+chống)|đoàn thể){END}"
)
# 'phòng thuộc Cục, Vụ': the last of several kinds.
_KINDS_BEFORE = ("Cục, ", "Vụ, ", "Sở, ", "Bộ, ", "Ban, ")
# What may follow a head that is no common word there: the end of a phrase, or what it does.
_ACTS = re.compile(rf"\s*(?:[,.;:)”\"’/]|$|\n|[⁰¹²³⁴-⁹]|\s(?:{'|'.join(ACTING_SYLLABLES)}){END})")
_NOT_AFTER = {
    head: re.compile(rf"\s+(?:{words}){END}", re.IGNORECASE)
    for head, words in NOT_AFTER_BARE.items()
}
# 'Văn phòng 14 người, Trung tâm 10 người': a unit in a list of staff or of what each received.
_COUNTS = re.compile(
    rf"\s*:?\s*\d[\d.]*\s(?:người|biên chế|cán bộ|công chức|viên chức|hồ sơ|vị trí|đồng chí){END}"
)
# Heads that begin an issuer's name and stand for it before any word in lower case: 'Bộ đặt mục
# tiêu', 'Tổng cục thẩm định'.
_ISSUING_HEADS = frozenset(("Sở", "Bộ", "Cục", "Tổng cục", "Chi cục", "Viện", "Tổng công ty"))
# 'Hội' alone is mostly the movement ('công tác Hội', 'các cấp Hội'): it is the issuer only where it
# opens a clause in which it acts.
_ASSOCIATION = re.compile(r"(?<!\w)Hội (?!đồng).+")  # in the issuer's name, behind 'Ban Chấp hành'
_OPENS_CLAUSE = re.compile(r"(?:^|\n|[.;:,]\s|\d[.)]\s|[-+*]\s)\s*$")
_LOWER_OR_END = re.compile(
    r"\s*(?:[^\w\s]|$|\n|[⁰¹²³⁴-⁹])|\s+(?:[^\W\d_A-ZĐ]|\d{1,2} tháng (?:đầu|cuối|năm))"
)

_OPENS_SENTENCE = re.compile(r"[.!?]\s$")

# Nothing is in one paragraph with what stands further off than this.
_PARAGRAPH = 5000
# 'Ban' alone is an office, not these organs.
_OF_THE_PARTY = ("Ban Thường vụ", "Ban Chấp hành", "Ban Thường trực")


class _Remembered(Struct):
    """The organisations of one head: how often each was named and, of the paragraph in which one was
    named last, the first, or the last that opens a sentence; `end` is where the last ends."""

    first: Named
    end: int
    counts: dict[Named, int]


class Memory:
    """The organisations named so far, by head.

    A bare head stands for the first named in its paragraph, whom the paragraph is about ('Sở Nội vụ
    phối hợp với Sở Tài chính ...; Sở đã ...'), until another opens a sentence; else for the one
    named most.
    """

    def __init__(self, context: Context) -> None:
        self._issuer = context.issuer
        self._level = context.level
        self._by_head: dict[str, _Remembered] = {}

    def record(self, head: str, body: Named, text: str, start: int, end: int) -> None:
        """Remember a body named in full at a place."""
        opens = _OPENS_SENTENCE.search(text, max(start - 3, 0), start) is not None
        self._note(head, body, text, end, opens)
        if head.startswith("Ban ") and head not in _OF_THE_PARTY:
            self._note("Ban", body, text, end, opens)
        elif head.startswith("Hạt "):
            self._note("Hạt", body, text, end, opens)

    def _note(self, head: str, body: Named, text: str, end: int, opens: bool) -> None:
        known = self._by_head.get(head)
        if known is None:
            known = self._by_head[head] = _Remembered(body, end, {})
        elif opens or not _in_one_paragraph(text, known.end, end):
            known.first = body
        known.end = end
        known.counts[body] = known.counts.get(body, 0) + 1

    def recall(self, head: str, text: str, position: int) -> Named | None:
        """The organisation that a bare head at a position stands for."""
        if head == "Hội" and (own := _ASSOCIATION.search(self._issuer or "")):
            return named(own[0], self._level)
        if self._issuer and _begins(self._issuer, head):
            return named(self._issuer, self._level)
        if head in ("Văn phòng", "Thanh tra") and self._issuer and _is_department(self._issuer):
            return named(f"{head} {self._issuer}", self._level)
        known = self._by_head.get(head)
        if known is None:
            return None
        if _in_one_paragraph(text, known.end, position):
            return known.first
        return max(known.counts, key=known.counts.__getitem__)


def _in_one_paragraph(text: str, earlier: int, later: int) -> bool:
    return later - earlier < _PARAGRAPH and text.find("\n", earlier, later) < 0


def _begins(name: str, head: str) -> bool:
    return name.startswith(head + " ") and not (head == "Ban" and name.startswith(_OF_THE_PARTY))


def _is_department(issuer: str) -> bool:
    return _begins(issuer, "Sở") or _begins(issuer, "Bộ") or _begins(issuer, "Ban Dân tộc")


def is_anaphor(text: str, start: int, end: int, head: str, issuer: str | None = None) -> bool:
    """Whether a bare head at a place names one organisation by what stands around it.

    `issuer` is that of the document.
    """
    if head == "Hội":
        opens = _OPENS_CLAUSE.search(text, max(start - 6, 0), start)
        own = _ASSOCIATION.search(issuer or "")
        return bool(own and opens and text[end : end + 1] == " " and _ACTS.match(text, end))
    if not HEADS[head].bare or is_many(text, start) or is_kind(text, start):
        return False
    if text.endswith(_KINDS_BEFORE, max(start - 6, 0), start):
        return False
    if _KIND_AFTER.match(text, end) or ((stop := _NOT_AFTER.get(head)) and stop.match(text, end)):
        return False
    issues = head in _ISSUING_HEADS and issuer is not None and _begins(issuer, head)
    if head == "Sở" or issues:
        return _LOWER_OR_END.match(text, end) is not None
    return (_ACTS.match(text, end) or _COUNTS.match(text, end)) is not None
