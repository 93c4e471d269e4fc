"""What a run did, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from .batch import InputRow

_PATHS_SHOWN = 3
MENTIONS = ("citations", "dates", "periods", "agencies", "indicators")


class Failure(Struct, frozen=True):
    """How many paths failed for one reason, and the first of them."""

    reason: str
    count: int
    paths: tuple[str, ...]


class Totals(Struct, frozen=True, kw_only=True):
    """The numbers of a run.

    `documents` is how many distinct documents were read; `outcomes` counts paths, `mentions` what
    was found by kind, `legal_documents` the different documents cited, `findings` what the audit
    found by severity.
    """

    paths: int = 0
    documents: int = 0
    outcomes: dict[str, int] = {}
    mentions: dict[str, int] = {}
    legal_documents: int = 0
    findings: dict[str, int] = {}
    failures: tuple[Failure, ...] = ()


class Tally:
    """Adds up a run, path by path."""

    def __init__(self) -> None:
        self._outcomes: Counter[str] = Counter()
        self._mentions: Counter[str] = Counter(dict.fromkeys(MENTIONS, 0))
        self._failed: dict[str, list[str]] = {}
        self._failures: Counter[str] = Counter()

    def add(self, row: InputRow, mentions: Mapping[str, int]) -> None:
        """Count one path and, where it is the first of a document, what was found in it by kind."""
        self._outcomes[row.outcome] += 1
        if row.outcome == "failed":
            reason = row.reason or ""
            self._failures[reason] += 1
            shown = self._failed.setdefault(reason, [])
            if len(shown) < _PATHS_SHOWN:
                shown.append(row.path)
        self._mentions.update(mentions)

    def totals(self, legal_documents: int, findings: Mapping[str, int]) -> Totals:
        """The sums; the last two are known once the archive is linked and audited."""
        return Totals(
            paths=self._outcomes.total(),
            documents=self._outcomes["ok"] + self._outcomes["partial"],
            outcomes=dict(self._outcomes),
            mentions=dict(self._mentions),
            legal_documents=legal_documents,
            findings=dict(findings),
            failures=tuple(
                Failure(reason, count, tuple(self._failed[reason]))
                for reason, count in self._failures.most_common()
            ),
        )
