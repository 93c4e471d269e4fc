"""What part a figure plays: a value, a signed change, a planned target, or the share that restates
a count as a percentage."""

from __future__ import annotations

import re

from . import words
from .model import Figure, Sentence

_REACH = 60  # characters in which a verb of change is looked for
_TAIL = rf"(?:\s+(?:{words.CHANGE_TAIL}))*"
# 'thấp hơn cùng kỳ năm trước 2,1 điểm', 'nhiều hơn năm 2020 134 văn bản', 'tăng so với năm 2020 là 12'
_AGAINST = (
    r"(?:(?:\s+(?:so với\s+)?(?:cùng kỳ|năm trước)(?:\s+năm\s+\w+)?"
    r"|(?:(?<=hơn)(?:\s+so\s+với)?|\s+so với)\s+năm\s+\d{4})(?:\s+là)?)?"
)
_CHANGED = re.compile(
    rf"(?<!\w)(?:(?P<up>{words.RISING})|(?P<down>{words.FALLING})){_AGAINST}{_TAIL}\s*$"
)
# 'tỷ lệ tăng', 'mức giảm', 'cắt giảm 39%': the word belongs to the name of what is measured.
_NAMED_CHANGE = re.compile(
    r"(?:(?:tỷ lệ|tỉ lệ|mức|tốc độ|chỉ số)(?: cắt)?|(?P<cut>cắt)|tinh|miễn|xét|giá trị)\s+$"
)
# 'Dự toán thu nội địa Bộ Tài chính giao là 8.150 tỷ đồng', 'Kế hoạch vốn 684 tỷ đồng, thực hiện ...'
_PLAN_IS = re.compile(
    r"(?:^[\s\d.)+–-]*|[,;:.(]\s*|tổng |trong đó |còn |với |được giao )"
    r"(?:kế hoạch (?:vốn|kinh phí)|dự toán (?:thu|chi|kinh phí|ngân sách|năm|(?:được )?giao))"
    r"(?![^,;:]*(?:thực hiện|giải ngân|đạt|tăng|giảm|vượt|bằng|còn lại|điều chỉnh|phân bổ|đã)(?!\w))"
    r"[^,;:.()]*(?::\s*)?$"
)
# 'bằng 65,5% dự toán Bộ Tài chính giao và bằng 60% dự toán HĐND tỉnh giao'
_OF_PLAN = re.compile(r" (?:so với )?(?:dự toán|kế hoạch|chỉ tiêu)(?!\w)")
_EQUALS = re.compile(r"(?:,|và|, và) (?:chỉ )?(?:bằng|đạt)(?: khoảng| gần| hơn| trên)?\s*$")
# 'được cắt giảm 20 - 40%' says by how much, 'cắt giảm 12 thủ tục' what
_SOME_PERCENT = re.compile(r"[\d.,]+(?:\s?(?:-|–|đến)\s?[\d.,]+)?\s?%")
_OVER = re.compile(r"[^.;()]{0,60}?(?:so với|so cùng|kế hoạch|dự toán|cùng kỳ|chỉ tiêu)")
_COMPARED = re.compile(r"[^.;,]{0,70}?(?:\([^()]*\))?\s*(?:so với|so cùng)")
_JOINED = re.compile(r"\s*(?:,|và|;|/|\(|tương ứng)\s*(?:và\s*)?")
_PLANNED = re.compile(rf"(?:{words.PLANNED})(?!\w)")
_PLANS = tuple(words.PLANNED.split("|"))
_ASKED = re.compile(words.ASKED)
_GOES_TO = re.compile(r"[^.;,()]{0,40}?(?<!trở)\s(?:lên|xuống|còn|thành)(?!\w)")
_GOALS = frozenset(("mục tiêu", "chỉ tiêu", "yêu cầu", "phải đạt"))
# 'so với mục tiêu', 'vượt chỉ tiêu', '03 mục tiêu', 'Chương trình mục tiêu quốc gia': no plan is set.
_SPOKEN_OF = re.compile(
    r"(?:\d|các|những|so với|hoàn thành|vượt|thực hiện|đạt|đảm bảo|bảo đảm|chương trình)\s*$"
)
_PLAN_OPENS = re.compile(
    r"(?:đạt|bằng|vượt|hơn|tăng|giảm|hoàn thành) [^.;()]{0,16}\s(?:so với )?"
    r"(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)[^.;()]{0,30} \($"
)
# '126,5 ha (kế hoạch 110 ha)'
_PLAN_BESIDE = re.compile(
    r"[(/]\s?(?:kế hoạch|chỉ tiêu|dự toán)(?: (?:được )?giao| đề ra| là|:)* (?:[\d.,]+\s?%?\s?[-–]\s?)?$"
)
_PLAN_FOLLOWS = re.compile(r"\d\s?% (?:so với )?(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu) (?:là )?$")
_OF_YEAR = re.compile(r"dự toán|giao|năm \($")
_PLANS_CHANGE = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu)(?: cắt)?\s*$")
# 'tăng 7,2%, kế hoạch năm tăng 7,5 - 8%', 'kế hoạch cả năm là 15 đơn vị'; not 'so với kế hoạch năm'
_PLAN_OF_YEAR = re.compile(
    r"(?<!\w)(?<!với )(?<!so )(?<!vượt )(?<!đạt )(?<!bằng )(?:kế hoạch|chỉ tiêu|dự toán)"
    r"(?: được giao| giao| đề ra)?(?: cả)? năm(?: (?P<year>\d{4}))?"
    r"(?: (?:là|được|giao|đề ra|tăng|giảm|khoảng|đạt)|:)*\s*$"
)
_BECAME = re.compile(
    r"(?<!\w)(?:đã|giải ngân|thực hiện|đạt|còn lại|phân bổ|thu được|hoàn thành)(?!\w)"
)
_TO = re.compile(r"\s?%?\s?(?:-|–|đến)\s?")
# 'định hướng đến năm 2021, lũy kế đến hết năm 2018 đã cắt giảm 384 điều kiện': no longer planned
_DONE = re.compile(r"(?<!\w)đã (?!(?:được )?(?:đề ra|đặt ra|giao|xác định|nêu|đăng ký)(?!\w))")
# 'tăng 03 thông tư so với quý II/2018 (10 thông tư), tương đương 30%'
_BEHIND_BASE = re.compile(
    r"\)\s*,?\s*(?:hay |tức(?: là)? |và )?(?:tương ứng|tương đương|bằng)?(?: với)?(?: tăng| giảm)?(?: khoảng)?\s*"
)
_NEXT_TARGET = re.compile(
    r"\s*(?:,|;|và|, và)\s*(?:(?:có|đạt|trên|từ|ít nhất|tối thiểu|khoảng|gần)\s+)*"
)
_SHARE = re.compile(rf"(?:[\s,(:]|(?:{words.SHARE_WORDS})(?!\w))*")
# 'dân số 31.286 người; đồng bào dân tộc thiểu số chiếm 78,3%'
_MAKES_UP = re.compile(r"chiếm(?: tỷ lệ| tỉ lệ| tỷ trọng)?\s*$")
_AGAINST_TIME = re.compile(r"\)? so (?:với |cùng kỳ)(?!tổng|số|kế hoạch|quy định)")
_TELLS_SHARE = re.compile(r"tỷ lệ|tỉ lệ|chiếm|đạt|bằng")
_THEN_COUNT = re.compile(r"\s*\(\s*(?:tương ứng|tương đương|với|là|gồm|đạt)?\s*(?:với\s*)?\d")


