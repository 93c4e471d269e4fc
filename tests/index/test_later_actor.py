"""What acts on a citation may come after it in the text."""

from __future__ import annotations

from pathlib import Path

from cchc_mining.index import open_index
from cchc_mining.pipeline import INDEX, mine_archive


def test_a_passive_leads_to_a_later_mention(tmp_path: Path) -> None:
    text = (
        "Quyết định số 640/QĐ-UBND ngày 15/3/2019 của UBND tỉnh Hà Nam, được sửa đổi tại Quyết định"
        " số 905/QĐ-UBND ngày 03/4/2024 của UBND tỉnh Hà Nam."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    mine_archive([tmp_path / "a.txt"], tmp_path / "out")
    with open_index(tmp_path / "out" / INDEX) as index:
        (fate,) = index.fates("640/qđ-ubnd@ủy-ban-nhân-dân-tỉnh-hà-nam@2019")
    assert (fate.fate, fate.by_number) == ("amended", "905/QĐ-UBND")
