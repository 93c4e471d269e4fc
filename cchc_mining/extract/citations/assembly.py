"""From a draft and what stands around it to the finished citation."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ...lexicon import read_number
from ...reading import View
from ...records import Citation, Header, Place
from .drafts import Draft
from .subjects import subject_text
from .surroundings import Surroundings


def assemble(view: View, around: Sequence[Surroundings], header: Header) -> list[Citation]:
    """The citations of a text; offsets are the view's."""
    return [_citation(view, here, header) for here in around]


# '(Ban hành kèm theo Quyết định số ...)' under the title of the document that is attached
_ATTACHES_THIS = re.compile(r"[\s*_]*\(\s*(?:Được\s+)?(?:[Bb]an hành\s+)?[Kk]èm theo\s+")
_LONGEST_ATTACHING = 60


def _title_of_attached(view: View, here: Surroundings, header: Header) -> str | None:
    """What a decision is about to which this document itself is attached: this document's title."""
    if not header.title or here.subject or here.block or here.draft.kind != "numbered":
        return None
    line = view.text.rfind("\n", 0, here.draft.start) + 1
    if here.draft.start - line > _LONGEST_ATTACHING or not _ATTACHES_THIS.fullmatch(
        view.text, line, here.draft.start
    ):
        return None
    here.subject_rule = "own-title"
    return " ".join(filter(None, (header.doc_type, header.title)))


def _citation(view: View, here: Surroundings, header: Header) -> Citation:
    draft, relating, pinpointed = here.draft, here.relating, here.pinpointed
    assert relating is not None
    code = read_number(draft.number) if draft.number else None
    subject = _title_of_attached(view, here, header)
    if here.subject:
        subject = subject_text(here.subject_flow, here.subject)
    parts = _parts(here)
    return Citation(
        start=draft.start,
        end=draft.end,
        text=view.raw[draft.start : draft.end],
        kind=draft.kind,
        number=draft.number,
        number_raw=view.raw[slice(*draft.number_place)] if draft.number_place else None,
        doc_type=draft.doc_type,
        type_code=code.type_code or None if code else None,
        date=draft.date,
        issuer=draft.issuer,
        issuer_text=view.raw[slice(*draft.issuer_place)] if draft.issuer_place else None,
        subject=subject,
        pinpoints=pinpointed.points if pinpointed else (),
        relation=relating.relation,
        relation_text=here.relation_flow[slice(*relating.place)] if relating.place else None,
        footnote=here.block.mark if here.block else None,
        parts=parts,
        confidence=_confidence(draft),
        rules=_rules(here, parts, has_subject=bool(subject)),
    )


def _parts(here: Surroundings) -> dict[str, Place]:
    draft = here.draft
    places = (
        ("type", draft.type_place),
        ("number", draft.number_place),
        ("date", draft.date_place),
        ("issuer", draft.issuer_place),
        ("subject", here.subject),
        ("relation", here.relating.place if here.relating else None),
        ("pinpoint", here.pinpointed.place if here.pinpointed else None),
        ("antecedent", draft.antecedent),
    )
    return {name: place for name, place in places if place}


def _rules(here: Surroundings, parts: Collection[str], *, has_subject: bool) -> dict[str, str]:
    """The rules that decided the pieces that the citation has."""
    rules = {
        piece: rule
        for piece, rule in here.draft.rules.items()
        if piece in parts or piece == "mention" or (piece == "issuer" and here.draft.issuer)
    }
    if has_subject:
        rules["subject"] = here.subject_rule
    if here.relating:
        rules["relation"] = here.relating.rule
    if here.pinpointed:
        rules["pinpoint"] = here.pinpointed.rule
    return rules


# Of references; of the others 0.85
_OF_REFERENCES = {"defined-name": 0.95, "this": 0.9, "aforesaid": 0.9, "serial-open": 0.7}


def _confidence(draft: Draft) -> float:
    rule = draft.rules["mention"]
    if draft.kind == "reference":
        return _OF_REFERENCES.get(rule, 0.85)
    if draft.kind == "named":
        return 0.8 if rule.endswith(("open", "dated", "lower")) else 0.95
    if rule.startswith(("number-bare", "number-abbreviated")):
        return 0.75
    return 0.99 if "headless" not in rule or "list" in rule else 0.85


def own_citation(view: View, header: Header, own_number: tuple[int, int, str | None]) -> Citation:
    """The document's own number in its header, as the citation of itself."""
    start, end, number = own_number
    code = read_number(number) if number else None
    date = header.doc_date if header.doc_date and len(header.doc_date) == 10 else None
    return Citation(
        start=start,
        end=end,
        text=view.raw[start:end],
        kind="self",
        number=number,
        number_raw=re.sub(r"^(?:Số|SỐ)\s*:?\s*", "", view.raw[start:end]),
        doc_type=header.doc_type,
        type_code=code.type_code or None if code else None,
        date=date,
        issuer=header.issuer,
        subject=header.title,
        relation="mentions",
        rules={"mention": "own-number"},
    )
