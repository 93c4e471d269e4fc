"""What a figure measures, as a short phrase of the text's own words.

A count is named by the noun phrase after it and by what was done ('phản ánh, kiến nghị đã tiếp
nhận'); a rate, an amount by the subject before it ('tỷ lệ hồ sơ trễ hạn của UBND cấp xã'); what
leaves its head out takes it from the figure it follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from . import words
from .elided import territory_before
from .leads import (
    HEAD,
    VERB,
    done_of,
    ends_in_copula,
    opens_with_head,
    phrase_of,
    starts_with,
    subject_of,
    words_after,
    words_end,
    words_start,
)
from .model import Figure, Kind, Sentence
from .nouns import noun_at
from .phrasing import (
    INDEX,
    LONGEST,
    RATE,
    as_rate,
    joined,
    lowered,
    tidy,
    uncapitalised,
    with_change,
    without_change,
    without_superlative,
    without_time,
    word_places,
)

_STATE = re.compile(r"(?<!\w)(?:đúng hạn|trước hạn|quá hạn|trễ hạn|sớm hạn|trong hạn|chậm)(?!\w)")
_GOAL = re.compile(r"(?:mục tiêu|chỉ tiêu|yêu cầu)(?!\w)[^,;]{0,30}$")
# Subjects that say little without what they are of.
_GENERIC = frozenset(
    ("số tiền", "kinh phí", "giá trị", "trị giá", "tổng số", "số lượng", "số", "tổng", "mức", "điểm",
     "thời gian", "tổng vốn", "vốn", "tổng kinh phí", "tổng giá trị", "chi phí", "kết quả")
)  # fmt: skip
_MONEY = re.compile(r"(?:với\s+)?(?:tổng\s+)?(?:số tiền|kinh phí|giá trị|trị giá|tổng số tiền)")
_PURPOSE = re.compile(r"\s(?:cho|để|nhằm)\s(?!\d)(?:[^\W\d_]+[ ]?){2,8}")
_RANGE = re.compile(r"\s?%?\s*(?:-|–|đến|tới)\s*(?:dưới |gần )?")
_LONGEST_RANGE = 16
_TOTALS = ("tổng số", "tổng số lượng")
# After a percentage: what it is a percentage of, not what it measures.
_BASE = re.compile(
    r"\s*(?:so với|kế hoạch|dự toán|chỉ tiêu|cùng kỳ|vốn|tổng|kh|nghị quyết|mục tiêu|mức thu|số)(?!\w)"
)
# Before the count of a list item nothing stands but its comparator; its name has no verb of report.
_ITEM_LEAD = re.compile(r"\s*(?:khoảng|trên|hơn|gần|có|là)?\s*")
_ITEM = re.compile(r"[\s\d.)*+-]*?(?P<name>[^\W\d_][^\n;:()]{3,90})$")
_TIMES = re.compile(r"(?:gấp|bằng|tăng)(?: hơn| gần| khoảng| trên)?\s*$")
# 'so với kế hoạch (', '(cùng kỳ năm trước là ', '(năm 2021 đạt '
_BASE_IN_BRACKET = re.compile(
    r"\((?:(?:cùng kỳ|năm|kỳ|nhiệm kỳ|thời điểm)(?: (?:năm|trước|ngoái|\d[\d/-]*))*(?: là| đạt| có|:)?)?\s*"
)
_LONG_SUM = 3  # blanks in a phrase that says what a percentage is of and in which state
_CHANGING = frozenset(("tăng", "giảm", "tăng lên", "giảm xuống", "nâng", "nâng lên"))
_COME_TO = re.compile(r"(?<!trở )(?:xuống|lên|còn|thành)(?: còn| tới| đến| thành)?\s*$")
_CAME_TO = re.compile(r"[^,;:.()]{0,40}?(?:lên|xuống|còn|đến|thành)(?: còn| đến| tới| thành)?\s*$")
# Of a count that says no more, what it counts was said before: 'cuối năm còn 3.304 hộ'.
_STATELESS = frozenset(
    ("giảm", "tăng", "giảm còn", "đầu năm", "cuối năm", "đầu kỳ", "cuối kỳ", "đầu nhiệm kỳ",
     "cuối nhiệm kỳ", "hiện còn", "đến nay còn", "còn lại", "lũy kế", "lũy kế đến nay", "đến")
)  # fmt: skip
_LONGEST_CONTEXT = 8  # words; of more, the last say little
_STATED = re.compile(
    r"(?: (?!tập|chủ yếu|nhiều|ít|lớn|cao|thấp|tại|ở|là|còn|của|có|trong|nhất|và|được|chưa|không|đã|theo)"
    r"[^\W\d_]+){1,6}"
)
_MOST = re.compile(r" (?:cao|thấp|nhiều|ít|lớn) nhất (?:là|ở|tại|thuộc) ")  # whose it is follows
_OF_REST = frozenset("do theo qua từ bằng tại đã đang chưa không được thuộc".split())
_TOLD = ("%", "điểm")
_RANKS = re.compile(
    r"(?<!\w)(?:dẫn đầu|đứng đầu|đứng cuối|đứng thứ|xếp (?!hạng|loại)|cao nhất|thấp nhất)"
)
_SCORING = ("tự chấm", "chấm", "thẩm định", "tự đánh giá", "đánh giá")
_OF_WHOM = re.compile(r"\s(?:của|tại|ở)\s")


# What says nothing alone, and where the same sentence names it in full.
_RATED = re.compile(
    r"[Tt](?:ỷ|ỉ) lệ(?: (?!cao|thấp|lớn|đạt(?! chuẩn)|là|của|tại|gồm|từ|lần|còn|trên|dưới|tăng|giảm|được|trung bình)"
    r"[^\W\d_]+){2,8}"
)
_SCORED = re.compile(
    r"(?:[Cc]hỉ số )?(?:PAR[ -]?I(?:NDEX|ndex)|SIPAS|PAPI|PCI|PGI|DTI|DDCI)"
    r"|[Cc]hỉ số (?:cải cách hành chính|CCHC|chuyển đổi số|năng lực cạnh tranh|hài lòng)"
)
_ANNOUNCED = {"tỷ lệ": _RATED, "tỉ lệ": _RATED, "điểm": _SCORED}


def write_label(sentence: Sentence, figure: Figure, before: list[Figure]) -> None:
    """Set `label` of a figure whose predecessors in the sentence have theirs."""
    if not figure.label:  # `lists` may have dealt out labels
        rules = _RULES if before else _RULES_OF_FIRST
        for rule in _OF_CHANGES if figure.role == "change" else rules[figure.kind]:
            if label := rule(sentence, figure, before):
                figure.label = label
                break
    unit = "tỷ lệ" if figure.kind == "percent" else figure.unit
    figure.label = tidy(figure.label or figure.noun or unit or "")
    if figure.actor and f"{figure.label}{figure.actor}".count(" ") < LONGEST:
        figure.label += figure.actor
    stem = without_change(figure.label)
    if stem in _ANNOUNCED:
        named = _announced(sentence, figure, stem) or sentence.told.get(figure.unit or "")
        if named:
            figure.label = f"{named}{figure.label[len(stem) :]}"


def _announced(sentence: Sentence, figure: Figure, stem: str) -> str | None:
    """What was said to be measured before figures that name but their time or owner: 'Chỉ số PAR INDEX
    tiến bộ rõ: năm 2012 đạt 72,16 điểm', 'có tỷ lệ hồ sơ trực tuyến cao là huyện A (24,6%)'."""
    named = [said[0] for said in _ANNOUNCED[stem].finditer(sentence.text, 0, figure.a)]
    return tidy(named[-1]) if named else None


