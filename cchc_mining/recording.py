"""The record of one document, read, extracted and linked in itself; nothing is kept of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from . import link
from .records import Given, Record, SourceText
from .run import MissingInputError, Options, extract_source, mine_file


def mine(
    path: str | Path,
    *,
    province: str | None = None,
    agency: str | None = None,
    year: int | None = None,
) -> Record:
    """The record of one file.

    `province`, `agency` and `year` are context that the file lacks; the record keeps them as
    `given`.  Raises UsageError where there is no such file, IntakeError where it cannot be read.
    """
    if not Path(path).exists():
        raise MissingInputError(str(path))
    mined = mine_file(path, Options(given_of(province, agency, year)))
    return link.link_record(mined.record, mined.text).record


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
