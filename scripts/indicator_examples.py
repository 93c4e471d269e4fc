"""The labelled figures from which the classifier of canonical indicators learns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cchc_mining import lexicon
from cchc_mining.extract import extract_record
from cchc_mining.extract.indicators.classifier import NONE
from cchc_mining.records import SourceText

EXAMPLES = Path(__file__).resolve().parents[1] / "corpora" / "indicator-examples.tsv"
TAXONOMY = "taxonomy"  # the document of examples that are no part of one
_COLUMNS = ("document", "indicator", "role", "unit", "label", "figure", "sentence")
# What stands at the head of a row where the name of an indicator heads the column.
_ROWS = (
    *(
        "Sở Xây dựng",
        "UBND huyện Mỹ Lộc",
        "Xã An Bình",
        "Phường 5",
        "Lĩnh vực đất đai",
        "Tổng cộng",
    ),
    *("Toàn tỉnh", "Ban Quản lý các khu công nghiệp", "Cấp huyện", "Hộ tịch", "Năm 2023", "Quý II"),
)
_OPEN, _CLOSE = "[[", "]]"


class Example(NamedTuple):
    """A figure as the extractors read it, and the indicator it gives; NONE for none of these."""

    document: str
    indicator: str
    role: str
    unit: str | None
    label: str
    weight: float = 1.0


def read_examples(path: Path = EXAMPLES) -> list[Example]:
    """The examples written by hand."""
    return [
        Example(
            row["document"],
            NONE if row["indicator"] == "none" else row["indicator"],
            row["role"],
            row["unit"] or None,
            row["label"],
        )
        for row in _rows(path)
    ]


def taxonomy_examples() -> Iterator[Example]:
    """Names and wordings of the taxonomy, and each of its units alone, which names nothing.

    Wordings are short and made to be read beside their name, units are many: they count for less.
    """
    for number, indicator in enumerate(lexicon.indicators()):
        for unit in {indicator.unit, *indicator.also}:
            yield Example(TAXONOMY, indicator.id, "value", unit, indicator.name_vi)
        row = _ROWS[number % len(_ROWS)]
        yield Example(
            TAXONOMY, indicator.id, "value", indicator.unit, f"{row} > {indicator.name_vi}", 0.5
        )
        for wording in indicator.wordings:
            label = wording.replace("n%", "").replace(" n ", " ").removesuffix(" n").strip()
            yield Example(TAXONOMY, indicator.id, "value", indicator.unit, label, 0.5)
    words = {word for i in lexicon.indicators() for word in (i.unit, *i.also)}
    for word in sorted(words):
        for label in (word, f"tổng số {word}", f"số {word}"):
            yield Example(TAXONOMY, NONE, "value", word, label, 0.3)
        yield Example(TAXONOMY, NONE, "value", "%", f"tỷ lệ {word}", 0.3)


def relabel(path: Path = EXAMPLES) -> int:
    """Read role, unit and label of each sentence anew; the number of examples that changed.

    An example whose figure is no longer found is kept as it is.
    """
    rows = list(_rows(path))
    changed = 0
    for row in rows:
        if row["sentence"]:
            start = row["sentence"].index(_OPEN)
            text = row["sentence"].replace(_OPEN, "").replace(_CLOSE, "")
            found = extract_record(SourceText(text=text)).indicators
            figure = next((i for i in found if i.start == start), None)
            if figure is not None:
                now = {"role": figure.role, "unit": figure.unit or "", "label": figure.label or ""}
                changed += any(row[key] != value for key, value in now.items())
                row.update(now)
    _write(path, rows)
    return changed


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("# "))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _write(path: Path, rows: Iterable[dict[str, str]]) -> None:
    old = path.read_text(encoding="utf-8").splitlines()
    lines = [line for line in old if line.startswith("# ")]
    lines.append("\t".join(_COLUMNS))
    lines += ("\t".join(row[column] for column in _COLUMNS) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
