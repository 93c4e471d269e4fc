"""benchmark: it measures what it says, and leaves the program as it was.  No time is asserted."""

from __future__ import annotations

from pathlib import Path

import benchmark
import pytest

from cchc_mining import extract


@pytest.mark.parametrize("density", [1.5, 4.0])
def test_american_text_is_as_dense_in_citations_as_asked(density: float) -> None:
    get_citations = pytest.importorskip("eyecite").get_citations
    text = benchmark.american_text(seed=1, density=density)
    assert text == benchmark.american_text(seed=1, density=density)
    assert 1000 * len(get_citations(text)) / len(text) == pytest.approx(density, rel=0.15)


def test_every_extractor_gets_a_speed_and_is_put_back(lam_hai: Path) -> None:
    before = dict(vars(extract))
    texts = benchmark.read_texts(lam_hai)[:2]
    speeds = benchmark.extraction_speeds(texts, rounds=1)
    assert {"whole extraction", "find_citations", "find_indicators", "Layout"} <= set(speeds)
    assert min(speeds.values()) > 0
    assert vars(extract) == before


def test_a_batch_counts_the_mentions_in_the_records() -> None:
    batch = benchmark.mine_batch(3)
    assert batch.documents == 3
    assert batch.mentions > 100


def test_an_audit_is_measured_beside_its_extraction() -> None:
    cost = benchmark.audit_cost(6)
    assert cost.documents == 6
    assert cost.audit > 0
    assert cost.extraction > 0
    assert cost.share == cost.audit / cost.extraction


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no document"):
        benchmark.read_texts(tmp_path)
