#!/usr/bin/env python3
"""How well and how fast PDF and office files are read, beside the texts that they were made from.

    evaluate_intake.py SAMPLES [--show] [--speed] [--draw FOLDER]

SAMPLES is a folder of folders of PDFs (`pdf_*`) and of office files (`docx`, `doc`, `html`, `xlsx`),
with the texts in `reference/NAME.txt`, the cells of their ruled table in
`reference/NAME.table.json` and the footnotes in `reference/NAME.footnotes.tsv`.  For each file: the
character error rate (NFC, white space collapsed, footnotes apart), paragraphs and cells that differ,
footnotes that are right and anchored right, and the citations and figures of the text that are found
again: as they are written, and with all their values; in PDFs also with a page and with boxes in which
PDFium finds the words of the mention.  The same over all files of a folder comes last.
Of workbooks the cells alone: their numbers stand without the dots that group figures in the text.
`--show` prints every difference, `--speed` times the reading of PDFs beside bare PDFium and
pdfplumber, `--draw` writes page images with the boxes on them.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

from cchc_mining.extract import extract_record
from cchc_mining.intake import read_file
from cchc_mining.intake.libreoffice import find_program
from cchc_mining.records import Citation, Indicator, Mention, Record, SourceText

_FOOTNOTE = re.compile(r"^[⁰¹²³⁴-⁹]{1,3} .*\n?", re.M)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GROUPING = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_ROUNDS = 3
_WITHIN = 2.0  # points around a box in which its words are looked for


class Measured(Struct, frozen=True):
    """One file.  Pairs are (right, all); null where there is nothing to compare.

    Of the mentions of the text, `found` are those that stand in the file too, `same` those of them
    whose values are all the same.
    """

    name: str
    characters: int | None
    errors: int
    paragraphs: int
    cells: tuple[int, int] | None
    footnotes: tuple[int, int] | None
    found: tuple[int, int] | None
    same: tuple[int, int] | None
    placed: tuple[int, int] | None
    differences: list[str]


def measure(file: Path, reference: Path) -> Measured:
    """Compare what is read of a file with its reference."""
    source = read_file(file)
    expected = read_file(reference / f"{file.stem}.txt")
    record = extract_record(source)
    body = _FOOTNOTE.sub("", source.text)
    errors, differences = character_errors(expected.text, body)
    wanted = wanted_mentions(extract_record(expected))
    missing = _missing(_identity, wanted, wanted_mentions(record))
    changed = _missing(_values, wanted, wanted_mentions(record))
    differences += [f"missing: {line}" for line in missing.elements()]
    differences += [f"has other values: {line}" for line in changed.elements()]
    placed = None
    if source.places:
        mentions = wanted_mentions(record)
        count, unplaced = _placed(file, source, mentions)
        placed = (count, len(mentions))
        differences += [f"not in its boxes: {line}" for line in unplaced]
    return Measured(
        name=_name(file),
        characters=len(plain(expected.text)),
        errors=errors,
        paragraphs=_line_differences(expected.text, body),
        cells=_cells(reference / f"{file.stem}.table.json", source),
        footnotes=_footnotes(reference / f"{file.stem}.footnotes.tsv", source, record, expected),
        found=(len(wanted) - missing.total(), len(wanted)),
        same=(len(wanted) - changed.total(), len(wanted)),
        placed=placed,
        differences=differences,
    )


def measure_workbook(file: Path, reference: Path) -> Measured:
    """Compare the cells of a workbook with its reference."""
    source = read_file(file)
    cells = _cells(reference / f"{file.stem}.table.json", source, grouped=False)
    return Measured(
        name=_name(file),
        characters=None,
        errors=0,
        paragraphs=0,
        cells=cells,
        footnotes=None,
        found=None,
        same=None,
        placed=None,
        differences=[f"{warning.code}: {warning.message}" for warning in source.warnings],
    )


def _name(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def plain(text: str) -> str:
    """NFC, with single blanks for all white space."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def character_errors(expected: str, got: str) -> tuple[int, list[str]]:
    """Characters to insert, delete or replace, counted within the words that differ."""
    a, b = plain(expected).split(" "), plain(got).split(" ")
    errors = 0
    differences: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            left, right = " ".join(a[i:j]), " ".join(b[k:m])
            same = sum(
                block.size for block in SequenceMatcher(None, left, right).get_matching_blocks()
            )
            errors += max(len(left), len(right)) - same
            differences.append(f"text: {left[:100]!r} read as {right[:100]!r}")
    return errors, differences


def _line_differences(expected: str, got: str) -> int:
    a, b = ([" ".join(line.split()) for line in text.split("\n")] for text in (expected, got))
    a, b = [line for line in a if line], [line for line in b if line]
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return max(len(a), len(b)) - sum(block.size for block in blocks)


