"""evaluate_audit: what counts as found, and as said in vain, in an archive with planted errors."""

from __future__ import annotations

import pytest
from evaluate_audit import KINDS, Known, main, score_archive
from made_archive import SLIPS

from cchc_mining.audit import CHECKS
from cchc_mining.records import Finding, Passage, Words


def finding(check: str, start: int, *, severity: str = "error", evidence: int = 0) -> Finding:
    places = (Passage(source="a.txt", start=evidence, end=evidence + 2),) if evidence else ()
    return Finding(
        finding_id=f"{check}{start}",
        check=check,
        severity=severity,  # type: ignore[arg-type]
        source="a.txt",
        start=start,
        end=start + 2,
        text="10",
        message=Words("", ""),
        evidence=places,
    )


def known(kind: str, start: int) -> Known:
    return Known(f"{kind}@{start}", "a.txt", start, start + 2, "10", kind)


def test_every_kind_that_can_be_planted_has_checks_that_exist() -> None:
    slugs = {check.slug for check in CHECKS}
    assert set(SLIPS) <= set(KINDS)
    assert {slug for kind in SLIPS for slug in KINDS[kind]} <= slugs


def test_an_error_is_found_at_its_place_or_by_the_evidence() -> None:
    outcome = score_archive(
        [known("rank_range", 5), known("rank_range", 50), known("rank_range", 90)],
        [finding("rank-range", 5), finding("rank-range", 30, evidence=50)],
    )
    (score,) = outcome.scores
    assert (score.found, score.recall, score.precision) == (2, 2 / 3, 1.0)
    assert [missed.start for missed in outcome.missed] == [90]


def test_a_finding_elsewhere_is_in_vain_and_another_check_finds_nothing() -> None:
    outcome = score_archive(
        [known("rank_range", 5)], [finding("rank-range", 70), finding("type-against-code", 5)]
    )
    (score,) = outcome.scores
    assert (score.found, score.said, score.precision) == (0, 1, 0.0)
    assert [vain.start for vain in outcome.vain] == [70]


@pytest.mark.parametrize(
    ("kind", "severity", "found"),
    [
        ("truncation", "info", 1),
        ("truncation", "error", 0),  # it was no more than a remark
        ("pct_mismatch", "info", 0),  # it is more than that
        ("pct_mismatch", "error", 1),
    ],
)
def test_remarks_find_what_deserves_a_remark(kind: str, severity: str, found: int) -> None:
    said = [finding("share-of-fraction", 5, severity=severity)]
    (score,) = score_archive([known(kind, 5)], said).scores
    assert score.found == found


def test_what_disagrees_with_a_wrong_day_of_the_document_is_not_in_vain() -> None:
    outcome = score_archive([known("before_period", 5)], [finding("cut-off-date", 70)])
    assert outcome.vain == []


def test_a_made_archive_is_scored_kind_by_kind(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["evaluate_audit.py", "--made", "20", "--errors", "1", "--kinds", "rank_range"]
    monkeypatch.setattr("sys.argv", arguments)
    main()
    table = capsys.readouterr().out.splitlines()
    assert table[0].split() == ["kind", "planted", "found", "recall", "said", "precision"]
    assert table[1].split()[0] == "rank_range"
