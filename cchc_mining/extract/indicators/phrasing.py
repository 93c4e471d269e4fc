"""Labels as strings: kept short, made into a rate, freed of what a column name does not need."""

from __future__ import annotations

import re

from . import words

LONGEST = 13  # syllables of a label
_DONE = 5  # of them, what was done, where the noun phrase is long

TIME = re.compile(
    r"[,\s]*(?:(?:trong|đến|của|vào|từ|tính|hết|cuối|đầu|ngay)\s+)*(?:cùng kỳ\s+)?"
    r"(?:(?:(?:\d{1,2}|sáu|chín) tháng(?: đầu| cuối)? năm|năm|tháng|quý|ngày)\s+"
    r"(?:\d[\d/.-]*|(?-i:[IVX]+)(?:\s?[/-]\s?\d{4})?)(?![^\W_])(?: năm \d{4})?"
    r"|trong \d{1,2} tháng(?: qua)?(?![^\W_])"
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
    "trên của tại với và cho được là có theo về trong đã các những để từ đến ở do".split()
)
_CHANGES = (" tăng", " giảm")
_QUOTES = dict.fromkeys(map(ord, '“”"'))


def tidy(label: str) -> str:
    """Single blanks, no marks, no time, at most LONGEST syllables, no capital for a sentence."""
    if _NUMBER.search(label) and _may_tell_time(label):
        label = TIME.sub("", label)
    if "“" in label or '"' in label:
        label = label.translate(_QUOTES)
    pieces = label.split()
    del pieces[LONGEST:]
    while len(pieces) > 1 and pieces[-1] in _DANGLING:
        pieces.pop()
    label = " ".join(pieces).strip(" ,;:.(-")
    if label[-4:].lower() == " cắt":
        label = f"{label} giảm"  # 'cắt giảm từ 20 đến 40%': the verb of change was cut off
    return lowered(label)


def _may_tell_time(label: str) -> bool:
    """Whether a label has a trace of what TIME matches; few have."""
    return (
        "năm" in label
        or "tháng" in label
        or "uý" in label
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
    if phrase.count(" ") + done.count(" ") + 2 <= LONGEST:
        return f"{phrase} {done}"
    pieces, verbs = phrase.split(), done.split()
    if len(pieces) + len(verbs) > LONGEST:
        pieces = pieces[: max(LONGEST - min(len(verbs), _DONE), 4)]
        verbs = verbs[: LONGEST - len(pieces)]
    return " ".join((*pieces, *verbs))


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
    return f"{' '.join(stem.split()[: LONGEST - 1])} {verb}"
