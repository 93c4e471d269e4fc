"""The pieces a label is made of: the subject before a figure, the noun phrase after it, the verb."""

from __future__ import annotations

import re

from ...vietnamese import UPPER, alternation
from . import words
from .model import Figure, Sentence
from .phrasing import LONGEST, TIME, shorten, without_change

_LONG_ITEM = 11  # blanks in the lead of a list item, which is kept whole
_LIST_MARKS = frozenset(";:(")
_LONG_LEAD = 7  # blanks in a lead of which only the verbs are kept

_HEADS = words.MEASURE_HEADS.split("|")
_MULTI = alternation((head for head in _HEADS if " " in head), " ")
_SINGLE = alternation(head for head in _HEADS if " " not in head)
HEAD = re.compile(
    rf"(?<!\w)(?<!nộp )(?:{_MULTI}"
    rf"|(?:^|(?<=[,;:(]\s)|(?<=[,;:(])|(?<=và\s)|(?<=với\s)|(?<=đó\s)|(?<=năm\s)|(?<=có\s)|(?<=quả\s)"
    rf"|(?<=riêng\s)|(?<=trên\s)|(?<=đó,\s)){_SINGLE})(?!\w)"
    r"(?! hút| hồi| thập| về| qua| tới| nhánh| cục| tiết| bộ(?!\w)| đoàn| hóa| liệu| \d| nhận| này"
    r"| giữ| gom| mua| dọn| dung)"
)
_HEAD_WORDS = frozenset(head.split()[0] for head in _HEADS)
_WORD = re.compile(r"\w+")
# Ends a subject: what comes before is said to be the figure.
_COPULAS = frozenset("là đạt bằng còn mức chiếm lên xuống ước : =".split())
_COPULA_PAIRS = frozenset(("đạt được", "lên đến", "lên tới", "tỷ lệ", "tỉ lệ"))
# Words that only lead on to a number; the pairs are looked at first.
_LEAD_ON = frozenset(
    "là đạt được với cho gồm có còn tại của và bằng chiếm ước về riêng trên đến cả từ vào trong lên"
    " chỉ xuống thành mức các những hiện tới khoảng thêm nay sau ra đó như quá".split()
)
_LEAD_ON_PAIRS = frozenset(
    ("bao gồm", "trong đó", "cụ thể", "ở mức", "đối với", "tổng cộng", "lần lượt", "tương ứng", "tổng số",
     "tỷ lệ", "tỉ lệ", "trong số", "mới đạt", "chỉ đạt", "mới chỉ", "chỉ có", "chỉ còn", "mới có", "chỉ là",
     "thay vì", "so với", "so sánh", "toàn bộ")
)  # fmt: skip
# Words of two syllables whose second alone would lead on.
_WHOLE_WORDS = frozenset(
    ("thực hiện", "phát hiện", "thể hiện", "xuất hiện", "hoàn thành", "hợp thành", "đề ra", "chỉ ra", "đưa ra",
     "định mức", "hạn mức", "văn bằng", "văn bản đến", "bản đến", "chính quy", "phát ra", "thông qua",
     "không có", "hiện có", "đi và", "đào tạo lại", "giải thành", "thoại thành", "đình chỉ", "địa chỉ",
     "chứng chỉ", "mặt bằng", "xảy ra", "diễn ra", "gây ra", "trở lên", "trở xuống")
)  # fmt: skip
_ENDS_WITH_ONLY = ("chứng chỉ", "địa chỉ", "đình chỉ")  # before 'đạt', 'có'
_MARKS_AFTER = " ,:;(=\n"
_FILLERS_BEFORE = (
    "và|hàng năm|hằng năm|trong đó|cụ thể|như sau|theo đó|qua đó|đặc biệt|bên cạnh đó|ngoài ra|đồng thời"
    "|kết quả|tính đến nay|đến nay|hiện nay|hiện|như vậy|về|với|riêng|còn|trong năm"
    "|trong kỳ báo cáo|trong kỳ|trong quý|trong tháng|tính chung|lũy kế|gồm|bao gồm|có|là"
    "|mà|để|thì|do đó|nhờ đó|được|việc|trong tổng số|toàn bộ|phấn đấu|đảm bảo|bảo đảm"
    "|duy trì|tiếp tục|nâng|đưa|khi|cũng|sẽ tiến hành|tiến hành|trong|đạt|từ đó|các|mới"
    "|chỉ|ước|năm nay|năm trước|trong khi|toàn tỉnh|toàn huyện|toàn thành phố|toàn xã|đó"
    "|chiếm|cùng với|tại|trên"
)
_ACTING = "(?: (?:đã|đang|cũng|có|còn|tiếp tục|tổ chức|ban hành|hoàn thành)(?!\\w))"
# 'có mặt 1.938 người', 'đạt chuẩn 4.285 người': verbs of their own
_NO_FILLER = "(?:có mặt|còn lại|có việc làm|đạt chuẩn|đạt yêu cầu)(?!\\w)"
_LEADING = re.compile(
    rf"(?:[\s,:;.*“”\"(+-]++|(?!{_NO_FILLER}){alternation(_FILLERS_BEFORE.split('|'), ' ')}(?!\w)"
    r"|(?:theo|qua) (?:tổng hợp|báo cáo|thống kê|đánh giá|rà soát|kiểm tra|khảo sát|số liệu)(?!\w)[^,.;:\d]{0,40},"
    rf"|(?:tỉnh|huyện|xã|sở|bộ|trung tâm)(?={_ACTING}))+"
)
VERB = re.compile(
    r"(?<!\w)(?<!các )(?:(?:đã|đang|được|chưa|không)\s+)*"
    rf"{alternation(words.VERBS.split('|'), ' ')}(?!\w)"
)
# 'Các sở, ban, ngành tỉnh |đã ban hành| 318 văn bản', 'mỗi đảng bộ |xây dựng| 2 mô hình'
_ACTOR = re.compile(
    rf"(?:(?:các|những|mỗi|từng|toàn|một số)\s+)?{alternation(words.ACTORS, ' ')}(?!\w)"
    r"(?! nghị| thảo| thi| chợ| máy| chỉ số)"
)
_ACTED = re.compile(
    rf"(?<!\w)(?<!các )(?:(?:hiện|đã|đang|được|chưa|không)\s+)*(?:hiện có|{alternation(words.VERBS.split('|'), ' ')})"
    r"(?!\w)(?! (?:xã|huyện|tỉnh|ủy|cơ sở|trung ương|thông|triển|đua|cục|bộ|nhánh|hội|đoàn)(?!\w))"
)
_NAMED = re.compile(
    rf"(?<!\w)[{UPPER}][^\W\d_{UPPER}]"
)  # the agency of the figure tells such an actor
_PERSONS = ("bộ trưởng", "thứ trưởng", "chủ tịch", "giám đốc", "lãnh đạo")
_HARMED = (["làm", "chết"], ["làm", "bị"], ["làm", "mất"])
_NEGATIONS = ("không", "chưa")  # '3,4% không hài lòng'
_FINDS = "phát hiện"
_AUXILIARY = frozenset(("đã", "Đã", "đang", "sẽ", "được", "có", "hiện"))
_RANKING = re.compile(r"\s*(?:(?<!sắp )xếp|đứng)(?: vị)?(?: thứ| hạng| vị trí)*$")
_DIGIT = re.compile(r"[0-9]")
_OPENING_TIME = re.compile(
    rf"{TIME.pattern}|\d{{1,2}} tháng(?: qua)?(?=[, ]+(?:đã|đang|có|toàn))", re.I
)
_NO_SUBJECT = frozenset(("so", "thay vì", "như"))  # of 'so với năm 2018, với 81,2 điểm'
# 'tinh giản biên chế |theo Nghị định 29/2023/NĐ-CP của Chính phủ đối với 73 trường hợp'
_BY_ACT = re.compile(
    r"\stheo (?:các |quy định (?:tại|của) )?(?:nghị định|nghị quyết|quyết định|thông tư"
    r"|luật|chỉ thị|kế hoạch số|công văn|văn bản số)(?!\w)"
)
# A document named inside a phrase: nothing of it is what is counted.
_CITED = re.compile(r"\s(?:tại|theo|của|do|và)\s[^,]*?\d+/")


