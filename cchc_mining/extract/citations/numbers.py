"""Document numbers in running text, each with the type word that stands before it.

Nearly every number has a slash, and slashes are rare: each is found first, then what stands to its
left and right is read (`forms`).  The others are anchored on a hyphen after digits ('24-CP') or on
'số' or a type word before digits ('Kết luận số 91').  What only looks like a number is refused
(`refusals`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...lexicon import read_number
from ...reading import FootnoteBlock
from .forms import (
    CODE,
    PARTY_SERIAL,
    SERIAL,
    STATE_SERIAL,
    YEAR_CODE,
    canonical_number,
    is_code,
)
from .heads import Head, head_before, head_before_footnotes
from .refusals import (
    is_case,
    is_contract,
    is_known_code,
    is_of_a_form,
    is_other_thing,
    is_part_of_address,
)

# Before a code ('/QĐ'), or before a year that is no part of a date ('61/2018', '139/1999-QĐ')
_SLASH = re.compile(r"/(?=\s?[A-ZĐƯ]|(?<!/\d/)(?<!/\d\d/)(?:19|20)\d\d(?!\d|/|[.,]\d))")
_LONGEST_STATE = 14  # '12A/2019', '28 / 2003'
_LONGEST_PARTY = 24  # '280-BNN-KNKL', with blanks
_YEAR = re.compile(r"(?:19|20)\d\d(?![-/]?[\dA-ZĐ])")
# '24-CP', '109-HĐBT', '327-CT', '36 - CP': a code without a slash, only after a type word
# '76NQ-CP', '18-NQTW': the slash was not typed
_HYPHEN = re.compile(
    r"-(?:(?<=\d-)(?=[A-ZĐ])|(?<=\d[A-ZĐ]{2}-)(?=[A-ZĐ]{2}|TTg)|(?<=\d[ -]-|.\d-)[ ]?(?=(?:CP|TTg|HĐBT)\b))"
)
_GLUED_TYPE = re.compile(r"(?<!\d)\d{1,5}(?:NQ|NĐ|QĐ|CT|KH|TB|BC)\Z")
_DIGITS = r"\d{1,5}(?:[a-e]\b)?(?![\d/%]|[.,]\d|\s?/|\s%|\s?[-–]\s?[A-ZĐ\d])"
_BARE_NUMBER = re.compile(_DIGITS)
# 'số 91, ngày 18-10-2022', 'Kết luận 127 ban hành': a number whose code was left out
_BARE = tuple(
    re.compile(rf"{words}(?={_DIGITS})")
    for words in (
        r"ố\s*+(?::\s*+)?",
        r"SỐ\s*+(?::\s*+)?",
        r"ị(?:nh)?\s++",
        r"ết\s++",
        r"ận\s++",
        r"ư\s++",
    )
)
_SPACED_CODE = re.compile(r"[ ](?:TTg|CP|HĐBT)\b(?![-/])")  # 'số 499 TTg'
# Without 'số', a date must follow: 'Kết luận 127 ban hành ngày 28/2/2025'
_DATED = re.compile(r"\s*,?\s*\(?(?:(?:được\s+)?(?:ký|ban hành)\s+)?ngày\s*\d")
# In a list of bare numbers, what follows must show that one is complete and counts nothing.
_COMPLETE = re.compile(
    r"\s*(?:[.,;:)\]*”\"]|\(|\Z|\n|(?:của|ngày|ban hành|về|năm|và|được|do|hoặc|đã|có hiệu lực|khóa|trên)\b)"
)
# 'các Nghị quyết số 57, 59, 66 và 68 của Bộ Chính trị'
_NEXT_BARE = re.compile(r"(?:\s*[,;]|\s+và|\s*[,;]\s*và)\s+(?:số\s+)?(?=\d)")
# Documents that are cited by number even where no code and no date stands beside it.
_STRONG = frozenset(
    ("Nghị quyết", "Nghị định", "Quyết định", "Kết luận", "Chỉ thị", "Thông tư", "Luật", "Pháp lệnh",
     "Quy định", "Kế hoạch", "Công văn", "Thông báo", "Hướng dẫn", "Chương trình", "Báo cáo", "Tờ trình",
     "Công điện", "Thông tư liên tịch")
)  # fmt: skip
_STRONGEST = frozenset(
    ("Nghị quyết", "Nghị định", "Quyết định", "Kết luận", "Chỉ thị", "Thông tư", "Quy định")
)


class Number(Struct, frozen=True):
    """A document number in the text: its place, its canonical form and its head, if any."""

    start: int
    end: int
    number: str
    head: Head | None
    rule: str


def find_numbers(text: str, footnotes: Sequence[FootnoteBlock] = ()) -> list[Number]:
    """All document numbers of a text, sorted and without overlaps."""
    found = [*_slashed(text, footnotes), *_hyphened(text), *_bare(text)]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _slashed(text: str, footnotes: Sequence[FootnoteBlock]) -> Iterator[Number]:
    previous: Number | None = None
    for slash in _SLASH.finditer(text):
        at = slash.start()
        is_year = text[at + 1].isdigit()
        number = _with_year(text, at) if is_year else _with_code(text, at, footnotes)
        if number and (number.head or _is_sure_alone(text, number, previous)):
            yield number
            previous = number


def _with_year(text: str, at: int) -> Number | None:
    """'139/1999-QĐ-KHCN'; 'Nghị định 61/2018', 'NĐ13/2006', whose code was left out."""
    code = YEAR_CODE.match(text, at + 1) if text[at + 5 : at + 6] in ("-", " ") else None
    year = code or _YEAR.match(text, at + 1)
    serial = SERIAL.search(text, max(at - _LONGEST_STATE, 0), at) if year else None
    if not year or not serial:
        return None
    start = serial.start()
    if code:
        return _accepted(text, start, code.end(), "state", ())
    if text[start - 1 : start] in ("/", "-", ".", ","):
        return None
    head = head_before(text, start)
    if head is None or head.doc_type not in _STRONG or is_of_a_form(text, head):
        return None
    rule = "bare" if head.with_so else "abbreviated"
    return Number(start, year.end(), text[start : year.end()], head, rule)


def _with_code(text: str, at: int, footnotes: Sequence[FootnoteBlock]) -> Number | None:
    rule = "state"
    serial = STATE_SERIAL.search(text, max(at - _LONGEST_STATE, 0), at)
    if not serial:
        rule = "party"
        serial = PARTY_SERIAL.search(text, max(at - _LONGEST_PARTY, 0), at)
    if not serial:
        return None
    blank = text[at + 1].isspace()
    code = CODE.match(text, at + 1 + blank)
    return _accepted(text, serial.start(), code.end(), rule, footnotes) if code else None


def _accepted(
    text: str, start: int, end: int, rule: str, footnotes: Sequence[FootnoteBlock]
) -> Number | None:
    """The number between two offsets, unless something shows that it is none.

    Without a head it may still be refused (`_is_sure_alone`).
    """
    before = text[start - 1 : start]
    if is_part_of_address(text, start, end) or _is_glued(text, start, before):
        return None
    if text[end : end + 1].islower():
        end = _before_next_word(text, start, end)
    number = canonical_number(text[start:end])
    code = read_number(number)
    if code is None or is_case(number):
        return None
    head = head_before(text, start, code)
    if head is None and footnotes:
        head = head_before_footnotes(text, start, footnotes, code)
    if before.isalpha() and not (head and start - head.end < 4):
        return None  # 'A4/B5'; but 'số41/CP', 'NĐ13/NĐ-CP'
    if is_contract(code, head):
        return None
    if head and is_of_a_form(text, head):
        return None
    return Number(start, end, number, head, rule)


def _is_glued(text: str, start: int, before: str) -> bool:
    """Part of something longer: 'ISO 9001:2015/...', '1.2.12/...', 'QD-so-2314/QD-UB-ngay-15'."""
    if before in ("-", "_"):
        return text[start - 2 : start - 1].isalpha()
    return before.isdigit() or (before in (":", ".") and text[start - 2 : start - 1].isdigit())


def _before_next_word(text: str, start: int, end: int) -> int:
    """Where a number ends that the next word is glued to; its start where that word is all of it.

    'QĐ-TTgcủa' keeps all its letters, 'QĐ-UBNDKhánh Hòa' loses one, '02/Tháng' is no number.
    """
    joint = max(text.rfind("-", start, end), text.rfind("/", start, end))
    last = text[joint + 1 : end]
    if len(last) == 1:
        return joint if "/" in text[start:joint] else start
    return end - 1 if not is_code(last) and is_code(last[:-1]) else end


# 'số', or another number of a list
_LED_BY = re.compile(
    r"(?:[Ss]ố|SỐ)[\s:*_]*\Z|\d[/-][A-ZĐ][\w&.-]*(?:\s\(?ngày\s[\d/.-]+\)?)?\s*(?:[,;]|và|hoặc)\s*\Z"
)
_LIST_GAP = 40


def _is_sure_alone(text: str, number: Number, previous: Number | None) -> bool:
    """Without a type word, the code must be known, or be that of the member before in a list."""
    code = read_number(number.number)
    if code is None:
        return False
    is_led = _LED_BY.search(text, max(number.start - 48, 0), number.start) is not None
    if not is_known_code(code, is_led=is_led):
        if not is_led or previous is None or number.start - previous.end > _LIST_GAP:
            return False
        before = read_number(previous.number)
        if not before or (before.type_code, before.issuers) != (code.type_code, code.issuers):
            return False
    return not is_other_thing(text, number.start)


def _hyphened(text: str) -> Iterator[Number]:
    previous: Number | None = None
    for hyphen in _HYPHEN.finditer(text):
        at = hyphen.start()
        at -= text[at - 1] == " "
        code = CODE.match(text, hyphen.end())
        serial = SERIAL.search(text, max(at - 8, 0), at) or _GLUED_TYPE.search(
            text, max(at - 8, 0), at
        )
        if not code or not serial or text[code.end() : code.end() + 1] == "/":
            continue
        start = serial.start()
        canonical = canonical_number(text[start : code.end()])
        is_known = is_code(code[0].partition("-")[0]) or "/" in canonical
        if not is_known or _is_glued(text, start, text[start - 1 : start]):
            continue
        head = head_before(text, start)
        number = Number(start, code.end(), canonical, head, "old")
        follows = previous is not None and start - previous.end <= _LIST_GAP
        if head or (follows and _is_sure_alone(text, number, previous)):
            yield number
            previous = number


def _bare(text: str) -> Iterator[Number]:
    for pattern in _BARE:
        for lead in pattern.finditer(text):
            if number := _bare_at(text, lead.end()):
                yield number
                yield from _bare_members(text, number.end)


def _bare_at(text: str, start: int) -> Number | None:
    digits = _BARE_NUMBER.match(text, start)
    if not digits or _is_page_number(text, start, digits.end()):
        return None
    head = head_before(text, start)
    if head is None or is_of_a_form(text, head):
        return None
    is_name = text[head.start].isupper()
    if head.with_so:
        is_cited = head.doc_type in (_STRONG if is_name else _STRONGEST)
    else:
        # 'Nghị quyết 57' alone is a short name (`references`)
        is_dated = "/" in digits[0] or _DATED.match(text, digits.end())
        is_cited = is_name and head.doc_type in _STRONGEST and is_dated
    if not is_cited:
        return None
    if code := _SPACED_CODE.match(text, digits.end()):
        return Number(start, code.end(), canonical_number(text[start : code.end()]), head, "old")
    return Number(start, digits.end(), digits[0], head, "bare")


def _bare_members(text: str, end: int) -> Iterator[Number]:
    while joint := _NEXT_BARE.match(text, end):
        digits = _BARE_NUMBER.match(text, joint.end())
        if not digits or not _COMPLETE.match(text, digits.end()):
            return
        end = digits.end()
        yield Number(joint.end(), end, digits[0], None, "bare")


def _is_page_number(text: str, start: int, end: int) -> bool:
    """Alone on its line: 'Quyết định số', then '5', then '2194/QĐ-UBND' on the next page."""
    return text[start - 1 : start] == "\n" and text[end : end + 3].lstrip(" ")[:1] == "\n"
