"""Checks that other installed packages add."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast
from warnings import warn

import msgspec
from msgspec.structs import replace

from ..extensions import CHECKS, Extension, ExtensionError, ExtensionWarning, extensions
from ..records import Rule
from .archive import AuditedArchive
from .check import ArchiveCheck, Check, Discrepancy, DocumentCheck, rule_of
from .document import AuditedDocument


def added_checks(taken: Iterable[str]) -> tuple[Check, ...]:
    """The checks of other packages; what goes wrong in one is warned of, once, and stops nothing.

    `taken` are the slugs that they may not have.  Raises ExtensionError for what is no check.
    """
    slugs = set(taken)
    checks: list[Check] = []
    for extension in extensions(CHECKS):
        for check in _checks(extension):
            if check.slug in slugs:
                raise ExtensionError("same-slug", extension=extension, slug=check.slug)
            slugs.add(check.slug)
            checks.append(replace(check, find=_guarded(check, extension)))
    return tuple(checks)


def _checks(extension: Extension) -> Iterator[Check]:
    named: Any = extension.value
    several = cast("tuple[Any, ...]", named if isinstance(named, tuple) else (named,))
    for check in several:
        if not isinstance(check, DocumentCheck | ArchiveCheck):
            detail = type(check).__name__
            raise ExtensionError("not-a-check", extension=extension, detail=detail)
        try:
            msgspec.convert(msgspec.to_builtins(rule_of(check)), Rule)
        except (msgspec.ValidationError, TypeError) as error:
            raise ExtensionError("not-a-check", extension=extension, detail=str(error)) from error
        yield check


def _guarded(check: Check, extension: Extension) -> Callable[[Any], Iterator[Discrepancy]]:
    """What a check finds until it fails."""
    told = False

    def find(subject: AuditedDocument | AuditedArchive) -> Iterator[Discrepancy]:
        nonlocal told
        try:
            for found in check.find(subject):  # type: ignore[arg-type]
                yield _sound(found, subject)
        except Exception as error:  # the fault of that package, and not the audit's
            if not told:
                told = True
                warn(_failed(check, extension, error, subject), stacklevel=2)

    return find


def _sound(found: Discrepancy, subject: AuditedDocument | AuditedArchive) -> Discrepancy:
    """What a check yielded, if a finding can be made of it.  Raises TypeError, ValueError."""
    msgspec.convert(msgspec.to_builtins(replace(found, about=())), Discrepancy)
    at = found.at
    if isinstance(subject, AuditedDocument) and subject.text[at.start : at.end] != at.text:
        raise ValueError(f"at {at.start}-{at.end} does not stand {at.text!r}")
    return found


def _failed(
    check: Check, extension: Extension, error: Exception, subject: AuditedDocument | AuditedArchive
) -> ExtensionWarning:
    where = subject.record.source if isinstance(subject, AuditedDocument) else "index.sqlite"
    detail = f"{type(error).__name__}: {error}"
    return ExtensionWarning(
        "check-failed", slug=check.slug, extension=extension, detail=detail, where=where
    )
