"""The words that show a relation, where they stand before a citation; the words are data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from ...records import Relation
from ...vietnamese import alternation

_WORDS: Mapping[Relation, str] = {
    "replaces": "thay thế|thay thế cho|thay cho|thay",
    "repeals": (
        "bãi bỏ|hủy bỏ|hết hiệu lực|hết hiệu lực của|ngưng hiệu lực|ngưng hiệu lực thi hành|"
        "ngừng hiệu lực|chấm dứt hiệu lực|chấm dứt hiệu lực của|đình chỉ thi hành|thu hồi"
    ),
    "amends": (
        "sửa đổi|sửa đổi, bổ sung|sửa đổi và bổ sung|sửa đổi bổ sung|bổ sung|điều chỉnh|"
        "điều chỉnh, bổ sung|đính chính"
    ),
    "guides": (
        "hướng dẫn thi hành|quy định chi tiết|quy định chi tiết thi hành|hướng dẫn chi tiết|"
        "quy định chi tiết và hướng dẫn thi hành|quy định chi tiết và biện pháp thi hành|"
        "quy định chi tiết, hướng dẫn thi hành|hướng dẫn một số|giải thích"
    ),
    "attached_to": "kèm theo|ban hành kèm theo|ban hành kèm",
    "issues": (
        "ban hành|phê duyệt|thông qua|cụ thể hóa bằng|triển khai bằng|thực hiện bằng|tháo gỡ bằng|"
        "tham mưu|đã trình|trình ký|ký|đã ra|đã có|có|có các|gửi|xây dựng|công bố|soạn thảo"
    ),
    "basis": (
        "căn cứ|theo|quy định|quy định tại|quy định của|trên cơ sở|đáp ứng|phù hợp với|tuân thủ|"
        "qua theo dõi|qua kiểm tra|qua rà soát|qua tổng hợp|qua xem xét|tinh thần|yêu cầu của|"
        "yêu cầu tại|đáp ứng yêu cầu|áp dụng|xét đề nghị|xét|trả lời|phúc đáp|dựa trên"
    ),
    "implements": (
        "triển khai|thực hiện|triển khai thực hiện|tổ chức thực hiện|quán triệt|thi hành|chấp hành|"
        "cụ thể hóa|thể chế hóa|thực thi|giao tại|hướng dẫn|bám sát|sơ kết|tổng kết|đẩy mạnh|tăng cường"
    ),
    # the citation is what is spoken of: 'Tìm hiểu quy định của Luật Đất đai', 'so với quy định tại'
    "mentions": "tìm hiểu|so với|tập huấn|giới thiệu|góp ý|tìm hiểu quy định của|so với quy định tại",
}
# 'ban hành và tổ chức triển khai thực hiện': what is issued and carried out was issued
_AND_CARRIED_OUT = tuple(
    f"ban hành{joint} {organised}{carried_out}"
    for joint in (",", " và")
    for organised in ("", "tổ chức ")
    for carried_out in ("triển khai", "thực hiện", "triển khai thực hiện")
)
_RELATION_OF: Mapping[str, Relation] = {
    **{words: relation for relation, several in _WORDS.items() for words in several.split("|")},
    **dict.fromkeys(_AND_CARRIED_OUT, "issues"),
}


_WRITTEN = {cased for words in _RELATION_OF for cased in (words, words[0].upper() + words[1:])}
_CUES = rf"(?P<words>{alternation({*_WRITTEN, 'CĂN CỨ', 'QUÁN TRIỆT'})})(?![^\W_])"
# What stands before a cue leads: it is rarer than the letters that cues begin with.
_CUE = re.compile(rf"[\W_]{_CUES}")
_CUE_OR_OPENING = re.compile(rf"(?:[\W_]|\A){_CUES}")  # of a text, before which nothing stands
# Words that make of a cue something else.
_NOT_A_CUE = re.compile(
    r"(?<=theo)\s+(?:dõi|ông|bà|đồng chí|đó|hướng|dự kiến|thống kê|chức năng|lời)(?![^\W_])"
    r"|(?<=(?<!đã )có)\s+(?!các\s|$)|(?<=thay)\s+(?!các\s|$)|(?<=ký)\s+(?!các\s|$)"
)
# A cue with a capital inside a sentence is part of a name: 'Bộ Xây dựng'.  It may stand after these.
_OPENERS = frozenset('\n.;:,(“"*•+-–)#')


class Cue(Struct, frozen=True, gc=False):
    """Words that show a relation, and their place."""

    relation: Relation
    start: int
    end: int


def find_cues(text: str, low: int, high: int) -> list[Cue]:
    """The cues of a stretch of text, in order."""
    matches = _CUE.finditer(text, low - 1, high) if low else _CUE_OR_OPENING.finditer(text, 0, high)
    return [cue for match in matches if (cue := _cue(text, match, low, high))]


def cue_at(text: str, start: int, high: int) -> Cue | None:
    """The cue that a stretch of text begins with."""
    match = _CUE.match(text, start - 1, high) if start else _CUE_OR_OPENING.match(text, 0, high)
    return _cue(text, match, start, high) if match else None


def _cue(text: str, match: re.Match[str], low: int, high: int) -> Cue | None:
    """What a match shows, unless the words around make something else of it."""
    start, end = match.span("words")
    words = match["words"]
    if words[0].isupper():
        before = text[max(start - 8, low) : start].rstrip(" *_")
        if before and before[-1] not in _OPENERS:
            return None
    if _NOT_A_CUE.match(text, end, high):
        return None
    return Cue(_RELATION_OF[" ".join(words.lower().split())], start, end)
