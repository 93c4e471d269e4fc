"""Whether two files are versions of one document: a draft and the signed text, a file and its scan.

The text is compared by a bottom-k sketch: of the hashes of all runs of three words, the smallest k.
The share of the smallest k of both together that both have estimates the share of runs that the two
texts have in common (Broder 1997); for texts of fewer runs it is exact.  Tones and marks are left
aside, because OCR loses them first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal
from zlib import crc32

from msgspec import Struct

from ..records import Header
from ..vietnamese import fold, strip_tones
from .numbers import UNKNOWN, number_key
from .registers import body

_KEPT = 64
_BANDS = 8
_WORD = re.compile(r"[^\W_]+")
_BITS = 0xFFFFFFFF
_QUARTER = 3
_WORDS_KEPT = 100_000

# How alike the texts must be, by what else is known of the two.
_SAME_NUMBER_AND_DAY = 0.2  # a bad scan, or a file that lacks the annexes
_SAME_NUMBER = 0.4
_NUMBER_DESPITE_DATES = 0.6
_SAME_TITLE = 0.5
_TITLE_LIKENESS = 0.6
# A draft circulates for some weeks before it is signed; the next month's report is another one.
_DAYS_APART = 62

_TIME_IN_TITLE = re.compile(r"\d+|\b[ivx]+\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Evidence = Literal["number", "title"]


class Likeness(Struct, frozen=True):
    """Why two files are taken for versions of one document, and how alike they are (0 to 1)."""

    evidence: Evidence
    share: float


class _Hashes(dict[str, int]):
    """Words to numbers below 2^32, each made when first met: far faster than a call a word."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        letters = "".join(_WORD.findall(strip_tones(word)))
        self[word] = crc32(letters.encode("utf-8", "surrogatepass"))
        return self[word]


_hashes = _Hashes()


def sketch(text: str) -> tuple[int, ...]:
    """The sketch of a text: at most 64 numbers below 2^32, ascending; () for a text of few words.

    Of the runs, those count that begin with one of a quarter of all words.
    """
    words = list(map(_hashes.__getitem__, text.split()))
    # sums of random numbers are as random
    runs = {
        (a + 3 * b + 7 * c) & _BITS
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
        if not a & _QUARTER
    }
    return tuple(sorted(runs)[:_KEPT])


def bands(header: Header, of_text: Sequence[int]) -> tuple[int, ...]:
    """Keys of which versions of one document share at least one, almost surely.

    One comes from the number; some from the text, which only documents share whose titles name the
    same numbers and periods, so that a hundred monthly reports do not meet.  Documents of other
    issuers and types share none; one that names no issuer has none.
    """
    if not header.issuer or not header.doc_type:
        return ()
    block = f"{body(header.issuer)}|{fold(header.doc_type)}"
    found: list[int] = []
    if header.doc_number:
        found.append(_key(f"{block}|{number_key(header.doc_number, None, None, UNKNOWN)}", 0))
    if header.title:
        block = f"{block}|{' '.join(_times(header.title))}|"
        found += (_key(block, run) for run in of_text[:_BANDS])
    return tuple(dict.fromkeys(found))


def _key(block: str, run: int) -> int:
    return (crc32(block.encode("utf-8", "surrogatepass")) >> 1) << 32 | run


def share_in_common(one: Sequence[int], other: Sequence[int]) -> float:
    """How much of two texts is the same, estimated from their sketches."""
    if not one or not other:
        return 0.0
    # of texts of fewer runs all are known
    limit = _KEPT if _KEPT in (len(one), len(other)) else None
    together = sorted({*one, *other})[:limit]
    common = {*one} & {*other}
    return sum(run in common for run in together) / len(together)


def version_of(
    one: Header, other: Header, sketch_of_one: Sequence[int], sketch_of_other: Sequence[int]
) -> Likeness | None:
    """Whether two files are versions of one document, and by what that is known; None if not.

    With a number each, the numbers decide, and the text is only asked whether it is the document or
    an annex that bears its number.  A draft without a number is known by issuer, type and title with
    all its numbers and periods: monthly reports differ in nothing else.
    """
    if not _same_issuer_and_type(one, other):
        return None
    share = share_in_common(sketch_of_one, sketch_of_other)
    if one.doc_number and other.doc_number:
        alike = _same_number(one, other) and share >= _least_for_number(one, other)
        return Likeness("number", share) if alike else None
    if (
        share >= _SAME_TITLE
        and _same_title(one, other)
        and not _far_apart(one.doc_date, other.doc_date)
    ):
        return Likeness("title", share)
    return None


def _same_issuer_and_type(one: Header, other: Header) -> bool:
    if not (one.issuer and other.issuer and one.doc_type and other.doc_type):
        return False
    return body(one.issuer) == body(other.issuer) and fold(one.doc_type) == fold(other.doc_type)


def _same_number(one: Header, other: Header) -> bool:
    keys = [number_key(header.doc_number, None, None, UNKNOWN) for header in (one, other)]
    return keys[0] == keys[1]


def _least_for_number(one: Header, other: Header) -> float:
    days = {header.doc_date for header in (one, other) if _is_day(header.doc_date)}
    if len(days) == 2 or _of_other_years(one, other):
        return _NUMBER_DESPITE_DATES
    return _SAME_NUMBER_AND_DAY if one.doc_date == other.doc_date and days else _SAME_NUMBER


def _of_other_years(one: Header, other: Header) -> bool:
    """Whether the titles name years, and none in common: last year's number and day were copied."""
    ours, theirs = (set(_YEAR.findall(header.title or "")) for header in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _same_title(one: Header, other: Header) -> bool:
    if not one.title or not other.title or _times(one.title) != _times(other.title):
        return False
    words = [set(_WORD.findall(fold(title))) for title in (one.title, other.title)]
    overlap = len(words[0] & words[1]) / max(min(map(len, words)), 1)
    # without any period in the title, the day must tell weekly reports apart
    in_time = bool(_times(one.title)) or (_is_day(one.doc_date) and one.doc_date == other.doc_date)
    return overlap >= _TITLE_LIKENESS and in_time


def _times(title: str) -> list[str]:
    """The numbers and periods that a title names: '10', '2023', 'ii'."""
    return sorted(_TIME_IN_TITLE.findall(fold(title)))


def _is_day(text: str | None) -> bool:
    return text is not None and len(text) == len("2024-01-31")


def _far_apart(one: str | None, other: str | None) -> bool:
    """Whether two dates are not those of a draft and its signed text; a blank day may be any."""
    if not one or not other:
        return False
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return False
    days = [_first_day(text) for text in (one, other)]
    return None in days or abs((days[0] - days[1]).days) > _DAYS_APART  # type: ignore[operator]


def _first_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return None
