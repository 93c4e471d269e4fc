"""What is in a container is listed by workers, and a container that ends them is one failure."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

from cchc_mining.run import identify, walk
from cchc_mining.run.engines import Failed, Local

from ..test_containers import TEXT, found, message, zipped


def test_containers_are_opened_by_workers(tmp_path: Path) -> None:
    """Under a name that is not Unicode, too, where the system allows it."""
    inner = zipped(a_txt="Báo cáo", b_txt=TEXT)
    named = "b\udce1o.zip" if sys.platform == "linux" else "b.zip"
    for name, data in {
        "a.zip": zipped(c_zip=inner, d_txt=TEXT),
        named: inner,
        "c.eml": message(("x.zip", inner)),
        "d.txt": b"x",
        "e.zip": b"PK",
    }.items():
        (tmp_path / name).write_bytes(data)
    by_workers = list(identify(walk([tmp_path]), engine=Local(2)))
    assert by_workers == found(tmp_path)
    assert len(by_workers) == 14


def test_a_container_that_nobody_survives_is_one_failure(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(zipped(x_txt=name))
    (tmp_path / "c.txt").write_text(TEXT, "utf-8")

    def engine(jobs: Iterable[Any], work: Any) -> Generator[tuple[Any, Any]]:
        for job in reversed(list(jobs)):
            yield job, Failed("worker-died") if job.name == "a.zip" else work.function(job)

    items = list(identify(walk([tmp_path]), engine=engine))
    assert [(item.name, item.reason) for item in items] == [
        ("a.zip", "worker-died"), ("b.zip", "container"), ("b.zip!x.txt", None), ("c.txt", None),
    ]  # fmt: skip
    assert items[0].sha256
