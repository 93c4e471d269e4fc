#!/usr/bin/env python3
"""How well scans are read, beside the text layer of what was scanned and beside bare tesseract.

    evaluate_scans.py SAMPLES [--show] [--draw FOLDER]
    evaluate_scans.py SAMPLES --made DOCUMENT [--pages 1-10] [--skew 0.7] [--dpi 200] [--stamp]

SAMPLES/scan/NAME.pdf is a PDF of page images; NAME.json beside it tells of each page which page of
which document in SAMPLES/pdf_lo it shows.  With `--made`, pages of such a document are made into scans
first: turned, with noise, dirt and uneven light, the same in every run.

For each page, as it is read here and as `tesseract -l vie --psm 4` reads the same image without any
preparation: the character error rate (NFC, white space collapsed), and that without footnote marks;
the numbers of the page that are found again; the citations and figures of the page's text that are
found again (at the same place of the aligned texts; exact: with the same number and date, or value);
and the cells of its ruled table.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import msgspec
import numpy as np
import pypdfium2
from evaluate_intake import character_errors, plain, wanted_mentions
from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw

from cchc_mining.extract import extract_record
from cchc_mining.intake import read_bytes
from cchc_mining.records import Citation, Indicator, Mention, SourceText

_MARK = re.compile("[⁰¹²³⁴-⁹]+")
_NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")
_POINTS = 72


class Shown(Struct, frozen=True):
    """What NAME.json tells of a page of NAME.pdf."""

    doc: str
    page: int
    dpi: float


class Page(Struct, frozen=True):
    """A scanned page, and the page with a text layer that it shows, as PDFs of one page."""

    name: str
    scan: bytes
    layer: bytes
    dpi: float


class Score(Struct, frozen=True):
    """What was got of a page, or of all; pairs are (right, all)."""

    characters: int = 0
    errors: int = 0
    unmarked: int = 0
    numbers: tuple[int, int] = (0, 0)
    found: tuple[int, int] = (0, 0)
    exact: tuple[int, int] = (0, 0)
    cells: tuple[int, int] = (0, 0)

    def __add__(self, other: Score) -> Score:
        def both(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
            return a[0] + b[0], a[1] + b[1]

        return Score(
            self.characters + other.characters,
            self.errors + other.errors,
            self.unmarked + other.unmarked,
            both(self.numbers, other.numbers),
            both(self.found, other.found),
            both(self.exact, other.exact),
            both(self.cells, other.cells),
        )

    def __str__(self) -> str:
        def pair(value: tuple[int, int]) -> str:
            return f"{value[0]}/{value[1]}" if value[1] else "-"

        rate, unmarked = (
            100 * errors / max(self.characters, 1) for errors in (self.errors, self.unmarked)
        )
        return (
            f"{rate:.2f} % of characters wrong, {unmarked:.2f} % without marks, numbers "
            f"{pair(self.numbers)}, mentions {pair(self.found)}, exact {pair(self.exact)}, cells "
            f"{pair(self.cells)}"
        )


def score(layer: SourceText, got: SourceText) -> tuple[Score, list[str]]:
    """Compare a reading with the text of the page, and what differs."""
    errors, differences = character_errors(layer.text, got.text)
    unmarked, _ = character_errors(_MARK.sub("", layer.text), _MARK.sub("", got.text))
    wanted, there = Counter(_NUMBER.findall(layer.text)), Counter(_NUMBER.findall(got.text))
    pairs = list(_matched(layer, got))
    count = len(pairs)
    differences += [f"not found: {a.text!r}" for a, b in pairs if b is None]
    differences += [f"inexact: {a.text!r} {b.text!r}" for a, b in pairs if b and not _same(a, b)]
    return (
        Score(
            len(plain(layer.text)),
            errors,
            unmarked,
            ((wanted & there).total(), wanted.total()),
            (sum(b is not None for _, b in pairs), count),
            (sum(b is not None and _same(a, b) for a, b in pairs), count),
            _cells(layer.text, got.text),
        ),
        differences,
    )


def _matched(layer: SourceText, got: SourceText) -> Iterator[tuple[Mention, Mention | None]]:
    """Each mention of the page with one found at the same place of the scan's text."""
    blocks = SequenceMatcher(None, layer.text, got.text, autojunk=False).get_matching_blocks()
    starts = [block.a for block in blocks]

    def place(position: int) -> int:
        block = blocks[max(bisect_right(starts, position) - 1, 0)]
        return block.b + min(position - block.a, block.size)

    found = wanted_mentions(extract_record(got))
    for mention in wanted_mentions(extract_record(layer)):
        start, end = place(mention.start), place(mention.end)
        near = [m for m in found if type(m) is type(mention) and m.start < end and start < m.end]
        yield mention, max(near, key=lambda m, a=mention: _same(a, m), default=None)


def _same(a: Mention, b: Mention) -> bool:
    if isinstance(a, Citation) and isinstance(b, Citation):
        return (a.number, a.date) == (b.number, b.date)
    return isinstance(a, Indicator) and isinstance(b, Indicator) and a.value == b.value


def _cells(wanted: str, got: str) -> tuple[int, int]:
    a, b = (_rows(text) for text in (wanted, got))
    right = sum(
        x == y
        for row, other in zip(a, b, strict=False)
        for x, y in zip(row, other, strict=False)
        if len(row) == len(other)
    )
    return right, sum(map(len, a))


