"""An archive of yearly reports of provinces and a department, written by hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cchc_mining import link
from cchc_mining.index import IndexWriter
from cchc_mining.records import Header, Indicator, Record

KH, NT, NA = "tỉnh Khánh Hòa", "tỉnh Ninh Thuận", "tỉnh Nghệ An"
# agency, year, percentage of dossiers filed online, rank
REPORTS = [
    (KH, 2023, 66.5, 30), (KH, 2024, 71.0, 14), (KH, 2025, 80.25, 9),
    (NT, 2023, 70.0, 41), (NT, 2024, 73.5, 38),
    (NA, 2023, 60.0, 20), (NA, 2024, 65.0, 18), (NA, 2025, 66.0, 17),
]  # fmt: skip


class _Text:
    def __init__(self) -> None:
        self.text = ""
        self.figures: list[Indicator] = []

    def figure(self, words: str, value: float, **fields: object) -> None:
        number = f"{value:g}".replace(".", ",")
        start = len(self.text) + len(words) + 1
        self.text += f"{words} {number}; "
        self.figures.append(
            Indicator(start=start, end=start + len(number), text=number, id=f"i{start}", value=value,
                      indicator_value=value, indicator_confidence=0.9, page=1, **fields)  # type: ignore[arg-type]
        )  # fmt: skip


def _report(agency: str, year: int, online: float, rank: int) -> tuple[Record, str]:
    made = _Text()
    made.text = (
        f"Báo cáo năm {year} của {agency}. " + f"Nội dung số {year} riêng của {agency}. " * 8
    )
    same = {"period": str(year), "agency": agency}
    made.figure("Tỷ lệ hồ sơ trực tuyến đạt", online, unit="%", label="tỷ lệ hồ sơ trực tuyến",
                indicator_id="online_rate", **same)  # fmt: skip
    if (agency, year) == (KH, 2024):
        made.figure("riêng khối cấp xã", 90.5, unit="%", label="tỷ lệ của khối cấp xã",
                    indicator_id="online_rate", **same)  # fmt: skip
    made.figure("Quý IV đạt", online + 1, unit="%", label="tỷ lệ", indicator_id="online_rate",
                period=f"{year}-Q4", agency=agency)  # fmt: skip
    made.figure("phấn đấu năm sau đạt", online + 5, unit="%", label="tỷ lệ hồ sơ trực tuyến",
                indicator_id="online_rate", role="target", period=str(year + 1), agency=agency)  # fmt: skip
    made.figure("PAR INDEX xếp thứ", rank, unit="thứ bậc", label="xếp hạng PAR INDEX",
                indicator_id="par_index_rank", **same)  # fmt: skip
    record = Record(
        source=f"{year}/{agency}.txt",
        doc_id=hashlib.sha256(made.text.encode()).hexdigest(),
        header=Header(doc_number=f"7/BC-UBND-{rank}", doc_date=f"{year + 1}-01-15"),
        indicators=tuple(made.figures),
    )
    return record, made.text


def write_archive(folder: Path) -> Path:
    """Write the archive's index; the folder."""
    with IndexWriter(folder / "index.sqlite", link) as writer:
        for report in REPORTS:
            writer.add(*_report(*report))
        writer.finish()
    return folder
