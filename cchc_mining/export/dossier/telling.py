"""Findings and files in the words that both forms of a dossier use."""

from __future__ import annotations

import re

from ...index import Coverage, FindingInContext
from ...records import Passage
from . import Dossier
from .words import Speech

_BLANKS = re.compile(r"\s+")
_LONGEST = 700  # characters of a quotation; of a longer one its two ends are shown


def one_line(words: str) -> str:
    """Words without line breaks."""
    return _BLANKS.sub(" ", words)


def shortened(words: str) -> str:
    """Words on one line; of many the first and last."""
    line = one_line(words)
    if len(line) <= _LONGEST:
        return line
    return f"{line[: _LONGEST * 2 // 3]} […] {line[-_LONGEST // 3 :]}"


def place(where: FindingInContext | Passage, speech: Speech) -> str:
    """'trang 3, vị trí 120–140'."""
    span = speech("span", start=where.start, end=where.end)
    return f"{speech('page', page=where.page)}, {span}" if where.page else span


def origin(passage: Passage, speech: Speech) -> str:
    """What evidence stands in: a document, or what is outside the archive."""
    is_outside = passage.doc_id is None and speech.knows(passage.source)
    return speech(passage.source) if is_outside else one_line(passage.source)


def scope(dossier: Dossier, speech: Speech) -> str:
    """What the dossier is limited to, in words; '' where it shows all."""
    asked = [
        value if key in ("check", "document") else speech(value) for key, value in dossier.scope
    ]
    return speech("only", what="; ".join(map(one_line, asked))) if asked else ""


def reason(file: Coverage, dossier: Dossier, speech: Speech) -> str:
    """Why a file was not read, or not whole; '' where it was."""
    if file.outcome == "duplicate" and file.document:
        return speech("same-as", path=one_line(file.document))
    codes = ([file.reason] if file.reason else []) + (
        list(dict.fromkeys(file.warnings)) if file.outcome == "partial" else []
    )
    return "; ".join(
        speech(code) if speech.knows(code) else dossier.explain(code) for code in codes
    )
