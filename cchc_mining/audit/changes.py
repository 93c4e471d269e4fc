"""Changes and what they lead from and to: 'còn 470 đơn vị, giảm 14 đơn vị so với năm 2022 (486 đơn
vị)', 'từ 96 xuống còn 91 biên chế (giảm 05 biên chế)', 'tăng 33 văn bản (tương ứng 12,5 %)'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..records import Fraction, Indicator
from .amounts import PERCENT, Amount, amount, is_percent, of_a_kind
from .arithmetic import shown
from .sentence import Sentence

_POINTS = frozenset(("%", "điểm", "điểm phần trăm", "điểm %"))
# Between a change and the value it is measured against: 'so với năm 2022 (', 'so với', 'so với mức'
_AGAINST = re.compile(
    r"[^;.()]{0,30}?(?:so với|so cùng|với)"
    r"(?:[^;.(),]{0,50}\((?:năm \d{4}|cùng kỳ[^()]{0,15}|là|có|đạt|:|\s)*"
    r"|(?: (?:mức|con số|số|tổng số|kết quả|năm \d{4} là|cùng kỳ là))?)\s*"
)
_FROM = re.compile(r"(?<!\w)từ(?: mức| con số| khoảng| tỷ lệ)?$")
_TO = re.compile(
    r"[^;.()]{0,60}?(?:\([^()]*\))?[^;.()]{0,30}?(?<!\w)(?:lên|xuống|còn|lên thành|thành|xuống còn|lên đến|lên tới"
    r"|tăng lên|giảm còn|giảm xuống)"
    r"(?: (?:còn|mức|là|tới|đến))?"
)
_CUTS = ("cắt giảm", "rút ngắn", "tiết kiệm", "tinh giản")
_CUT = re.compile(rf"(?<!\w)(?:{'|'.join(_CUTS)})(?: được)?$")
# 'Năm 2021, Sở ký 300 hợp đồng; hiện nay còn 280 hợp đồng, giảm'; other clauses may be of other things
_CLAUSE_END = re.compile(r"[;.]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_THEN = re.compile(
    r"(?<!\w)(?:năm (?:trước|ngoái|\d{4})|cùng kỳ|đầu (?:năm|kỳ|nhiệm kỳ)|kỳ trước|trước (?:đây|khi [^,;]{1,40}))(?!\w)"
)
_THEN_AND_NOW = re.compile(
    r"[^;.()\d]{0,50}?[,;]?\s*(?:thì |và )?(?<!\w)(?:(?:đến |hiện )?nay|hiện|(?:đến (?:hết |cuối )?)?năm (?:\d{4}|nay)"
    r"|sau (?:khi [^,;.()\d]{1,30}|sắp xếp))(?!\w)[^;.()\d]{0,30}?(?:đã |chỉ )?"
    r"(?:là|có|còn|đạt|tăng lên|giảm còn|được)(?: lại)?"
)
_NOW_AND_THEN = re.compile(
    r"[^;.()\d]{0,30}[;,(]\s*(?:trong khi )?(?:cùng kỳ )?năm (?:trước|(?P<year>\d{4}))\s*(?:chỉ |mới )?(?:là|có|đạt|:)"
)
_THEREFORE = re.compile(
    r"[^;.()\d]{0,20}(?:,|\(|\),|;)?\s*(?:đã |như vậy )?(?:tăng|giảm)(?: thêm| được| đi)?"
)
_LEFT = re.compile(r"[^;.(]{0,30}?\)?\s*,?\s*(?:xuống |chỉ |nay |hiện )*còn(?: lại)?")
_RESTATED = re.compile(
    r"[^;.()]{0,40}?(?:\(|,|;|và|tương ứng|tương đương|hay|tức|nghĩa|bằng|với|tỷ lệ|tỉ lệ|tốc độ|mức|là|khoảng|đạt"
    r"|chiếm|giảm|tăng|\s)*"
)
_AGAINST_ANOTHER = re.compile(r"[\s%)]*so với")
_THEN_COMPARED = re.compile(r"[^;.(),]{0,40}\)\s*so với")
_PERIOD_BEFORE = (
    r"(?:cùng kỳ|năm|tháng|quý|kỳ|vụ)(?: (?:năm|trước|ngoái|liền kề|\d{4}|\d{1,2}/\d{4}))*"
)
# 'giảm 44 biên chế so với năm 2023 (giảm 2,05 %)', 'tăng 187 giấy phép so với cùng kỳ, tương đương tăng 6,5 %'
_RESTATED_LATER = re.compile(
    rf"[^;.(),]{{0,40}}?so với {_PERIOD_BEFORE}\s*(?:\(|,?\s*(?:(?:tương (?:ứng|đương)|tức|hay|nghĩa)(?!\w)|với)|,)"
    r"(?:tương ứng|tương đương|tốc độ|tăng|giảm|bằng|với|tỷ lệ|mức|là|\s)*"
)
# The percentage is named growth, though it is read as a value: 'với tỷ lệ tăng 6,8 %', 'tốc độ tăng là 5 %'
_NAMED_GROWTH = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tốc độ|mức)(?: \w+)? (?:tăng|giảm)(?: trưởng)?(?: là| đạt)?$"
)
# The clause goes on with what the value is compared with: '4.548 cuộc họp; so với năm 2020 tăng 244 cuộc'
# and '14 vụ, làm chết 09 người; so với năm 2018 (17 vụ) giảm 03 vụ'
_COMPARED_ON = re.compile(
    rf"[;.]\s*(?:nếu )?so với {_PERIOD_BEFORE}(?: ?\(|,? (?:đã )?(?:tăng|giảm))"
)
# 'so với năm 2017, số đơn tăng 51 đơn (tăng 4,61 %), lên 1.157 đơn'
_LED_TO = re.compile(
    r"[\s%)]*(?:so với[^;.(),]{0,25})?,?\s*(?:qua đó |nâng |đưa |và )?(?:tổng số |con số |số )?"
    r"(?:lên|còn|xuống|đạt|thành)"
    r"(?: (?:còn|thành|tới|đến|mức|tổng số|là))*"
)
_OTHER_CLAUSE = re.compile(
    r"(?<!\w)(?:trong đó|riêng|so với|kế hoạch(?! và đầu tư)|chỉ tiêu|dự toán|trên tổng)(?!\w)"
)
_OF_A_PLAN = re.compile(r"[\s%)]*(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)")


class Change(Struct, frozen=True, gc=False):
    """A change with the values before and after it."""

    before: Indicator
    after: Indicator
    change: Indicator


class Growth(Struct, frozen=True, gc=False):
    """A percentage of growth, with the change it restates and the value it led to.

    `rate` where a percentage was stated in between: the growth may be one in points.
    """

    value: Amount
    change: Amount
    percent: Indicator
    rate: bool


def find_changes(sentence: Sentence) -> Iterator[Change]:
    """Changes whose values before and after the sentence gives, each once."""
    if (
        "change" not in sentence.roles
        and "lần" not in sentence.units
        and not any(word in sentence.text for word in _CUTS)
    ):
        return
    seen: set[str] = set()
    for change in (*_from_to(sentence), *_compared(sentence), *_then_and_now(sentence)):
        if change.change.id not in seen:
            seen.add(change.change.id)
            yield change


def _from_to(sentence: Sentence) -> Iterator[Change]:
    """'giảm từ 96 biên chế năm 2022 xuống còn 91 biên chế năm 2023 (giảm 06 biên chế)'."""
    figures = sentence.figures
    if "từ" not in sentence.text:
        return
    for i in range(len(figures) - 1):
        before, after = figures[i], figures[i + 1]
        if (
            not _FROM.search(sentence.before(i))
            or not _TO.fullmatch(sentence.until(i, i + 1))
            or not _alike(before, after)
            or {"target", "change"} & {before.role, after.role}
        ):
            continue
        for k in (i + 2, i - 1):
            change = _change_at(sentence, k)
            if change is None or not _is_change_of(change, after):
                continue
            gap = sentence.until(i + 1, k) if k > i else sentence.until(k, i)
            if ";" not in gap and not _OTHER_CLAUSE.search(gap) and len(gap) < 110:
                yield Change(before, after, change)
                break


def _change_at(sentence: Sentence, k: int) -> Indicator | None:
    """The change at an index; 'gấp 4 lần' is one, and 'cắt giảm 18 ngày' says how much less only where
    two values do too."""
    figure = sentence.figures[k] if 0 <= k < len(sentence.figures) else None
    if figure is None or figure.role == "change":
        return figure
    if figure.unit == "lần":
        return figure if sentence.before(k).endswith(("gấp", "gấp hơn", "gấp gần")) else None
    if figure.role != "value" or not _CUT.search(sentence.before(k)):
        return None
    return None if isinstance(figure.value, Fraction) else replace(figure, value=-figure.value)


def _then_and_now(sentence: Sentence) -> Iterator[Change]:
    """'Năm 2021 có 300 hợp đồng, hiện nay còn 280 hợp đồng, giảm 20 hợp đồng', and the later value
    first: 'hiện có 500 quy trình; năm 2020 là 480 quy trình (tăng 20 quy trình)'."""
    figures = sentence.figures
    for i in range(len(figures) - 2):
        one, other, change = figures[i : i + 3]
        if change.role != "change" or {one.role, other.role} != {"value"}:
            continue
        if not _alike(one, other) or not _is_change_of(change, other):
            continue
        if not _THEREFORE.fullmatch(sentence.until(i + 1, i + 2)):
            continue
        if _AGAINST_ANOTHER.search(_CLAUSE_END.split(sentence.after(i + 2))[0]):
            continue
        lead, gap = _CLAUSE_END.split(sentence.before(i))[-1], sentence.until(i, i + 1)
        if _is_then_and_now(lead, gap):
            yield Change(one, other, change)
        elif (now := _NOW_AND_THEN.fullmatch(gap)) and _is_earlier(now["year"], lead):
            yield Change(other, one, change)


def _is_then_and_now(lead: str, gap: str) -> bool:
    now = _THEN_AND_NOW.fullmatch(gap)
    return now is not None and _THEN.search(lead) is not None and _is_earlier(_year(lead), now[0])


def _year(words: str) -> str | None:
    found = _YEAR.search(words)
    return found[0] if found else None


def _is_earlier(year: str | None, than: str) -> bool:
    """Whether a year precedes the one some words name, if they name one."""
    other = _year(than)
    return year is None or other is None or year < other


def _compared(sentence: Sentence) -> Iterator[Change]:
    """'còn 470 đơn vị, giảm 14 đơn vị so với năm 2022 (486 đơn vị)', and the other way round."""
    figures, around = sentence.figures, sentence.brackets
    if "với" not in sentence.text:
        return
    for b in range(1, len(figures)):
        base = figures[b]
        if base.role != "value" or not _AGAINST.fullmatch(sentence.until(b - 1, b)):
            continue
        if around[b] != around[b - 1] and around.count(around[b]) > 1:
            continue  # what else stands in those brackets divides the base
        changes = _changes_before(sentence, b)
        if not changes:
            continue
        after = figures[b + 1] if b + 1 < len(figures) else None
        if not (after and _alike(base, after) and _LEFT.fullmatch(sentence.until(b, b + 1))):
            after = _alike_before(sentence, changes[0], base)
        if after is not None:
            for i in changes:
                if _is_change_of(figures[i], base):
                    yield Change(base, after, figures[i])


def _changes_before(sentence: Sentence, b: int) -> list[int]:
    """The changes against a base: 'tăng 100.000 đồng (tăng 7,2 %) so với mức trước (1.390.000 đồng)'."""
    found: list[int] = []
    for i in range(b - 1, -1, -1):
        figure = sentence.figures[i]
        is_times = figure.unit == "lần" and "gấp" in sentence.before(i)
        if figure.role != "change" and not is_times:
            break
        gap = sentence.until(i, i + 1)
        if found and ("so với" in gap or ";" in gap or len(gap) > 40):
            break
        found.insert(0, i)
    return found


def _alike_before(sentence: Sentence, change: int, base: Indicator) -> Indicator | None:
    """The nearest value of a base's kind before a change, in its clause."""
    start, end = sentence.brackets[change]
    for i in range(change - 1, max(change - 7, -1), -1):
        a, b = sentence.brackets[i]
        figure = sentence.figures[i]
        outside = a <= start and end <= b
        gap = sentence.until(i, i + 1).rpartition(")")[2]
        if is_percent(figure) and (plan := _OF_A_PLAN.match(gap)):
            gap = gap[plan.end() :]  # 'thu 1.286 tỷ đồng, đạt 67,68% dự toán, giảm 4,17% so với'
        if outside and (";" in gap or _OTHER_CLAUSE.search(gap)):
            return None
        if outside and figure.role == "value":
            return figure if _alike(figure, base) else None
    return None


