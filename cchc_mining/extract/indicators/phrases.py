"""The words that belong to each figure of a sentence: the noun phrase after it, the lead before it.

'tiếp nhận 222.704 hồ sơ trực tuyến trên tổng số 308.977 hồ sơ' is cut between 'trực tuyến' and
'trên tổng số'; a semicolon, a bracket, a colon cut in any case.
"""

from __future__ import annotations

import re

from . import words
from .model import Figure, Sentence
from .nouns import noun_at

# Ends the noun phrase after a figure.  A comma between nouns of one list does not ('chức năng,
# nhiệm vụ, quyền hạn').
# (One class first, so that the scan is fast: a mark, or the blank before a word.)
_HARD_STOP = re.compile(
    r"[;:.()\n“”\"…!?\[\],/ ](?:(?<![ /])|(?<=/)(?:(?=[0-9])|$)|[-–=]\s"
    r"|(?:trong đó|so với|để|nhằm|bao gồm|gồm|chiếm|trên tổng|nên|vì|do đó|góp phần|nhờ|khi|nếu"
    r"|đạt (?:tỷ lệ|tỉ lệ|[0-9]|trên|hơn)|tương ứng|tương đương|bằng (?=[0-9]|khoảng|gần|hơn)"
    r"|(?:tăng|giảm) (?=[0-9]|gần|hơn|thêm|còn|xuống|lên)))"
)
# Before the next figure these open its lead.
_SOFT_STOP = re.compile(
    r"[ ](?:xuống còn|giảm còn|lên đến|lên tới|lên thành"
    r"|với|và|cho|tại|trên|từ|còn|là|có|được|đã|đang|xuống|lên|thành|trong|hiện|cùng|đạt|vào|của"
    r"|tăng|giảm|thuộc|theo|sử dụng)(?!\w)"
)
# Nothing before one of these belongs to the figure after it; a dot or dash only beside a blank.
_LEAD_MARK = re.compile(r"[;:()“”\".!?–-]")
_LOOSE = frozenset(".!?–-")
# 'công nghiệp - xây dựng', 'giai đoạn 2016 - 2020': joins what is on both sides.
_JOINS = re.compile(r"(?:[^\W\d_] [-–] (?=[^\W\d_])|(?<=\d)\d [-–] (?=\d{4}))")
_ABBREVIATED = frozenset(("tp", "tx", "tt"))
_AT_PRICES = ("giá so sánh", "theo giá", "giá hiện hành", "giá cố định")  # '(giá so sánh 2010)'
_CLOSING_QUOTES = {"”": "“"}
_LONGEST_QUOTED = 60
_LONGEST_ASIDE = 30
_LONGEST_CITATION = 300
# 'theo Nghị định số 178/2024/NĐ-CP (sửa đổi, bổ sung bởi Nghị định số 67/2025/NĐ-CP) cho 17 người'
_CITES = re.compile(
    r"\((?:được )?(?:sửa đổi|bổ sung|thay thế|ban hành|kèm theo|theo)(?!\w)[^()]*\d/"
)
_DIGIT = re.compile(r"[0-9]")
_PIECE = re.compile(r"[^,;.()]*")
_FILLER = re.compile(
    r"(?:[\s,:]|(?:trong đó|cụ thể|gồm|bao gồm|có|là|như sau|với|và|đạt|được|riêng|còn|khoảng)(?!\w))*"
)


def divide(sentence: Sentence) -> None:
    """Set where the words of every figure begin before it and end after it."""
    low, figures = sentence.low, sentence.figures
    done = 0
    for index, figure in enumerate(figures):
        figure.lead_start = _lead_start(low, done, figure.lead_end)
        for name in sentence.names:
            if done <= name.start < figure.lead_start < name.end:
                figure.lead_start = name.start  # 'Phòng Văn hóa - Xã hội 15 người'
        limit = figures[index + 1].lead_end if index + 1 < len(figures) else len(low)
        figure.phrase_end = done = _phrase_end(sentence, figure, limit)


