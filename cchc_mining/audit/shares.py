"""Percentages and the counts they restate: '412/458 hồ sơ (đạt 89,96 %)', 'trong đó trực tuyến
301 hồ sơ, chiếm 77,98 %', '222.704 hồ sơ trên tổng số 308.977 hồ sơ, đạt 72,08 %', and the other way
round: 'đạt 89,96 % (412/458 hồ sơ)'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from ..records import Fraction, Indicator
from .amounts import PERCENT, Amount, is_percent, of_a_kind
from .arithmetic import Shown, fits, percentage, shown
from .breakdowns import Breakdown
from .sentence import Sentence

# What may stand between a count and its percentage: 'cơ quan, đơn vị (chiếm tỷ lệ'.  Another clause
# may speak of something else.
_SAME_CLAUSE = re.compile(
    r"[^.;:]{0,90}?(?:\(|=|,|(?<!\w)(?:đạt|chiếm|bằng|tương đương|tương ứng|tỷ lệ|tỉ lệ))[^.;:]{0,40}"
)
_OTHER_BASE = re.compile(
    r"(?<!\w)(?:so với|cùng kỳ|(?:năm|kỳ|quý|tháng|vụ) (?:trước|ngoái)|tăng|giảm|vượt|trong (?:đó|số)"
    r"|kế hoạch(?! và đầu tư)|còn lại|chỉ tiêu|dự toán|mục tiêu"
    r"|tỷ lệ \w+ hạn)(?!\w)"
)
# After the percentage: it is one of something else, named there.
_OF_ANOTHER = re.compile(
    r"\s*%?\s*\)?\s*(?:so với|kế hoạch|chỉ tiêu|dự toán|mục tiêu|trên tổng|tổng số|trong tổng|số |của |theo |trở lên)"
)
_ON = re.compile(r"[^.;:()]{0,60}?(?:(?<!\w)trên|(?<!\w)trong|/)\s*(?:tổng (?:số)?|số)?\s*")
_MAKES_UP = re.compile(r"(?<!\w)(?:chiếm|bằng)(?!\w)")
# After the percentage: the count that it restates.  'đạt 81,9 % (344/420 hồ sơ)', '95 % đơn vị (38/40)',
# '68,3 % tiêu chí đạt điểm tối đa, tương ứng với 41/60 tiêu chí'
_THEN_COUNT = re.compile(
    r"%?[^.;:()\d]{0,60}?(?:\((?:tương ứng|tương đương|với|là|gồm|đạt|có|bằng|cụ thể|:|=|\s)*"
    r"|(?<!\w)(?:tương ứng|tương đương|tức)(?: là| với| bằng)*)"
)
_THEN_COUNTS = ("(", "tương", "tức")  # one of these is in what it matches
_PLAN = re.compile(r"(?<!\w)(?:kế hoạch(?! và đầu tư)|chỉ tiêu|dự toán|mục tiêu)(?!\w)")
_IN_BRACKETS = re.compile(r"\([^()]*\)")

# 'phát ra 500 phiếu, thu về 480 phiếu', 'được giao 52 nhiệm vụ, đã hoàn thành 47 nhiệm vụ'.  What is
# solved of the files received is no such share: its base are those that were due.
_DONE = re.compile(
    r"[^.;()\d]{0,60}[,;]\s*[^.;,()\d]{0,60}?(?:(?<!\w)đã(?!\w)|(?<!\w)(?:thu (?:về|được|lại)|hoàn thành|có mặt)(?!\w))"
    r"(?![^.;,()\d]{0,30}(?:giải quyết|trả (?:kết quả|hồ sơ)))[^.;,()\d]{0,50}"
)
_DUE = re.compile(r"(?<!\w)hạn(?!\w)")

# 'Trong 46 nhiệm vụ được giao, có 40 nhiệm vụ hoàn thành (86,96 %)'
_AMONG = re.compile(r"(?:^|[.;:,]|[-+*] )\s*(?:trong|trên)(?: tổng)?(?: số)?$")
_AMONG_ENDS = ("trong", "trên", "tổng", "số")  # as all that _AMONG matches
_HAS = re.compile(r"[^.;:]{0,80}?,?(?<!\w)(?:có|thì|đã)(?!\w)[^.;]{0,30}")

# '... (69,76 %), 13 cơ quan', '...; và còn lại 5 đơn vị'
_NEXT_OF_LIST = re.compile(r"[,;]?(?:\s*và)?(?:\s*(?:có|còn|còn lại))?")

How = Literal["fraction", "total", "parent", "sibling", "done"]


class Share(Struct, frozen=True, gc=False):
    """A percentage, the figure it restates, and the amount of its base, where the text names one.

    `how` the base is known: a fraction's denominator, 'trên tổng số b', the whole of a breakdown,
    the denominator of the share before it in the same list, or the count of what was asked for
    before the one of what is done.  `makes_up` where the words say that it is a share of a whole
    ('chiếm'), not a rate ('đạt'); `of_another` where they name what it is a percentage of ('đạt
    66,67 % kế hoạch'), which may be that base or not.
    """

    part: Amount
    percent: Indicator
    said: Shown
    base: Decimal
    base_figure: Indicator
    how: How
    makes_up: bool
    of_another: bool

    @property
    def true(self) -> Decimal:
        """The percentage that part and base give."""
        return percentage(self.part.value, self.base)

    @property
    def agrees(self) -> bool:
        """Whether the percentage is that, rounded or cut off, or said to be about that."""
        near = bool(self.percent.approx) and abs(self.true - self.said.value) < 1
        return near or fits(self.true, self.said)


def find_shares(sentence: Sentence, breakdowns: Iterable[Breakdown]) -> Iterator[Share]:
    """The percentages of a sentence whose base is known, in the order of the text; its breakdowns
    give the bases of parts."""
    figures = sentence.figures
    if len(figures) < 2 or PERCENT not in sentence.units:
        return
    wholes = {part.amount.index: found for found in breakdowns for part in found.parts}
    last: Share | None = None
    among = _among(sentence)
    for j, figure in enumerate(figures):
        said = shown(figure) if is_percent(figure) and figure.role != "change" else None
        if said is None:
            continue
        share = _restating(sentence, j, said, wholes, last)
        if share is None or share.how not in ("fraction", "total"):
            share = _then_restated(sentence, j, said) or share
        share = share or _share_among(sentence, j, said, among)
        if share is not None:
            yield share
            last = share if share.how in ("fraction", "total", "sibling") else None


def restated(sentence: Sentence, j: int) -> int | None:
    """The figure that a percentage behind it can restate: the one before it, or the fraction before
    brackets that have closed since, as in '30/43 đơn vị (05 sở, 25 xã), đạt 69,77 %'."""
    start, end = sentence.brackets[j]
    for i in range(j - 1, -1, -1):
        if sentence.brackets[i][0] <= start and end <= sentence.brackets[i][1]:
            return i if i == j - 1 or _is_fraction(sentence.figures[i]) else None
        if is_percent(sentence.figures[i]):
            return None
    return None


def _is_fraction(figure: Indicator) -> bool:
    return isinstance(figure.value, Fraction)


def _restating(
    sentence: Sentence, j: int, said: Shown, wholes: dict[int, Breakdown], last: Share | None
) -> Share | None:
    """The share of a percentage that stands behind its count."""
    i = restated(sentence, j)
    found = sentence.amounts[i] if i is not None else None
    if i is None or found is None:
        return None
    gap = sentence.until(i, j)
    if "(" in gap:
        gap = _IN_BRACKETS.sub(" ", gap)
    if not _SAME_CLAUSE.fullmatch(gap) or _OTHER_BASE.search(gap):
        return None
    of_a_plan = _OF_ANOTHER.match(sentence.after(j)) is not None
    makes_up = _MAKES_UP.search(gap) is not None

    def share(part: Amount, base: Decimal, figure: Indicator, how: How) -> Share | None:
        if base <= 0 or (of_a_plan and how not in ("fraction", "total")):
            return None
        return Share(part, sentence.figures[j], said, base, figure, how, makes_up, of_a_plan)

    if _is_fraction(found.figure):
        return share(found, _denominator(found), found.figure, "fraction")
    part = sentence.amounts[i - 1] if i else None
    if part and _is_part_on(sentence, part, found):
        return share(part, found.value, found.figure, "total")
    parent = wholes.get(i)
    if parent is not None and parent.same_base:
        return share(found, parent.whole.value, parent.whole.figure, "parent")
    if last is not None and _goes_on(sentence, last, found):
        return share(found, last.base, last.base_figure, "sibling")
    if part and _is_done_of(sentence, part, found):
        return share(found, part.value, part.figure, "done")
    return None


def _then_restated(sentence: Sentence, j: int, said: Shown) -> Share | None:
    """The share of a percentage that stands before its fraction."""
    gap = sentence.after(j)
    if j + 1 == len(sentence.figures) or not any(word in gap for word in _THEN_COUNTS):
        return None
    found = sentence.amounts[j + 1]
    if found is None or found.figure.role != "value" or not _THEN_COUNT.fullmatch(gap):
        return None
    of_a_plan = _PLAN.search(gap) is not None
    if _OTHER_BASE.search(gap) and not of_a_plan:
        return None
    whole = sentence.amounts[j + 2] if j + 2 < len(sentence.amounts) else None
    if _is_fraction(found.figure):
        base, figure, how = _denominator(found), found.figure, "fraction"
    elif whole and _is_part_on(sentence, found, whole):
        base, figure, how = whole.value, whole.figure, "total"
    elif parent := _parent(sentence, found):
        base, figure, how = parent.value, parent.figure, "parent"
    else:
        return None
    if base <= 0:
        return None
    return Share(found, sentence.figures[j], said, base, figure, how, False, of_a_plan)


def _parent(sentence: Sentence, part: Amount) -> Amount | None:
    """The whole that a count in brackets is part of: 'khảo sát 350 phiếu: hài lòng 58,9 % (206 phiếu)'."""
    for found in sentence.amounts[: part.index]:
        if found and found.figure.id == part.figure.parent and of_a_kind(found.base, part.base):
            return found if found.is_exact else None
    return None


def _denominator(found: Amount) -> Decimal:
    value = found.figure.value
    return Decimal(str(value.den)) * found.scale if isinstance(value, Fraction) else Decimal(0)


def _among(sentence: Sentence) -> Amount | None:
    """The whole that a sentence opens with: 'Trong 46 nhiệm vụ được giao, có ...'."""
    opening = sentence.before(0)
    if (
        not opening.endswith(_AMONG_ENDS)
        or not _AMONG.search(opening)
        or not _HAS.fullmatch(sentence.after(0))
    ):
        return None
    whole = sentence.amounts[0]
    return whole if whole and not whole.figure.approx and whole.is_counted else None


def _share_among(sentence: Sentence, j: int, said: Shown, whole: Amount | None) -> Share | None:
    part = sentence.amounts[j - 1] if j > 1 else None
    if whole is None or part is None or _is_fraction(part.figure):
        return None
    gap = sentence.until(j - 1, j)
    if (
        _OTHER_BASE.search(gap)
        or not _SAME_CLAUSE.fullmatch(gap)
        or _OF_ANOTHER.match(sentence.after(j))
    ):
        return None
    if not of_a_kind(whole.base, part.base) or part.value > whole.value or whole.value <= 0:
        return None
    makes_up = _MAKES_UP.search(gap) is not None
    return Share(
        part, sentence.figures[j], said, whole.value, whole.figure, "parent", makes_up, False
    )


def _is_part_on(sentence: Sentence, part: Amount, whole: Amount) -> bool:
    """'7.433.684 triệu đồng trên 8.083.048 triệu đồng'."""
    gap = sentence.until(part.index, whole.index)
    return (
        not _is_fraction(part.figure)
        and part.figure.role != "change"
        and gap.endswith(("trên", "trên tổng số", "trong tổng số", "trên tổng", "/"))
        and not gap.endswith("cấp trên")
        and _ON.fullmatch(gap) is not None
        and of_a_kind(part.base, whole.base)
    )


def _is_done_of(sentence: Sentence, asked: Amount, done: Amount) -> bool:
    """'được giao 52 nhiệm vụ, đã hoàn thành 47 nhiệm vụ'."""
    gap = sentence.until(asked.index, done.index)
    return (
        _DONE.fullmatch(gap) is not None
        and not _OTHER_BASE.search(gap)
        and not _DUE.search(sentence.text)
        and {asked.figure.role, done.figure.role} == {"value"}
        and asked.is_exact
        and of_a_kind(asked.base, done.base)
        and done.value < asked.value
    )


def _goes_on(sentence: Sentence, last: Share, found: Amount) -> bool:
    """'30/43 đơn vị xếp hạng Tốt (69,76 %), 13 cơ quan, đơn vị xếp hạng Khá (chiếm ...': the next of
    a list whose members share their base; together they do not exceed it."""
    at = last.part.index + 1
    while at < found.index and sentence.figures[at] is not last.percent:
        at += 1
    if at + 1 != found.index:
        return False
    gap = sentence.until(at, found.index).strip("% )")
    return (
        _NEXT_OF_LIST.fullmatch(gap) is not None
        and of_a_kind(last.part.base, found.base)
        and found.figure.role == "value"
        and last.part.value + found.value <= last.base
    )
