"""The guide to extending runs as it stands: its tables, its package, its programs and commands."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.walkthrough import blocks, console, document

from .support import EDUCATION, cchc, installed, python

GUIDE = "docs/howto/extending.md"
_TABLE = re.compile(r"^`(lexicon/\w+\.tsv)`[^`]*```text\n(.*?)^```", re.M | re.S)


def test_the_guide_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EDUCATION / "reports", "reports")
    Path("lexicon").mkdir()
    for name, rows in _TABLE.findall(document(GUIDE)):
        Path(name).write_text(rows, encoding="utf-8")
    program, extractor, frame, check = blocks(GUIDE, "python")
    source = tmp_path / "source"
    source.mkdir()
    (source / "education_reports.py").write_text(f"{extractor}\n\n{check}", encoding="utf-8")
    [project] = blocks(GUIDE, "toml")
    (source / "pyproject.toml").write_text(project, encoding="utf-8")
    sites = [installed(source, tmp_path / "site")]
    for line in console(GUIDE):
        done = cchc(*shlex.split(line.removeprefix("$ cchc ")), sites=sites)
        assert done.returncode == 0, done.stderr
    for code, shown in ((program, "Hội Khuyến học xã Nà Lũng"), (frame, "fields.last")):
        done = python("-c", code, sites=sites)
        assert done.returncode == 0, done.stderr
        assert shown in done.stdout
