"""'Quyết định này', 'các Nghị định nêu trên', 'Kế hoạch đó': a type word and a word that points back.

A capital marks the document ('Quyết định này') against the act ('quyết định này của lãnh đạo');
where there is none to tell, at the start of a sentence or in lower case, a document of that type must
have been cited just before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from ...lexicon import KINDS, are_several, may_mean, titled
from ...reading import Layout
from ...records import Citation, Header
from ...vietnamese import alternation
from .drafts import Draft
from .flows import flows

# Pointing words, one pattern each: the search for a plain word is many times faster than that for a
# choice.  No other letter follows; a raised footnote mark counts as one.
_LAST_WORDS = {
    word: re.compile(rf"{word}(?<=\s{word})(?![^\W⁰¹²³⁴-⁹])")
    for word in ("này", "trên", "đó", "ấy", "nêu", "dẫn")
}
_BEFORE_LAST = frozenset(kind.rpartition(" ")[2].lower() for kind in KINDS) | frozenset(
    ("nêu", "nói", "kể", "dẫn", "ở", "đã")
)
_CASES = (str, str.lower, str.title)  # 'Nghị quyết này', 'nghị quyết này', 'Nghị Quyết này'
_POINTING = re.compile(
    rf"(?P<kind>{alternation(case(kind) for kind in KINDS for case in _CASES)})\s+"
    r"(?P<word>này|đó|ấy|(?:(?:đã|vừa|được)\s+)?(?:nêu|nói|kể|dẫn)\s+(?:ở\s+)?trên|trên|đã\s+(?:nêu|dẫn))$"
)
_LONGEST_WORD = 10  # 'hoạch' and a few blanks
_LONGEST = 48  # 'Nghị quyết liên tịch đã được nêu ở trên'
# 'Kế hoạch trên' points back, 'Kế hoạch trên địa bàn tỉnh' and 'Báo cáo đã nêu rõ' do not.
_NEEDS_AN_END = frozenset(("trên", "đã nêu", "đã dẫn"))
_ENDS = re.compile(
    r"\s*(?:[.,;:)”\"⁰¹²³⁴-⁹]|$|\n)|\s+(?:và|của|là|được|đã|đang|có|để|thì|mà|phải|cần|sẽ|còn|cũng|nhằm|gồm|"
    r"bao gồm|giao|yêu cầu|theo|tại|đến|trước|trong)\b"
)
_OF = re.compile(r"\s+của\b")
# In lower case most type words are common nouns: 'quy định này', 'chương trình này', 'pháp luật này'.
_SMALL = frozenset(
    ("quyết định", "nghị định", "nghị quyết", "thông tư", "thông tư liên tịch", "chỉ thị", "kế hoạch",
     "công văn", "công điện", "văn bản", "đề án", "tờ trình", "pháp lệnh", "thông báo", "kết luận")
)  # fmt: skip
_ABSTRACT = re.compile(r"(?:[Rr]a|[Mm]ọi|[Mm]ỗi|việc)\s+$")
# Acts are cited by number or name, however far back; other documents often by neither.
_ACTS = frozenset(
    ("hiến pháp", "bộ luật", "luật", "pháp lệnh", "sắc lệnh", "nghị định", "nghị quyết", "quyết định",
     "thông tư", "thông tư liên tịch", "nghị quyết liên tịch", "chỉ thị")
)  # fmt: skip
_VAGUE = frozenset(("này", "đó", "ấy"))
_NEAR = 900
_NAME_GOES_ON = re.compile(
    r"\s+(?!(?:số|này|đó|ấy|trên|nêu|nói|kể|đã|được|và|của|là|để|có|phải|cần|sẽ|theo|tại|cho|do)\b)[^\W\d_]"
)
_OPENING = re.compile(r"[\s\-+*•–“\"]*(?:\d{1,2}[.)]|[a-zđ]\)|Điều \d+\.)?\s*")


class _Bearer(Struct, frozen=True):
    """What a pointing word may go back to; `at` is where a reader of the body comes upon it."""

    at: int
    end: int  # with the title that follows it
    doc_type: str
    subject: str

    def is_one(self, kind: str) -> bool:
        return may_mean(kind, self.doc_type) or titled(kind, self.subject)


class Bearers:
    """The documents that can be gone back to in one text, its own among them."""

    def __init__(
        self, layout: Layout, header: Header, cited: Sequence[Citation], back: Sequence[Draft]
    ) -> None:
        self.own_type = header.doc_type
        self._own_title = header.title or ""
        starts = {citation.start for citation in cited}
        self._cited = [_cited(layout, c, starts) for c in cited if c.kind != "self"]
        self._cited += [_Bearer(d.start, d.end, d.doc_type or "?", "") for d in back]
        self._cited.sort(key=lambda bearer: bearer.at)
        self._by_kind: dict[str, list[_Bearer]] = {}

    def is_own(self, kind: str) -> bool:
        """Whether the document itself is, or brings with it, one of that kind."""
        if self.own_type is None:
            return False
        return may_mean(kind, self.own_type) or titled(kind, self._own_title)

    def last_before(self, kind: str, position: int) -> _Bearer | None:
        """The last of that kind that a reader has come upon."""
        of_kind = self._by_kind.get(kind)
        if of_kind is None:
            of_kind = self._by_kind[kind] = [b for b in self._cited if b.is_one(kind)]
        before = bisect_left(of_kind, position, key=lambda bearer: bearer.at)
        return of_kind[before - 1] if before else None


def _cited(layout: Layout, citation: Citation, starts: Collection[int]) -> _Bearer:
    title = citation.parts.get("subject", (-1, -1))
    at, end = citation.start, max(citation.end, title[1])
    # a footnote may be hung on another citation, which is then no title of its own
    subject = "" if title[0] in starts else citation.subject or ""
    note = layout.footnote_at(at)
    if note and note.anchor_start is not None and note.anchor_end is not None:
        at, end = note.anchor_start, note.anchor_end
    return _Bearer(at, end, citation.doc_type or "?", subject)


def find_demonstratives(layout: Layout, bearers: Bearers) -> list[Draft]:
    """All of a text, in no order; offsets are the view's."""
    return [
        Draft(
            match.start(),
            match.end(),
            "reference",
            {"mention": "this" if match["word"] == "này" else "aforesaid"},
            _normal(match["kind"]),
        )
        for flow, low, high in flows(layout)
        for match in _pointing(flow, low, high)
        if _goes_back(layout, flow, match, bearers)
    ]


