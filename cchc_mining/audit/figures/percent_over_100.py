"""'tỷ lệ giải quyết đúng hạn đạt 101,2 %': a share of a whole that is more than all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Words
from ..amounts import PERCENT, is_percent
from ..arithmetic import shown, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..sentence import Sentence

# What is a share by its nature.
_SHARE = re.compile(
    r"(?<!\w)(?:(?:đúng|trước|quá|trễ|chậm) hạn|hài lòng|chiếm|trực tuyến|số hóa|số hoá|ký số|bao phủ|tỷ lệ hộ nghèo"
    r"|đồng ý|biết chữ|tham gia bảo hiểm|tán thành)(?!\w)"
)
_HAS = re.compile(r"(?<!\w)(?:có|với|được|gồm)(?: (?:tới|đến|trên|hơn|khoảng))?$")
_THINGS = re.compile(
    r"%\s*(?:số |các )?(?:hồ sơ|văn bản|cán bộ|công chức|viên chức|người|hộ|xã|phường|huyện|đơn vị|cơ quan|phòng"
    r"|thôn|bản|ấp|trường|học sinh|doanh nghiệp|thủ tục|nhiệm vụ|trạm|dân số|dịch vụ|sở)(?!\w)"
)
# What may well exceed 100 %: what is measured against a plan, a year before, or another thing.
_AGAINST = re.compile(
    r"(?<!\w)(?:kế hoạch(?! và đầu tư)|chỉ tiêu|dự toán|mục tiêu|so với|cùng kỳ|vượt|tăng|giảm"
    r"|giao(?! thông| dịch| tiếp)|bằng|gấp|công suất|lương|mức(?! độ)|dự kiến|kh)(?!\w)"
)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for sentence in document.sentences:
        for i, figure in enumerate(sentence.figures if PERCENT in sentence.units else ()):
            said = shown(figure) if is_percent(figure) else None
            if said is None or said.value <= 100 or figure.role not in ("value", "share"):
                continue
            if _is_a_share(sentence, i):
                yield Discrepancy(
                    at=document.at(figure),
                    about=(said.value, figure.label or ""),
                    severity="error",
                    message=_MORE,
                    arithmetic=f"{written(said.value, said.decimals)} % > 100 %",
                    confidence=0.85,
                )


def _is_a_share(sentence: Sentence, i: int) -> bool:
    before, after = sentence.before(i), sentence.after(i)[:80]
    clause = re.split(r"[;.]", before)[-1]
    if _AGAINST.search(clause) or _AGAINST.search(re.split(r"[;.]", after)[0]):
        return False
    return _SHARE.search(clause) is not None or _is_of_things(clause, after)


def _is_of_things(before: str, after: str) -> bool:
    """'có 102 % xã, phường niêm yết đầy đủ': so many of the things named behind the number."""
    return _HAS.search(before) is not None and _THINGS.match(after) is not None


_MORE = Words(
    "Tỷ lệ của một phần trong tổng số không thể quá 100%.",
    "A part of a whole cannot be more than 100 %.",
)

CHECK = DocumentCheck(
    slug="percent-over-100",
    group="figures",
    title=Words("Tỷ lệ quá 100%", "Share over 100 %"),
    rule=Words(
        "Tỷ lệ của một phần trong tổng số (đúng hạn, trực tuyến, hài lòng, chiếm ...) không quá 100%; tỷ lệ so với"
        " kế hoạch, cùng kỳ thì có thể.",
        "A share of a whole is at most 100 %; a percentage of a plan or of a year before may be more.",
    ),
    source="Định nghĩa tỷ lệ phần trăm",
    tolerance=Words("Không.", "None."),
    fires=(
        example("Tỷ lệ văn bản được ký số của Sở Giao thông vận tải đạt 102%."),
        example("Đã có 103,5% hộ dân ký cam kết."),
        example("Tỷ lệ số hóa hồ sơ của Sở Kế hoạch và Đầu tư đạt 104,7%."),
        example("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 101,2%."),
        example("Mức độ hài lòng của người dân đối với cơ quan hành chính đạt 102,0%."),
    ),
    silent=(
        example("Chi nhánh đã có 103,5% doanh nghiệp nộp hồ sơ so với cùng kỳ."),
        example("Thu ngân sách ước đạt 186,4 tỷ đồng, bằng 108,5% dự toán tỉnh giao."),
        example("Tỷ lệ hồ sơ trực tuyến đạt 112% chỉ tiêu được giao."),
        example("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 100%."),
    ),
    find=_find,
)  # fmt: skip
