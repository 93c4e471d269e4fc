"""`cchc doctor`: what is installed and what is missing."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from cchc_mining.cli import doctor

from .support import call


def test_what_is_needed_is_what_the_package_depends_on(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>=~ ]", dependency)[0] for dependency in project["dependencies"]}
    assert names == set(doctor.PACKAGES)


def test_all_is_well_here() -> None:
    called = call("doctor", "--lang", "vi")
    assert called.code == 0
    assert "Máy đã đủ những gì cần." in called.out
    assert "SQLite FTS5" in called.out


def test_what_is_missing_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("click", "khong-co-goi-nay"))
    called = call("doctor", "--lang", "en")
    assert called.code == 1
    assert re.search(r"\[missing\] khong-co-goi-nay - get it: .*pip install", called.out)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "plan9"])
def test_programs_for_later_formats_are_no_reason_to_fail(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    monkeypatch.setattr(doctor.sys, "platform", platform)
    called = call("doctor", "--json")
    assert called.code == 0
    checks = {check["name"]: check for check in json.loads(called.out)}
    assert checks["tesseract"]["found"] is None
    assert checks["tesseract"]["how"]
    assert not checks["LibreOffice"]["needed"]
    assert checks["sqlite-fts5"]["found"]


def test_programs_that_are_there_are_asked_for_their_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed = {"--version": "tesseract 5.3.0\n leptonica", "--list-langs": "List:\neng\nvie\n"}
    monkeypatch.setattr(doctor, "_output", lambda program, argument: printed[argument])
    checks = {check["name"]: check for check in json.loads(call("doctor", "--json").out)}
    assert checks["tesseract"]["found"] == "tesseract 5.3.0"
    assert checks["tesseract-vie"]["found"] == "eng, vie"


def test_a_program_that_does_not_answer_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(command: list[str], **settings: object) -> None:
        raise doctor.subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(doctor.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(doctor.subprocess, "run", hang)
    checks = {check["name"]: check for check in json.loads(call("doctor", "--json").out)}
    assert checks["tesseract"]["found"] is None
