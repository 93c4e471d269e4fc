"""What is built holds what it needs, and works where the repository is not."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.walkthrough import REPOSITORY

pytest.importorskip("hatchling", reason="hatchling is not installed (extra `dev`)")

_LARGEST = 8 << 20  # bytes of a wheel
_SMOKE = """
import sys
from pathlib import Path
import cchc_mining as cm
assert Path(cm.__file__).is_relative_to(sys.argv[1]), cm.__file__
Path("a.txt").write_text(
    "UBND TỈNH BẮC GIANG\\nCăn cứ Quyết định số 12/QĐ-UBND ngày 03/4/2024 của UBND tỉnh, "
    "tỷ lệ hồ sơ trực tuyến đạt 95,5%.", encoding="utf-8")
assert cm.mine("a.txt").citations[0].date == "2024-04-03"
if __name__ == "__main__":
    cm.mine_archive(["a.txt"], "out", jobs=1)
    with cm.Archive("out") as archive:
        assert archive.cited("12/QĐ-UBND").total == 1
        assert len(archive.figures_frame()) == 1
    print(cm.json_schema("record")["title"])
"""


def built(kind: str, source: Path, out: Path) -> Path:
    """The wheel or sdist of a source tree."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(out)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    [path] = out.iterdir()
    return path


def test_a_wheel_made_from_the_sdist_works_without_the_repository(tmp_path: Path) -> None:
    sdist = built("sdist", REPOSITORY, tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "tree", filter="data")
    [tree] = (tmp_path / "tree").iterdir()
    wheel = built("wheel", tree, tmp_path / "wheel")
    assert wheel.stat().st_size < _LARGEST
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "site")
    packed = {name.removeprefix("cchc_mining/") for name in names}
    here = REPOSITORY / "cchc_mining"
    needed = {
        path.relative_to(here).as_posix()
        for path in here.rglob("*")
        if path.suffix in {".py", ".tsv", ".json", ".html", ".css", ".typed"} and path.is_file()
    }
    models = REPOSITORY / "models"
    needed |= {
        f"_models/{p.relative_to(models).as_posix()}" for p in models.rglob("*") if p.is_file()
    }
    assert needed - packed == set()
    smoke = tmp_path / "smoke.py"
    smoke.write_text(_SMOKE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(smoke), str(tmp_path / "site")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["record"]
