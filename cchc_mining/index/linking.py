"""What the index asks of the linker that it is handed: the rooms do not know each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ..records import Record


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


class Linker(Protocol):
    """Identity of cited documents; the module `cchc_mining.link` is one."""

    def link_record(self, record: Record, text: str) -> LinkedRecord:
        """Link one document."""
        ...

    def family(self, target: str) -> str:
        """What the targets share that may complete one another."""
        ...

    def missing(self, target: str) -> Sequence[str]:
        """What keeps a target open; empty where it is complete."""
        ...

    def complete(self, target: str, known: Iterable[str], not_after: int | None) -> Sequence[str]:
        """The complete targets that an open one may mean, in a document of that year."""
        ...

    def urn_lex(self, number: str, doc_type: str, issuer: str, date: str) -> str | None:
        """The URN:LEX of a legal document."""
        ...

    def known_act(self, target: str) -> KnownAct | None:
        """An act that the lexicon knows."""
        ...
