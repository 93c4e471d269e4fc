"""The type words by which a text goes back to a document, and which documents each can mean."""

from __future__ import annotations

import re
from functools import lru_cache

from ..vietnamese import fold

# Words that stand before 'này', 'nêu trên' or a bare number.  'Dự án', 'Hợp đồng', 'Giấy phép' are
# left out: what is gone back to is then the project, the contract or the right, not a document.
KINDS = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Sắc lệnh", "Nghị định", "Nghị quyết liên tịch",
    "Nghị quyết", "Quyết định", "Thông tư liên tịch", "Thông tư liên bộ", "Thông tư", "Chỉ thị",
    "Công điện", "Công văn", "Văn bản", "Thông báo kết luận", "Thông báo", "Kết luận", "Tờ trình",
    "Báo cáo", "Kế hoạch hành động", "Kế hoạch phối hợp", "Kế hoạch liên tịch", "Kế hoạch",
    "Chương trình hành động", "Chương trình phối hợp", "Chương trình", "Đề án", "Phương án",
    "Chiến lược", "Quy chế phối hợp", "Quy chế", "Quy định", "Quy trình", "Quy tắc", "Nội quy",
    "Điều lệ", "Hướng dẫn liên ngành", "Hướng dẫn",
)  # fmt: skip

_ANY = "văn bản"  # every document is one; as a type it is a letter
_LETTER = "công văn"
# 'Kết luận nêu trên' after 'Thông báo kết luận số 125/TB-VP'
_BY_ITS_LAST_WORDS = frozenset((("kết luận", "thông báo kết luận"),))


@lru_cache(maxsize=4096)
def may_mean(word: str, doc_type: str) -> bool:
    """Whether a type word, going back, may mean a document cited as `doc_type`.

    >>> may_mean('Thông tư', 'Thông tư liên tịch'), may_mean('Công văn', 'Văn bản')
    (True, True)
    >>> may_mean('Văn bản', 'Chỉ thị'), may_mean('Luật', 'Bộ luật'), may_mean('Luật', 'Nghị định')
    (True, False, False)
    """
    short, full = fold(word), fold(doc_type)
    if _ANY in (short, full):
        return short in (_ANY, _LETTER)
    one_begins_other = f"{short} ".startswith(f"{full} ") or f"{full} ".startswith(f"{short} ")
    return one_begins_other or (short, full) in _BY_ITS_LAST_WORDS


# 'các', 'hai', '02', but not the 5 of 'Điều 5 Nghị định này'
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|hai|ba|bốn|0\d)\s+$", re.I)
_LONGEST_COUNT = 8


def are_several(text: str, start: int) -> bool:
    """Whether the words before a type word speak of several documents.

    >>> are_several('các Nghị quyết trên', 4), are_several('tại Điều 5 Nghị định này', 11)
    (True, False)
    """
    return _SEVERAL.search(text, max(start - _LONGEST_COUNT, 0), start) is not None


_LEAD = re.compile(
    r"(?:(?:về\s+việc|v/v|về)\s+)?(?:(?:ban\s+hành|phê\s+duyệt|thông\s+qua|công\s+bố)\s+)?", re.I
)


def titled(word: str, title: str) -> bool:
    """Whether a document with this title brings an instrument of that kind with it.

    >>> titled('Đề án', 'phê duyệt Đề án số hóa'), titled('Kế hoạch', 'Kế hoạch CCHC năm 2024')
    (True, True)
    >>> titled('Kế hoạch', 'triển khai Kế hoạch CCHC'), titled('Quy định', 'quy định mức chi')
    (False, False)
    """
    lead = _LEAD.match(title)
    name = title[lead.end() if lead else 0 :]
    # a capital tells the instrument ('Quy định về ...') from the verb ('quy định mức chi')
    if not name[:1].isupper():
        return False
    name, word = f"{fold(name)} ", fold(word)
    return name.startswith(f"{word} ") and not name.startswith(f"{word} này ")