def words_end(low: str, start: int, end: int) -> int:
    """Where a stretch ends without the words that only lead on to a number."""
    left = low[start:end].rstrip(_MARKS_AFTER)
    while left:
        first, _, last = left.rpartition(" ")
        pair = f"{first[first.rfind(' ') + 1 :]} {last}" if first else last
        if pair in _WHOLE_WORDS:
            break
        if pair in _LEAD_ON_PAIRS and not first.endswith(_ENDS_WITH_ONLY):
            left = left[: -len(pair)].rstrip(_MARKS_AFTER)
        elif last in _LEAD_ON:
            left = first.rstrip(_MARKS_AFTER)
        else:
            break
    return start + len(left)


def words_start(low: str, start: int, end: int) -> int:
    """Where a stretch begins without the words and times that only introduce it."""
    if leading := _LEADING.match(low, start, end):
        start = leading.end()
    if _DIGIT.search(low, start, end) and (time := _OPENING_TIME.match(low, start, end)):
        leading = _LEADING.match(low, time.end(), end)
        return leading.end() if leading else time.end()
    return start


def _lead_words(sentence: Sentence, figure: Figure) -> int:
    """Where the words before a figure end, as `words_end`; found once."""
    if figure.lead_words < 0:
        figure.lead_words = words_end(sentence.low, figure.lead_start, figure.lead_end)
    return figure.lead_words


