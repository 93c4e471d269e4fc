"""'1.846 hồ sơ (trực tuyến 1.312, qua bưu chính 286, trực tiếp 238)': parts against their whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...records import Fraction, Severity, Words
from ..arithmetic import written
from ..breakdowns import Breakdown
from ..check import Discrepancy, DocumentCheck, example
from ..contrasts import OVERLAPPING, division
from ..document import AuditedDocument
from ..sums import room, stated, total

# Parts that differ more from their whole than this share of it are no parts of it, most likely.
_NEAR = Decimal("0.3")
_LITTLE = Decimal(2)
_MANY = 12  # parts; more are a table in words


class _Verdict(Struct, frozen=True):
    severity: Severity
    confidence: float


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for breakdown, odd in document.contradicted:
        verdict = None if odd else _verdict(breakdown)
        if verdict is not None:
            yield _discrepancy(document, breakdown, verdict)


def _verdict(breakdown: Breakdown) -> _Verdict | None:
    """How surely the parts contradict the whole; None where they may well agree."""
    if not 1 <= len(breakdown.parts) <= _MANY:
        return None
    if len(breakdown.parts) == 1:
        return _single(breakdown)
    whole = breakdown.whole.value
    difference = abs(total(breakdown) - whole)
    if not whole or difference > max(abs(whole), _LITTLE) or not _comparable(breakdown):
        return None
    divided = division([part.words for part in breakdown.parts])
    sure = breakdown.says_all and divided is not None
    if not sure and difference > max(_NEAR * abs(whole), _LITTLE):
        return None
    if breakdown.says_all:
        sure = divided is not None or not breakdown.same_base or breakdown.opener not in "(:"
        return _Verdict("error", 0.9) if sure else _Verdict("warning", 0.75)
    if divided is None:
        return _exceeding(breakdown)
    if abs(total(breakdown)) > abs(whole):
        return _Verdict("error", 0.9)
    if divided.complete:
        return _Verdict("error", 0.85) if divided.strict else _Verdict("warning", 0.7)
    return None


def _exceeding(breakdown: Breakdown) -> _Verdict | None:
    """Parts after 'trong đó:' that come to a little more than their whole, of a kind that does not
    overlap: '14 trường hợp (trong đó: nghỉ hưu 11, thôi việc 06)'."""
    formal = breakdown.formal or breakdown.whole.base == "đồng"
    if not formal or not breakdown.same_base or breakdown.whole.figure.role == "change":
        return None
    if any(OVERLAPPING.search(part.words) for part in breakdown.parts):
        return None
    exceeds = total(breakdown) - room(breakdown) > breakdown.whole.value
    return _Verdict("warning", 0.7) if exceeds else None


def _single(breakdown: Breakdown) -> _Verdict | None:
    """'198 hồ sơ, trong đó 212 hồ sơ trực tuyến': a part greater than its whole."""
    whole, part = breakdown.whole, breakdown.parts[0].amount
    if not whole.base or part.base != whole.base or breakdown.opener == "(":
        return None
    if isinstance(whole.figure.value, Fraction) or isinstance(part.figure.value, Fraction):
        return None
    exceeds = part.value - part.half > whole.value + whole.half > 0
    return _Verdict("error", 0.85) if exceeds and whole.figure.role != "change" else None


def _comparable(breakdown: Breakdown) -> bool:
    """Whether the parts are counted like the whole, or are a plain list of nouns: '3 nghị quyết,
    14 kế hoạch và 6 công văn' of 23 văn bản."""
    if breakdown.same_base:
        return True
    if breakdown.opener == ":":
        return False
    if not all(part.amount.is_counted for part in breakdown.parts):
        return False
    return all(part.follows_mark for part in breakdown.parts[1:])


def _discrepancy(document: AuditedDocument, found: Breakdown, verdict: _Verdict) -> Discrepancy:
    whole, parts = found.whole, [part.amount for part in found.parts]
    unit = whole.figure.unit or ""
    if len(parts) == 1:
        shown = f"{stated(parts[0])} > {stated(whole)}"
        message, expected = _EXCEEDS, None
    else:
        added = total(found) / whole.scale
        expected = f"{written(abs(added))} {unit}".strip()
        terms = " + ".join(stated(part) for part in parts)
        shown = f"{terms} = {expected}; văn bản ghi {stated(whole)}"
        message = _DIFFERS if found.says_all else _CONTRADICTS
    return Discrepancy(
        at=document.over(whole.figure, parts[-1].figure),
        about=(whole.value, *(part.value for part in parts)),
        severity=verdict.severity,
        message=message,
        expected=expected,
        arithmetic=shown,
        evidence=document.evidence((whole.figure, *(part.figure for part in parts))),
        confidence=verdict.confidence,
    )


_DIFFERS = Words(
    "Tổng các số thành phần không bằng số tổng đã ghi.",
    "The parts do not add up to the total that is given.",
)
_CONTRADICTS = Words(
    "Các số thành phần không khớp với số tổng đã ghi.",
    "The parts do not agree with the total that is given.",
)
_EXCEEDS = Words(
    "Số thành phần lớn hơn số tổng mà nó thuộc về.",
    "A part is greater than the whole it belongs to.",
)

CHECK = DocumentCheck(
    slug="parts-of-whole",
    group="figures",
    title=Words("Thành phần so với tổng số", "Parts against their whole"),
    rule=Words(
        "Các số liệt kê đầy đủ sau 'gồm', 'bao gồm', trong ngoặc đơn, hoặc phân theo những loại loại trừ nhau"
        " (đúng hạn/quá hạn, nam/nữ ...) phải cộng bằng số tổng; sau 'trong đó' không được vượt số tổng.",
        "Figures listed in full after 'gồm' or in brackets, or divided by classes that exclude each other, add"
        " up to their whole; after 'trong đó' they do not exceed it.",
    ),
    source="Số học",
    tolerance=Words(
        "Số đếm: không; số có đơn vị lớn (triệu, tỷ) hoặc số lẻ: sai số làm tròn của từng số.",
        "Counts: none; figures in millions or with decimals: what rounding each leaves open.",
    ),
    fires=(
        example("Trong quý, Sở tiếp nhận 1.846 hồ sơ (trực tuyến 1.312 hồ sơ, qua bưu chính 286 hồ sơ,"
                " trực tiếp 238 hồ sơ)."),
        example("Toàn tỉnh có 2.630 cán bộ, công chức cấp xã (trong đó: 1.352 cán bộ, 1.280 công chức)."),
        example("Đã giải quyết 198 hồ sơ, trong đó 212 hồ sơ trực tuyến."),
    ),
    silent=(
        example("Huyện có 120 công chức, trong đó 65 nữ, 98 đảng viên."),
        example("Có 58 văn bản, gồm 07 quyết định, 19 kế hoạch và 32 công văn."),
        example("Sở đã tổ chức 02 hội nghị cho gần 400 đại biểu (trong đó 150 đại biểu cấp xã)."),
    ),
    find=_find,
)  # fmt: skip
