"""The official register: what an office lists of the documents it has issued."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

RegisterState = Literal["in-force", "expired", "partly-expired", "not-yet"]


class RegisterEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document of a register: row `line` (from 1) of the list `file`.

    `issuer` is the canonical full name where the list writes a short one.  `date` and `expired` are
    ISO days; `status` is as the list has it, `state` what that means, where it says so.
    `replaced_by` is a number.
    """

    file: str
    line: int
    number: str
    doc_type: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    status: str | None = None
    state: RegisterState | None = None
    expired: str | None = None
    replaced_by: str | None = None
