"""The type word that a number belongs to: 'Quyết định số', 'Nghị định : số', 'Kế hoạch'.

It stands right before the number, or further back in the clause ('Nghị định của Chính phủ số 41/CP',
'Thông tư hướng dẫn số 20-TC/CTN'), or on the other side of a page's end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from ...lexicon import NumberCode, document_types
from ...reading import FootnoteBlock
from ...vietnamese import fold, strip_tones

_NEAR = 60
_LAST_WORDS = 16  # of a head: a line's end further back is rare
_LONGEST_HEAD = 40  # 'Quyết định xử phạt vi phạm hành chính'
_FAR = 140
# Around 'số': blanks, colons, markup, brackets and quotes.
_BETWEEN = " \t\r\n:*_(“\"'"
_BULLET = re.compile(r"\n\s*[-+*•–]\s*")
# 'số' as it is typed, and as bad fonts and OCR leave it: 'sô', 'sổ', 'sè'.
_SO = ("số", "Số", "SỐ")
_SO_MISREAD = ("sô", "Sô", "SÔ", "sổ", "Sổ", "sồ", "sộ", "sè", "Sè", "so")
# The end of a page between a head and its number: 'Quyết định số', '5', '2194/QĐ-UBND'
_PAGE_NUMBER = re.compile(r"\n\s*[-–]?\s?\d{1,3}\s?[-–]?\s*\n\s*\Z")
# A head further back is looked for in the same clause.
_CLAUSE = re.compile(r"[,;:.()]\s|\n\s*\n|\d/")
_WORD = re.compile(r"\S+")


class Head(Struct, frozen=True):
    """A type word: its place, and the type in normal case.

    `with_so` tells that 'số' stands before the number; `is_apart`, that a line of a list or a
    page's end stands between, so that the head is no part of the mention.
    """

    start: int
    end: int
    doc_type: str
    with_so: bool
    is_apart: bool = False


class _TypeWord(Struct, frozen=True):
    """A head: the type's name, folded, and for an abbreviation as it is spelt ('CT', not 'ct')."""

    name: str
    folded: str
    short: str | None


def head_before(text: str, start: int, code: NumberCode | None = None) -> Head | None:
    """The head of the number that starts here; `code` tells two type words apart."""
    window = text[max(start - _NEAR, 0) : start]
    if window[-1:] == "\n" and (page := _PAGE_NUMBER.search(window)):
        head = head_before(text, start - len(window) + page.start(), code)
        return _apart(head) if head and head.with_so else None
    stem, with_so = _without_so(window)
    low = start - len(window)
    head = _at_end_of(stem, low, with_so=with_so)
    if head and (code is None or _agrees(head.doc_type, code)):
        is_listed = with_so and "\n" in window[len(stem) :] and _BULLET.search(window, len(stem))
        return _apart(head) if is_listed else head
    if with_so and code is not None:
        far = _further_back(text, low + len(stem), code, head)
        return far or head or _misread(stem, low, code)
    return head


def head_before_footnotes(
    text: str, start: int, blocks: Sequence[FootnoteBlock], code: NumberCode
) -> Head | None:
    """The head of a number that a page's footnotes stand before: 'Nghị quyết số', notes, '81/NQ'."""
    if text[start - 1 : start] != "\n":
        return None
    at = start
    for i in range(bisect_right(blocks, start, key=lambda block: block.end) - 1, -1, -1):
        if text[blocks[i].end : at].strip():
            break
        at = blocks[i].start
    if at == start:
        return None
    while text[at - 1 : at].isspace():
        at -= 1
    head = head_before(text, at, code)
    return _apart(head) if head and head.with_so else None


def _apart(head: Head) -> Head:
    return Head(head.start, head.end, head.doc_type, head.with_so, is_apart=True)


def _without_so(window: str) -> tuple[str, bool]:
    stem = window.rstrip(_BETWEEN)
    if stem.endswith(_SO) or (stem.endswith(_SO_MISREAD) and not stem[-3:-2].isalpha()):
        stem = stem[:-2].rstrip(_BETWEEN)
        if stem[-1:] in "-+•–" and "\n" in stem[-4:]:  # '...:\n- Số 12/QĐ-UBND'
            stem = stem[:-1].rstrip(_BETWEEN)
        return stem, True
    return stem, False


