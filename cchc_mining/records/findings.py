"""Findings: what in an archive does not agree, where it stands, and what it rests on."""

from __future__ import annotations

from html import escape
from typing import Literal

from msgspec import Struct

from .mentions import Box, written
from .showing import shown_head, table

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Certainly inconsistent; probably so; worth a look.  The gravest first."""


class Words(Struct, frozen=True):
    """The same said in both languages."""

    vi: str
    en: str


class Rule(Struct, frozen=True):
    """What a check compares (`rule`), what makes it a rule (`source`), what it lets pass."""

    slug: str
    group: str
    title: Words
    rule: Words
    source: str
    tolerance: Words


class Passage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words of one document, with their place.

    Evidence from outside the archive (an official register, the lexicon) has no `doc_id`: its
    `source` says what it is, and `text` what stands there.
    """

    source: str
    doc_id: str | None = None
    start: int = written(0)
    end: int = written(0)
    text: str = written("")
    page: int | None = None
    boxes: tuple[Box, ...] = ()


class Finding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What does not agree at one place.

    `finding_id` follows from the check, the document's identity and the values compared, so that a
    decision on it survives the next run.  `expected` is the right value where it follows;
    `arithmetic` shows the calculation, as in '13/43 = 30,23 %; văn bản ghi 31,24 %'.  `evidence` are
    all other places it rests on.  `confidence` is from 0 to 1.
    """

    finding_id: str
    check: str
    severity: Severity
    source: str
    message: Words
    doc_id: str | None = None
    start: int = written(0)
    end: int = written(0)
    text: str = written("")
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    expected: str | None = None
    arithmetic: str | None = None
    evidence: tuple[Passage, ...] = ()
    confidence: float = written(1.0)

    def _repr_html_(self) -> str:
        before, after = getattr(self, "before", ""), getattr(self, "after", "")
        quote = f"{escape(before)}<mark>{escape(self.text)}</mark>{escape(after)}"
        place = f"{self.source}:{self.start}" + (f", tr. {self.page}" if self.page else "")
        lines = (self.message.vi, self.message.en, self.arithmetic)
        said = "".join(f"<div>{escape(line)}</div>" for line in lines if line)
        rests_on = [(passage.source, passage.start, passage.text) for passage in self.evidence]
        return (
            shown_head(f"{self.severity} · {self.check}", (place,), (("id", self.finding_id),))
            + f"<blockquote>{quote}</blockquote>{said}"
            + table(("source", "start", "text"), rests_on, len(rests_on))
        )
