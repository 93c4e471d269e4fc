"""Document numbers in running text, and the type word that stands before each.

What cannot be a document number (fractions, standards, forms) is refused by small named rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ...lexicon import document_types, issuer_name, read_number
from ...vietnamese import fold

# A piece of a code: 'QĐ', 'UBND', 'XTĐT&HTDN', 'VP.UBND', 'QH15', 'TTg', 'CTr', 'SNgV'.
_PIECE = (
    r"[A-ZĐƯÔƠÊÂĂ][A-ZĐƯÔƠÊÂĂ0-9]*(?:[.&](?=[A-ZĐƯ])[A-ZĐƯÔƠÊÂĂ0-9]+)*"
    r"(?:(?<=TT)g|(?<=T)(?:ra?(?![^\W\d_A-ZĐƯ])|hà?(?=U))[A-ZĐƯ]*|(?<=Q)yĐ|(?<=QĐ)i|(?<=SN)gV|(?<=NHN)o)?"
)
# Between the pieces: a hyphen or slash, and where typing or a line's end let them in, blanks.
_JOINT = r"(?:[-/]|[ ]?[-–/][ ]?(?=[A-ZĐƯ]{2}|TTg|CP\b)|-\s*\n\s*)"
_CODE = rf"{_PIECE}(?:{_JOINT}{_PIECE}){{0,5}}"
# Nearly every number has a slash before a capital; each such place is found first, then what
# stands to its left is read: '15/2024', '66.7/2025', '30c', or '34-CT', '3945-CV' (Party).
_SLASH = re.compile(r"/\s?(?=[A-ZĐƯ])")
_SERIAL = re.compile(r"\d{1,6}(?:\.\d{1,2})?[a-eđ]?\s?(?:/\s?(?:19|20)\d{2}\s?)?$")
_PARTY_SERIAL = re.compile(rf"\d{{1,5}}\s?[-–]\s?{_PIECE}\s?$")
_STATE_CODE = re.compile(rf"{_CODE}(?![A-ZĐƯ0-9])")
_PARTY_CODE = re.compile(rf"{_PIECE}(?:[-/]{_PIECE})?(?![A-ZĐƯ0-9])")
# '139/1999-QĐ-KHCN'
_YEAR_DASH = re.compile(rf"/(?:19|20)\d{{2}}-{_CODE}(?![A-ZĐƯ0-9])")
_DIGITS_BEFORE = re.compile(r"\d{1,5}$")
# '24-CP', '109-HĐBT': before 1992, only after a type word
_OLD = re.compile(r"-(?:CP|HĐBT|TTg|CTN)\b")
# 'số 91, ngày 18-10-2022', 'số 110 ngày ...': a number whose code was left out
_BARE = re.compile(r"ố\s*:?\s*(\d{1,5}(?:/(?:19|20)\d{2})?)(?![\d/.-]|,\d|\s?/|\s?[-–]\s?[A-ZĐ])")
# 'NĐ13/2006', 'NQ 18/2008': abbreviated head and year
_ABBREVIATED = re.compile(r"(NĐ|NQ|TT|QĐ|CT)\s?(?:số\s)?(\d{1,4}/(?:19|20)\d{2})(?![\d/-])")

_SO = re.compile(r"(?:\b(?:[Ss]ố|SỐ|[Ss]ô|[Ss]è)\s*:?\s*|:\s*)[*_]{0,2}$")
_S = frozenset("sS")
_WORD = re.compile(r"\S+")
_PUNCTUATION = "*_“\"'(:–-"
# Documents that are cited by number even where no code and no date stands beside it.
_STRONG = frozenset(
    ("Nghị quyết", "Nghị định", "Quyết định", "Kết luận", "Chỉ thị", "Thông tư", "Luật", "Pháp lệnh",
     "Quy định", "Kế hoạch", "Công văn", "Thông báo", "Hướng dẫn", "Chương trình", "Báo cáo", "Tờ trình")
)  # fmt: skip
_NOT_BEFORE = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ lục|QCVN|TCVN|ISO|TCXDVN)\s*(?:số\s*)?:?\s*$|\d:$|[\d/.,]$"
)
_SPACE = re.compile(r"\s+")


class Head(Struct, frozen=True):
    """The type word before a number: where it starts, and the type in normal case."""

    start: int
    doc_type: str
    with_so: bool


class Number(Struct, frozen=True):
    """A document number in the text: its place, its canonical form and its head, if any."""

    start: int
    end: int
    number: str
    head: Head | None
    rule: str


def find_numbers(text: str) -> list[Number]:
    """All document numbers of a text, sorted and without overlaps."""
    found = [number for number in _slashed(text) if number]
    found += _others(text, {n.start for n in found})
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _slashed(text: str) -> Iterator[Number | None]:
    for slash in _SLASH.finditer(text):
        low, at = max(slash.start() - 24, 0), slash.start()
        if party := _PARTY_SERIAL.search(text, low, at):
            if code := _PARTY_CODE.match(text, slash.end()):
                yield _coded(text, party.start(), code.end(), "party")
        elif (serial := _SERIAL.search(text, low, at)) and (
            code := _STATE_CODE.match(text, slash.end())
        ):
            yield _coded(text, serial.start(), code.end(), "state")
    for match in _YEAR_DASH.finditer(text):
        if serial := _DIGITS_BEFORE.search(text, max(match.start() - 6, 0), match.start()):
            yield _coded(text, serial.start(), match.end(), "state")


def _coded(text: str, start: int, end: int, rule: str) -> Number | None:
    if _NOT_BEFORE.search(text, max(start - 60, 0), start):
        return None
    number = canonical_number(text[start:end])
    head = head_before(text, start)
    code = read_number(number)
    if code is None or not (head or _is_known(code.type_code, code.issuers, code.system)):
        return None
    return Number(start, end, number, head, rule)


def _is_known(type_code: str, issuers: tuple[str, ...], system: str) -> bool:
    """Without a type word, the code itself must be one that we know."""
    if type_code and issuers:
        return True
    return bool(issuers) and issuer_name(issuers[0], system) is not None and len(issuers[0]) > 1


def _others(text: str, taken: set[int]) -> Iterator[Number]:
    for match in _OLD.finditer(text):
        serial = _DIGITS_BEFORE.search(text, max(match.start() - 5, 0), match.start())
        head = head_before(text, serial.start()) if serial else None
        if serial and head and serial.start() not in taken:
            yield Number(serial.start(), match.end(), serial[0] + match[0], head, "old")
    for match in _BARE.finditer(text):
        start, end = match.span(1)
        if text[match.start() - 1 : match.start()] not in _S:
            continue
        head = head_before(text, start)
        if start not in taken and head and head.with_so and head.doc_type in _STRONG:
            yield Number(start, end, match[1], head, "bare")
    for match in _ABBREVIATED.finditer(text):
        if match.start(2) not in taken and not text[match.start() - 1 : match.start()].isalnum():
            head = Head(match.start(), type_words()[match[1].lower()], False)
            yield Number(*match.span(2), match[2], head, "abbreviated")


def canonical_number(raw: str) -> str:
    """Noise repaired: no blanks, plain hyphens, the hyphen that typing lost between codes.

    >>> canonical_number('318/QĐ - TTg'), canonical_number('45/QĐTTg')
    ('318/QĐ-TTg', '45/QĐ-TTg')
    """
    number = _SPACE.sub("", raw).replace("–", "-")
    body, slash, code = number.rpartition("/")
    if slash and "-" not in code and "-" not in body:
        number = f"{body}/{_split_glued(code)}"
    return number


@cache
def _glueable() -> tuple[str, ...]:
    """Type codes of the state, longest first."""
    codes = {row.code for row in document_types() if row.system == "state" and len(row.code) > 1}
    return tuple(sorted(codes, key=len, reverse=True))


def _split_glued(code: str) -> str:
    if issuer_name(code, "state") is not None:
        return code
    for type_code in _glueable():
        rest = code[len(type_code) :]
        if code.startswith(type_code) and len(rest) > 1 and issuer_name(rest, "state") is not None:
            return f"{type_code}-{rest}"
    return code


@cache
def type_words() -> dict[str, str]:
    """Folded heads in running text -> the type's name in normal case."""
    words: dict[str, str] = {}
    for row in document_types():
        if row.system in ("technical",):
            continue
        for alias in row.aliases:
            words.setdefault(fold(alias), row.name if alias.isupper() else alias)
    for row in document_types():
        if row.system != "technical":
            words[fold(row.name)] = row.name
    words.update({"văn bản": "Văn bản", "luật": "Luật", "bộ luật": "Bộ luật"})
    return words


def head_before(text: str, start: int) -> Head | None:
    """The type word that a number belongs to: 'Quyết định số', 'Nghị định : số', 'Kế hoạch'."""
    low = max(start - 60, 0)
    window = text[low:start]
    so = _SO.search(window)
    stop = so.start() if so else len(window)
    words = [m for m in _WORD.finditer(window, 0, stop) if m[0].strip(_PUNCTUATION)][-7:]
    # '** Quyết định' , '(Kế hoạch': markup around words; up to three words may stand between the
    # type and 'số' ('Thông tư hướng dẫn số', 'Kế hoạch tuyên truyền số')
    for skipped in range(3 if so else 1):
        usable = words[: len(words) - skipped] if skipped else words
        if skipped and not all(w[0][:1].islower() for w in words[len(words) - skipped :]):
            break
        for count in range(min(5, len(usable)), 0, -1):
            first = usable[-count]
            phrase = " ".join(w[0].strip(_PUNCTUATION) for w in usable[-count:])
            if name := type_words().get(phrase.lower()):
                offset = len(first[0]) - len(first[0].lstrip(_PUNCTUATION))
                return Head(low + first.start() + offset, name, bool(so and so[0].strip(": ")))
    return None
