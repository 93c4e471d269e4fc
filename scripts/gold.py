"""Gold labels: what a careful reader found in a document, to score mining against.

A gold folder holds documents with `NAME.gold.jsonl` beside `NAME.txt` (or .md, .html), one
annotation a line; or, as scripts/make_archive.py writes it, one `truth.jsonl` for all documents,
each line with its `document`.  `start` and `end` are code-point offsets into the document's
text; labels of a format whose text intake makes give `text` and its n-th `occurrence` instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from cchc_mining.records import Fraction

SUFFIXES = (".txt", ".md", ".html", ".htm")
_EVERYWHERE = ((0, 1 << 40),)


class GoldError(Exception):
    """A gold file that cannot be used; the message names file and line."""


class Windows(Struct, frozen=True, tag_field="layer", tag="windows"):
    """The stretches in which every layer is annotated; None stands for the whole document."""

    windows: tuple[tuple[int, int], ...] | None = None


class GoldHeader(Struct, frozen=True, kw_only=True, tag_field="layer", tag="header"):
    """The document's own identity; null where it does not say."""

    doc_number: str | None = None
    doc_type: str | None = None
    doc_date: str | None = None
    place: str | None = None
    issuer: str | None = None
    title: str | None = None
    signer: str | None = None
    signer_position: str | None = None
    recipients: tuple[str, ...] | None = None


class GoldMention(Struct, frozen=True, kw_only=True):
    """One annotated stretch.  Offsets are below 0 until `occurrence` is resolved."""

    text: str
    start: int = -1
    end: int = -1
    occurrence: int = 1


class GoldCitation(GoldMention, frozen=True, kw_only=True, tag_field="layer", tag="citation"):
    """A cited document; `number_any` lists other readings of a doubtful number."""

    kind: str
    number: str | None = None
    number_any: tuple[str, ...] = ()
    doc_type: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    relation: str | None = None
    footnote: int | None = None


class GoldDate(GoldMention, frozen=True, kw_only=True, tag_field="layer", tag="date"):
    """A day or a range of days."""

    value: str | None = None
    valid: bool = True


class GoldPeriod(GoldMention, frozen=True, kw_only=True, tag_field="layer", tag="period"):
    """A month, a quarter, a year or longer."""

    value: str | None = None


class GoldAgency(GoldMention, frozen=True, kw_only=True, tag_field="layer", tag="agency"):
    """An organisation; an anaphor is a bare 'Sở' that stands for one."""

    name: str | None = None
    anaphor: bool = False


class GoldIndicator(GoldMention, frozen=True, kw_only=True, tag_field="layer", tag="indicator"):
    """A figure; a right label holds at least half of `keywords`."""

    value: float | int | Fraction | None = None
    unit: str | None = None
    approx: str | None = None
    role: str | None = None
    label: str | None = None
    keywords: tuple[str, ...] | None = None
    period: str | None = None
    agency: str | None = None


Annotation = (
    Windows | GoldHeader | GoldCitation | GoldDate | GoldPeriod | GoldAgency | GoldIndicator
)


class GoldDocument(NamedTuple):
    """A document and everything annotated in it, mentions with offsets and sorted by start."""

    name: str
    path: Path
    windows: tuple[tuple[int, int], ...]
    header: GoldHeader | None
    citations: list[GoldCitation]
    dates: list[GoldDate]
    periods: list[GoldPeriod]
    agencies: list[GoldAgency]
    indicators: list[GoldIndicator]


class GoldFile(NamedTuple):
    """The annotations of one document as they stand on disk."""

    name: str
    path: Path
    annotations: list[Annotation]

    def resolve(self, text: str) -> GoldDocument:
        """The gold with every mention placed in `text`.

        Raises GoldError for a mention that does not stand where its label says.
        """
        mentions = [_placed(self, a, text) for a in self.annotations if isinstance(a, GoldMention)]
        mentions.sort(key=lambda mention: (mention.start, mention.end))
        windows = [a.windows for a in self.annotations if isinstance(a, Windows) and a.windows]
        headers = [a for a in self.annotations if isinstance(a, GoldHeader)]
        return GoldDocument(
            self.name,
            self.path,
            windows[0] if windows else _EVERYWHERE,
            headers[0] if headers else None,
            [m for m in mentions if isinstance(m, GoldCitation)],
            [m for m in mentions if isinstance(m, GoldDate)],
            [m for m in mentions if isinstance(m, GoldPeriod)],
            [m for m in mentions if isinstance(m, GoldAgency)],
            [m for m in mentions if isinstance(m, GoldIndicator)],
        )


class _DocumentOf(Struct, frozen=True):
    """The key that a line of `truth.jsonl` has beside those of its annotation."""

    document: str


_annotation = msgspec.json.Decoder(Annotation)
_document_of = msgspec.json.Decoder(_DocumentOf)


def read_gold(folder: Path) -> Iterator[GoldFile]:
    """Every annotated document of a folder, in the order of names.

    Raises GoldError for a folder without gold, a line that is no annotation, and gold whose
    document is missing.
    """
    truth = folder / "truth.jsonl"
    if truth.is_file():
        yield from _read_truth(truth)
        return
    paths = sorted(folder.glob("*.gold.jsonl"))
    if not paths:
        raise GoldError(f"{folder}: neither *.gold.jsonl nor truth.jsonl is here")
    for path in paths:
        name = path.name.removesuffix(".gold.jsonl")
        lines = [(i, line) for i, line in enumerate(path.read_bytes().splitlines(), 1) if line]
        yield GoldFile(name, _document(path, name), [_decode(path, i, line) for i, line in lines])


def _read_truth(path: Path) -> Iterator[GoldFile]:
    """Lines of one document stand together."""
    current: GoldFile | None = None
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            name = _document_of.decode(line).document
            if current is None or current.name != name:
                if current:
                    yield current
                current = GoldFile(name, path.parent / name, [])
            current.annotations.append(_decode(path, number, line))
    if current:
        yield current


def _document(gold: Path, name: str) -> Path:
    for suffix in SUFFIXES:
        path = gold.with_name(name + suffix)
        if path.is_file():
            return path
    raise GoldError(f"{gold}: no document {name} beside it ({', '.join(SUFFIXES)})")


def _decode(path: Path, number: int, line: bytes) -> Annotation:
    try:
        return _annotation.decode(line)
    except msgspec.DecodeError as error:
        raise GoldError(f"{path}, line {number}: {error}") from error


def _placed(file: GoldFile, mention: GoldMention, text: str) -> GoldMention:
    if mention.start < 0:
        start = -1
        for _ in range(mention.occurrence):
            start = text.find(mention.text, start + 1)
            if start < 0:
                raise GoldError(
                    f"{file.path}: occurrence {mention.occurrence} of {mention.text!r} is not there"
                )
        return msgspec.structs.replace(mention, start=start, end=start + len(mention.text))
    if text[mention.start : mention.end] != mention.text:
        raise GoldError(f"{file.path}: {mention.text!r} does not stand at offset {mention.start}")
    return mention
