"""Labels as strings: kept short, made into a rate, freed of what a column name does not need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import words

LONGEST = 13  # syllables of a label
_SLACK = 1  # more, where a cut might part its last words
_DONE = 5  # of them, what was done, where the noun phrase is long

TIME = re.compile(
    r"[,\s]*(?:(?:trong|đến|của|vào|từ|tính|hết|cuối|đầu|ngay)\s+)*(?:cùng kỳ\s+)?"
    r"(?:(?:(?:\d{1,2}|sáu|chín) tháng(?: đầu| cuối)? năm|năm|tháng|quý|ngày)\s+"
    r"(?:\d[\d/.-]*|(?-i:[IVX]+)(?:\s?[/-]\s?\d{4})?)(?![^\W_])(?: năm \d{4})?"
    r"|trong \d{1,2} tháng(?: qua)?(?![^\W_])"
    r"|(?:từ|đến|tính đến) \d{1,2}/\d{1,2}(?:/\d{4})?(?![\w/])"
    r"|(?:trong |của )?(?:giai đoạn|nhiệm kỳ) \d{4}\s?[-–]\s?\d{4}"
    # '(trong quý) I-2024', whose first words are a lead
    r"|(?<![^\W_])(?-i:[IVX]{1,3})[/-]\d{4}(?!\d))",
    re.I,
)
_NUMBER = re.compile(r"[\dIVX]")  # every time has one
RATE = re.compile(
    r"(?:tỷ lệ|tỉ lệ|chỉ số|mức độ|tốc độ|tỷ trọng|mức|điểm|lãi suất|tỷ suất|công suất)(?!\w)"
)
INDEX = re.compile(r"PAR|INDEX|SIPAS|PAPI|PCI|PGI|DTI|DDCI|ICT(?!\w)|[Cc]hỉ số")
_NUMBER_OF = re.compile(r"(?:tổng )?số(?: lượng)?(?!\w)(?! tiền| hóa)\s*")
# A label does not end in one of these.
_DANGLING = frozenset(
    "trên của tại với và cho được là có theo về trong đã các những để từ đến ở do thuộc".split()
)
_SUPERLATIVE = re.compile(
    r" (?:nhiều|cao|thấp|ít|lớn|nhỏ|đông) nhất(?: (?:cả nước|toàn quốc|toàn tỉnh|tỉnh))?(?: với số lượng)?"
)
# In front of these a label that is too long is cut.
_LINKS = frozenset(
    "của tại với và cho theo về trong để từ đến ở do thuộc qua bằng trên gồm đối".split()
)
_CHANGES = (" tăng", " giảm")
_QUOTES = dict.fromkeys(map(ord, '“”"'))


def tidy(label: str) -> str:
    """Single blanks, no marks, no time, at most LONGEST syllables, no capital for a sentence."""
    if _may_tell_time(label):
        label = without_time(label)
    if "“" in label or '"' in label:
        label = label.translate(_QUOTES)
    pieces = label.split()
    if len(pieces) > LONGEST + _SLACK:
        shorten(pieces)
    _drop_dangling(pieces)
    label = " ".join(pieces).strip(" ,;:.(-/")
    if label[-4:].lower() == " cắt":
        label = f"{label} giảm"  # 'cắt giảm từ 20 đến 40%': the verb of change was cut off
    return lowered(label)


def without_time(phrase: str) -> str:
    """A phrase without the times that it names."""
    return TIME.sub("", phrase) if _NUMBER.search(phrase) else phrase


def word_places(low: str, word: str) -> Iterator[int]:
    """Where a word or phrase stands whole in a text in lower case."""
    at = low.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        if not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum()):
            yield at
        at = low.find(word, end)


def shorten(pieces: list[str], longest: int = LONGEST) -> None:
    """Cut a phrase that is too long, in front of a word that leads on rather than inside a name."""
    if len(pieces) <= longest:
        return
    cuts = range(longest, longest * 2 // 3, -1)
    cut = next((at for at in cuts if pieces[at] in _LINKS or pieces[at - 1][-1] in ",;"), longest)
    del pieces[cut:]
    _drop_dangling(pieces)


def _drop_dangling(pieces: list[str]) -> None:
    while len(pieces) > 1 and pieces[-1] in _DANGLING and pieces[-2:] != ["trực", "thuộc"]:
        pieces.pop()


def _may_tell_time(label: str) -> bool:
    """Whether a label has a trace of what TIME matches; few have."""
    return (
        "năm" in label
        or "tháng" in label
        or "uý" in label
        or "iai đoạn" in label
        or "hiệm kỳ" in label
        or "gày" in label
        or "-20" in label
        or "/20" in label
    )


def lowered(text: str) -> str:
    """Without the capital of a sentence's first word, where that is no name."""
    if text[:1].isupper() and text[1:2].islower():
        first = text.split(" ", 1)[0].lower()
        if first in words.LOWERED:
            return first + text[len(first) :]
    return text


def joined(phrase: str, done: str) -> str:
    """Noun phrase and verb, the longer one cut so that both are heard."""
    if not done or phrase.count(" ") + done.count(" ") + 2 <= LONGEST:
        return f"{phrase} {done}"
    pieces, verbs = phrase.split(), done.split()
    if len(pieces) + len(verbs) > LONGEST:
        shorten(pieces, max(LONGEST - min(len(verbs), _DONE), 4))
        verbs = verbs[: LONGEST - len(pieces)]
    return " ".join((*pieces, *verbs))


def without_superlative(label: str) -> str:
    """What was told of the first in a list, as it holds for all: 'tiếp nhận nhiều nhất' -> 'tiếp nhận'."""
    return _SUPERLATIVE.sub("", label) if " nhất" in label else label


def as_rate(label: str) -> str:
    """'tổng số hồ sơ trễ hạn' -> 'tỷ lệ hồ sơ trễ hạn'."""
    low = label.lower()
    if RATE.match(low) or INDEX.search(label):
        return label
    if number := _NUMBER_OF.match(low):
        label = label[number.end() :]
    return f"tỷ lệ {uncapitalised(label)}"


def uncapitalised(phrase: str) -> str:
    """A phrase without the capital of a sentence's first word: the next word has none."""
    following = phrase.find(" ") + 1
    plain = phrase[:1].isupper() and phrase[1:2].islower() and following
    if not plain or not phrase[following].islower():
        return phrase
    return phrase[0].lower() + phrase[1:]


def without_change(label: str) -> str:
    """A label without the change it ends in."""
    if not label.endswith(_CHANGES) or label.endswith("giá trị gia tăng"):
        return label
    return label.removesuffix(" tăng").removesuffix(" giảm")


def with_change(stem: str, verb: str) -> str:
    """A stem, cut where need be, and 'tăng' or 'giảm' behind it."""
    pieces = stem.split()
    shorten(pieces, LONGEST - 1)
    return f"{' '.join(pieces)} {verb}"
