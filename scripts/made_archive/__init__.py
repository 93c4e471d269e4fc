"""Documents of invented provinces with known truth, for tests of scale and of audits."""

from .annotated import AnnotatedText
from .catalogue import CAPACITY, Assignment, assignment
from .documents import compose, possible_slips
from .draft import Slip
from .remarks import BY_OWN_DAY, OWN_DAY, SLIPS

__all__ = [
    "BY_OWN_DAY",
    "CAPACITY",
    "OWN_DAY",
    "SLIPS",
    "AnnotatedText",
    "Assignment",
    "Slip",
    "assignment",
    "compose",
    "possible_slips",
]
