"""What a short name means: one the text defines, a serial ('Nghị định 61'), or one known everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Citation
from .aliases import may_be_issued, targets_of
from .bearers import Bearer, Meant, back_to, distinct_targets, last_with

_SERIAL = re.compile(r"\d+[a-zđ]?")


class Names:
    """The names of one document.  `written` is its day, month or year (ISO)."""

    def __init__(self, cited: Sequence[Bearer], written: str | None) -> None:
        self._written = written
        self._by_place = {(b.citation.start, b.citation.end): b for b in cited}
        self._by_serial: dict[str, list[Bearer]] = {}
        self._first: dict[str, Bearer] = {}
        for bearer in cited:
            for target in bearer.targets:
                self._first.setdefault(target, bearer)
            if serial := _serial(bearer.citation.number):
                self._by_serial.setdefault(serial, []).append(bearer)

    def meant_by(self, name: Citation) -> Meant:
        """The document that a name means, or those it may mean."""
        if place := name.parts.get("antecedent"):
            defined = self._by_place.get(place)
            return back_to(defined, "defined") if defined else Meant("defined")
        return (self._cited_in_full(name) if name.number else None) or self._known(name)

    def _cited_in_full(self, name: Citation) -> Meant | None:
        """'Nghị định 61' is the decree of that serial cited elsewhere in the document."""
        possible = [
            bearer
            for bearer in self._by_serial.get(_serial(name.number) or "", ())
            if bearer.is_one(name.doc_type or "?")
            and (not name.issuer or may_be_issued(bearer.targets[0], name.issuer))
        ]
        targets = distinct_targets(possible)
        if len(targets) > 1:
            known = self._targets(name)
            targets = tuple(t for t in targets if t in known) or targets
        if len(targets) > 1:
            return Meant("several-of-serial", candidates=targets)
        if not targets:
            return None
        earlier = [bearer for bearer in possible if bearer.at < name.start]
        is_before = targets[0] in distinct_targets(earlier)
        nearest = last_with(earlier if is_before else possible[::-1], targets)
        return back_to(nearest, "same-serial")

    def _targets(self, name: Citation) -> tuple[str, ...]:
        alias = f"{name.doc_type} {name.number}" if name.number else name.text
        return targets_of(alias, self._written, name.issuer)

    def _known(self, name: Citation) -> Meant:
        targets = self._targets(name)
        cited_here = tuple(target for target in targets if target in self._first)
        chosen = cited_here if len(cited_here) == 1 else targets
        if len(chosen) != 1:
            return Meant("several-known" if chosen else "unknown-name", candidates=chosen)
        first = self._first.get(chosen[0])
        is_before = first is not None and first.at < name.start
        antecedent = first.citation.id if first and is_before else None
        return Meant("known-name", chosen[0], "lexicon", antecedent)


def _serial(number: str | None) -> str | None:
    match = _SERIAL.match(number or "")
    return match[0].lstrip("0") if match else None
