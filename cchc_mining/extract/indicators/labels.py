"""What a figure measures, as a short phrase of the text's own words.

A count is named by the noun phrase after it and by what was done ('phản ánh, kiến nghị đã tiếp
nhận'); a rate, an amount by the subject before it ('tỷ lệ hồ sơ trễ hạn của UBND cấp xã'); what
leaves its head out takes it from the figure it follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from . import words
from .model import Figure, Kind, Sentence

LONGEST = 13  # syllables of a label
_LONG_ITEM = 11  # blanks in the lead of a list item, which is kept whole
_LIST_MARKS = frozenset(";:(")
_LONG_LEAD = 7  # blanks in a lead of which only the verbs are kept
_DONE = 5  # of them, what was done, where the noun phrase is long

_MULTI = "|".join(head for head in words.MEASURE_HEADS.split("|") if " " in head)
_SINGLE = "|".join(head for head in words.MEASURE_HEADS.split("|") if " " not in head)
_HEAD = re.compile(
    rf"(?<!\w)(?:(?:{_MULTI})"
    rf"|(?:^|(?<=[,;:(]\s)|(?<=[,;:(])|(?<=và\s)|(?<=với\s)|(?<=đó\s)|(?<=năm\s)|(?<=có\s)|(?<=quả\s)"
    rf"|(?<=riêng\s)|(?<=trên\s)|(?<=đó,\s))(?:{_SINGLE}))(?!\w)"
    r"(?! hút| hồi| thập| nhánh| cục| tiết| bộ(?!\w)| đoàn| hóa| liệu| \d| nhận| này)"
)
# Ends a subject: what comes before is said to be the figure.
_COPULAS = frozenset("là đạt bằng còn mức chiếm lên xuống ước : =".split())
_COPULA_PAIRS = frozenset(("đạt được", "lên đến", "lên tới", "tỷ lệ", "tỉ lệ"))
# Words that only lead on to a number; the pairs are looked at first.
_LEAD_ON = frozenset(
    "là đạt được với cho gồm có còn tại của và bằng chiếm ước về riêng trên đến cả từ vào trong lên"
    " xuống thành mức các những hiện tới khoảng thêm nay sau ra đó như quá".split()
)
_LEAD_ON_PAIRS = frozenset(
    ("bao gồm", "trong đó", "cụ thể", "ở mức", "đối với", "tổng cộng", "lần lượt", "tương ứng", "tổng số",
     "tỷ lệ", "tỉ lệ", "mới đạt", "chỉ đạt", "mới chỉ", "chỉ có", "chỉ còn", "mới có", "chỉ là")
)  # fmt: skip
# Words of two syllables whose second alone would lead on.
_WHOLE_WORDS = frozenset(
    ("thực hiện", "phát hiện", "thể hiện", "xuất hiện", "hoàn thành", "hợp thành", "đề ra", "chỉ ra", "đưa ra",
     "định mức", "hạn mức", "văn bằng", "văn bản đến", "bản đến", "chính quy", "phát ra", "thông qua",
     "không có", "hiện có", "đi và", "đào tạo lại")
)  # fmt: skip
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
_LEADING = re.compile(
    rf"(?:[\s,:;.*“”\"(+-]|(?:{_FILLERS_BEFORE})(?!\w)|(?:tỉnh|huyện|xã|sở|bộ|trung tâm)(?={_ACTING}))+"
)
_TIME = re.compile(
    r"[,\s]*(?:(?:trong|đến|của|vào|từ|tính|hết|cuối|đầu|ngay)\s+)*(?:cùng kỳ\s+)?"
    r"(?:(?:\d{1,2}|sáu|chín) tháng(?: đầu| cuối)? năm|năm|tháng|quý|ngày)\s+[\dIVX][\dIVX/.-]*(?: năm \d{4})?",
    re.I,
)
_VERB = re.compile(rf"(?<!\w)(?:(?:đã|đang|được|chưa|không)\s+)*(?:{words.VERBS})(?!\w)")
_AUXILIARY = frozenset(("đã", "Đã", "đang", "sẽ", "được", "có", "hiện"))
_RANKING = re.compile(r"\s*(?:xếp|đứng)(?: vị)?(?: thứ| hạng| vị trí)*$")
_STATE = re.compile(r"(?<!\w)(?:đúng hạn|trước hạn|quá hạn|trễ hạn|sớm hạn|trong hạn|chậm)(?!\w)")
_RATE = re.compile(r"(?:tỷ lệ|tỉ lệ|chỉ số|mức độ|tốc độ|tỷ trọng|mức|điểm)(?!\w)")
_INDEX = re.compile(r"PAR|INDEX|SIPAS|PAPI|PCI|PGI|DTI|DDCI|ICT(?!\w)|[Cc]hỉ số")
_NUMBER_OF = re.compile(r"(?:tổng )?số(?: lượng)?(?!\w)(?! tiền| hóa)\s*")
_DIGIT = re.compile(r"[0-9]")
_GOAL = re.compile(r"(?:mục tiêu|chỉ tiêu|yêu cầu)(?!\w)[^,;]{0,30}$")
_MONEY = re.compile(r"(?:với\s+)?(?:tổng\s+)?(?:số tiền|kinh phí|giá trị|trị giá|tổng số tiền)")
_TOTALS = ("tổng số", "tổng số lượng")
# After a percentage: what it is a percentage of, not what it measures.
_BASE = re.compile(
    r"\s*(?:so với|kế hoạch|dự toán|chỉ tiêu|cùng kỳ|vốn|tổng|kh|nghị quyết|mục tiêu|mức thu|số)(?!\w)"
)
# A document named inside a phrase: nothing of it is what is counted.
_CITED = re.compile(r"\s(?:tại|theo|của|do|và)\s[^,]*?\d+/")
_OF_WHOM = re.compile(r"\s(?:của|tại|ở)\s")


def write_label(sentence: Sentence, figure: Figure, before: list[Figure]) -> None:
    """Set `label` of a figure whose predecessors in the sentence have theirs."""
    if not figure.label:  # `lists` may have dealt out labels
        rules = _OF_CHANGES if figure.role == "change" else _RULES[figure.kind]
        for rule in rules:
            if label := rule(sentence, figure, before):
                figure.label = label
                break
    unit = "tỷ lệ" if figure.kind == "percent" else figure.unit
    figure.label = _tidy(figure.label or figure.noun or unit or "")


# --- rules: the first that knows a label decides -------------------------------------------------


def _of_share(_sentence: Sentence, figure: Figure, _before: list[Figure]) -> str | None:
    if figure.role != "share" or figure.base is None:
        return None
    return _as_rate(figure.base.label)


def _of_rank(sentence: Sentence, figure: Figure, before: list[Figure]) -> str:
    subject = _subject(sentence, figure)
    if not _RATE.match(subject.lower()):
        known = (f.label.removeprefix("xếp hạng ") for f in reversed(before) if f.label)
        subject = _without_change(next(known, subject))
    return f"xếp hạng {_lowered(subject)}"


def _of_change(sentence: Sentence, figure: Figure, before: list[Figure]) -> str:
    """'giảm 33 đầu mối thuộc sở', 'số văn bản tăng 11', 'tăng 2,41% và tăng 11 bậc'."""
    verb = "giảm" if figure.sign < 0 else "tăng"
    phrase = _phrase(sentence, figure)
    if figure.kind == "count" and not _is_bare(figure, phrase):
        return f"{' '.join(phrase.split()[: LONGEST - 1])} {verb}"
    subject = _subject(sentence, figure)
    if _HEAD.match(subject.lower()) or (figure.noun and figure.noun in subject.lower()):
        return f"{' '.join(subject.split()[: LONGEST - 1])} {verb}"
    base = _base_of_change(figure, before)
    if base is None:
        return f"{subject or phrase} {verb}"
    figure.base = base
    stem = _without_change(base.label)
    if phrase and phrase.lower() not in stem.lower() and figure.unit != base.unit:
        stem = f"{phrase} {stem}"
    return f"{' '.join(stem.split()[: LONGEST - 1])} {verb}"


def _base_of_change(figure: Figure, before: list[Figure]) -> Figure | None:
    """What changes: the last figure measured alike, else the last one."""
    if figure.parent is not None:
        return figure.parent
    others = [f for f in before if f.role != "change"]
    alike = [f for f in others if f.kind == figure.kind]
    same = [f for f in alike if f.unit == figure.unit]
    ranked = [f for f in others if f.kind == "rank"] if figure.unit == "thứ bậc" else []
    for choice in (ranked, same, alike, others, before):
        if choice:
            return choice[-1]
    return None


def _of_goal(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'đạt 82,77 % trong khi mục tiêu đề ra là 83%'."""
    if not before or figure.role == "share":
        return None
    lead = sentence.low[before[-1].phrase_end : figure.lead_end].rstrip(" (")
    if not ("tiêu" in lead or "yêu cầu" in lead) or not _GOAL.search(lead):
        return None
    known = next((f.label for f in reversed(before) if f.label and f.kind == figure.kind), None)
    if known is None:
        return None
    figure.role = "target"
    return f"chỉ tiêu {known}"


