"""Whether two subjects (trích yếu) can be those of one document.

What is written of a document's subject is shortened, paraphrased and abbreviated; what tells two
subjects apart are the words that each has and the other lacks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from ...lexicon import terms
from ...vietnamese import fold

_WORD = re.compile(r"[^\W_]+(?:/[^\W_]+)*")
_PARENTHESIS = re.compile(r"\([^()]*\)")
# What titles of every kind are made of tells nothing, nor what all these reports are about.
_GENERAL = frozenset(
    "về việc ban hành phê duyệt triển khai thực hiện quy định quyết nghị kế hoạch chương trình thông"
    " báo của và các một số trên địa bàn tỉnh thành phố huyện xã phường trong tại cho với theo đến từ"
    " năm giai đoạn công tác tổ chức nhiệm vụ giải pháp tăng cường tiếp tục nội dung bộ sở ủy nhân dân"
    " ubnd hđnd cơ quan đơn vị đối khi được là những cải cách hành chính".split()
)
_CHANGES = re.compile(r"\b(?:sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh|đính chính|gia hạn)\b")
_FEWEST = 2  # content words a subject must have to be compared
_SHORTEST = 4  # letters of an abbreviation with one meaning
_IN_COMMON = 0.4  # of the shorter one's words, at most, in two subjects that differ


class Subject:
    """The content words of a subject, and the years it names."""

    __slots__ = ("changes", "words", "years")

    def __init__(self, text: str) -> None:
        plain = _expanded(fold(unicodedata.normalize("NFC", text)))
        found = _WORD.findall(_PARENTHESIS.sub(" ", plain))
        self.years = frozenset(word for word in found if word.isdigit() and len(word) == 4)
        self.words = frozenset(
            word for word in found if word not in _GENERAL and not word.isdigit()
        )
        self.changes = bool(_CHANGES.search(plain))

    @property
    def is_telling(self) -> bool:
        """Whether enough is said to compare it."""
        return len(self.words) >= _FEWEST


@lru_cache(maxsize=4096)
def read_subject(text: str) -> Subject:
    """A subject made ready to be compared."""
    return Subject(text)


def differ(one: str, other: str) -> bool:
    """Whether two subjects cannot be those of one document.

    >>> differ('Kế hoạch kiểm tra công tác CCHC năm 2024', 'Kế hoạch tuyên truyền CCHC năm 2024')
    True
    >>> differ('Kế hoạch CCHC năm 2024', 'Kế hoạch cải cách hành chính tỉnh Lâm Hải năm 2024')
    False
    """
    a, b = read_subject(one), read_subject(other)
    if a.changes or b.changes or not (a.is_telling and b.is_telling):
        return False
    common = a.words & b.words
    only_a, only_b = a.words - common, b.words - common
    shorter = min(len(a.words), len(b.words))
    return min(len(only_a), len(only_b)) >= 2 and len(common) <= _IN_COMMON * shorter


def agree(one: str, other: str) -> bool:
    """Whether two subjects say the same but for the years they name."""
    a, b = read_subject(one), read_subject(other)
    return a.is_telling and a.words == b.words


def begin_alike(one: str, other: str) -> bool:
    """Whether one subject is the beginning of the other, which then runs on into its sentence.

    >>> begin_alike('chuyển đổi số năm 2021', 'chuyển đổi số năm 2021 sẽ làm tiếp')
    True
    """
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    return read_subject(shorter).is_telling and f"{longer} ".startswith(f"{shorter} ")


def _expanded(text: str) -> str:
    """Abbreviations that everybody knows, written out: 'cchc', 'tthc'."""
    return _short_forms().sub(lambda match: _long_forms()[match[0]], text)


@cache
def _long_forms() -> dict[str, str]:
    return {fold(term.short): fold(term.long) for term in terms() if len(term.short) >= _SHORTEST}


@cache
def _short_forms() -> re.Pattern[str]:
    shorts = sorted(_long_forms(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, shorts))})(?![\w-])")