def _alike(one: Indicator, other: Indicator) -> bool:
    """Whether two figures measure the same in the same kind of unit."""
    if isinstance(one.value, Fraction) or isinstance(other.value, Fraction):
        return False
    if one.approx or other.approx:
        return False
    if one.unit == other.unit:
        return one.unit != "thứ bậc"
    a, b = amount(one, 0), amount(other, 0)
    return a is not None and b is not None and (of_a_kind(a.base, b.base) or "" in (a.base, b.base))


def _is_change_of(change: Indicator, value: Indicator) -> bool:
    if change.approx:
        return False
    if change.unit == "lần":
        return not is_percent(value)
    if change.unit in _POINTS and value.unit in _POINTS:
        return True
    return is_percent(change) or _alike(change, value)


# --- growth -----------------------------------------------------------------------------------


def find_growth(sentence: Sentence) -> Iterator[Growth]:
    """Percentages of growth beside the change they restate."""
    if "change" not in sentence.roles or PERCENT not in sentence.units:
        return
    changes = list(_absolute_changes(sentence))
    for change, j in _paired(sentence, changes):
        percent = sentence.figures[j]
        value = _value_of(sentence, change) or _value_led_to(sentence, max(change.index, j), change)
        if value is None or percent.approx or _OF_A_PLAN.match(sentence.after(j)):
            continue
        between = sentence.figures[value.index + 1 : min(change.index, j)]
        rate = any(is_percent(f) and f.role != "change" for f in between)
        yield Growth(value, change, percent, rate)


