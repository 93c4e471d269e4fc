"""What is true in the invented provinces: acts with one date each, figures that form series.

Everything follows from the seed and the names alone, so that two documents of one archive agree
wherever they speak of the same thing.
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import NamedTuple

from .catalogue import FIRST_YEAR, Assignment, Kind, Office, Province

# How much of a year's work is done when a report of this kind is written.
_DONE: dict[Kind, float] = {"quarter": 0.24, "half": 0.49, "nine-months": 0.745, "year": 1.0}


class Act(NamedTuple):
    """A document that is cited; `written` is the issuer as written after 'của'."""

    doc_type: str
    number: str
    date: date
    written: str
    issuer: str
    subject: str


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


def programme(year: int) -> Act:
    """The national reform programme that a document of this year rests on."""
    return PROGRAMME_2021 if year >= 2022 else PROGRAMME_2011


class Acts:
    """The acts of one province."""

    def __init__(self, seed: int, province: Province) -> None:
        self._seed = seed
        self._province = province

    def plan(self, year: int) -> Act:
        """The decision of the December before that issues a year's reform plan."""
        number, day = self._drawn("plan", year, range(2600, 3900), range(8, 21))
        subject = f"Kế hoạch CCHC năm {year}"
        return self._council("Quyết định", f"{number}/QĐ-UBND", date(year - 1, 12, day), subject)

    def directive(self, year: int) -> Act:
        """The chairman's directive on discipline; of the first months of a year."""
        number, day = self._drawn("directive", year, range(2, 9), range(3, 27))
        subject = "tăng cường kỷ luật, kỷ cương hành chính"
        return self._council("Chỉ thị", f"{number:02}/CT-UBND", date(year, 1, day), subject)

    def letter(self, year: int) -> Act:
        """A letter that presses for better handling of dossiers; of February."""
        number, day = self._drawn("letter", year, range(310, 980), range(2, 27))
        subject = "nâng cao chất lượng giải quyết TTHC"
        return self._council("Công văn", f"{number}/UBND-KSTT", date(year, 2, day), subject)

    def fees(self, year: int) -> Act:
        """The people's council's resolution on fees; of the July before."""
        number, day = self._drawn("fees", year, range(5, 40), range(5, 28))
        full = self._province.full
        return Act(
            "Nghị quyết",
            f"{number:02}/{year - 1}/NQ-HĐND",
            date(year - 1, 7, day),
            "HĐND tỉnh",
            f"Hội đồng nhân dân {full}",
            "mức thu phí, lệ phí khi thực hiện dịch vụ công trực tuyến",
        )

    def _council(self, doc_type: str, number: str, day: date, subject: str) -> Act:
        issuer = f"Ủy ban nhân dân {self._province.full}"
        return Act(doc_type, number, day, "UBND tỉnh", issuer, subject)

    def _drawn(self, what: str, year: int, numbers: range, days: range) -> tuple[int, int]:
        draw = chance(self._seed, self._province.full, what, year)
        return draw.choice(numbers), draw.choice(days)


class Caseload(NamedTuple):
    """Dossiers of one office in one reporting period; counts."""

    received: int
    online: int
    solved: int
    in_time: int
    visits: int


class Series:
    """The figures of one office, year after year."""

    def __init__(self, seed: int, province: Province, office: Office) -> None:
        draw = chance(seed, province.full, office.name, "series")
        size = {"province": 240_000, "department": 9_000, "district": 21_000}[office.level]
        self._received = size * draw.uniform(0.7, 1.4)
        self._growth = draw.uniform(1.03, 1.07)
        self._online = draw.uniform(0.22, 0.38)
        self._late = draw.uniform(0.002, 0.02)
        self._visits = size * draw.uniform(1.1, 1.9)

    def caseload(self, year: int, kind: Kind) -> Caseload:
        """The dossiers handled by the end of the period that a report of this kind covers."""
        passed = year - FIRST_YEAR
        received = round(self._received * self._growth**passed * _DONE[kind])
        online = round(received * min(0.95, self._online + 0.055 * passed))
        solved = round(received * 0.985)
        visits = round(self._visits * self._growth**passed * _DONE[kind])
        return Caseload(received, online, solved, solved - round(solved * self._late), visits)


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
