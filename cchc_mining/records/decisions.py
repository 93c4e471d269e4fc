"""Decisions: what an auditor says of a finding."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Verdict = Literal["accept", "dismiss", "check"]
VERDICTS: tuple[Verdict, ...] = ("accept", "dismiss", "check")
"""The finding is right; it is not; it is still to be looked at."""


class Decision(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was decided of one finding, when (ISO, with offset) and by whom.

    `check`, `source` and `text` are those of the finding, so that it can still be told what was
    decided once the finding is no longer there.
    """

    finding_id: str
    decision: Verdict
    at: str
    note: str | None = None
    by: str | None = None
    check: str | None = None
    source: str | None = None
    text: str | None = None
