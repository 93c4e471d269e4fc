"""Words of scanned pages that OCR misread, as far as the lexicon can tell.

The text stays as it was read.  What is found here stands in the view that extractors match against,
and mentions that rest on it say so.  Figures are never touched: a wrong digit looks as good as a
right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ..lexicon import agencies, document_types, issuers, provinces
from ..reading import Repair
from ..records import Recognised
from ..vietnamese import fold, without_tones

# 'QĐÐ': the letter Đ read twice, once as Eth.
_TWICE = re.compile("Đ\u00d0|\u00d0Đ")
# The code of a document number: '/QÐ-UBNÑD', '-CT/TW'.  Pieces are letters and what is read for them.
_CODE = re.compile(r"(?<=\d)(?:/(?:19|20)\d\d)?\s?([/-])\s?((?:[^\W\d_]|[§&/-](?!\d))+[^\W\d_])")
_PIECES = re.compile(r"[-/]")
# What OCR puts for a letter of a code; '' for what it puts beside one.
_LIKE = str.maketrans({"Ñ": "N", "Ð": "Đ", "§": "S", "ø": "g", "0": "O", "Ỏ": "O", "Ö": "O"})
_EXTRA = str.maketrans(dict.fromkeys("Ñ§ÐØ¬", ""))
_WORD = re.compile(r"[^\W\d_]+")
# 'nắm 2023', 'ngảy 28', 'sô 12/QĐ': words that stand before figures
_BEFORE_FIGURES = re.compile(r"(?<!\w)([^\W\d_]{2,5})\s?:?\s(?=\d)")
_LEADS = ("năm", "ngày", "tháng", "số")
# 'Quý H năm': roman numerals of upright strokes
_QUARTER = re.compile(r"(?<=[Qq]uý )([HIlĨĩÌÍ|1]{1,3})(?=[ /,.;])")
_STROKES = {"H": "II"}
_MOST_STROKES = 3
_LONGEST = 8  # words of a phrase
_PHRASES = (
    "cải cách hành chính", "thủ tục hành chính", "hành chính công", "tổng số", "tổng cộng", "tỷ lệ",
    "tổ chức", "hồ sơ", "nơi nhận", "kèm theo", "ban hành", "căn cứ", "sửa đổi, bổ sung", "thay thế",
    "thực hiện", "báo cáo", "văn bản", "UBND tỉnh", "HĐND tỉnh", "UBND huyện", "UBND xã",
    "cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "chính phủ", "quốc hội",
    "cơ chế", "chính sách", "chuyển đổi số", "dịch vụ công trực tuyến", "giải quyết", "đúng hạn",
    "trước hạn", "quá hạn", "tiếp nhận", "công chức", "viên chức", "triển khai",
)  # fmt: skip
_LIKE_OTHERS = frozenset(("giấy mời",))  # 'cấp giấy mới'


class _Known(Struct, frozen=True):
    """A phrase, folded, as its words; a name begins with a capital."""

    words: tuple[str, ...]
    is_name: bool


def find_misreadings(text: str, recognised: Recognised | None) -> list[Repair]:
    """What to read for misread words of a text, in its order; nothing where no page is a scan."""
    if recognised is None:
        return []
    found = [
        repair
        for start, end in _stretches(recognised)
        for repairs in (_doubled, _codes, _phrases, _leads, _quarters)
        for repair in repairs(text[start:end], start)
    ]
    found.sort(key=lambda repair: (repair.start, repair.start - repair.end))
    return _apart(found)


def _stretches(recognised: Recognised) -> Iterator[tuple[int, int]]:
    """Spans of words that were read one after the other."""
    start, end = 0, -2
    for word_start, word_end in recognised:
        if word_start > end + 1:
            if end > start:
                yield start, end
            start = word_start
        end = word_end
    if end > start:
        yield start, end


def _apart(repairs: list[Repair]) -> list[Repair]:
    kept: list[Repair] = []
    for repair in repairs:
        if not kept or repair.start >= kept[-1].end:
            kept.append(repair)
    return kept


def _doubled(text: str, offset: int) -> Iterator[Repair]:
    for match in _TWICE.finditer(text):
        yield Repair(offset + match.start(), offset + match.end(), "Đ")


# --- codes ------------------------------------------------------------------------------------


def _codes(text: str, offset: int) -> Iterator[Repair]:
    """Codes of document numbers that the lexicon knows by what OCR makes of them."""
    for match in _CODE.finditer(text):
        at = match.start(2)
        for piece in _PIECES.split(match[2]):
            if (known := _known_code(piece)) is not None:
                yield Repair(offset + at, offset + at + len(piece), known)
            at += len(piece) + 1


def _known_code(piece: str) -> str | None:
    """The code that a piece must be; null where it is one, or may be several."""
    if len(piece) < 2 or piece in _all_codes():
        return None
    tries = dict.fromkeys(
        _code_key(form) for form in (piece, piece.translate(_LIKE), piece.translate(_EXTRA))
    )
    found = {code for form in tries for code in _codes_by_key().get(form, ())}
    return found.pop() if len(found) == 1 else None


def _code_key(code: str) -> str:
    return without_tones(code.replace("\u00d0", "Đ")).replace("đ", "d").upper()


@cache
def _all_codes() -> frozenset[str]:
    names = {name for row in issuers() for name in (row.code, *row.aliases)}
    return frozenset(names | {row.code for row in document_types() if row.code})


@cache
def _codes_by_key() -> dict[str, frozenset[str]]:
    """Codes by their letters alone; other spellings of them do not count."""
    found: dict[str, set[str]] = {}
    for code in (*(row.code for row in issuers()), *(row.code for row in document_types())):
        if len(code) > 1 and "{" not in code:
            found.setdefault(_code_key(code), set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}


# --- words ------------------------------------------------------------------------------------


def _phrases(text: str, offset: int) -> Iterator[Repair]:
    """Words of phrases of the administration whose tones are wrong: 'tố chức', 'tình Khánh Hòa'."""
    words = list(_WORD.finditer(text))
    keys = [without_tones(word[0]) for word in words]
    firsts = _known_phrases()
    at = 0
    while at < len(words):
        for length in firsts.get(keys[at], ()):
            known = _phrase_at(text, words, keys, at, length)
            if known is not None:
                yield from _differing(words[at : at + length], known, offset)
                at += length - 1
                break
        at += 1


def _phrase_at(
    text: str, words: list[re.Match[str]], keys: list[str], at: int, length: int
) -> tuple[str, ...] | None:
    """The phrase that so many words from one on make; null where they make none, or several."""
    if at + length > len(words):
        return None
    found = _by_key().get(" ".join(keys[at : at + length]))
    if found is None or (found.is_name and not words[at][0][0].isupper()):
        return None
    read = text[words[at].start() : words[at + length - 1].end()]
    if "\n" in read or (read.islower() and without_tones(read) == fold(read)):
        return None  # 'bao cao su': OCR does not lose every tone
    return found.words


def _differing(words: list[re.Match[str]], known: tuple[str, ...], offset: int) -> Iterator[Repair]:
    for word, right in zip(words, known, strict=True):
        if fold(word[0]) != right:
            yield Repair(offset + word.start(), offset + word.end(), _cased(right, word[0]))


def _cased(right: str, read: str) -> str:
    if read.isupper() and len(read) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if read[:1].isupper() else right


@cache
def _by_key() -> dict[str, _Known]:
    """Phrases by their letters without tones."""
    found: dict[str, set[_Known]] = {}
    for phrase, is_name in _all_phrases():
        words = tuple(_WORD.findall(fold(phrase)))
        if 2 <= len(words) <= _LONGEST and fold(phrase) not in _LIKE_OTHERS:
            found.setdefault(" ".join(map(without_tones, words)), set()).add(_Known(words, is_name))
    # of phrases that look alike without tones none is meant
    return {
        key: min(same, key=lambda known: known.is_name)
        for key, same in found.items()
        if len({known.words for known in same}) == 1
    }


def _all_phrases() -> Iterator[tuple[str, bool]]:
    """Phrases, and whether they are names."""
    for phrase in _PHRASES:
        yield phrase, False
    for row in document_types():
        yield row.name, False
    for row in agencies():
        yield row.surface, True
    for row in provinces():
        yield row.name, True
        yield f"tỉnh {row.name}", False
        yield f"thành phố {row.name}", False


@cache
def _known_phrases() -> dict[str, tuple[int, ...]]:
    """By the first word of phrases, how many words they have, longest first."""
    found: dict[str, set[int]] = {}
    for key in _by_key():
        first, *rest = key.split()
        found.setdefault(first, set()).add(len(rest) + 1)
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _leads(text: str, offset: int) -> Iterator[Repair]:
    for match in _BEFORE_FIGURES.finditer(text):
        lead = _leads_by_key().get(without_tones(match[1]))
        if lead is not None and fold(match[1]) not in _LEADS:
            start = offset + match.start(1)
            yield Repair(start, start + len(match[1]), _cased(lead, match[1]))


@cache
def _leads_by_key() -> dict[str, str]:
    return {without_tones(lead): lead for lead in _LEADS}


def _quarters(text: str, offset: int) -> Iterator[Repair]:
    for match in _QUARTER.finditer(text):
        strokes = len("".join(_STROKES.get(c, "I") for c in match[1]))
        numeral = "I" * strokes
        if strokes <= _MOST_STROKES and numeral != match[1]:
            start = offset + match.start(1)
            yield Repair(start, start + len(match[1]), numeral)
