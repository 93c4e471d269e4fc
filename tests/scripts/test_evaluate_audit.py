"""evaluate_audit: known errors found or missed, controls met, planted lists of both kinds."""

from __future__ import annotations

import json
from pathlib import Path

import evaluate_audit
import pytest

_TEXT = "Có 13/43 đơn vị xếp hạng Khá (chiếm tỷ lệ 31,24%). Đã xử lý 20/25 hồ sơ, đạt 80%.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(_TEXT, encoding="utf-8")
    return folder


def _table(path: Path, *rows: tuple[str, ...]) -> Path:
    path.write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")
    return path


def test_an_anomaly_is_found_by_what_overlaps_it(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anomalies = _table(
        tmp_path / "anomalies.tsv",
        ("id", "file", "offset", "quote", "kind", "confidence"),
        ("A1", "a", "3", "13/43", "pct_mismatch", "high"),
        ("A2", "a", str(_TEXT.index("20/25")), "20/25", "pct_mismatch", "high"),
    )
    audited = list(evaluate_audit.audit(reports))
    evaluate_audit.report_anomalies(evaluate_audit.read_anomalies(anomalies), audited)
    shown = capsys.readouterr().out.splitlines()
    assert "share-of-fraction:error" in shown[1]
    assert "MISSED" in shown[2]


def test_a_control_that_is_met_is_told(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    controls = _table(
        tmp_path / "controls.tsv", ("file", "offset", "quote", "check"), ("a", "3", "13/43", "")
    )
    audited = list(evaluate_audit.audit(reports))
    evaluate_audit.report_controls(evaluate_audit.read_anomalies(controls), audited)
    assert "1 controls, 1 hit" in capsys.readouterr().out


def test_planted_errors_of_both_kinds_of_list_are_scored(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = _table(
        tmp_path / "planted.tsv",
        ("document", "kind", "quote", "right", "evidence"),
        ("a", "pct_mismatch", "31,24%", "30,23", "13/43"),
    )
    lines = tmp_path / "planted.jsonl"
    at = _TEXT.index("31,24")
    row = {"document": "documents/a.txt", "kind": "pct_mismatch", "start": at, "end": at + 5}
    lines.write_text(json.dumps(row) + "\n", encoding="utf-8")
    audited = list(evaluate_audit.audit(reports))
    for path in (table, lines):
        planted = evaluate_audit.read_planted(path, {one.name: one.text for one in audited})
        evaluate_audit.report_planted(planted, audited)
        assert "recall 1/1  precision 1/1 = 1.000" in capsys.readouterr().out
