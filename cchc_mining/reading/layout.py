"""How a text is laid out: lines, footnote blocks, the flow of the body, sentences.

Reports arrive with pages already joined: a sentence breaks off at a page's end, footnote
definitions stand between its halves, and the rest follows.  `Layout.body` has the same length and
offsets as the view's text, with footnote definitions blanked and wrapped lines joined by blanks,
so that a sentence can be read across the cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct

from ..vietnamese import LOWER
from .view import View

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A mark, raised or in brackets.  It opens its definition's line ('¹ Nghị quyết số 76/NQ-CP ...',
# '[1] Quyết định ...') or stands after a word ('của Chính phủ¹,', 'năm 2024[3]').
# (A pattern a digit, as below one a mark: the search for one character is many times faster than that
# for a class of them.)
_MARKS = (
    *(re.compile(rf"{digit}(?<![⁰¹²³⁴-⁹].)[⁰¹²³⁴-⁹]{{0,2}}") for digit in "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    re.compile(r"\[\d{1,3}\]"),
)
_INDENT = 80  # a definition is not set in further
# A line break is inside a sentence where what follows starts in lower case ('trong năm 2022'), or is
# a figure that cannot number a heading ('574 thủ tục sửa đổi'); 'a)' opens a list item.
# (Many blank lines are taken at once though nothing goes on: the search would begin anew at each.)
_INNER_BREAK = re.compile(
    r"\n[ \t\r\n]*+"
    rf"(?:(?=[(]?[{LOWER}](?!\))|\d{{1,3}}(?:\.\d{{3}})*[ ][{LOWER}])(?P<goes_on>)"
    r"|(?<=[ \t\r\n]{16}))"
)
_CLOSED = frozenset(("", *".;:?!…|"))  # after these a line break ends something
_SENTENCE_ENDS = (
    re.compile(r"\n\s*"),
    *(re.compile(rf"{re.escape(mark)}[\"”’)*]*(?=\s)") for mark in ".!?…"),
)
# 'TP. Nha Trang', 'TT. HĐND', 'ThS. Lê ...': a dot that does not end a sentence.
_ABBREVIATED = re.compile(r"(?:\b(?:TP|Tp|TX|TT|TM|KT|TL|TUQ|TS|ThS|PGS|GS|BS|St|[PQHXT]))\.")
_ENDS_ABBREVIATED = frozenset("HLMPQSTXpt")  # the last letters of these
_LIST_NUMBER = re.compile(r"\s*(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*)\.\s*")
# Between two blanked footnotes only blank lines are left: one break stays.
_BLANK_LINES = re.compile(r"\n[ \t\r\n]{3,}")


# No sentence is longer: what has no full stop for so long is a table or a list, and work that grows
# with the length of a sentence stays bounded.
_LONGEST_SENTENCE = 4000


class FootnoteBlock(Struct, frozen=True):
    """A footnote's definition: its mark and text, and where its mark stands in the body."""

    mark: int
    start: int
    text_start: int
    end: int
    anchor_start: int | None
    anchor_end: int | None


def _find_footnotes(text: str) -> tuple[FootnoteBlock, ...]:
    marks: dict[int, list[re.Match[str]]] = {}
    definitions: list[re.Match[str]] = []
    for mark in _marks(text):
        if _opens_line(text, mark.start()):
            definitions.append(mark)
        elif not text[mark.start() - 1].isspace():
            marks.setdefault(_number(mark), []).append(mark)
    return tuple(_blocks(text, definitions, marks))


def _opens_line(text: str, position: int) -> bool:
    line = text.rfind("\n", max(position - _INDENT, 0), position)
    if line < 0 and position > _INDENT:
        return False
    return not text[line + 1 : position].strip(" \t")


def _marks(text: str) -> list[re.Match[str]]:
    found = [mark for pattern in _MARKS for mark in pattern.finditer(text)]
    found.sort(key=lambda mark: mark.start())
    return found


def _number(mark: re.Match[str]) -> int:
    return int(mark[0].strip("[]").translate(_SUPERSCRIPT))


def _blocks(
    text: str, definitions: list[re.Match[str]], marks: dict[int, list[re.Match[str]]]
) -> Iterator[FootnoteBlock]:
    for definition in definitions:
        number = _number(definition)
        end = text.find("\n", definition.end())
        end = len(text) if end < 0 else end
        start = end - len(text[definition.end() : end].lstrip())
        # The mark is the last one before its definition: numbering may restart by section.
        named = marks.get(number, ())
        before = bisect_left(named, definition.start(), key=lambda mark: mark.start())
        anchor = named[before - 1] if before else None
        if start == end or (anchor is None and definition[0][0] == "["):
            continue  # '[1]' with no mark is a list number
        yield FootnoteBlock(
            number,
            definition.start(),
            start,
            end,
            anchor.start() if anchor else None,
            anchor.end() if anchor else None,
        )


