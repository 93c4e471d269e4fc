"""The subject (trích yếu) of a cited document, from the words after it or before it.

After: 'Quyết định số 905/QĐ-UBND về việc ban hành <Quy chế ...>'.  Before: 'ban hành <Quy chế ...> tại
Quyết định số ...'.  For a citation in a footnote: the phrase of the body that its mark closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...reading import FootnoteBlock, Layout
from ...records import Place
from ...vietnamese import LOWER, UPPER, alternation

# What a document decides or adopts, by which a phrase about it begins.  Those of the second row are
# verbs when they are written small ('hướng dẫn các đơn vị').
_PAPERS = (
    "kế hoạch|quy chế|chương trình|đề án|đề cương|phương án|danh mục|bộ chỉ số|bộ tiêu chí|chiến lược|"
    "quy hoạch|quy trình|điều lệ|nội quy|dự toán|định mức|bảng giá|khung|chỉ thị|nghị quyết|nghị định|"
    "thông tư|công văn|công điện|tờ trình|cơ chế, chính sách|chức năng, nhiệm vụ|quyết định"
)
_PAPERS_OR_VERBS = (
    "quy định|hướng dẫn|thông báo|báo cáo|kết luận|văn bản|dự án|mức thu|luật|bộ luật|thỏa thuận"
)
_NAMES = [f"{word[0].upper()}{word[1:]}" for word in f"{_PAPERS}|{_PAPERS_OR_VERBS}".split("|")]
_CAPITALISED = alternation(_NAMES, " ")
_GOVERNORS = (
    "ban hành|phê duyệt|thực hiện|triển khai|xây dựng|công bố|thông qua|theo|tại|đúng|nghiêm|các|những|"
    "của|hiệu quả|hoàn thiện|sửa đổi|bổ sung|tham mưu|quả"
)
_LETTER = r"[^\W_]"
# 'Nghị định số 63/2024/NĐ-CP' is a citation itself, 'Quyết định này' speaks of the document at hand,
# 'Sở Kế hoạch và Đầu tư' is an agency.
_NO_PAPER = r"(?!\s+(?:số\s|\d|này|đó|trên|nêu))"
_OF_AGENCIES = ("Sở ", "Bộ ", "Phòng ", "Ban ", "Vụ ")
_PAPER = re.compile(
    rf"{alternation(_NAMES, ' ', not_after=(_LETTER, *_OF_AGENCIES))}(?!{_LETTER}){_NO_PAPER}"
)
_SMALL_PAPER = re.compile(
    rf"{alternation(_GOVERNORS.split('|'), ' ', not_after=(_LETTER,))}\s+"
    rf"(?P<small>{alternation(_PAPERS.split('|'), ' ')})(?!{_LETTER}){_NO_PAPER}"
)
_OPENING_PAPER = re.compile(rf"(?:{_PAPERS}|{_PAPERS_OR_VERBS})(?![^\W_]){_NO_PAPER}")
_AGENT = (
    r"(?:Sở|UBND|Ủy ban|HĐND|Hội đồng|Ban|Bộ|Chính phủ|Thủ tướng|Chủ tịch|Phó|Giám đốc|Bộ trưởng|"
    r"Văn phòng|Công an|Thanh tra|Thường trực|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Trung tâm|Phòng|Cục|"
    r"Chi cục|Thủ trưởng|Tổ công tác)\b"
)

# -- After the citation ------------------------------------------------------------------------

# 'về việc ban hành X', 'ban hành X', 'về X', 'V/v X'; these words are dropped.
_DROPPED = re.compile(
    r"[\s*_]*(?:,\s*)?(?:(?:về việc|về|V/v|v/v)\s*:?\s*(?:ban hành\s+(?!kèm))?|(?:trong đó\s+)?ban hành\s+(?!kèm))"
)
# ... and these open a subject and belong to it: 'phê duyệt Dự toán chi phí ...'
_VERBS = (
    r"(?:tạm\s+)?(?:phê duyệt|quy định|công bố|triển khai|báo cáo|thành lập|giao|sửa đổi|đăng ký|đôn đốc|"
    r"hướng dẫn|tổ chức lại|tăng cường|thực hiện|đề nghị|điều chỉnh|kiện toàn|bãi bỏ|đề xuất|"
    r"chấn chỉnh|cho phép|thông qua|yêu cầu|chỉ đạo|xin ý kiến|lấy ý kiến|góp ý|tham gia ý kiến|trả lời|"
    r"phát động|phân công|ủy quyền|thu hồi|bổ nhiệm|hợp nhất|sáp nhập|kiến nghị|đính chính|việc)"
)
_KEPT = re.compile(rf"\s+(?={_VERBS}(?![^\W_]))")
# 'gửi các Sở, ngành, địa phương đôn đốc ...': to whom it went is no part of what it is about
_SENT = re.compile(rf"\s+gửi\s+[^.;\n]{{2,140}}?\s+(?=(?:{_VERBS}|về|xin)\s)")
# An issuer that is no known agency: 'của liên Bộ Tài chính - Lao động hướng dẫn ...'
_ISSUER = re.compile(
    rf"\s+của\s+(?:liên\s+|Bộ trưởng,\s+)?[{UPPER}][^,.;:()\n]{{1,70}}?(?=\s+(?:về|v/v|{_VERBS})\s)"
)
_ABOUT = re.compile(r"(?:về việc|về|v/v)\s+(?:ban hành\s+)?", re.I)
# A plan's title may follow its date at once: 'Kế hoạch số 12/KH-UBND ngày ... |rà soát TTHC năm 2024'.
# It closes with the years that the plan is for, or says what is inspected; what is counted before is
# no title.
_PLAN = re.compile(r"(?:Kế hoạch|Chương trình|Đề án|Chiến lược)\s")
_TITLE = re.compile(
    r"\s+(?=(?:cải cách|CCHC|chuyển đổi số|kiểm soát|cải thiện|nâng cao|rà soát|kiểm tra|thanh tra|tuyên truyền|"
    r"phát triển|phòng,? chống|ứng dụng|đào tạo|bồi dưỡng|theo dõi|truyền thông|khắc phục|phổ biến|tinh giản)"
    r"(?![^\W_])[^.;:()\n\d]{0,120}\s(?:năm|giai đoạn)\s+\d{4}|(?:kiểm tra|giám sát|thanh tra) việc\s)"
)
# 'Nghị quyết số 131/NQ-CP giao các địa phương trình ...' opens its sentence: 'giao' is what it does
_DOES = re.compile(
    rf"\s+(?:giao|cho phép|yêu cầu)\s+(?:cho\s+)?(?:các (?:bộ|địa phương|tỉnh|cơ quan)|{_AGENT})"
)
_OPENS_SENTENCE = re.compile(r"[\s*_+•#-]*(?:(?:[IVX]{1,4}|\d{1,2}|[a-zđ])[.)]\s*)?[\s*_]*$")
_ACT_WORDS = r"(?:thay thế|bãi bỏ|hủy bỏ|sửa đổi|đính chính|bổ sung)"
_LONGEST_MARK = 40
# Where a subject ends: the sentence, a clause that goes on about something else, another citation.
_CLAUSE = (  # after a comma
    r"(?:lần lượt |đến (?:hết|nay|ngày|thời)|đã |toàn tỉnh|công tác|đạt |kết quả (?:đã|đạt|có|cho)|theo đó|trong đó|"
    r"qua đó|đồng thời|dự kiến|cụ thể|gồm|nhằm|với (?:mục|\d)|làm cơ sở|có \d|có hiệu lực|bảo đảm áp dụng|"
    r"nâng (?:tỷ lệ|tổng)|hoàn thành trước|số lượng|tỷ lệ|Thủ trưởng |trong (?:kỳ|quý|tháng|năm|\d)|"
    r"[^,.;\n]{2,80}?\s(?:đạt|chiếm|tăng|giảm)\s\d|"
    rf"[{UPPER}][{LOWER}]+ (?!và |thể|số |hội|cáo|trường)[{LOWER}]+ (?:các|đã|tổ|ban|có|tiếp)|"
    rf"(?:{_AGENT}|(?:tỉnh|huyện|thành phố|thị xã|xã|phường)\s)[^,.;\n]{{0,60}}?\s(?:đã|đang|sẽ|ban hành|"
    r"báo cáo|chỉ đạo|tham mưu|triển khai|tổ chức|xây dựng|yêu cầu|đề nghị|giao|phối hợp|chủ trì|"
    r"thực hiện|xác định|thống nhất|trình|nhận thấy|có)\s|"
    rf"{_AGENT}[^,.;\n]{{0,40}}\s\((?:sau đây|gọi))"
)
_REPLACING = (  # 'thay thế Quyết định số ...'
    rf"(?:(?:nhằm|và|để|đồng thời)\s+)?(?:thay thế|thay cho|bãi bỏ)\s+(?:các\s+)?(?=[{UPPER}][^.;,]{{3,30}}\d)"
)
_END = re.compile(
    r"[;\n⁰¹²³⁴-⁹.,\s](?:(?<=[;\n⁰¹²³⁴-⁹])|(?<=\.)(?:/|(?=\s|$))|"
    rf"(?<=,)\s+(?={_CLAUSE}|{_REPLACING})|"
    r"(?<=\s)(?=[(nhđbgktv])(?:"
    r"\((?:gọi|sau đây|viết tắt)[^()\n]{0,80}\)(?=\s*[.,;]|\s*$)|như sau|"
    rf"\((?:gọi|sau đây|viết tắt)[^()\n]{{0,30}}(?:{_CAPITALISED})|"
    r"\(\s*(?:thay thế|bãi bỏ|đã |được sửa|có hiệu lực|hết hiệu lực)|"
    rf"(?:(?:nay|hiện|đã|đang)\s+)*(?:được|bị)\s+{_ACT_WORDS}|(?:đã|không còn) (?:hết )?hiệu lực|"
    rf"{_REPLACING}|với \d|"
    r"và\s+số\s+\d|và\s+các\s+(?:văn bản|quy định)\s|gồm\s+\d|"
    r"và\s+(?:đề nghị|hướng dẫn|ý kiến|chỉ đạo|yêu cầu)\s+của\s+[^.,;\n]{2,60}\stại\s|"
    r"và\s+(?:các\s+)?(?:Quyết định|Công văn|Kế hoạch|Nghị quyết|Nghị định|Thông tư|Chỉ thị|"
    r"Báo cáo|Văn bản|Thông báo|Kết luận|Hướng dẫn|Đề án|Chương trình)(?:\s+số|\s+[A-ZĐ]|\s+của|\s+phát)))"
)  # fmt: skip
# Before a citation that the subject no longer holds: ', Luật ...', ' và Nghị quyết số ...'
_ACTS_ON = re.compile(r"(?:sửa đổi|bãi bỏ|quy định chi tiết|hướng dẫn)\s")
_NEXT_ACT = re.compile(r"\s*[,;]?\s*(?:(?:và|cùng)\s+)?(?:các\s+)?$")
_LONGEST = 420


def subject_after(
    text: str, sentence_start: int, cited: Place, sentence_end: int, others: Sequence[Place]
) -> Place | None:
    """The place of the subject that follows a citation.

    `others` are the places of the citations after it, pinpoints included: a subject may hold one
    ('sửa đổi Nghị định số 61/2018/NĐ-CP') or end before it ('về văn thư và Luật Lưu trữ').
    """
    start = _subject_start(text, sentence_start, cited, sentence_end)
    if start is None:
        return None
    high = min(sentence_end, start + _LONGEST)
    held: int | None = None  # the end of the last citation that the subject holds
    for place in others:
        if place[0] >= high:
            break
        joint = _NEXT_ACT.search(text, start, place[0])
        # 'sửa đổi Luật A và Luật B' names all that it acts on
        is_more = joint and joint.start() == held and _ACTS_ON.match(text, start)
        if joint and joint[0].strip() and not is_more:
            high = joint.start()
            break
        held = place[1]
    stop = _END.search(text, start, high)
    return _trimmed(text, start, _balanced(text, start, stop.start() if stop else high))


def _subject_start(text: str, sentence_start: int, cited: Place, sentence_end: int) -> int | None:
    end = cited[1]
    if issuer := _ISSUER.match(text, end, sentence_end):
        end = issuer.end()
    if opening := _DROPPED.match(text, end, sentence_end):
        return opening.end()
    if opening := _SENT.match(text, end, sentence_end):
        about = _ABOUT.match(text, opening.end())
        return about.end() if about else opening.end()
    opening = _KEPT.match(text, end, sentence_end)
    if not opening and _PLAN.match(text, cited[0]):
        opening = _TITLE.match(text, end, sentence_end)
    if not opening:
        return None
    does = _DOES.match(text, end, sentence_end)
    opens = cited[0] - sentence_start < _LONGEST_MARK and _OPENS_SENTENCE.fullmatch(
        text, sentence_start, cited[0]
    )
    if does and opens:
        return None
    return opening.end()


def _balanced(text: str, start: int, end: int) -> int:
    """Cut at the bracket that closes one opened before the subject."""
    if ")" not in text[start:end]:
        return end
    depth = 0
    for match in _BRACKET.finditer(text, start, end):
        depth += 1 if match[0] == "(" else -1
        if depth < 0:
            return match.start()
    return end


_BRACKET = re.compile(r"[()]")

# -- Before the citation -----------------------------------------------------------------------

# 'X tại Quyết định số ...', 'X được ban hành kèm theo Quyết định số ...', 'X (Quyết định số ...'
_AT = re.compile(
    r"\s*,?\s*(?:(?:hiện nay|mới)\s+)?(?:đã\s+)?(?:được\s+)?"
    r"(?:(?:ban hành|phê duyệt|xác định|công bố|kiện toàn(?: lại)?|thông qua|giao|điều chỉnh)\s+)?"
    r"(?:(?P<at>kèm theo|tại|theo|bằng)\s+(?:các\s+)?|\(\s*)$"
)
# Verbs whose object a document settles: 'ban hành quy chế ... tại', 'báo cáo kết quả ... tại'
_SETTLES = re.compile(
    r"(?<![^\W_])(?:(?P<kept>báo cáo)|[Bb]an hành|[Pp]hê duyệt|[Cc]ông bố|[Tt]hông qua)\s+(?=\S)"
)
# A full clause, not the name of a paper: 'Bộ phận Một cửa ... đạt', '... phải kiểm điểm'
_FINITE = re.compile(
    r"(?<![^\W_])(?:đã|đang|sẽ|phải|chưa|không|là|đạt|còn|được)(?![^\W_])|quy định\s*$|theo đúng"
)


_JOINED = ("theo", "tại", "bằng", "các", "(")
# 'Quy chế thay thế Quy chế ban hành kèm theo Quyết định số ...'
_ACTS_ON_PAPER = re.compile(r"(?<![^\W_])(?:thay thế|bãi bỏ|hủy bỏ)\s+")


def subject_before(text: str, sentence_start: int, start: int) -> Place | None:
    """The place of the subject in 'X tại <citation>' or 'X kèm theo <citation>'."""
    if not text[max(start - 6, 0) : start].rstrip().endswith(_JOINED):
        return None
    joined = _AT.search(text, max(sentence_start, start - 60), start)
    if not joined:
        return None
    low = _clause_start(text, max(sentence_start, start - _LONGEST), joined.start())
    if act := _last(_ACTS_ON_PAPER, text, low, joined.start()):
        low = act.end()
    paper = _paper(text, low, joined.start())
    if paper is not None and not _FINITE.search(text[paper : joined.start()]):
        return _trimmed(text, paper, joined.start())
    if joined["at"] == "tại" and (verb := _last(_SETTLES, text, low, joined.start())):
        return _trimmed(text, verb.start() if verb["kept"] else verb.end(), joined.start())
    return None


# -- The phrase that a footnote's mark closes ----------------------------------------------------


def subject_of_footnote(layout: Layout, block: FootnoteBlock) -> Place | None:
    """The phrase of the body that a footnote's mark closes."""
    if block.anchor_start is None:
        return None
    text, end = layout.body, block.anchor_start
    sentence_start, _ = layout.sentence(end)
    reach = _LONGEST
    if _GAP in text[max(end - reach, 0) : end]:
        reach += _LONGEST_GAP
    low = _clause_start(text, max(sentence_start, end - reach), end)
    paper = _paper(text, low, end)
    if paper is not None and not _CHARGED.search(text, low, paper):
        return _trimmed(text, paper, end)
    start = low
    if lead := _last(_LEAD_IN, text, low, end):
        start = lead.end()
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    return _trimmed(text, start, end)


