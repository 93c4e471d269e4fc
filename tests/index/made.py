"""A seeded archive of hand-made records: documents that cite one another, in known ways.

Extraction has no part in it: text and mentions are built together, so that spans are exact.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from cchc_mining.records import (
    AgencyMention,
    CellRef,
    Citation,
    DateMention,
    Fraction,
    Header,
    Indicator,
    Mention,
    Period,
    Record,
)

PROVINCES = ("Lâm Hải", "Sơn Khê", "Đông Phù")
TYPES = (("QĐ", "Quyết định"), ("KH", "Kế hoạch"), ("BC", "Báo cáo"), ("CT", "Chỉ thị"))
CENTRAL = (("NQ-CP", "Nghị quyết", "Chính phủ"), ("QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ"))
UNITS = ("hồ sơ", "văn bản", "%", "đơn vị")
LABELS = ("hồ sơ trực tuyến", "văn bản đã ban hành", "tỷ lệ giải quyết đúng hạn", "đơn vị kiểm tra")


class Writer:
    """A text that grows together with its mentions."""

    def __init__(self) -> None:
        self.text = ""
        self.found: dict[type[Mention], list[Mention]] = {}

    def say(self, words: str) -> None:
        """Add words that are no mention."""
        self.text += words

    def mention(self, type_: type[Mention], words: str, **fields: object) -> None:
        """Add words that are a mention."""
        found = self.found.setdefault(type_, [])
        name = f"{type_.__name__[0].lower()}{len(found) + 1}"
        start = len(self.text)
        self.text += words
        found.append(type_(start=start, end=len(self.text), text=words, id=name, **fields))  # type: ignore[call-arg]

    def of(self, kind: type[Mention]) -> tuple[Mention, ...]:
        """The mentions of a kind."""
        return tuple(self.found.get(kind, ()))


def made_documents(
    count: int, seed: int = 0, *, citations: int = 12, figures: int = 12
) -> Iterator[tuple[Record, str]]:
    """Records with their texts; the same for the same arguments."""
    for i in range(count):
        yield _made(random.Random(f"{seed}/{i}"), i, citations, figures)


def _made(rng: random.Random, i: int, citations: int, figures: int) -> tuple[Record, str]:
    province = PROVINCES[i % len(PROVINCES)]
    issuer = f"Ủy ban nhân dân tỉnh {province}"
    year = 2019 + i % 6
    number, date = f"{i // 6 + 1:02d}/BC-UBND", f"{year}-{1 + i % 12:02d}-{1 + i % 28:02d}"
    made = Writer()
    made.mention(
        Citation, f"Số: {number}", kind="self", number=number, number_raw=number,
        doc_type="Báo cáo", date=date, issuer=issuer,
    )  # fmt: skip
    made.say(f"\n\nBÁO CÁO\nKết quả cải cách hành chính tỉnh {province} năm {year}\n\n")
    for _ in range(citations):
        _cite(made, rng, issuer, year)
    for _ in range(figures):
        _count(made, rng, province, year)
    record = Record(
        source=f"{province}/{year}/bao-cao-{i:05d}.txt",
        doc_id=hashlib.sha256(f"{made.text}{i}".encode()).hexdigest(),
        media_type="text/plain",
        header=Header(
            doc_number=number, doc_type="Báo cáo", doc_date=date, issuer=issuer,
            title=f"Kết quả cải cách hành chính tỉnh {province} năm {year}",
        ),
        citations=made.of(Citation), dates=made.of(DateMention), periods=made.of(Period),
        agencies=made.of(AgencyMention), indicators=made.of(Indicator),
    )  # fmt: skip
    return record, made.text


def _cite(made: Writer, rng: random.Random, issuer: str, year: int) -> None:
    written = rng.randint(year - 3, year)
    if rng.random() < 0.3:
        code, doc_type, by = rng.choice(CENTRAL)
        number = f"{rng.randint(1, 120):02d}/{code}"
    else:
        code, doc_type = rng.choice(TYPES)
        number, by = f"{rng.randint(1, 600):02d}/{code}-UBND", issuer
    day = 1 + hash_of(number, written) % 28
    date = f"{written}-{1 + hash_of(number) % 12:02d}-{day:02d}"
    made.say("Thực hiện ")
    words = f"{doc_type} số {number}"
    if rng.random() < 0.7:
        words += f" ngày {day}/{int(date[5:7])}/{written}"
        made.mention(
            Citation, words, number=number, number_raw=number, doc_type=doc_type, date=date,
            issuer=by, relation="implements", subject="cải cách hành chính",
        )  # fmt: skip
        made.say(" ")
        made.mention(DateMention, f"{day}/{int(date[5:7])}/{written}", value=date)
    else:
        made.mention(
            Citation, words, number=number, number_raw=number, doc_type=doc_type, issuer=by,
            relation="mentions",
        )  # fmt: skip
    made.say(", các cơ quan đã triển khai đồng bộ nhiều giải pháp nâng cao chất lượng phục vụ.\n")


def _count(made: Writer, rng: random.Random, province: str, year: int) -> None:
    which = rng.randrange(len(UNITS))
    made.mention(Period, f"năm {year}", value=str(year))
    made.say(", ")
    made.mention(AgencyMention, "UBND tỉnh", name=f"Ủy ban nhân dân tỉnh {province}")
    made.say(", ")
    made.mention(AgencyMention, "Sở Nội vụ", name=f"Sở Nội vụ tỉnh {province}", level="province")
    made.say(" đạt ")
    value: float | Fraction = rng.randint(1, 9000)
    if rng.random() < 0.1:
        value = Fraction(num=30, den=43)
    cell = CellRef(table="t1", row=1, column=2, row_label="Tổng số") if which == 3 else None
    made.mention(
        Indicator, "30/43" if isinstance(value, Fraction) else str(value), value=value,
        unit=UNITS[which], label=LABELS[which], period=str(year), agency=f"tỉnh {province}",
        table=cell,
    )  # fmt: skip
    made.say(f" {UNITS[which]}, tăng so với cùng kỳ, cơ bản đáp ứng yêu cầu nhiệm vụ được giao.\n")


def hash_of(*parts: object) -> int:
    """A number that depends on the parts alone, in every run."""
    return int.from_bytes(hashlib.sha256(repr(parts).encode()).digest()[:4], "big")
