"""The citations that the register is asked about, and whether it says something else of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...index import CitedPassage
from ..archive import AuditedArchive
from ..citations.days import is_day
from ..citations.subjects import agree, differ
from ..registered import Registered


def cited_documents(archive: AuditedArchive) -> Iterator[list[CitedPassage]]:
    """The citations of one document with a number in one document of the archive, time and again."""
    if archive.register:
        yield from archive.index.numbered_citations()


def other_dates(archive: AuditedArchive, cited: CitedPassage) -> Sequence[Registered]:
    """The entries of the document cited that date it otherwise; () where one agrees.

    Where the register has the number of another year, signed on the same day of the same month, the
    year is what differs.
    """
    if not cited.date or not is_day(cited.date):
        return ()
    known = archive.register.of(cited.target)
    dated = [listed for listed in known if listed.entry.date]
    if known:
        agrees = any(listed.entry.date == cited.date for listed in dated)
        return () if agrees else dated
    return [
        listed
        for listed in archive.register.of_body(cited.target)
        if (listed.entry.date or "")[4:] == cited.date[4:]
    ]


def other_issuers(archive: AuditedArchive, cited: CitedPassage) -> Sequence[Registered]:
    """The entries of that number and day under another issuer; () where the issuer's own is known.

    Offices everywhere sign a number 12/QĐ-UBND, some on the same day: what the document is about
    must not speak against its being the same.
    """
    if archive.register.of(cited.target) or not cited.issuer_text or not cited.date:
        return ()
    return [
        listed
        for listed in archive.register.of_number(cited.target)
        if listed.entry.date == cited.date
        and not _may_be_one_body(listed.target, cited.target)
        and not _of_other_subject(listed, cited)
    ]


def _may_be_one_body(one: str, other: str) -> bool:
    """Whether one names the body in short: a list of the province writes 'Sở Nội vụ'."""
    bodies = one.rsplit("@", 2)[1], other.rsplit("@", 2)[1]
    return any(a.startswith(f"{b}-") for a, b in (bodies, bodies[::-1]))


def is_same_subject(listed: Registered, cited: CitedPassage) -> bool:
    """Whether both say what the document is about, and say the same."""
    said = listed.entry.subject, cited.subject
    return bool(said[0] and said[1] and agree(said[0], said[1]))


def _of_other_subject(listed: Registered, cited: CitedPassage) -> bool:
    said = listed.entry.subject, cited.subject
    return bool(said[0] and said[1] and differ(said[0], said[1]))
