"""Gold and predictions as DocBins: the same tokens, the labels where they stand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy is not installed (extra `spacy`)")

from export_docbin import write_docbins  # noqa: E402
from spacy.tokens import DocBin  # noqa: E402

SAMPLE = Path(__file__).resolve().parents[2] / "corpora" / "lam-hai"


def test_gold_and_predictions_have_the_same_tokens_and_typed_spans(tmp_path: Path) -> None:
    for name in ("bao-cao-xa-2025.txt", "bao-cao-xa-2025.gold.jsonl"):
        shutil.copy(SAMPLE / name, tmp_path)
    config = {"nlp": {"tokenizer": {"segmenter": "syllables"}}}
    nlp = spacy.blank("vi", config=config)
    paths = write_docbins(tmp_path, tmp_path / "out", nlp)
    [gold], [predicted] = (list(DocBin().from_disk(path).get_docs(nlp.vocab)) for path in paths)
    assert [token.text for token in gold] == [token.text for token in predicted]
    assert {span._.cchc.number for span in gold.spans["citations"]} == {
        span._.cchc.number for span in predicted.spans["citations"]
    }
    for span in gold.spans["indicators"]:
        mention = span._.cchc
        assert gold.text[mention.start : mention.end] == mention.text
        assert mention.value is not None
