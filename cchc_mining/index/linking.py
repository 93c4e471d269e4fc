"""What the index asks of the linker that it is handed: the rooms do not know each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ..records import Header, Record


class LinkedRecord(Protocol):
    """A record whose citations carry targets, and what else was found in linking it."""

    @property
    def record(self) -> Record:
        """The record, its citations with targets, antecedents and candidates."""
        ...

    @property
    def own(self) -> str | None:
        """The target of the document itself."""
        ...

    @property
    def own_via(self) -> str | None:
        """How that was completed, where the header does not say it all."""
        ...

    @property
    def acts(self) -> bool:
        """Whether the document itself can replace or amend others."""
        ...

    @property
    def year(self) -> int | None:
        """The year in which it was written."""
        ...

    @property
    def actors(self) -> Mapping[str, str]:
        """From a cited mention to the mention of the document that acts on it (mention ids)."""
        ...

    @property
    def via(self) -> Mapping[str, str]:
        """How targets were completed, by mention id."""
        ...

    @property
    def partly(self) -> frozenset[str]:
        """Mentions that replace or amend some articles only of the cited document."""
        ...


class KnownAct(Protocol):
    """What the linker knows of a legal document beyond the archive."""

    @property
    def number(self) -> str | None: ...  # noqa: D102
    @property
    def doc_type(self) -> str: ...  # noqa: D102
    @property
    def issuer(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> str | None: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


# A complete target as seen under one day, the subjects seen of it, whether the archive holds it.
Sighting = tuple[str, Sequence[str], bool]


class Meaning(Protocol):
    """The document that an open target means, or those it may mean (then `target` is None)."""

    @property
    def target(self) -> str | None: ...  # noqa: D102
    @property
    def candidates(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def from_archive(self) -> bool: ...  # noqa: D102


class Likeness(Protocol):
    """Why two files are taken for versions of one document, and how alike they are (0 to 1)."""

    @property
    def evidence(self) -> str: ...  # noqa: D102
    @property
    def share(self) -> float: ...  # noqa: D102


class Replacement(Protocol):
    """`target` was replaced by `by`, certainly from the day `since` on."""

    @property
    def target(self) -> str: ...  # noqa: D102
    @property
    def by(self) -> str: ...  # noqa: D102
    @property
    def by_number(self) -> str: ...  # noqa: D102
    @property
    def by_date(self) -> str: ...  # noqa: D102
    @property
    def since(self) -> str: ...  # noqa: D102


class Linker(Protocol):
    """Identity of cited documents; the module `cchc_mining.link` is one."""

    def link_record(self, record: Record, text: str) -> LinkedRecord:
        """Link one document."""
        ...

    def family(self, target: str) -> str:
        """What the targets share that may complete one another."""
        ...

    def bodies(self, issuer: str) -> Sequence[str]:
        """The bodies in whose registers an issuer's documents are numbered, sorted."""
        ...

    def missing(self, target: str) -> Sequence[str]:
        """What keeps a target open; empty where it is complete."""
        ...

    def decide(
        self,
        target: str,
        known: Mapping[str, Iterable[str]],
        aliases: Mapping[str, str],
        *,
        written: int | None,
        day: str | None,
        is_own: bool,
    ) -> Meaning:
        """What an open target means among the complete ones of its family, with their dates.

        `aliases` leads from a target to that of the same document under its right name; `written`
        is the latest year from which the document cites, `day` the date it gives; `is_own`: the
        target is the document's own.
        """
        ...

    def same_documents(self, sightings: Sequence[Sighting]) -> Iterable[tuple[str, str, str]]:
        """The pairs that are one document, with the reason, among targets seen under one day."""
        ...

    def sketch(self, text: str) -> Sequence[int]:
        """A few 32-bit numbers by which the likeness of texts is estimated."""
        ...

    def bands(self, header: Header, of_text: Sequence[int]) -> Iterable[int]:
        """Keys of which versions of one document share at least one."""
        ...

    def version_of(
        self,
        one: Header,
        other: Header,
        sketch_of_one: Sequence[int],
        sketch_of_other: Sequence[int],
    ) -> Likeness | None:
        """Whether two files are versions of one document."""
        ...

    def replacements(self, target: str) -> Iterable[Replacement]:
        """What the lexicon knows of the fate of an act and of those that followed it."""
        ...

    def holds_from(self, number: str | None, signed: str) -> str:
        """The day from which an act surely holds, by its date or year."""
        ...

    def present_name(self, issuer: str) -> str | None:
        """The body that carries on an issuer's work today; None where there is no one."""
        ...

    def urn_lex(self, number: str, doc_type: str, issuer: str, date: str) -> str | None:
        """The URN:LEX of a legal document."""
        ...

    def known_act(self, target: str) -> KnownAct | None:
        """An act that the lexicon knows."""
        ...