def _at_end_of(stem: str, low: int, *, with_so: bool) -> Head | None:
    """The type word that a stretch of text ends with, if any."""
    tail = stem[-_LONGEST_HEAD:].lower()
    is_broken = "\n" in tail[-_LAST_WORDS:] or "  " in tail[-_LAST_WORDS:]
    if is_broken:
        tail = " ".join(tail.split())
    for word in _ending_in().get(tail[tail.rfind(" ") + 1 :].strip(_BETWEEN), ()):
        if not tail.endswith(word.folded) or (word.short and not stem.endswith(word.short)):
            continue
        at = _start_of(stem, word.folded) if is_broken else len(stem) - len(word.folded)
        if not stem[at - 1 : at].isalnum():
            return Head(low + at, low + len(stem), word.name, with_so)
    return None


def _start_of(stem: str, phrase: str) -> int:
    """Where a phrase that ends a text starts; blanks and line ends may stand in it."""
    lowered = stem.lower()
    at = len(stem)
    for word in reversed(phrase.split()):
        at = lowered.rindex(word, 0, at)
    return at


@cache
def type_words() -> dict[str, str]:
    """Folded heads in running text -> the type's name in normal case."""
    words: dict[str, str] = {}
    for row in document_types():
        if row.system == "technical":
            continue
        for alias in row.aliases:
            words.setdefault(fold(alias), row.name if _is_short(alias) else alias)
    for row in document_types():
        if row.system != "technical":
            words[fold(row.name)] = row.name
    words.update({"văn bản": "Văn bản", "luật": "Luật", "bộ luật": "Bộ luật"})
    return words


def _is_short(alias: str) -> bool:
    return " " not in alias and alias[1:2].isupper()


@cache
def _ending_in() -> dict[str, list[_TypeWord]]:
    """The last word of a head -> the heads that end with it, longest first."""
    shorts = {
        fold(alias): alias for row in document_types() for alias in row.aliases if _is_short(alias)
    }
    found: dict[str, list[_TypeWord]] = {}
    for phrase, name in sorted(type_words().items(), key=lambda item: -len(item[0])):
        word = _TypeWord(name, phrase, shorts.get(phrase))
        found.setdefault(phrase.rpartition(" ")[2], []).append(word)
    return found


def _agrees(doc_type: str, code: NumberCode) -> bool:
    """Whether a number with this code may be of this type."""
    if doc_type == "Văn bản" or code.doc_type == doc_type:
        return True
    if code.type_code:
        return doc_type in _names_of(code.type_code)
    return doc_type not in _names_in_codes()


@cache
def _names_of(type_code: str) -> frozenset[str]:
    rows = [row for row in document_types() if row.code == type_code]
    return frozenset(name for row in rows for name in (row.name, *row.aliases))


@cache
def _names_in_codes() -> frozenset[str]:
    """The types whose numbers always have a type code, so that a letter's number is not theirs."""
    coded = {row.name for row in document_types() if row.code and row.system == "state"}
    return frozenset(coded - {row.name for row in document_types() if not row.code})


@cache
def _any_head() -> re.Pattern[str]:
    names = sorted((n for n in type_words() if " " in n or n == "lệnh"), key=len, reverse=True)
    return re.compile("|".join(name.replace(" ", r"\s+") for name in names))


def _further_back(text: str, end: int, code: NumberCode, near: Head | None) -> Head | None:
    """The last type word of the clause that this code may belong to."""
    low = max(end - _FAR, 0)
    for boundary in _CLAUSE.finditer(text, low, end):
        low = boundary.end()
    found: Head | None = None
    clause = text[low : near.start if near else end]
    for match in _any_head().finditer(clause.lower()):
        start, stop = low + match.start(), low + match.end()
        name = type_words()[" ".join(match[0].split())]
        if code.type_code:
            belongs = _agrees(name, code)
        else:  # 'Thông tư hướng dẫn số 20-TC/CTN', 'Quyết định của Bộ trưởng Bộ Y tế số 04/BYT'
            belongs = text[start].isupper() and (
                near is None or not text[stop : near.start].strip()
            )
        if belongs:
            found = Head(start, stop, name, with_so=True)
    return found


@cache
def _toneless() -> dict[str, str]:
    return {strip_tones(words): name for words, name in type_words().items() if " " in words}


def _misread(stem: str, low: int, code: NumberCode) -> Head | None:
    """A head whose tones or marks were misread: 'Quyết đinh', 'Nghi quyết'."""
    words = list(_WORD.finditer(stem))[-4:]
    for count in range(len(words), 1, -1):
        first = words[-count]
        phrase = strip_tones(" ".join(word[0] for word in words[-count:]))
        name = _toneless().get(phrase)
        if name and _agrees(name, code) and name != "Văn bản":
            return Head(low + first.start(), low + len(stem), name, with_so=True)
    return None
