"""A number out of its issuer's yearly series: numbers and dates of one series rise together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from ...index import CitedPassage
from ...lexicon import NumberCode, read_number
from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .days import is_day, written_day

_FEWEST = 3  # documents that a series must show before one of them can be out of it
_WITNESSES = 2  # of those that rise together, how many must contradict it
_DIGITS = re.compile(r"\d+$")
_MOST_OF = 0.6  # of a series, at least, whose numbers rise with their days
# Numbers are given when a document is registered, some days before or after it is signed.
_SLACK = 0.25
# Numbers a day, of two documents of one series and of one that cannot be of it.
_ALIKE, _FAR_OFF = 1.6, 2.5
_LEAST_SLACK = 20


class _Entry(Struct, frozen=True):
    """A document of a series: its number and day, the first citation that gives them, and how many
    documents do."""

    serial: int
    day: str
    cited: CitedPassage
    sources: int


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in archive.index.dated_by_issuer():
        entries = sorted(_entries(citations), key=lambda pair: pair[0])
        for _, series in groupby(entries, key=lambda pair: pair[0]):
            yield from _outliers(archive, [entry for _, entry in series])


def _entries(citations: Sequence[CitedPassage]) -> Iterator[tuple[tuple[str, ...], _Entry]]:
    """One entry for each document and day, with what names its series."""
    given: dict[tuple[str, str], list[CitedPassage]] = {}
    for citation in citations:
        if is_day(citation.date):
            given.setdefault((citation.target, citation.date or ""), []).append(citation)
    for (_, day), alike in given.items():
        code = read_number(alike[0].number or "")
        if code is not None and _DIGITS.match(code.serial):
            sources = sum(citation.sources for citation in alike)
            yield _series(code, alike[0]), _Entry(int(code.serial), day, alike[0], sources)


def _series(code: NumberCode, citation: CitedPassage) -> tuple[str, ...]:
    """Letters of all units of an office share one series; normative acts have their own.

    The Party's numbers run through a term of office, not a year: they are let alone.
    """
    normative = "normative" if code.year else ""
    year = (citation.date or "")[:4]
    term = citation.at.source if code.system == "party" else ""
    return (code.type_code, normative, year, *code.issuers[:1], term)


def _outliers(archive: AuditedArchive, series: Sequence[_Entry]) -> Iterator[Discrepancy]:
    """Entries that contradict those that rise together, where these are most of the series; and those far
    off the rate at which all others rise."""
    if len(series) < _FEWEST:
        return
    rising = _rising(series)
    is_known = len(rising) >= _FEWEST and _written(rising) >= _MOST_OF * _written(series)
    kept = {id(entry) for entry in rising}
    rates = sorted(map(_rate, series))
    for entry in series:
        against = _contradicting(entry, rising) if is_known and id(entry) not in kept else []
        if len(against) < _WITNESSES and _is_off_the_rate(entry, rates):
            against = [other for other in series if _contradict(entry, other)]
        elif len(against) < _WITNESSES:
            continue
        if against:
            yield _told(archive, entry, against, series)


def _contradicting(entry: _Entry, rising: Sequence[_Entry]) -> list[_Entry]:
    """Those of some that rise together which an entry contradicts: the last before its day, whose numbers
    are too high, and the first after it, whose numbers are too low."""
    start = bisect_left(rising, entry.day, key=lambda other: other.day)
    end = bisect_right(rising, entry.day, key=lambda other: other.day)
    too_high = bisect_right(rising, _most_before(entry), 0, start, key=lambda other: other.serial)
    too_low = bisect_left(rising, entry.serial, end, key=_most_before)
    return [*rising[too_high:start], *rising[end:too_low]]


def _written(series: Sequence[_Entry]) -> int:
    return sum(entry.sources for entry in series)


def _rising(series: Sequence[_Entry]) -> list[_Entry]:
    """The most entries whose numbers rise with their days."""
    ordered = sorted(series, key=lambda entry: (entry.day, entry.serial))
    tails: list[int] = []  # the least serial with which so many end
    ends: list[int] = []  # and which entry that is
    before: list[int | None] = []
    for i, entry in enumerate(ordered):
        length = bisect_right(tails, entry.serial)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [entry.serial]
        ends[length : length + 1] = [i]
    found: list[_Entry] = []
    at = ends[-1] if ends else None
    while at is not None:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]


def _is_off_the_rate(entry: _Entry, rates: Sequence[float]) -> bool:
    """Whether all others rise at one rate, and this one is far off it; `rates` are those of all, sorted."""
    own = _rate(entry)
    least = rates[1] if own == rates[0] else rates[0]
    most = rates[-2] if own == rates[-1] else rates[-1]
    return most <= _ALIKE * least and not least / _FAR_OFF <= own <= most * _FAR_OFF


def _rate(entry: _Entry) -> float:
    """Numbers a day from the beginning of the year."""
    return entry.serial / _day_of_year(entry.day)


def _day_of_year(day: str) -> int:
    return int(day[5:7]) * 30 - 30 + int(day[8:])


def _contradict(one: _Entry, other: _Entry) -> bool:
    """Whether the later of two documents has a number clearly below that of the earlier."""
    first, second = sorted((one, other), key=lambda entry: entry.day)
    return first.day < second.day and first.serial > _most_before(second)


def _most_before(entry: _Entry) -> float:
    """The greatest number that a document of an earlier day can have."""
    return entry.serial + max(_LEAST_SLACK, _SLACK * entry.serial)


def _told(
    archive: AuditedArchive, entry: _Entry, against: Sequence[_Entry], series: Sequence[_Entry]
) -> Discrepancy:
    again = archive.index.cited_on(entry.cited.target, entry.day) if entry.sources > 1 else ()
    near = sorted(against, key=lambda other: abs(int(other.day[5:7]) - int(entry.day[5:7])))[:3]
    shown = "; ".join(
        f"{other.serial} ({written_day(other.day)})"
        for other in sorted((entry, *near), key=lambda e: (e.day, e.serial))
    )
    number, day = entry.cited.number or "", written_day(entry.day)
    return Discrepancy(
        at=entry.cited.at,
        about=(entry.cited.target, entry.day),
        severity="warning",
        message=Words(
            f"Số {number} ngày {day} không theo thứ tự số và ngày của các văn bản cùng cơ quan trong"
            " năm: số hoặc ngày có thể sai.",
            f"Number {number} of {day} does not fit the order of its issuer's numbers and dates in"
            " that year: number or date may be wrong.",
        ),
        arithmetic=shown,
        evidence=(
            *(other.cited.at for other in near),
            *(citation.at for citation in again if citation.at != entry.cited.at),
        ),
        confidence=0.6 + 0.3 * min(len(against) / max(len(series) - 1, 1), 1),
    )


def _example(*pairs: tuple[int, str]) -> str:
    cited = (
        f"Quyết định số {number}/QĐ-UBND ngày {day} của UBND tỉnh Hà Nam" for number, day in pairs
    )
    return f"Căn cứ {'; '.join(cited)}."


CHECK = ArchiveCheck(
    slug="number-out-of-series",
    group="citations",
    title=Words("Số không theo thứ tự trong năm", "Number out of its series"),
    rule=Words(
        "Số văn bản của một cơ quan, một loại, trong một năm tăng dần theo ngày.",
        "Numbers of one issuer, type and year rise with the dates.",
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I: số thứ tự đăng ký liên tiếp trong năm",
    tolerance=Words(
        "Chênh 25 % hoặc 20 số; cần hai văn bản mâu thuẫn trong số các văn bản tăng dần; hoặc ba văn bản"
        " trở lên, khi các văn bản khác tăng đều và số này chênh gấp hai lần rưỡi.",
        "A quarter or 20 numbers; two of the documents that rise together must contradict it; or three,"
        " where all others rise evenly and this one is two and a half times off.",
    ),
    fires=(
        example(_example((1203, "26/5/2023"), (8417, "12/6/2023"), (1874, "09/8/2023"))),
        example(
            _example(
                (210, "10/02/2023"), (1204, "12/5/2023"), (8512, "20/5/2023"), (1377, "08/6/2023"),
                (2100, "15/9/2023"),
            )
        ),
    ),
    silent=(
        example(_example((410, "26/5/2023"), (391, "12/6/2023"), (640, "09/8/2023"))),
        example(
            _example(
                (210, "10/02/2023"), (1204, "12/5/2023"), (1198, "14/5/2023"), (1377, "08/6/2023"),
                (2100, "15/9/2023"),
            )
        ),
    ),
    find=_find,
)  # fmt: skip
