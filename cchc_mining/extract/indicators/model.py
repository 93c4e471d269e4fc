"""The drafts that the steps of this sub-package hand on: a sentence and the figures in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from ...records import AgencyMention, Approx, Fraction, Role
from ...vietnamese import alternation
from ...vietnamese.numbers import Reading, Value
from . import words

_STATE = re.compile(alternation(words.STATES, " ") + r"(?!\w)")
# 'bare': a figure whose unit stands elsewhere ('cấp tỉnh 1.634, cấp huyện 338').
Kind = Literal["percent", "measure", "count", "rank", "bare"]


class Numeral(Struct, frozen=True, gc=False):
    """A number in the text, or a fraction: `reading` over `denominator`; offsets of the view."""

    start: int
    end: int
    reading: Reading
    denominator: Value | None = None


class Name(Struct, frozen=True, gc=False):
    """An agency named in a sentence, at offsets of the sentence.

    `cited`: as the issuer of a cited document, so that it does nothing in the sentence.
    """

    start: int
    end: int
    mention: AgencyMention
    cited: bool = False


class Place(Struct, frozen=True, gc=False):
    """A territory named in a sentence; one it `covers` may stand after the figure."""

    start: int
    name: str
    covers: bool


@dataclass(slots=True, eq=False)  # no Struct: setting a field of one takes many times longer
class Figure:
    """One figure while it is being read.  `a` and `b` are offsets in its sentence's text."""

    a: int
    b: int
    reading: Reading
    denominator: Value | None
    value: Value
    before: list[str]  # the last words before the number, in lower case
    last: str  # the last of them, without a mark that opens before it
    noun_end: int  # where the unit ends
    phrase_end: int  # where the noun phrase after the number ends
    # The words before the number that belong to it, without comparator or verb of change.
    lead_start: int
    lead_end: int
    lead_words: int = -1  # where its words end that do not merely lead on to the number
    kind: Kind = "bare"
    unit: str | None = None
    noun: str = ""  # the counted noun as written, in lower case
    noun_start: int = 0
    approx: Approx | None = None
    role: Role = "value"
    sign: int = 1
    label: str = ""
    head: str = ""  # the label without whose it is: 'tỷ lệ hồ sơ trễ hạn'
    done: str = ""  # what was done with what is counted: 'đã tiếp nhận'
    actor: str = ""  # who did it, where no agency is named: ' của các sở, ngành'
    base: Figure | None = None  # what a change or share speaks of
    parent: Figure | None = None  # what it is a part of: 'trong đó'
    entity: list[str] | None = None  # whose figure it is, in a list
    period: str | None = None
    in_aside: bool = False  # of the time that its bracket names: '(năm 2018 là 88,1%)'
    agency: str | None = None
    of_land: bool = False  # of land and people, whoever the sentence is about
    # of one of several whose head is named once ('Bình Đại 19 vụ'), or of the one named before its
    # bracket ('sau Cục Thuế tỉnh (79,2 điểm)'): what follows need not be
    apart: bool = False
    handed_on: bool = False  # of one who acts at another's motion: 'tham mưu UBND tỉnh ban hành'
    confidence: float = 1.0

    @property
    def tells_state(self) -> bool:
        """Whether a state stands where the counted noun would: '27 sửa đổi, 19 bãi bỏ'."""
        return self.confidence < 1 and _STATE.match(self.noun) is not None

    def final_value(self) -> Value | Fraction:
        """The value as the record keeps it."""
        if self.denominator is not None:
            return Fraction(self.value, self.denominator)
        return self.value * self.sign


# What may be planned is called: looked for once a sentence, as most speak of no plan.
PLANS = ("kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu")
OPENING_MARKS = '([“"*'
_BLANKS = re.compile(r"[ \n\t\r][ \n\t\r]+")


class Sentence:
    """A stretch of text read as one, marks and runs of blanks removed.

    Offsets of its figures and of `names` are those of its own `text`; `place` leads back.
    """

    __slots__ = (
        "_breaks",
        "_shifts",
        "asked",
        "end",
        "figures",
        "flat",
        "low",
        "names",
        "start",
        "tells_plans",
        "text",
        "told",
    )

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self._breaks = [0]
        self._shifts = [start]
        if "  " in text or "\n" in text:
            text = self._collapse(text)
        self.flat = len(self._breaks) == 1  # offsets differ by `start` alone
        self.text = text
        low = text.lower()
        self.low = low if len(low) == len(text) else text
        self.tells_plans = any(word in self.low for word in PLANS)
        self.asked = 0  # where the words end that ask another for what the sentence tells
        self.names: list[Name] = []
        self.figures: list[Figure] = []
        self.told: dict[str, str] = {}  # the last rate and score told before in the paragraph

    def figure(self, numeral: Numeral) -> Figure:
        """A draft of the figure that a numeral may be."""
        a = self.offset(numeral.start)
        b = a + numeral.end - numeral.start
        reading = numeral.reading
        before = self.low[max(a - 24, 0) : a].split()
        last = before[-1].lstrip(OPENING_MARKS) if before else ""
        return Figure(a, b, reading, numeral.denominator, reading.value, before, last, b, b, a, a)

    def _collapse(self, text: str) -> str:
        """The text with single blanks: footnotes taken out of a sentence leave long runs."""
        pieces: list[str] = []
        done = length = 0
        for blanks in _BLANKS.finditer(text):
            pieces += (text[done : blanks.start()], " ")
            length += blanks.start() - done + 1
            done = blanks.end()
            self._breaks.append(length)
            self._shifts.append(self.start + done - length)
        return "".join((*pieces, text[done:]))

    def place(self, position: int) -> int:
        """The view's offset of an offset in the sentence."""
        if self.flat:
            return position + self.start
        return position + self._shifts[bisect_right(self._breaks, position) - 1]

    def offset(self, place: int) -> int:
        """The offset in the sentence of one of the view."""
        if self.flat:
            return place - self.start
        i = len(self._breaks) - 1
        while i and self._breaks[i] + self._shifts[i] > place:
            i -= 1
        return place - self._shifts[i]

    def names_in(self, start: int, end: int) -> list[Name]:
        """The agencies named in a stretch."""
        if not self.names:
            return self.names
        return [name for name in self.names if start <= name.start and name.end <= end]
