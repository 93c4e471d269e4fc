"""'Đầu kỳ có 3.287 hộ kinh doanh; trong kỳ cấp mới 285 hộ, chấm dứt 112 hộ; hiện còn 3.460 hộ': what
there was, what came and went, and what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...records import Words
from ..amounts import Amount, is_percent, of_a_kind
from ..arithmetic import written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence
from ..sums import stated

_FAR = Decimal("0.2")  # of what there is: further off, something else was counted
_OPENING = re.compile(
    r"(?<!\w)(?:đầu (?:năm|kỳ|quý|tháng|vụ|nhiệm kỳ|giai đoạn)|bắt đầu|kỳ trước (?:chuyển|mang) sang"
    r"|tồn (?:đầu|kỳ trước)|cuối (?:năm|kỳ|quý|tháng) (?:trước|\d{4}|\d{1,2}/\d{4}))(?!\w)"
)
_CLOSING = re.compile(
    r"(?:^|[,;])[^,;]*?(?:"
    r"(?<!\w)(?:(?:đến )?nay|hiện|cuối (?:năm|kỳ|quý|tháng|nhiệm kỳ)|(?:tính |ước )?đến (?:hết|cuối|ngày"
    r"|thời điểm))(?!\w)[^,;]*?(?<!\w)(?:còn|có|là)(?: (?:lại|mặt|là|có))*"
    r"|(?<!\w)còn(?: lại)?)$"
)
_CAME = re.compile(
    r"(?<!\w)(?:phát sinh(?! giảm)|tăng|vay (?:mới|thêm)|nhận nợ|cho vay|cấp mới|thu hút|thành lập|đăng ký mới|mở mới"
    r"|kết nạp|tuyển(?: dụng| mới)?|tiếp nhận|nhận thêm|bổ sung|(?<!sáp )(?<!thu )nhập|chuyển đến|tái nghèo"
    r"|nghèo mới|phát triển mới"
    r"|huy động|gia nhập|sinh ra)(?!\w)"
)
_WENT = re.compile(
    r"(?<!\w)(?:giảm|trả nợ|hoàn trả|thu nợ|chấm dứt|thu hồi|giải thể|phá sản|ngừng hoạt động|khai trừ|xóa tên|cho rút"
    r"|ra khỏi|chuyển đi|từ trần|qua đời|thoát nghèo|nghỉ hưu|nghỉ việc|thôi việc|tinh giản"
    r"|(?<!sản )(?<!đề )xuất|thanh lý|sáp nhập"
    r"|(?:đã )?(?:giải quyết|xử lý))(?!\w)"
)
_NET = re.compile(
    r"(?:trong|qua|cả) (?:năm|kỳ|quý|tháng|nhiệm kỳ),? (?:đã )?(?:tăng|giảm)(?: được)?$"
)
_NOT_A_FLOW = re.compile(
    r"(?<!\w)(?:trong (?:đó|số)|gồm|so với|kế hoạch|chỉ tiêu|dự toán|lũy kế|bình quân|thuộc diện)(?!\w)"
)
_NEXT = re.compile(r"[,;]|(?<!\w)và(?!\w)")


class _Balance(Struct, frozen=True):
    opening: Amount
    came: tuple[Amount, ...]
    went: tuple[Amount, ...]
    closing: Amount


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        if len(sentence.figures) < 3:
            continue
        for i in range(len(sentence.figures) - 2):
            if _OPENING.search(sentence.before(i)):
                found = _balance(sentence, i)
                if found is not None:
                    yield from _compared(document, found)


def _balance(sentence: Sentence, i: int) -> _Balance | None:
    """The opening figure with all that follows it up to the closing one.

    What only came, or only went, is no balance: the other side may have been left out; but 'tăng',
    'giảm' by themselves say what both come to.
    """
    opening = sentence.amounts[i]
    if opening is None or not _is_stated(opening):
        return None
    came: list[Amount] = []
    went: list[Amount] = []
    for j in range(i + 1, len(sentence.figures)):
        found, gap = sentence.amounts[j], sentence.before(j)
        if is_percent(sentence.figures[j]) and gap.endswith("("):
            continue
        if found is None or not of_a_kind(opening.base, found.base) or not _is_stated(found):
            return None
        if _CLOSING.search(gap):
            told = (came and went) or (j == i + 2 and _NET.search(sentence.before(i + 1)))
            return _Balance(opening, tuple(came), tuple(went), found) if told else None
        flow = _flow(sentence, j)
        if flow is None:
            return None
        (came if flow else went).append(found)
    return None


def _is_stated(found: Amount) -> bool:
    return found.is_exact and found.figure.role in ("value", "change")


def _flow(sentence: Sentence, j: int) -> bool | None:
    """Whether a figure came (True) or went (False), by the words that lead to it, else by those behind."""
    before, after = sentence.before(j), sentence.after(j)
    if _NOT_A_FLOW.search(before):
        return None
    mark = _NEXT.search(before)
    for words in (before[mark.end() :] if mark else before, _NEXT.split(after)[0]):
        came, went = _CAME.search(words), _WENT.search(words)
        if came or went:
            return None if came and went else came is not None
    return None


def _compared(document: AuditedDocument, found: _Balance) -> Iterator[Discrepancy]:
    flows = (*found.came, *found.went)
    right = found.opening.value + sum(abs(one.value) for one in found.came)
    right -= sum(abs(one.value) for one in found.went)
    room = sum((one.half for one in flows), found.opening.half + found.closing.half)
    difference = abs(right - found.closing.value)
    if difference <= room or difference > _FAR * abs(right):
        return
    scale, unit = found.closing.scale, found.closing.figure.unit or ""
    expected = f"{written((right / scale).normalize())} {unit}".strip()
    terms = "".join(f" + {_size(one)}" for one in found.came)
    terms += "".join(f" - {_size(one)}" for one in found.went)
    yield Discrepancy(
        at=document.at(found.closing.figure),
        about=tuple(one.value for one in (found.opening, *flows, found.closing)),
        severity="warning",
        message=_WRONG,
        expected=expected,
        arithmetic=f"{stated(found.opening)}{terms} = {expected}; văn bản ghi {stated(found.closing)}",
        evidence=document.evidence(one.figure for one in (found.opening, *flows)),
        confidence=0.85,
    )


def _size(one: Amount) -> str:
    return stated(one).lstrip("-")


_WRONG = Words(
    "Số cuối kỳ không bằng số đầu kỳ cộng số tăng, trừ số giảm trong kỳ.",
    "What there is at the end is not what there was, plus what came, less what went.",
)

CHECK = DocumentCheck(
    slug="opening-and-closing",
    group="figures",
    title=Words("Số đầu kỳ, tăng, giảm và cuối kỳ", "Opening and closing figures"),
    rule=Words(
        "Số đầu kỳ + số tăng - số giảm = số cuối kỳ, khi một câu nêu đủ cả tăng và giảm, hoặc chỉ nêu 'trong"
        " năm tăng (giảm)'.",
        "Opening figure plus what came less what went is the closing one, where a sentence tells both, or"
        " what both come to.",
    ),
    source="Số học",
    tolerance=Words(
        "Sai số làm tròn của các số; bỏ qua khi lệch trên một phần năm hoặc câu chỉ nêu số vào hoặc số ra.",
        "What rounding leaves open; silent where off by a fifth, or only one way is told.",
    ),
    fires=(
        example("Đầu năm, Đảng bộ có 512 đảng viên; trong năm kết nạp 24 đảng viên, chuyển đi 09 đảng viên, khai trừ 02"
                " đảng viên; đến nay có 535 đảng viên."),
        example("Đầu nhiệm kỳ có 640 chi hội, thành lập mới 38, giải thể, sáp nhập 25, hiện có 635 chi hội."),
        example("Đầu năm huyện có 1.214 hộ cận nghèo, trong năm giảm 187 hộ, cuối năm còn 1.072 hộ."),
        example("Đầu kỳ xã có 186 hộ nghèo; trong kỳ phát sinh mới 7 hộ và 41 hộ thoát nghèo, cuối kỳ còn 125 hộ."),
        example("Dư nợ đầu năm 310,4 tỷ đồng; vay mới 25,5 tỷ đồng, trả nợ 40,2 tỷ đồng; ước đến cuối năm còn 259,7 tỷ"
                " đồng."),
    ),
    silent=(
        example("Đầu năm, Đảng bộ có 512 đảng viên; trong năm kết nạp 24 đảng viên, chuyển đi 09 đảng viên, khai trừ 02"
                " đảng viên; đến nay có 525 đảng viên."),
        example("Đầu nhiệm kỳ có 640 chi hội, thành lập mới 38, giải thể, sáp nhập 25, hiện có 653 chi hội."),
        example("Đầu năm huyện có 1.214 hộ cận nghèo, trong năm 187 hộ thoát cận nghèo, cuối năm còn 1.072 hộ."),
        example("Đầu năm có 120 hợp tác xã; trong năm thành lập 12 hợp tác xã; hiện có 126 hợp tác xã."),
        example("Dư nợ đầu năm 310,4 tỷ đồng; vay mới 25,5 tỷ đồng, trả nợ 40,2 tỷ đồng; ước đến cuối năm còn 295,7 tỷ"
                " đồng."),
        example("Đầu năm có 90 dự án; trong kỳ cấp mới 12 dự án, trong đó thu hồi 04 dự án cũ; hiện có 95 dự án."),
    ),
    find=_find,
)  # fmt: skip
