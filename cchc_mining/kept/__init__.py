"""What people add to an archive, beside what runs write and untouched by them."""

from .decisions import DECISIONS, Decisions, append_decision, read_decisions
from .problems import KeepingError, explain
from .register import REGISTER, read_register, write_register

__all__ = [
    "DECISIONS",
    "REGISTER",
    "Decisions",
    "KeepingError",
    "append_decision",
    "explain",
    "read_decisions",
    "read_register",
    "write_register",
]
