"""The same number and subject in two years: one of the dates has the wrong year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from ...index import CitedPassage
from ...lexicon import read_number
from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .days import is_day, written_day
from .subjects import agree, begin_alike, read_subject

_YEARS_OF_A_TERM = 5


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in archive.index.cited_by_number():
        by_target: dict[str, list[CitedPassage]] = {}
        for citation in citations:
            if is_day(citation.date):
                by_target.setdefault(citation.target, []).append(citation)
        for some, others in combinations(by_target.values(), 2):
            pairs = product(_first_of(some), _first_of(others))
            if pair := next((pair for pair in pairs if _are_one(*pair)), None):
                yield _told(*_rarer_first(some, others, pair))


def _first_of(citations: list[CitedPassage]) -> list[CitedPassage]:
    """The first citation with each subject."""
    return list({citation.subject: citation for citation in reversed(citations)}.values())


def _rarer_first(
    some: list[CitedPassage], others: list[CitedPassage], pair: tuple[CitedPassage, CitedPassage]
) -> list[list[CitedPassage]]:
    """The citations of either target that say the same as the pair; first those in fewer documents."""
    alike = [[c for c in some if _are_one(c, pair[1])], [c for c in others if _are_one(pair[0], c)]]
    return sorted(alike, key=lambda cited: len({c.at.source for c in cited}))


def _are_one(one: CitedPassage, other: CitedPassage) -> bool:
    """Same words, same years named, and the same day and month: too much for two documents."""
    if (one.date or "")[:4] == (other.date or "")[:4]:
        return False
    if _is_of_one_term(one, other) or _is_named_again(one, other):
        return True
    a, b = one.subject or "", other.subject or ""
    if not (agree(a, b) or begin_alike(a, b)):
        return False
    years = read_subject(a).years
    same_day = (one.date or "")[4:] == (other.date or "")[4:]
    return years == read_subject(b).years and (same_day or bool(years))


def _is_of_one_term(one: CitedPassage, other: CitedPassage) -> bool:
    """A number of the Party, which comes once in a term of office, on one day of two of its years."""
    code = read_number(one.number or "")
    years = sorted(int((citation.date or "")[:4]) for citation in (one, other))
    return (
        code is not None
        and code.system == "party"
        and (one.date or "")[4:] == (other.date or "")[4:]
        and 0 < years[1] - years[0] < _YEARS_OF_A_TERM
    )


def _is_named_again(one: CitedPassage, other: CitedPassage) -> bool:
    """One report that tells a number's subject once, and gives it again on that day of a year beside."""
    years = [int((citation.date or "")[:4]) for citation in (one, other)]
    return (
        one.at.source == other.at.source
        and bool(one.subject) != bool(other.subject)
        and (one.date or "")[4:] == (other.date or "")[4:]
        and abs(years[0] - years[1]) == 1
    )


def _told(rarer: list[CitedPassage], usual: list[CitedPassage]) -> Discrepancy:
    one, other = rarer[0], usual[0]
    days = [written_day(citation.date or "") for citation in (one, other)]
    number = one.number or one.at.text
    return Discrepancy(
        at=one.at,
        about=(*sorted((one.target, other.target)),),
        severity="warning",
        message=Words(
            f"Cùng số {number}, cùng nội dung nhưng ghi hai năm: {days[0]} và {days[1]}.",
            f"The same number {number} and subject with two years: {days[0]} and {days[1]}.",
        ),
        arithmetic=f"{days[0]} ≠ {days[1]}",
        evidence=tuple(cited.at for cited in (*usual, *rarer[1:])),
        confidence=0.8,
    )


CHECK = ArchiveCheck(
    slug="same-subject-other-year",
    group="citations",
    title=Words("Cùng số, cùng nội dung, khác năm", "Same number and subject, another year"),
    rule=Words(
        "Hai văn bản khác năm không thể trùng cả số, ký hiệu, cơ quan và trích yếu.",
        "Two documents of different years do not share number, issuer and subject.",
    ),
    source="Số văn bản đăng ký lại từ đầu mỗi năm (Nghị định 30/2020/NĐ-CP, Phụ lục I)",
    tolerance=Words(
        "Chỉ khi trích yếu trùng hẳn và cùng ghi một năm, hoặc cùng ngày, tháng.",
        "Only where the subjects are the same and name the same year, or day and month agree.",
    ),
    fires=(
        example(
            "Quyết định số 2914/QĐ-UBND ngày 20/12/2022 của UBND tỉnh Hà Nam phê duyệt Đề án kiểm"
            " soát tài sản, thu nhập.",
            "Quyết định số 2914/QĐ-UBND ngày 20/12/2023 của UBND tỉnh Hà Nam phê duyệt Đề án kiểm"
            " soát tài sản, thu nhập.",
        ),
        example(
            "Thực hiện Nghị quyết số 28-NQ/TW ngày 23/5/2018 của Ban Chấp hành Trung ương Đảng.",
            "Thực hiện Nghị quyết số 28-NQ/TW ngày 23/5/2019 của Ban Chấp hành Trung ương Đảng.",
        ),
    ),
    silent=(
        example(
            "Quyết định số 914/QĐ-UBND ngày 20/12/2022 của UBND tỉnh Hà Nam phê duyệt Đề án kiểm"
            " soát tài sản, thu nhập.",
            "Quyết định số 914/QĐ-UBND ngày 05/6/2023 của UBND tỉnh Hà Nam phê duyệt Đề án đào tạo"
            " nguồn nhân lực.",
        ),
    ),
    find=_find,
)
