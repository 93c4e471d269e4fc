"""'từ vị trí thứ 4 lên thứ 2, tăng 3 bậc': a change of rank against the ranks; up is a smaller number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

_NUMBER = r"(?P<{0}>\d{{1,3}})(?![\d.,]*\d)(?:\s?/\s?\d{{1,3}})?(?!\s?(?:%|điểm))"
_RANK = (
    r"(?:vị trí|vị thứ|thứ hạng|thứ bậc|xếp|đứng|hạng|thứ)(?: (?:thứ|hạng|vị trí|bậc))*\s*"
    + _NUMBER
)
_STEPS = (
    r"(?P<way>tăng|giảm|tụt|lùi|lên|xuống|thăng|vươn lên)(?: \w+)?\s+(?P<steps>\d{1,2})"
    r" (?:bậc|hạng|thứ hạng|vị trí)"
)
_MOVED = r"(?P<moved>lên|xuống|vươn lên|tụt xuống)"
_UP = frozenset(("tăng", "lên", "thăng", "vươn lên"))
_FORMS = tuple(
    re.compile(form)
    for form in (
        # 'từ vị trí thứ 4 lên thứ 2, tăng 3 bậc'
        rf"từ (?:\w+ )?{_RANK.format('before')}[^.;]{{0,50}}? {_MOVED} (?:{_RANK.format('after')})"
        rf"[^.;]{{0,50}}?{_STEPS}",
        # 'tăng 3 bậc, từ vị trí thứ 4 lên thứ 2', 'tăng 3 bậc (từ hạng 4 năm 2022 lên hạng 2)'
        rf"{_STEPS}[^.;\d]{{0,30}}?từ (?:\w+ )?{_RANK.format('before')}[^.;]{{0,50}}? {_MOVED} {_RANK.format('after')}",
        # 'xếp hạng 22/63, tăng 9 bậc so với vị trí 31/63 của năm trước', '... năm 2022 (xếp thứ 31/63)'
        rf"{_RANK.format('after')}[^.;]{{0,60}}?{_STEPS} so với {_RANK.format('before')}",
        rf"{_RANK.format('after')}[^.;]{{0,60}}?{_STEPS} so với [^.;()\d]{{0,30}}(?:\d{{4}}[^.;()\d]{{0,20}})?"
        rf"\((?:năm \d{{4}}:? )?{_RANK.format('before')}",
    )
)  # fmt: skip


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    text = document.layout.body.lower()
    done = 0
    at = text.find(" bậc")
    while at >= 0:
        start, end = max(text.rfind("\n", 0, at), done, at - 220, 0), at + 200
        for form in _FORMS:
            found = form.search(text, start, end)
            if found is not None:
                done = found.end()
                yield from _compared(document, found)
                break
        at = text.find(" bậc", max(at + 1, done))


def _compared(document: AuditedDocument, found: re.Match[str]) -> Iterator[Discrepancy]:
    before, after, steps = (int(found[name]) for name in ("before", "after", "steps"))
    difference = before - after
    rises = found["way"] in _UP
    if abs(difference) == steps and (difference > 0) == rises:
        return
    turned = abs(difference) == steps
    way = "tăng" if difference > 0 else "giảm"
    yield Discrepancy(
        at=document.passage(*found.span()),
        about=(before, after, steps, rises),
        severity="error",
        message=_TURNED if turned else _DIFFERS,
        expected=f"{way} {abs(difference)} bậc",
        arithmetic=(
            f"|{before} - {after}| = {abs(difference)}; văn bản ghi {found['way']} {steps} bậc"
        ),
        confidence=0.9,
    )


_DIFFERS = Words(
    "Số bậc tăng (giảm) không bằng hiệu của hai thứ hạng.",
    "The steps are not the difference of the two ranks.",
)
_TURNED = Words(
    "Chiều tăng, giảm thứ bậc không đúng với hai thứ hạng (số nhỏ hơn là hạng cao hơn).",
    "The two ranks go the other way: the smaller number is the higher rank.",
)

CHECK = DocumentCheck(
    slug="change-of-rank",
    group="figures",
    title=Words("Số bậc tăng, giảm so với thứ hạng", "Steps against ranks"),
    rule=Words(
        "Số bậc tăng (giảm) bằng hiệu của thứ hạng trước và sau; thứ hạng nhỏ đi là tăng bậc.",
        "The steps are the difference of the ranks before and after; a smaller rank is a rise.",
    ),
    source="Số học; quy ước xếp hạng",
    tolerance=Words("Không.", "None."),
    fires=(
        example("TX. An Lương từ vị trí thứ 4 lên thứ 2, tăng 3 bậc."),
        example("PAR INDEX xếp hạng 22/63, tăng 8 bậc so với vị trí 31/63 của năm trước."),
    ),
    silent=(
        example("TX. An Lương từ vị trí thứ 4 lên thứ 2, tăng 2 bậc."),
        example("PAR INDEX xếp hạng 22/63, tăng 9 bậc so với vị trí 31/63 của năm trước."),
        example("Chỉ số PCI xếp thứ 14/63, tăng 11 bậc so với năm 2022, xếp thứ 2/14 trong vùng."),
    ),
    find=_find,
)
