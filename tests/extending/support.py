"""A package that extends ours, installed into a folder without pip, and programs that run with it."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import REPOSITORY

EDUCATION = Path(__file__).parent / "education"


def installed(source: Path, site: Path) -> Path:
    """A folder of modules and a pyproject.toml, put where `importlib.metadata` finds it."""
    project = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    groups = project["entry-points"].items()
    (info / "entry_points.txt").write_text("".join(map(_group, groups)), encoding="utf-8")
    for module in source.glob("*.py"):
        (site / module.name).write_bytes(module.read_bytes())
    return site


def _group(group: tuple[str, dict[str, str]]) -> str:
    title, points = group
    return f"[{title}]\n" + "".join(f"{name} = {value}\n" for name, value in points.items())


def python(
    *arguments: object, sites: Iterable[Path] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run Python with some packages installed beside ours."""
    path = os.pathsep.join(map(str, (REPOSITORY, *sites)))
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def cchc(*arguments: object, sites: Iterable[Path] = ()) -> subprocess.CompletedProcess[str]:
    """Run `cchc` with some packages installed beside ours, in English."""
    return python("-m", "cchc_mining", "--lang", "en", *arguments, sites=sites)
