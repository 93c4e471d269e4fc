"""What is true in the invented provinces: acts with one date each, figures that form series.

Everything follows from the seed and the names alone, so that two documents of one archive agree
wherever they speak of the same thing.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from .catalogue import FIRST_YEAR, YEARS, Assignment, Kind, Office, Province

ACT_YEARS = range(FIRST_YEAR - 3, FIRST_YEAR + YEARS + 1)
"""The years whose acts documents can cite."""

# How much of a year's work is done when a report of this kind is written.
DONE: dict[Kind, float] = {
    "quarter": 0.24,
    "half": 0.49,
    "nine-months": 0.745,
    "year": 1.0,
    "plan": 1.0,
}


class Act(NamedTuple):
    """A document that is cited; `written` is the issuer as written after 'của'.

    `joint` is what stands before its subject.
    """

    doc_type: str
    number: str
    date: date
    written: str
    issuer: str
    subject: str
    joint: str = "ban hành"


def chance(seed: int, *names: object) -> Random:
    """A source of chance that depends on the seed and these names only."""
    return Random("|".join(map(str, (seed, *names))))


# Central acts, real ones, which reports of those years cite.
PROGRAMME_2011 = Act(
    "Nghị quyết",
    "30c/NQ-CP",
    date(2011, 11, 8),
    "Chính phủ",
    "Chính phủ",
    "Chương trình tổng thể CCHC nhà nước giai đoạn 2011-2020",
)
PROGRAMME_2021 = Act(
    "Nghị quyết",
    "76/NQ-CP",
    date(2021, 7, 15),
    "Chính phủ",
    "Chính phủ",
    "Chương trình tổng thể CCHC nhà nước giai đoạn 2021-2030",
)
PROCEDURES = Act(
    "Nghị định",
    "63/2010/NĐ-CP",
    date(2010, 6, 8),
    "Chính phủ",
    "Chính phủ",
    "kiểm soát thủ tục hành chính",
)
ONE_STOP = Act(
    "Nghị định",
    "61/2018/NĐ-CP",
    date(2018, 4, 23),
    "Chính phủ",
    "Chính phủ",
    "thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
)
APPARATUS = Act(
    "Nghị quyết",
    "18-NQ/TW",
    date(2017, 10, 25),
    "Ban Chấp hành Trung ương Đảng",
    "Ban Chấp hành Trung ương Đảng",
    "đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị",
)


class Replacement(NamedTuple):
    """A central act that ended another, from a day on."""

    old: Act
    new: Act
    since: date


def _replacement(
    about: str, old: tuple[str, date], new: tuple[str, date], since: date
) -> Replacement:
    return Replacement(_decree(*old, about), _decree(*new, about), since)


def _decree(number: str, day: date, about: str) -> Act:
    return Act("Nghị định", number, day, "Chính phủ", "Chính phủ", about, "về")


# Decrees that reports of those years rest on, each with the one that its closing articles replace.
REPLACEMENTS = (
    _replacement(
        "cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập",
        ("16/2015/NĐ-CP", date(2015, 2, 14)),
        ("60/2021/NĐ-CP", date(2021, 6, 21)),
        date(2021, 8, 15),
    ),
    _replacement(
        "công tác văn thư",
        ("110/2004/NĐ-CP", date(2004, 4, 8)),
        ("30/2020/NĐ-CP", date(2020, 3, 5)),
        date(2020, 3, 5),
    ),
    _replacement(
        "tuyển dụng, sử dụng và quản lý công chức",
        ("24/2010/NĐ-CP", date(2010, 3, 15)),
        ("138/2020/NĐ-CP", date(2020, 11, 27)),
        date(2020, 12, 1),
    ),
    _replacement(
        "tuyển dụng, sử dụng và quản lý viên chức",
        ("29/2012/NĐ-CP", date(2012, 4, 12)),
        ("115/2020/NĐ-CP", date(2020, 9, 25)),
        date(2020, 9, 29),
    ),
    _replacement(
        "đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức",
        ("56/2015/NĐ-CP", date(2015, 6, 9)),
        ("90/2020/NĐ-CP", date(2020, 8, 13)),
        date(2020, 8, 20),
    ),
    _replacement(
        "chính sách tinh giản biên chế",
        ("108/2014/NĐ-CP", date(2014, 11, 20)),
        ("29/2023/NĐ-CP", date(2023, 6, 3)),
        date(2023, 7, 20),
    ),
    _replacement(
        "vị trí việc làm trong đơn vị sự nghiệp công lập",
        ("41/2012/NĐ-CP", date(2012, 5, 8)),
        ("106/2020/NĐ-CP", date(2020, 9, 10)),
        date(2020, 11, 15),
    ),
    _replacement(
        "quy định chi tiết và biện pháp thi hành Luật Ban hành văn bản quy phạm pháp luật",
        ("24/2009/NĐ-CP", date(2009, 3, 5)),
        ("34/2016/NĐ-CP", date(2016, 5, 14)),
        date(2016, 7, 1),
    ),
)


def central_acts(day: date) -> list[Act]:
    """Of those decrees the ones in force on a day."""
    return [
        act
        for old, new, since in REPLACEMENTS
        for act in (old if day < since else new,)
        if act.date < day
    ]


def in_year(value: date, year: int) -> date:
    """The same day and month of another year; the last of February where there is none."""
    return date(year, value.month, 28 if (value.month, value.day) == (2, 29) else value.day)


def programme(year: int) -> Act:
    """The national reform programme that a document of this year rests on."""
    return PROGRAMME_2021 if year >= 2022 else PROGRAMME_2011


class _Yearly(NamedTuple):
    """An act that a province adopts every year, as yearly_acts.tsv describes it."""

    key: str
    doc_type: str
    code: str
    first: str
    last: str
    joint: str
    subject: str
    issuer: str
    ends: str


_BODIES = {
    "UBND": ("UBND tỉnh", "Ủy ban nhân dân {}"),
    "HĐND": ("HĐND tỉnh", "Hội đồng nhân dân {}"),
    "TU": ("Tỉnh ủy", "Tỉnh ủy {name}"),
    "SNV": ("Sở Nội vụ", "Sở Nội vụ {}"),
    "STC": ("Sở Tài chính", "Sở Tài chính {}"),
    "STTTT": ("Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thông {}"),
    "BCĐ": ("Ban Chỉ đạo CCHC tỉnh", "Ban Chỉ đạo cải cách hành chính {}"),
    "TCT": ("Tổ công tác Đề án 06 tỉnh", "Tổ công tác Đề án 06 {}"),
}


@cache
def _yearly() -> tuple[_Yearly, ...]:
    lines = (Path(__file__).parent / "yearly_acts.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t")
    return tuple(_Yearly(**row) for row in rows)


# How many documents a day are numbered in one series: of a type, or the letters of an issuer.
# fmt: off
_PACE = {
    "QĐ-UBND": 9.4, "KH-UBND": 0.6, "UBND": 11.0, "SNV": 7.0, "STC": 8.0,
    "CT-UBND": 0.04, "NQ-HĐND": 0.2, "NQ/TU": 0.1,
}
# fmt: on
_USUAL_PACE = 0.3
_OWN_PACE = 0.6


class Acts:
    """The acts of one province."""

    def __init__(self, seed: int, province: Province) -> None:
        self._seed = seed
        self._province = province

    def plan(self, year: int) -> Act:
        """The decision of the December before that issues a year's reform plan."""
        return self.of(year - 1)["plan"]

    def directive(self, year: int) -> Act:
        """The chairman's directive on discipline; of the first months of a year."""
        return self.of(year)["directive"]

    def letter(self, year: int) -> Act:
        """A letter that presses for better handling of dossiers; of February."""
        return self.of(year)["letter"]

    def fees(self, year: int) -> Act:
        """The people's council's resolution on fees; of the July before."""
        return self.of(year - 1)["fees"]

    def replaced(self, act: Act) -> Act | None:
        """The act of the year before that this one replaces, if it does."""
        for kind in _yearly():
            if kind.ends and self.of(act.date.year)[kind.key] == act:
                return self.of(act.date.year - 1)[kind.key]
        return None

    def in_force(self, day: date) -> list[Act]:
        """The acts of the last two years that no later one has replaced by a day."""
        acts = [a for year in (day.year - 1, day.year) for a in self.of(year).values()]
        issued = [act for act in acts if act.date < day]
        ended = [self.replaced(act) for act in issued]
        return [act for act in issued if act not in ended]

    def of(self, year: int) -> dict[str, Act]:
        """The acts adopted in a year, by what they are for."""
        return _acts(self._seed, self._province.name, year)