def _cells(path: Path, source: SourceText, *, grouped: bool = True) -> tuple[int, int] | None:
    if not path.exists():
        return None
    expected = msgspec.json.decode(path.read_bytes(), type=list[list[str]])
    if not grouped:
        expected = [[_GROUPING.sub("", cell) for cell in row] for row in expected]
    rows = [line.split("\t") for line in source.text.split("\n") if "\t" in line]
    right = 0
    for i, row in enumerate(expected):
        got = rows[i] if i < len(rows) else []
        got = [*got, *[""] * (len(row) - len(got))]
        right += sum(a == b for a, b in zip(row, got, strict=False)) if len(got) == len(row) else 0
    return right, sum(map(len, expected))


def _footnotes(
    path: Path, source: SourceText, record: Record, expected: SourceText
) -> tuple[int, int] | None:
    """Footnotes whose text and whose words before and after the mark are right."""
    if not path.exists() or not record.footnotes:
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    notes = {mark: text for mark, _, text in (line.partition("\t") for line in lines)}
    right = 0
    for note in record.footnotes:
        text = f"{str(note.mark).translate(_SUPERSCRIPT)} {notes.get(str(note.mark))}"
        anchor = note.anchor
        around = source.text[anchor.start - 15 : anchor.end + 1] if anchor else "\0"
        right += source.text[note.start : note.end] == text and around in expected.text
    return right, len(notes)


def wanted_mentions(record: Record) -> list[Mention]:
    """The mentions that are looked for again."""
    return [*record.citations, *record.indicators]


def _missing(
    key: Callable[[Mention], str], expected: Iterable[Mention], got: Iterable[Mention]
) -> Counter[str]:
    """Mentions of the text that the file does not give, as often as they stand there."""
    return Counter(map(key, expected)) - Counter(map(key, got))


def _identity(mention: Mention) -> str:
    """What a mention is: its words and its canonical value."""
    text = " ".join(mention.text.split())
    if isinstance(mention, Citation):
        return f"{mention.kind} {mention.number} {mention.date} {text}"
    assert isinstance(mention, Indicator)
    return f"{mention.value} {text}"


def _values(mention: Mention) -> str:
    """All that is read of a mention.

    Of a figure in a table only what does not hang on its column: the text keeps no merged headings.
    """
    if isinstance(mention, Citation):
        more = (
            mention.doc_type, mention.issuer, mention.subject, mention.relation,
            [(piece.dieu, piece.khoan, piece.diem) for piece in mention.pinpoints],
        )  # fmt: skip
    else:
        assert isinstance(mention, Indicator)
        more = (mention.unit, mention.approx, mention.role, mention.period, mention.agency)
        more += (mention.table.row_label,) if mention.table else (mention.label,)
    return f"{_identity(mention)} {more}"


def _placed(pdf: Path, source: SourceText, mentions: Sequence[Mention]) -> tuple[int, list[str]]:
    """How many mentions PDFium finds in their boxes, and those that it does not."""
    unplaced: list[str] = []
    document = pypdfium2.PdfDocument(pdf)
    pages: dict[int, Any] = {}
    for mention in mentions:
        if mention.page is None or not mention.boxes:
            unplaced.append(mention.text)
            continue
        if mention.page not in pages:
            page = document[mention.page - 1]
            pages[mention.page] = (page.get_textpage(), page.get_height())
        text_page, height = pages[mention.page]
        seen = "".join(_text_in(text_page, height, box) for box in mention.boxes)
        if Counter(_letters(_on_its_page(mention, source))) - Counter(_letters(seen)):
            unplaced.append(f"{mention.text!r}: there is {seen!r}")
    return len(mentions) - len(unplaced), unplaced


def _on_its_page(mention: Mention, source: SourceText) -> str:
    """The words of a mention that stand on the page where it begins; boxes are only there."""
    assert source.places
    for word in re.finditer(r"\S+", mention.text):
        if source.places.page_at(mention.start + word.start()) != mention.page:
            return mention.text[: word.start()]
    return mention.text


def _text_in(text_page: Any, height: float, box: Sequence[float]) -> str:
    x0, top, x1, bottom = box
    return text_page.get_text_bounded(
        x0 - _WITHIN, height - bottom - _WITHIN, x1 + _WITHIN, height - top + _WITHIN
    )


def _letters(text: str) -> str:
    """Letters and figures; what PDFium makes of raised figures, hyphens and blanks apart."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


# --- speed and pictures -----------------------------------------------------------------------


def bare_extraction(data: bytes) -> None:
    """Every character and its box, with PDFium alone."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        for i in range(text.count_chars()):
            text.get_charbox(i)
            pdfium.FPDFText_GetUnicode(text, i)


