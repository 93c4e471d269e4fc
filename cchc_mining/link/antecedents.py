"""What a mention goes back to: 'Quyết định này', 'Nghị định 61', or a number again without its date.

A reference is resolved only where one document can be meant; where several can, they are kept as
candidates.  The rule that decided, or left it open, is kept either way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..records import Citation, Record
from .bearers import Bearer, Meant, Notes, cited_bearers
from .naming import Names
from .pointing import Pointing, is_pointing

__all__ = ["Meant", "first_mentions", "introduced_by", "resolve_references"]


def resolve_references(
    record: Record,
    text: str,
    targets: Sequence[str | None],
    own: str | None,
    written: str | None,
) -> dict[str, Meant]:
    """What the references of a record mean, by mention id.

    `targets` are those of its citations so far, None for a reference; `own` is the document's own
    target, `written` the day, month or year of the document (ISO).
    """
    references = [c for c in record.citations if c.kind == "reference"]
    if not references:
        return {}
    notes = Notes(record)
    bearers = cited_bearers(record, targets, notes)
    names = Names(bearers, written)
    meant = {c.id: names.meant_by(c) for c in references if not is_pointing(c)}
    for reference in references:
        if name := meant.get(reference.id):
            possible = (name.target,) if name.target else name.candidates
            bearers.append(Bearer(notes.position(reference), reference, possible))
    pointing = Pointing(record, text, own, bearers, notes)
    return meant | {c.id: pointing.meant_by(c) for c in references if c.id not in meant}


def first_mentions(
    citations: Sequence[Citation], targets: Sequence[str | None]
) -> dict[str, Citation]:
    """The mention that introduces each target; a reference introduces nothing."""
    first: dict[str, Citation] = {}
    for citation, target in zip(citations, targets, strict=True):
        if target and citation.kind != "reference":
            first.setdefault(target, citation)
    return first


def introduced_by(
    citation: Citation, target: str | None, first: Mapping[str, Citation]
) -> str | None:
    """The mention that introduced the same document, for a later one that gives no date."""
    if not target or citation.date or target not in first:
        return None
    introduced = first[target]
    return introduced.id if introduced.start < citation.start else None
