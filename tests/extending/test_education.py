"""The worked example: a package for reports on education, and the tables that go with it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from cchc_mining import Archive
from cchc_mining.records import Record, json_schema

from .support import EDUCATION, cchc, installed, python

LEXICON = EDUCATION / "lexicon"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package is installed."""
    return installed(EDUCATION, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def out(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report, mined with the package and its tables."""
    folder = tmp_path_factory.mktemp("education") / "out"
    done = cchc("mine", EDUCATION / "reports", "--out", folder, "--lexicon", LEXICON, sites=[site])
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def record(out: Path) -> Record:
    with Archive(out) as archive:
        (found,) = archive.records()
    return found


def test_rows_of_ones_own_are_read(record: Record) -> None:
    names = {agency.text: agency.name for agency in record.agencies}
    assert names["Hội Khuyến học Nà Lũng"] == "Hội Khuyến học xã Nà Lũng"
    assert {figure.unit for figure in record.indicators} >= {"suất ăn", "suất"}


def test_indicators_of_ones_own_are_known(record: Record) -> None:
    values = {
        figure.indicator_id: (figure.indicator_value, figure.indicator_confidence)
        for figure in record.indicators
        if figure.indicator_id
    }
    assert values == {
        "schools": (412, 0.95),
        "classes": (6180, 0.95),
        "solid_classrooms_rate": (92.4, 0.95),
        "boarding_meals": (15300, 0.95),
        "universal_education_spending": (12500, 0.95),
    }


def test_questions_know_the_indicators(out: Path) -> None:
    asked = cchc("compare", "phong hoc kien co", "--json", "--archive", out, "--lexicon", LEXICON)
    assert json.loads(asked.stdout)["indicator_id"] == "solid_classrooms_rate"
    asked = cchc("--lexicon", LEXICON, "indicators", "--csv", "--archive", out)
    assert "boarding_meals,Số suất ăn bán trú" in asked.stdout
    asked = cchc("--lexicon", LEXICON, "figures", "--indicator", "số lớp học", "--archive", out)
    assert "6,180" in asked.stdout
    assert cchc("compare", "phong hoc kien co", "--archive", out).returncode == 1


def test_extras_are_kept_with_their_place(out: Path, record: Record) -> None:
    assert [(extra.id, extra.kind, extra.fields) for extra in record.extras] == [
        ("x1", "school-year", {"first": 2023, "last": 2024}),
        ("x2", "school-year", {"first": 2023, "last": 2025}),
    ]
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    jsonschema.Draft202012Validator(json_schema("record")).validate(json.loads(lines[0]))
    with Archive(out) as archive:
        text = archive.text(record.source)
        frame = archive.extras_frame()
        assert archive.extras_frame("other").empty
        (page,) = archive.export_annotations(out.parent / "annotations")
    assert all(text[extra.start : extra.end] == extra.text for extra in record.extras)
    assert frame["fields.last"].tolist() == [2024, 2025]
    assert str(frame["fields.first"].dtype) == "Int64"
    items = json.loads(page.read_text(encoding="utf-8"))["items"]
    bodies = [item["body"] for item in items if item["body"][0]["value"] == "school-year"]
    assert [json.loads(body[1]["value"])["fields"]["last"] for body in bodies] == [2024, 2025]


def test_checks_find_and_are_listed(out: Path, site: Path, tmp_path: Path) -> None:
    with Archive(out) as archive:
        found = {finding.check: finding for finding in archive.findings()}
    assert found["education-school-year"].expected == "2023 - 2024"
    assert found["education-class-size"].text == "47"
    listed = cchc("audit", "--list-checks", sites=[site]).stdout
    assert "education-class-size  Class larger than allowed" in listed
    asked = cchc("audit", out, "--check", "education-class-size", sites=[site])
    assert "47 students a class are more than the 45 allowed" in asked.stdout
    dossier = cchc("audit", out, "--to", tmp_path / "d.html", sites=[site])
    assert dossier.returncode == 0
    assert "School year that does not end the next year" in (tmp_path / "d.html").read_text("utf-8")


def test_a_new_report_is_checked_by_them_too(out: Path, site: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Kế hoạch năm học 2024 - 2026 của tỉnh.", encoding="utf-8")
    asked = cchc("audit", tmp_path / "new.txt", "--against", out, "--json", sites=[site])
    assert [finding["check"] for finding in json.loads(asked.stdout)] == ["education-school-year"]


def test_without_the_package_documents_are_mined_anew(out: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(out, tmp_path / "out")
    assert "education (education-reports 1.0)" in (folder / "manifest.json").read_text("utf-8")
    done = cchc("mine", EDUCATION / "reports", "--out", folder, "--lexicon", LEXICON)
    assert done.returncode == 0
    assert "Nothing has changed" not in done.stdout
    assert "taken over" not in done.stdout
    with Archive(folder) as archive:
        assert "education-class-size" not in {finding.check for finding in archive.findings()}


def test_the_checks_do_what_their_examples_say(site: Path, tmp_path: Path) -> None:
    program = """
import sys
import cchc_mining as cm
from pathlib import Path
from education_reports import CHECKS

for check in CHECKS:
    for kind in ("fires", "silent"):
        for number, archive in enumerate(getattr(check, kind)):
            folder = Path(sys.argv[1], f"{check.slug}-{kind}-{number}")
            folder.mkdir()
            for n, text in enumerate(archive.documents):
                (folder / f"{n}.txt").write_text(text, encoding="utf-8")
            cm.mine_archive([folder], folder / "out")
            with cm.Archive(folder / "out") as found:
                fired = check.slug in {finding.check for finding in found.findings()}
            print(fired == (kind == "fires"))
"""
    done = python("-c", program, tmp_path, sites=[site])
    assert done.stderr == ""
    assert done.stdout.split() == ["True"] * 4
