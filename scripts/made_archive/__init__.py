"""Documents of invented provinces with known truth, for tests of scale and of audits."""

from .annotated import AnnotatedText
from .catalogue import CAPACITY, Assignment, assignment
from .documents import Slip, compose, possible_slips

__all__ = [
    "CAPACITY",
    "AnnotatedText",
    "Assignment",
    "Slip",
    "assignment",
    "compose",
    "possible_slips",
]
