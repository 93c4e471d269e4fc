"""One organisation read at a place of a text."""

from __future__ import annotations

from msgspec import Struct

from .gazetteer import Known
from .resolver import Named
from .territory import Territory


class Reading(Struct, frozen=True):
    """Where an organisation is named, which one it is, and by which head word.

    `known` and `territory` stand for a local body of the lexicon: with them a list can go on.
    """

    start: int
    end: int
    body: Named
    head: str
    anaphor: bool = False
    known: Known | None = None
    territory: Territory | None = None
