"""An archive as the checks see it."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from ..index import Index
from .registered import Register


class AuditedArchive(Struct, frozen=True):
    """What checks across documents ask: the index, in which the documents are linked, and the
    official register, where there is one."""

    index: Index
    register: Register = msgspec.field(default_factory=Register)
