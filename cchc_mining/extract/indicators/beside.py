"""Whose the words right beside a figure call it: its maker, possessor, performer, holder."""

from __future__ import annotations

import re

from .actors import ACTS, JOINED
from .model import Figure, Sentence
from .places import find_territories

# 'theo số liệu của Kho bạc'
BY_WORD_OF = r"theo (?:số liệu|báo cáo|thống kê|tổng hợp|công bố|đánh giá|kết quả|thông báo)[^,;:]{0,24} của\s+$"
# Whose numbers or money it is does not tell who spends it: 'vốn vay ODA của Ngân hàng Thế giới 3,6 triệu
# USD'.
_NOT_SPENT_BY = re.compile(
    rf"{BY_WORD_OF}"
    r"|(?:vay|oda|tài trợ|viện trợ|ủng hộ|hỗ trợ|đóng góp|ủy thác|cho vay)[^,;:]{0,8} của\s+$"
)
# ' (', or 'tỷ lệ nợ của BHXH huyện Vũ Thư| cao nhất (|4,5%)'
_TO_BRACKET = re.compile(r"(?: (?:cao|thấp|nhiều|ít|lớn) nhất| dẫn đầu| đứng đầu)? ?\(")
_LONGEST_PLACE = 40
_DONE_BY = re.compile(r"(?<!\w)do\s+$")
# Not 'do Bộ Nội vụ công bố': who ranks others does not own their scores.
_PERFORMS = re.compile(
    r"\s(?:trực tiếp |chủ trì |phối hợp )*(?:thực hiện|giải quyết|quản lý|tổ chức|hỗ trợ|hướng dẫn|tiếp nhận"
    r"|vận hành|đầu tư|cung cấp|thi công|phục vụ|tư vấn)(?!\w)"
)
_REVENUE = re.compile(r"(?<!\w)thu (?:ngân sách|nội địa|từ hoạt động|tiền|thuế)")
_OF = re.compile(r"(?<!\w)(?:của|tại|ở|khối)\s+$")
MADE = re.compile(
    r"(?:nghị quyết|quyết định|chỉ thị|kế hoạch|công văn|văn bản|thông báo|báo cáo|hội nghị|hội thảo|lớp"
    r"|phiên|cuộc|kỳ họp|buổi|đoàn)"
)
_SAYS = re.compile(
    r"\s*(?:(?:tính đến|đến|tới|trong|cuối|hết|ngày|tháng|quý|năm|nay|[\d/]+)\s+)*"
    r"(?:(?:với|là|đạt|có|còn|được|ước đạt|chiếm|:|bằng|hiện có|hiện còn|\(|đã|chỉ đạt|mới đạt"
    r"|(?:cao|thấp|nhiều|ít|lớn) nhất)\s*)*"
)
# 'Thời gian cấp phép của Sở Xây dựng rút ngắn từ 20 ngày xuống còn 14 ngày'
_SHORTENS = re.compile(
    r" (?:đã |được )*(?:rút ngắn|cắt giảm|giảm|tăng|nâng)(?: [^,;:.()\d]{1,60})? từ\s*"
)


def named_beside(sentence: Sentence, figure: Figure) -> str | None:
    """The agency that the words right beside a figure call its own."""
    return (
        _maker(sentence, figure)
        or _possessor(sentence, figure)
        or _performer(sentence, figure)
        or _holder(sentence, figure)
    )


def _maker(sentence: Sentence, figure: Figure) -> str | None:
    """'01 hội nghị ... do Bộ Nội vụ tổ chức', '17 nghị quyết của HĐND tỉnh'."""
    if figure.kind != "count" or not MADE.match(figure.noun):
        return None
    low = sentence.low
    for name in sentence.names:
        if name.start < figure.noun_end:
            continue
        if name.start > figure.phrase_end + 4:
            return None
        by = _DONE_BY.search(low, max(name.start - 4, 0), name.start)
        of = name.start - figure.noun_end < 24 and _OF.search(
            low, max(name.start - 5, 0), name.start
        )
        return name.mention.name if by or of else None
    return None


def _possessor(sentence: Sentence, figure: Figure) -> str | None:
    """'số viên chức thực có của Trung tâm X là 08 người', '(Sở Y tế: 45 hồ sơ)'."""
    low = sentence.low
    names = [n for n in sentence.names_in(figure.lead_start, figure.lead_end) if not n.cited]
    if not names and low[figure.lead_start - 1 : figure.lead_end].strip() == "(":
        beside = _before_bracket(sentence, figure)
        figure.apart = beside is not None
        return beside
    if not names or not _tells_of(low, names[-1].end, figure):
        return None
    first = len(names) - 1
    while first and JOINED.fullmatch(low, names[first - 1].end, names[first].start):
        first -= 1
    if not _OF.search(low, max(names[first].start - 5, 0), names[first].start):
        return None
    if _NOT_SPENT_BY.search(low, figure.lead_start, names[first].start):
        return None
    return "; ".join(n.mention.name for n in names[first:] if n.mention.name)


def _before_bracket(sentence: Sentence, figure: Figure) -> str | None:
    """'tập trung tại Sở Y tế (45 hồ sơ), xã Châu Phú (41 hồ sơ)'."""
    low, end = sentence.low, figure.lead_start
    for name in reversed(sentence.names_in(0, end)):
        if _TO_BRACKET.fullmatch(low, name.end, end):
            return name.mention.name
    beside = find_territories(sentence, max(end - _LONGEST_PLACE, 0), end)
    return beside[-1].name if beside and _TO_BRACKET.fullmatch(low, beside[-1].end, end) else None


def _tells_of(low: str, start: int, figure: Figure) -> bool:
    """Whether the words from the end of a name to a figure say no more than what it has or changes."""
    if _SAYS.fullmatch(low, start, figure.lead_end):
        return True
    return figure.before[-1:] == ["từ"] and _SHORTENS.fullmatch(low, start, figure.a) is not None


def _performer(sentence: Sentence, figure: Figure) -> str | None:
    """'lĩnh vực đất đai do Chi nhánh X thực hiện mới đạt 97%', '1.200 lượt người được Y hỗ trợ'."""
    low = sentence.low
    for name in sentence.names:
        if figure.lead_start <= name.start and name.end <= figure.lead_end:
            link = " do "
        elif figure.noun_end <= name.start < figure.phrase_end:
            link = " được "
        else:
            continue
        if low.endswith(link, 0, name.start) and _PERFORMS.match(low, name.end):
            if _REVENUE.search(low, figure.lead_start, name.start):
                return None  # 'thu từ hoạt động xuất nhập khẩu do Chi cục Hải quan thực hiện'
            return name.mention.name
    return None


def _holder(sentence: Sentence, figure: Figure) -> str | None:
    """'22 máy tính của Trung tâm không bảo đảm', where nobody does anything with them."""
    low = sentence.low
    if figure.kind != "count" or low[figure.noun_end : figure.noun_end + 5] != " của ":
        return None
    name = next((n for n in sentence.names if n.start == figure.noun_end + 5), None)
    start = max(low.rfind(mark, 0, figure.a) for mark in ";:,") + 1
    if name is None or sentence.names_in(start, figure.a) or ACTS.search(low, start, figure.a):
        return None
    return name.mention.name
