"""'tăng 12.400 hồ sơ so với năm 2022': this year's change against last year's report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from ...index import ReportedFigure
from ...records import Words
from ..archive import AuditedArchive
from ..arithmetic import percentage, rounded, written
from ..check import ArchiveCheck, Discrepancy, example
from .series import Key, agree, exact, keys, named, year_before

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
    for figures in archive.index.figures_by_agency():
        known = _values(named(archive, figures))
        for value, change in pairwise(figures):
            if _is_change_of(archive, value, change):
                yield from _compared(value, change, known)


def _values(figures: Iterable[ReportedFigure]) -> dict[tuple[Key, str], list[ReportedFigure]]:
    found: dict[tuple[Key, str], list[ReportedFigure]] = {}
    for figure in figures:
        if figure.role != "change" and not figure.approx:
            for key in keys(figure):
                found.setdefault((key, figure.period), []).append(figure)
    return found


def _is_change_of(archive: AuditedArchive, value: ReportedFigure, change: ReportedFigure) -> bool:
    if (
        change.role != "change"
        or value.role == "change"
        or value.approx
        or change.approx
        or value.at.source != change.at.source
        or not 0 <= change.at.start - value.at.end <= _NEAR
    ):
        return False
    text = archive.index.text(change.at.source)
    around = text[value.at.end : change.at.end + _AFTER]
    base = _ON_YEAR_BEFORE.search(unicodedata.normalize("NFC", around))
    if base is None or _BREAK.search(text, value.at.end, change.at.start):
        return False
    return base["year"] is None or base["year"] == (year_before(value.period) or "")[:4]


def _compared(
    value: ReportedFigure,
    change: ReportedFigure,
    known: dict[tuple[Key, str], list[ReportedFigure]],
) -> Iterator[Discrepancy]:
    earlier = _earlier(value, known)
    if earlier is None:
        return
    now, before = exact(value), exact(earlier)
    true = _true_change(change, value, now, before)
    if true is None or _is(true, exact(change), change.at.text):
        return
    unit = change.unit or ""
    yield Discrepancy(
        at=change.at,
        about=(value.label or "", value.period, value.agency, now, before, exact(change)),
        severity="warning",
        message=Words(
            f"Mức tăng, giảm không khớp với giá trị kỳ trước trong văn bản khác: {written(before)}"
            f" {earlier.unit or ''}.",
            f"The change does not agree with the value of the year before in another document:"
            f" {written(before)} {earlier.unit or ''}.",
        ),
        expected=f"{written(rounded(true, 2).normalize())} {unit}".strip(),
        arithmetic=f"{written(now)} so với {written(before)}: {written(rounded(true, 2).normalize())}"
        f" {unit}; văn bản ghi {written(exact(change))} {unit}",
        evidence=(value.at, earlier.at),
        confidence=0.7,
    )


def _earlier(
    value: ReportedFigure, known: dict[tuple[Key, str], list[ReportedFigure]]
) -> ReportedFigure | None:
    """The one value that other documents give for the year before."""
    period = year_before(value.period)
    if period is None:
        return None
    for key in keys(value):
        others = [f for f in known.get((key, period), ()) if f.at.source != value.at.source]
        if others and all(agree(others[0], other) for other in others):
            return others[0]
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
