"""Who does what a clause tells: the agency that acts in it, alone, with others, at another's motion."""

from __future__ import annotations

import re

from ...vietnamese import alternation
from . import words
from .model import Figure, Name, Sentence

# Before an agency that does not act: 'theo công bố của Bộ Nội vụ', 'gửi UBND tỉnh'.
_OBLIQUE = re.compile(
    r"(?:của|thuộc|tại|theo|với|phối hợp|cùng|từ|về|bởi|trên|gửi|ở|đến|xin ý kiến|báo cáo|như|giữa|vào|đối với|ngoài"
    r"|kết nối|và các|do|qua|cho|được|bị|đề nghị|kiến nghị|đề xuất|giám đốc|cục trưởng|chánh văn phòng"
    r"|chuyển|nộp|bàn giao|trao tặng"
    r"|bộ trưởng|vụ trưởng|phó giám đốc)"
    r"\s*(?:các\s+|lãnh đạo\s+|trưởng\s+)*$"
)
# An agency that only tells: 'Sở Y tế cho biết 62% ...', 'Bảo hiểm xã hội huyện báo cáo có 98.214 người'.
_TELLS = re.compile(
    r"\s+(?:đã |cũng )?(?:cho (?:biết|hay|thấy)(?!\w)|xác nhận (?:vốn|giải ngân|thanh toán)"
    r"|(?:báo cáo|thống kê|thông báo|ghi nhận|ước tính|nhận định|đánh giá)"
    r" (?:rằng|có|còn|đã có|hiện|toàn|trên địa bàn|tổng|số|tỷ lệ|tỉ lệ|đàn)(?!\w)"
    r"|(?:tổng hợp|thống kê)(?=[:,]| (?:thu|chi|số liệu|kết quả|tình hình)(?!\w)))"
)
# Hands the action on to the agency that follows: 'tham mưu UBND tỉnh ban hành'.
_HANDED_ON = re.compile(r"(?P<how>tham mưu|trình|giúp|giao|yêu cầu|chỉ đạo)\s*(?:cho\s+)?$")
_HANDING_ENDS = ("mưu", "trình", "giúp", "giao", "cầu", "đạo", "cho")
_DECIDES = re.compile(r"(?:ban hành|phê duyệt|thông qua|quyết định|công bố|thành lập|giao)(?!\w)")
_ASSIGNS = re.compile(r" (?:đã )?giao(?: cho \w+)?(?: là| đạt| từ)?\s*")
# 'phối hợp với Tỉnh đoàn, Đài Phát thanh': in a list of those who take part.
_WITH_OTHERS = re.compile(r"(?:phối hợp|cùng)(?:\s+với)?\s[^.;:]{0,60}(?:,|và)\s*$")
# Where a clause begins with the place: 'Tại Sở Y tế, tiếp nhận 45 hồ sơ', 'Đường truyền tại Trung tâm
# gián đoạn 07 lần'; not with what is done there.
_PLACED = re.compile(
    rf"(?:^|[,;:.])\s*(?:(?!(?:{words.VERBS})(?!\w))[^\W\d]+\s+){{0,3}}(?:tại|ở)\s+$"
)
# 'Bộ phận Một cửa của UBND huyện giải quyết 12.236 hồ sơ'
_DESK = re.compile(r"(?:một cửa|trả kết quả) của $")
ACTS = re.compile(alternation(words.VERBS.split("|"), " ") + r"(?!\w)")
JOINED = re.compile(r"\s*(?:,|\(|và|, và|, chủ tịch|và chủ tịch|,? lãnh đạo)?\s*")


def partners_of(sentence: Sentence, actor: Name) -> list[Name]:
    """The agencies listed right behind one that acts: 'Sở Công Thương, Sở Xây dựng để quá hạn'."""
    partners: list[Name] = []
    end = actor.end
    for name in sentence.names[sentence.names.index(actor) + 1 :]:
        if sentence.low[end : name.start] not in words.JOINTS:
            break
        partners.append(name)
        end = name.end
    return partners


def share_a_head(actor: Name, partners: list[Name]) -> bool:
    """Whether a list names its head once, so that each counts alike: 'các Sở Nội vụ, Tài chính'."""
    head, written = ((s or "").partition(" ")[0] for s in (actor.mention.name, actor.mention.text))
    return any(
        (name.mention.name or "").startswith(head)
        and not name.mention.text.startswith((head, written))
        for name in partners
    )


def actor_of(sentence: Sentence, start: int, end: int, *, handed_on: bool = True) -> Name | None:
    """The agency that does what is counted in [start, end); not one that is handed on to if not
    `handed_on`."""
    low = sentence.low
    actor: Name | None = None
    last: Name | None = None
    for name in sentence.names_in(start, end):
        if name.cited:
            last = None
            continue
        joined = last is not None and JOINED.fullmatch(low, last.end, name.start)
        since = last.end if last is not None else start
        last = name
        if joined:
            continue  # 'UBND tỉnh, Chủ tịch UBND tỉnh': as the first
        if _acts(low, since, name, end) and (handed_on or not is_handed(sentence, name)):
            actor = name
    return actor


def assigns(sentence: Sentence, actor: Name, figure: Figure) -> bool:
    """Whether an agency only sets what another is to reach: 'dự toán UBND tỉnh giao là 812 tỷ đồng'."""
    if figure.kind not in ("measure", "percent"):
        return False
    return _ASSIGNS.fullmatch(sentence.low, actor.end, figure.lead_end) is not None


def is_handed(sentence: Sentence, name: Name) -> bool:
    """Whether another hands the action on to an agency: 'tham mưu UBND tỉnh ban hành'."""
    return _handing(sentence.low, name.start) is not None


def goes_on_list(sentence: Sentence, name: Name, before: Figure) -> bool:
    """Whether an agency goes on a list: 'tham mưu HĐND tỉnh ban hành 09 nghị quyết, |UBND tỉnh|'."""
    return sentence.low[before.phrase_end : name.start] in words.JOINTS


def _handing(low: str, start: int) -> re.Match[str] | None:
    """The words before an agency that hand an action on to it."""
    if not low[max(start - 8, 0) : start].rstrip().endswith(_HANDING_ENDS):
        return None
    return _HANDED_ON.search(low, max(start - 26, 0), start)


def at_desk(low: str, name: Name) -> bool:
    """Whether it is the desk for dossiers of an agency that acts."""
    return _DESK.search(low, max(name.start - 20, 0), name.start) is not None


def _acts(low: str, since: int, name: Name, end: int) -> bool:
    """Whether an agency does what follows it up to `end`; `since` is where the one before ends."""
    before = max(name.start - 26, 0)
    if handed := _handing(low, name.start):
        verb = _DECIDES if handed["how"] == "trình" else ACTS
        return verb.search(low, name.end, end) is not None
    if _TELLS.match(low, name.end):
        return False
    if at_desk(low, name):
        return True
    if _PLACED.search(low, max(since - 1, name.start - 40, 0), name.start):
        return True
    return not (
        _OBLIQUE.search(low, before, name.start) or _WITH_OTHERS.search(low, since, name.start)
    )
