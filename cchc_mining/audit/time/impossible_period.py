"""'tháng 13/2023', 'quý V năm 2024', '14 tháng đầu năm': a period that no year has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Severity, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

# Sought from letters that are rare; the whole word is looked for to the left.
_FORMS: tuple[tuple[re.Pattern[str], re.Pattern[str], Severity], ...] = (
    (
        re.compile(r"háng\s+(?:1[3-9]|[2-9]\d|0?0)\s?(?:/|-|năm)\s?(?:19|20)\d{2}(?![\d/-])"),
        re.compile(r"(?<!\w)t$", re.I),
        "error",
    ),
    *(
        (re.compile(rf"{quarter}\s+(?:V|VI{{1,3}}|IX|0|[5-9])(?:\s?/\s?|\s+(?:năm|NĂM)\s+)(?:19|20)\d{{2}}(?!\d)"),
         re.compile(r"(?<!\w)q$", re.I),
         "error")
        for quarter in ("uý", "UÝ")  # each by itself: a pattern with a fixed beginning is sought faster
    ),
    (
        re.compile(r"háng\s+(?:đầu|cuối)\s+năm(?!\w)"),
        re.compile(r"(?<![\w.,/])(?:1[3-9]|[2-9]\d)\s+t$", re.I),
        "error",
    ),
    # without a year: 'trong tháng 13'; not 'lương tháng 13', not 'từ tháng 13 đến tháng 24' of a contract
    (
        re.compile(r"háng\s+1[3-9](?!\s?(?:[/.,-]?\d|đến|của|kể|năm))"),
        re.compile(r"(?<!\w)(?:trong|hết|đến|từ)\s+t$", re.I),
        "warning",
    ),
)  # fmt: skip
_LEAD = 12


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    text = document.view.text
    for form, opening, severity in _FORMS:
        for found in form.finditer(text):
            lead = opening.search(text, max(found.start() - _LEAD, 0), found.start())
            if lead is not None:
                yield Discrepancy(
                    at=document.passage(lead.start(), found.end()),
                    about=(found[0],),
                    severity=severity,
                    message=_NONE,
                    confidence=0.95 if severity == "error" else 0.7,
                )


_NONE = Words(
    "Tháng hoặc quý này không có trong năm.",
    "A year has no such month, quarter or count of months.",
)

CHECK = DocumentCheck(
    slug="impossible-period",
    group="time",
    title=Words("Tháng, quý không tồn tại", "Impossible month or quarter"),
    rule=Words(
        "Tháng từ 1 đến 12, quý từ I đến IV.", "Months run from 1 to 12, quarters from I to IV."
    ),
    source="Lịch Gregory",
    tolerance=Words("Không.", "None."),
    fires=(
        example("Nhiệm vụ hoàn thành trong tháng 13/2023."),
        example("Sở sẽ trình UBND tỉnh trong quý V năm 2024."),
    ),
    silent=(
        example("Chi trả lương tháng 13 cho người lao động."),
        example("Sở sẽ trình UBND tỉnh trong quý IV năm 2024."),
    ),
    find=_find,
)
