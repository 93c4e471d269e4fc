"""Whether two subjects (trích yếu) can be those of one document.

What is written of a document's subject is shortened, paraphrased and abbreviated; what tells two
subjects apart are the words that each has and the other lacks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise, takewhile

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
# It changes another document; not 'danh mục thủ tục hành chính được sửa đổi, bổ sung'.
_CHANGES = re.compile(
    r"(?<!được )\b(?:sửa đổi|(?<!sửa đổi, )bổ sung|thay thế|bãi bỏ|điều chỉnh|đính chính|gia hạn)\b"
)
# Where the sentence goes on behind a subject: 'chuyển đổi số năm 2021 sẽ làm tiếp', '... năm 2021, các đơn
# vị đã đăng ký', '... lề lối làm việc là thiếu nhân lực', '... được gửi cơ quan có thẩm quyền'.
_GOES_ON = re.compile(
    r";| (?:đã|đang|sẽ|chưa|là|vẫn|đều) |(?<=\d{4}) (?:được|bị|còn|do|tại|cho|đến) "
    r"| được (?:gửi|triển khai|thực hiện|tổ chức|kiểm tra|báo cáo|cập nhật|quán triệt|phổ biến|giao)(?!\w)"
    r"|, (?:các|những|toàn|sở|ubnd|ủy ban|tỉnh|huyện|thành phố|xã|phường|phòng|ban|bộ|cục|chi cục|trung tâm"
    r"|đơn vị|cơ quan) [^,;]{2,60}? (?:đã|đang|sẽ|chưa|phải|tiếp tục) "
)
# What kind of paper a subject names first; nothing can be two of these.
_KIND = re.compile(
    r"(?:ban hành |phê duyệt )?(quy chế|kế hoạch|đề án|bộ tiêu chí|danh mục|nội quy|dự toán|quy trình)(?!\w)"
)
_NAMES_MORE = 18  # letters of a subject that is more than the name of a kind of paper
_FEWEST = 2  # content words a subject must have to be compared
_SHORTEST = 4  # letters of an abbreviation with one meaning
_IN_COMMON = 0.4  # of the shorter one's words, at most, in two subjects that differ
_BEGIN_ALIKE = 3  # content words with which both begin, from which they may be one that runs on


class Subject:
    """The content words of a subject, and the years it names.

    `opening` are its content words in order, `pairs` those that stand side by side.
    """

    __slots__ = ("changes", "kind", "opening", "pairs", "text", "words", "years")

    def __init__(self, text: str) -> None:
        plain = fold(unicodedata.normalize("NFC", text))
        end = _GOES_ON.search(plain, _NAMES_MORE)
        self.text = plain[: end.start()] if end else plain
        expanded = _expanded(self.text)
        found = _WORD.findall(_PARENTHESIS.sub(" ", expanded))
        self.years = frozenset(word for word in found if word.isdigit() and len(word) == 4)
        self.opening = tuple(word for word in found if _is_content(word))
        self.words = frozenset(self.opening)
        self.pairs = frozenset(pair for pair in pairwise(found) if all(map(_is_content, pair)))
        self.changes = bool(_CHANGES.search(expanded))
        kind = _KIND.match(expanded)
        self.kind = kind[1] if kind else None

    @property
    def is_telling(self) -> bool:
        """Whether enough is said to compare it."""
        return len(self.words) >= _FEWEST


def _is_content(word: str) -> bool:
    return word not in _GENERAL and not word.isdigit()


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
    >>> differ('Quy chế tiếp công dân', 'Kế hoạch cải cách hành chính năm 2024')
    True
    """
    a, b = read_subject(one), read_subject(other)
    if a.changes or b.changes or not (a.is_telling or b.is_telling):
        return False
    if not (a.is_telling and b.is_telling):
        return a.kind is not None and b.kind is not None and _are_two_kinds(a, b)
    return _begin_otherwise(a, b) and _have_little_in_common(a, b)


def _are_two_kinds(a: Subject, b: Subject) -> bool:
    """'Quy chế ...' and 'Kế hoạch ...', where neither is about the other and nothing is shared."""
    return (
        str(a.kind) not in b.text
        and str(b.kind) not in a.text
        and not a.words & b.words
        and min(len(a.text), len(b.text)) >= _NAMES_MORE
    )


def _begin_otherwise(a: Subject, b: Subject) -> bool:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(a.opening, b.opening, strict=False))
    return sum(1 for _ in alike) < _BEGIN_ALIKE


def _have_little_in_common(a: Subject, b: Subject) -> bool:
    common = a.words & b.words
    only_a, only_b = a.words - common, b.words - common
    shorter = min(len(a.words), len(b.words))
    few = len(common) <= _IN_COMMON * shorter or not a.pairs & b.pairs
    return min(len(only_a), len(only_b)) >= 2 and few


def agree(one: str, other: str) -> bool:
    """Whether two subjects say the same but for the years they name."""
    a, b = read_subject(one), read_subject(other)
    return a.is_telling and a.words == b.words


def begin_alike(one: str, other: str) -> bool:
    """Whether one subject is the beginning of the other, which then runs on into its sentence.

    >>> begin_alike('chuyển đổi số năm 2021', 'chuyển đổi số năm 2021 sẽ làm tiếp')
    True
    """
    shorter, longer = sorted((read_subject(one).text, read_subject(other).text), key=len)
    return (
        read_subject(shorter).is_telling
        and longer.startswith(shorter)
        and not longer[len(shorter) :][:1].isalnum()
    )


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
