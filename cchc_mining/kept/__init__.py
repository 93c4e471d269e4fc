"""What people add to an archive, beside what runs write and untouched by them."""

from .decisions import DECISIONS, Decisions, append_decision, read_decisions
from .problems import KeepingError, explain

__all__ = [
    "DECISIONS",
    "Decisions",
    "KeepingError",
    "append_decision",
    "explain",
    "read_decisions",
]
