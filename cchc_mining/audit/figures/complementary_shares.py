"""'đúng hạn 97,8 %, quá hạn 3,2 %': two shares that make up the whole between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...records import Indicator, Words
from ..amounts import PERCENT, is_percent
from ..arithmetic import shown, written
from ..check import Discrepancy, DocumentCheck, example
from ..contrasts import Division, division
from ..document import AuditedDocument
from ..sentence import Sentence

_FEWEST = 3  # shares of a composition
_COMPOSITION = re.compile(
    r"(?<!\w)(?:cơ cấu|mức độ hài lòng|kết quả đánh giá mức độ)(?!\w)[^.;]{0,40}:"
)
_REACH = 80  # characters from one share to the next
_NEAR = 5  # points from 100; further off, the shares are of different things
_CLAUSE = re.compile(r"[,;:(]|(?<!\w)(?:và|còn)(?!\w)")
_ITEM_END = re.compile(r"[,;:().]|(?<!\w)(?:và|còn(?! lại))(?!\w)")
_STOP = re.compile(r"\.(?!\d)")  # of a sentence, not within '1.065 hồ sơ'
_OTHER = re.compile(
    r"(?<!\w)(?:so với|tăng|giảm|kế hoạch|chỉ tiêu|cấp (?:tỉnh|huyện|xã)|khối|năm \d{4}|của|tại|riêng|đối với)(?!\w)"
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        if PERCENT not in sentence.units:
            continue
        percents = [
            i
            for i, figure in enumerate(sentence.figures)
            if is_percent(figure) and figure.role in ("value", "share") and not figure.approx
        ]
        yield from _composition(document, sentence)
        for i, j in pairwise(percents):
            if j - i > 2 or _has_more(sentence, percents, i, j):
                continue
            if (divided := _divide(sentence, i, j)) and divided.complete:
                yield from _compared(document, sentence, i, j, divided)


def _composition(document: AuditedDocument, sentence: Sentence) -> Iterator[Discrepancy]:
    """'Cơ cấu kinh tế: nông nghiệp 24,5 %; công nghiệp 35,2 %; dịch vụ 40,3 %'."""
    figures = sentence.figures
    if len(figures) < _FEWEST or not all(map(_is_a_share, figures)):
        return
    known = [share for figure in figures if (share := shown(figure)) is not None]
    if len(known) < len(figures) or not _COMPOSITION.search(sentence.before(0)):
        return
    if _OTHER.search(sentence.text):
        return
    total = sum((share.value for share in known), Decimal(0))
    room = sum((share.half for share in known), Decimal(0)) * 2
    if not room < abs(total - 100) <= Decimal(_NEAR):
        return
    decimals = max(share.decimals for share in known)
    terms = " + ".join(written(share.value, share.decimals) for share in known)
    yield Discrepancy(
        at=document.over(figures[0], figures[-1]),
        about=tuple(share.value for share in known),
        severity="warning",
        message=_NOT_ALL,
        arithmetic=f"{terms} = {written(total, decimals)} %",
        confidence=0.75,
    )


def _is_a_share(figure: Indicator) -> bool:
    return is_percent(figure) and figure.role != "change" and not figure.approx


def _has_more(sentence: Sentence, percents: list[int], i: int, j: int) -> bool:
    """Whether the shares beside two of them make up the whole together with these."""
    at = percents.index(i)
    for run in (percents[at - 1 : at + 2] if at else [], percents[at : at + 3]):
        shares = [share for k in run if (share := shown(sentence.figures[k])) is not None]
        room = sum((share.half for share in shares), Decimal(0)) * 2
        if j in run and len(run) > 2 and abs(sum(share.value for share in shares) - 100) <= room:
            return True
    return False


def _divide(sentence: Sentence, i: int, j: int) -> Division | None:
    """How the things of two shares divide what they are shares of."""
    between = sentence.until(i, j)
    if len(between) > _REACH or _STOP.search(between) or _OTHER.search(between):
        return None
    named_before = division([_CLAUSE.split(_before(sentence, i))[-1], between.strip("% )")])
    if named_before is not None:
        return named_before
    return division([_named_after(sentence, i), _named_after(sentence, j)])


def _named_after(sentence: Sentence, i: int) -> str:
    """What a share is of where its number stands first: '93 % người dân hài lòng, 7 % không hài lòng'."""
    words = sentence.after(i).lstrip("%)")
    return _ITEM_END.split(words)[0] if words[:1] == " " else ""


def _before(sentence: Sentence, i: int) -> str:
    """The words before a share, over the count that it restates."""
    start = max(i - 1, 0)
    if i and not is_percent(sentence.figures[i - 1]):
        return sentence.before(i - 1) + " " + sentence.until(start, i).split(",")[0]
    return sentence.before(i)


def _compared(
    document: AuditedDocument, sentence: Sentence, i: int, j: int, divided: Division
) -> Iterator[Discrepancy]:
    first, second = sentence.figures[i], sentence.figures[j]
    one, other = shown(first), shown(second)
    if one is None or other is None:
        return
    total = one.value + other.value
    room = (one.half + other.half) * 2  # each rounded or cut off
    if abs(total - 100) <= room or abs(total - 100) > Decimal(_NEAR):
        return
    if total < 100 and not divided.strict:
        return  # 'trực tuyến 62 %, trực tiếp 35 %': the rest by post
    decimals = max(one.decimals, other.decimals)
    yield Discrepancy(
        at=document.over(first, second),
        about=(one.value, other.value),
        severity="warning",
        message=_NOT_ALL,
        arithmetic=(
            f"{written(one.value, one.decimals)} + {written(other.value, other.decimals)}"
            f" = {written(total, decimals)} %"
        ),
        confidence=0.75,
    )


_NOT_ALL = Words(
    "Các tỷ lệ bù nhau không cộng bằng 100%.",
    "Shares that make up the whole do not add up to 100 %.",
)

CHECK = DocumentCheck(
    slug="complementary-shares",
    group="figures",
    title=Words("Hai tỷ lệ bù nhau", "Complementary shares"),
    rule=Words(
        "Tỷ lệ của hai loại loại trừ nhau và không còn loại thứ ba (đúng hạn/quá hạn, nam/nữ ...) cộng bằng 100%.",
        "Shares of two classes that leave no third add up to 100 %.",
    ),
    source="Số học",
    tolerance=Words(
        "Một đơn vị của chữ số cuối của mỗi tỷ lệ; bỏ qua khi lệch trên 5 điểm.",
        "One unit of the last digit of each; silent where they are off by more than 5 points.",
    ),
    fires=(
        example("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,8%, quá hạn 3,2%."),
        example(
            "Tỷ lệ giải quyết sớm hạn và đúng hạn đạt 98,6%; hồ sơ quá hạn là 1.214 hồ sơ, chiếm 2,4%."
        ),
        example("Có 88,2% hộ dân nghe loa truyền thanh, 12,8% hộ dân không nghe."),
        example("Diện tích rừng đã giao chiếm 91,5%, chưa giao chiếm 9,5%."),
        example("Hồ sơ trực tuyến chiếm 71,2%, trực tiếp chiếm 29,8%."),
    ),
    silent=(
        example(
            "Có 85,2% đại biểu tán thành, 11,6% đại biểu không tán thành, 3,2% đại biểu không biểu quyết."
        ),
        example("Công chức đạt 52,5%, viên chức đạt 49,5%."),
        example("Hồ sơ trực tuyến chiếm 71,2%, trực tiếp chiếm 27,8%."),
        example("Kết quả có 93,1% người bệnh hài lòng, 4,2% không hài lòng."),
        example("Có 88,2% hộ dân nghe loa truyền thanh, 12,8% hộ dân không có máy thu hình."),
        example("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,8%, quá hạn 2,2%."),
        example(
            "Tỷ lệ giải quyết sớm hạn và đúng hạn đạt 98,6%; hồ sơ quá hạn là 1.214 hồ sơ, chiếm 1,4%."
        ),
        example("Tỷ lệ đúng hạn chung đạt 99,2%; tỷ lệ quá hạn của các chi cục là 1,6%."),
        example("Tỷ lệ đúng hạn của cấp tỉnh là 99,36%, quá hạn của cấp huyện là 1,37%."),
    ),
    find=_find,
)
