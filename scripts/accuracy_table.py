"""The table of accuracy in the READMEs: written from the kept run, never by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scoring import Figure

BEGIN = "<!-- accuracy: written by scripts/evaluate.py --write-readme -->"
END = "<!-- end of accuracy -->"

# The rows that are shown, with what they say to a reader.
_ROWS: dict[str, dict[str, str]] = {
    "citation.numbered": {
        "en": "citations with a number: found, with the right number",
        "vi": "viện dẫn có số hiệu: tìm thấy và đúng số hiệu",
    },
    "citation.date": {"en": "… their date", "vi": "… ngày ban hành"},
    "citation.issuer": {"en": "… their issuer", "vi": "… cơ quan ban hành"},
    "citation.relation": {"en": "… their relation", "vi": "… quan hệ với văn bản được dẫn"},
    "citation.named": {
        "en": "laws cited by name",
        "vi": "luật, pháp lệnh được dẫn theo tên",
    },
    "date": {"en": "dates", "vi": "ngày tháng"},
    "period": {"en": "periods", "vi": "khoảng thời gian"},
    "agency": {"en": "agencies: found", "vi": "cơ quan: tìm thấy"},
    "agency.name": {"en": "… with the right full name", "vi": "… đúng tên đầy đủ"},
    "indicator.value": {
        "en": "figures: found, with the right value",
        "vi": "số liệu: tìm thấy và đúng giá trị",
    },
    "indicator.unit": {"en": "… their unit", "vi": "… đơn vị tính"},
    "indicator.label": {"en": "… what they measure", "vi": "… nội dung được đo"},
    "indicator.period": {"en": "… their period", "vi": "… thời kỳ"},
    "indicator.agency": {"en": "… whom they are about", "vi": "… của cơ quan, địa phương nào"},
    "header": {"en": "fields of the header", "vi": "các trường của phần đầu văn bản"},
}
_HEADINGS = {"en": ("what is measured", "figure"), "vi": ("nội dung đo", "thước đo")}


def render_table(language: str, runs: Mapping[str, Mapping[str, Figure]]) -> str:
    """A Markdown table: a row a figure, a column a gold folder, values from 0 to 1."""
    what, measure = _HEADINGS[language]
    lines = [
        "| " + " | ".join((what, measure, *(f"`{name}`" for name in runs))) + " |",
        "|" + " --- |" * 2 + " ---: |" * len(runs),
    ]
    for row, said in _ROWS.items():
        measures = next(iter(runs.values()))[row].measure if runs else ""
        values = (_value(figures[row], language) for figures in runs.values())
        lines.append("| " + " | ".join((said[language], measures, *values)) + " |")
    return "\n".join(lines)


def _value(figure: Figure, language: str) -> str:
    if figure.value is None:
        return "-"
    text = f"{figure.value:.3f}"
    return text.replace(".", ",") if language == "vi" else text


def with_table(document: str, table: str) -> str:
    """The document with what stands between the markers replaced.

    Raises ValueError where the markers are missing.
    """
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the markers {BEGIN!r} and {END!r} are missing")
    return f"{before}{begin}\n\n{table}\n\n{end}{after}"


def write_tables(documents: Mapping[str, Path], runs: Mapping[str, Mapping[str, Figure]]) -> None:
    """Put the table into every document, in its language."""
    for language, path in documents.items():
        document = path.read_text(encoding="utf-8")
        path.write_text(with_table(document, render_table(language, runs)), encoding="utf-8")
