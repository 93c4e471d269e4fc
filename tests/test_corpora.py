"""The sample archive keeps what corpora/SOURCES.md promises."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from gold import SUFFIXES, GoldFile, read_gold

from cchc_mining.intake import read_file

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
LAM_HAI = CORPORA / "lam-hai"
DOCUMENTS = sorted(path for path in LAM_HAI.iterdir() if path.suffix in SUFFIXES)
GOLD = {file.name: file for file in read_gold(LAM_HAI)}

_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?(/\d{4}-\d{2}-\d{2})?")
_PERIOD = re.compile(r"\d{4}(-(\d{2}|Q[1-4]))?(/\d{4}(-\d{2})?)?")
_INTERVAL = re.compile(rf"{_PERIOD.pattern}|{_DATE.pattern}")
_RELATIONS = {
    *("basis", "implements", "guides", "issues", "amends", "amended_by"),
    *("replaces", "repeals", "attached_to", "reports", "mentions"),
}
_APPROX = {None, ">", "<", "~", "<~", ">=", "<="}
_ROLES = {"value", "change", "target", "share"}


def _planted() -> list[dict[str, str]]:
    lines = (CORPORA / "planted.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if x[:2] != "# "), delimiter="\t"))


def test_there_are_twelve_documents_or_more_and_each_has_gold() -> None:
    assert len(DOCUMENTS) >= 12
    assert sorted(path.stem for path in DOCUMENTS) == sorted(GOLD)


@pytest.mark.parametrize("file", GOLD.values(), ids=list(GOLD))
def test_every_label_stands_where_it_says_and_is_well_formed(file: GoldFile) -> None:
    gold = file.resolve(read_file(file.path).text)  # raises where a label is misplaced
    assert gold.header is not None
    assert gold.citations
    assert gold.indicators
    for citation in gold.citations:
        assert citation.kind in ("numbered", "named", "self")
        assert citation.date is None or _DATE.fullmatch(citation.date)
        assert citation.relation in _RELATIONS
    for date in gold.dates:
        assert (date.value is None) <= (not date.valid or "/" in date.text)
        assert date.value is None or _DATE.fullmatch(date.value)
    for period in gold.periods:
        assert period.value is None or _PERIOD.fullmatch(period.value)
    for agency in gold.agencies:
        assert agency.name
    for indicator in gold.indicators:
        assert indicator.value is not None
        assert indicator.role in _ROLES
        assert indicator.approx in _APPROX
        assert indicator.keywords
        assert indicator.period is None or _INTERVAL.fullmatch(indicator.period)


@pytest.mark.parametrize("row", _planted(), ids=lambda row: f"{row['document']}-{row['kind']}")
def test_planted_contradictions_are_there(row: dict[str, str]) -> None:
    text = read_file(GOLD[row["document"]].path).text
    assert text.count(row["quote"]) == 1
    assert row["right"] not in row["quote"] or not row["right"]


def test_contradictions_of_every_kind_are_planted() -> None:
    assert {row["kind"] for row in _planted()} == {
        "date_conflict",
        "difference_mismatch",
        "impossible_date",
        "pct_mismatch",
        "subject_conflict",
        "sum_mismatch",
    }


def test_every_document_is_described() -> None:
    described = re.findall(r"^\| (\S+\.\w+) \|", (CORPORA / "SOURCES.md").read_text("utf-8"), re.M)
    assert sorted(described) == [path.name for path in DOCUMENTS]
