"""What the checks of percentages say alike."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...records import Fraction, Indicator, Severity, Words
from ..amounts import Amount, amount, is_percent
from ..arithmetic import fits, percentage, rounds_to, truncates_to, written
from ..check import Discrepancy
from ..document import AuditedDocument
from ..shares import Share


def against_base(
    document: AuditedDocument, share: Share, severity: Severity, confidence: float
) -> Iterator[Discrepancy]:
    """What does not agree between a percentage and its base; cutting off is a remark only."""
    if share.part.figure.approx or rounds_to(share.true, share.said):
        return
    if share.percent.approx:
        return  # '5/8 địa phương đạt tỷ lệ trên 70 %': a threshold
    cut_off = truncates_to(share.true, share.said)
    other = None if cut_off else another_base(document, share)
    message = CUT_OFF if cut_off else WRONG
    if other is not None:
        message = _of_another_base(other)
    yield Discrepancy(
        at=document.over(*sorted((share.part.figure, share.percent), key=lambda f: f.start)),
        about=(share.part.value, share.base, share.said.value),
        severity="info" if cut_off else severity,
        message=message,
        expected=f"{written(share.true, share.said.decimals)} %",
        arithmetic=arithmetic(share),
        evidence=()
        if share.base_figure is share.part.figure
        else (document.at(share.base_figure),),
        confidence=confidence,
    )


def arithmetic(share: Share) -> str:
    """'13/43 = 30,23 %; văn bản ghi 31,24 %'."""
    computed = written(share.true, max(share.said.decimals, 2))
    stated = written(share.said.value, share.said.decimals)
    scale = share.part.scale
    part, base = written(share.part.value / scale), written(share.base / scale)
    return f"{part}/{base} = {computed} %; văn bản ghi {stated} %"


def another_base(document: AuditedDocument, share: Share) -> Indicator | None:
    """The nearest figure of the paragraph of which the part is the percentage that is said."""
    for figure in document.near(share.percent):
        for base in _as_bases(figure, share.part):
            if base != share.base and fits(percentage(share.part.value, base), share.said):
                return figure
    return None


def _as_bases(figure: Indicator, part: Amount) -> Iterator[Decimal]:
    if is_percent(figure) or figure is part.figure:
        return
    found = amount(figure, 0)
    if found is None or found.value <= 0:
        return
    yield found.value
    if isinstance(figure.value, Fraction):
        yield Decimal(str(figure.value.den)) * found.scale


def _of_another_base(figure: Indicator) -> Words:
    base = figure.text
    return Words(
        f"Tỷ lệ phần trăm không khớp với phân số đi kèm; nó khớp khi tính trên {base}.",
        f"The percentage does not follow from its fraction; it does on a base of {base}.",
    )


WRONG = Words(
    "Tỷ lệ phần trăm không khớp với các số đi kèm.",
    "The percentage does not follow from the figures given with it.",
)
CUT_OFF = Words(
    "Tỷ lệ phần trăm bị cắt bớt số lẻ thay vì làm tròn.",
    "The percentage is cut off, not rounded.",
)
