"""The record of one document, read, extracted and linked in itself; nothing is kept of it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

import msgspec

from . import link
from .errors import UsageError
from .records import Given, Record, SourceText
from .run import MissingInputError, Options, extract_source, mine_bytes, mine_file


def mine(
    source: str | Path | bytes | BinaryIO,
    *,
    name: str | None = None,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
) -> Record:
    """The record of one file: of its path, its bytes, or the file itself, open for reading bytes.

    `name` is what to call bytes, and its ending tells their format ('bao-cao.pdf').  `province`,
    `agency` and `year` are context that the file lacks; the record keeps them as `given`.  Raises
    UsageError where there is no such file, or bytes have no name; IntakeError where it cannot be read.
    """
    options = Options(given_of(province, agency, year))
    if isinstance(source, str | Path):
        if not Path(source).exists():
            raise MissingInputError(str(source))
        extracted = mine_file(source, options)
    else:
        data = source if isinstance(source, bytes) else source.read()
        name = name or getattr(source, "name", None)
        if not isinstance(name, str):
            raise UsageError(
                "bytes have no name: say name='bao-cao.pdf'; its ending tells the format"
            )
        extracted = mine_bytes(data, Path(name).name, options)
    return link.link_record(extracted.record, extracted.text).record


def mine_text(
    text: str,
    *,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
) -> Record:
    """The record of a text, as `mine`; its `doc_id` is the hash of the text in UTF-8."""
    extracted = extract_source(SourceText(text=text), Options(given_of(province, agency, year)))
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    linked = link.link_record(extracted.record, text).record
    return msgspec.structs.replace(linked, doc_id=sha256, media_type="text/plain")


def given_of(province: str | None, agency: str | None, year: int | None) -> Given | None:
    """The context that a caller gave, null where it is none."""
    given = Given(province=province, agency=agency, year=year)
    return None if given == Given() else given
