"""'đạt 412,6 tỷ đồng, bằng 81,3 % kế hoạch (507,5 tỷ đồng)': a percentage of a plan against plan and
result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...records import Indicator, Words
from ..amounts import PERCENT, Amount, is_percent, of_a_kind
from ..arithmetic import fits, percentage, shown, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence
from ..sums import stated

_PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kh)"
# '81,3% kế hoạch năm 2022 (507,5 tỷ đồng)', '... so với dự toán giao là 20 tỷ đồng'
_THEN_YEAR_BEFORE = re.compile(
    r"[\s%]*so với (?:cùng kỳ|năm trước|năm \d{4}|kỳ trước|tháng trước|vụ trước)[^.;(),]{0,20}\((?:năm \d{4}|là|đạt"
    r"|:|\s)*"
)
_THEN_PLAN = re.compile(
    rf"[\s%]*(?:so với |của )?{_PLAN}(?!\w)[^.;()]{{0,40}}?(?:\((?:{_PLAN}|là|giao|được giao|:|\s)*|(?:là|giao)\s*)"
)
_PLAN_AFTER = re.compile(rf"[\s%]*(?:so với |của )?{_PLAN}(?!\w)")
# 'Kế hoạch vốn giao là 507,5 tỷ đồng, đã giải ngân'
_PLAN_BEFORE = re.compile(
    rf"(?<!\w){_PLAN}(?: (?:vốn|năm|được|giao|thu|chi|đề ra|tỉnh|huyện|\d{{4}}))*(?: là| đạt|:)?$"
)
# 'Vốn đầu tư công được giao 5.430 tỷ đồng; giải ngân đến 30/6/2025 đạt 2.010 tỷ đồng (37,0%)'
_GIVEN = re.compile(
    r"(?<!\w)vốn(?!\w)[^.;]{0,60}?(?<!\w)(?:được giao|giao|bố trí|phân bổ)(?: là)?$"
)
_SPENT = re.compile(r"[^.(]{0,30}?[,;.]?[^.(]{0,50}?giải ngân[^.;,()]{0,50}")
_RESULT = re.compile(r"[^.;()]{0,60}?(?:,|\(|\s)(?:đạt|bằng|tương đương|đạt tỷ lệ)\s*(?:tỷ lệ\s*)?")

_AGAINST_PLAN = re.compile(rf"(?<!\w)so với {_PLAN}(?: (?:đề ra|được giao|giao|năm|là|\d{{4}}))*$")
_THEN_REACHED = re.compile(r"[^.;()]{0,30}[,(]\s*(?:chỉ |mới |đã )?(?:đạt|bằng)(?: tỷ lệ)?")


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        figures = sentence.figures
        for j in range(1, len(figures)) if PERCENT in sentence.units else ():
            if not is_percent(figures[j]) or figures[j].role == "change" or figures[j].approx:
                continue
            if (told := _against_plan(sentence, j)) is not None:
                yield from _compared(document, *told, figures[j])
                continue
            result = _result(sentence, j)
            if result is None or not _RESULT.fullmatch(sentence.until(j - 1, j)):
                continue
            plan = _plan(sentence, j, result)
            if plan is not None and plan.value > 0:
                yield from _compared(document, result, plan, figures[j])


def _result(sentence: Sentence, j: int) -> Amount | None:
    """The result before a percentage; 'thu 3.275 tỷ đồng, tăng 91 tỷ đồng so với cùng kỳ và đạt 52,4%'
    is of what has grown, not of the change."""
    found = sentence.amounts[j - 1]
    if found is not None and j > 1 and found.figure.role == "change":
        grown = sentence.amounts[j - 2]
        found = grown if grown is not None and of_a_kind(grown.base, found.base) else None
    return found if found and found.is_exact and found.figure.role != "change" else None


def _against_plan(sentence: Sentence, j: int) -> tuple[Amount, Amount] | None:
    """Result and plan of '...; so với chỉ tiêu 150.000 lượt hộ, đạt 92,3%': the result is the one figure
    before that is counted so."""
    plan = sentence.amounts[j - 1]
    if plan is None or not plan.is_exact:
        return None
    if not _AGAINST_PLAN.search(sentence.before(j - 1)) or not _THEN_REACHED.fullmatch(
        sentence.until(j - 1, j)
    ):
        return None
    alike = [
        one
        for one in sentence.amounts[: j - 1]
        if one is not None and one.figure.role == "value" and one.base == plan.base
    ]
    return (alike[0], plan) if len(alike) == 1 and alike[0].is_exact else None


def _plan(sentence: Sentence, j: int, result: Amount) -> Amount | None:
    """The plan that a percentage is of: named right behind it, or as a plan before the result."""
    found: Amount | None = None
    after = sentence.after(j)
    of_before = sentence.until(j - 1, j).endswith("bằng") and _THEN_YEAR_BEFORE.fullmatch(after)
    if j + 1 < len(sentence.figures) and (of_before or _THEN_PLAN.fullmatch(after)):
        found = sentence.amounts[j + 1]
    elif (
        j > 1
        and _PLAN_AFTER.match(sentence.after(j))
        and _PLAN_BEFORE.search(sentence.before(j - 2))
    ):
        found = sentence.amounts[j - 2]
    return found if found and found.is_exact and of_a_kind(found.base, result.base) else None


def _compared(
    document: AuditedDocument, result: Amount, plan: Amount, percent: Indicator
) -> Iterator[Discrepancy]:
    said = shown(percent)
    if said is None:
        return
    true = percentage(result.value, plan.value)
    slack = percentage(result.half + plan.half, plan.value) * max(true / 100, Decimal(1))
    if fits(true, said) or abs(true - said.value) <= slack + said.half:
        return
    right = f"{written(true, said.decimals)} %"
    yield Discrepancy(
        at=document.over(*sorted((result.figure, percent), key=lambda f: f.start)),
        about=(result.value, plan.value, said.value),
        severity="error",
        message=_WRONG,
        expected=right,
        arithmetic=(
            f"{stated(result)} / {stated(plan)} = {right};"
            f" văn bản ghi {written(said.value, said.decimals)} %"
        ),
        evidence=(document.at(plan.figure),),
        confidence=0.85,
    )


_WRONG = Words(
    "Tỷ lệ so với kế hoạch không khớp với kết quả và số kế hoạch.",
    "The percentage of the plan does not follow from result and plan.",
)

CHECK = DocumentCheck(
    slug="plan-percent",
    group="figures",
    title=Words("Tỷ lệ so với kế hoạch", "Percentage of a plan"),
    rule=Words(
        "Kết quả / kế hoạch × 100 phải bằng tỷ lệ đạt kế hoạch đã ghi, khi văn bản nêu đủ ba số.",
        "Result over plan is the percentage stated, where the text gives all three.",
    ),
    source="Số học",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối và sai số làm tròn của hai số.",
        "Half a unit of the last digit and what rounding leaves open.",
    ),
    fires=(
        example("Giải ngân đạt 412,6 tỷ đồng, bằng 86,3% kế hoạch (507,5 tỷ đồng)."),
        example("Kế hoạch vốn giao là 500 tỷ đồng, đã giải ngân 412,5 tỷ đồng, đạt 85,2% kế hoạch."),
        example("Toàn huyện trồng mới 1.845 ha rừng; so với kế hoạch 2.000 ha, đạt 95,25%."),
        example("Thu phí đạt 84 tỷ đồng, tăng 12 tỷ đồng so với cùng kỳ và đạt 66% kế hoạch năm (120 tỷ đồng)."),
    ),
    silent=(
        example("Giải ngân đạt 412,6 tỷ đồng, bằng 81,3% kế hoạch (507,5 tỷ đồng)."),
        example("Giải ngân đạt 412,6 tỷ đồng, bằng 81,3% kế hoạch năm 2022."),
        example("Toàn huyện trồng mới 1.845 ha rừng; so với kế hoạch 2.000 ha, đạt 92,25%."),
        example("Thu phí đạt 84 tỷ đồng, tăng 12 tỷ đồng so với cùng kỳ và đạt 70% kế hoạch năm (120 tỷ đồng)."),
    ),
    find=_find,
)  # fmt: skip
