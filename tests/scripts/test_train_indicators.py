"""The trainer: what it writes is what the package reads, the same each time."""

from __future__ import annotations

import msgspec
import pytest
from indicator_examples import Example, read_examples, relabel, taxonomy_examples

from cchc_mining.extract.indicators.classifier import NONE, Classifier

SMALL = [
    Example("a", "on_time_rate", "value", "%", "tỷ lệ hồ sơ giải quyết đúng hạn"),
    Example("b", "on_time_rate", "value", "%", "tỷ lệ đúng hạn"),
    Example("a", "online_rate", "value", "%", "tỷ lệ hồ sơ trực tuyến"),
    Example("b", "online_rate", "value", "%", "tỷ lệ hồ sơ nộp trực tuyến"),
    Example("a", NONE, "value", "%", "tỷ lệ che phủ rừng"),
    Example("b", NONE, "value", "%", "tỷ lệ hộ dùng nước sạch"),
]


def test_the_model_written_is_the_model_read() -> None:
    trainer = pytest.importorskip("train_indicators", reason="needs the extra 'train'")
    families = trainer.train(SMALL)
    written = trainer.as_json(families, 1.0, 0.0)
    assert written == trainer.as_json(trainer.train(SMALL), 1.0, 0.0)
    model = msgspec.json.decode(written, type=Classifier)
    for example in SMALL:
        trained = families["percent"].scores(example.label, ["on_time_rate", "online_rate"])
        read = model.families["percent"].scores(example.label, ["on_time_rate", "online_rate"])
        assert read == pytest.approx(trained, abs=0.01)
        assert model.best("percent", example.label, ["on_time_rate", "online_rate"])[0] == (
            example.indicator
        )


def test_folds_keep_documents_apart() -> None:
    trainer = pytest.importorskip("train_indicators", reason="needs the extra 'train'")
    examples = read_examples()
    for kept, tested in trainer.folds(examples):
        assert not {e.document for e in kept} & {examples[i].document for i in tested}


def test_the_taxonomy_gives_examples_of_every_indicator_and_of_none() -> None:
    named = {example.indicator for example in taxonomy_examples()}
    assert NONE in named
    assert len(named) == 172


def test_relabelling_reads_the_sentences_anew(tmp_path) -> None:
    head, row = (
        "document\tindicator\trole\tunit\tlabel\tfigure\tsentence",
        "d\tnone\tvalue\t\t?\t12",
    )
    path = tmp_path / "examples.tsv"
    path.write_text(f"# title\n{head}\n{row}\tHuyện có [[12]] hồ sơ.\n{row}\t\n", encoding="utf-8")
    assert relabel(path) == 1
    assert [(e.unit, e.label) for e in read_examples(path)] == [
        ("hồ sơ", "hồ sơ huyện"),
        (None, "?"),
    ]
