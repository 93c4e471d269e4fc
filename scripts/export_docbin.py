"""Write labelled documents, and what mining makes of them, as spaCy DocBins for training.

    python scripts/export_docbin.py corpora/lam-hai --out docbins

`gold.spacy` and `predicted.spacy` hold the same documents in the same order and tokens, with spans
'citations', 'dates', 'periods', 'agencies' and 'indicators'; `span._.cchc` is the typed mention (see
`cchc_mining.nlp`).  `doc.user_data["windows"]` are the stretches that were labelled.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import spacy
from gold import GoldDocument, GoldMention, read_gold
from msgspec.structs import asdict

from cchc_mining import mine_text
from cchc_mining.intake import read_file
from cchc_mining.nlp import annotate, write_docbin
from cchc_mining.records import (
    AgencyMention,
    Citation,
    DateMention,
    Header,
    Indicator,
    Mention,
    Period,
    Record,
)

M = TypeVar("M", bound=Mention)


def gold_record(gold: GoldDocument) -> Record:
    """Labels as a record."""
    header = {k: v for k, v in asdict(gold.header).items() if v} if gold.header else {}
    return Record(
        source=gold.path.name,
        header=Header(**header),
        citations=_mentions(Citation, gold.citations, "c"),
        dates=_mentions(DateMention, gold.dates, "d"),
        periods=_mentions(Period, gold.periods, "p"),
        agencies=_mentions(AgencyMention, gold.agencies, "a"),
        indicators=_mentions(Indicator, gold.indicators, "i"),
    )


def _mentions(kind: type[M], labels: Iterable[GoldMention], letter: str) -> tuple[M, ...]:
    known = set(kind.__struct_fields__)
    return tuple(
        kind(**{k: v for k, v in asdict(label).items() if k in known}, id=f"{letter}{n}")
        for n, label in enumerate(labels, 1)
    )


def write_docbins(folder: Path, out: Path, nlp: Any) -> tuple[Path, Path]:
    """Both files of a folder of labelled documents."""
    out.mkdir(parents=True, exist_ok=True)
    labelled, predicted = [], []
    for file in read_gold(folder):
        text = read_file(file.path).text
        gold = file.resolve(text)
        for docs, record in ((labelled, gold_record(gold)), (predicted, mine_text(text))):
            doc = annotate(nlp.make_doc(text), record)
            doc.user_data |= {"source": gold.path.name, "windows": [list(w) for w in gold.windows]}
            docs.append(doc)
    return (
        write_docbin(out / "gold.spacy", labelled),
        write_docbin(out / "predicted.spacy", predicted),
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="labelled documents")
    parser.add_argument("--out", type=Path, default=Path(), help="where the two files go")
    given = parser.parse_args()
    for path in write_docbins(given.folder, given.out, spacy.blank("vi")):
        print(path)


if __name__ == "__main__":
    main()