def with_pdfplumber(data: bytes) -> None:
    """Text and tables of every page, with pdfplumber alone."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()


def seconds(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Processor time of the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def print_speeds(pdfs: Iterable[Path]) -> None:
    """The times of reading, beside both others."""
    total = [0.0, 0.0, 0.0]
    for pdf in pdfs:
        data = pdf.read_bytes()
        times = [
            seconds(lambda pdf=pdf: read_file(pdf)),
            seconds(lambda data=data: bare_extraction(data)),
            seconds(lambda data=data: with_pdfplumber(data), rounds=1),
        ]
        total = [a + b for a, b in zip(total, times, strict=True)]
        print(f"{pdf.parent.name}/{pdf.name}: {_speeds(times)}")
    print(f"all: {_speeds(total)}")


def _speeds(times: Sequence[float]) -> str:
    own, bare, plumber = times
    return f"{own:.3f} s; {own / bare:.2f} times bare PDFium; pdfplumber takes {plumber / own:.1f} times"


def draw(pdf: Path, folder: Path, most_pages: int = 6) -> None:
    """Page images with the boxes of citations (red) and figures (blue)."""
    from PIL import ImageDraw

    scale = 1.5
    folder.mkdir(parents=True, exist_ok=True)
    mentions = wanted_mentions(extract_record(read_file(pdf)))
    document = pypdfium2.PdfDocument(pdf)
    for number in range(1, min(len(document), most_pages) + 1):
        image = document[number - 1].render(scale=scale).to_pil().convert("RGB")
        pen = ImageDraw.Draw(image)
        for mention in mentions:
            color = "red" if isinstance(mention, Citation) else "blue"
            for box in mention.boxes if mention.page == number else ():
                pen.rectangle([scale * side for side in box], outline=color)
        image.save(folder / f"{pdf.parent.name}.{pdf.stem}.{number}.png")


# --- the command ------------------------------------------------------------------------------


def _line(measured: Measured) -> str:
    def pair(value: tuple[int, int] | None) -> str:
        return "-" if value is None else f"{value[0]}/{value[1]}"

    line = f"cells {pair(measured.cells)}"
    if measured.characters is not None:
        rate = 100 * measured.errors / max(measured.characters, 1)
        line = (
            f"{rate:.3f} % of characters wrong, {measured.paragraphs} lines differ, {line}, "
            f"footnotes {pair(measured.footnotes)}, mentions {pair(measured.found)}, "
            f"with the same values {pair(measured.same)}, in their boxes {pair(measured.placed)}"
        )
    return f"{measured.name}: {line}"


def _totals(files: Iterable[Measured]) -> Iterator[str]:
    """A line a folder: how much of the citations and figures of the texts its files give."""
    folders: defaultdict[str, list[Measured]] = defaultdict(list)
    for measured in files:
        folders[measured.name.partition("/")[0]].append(measured)
    for folder, own in folders.items():
        parts = [
            f"{said} {100 * sum(a for a, _ in pairs) / max(sum(b for _, b in pairs), 1):.2f} %"
            for said, pairs in (
                ("found", [each.found for each in own if each.found]),
                ("with the same values", [each.same for each in own if each.same]),
                ("in their boxes", [each.placed for each in own if each.placed]),
            )
            if pairs
        ]
        yield f"all of {folder}: mentions {', '.join(parts)}"


def _converted() -> tuple[str, ...]:
    """What is read through LibreOffice, where it is installed."""
    return ("doc/*.doc",) if find_program() else ()


def _print(measured: Measured, *, show: bool) -> None:
    print(_line(measured))
    for difference in measured.differences if show else ():
        print("   ", difference)


def _samples(folder: Path, *patterns: str) -> list[Path]:
    """The files of some patterns that there is a reference for."""
    return sorted(
        file
        for pattern in patterns
        for file in folder.glob(pattern)
        if (folder / "reference" / f"{file.stem}.txt").exists()
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what the options ask for; 0 where every file could be read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--draw", type=Path)
    options = parser.parse_args(arguments)
    reference = options.samples / "reference"
    pdfs = _samples(options.samples, "pdf_*/*.pdf")
    files = [*pdfs, *_samples(options.samples, "docx/*.docx", "html/*.html", *_converted())]
    measured: list[Measured] = []
    for file in files:
        measured.append(measure(file, reference))
        _print(measured[-1], show=options.show)
        if options.draw and file in pdfs:
            draw(file, options.draw)
    for line in _totals(measured):
        print(line)
    for file in _samples(options.samples, "xlsx/*.xlsx"):
        _print(measure_workbook(file, reference), show=options.show)
    if options.speed:
        print_speeds(pdfs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