def _of_rate(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """A percentage: of the noun after it, else the subject before it."""
    subject = _subject(sentence, figure)
    phrase = _rate_phrase(sentence, figure)
    rated = _RATE.match(subject.lower()) is not None
    if phrase and not rated and not _BASE.match(sentence.low, figure.noun_end):
        done = _done(sentence, figure) if len(phrase.split()) < 6 else ""
        return f"tỷ lệ {phrase} {done}"
    if not subject:
        return _inherited(figure, before) or (f"tỷ lệ {phrase}" if phrase else None)
    previous = next((f for f in reversed(before) if f.head), None)
    if rated:
        figure.head = _OF_WHOM.split(subject, maxsplit=1)[0]
        if len(subject.split()) > 2:
            return subject
        return f"{subject} {_inherited(figure, before) or ''}"
    if previous and _is_other_subject(sentence, figure, subject):
        figure.head = previous.head
        figure.entity = [
            n.mention.name
            for n in sentence.names_in(figure.lead_start, figure.lead_end)
            if n.mention.name
        ]
        return f"{previous.head} của {subject}"
    figure.head = subject if _INDEX.search(subject) else f"tỷ lệ {subject}"
    return figure.head


def _of_named_amount(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """Money, a measure or a count whose subject stands before it: 'tổng vốn đăng ký ... 50 tỷ'."""
    if figure.kind == "count" and not (
        figure.phrase_end - figure.noun_end < 2 or _ends_in_copula(sentence, figure)
    ):
        return None
    subject = _subject(sentence, figure)
    if figure.kind == "measure" and (not subject or _MONEY.fullmatch(subject.lower())):
        return _of_money(sentence, figure, before, subject)
    if not subject:
        return None
    named = _HEAD.match(subject.lower()) is not None
    copula = _ends_in_copula(sentence, figure)
    if figure.kind == "count" and not (
        named and (copula or _starts_with(sentence, figure, subject))
    ):
        return None
    if figure.kind == "measure" and not named and not copula:
        return _of_money(sentence, figure, before, "")
    if not (named or copula or figure.kind == "bare"):
        return None
    if len(subject.split()) > 2:
        return subject
    if figure.kind == "bare" and figure.parent is not None:
        return f"{figure.parent.unit or ''} {subject}"  # '95 biên chế (công chức 72, viên chức 23)'
    return f"{subject} {_after(sentence, figure) or _inherited(figure, before) or ''}"


def _starts_with(sentence: Sentence, figure: Figure, subject: str) -> bool:
    """Whether nothing stands before a subject: 'Quy mô dân số 3.420.000 người'."""
    lead = sentence.text[figure.lead_start : figure.lead_end].lstrip(" ,")
    return lead.startswith(subject)


def _ends_in_copula(sentence: Sentence, figure: Figure) -> bool:
    """Whether the words before a figure say that their subject is it: 'là', 'đạt', ':'."""
    pieces = sentence.low[figure.lead_start : figure.lead_end].rsplit(None, 2)
    if not pieces:
        return False
    return (
        pieces[-1] in _COPULAS or pieces[-1][-1] in ":=" or " ".join(pieces[-2:]) in _COPULA_PAIRS
    )


def _of_money(sentence: Sentence, figure: Figure, before: list[Figure], subject: str) -> str | None:
    """'213.013 lượt giao dịch, với số tiền 204 tỷ đồng', 'bố trí 3 tỷ đồng kinh phí CCHC'."""
    after = "" if subject else _after(sentence, figure)
    done = "" if subject else _done(sentence, figure)
    if after:
        return f"{after} {done}"
    money = (figure.unit or "").split("/")[0].endswith(("đồng", "USD"))
    what = subject or ("số tiền" if money else "")
    context = done or _inherited(figure, before)
    return f"{what} {context.removeprefix(what)}" if context else None


def _of_entity(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'Công an tỉnh 3.613.671 hồ sơ': the agency's part of what the sentence counts."""
    if not before or not sentence.names:
        return None
    names = sentence.names_in(figure.lead_start, figure.lead_end)
    if not names or sentence.low[names[-1].end : figure.lead_end].strip(" :,(-"):
        return None
    if _VERB.search(sentence.low, figure.lead_start, names[-1].start):
        return None
    alike = (f for f in before if f.kind in ("count", "measure") and f.unit == figure.unit)
    whole = next(alike, None)
    if whole is None:
        return None
    figure.entity = [n.mention.name for n in names[-1:] if n.mention.name]
    return f"{_without_change(whole.label)} của {names[-1].mention.text}"


def _of_count(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'phản ánh, kiến nghị đã tiếp nhận'."""
    phrase = _phrase(sentence, figure)
    done = figure.done = _done(sentence, figure)
    if figure.kind == "bare" or not phrase:
        return f"{figure.unit or ''} {done}"
    bare = _is_bare(figure, phrase)
    if sentence.low[figure.lead_start : figure.lead_end].rstrip().endswith(_TOTALS):
        phrase = f"tổng số {phrase}"
    if not bare:
        return _joined(phrase, done)
    if figure.parent is not None:
        whole = figure.parent
        inherited = _qualifiers(whole) if not done else "" if _VERB.search(done) else whole.done
        return f"{phrase} {inherited} {done}"
    if not done or done in ("giảm", "tăng", "giảm còn"):
        qualifiers = _shared(sentence, figure, before) or _context(sentence, figure, before)
        return f"{phrase} {qualifiers} {done}"
    return _joined(phrase, done)


def _shared(sentence: Sentence, figure: Figure, before: list[Figure]) -> str:
    """What qualifies two counts together: '18/18 sở và 21/21 huyện triển khai hệ thống'."""
    following = sentence.figures[len(before) + 1 : len(before) + 2]
    if not following or following[0].kind != "count":
        return ""
    if sentence.low[figure.noun_end : following[0].lead_end].strip() != "và":
        return ""
    return sentence.text[following[0].noun_end : following[0].phrase_end].strip()


Rule = Callable[[Sentence, Figure, list[Figure]], str | None]

_OF_CHANGES: tuple[Rule, ...] = (_of_change,)
_OF_AMOUNTS: tuple[Rule, ...] = (_of_goal, _of_named_amount, _of_entity, _of_count)
_RULES: dict[Kind, tuple[Rule, ...]] = {
    "percent": (_of_share, _of_goal, _of_rate),
    "rank": (_of_rank,),
    "measure": _OF_AMOUNTS,
    "count": _OF_AMOUNTS,
    "bare": _OF_AMOUNTS,
}


# --- pieces ---------------------------------------------------------------------------------------


def _words_end(low: str, start: int, end: int) -> int:
    """Where a stretch ends without the words that only lead on to a number."""
    while end > start:
        while end > start and low[end - 1] in _MARKS_AFTER:
            end -= 1
        last = low.rfind(" ", start, end) + 1 or start
        pair = max(low.rfind(" ", start, last - 1) + 1, start)
        if low[pair:end] in _WHOLE_WORDS:
            break
        if low[pair:end] in _LEAD_ON_PAIRS:
            end = pair
        elif low[last:end] in _LEAD_ON:
            end = last
        else:
            break
    return max(end, start)


def _words_start(low: str, start: int, end: int) -> int:
    """Where a stretch begins without the words and times that only introduce it."""
    if leading := _LEADING.match(low, start, end):
        start = leading.end()
    if _DIGIT.search(low, start, end) and (time := _TIME.match(low, start, end)):
        leading = _LEADING.match(low, time.end(), end)
        return leading.end() if leading else time.end()
    return start


def _lead_words(sentence: Sentence, figure: Figure) -> int:
    """Where the words before a figure end, as `_words_end`; found once."""
    if figure.lead_words < 0:
        figure.lead_words = _words_end(sentence.low, figure.lead_start, figure.lead_end)
    return figure.lead_words


def _subject(sentence: Sentence, figure: Figure) -> str:
    """The subject before a figure, from the word that says what is measured."""
    low = sentence.low
    start, end = figure.lead_start, _lead_words(sentence, figure)
    if head := _HEAD.search(low, start, end):
        start = head.start()
    else:
        start = _words_start(low, start, end)
        named = next(iter(sentence.names_in(start, end)), None)
        if named and named.start == start and low.count(" ", start, end) > LONGEST - 2:
            start = named.end  # whose figure it is stands elsewhere
    return _RANKING.sub("", _without_change(sentence.text[start:end].strip(" ,.")))


def _phrase(sentence: Sentence, figure: Figure) -> str:
    """The noun phrase after a number: the counted noun and what qualifies it."""
    if figure.kind != "count":
        return ""
    phrase = f"{_noun(sentence, figure)}{sentence.text[figure.noun_end : figure.phrase_end]}"
    if "/" in phrase and (cited := _CITED.search(phrase)):
        phrase = phrase[: cited.start()]
    return " ".join(phrase.split())


def _noun(sentence: Sentence, figure: Figure) -> str:
    """The counted noun as written, without a capital that is no name's."""
    noun = sentence.text[figure.noun_start : figure.noun_start + len(figure.noun)]
    return figure.noun[:1] + noun[1:] if noun[1:2].islower() else noun


def _after(sentence: Sentence, figure: Figure) -> str:
    """The words after the unit, where they are a noun phrase."""
    pieces = sentence.text[figure.noun_end : figure.phrase_end].split()
    if not pieces or pieces[0].lower() in words.NOT_NOUNS:
        return ""
    return " ".join(pieces[:LONGEST])


def _rate_phrase(sentence: Sentence, figure: Figure) -> str:
    """What a percentage is of: '100% công chức, viên chức sử dụng thư điện tử công vụ'."""
    if sentence.low[figure.noun_end : figure.noun_end + 1] != " ":
        return ""
    return _after(sentence, figure)


def _is_bare(figure: Figure, phrase: str) -> bool:
    return len(phrase.split()) <= len(figure.noun.split())


def _joined(phrase: str, done: str) -> str:
    """Noun phrase and verb, the longer one cut so that both are heard."""
    pieces, verbs = phrase.split(), done.split()
    if len(pieces) + len(verbs) > LONGEST:
        pieces = pieces[: max(LONGEST - min(len(verbs), _DONE), 4)]
        verbs = verbs[: LONGEST - len(pieces)]
    return " ".join((*pieces, *verbs))


def _done(sentence: Sentence, figure: Figure) -> str:
    """What was done with what is counted, or its state: the last words before the number."""
    low = sentence.low
    start, end = figure.lead_start, _lead_words(sentence, figure)
    for name in sentence.names_in(start, figure.lead_end):
        if low[name.end : figure.lead_end].strip(" ,"):
            start = name.end
    start = _words_start(low, start, end)
    start = max(start, low.rfind(", ", start, max(end - 24, start)) + 1)
    listed = low[figure.lead_start - 1 : figure.lead_start] in _LIST_MARKS
    if low.count(" ", start, end) > (_LONG_ITEM if listed else _LONG_LEAD):
        start = _words_start(low, _last_verbs(low, start, end), end)
    pieces = sentence.text[start:end].split()[:_LONG_ITEM]
    done = "" if _AUXILIARY.issuperset(pieces) else " ".join(pieces)
    return _without_capital(done) if done[:1].isupper() and done[1:2].islower() else done


def _without_capital(done: str) -> str:
    """'Đã tiếp nhận' -> 'đã tiếp nhận', 'Tinh giản' -> 'tinh giản'; not 'Ban Chỉ đạo họp'."""
    following = done.find(" ") + 1
    named = following and done[following].isupper()
    return done if named else done[:1].lower() + done[1:]


def _last_verbs(low: str, start: int, end: int) -> int:
    """Where the last verb begins, or the last of verbs in a row."""
    verbs = list(_VERB.finditer(low, start, end))
    if not verbs:
        return low.rfind(",", start, end) + 1 or end
    first = verbs[-1]
    for verb in reversed(verbs[:-1]):
        if low[verb.end() : first.start()].strip() not in ("", ",", "và"):
            break
        first = verb
    return first.start()


def _context(sentence: Sentence, figure: Figure, before: list[Figure]) -> str:
    """For a noun that says little alone: the qualifiers of the last like it, or the words before."""
    for f in reversed(before):
        if f.noun == figure.noun:
            return _qualifiers(f)
    if before:
        return ""
    end = _words_end(sentence.low, 0, figure.lead_start)
    start = _words_start(sentence.low, 0, end)
    return " ".join(_TIME.sub("", sentence.text[start:end]).split()[-8:])


def _qualifiers(figure: Figure) -> str:
    """A label without the noun that is counted."""
    label = _without_change(figure.label)
    for total in ("tổng số ", "số lượng ", "số "):
        label = label.removeprefix(total)
    for noun in (figure.noun, figure.unit or ""):
        if noun and label.lower().startswith(noun.lower()):
            return label[len(noun) :].strip(" ,")
    return ""


def _inherited(figure: Figure, before: list[Figure]) -> str | None:
    """The label of the nearest figure that says what is measured."""
    for f in reversed(before):
        if f.label and f.kind != "rank":
            label = _without_change(f.label)
            if figure.kind == "percent":
                return label if f.kind == "measure" else _as_rate(label)
            return _qualifiers(f) or label
    return None


def _is_other_subject(sentence: Sentence, figure: Figure, subject: str) -> bool:
    """An elliptical subject: 'UBND cấp huyện là 1,37%', 'khối ngành dọc đạt 99,11%'."""
    low = subject.lower()
    if len(low.split()) > 12 or _STATE.search(low):
        return False
    return low.startswith(words.ENTITIES) or bool(
        sentence.names_in(figure.lead_start, figure.lead_end)
    )


def _as_rate(label: str) -> str:
    low = label.lower()
    if _RATE.match(low) or _INDEX.search(label):
        return label
    if number := _NUMBER_OF.match(low):
        label = label[number.end() :]
    return f"tỷ lệ {label}"


def _without_change(label: str) -> str:
    return label.removesuffix(" tăng").removesuffix(" giảm")


# A label does not end in one of these.
_DANGLING = frozenset(
    "trên của tại với và cho được là có theo về trong đã các những để từ đến ở do".split()
)
_QUOTES = dict.fromkeys(map(ord, '“”"'))


def _tidy(label: str) -> str:
    """Single blanks, no marks, no time, at most LONGEST syllables, no capital for a sentence."""
    if "năm" in label or "tháng" in label or "uý" in label or "gày" in label:
        label = _TIME.sub("", label)
    pieces = (label.translate(_QUOTES) if "“" in label or '"' in label else label).split()
    pieces = pieces[:LONGEST]
    while len(pieces) > 1 and pieces[-1] in _DANGLING:
        pieces.pop()
    label = " ".join(pieces).strip(" ,;:.(-")
    return _lowered(label)


def _lowered(text: str) -> str:
    """Without the capital of a sentence's first word, where that is no name."""
    if text[:1].isupper() and text[1:2].islower():
        first = text.split(" ", 1)[0].lower()
        if first in words.LOWERED:
            return first + text[len(first) :]
    return text