def read_change(sentence: Sentence, figure: Figure, before: Figure | None) -> None:
    """Set role and sign of a change: 'tăng 11 bậc', 'giảm 19 đơn vị ... và 52 đơn vị'.

    `before` is the last change in the sentence.
    """
    low, lead = sentence.low, figure.lead_end
    near = low[max(lead - _REACH, 0) : lead]
    match = None
    if "ăng" in near or "iảm" in near or "hơn" in near or "ượt" in near or "ụt" in near:
        match = _CHANGED.search(low, max(lead - _REACH, 0), lead)
    if match and _is_change(low, match, figure):
        figure.role = "change"
        figure.sign = -1 if match["down"] else 1
        figure.lead_end = match.start()
    elif before and _continues(low, before, figure):
        figure.role = "change"
        figure.sign = before.sign


def _is_change(low: str, match: re.Match[str], figure: Figure) -> bool:
    if figure.kind == "rank":
        return False
    named = _NAMED_CHANGE.search(low, max(match.start() - 14, 0), match.start())
    if named and not (named["cut"] and _SOME_PERCENT.match(low, figure.a)):
        return False
    return match["up"] != "vượt" or _OVER.match(low, figure.noun_end) is not None


def _continues(low: str, before: Figure, figure: Figure) -> bool:
    gap = low[before.noun_end : figure.lead_end]
    if len(gap) > 140 or ";" in gap:
        return False
    if gap.strip() == "(":
        return figure.kind == before.kind == "count"  # 'giảm 40 đơn vị (35 phòng, 05 chi cục)'
    if _JOINED.fullmatch(gap):
        return True
    # 'giảm 33 đầu mối thuộc sở, 92 đơn vị so với năm 2015'
    return gap.rstrip().endswith((",", " và")) and _COMPARED.match(low, figure.noun_end) is not None