def _lead_start(low: str, done: int, lead: int) -> int:
    """Where the words before a figure begin: behind the last mark that parts them from others."""
    end = lead
    for found in reversed([*_LEAD_MARK.finditer(low, done, lead)]):
        at, mark = found.start(), found[0]
        if at >= end or (mark in _LOOSE and not low[at + 1].isspace()):
            continue
        if mark in "-–" and _JOINS.match(low, at - 2):
            continue
        if mark == "." and low[max(at - 2, 0) : at] in _ABBREVIATED:
            continue  # 'TP. Vinh'
        if mark == ":" and _FILLER.fullmatch(low, at + 1, lead):
            continue  # 'chi đầu tư: 09'
        if mark in _CLOSING_QUOTES and (opening := _quoted(low, done, at)) >= 0:
            end = opening
            continue
        if mark == ")" and (opening := _aside(low, done, at)) >= 0:
            end = opening
            continue
        if at + 1 < end or mark in '(“"':
            return at + 1
    return done


def _quoted(low: str, done: int, closing: int) -> int:
    """Where a quoted name of a few words opens: 'Quỹ “Vì người nghèo” được 68,4 tỷ đồng'."""
    opening = low.rfind(
        _CLOSING_QUOTES[low[closing]], max(done, closing - _LONGEST_QUOTED), closing
    )
    return opening if opening >= 0 and not _DIGIT.search(low, opening, closing) else -1


def _aside(low: str, done: int, closing: int) -> int:
    """Where a bracket of a few words opens that belongs to its noun: 'Chỉ số CCHC (PAR INDEX)'."""
    opening = low.rfind("(", max(done, closing - _LONGEST_ASIDE), closing)
    if opening >= 0 and (
        not _DIGIT.search(low, opening, closing) or low.startswith(_AT_PRICES, opening + 1)
    ):
        return opening
    opening = low.rfind("(", max(done, closing - _LONGEST_CITATION), closing)
    return opening if opening >= 0 and _CITES.match(low, opening, closing) else -1


def _closing(low: str, opening: int, limit: int) -> int:
    """Where a bracket of a few words closes inside a phrase; -1 where it does not."""
    closing = low.find(")", opening, min(opening + 12, limit - 1))
    return closing if not _DIGIT.search(low, opening, max(closing, opening)) else -1


def _phrase_end(sentence: Sentence, figure: Figure, limit: int) -> int:
    low, start = sentence.low, figure.noun_end
    shared = limit < len(low)
    if shared and sentence.names:
        # 'Phòng Kinh tế 19 người, Phòng Tư pháp 4 người': the name begins what is said next
        listed = (n.start for n in sentence.names_in(start, limit) if low[n.start - 2] in ",;")
        limit = next(listed, limit)
    aside = -1  # where a short bracket inside the phrase closes
    for stop in _HARD_STOP.finditer(low, start, limit):
        at, mark = stop.start(), stop[0]
        if at <= aside:
            continue
        if mark == "(" and (aside := _closing(low, at, limit)) > 0:
            continue  # 'thủ tục hành chính (TTHC) đủ điều kiện'
        if mark != "," or not _goes_on(low, figure, at + 1, limit, shared):
            return at
    if not shared:
        return limit
    stops = list(_SOFT_STOP.finditer(low, start, limit))
    for stop in reversed(stops):
        if stop[0] != " từ" or low[stop.end() : limit].strip():
            return stop.start()  # 'với tổng vốn đăng ký từ 2 tỷ': 'từ' alone leads nothing
    return stops[-1].start() if stops else limit


def _goes_on(low: str, figure: Figure, start: int, limit: int, shared: bool) -> bool:
    """Whether a comma joins nouns of one phrase: a short piece of nouns follows, no verb."""
    end = _PIECE.match(low, start, limit).end()  # type: ignore[union-attr]
    piece = low[start:end].split()
    if not piece or (shared and end == limit) or _DIGIT.search(low, start, end):
        return False
    if noun_at(low, start + 1):
        return True
    if figure.kind == "percent" and not shared:
        # '100% cơ quan gửi, nhận văn bản điện tử'
        return low.count(" ", figure.noun_end, start) < 7 and piece[0] not in words.NOT_NOUNS
    return (
        len(piece) <= 4
        and end < limit
        and piece[0] not in words.NOT_NOUNS
        and piece[0] not in words.CLAUSE_OPENERS
    )