def subject_of(sentence: Sentence, figure: Figure) -> str:
    """The subject before a figure, from the word that says what is measured."""
    low = sentence.low
    start, end = figure.lead_start, _lead_words(sentence, figure)
    # few leads have a word that HEAD begins with, and looking for it is dear
    may_have = not _HEAD_WORDS.isdisjoint(_WORD.findall(low, start, end))
    if may_have and (head := HEAD.search(low, start, end)):
        start = head.start()
    else:
        start = words_start(low, start, end)
        named = next(iter(sentence.names_in(start, end)), None)
        if named and named.start == start and low.count(" ", start, end) > LONGEST - 2:
            start = named.end  # whose figure it is stands elsewhere
    subject = without_change(sentence.text[start:end].strip(" ,."))
    if "xếp" in subject or "đứng" in subject:
        subject = _RANKING.sub("", subject)
    return subject if subject.lower() not in _NO_SUBJECT else ""


def phrase_of(sentence: Sentence, figure: Figure) -> str:
    """The noun phrase after a number: the counted noun and what qualifies it."""
    if figure.kind != "count":
        return ""
    if figure.noun_start > figure.phrase_end:
        return figure.noun  # of the next figure: 'từ |1| đến 2 mô hình'
    phrase = f"{_noun(sentence, figure)}{sentence.text[figure.noun_end : figure.phrase_end]}"
    if "/" in phrase and (cited := _CITED.search(phrase)):
        phrase = phrase[: cited.start()]
    if " theo " in phrase and (by := _BY_ACT.search(phrase.lower())):
        phrase = phrase[: by.start()]
    return " ".join(phrase.split())


def _noun(sentence: Sentence, figure: Figure) -> str:
    """The counted noun as written, without a capital that is no name's."""
    noun = sentence.text[figure.noun_start : figure.noun_start + len(figure.noun)]
    return figure.noun[:1] + noun[1:] if noun[1:2].islower() else noun


def words_after(sentence: Sentence, figure: Figure) -> str:
    """The words after the unit, where they are a noun phrase."""
    pieces = sentence.text[figure.noun_end : figure.phrase_end].split()
    if not pieces or (
        pieces[0].lower() in words.NOT_NOUNS
        and not (figure.kind == "percent" and pieces[0] in _NEGATIONS and pieces[1:])
    ):
        return ""
    shorten(pieces)
    return " ".join(pieces)


