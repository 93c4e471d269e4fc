"""'tăng 12.400 hồ sơ so với năm 2022': this year's change against last year's report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...index import ReportedChange, ReportedFigure
from ...records import Words
from ..archive import AuditedArchive
from ..arithmetic import percentage, rounded, written
from ..check import ArchiveCheck, Discrepancy, example
from .owners import are_of_one_body
from .series import agree, exact, keys, named, year_before

# A change is told of the value just before it: '541.927 hồ sơ, tăng 11,46 % so với năm 2022'.
_NEAR = 60  # characters from the value to its change
_AFTER = 60  # characters in which the base is named
_ON_YEAR_BEFORE = re.compile(
    r"so\s+với\s+(?:cùng\s+kỳ|năm\s+(?:trước|ngoái|(?P<year>20\d\d)))", re.I
)
# Another clause begins; not '4.513 cuộc gọi; tăng 735 cuộc gọi so với năm 2018'
_BREAK = re.compile(r"[.\n]\s|;\s(?!tăng|giảm|so với)")
_POINTS = ("điểm phần trăm", "điểm %")


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for found in archive.index.reported_changes(_NEAR, _AFTER):
        before = year_before(found.value.period)
        if before and _is_on(before, found):
            yield from _compared(archive, found, before)


def _is_on(before: str, found: ReportedChange) -> bool:
    """Whether a change is said to be one on the year before."""
    base = _ON_YEAR_BEFORE.search(unicodedata.normalize("NFC", found.words))
    gap = found.change.at.start - found.value.at.end
    if base is None or _BREAK.search(found.words[:gap]):
        return False
    return base["year"] is None or base["year"] == before[:4]


def _compared(archive: AuditedArchive, found: ReportedChange, before: str) -> Iterator[Discrepancy]:
    value, change = found.value, found.change
    reported = map(named, archive.index.reported_values(value, before))
    earlier = _earlier(archive, value, list(reported))
    if earlier is None:
        return
    now, then = exact(value), exact(earlier)
    true = _true_change(change, value, now, then)
    if true is None or _is(true, exact(change), change.at.text):
        return
    unit = change.unit or ""
    yield Discrepancy(
        at=change.at,
        about=(value.label or "", value.period, value.agency, now, then, exact(change)),
        severity="warning",
        message=Words(
            f"Mức tăng, giảm không khớp với giá trị kỳ trước trong văn bản khác: {written(then)}"
            f" {earlier.unit or ''}.",
            f"The change does not agree with the value of the year before in another document:"
            f" {written(then)} {earlier.unit or ''}.",
        ),
        expected=f"{written(rounded(true, 2).normalize())} {unit}".strip(),
        arithmetic=f"{written(now)} so với {written(then)}: {written(rounded(true, 2).normalize())}"
        f" {unit}; văn bản ghi {written(exact(change))} {unit}",
        evidence=(value.at, earlier.at),
        confidence=0.7,
    )


def _earlier(
    archive: AuditedArchive, value: ReportedFigure, reported: Sequence[ReportedFigure]
) -> ReportedFigure | None:
    """The one value that other documents give of the same body for the year before."""
    others = [f for f in reported if f.at.source != value.at.source]
    for key in keys(value):
        known = [f for f in others if key in keys(f) and are_of_one_body(archive, value, f)]
        if known and all(agree(known[0], other) for other in known):
            return known[0]
    return None


def _true_change(
    change: ReportedFigure, value: ReportedFigure, now: Decimal, before: Decimal
) -> Decimal | None:
    """What the change should be in its unit; None where the units do not go together."""
    if change.unit == "%" and value.unit != "%":
        return percentage(now - before, before) if before else None
    if change.unit == "%":
        return None  # of a percentage: its points, or what it is a percentage of
    if change.unit in (value.unit, *_POINTS):
        return now - before
    return None


def _is(true: Decimal, said: Decimal, text: str) -> bool:
    decimals = len(text.partition(",")[2].rstrip(" %"))
    half = Decimal(5).scaleb(-decimals - 1)
    return abs(abs(true) - abs(said)) <= half * 2


_HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n\nSố: {}/BC-UBND\n\nHà Nam, ngày 20 tháng 12 năm {year}\n\nBÁO"
    " CÁO\nCông tác cải cách hành chính năm {year}\n\n{}\n"
)


def _reports(before: str, after: str) -> tuple[str, str]:
    return (
        _HEAD.format(12, f"Năm 2022, toàn tỉnh tiếp nhận {before}.", year=2022),
        _HEAD.format(15, f"Năm 2023, toàn tỉnh tiếp nhận {after}.", year=2023),
    )


CHECK = ArchiveCheck(
    slug="change-against-earlier",
    group="archive",
    title=Words("Mức tăng, giảm so với báo cáo trước", "Change against the earlier report"),
    rule=Words(
        "Mức tăng, giảm so với kỳ trước phải khớp với giá trị mà báo cáo kỳ trước đã ghi.",
        "A change over the year before agrees with the value that year's report gave.",
    ),
    source="Số học; Nghị định 09/2019/NĐ-CP, Điều 5",
    tolerance=Words(
        "Một đơn vị của chữ số cuối được ghi; số ước chừng được bỏ qua.",
        "One unit of the last digit shown; approximate figures are let pass.",
    ),
    fires=(
        example(
            *_reports(
                "486.215 hồ sơ thủ tục hành chính",
                "541.927 hồ sơ thủ tục hành chính, tăng 21,46% so với năm 2022",
            )
        ),
    ),
    silent=(
        example(
            *_reports(
                "486.215 hồ sơ thủ tục hành chính",
                "541.927 hồ sơ thủ tục hành chính, tăng 11,46% so với năm 2022",
            )
        ),
    ),
    find=_find,
)
