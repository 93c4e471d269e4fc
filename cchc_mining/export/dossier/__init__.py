"""The dossier: what the audit found, as one file that an auditor reads, prints and hands on.

A page or a workbook; both show the same, finding by finding as they come from the index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Unpack

from ...index import (
    Coverage,
    DocumentFindings,
    FindingConditions,
    FindingCount,
    FindingInContext,
    Index,
)
from ...records import Decision, Rule
from ..columns import Lang

Explain = Callable[[str], str]


class Dossier:
    """What a dossier shows: an archive's findings, or those of some checks, severities, a document.

    `name` is what the archive is called, `made` the day (ISO) on which the dossier is made, `rules`
    all checks, `explain` the words for the code of why a file was not read.  `index` knows the
    decisions.
    """

    def __init__(
        self,
        index: Index,
        *,
        name: str,
        made: str,
        lang: Lang,
        rules: Sequence[Rule],
        explain: Explain,
        **conditions: Unpack[FindingConditions],
    ) -> None:
        self.name, self.made = name, made
        self.lang: Lang = lang
        self.explain = explain
        self._checks = conditions.get("checks", ())
        self.rules = [rule for rule in rules if not self._checks or rule.slug in self._checks]
        self._index = index
        self._conditions = conditions

    @property
    def scope(self) -> tuple[tuple[str, str], ...]:
        """What the dossier is limited to: pairs of a key of `words` and what was asked for."""
        titles = [str(getattr(rule.title, self.lang)) for rule in self.rules if self._checks]
        asked = (
            *(("check", title) for title in titles),
            *(("severity", severity) for severity in self._conditions.get("severities", ())),
            ("document", self._conditions.get("source") or ""),
            ("undecided", "undecided" if self._conditions.get("undecided") else ""),
        )
        return tuple((key, value) for key, value in asked if value)

    def findings(self, *, by_check: bool = False) -> Iterator[FindingInContext]:
        """The findings, one at a time, by document or by check."""
        return self._index.findings_in_context(by_check=by_check, **self._conditions)

    @cached_property
    def counts(self) -> tuple[FindingCount, ...]:
        """How many there are, by check and severity."""
        return self._index.finding_counts(**self._conditions)

    @cached_property
    def by_severity(self) -> Counter[str]:
        """How many there are of each severity."""
        totals: Counter[str] = Counter()
        for counted in self.counts:
            totals[counted.severity] += counted.findings
        return totals

    def of_check(self, slug: str) -> Counter[str]:
        """How many a check found of each severity, and 'dismissed' of them."""
        totals: Counter[str] = Counter()
        for counted in self.counts:
            if counted.check == slug:
                totals[counted.severity] += counted.findings
                totals["dismissed"] += counted.findings if counted.dismissed else 0
        return totals

    def documents(self) -> Iterator[DocumentFindings]:
        """The documents that have findings."""
        return self._index.documents_with_findings(**self._conditions)

    def coverage(self) -> Iterator[Coverage]:
        """Every input path, those that were not read first."""
        return self._index.coverage()

    def lost_decisions(self) -> tuple[Decision, ...]:
        """Decisions on findings that are no longer there."""
        return self._index.lost_decisions()