def done_of(sentence: Sentence, figure: Figure) -> str:
    """What was done with what is counted, or its state: the last words before the number."""
    low = sentence.low
    start, end = figure.lead_start, _lead_words(sentence, figure)
    for name in sentence.names_in(start, figure.lead_end):
        # 'theo Nghị định ... của Chính phủ đối với 73 trường hợp': what was done stands before it
        goes_on = name.cited and low[name.end] != ","
        if not goes_on and low[name.end : figure.lead_end].strip(" ,"):
            start = name.end
    start = words_start(low, start, end)
    if low.startswith("so với", start):
        return ""
    by = low.find(" theo ", start, end)
    if by >= 0 and low.count(" ", start, by) and _BY_ACT.match(low, by, end):
        end = by
    acted = _behind_actor(sentence, figure, start, end)
    comma = low.rfind(", ", acted, max(end - 24, acted))
    start = acted if comma < 0 else _behind_actor(sentence, figure, comma + 2, end)
    listed = low[figure.lead_start - 1 : figure.lead_start] in _LIST_MARKS
    if low.count(" ", start, end) > (_LONG_ITEM if listed else _LONG_LEAD):
        start = words_start(low, _last_verbs(low, start, end), end)
    pieces = sentence.text[start:end].split()[:_LONG_ITEM]
    if pieces[:2] in _HARMED:
        del pieces[0]  # 'làm chết 38 người'
    done = "" if _AUXILIARY.issuperset(pieces) else " ".join(pieces)
    return _without_capital(done) if done[:1].isupper() and done[1:2].islower() else done


def _behind_actor(sentence: Sentence, figure: Figure, start: int, end: int) -> int:
    """Where what was done begins behind who did it; sets `actor` where that is no agency's name."""
    low = sentence.low
    actor = _ACTOR.match(low, start, end)
    acted = _ACTED.search(low, actor.end(), end) if actor else None
    if acted is None:
        return start
    who = sentence.text[start : acted.start()].strip(" ,")
    named = _NAMED.search(who, 1) or low.startswith(_PERSONS, start)
    if not named and not low.startswith(_FINDS, acted.start()):
        figure.actor = f" của {who[0].lower()}{who[1:]}" if who[1].islower() else f" của {who}"
    return acted.start()


def _without_capital(done: str) -> str:
    """'Đã tiếp nhận' -> 'đã tiếp nhận', 'Tinh giản' -> 'tinh giản'; not 'Ban Chỉ đạo họp'."""
    following = done.find(" ") + 1
    named = following and done[following].isupper()
    return done if named else done[:1].lower() + done[1:]


def _last_verbs(low: str, start: int, end: int) -> int:
    """Where the last verb begins, or the last of verbs in a row."""
    verbs = list(VERB.finditer(low, start, end))
    if not verbs:
        return low.rfind(",", start, end) + 1 or end
    first = verbs[-1]
    for verb in reversed(verbs[:-1]):
        if low[verb.end() : first.start()].strip() not in ("", ",", "và"):
            break
        first = verb
    return first.start()


def ends_in_copula(sentence: Sentence, figure: Figure) -> bool:
    """Whether the words before a figure say that their subject is it: 'là', 'đạt', ':'."""
    pieces = sentence.low[figure.lead_start : figure.lead_end].rsplit(None, 2)
    if not pieces:
        return False
    return (
        pieces[-1] in _COPULAS or pieces[-1][-1] in ":=" or " ".join(pieces[-2:]) in _COPULA_PAIRS
    )


def opens_with_head(sentence: Sentence, figure: Figure) -> bool:
    """Whether the first word before a figure is one that says what is measured."""
    first = _WORD.search(sentence.low, figure.lead_start, figure.lead_end)
    return first is not None and first[0] in _HEAD_WORDS


def starts_with(sentence: Sentence, figure: Figure, subject: str) -> bool:
    """Whether nothing stands before a subject: 'Quy mô dân số 3.420.000 người'."""
    if " " not in subject or "," in subject or " đã " in subject:
        return False
    lead = sentence.text[figure.lead_start : figure.lead_end].lstrip(" ,")
    return lead.startswith(subject)