@lru_cache(maxsize=256)
def _acts(seed: int, province: str, year: int) -> dict[str, Act]:
    draw = chance(seed, province, "acts", year)
    dated = [
        (date(year, 1, 1) + timedelta(draw.randint(int(kind.first), int(kind.last)) - 1), kind)
        for kind in _yearly()
    ]
    # No year is as busy as another, and no day has the same number in two years.
    busy, quiet = draw.uniform(0.86, 1.1), year % 10
    issued: Counter[str] = Counter()
    acts: dict[str, Act] = {}
    for day, kind in sorted(dated, key=lambda item: item[0]):
        # Letters have no type in their number: one series, whoever drafted them.
        series = kind.issuer if kind.doc_type == "Công văn" else kind.code
        issued[series] += 1
        pace = _PACE.get(series, _USUAL_PACE) * busy
        serial = int(day.timetuple().tm_yday * pace) + issued[series] + quiet
        written, name = _BODIES[kind.issuer]
        acts[kind.key] = Act(
            kind.doc_type,
            _number(serial, kind, year),
            day,
            written,
            name.format(f"tỉnh {province}", name=province),
            kind.subject.format(y=year, next=year + 1),
            kind.joint,
        )
    return acts


def _number(serial: int, kind: _Yearly, year: int) -> str:
    if kind.issuer == "TU":
        return f"{serial:02}-{kind.code}"
    middle = f"{year}/" if kind.issuer == "HĐND" else ""
    return f"{serial:02}/{middle}{kind.code}"


