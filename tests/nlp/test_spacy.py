"""What spaCy gets: the same mentions as `mine_text`, on tokens that leave the text as it is."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_mining as cm
from cchc_mining.records import Record

spacy = pytest.importorskip("spacy", reason="spaCy is not installed (extra `spacy`)")
pytest.importorskip("underthesea", reason="underthesea is not installed (extra `spacy`)")

from spacy import displacy  # noqa: E402
from spacy.tokens import Doc, DocBin  # noqa: E402

from cchc_mining.nlp import (  # noqa: E402
    FACTORIES,
    VietnameseTokenizer,
    docs_of,
    token_spans,
    write_docbin,
)

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
FIELDS = ("citations", "dates", "periods", "agencies", "indicators")
# own wording
TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG\nBÁO CÁO\nKết quả  cải cách hành chính năm 2023\n\n"
    "Căn cứ Quyết định số 12/QĐ-UBND ngày 03/4/2023 của UBND tỉnh, có 1.204/1.377 hồ sơ "
    "(87,44%) trả đúng hạn.\t UBND huyện Kế Sách đạt 95,5%.\n"
)


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    """Vietnamese as installed, with every pipe."""
    made = spacy.blank("vi")
    for name in FACTORIES:
        made.add_pipe(name)
    return made


def texts() -> list[Path]:
    return [*sorted((CORPORA / "lam-hai").glob("*.txt")), *sorted(SHARED.glob("*.txt"))]


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
def test_every_mention_is_that_of_mine_text(nlp: spacy.Language, path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    doc, record = nlp(text), cm.mine_text(text)
    assert doc.text == text
    assert doc._.cchc_record == record
    assert doc._.cchc_header == record.header
    for field in FIELDS:
        spans = doc.spans[field]
        assert [span._.cchc for span in spans] == list(getattr(record, field))
        for span in spans:
            mention = span._.cchc
            assert span.start_char <= mention.start < mention.end <= span.end_char
            assert span._.cchc_exact == (span.text == mention.text)


letters = st.text("aăâđ ếớ\u0301\u0309H\n\t\r\xa0\u200b.,/-–%()9 \U0001f600", max_size=60)


@pytest.mark.parametrize("segmenter", ["underthesea", "syllables"])
@given(text=letters)
def test_tokens_leave_every_character_where_it_is(segmenter: str, text: str) -> None:
    tokenizer = VietnameseTokenizer(spacy.vocab.Vocab(), segmenter)  # type: ignore[arg-type]
    assert tokenizer(text).text == text
    spans = list(token_spans(text, segmenter))  # type: ignore[arg-type]
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(character.isspace() for i, character in enumerate(text) if i not in covered)


def test_words_of_several_syllables_are_words(nlp: spacy.Language) -> None:
    words = [token.text for token in nlp.make_doc(TEXT)]
    assert {"cải cách", "hành chính", "Quyết định"} <= set(words)


def test_a_mention_within_a_token_is_kept_by_character() -> None:
    made = spacy.blank("vi")
    made.add_pipe("cchc_dates")
    doc = Doc(made.vocab, words=["(ngày03/4/2023)và"], spaces=[False])
    text = doc.text
    for _, pipe in made.pipeline:
        doc = pipe(doc)
    [span] = doc.spans["dates"]
    assert span.text == text
    assert not span._.cchc_exact
    assert text[span._.cchc.start : span._.cchc.end] == span._.cchc.text
    assert span._.cchc.value == "2023-04-03"


def test_the_record_is_made_once(nlp: spacy.Language, monkeypatch: pytest.MonkeyPatch) -> None:
    from cchc_mining.nlp import pipes

    calls: list[str] = []
    mine = pipes.mine_text

    def counted(text: str, **given: object) -> Record:
        calls.append(text)
        return mine(text, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(pipes, "mine_text", counted)
    nlp(TEXT)
    assert calls == [TEXT]


def test_context_is_given_in_the_configuration() -> None:
    made = spacy.blank("vi")
    made.add_pipe("cchc_agencies", config={"province": "tỉnh Bến Tre"})
    doc = made("UBND tỉnh đã báo cáo.")
    [span] = doc.spans["agencies"]
    assert span._.cchc.name == "Ủy ban nhân dân tỉnh Bến Tre"


def test_several_processes_and_disk_give_the_same(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "vi")
    loaded = spacy.load(tmp_path / "vi")
    want = [nlp(text) for text in (TEXT, TEXT * 2)]
    for docs in (nlp.pipe([TEXT, TEXT * 2], n_process=2), loaded.pipe([TEXT, TEXT * 2])):
        for doc, wanted in zip(docs, want, strict=True):
            assert doc._.cchc_record == wanted._.cchc_record
            for field in FIELDS:
                assert [(s.start, s.end, s._.cchc) for s in doc.spans[field]] == [
                    (s.start, s.end, s._.cchc) for s in wanted.spans[field]
                ]


def test_an_archive_becomes_a_docbin(nlp: spacy.Language, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    cm.mine_archive([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out")
    with cm.Archive(tmp_path / "out") as archive:
        path = write_docbin(tmp_path / "archive.spacy", docs_of(archive, nlp))
        record = next(archive.records())
    [doc] = DocBin().from_disk(path).get_docs(nlp.vocab)
    assert (doc.text, doc.user_data["source"]) == (TEXT, "a.txt")
    assert [span._.cchc for span in doc.spans["citations"]] == list(record.citations)


def test_displacy_shows_the_spans(nlp: spacy.Language) -> None:
    html = displacy.render(nlp(TEXT), style="span", options={"spans_key": "citations"})
    assert "QĐ-UBND" in html
    assert "citations" in html


def test_spacy_is_not_loaded_by_the_package() -> None:
    code = "import sys, cchc_mining; cchc_mining.mine_text; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