def _rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.split("\n") if "\t" in line]


def bare(page: Page) -> SourceText:
    """What tesseract makes of the image of a page."""
    file = io.BytesIO()
    _image(page.scan, page.dpi).save(file, "TIFF")
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "4", "--dpi", str(page.dpi)],
        input=file.getvalue(),
        capture_output=True,
        check=True,
    )
    return SourceText(text=done.stdout.decode())


def _image(pdf: bytes, dpi: float) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / _POINTS).to_pil().convert("RGB")


def _one_page(document: pypdfium2.PdfDocument, page: int) -> bytes:
    alone = pypdfium2.PdfDocument.new()
    alone.import_pages(document, [page])
    file = io.BytesIO()
    alone.save(file)
    return file.getvalue()


def scanned_pages(samples: Path) -> Iterator[Page]:
    """The pages of the scans."""
    for listing in sorted(samples.glob("scan/*.json")):
        scans = pypdfium2.PdfDocument(listing.with_suffix(".pdf"))
        for i, shown in enumerate(msgspec.json.decode(listing.read_bytes(), type=list[Shown])):
            layers = pypdfium2.PdfDocument(samples / "pdf_lo" / f"{shown.doc}.pdf")
            layer = _one_page(layers, shown.page - 1)
            name = f"{listing.stem} {i + 1} ({shown.doc} {shown.page})"
            yield Page(name, _one_page(scans, i), layer, shown.dpi)


def made_pages(
    document: Path, pages: range, skew: float, dpi: float, stamp: bool
) -> Iterator[Page]:
    """Pages of a PDF as scans."""
    layers = pypdfium2.PdfDocument(document)
    for i in pages:
        if i < len(layers):
            layer = _one_page(layers, i)
            image = _as_scan(_image(layer, dpi), skew if i % 2 else -skew, dpi, stamp, seed=i)
            file = io.BytesIO()
            image.save(file, "PDF", resolution=dpi, quality=85)
            yield Page(f"{document.stem} {i + 1}", file.getvalue(), layer, dpi)


def _as_scan(image: Image.Image, skew: float, dpi: float, stamp: bool, *, seed: int) -> Image.Image:
    """An image with what a scanner adds."""
    chance = np.random.default_rng(seed)
    width, height = image.size
    if stamp:
        ink = Image.new("RGB", image.size, "white")
        pen = ImageDraw.Draw(ink)
        r = 0.7 * dpi
        x, y = width * chance.uniform(0.3, 0.7), height * chance.uniform(0.3, 0.7)
        for inset in (0, 4, r * 0.3):
            sides = (x - r + inset, y - r + inset, x + r - inset, y + r - inset)
            pen.ellipse(sides, outline=(200, 40, 50), width=round(dpi / 50))
        pen.line((x - r / 2, y, x + r / 2, y), fill=(200, 40, 50), width=round(dpi / 40))
        image = ImageChops.multiply(image, ink)
    turned = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor="white")
    pixels = np.asarray(turned).astype(np.float32)
    light = np.linspace(0.88, 1.0, width, dtype=np.float32)[None, :, None]
    pixels = pixels * light + chance.normal(0, 9, (height, width, 1))
    for _ in range(round(width * height / 40_000)):
        x, y = chance.integers(0, width - 2), chance.integers(0, height - 2)
        pixels[y : y + chance.integers(1, 3), x : x + chance.integers(1, 3)] = 40
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def draw(page: Page, source: SourceText, path: Path) -> None:
    """The image of a page with the boxes of citations (red) and figures (blue)."""
    image = _image(page.scan, page.dpi)
    pen = ImageDraw.Draw(image)
    for mention in wanted_mentions(extract_record(source)):
        color = "red" if isinstance(mention, Citation) else "blue"
        for box in mention.boxes:
            pen.rectangle([page.dpi / _POINTS * side for side in box], outline=color, width=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path)


def _pages(options: argparse.Namespace) -> Iterator[Page]:
    if not options.made:
        return scanned_pages(options.samples)
    first, _, last = options.pages.partition("-")
    document = options.samples / "pdf_lo" / f"{options.made}.pdf"
    pages = range(int(first) - 1, int(last or first))
    return made_pages(document, pages, options.skew, options.dpi, options.stamp)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of each page and of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--draw", type=Path)
    parser.add_argument("--made")
    parser.add_argument("--pages", default="1-2000")
    parser.add_argument("--skew", type=float, default=0.7)
    parser.add_argument("--dpi", type=float, default=200)
    parser.add_argument("--stamp", action="store_true")
    options = parser.parse_args(arguments)
    total, total_bare = Score(), Score()
    for i, page in enumerate(_pages(options)):
        layer, got = read_bytes(page.layer, "layer.pdf"), read_bytes(page.scan, "scan.pdf")
        own, differences = score(layer, got)
        plainly, _ = score(layer, bare(page))
        total, total_bare = total + own, total_bare + plainly
        print(f"{page.name}\n    read: {own}\n    bare: {plainly}", flush=True)
        for difference in differences if options.show else ():
            print("        ", difference)
        if options.draw:
            draw(page, got, options.draw / f"{i + 1}.png")
    print(f"all\n    read: {total}\n    bare: {total_bare}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
