"""Documents of invented provinces with known truth, for tests of scale and of audits."""

from .annotated import AnnotatedText
from .catalogue import CAPACITY, Assignment, assignment
from .documents import compose, possible_slips
from .draft import Slip
from .remarks import SLIPS

__all__ = [
    "CAPACITY",
    "SLIPS",
    "AnnotatedText",
    "Assignment",
    "Slip",
    "assignment",
    "compose",
    "possible_slips",
]
