"""Small helpers for tables of extraction cases."""

from __future__ import annotations

from cchc_mining.extract import extract_record
from cchc_mining.records import Given, Record, SourceText


def mined(text: str, **given: object) -> Record:
    """The record of a text, optionally with context that the user gives."""
    return extract_record(
        SourceText(text=text, source="case.txt"), Given(**given) if given else None
    )