# Footnotes of the page before, blanked, may part the phrase from its mark.
_GAP = " " * 12
_LONGEST_GAP = 900
# 'chỉ đạo các cơ quan xây dựng kế hoạch': what is charged is the subject, not the paper in it
_CHARGED = re.compile(
    r"(?<![^\W_])(?:(?:chỉ đạo|yêu cầu|đôn đốc|kiến nghị|đề nghị|hướng dẫn|giao|thành lập|phân công)\s+"
    rf"(?!triển khai|thực hiện|ban hành)[{LOWER}{UPPER}])"
)
# 'Sở Nội vụ đã tham mưu UBND tỉnh', 'Tỉnh Khánh Hòa đang', ', UBND tỉnh ban hành'
_LEAD_IN = re.compile(
    r"(?:tham mưu|trình|đề xuất)\s+(?:cho\s+)?(?:Chủ tịch\s+)?"
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Huyện ủy|Đảng ủy|Chính phủ|Bộ)"
    r"(?:\s+(?:tỉnh|thành phố|huyện|thị xã|xã|phường))?\s+"
    r"|(?<![^\W_])(?:đã|đang|sẽ)\s+(?!được)|(?<![^\W_])(?:ban hành|phê duyệt(?=\s+[A-ZĐ]))\s+(?!văn bản)"
)
_LEAD = re.compile(r"(?:tiếp tục\s+)?(?:về việc|về|việc|các|những|căn cứ)\s+", re.I)


