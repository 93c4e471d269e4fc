"""An archive as the checks see it."""

from __future__ import annotations

from msgspec import Struct

from ..index import Index


class AuditedArchive(Struct, frozen=True):
    """What checks across documents ask: the index, in which the documents are linked."""

    index: Index
