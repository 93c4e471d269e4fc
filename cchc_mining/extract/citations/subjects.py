"""The subject (trích yếu) of a cited document, from the words after it or before it."""

from __future__ import annotations

import re

from ...reading import FootnoteBlock, Layout
from ...vietnamese import LOWER, UPPER

# After the citation: 'về việc ban hành X', 'ban hành X', 'về X', 'V/v X'; these words are dropped.
_DROPPED = re.compile(
    r"\s*,?\s*(?:(?:về việc|về|V/v|v/v)\s+(?:ban hành\s+)?|ban hành\s+(?!kèm)|trong đó ban hành\s+)"
    r"|\s+gửi\s+(?:các\s+)?(?:[A-ZĐ][^,.;]{2,60}?)\s+(?=đăng ký|đôn đốc|đề nghị|báo cáo|về|tham gia|đề xuất|xin)"
)
# ... and these open a subject and belong to it: 'phê duyệt Dự toán chi phí ...'
_KEPT = re.compile(
    r"\s+(?=(?:tạm\s+)?(?:phê duyệt|quy định|công bố|triển khai|báo cáo|thành lập|giao|sửa đổi|đăng ký|"
    r"đôn đốc|hướng dẫn|tổ chức lại|tăng cường|thực hiện việc|đề nghị|điều chỉnh|kiện toàn|"
    r"bãi bỏ|đề xuất|chấn chỉnh|cho phép|thông qua|việc\s)\b)"
)
_ABOUT = re.compile(r"(?:về việc|về|v/v)\s+(?:ban hành\s+)?", re.I)
# Where a subject ends: the sentence, the bracket, a clause that goes on about something else.
_END = re.compile(
    r"[;\n]|\s\((?:gọi|sau đây|viết tắt)|\.(?=\s|$)|\./|\)|[⁰¹²³⁴-⁹]|"
    r",\s+(?=(?:đến (?:hết|nay|ngày|thời)|đã |toàn tỉnh|công tác|đạt |kết quả |theo đó|trong đó|qua đó|"
    r"đồng thời|dự kiến|cụ thể|gồm|nhằm|với mục|làm cơ sở|"
    rf"[{UPPER}][{LOWER}]+ (?!và |thể|số |hội|cáo|trường)[{LOWER}]+ (?:các|đã|tổ|ban|có|tiếp)|"
    r"Sở |UBND |Ủy ban |HĐND |Thủ trưởng |Quyết định số|Công văn số|Kế hoạch số|Nghị quyết số|Nghị định số|"
    r"Thông tư số|Chỉ thị số|Báo cáo số|Văn bản số|Luật ))|"
    r"\s+và\s+số\s+\d|\s+(?:và|;)\s+(?=(?:các\s+)?(?:Quyết định|Công văn|Kế hoạch|Nghị quyết|"
    r"Nghị định|Thông tư|Chỉ thị|Báo cáo|Văn bản|Thông báo|Kết luận|Hướng dẫn)(?:\s+số|\s+[A-ZĐ]|\s+của))"
)  # fmt: skip
_LONGEST = 420

# Before the citation: 'X tại Quyết định số ...', 'X được ban hành kèm theo Quyết định số ...'
_AT = re.compile(
    r"\s*(?:,\s*)?(?:được\s+)?(?:(?:ban hành|quy định|phê duyệt)\s+)?(?:kèm theo|tại|theo|bằng)\s+(?:các\s+)?$"
)
_OPENED_BY = re.compile(
    r"(?:ban hành(?:(?:,| và)\s+(?:tổ chức\s+)?(?:triển khai|thực hiện)(?:\s+thực hiện)?)?"
    r"|phê duyệt(?=\s+[A-ZĐ])|công bố(?=\s+[A-ZĐ])|thông qua(?=\s+[A-ZĐ])|xây dựng(?=\s+[A-ZĐ]))\s+"
)
_LEAD = re.compile(r"(?:về việc|về|việc|các|những|căn cứ)\s+", re.I)
_CLAUSE_START = re.compile(
    r"[;:.,(\n](?:(?<=[;:.])\s+|(?<=[(\n])|(?<=,)\s+(?=(?:Sở|UBND|đã|xây dựng|gửi)\s))"
)
_BULLET = re.compile(r"\s*[-+*•]\s+")
_BRACKETED = re.compile(r"\s*\((?:viết tắt|sau đây|gọi)[^)]*\)")


def subject_after(text: str, end: int, sentence_end: int) -> tuple[int, int] | None:
    """The place of the subject that follows a citation which ends at `end`."""
    opening = _DROPPED.match(text, end, sentence_end) or _KEPT.match(text, end, sentence_end)
    if not opening:
        return None
    start = opening.end()
    if opening[0].lstrip().startswith("gửi") and (about := _ABOUT.match(text, start)):
        start = about.end()
    stop = _END.search(text, start, min(sentence_end, start + _LONGEST))
    return _trimmed(text, start, stop.start() if stop else min(sentence_end, start + _LONGEST))


def subject_before(text: str, sentence_start: int, start: int) -> tuple[int, int] | None:
    """The place of the subject in 'X tại <citation>' or 'X kèm theo <citation>'."""
    joined = _AT.search(text, max(sentence_start, start - 60), start)
    if not joined:
        return None
    return _phrase_before(text, sentence_start, joined.start())


def subject_of_footnote(layout: Layout, block: FootnoteBlock) -> tuple[int, int] | None:
    """The phrase of the body that a footnote's mark closes."""
    if block.anchor_start is None:
        return None
    sentence_start, _ = layout.sentence(block.anchor_start)
    return _phrase_before(layout.body, sentence_start, block.anchor_start)


def _phrase_before(text: str, low: int, end: int) -> tuple[int, int] | None:
    low = max(low, end - _LONGEST)
    bullet = _BULLET.match(text, low, end)
    start = bullet.end() if bullet else low
    for boundary in _CLAUSE_START.finditer(text, low, end):
        is_closed = boundary[0] == "(" and text.find(")", boundary.end(), end) >= 0
        if boundary.end() < end - 3 and not is_closed:
            start = boundary.end()
    for opening in _OPENED_BY.finditer(text, start, end):
        if opening.end() < end - 6:
            start = opening.end()
    if mark := _last_mark(text, start, end):
        start = mark
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    return _trimmed(text, start, end)


_PREVIOUS_MARK = re.compile(r"[⁰¹²³⁴-⁹\]][,;]?\s+(?:và\s+)?")


def _last_mark(text: str, start: int, end: int) -> int | None:
    """After an earlier footnote mark in the same clause the phrase begins anew."""
    last = None
    for match in _PREVIOUS_MARK.finditer(text, start, end):
        last = match.end()
    return last


# 'Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số ...' names who proposes, not what
_PROPOSAL = re.compile(r"(?:(?:Xét|Theo)\s+)?[Đđ]ề nghị của\b")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in ' \t\r\n,:-–“"*':
        start += 1
    while end > start and text[end - 1] in " \t\r\n,:-–*":
        end -= 1
    if end - start < 4 or _PROPOSAL.match(text, start):
        return None
    return start, end


def subject_text(text: str, place: tuple[int, int]) -> str:
    """The subject in one line, without definitions of abbreviations."""
    return " ".join(_BRACKETED.sub("", text[place[0] : place[1]]).split())
