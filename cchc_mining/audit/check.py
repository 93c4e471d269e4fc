"""What a check is: a rule with its source, its tolerance and examples, and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from ..records import Passage, Rule, Severity, Words
from .archive import AuditedArchive
from .document import AuditedDocument

Group = Literal["citations", "figures", "tables", "time", "archive", "register"]


class Discrepancy(Struct, frozen=True, kw_only=True):
    """What does not agree at one place; `audit` makes a Finding of it.

    `about` are the values compared, as written canonically: with the check and the document's
    identity they make the finding's id, so nothing that depends on offsets, on the file or on other
    documents of the archive belongs there.
    """

    at: Passage
    about: tuple[object, ...]
    severity: Severity
    message: Words
    expected: str | None = None
    arithmetic: str | None = None
    evidence: tuple[Passage, ...] = ()
    confidence: float = 1.0


class Example(Struct, frozen=True):
    """A small archive: the texts of its documents, and the register it is checked against (CSV)."""

    documents: tuple[str, ...]
    register: str = ""


def example(*documents: str, register: str = "") -> Example:
    """An archive of some texts."""
    return Example(documents, register)


class _Check(Struct, frozen=True, kw_only=True):
    """A rule.

    `slug` names it for good.  `rule` says what is compared, `source` what makes it a rule,
    `tolerance` what is let pass.  Every archive of `fires` must give a finding of this check, none
    of `silent` may: a test runs them.
    """

    slug: str
    group: Group
    title: Words
    rule: Words
    source: str
    tolerance: Words
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]


class DocumentCheck(_Check, frozen=True, kw_only=True):
    """A check of one document by itself."""

    find: Callable[[AuditedDocument], Iterable[Discrepancy]]


class ArchiveCheck(_Check, frozen=True, kw_only=True):
    """A check across the documents of an archive."""

    find: Callable[[AuditedArchive], Iterable[Discrepancy]]


Check = DocumentCheck | ArchiveCheck


def rule_of(check: Check) -> Rule:
    """A check as auditors read it."""
    return Rule(check.slug, check.group, check.title, check.rule, check.source, check.tolerance)