def told_labels(sentence: Sentence) -> dict[str, str]:
    """The last rate and the last score of a sentence, for those that follow and name but their owner."""
    told = sentence.told
    for figure in sentence.figures:
        if figure.unit in _TOLD and figure.role == "value" and RATE.match(figure.label.lower()):
            head = without_superlative(figure.label.split(" của ")[0])
            if head not in _ANNOUNCED:
                told = {**told, figure.unit: head}
    return told


def share_labels(sentence: Sentence) -> None:
    """The first figure of a range is named as the last: 'từ 20 đến 40% thời gian giải quyết'."""
    for first, last in pairwise(sentence.figures):
        near = last.a - first.b < _LONGEST_RANGE
        if near and last.label and _RANGE.fullmatch(sentence.low, first.b, last.a):
            first.label = last.label


# --- rules: the first that knows a label decides -------------------------------------------------


def _of_item(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """The count that a list item with a figure in its name ends in: 'Đơn vị tự bảo đảm 100% chi
    thường xuyên: 09'."""
    low = sentence.low
    colon = low.rfind(":", 0, figure.a)
    if colon < 0 or _ITEM_LEAD.fullmatch(low, colon + 1, figure.a) is None:
        return None
    start = max(low.rfind(mark, 0, colon) for mark in (";", ":", "(")) + 1
    named = _ITEM.match(sentence.text, start, colon)
    if named is None or before[-1].a < named.start("name"):
        return None
    if figure.noun and before[-1].unit == figure.unit:
        return None  # '18 đơn: 11 tố cáo'
    if figure.unit is None and (noun := noun_at(named["name"].lower(), 0)):
        figure.unit = noun.unit
    return uncapitalised(named["name"])


def _of_share(sentence: Sentence, figure: Figure, _before: list[Figure]) -> str | None:
    if figure.role != "share" or figure.base is None:
        return None
    gap = sentence.low[figure.base.noun_end : figure.lead_end].rstrip()
    phrase = _rate_phrase(sentence, figure) if gap.endswith(",") else ""
    if phrase and not _is_of_base(sentence.low, figure.noun_end, phrase):
        # 'lấy ý kiến 412 người dân, 98,5% rất hài lòng'
        whole = "" if noun_at(phrase.lower(), 0) else figure.base.unit
        return f"tỷ lệ {whole} {phrase}"
    return as_rate(figure.base.label.removeprefix("xếp hạng "))


def _of_rank(sentence: Sentence, figure: Figure, before: list[Figure]) -> str:
    subject = subject_of(sentence, figure)
    if not RATE.match(subject.lower()):
        known = (f.label.removeprefix("xếp hạng ") for f in reversed(before) if f.label)
        subject = without_change(next(known, subject))
    return f"xếp hạng {lowered(subject)}"


def _of_change(sentence: Sentence, figure: Figure, before: list[Figure]) -> str:
    """'giảm 33 đầu mối thuộc sở', 'số văn bản tăng 11', 'tăng 2,41% và tăng 11 bậc'."""
    verb = "giảm" if figure.sign < 0 else "tăng"
    phrase = phrase_of(sentence, figure)
    if figure.kind == "count" and not _is_bare(figure, phrase):
        return with_change(phrase, verb)
    subject = subject_of(sentence, figure)
    if HEAD.match(subject.lower()) or (figure.noun and figure.noun in subject.lower()):
        return with_change(subject, verb)
    base = _base_of_change(sentence.low, figure, before)
    if base is None:
        return f"{phrase if figure.kind == 'count' else subject or phrase} {verb}"
    figure.base = base
    stem = without_change(base.label)
    if phrase and phrase.lower() not in stem.lower() and figure.unit != base.unit:
        stem = phrase if base.role == "change" else f"{phrase} {stem}"
    return with_change(stem, verb)


def _base_of_change(low: str, figure: Figure, before: list[Figure]) -> Figure | None:
    """What changes: the last figure measured alike, else the last one."""
    if figure.parent is not None:
        return figure.parent
    others = [f for f in before if f.role != "change"]
    if before and before[-1].parent in others and ")" in low[before[-1].noun_end : figure.a]:
        others = [before[-1].parent]  # 'sản lượng 59.840 tấn (thóc ..., ngô 21.625 tấn), tăng 1,2%'
    alike = [f for f in others if f.kind == figure.kind]
    same = [f for f in alike if f.unit == figure.unit]
    ranked = [f for f in others if f.kind == "rank"] if figure.unit == "thứ bậc" else []
    for choice in (ranked, same, alike, others, before):
        if choice:
            return choice[-1]
    return None


def _of_goal(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'đạt 82,77 % trong khi mục tiêu đề ra là 83%'."""
    if figure.role == "share":
        return None
    lead = sentence.low[before[-1].phrase_end : figure.lead_end].rstrip(" (")
    if not ("tiêu" in lead or "yêu cầu" in lead) or not _GOAL.search(lead):
        return None
    known = next((f.label for f in reversed(before) if f.label and f.kind == figure.kind), None)
    if known is None:
        return None
    figure.role = "target"
    return f"chỉ tiêu {known}"


def _of_multiple(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'đạt 58 triệu đồng, gấp 1,66 lần so với năm 2015', 'bằng 1,62 lần nhiệm kỳ trước'."""
    if figure.unit != "lần" or not _TIMES.search(sentence.low, figure.lead_start, figure.lead_end):
        return None
    levels = [f for f in before if f.role == "value" and f.parent is None]
    return f"{without_change(levels[-1].label)} gấp" if levels else None


def _of_frequency(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'100% chi bộ sinh hoạt chuyên đề ít nhất 1 lần/quý'."""
    if not (figure.unit or "").startswith("lần/") or done_of(sentence, figure):
        return None
    return before[-1].label.removeprefix("tỷ lệ ")


def _of_course(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """Where something came from, where it was told before, and where it came to: 'tăng từ 2,1 tỷ
    đồng năm 2013 lên 8,4 tỷ đồng'."""
    low, last = sentence.low, before[-1]
    if last.unit != figure.unit:
        return None
    if figure.before[-1:] == ["từ"]:
        goes_on = low[last.noun_end : figure.lead_end].strip(" ,").removesuffix(" từ") in _CHANGING
    else:
        goes_on = last.before[-1:] == ["từ"] and bool(
            _CAME_TO.match(low, last.noun_end, figure.lead_end)
        )
    return without_change(last.label) or None if goes_on else None


def _of_origin(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """Where a count came from: 'số đơn vị trực thuộc giảm |từ 73| xuống còn 67 đơn vị', 'Bộ sắp xếp các
    ban quản lý dự án, giảm |từ 09| xuống 07 ban'."""
    if figure.last != "từ" or not _is_bare(figure, phrase_of(sentence, figure)):
        return None
    index = sentence.figures.index(figure) + 1
    following = sentence.figures[index : index + 1]
    if not following or not _COME_TO.search(sentence.low, figure.noun_end, following[0].a):
        return None
    subject = without_change(subject_of(sentence, figure)).rstrip(" ,")
    if HEAD.match(subject.lower()):
        return subject
    noun = figure.noun or (figure.unit or "").lower()
    at = next(word_places(subject.lower(), noun), None)
    if at is None:
        return None if any(f.noun.startswith(noun) for f in before) else noun
    return uncapitalised(subject[at:])


def _of_base(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """What a bracket compares with: 'bằng 63,7% chỉ tiêu (450 tỷ đồng)', '(cùng kỳ là 0,49%)'."""
    low = sentence.low
    opening = low.rfind("(", before[-1].noun_end, figure.a)
    if opening < 0 or not _BASE_IN_BRACKET.fullmatch(low, opening, figure.a):
        return None
    if figure.parent is not None and figure.noun != figure.parent.noun:
        return None  # '2.340 trẻ (1.210 nam, 1.130 nữ)'
    # a percentage that restates a count is named by itself, an amount as the whole before it
    alike = (f for f in reversed(before) if f.unit == figure.unit and f.role != "change")
    known = next((f for f in alike if f.parent is None), None)
    if known is None:
        return None
    planned = figure.role == "target" and not known.label.startswith("chỉ tiêu")
    return f"chỉ tiêu {known.label}" if planned else without_superlative(known.label)


def _of_rate(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """A percentage: of the noun after it, else the subject before it."""
    subject = subject_of(sentence, figure)
    phrase = _rate_phrase(sentence, figure)
    rated = RATE.match(subject.lower()) is not None
    if phrase and not rated and not _is_of_base(sentence.low, figure.noun_end, phrase):
        done = done_of(sentence, figure) if len(phrase.split()) < 6 else ""
        return f"tỷ lệ {phrase} {done}"
    if not subject or _is_territory(sentence, figure):
        return (
            _announced_since(sentence, figure, before)
            or _inherited(figure, before)
            or (f"tỷ lệ {phrase}" if phrase else None)
        )
    previous = next((f for f in reversed(before) if f.head), None)
    if rated:
        subject = _MOST.split(subject, maxsplit=1)[0]
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
    figure.head = subject if INDEX.search(subject) else f"tỷ lệ {uncapitalised(subject)}"
    return figure.head


def _announced_since(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """A rate named behind the last figure: 'có tỷ lệ trực tuyến cao nhất (lần lượt là 95%, 93%)'."""
    since = before[-1].b if before else 0
    named = _RATED.findall(sentence.text, since, figure.a)
    return tidy(named[-1]) if named else None


def _is_of_base(low: str, position: int, phrase: str) -> bool:
    """Whether a percentage is of a sum told elsewhere: '94% số giao', but not '0,5% số quyết định xử
    phạt bị hủy'."""
    base = _BASE.match(low, position)
    if base is None:
        return False
    told = base[0].endswith(" số") and phrase.count(" ") > _LONG_SUM
    return not (told and noun_at(low, base.end() + 1))


def _of_named_count(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'tổng số hồ sơ trễ hạn là 3.074 hồ sơ', 'Quy mô dân số 3.420.000 người'."""
    copula = ends_in_copula(sentence, figure)
    if not copula and (
        figure.phrase_end - figure.noun_end > 1 or not opens_with_head(sentence, figure)
    ):
        return None
    subject = subject_of(sentence, figure)
    if HEAD.match(subject.lower()) and (copula or starts_with(sentence, figure, subject)):
        return _completed(sentence, figure, before, subject)
    return None


def _of_measure(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """Money or a measure whose subject stands before it: 'tổng vốn đăng ký ... 50 tỷ'."""
    if before and sentence.low[before[-1].noun_end : figure.a].strip() == "/":
        # 'thu được 12,6 tỷ đồng/18,4 tỷ đồng', '1.972 tỷ đồng/4.286 tỷ đồng vốn đầu tư công'
        return words_after(sentence, figure) or before[-1].label
    subject = subject_of(sentence, figure)
    if figure.unit == "điểm" and _tells_owner(sentence, figure, subject):
        return _of_score(before, subject)
    if not subject or _MONEY.fullmatch(subject.lower()):
        return _of_money(sentence, figure, before, subject)
    if HEAD.match(subject.lower()) or ends_in_copula(sentence, figure):
        return _completed(sentence, figure, before, subject)
    return _of_money(sentence, figure, before, "")


def _tells_owner(sentence: Sentence, figure: Figure, subject: str) -> bool:
    """Whether the subject of a score tells whose it is or how it ranks, not what was scored."""
    low = subject.lower()
    if RATE.match(low) or INDEX.search(subject) or HEAD.match(low):
        return False
    return (
        not low
        or low.endswith(_SCORING)
        or bool(_RANKS.search(low))
        or _is_territory(sentence, figure)
    )


def _of_score(before: list[Figure], subject: str) -> str:
    """A score whose subject tells but whose it is or how it ranks: 'Sở Y tế dẫn đầu với 91,2 điểm'."""
    scored = next(
        (f.label for f in reversed(before) if f.unit == "điểm" and f.role == "value"), None
    )
    if scored:
        return scored.split(" của ")[0]
    scoring = next((verb for verb in _SCORING if subject.lower().endswith(verb)), "")
    return f"điểm {scoring}"


def _of_bare(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'95 biên chế (công chức 72, viên chức 23)', 'Số văn bản đã rà soát 45'."""
    subject = subject_of(sentence, figure)
    if not subject:
        return None
    if figure.parent is not None and len(subject.split()) < 3:
        return f"{figure.parent.unit or ''} {subject}"
    return _completed(sentence, figure, before, subject)


def _completed(sentence: Sentence, figure: Figure, before: list[Figure], subject: str) -> str:
    """A subject that says little alone, with what it is of."""
    if subject.lower() not in _GENERIC:
        return subject
    return f"{subject} {words_after(sentence, figure) or _inherited(figure, before) or ''}"


def _of_money(sentence: Sentence, figure: Figure, before: list[Figure], subject: str) -> str | None:
    """'213.013 lượt giao dịch, với số tiền 204 tỷ đồng', 'bố trí 3 tỷ đồng kinh phí CCHC'."""
    after = "" if subject else words_after(sentence, figure)
    done = "" if subject else done_of(sentence, figure)
    if after:
        return f"{after} {done}"
    money = (figure.unit or "").split("/")[0].endswith(("đồng", "USD"))
    what = subject or ("số tiền" if money else "")
    purpose = _PURPOSE.match(sentence.text, figure.noun_end) if money and not subject else None
    if purpose:
        return f"số tiền {done} {purpose[0]}"  # 'Bố trí 300 triệu đồng cho công tác CCHC'
    context = done or _inherited(figure, before)
    return f"{what} {context.removeprefix(what)}" if context else None


def _of_entity(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'Công an tỉnh 3.613.671 hồ sơ': the agency's part of what the sentence counts."""
    if whose := territory_before(sentence, figure):
        whole = next((f for f in before if f.unit == figure.unit and f.kind != "percent"), None)
        return f"{_carried(whole)} của {whose}" if whole else None
    if not sentence.names:
        return None
    names = sentence.names_in(figure.lead_start, figure.lead_end)
    if not names or names[-1].cited or sentence.low[names[-1].end : figure.lead_end].strip(" :,(-"):
        return None
    if VERB.search(sentence.low, figure.lead_start, names[-1].start):
        return None
    alike = (f for f in before if f.kind in ("count", "measure") and f.unit == figure.unit)
    whole = next(alike, None)
    if whole is None:
        return None
    figure.entity = [n.mention.name for n in names[-1:] if n.mention.name]
    return f"{_carried(whole)} của {names[-1].mention.text}"


def _carried(figure: Figure) -> str:
    """What a figure measures, as it is measured of others too: without who did it and how it ranks."""
    return without_superlative(without_change(figure.label).removesuffix(figure.actor))


def _of_count(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """'phản ánh, kiến nghị đã tiếp nhận'."""
    phrase = phrase_of(sentence, figure)
    done = figure.done = without_time(done_of(sentence, figure)).removeprefix("lũy kế").strip(" ,")
    if figure.kind == "bare" or not phrase:
        return f"{figure.unit or ''} {done}" if done else _of_rest(sentence, figure, before)
    bare = _is_bare(figure, phrase)
    if figure.unit != figure.noun and figure.tells_state:
        return f"{figure.unit} {phrase}"
    if sentence.low[figure.lead_start : figure.lead_end].rstrip().endswith(_TOTALS):
        phrase = f"tổng số {phrase}"
    if not bare:
        return joined(phrase, done)
    if done.lower().startswith(f"{figure.noun} "):
        return uncapitalised(done)  # 'hộ cận nghèo 134 hộ'
    if figure.parent is not None:
        whole = figure.parent
        inherited = _qualifiers(whole) if not done else "" if VERB.search(done) else whole.done
        inherited = without_superlative(inherited)
        return f"{phrase} {inherited} {done}"
    if not done or done in _STATELESS:
        qualifiers = _shared(sentence, figure, before) or _context(sentence, figure, before)
        return f"{phrase} {qualifiers} {done}"
    return joined(phrase, done)


def _of_rest(sentence: Sentence, figure: Figure, before: list[Figure]) -> str | None:
    """A number that stands alone: what is said behind it, else what those before it count."""
    rest = sentence.text[figure.noun_end : figure.phrase_end].strip(" ,")
    if rest:
        # '63 kiến nghị (41 qua Cổng Dịch vụ công)', '513 do Nhà nước bảo đảm'
        return f"{figure.unit or ''} {rest}" if rest.split(" ", 1)[0] in _OF_REST else None
    # 'quận Cái Răng (62 hộ), huyện Phong Điền (46)'
    alike = next((f for f in reversed(before) if f.unit == figure.unit and f.label), None)
    return _carried(alike) if alike else None


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
_RULES: dict[Kind, tuple[Rule, ...]] = {
    "percent": (_of_share, _of_goal, _of_course, _of_base, _of_rate),
    "rank": (_of_rank,),
    "measure": (
        _of_multiple,
        _of_frequency,
        _of_goal,
        _of_course,
        _of_base,
        _of_measure,
        _of_entity,
        _of_count,
    ),
    "count": (
        _of_multiple,
        _of_frequency,
        _of_goal,
        _of_course,
        _of_origin,
        _of_base,
        _of_item,
        _of_named_count,
        _of_entity,
        _of_count,
    ),
    "bare": (_of_goal, _of_course, _of_origin, _of_base, _of_item, _of_entity, _of_bare, _of_count),
}
# These look back to figures before; the first of a sentence has none.
_LOOK_BACK = (
    _of_share,
    _of_frequency,
    _of_goal,
    _of_course,
    _of_base,
    _of_multiple,
    _of_item,
    _of_entity,
)
_RULES_OF_FIRST: dict[Kind, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in rules if rule not in _LOOK_BACK) for kind, rules in _RULES.items()
}


# --- what figures take from each other -----------------------------------------------------------


def _rate_phrase(sentence: Sentence, figure: Figure) -> str:
    """What a percentage is of: '100% công chức, viên chức sử dụng thư điện tử công vụ'."""
    if sentence.low[figure.noun_end : figure.noun_end + 1] != " ":
        return ""
    return words_after(sentence, figure)


def _is_bare(figure: Figure, phrase: str) -> bool:
    return phrase.count(" ") <= figure.noun.count(" ")


def _context(sentence: Sentence, figure: Figure, before: list[Figure]) -> str:
    """For a noun that says little alone: the qualifiers of the last like it, or the words before."""
    for f in reversed(before):
        if f.noun == figure.noun:
            stated = f.done in _STATELESS  # 'đầu năm có 90 hộ nghèo, cuối năm còn 80 hộ'
            return _qualifiers(f).removesuffix(f.done) if stated else _qualifiers(f)
        if f.noun.startswith(f"{figure.noun} "):  # '90 hộ nghèo, cuối năm còn 80 hộ'
            return f.noun.removeprefix(figure.noun)
    if before:
        return ""
    end = words_end(sentence.low, 0, figure.lead_start)
    start = words_start(sentence.low, 0, end)
    context = without_time(sentence.text[start:end])
    low = context.lower()
    for at in word_places(low, figure.noun):
        # 'Số hồ sơ |quá hạn| tập trung tại Sở Y tế (96 hồ sơ)'
        if stated := _STATED.match(low, at + len(figure.noun)):
            return context[stated.start() : stated.end()]
    cited = "/" in context or context.endswith(")")
    return "" if cited or context.count(" ") >= _LONGEST_CONTEXT else context


def _qualifiers(figure: Figure) -> str:
    """A label without the noun that is counted."""
    label = without_superlative(without_change(figure.label))
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
            label = without_change(f.label)
            if figure.kind == "percent":
                return label if f.kind == "measure" else as_rate(label)
            return _qualifiers(f) or label
    return None


def _is_territory(sentence: Sentence, figure: Figure) -> bool:
    return territory_before(sentence, figure) is not None


def _is_other_subject(sentence: Sentence, figure: Figure, subject: str) -> bool:
    """An elliptical subject: 'UBND cấp huyện là 1,37%', 'khối ngành dọc đạt 99,11%'."""
    low = subject.lower()
    if len(low.split()) > 12 or _STATE.search(low):
        return False
    return low.startswith(words.ENTITIES) or bool(
        sentence.names_in(figure.lead_start, figure.lead_end)
    )