def _paired(sentence: Sentence, changes: list[Amount]) -> Iterator[tuple[Amount, int]]:
    """Each change with the index of its percentage: right behind it, right before it, or in the
    same order ('tăng 36 % về số lượt và 34 % số tiền so với năm 2023 (tăng 77 lượt và 70 đồng)')."""
    figures = sentence.figures
    taken: set[int] = set()
    for change in changes:
        j = change.index + 1
        if j < len(figures) and is_percent(figures[j]) and _restates(sentence, j - 1, j):
            taken.update((change.index, j))
            yield change, j
    runs = _runs([c for c in changes if c.index not in taken])
    for run in runs:
        size, first = len(run), run[0].index
        percents = range(first - size, first)
        if first < size or any(i in taken or not _is_growth(figures[i]) for i in percents):
            continue
        if "(" in sentence.until(first - 1, first) and _runs_on(sentence, percents):
            yield from zip(run, percents, strict=True)


def _is_growth(figure: Indicator) -> bool:
    return is_percent(figure) and figure.role == "change"


def _absolute_changes(sentence: Sentence) -> Iterator[Amount]:
    """The changes that are amounts, not percentages, with their sign."""
    for i, figure in enumerate(sentence.figures):
        is_change = figure.role == "change"
        if figure.approx or not (is_change or _is_in_bracket_of_growth(sentence, i)):
            continue
        found = sentence.amounts[i]
        if found is None:
            continue
        if is_change:
            yield found
        else:
            percent = shown(sentence.figures[i - 1])
            falls = percent is not None and percent.value < 0
            yield replace(found, value=-found.value) if falls else found


