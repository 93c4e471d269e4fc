"""Every check does what its own examples say, and says what auditors need to know of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_mining import Archive
from cchc_mining.audit import CHECKS, Check, Example
from cchc_mining.pipeline import audit_again, mine_archive
from cchc_mining.records import Finding
from cchc_mining.register import read_list


def findings(folder: Path, archive: Example) -> list[Finding]:
    """Mine and audit the texts of an example."""
    texts = folder / "texts"
    texts.mkdir()
    for number, text in enumerate(archive.documents, 1):
        (texts / f"{number}.txt").write_text(text, encoding="utf-8", newline="")
    mine_archive([texts], folder / "out")
    if archive.register:
        (folder / "register.csv").write_text(archive.register, encoding="utf-8")
        audit_again(folder / "out", register=read_list(folder / "register.csv").entries)
    with Archive(folder / "out") as found:
        return list(found.findings())


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(check, archive, id=f"{check.slug}-{number}")
        for check in CHECKS
        for number, archive in enumerate(getattr(check, kind), 1)
    ]


@pytest.mark.parametrize(("check", "archive"), _cases("fires"))
def test_a_check_finds_what_its_examples_contain(
    tmp_path: Path, check: Check, archive: Example
) -> None:
    assert check.slug in {finding.check for finding in findings(tmp_path, archive)}


@pytest.mark.parametrize(("check", "archive"), _cases("silent"))
def test_a_check_is_silent_on_what_is_right(tmp_path: Path, check: Check, archive: Example) -> None:
    assert check.slug not in {finding.check for finding in findings(tmp_path, archive)}


def test_slugs_are_unique() -> None:
    slugs = [check.slug for check in CHECKS]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.slug)
def test_a_check_is_documented_and_has_examples(check: Check) -> None:
    for words in (check.title, check.rule, check.tolerance):
        assert words.vi.strip()
        assert words.en.strip()
    assert check.source.strip()
    assert check.fires
    assert check.silent
