"""evaluate: comparison with the kept run, targets, and the table in the READMEs."""

from __future__ import annotations

from pathlib import Path

import accuracy_table
import evaluate
import pytest
from accuracy_table import BEGIN, END, render_table, with_table
from evaluate import Judged, Run, below_target, changes, read_kept, summarize, write_kept
from scoring import Judgement

RIGHT = Judgement("date", "hit", 10, "05/4/2023", grade=1.0)
MISSED = Judgement("date", "missed", 30, "06/4/2023")
SPURIOUS = Judgement("date", "spurious", 50, "1/2/3")


def test_a_run_keeps_rounded_figures_and_every_miss() -> None:
    run = summarize([Judged("a", [RIGHT, RIGHT, MISSED]), Judged("b", [SPURIOUS])])
    assert run.documents == 2
    assert run.figures["date"].value == 0.6667
    assert run.misses == {"date": ["a@30 missed: 06/4/2023", "b@50 spurious: 1/2/3"]}


def test_changes_are_listed_mention_by_mention() -> None:
    before = summarize([Judged("a", [RIGHT, MISSED])])
    after = summarize([Judged("a", [RIGHT, SPURIOUS])])
    gained, lost = changes(before, after)
    assert [line.split()[-1] for line in gained] == ["06/4/2023"]
    assert [line.split()[-1] for line in lost] == ["1/2/3"]


def test_rows_below_their_target_are_named() -> None:
    run = summarize([Judged("a", [RIGHT, MISSED])])
    assert below_target(run, {"date": 0.9, "period": 0.9}) == ["date 0.6667 < 0.9"]
    assert below_target(run, {"date": 0.6}) == []


def test_a_kept_run_reads_back_equal(tmp_path: Path) -> None:
    kept = {"gold": summarize([Judged("a", [RIGHT, MISSED])])}
    write_kept(kept, tmp_path / "kept.json")
    assert read_kept(tmp_path / "kept.json") == kept
    assert read_kept(tmp_path / "nothing.json") == {}


def test_the_sample_archive_is_evaluated_and_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate, "KEPT", tmp_path / "kept.json")
    assert evaluate.main(["--save"]) == 0
    assert evaluate.main(["--each", "--all"]) == 0
    shown = capsys.readouterr().out
    assert "since the kept run: 0 gained, 0 lost" in shown
    assert "== misses of citation.numbered" in shown


def test_a_folder_without_gold_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate.main([str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err


def test_the_table_replaces_what_stands_between_the_markers() -> None:
    document = f"before\n\n{BEGIN}\nold\n{END}\nafter\n"
    once = with_table(document, "| new |")
    assert once == f"before\n\n{BEGIN}\n\n| new |\n\n{END}\nafter\n"
    assert with_table(once, "| new |") == once
    with pytest.raises(ValueError, match="markers"):
        with_table("no markers", "")


def test_figures_are_written_as_the_language_writes_them() -> None:
    runs: dict[str, Run] = {"lam-hai": summarize([Judged("a", [RIGHT, MISSED])])}
    figures = {name: run.figures for name, run in runs.items()}
    assert "| dates | F1 | 0.667 |" in render_table("en", figures)
    assert "| ngày tháng | F1 | 0,667 |" in render_table("vi", figures)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_readmes_show_the_kept_run(language: str) -> None:
    document = evaluate.READMES[language].read_text(encoding="utf-8")
    kept = {name: run.figures for name, run in read_kept(evaluate.KEPT).items()}
    table = render_table(language, kept)
    assert accuracy_table.with_table(document, table) == document
