"""Scoring: a record that says what the gold says is right in every row; each slip costs its row."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import msgspec
import pytest
from gold import GoldDocument, GoldError, read_gold
from scoring import MEASURES, comparable, figures, judge, token_f1

from cchc_mining.intake import read_file
from cchc_mining.records import Record

Label = dict[str, Any]
LISTS = {
    "citation": "citations",
    "date": "dates",
    "period": "periods",
    "agency": "agencies",
    "indicator": "indicators",
}
TEXT = "Sở Nội vụ đã giảm hơn 12 hồ sơ theo Quyết định số 31/QĐ-UBND ngày 05/4/2023 của UBND tỉnh."


def label(layer: str, text: str, **fields: Any) -> Label:
    start = TEXT.index(text)
    return {"layer": layer, "start": start, "end": start + len(text), "text": text, **fields}


LABELS: list[Label] = [
    {"layer": "header", "doc_type": "Báo cáo", "title": "Kết quả cải cách hành chính"},
    label("agency", "Sở Nội vụ", name="Sở Nội vụ tỉnh Lâm Hải"),
    label(
        "indicator",
        "12",
        value=-12,
        unit="hồ sơ",
        approx=">",
        role="change",
        label="hồ sơ giảm",
        keywords=["hồ sơ", "giảm"],
        period="2023",
        agency="tỉnh Lâm Hải",
    ),
    label(
        "citation",
        "Quyết định số 31/QĐ-UBND ngày 05/4/2023",
        kind="numbered",
        number="31/QĐ-UBND",
        doc_type="Quyết định",
        date="2023-04-05",
        issuer="Ủy ban nhân dân tỉnh Lâm Hải",
        relation="basis",
        subject="quy chế tiếp nhận hồ sơ",
    ),
    label("date", "05/4/2023", value="2023-04-05"),
]


def wire(labels: list[Label]) -> dict[str, Any]:
    """The record, as JSON has it, of a miner that found exactly these labels."""
    record: dict[str, Any] = {"source": "x", **{name: [] for name in LISTS.values()}}
    for entry in labels:
        fields = {k: v for k, v in entry.items() if v is not None and k in _FIELDS}
        if entry["layer"] == "header":
            record["header"] = fields
        elif entry["layer"] in LISTS:
            record[LISTS[entry["layer"]]].append(fields)
    return record


def as_record(labels: list[Label]) -> Record:
    return msgspec.convert(wire(labels), Record)


_FIELDS = {
    *("start", "end", "text", "kind", "number", "doc_type", "date", "issuer", "subject"),
    *("relation", "footnote", "value", "valid", "name", "anaphor", "unit", "approx", "role"),
    *("label", "period", "agency", "doc_number", "doc_date", "place", "title"),
    *("signer", "signer_position"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    write_labels(tmp_path, LABELS)
    return tmp_path


def write_labels(folder: Path, labels: list[Label]) -> None:
    lines = (json.dumps(entry, ensure_ascii=False) for entry in labels)
    (folder / "a.gold.jsonl").write_text("\n".join(lines), encoding="utf-8")


def only(folder: Path) -> GoldDocument:
    [file] = read_gold(folder)
    return file.resolve(TEXT)


def test_a_record_equal_to_the_gold_is_right_in_every_row(folder: Path) -> None:
    for figure in figures(judge(only(folder), as_record(LABELS))).values():
        assert figure.value in (1.0, None)


@pytest.mark.parametrize(
    ("layer", "changes", "rows"),
    [
        ("header", {"doc_type": "Kế hoạch"}, {"header"}),
        ("header", {"title": "Kết quả cải cách hành chính năm"}, set()),  # close enough
        ("agency", {"name": "Sở Nội vụ tỉnh Phú Khê"}, {"agency.name"}),
        ("citation", {"number": "13/QĐ-UBND"}, {"citation.numbered"}),
        ("citation", {"number": "31 / qđ-ubnd"}, set()),  # blanks and case do not count
        ("citation", {"date": None}, {"citation.date"}),
        ("citation", {"relation": "implements"}, set()),  # counts as basis
        ("citation", {"relation": "replaces"}, {"citation.relation"}),
        ("citation", {"subject": "quy chế"}, {"citation.subject"}),
        ("date", {"value": "2023-05-04"}, {"date"}),
        ("indicator", {"value": 12}, {"indicator.sign"}),
        ("indicator", {"unit": "hồ sơ trực tuyến"}, set()),  # the longer noun counts the same
        ("indicator", {"unit": "triệu đồng"}, {"indicator.unit", "indicator.tuple"}),
        ("indicator", {"approx": None}, {"indicator.approx"}),
        ("indicator", {"role": "value"}, {"indicator.role"}),
        ("indicator", {"period": "2022"}, {"indicator.period", "indicator.tuple"}),
        ("indicator", {"label": "nội dung"}, {"indicator.label", "indicator.tuple"}),
        ("indicator", {"label": "hồ sơ giảm " * 9}, {"indicator.label", "indicator.tuple"}),
    ],
)
def test_each_slip_costs_its_rows(folder: Path, layer: str, changes: Label, rows: set[str]) -> None:
    found = [entry | changes if entry["layer"] == layer else entry for entry in LABELS]
    result = figures(judge(only(folder), as_record(found)))
    assert {row for row, figure in result.items() if figure.value not in (1.0, None)} == rows


def test_what_is_missed_and_what_is_spurious_are_told_apart(folder: Path) -> None:
    elsewhere = [
        entry | {"start": 0, "end": 2} if entry["layer"] == "date" else entry for entry in LABELS
    ]
    verdicts = [j.verdict for j in judge(only(folder), as_record(elsewhere)) if j.row == "date"]
    assert verdicts == ["missed", "spurious"]


def test_outside_the_windows_only_citations_and_dates_count(folder: Path) -> None:
    write_labels(folder, [{"layer": "windows", "windows": [[0, 5]]}, *LABELS])
    result = figures(judge(only(folder), as_record(LABELS)))
    counted = {row for row in ("date", "citation.numbered", "agency") if result[row].n}
    assert counted == {"date", "citation.numbered", "agency"}
    assert result["indicator.value"].n == 0


def test_labels_without_offsets_are_placed_by_occurrence(folder: Path) -> None:
    write_labels(folder, [{"layer": "date", "text": "0", "occurrence": 2, "value": None}])
    second = TEXT.index("0", TEXT.index("0") + 1)
    assert [(m.start, m.end) for m in only(folder).dates] == [(second, second + 1)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ({"layer": "date", "start": 1, "end": 3, "text": "05"}, "offset 1"),
        ({"layer": "date", "text": "không có"}, "is not there"),
        ({"layer": "dates", "text": "05"}, "line 1"),
    ],
)
def test_gold_that_cannot_be_used_is_refused(folder: Path, line: Label, message: str) -> None:
    write_labels(folder, [line])
    with pytest.raises(GoldError, match=message):
        only(folder)


def test_words_are_compared_without_case_blanks_and_short_forms() -> None:
    assert comparable("UBND  TP. Hải Bình;") == comparable("Uỷ ban nhân dân thành phố Hải Bình")
    assert token_f1("kế hoạch năm 2024", "Kế hoạch") == pytest.approx(2 * 2 / 6)
    assert token_f1(None, "") == 1.0


# -- Beside the reference scorer, where it is at hand --------------------------------------------


@pytest.fixture(scope="module")
def reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", shared / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blurred(labels: list[Label], draw: Random) -> list[Label]:
    """What a poor miner would have found: mentions lost, moved, doubled; fields wrong or gone."""
    found: list[Label] = []
    for entry in labels:
        if draw.random() < 0.1 or entry["layer"] == "windows":
            continue
        entry = dict(entry)
        for name in ("number", "date", "issuer", "subject", "unit", "label", "period", "agency"):
            if isinstance(entry.get(name), str) and draw.random() < 0.15:
                entry[name] = draw.choice((None, entry[name].upper(), entry[name][:-2]))
        if isinstance(entry.get("value"), int | float) and draw.random() < 0.1:
            entry["value"] = -entry["value"]
        if "start" in entry and draw.random() < 0.2:
            entry["end"] += draw.randint(1, 30)
        found.append(entry)
        if "start" in entry and draw.random() < 0.05:
            found.append(entry | {"start": entry["start"] + 60, "end": entry["end"] + 60})
    return sorted(found, key=lambda entry: entry.get("start", -1))


@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_the_reference_scorer(
    reference: ModuleType, shared: Path, seed: int
) -> None:
    ours: list[Any] = []
    theirs: list[Any] = []
    for file in read_gold(shared / "gold"):
        gold_path = file.path.with_name(f"{file.name}.gold.jsonl")
        labels = [json.loads(x) for x in gold_path.read_bytes().splitlines() if x]
        found = blurred(labels, Random(seed))
        judged = judge(file.resolve(read_file(file.path).text), as_record(found))
        expected, _ = reference.score(labels, wire(found))
        assert_same(figures(judged), expected)
        ours += judged
        theirs.append(expected)
    assert_same(figures(ours), reference.merge(theirs), tolerance=2e-4)


def assert_same(ours: dict[str, Any], theirs: dict[str, Any], tolerance: float = 6e-5) -> None:
    for row, expected in theirs.items():
        key = next(name for name in ("F1", "acc", "token_f1", "recall") if name in expected)
        assert ours[row].measure == key
        assert ours[row].value == pytest.approx(expected[key], abs=tolerance), row
        assert ours[row].n == expected.get("n", expected.get("gold")), row
    assert set(theirs) <= set(MEASURES)