class Caseload(NamedTuple):
    """Dossiers of one office in one reporting period; counts."""

    received: int
    online: int
    solved: int
    in_time: int


class Series:
    """The figures of one office, year after year."""

    def __init__(self, seed: int, province: Province, office: Office) -> None:
        draw = chance(seed, province.full, office.name, "series")
        size = {"province": 240_000, "department": 9_000, "district": 21_000}[office.level]
        self._received = size * draw.uniform(0.7, 1.4)
        self._growth = draw.uniform(1.03, 1.07)
        self._online = draw.uniform(0.22, 0.38)
        self._late = draw.uniform(0.002, 0.02)

    def caseload(self, year: int, kind: Kind) -> Caseload:
        """The dossiers handled by the end of the period that a report of this kind covers."""
        passed = year - FIRST_YEAR
        received = round(self._received * self._growth**passed * DONE[kind])
        online = round(received * min(0.95, self._online + 0.055 * passed))
        solved = round(received * 0.985)
        return Caseload(received, online, solved, solved - round(solved * self._late))


def yearly_value(
    seed: int,
    office: Office,
    what: str,
    bounds: tuple[int, int],
    year: int,
    *,
    rises: bool = True,
) -> int:
    """A figure that an office gives every year: one value a year, rising or falling steadily."""
    draw = chance(seed, office.name, what)
    start = draw.uniform(*bounds)
    step = draw.choice((0.06, 0.07, 0.08, 0.11)) if rises else -0.05
    bend = chance(seed, office.name, what, year).uniform(-0.01, 0.01)
    return round(start * (1 + step * (year - FIRST_YEAR) + bend))


class Standing(NamedTuple):
    """A province's place in a national index of one year."""

    score: float
    rank: int


def par_index(seed: int, province: Province, year: int) -> Standing:
    """The reform index of a year: percent, and the rank among 63."""
    start = chance(seed, province.full, "par").uniform(72.0, 80.0)
    step = chance(seed, province.full, "par", year)
    score = start + 0.8 * (year - FIRST_YEAR) + step.uniform(-0.4, 0.4)
    return Standing(round(score, 2), max(1, round(95 - score) + step.randint(0, 4)))


def signed_on(assignment: Assignment, draw: Random) -> date:
    """The day on which the document was signed, after every act that it cites."""
    year = assignment.year
    if assignment.kind == "plan":
        return date(year - 1, 12, draw.randint(24, 30))
    following = {"quarter": (year, 4), "half": (year, 7), "nine-months": (year, 10)}
    next_year, month = following.get(assignment.kind, (year + 1, 1))
    return date(next_year, month, draw.randint(3, 20))


def own_serial(day: date) -> int:
    """The number that a report or plan signed on this day gets; after those that others cite."""
    return int(day.timetuple().tm_yday * _OWN_PACE) + 30