def read_share(sentence: Sentence, figure: Figure, before: list[Figure]) -> None:
    """A percentage beside its count, before or after it, restates it."""
    if figure.role != "value":
        return
    low = sentence.low
    count = _count_beside(low, figure, before)
    if change := _change_behind_base(low, figure, before):
        figure.role, figure.base = "share", change
    elif count is not None and _restates(low, count.noun_end, figure.lead_end):
        figure.role, figure.base = "share", count
        if count.role == "change" and _is_growth(low, count, figure):
            figure.role, figure.sign = "change", count.sign
    elif before and _is_share_of_plan(low, figure, before[-1].noun_end):
        # behind another rate or change of the same
        levels = [
            f
            for f in before
            if f.role == "value"
            and f.kind not in ("percent", "rank")
            and not _is_aside(low, f, figure.a)
        ]
        if levels and ";" not in low[levels[-1].b : figure.a]:
            figure.role, figure.base = "share", levels[-1]
    elif _THEN_COUNT.match(low, figure.noun_end) or (
        count is not None and _MAKES_UP.search(low, figure.lead_start, figure.lead_end)
    ):
        figure.role = "share"


def _change_behind_base(low: str, figure: Figure, before: list[Figure]) -> Figure | None:
    """The change that a percentage tells once more, behind the bracket with what there was before."""
    if len(before) < 2 or before[-2].role != "change" or not _is_aside(low, before[-1], figure.a):
        return None
    told = _BEHIND_BASE.fullmatch(low, low.find(")", before[-1].b), figure.a)
    return before[-2] if told and "so với" in low[before[-2].b : before[-1].a] else None


def _is_aside(low: str, level: Figure, end: int) -> bool:
    """Whether a figure stands in a bracket that closes before `end`: 'so với năm 2021 (236 vụ), đạt'."""
    opening = low.rfind("(", 0, level.a)
    return opening > low.rfind(")", 0, level.a) and low.find(")", level.b, end) >= 0


def _is_growth(low: str, change: Figure, figure: Figure) -> bool:
    """Whether a percentage says by how much something changed in relation to what it was: 'tăng 38
    vụ (27,94%) so với năm 2019'; not '(đạt tỷ lệ 3,21%)'."""
    return _AGAINST_TIME.match(low, figure.noun_end) is not None and not _TELLS_SHARE.search(
        low, change.noun_end, figure.a
    )


def _is_share_of_plan(low: str, figure: Figure, start: int) -> bool:
    """Whether a percentage says how much of a plan was done: ', bằng 79,4% kế hoạch'."""
    if not _OF_PLAN.match(low, figure.noun_end):
        return False
    return _EQUALS.search(low, start, figure.lead_end) is not None


def _restates(low: str, start: int, end: int) -> bool:
    """Whether nothing but 'đạt tỷ lệ' and the like stands between a count and its percentage."""
    gap = low[start:end]
    if ";" in gap or ("so với" in gap and "so với quy định" not in gap):
        return False
    return _SHARE.fullmatch(low, max(start, _last_mark(low, start, end)), end) is not None


def _count_beside(low: str, figure: Figure, before: list[Figure]) -> Figure | None:
    """The count before a percentage; behind a closed bracket, the one that the bracket breaks down."""
    if not before or before[-1].kind == "percent":
        return None
    count = before[-1]
    if count.parent is not None and ")" in low[count.noun_end : figure.lead_end]:
        return count.parent
    return count


def _last_mark(low: str, start: int, end: int) -> int:
    return max(low.rfind(",", start, end), low.rfind("(", start, end), low.rfind("=", start, end))


def find_plans(sentence: Sentence) -> list[tuple[int, int]]:
    """Where a sentence has words that set a plan; also sets `asked`."""
    low = sentence.low
    plans: list[tuple[int, int]] = []
    if any(word in low for word in _PLANS):
        plans += (
            word.span()
            for word in _PLANNED.finditer(low)
            if not low[word.start() - 1 : word.start()].isalnum()
            and not _SPOKEN_OF.search(low, max(word.start() - 13, 0), word.start())
        )
    if asked := _ASKED.match(low):
        sentence.asked = asked.end()
        plans.insert(0, asked.span())
    return plans


def read_target(
    sentence: Sentence,
    figure: Figure,
    previous: Figure | None,
    planning: bool,
    plans: list[tuple[int, int]],
) -> None:
    """A planned figure: under a heading of plans, or after 'phấn đấu', 'sẽ', 'mục tiêu ... là'."""
    low = sentence.low
    if figure.role == "change" and (
        planning
        or figure.approx in (">=", "<=")
        or _PLANS_CHANGE.search(low, 0, figure.lead_end)
        or plan_of_year(sentence, figure)
        or (previous and previous.role == "target" and ends_range(sentence, previous, figure))
    ):
        figure.role, figure.sign = "target", 1  # 'giảm ít nhất 20% số hồ sơ quá hạn'
    if figure.role != "value":
        return
    if figure.before and figure.before[-1] == "từ" and _GOES_TO.match(low, figure.noun_end):
        return  # 'nâng tỷ lệ từ 58,3% lên 80%'
    planning = planning and not figure.noun.startswith(words.STRUCTURE)
    if (
        planning
        or is_plan_in_bracket(sentence, figure)
        or (previous is not None and _shares_target(low, previous, figure))
        or figure.approx in (">=", "<=")
        or _is_told_plan(sentence, figure, previous)
        or _is_part_of_plan(sentence, figure)
        or plan_of_year(sentence, figure)
        or (plans and _is_planned(sentence, figure, plans))
    ):
        figure.role = "target"


