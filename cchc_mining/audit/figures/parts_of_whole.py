"""'1.846 hồ sơ (trực tuyến 1.312, qua bưu chính 286, trực tiếp 238)': parts against their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...records import Fraction, Indicator, Severity, Words
from ..arithmetic import written
from ..breakdowns import Breakdown
from ..check import Discrepancy, DocumentCheck, example
from ..contrasts import OVERLAPPING, Division, division
from ..document import AuditedDocument
from ..sums import names_one_kind, room, some_add_up, stated, total

# Parts that differ more from their whole than this share of it are no parts of it, most likely.
_NEAR, _HALF, _FAR = Decimal("0.3"), Decimal("0.5"), Decimal(1)
_LITTLE = Decimal(2)
_NUMBER = re.compile(r"\d")
# Years, days and the numbers of kinds are no counts.
_NO_NUMBER = re.compile(
    r"(?:năm|tháng|quý|ngày|nhóm|loại|mức(?: độ)?|cấp|hạng|giai đoạn|khóa|lần|điều|khoản|số) \d[\d/.-]*"
    r"|\d+[/.-]\d[\d/.-]*|\(?\d{1,2}\)"
)
_MANY = 12  # parts; more are a table in words


class _Verdict(Struct, frozen=True):
    severity: Severity
    confidence: float


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for breakdown, slipped in document.contradicted:
        verdict = None if slipped else _verdict(breakdown)
        if verdict is not None:
            yield _discrepancy(document, breakdown, verdict)


def _verdict(breakdown: Breakdown) -> _Verdict | None:
    """How surely the parts contradict the whole; None where they may well agree."""
    if not 1 <= len(breakdown.parts) <= _MANY:
        return None
    if len(breakdown.parts) == 1:
        return _single(breakdown)
    if not breakdown.whole.value or not _is_within(breakdown, _FAR) or not _comparable(breakdown):
        return None
    divided = division([part.words for part in breakdown.parts])
    if not _is_near(breakdown, divided) or _lacks_one(breakdown):
        return None
    if breakdown.says_all:
        sure = divided is not None or not breakdown.same_base or breakdown.is_worded
        sure = sure and not some_add_up(breakdown)
        return _Verdict("error", 0.9) if sure else _Verdict("warning", 0.75)
    if divided is None:
        return _exceeding(breakdown)
    if abs(total(breakdown)) > abs(breakdown.whole.value):
        return _Verdict("error", 0.9)
    if divided.complete:
        return _Verdict("error", 0.85) if divided.strict else _Verdict("warning", 0.7)
    return None


def _is_near(breakdown: Breakdown, divided: Division | None) -> bool:
    """Whether sum and whole are near enough for the parts to be parts of it: the nearer, the less
    the words say that they are all of it and of one kind."""
    exceeds = abs(total(breakdown)) > abs(breakdown.whole.value)
    reach = _NEAR
    if divided is not None:
        reach = _FAR if breakdown.says_all or exceeds else _NEAR
    elif breakdown.says_all and names_one_kind(breakdown):
        reach = _FAR if exceeds else _HALF if breakdown.is_worded else _NEAR
    return _is_within(breakdown, reach)


def _is_within(breakdown: Breakdown, reach: Decimal) -> bool:
    """Whether sum and whole differ by no more than some part of the whole."""
    whole, added = abs(breakdown.whole.value), abs(total(breakdown))
    return abs(added - whole) <= max(reach * whole, _LITTLE)


def _lacks_one(breakdown: Breakdown) -> bool:
    """Whether the parts fall short of their whole where a number among them could not be read."""
    if total(breakdown) >= breakdown.whole.value or breakdown.whole.value < 0:
        return False
    sentence = breakdown.sentence
    places = [breakdown.whole.index, *(part.amount.index for part in breakdown.parts)]
    return any(
        _NUMBER.search(_NO_NUMBER.sub("", sentence.until(i, i + 1)))
        for i in range(min(places), max(places))
    )


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
        at=document.over(*_ends(found)),
        about=(whole.value, *(part.value for part in parts)),
        severity=verdict.severity,
        message=message,
        expected=expected,
        arithmetic=shown,
        evidence=document.evidence((whole.figure, *(part.figure for part in parts))),
        confidence=verdict.confidence,
    )


def _ends(found: Breakdown) -> tuple[Indicator, Indicator]:
    """The first and the last figure of a breakdown, whose whole may stand behind its parts."""
    figures = [found.whole.figure, *(part.amount.figure for part in found.parts)]
    return min(figures, key=lambda f: f.start), max(figures, key=lambda f: f.start)


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
        example("Đoàn đã làm việc với 27 hộ, gồm 10 hộ kinh doanh và 08 hộ sản xuất."),
        example("Chi cục phân 20 xã: 03 xã hạng I, 08 xã hạng II, 12 xã hạng III."),
        example("Chi cục bố trí 14 xe (09 xe tải, 08 xe khách, 07 xe con)."),
        example("Huyện chi 12,5 tỷ đồng cho giáo dục và 3,2 tỷ đồng cho y tế, tổng cộng 17,5 tỷ đồng."),
        example("Trong quý, Sở tiếp nhận 1.846 hồ sơ (trực tuyến 1.312 hồ sơ, qua bưu chính 286 hồ sơ,"
                " trực tiếp 238 hồ sơ)."),
        example("Toàn tỉnh có 2.630 cán bộ, công chức cấp xã (trong đó: 1.352 cán bộ, 1.280 công chức)."),
        example("Đã giải quyết 198 hồ sơ, trong đó 212 hồ sơ trực tuyến."),
    ),
    silent=(
        example("Huyện chi 12,5 tỷ đồng cho giáo dục và 3,2 tỷ đồng cho y tế, tổng cộng 15,7 tỷ đồng."),
        example("Tiếp nhận 120 hồ sơ, trả 100 hồ sơ; tổng số hồ sơ đang lưu là 250 hồ sơ."),
        example("Tiếp nhận 27 tin báo, gồm 10 tin báo qua thư, hotline 09 tin báo và 08 tin báo trực tiếp."),
        example("Huyện có 120 công chức, trong đó 65 nữ, 98 đảng viên."),
        example("Có 58 văn bản, gồm 07 quyết định, 19 kế hoạch và 32 công văn."),
        example("Sở đã tổ chức 02 hội nghị cho gần 400 đại biểu (trong đó 150 đại biểu cấp xã)."),
    ),
    find=_find,
)  # fmt: skip