def _pointing(flow: str, low: int, high: int) -> Iterator[re.Match[str]]:
    for end in _last_words(flow, low, high):
        match = _POINTING.search(flow, max(end - _LONGEST, low), end)
        if match and _is_word(flow, match) and not _goes_on(flow, match):
            yield match


def _last_words(flow: str, low: int, high: int) -> Iterator[int]:
    """Where a pointing word ends behind a type word, or behind a word that points with it."""
    for word, pattern in _LAST_WORDS.items():
        first = flow.find(word, low, high)  # often none
        for match in pattern.finditer(flow, first, high) if first >= 0 else ():
            at = match.start()
            words = flow[max(at - _LONGEST_WORD, low) : at].split()
            if words and words[-1].lower() in _BEFORE_LAST:
                yield match.end()


def _is_word(flow: str, match: re.Match[str]) -> bool:
    """'kèm theoQuyết định này': a blank may be lost before a capital."""
    before, first = flow[match.start() - 1 : match.start()], match["kind"][0]
    return not before.isalnum() or (before.islower() and first.isupper())


def _goes_on(flow: str, match: re.Match[str]) -> bool:
    word = " ".join(match["word"].lower().split())
    return word in _NEEDS_AN_END and not _ENDS.match(flow, match.end(), match.end() + 12)


def _normal(kind: str) -> str:
    return " ".join(kind.split()).capitalize()


def _goes_back(layout: Layout, flow: str, match: re.Match[str], bearers: Bearers) -> bool:
    """Whether there is a document that the words can mean."""
    kind, start = _normal(match["kind"]), match.start()
    is_small = match["kind"][0].islower()
    if is_small and (kind.lower() not in _SMALL or not _is_definite(flow, match)):
        return False
    sentence, _ = layout.sentence(start)
    opens = _OPENING.fullmatch(flow, sentence, start) is not None
    may_be_itself = match["word"] == "này" and not (is_small or are_several(flow, start))
    if may_be_itself and _speaks_of_itself(kind, bearers, opens=opens):
        return True
    bearer = bearers.last_before(kind, start)
    if bearer is None:
        return False
    if is_small or (opens and _may_be_common(kind, match["word"])):
        previous, _ = layout.sentence(max(sentence - 1, 0))
        if bearer.at < previous:
            return False
    if kind.lower() in _ACTS:
        return True
    return start - bearer.end < _NEAR and not _has_rival(flow, kind, bearer.end, start)


def _speaks_of_itself(kind: str, bearers: Bearers, *, opens: bool) -> bool:
    """By its own type or title; an act whose head is lost speaks of itself all the same."""
    is_headless = bearers.own_type is None and kind.lower() in _ACTS and not opens
    return is_headless or bearers.is_own(kind)


def _may_be_common(kind: str, word: str) -> bool:
    """At a sentence's start 'Quyết định này' may be any decision; 'Nghị định này' is one act."""
    return word in _VAGUE and (kind.lower() not in _ACTS or kind == "Quyết định")


def _has_rival(flow: str, kind: str, low: int, high: int) -> bool:
    """Whether another of that kind, without a number, is named nearer: 'Đề án đô thị thông minh'."""
    place = flow.find(kind, low, high)
    while place >= 0:
        if _NAME_GOES_ON.match(flow, place + len(kind), high):
            return True
        place = flow.find(kind, place + 1, high)
    return False


def _is_definite(flow: str, match: re.Match[str]) -> bool:
    """'quyết định này của lãnh đạo', 'ra quyết định này' speak of deciding."""
    start = match.start()
    return not _OF.match(flow, match.end()) and not _ABSTRACT.search(flow, max(start - 8, 0), start)
