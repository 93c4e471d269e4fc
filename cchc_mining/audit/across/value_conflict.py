"""One indicator, agency and period with different values in two reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...index import ReportedFigure
from ...records import Severity, Words
from ..archive import AuditedArchive
from ..arithmetic import written
from ..check import ArchiveCheck, Discrepancy, example
from .owners import are_of_one_body
from .series import Key, agree, exact, keys, named

_HOW_MANY = re.compile(r"^(?:tổng )?số (?:lượng )?", re.I)


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for figures in archive.index.different_figures():
        told: set[tuple[str, int, str, int]] = set()
        for key, of_key in _by_key(map(named, figures)).items():
            for one, other in _conflicts(archive, of_key):
                pair = (one.at.source, one.at.start, other.at.source, other.at.start)
                if pair not in told:
                    told.add(pair)
                    yield _told(one, other, key)


def _by_key(figures: Iterable[ReportedFigure]) -> dict[tuple[Key, str], list[ReportedFigure]]:
    found: dict[tuple[Key, str], list[ReportedFigure]] = {}
    for figure in figures:
        for key in keys(figure):
            found.setdefault((key, figure.period), []).append(figure)
    return found


def _conflicts(
    archive: AuditedArchive, figures: Sequence[ReportedFigure]
) -> Iterator[tuple[ReportedFigure, ReportedFigure]]:
    """Pairs of reports that each give one value of one body, and not the same.

    A report that gives several values under one name means several things by it.
    """
    by_source: dict[str, list[ReportedFigure]] = {}
    for figure in figures:
        by_source.setdefault(figure.at.source, []).append(figure)
    single = [
        of_one[0] for of_one in by_source.values() if all(agree(of_one[0], f) for f in of_one[1:])
    ]
    # the later report stands against the earlier, and each against the first that it contradicts
    single.sort(key=lambda figure: (figure.doc_date or "", figure.at.source))
    first: dict[tuple[float, str | None, str | None], ReportedFigure] = {}
    for later in single:
        for earlier in first.values():
            if not agree(earlier, later) and are_of_one_body(archive, earlier, later):
                yield later, earlier
                break
        first.setdefault((later.value, later.approx, later.reporter), later)


def _told(later: ReportedFigure, earlier: ReportedFigure, key: tuple[Key, str]) -> Discrepancy:
    (name, _), period = key
    by_label = _bare(later.label) == _bare(earlier.label) and any(
        key_name.startswith("label ") for key_name, _ in keys(later)
    )
    severity: Severity = "warning" if by_label else "info"
    values = [
        f"{written(exact(figure))} {figure.unit or ''}".strip() for figure in (later, earlier)
    ]
    label = later.label or later.at.text
    return Discrepancy(
        at=later.at,
        about=(name, period, later.agency, exact(later), exact(earlier)),
        severity=severity,
        message=Words(
            f"{label} ({later.agency}, {period}): văn bản này ghi {values[0]}, văn bản khác ghi"
            f" {values[1]}.",
            f"{label} ({later.agency}, {period}): {values[0]} here, {values[1]} in another document.",
        ),
        arithmetic=f"{values[0]} ≠ {values[1]}",
        evidence=(earlier.at,),
        confidence=0.7 if by_label else 0.5,
    )


def _bare(label: str | None) -> str:
    """'số lượt truy cập' and 'lượt truy cập' are one; 'đã', 'toàn tỉnh' may tell things apart."""
    return _HOW_MANY.sub("", label or "")


_HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n\nSố: {}/BC-UBND\n\nHà Nam, ngày {} năm {}\n\nBÁO CÁO\nCông tác cải"
    " cách hành chính năm {}\n\n{}\n"
)
_FIRST = _HEAD.format(12, "20 tháng 12", 2022, 2022, "Năm 2022, toàn tỉnh cắt giảm 114 thủ tục hành"
                      " chính nội bộ.")  # fmt: skip

CHECK = ArchiveCheck(
    slug="value-conflict",
    group="archive",
    title=Words("Một chỉ tiêu, hai giá trị", "One indicator, two values"),
    rule=Words(
        "Cùng chỉ tiêu, cơ quan và kỳ thì các báo cáo phải ghi cùng giá trị.",
        "Reports give the same value of the same indicator, agency and period.",
    ),
    source="Chế độ báo cáo: Nghị định 09/2019/NĐ-CP, Điều 5 (tính chính xác, thống nhất)",
    tolerance=Words(
        "Làm tròn, số ước chừng (5 %); bỏ qua khi một báo cáo dùng một tên cho nhiều giá trị; khi chỉ"
        " trùng mã chỉ tiêu mà khác tên thì là điểm lưu ý.",
        "Rounding, and 5 % where said to be about; nothing where one report gives several values under"
        " one name; a remark where only the canonical indicator is the same.",
    ),
    fires=(
        example(
            _FIRST,
            _HEAD.format(15, "20 tháng 12", 2023, 2023, "Năm 2022, toàn tỉnh cắt giảm 141 thủ tục"
                         " hành chính nội bộ."),
        ),
    ),
    silent=(
        example(
            _FIRST,
            _HEAD.format(15, "20 tháng 12", 2023, 2023, "Năm 2023, toàn tỉnh cắt giảm 141 thủ tục"
                         " hành chính nội bộ."),
        ),
    ),
    find=_find,
)  # fmt: skip