def _is_in_bracket_of_growth(sentence: Sentence, i: int) -> bool:
    """'tăng 6,88 % (13.738 hồ sơ) so với năm 2019': the count is the change."""
    return (
        i > 0
        and _is_growth(sentence.figures[i - 1])
        and sentence.before(i) in ("% (", "%(")
        and sentence.figures[i].role == "value"
        and _THEN_COMPARED.match(sentence.after(i)) is not None
    )


def _runs(changes: list[Amount]) -> list[list[Amount]]:
    runs: list[list[Amount]] = []
    for change in changes:
        if runs and runs[-1][-1].index + 1 == change.index:
            runs[-1].append(change)
        else:
            runs.append([change])
    return runs


def _runs_on(sentence: Sentence, indices: range) -> bool:
    return all(";" not in sentence.until(i, i + 1) for i in indices)


def _restates(sentence: Sentence, i: int, j: int) -> bool:
    gap = sentence.until(i, j)
    if _RESTATED_LATER.fullmatch(gap):
        return not _AGAINST_ANOTHER.match(sentence.after(j))
    if _OTHER_CLAUSE.search(gap) or not _RESTATED.fullmatch(gap):
        return False
    # 'tăng 12 văn bản, đạt 85 %' is of something else; '(đạt tỷ lệ 3,21 %)' restates
    if sentence.figures[j].role == "change" or _NAMED_GROWTH.search(gap):
        return True
    return "(" in gap or "tương" in gap


def _value_of(sentence: Sentence, change: Amount) -> Amount | None:
    """The nearest value of the same kind before a change, in no brackets that it is not in."""
    start, end = sentence.brackets[change.index]
    outside = [a <= start and end <= b for a, b in sentence.brackets]
    for i in range(change.index - 1, -1, -1):
        figure = sentence.figures[i]
        gap = sentence.until(i, i + 1)
        if not outside[i]:  # what is said in other brackets ends no clause
            gap = gap.rpartition(")")[2] if outside[i + 1] else ""
        if ";" in gap and not _COMPARED_ON.fullmatch(gap[gap.index(";") :]):
            return None
        if figure.role != "value" or not outside[i]:
            continue
        found = sentence.amounts[i]
        if found is None or isinstance(figure.value, Fraction):
            continue
        if of_a_kind(found.base, change.base):
            return None if figure.approx else found
    return None


def _value_led_to(sentence: Sentence, last: int, change: Amount) -> Amount | None:
    """The value that a change has led to, right behind it."""
    if last + 1 >= len(sentence.figures) or not _LED_TO.fullmatch(sentence.after(last)):
        return None
    found = sentence.amounts[last + 1]
    if found is None or found.figure.role != "value" or not found.is_exact:
        return None
    return found if of_a_kind(found.base, change.base) else None