def _divide(text: str, ends: list[int], start: int, end: int) -> None:
    """Add ends inside what is too long for a sentence, at blanks."""
    while end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        start = blank + 1 if blank > 0 else start + _LONGEST_SENTENCE
        ends.append(start)


def _blank(text: str) -> str:
    return " " * len(text)


def _flow(text: str, footnotes: tuple[FootnoteBlock, ...]) -> str:
    """The text with definitions blanked and wrapped lines joined, of the same length."""
    if footnotes:
        pieces: list[str] = []
        done = 0
        for block in footnotes:
            pieces += (text[done : block.start], _blank(text[block.start : block.end]))
            done = block.end
        text = "".join((*pieces, text[done:]))
        text = _BLANK_LINES.sub(lambda m: "\n" + _blank(m[0][1:]), text)

    def joined(match: re.Match[str]) -> str:
        if match["goes_on"] is None:
            return match[0]
        start = match.start()
        before = text[max(start - 4, 0) : start].rstrip()
        return match[0] if before[-1:] in _CLOSED else _blank(match[0])

    return _INNER_BREAK.sub(joined, text)


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines of a text that are not empty, without their ends."""
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.replace("\r", "\n").split("\n"):  # far faster than a pattern
        end = start + len(line)
        if line:
            lines.append((start, end))
        start = end + 1
    return lines


class Layout:
    """Lines, footnotes, body and sentences of one view.  All offsets are the view's."""

    __slots__ = (
        "_block_starts",
        "_ends",
        "_note_ends",
        "body",
        "footnotes",
        "lines",
        "view",
    )

    def __init__(self, view: View) -> None:
        self.view = view
        text = view.text
        self.footnotes = _find_footnotes(text)
        self.body = _flow(text, self.footnotes)
        self.lines = _lines(text)
        self._block_starts = [block.start for block in self.footnotes]
        self._ends = [0, *self._sentence_ends(), len(text)]
        self._note_ends: dict[int, list[int]] = {}  # of the parts of long notes

    def _sentence_ends(self) -> list[int]:
        ends: list[int] = []
        last = 0
        body = self.body
        for start, end in sorted(m.span() for mark in _SENTENCE_ENDS for m in mark.finditer(body)):
            if body[start] == "." and (
                # '2.1.' opens the sentence, it does not end one
                (start - last < 12 and _LIST_NUMBER.fullmatch(body, last, end))
                or (
                    body[start - 1] in _ENDS_ABBREVIATED
                    and _ABBREVIATED.search(body, max(last, start - 4), start + 1)
                )
            ):
                continue
            if end - last > _LONGEST_SENTENCE:
                _divide(body, ends, last, end)
            ends.append(end)
            last = end
        _divide(body, ends, last, len(body))
        return ends

    def footnote_at(self, position: int) -> FootnoteBlock | None:
        """The footnote definition that a position lies in."""
        i = bisect_right(self._block_starts, position) - 1
        if i >= 0 and position < self.footnotes[i].end:
            return self.footnotes[i]
        return None

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence around a position, as offsets to slice `flow_at(position)` with."""
        ends = self._ends
        if self.footnotes and (block := self.footnote_at(position)):
            if block.end - block.text_start <= _LONGEST_SENTENCE:
                return block.text_start, block.end
            ends = self._ends_within(block)
            position = max(position, block.text_start)  # a note's mark stands before its text
        i = bisect_right(ends, position)
        return ends[i - 1], ends[i] if i < len(ends) else ends[-1]

    def _ends_within(self, block: FootnoteBlock) -> list[int]:
        """Where the parts of a long note begin and end."""
        ends = self._note_ends.get(block.start)
        if ends is None:
            ends = self._note_ends[block.start] = [block.text_start]
            _divide(self.view.text, ends, block.text_start, block.end)
            ends.append(block.end)
        return ends

    def flow_at(self, position: int) -> str:
        """The string to read around a position: the body, or inside a footnote the text."""
        return self.view.text if self.footnote_at(position) else self.body

    def paragraph_start(self, position: int) -> int:
        """Where the line of the body that holds a position begins."""
        return self.body.rfind("\n", 0, position) + 1