# -- Shared by both ----------------------------------------------------------------------------

# One class of characters leads, so that the search can skip to them.
_CLAUSE_START = re.compile(
    r"[;:\n(⁰¹²³⁴-⁹\],v](?:(?<=[;:\n(])\s*|(?<=[⁰¹²³⁴-⁹\]])[,;]?\s+(?:và\s+)?|"
    rf"(?<=,)\s+(?=(?:đã|gửi)\s|{_AGENT}|(?:{_CAPITALISED})\s)|(?<=\sv)à\s+(?=(?:{_CAPITALISED})\s))"
)
_OPENING = re.compile(r"[\s*_+•-]*(?:(?:[IVX]{1,4}|\d{1,2}|[a-zđ])[.)]\s+)?")


def _clause_start(text: str, low: int, end: int) -> int:
    """Where the clause that ends at `end` begins, after its bullet or number."""
    start = low
    for boundary in _CLAUSE_START.finditer(text, low, end):
        is_closed = boundary[0][0] == "(" and text.find(")", boundary.end(), end) >= 0
        if boundary.end() < end - 3 and not is_closed:
            start = boundary.end()
    opening = _OPENING.match(text, start, end)
    return opening.end() if opening else start


def _paper(text: str, low: int, end: int) -> int | None:
    """Where the first paper is named in a clause: 'Quy chế tiếp công dân'."""
    if _OPENING_PAPER.match(text, low, end):
        return low
    named = _PAPER.search(text, low, end)
    small = _SMALL_PAPER.search(text, low, end)
    if small and not (named and named.start() < small.start()):
        return small.start("small")
    return named.start() if named else None


def _last(pattern: re.Pattern[str], text: str, low: int, end: int) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text, low, end):
        if match.end() < end - 6:
            last = match
    return last


# 'Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số ...' names who proposes, not what
_PROPOSAL = re.compile(r"(?:(?:Xét|Theo)\s+)?[Đđ]ề nghị của\b")


_DEFINED = re.compile(r"\s\((?:gọi|sau đây|viết tắt)[^()]*\)$")


def _trimmed(text: str, start: int, end: int) -> Place | None:
    while start < end and text[start] in " \t\r\n,:-–*_":
        start += 1
    if text[end - 1 : end] == ")" and (defined := _DEFINED.search(text, start, end)):
        end = defined.start()
    while end > start and text[end - 1] in " \t\r\n,:-–*_":
        end -= 1
    if text[start : start + 1] in "“\"'" and text[end - 1] in "”\"'":
        start, end = start + 1, end - 1
    if end - start < 4 or _PROPOSAL.match(text, start):
        return None
    return start, end


def subject_text(text: str, place: Place) -> str:
    """The subject in one line."""
    return " ".join(text[place[0] : place[1]].split())
