"""Runs of digits that could be figures: each with its value, outside what is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ...vietnamese.numbers import NUMERAL, Reading, read_number
from .model import Numeral

# Opens with a digit so that the scan jumps from one to the next; what stands before is looked at
# afterwards.  '30/43' is one figure, '1/2/3' none.
_RUN = re.compile(rf"{NUMERAL}(?:/{NUMERAL}(?![/0-9]|\.[0-9]))?")
# '2, 6 triệu': a blank slipped in behind the decimal comma.
_SPLIT_DECIMALS = re.compile(r",[ ](\d{1,2})(?=[ ]?(?:triệu|tỷ|tỉ|nghìn|ngàn|%))")
# '6 tỷ 973 triệu đồng': one amount in two scales, read in the smaller one.
_TWO_SCALES = re.compile(
    r"[ ](?:(tỷ|tỉ)[ ](\d{1,3})(?=[ ]triệu)|(triệu)[ ](\d{1,3})(?=[ ](?:nghìn|ngàn)))"
)
_PARTING = frozenset(" (\n\t")  # nearly always stands before a figure
_BEFORE = frozenset("_.,:@#&=+\\")
_PROSE_SEPARATORS = frozenset(".,:")


def find_numerals(text: str, closed: Sequence[tuple[int, int]]) -> Iterator[Numeral]:
    """All numbers of a text outside the sorted spans `closed`."""
    spans = chain(closed, [(len(text), len(text))])
    opening, closing = next(spans)
    last = 0
    for match in _RUN.finditer(text):
        start, end = match.span()
        while closing <= start:
            opening, closing = next(spans)
        if opening < end or start < last:
            continue
        if start and text[start - 1] not in _PARTING and _is_glued(text, start):
            continue
        numeral = _numeral(text, match)
        if numeral:
            last = numeral.end
            yield numeral


def _is_glued(text: str, start: int) -> bool:
    """Part of a name, an address or a longer number: 'C06', 'COVID-19', '9001:2015'."""
    before = text[start - 1]
    if before.isalnum() or before in _BEFORE:
        # 'Tổng số:45', 'tăng,5' lack a blank; '22:35' and '1.2.3' do not
        return before not in _PROSE_SEPARATORS or not text[start - 2 : start - 1].isalpha()
    return before in "-–" and text[start - 2 : start - 1].isalpha()


def _numeral(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    written = match[0]
    if "/" in written:
        above, _, below = written.partition("/")
        numerator, denominator = read_number(above), read_number(below)
        if numerator is None or denominator is None:
            return None
        return Numeral(start, end, numerator, denominator.value)
    reading = read_number(written)
    if reading is None:
        return None
    after = text[end : end + 2]
    if after == ", " and len(written) < 4 and (split := _SPLIT_DECIMALS.match(text, end)):
        joined = read_number(f"{written},{split[1]}")
        return Numeral(start, split.end(), joined) if joined else None
    if after == " t" and (two := _TWO_SCALES.match(text, end)):
        whole = reading.value * 1000 + int(two[2] or two[4])
        return Numeral(start, two.end(), Reading(whole))
    return Numeral(start, end, reading)
