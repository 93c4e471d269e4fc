"""Numbers out of their series: every document that writes one is named.  Own wording; none tuned the code."""

from __future__ import annotations

from pathlib import Path

from cchc_mining import Archive
from cchc_mining.pipeline import mine_archive

_RIGHT = ((210, "10/02/2023"), (1204, "12/5/2023"), (1377, "08/6/2023"), (2100, "15/9/2023"))
_WRONG = (8512, "20/5/2023")


def _cited(*pairs: tuple[int, str]) -> str:
    acts = (f"Quyết định số {n}/QĐ-UBND ngày {day} của UBND tỉnh Hà Nam" for n, day in pairs)
    return f"Căn cứ {'; '.join(acts)}.\n"


def test_all_who_write_the_number_are_named(tmp_path: Path) -> None:
    texts = {"a.txt": _cited(*_RIGHT, _WRONG), "b.txt": _cited(_WRONG), "c.txt": _cited(*_RIGHT)}
    for name, text in texts.items():
        (tmp_path / "in" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    mine_archive([tmp_path / "in"], tmp_path / "out", jobs=1)
    with Archive(tmp_path / "out") as archive:
        (found,) = archive.findings(check="number-out-of-series")
    places = [(found.source, found.text), *((one.source, one.text) for one in found.evidence)]
    assert [source for source, text in places if "8512" in text] == ["a.txt", "b.txt"]