def _is_part_of_plan(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is a part of what is planned: 'Dự toán thu là 230 tỷ đồng, trong đó thu nội địa 45
    tỷ đồng'; not of what became of it: 'trong đó đã giải ngân 12 tỷ đồng'."""
    whole = figure.parent
    if whole is None or whole.role != "target" or whole.kind != figure.kind:
        return False
    return _BECAME.search(sentence.low, figure.lead_start, figure.noun_end) is None


def _is_told_plan(sentence: Sentence, figure: Figure, previous: Figure | None) -> bool:
    """Whether a sum is said to be the budget or the plan of capital, or the next that another sets:
    'dự toán thu Bộ Tài chính giao 8.150 tỷ đồng, HĐND tỉnh giao 8.900 tỷ đồng'."""
    low, lead = sentence.low, figure.lead_end
    if figure.kind != "measure" or not low[lead : figure.a + 1]:
        return False
    if previous is not None and previous.role == "target" and low.endswith(" giao ", 0, lead):
        return previous.unit == figure.unit
    start = previous.noun_end if previous is not None else 0
    told = "dự toán " in low[start:lead] or "kế hoạch " in low[start:lead]
    return told and _PLAN_IS.search(low[start:lead]) is not None


def is_plan_in_bracket(sentence: Sentence, figure: Figure) -> bool:
    """Whether a bracket says how much a plan is: 'bằng 81,2% dự toán (7.000 tỷ đồng)', or the words
    behind the rate do: '(đạt 104,2% kế hoạch 3.000 lao động)'."""
    if not sentence.tells_plans:
        return False
    low, a = sentence.low, figure.a
    opens = low[a - 1 : a] == "(" and _PLAN_OPENS.search(low, max(a - 50, 0), a)
    if (
        not opens
        and (mark := max(low.rfind("(", max(a - 40, 0), a), low.rfind("/", max(a - 40, 0), a))) >= 0
    ):
        opens = _PLAN_BESIDE.match(low, mark, a)
    if opens:
        return True
    is_rate = low.find("%", max(a - 24, 0), a) >= 0
    return is_rate and _PLAN_FOLLOWS.search(low, max(a - 24, 0), a) is not None


def ends_range(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """Whether two figures are the ends of a range: '7,5 - 8,0%'."""
    return _TO.fullmatch(sentence.low, previous.b, figure.a) is not None


def plan_of_year(sentence: Sentence, figure: Figure) -> re.Match[str] | None:
    """The words that make a figure the plan of a year: 'kế hoạch cả năm là 15 đơn vị'; the group `year`
    holds the year where it is named."""
    low, a = sentence.low, figure.a
    if not sentence.tells_plans or " năm" not in low[max(a - 24, 0) : a]:
        return None
    return _PLAN_OF_YEAR.search(low, max(a - 60, 0), a)


def is_of_year(sentence: Sentence, figure: Figure) -> bool:
    """Whether the plan in a bracket is a budget, or set from above: those are of a year."""
    return _OF_YEAR.search(sentence.low, max(figure.a - 50, 0), figure.a) is not None


def _shares_target(low: str, previous: Figure, figure: Figure) -> bool:
    """Whether a rate goes on with the target before it: 'có 95% người dân ... và 80% ...'."""
    if previous.role != "target" or not previous.kind == figure.kind == "percent":
        return False
    return _NEXT_TARGET.fullmatch(low, previous.phrase_end, figure.a) is not None


def _is_planned(sentence: Sentence, figure: Figure, plans: list[tuple[int, int]]) -> bool:
    low, a = sentence.low, figure.a
    first = max(low.rfind(";", 0, a), a - 160, 0)
    for start, end in plans:
        if start >= a:
            break
        if end == a - 1 and low[start:end] == "đặt ra":
            continue  # 'Kế hoạch đặt ra 05 chuyên đề': what it contains
        if low[end : end + 1] == ":" or end == sentence.asked:
            return True  # 'phấn đấu: ...; ...; ...', 'Đề nghị Sở X cấp ...': to the sentence's end
        if _DONE.search(low, end, a):
            continue
        goal = low[start:end] in _GOALS and (figure.kind == "count" or a - end > 60)
        if first <= start and not goal:
            return True
    return False
